/**
 * Which sources may state a formality that an answer lacks (docs/semantics.md#section-2-also-stated). It is read off the
 * rules in reach, so that a source is heard alone only where that can add something.
 */
import type { Condition, ConditionExpression, ConditionTest, Passage, Rule, Source } from '../graph/entries.ts';
import { AUTHORITIES, FORMALITY_TOPICS, type ConditionTopic } from '../model/words.ts';
import { isHedged, leadingSources, sourceFilter } from './applicable-rules.ts';
import { asksHeard, asksInReach, requirementsOfLinks } from './asking-rules.ts';
import { conditionsOf, eachTest, excludeOneAnother } from './boolean-variables.ts';
import { someRuleInReach, type Derivation } from './derive.ts';
import type { Requirement } from './determination.ts';
import type { Conclusion } from './outcomes.ts';

const FORMALITIES: ReadonlySet<ConditionTopic> = new Set(FORMALITY_TOPICS);
export const isFormality = ({ topic }: Condition): boolean => FORMALITIES.has(topic);

const NONE: readonly Condition[] = [];
const distinct = (conditions: readonly Condition[]): readonly Condition[] =>
  conditions.length === 0 ? NONE : [...new Set(conditions)];

const tested = new WeakMap<Rule, readonly Condition[]>();
/** The formalities that the rule, or one that it is an exception to, tests. Cached per rule. */
function formalitiesTested(rule: Rule): readonly Condition[] {
  const cached = tested.get(rule);
  if (cached) return cached;
  const found = rule.exceptTo.flatMap(formalitiesTested);
  eachTest(rule.when, ({ condition }) => {
    if (isFormality(condition)) found.push(condition);
  });
  const conditions = distinct(found);
  tested.set(rule, conditions);
  return conditions;
}
const asked = new WeakMap<Rule, readonly Condition[]>();
/** The formalities that the rule asks for once the care is covered. Cached per rule. */
function formalitiesAsked(rule: Rule): readonly Condition[] {
  if (rule.requires.length === 0) return NONE;
  const cached = asked.get(rule);
  if (cached) return cached;
  const conditions = distinct(rule.requires.map(({ condition }) => condition).filter(isFormality));
  asked.set(rule, conditions);
  return conditions;
}

/**
 * Calls `visit` for each rule that speaks, or would if other sources were heard, also of the plans whose grants are taken
 * over. `isGrant`: it can be a grant of a route. Only what a plan grants itself is handed down, and only once.
 */
function eachRuleHeard(
  derivation: Derivation,
  visit: (rule: Rule, isGrant: boolean) => void,
  canGrant: (rule: Rule) => boolean = () => true,
  depth = 0,
): void {
  const heard = (rule: Rule): void => {
    visit(rule, rule.effect === 'COVERED' && canGrant(rule));
  };
  for (const { rule } of derivation.applicable) heard(rule);
  for (const { rule, reason } of derivation.inapplicable) if (reason === 'RESTATED') heard(rule);
  for (const [giver, there] of derivation.from)
    eachRuleHeard(there, visit, (rule) => depth === 0 && rule.plan === giver, depth + 1);
}

/** Whether the requirement, once met, meets one of the conditions, whichever of its facts holds. */
export const impliesOneOf = ({ anyOf }: Requirement, conditions: readonly Condition[]): boolean =>
  anyOf.every(
    ({ condition, holds }) => holds === true && conditions.some((wanted) => condition.impliedClosure.has(wanted)),
  );

/**
 * The included sources that, heard alone, may ask for a formality that no requirement of the list implies; in order of
 * authority and then of slug. A source alone asks only for what its own rules and the links that it states name, and only
 * where it grants something. So every other source asks, if for anything, for what the list has.
 */
export function sourcesWithMore(conclusion: Conclusion, requirements: readonly Requirement[]): readonly Source[] {
  const isLacking = (condition: Condition): boolean => !requirements.some((each) => impliesOneOf(each, [condition]));
  if (!isSomethingLacking(conclusion, isLacking)) return [];
  const isIncluded = sourceFilter(conclusion.question);
  const stating = new Set<Source>();
  const granting = new Set<Source>();
  const add = (some: Set<Source>, cites: readonly Passage[]): void => {
    for (const passage of cites) if (isIncluded(passage)) some.add(passage.source);
  };
  eachRuleHeard(conclusion.derivation, (rule, isGrant) => {
    if (isGrant) add(granting, rule.cites);
    if (formalitiesTested(rule).some(isLacking)) add(stating, rule.cites);
  });
  const asking = new Set<Source>();
  eachClaimHeard(conclusion, ({ conditions, cites }) => {
    if (conditions.some(isLacking)) add(asking, cites);
  });
  return [...new Set([...asking, ...stating])]
    .filter((source) => granting.has(source) && !isAllThatIsHeard(source, conclusion))
    .filter((source) => asking.has(source) || !grantsOnTheList(source, conclusion, requirements))
    .sort((a, b) => AUTHORITIES.indexOf(a.authority) - AUTHORITIES.indexOf(b.authority) || (a.slug < b.slug ? -1 : 1));
}

