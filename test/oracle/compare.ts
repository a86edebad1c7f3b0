/** The engine's answer in the form of the oracle's, and where the two differ. */
import { determine } from '../../src/engine/determine.ts';
import type {
  CaseFact,
  CostTold,
  Determination,
  LimitTold,
  Requirement,
  TermsTold,
} from '../../src/engine/determination.ts';
import { ContradictingFacts, type Question } from '../../src/engine/question.ts';
import { buildGraph } from '../../src/graph/build.ts';
import type { Graph } from '../../src/graph/entries.ts';
import { printCostShare, printLimit } from '../../src/model/amounts.ts';
import type { RequirementRole } from '../../src/model/words.ts';
import { type Drawn } from './generate.ts';
import { nextQuestions } from './next.ts';
import { SOME_ROUTE } from './semantics/once-covered.ts';
import {
  type Ask,
  contradictingSources,
  sourcesOfOtherDuties,
  details,
  type Details,
  laterAnswers,
  type LaterAnswer,
  oracle,
  type Verdict,
} from './oracle.ts';

export function graphOf({ data }: Drawn): Graph {
  const { graph, problems } = buildGraph(data);
  if (!graph)
    throw new Error(
      `the set drawn is not sound: ${problems.map(({ law, message, place }) => `${law} at ${place.slug} ${place.path.join('.')}: ${message}`).join('; ')}`,
    );
  return graph;
}

function found<T>(entries: ReadonlyMap<string, T>, slug: string): T {
  const entry = entries.get(slug);
  if (entry === undefined) throw new Error(`nothing is called ${slug}`);
  return entry;
}

/** `onAssumed`: whether the day is that of the answer because none was given. */
export function questionOf(graph: Graph, ask: Ask, onAssumed = false): Question {
  const condition = (slug: string) => found(graph.conditions, slug);
  return {
    graph,
    plan: found(graph.plans, ask.plan),
    subject: found(graph.subjects, ask.subject),
    met: ask.met.map(condition),
    unmet: ask.unmet.map(condition),
    counts: new Map(Object.entries(ask.counts).map(([slug, count]) => [condition(slug), count])),
    territory: ask.territory === null ? null : found(graph.territories, ask.territory),
    on: ask.on,
    onAssumed,
    accordingTo: ask.accordingTo?.map((slug) => found(graph.sources, slug)) ?? null,
    minimumAuthority: ask.minimumAuthority,
  };
}

/** The engine's answer; null where the facts given contradict one another. */
export function answer(graph: Graph, ask: Ask): Determination | null {
  try {
    return determine(questionOf(graph, ask));
  } catch (error) {
    if (error instanceof ContradictingFacts) return null;
    throw error;
  }
}

export function literals({ condition: { slug }, holds, atLeast, atMost }: CaseFact): string[] {
  if (holds !== null) return [`${holds ? '+' : '-'}${slug}`];
  return [
    ...(atLeast === null ? [] : [`${slug}>=${String(atLeast)}`]),
    ...(atMost === null ? [] : [`${slug}<=${String(atMost)}`]),
  ];
}

export function verdictOf({ status, best, possibleOutcomes, missing, pathways, requirements }: Determination): Verdict {
  return {
    status,
    best,
    possibleOutcomes: [...possibleOutcomes],
    missing: missing.map(({ slug }) => slug).sort(),
    pathways: pathways.map(({ facts }) => facts.flatMap(literals).sort().join(' & ')).sort(),
    requirements: requirements
      .filter(({ role }) => role === 'FOR_COVERAGE')
      .map(({ anyOf }) =>
        anyOf
          .map((fact) => literals(fact).join(' and '))
          .sort()
          .join(' | '),
      )
      .sort(),
  };
}

/** Null where engine and oracle agree on the verdict and on what to ask next; else what each says. */
export function differenceInVerdict(drawn: Drawn): { oracle: unknown; engine: unknown } | null {
  const expected = oracle(drawn.data, drawn.ask);
  const determination = answer(graphOf(drawn), drawn.ask);
  const actual = determination && verdictOf(determination);
  if (determination && !determination.pathwaysComplete)
    return { oracle: expected, engine: 'pathwaysComplete is false at this size' };
  if (JSON.stringify(expected) !== JSON.stringify(actual)) return { oracle: expected, engine: actual };
  if (!expected || !determination) return null;
  return differenceInNext(drawn, expected, determination);
}

