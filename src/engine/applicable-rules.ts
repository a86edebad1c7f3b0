/**
 * Finds the rules that apply to a question (docs/semantics.md#section-3), before any fact about the case is looked at:
 * by the plan chain, the subject chain, the place, the day and the included sources, without rules that a fuller rule
 * restates. A rule in reach that does not apply is kept with the first reason why.
 */
import type { Graph, Inheritance, Link, Passage, Plan, Rule, Source, Subject } from '../graph/entries.ts';
import { AUTHORITIES, type RejectionReason } from '../model/words.ts';
import { exceptionChainsAt, type ExceptionChain } from './rule-territory.ts';
import type { Question } from './question.ts';

/** A rule that applies to a question. */
export interface ApplicableRule {
  readonly rule: Rule;
  /** The plan that the rule counts for: a grant taken over under GRANTS_ONLY counts for the plan that takes it over. */
  readonly plan: Plan;
  /** The plan that it was taken from under GRANTS_ONLY; else null. */
  readonly takenFrom: Plan | null;
  /** Of the included sources that it cites, those of the highest authority, latest first. */
  readonly sources: readonly Source[];
  /** The first of `sources`. */
  readonly source: Source;
  /** See `isHedged`. */
  readonly hedged: boolean;
  /** The exception chains through which it applies to the place of the question. */
  readonly chains: readonly ExceptionChain[];
}
/** A rule in reach that does not apply to the question, with the first reason why. */
export interface InapplicableRule {
  readonly rule: Rule;
  readonly reason: Extract<RejectionReason, 'OTHER_PLACE' | 'OTHER_TIME' | 'SOURCE_LEFT_OUT' | 'RESTATED'>;
}
/** The rules in reach of a plan. Grants that it takes over under GRANTS_ONLY are not included. */
export interface ApplicableRules {
  readonly plan: Plan;
  readonly applicable: readonly ApplicableRule[];
  readonly inapplicable: readonly InapplicableRule[];
  /** The plan, and each plan whose rules it takes over in full, with the links that lead there. */
  readonly plans: ReadonlyMap<Plan, readonly Link[]>;
  /** The GRANTS_ONLY inheritances of these plans, each with the plan that takes the grants over. */
  readonly mandates: readonly { readonly taker: Plan; readonly inheritance: Inheritance }[];
  /** The plans that grants are taken from, each once. */
  readonly givers: ReadonlySet<Plan>;
  /** Each subject that an applicable rule can be about, with the links that lead there from the subject of the question. */
  readonly subjects: ReadonlyMap<Subject, readonly Link[]>;
}

/** Whether a rule is hedged: it covers only some or most plans or services, or its source says "may". */
export const isHedged = (rule: Rule): boolean =>
  rule.quantifier !== 'ALL' || rule.extent !== 'ALL' || rule.modality === 'MAY';

/** Compares by authority: negative if the first is higher. */
export const compareAuthority = (a: Source, b: Source): number =>
  AUTHORITIES.indexOf(a.authority) - AUTHORITIES.indexOf(b.authority);

/** Breadth-first search: every node that `next` leads to, with the links of a shortest path. */
function walk<N>(from: N, next: (node: N) => Iterable<readonly [N, Link]>): Map<N, readonly Link[]> {
  const found = new Map<N, readonly Link[]>([[from, []]]);
  for (const [node, way] of found)
    for (const [neighbor, link] of next(node)) if (!found.has(neighbor)) found.set(neighbor, [...way, link]);
  return found;
}

const climbs = new WeakMap<Subject, ReadonlyMap<Subject, readonly Link[]>>();
/** The subject and everything that its upward links lead to, whichever sources are included. Cached per subject. */
export function subjectChain(subject: Subject): ReadonlyMap<Subject, readonly Link[]> {
  const cached = climbs.get(subject);
  if (cached) return cached;
  const chain = walk(subject, (each) => each.up.map((link) => [link.to as Subject, link] as const));
  climbs.set(subject, chain);
  return chain;
}

