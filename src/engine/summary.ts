/**
 * Writes the answer in short sentences, never firmer than its sources (docs/semantics.md#i9): the verdict first, then what it
 * depends on, what else is needed, what is paid, and what holds otherwise. The plan, the extent and the certainty are those of
 * the rules that count.
 */
import type { Condition } from '../graph/entries.ts';
import { list, placeText, ruleText, sentence, subjectText } from '../graph/sentences.ts';
import type { NotStatedReason, Outcome } from '../model/words.ts';
import { FALSE } from './bdd.ts';
import type { CostTold, Requirement } from './determination.ts';
import { hedgedBehind } from './hedges.ts';
import { notStatedReason, otherDaysText } from './not-stated.ts';
import { coverageRequirements, type Conclusion } from './outcomes.ts';
import { narrowerCovered, partsStating } from './related-answers.ts';
import { forCoverage } from './requirements.ts';
import { alsoStatedClauses, costClauses, onceCoveredClauses } from './summary-duties.ts';
import { termsOfSummary, type SummaryTerms, type TermsClause } from './summary-terms.ts';

/** What a sentence of the summary rests on: the conclusion as a whole, or conditions alone. */
export type ClauseBasis = 'CONCLUSION' | readonly Condition[];

/** A sentence of the summary, or a few that belong together. */
export interface SummaryClause {
  readonly text: string;
  readonly basis: ClauseBasis;
}

/** The parts of an answer that its summary is made of. */
export interface SummaryParts {
  readonly requirements: readonly Requirement[];
  /** False if there are too many requirements to list. */
  readonly complete: boolean;
  readonly costs: () => readonly CostTold[];
  /** Whether to name parts of a program and narrower services that say more. */
  readonly withRelated: boolean;
}

/** The sentences of the summary, in their order. */
export function summaryClauses(conclusion: Conclusion, parts: SummaryParts): SummaryClause[] {
  const { status, best } = conclusion;
  if (status === 'NOT_STATED') return notStatedClauses(conclusion, parts.withRelated);
  if (status === 'NOT_COVERED' || status === 'MAY_BE_EXCLUDED') return notCoveredClauses(conclusion, parts);
  if (status === 'CONFLICTING') return [whole(`${verdictText(status, conclusion)} ${contradiction(conclusion)}`)];
  if (best !== 'COVERED' && best !== 'MAY_BE_COVERED') return [whole(openText(conclusion))];
  const terms = openTerms(conclusion, parts);
  return [
    ...(status === 'CONDITIONAL' ? conditionalClauses(conclusion, terms) : [whole(verdictText(best, conclusion))]),
    ...dutyClauses(parts, terms !== null && terms.clauses.length > 0),
    ...(status === 'CONDITIONAL' ? [whole(otherwiseText(conclusion))] : []),
  ];
}

const whole = (text: string): SummaryClause => ({ text, basis: 'CONCLUSION' });
const onConditions = ({ text, conditions }: TermsClause): SummaryClause => ({ text, basis: conditions });

/** What is open of the requirements for coverage; null if there are too many to list. */
function openTerms(conclusion: Conclusion, { requirements, complete }: SummaryParts): SummaryTerms | null {
  const open = requirements.filter(({ role, state }) => role === 'FOR_COVERAGE' && state !== 'MET');
  return complete && open.length > 0 ? termsOfSummary(open, conclusion) : null;
}

/** "It depends. TRICARE Prime covers massage therapy if it is prescribed." */
function conditionalClauses(conclusion: Conclusion, terms: SummaryTerms | null): SummaryClause[] {
  const { main, rider } = verdictParts(conclusion.best, conclusion);
  const only = terms?.onlyTerm ?? null;
  if (terms === null) return [whole(verdictSentences(`${main}, depending on facts that are not given`, rider))];
  if (only !== null) return [whole(verdictSentences(`${main} if ${only.text}`, rider))];
  return [whole(verdictSentences(`${main} if all of this is true`, rider)), ...terms.clauses.map(onConditions)];
}

const verdictSentences = (main: string, rider: string): string =>
  ['It depends.', sentence(main), ...(rider === '' ? [] : [rider])].join(' ');

function dutyClauses({ requirements, costs }: SummaryParts, hasTerms: boolean): SummaryClause[] {
  return [
    ...onceCoveredClauses(requirements, hasTerms),
    ...alsoStatedClauses(requirements),
    ...costClauses(costs()),
  ].map(onConditions);
}

