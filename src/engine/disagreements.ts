/**
 * The disagreements of sources (docs/semantics.md#section-5-disagreements). A disagreement belongs to the plan and the
 * subject nearest to its rules, and is made from the question of these with nothing given, at home and in every other place
 * in which other rules apply. So it is the same, with the same key and the same sides, in whatever answer it is shown.
 * Disagreements are always derived from the data and never stored.
 */
import type { Entry, Graph, Passage, Plan, Rule, Source, Subject, Territory } from '../graph/entries.ts';
import { union } from '../graph/links.ts';
import { dutyText, placeText, subjectText } from '../graph/sentences.ts';
import { AUTHORITIES, type CoverageStatus, type DisagreementKind } from '../model/words.ts';
import { planChain, rulesOn, sourceFilter, subjectChain } from './applicable-rules.ts';
import { plansAround } from './asking-rules.ts';
import { conflictingDuties } from './conflicting-duties.ts';
import { conflictingViews, type ViewSide } from './conflicting-views.ts';
import type { CaseFact, Disagreement, Position } from './determination.ts';
import type { Question } from './question.ts';
import { exceptionChainsAt } from './rule-territory.ts';
import { citedBy, saysOf, termsOfView } from './source-positions.ts';

/** One side of a pair, as the disagreement shows it. */
interface Side {
  readonly sources: readonly Source[];
  readonly rules: readonly Rule[];
  /** Equal for sides that say the same. */
  readonly terms: string;
  readonly says: () => string;
  readonly status: CoverageStatus | null;
  readonly asOf: string | null;
  readonly cites: readonly Passage[];
}
/** The plan of a rule or link. A rule that asks also reaches the plans within its own. */
interface Origin {
  readonly plan: Plan;
  readonly asks: boolean;
}
/** Two sides that disagree, and the matter: kind and, for what is asked of covered care, the condition. */
interface Pair {
  readonly kind: DisagreementKind;
  readonly matter: string;
  readonly title: string;
  readonly from: readonly Origin[];
  readonly sides: readonly [Side, Side];
  readonly territory: Territory | null;
  readonly partsOn: readonly CaseFact[];
}
/** A disagreement with the pairs that it was made from. */
interface Found extends Disagreement {
  readonly pairs: readonly Pair[];
}

type OfDay = Map<string, readonly Found[]>;
const known = new WeakMap<Graph, Map<string, OfDay>>();
/** How many days are kept for one graph. */
const MOST_DAYS = 4;
function knownOf(graph: Graph, on: string): OfDay {
  const days = known.get(graph) ?? new Map<string, OfDay>();
  known.set(graph, days);
  const cached = days.get(on);
  if (cached) return cached;
  if (days.size >= MOST_DAYS) days.clear();
  const ofDay: OfDay = new Map();
  days.set(on, ofDay);
  return ofDay;
}

/** The disagreements that belong to a plan and a subject, on a day; sorted by key. Cached per graph and day. */
export function disagreementsOf(graph: Graph, plan: Plan, subject: Subject, on: string): readonly Found[] {
  const ofDay = knownOf(graph, on);
  const name = `${plan.slug} ${subject.slug}`;
  const cached = ofDay.get(name);
  if (cached) return cached;
  const found = isNearest(plan, subject) ? findDisagreements({ graph, plan, subject, on }) : [];
  ofDay.set(name, found);
  return found;
}

/** The disagreements that concern an answer: one of the rules of either side is in reach and applies to the place. */
export function disagreementsTouching(question: Question): Disagreement[] {
  const { graph, plan, subject, on, territory } = question;
  const chainsOf = exceptionChainsAt(graph, plan, territory);
  const applies = ({ rules }: Side): boolean => rules.some((rule) => chainsOf(rule).length > 0);
  const subjects = [...subjectChain(subject).keys()];
  return [...planChain(plan)]
    .flatMap((ofPlan) => subjects.flatMap((ofSubject) => disagreementsOf(graph, ofPlan, ofSubject, on)))
    .filter(({ pairs }) => pairs.some(({ sides }) => sides.every(applies)))
    .flatMap((found) => heardIn(found, question) ?? []);
}

