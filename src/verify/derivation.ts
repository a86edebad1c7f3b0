/** Semantics, sections 3 to 5, read anew and carried out by brute force: which rules speak and where, which of two gives way, and what follows in every completion of what is not known. Nothing here comes from the engine. */
import type {
  Condition,
  ConditionExpression,
  ConditionTest,
  Entry,
  Graph,
  Link,
  Passage,
  Plan,
  Rule,
  Source,
  Subject,
  Territory,
} from '../graph/entries.ts';
import { testsOf } from '../graph/rules.ts';
import {
  AUTHORITIES,
  type DefeatGround,
  type Outcome,
  type RejectionReason,
  type SourceAuthority,
} from '../model/words.ts';
/** What was asked. `given`, in the order of the answer: 1 or 0 of a condition that is met or unmet, of one that counts how many. */
export interface Question {
  readonly graph: Graph;
  readonly plan: Plan;
  readonly subject: Subject;
  readonly territory: Territory | null;
  readonly on: string;
  readonly onAssumed: boolean;
  readonly given: ReadonlyMap<Condition, number>;
  readonly accordingTo: readonly Source[] | null;
  readonly minimumAuthority: SourceAuthority | null;
  readonly hears: (passage: Passage) => boolean;
}
/** A rule as it speaks for a plan: one taken over under GRANTS_ONLY counts as written for the plan that takes it `from` another. */
export interface Speaker {
  readonly rule: Rule;
  readonly plan: Plan;
  readonly from: Plan | null;
  readonly voices: readonly Source[];
  readonly hedged: boolean;
}
/** All that links lead to, each with the shortest way there. */
const ways = <E extends Entry>(
  start: E,
  linksOf: (entry: E) => readonly Link[],
  found = new Map<E, readonly Link[]>([[start, []]]),
): Map<E, readonly Link[]> => {
  for (const [entry, way] of found)
    for (const link of linksOf(entry)) if (!found.has(link.to as E)) found.set(link.to as E, [...way, link]);
  return found;
};
export const subjectsAbove = (subject: Subject): Map<Subject, readonly Link[]> => ways(subject, ({ up }) => up),
  implications = (condition: Condition): Map<Condition, readonly Link[]> => ways(condition, ({ implies }) => implies);
export const plansAbove = (plan: Plan, whole = false): Map<Plan, readonly Link[]> =>
  ways(plan, ({ takesRulesFrom }) =>
    takesRulesFrom.flatMap(({ takes, link }) => (whole && takes !== 'EVERYTHING' ? [] : [link])),
  );
/** The plans that one of the chain must follow in what they grant. */
const mandates = (plan: Plan): { taker: Plan; giver: Plan }[] =>
  [...plansAbove(plan, true).keys()].flatMap((taker) =>
    taker.takesRulesFrom.flatMap(({ plan: giver, takes }) =>
      takes === 'GRANTS_ONLY' && !plansAbove(plan, true).has(giver) ? [{ taker, giver }] : [],
    ),
  );
const homeOf = (graph: Graph, plan: Plan): ReadonlySet<number> => plan.home?.atoms ?? graph.defaultHome;
/** One way in which a rule speaks: with a rule it excepts to, with one that this excepts to, and so on; and where all of them speak. */
interface Route {
  readonly rules: readonly Rule[];
  readonly place: ReadonlySet<number>;
}
function routesOf(graph: Graph, rule: Rule): Route[] {
  const {
      plan,
      where: { scope, territories },
      effect,
      exceptTo,
    } = rule,
    isWithin =
      scope === 'HOME' || scope === 'INSIDE' || (scope === 'UNSTATED' && effect === 'COVERED' && exceptTo.length === 0),
    isAnywhere = scope === 'ANYWHERE' || (scope === 'UNSTATED' && !isWithin);
  const named =
      scope === 'INSIDE' || scope === 'OUTSIDE'
        ? new Set(territories.flatMap(({ atoms }) => [...atoms]))
        : homeOf(graph, plan),
    own = [...graph.territories.values()]
      .flatMap(({ atoms }) => [...atoms])
      .filter((atom) => isAnywhere || named.has(atom) === isWithin);
  return exceptTo.length === 0
    ? [{ rules: [rule], place: new Set(own) }]
    : exceptTo
        .flatMap((target) => routesOf(graph, target))
        .map(({ rules, place }) => ({
          rules: [rule, ...rules],
          place: new Set(own.filter((atom) => place.has(atom))),
        }));
}
/** The ways in which a rule speaks of the place asked. */
const routesHere = ({ graph, plan, territory }: Question, rule: Rule): Route[] =>
  routesOf(graph, rule).filter(({ place }) =>
    territory === graph.abroad
      ? [...place].some((atom) => !homeOf(graph, plan).has(atom))
      : [territory?.atoms ?? homeOf(graph, plan)].some(
          (asked) => asked.size > 0 && [...asked].every((atom) => place.has(atom)),
        ),
  );
