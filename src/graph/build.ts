/**
 * Builds the graph from documents: resolves every name, derives every inverse link and checks every constraint on the data.
 * The same documents always give the same graph. A data set with any problem gives no graph.
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

/** The constraints that data may break and still be fit to derive answers from. */
const HARMLESS_TO_REASONING = new Set(
  CONSTRAINTS.filter(({ reasoning }) => reasoning === 'goes on').map(({ name }) => name),
);

/** The graph, or what is wrong with the documents. */
export interface BuildResult {
  /** Null if there is any problem. */
  readonly graph: Graph | null;
  /** The graph, if answers can be derived from it despite its problems, so that the engine can report its problems too. */
  readonly examinable: Graph | null;
  readonly problems: Problem[];
}

/**
 * Builds a graph from documents whose shapes were checked, and reports all problems at once. `quotes` gives the original
 * text of passages, if the operator has it.
 */
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
  const examinable = problems.every(({ law }) => HARMLESS_TO_REASONING.has(law)) ? deepFreeze(graph) : null;
  return { graph: problems.length > 0 ? null : examinable, examinable, problems };
}

function graphOf(joining: ReferenceResolver): Graph {
  const { plans, services, techniques, billingCodes, subjects, territories, conditions, sources, rules, documents } =
    joining;
  const abroad = territories.get(ABROAD);
  if (!abroad) throw new Error('joinTerritories did not add the place ZZ; it must run before the graph is made');
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
    notRead: documents.dataSets.flatMap(({ notRead }) => notRead ?? []),
  };
}

/** Gives an entry that cites nothing itself the passages that its rules and own links cite, else those of all its links. */
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

/**
 * SHA-256 over the documents, in hexadecimal. The keys of every map are sorted, except those of the rules, because their
 * order decides which condition is asked about first.
 */
function versionOf(documents: DataDocuments): string {
  const digest = createHash('sha256');
  const hashValue = (value: unknown): void => {
    digest.update(JSON.stringify(canonical(value)));
  };
  hashMap(digest, Object.entries(documents), (kind, entries: DataDocuments[keyof DataDocuments]) => {
    if (Array.isArray(entries)) hashValue(entries);
    else
      hashMap(digest, Object.entries(entries), (_, document) => {
        hashValue(
          kind === 'plans' ? { ...document, rules: Object.entries((document as PlanDocument).rules ?? {}) } : document,
        );
      });
  });
  return digest.digest('hex');
}

/** Hashes a map in its canonical form, one entry at a time, since a large data set is longer than a string may be. */
function hashMap<T>(
  digest: Hash,
  entries: readonly (readonly [string, T])[],
  hashEntry: (key: string, value: T) => void,
): void {
  inOrder(entries).forEach(([key, value], index) => {
    digest.update(`${index === 0 ? '[' : ','}[${JSON.stringify(key)},`);
    hashEntry(key, value);
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
