/**
 * The sentences of a proof, worked out from the entries: docs/semantics.md#i8 and docs/semantics.md#i9.
 *
 * A hedge of a rule is a "may", a "some" or a "most" in its sentence, so a proof that leaves a hedge out is found out
 * here.
 */
import type { Condition, ConditionExpression, Entry, Link, Plan, Rule, Subject, Territory } from '../graph/entries.ts';
import type {
  CoverageStatus,
  DefeatGround,
  GroupOperator,
  LinkKind,
  Outcome,
  RuleEffect,
  TruthValue,
} from '../model/words.ts';
import type { Defeat } from './conflict-resolution.ts';
import { isAbroadUnsaid } from './territory.ts';

/** A fact about a case: that a condition holds or does not, a number given, or the bounds of a number. */
export interface Fact {
  readonly condition: Condition;
  /** Null where the condition counts. */
  readonly holds: boolean | null;
  readonly count: number | null;
  /** Bounds, both inclusive. */
  readonly atLeast: number | null;
  readonly atMost: number | null;
}

/** A sentence begins with a capital letter and ends with a full stop. */
function sentence(text: string): string {
  const isEnded = /[.?!]$/.test(text);
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}${isEnded ? '' : '.'}`;
}

/** "a, b and c"; where an item has a comma of its own, "a; b, c; and d". */
function enumerate(items: readonly string[], conjunction: string): string {
  const [last = '', ...others] = [...items].reverse();
  if (others.length === 0) return last;
  const hasComma = items.some((item) => item.includes(','));
  const first = others.reverse().join(hasComma ? '; ' : ', ');
  return `${first}${hasComma ? ';' : ''} ${conjunction} ${last}`;
}

// Facts

function amount(number: number, unit: string): string {
  return `${number} ${number === 1 ? unit.replace(/s$/, '') : unit}`;
}

function boundsText(unit: string, atLeast: number | null, atMost: number | null): string {
  if (atLeast === null) return `at most ${amount(atMost ?? 0, unit)}`;
  if (atMost === null) return `at least ${amount(atLeast, unit)}`;
  if (atLeast === atMost) return `exactly ${amount(atLeast, unit)}`;
  return `from ${atLeast} to ${amount(atMost, unit)}`;
}

function factText({ condition: { counts, phrase }, holds, count, atLeast, atMost }: Fact): string {
  if (count !== null) return `${count} ${counts ?? ''} so far`;
  if (holds === null) return boundsText(counts ?? '', atLeast, atMost);
  return holds ? phrase : `not ${phrase}`;
}

export const givenFact = (fact: Fact): string => sentence(`given: ${factText(fact)}`);

const ANSWERS: Readonly<Record<TruthValue, string>> = { TRUE: 'yes', FALSE: 'no', UNKNOWN: 'not known' };
export const conditionFinding = (fact: Fact, truth: TruthValue): string =>
  sentence(`${factText(fact)}: ${ANSWERS[truth]}`);

// Place and day

function placeText(territory: Territory | null): string {
  if (territory === null) return '';
  return isAbroadUnsaid(territory) ? ' abroad' : ` in ${territory.name}`;
}

export const givenPlace = (territory: Territory): string => sentence(`given: care${placeText(territory)}`);
export const givenDay = (day: string): string => sentence(`given: the care is on ${day}`);
export const assumedToday = (day: string): string => sentence(`the care is taken to be on ${day}, today`);
export const assumedHome = ({ name }: Plan): string =>
  sentence(`care is taken to be given at home, as ${name} counts it`);
export const ASSUMED_ABROAD =
  'Care is abroad and the country is not said, so rules for one country are read as if their place were met.';
export const assumedStates = ({ name }: Plan): string =>
  sentence(`no source states what counts as home for ${name}, so the 50 states and the District of Columbia are taken`);

// Links

const LINK_VERBS: Readonly<Record<LinkKind, string>> = {
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

/** How an entry is said inside a sentence. */
function entryText(entry: Entry): string {
  if (entry.kind === 'COVERAGE_CONDITION') return `"${entry.phrase}"`;
  return 'phrase' in entry ? entry.phrase : entry.name;
}

function linkVerb({ kind, from, to }: Link): string {
  const takesGrantsOnly =
    kind === 'TAKES_RULES_FROM' &&
    from.kind === 'PLAN' &&
    from.takesRulesFrom.some(({ plan, takes }) => plan === to && takes === 'GRANTS_ONLY');
  return takesGrantsOnly ? 'must cover what is covered by' : LINK_VERBS[kind];
}

const linkText = (link: Link): string => `${entryText(link.from)} ${linkVerb(link)} ${entryText(link.to)}`;
export const linkSentence = (link: Link): string => sentence(linkText(link));
export const assumedLink = (link: Link): string =>
  sentence(`the link holds although its source was left out: ${linkText(link)}`);

// Rules

/** Whether two words are the same, "a" and "an" counting as one. */
function isSameWord(one: string | undefined, other: string | undefined): boolean {
  const isArticle = (word: string | undefined) => word === 'a' || word === 'an';
  return one === other || (isArticle(one) && isArticle(other));
}

/** How many words all phrases begin with alike, at most `most`. */
function sharedStart(phrases: readonly (readonly string[])[], most: number): number {
  const [first = []] = phrases;
  let length = 0;
  while (length < most && phrases.every((phrase) => isSameWord(phrase[length], first[length]))) length += 1;
  return length;
}

/** Alternatives, with what they share at both ends said once: "part of a physical or occupational therapy program". */
function alternatives(texts: readonly string[]): string {
  const phrases = texts.map((text) => text.split(' '));
  const [first = []] = phrases;
  // At least one word of each alternative is its own.
  const most = Math.min(...phrases.map(({ length }) => length)) - 1;
  const start = sharedStart(phrases, most);
  const end = sharedStart(
    phrases.map((phrase) => [...phrase].reverse()),
    most - start,
  );
  if (texts.length < 2 || start === 0 || start + end < 2) return enumerate(texts, 'or');
  const own = phrases.map((phrase) => phrase.slice(start, phrase.length - end).join(' '));
  return [...first.slice(0, start), enumerate(own, 'or'), ...first.slice(first.length - end)].join(' ');
}

/** A rule's condition in words. */
function expressionText(expression: ConditionExpression): string {
  if (expression.type === 'GROUP') return groupText(expression.operator, expression.of);
  const { condition, atLeast, atMost } = expression;
  return condition.counts === null ? condition.phrase : boundsText(condition.counts, atLeast, atMost);
}

function groupText(operator: GroupOperator, members: readonly ConditionExpression[]): string {
  const parts = members.map(memberText);
  switch (operator) {
    case 'ALL':
      return enumerate(parts, 'and');
    case 'ANY':
      return members.every(({ type }) => type === 'TEST') ? alternatives(parts) : enumerate(parts, 'or');
    case 'NONE':
      return parts.length === 1 ? `not ${parts.join('')}` : `neither ${enumerate(parts, 'nor')}`;
  }
}

/** A group within a group is in brackets, unless it is one condition, or alternatives that are said in one. */
function memberText(member: ConditionExpression): string {
  const text = expressionText(member);
  if (member.type === 'TEST' || member.of.length < 2) return text;
  const isOfTests = member.operator === 'ANY' && member.of.every(({ type }) => type === 'TEST');
  return isOfTests ? text : `(${text})`;
}

/** The places that a rule names. */
function whereText({ where: { scope, territories } }: Rule): string {
  const named = enumerate(
    territories.map(({ name }) => name),
    'and',
  );
  switch (scope) {
    case 'UNSTATED':
      return '';
    case 'HOME':
      return ' at home';
    case 'ABROAD':
      return ' abroad';
    case 'ANYWHERE':
      return ' anywhere';
    case 'INSIDE':
      return ` in ${named}`;
    case 'OUTSIDE':
      return ` outside ${named}`;
  }
}

/** Forms of the verb: of one plan, of several plans, after "may". */
const VERBS: Readonly<Record<RuleEffect, { one: string; several: string; may: string }>> = {
  COVERED: { one: 'covers', several: 'cover', may: 'may cover' },
  EXCLUDED: { one: 'excludes', several: 'exclude', may: 'may exclude' },
  ASKS: { one: 'asks something of', several: 'ask something of', may: 'may ask something of' },
  LIFTED: { one: 'does not exclude', several: 'do not exclude', may: 'may not exclude' },
};

function verbOf({ effect, modality }: Rule, isOfSeveralPlans: boolean): string {
  const { one, several, may } = VERBS[effect];
  if (modality === 'MAY') return may;
  return isOfSeveralPlans ? several : one;
}

/** What a rule says: "some Medicare Advantage plans may cover CPT 97124 if prescribed". */
export function ruleSentence(rule: Rule): string {
  const { plan, subject, quantifier, extent, when } = rule;
  const isOfSome = quantifier !== 'ALL';
  // Of a single plan, "some plans" means in some cases.
  const isOfSeveralPlans = isOfSome && plan.level !== 'PLAN';
  const amountOf = quantifier.toLowerCase();
  const plans = isOfSeveralPlans ? `${amountOf} ${plan.name} plans` : plan.name;
  const part = extent === 'ALL' ? '' : `${extent.toLowerCase()} `;
  const cases = isOfSome && !isOfSeveralPlans ? `, in ${amountOf} cases` : '';
  const condition = when === null ? '' : ` if ${expressionText(when)}`;
  const verb = verbOf(rule, isOfSeveralPlans);
  return sentence(`${plans} ${verb} ${part}${subject.phrase}${cases}${whereText(rule)}${condition}`);
}

export const assumedReading = ({ slug, reading }: Rule): string =>
  sentence(`how the words were read (${slug}): ${reading ?? ''}`);
export function assumedPart({ slug, plan: named }: Rule, { name }: Plan): string {
  const openPoint = `the source of ${slug} does not say which part of ${named.name} it means`;
  return sentence(`${openPoint}; it is read as speaking of ${name} too`);
}

/** On which facts something is asked; any one of them is enough. */
export const dependence = (anyOf: readonly Fact[]): string => `whether it is ${alternatives(anyOf.map(factText))}`;

// Defeats and the conclusion

const GROUNDS: Readonly<Record<DefeatGround, string>> = {
  EXCEPTION: 'it is an exception to it',
  OFFICIAL_OVER_SUMMARY: 'an official source outranks a summary that speaks of the same',
  MANDATED_GRANT: "what must be taken over outranks an exclusion of the plan's own",
  MORE_SPECIFIC: 'it is the more specific',
  HIGHER_AUTHORITY: 'its source has the higher authority',
  LATER: 'it is the later of two by one publisher',
  EXCLUSION_LIMITS_GRANT: 'in one source an exclusion limits the grant',
};

export function defeatSentence({ winner, loser, ground, isSoft }: Defeat): string {
  const verb = isSoft ? 'keeps from counting' : 'defeats';
  return sentence(`the rule ${winner.rule.slug} ${verb} the rule ${loser.rule.slug}: ${GROUNDS[ground]}`);
}

const outcomeText = (outcome: CoverageStatus): string => outcome.toLowerCase().replaceAll('_', ' ');

export function conclusionSentence(
  { plan, subject, territory }: { plan: Plan; subject: Subject; territory: Territory | null },
  { status, possibleOutcomes }: { status: CoverageStatus; possibleOutcomes: readonly Outcome[] },
): string {
  const outcome =
    status === 'CONDITIONAL'
      ? `${enumerate(possibleOutcomes.map(outcomeText), 'or')}, depending on facts not given`
      : outcomeText(status);
  return sentence(`so, of ${plan.name}, ${subject.phrase}${placeText(territory)}: ${outcome}`);
}