/** The rules of a plan and of those it takes rules from whole that speak to the question, nearest plan first; and the first reason why others in reach do not. */
function speakersOf(
  question: Question,
  plan: Plan,
): { speakers: Speaker[]; silent: { rule: Rule; reason: RejectionReason }[] } {
  const subjects = subjectsAbove(question.subject),
    plans = plansAbove(plan, true),
    givers = mandates(plan).map(({ giver }) => giver),
    isCurrent = ({ from, until }: Rule): boolean =>
      (from ?? '') <= question.on && (until === null || question.on < until);
  const obstacle = (rule: Rule): RejectionReason | null =>
    routesHere(question, rule).length === 0
      ? 'OTHER_PLACE'
      : !isCurrent(rule)
        ? 'OTHER_TIME'
        : rule.cites.some(question.hears)
          ? null
          : 'SOURCE_LEFT_OUT';
  const isRestated = ({ restates: fuller }: Rule): boolean =>
    fuller !== null &&
    (((plans.has(fuller.plan) || (fuller.effect === 'COVERED' && givers.includes(fuller.plan))) &&
      subjects.has(fuller.subject) &&
      obstacle(fuller) === null) ||
      isRestated(fuller));
  const found = [...plans.keys()]
    .flatMap(({ rules }) => rules)
    .filter(({ subject }) => subjects.has(subject))
    .map((rule) => ({ rule, reason: obstacle(rule) ?? (isRestated(rule) ? ('RESTATED' as const) : null) }));
  return {
    speakers: found.filter(({ reason }) => reason === null).map(({ rule }) => speaker(question, rule, rule.plan, null)),
    silent: found.flatMap(({ rule, reason }) => (reason === null ? [] : [{ rule, reason }])),
  };
}
const rank = (source: Source | undefined): number => AUTHORITIES.indexOf(source?.authority ?? 'SECONDARY');
/** A rule speaks with the highest authority among its sources that are heard; of several sources so high the latest comes first. */
const speaker = (
  { hears }: Question,
  rule: Rule,
  plan: Plan,
  from: Plan | null,
  heard = [...new Set(rule.cites.filter(hears).map(({ source }) => source))],
): Speaker => ({
  rule,
  plan,
  from,
  hedged: rule.quantifier !== 'ALL' || rule.extent !== 'ALL' || rule.modality === 'MAY',
  voices: heard
    .filter((source) => rank(source) === Math.min(...heard.map(rank)))
    .sort((a, b) => (b.publishedOn ?? '').localeCompare(a.publishedOn ?? '')),
});
const isSecondary = ({ voices: [voice] }: Speaker): boolean => voice?.authority === 'SECONDARY',
  isAsNear = (a: Speaker, b: Speaker): boolean => subjectsAbove(a.rule.subject).has(b.rule.subject);
const isUnplaced = (rule: Rule): boolean => rule.where.scope === 'UNSTATED' && rule.exceptTo.every(isUnplaced),
  placeOf = (graph: Graph, rule: Rule): ReadonlySet<number> =>
    new Set(routesOf(graph, rule).flatMap(({ place }) => [...place]));
const names = (rule: Rule, other: Rule | null): boolean =>
    other !== null && (rule.exceptTo.includes(other) || names(rule, other.restates)),
  isJoined = (rule: Rule, other: Rule): boolean =>
    names(rule, other) || rule.exceptTo.some((target) => isJoined(target, other));