const followed = new WeakMap<Plan, ReadonlySet<Plan>>();
/** The plan and every plan that it takes rules from, directly or indirectly. Cached per plan. */
export function planChain(plan: Plan): ReadonlySet<Plan> {
  const cached = followed.get(plan);
  if (cached) return cached;
  const paths = walk(plan, (each) => each.takesRulesFrom.map(({ plan: next, link }) => [next, link] as const));
  const chain = new Set(paths.keys());
  followed.set(plan, chain);
  return chain;
}

const includesAny = (): boolean => true;
/** A test of whether a question includes the source of a passage. */
export function sourceFilter({ accordingTo, minimumAuthority }: Question): (passage: Passage) => boolean {
  if (accordingTo === null && minimumAuthority === null) return includesAny;
  const included = accordingTo && new Set(accordingTo);
  const lowest = minimumAuthority === null ? AUTHORITIES.length : AUTHORITIES.indexOf(minimumAuthority);
  return ({ source }) => (included?.has(source) ?? true) && AUTHORITIES.indexOf(source.authority) <= lowest;
}

/** Of the included sources that a rule cites, those of the highest authority, latest first. */
export function leadingSources(
  rule: Pick<Rule, 'cites'>,
  isIncluded: (passage: Passage) => boolean,
): readonly Source[] {
  const sources = [...new Set(rule.cites.filter(isIncluded).map(({ source }) => source))];
  if (sources.length < 2) return sources;
  const highest = sources.sort(compareAuthority).filter(({ authority }) => authority === sources[0]?.authority);
  return highest.sort(latestFirst);
}

/** Orders by day of publication, latest first; sources without a day come last. ISO days compare as text. */
function latestFirst(a: Source, b: Source): number {
  const dayA = a.publishedOn ?? '';
  const dayB = b.publishedOn ?? '';
  if (dayA === dayB) return 0;
  return dayA > dayB ? -1 : 1;
}

const leadingOfAll = new WeakMap<Rule, readonly Source[]>();
/** The leading sources if all sources are included, as in most questions. Cached per rule. */
function leadingSourcesOfAll(rule: Rule): readonly Source[] {
  const cached = leadingOfAll.get(rule);
  if (cached) return cached;
  const sources = leadingSources(rule, includesAny);
  leadingOfAll.set(rule, sources);
  return sources;
}

const ruleIndexes = new WeakMap<Plan, ReadonlyMap<Subject, readonly number[]>>();
/** For each subject, the indexes of the plan's own rules about it, in file order. Cached per plan. */
function indexOf(plan: Plan): ReadonlyMap<Subject, readonly number[]> {
  const cached = ruleIndexes.get(plan);
  if (cached) return cached;
  const index = new Map<Subject, number[]>();
  plan.rules.forEach(({ subject }, at) => {
    const positions = index.get(subject);
    if (positions) positions.push(at);
    else index.set(subject, [at]);
  });
  ruleIndexes.set(plan, index);
  return index;
}

/** Whether the plan itself has a rule about exactly this subject that does more than ask. Does not go through the rules of the subject, which may be many. */
export const hasRuleOn = (plan: Plan, subject: Subject): boolean =>
  (indexOf(plan).get(subject) ?? NOWHERE).some((at) => plan.rules[at]?.effect !== 'ASKS');

const NOWHERE: readonly number[] = [];
/** The plan's own rules about any of the subjects, in file order. The cost does not depend on how many rules it has. */
export function rulesOn(plan: Plan, subjects: ReadonlyMap<Subject, unknown>): readonly Rule[] {
  const index = indexOf(plan);
  const found: number[] = [];
  let inOrder = true;
  for (const subject of subjects.keys()) {
    for (const at of index.get(subject) ?? NOWHERE) {
      inOrder &&= at > (found.at(-1) ?? -1);
      found.push(at);
    }
  }
  if (!inOrder) found.sort((a, b) => a - b);
  const rules: Rule[] = [];
  for (const at of found) {
    const rule = plan.rules[at];
    if (rule) rules.push(rule);
  }
  return rules;
}