/** The disagreement as far as the sources of the question are included; null if no two sides are left. */
function heardIn(found: Found, question: Question): Disagreement | null {
  if (question.accordingTo === null && question.minimumAuthority === null) return found;
  const isIncluded = sourceFilter(question);
  const narrowed = (side: Side): Side | null => {
    const cites = side.cites.filter(isIncluded);
    const sources = side.sources.filter((source) => cites.some((passage) => passage.source === source));
    return sources.length === 0 ? null : { ...side, cites, sources };
  };
  const pairs = found.pairs.flatMap((pair) => {
    const [one, other] = pair.sides.map(narrowed);
    return one && other ? [{ ...pair, sides: [one, other] as const }] : [];
  });
  return pairs.length === 0 ? null : disagreementFrom(found, pairs);
}

type Where = Pick<Question, 'graph' | 'plan' | 'subject' | 'on'>;

function findDisagreements(where: Where): Found[] {
  const { graph, plan, subject, on } = where;
  const pairs = distinctPairs(placesToAsk(where).flatMap((territory) => pairsAt(where, territory)));
  const groups = new Map<string, Pair[]>();
  for (const pair of pairs) {
    if (belongsAbove(pair)) continue;
    const key = [pair.kind, plan.slug, subject.slug, ...(pair.matter === '' ? [] : [pair.matter])].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), pair]);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, of]) => disagreementFrom({ key, about: [plan, subject] }, of));

  /** Whether the pair is one of a larger plan or a broader subject, which holds all of its rules. */
  function belongsAbove({ kind, matter, from, sides }: Pair): boolean {
    const rules = sides.flatMap((side) => side.rules);
    const nearestPlan = commonPlan(plan, from);
    const nearestSubject = commonSubject(
      subject,
      rules.map((rule) => rule.subject),
    );
    if (nearestPlan === plan && nearestSubject === subject) return false;
    const [one, other] = sides;
    const isOfMatter = (pair: Pair): boolean =>
      pair.matter === matter && (pair.kind === 'REFINEMENT') === (kind === 'REFINEMENT');
    return disagreementsOf(graph, nearestPlan, nearestSubject, on).some((found) =>
      found.pairs.some((pair) => isOfMatter(pair) && isOf(pair, one, other)),
    );
  }
}

/** The pairs without those that the same rules of the same sources make in an earlier place. */
function distinctPairs(pairs: readonly Pair[]): Pair[] {
  const sideKey = ({ sources, rules, asOf }: Side): unknown => [
    sources.map(({ slug }) => slug),
    rules.map(({ slug }) => slug).sort(),
    asOf,
  ];
  const found = new Map<string, Pair>();
  for (const pair of pairs) {
    const key = JSON.stringify([pair.kind, pair.matter, pair.sides.map(sideKey)]);
    if (!found.has(key)) found.set(key, pair);
  }
  return [...found.values()];
}

/** Whether the pair is of the sources of these two sides. */
const isOf = ({ sides: [a, b] }: Pair, one: Side, other: Side): boolean =>
  (shares(a, one) && shares(b, other)) || (shares(a, other) && shares(b, one));
const shares = ({ sources }: Side, other: Side): boolean => other.sources.every((source) => sources.includes(source));

