/**
 * Plan numbers of the Centers for Medicare & Medicaid Services: a contract (H1036), a plan benefit package (068) and a
 * segment (0). They are published as H1036-068, H1036-068-0, H1036-068-000, H1036_068_0 and H1036068, and said as
 * "contract H1036 plan 68". Here all of them become the same words.
 */
import type { Plan } from '../graph/entries.ts';
import { namesOfEntry } from './entity-names.ts';
import { type Mention, overlaps, type WordRange } from './mention.ts';
import { isStopWord } from './stop-words.ts';
import { type Token, tokenize } from './tokenizer.ts';

const CONTRACT = /^[hrse]\d{4}$/;
/** A contract, a plan and perhaps a segment as one word: H1036068, H1036068000. */
const WHOLE_NUMBER = /^([hrse]\d{4})(\d{3})(\d{3})?$/;
/** Words between the parts of a number: "contract H1036, plan number 68". */
const PLAN_WORD = /^(?:plan|pbp|package|benefit|number|id|no)$/;
const CONTRACT_WORD = /^(?:contract|number|id|no)$/;

/** A plan number in a text, and the words that it takes up. */
interface FoundNumber extends WordRange {
  readonly contract: string;
  readonly plan: string;
  readonly segment: string | null;
}

/**
 * The words with each plan number written as its contract, its plan in three digits and, if it is given, its segment
 * without leading zeros: "h1036", "068", "0".
 * @param isContract whether a word is a contract; many billing codes have the same form
 */
export function withPlanNumbers(words: readonly Token[], isContract: (stem: string) => boolean): Token[] {
  const result: Token[] = [];
  let at = 0;
  while (at < words.length) {
    const found = numberAt(words, at, isContract);
    const word = words[at];
    if (word === undefined) break;
    if (found === null) result.push(word);
    else result.push(...numberTokens(word, found));
    at = found?.to ?? at + 1;
  }
  return result;
}

function numberTokens(first: Token, { contract, plan, segment }: FoundNumber): Token[] {
  const parts = [plan.padStart(3, '0'), ...(segment === null ? [] : [String(Number(segment))])];
  return [
    { ...first, text: contract.toUpperCase(), stem: contract, isCapital: true },
    ...parts.map((text) => ({ ...first, text, stem: text, isCapital: false, isJoined: true, afterComma: false })),
  ];
}

/** The plan number that begins at a word; null if none does. */
function numberAt(words: readonly Token[], at: number, isContract: (stem: string) => boolean): FoundNumber | null {
  const start = contractStart(words, at);
  const stem = words[start]?.stem ?? '';
  const [, contract, plan, segment = null] = WHOLE_NUMBER.exec(stem) ?? [];
  if (contract !== undefined && plan !== undefined && isContract(contract))
    return { from: at, contract, plan, ...segmentAfter(words, start + 1, segment) };
  if (!CONTRACT.test(stem) || !isContract(stem)) return planBeforeContract(words, at, isContract);
  const planAt = planAfter(words, start);
  const planStem = words[planAt]?.stem;
  if (planStem === undefined) return null;
  return { from: at, contract: stem, plan: planStem, ...segmentAfter(words, planAt + 1, null) };
}

/** The index of a contract after the words that introduce it: "contract number H1036". */
function contractStart(words: readonly Token[], at: number): number {
  if (words[at]?.stem !== 'contract') return at;
  let start = at + 1;
  while (CONTRACT_WORD.test(words[start]?.stem ?? '')) start++;
  return start;
}

/** The index of the plan's digits after a contract; -1 if there are none. */
function planAfter(words: readonly Token[], contractAt: number): number {
  let at = contractAt + 1;
  while (PLAN_WORD.test(words[at]?.stem ?? '')) at++;
  const word = words[at];
  if (word === undefined || !/^\d{1,3}$/.test(word.stem)) return -1;
  const isIntroduced = at > contractAt + 1;
  return isIntroduced || word.isJoined || (word.stem.length === 3 && !word.afterComma) ? at : -1;
}

/** The segment at a word after the plan, and the index after the whole number. */
function segmentAfter(words: readonly Token[], at: number, known: string | null): Pick<FoundNumber, 'segment' | 'to'> {
  if (known !== null) return { segment: known, to: at };
  const isNamed = words[at]?.stem === 'segment';
  const digits = words[isNamed ? at + 1 : at];
  const isSegment = /^\d{1,3}$/.test(digits?.stem ?? '') && (isNamed || digits?.isJoined === true);
  return isSegment ? { segment: digits?.stem ?? '', to: isNamed ? at + 2 : at + 1 } : { segment: null, to: at };
}