/** Whether some rule or link in reach, of whatever source, names a formality that is lacking. Most answers end here. */
function isSomethingLacking(conclusion: Conclusion, isLacking: (condition: Condition) => boolean): boolean {
  const names = (rule: Rule): boolean =>
    formalitiesTested(rule).some(isLacking) || formalitiesAsked(rule).some(isLacking);
  return (
    someRuleInReach(conclusion.derivation, names) ||
    asksHeard(conclusion).some(names) ||
    requirementsOfLinks(conclusion.whole.reach).some(({ condition }) => isFormality(condition) && isLacking(condition))
  );
}

/** Calls `visit` with what each grant, each rule that asks and each link asks for once the care is covered. */
function eachClaimHeard(conclusion: Conclusion, visit: (claim: Formalities) => void): void {
  eachRuleHeard(conclusion.derivation, (rule, isGrant) => {
    if (isGrant && rule.requires.length > 0) visit({ conditions: formalitiesAsked(rule), cites: rule.cites });
  });
  for (const rule of asksHeard(conclusion)) visit({ conditions: formalitiesAsked(rule), cites: rule.cites });
  for (const { condition, cites } of requirementsOfLinks(conclusion.whole.reach))
    if (isFormality(condition)) visit({ conditions: [condition], cites });
}
interface Formalities {
  readonly conditions: readonly Condition[];
  readonly cites: readonly Passage[];
}

/**
 * Whether the source, heard alone, only grants, all of it firmly or all of it not, and one of its grants wants no formality
 * that the list lacks. What coverage by one of several grants depends on, it depends on by each of them alone.
 */
function grantsOnTheList(source: Source, { derivation }: Conclusion, requirements: readonly Requirement[]): boolean {
  const heard: Rule[] = [];
  eachRuleHeard(derivation, (rule) => {
    if (cites(rule, source)) heard.push(rule);
  });
  const [first] = heard;
  if (!first || !heard.every((rule) => rule.effect === 'COVERED' && clausesOf(rule) !== null)) return false;
  const isAlike = heard.every((rule) => isHedged(rule) === isHedged(first));
  if (!isAlike || excludeOneAnother(new Set(heard.flatMap(conditionsOf)))) return false;
  const isListed = (clause: Clause): boolean => requirements.some((each) => impliesOneOf(each, clause));
  return derivation.applicable.some(({ rule }) => cites(rule, source) && clausesOf(rule)?.every(isListed));
}

type Clause = readonly Condition[];
const clauses = new WeakMap<Rule, readonly Clause[] | null>();
/**
 * The condition of a rule as clauses, all of which must hold, each by any one of its conditions; those alone from which a
 * formality follows, however they are met. Null for a condition of another form, where a conclusion from it need not follow
 * from one of its clauses: an exception, a negation, or "at most". Cached per rule.
 */
function clausesOf(rule: Rule): readonly Clause[] | null {
  const cached = clauses.get(rule);
  if (cached !== undefined) return cached;
  const all = rule.exceptTo.length > 0 ? null : clausesIn(rule.when);
  const found = all && all.filter((clause) => clause.every(impliesFormality));
  clauses.set(rule, found);
  return found;
}
const impliesFormality = ({ counts, impliedClosure }: Condition): boolean =>
  counts === null && [...impliedClosure].some(isFormality);

function clausesIn(expression: ConditionExpression | null): readonly Clause[] | null {
  if (expression === null) return [];
  if (expression.type === 'TEST') return isPlainTest(expression) ? [[expression.condition]] : null;
  if (expression.operator === 'ALL') {
    const parts = expression.of.map(clausesIn);
    return parts.every((part) => part !== null) ? parts.flat() : null;
  }
  const alternatives: Condition[] = [];
  for (const each of expression.of) {
    if (expression.operator !== 'ANY' || each.type !== 'TEST' || !isPlainTest(each)) return null;
    alternatives.push(each.condition);
  }
  return [alternatives];
}
const isPlainTest = ({ atMost }: ConditionTest): boolean => atMost === null;

/** Whether the answer is the same with this source alone, since all that speaks rests on it and no formality is given. */
function isAllThatIsHeard(source: Source, conclusion: Conclusion): boolean {
  const { question, derivation } = conclusion;
  const { met, unmet, counts } = question;
  if (met.some(isFormality) || unmet.some(isFormality) || [...counts.keys()].some(isFormality)) return false;
  const isIncluded = sourceFilter(question);
  const isOnly = (sources: readonly Source[]): boolean => sources.every((each) => each === source);
  return (
    isDerivedFrom(source, derivation) &&
    asksInReach(conclusion).every(({ sources }) => isOnly(sources)) &&
    asksHeard(conclusion).every((rule) => keepsSilence(rule, source)) &&
    requirementsOfLinks(conclusion.whole.reach).every((requirement) => isOnly(leadingSources(requirement, isIncluded)))
  );
}

function isDerivedFrom(source: Source, { applicable, inapplicable, from }: Derivation): boolean {
  return (
    applicable.every(({ sources }) => sources.length === 1 && sources[0] === source) &&
    inapplicable.every(({ rule, reason }) => reason !== 'RESTATED' || keepsSilence(rule, source)) &&
    [...from.values()].every((there) => isDerivedFrom(source, there))
  );
}
const cites = (rule: Rule, source: Source): boolean => rule.cites.some((passage) => passage.source === source);
/** Whether each rule that could be fuller than this one is heard with the source alone, if this one is. */
const keepsSilence = (rule: Rule, source: Source): boolean =>
  !cites(rule, source) || rule.restates.every((fuller) => cites(fuller, source) && keepsSilence(fuller, source));