function pairsAt({ graph, plan, subject, on }: Where, territory: Territory | null): Pair[] {
  const question: Question = {
    graph,
    plan,
    subject,
    territory,
    on,
    met: [],
    unmet: [],
    counts: new Map(),
    onAssumed: false,
    accordingTo: null,
    minimumAuthority: null,
  };
  const ofCoverage = conflictingViews(question).map(({ kind, sides, partsOn }): Pair => ({
    kind,
    matter: '',
    title: `Does ${plan.name} cover ${subjectText(subject)}?`,
    from: sides.flatMap(({ rules }) => rules.map(originOf)),
    sides: [viewSide(sides[0]), viewSide(sides[1])],
    territory,
    partsOn,
  }));
  const ofDuties = conflictingDuties(question).map(({ kind, condition, sides }): Pair => ({
    kind,
    matter: condition.slug,
    title: `Does ${plan.name} require ${dutyText(condition)} for ${subjectText(subject)}?`,
    from: sides.map(({ plan: of, rule }) => ({ plan: of, asks: rule.effect === 'ASKS' })),
    sides: [dutySide(sides[0]), dutySide(sides[1])],
    territory,
    partsOn: [],
  }));
  return [...ofCoverage, ...ofDuties];
}

function viewSide({ view, rules, asOf }: ViewSide): Side {
  return {
    rules,
    asOf,
    sources: view.question.accordingTo ?? [],
    terms: `${view.question.territory?.code ?? ''} ${termsOfView(view)}`,
    says: () => saysOf(view),
    status: view.conclusion.status,
    cites: citedBy(view),
  };
}
function dutySide({ rule, sources, says, cites }: ReturnType<typeof conflictingDuties>[number]['sides'][number]): Side {
  return { rules: [rule], sources, cites, terms: says, says: () => says, status: null, asOf: null };
}

/** One disagreement of all the pairs, with each side once. */
function disagreementFrom(
  { key, about: [plan, subject] }: Pick<Disagreement, 'key' | 'about'>,
  pairs: readonly Pair[],
): Found {
  const [first] = pairs as [Pair];
  const places = [...new Set(pairs.map(({ territory }) => territory))];
  const [place = null, ...otherPlaces] = places;
  const rules = [...new Set(pairs.flatMap(({ sides }) => sides.flatMap((side) => side.rules)))];
  const title = otherPlaces.length > 0 ? first.title : first.title.replace(/\?$/, `${placeText(place)}?`);
  return {
    key,
    title,
    kind: first.kind,
    about: [
      plan,
      subject,
      ...places.filter((each) => rules.some((rule) => territoriesOf(rule).includes(each))),
    ].flatMap((entry): Entry[] => (entry ? [entry] : [])),
    positions: positionsOf(pairs),
    partsOn: pairs.map((pair) => pair.partsOn).reduce((least, each) => (each.length < least.length ? each : least)),
    reading: readingOf(rules),
    rules,
    pairs,
  };
}

/** The sides, those that say the same as of the same day as one, in order of authority. */
function positionsOf(pairs: readonly Pair[]): Position[] {
  const groups = new Map<string, Side[]>();
  for (const side of pairs.flatMap(({ sides }) => sides)) {
    const name = `${side.asOf ?? ''} ${side.terms}`;
    groups.set(name, [...(groups.get(name) ?? []), side]);
  }
  const rank = (source: Source): number => AUTHORITIES.indexOf(source.authority);
  return [...groups.values()]
    .map((group): Position => {
      const [first] = group as [Side];
      const sources = [...new Set(group.flatMap((side) => side.sources))].sort(
        (a, b) => rank(a) - rank(b) || (a.slug < b.slug ? -1 : 1),
      );
      return {
        sources,
        says: first.says(),
        status: first.status,
        asOf: first.asOf,
        cites: union(group.map(({ cites }) => cites)),
      };
    })
    .map((position) => ({ position, best: Math.min(...position.sources.map(rank)) }))
    .sort((a, b) => a.best - b.best)
    .map(({ position }) => position);
}

/** How an ambiguous exception among the rules is read to another of them; null if there is none. */
function readingOf(rules: readonly Rule[]): string | null {
  const exception = rules.find(
    ({ reading, exceptTo }) => reading !== null && exceptTo.some((target) => rules.includes(target)),
  );
  return exception?.reading ?? null;
}

