/**
 * Lists every disagreement of a data set: for each plan with rules and each subject that the rules in reach are about, or
 * in which rules about several broader subjects meet, those that belong to them, and what sources disagree on in links and
 * remarks.
 */
import type { Entry, Graph, Plan, Subject } from '../graph/entries.ts';
import { planChain, subjectChain } from './applicable-rules.ts';
import type { Disagreement } from './determination.ts';
import { differingClaims } from './differing-claims.ts';
import { disagreementsOf } from './disagreements.ts';

interface Index {
  readonly today: string;
  readonly work: Iterator<undefined, readonly Disagreement[]>;
  found: readonly Disagreement[] | null;
}
const indexes = new WeakMap<Graph, Index>();

/** All disagreements of the data on a day, sorted by key. Cached for the last day. */
export function allDisagreements(graph: Graph, today: string): readonly Disagreement[] {
  while (!buildIncrementally(graph, today)) continue;
  return indexes.get(graph)?.found ?? [];
}

/** Does the next small part of that work and returns true once the list is complete. Lets a server do other work between. */
export function buildIncrementally(graph: Graph, today: string): boolean {
  const index = indexFor(graph, today);
  if (index.found) return true;
  try {
    const { done, value } = index.work.next();
    if (done === true) index.found = value;
    return done === true;
  } catch (error) {
    indexes.delete(graph); // start again next time: the list is incomplete
    throw error;
  }
}

function indexFor(graph: Graph, today: string): Index {
  const current = indexes.get(graph);
  if (current?.today === today) return current;
  const index: Index = { today, work: derived(graph, today), found: null };
  indexes.set(graph, index);
  return index;
}

const entriesOf = (graph: Graph): Entry[] => [
  ...graph.plans.values(),
  ...graph.subjects.values(),
  ...graph.conditions.values(),
  ...graph.sources.values(),
];

function* derived(graph: Graph, today: string): Generator<undefined, readonly Disagreement[]> {
  const found: Disagreement[] = [];
  const meetings = [...graph.subjects.values()].filter(({ up }) => up.length > 1);
  for (const plan of yield* nearestFirst(graph)) {
    for (const subject of worthAsking(plan, meetings)) {
      found.push(...disagreementsOf(graph, plan, subject, today));
      yield;
    }
  }
  for (const entry of entriesOf(graph)) {
    found.push(...differingClaims(entry));
    yield;
  }
  return found.sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** The disagreement with that key; null if the data has none on that day. */
export function disagreementOfKey(graph: Graph, key: string, today: string): Disagreement | null {
  const [, ofPlan = '', ofSubject = ''] = key.split(' ');
  const [plan, subject] = [graph.plans.get(ofPlan), graph.subjects.get(ofSubject)];
  const ofRules = plan && subject ? disagreementsOf(graph, plan, subject, today) : [];
  const ofClaims = (): Disagreement[] =>
    entriesOf(graph)
      .filter(({ slug }) => slug === ofSubject)
      .flatMap(differingClaims);
  return [...ofRules, ...ofClaims()].find((each) => each.key === key) ?? null;
}

/** Whether it has rules, asks something of what it takes over, or takes rules from several plans. */
const canDecide = ({ rules, takesRulesFrom }: Plan): boolean =>
  rules.length > 0 || takesRulesFrom.length > 1 || takesRulesFrom.some(({ requires }) => requires.length > 0);

/** The plans with rules; a plan comes before the plans that take rules from it. */
function* nearestFirst(graph: Graph): Generator<undefined, Plan[]> {
  const lengths = new Map<Plan, number>();
  for (const plan of graph.plans.values()) {
    if (canDecide(plan)) lengths.set(plan, planChain(plan).size);
    yield;
  }
  const lengthOf = (plan: Plan): number => lengths.get(plan) ?? 0;
  return [...lengths.keys()].sort((a, b) => lengthOf(a) - lengthOf(b) || (a.slug < b.slug ? -1 : 1));
}

/** The subjects of the rules in reach, and those in which rules about several of these meet. */
function worthAsking(plan: Plan, meetings: readonly Subject[]): Subject[] {
  const ruled = new Set([...planChain(plan)].flatMap(({ rules }) => rules.map(({ subject }) => subject)));
  const isMeeting = (subject: Subject): boolean => {
    const broader = [...subjectChain(subject).keys()].filter((each) => ruled.has(each));
    return broader.length > 1;
  };
  return [...ruled, ...meetings.filter((subject) => !ruled.has(subject) && isMeeting(subject))];
}
