/** The entities of this subgraph and their keys. A published key value is never reused for another entity. */
import type { Entry, Graph, Rule } from '../graph/entries.ts';
import { CODE_SYSTEMS, type CodeSystem } from '../model/words.ts';
import type { Context } from '../schema/builder.ts';
import { ContractError, below, cut, type Path } from '../schema/errors.ts';
import { findById, typeNameOf } from '../schema/global-ids.ts';
import {
  billingCodeWritten,
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
import { withSentKey } from './sent-key.ts';
import type { Find, Keys } from './subgraph.ts';

type Resolve = (graph: Graph, name: string, at: Path) => object;

/**
 * The value of one key field.
 * @throws {ContractError} BAD_ID if the value is not a string
 */
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
  (field: string, resolve: Resolve) =>
  ({ graph }: Context): Find =>
  (representation, at) =>
    resolve(graph, text(representation, field, at), below(at, `.${field}`));

const byId =
  (type: string) =>
  ({ graph }: Context): Find =>
  (representation, at) => {
    const id = text(representation, 'id', at);
    const entry: Entry | Rule | null = findById(graph, id, below(at, '.id'));
    if (entry && typeNameOf(entry) !== type)
      throw new ContractError('BAD_ID', `This id names a ${typeNameOf(entry)}, not a ${type}.`, below(at, '.id'), id);
    return entry;
  };

const bySystemAndCode =
  ({ graph }: Context): Find =>
  (representation, at) => {
    const system = text(representation, 'system', at);
    const codeSystem = CODE_SYSTEMS.find((each): each is CodeSystem => each === system);
    if (!codeSystem)
      throw new ContractError(
        'UNKNOWN_SUBJECT',
        `There is no code system "${cut(system)}" here. Use ${CODE_SYSTEMS.join(' or ')}.`,
        below(at, '.system'),
        system,
      );
    const code = text(representation, 'code', at);
    const path = below(at, '.code');
    const named = billingCodeWritten(graph, code, path, codeSystem);
    // A code with another system in front of it, as in CPT-97124 with the system HCPCS, is no code of the system.
    const found = named.system === codeSystem ? named : resolveBillingCode(graph, code, codeSystem, path);
    return withSentKey(found, 'code', code);
  };

/** The keys of a type that has a natural key of one field, and a global id. */
const keysOf = (type: string, field: string, resolve: Resolve): Keys<Context> => ({
  [field]: by(field, resolve),
  id: byId(type),
});

/** The types whose code is found in upper and lower case, and is answered as it was sent. */
export const typesWithSentKeys: readonly string[] = ['BillingCode', 'Territory'];

/** Every entity type by name, with a resolver for each of its keys. */
export const entities: Readonly<Record<string, Keys<Context>>> = {
  Plan: keysOf('Plan', 'slug', resolvePlan),
  Service: keysOf('Service', 'slug', resolveService),
  Technique: keysOf('Technique', 'slug', resolveTechnique),
  BillingCode: { 'system code': bySystemAndCode, id: byId('BillingCode') },
  Territory: keysOf('Territory', 'code', (graph, code, at) =>
    withSentKey(resolveTerritory(graph, code, at), 'code', code),
  ),
  CoverageCondition: keysOf('CoverageCondition', 'slug', resolveCondition),
  CoverageRule: keysOf('CoverageRule', 'slug', resolveRule),
  SourceDocument: keysOf('SourceDocument', 'slug', resolveSource),
  CoverageCase: { key: by('key', caseWithKey) },
};
