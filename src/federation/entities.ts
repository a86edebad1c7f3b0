/** The entities of this graph and the keys by which other graphs know them. Keys are never reused for something else. */
import type { Entry, Graph, Rule } from '../graph/entries.ts';
import { CODE_SYSTEMS, type CodeSystem } from '../model/words.ts';
import type { Context } from '../schema/builder.ts';
import { ContractError, below, cut, type Path } from '../schema/errors.ts';
import { findById, typeNameOf } from '../schema/global-ids.ts';
import {
  resolveBillingCode,
  resolveCondition,
  resolvePlan,
  resolveRule,
  resolveService,
  resolveSource,
  resolveTechnique,
  resolveTerritory,
} from '../schema/resolve-arguments.ts';
import { caseWithKey } from './coverage-case.ts';
import type { Representation } from './field-set.ts';
import type { Find, Keys } from './subgraph.ts';

type Named = (graph: Graph, name: string, at: Path) => object;

/** The text of one field of a key. A number or a list there names nothing. */
function text(representation: Representation, field: string, at: Path): string {
  const value = representation[field];
  if (typeof value === 'string') return value;
  throw new ContractError(
    'BAD_ID',
    `"${field}" is written as text.`,
    below(at, `.${field}`),
    cut(JSON.stringify(value)),
  );
}

const by =
  (field: string, named: Named) =>
  ({ graph }: Context): Find =>
  (representation, at) =>
    named(graph, text(representation, field, at), below(at, `.${field}`));

const byId =
  (type: string) =>
  ({ graph }: Context): Find =>
  (representation, at) => {
    const id = text(representation, 'id', at);
    const found: Entry | Rule | null = findById(graph, id, below(at, '.id'));
    if (found && typeNameOf(found) !== type)
      throw new ContractError('BAD_ID', `This id names a ${typeNameOf(found)} and no ${type}.`, below(at, '.id'), id);
    return found;
  };

const bySystemAndCode =
  ({ graph }: Context): Find =>
  (representation, at) => {
    const system = text(representation, 'system', at);
    const known = CODE_SYSTEMS.find((each): each is CodeSystem => each === system);
    if (!known)
      throw new ContractError(
        'UNKNOWN_SUBJECT',
        `There is no code system "${cut(system)}" here. Use ${CODE_SYSTEMS.join(' or ')}.`,
        below(at, '.system'),
        system,
      );
    return resolveBillingCode(graph, text(representation, 'code', at), known, below(at, '.code'));
  };

const named = (type: string, field: string, find: Named): Keys<Context> => ({
  [field]: by(field, find),
  id: byId(type),
});

export const entities: Readonly<Record<string, Keys<Context>>> = {
  Plan: named('Plan', 'slug', resolvePlan),
  Service: named('Service', 'slug', resolveService),
  Technique: named('Technique', 'slug', resolveTechnique),
  BillingCode: { 'system code': bySystemAndCode, id: byId('BillingCode') },
  Territory: named('Territory', 'code', resolveTerritory),
  CoverageCondition: named('CoverageCondition', 'slug', resolveCondition),
  CoverageRule: named('CoverageRule', 'slug', resolveRule),
  SourceDocument: named('SourceDocument', 'slug', resolveSource),
  CoverageCase: { key: by('key', caseWithKey) },
};
