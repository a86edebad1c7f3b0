/**
 * Every disagreement of a data set, found by asking: of each plan with rules, each subject that rules in its reach speak
 * of, at home and at every place that one of them names, wherever at least two sources, or one twice, have something to
 * say. What two plans take over alike is told once, of the plan nearest to the rules.
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

/** All disagreements of the data on that day, by key; worked out once for each day that is asked for. */
export function allDisagreements(graph: Graph, today: string): readonly Disagreement[] {
  while (!buildIncrementally(graph, today)) continue;
  return indexes.get(graph)?.found ?? [];
}

/** Does a small part of that work, for who has other things to do meanwhile; true once nothing is left to do. */
export function buildIncrementally(graph: Graph, today: string): boolean {
  let index = indexes.get(graph);
  if (index?.today !== today) indexes.set(graph, (index = { today, work: derived(graph, today), found: null }));
  if (index.found) return true;
  try {
    const { done, value } = index.work.next();
    if (done === true) index.found = value;
    return done === true;
  } catch (error) {
    indexes.delete(graph); // half of the work is no list
    throw error;
  }
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
 * The disagreement of that key, also of a plan that the list above leaves out because it takes the rules over; null where
 * the data holds none such any more, or it hung on facts or sources that an asker narrowed his question to.
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

/** Plans from which others take their rules come before those. */
const nearestFirst = (graph: Graph): Plan[] =>
  [...graph.plans.values()]
    .filter(({ rules }) => rules.length > 0)
    .sort((a, b) => planChain(a).size - planChain(b).size || (a.slug < b.slug ? -1 : 1));

/** The subjects that rules in reach speak of, each at home and at the places that one of these rules names. */
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
  return sources.size > 1 || rules.some(({ restates }) => restates !== null)
    ? disagreements(question, sourcePositions(conclusion))
    : [];
}
