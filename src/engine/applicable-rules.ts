/**
 * Which rules speak (docs/semantics.md#section-3). From the question alone, before any fact about the case: the plan
 * chain, the subject chain, the place, the day, the sources heard, and what a fuller wording says already. A rule in
 * reach that does not speak is kept with the first reason why not.
 */
import type { Graph, Inheritance, Link, Passage, Plan, Rule, Source, Subject } from '../graph/entries.ts';
import { AUTHORITIES, type RejectionReason } from '../model/words.ts';
import { exceptionChainsAt, type ExceptionChain } from './rule-territory.ts';
import type { Question } from './question.ts';

/** A rule as it speaks to this question. */
export interface ApplicableRule {
  readonly rule: Rule;
  /** The plan it counts as written for: a grant taken under GRANTS_ONLY counts as written for the plan that takes it. */
  readonly plan: Plan;
  /** The plan it was taken from under GRANTS_ONLY, or null. */
  readonly takenFrom: Plan | null;
  /** The sources it speaks with: of those it cites and that are heard, the ones of the highest authority, the latest first. */
  readonly sources: readonly Source[];
  /** The first of them. */
  readonly source: Source;
  readonly hedged: boolean;
  /** The ways in which it speaks of the place asked. */
  readonly chains: readonly ExceptionChain[];
}
export interface InapplicableRule {
  readonly rule: Rule;
  readonly reason: Extract<RejectionReason, 'OTHER_PLACE' | 'OTHER_TIME' | 'SOURCE_LEFT_OUT' | 'RESTATED'>;
}
/** What is in reach of a plan itself; what it takes under GRANTS_ONLY is derived for the other plan first. */
export interface ApplicableRules {
  readonly plan: Plan;
  readonly applicable: readonly ApplicableRule[];
  readonly inapplicable: readonly InapplicableRule[];
  /** For each plan whose rules are taken over whole, the links that lead there. */
  readonly plans: ReadonlyMap<Plan, readonly Link[]>;
  /** The plans that one of these must follow in what they grant, and who takes it. */
  readonly mandates: readonly { readonly taker: Plan; readonly inheritance: Inheritance }[];
  /** Those plans, each once. */
  readonly givers: ReadonlySet<Plan>;
  /** For each subject a rule may speak of, the links from what was asked. */
  readonly subjects: ReadonlyMap<Subject, readonly Link[]>;
}

/** Hedged: it speaks of some or most plans or services, or says no more than may. */
export const isHedged = (rule: Rule): boolean =>
  rule.quantifier !== 'ALL' || rule.extent !== 'ALL' || rule.modality === 'MAY';

/** Below zero where the first authority is the higher. */
export const compareAuthority = (a: Source, b: Source): number =>
  AUTHORITIES.indexOf(a.authority) - AUTHORITIES.indexOf(b.authority);

/** Every node that `next` leads to, with the links on the way; of several ways the shortest. */
function walk<N>(from: N, next: (node: N) => Iterable<readonly [N, Link]>): Map<N, readonly Link[]> {
  const found = new Map<N, readonly Link[]>([[from, []]]);
  for (const [node, way] of found)
    for (const [neighbour, link] of next(node)) if (!found.has(neighbour)) found.set(neighbour, [...way, link]);
  return found;
}

const climbs = new WeakMap<Subject, ReadonlyMap<Subject, readonly Link[]>>();
/** What was asked, and all that its links lead up to: includes, bills, broader. Links hold whichever sources are heard. */
export function subjectChain(subject: Subject): ReadonlyMap<Subject, readonly Link[]> {
  let chain = climbs.get(subject);
  if (!chain)
    climbs.set(subject, (chain = walk(subject, (each) => each.up.map((link) => [link.to as Subject, link] as const))));
  return chain;
}

const followed = new WeakMap<Plan, ReadonlySet<Plan>>();
/** The plan and every plan that it takes any rules from, however far. */
export function planChain(plan: Plan): ReadonlySet<Plan> {
  let chain = followed.get(plan);
  if (!chain)
    followed.set(
      plan,
      (chain = new Set(
        walk(plan, (each) => each.takesRulesFrom.map(({ plan: next, link }) => [next, link] as const)).keys(),
      )),
    );
  return chain;
}

const hearsAny = (): boolean => true;
/** The sources that speak, and the test of whether one does. */
export function sourceFilter({ accordingTo, minimumAuthority }: Question): (passage: Passage) => boolean {
  if (accordingTo === null && minimumAuthority === null) return hearsAny;
  const heard = accordingTo && new Set(accordingTo);
  const lowest = minimumAuthority === null ? AUTHORITIES.length : AUTHORITIES.indexOf(minimumAuthority);
  return ({ source }) => (heard?.has(source) ?? true) && AUTHORITIES.indexOf(source.authority) <= lowest;
}

