/**
 * The laws of the data that only reasoning can hold it to: what a curator stated as a case is what the rules give, no two
 * rules of one source are left side by side with opposite effects, and every rule decides something somewhere.
 */
import type { Case, Graph, Plan, Rule, Source, Territory } from '../graph/entries.ts';
import type { Problem } from '../graph/problems.ts';
import { conclude, isPossible, within } from './conclude.ts';
import { decidingSpeakers } from './deciding.ts';
import { isExceptionTo } from './defeat.ts';
import { determine } from './determine.ts';
import { FALSE, makeDiagram } from './diagram.ts';
import { effectiveCondition } from './derive.ts';
import { background, makeVocabulary } from './facts.ts';
import { comparePlaces, placesOf, routesOf } from './places.ts';
import { ContradictingFacts, type Question } from './question.ts';
import { withTargets } from './requirements.ts';

/** Every law of the engine by its name, with what it says. */
export const ENGINE_LAWS = {
  'failing-case': 'A case states the status, and the best outcome where it names one, that the rules give.',
  'opposite-rules':
    'Two rules of one source that say opposite things of the same plan, subject and place name which is the exception.',
  'never-decides': 'Every rule decides at least one question, its own source heard alone.',
  'deciding-case': 'Every rule of a plan in YAML decides a case of that plan, on the facts that the case gives.',
} as const;

/** Every problem of a data set that only reasoning shows. `today` is an ISO day. */
export function engineLaws(graph: Graph, today: string): Problem[] {
  return [...graph.plans.values()].flatMap((plan) => [
    ...plan.cases.flatMap((stated) => failing(graph, stated, today)),
    ...sideBySide(graph, plan),
    ...plan.rules.flatMap((rule) => neverDeciding(graph, rule, today)),
  ]);
}

const inPlan = (plan: Plan, ...path: string[]): Problem['place'] => ({ kind: 'plans', slug: plan.slug, path });

export function questionOf(graph: Graph, plan: Plan, subject: Rule['subject'], on: string): Question {
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

function failing(graph: Graph, stated: Case, today: string): Problem[] {
  const { name, plan, subject, met, unmet, counts, territory, accordingTo } = stated;
  const problem = (message: string): Problem[] => [
    {
      law: 'failing-case',
      place: inPlan(plan, 'cases', name),
      message,
      remedy: 'Correct the rule that decides, or the case if the source says otherwise.',
    },
  ];
  try {
    const answer = determine({
      ...questionOf(graph, plan, subject, stated.on ?? today),
      met,
      unmet,
      counts,
      territory,
      accordingTo,
    });
    const wrong =
      answer.status !== stated.status
        ? `${stated.status} was stated and ${answer.status} is derived`
        : stated.best !== null && answer.best !== stated.best
          ? `${stated.best} was stated as the best outcome and ${answer.best} is derived`
          : null;
    return wrong === null ? [] : problem(`${wrong}: ${answer.summary.replace(/\.$/, '')}`);
  } catch (error) {
    if (error instanceof ContradictingFacts) return problem(`its facts contradict one another: ${error.message}`);
    throw error;
  }
}

const overlap = (a: Rule, b: Rule): boolean =>
  (a.from === null || b.until === null || a.from < b.until) &&
  (b.from === null || a.until === null || b.from < a.until);
const sources = ({ cites }: Rule): Source[] => cites.map(({ source }) => source);

function sideBySide(graph: Graph, plan: Plan): Problem[] {
  const found: Problem[] = [];
  plan.rules.forEach((a, index) => {
    for (const b of plan.rules.slice(index + 1)) {
      if (a.effect === b.effect || a.effect === 'LIFTED' || b.effect === 'LIFTED' || a.subject !== b.subject) continue;
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
  const vocabulary = makeVocabulary(questionOf(graph, a.plan, a.subject, '2000-01-01'), [
    ...withTargets(a),
    ...withTargets(b),
  ]);
  const diagram = makeDiagram(200_000);
  const acts = (rule: Rule): number => effectiveCondition(routesOf(graph, rule), vocabulary, diagram);
  return within(
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

export function neverDeciding(graph: Graph, rule: Rule, today: string): Problem[] {
  const days = [rule.from ?? (rule.until !== null && rule.until <= today ? '1900-01-01' : today)];
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
  const decides = placesToTry(graph, rule).some((territory) =>
    days.some((on) => {
      const question = { ...questionOf(graph, rule.plan, rule.subject, on), territory, accordingTo: sources(rule) };
      const conclusion = conclude(question, rule.restates ? rule : undefined);
      const { speakers, standing } = conclusion.derivation;
      const at = speakers.findIndex((speaker) => speaker.rule === rule);
      return decidingSpeakers(conclusion).has(at) || (at >= 0 && isPossible(standing.counts[at] ?? FALSE, conclusion));
    }),
  );
  return decides ? [] : problem(`${rule.key} decides no question, even with only its own sources heard`);
}