const originOf = ({ plan, effect }: Rule): Origin => ({ plan, asks: effect === 'ASKS' });

const around = new WeakMap<Plan, ReadonlySet<Plan>>();
/** The plans that it takes rules from, itself among them, and those that it is within: all whose rules that ask reach it. */
function plansThatMayAsk(plan: Plan): ReadonlySet<Plan> {
  const cached = around.get(plan);
  if (cached) return cached;
  const found = new Set([...planChain(plan), ...plansAround(plan)]);
  around.set(plan, found);
  return found;
}
const canReach = ({ plan: from, asks }: Origin, plan: Plan): boolean =>
  (asks ? plansThatMayAsk(plan) : planChain(plan)).has(from);

/** Of the plan and those that it takes rules from, the largest that all of these can reach. */
function commonPlan(plan: Plan, origins: readonly Origin[]): Plan {
  const size = (each: Plan): number => planChain(each).size;
  const [largest = plan] = [...planChain(plan)]
    .filter((each) => origins.every((origin) => canReach(origin, each)))
    .sort((a, b) => size(a) - size(b) || (a.slug < b.slug ? -1 : 1));
  return largest;
}
/** Of the subject and what is broader, the broadest that rules about all of these subjects reach. */
function commonSubject(subject: Subject, subjects: readonly Subject[]): Subject {
  const size = (each: Subject): number => subjectChain(each).size;
  const [broadest = subject] = [...subjectChain(subject).keys()]
    .filter((each) => subjects.every((of) => subjectChain(each).has(of)))
    .sort((a, b) => size(a) - size(b) || (a.slug < b.slug ? -1 : 1));
  return broadest;
}

/**
 * Whether rules can be in reach of the plan and the subject that are not all in reach of a larger plan or a broader subject:
 * only then can a disagreement belong to them. Cheap, and true more often than there is one.
 */
export function isNearest(plan: Plan, subject: Subject): boolean {
  const rules = rulesFor(plan, subject);
  if (rules.length === 0) return false;
  const links = [...planChain(plan)].filter(({ takesRulesFrom }) =>
    takesRulesFrom.some(({ requires }) => requires.length > 0),
  );
  const origins = [...rules.map(originOf), ...links.map((taker) => ({ plan: taker, asks: false }))];
  const ruled = rules.map((rule) => rule.subject);
  return commonPlan(plan, origins) === plan && commonSubject(subject, ruled) === subject;
}

/** The rules that can reach a question on the plan and the subject. */
function rulesFor(plan: Plan, subject: Subject): Rule[] {
  const subjects = subjectChain(subject);
  return [...plansThatMayAsk(plan)]
    .flatMap((each) => rulesOn(each, subjects))
    .filter((rule) => canReach(originOf(rule), plan));
}

/** Home, and one place for each other set of rules that apply in a place. Not "abroad, country not said". */
function placesToAsk({ graph, plan, subject }: Where): (Territory | null)[] {
  const rules = rulesFor(plan, subject);
  const named = new Set(rules.flatMap(territoriesOf));
  if (!rules.some(namesPlace)) return [null];
  const places = [null, ...named, ...graph.territories.values()].filter((place) => place !== graph.abroad);
  const found = new Map<string, Territory | null>();
  for (const place of places) {
    const chainsOf = exceptionChainsAt(graph, plan, place);
    const applying = rules.filter((rule) => chainsOf(rule).length > 0).map(({ slug }) => slug);
    const key = applying.join();
    if (applying.length > 0 && !found.has(key)) found.set(key, place);
  }
  return [...found.values()];
}
const territoriesOf = ({ where, exceptTo }: Rule): (Territory | null)[] => [
  ...where.territories,
  ...exceptTo.flatMap(territoriesOf),
];
const namesPlace = ({ where, exceptTo }: Rule): boolean =>
  (where.scope !== 'HOME' && where.scope !== 'UNSTATED') || exceptTo.some(namesPlace);
