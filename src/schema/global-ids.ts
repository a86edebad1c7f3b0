/** Global ids as in Relay: opaque to clients; here base64 of the type name, a colon and the slug. */
import type { Disagreement } from '../engine/determination.ts';
import { disagreementOfKey } from '../engine/disagreement-index.ts';
import type { Entry, Graph, Rule } from '../graph/entries.ts';
import type { ConceptKind, DisagreementKind } from '../model/words.ts';
import { ContractError, type Path } from './errors.ts';

/** Everything that has a global id. */
export type Identified = Entry | Rule | Disagreement;

const TYPE_OF_KIND = {
  PLAN: 'Plan',
  SERVICE: 'Service',
  TECHNIQUE: 'Technique',
  BILLING_CODE: 'BillingCode',
  TERRITORY: 'Territory',
  COVERAGE_CONDITION: 'CoverageCondition',
  SOURCE: 'SourceDocument',
  CONTRADICTION: 'SourceDisagreement',
  REFINEMENT: 'SourceDisagreement',
  SCOPE: 'SourceDisagreement',
  VINTAGE: 'SourceDisagreement',
  TERMINOLOGY: 'SourceDisagreement',
} as const satisfies Record<ConceptKind | DisagreementKind, string>;

/** The name of the GraphQL type that a value is shown as. */
export function typeNameOf(value: Identified): string {
  return 'effect' in value ? 'CoverageRule' : TYPE_OF_KIND[value.kind];
}

const LOOK_UP = new Map<string, (graph: Graph, slug: string) => Entry | Rule | undefined>(
  Object.entries({
    Plan: ({ plans }, slug) => plans.get(slug),
    Service: ({ services }, slug) => services.get(slug),
    Technique: ({ techniques }, slug) => techniques.get(slug),
    BillingCode: ({ billingCodes }, slug) => billingCodes.get(slug),
    // Territories are keyed by code, which is the slug in upper case.
    Territory: ({ territories }, slug) => territories.get(slug.toUpperCase()),
    CoverageCondition: ({ conditions }, slug) => conditions.get(slug),
    SourceDocument: ({ sources }, slug) => sources.get(slug),
    CoverageRule: ({ rules }, slug) => rules.get(slug),
  } satisfies Record<string, (graph: Graph, slug: string) => Entry | Rule | undefined>),
);

const idCache = new WeakMap<Identified, string>();

/** The global id of a value. Computed once, because encoding is most of the cost of resolving a small entry. */
export function globalId(value: Identified): string {
  const cached = idCache.get(value);
  if (cached !== undefined) return cached;
  const key = 'slug' in value ? value.slug : value.key;
  const id = Buffer.from(`${typeNameOf(value)}:${key}`, 'utf8').toString('base64');
  idCache.set(value, id);
  return id;
}

/** Decodes an id into type name and slug. Throws BAD_ID for text that `globalId` would not produce. */
function decodeId(id: string, argument: Path): { type: string; slug: string } {
  const text = Buffer.from(id, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  const type = text.slice(0, colon);
  const slug = text.slice(colon + 1);
  const isWhole = colon > 0 && slug !== '' && Buffer.from(text, 'utf8').toString('base64') === id;
  if (isWhole && (type === 'SourceDisagreement' || LOOK_UP.has(type))) return { type, slug };
  throw new ContractError(
    'BAD_ID',
    'This is no global id of this graph. Take ids from the "id" field of an entry, and do not build them.',
    argument,
    id,
  );
}

/** Recently decoded ids, because clients ask for the same ids again and again. */
const recentlyFound = new WeakMap<Graph, Map<string, Entry | Rule>>();
const MAX_RECENT = 10_000;

/** The cache for a graph; replaced by an empty one when it is full. */
function recentOf(graph: Graph): Map<string, Entry | Rule> {
  const recent = recentlyFound.get(graph);
  if (recent !== undefined && recent.size < MAX_RECENT) return recent;
  const empty = new Map<string, Entry | Rule>();
  recentlyFound.set(graph, empty);
  return empty;
}

/**
 * The entry or rule with this id; null if the id is well formed but no such entry is loaded.
 * @throws {ContractError} BAD_ID if the id is malformed
 */
export function findById(graph: Graph, id: string, argument: Path): Entry | Rule | null {
  const recent = recentOf(graph);
  const cached = recent.get(id);
  if (cached !== undefined) return cached;
  const { type, slug } = decodeId(id, argument);
  const found = LOOK_UP.get(type)?.(graph, slug);
  if (found?.slug !== slug) return null;
  recent.set(id, found);
  return found;
}

/** Like `findById`, and also finds disagreements, which are derived for the day `today`. */
export function findNode(graph: Graph, id: string, argument: Path, today: string): Identified | null {
  const cached = recentlyFound.get(graph)?.get(id);
  if (cached !== undefined) return cached;
  const { type, slug } = decodeId(id, argument);
  return type === 'SourceDisagreement' ? disagreementOfKey(graph, slug, today) : findById(graph, id, argument);
}
