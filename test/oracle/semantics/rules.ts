/** A rule as it is written and read: docs/semantics.md#section-2. */
import type { ExpressionDocument, RuleDocument } from '../../../src/model/shapes.ts';
import { AUTHORITIES } from '../../../src/model/words.ts';
import { isSubset, placesNamed, type PlaceSet } from './place.ts';
import type { Question } from './question.ts';
import { remember } from './reachable.ts';

export type Effect = 'covered' | 'excluded' | 'lifted' | 'asks';

/** A rule; of an exception with one of its targets, one of that rule's targets, and so on. */
export interface TargetChain {
  /** Where all of them speak. */
  readonly places: PlaceSet;
  /** Their conditions, all of which must hold. */
  readonly when: readonly ExpressionDocument[];
}

export interface Rule {
  /** The plan's slug, a slash and the rule's key. */
  readonly slug: string;
  readonly plan: string;
  readonly subject: string;
  readonly effect: Effect;
  readonly isHedged: boolean;
  /** The rules that it is an exception to. */
  readonly targets: readonly Rule[];
  /** What it restates, and what that restates. */
  readonly fuller: readonly Rule[];
  readonly chains: readonly TargetChain[];
  /** Where it speaks, and whether neither it nor a target names a place. */
  readonly places: PlaceSet;
  readonly isUnplaced: boolean;
  readonly isInForce: boolean;
  /** What it requires, limits and costs, as the data states it. */
  readonly document: RuleDocument;
  /** The heard sources of the highest authority, the latest first; none where no source is heard. */
  readonly voices: readonly string[];
}

/** Reads rules by slug; a rule is read once, so one slug is always the same object. */
export function makeRuleReader(question: Question): (slug: string) => Rule {
  const read: (slug: string) => Rule = remember((slug) => ruleOf(question, slug, read));
  return read;
}

function ruleOf(question: Question, slug: string, read: (slug: string) => Rule): Rule {
  const [plan = '', key = ''] = slug.split('/');
  const document = question.data.plans[plan]?.rules?.[key];
  if (document === undefined) throw new Error(`the data has no rule ${slug}`);
  const named = (name: string): Rule => read(name.includes('/') ? name : `${plan}/${name}`);
  const targets = (document.exceptTo ?? []).map(named);
  const restated = [document.restates ?? []].flat().map(named);
  const chains = chainsOf(question, plan, document, targets);
  return {
    slug,
    plan,
    targets,
    chains,
    document,
    subject: document.covered ?? document.excluded ?? document.lifted ?? document.asks ?? '',
    effect: effectOf(document),
    isHedged: isHedged(document),
    fuller: restated.flatMap((rule) => [rule, ...rule.fuller]),
    places: new Set(chains.flatMap(({ places }) => [...places])),
    isUnplaced: document.where === undefined && targets.every((target) => target.isUnplaced),
    isInForce: isInForce(document, question.ask.on),
    voices: voicesOf(question, document.cites),
  };
}

function effectOf({ covered, excluded, asks }: RuleDocument): Effect {
  if (covered !== undefined) return 'covered';
  if (asks !== undefined) return 'asks';
  return excluded === undefined ? 'lifted' : 'excluded';
}

function isHedged({ quantifier = 'ALL', extent = 'ALL', modality = 'STATED' }: RuleDocument): boolean {
  return quantifier !== 'ALL' || extent !== 'ALL' || modality === 'MAY';
}

/** Half-open: docs/semantics.md#section-3-day. */
function isInForce({ from, until }: RuleDocument, day: string): boolean {
  return (from === undefined || from <= day) && (until === undefined || day < until);
}

/**
 * A grant that names no place and is no exception speaks of home only, and so does a rule that asks; an exclusion, and
 * an exception, of anywhere.
 */
function chainsOf(
  { places }: Question,
  plan: string,
  document: RuleDocument,
  targets: readonly Rule[],
): readonly TargetChain[] {
  const isGrantOrAsks = document.covered !== undefined || document.asks !== undefined;
  const isOfHome = isGrantOrAsks && targets.length === 0;
  const own = placesNamed(places, plan, document.where ?? (isOfHome ? 'home' : 'anywhere'));
  const when = document.when === undefined ? [] : [document.when];
  if (targets.length === 0) return [{ places: own, when }];
  return targets
    .flatMap((target) => target.chains)
    .map((chain) => ({
      places: new Set([...own].filter((place) => chain.places.has(place))),
      when: [...when, ...chain.when],
    }));
}

/** Zero for the highest authority. */
export function rankOf({ data }: Question, source: string): number {
  return AUTHORITIES.indexOf(data.sources[source]?.authority ?? 'SECONDARY');
}

/** docs/semantics.md#section-3-sources. */
export function isHeard(question: Question, source: string): boolean {
  const { accordingTo, minimumAuthority } = question.ask;
  const isNamed = accordingTo === null || accordingTo.includes(source);
  return isNamed && rankOf(question, source) <= AUTHORITIES.indexOf(minimumAuthority ?? 'SECONDARY');
}

/** The sources heard of those cited, with the highest authority among them only, the latest first. */
export function voicesOf(question: Question, cites: readonly string[]): readonly string[] {
  const sources = new Set(cites.map((cite) => cite.split('#')[0] ?? ''));
  const heard = [...sources].filter((source) => isHeard(question, source));
  const highest = Math.min(...heard.map((source) => rankOf(question, source)));
  const date = (source: string): string => question.data.sources[source]?.publishedOn ?? '';
  return heard.filter((source) => rankOf(question, source) === highest).sort((a, b) => date(b).localeCompare(date(a)));
}

/** The chains by which a rule speaks of the place asked: docs/semantics.md#section-3-place. */
export function chainsHere({ ask, places }: Question, rule: Rule): readonly TargetChain[] {
  const home = places.homeOf(ask.plan);
  const asked = ask.territory === null ? home : places.within(ask.territory);
  // ZZ: abroad, in a country that was not said. A rule for one country speaks as if that were the place.
  if (ask.territory === 'ZZ') return rule.chains.filter((chain) => !isSubset(chain.places, home));
  return rule.chains.filter((chain) => asked.size > 0 && isSubset(asked, chain.places));
}

/** A test of a condition: that it holds, or bounds of a number, both inclusive. */
export interface ConditionTest {
  readonly condition: string;
  readonly atLeast?: number | undefined;
  readonly atMost?: number | undefined;
}

/** The tests in an expression, each as often as it occurs. */
export function testsIn(expression: ExpressionDocument): readonly ConditionTest[] {
  if (typeof expression === 'string') return [{ condition: expression }];
  if ('condition' in expression) return [expression];
  return Object.values(expression).flat().flatMap(testsIn);
}

/** The number of a condition that counts; of any other 1 where it holds and 0 where it does not. */
export type Facts = (condition: string) => number;

export function holds(expression: ExpressionDocument, facts: Facts): boolean {
  if (typeof expression === 'string') return facts(expression) === 1;
  if ('all' in expression) return expression.all.every((part) => holds(part, facts));
  if ('any' in expression) return expression.any.some((part) => holds(part, facts));
  if ('none' in expression) return !expression.none.some((part) => holds(part, facts));
  const { condition, atLeast, atMost } = expression;
  if (atLeast === undefined && atMost === undefined) return facts(condition) === 1;
  return facts(condition) >= (atLeast ?? 0) && facts(condition) <= (atMost ?? Infinity);
}
