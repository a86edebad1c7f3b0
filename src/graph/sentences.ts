/**
 * Writes facts, links, conditions and rules of the graph as text. A text is never firmer than what it describes
 * (docs/semantics.md#i9): a hedge in a rule becomes a "may", a "some" or a "most" in its sentence.
 */
import { printCostShare, printLimit } from '../model/amounts.ts';
import type { GroupOperator, LinkKind, RequirementStrength } from '../model/words.ts';
import type { Condition, ConditionExpression, Link, Plan, Rule, Subject, Territory } from './entries.ts';

/** A fact about a case: a condition holds or not, a count is given, or a count within bounds is wanted. */
export interface FactTerms {
  readonly condition: Condition;
  /** Null where the condition counts. */
  readonly holds: boolean | null;
  /** The number given. */
  readonly count: number | null;
  /** The bounds wanted, inclusive. */
  readonly atLeast: number | null;
  readonly atMost: number | null;
}

/** "a, b and c", "a or b"; if a part contains a comma, "a; b, c; or d". */
export function list(words: readonly string[], joiner: 'and' | 'or' | 'nor'): string {
  const [between, last] = words.some((word) => word.includes(',')) ? ['; ', `; ${joiner} `] : [', ', ` ${joiner} `];
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(between)}${last}${words.at(-1) ?? ''}`;
}

export const sentence = (text: string): string =>
  text.charAt(0).toUpperCase() + text.slice(1) + (/[.?!]$/.test(text) ? '' : '.');

/** A subject as it reads inside a sentence. */
export const subjectText = (subject: Subject): string => subject.phrase;
/** A condition as something that must be done or paid: "prior authorization". */
export const dutyText = ({ name }: Condition): string =>
  /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;

/** " in Canada", " abroad", or an empty text for care at home. */
export function placeText(territory: Territory | null): string {
  if (territory === null) return '';
  return territory.code === 'ZZ' ? ' abroad' : ` in ${territory.name}`;
}

function countText(condition: Condition, atLeast: number | null, atMost: number | null): string {
  const unit = (number: number): string =>
    `${String(number)} ${number === 1 ? (condition.counts ?? '').replace(/s$/, '') : (condition.counts ?? '')}`;
  if (atLeast !== null && atMost !== null)
    return atLeast === atMost ? `exactly ${unit(atLeast)}` : `from ${String(atLeast)} to ${unit(atMost)}`;
  if (atLeast !== null) return `at least ${unit(atLeast)}`;
  return `at most ${unit(atMost ?? 0)}`;
}

/** A fact in words: "prescribed", "not prescribed", "at most 12 visits", "3 visits so far". */
export function factText({ condition, holds, count, atLeast, atMost }: FactTerms): string {
  if (count !== null) return `${String(count)} ${condition.counts ?? ''} so far`;
  if (holds === null) return countText(condition, atLeast, atMost);
  return holds ? condition.phrase : `not ${condition.phrase}`;
}

const sameWord = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && (a === b || (/^an?$/.test(a) && /^an?$/.test(b ?? '')));

/** Alternatives as text; words that all of them share appear once: "part of a physical or occupational therapy program". */
export function alternativesText(texts: readonly string[]): string {
  const words = texts.map((text) => text.split(' '));
  const shortest = Math.min(...words.map(({ length }) => length));
  const [first = []] = words;
  let before = 0;
  while (before < shortest - 1 && words.every((each) => sameWord(each[before], first[before]))) before++;
  let after = 0;
  while (after < shortest - before - 1 && words.every((each) => sameWord(each.at(-1 - after), first.at(-1 - after))))
    after++;
  if (texts.length < 2 || before === 0 || before + after < 2) return list(texts, 'or');
  const middles = words.map((each) => each.slice(before, each.length - after).join(' '));
  return [...first.slice(0, before), list(middles, 'or'), ...first.slice(first.length - after, first.length)].join(' ');
}

/** The condition of a rule as text; groups inside groups are in parentheses. */
export function expressionText(expression: ConditionExpression, nested = false): string {
  if (expression.type === 'TEST') {
    const { condition, atLeast, atMost } = expression;
    return condition.counts === null ? condition.phrase : countText(condition, atLeast, atMost);
  }
  const { operator, of } = expression;
  const parts = of.map((part) => expressionText(part, true));
  if (operator === 'ANY' && of.every(({ type }) => type === 'TEST')) return alternativesText(parts);
  const text = groupText(operator, parts);
  return nested && parts.length > 1 ? `(${text})` : text;
}

function groupText(operator: GroupOperator, parts: readonly string[]): string {
  if (operator === 'ALL') return list(parts, 'and');
  if (operator === 'ANY') return list(parts, 'or');
  return parts.length === 1 ? `not ${parts[0] ?? ''}` : `neither ${list(parts, 'nor')}`;
}

const LINK_TEXT: Record<LinkKind, string> = {
  BROADER: 'is a kind of',
  NARROWER: 'is broader than',
  INCLUDES: 'includes',
  INCLUDED_IN: 'is included in',
  BILLED_BY: 'is billed by',
  BILLS: 'bills',
  SAME_AS: 'is another name of',
  WITHIN: 'is within',
  CONTAINS: 'contains',
  HOME: 'counts as home',
  HOME_OF: 'is home for',
  TAKES_RULES_FROM: 'takes its rules from',
  RULES_TAKEN_BY: 'gives its rules to',
  SUPPLEMENTS: 'supplements',
  SUPPLEMENTED_BY: 'is supplemented by',
  IMPLIES: 'implies',
  IMPLIED_BY: 'is implied by',
  EXCLUDES: 'cannot hold beside',
};
function entryText(entry: Link['from']): string {
  if (entry.kind === 'COVERAGE_CONDITION') return `"${entry.phrase}"`;
  return 'phrase' in entry ? entry.phrase : entry.name;
}
/** A link as a sentence: "deep tissue massage is included in massage therapy". */
export function linkText({ from, kind, to }: Link): string {
  const mustFollow =
    kind === 'TAKES_RULES_FROM' &&
    (from as Plan).takesRulesFrom.some(({ plan, takes }) => plan === to && takes === 'GRANTS_ONLY');
  return `${entryText(from)} ${mustFollow ? 'must cover what is covered by' : LINK_TEXT[kind]} ${entryText(to)}`;
}

const texts = new WeakMap<Rule, string>();
/** A rule as text, with its hedges: "some Medicare Advantage plans may cover CPT 97124". Cached per rule. */
export function ruleText(rule: Rule): string {
  const cached = texts.get(rule);
  if (cached !== undefined) return cached;
  const text = inWords(rule);
  texts.set(rule, text);
  return text;
}
function inWords(rule: Rule): string {
  const { plan, subject, effect, quantifier, extent, modality } = rule;
  const many = quantifier !== 'ALL' && plan.level !== 'PLAN';
  const who = many ? `${quantifier.toLowerCase()} ${plan.name} plans` : plan.name;
  const what = `${extent === 'ALL' ? '' : `${extent.toLowerCase()} `}${subjectText(subject)}`;
  const cases = quantifier !== 'ALL' && !many ? `, in ${quantifier.toLowerCase()} cases` : '';
  const condition = rule.when ? ` if ${expressionText(rule.when)}` : '';
  if (effect === 'ASKS')
    return `${who} ${many ? 'ask' : 'asks'} of ${what}${cases}${rulePlaceText(rule)}${condition}: ${askedText(rule)}`;
  const verb = {
    COVERED: ['may cover', many ? 'cover' : 'covers'],
    EXCLUDED: ['may exclude', many ? 'exclude' : 'excludes'],
    LIFTED: ['may not exclude', many ? 'do not exclude' : 'does not exclude'],
  }[effect];
  return `${who} ${modality === 'MAY' ? (verb[0] ?? '') : (verb[1] ?? '')} ${what}${cases}${rulePlaceText(rule)}${condition}`;
}

const STRENGTH_TEXT: Record<RequirementStrength, string> = {
  REQUIRED: 'required',
  PLAN_RULES_APPLY: "the plan's own rules",
  MAY_BE_REQUIRED: 'may be required',
  NOT_REQUIRED: 'not required',
};
/** What a rule requires, and its limits and costs: "referral (required), $20 copayment per visit". */
function askedText({ requires, limits, costs }: Rule): string {
  return [
    ...requires.map(({ condition, strength }) => `${dutyText(condition)} (${STRENGTH_TEXT[strength]})`),
    ...limits.map((limit) => printLimit(limit)),
    ...costs.map((cost) => printCostShare(cost)),
  ].join(', ');
}

/** The places that a rule names, as text; empty if it names none. */
export function rulePlaceText({ where: { scope, territories } }: Rule): string {
  const names = list(
    territories.map(({ name }) => name),
    'and',
  );
  return {
    HOME: ' at home',
    ABROAD: ' abroad',
    ANYWHERE: ' anywhere',
    INSIDE: ` in ${names}`,
    OUTSIDE: ` outside ${names}`,
    UNSTATED: '',
  }[scope];
}
