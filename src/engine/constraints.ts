/**
 * The laws of the data that need the engine: a stated case has the answer that the rules give, two rules of one source
 * do not contradict each other, and every rule decides at least one question. No law depends on the current day, so data
 * that is sound today is sound on every later day.
 */
import type { Case, Graph, Plan, Rule, Source, Territory } from '../graph/entries.ts';
import type { Problem } from '../graph/problems.ts';
import { conclude, isPossible, withinBudget } from './outcomes.ts';
import { decidingRules } from './deciding-rules.ts';
import { isExceptionTo } from './conflict-resolution.ts';
import { determine } from './determine.ts';
import { FALSE, makeBdd } from './bdd.ts';
import { effectiveCondition } from './derive.ts';
import { background, makeBooleanVariables } from './boolean-variables.ts';
import { comparePlaces, placesOf, exceptionChainsOf } from './rule-territory.ts';
import { ContradictingFacts, type Question } from './question.ts';
import { planChain, subjectChain } from './applicable-rules.ts';
import { withTargets } from './requirements.ts';

/** Every law of the engine by its name, with what it says. */
export const ENGINE_CONSTRAINTS = {
  'failing-case': 'A case states the status, and the best outcome where it names one, that the rules give.',
  'undated-case': 'A case whose status or best outcome depends on the day has a day.',
  'opposite-rules':
    'Two rules of one source that say opposite things of the same plan, subject and place name which is the exception.',
  'never-decides': 'Every rule decides at least one question, its own source heard alone.',
  'deciding-case': 'Every rule of a plan in YAML decides a case of that plan, on the facts that the case gives.',
} as const;

/** Every problem of a data set that breaks one of these laws, in the order of its plans. */
export function engineConstraints(graph: Graph): Problem[] {
  return [...engineConstraintsInSteps(graph)].flat();
}

/** The same in small steps, for a caller that has other work to do in between. */
export function* engineConstraintsInSteps(graph: Graph): Generator<readonly Problem[]> {
  for (const plan of graph.plans.values()) {
    for (const stated of plan.cases) yield casesThatFail(graph, stated);
    yield sideBySide(graph, plan);
    for (const rule of plan.rules) yield neverDeciding(graph, rule);
  }
}

const inPlan = (plan: Plan, ...path: string[]): Problem['place'] => ({ kind: 'plans', slug: plan.slug, path });

export function plainQuestion(graph: Graph, plan: Plan, subject: Rule['subject'], on: string): Question {
  return {
    graph,
    plan,
    subject,
    met: [],
    unmet: [],
    counts: new Map(),
    territory: null,
    on,
    onAssumed: false,
    accordingTo: null,
    minimumAuthority: null,
  };
}

/** An ISO day before every rule that begins. */
export const BEFORE_ALL = '0001-01-01';

/**
 * One ISO day of every period in which the same rules are in force for a subject under a plan, in their order. Between two
 * of these days no answer changes, so what holds on all of them holds on every day.
 */
function daysThatDiffer(plan: Plan, subject: Rule['subject']): readonly string[] {
  const subjects = subjectChain(subject);
  const turns = new Set<string>();
  for (const { rules } of planChain(plan)) {
    for (const rule of rules) {
      if (!subjects.has(rule.subject)) continue;
      for (const { from, until } of withTargets(rule)) {
        if (from !== null) turns.add(from);
        if (until !== null) turns.add(until);
      }
    }
  }
  return [BEFORE_ALL, ...[...turns].sort()];
}

/** What a case comes to on a day. */
interface CaseAnswer {
  readonly on: string;
  readonly status: string;
  readonly best: string;
  readonly summary: string;
}

/** The answers of a case; the message of the engine where its facts contradict one another, which no day changes. */
function answersOf(graph: Graph, stated: Case): readonly CaseAnswer[] | string {
  const { plan, subject, met, unmet, counts, territory, accordingTo } = stated;
  const days = stated.on === null ? daysThatDiffer(plan, subject) : [stated.on];
  try {
    return days.map((on) => {
      const question = { ...plainQuestion(graph, plan, subject, on), met, unmet, counts, territory, accordingTo };
      const answer = determine(question);
      return {
        on,
        status: answer.status,
        best: answer.best,
        get summary() {
          return answer.summary.replace(/\.$/, '');
        },
      };
    });
  } catch (error) {
    if (error instanceof ContradictingFacts) return error.message;
    throw error;
  }
}

function casesThatFail(graph: Graph, stated: Case): Problem[] {
  const place = inPlan(stated.plan, 'cases', stated.name);
  const failing = (message: string): Problem => ({
    law: 'failing-case',
    place,
    message,
    remedy: 'Correct the rule that decides, or the case if the source says otherwise.',
  });
  const answers = answersOf(graph, stated);
  if (typeof answers === 'string') return [failing(`its facts contradict one another: ${answers}`)];
  const mismatches = answers.map((answer) => mismatchOf(stated, answer));
  const right = answers.filter((_, index) => mismatches[index] === null);
  const [mismatch = null] = mismatches;
  return [...(right.length > 0 || mismatch === null ? [] : [failing(mismatch)]), ...undated(answers, right, place)];
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}

