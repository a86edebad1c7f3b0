/** The sentences of the steps of a proof: what was given, assumed, found and concluded. */
import type { CoverageStatus, DefeatGround, Outcome, TruthValue } from '../model/words.ts';
import type { Link, Plan, Rule, Subject, Territory } from '../graph/entries.ts';
import { factText, linkText, list, placeText, sentence, subjectText, type FactTerms } from '../graph/sentences.ts';

export const givenFact = (fact: FactTerms): string => sentence(`given: ${factText(fact)}`);
export const givenPlace = (territory: Territory): string => sentence(`given: care${placeText(territory)}`);
export const givenDay = (day: string): string => sentence(`given: the care is on ${day}`);

export const assumedHome = (plan: Plan): string =>
  sentence(`care is taken to be given at home, as ${plan.name} counts it`);
export const ASSUMED_ABROAD =
  'Care is abroad and the country is not said, so rules for one country are read as if their place were met.';
export const assumedStates = (plan: Plan): string =>
  sentence(
    `no source states what counts as home for ${plan.name}, so the 50 states and the District of Columbia are taken`,
  );
export const assumedToday = (day: string): string => sentence(`the care is taken to be on ${day}, today`);
export const assumedLink = (link: Link): string =>
  sentence(`the link holds although its source was left out: ${linkText(link)}`);
/** How an ambiguous wording was read. */
export const assumedReading = (rule: Rule): string =>
  sentence(`how the words were read (${rule.slug}): ${rule.reading ?? ''}`);
/** The assumption for a source that names a program and not which part of it is meant. */
export const assumedPart = (rule: Rule, plan: Plan): string =>
  sentence(
    `the source of ${rule.slug} does not say which part of ${rule.plan.name} it means; it is read as speaking of ${plan.name} too`,
  );

const ANSWERS: Record<TruthValue, string> = { TRUE: 'yes', FALSE: 'no', UNKNOWN: 'not known' };
export const conditionFinding = (fact: FactTerms, truth: TruthValue): string =>
  sentence(`${factText(fact)}: ${ANSWERS[truth]}`);

const GROUNDS: Record<DefeatGround, string> = {
  EXCEPTION: 'it is an exception to it',
  OFFICIAL_OVER_SUMMARY: 'an official source outranks a summary that speaks of the same',
  MANDATED_GRANT: "what must be taken over outranks an exclusion of the plan's own",
  MORE_SPECIFIC: 'it is the more specific',
  HIGHER_AUTHORITY: 'its source has the higher authority',
  LATER: 'it is the later of two by one publisher',
  EXCLUSION_LIMITS_GRANT: 'in one source an exclusion limits the grant',
};
/** `soft`: the winner is hedged and the loser firm, so the loser does not count but still defeats others. */
export const defeatFinding = (winner: Rule, loser: Rule, ground: DefeatGround, soft: boolean): string =>
  sentence(
    `the rule ${winner.slug} ${soft ? 'keeps from counting' : 'defeats'} the rule ${loser.slug}: ${GROUNDS[ground]}`,
  );

const inWords = (word: string): string => word.toLowerCase().replaceAll('_', ' ');
export function conclusion(
  plan: Plan,
  subject: Subject,
  territory: Territory | null,
  status: CoverageStatus,
  outcomes: readonly Outcome[],
): string {
  const what = `${plan.name}, ${subjectText(subject)}${placeText(territory)}`;
  return sentence(
    status === 'CONDITIONAL'
      ? `so, of ${what}: ${list(outcomes.map(inWords), 'or')}, depending on facts not given`
      : `so, of ${what}: ${inWords(status)}`,
  );
}