const OTHERWISE: Record<Outcome, string> = {
  COVERED: 'it is covered',
  MAY_BE_COVERED: 'it may be covered',
  CONFLICTING: 'the sources contradict one another',
  NOT_STATED: 'our sources do not say',
  MAY_BE_EXCLUDED: 'it may not be covered',
  NOT_COVERED: 'it is not covered',
};

function otherwiseText({ possibleOutcomes }: Conclusion): string {
  const texts = possibleOutcomes.slice(1).map((outcome) => OTHERWISE[outcome]);
  return `If not, ${list(texts, 'or')}.`;
}

/** The answer where the best outcome is not coverage and depends on facts that are not given. */
function openText(conclusion: Conclusion): string {
  const { possibleOutcomes } = conclusion;
  if (possibleOutcomes.join() === 'NOT_STATED,NOT_COVERED')
    return `In some cases ${verdictParts('NOT_COVERED', conclusion).main}. In other cases our sources do not say.`;
  const texts = possibleOutcomes.map((outcome) => OTHERWISE[outcome]);
  return `It depends on facts that are not given: ${list(texts, 'or')}.`;
}

/** An outcome as a sentence. */
function verdictText(outcome: Outcome, conclusion: Conclusion): string {
  const { main, rider } = verdictParts(outcome, conclusion);
  return rider === '' ? sentence(main) : `${sentence(main)} ${rider}`;
}

/** An outcome in words: the sentence without its end, and a sentence that follows it. */
interface Verdict {
  readonly main: string;
  readonly rider: string;
}

function verdictParts(outcome: Outcome, conclusion: Conclusion): Verdict {
  const { plan, subject, territory } = conclusion.question;
  const what = `${subjectText(subject)}${placeText(territory)}`;
  if (outcome === 'MAY_BE_COVERED') return mayBeCovered(conclusion, what);
  const verbs = verbsFor(plan.name);
  const main = {
    COVERED: `${plan.name} ${verbs.covers} ${what}`,
    CONFLICTING: `the sources contradict one another on whether ${plan.name} ${verbs.covers} ${what}`,
    NOT_STATED: `${sourcesText(conclusion)} do not say whether ${plan.name} ${verbs.covers} ${what}`,
    MAY_BE_EXCLUDED: `${plan.name} may not cover ${what}`,
    NOT_COVERED: `${plan.name} ${verbs.doesNot} cover ${what}`,
  }[outcome];
  return { main, rider: '' };
}

/** The sources that a sentence of absence is about. */
const sourcesText = ({ question: { accordingTo, minimumAuthority } }: Conclusion): string =>
  accordingTo === null && minimumAuthority === null ? 'our sources' : 'the sources that were heard';

/** The verdict for MAY_BE_COVERED, worded like the weakest of the rules behind it. */
function mayBeCovered(conclusion: Conclusion, what: string): Verdict {
  const { plan, subject, territory } = conclusion.question;
  const rules = hedgedBehind(conclusion, 'MAY_BE_COVERED').map(({ rule }) => rule);
  const [first] = rules;
  if (!first || first.effect !== 'COVERED')
    return { main: `in general ${plan.name} ${verbsFor(plan.name).covers} ${what}, but may exclude it`, rider: '' };
  const ofClass = rules.find(({ quantifier, plan: { level } }) => quantifier !== 'ALL' && level !== 'PLAN');
  const parts = rules.filter(({ extent }) => extent !== 'ALL');
  const inPart = parts.find((rule) => rule.subject === subject) ?? parts[0];
  const who = ofClass ? `${ofClass.quantifier.toLowerCase()} ${pluralOf(ofClass.plan.name)}` : plan.name;
  const plainVerb = ofClass ? 'cover' : verbsFor(plan.name).covers;
  const verb = rules.some(({ modality }) => modality === 'MAY') ? 'may cover' : plainVerb;
  const isOfCases = rules.some(({ quantifier, plan: { level } }) => quantifier !== 'ALL' && level === 'PLAN');
  const cases = isOfCases ? ' in some cases' : '';
  if (!inPart) return { main: `${who} ${verb} ${what}${cases}`, rider: '' };
  return {
    main: `${who} ${verb} ${inPart.extent.toLowerCase()} ${subjectText(inPart.subject)}${placeText(territory)}${cases}`,
    rider: inPart.subject === subject ? '' : `Our sources do not say whether that includes ${subjectText(subject)}.`,
  };
}

