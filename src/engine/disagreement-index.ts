/**
 * Lists every disagreement of a data set. For each plan with rules it answers the question of each subject that the rules
 * in reach are about, at home and at every place that one of them names, if at least two sources, or two wordings of one
 * source, have rules on it. A disagreement that several plans take over is listed once, for the plan nearest to the rules.
 */
import type { Entry, Graph, Plan, Rule, Subject, Territory } from '../graph/entries.ts';
import type { Disagreement } from './determination.ts';
import { conclude } from './outcomes.ts';
import { rulesInReach } from './derive.ts';
import { differingClaims } from './differing-claims.ts';
import { disagreements } from './disagreements.ts';
import { sourcePositions } from './source-positions.ts';
import type { Question } from './question.ts';
import { planChain } from './applicable-rules.ts';

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

function* derived(graph: Graph, today: string): Generator<undefined, readonly Disagreement[]> {
  const entries: Entry[] = [
    ...graph.plans.values(),
    ...graph.subjects.values(),
    ...graph.conditions.values(),
    ...graph.sources.values(),
  ];
  const ofRules = new Map<string, Disagreement>();
  for (const plan of nearestFirst(graph)) {
    for (const { subject, territory } of worthAsking(plan)) {
      for (const each of disagreementsOn({ graph, plan, subject, territory }, today)) {
        const same = JSON.stringify([
          each.kind,
          each.rules.map(({ slug }) => slug).sort(),
          each.positions.map(({ sources }) => sources.map(({ slug }) => slug)),
        ]);
        if (!ofRules.has(same)) ofRules.set(same, each);
      }
      yield;
    }
  }
  return [...ofRules.values(), ...entries.flatMap(differingClaims)].sort((a, b) => (a.key < b.key ? -1 : 1));
}

/**
 * The disagreement with that key, also for a plan that the list leaves out because it takes the rules over. Null if the
 * data has no such disagreement, or if it exists only for certain given facts or included sources.
 */
export function disagreementOfKey(graph: Graph, key: string, today: string): Disagreement | null {
  const listed = allDisagreements(graph, today).find((each) => each.key === key);
  if (listed) return listed;
  const [, ofPlan = '', ofSubject = '', place = ''] = key.split(' ');
  const [plan, subject] = [graph.plans.get(ofPlan), graph.subjects.get(ofSubject)];
  if (!plan || !subject) return null;
  return (
    disagreementsOn({ graph, plan, subject, territory: graph.territories.get(place) ?? null }, today).find(
      (each) => each.key === key,
    ) ?? null
  );
}

/** The plans with rules; a plan comes before the plans that take rules from it. */
const nearestFirst = (graph: Graph): Plan[] =>
  [...graph.plans.values()]
    .filter(({ rules }) => rules.length > 0)
    .sort((a, b) => planChain(a).size - planChain(b).size || (a.slug < b.slug ? -1 : 1));

/** The subjects of the rules in reach, each at home and at the places that a rule about it names. */
function worthAsking(plan: Plan): { subject: Subject; territory: Territory | null }[] {
  const rules = [...planChain(plan)].flatMap((each) => each.rules);
  const named = (rule: Rule): readonly Territory[] => [...rule.where.territories, ...rule.exceptTo.flatMap(named)];
  return [...new Set(rules.map(({ subject }) => subject))].flatMap((subject) => {
    const abroad = rules.filter(
      (rule) => rule.subject === subject && rule.where.scope !== 'HOME' && rule.where.scope !== 'UNSTATED',
    );
    return [null, ...new Set(abroad.flatMap(named))].map((territory) => ({ subject, territory }));
  });
}

function disagreementsOn(
  { graph, plan, subject, territory }: Pick<Question, 'graph' | 'plan' | 'subject' | 'territory'>,
  today: string,
): Disagreement[] {
  const question: Question = {
    graph,
    plan,
    subject,
    territory,
    met: [],
    unmet: [],
    counts: new Map(),
    on: today,
    onAssumed: false,
    accordingTo: null,
    minimumAuthority: null,
  };
  const conclusion = conclude(question);
  const rules = [...rulesInReach(conclusion.derivation)];
  const sources = new Set(rules.flatMap(({ cites }) => cites.map(({ source }) => source)));
  return sources.size > 1 || rules.some(({ restates }) => restates.length > 0)
    ? disagreements(question, sourcePositions(conclusion))
    : [];
}
