/** Global ids as Relay has them: opaque to clients, here base64 of the type's name, a colon and the slug. */
import type { Disagreement } from '../engine/determination.ts';
import { disagreementOfKey } from '../engine/disagreement-index.ts';
import type { Entry, Graph, Rule } from '../graph/entries.ts';
import type { ConceptKind, DisagreementKind } from '../model/words.ts';
import { ContractError, type Path } from './errors.ts';

/** Whatever has a global id. */
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
    // Places stand under their codes, which are their slugs in capitals.
    Territory: ({ territories }, slug) => territories.get(slug.toUpperCase()),
    CoverageCondition: ({ conditions }, slug) => conditions.get(slug),
    SourceDocument: ({ sources }, slug) => sources.get(slug),
    CoverageRule: ({ rules }, slug) => rules.get(slug),
  } satisfies Record<string, (graph: Graph, slug: string) => Entry | Rule | undefined>),
);

/** Made once for each: most of what it costs to answer with an entry's name is its id. */
const made = new WeakMap<Identified, string>();
export function globalId(value: Identified): string {
  let id = made.get(value);
  if (id === undefined)
    made.set(
      value,
      (id = Buffer.from(`${typeNameOf(value)}:${'slug' in value ? value.slug : value.key}`, 'utf8').toString('base64')),
    );
  return id;
}

/** The type and the key that an id is made of. Anything that is no id of this graph is refused. */
function takenApart(id: string, argument: Path): { type: string; slug: string } {
  const text = Buffer.from(id, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  const [type, slug] = [text.slice(0, colon), text.slice(colon + 1)];
  const isWhole = colon > 0 && slug !== '' && Buffer.from(text, 'utf8').toString('base64') === id;
  if (isWhole && (type === 'SourceDisagreement' || LOOK_UP.has(type))) return { type, slug };
  throw new ContractError(
    'BAD_ID',
    'This is no global id of this graph. Take ids from the "id" field of an entry, and do not build them.',
    argument,
    id,
  );
}

/** Ids that were taken apart lately, since the same are asked for again and again. */
const lately = new WeakMap<Graph, Map<string, Entry | Rule>>();
const mostLately = 10_000;

/** The entry or rule that the id names; null where it is well formed and nothing of that slug is loaded. */
export function findById(graph: Graph, id: string, argument: Path): Entry | Rule | null {
  let known = lately.get(graph);
  if (known === undefined || known.size >= mostLately) lately.set(graph, (known = new Map<string, Entry | Rule>()));
  const before = known.get(id);
  if (before !== undefined) return before;
  const { type, slug } = takenApart(id, argument);
  const found = LOOK_UP.get(type)?.(graph, slug);
  if (found?.slug !== slug) return null;
  known.set(id, found);
  return found;
}

/** The same, of anything that has an id; disagreements are derived, on the day named. */
export function findNode(graph: Graph, id: string, argument: Path, today: string): Identified | null {
  const before = lately.get(graph)?.get(id);
  if (before !== undefined) return before;
  const { type, slug } = takenApart(id, argument);
  return type === 'SourceDisagreement' ? disagreementOfKey(graph, slug, today) : findById(graph, id, argument);
}
