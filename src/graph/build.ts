/**
 * From documents to the graph: every name joined to its entry, every inverse derived, every law of the data held against it.
 * Pure: the same documents give the same graph. A graph with any problem is no graph.
 */
import { createHash } from 'node:crypto';
import type { DataDocuments } from '../model/shapes.ts';
import { finishConcepts, joinConcepts } from './concepts.ts';
import type { Entry, Graph, Passage, Plan, Rule } from './entries.ts';
import { freeze } from './freeze.ts';
import { Joining } from './joining.ts';
import { checkLaws, LAWS } from './laws.ts';
import { type Mutable, union } from './links.ts';
import { completenessOf, joinCases, joinPlans, type UncitedLinks } from './plans.ts';
import type { Problem } from './problems.ts';
import { finishRules, joinRules } from './rules.ts';
import { joinSources, type Quotes } from './sources.ts';
import { ABROAD, atomsOf, joinTerritories } from './territories.ts';

const LEAVES_REASONING_WHOLE = new Set(LAWS.filter(({ reasoning }) => reasoning === 'goes on').map(({ name }) => name));

export interface Built {
  /** Null where there is any problem. */
  readonly graph: Graph | null;
  /** The graph, also where it breaks laws that leave it fit to reason with: so that what only reasoning shows is told too. */
  readonly examinable: Graph | null;
  readonly problems: Problem[];
}

/** Joins shape-checked documents; all problems are told at once. */
export function buildGraph(documents: DataDocuments, quotes: Quotes = () => null): Built {
  const joining = new Joining(documents);
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
  const problems = checkLaws({ documents, graph, unresolved: joining.unresolved });
  const examinable = problems.every(({ law }) => LEAVES_REASONING_WHOLE.has(law)) ? freeze(graph) : null;
  return { graph: problems.length > 0 ? null : examinable, examinable, problems };
}

function graphOf(joining: Joining): Graph {
  const { plans, services, techniques, billingCodes, subjects, territories, conditions, sources, rules, documents } = joining;
  const abroad = territories.get(ABROAD);
  if (!abroad) throw new Error('the place ZZ is entered with every table');
  const states = [...territories.values()].filter(({ code }) => code.startsWith('US-'));
  return {
    version: versionOf(documents),
    plans, services, techniques, billingCodes, subjects, territories, conditions, sources, rules, abroad,
    defaultHome: atomsOf(states),
    completeness: completenessOf(joining),
    notices: documents.dataSets.flatMap(({ notices }) => notices ?? []),
  };
}

/** An entry that cites nothing itself is cited by what its rules and its own links cite, or else by the links that others state. */
function citeEntries(joining: Joining, uncited: UncitedLinks): void {
  const { links, sources, territories, conditions, subjects, plans } = joining;
  const citing: Mutable<Entry & { rules: readonly Rule[] }>[] = [...conditions.values(), ...subjects.values(), ...plans.values()];
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
  const plans = Object.entries(documents.plans).map(([slug, plan]) => [slug, { ...plan, rules: Object.entries(plan.rules ?? {}) }] as const);
  return createHash('sha256').update(JSON.stringify(canonical({ ...documents, plans: new Map(plans) }))).digest('hex');
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const entries: [string, unknown][] = value instanceof Map ? [...value] as [string, unknown][] : Object.entries(value);
  return entries.filter(([, each]) => each !== undefined).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, canonical(each)]);
}