/** `soft`: a hedged rule takes a firm one out of the count without putting it out. */
interface Defeat {
  readonly by: Speaker;
  readonly of: Speaker;
  readonly ground: DefeatGround;
  readonly soft: boolean;
}
/** The first ground that applies to the two in either direction; null where none does, or where it is too weak for a hedged rule against a firm one. */
function defeatBetween(graph: Graph, one: Speaker, other: Speaker): Defeat | null {
  const held = (ground: DefeatGround, applies: (r: Speaker, s: Speaker) => boolean): Defeat | null => {
    const [by, of] = applies(one, other) ? [one, other] : applies(other, one) ? [other, one] : [];
    return by && of ? { by, of, ground, soft: by.hedged && !of.hedged } : null;
  };
  const exception = held('EXCEPTION', (r, s) => names(r.rule, s.rule)),
    isApart =
      [one, other].some(({ rule }) => rule.effect === 'LIFTED') ||
      isJoined(one.rule, other.rule) ||
      isJoined(other.rule, one.rule) ||
      (one.from !== null && one.from === other.from);
  // What a chain of exceptions joins is held by the naming alone; what was taken over together stood together there.
  if (one.rule.effect === other.rule.effect || exception || isApart) return exception;
  if (isSecondary(one) !== isSecondary(other))
    return held('OFFICIAL_OVER_SUMMARY', (r, s) => isSecondary(s) && isAsNear(r, s));
  const isAsPlaced = (r: Rule, s: Rule): boolean => {
    const place = placeOf(graph, s);
    return (isUnplaced(r) && isUnplaced(s)) || [...placeOf(graph, r)].every((atom) => place.has(atom));
  };
  const isAsSpecific = (r: Speaker, s: Speaker): boolean =>
      plansAbove(r.plan).has(s.plan) && isAsNear(r, s) && isAsPlaced(r.rule, s.rule),
    [forth, back] = [isAsSpecific(one, other), isAsSpecific(other, one)];
  const isLater = ({ voices: [r] }: Speaker, { voices: [s] }: Speaker): boolean =>
    forth &&
    back &&
    !!r?.publisher &&
    r.publisher === s?.publisher &&
    !!r.publishedOn &&
    !!s.publishedOn &&
    r.publishedOn > s.publishedOn;
  const found =
    held(
      'MANDATED_GRANT',
      (r, s) => r.from !== null && r.rule.effect === 'COVERED' && s.from === null && plansAbove(s.plan).has(r.plan),
    ) ??
    (forth === back ? null : held('MORE_SPECIFIC', (r) => (r === one) === forth)) ??
    held('HIGHER_AUTHORITY', (r, s) => rank(r.voices[0]) < rank(s.voices[0])) ??
    held('LATER', isLater) ??
    held(
      'EXCLUSION_LIMITS_GRANT',
      (r, s) => r.rule.effect === 'EXCLUDED' && r.voices.some((source) => s.voices.includes(source)),
    );
  return found?.soft ? null : found;
}
type Facts = (condition: Condition) => number;
const once = <K, V>(make: (key: K) => V): ((key: K) => V) => {
  const made = new Map<K, V>();
  return (key) => {
    const known = made.get(key) ?? make(key);
    made.set(key, known);
    return known;
  };
};
const holds = (expression: ConditionExpression | null, facts: Facts): boolean =>
  expression?.type === 'GROUP'
    ? expression.operator === 'ALL'
      ? expression.of.every((part) => holds(part, facts))
      : expression.of.some((part) => holds(part, facts)) === (expression.operator === 'ANY')
    : expression === null ||
      (expression.condition.counts === null
        ? facts(expression.condition) === 1
        : facts(expression.condition) >= (expression.atLeast ?? 0) &&
          facts(expression.condition) <= (expression.atMost ?? Infinity));
const clash = (a: Condition, b: Condition): boolean =>
  [...a.impliedClosure].some(({ excludes }) => excludes.some(({ to }) => b.impliedClosure.has(to as Condition)));