/** How the answer differs from what the case states; null where it does not. */
function mismatchOf({ status, best }: Case, answer: CaseAnswer): string | null {
  if (answer.status !== status) return `${status} was stated and ${answer.status} is derived: ${answer.summary}`;
  if (best !== null && answer.best !== best)
    return `${best} was stated as the best outcome and ${answer.best} is derived: ${answer.summary}`;
  return null;
}

/** The problem of a case without a day whose answer is not the same on all days; `right`: where it is as stated. */
function undated(answers: readonly CaseAnswer[], right: readonly CaseAnswer[], place: Problem['place']): Problem[] {
  const [first] = answers;
  const other = answers.find(({ status, best }) => status !== first?.status || best !== first.best);
  if (first === undefined || other === undefined) return [];
  const [example] = right.map(({ on }) => (on === BEFORE_ALL ? dayBefore(other.on) : on)).concat(other.on);
  const outcome = ({ status, best }: CaseAnswer): string => (status === best ? status : `${status} (best ${best})`);
  return [
    {
      law: 'undated-case',
      place,
      message: `the case has no day, and ${outcome(first)} is derived before ${other.on} and ${outcome(other)} from that day on`,
      remedy: `Add the day that it is about, such as on: ${example}.`,
      ...(right.length > 0 && { dependsOnDay: true }),
    },
  ];
}

const overlap = (a: Rule, b: Rule): boolean =>
  (a.from === null || b.until === null || a.from < b.until) &&
  (b.from === null || a.until === null || b.from < a.until);
const sources = ({ cites }: Rule): Source[] => cites.map(({ source }) => source);

const grantsOrExcludes = ({ effect }: Rule): boolean => effect === 'COVERED' || effect === 'EXCLUDED';

function sideBySide(graph: Graph, plan: Plan): Problem[] {
  const found: Problem[] = [];
  plan.rules.forEach((a, index) => {
    for (const b of plan.rules.slice(index + 1)) {
      if (a.effect === b.effect || !grantsOrExcludes(a) || !grantsOrExcludes(b) || a.subject !== b.subject) continue;
      const [shared] = sources(a).filter((source) => sources(b).includes(source));
      if (
        !shared ||
        isExceptionTo(a, b) ||
        isExceptionTo(b, a) ||
        !overlap(a, b) ||
        comparePlaces(graph, a, b) !== 0 ||
        !canMeet(graph, a, b)
      )
        continue;
      found.push({
        law: 'opposite-rules',
        place: inPlan(plan, 'rules', b.key),
        message: `${a.key} and ${b.key} say opposite things of ${a.subject.slug}, both after ${shared.slug}, and can hold together`,
        remedy:
          'Name in the exceptTo of the exception the rule that it excepts to, or give them conditions that cannot hold together.',
      });
    }
  });
  return found;
}

/** Whether some facts make both rules act; of more facts than can be gone through, that they may. */
function canMeet(graph: Graph, a: Rule, b: Rule): boolean {
  const vocabulary = makeBooleanVariables(plainQuestion(graph, a.plan, a.subject, '2000-01-01'), [
    ...withTargets(a),
    ...withTargets(b),
  ]);
  const diagram = makeBdd(200_000);
  const acts = (rule: Rule): number => effectiveCondition(exceptionChainsOf(graph, rule), vocabulary, diagram);
  return withinBudget(
    () => diagram.and(diagram.and(acts(a), acts(b)), background(vocabulary, diagram)) !== FALSE,
    () => true,
  );
}

/** The places worth asking of: home, abroad, and every place that the rule or a rule it excepts to names. */
function placesToTry(graph: Graph, rule: Rule): (Territory | null)[] {
  const named = (each: Rule): readonly Territory[] => [...each.where.territories, ...each.exceptTo.flatMap(named)];
  const outside = [...graph.territories.values()].filter(({ atoms }) => atoms.size === 1).slice(0, 400);
  return [null, graph.abroad, ...named(rule), ...(rule.where.scope === 'OUTSIDE' ? outside : [])];
}

export function neverDeciding(graph: Graph, rule: Rule): Problem[] {
  const days = daysThatDiffer(rule.plan, rule.subject).filter(
    (day) => (rule.from === null || rule.from <= day) && (rule.until === null || day < rule.until),
  );
  const problem = (message: string): Problem[] => [
    {
      law: 'never-decides',
      place: inPlan(rule.plan, 'rules', rule.key),
      message,
      remedy: 'Correct its condition or place, or leave it out.',
    },
  ];
  if (placesOf(graph, rule) === 0n)
    return problem(
      `${rule.key} speaks of no place at all${graph.defaultHome.size === 0 && rule.plan.home === null ? ': its plan states no home, and no territories are loaded' : ''}`,
    );
  if (rule.effect === 'ASKS') return [];
  const decides = placesToTry(graph, rule).some((territory) =>
    days.some((on) => {
      const question = { ...plainQuestion(graph, rule.plan, rule.subject, on), territory, accordingTo: sources(rule) };
      const conclusion = conclude(question, rule.restates.length > 0 ? rule : undefined);
      const { applicable, standing } = conclusion.derivation;
      const at = applicable.findIndex((candidate) => candidate.rule === rule);
      return decidingRules(conclusion).has(at) || (at >= 0 && isPossible(standing.counts[at] ?? FALSE, conclusion));
    }),
  );
  return decides ? [] : problem(`${rule.key} decides no question, even with only its own sources heard`);
}