/** Null where engine and oracle agree on everything that is compared; else what each says. */
export function difference(drawn: Drawn): { oracle: unknown; engine: unknown } | null {
  const graph = graphOf(drawn);
  const determination = answer(graph, drawn.ask);
  const inVerdict = differenceInVerdict(drawn);
  if (inVerdict !== null || determination === null) return inVerdict;
  return (
    differenceInDetails(drawn, determination) ??
    missingDisagreements(drawn, determination) ??
    differenceInLaterAnswers(drawn, graph)
  );
}

function differenceInNext(
  { data, ask }: Drawn,
  { missing }: Verdict,
  { nextQuestion }: Determination,
): { oracle: unknown; engine: unknown } | null {
  const next = nextQuestions(data, ask, missing);
  if (nextQuestion === null) return next.length === 0 ? null : { oracle: next, engine: 'asks nothing' };
  return next.includes(nextQuestion.slug)
    ? null
    : { oracle: { nextQuestion: next }, engine: { nextQuestion: nextQuestion.slug } };
}

/** The parts of the details that are compared. */
const COMPARED: readonly (keyof Details | 'behind')[] = [
  'routes',
  'onceCovered',
  'alsoStated',
  'limits',
  'costs',
  'formalities',
  'behind',
  'notStated',
  'positions',
];

/** The first part of the details in which the two differ. An answer that does not list all routes is not compared. */
export function differenceInDetails(
  { data, ask }: Drawn,
  determination: Determination,
  compared: readonly string[] = COMPARED,
): { oracle: unknown; engine: unknown } | null {
  const expected = details(data, ask);
  if (expected === null) return determination.routesComplete ? { oracle: 'more routes', engine: 'all listed' } : null;
  if (!determination.routesComplete) return { oracle: expected.routes.length, engine: 'routesComplete is false' };
  const actual = detailsOf(determination);
  const parts = partsOf(expected, determination);
  for (const [part, wanted] of Object.entries(parts)) {
    if (!compared.includes(part)) continue;
    const found = actual[part as keyof typeof actual];
    if (JSON.stringify(wanted) !== JSON.stringify(found))
      return { oracle: { [part]: wanted }, engine: { [part]: found } };
  }
  return null;
}

/** The later answers in which the two differ; of days on which nothing changes the engine may tell or not. */
export function differenceInLaterAnswers(
  { data, ask }: Drawn,
  graph: Graph,
): { oracle: unknown; engine: unknown } | null {
  const line = ({ on, status, best }: LaterAnswer): string => `${on} ${status} ${best}`;
  const expected = laterAnswers(data, ask);
  const days = new Set(expected.map(({ on }) => on));
  const shown = determine(questionOf(graph, ask, true)).upcomingChanges.filter(({ on }) => days.has(on));
  const [wanted, found] = [expected.map(line), shown.map(line)];
  return String(wanted) === String(found) ? null : { oracle: { later: wanted }, engine: { later: found } };
}

/** The pairs of sources that contradict one another and are not on two sides of a disagreement that the engine shows. */
export function missingDisagreements(
  { data, ask }: Drawn,
  { disagreements }: Determination,
): { oracle: unknown; engine: unknown } | null {
  const sides = disagreements.map(({ positions }) => positions.map(({ sources }) => slugs(sources)));
  const isShown = (pair: string): boolean => {
    const [one = '', other = ''] = pair.split(' and ');
    return sides.some((each) =>
      each.some(
        (side, index) => side.includes(one) && each.some((opposite, at) => at !== index && opposite.includes(other)),
      ),
    );
  };
  // In "abroad, country not said" rules of different countries apply, which differ in no place.
  const isOfNoPlace = ask.territory === 'ZZ';
  const isUnfiltered = ask.accordingTo === null && ask.minimumAuthority === null;
  const expected = [
    ...(isOfNoPlace ? [] : contradictingSources(data, ask)),
    ...(isOfNoPlace || !isUnfiltered ? [] : sourcesOfOtherDuties(data, ask)),
  ];
  const missing = expected.filter((pair) => !isShown(pair));
  return missing.length === 0 ? null : { oracle: { disagreements: missing }, engine: { disagreements: sides } };
}

const sorted = (lines: readonly string[]): string[] => [...new Set(lines)].sort();

/** A duty in a line. One that says on what it depends ends with a question mark, as do those that say so in part. */
function dutyLines(duties: readonly { anyOf: string; strength: string; isPlain: boolean }[]): string[] {
  const plain = new Set(duties.filter(({ isPlain }) => isPlain).map(({ anyOf, strength }) => `${anyOf} ${strength}`));
  return sorted(
    duties.map(({ anyOf, strength }) => `${anyOf} ${strength}`).map((line) => (plain.has(line) ? line : `${line} ?`)),
  );
}