/** None where what is given contradicts itself, null where there are more than 2^16. A count takes one number of each run in which no test turns. Only such as `implies` and `excludes` allow. */
function completions(given: ReadonlyMap<Condition, number>, tests: readonly ConditionTest[]): Facts[] | null {
  const conditions = [...new Set([...given.keys(), ...tests.map(({ condition }) => condition)])],
    index = new Map(conditions.map((condition, at) => [condition, at]));
  return (
    conditions
      .reduce<number[][] | null>(
        (rows, one, at) => {
          const turns = tests
              .filter(({ condition }) => condition === one)
              .flatMap(({ atLeast, atMost }) => [atLeast ?? 0, (atMost ?? -1) + 1]),
            known = given.get(one),
            values = known !== undefined ? [known] : one.counts === null ? [1, 0] : [...new Set([0, ...turns])];
          const rivals = conditions.slice(0, at).flatMap((other, where) =>
            other.counts !== null || one.counts !== null
              ? []
              : [
                  {
                    where,
                    brings: one.impliedClosure.has(other),
                    comesOf: other.impliedClosure.has(one),
                    bars: clash(one, other),
                  },
                ],
          );
          const longer = rows?.flatMap((row) =>
            values
              .filter(
                (value) =>
                  !rivals.some(({ where, brings, comesOf, bars }) =>
                    value === 1 ? (row[where] === 0 ? brings : bars) : row[where] === 1 && comesOf,
                  ),
              )
              .map((value) => [...row, value]),
          );
          return longer && longer.length <= 2 ** 16 ? longer : null;
        },
        [[]],
      )
      ?.map((row) => (condition) => row[index.get(condition) ?? -1] ?? 0) ?? null
  );
}
/** A firm grant does not make firm what is hedged of a narrower subject; one of which nothing narrower is hedged does. */
function outcomeOf(counted: readonly Speaker[]): Outcome {
  const [grants, hedgedGrants, exclusions, hedgedExclusions] = (['COVERED', 'EXCLUDED'] as const).flatMap((effect) =>
    [false, true].map((hedged) => counted.filter((each) => each.rule.effect === effect && each.hedged === hedged)),
  ) as [Speaker[], Speaker[], Speaker[], Speaker[]];
  const isFirm =
    grants.length > 0 &&
    hedgedExclusions.length === 0 &&
    grants.some(
      (grant) => !hedgedGrants.some((hedged) => isAsNear(hedged, grant) && hedged.rule.subject !== grant.rule.subject),
    );
  return exclusions.length > 0
    ? grants.length > 0
      ? 'CONFLICTING'
      : 'NOT_COVERED'
    : isFirm
      ? 'COVERED'
      : grants.length + hedgedGrants.length > 0
        ? 'MAY_BE_COVERED'
        : hedgedExclusions.length > 0
          ? 'MAY_BE_EXCLUDED'
          : 'NOT_STATED';
}
/** What one completion makes of a plan's rules: those that act; of these the ones not out; of these the ones that bring about the outcome. */
export interface Standing {
  readonly acting: ReadonlySet<Speaker>;
  readonly left: ReadonlySet<Speaker>;
  readonly counted: ReadonlySet<Speaker>;
  readonly outcome: Outcome;
  readonly from: ReadonlyMap<Plan, Standing>;
}
/** What every completion of the facts given makes of the rules. Null where there are too many. */
export function carryOut(question: Question) {
  const spoken = once((plan: Plan) => speakersOf(question, plan)),
    mandated = once(mandates),
    taken = once((rule: Rule) => once((taker: Plan) => once((giver: Plan) => speaker(question, rule, taker, giver))));
  const defeat = once((a: Speaker) => once((b: Speaker) => ({ found: defeatBetween(question.graph, a, b) }))),
    routes = once((rule: Rule) => routesHere(question, rule)),
    seen = once((rule: Rule) => [...new Set([rule, ...routes(rule).flatMap(({ rules }) => rules)])]);
  const isGrantOf =
      (giver: Plan) =>
      ({ rule, from }: Speaker): boolean =>
        rule.plan === giver && from === null && rule.effect === 'COVERED',
    isFirmExclusion = ({ rule, hedged }: Speaker): boolean => rule.effect === 'EXCLUDED' && !hedged;
  const offered = (plan: Plan): Speaker[] =>
    mandated(plan).flatMap(({ taker, giver }) =>
      [isGrantOf(giver), isFirmExclusion].flatMap((which) =>
        lineup(giver)
          .filter(which)
          .map(({ rule }) => taken(rule)(taker)(giver)),
      ),
    );
  const lineup: (plan: Plan) => Speaker[] = once((plan: Plan) =>
    [...spoken(plan).speakers, ...offered(plan)].filter(
      (each, at, line) => line.findIndex(({ rule }) => rule === each.rule) === at,
    ),
  );
  const pairs = once((plan: Plan): Defeat[] =>
    lineup(plan).flatMap((a, at) =>
      lineup(plan)
        .slice(at + 1)
        .flatMap((b) => defeat(a)(b).found ?? []),
    ),
  );
  function stand(plan: Plan, acts: (rule: Rule) => boolean): Standing {
    const from = new Map(mandated(plan).map(({ giver }) => [giver, stand(giver, acts)])),
      flows = (rule: Rule, giver: Plan, there: Standing | undefined): boolean =>
        there?.outcome !== 'NOT_COVERED' &&
        [...(there?.counted ?? [])].some(isGrantOf(giver)) &&
        [...(there?.counted ?? [])].some(
          (each) =>
            each.rule === rule &&
            (isGrantOf(giver)(each) || (there?.outcome === 'CONFLICTING' && isFirmExclusion(each))),
        ),
      acting = new Set(
        lineup(plan).filter((each) =>
          each.from === null ? acts(each.rule) : flows(each.rule, each.from, from.get(each.from)),
        ),
      );
    const against = pairs(plan).filter(({ by, of }) => acting.has(by) && acting.has(of)),
      out = new Set<Speaker>(),
      stands = new Set<Speaker>(),
      winners = (each: Speaker): Speaker[] =>
        against.filter(({ of, soft }) => of === each && !soft).map(({ by }) => by);
    // As many rounds as there are rules are enough, since each but the last settles one more.
    for (const _ of acting)
      for (const each of acting)
        if (winners(each).some((by) => stands.has(by))) out.add(each);
        else if (winners(each).every((by) => out.has(by))) stands.add(each);
    const left = [...acting].filter((each) => !out.has(each)),
      firmly = left.filter(
        (each) =>
          !against.some(({ by, of, soft }) => soft && of === each && !out.has(by)) && each.rule.effect !== 'LIFTED',
      ),
      counted = firmly.filter(
        (each) => !isSecondary(each) || !firmly.some((official) => !isSecondary(official) && isAsNear(official, each)),
      );
    return { acting, left: new Set(left), counted: new Set(counted), outcome: outcomeOf(counted), from };
  }
  const plansIn = (plan: Plan): Plan[] => [plan, ...mandated(plan).flatMap(({ giver }) => plansIn(giver))],
    view = [
      ...new Set(
        plansIn(question.plan)
          .flatMap((plan) => spoken(plan).speakers)
          .flatMap(({ rule }) => seen(rule)),
      ),
    ];
  const tests = view.flatMap(({ when }) => testsOf(when)),
    all = completions(question.given, tests);
  const acts = (rule: Rule, facts: Facts): boolean =>
    routes(rule).some(({ rules }) => rules.every(({ when }) => holds(when, facts)));
  const standingsOn = (cases: readonly Facts[]): Standing[] =>
    [
      ...new Map(
        cases.map((facts) => {
          const acting = new Set(view.filter((rule) => acts(rule, facts)));
          return [[...acting].map(({ slug }) => slug).join(), acting];
        }),
      ).values(),
    ].map((acting) => stand(question.plan, (rule) => acting.has(rule)));
  return (
    all && {
      standings: standingsOn(all),
      spoken,
      mandated,
      seen,
      lineup,
      pairs,
      findings: (test: ConditionTest) => all.map((facts) => holds(test, facts)),
    }
  );
}
