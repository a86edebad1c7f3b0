/**
 * From documents to the graph: every name joined to its entry, every inverse derived, every law of the data held against it.
 * Pure: the same documents give the same graph. A graph with any problem is no graph.
 */
import { createHash, type Hash } from 'node:crypto';
import type { DataDocuments, PlanDocument } from '../model/shapes.ts';
import { finishConcepts, joinConcepts } from './concepts.ts';
import type { Entry, Graph, Passage, Plan, Rule } from './entries.ts';
import { deepFreeze } from './deep-freeze.ts';
import { ReferenceResolver } from './reference-resolver.ts';
import { checkConstraints, CONSTRAINTS } from './constraints.ts';
import { type Mutable, union } from './links.ts';
import { completenessOf, joinCases, joinPlans, type UncitedLinks } from './plans.ts';
import type { Problem } from './problems.ts';
import { finishRules, joinRules } from './rules.ts';
import { joinSources, type Quotes } from './sources.ts';
import { ABROAD, atomsOf, joinTerritories } from './territories.ts';

const LEAVES_REASONING_WHOLE = new Set(
  CONSTRAINTS.filter(({ reasoning }) => reasoning === 'goes on').map(({ name }) => name),
);

export interface BuildResult {
  /** Null where there is any problem. */
  readonly graph: Graph | null;
  /** The graph, also where it breaks laws that leave it fit to reason with: so that what only reasoning shows is told too. */
  readonly examinable: Graph | null;
  readonly problems: Problem[];
}

/** Joins shape-checked documents; all problems are told at once. */
export function buildGraph(documents: DataDocuments, quotes: Quotes = () => null): BuildResult {
  const joining = new ReferenceResolver(documents);
  joinSources(joining, quotes);
  joinTerritories(joining);
  joinConcepts(joining);
  const uncited = joinPlans(joining);
  joinRules(joining);
  joinCases(joining);
  finishConcepts(joining);
  finishRules(joining);
  citeEntries(joining, uncited);
  const graph = graphOf(joining);
  const problems = checkConstraints({ documents, graph, unresolved: joining.unresolved });
  const examinable = problems.every(({ law }) => LEAVES_REASONING_WHOLE.has(law)) ? deepFreeze(graph) : null;
  return { graph: problems.length > 0 ? null : examinable, examinable, problems };
}

function graphOf(joining: ReferenceResolver): Graph {
  const { plans, services, techniques, billingCodes, subjects, territories, conditions, sources, rules, documents } =
    joining;
  const abroad = territories.get(ABROAD);
  if (!abroad) throw new Error('the place ZZ is entered with every table');
  const states = [...territories.values()].filter(({ code }) => code.startsWith('US-'));
  return {
    version: versionOf(documents),
    plans,
    services,
    techniques,
    billingCodes,
    subjects,
    territories,
    conditions,
    sources,
    rules,
    abroad,
    defaultHome: atomsOf(states),
    everywhere: atomsOf(territories.values()),
    completeness: completenessOf(joining),
    notices: documents.dataSets.flatMap(({ notices }) => notices ?? []),
  };
}

/** An entry that cites nothing itself is cited by what its rules and its own links cite, or else by the links that others state. */
function citeEntries(joining: ReferenceResolver, uncited: UncitedLinks): void {
  const { links, sources, territories, conditions, subjects, plans } = joining;
  const citing: Mutable<Entry & { rules: readonly Rule[] }>[] = [
    ...conditions.values(),
    ...subjects.values(),
    ...plans.values(),
  ];
  const lists = (claims: readonly { readonly cites: readonly Passage[] }[]) => claims.map(({ cites }) => cites);
  for (const entry of citing) {
    if (entry.cites.length === 0) entry.cites = union(lists([...entry.rules, ...links.statedBy(entry)]));
    if (entry.cites.length === 0) entry.cites = union(lists(links.of(entry)));
  }
  for (const link of uncited) links.cite(link, (link.from as Plan).cites);
  for (const entry of [...citing, ...sources.values(), ...territories.values()]) entry.links = links.of(entry);
}

/** SHA-256 over the documents with the keys of every map in order, save those of the rules, whose order decides what is asked first. */
function versionOf(documents: DataDocuments): string {
  const digest = createHash('sha256');
  const tell = (value: unknown): void => {
    digest.update(JSON.stringify(canonical(value)));
  };
  tellMap(digest, Object.entries(documents), (kind, entries: DataDocuments[keyof DataDocuments]) => {
    if (Array.isArray(entries)) tell(entries);
    else
      tellMap(digest, Object.entries(entries), (_, document) => {
        tell(
          kind === 'plans' ? { ...document, rules: Object.entries((document as PlanDocument).rules ?? {}) } : document,
        );
      });
  });
  return digest.digest('hex');
}

/** As the canonical form of a map is written, but one entry at a time: the whole of a large data set is more than one text can hold. */
function tellMap<T>(
  digest: Hash,
  entries: readonly (readonly [string, T])[],
  tell: (key: string, value: T) => void,
): void {
  inOrder(entries).forEach(([key, value], index) => {
    digest.update(`${index === 0 ? '[' : ','}[${JSON.stringify(key)},`);
    tell(key, value);
    digest.update(']');
  });
  digest.update(entries.length === 0 ? '[]' : ']');
}

const inOrder = <T>(entries: readonly (readonly [string, T])[]) => [...entries].sort(([a], [b]) => (a < b ? -1 : 1));

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return inOrder(Object.entries(value).filter(([, each]) => each !== undefined)).map(([key, each]) => [
    key,
    canonical(each),
  ]);
}