/** The plans from which a plan takes rules, independent of the question. */
type InheritedPlans = Pick<ApplicableRules, 'plans' | 'mandates' | 'givers'>;
const inheritedPlans = new WeakMap<Plan, InheritedPlans>();
function inheritedPlansOf(plan: Plan): InheritedPlans {
  const cached = inheritedPlans.get(plan);
  if (cached) return cached;
  const plans = walk(plan, (each) =>
    each.takesRulesFrom
      .filter(({ takes }) => takes === 'EVERYTHING')
      .map(({ plan: next, link }) => [next, link] as const),
  );
  const mandates = [...plans.keys()].flatMap((taker) =>
    taker.takesRulesFrom
      .filter(({ takes, plan: from }) => takes === 'GRANTS_ONLY' && !plans.has(from))
      .map((inheritance) => ({ taker, inheritance })),
  );
  const inherited = { plans, mandates, givers: new Set(mandates.map(({ inheritance }) => inheritance.plan)) };
  inheritedPlans.set(plan, inherited);
  return inherited;
}

export const inForce = (rule: Rule, on: string): boolean =>
  (rule.from === null || rule.from <= on) && (rule.until === null || on < rule.until);

/** The rules that a shorter rule restates, directly or indirectly. */
function allRestatedBy({ restates }: Rule, found = new Set<Rule>()): Set<Rule> {
  for (const fuller of restates) {
    if (found.has(fuller)) continue;
    found.add(fuller);
    allRestatedBy(fuller, found);
  }
  return found;
}

/**
 * The rules in reach of `plan` for the subject, place, day and sources of the question. `wording` is a shorter rule to
 * use in place of the fuller rule that it restates.
 */
export function collectApplicableRules(question: Question, plan: Plan, wording?: Rule): ApplicableRules {
  const graph: Graph = question.graph;
  const subjects = subjectChain(question.subject);
  const { plans, mandates, givers } = inheritedPlansOf(plan);
  const chainsOf = exceptionChainsAt(graph, question.plan, question.territory);
  const isIncluded = sourceFilter(question);
  const includesAll = question.accordingTo === null && question.minimumAuthority === null;
  const fullerOf = wording ? allRestatedBy(wording) : new Set<Rule>();

  // A grant of a plan whose grants are taken over is in reach too, even if it is not handed down in the end.
  const reaches = ({ plan: of, effect, subject }: Rule): boolean =>
    subjects.has(subject) && (plans.has(of) || (effect === 'COVERED' && givers.has(of)));
  const inView = (rule: Rule): boolean =>
    !fullerOf.has(rule) &&
    reaches(rule) &&
    chainsOf(rule).length > 0 &&
    inForce(rule, question.on) &&
    rule.cites.some(isIncluded);
  const restated = (rule: Rule): boolean => {
    if (rule === wording) return false;
    return rule.restates.some((fuller) => fullerOf.has(fuller) || inView(fuller) || restated(fuller));
  };
  const applicable: ApplicableRule[] = [];
  const inapplicable: InapplicableRule[] = [];
  for (const from of plans.keys()) {
    for (const rule of rulesOn(from, subjects)) {
      if (rule.effect === 'ASKS') continue;
      const sources = includesAll ? leadingSourcesOfAll(rule) : leadingSources(rule, isIncluded);
      const [source] = sources;
      const chains = chainsOf(rule);
      if (chains.length === 0) inapplicable.push({ rule, reason: 'OTHER_PLACE' });
      else if (!inForce(rule, question.on)) inapplicable.push({ rule, reason: 'OTHER_TIME' });
      else if (!source) inapplicable.push({ rule, reason: 'SOURCE_LEFT_OUT' });
      else if (fullerOf.has(rule) || restated(rule)) inapplicable.push({ rule, reason: 'RESTATED' });
      else
        applicable.push({
          rule,
          plan: rule.plan,
          takenFrom: null,
          sources,
          source,
          hedged: isHedged(rule),
          chains,
        });
    }
  }
  return { plan, applicable, inapplicable, plans, mandates, givers, subjects };
}