/** The sources that a rule speaks with, the latest first; none where none that it cites is heard. */
function voicesOf(rule: Rule, hears: (passage: Passage) => boolean): readonly Source[] {
  const heard = [...new Set(rule.cites.filter(hears).map(({ source }) => source))];
  if (heard.length < 2) return heard;
  const highest = heard.sort(compareAuthority).filter(({ authority }) => authority === heard[0]?.authority);
  const day = ({ publishedOn }: Source): string => publishedOn ?? '';
  return highest.sort((a, b) => (day(a) > day(b) ? -1 : day(a) < day(b) ? 1 : 0));
}

const voicesOfAll = new WeakMap<Rule, readonly Source[]>();
/** The same where every source is heard, which is what most ask: kept with the rule. */
function voicesAmongAll(rule: Rule): readonly Source[] {
  let voices = voicesOfAll.get(rule);
  if (!voices) voicesOfAll.set(rule, (voices = voicesOf(rule, () => true)));
  return voices;
}

const ruleIndexes = new WeakMap<Plan, ReadonlyMap<Subject, readonly number[]>>();
/** For each subject that the plan's own rules speak of, the places of those rules among them. */
function indexOf(plan: Plan): ReadonlyMap<Subject, readonly number[]> {
  let index = ruleIndexes.get(plan);
  if (!index) {
    const made = new Map<Subject, number[]>();
    plan.rules.forEach(({ subject }, at) => {
      const there = made.get(subject);
      if (there) there.push(at);
      else made.set(subject, [at]);
    });
    ruleIndexes.set(plan, (index = made));
  }
  return index;
}

/** Whether a plan's own rules speak of exactly this; asked of the plan, since a common subject has rules of every plan there is. */
export const hasRuleOn = (plan: Plan, subject: Subject): boolean => indexOf(plan).has(subject);

const NOWHERE: readonly number[] = [];
/** The plan's rules on any of the subjects, in the order of its file; looked up, so that a plan of many rules costs no more. */
function rulesOn(plan: Plan, subjects: ReadonlyMap<Subject, unknown>): readonly Rule[] {
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

/** What links between plans bring into reach of one, whatever is asked. */
type Family = Pick<ApplicableRules, 'plans' | 'mandates' | 'givers'>;
const families = new WeakMap<Plan, Family>();
function familyOf(plan: Plan): Family {
  let family = families.get(plan);
  if (!family) {
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
    families.set(
      plan,
      (family = { plans, mandates, givers: new Set(mandates.map(({ inheritance }) => inheritance.plan)) }),
    );
  }
  return family;
}

const inForce = (rule: Rule, on: string): boolean =>
  (rule.from === null || rule.from <= on) && (rule.until === null || on < rule.until);

/** What is in reach of `plan` on the question's subject, place, day and sources. */
export function collectApplicableRules(question: Question, plan: Plan, wording?: Rule): ApplicableRules {
  const graph: Graph = question.graph;
  const subjects = subjectChain(question.subject);
  const { plans, mandates, givers } = familyOf(plan);
  const routes = exceptionChainsAt(graph, question.plan, question.territory);
  const hears = sourceFilter(question);
  const hearsAll = question.accordingTo === null && question.minimumAuthority === null;
  const fullerOf = wording?.restates ?? null;

  // A grant that must be taken over reaches the question too, whether or not it is then held back.
  const reaches = ({ plan: of, effect, subject }: Rule): boolean =>
    subjects.has(subject) && (plans.has(of) || (effect === 'COVERED' && givers.has(of)));
  const inView = (rule: Rule): boolean =>
    rule !== fullerOf &&
    reaches(rule) &&
    routes(rule).length > 0 &&
    inForce(rule, question.on) &&
    rule.cites.some(hears);
  const restated = (rule: Rule): boolean => {
    if (rule === wording) return false;
    for (let fuller = rule.restates; fuller; fuller = fuller.restates)
      if (fuller === fullerOf || inView(fuller)) return true;
    return false;
  };
  const speakers: ApplicableRule[] = [];
  const silent: InapplicableRule[] = [];
  for (const from of plans.keys()) {
    for (const rule of rulesOn(from, subjects)) {
      const voices = hearsAll ? voicesAmongAll(rule) : voicesOf(rule, hears);
      const [voice] = voices;
      const here = routes(rule);
      if (here.length === 0) silent.push({ rule, reason: 'OTHER_PLACE' });
      else if (!inForce(rule, question.on)) silent.push({ rule, reason: 'OTHER_TIME' });
      else if (!voice) silent.push({ rule, reason: 'SOURCE_LEFT_OUT' });
      else if (rule === fullerOf || (rule.restates !== null && restated(rule)))
        silent.push({ rule, reason: 'RESTATED' });
      else
        speakers.push({
          rule,
          plan: rule.plan,
          takenFrom: null,
          sources: voices,
          source: voice,
          hedged: isHedged(rule),
          chains: here,
        });
    }
  }
  return { plan, applicable: speakers, inapplicable: silent, plans, mandates, givers, subjects };
}