/** "Plan 68 of contract H1036". */
function planBeforeContract(
  words: readonly Token[],
  at: number,
  isContract: (stem: string) => boolean,
): FoundNumber | null {
  const plan = words[at + 1]?.stem ?? '';
  if (words[at]?.stem !== 'plan' || !/^\d{1,3}$/.test(plan)) return null;
  const wordAt = /^(?:of|in|under)$/.test(words[at + 2]?.stem ?? '') ? at + 3 : at + 2;
  if (words[wordAt]?.stem !== 'contract') return null;
  const contractAt = contractStart(words, wordAt);
  const contract = words[contractAt]?.stem ?? '';
  return isContract(contract) ? { from: at, to: contractAt + 1, contract, plan, segment: null } : null;
}

/** Whether a stem has the form of a contract. */
export const isContractForm = (stem: string): boolean => CONTRACT.test(stem);

/**
 * Mentions by plan number, each with the words around it that are the plan's own: its insurer or the rest of its name, as
 * in "Humana H1036-068" and "H1036-068 (HMO)". A word that is not the plan's stays outside, so it is not understood.
 */
export function withInsurers(words: readonly Token[], mentions: readonly Mention[]): Mention[] {
  const widened = mentions.flatMap((mention) => {
    const isByNumber = words.slice(mention.from, mention.to).some(({ stem }) => CONTRACT.test(stem));
    if (!isByNumber || mention.to - mention.from < 2) return [];
    return widest(words, mention, mentions);
  });
  const others = mentions.filter((mention) => !widened.some((wide) => overlaps(wide, mention)));
  return [...others, ...widened].sort((a, b) => a.from - b.from);
}

/** A mention with as many words around it as any plan that it names has. All plans of one number have one insurer. */
function widest(words: readonly Token[], mention: Mention, mentions: readonly Mention[]): Mention {
  const ranges = mention.names.flatMap(({ entry }) =>
    entry.kind === 'PLAN' ? [rangeAround(words, mention, wordsOfPlan(entry), mentions)] : [],
  );
  const [longest] = ranges.sort((a, b) => b.to - b.from - (a.to - a.from));
  return { ...mention, ...longest };
}

/** The words around a mention that are all among those of a plan, without stop words and parts of mentions at its ends. */
function rangeAround(
  words: readonly Token[],
  mention: Mention,
  planWords: ReadonlySet<string>,
  mentions: readonly Mention[],
): WordRange {
  const stemAt = (at: number): string => words[at]?.stem ?? '';
  const isOfPlan = (at: number): boolean => planWords.has(stemAt(at)) || PLAN_WORD.test(stemAt(at));
  // An insurer's name can be written as one word or as two: UnitedHealthcare, United Healthcare.
  const isJoinedOfPlan = (at: number): boolean => planWords.has(stemAt(at) + stemAt(at + 1));
  let [from, to] = [mention.from, mention.to];
  while (isOfPlan(from - 1) || isJoinedOfPlan(from - 2)) from -= isOfPlan(from - 1) ? 1 : 2;
  while (planWords.has(stemAt(to))) to++;
  const isLoose = (at: number): boolean => {
    const isCut = mentions.some((other) => other.from <= at && at < other.to && (other.from < from || other.to > to));
    return isCut || PLAN_WORD.test(stemAt(at)) || (isStopWord(stemAt(at)) && words[at]?.isCapital !== true);
  };
  while (from < mention.from && isLoose(from)) from++;
  while (to > mention.to && isLoose(to - 1)) to--;
  return { from, to };
}

const wordsByPlan = new WeakMap<Plan, ReadonlySet<string>>();

/** The stems of a plan's names, and of the capitalized words in the remarks that say what the plan is. Made once for a plan. */
function wordsOfPlan(plan: Plan): ReadonlySet<string> {
  let words = wordsByPlan.get(plan);
  if (words === undefined) {
    words = readWordsOfPlan(plan);
    wordsByPlan.set(plan, words);
  }
  return words;
}

function readWordsOfPlan(plan: Plan): ReadonlySet<string> {
  const names = namesOfEntry(plan).flatMap(({ label }) => tokenize(label));
  const remarks = plan.remarks.filter(({ topic }) => topic === 'OTHER').flatMap(({ text }) => tokenize(text));
  return new Set([...names, ...remarks.filter(({ isCapital }) => isCapital)].map(({ stem }) => stem));
}