const clause = (facts: readonly CaseFact[]): string =>
  facts
    .map((fact) => literals(fact).join(' and '))
    .sort()
    .join(' | ');

/** The requirements of one role, in lines. */
function linesOf(requirements: readonly Requirement[], role: RequirementRole): string[] {
  return dutyLines(
    requirements
      .filter((each) => each.role === role)
      .map(({ anyOf, strength, dependsOn }) => ({ strength, anyOf: clause(anyOf), isPlain: dependsOn.length === 0 })),
  );
}

const withTerms = (text: string, terms: TermsTold): string => [text, ...terms.map(clause).sort()].join(' ; ');
const limitLines = (limits: readonly LimitTold[]): string[] =>
  sorted(
    limits.map((limit) => withTerms([printLimit(limit), ...slugs(limit.combinedWith)].join(' with '), limit.terms)),
  );
const costLines = (costs: readonly CostTold[]): string[] =>
  sorted(costs.map((cost) => withTerms(printCostShare(cost), cost.terms)));
const slugs = (entries: readonly { slug: string }[]): string[] => entries.map(({ slug }) => slug);

/** The details of the engine's answer, in lines. */
function detailsOf({ requirements, routes, limits, costs, formalities, positions, notStated }: Determination) {
  return {
    routes: routes
      .map((route) => ({
        outcome: route.outcome,
        facts: route.facts.flatMap(literals).sort().join(' & '),
        duties: linesOf(route.requirements, 'ONCE_COVERED'),
        limits: limitLines(route.limits),
        costs: costLines(route.costs),
      }))
      .sort(byOutcomeAndFacts),
    onceCovered: linesOf(requirements, 'ONCE_COVERED'),
    alsoStated: linesOf(requirements, 'ALSO_STATED'),
    limits: limitLines(limits),
    costs: costLines(costs),
    formalities: formalities.map(({ topic, status }) => `${topic} ${status}`),
    behind: formalities.map(({ topic, condition, role }) => `${topic} ${condition?.slug ?? 'none'} ${role ?? 'none'}`),
    notStated: notStated && silence(notStated),
    positions: positions
      .filter(({ asOf }) => asOf === null)
      .map(({ sources, status }) => `${slugs(sources).sort().join(', ')}: ${status ?? 'none'}`)
      .sort(),
  };
}

/** The specification names these three reasons and does not say when each is given. */
const silence = (reason: string): string =>
  ['NO_SOURCE_READ_FOR_PLAN', 'SOURCES_SILENT', 'OUTSIDE_WHAT_IS_CLAIMED'].includes(reason) ? 'SILENT' : reason;

function byOutcomeAndFacts<T extends { outcome: string; facts: string }>(a: T, b: T): number {
  return `${a.outcome} ${a.facts}` < `${b.outcome} ${b.facts}` ? -1 : 1;
}

/** The line, with the terms by which the engine says on which route it applies. */
function withRouteOf(line: string, found: readonly string[]): string {
  if (!line.endsWith(SOME_ROUTE)) return line;
  const text = line.slice(0, -SOME_ROUTE.length);
  return found.find((each) => each.startsWith(text)) ?? line;
}

/** The details of the oracle's answer, in lines. Where it leaves a choice, the engine's is repeated if it is allowed. */
function partsOf(expected: Details, { formalities, limits, costs }: Determination) {
  return {
    routes: expected.routes.map((route) => ({ ...route, duties: dutyLines(route.duties) })).sort(byOutcomeAndFacts),
    onceCovered: dutyLines(expected.onceCovered),
    alsoStated: dutyLines(expected.alsoStated),
    limits: sorted(expected.limits.map((line) => withRouteOf(line, limitLines(limits)))),
    costs: sorted(expected.costs.map((line) => withRouteOf(line, costLines(costs)))),
    formalities: expected.formalities.map(({ topic, status }) => `${topic} ${status}`),
    behind: expected.formalities.map(({ topic, role, conditions }) => {
      const shown = formalities.find((each) => each.topic === topic);
      const condition = shown?.condition?.slug ?? null;
      const isAllowed = role === null || conditions.includes(condition);
      const first = isAllowed ? condition : (conditions[0] ?? null);
      return `${topic} ${first ?? 'none'} ${role ?? shown?.role ?? 'none'}`;
    }),
    notStated: expected.notStated && silence(expected.notStated),
    positions: expected.positions.map(({ sources, status }) => `${[...sources].sort().join(', ')}: ${status}`).sort(),
  };
}
