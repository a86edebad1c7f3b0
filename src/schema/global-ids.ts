/** Global ids as Relay has them: opaque to clients, here base64 of the type's name, a colon and the slug. */
import type { Disagreement } from '../engine/determination.ts';
import type { Entry, Graph, Rule } from '../graph/entries.ts';
import type { ConceptKind, DisagreementKind } from '../model/words.ts';
import { Refusal } from './errors.ts';
import { withKey } from './pages.ts';
import { bySlug } from './shelves.ts';

/** Whatever has a global id. */
export type Identified = Entry | Rule | Disagreement;

const TYPE_OF_KIND = {
  PLAN: 'Plan', SERVICE: 'Service', TECHNIQUE: 'Technique', BILLING_CODE: 'BillingCode', TERRITORY: 'Territory',
  COVERAGE_CONDITION: 'CoverageCondition', SOURCE: 'SourceDocument',
  CONTRADICTION: 'SourceDisagreement', REFINEMENT: 'SourceDisagreement', SCOPE: 'SourceDisagreement',
  VINTAGE: 'SourceDisagreement', TERMINOLOGY: 'SourceDisagreement',
} as const satisfies Record<ConceptKind | DisagreementKind, string>;

/** The name of the GraphQL type that a value is shown as. */
export function typeNameOf(value: Identified): string {
  return 'effect' in value ? 'CoverageRule' : TYPE_OF_KIND[value.kind];
}

/** Disagreements are derived with an answer and kept nowhere: their ids are well formed, and lead to nothing yet. */
const NONE: ReadonlyMap<string, Rule> = new Map();

const TABLES = new Map<string, (graph: Graph) => ReadonlyMap<string, Entry | Rule>>(Object.entries({
  Plan: ({ plans }) => plans,
  Service: ({ services }) => services,
  Technique: ({ techniques }) => techniques,
  BillingCode: ({ billingCodes }) => billingCodes,
  Territory: ({ territories }) => territories,
  CoverageCondition: ({ conditions }) => conditions,
  SourceDocument: ({ sources }) => sources,
  CoverageRule: ({ rules }) => rules,
  SourceDisagreement: () => NONE,
} satisfies Record<string, (graph: Graph) => ReadonlyMap<string, Entry | Rule>>));

export function globalId(value: Identified): string {
  return Buffer.from(`${typeNameOf(value)}:${'slug' in value ? value.slug : value.key}`, 'utf8').toString('base64');
}

/** What the id names; null where it is well formed and nothing of that slug is loaded. Anything else is refused. */
export function findById(graph: Graph, id: string, argument: string): Entry | Rule | null {
  const text = Buffer.from(id, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  const [type, slug] = [text.slice(0, colon), text.slice(colon + 1)];
  const isWhole = colon > 0 && slug !== '' && Buffer.from(text, 'utf8').toString('base64') === id;
  const table = isWhole ? TABLES.get(type) : undefined;
  if (!table) throw new Refusal('BAD_ID', 'This is no global id of this graph. Take ids from the "id" field of an entry, and do not build them.', argument, id);
  return withKey(bySlug(table(graph)), slug);
}