/** The verbs after the name of a plan: "Marketplace plans cover", "TRICARE covers". */
const verbsFor = (name: string): { readonly covers: string; readonly doesNot: string } =>
  /\bplans$/i.test(name) ? { covers: 'cover', doesNot: 'do not' } : { covers: 'covers', doesNot: 'does not' };

/** "Medicare Advantage plans", "Marketplace plans". */
const pluralOf = (name: string): string => (/\bplans$/i.test(name) ? name : `${name} plans`);

/** What is not covered, how it could be, and what narrower care may be covered. */
function notCoveredClauses(conclusion: Conclusion, { requirements, withRelated }: SummaryParts): SummaryClause[] {
  const unmet = requirements.filter(({ role, state }) => role === 'FOR_COVERAGE' && state === 'UNMET');
  const texts = unmet.map(({ text }) => text);
  const conditions = unmet.flatMap(({ anyOf }) => anyOf.map(({ condition }) => condition));
  return [
    whole(verdictText(conclusion.best, conclusion)),
    ...(texts.length > 0 ? [{ text: `It could be covered if it were ${list(texts, 'and')}.`, basis: conditions }] : []),
    ...narrowerTexts(conclusion, withRelated),
  ];
}

const narrowerTexts = (conclusion: Conclusion, withRelated: boolean): SummaryClause[] =>
  withRelated ? narrowerCovered(conclusion).map((narrower) => whole(briefText(narrower))) : [];

const NOT_STATED_TEXT: Record<NotStatedReason, string> = {
  ROUTE_CLOSED:
    'The facts given rule out the ways to coverage that our sources name. They do not say that it is never covered.',
  PLACE_NOT_ADDRESSED: 'Our sources on this are about care in other places.',
  SOURCES_LEFT_OUT_BY_ASKER: 'The sources that do were left out.',
  NO_SOURCE_READ_FOR_PLAN: 'We have not read a source for this plan yet. That is not a no.',
  OTHER_DAYS: 'Our sources on this are about other days',
  SOURCES_SILENT: 'We read sources on this and they leave it open. That is not a no.',
  OUTSIDE_WHAT_IS_CLAIMED: 'We have not collected facts on this yet. That is not a no.',
};

/** That no source says, and why; or else what parts of the program and narrower services are. */
function notStatedClauses(conclusion: Conclusion, withRelated: boolean): SummaryClause[] {
  const parts = withRelated ? partsStating(conclusion) : [];
  const { plan } = conclusion.question;
  const narrower = narrowerTexts(conclusion, withRelated);
  if (parts.length > 0) {
    const which = plan.level === 'PROGRAM' ? `your ${plan.name}` : `which of the ${pluralOf(plan.name)} you have`;
    return [whole(`It depends on ${which}.`), ...parts.map((part) => whole(briefText(part))), ...narrower];
  }
  const reason = notStatedReason(conclusion) ?? 'SOURCES_SILENT';
  const days = reason === 'OTHER_DAYS' ? `: ${otherDaysText(conclusion)}.` : '';
  return [whole(verdictText('NOT_STATED', conclusion)), whole(`${NOT_STATED_TEXT[reason]}${days}`), ...narrower];
}

/** Another answer in one sentence, a conditional one with its conditions: "Original Medicare does not cover massage therapy." */
export function briefText(conclusion: Conclusion): string {
  const { status, best } = conclusion;
  if (status !== 'CONDITIONAL') return verdictText(best, conclusion);
  if (best !== 'COVERED' && best !== 'MAY_BE_COVERED') return openText(conclusion);
  const { main, rider } = verdictParts(best, conclusion);
  const terms = coverageRequirements(conclusion);
  const open = forCoverage(conclusion, terms).filter(({ state }) => state !== 'MET');
  const isShort = terms.complete && open.length > 0 && open.every(({ anyOf }) => anyOf.length === 1);
  const texts = open.map(({ text }) => text);
  const condition = isShort ? `if it is ${list(texts, 'and')}` : 'in some cases';
  return `${sentence(`${main} ${condition}`)}${rider === '' ? '' : ` ${rider}`}`;
}

function contradiction({ derivation: { applicable, standing } }: Conclusion): string {
  const firm = applicable.filter(
    ({ hedged, rule }, index) => !hedged && rule.effect !== 'LIFTED' && (standing.counts[index] ?? FALSE) !== FALSE,
  );
  const said = firm.map(({ rule, source }) => sentence(`${source.name} says that ${ruleText(rule)}`));
  return [...new Set(said)].join(' ');
}
