/**
 * Writes what coverage depends on (docs/semantics.md#section-5-routes): what all ways to it have in common, and then each of
 * the ways. Ways that differ in one fact are written as one, with "or" between the two.
 */
import type { Condition } from '../graph/entries.ts';
import { alternativesText, list, sentence } from '../graph/sentences.ts';
import type { CaseFact, Requirement } from './determination.ts';
import { factsTogether } from './facts.ts';
import { pathways, type Conclusion } from './outcomes.ts';

/** A sentence on what coverage depends on, with the conditions that it names. */
export interface TermsClause {
  readonly text: string;
  readonly conditions: readonly Condition[];
}

/** What the best outcome depends on. */
export interface SummaryTerms {
  /** The only thing, as the end of "covers it if"; null if there are several. */
  readonly onlyTerm: TermsClause | null;
  readonly clauses: readonly TermsClause[];
}

/** Facts of which any one is enough. */
type Slot = readonly CaseFact[];
/** Slots that are needed together. */
type Way = readonly Slot[];

const MOST_WAYS = 3;

/**
 * What is still open of the requirements for coverage.
 * @param open those FOR_COVERAGE that are not met
 */
export function termsOfSummary(open: readonly Requirement[], conclusion: Conclusion): SummaryTerms {
  const [shared, ways] = areDisjoint(open) ? [open.map(({ anyOf }) => anyOf), []] : sharedAndWays(conclusion);
  const together = ways.length === 1 ? [...shared, ...(ways[0] ?? [])] : shared;
  const several = ways.length > 1 ? ways : [];
  const [only] = together;
  if (together.length === 1 && several.length === 0 && only)
    return { onlyTerm: { text: `it is ${slotText(only)}`, conditions: conditionsOf(only) }, clauses: [] };
  return { onlyTerm: null, clauses: [...together.map(mustBe), ...waysText(several)] };
}

/** Whether no two requirements name the same condition. Then each is met by itself, and there is only one way. */
function areDisjoint(requirements: readonly Requirement[]): boolean {
  const conditions = requirements.flatMap(({ anyOf }) => anyOf.map(({ condition }) => condition));
  return requirements.every(({ anyOf }) => anyOf.length === 1) || new Set(conditions).size === conditions.length;
}

/** What every pathway has in common, and what each has besides. */
function sharedAndWays(conclusion: Conclusion): [shared: Slot[], ways: Way[]] {
  const { sets } = pathways(conclusion);
  const routes = sets.map((set) => factsTogether(set, conclusion.vocabulary));
  const [first = []] = routes;
  const isShared = (text: string): boolean => routes.every((facts) => facts.some((fact) => fact.text === text));
  const shared = first.filter(({ text }) => isShared(text)).map((fact) => [fact]);
  const rests = routes.map((facts) => facts.filter(({ text }) => !isShared(text)).map((fact): Slot => [fact]));
  return [shared, merged(rests)];
}

const slotKey = (slot: Slot): string =>
  slot
    .map(({ text }) => text)
    .sort()
    .join('|');

/** The ways with each two that differ in one slot made one, until no two do. */
function merged(ways: readonly Way[]): Way[] {
  const found = [...ways];
  for (let first = 0; first < found.length; first++) {
    for (let second = first + 1; second < found.length; second++) {
      const both = mergedPair(found[first] ?? [], found[second] ?? []);
      if (both === null) continue;
      found[first] = both;
      found.splice(second, 1);
      second = first;
    }
  }
  return found;
}

function mergedPair(one: Way, other: Way): Way | null {
  const keys = new Set(other.map(slotKey));
  const ownKeys = new Set(one.map(slotKey));
  const [mine, ...more] = one.filter((slot) => !keys.has(slotKey(slot)));
  const [theirs, ...moreOfTheirs] = other.filter((slot) => !ownKeys.has(slotKey(slot)));
  if (mine === undefined || theirs === undefined || more.length + moreOfTheirs.length > 0) return null;
  return one.map((slot) => (slot === mine ? [...mine, ...theirs] : slot));
}

const slotText = (slot: Slot): string => alternativesText(slot.map(({ text }) => text));
const conditionsOf = (slot: Slot): Condition[] => slot.map(({ condition }) => condition);

function mustBe(slot: Slot): TermsClause {
  return {
    text: sentence(`it must be ${slotText(slot)}`.replace('must be not ', 'must not be ')),
    conditions: conditionsOf(slot),
  };
}

/** "There are two ways. Either it is A and B. Or it is C." Three ways at most are written out. */
function waysText(ways: readonly Way[]): TermsClause[] {
  if (ways.length === 0) return [];
  const count = ['', '', 'two', 'three'][ways.length] ?? 'several';
  return [
    { text: `There are ${count} ways.`, conditions: [] },
    ...ways.slice(0, MOST_WAYS).map((way, index) => ({
      text: sentence(`${index === 0 ? 'either' : 'or'} it is ${list(way.map(slotText), 'and')}`),
      conditions: way.flatMap(conditionsOf),
    })),
    ...(ways.length > MOST_WAYS ? [{ text: 'There are other ways too.', conditions: [] }] : []),
  ];
}
