/**
 * Checks whether a saved answer follows from the data: docs/semantics.md#i8.
 *
 * The checker reads the data and the receipt alone. It shares no code with the engine: it works out what conditions
 * imply, which places territories are made of, which plans and subjects are in reach, and every sentence of the proof
 * for itself.
 */
import type { Graph } from '../graph/entries.ts';
import { compareReceipts, type Finding } from './compare-proof.ts';
import { compareParts } from './compare-parts.ts';
import { PARTS } from './expected-parts.ts';
import { expectedReceipt, type ExpectedReceipt } from './expected-receipt.ts';
import { questionOf, readFields } from './read-question.ts';

export interface Verdict {
  /**
   * Every field of the receipt is there and is what the data gives. A receipt of the first form, saved before answers had
   * the fields in PARTS, has none of these; any other has all.
   */
  readonly accepted: boolean;
  readonly findings: readonly Finding[];
  /** What could not be judged, or is more than a receipt holds. */
  readonly unchecked: readonly string[];
}

const rejected = (problem: string): Verdict => ({
  accepted: false,
  findings: [{ step: null, problem }],
  unchecked: [],
});
const notChecked = (reason: string): Verdict => ({ accepted: false, findings: [], unchecked: [reason] });

/**
 * Checks a saved answer against the data that it says it was derived from.
 *
 * `receipt`: the `coverage` of a response as plain JSON, with the fields of the fragment `Receipt` in the examples.
 * Nothing is thrown: whatever is no receipt is rejected, with the reason.
 */
export function verifyReceipt(graph: Graph, receipt: unknown): Verdict {
  const read = readFields(receipt);
  if ('problem' in read) return rejected(read.problem);
  const { dataVersion } = read.fields;
  const question = questionOf(graph, read.fields);
  if ('problem' in question) return rejected(question.problem);
  if (dataVersion !== graph.version)
    return notChecked(`all of it: it was derived from the data version ${dataVersion}, and this is ${graph.version}`);
  const expected = expectedReceipt(question);
  if ('problem' in expected) return rejected(expected.problem);
  if ('unchecked' in expected) return notChecked(expected.unchecked);
  const { proved, besides } = split(receipt);
  const { findings, unchecked } = compareReceipts(expected.receipt, proved);
  const others = compareWhole(expected.whole, besides);
  const all = [...findings, ...others.findings];
  return {
    accepted: all.length === 0 && others.isJudged,
    findings: all,
    unchecked: [...unchecked, ...others.unchecked],
  };
}

type Fields = Readonly<Record<string, unknown>>;

/** The status and its proof, which every receipt holds; and the parts that receipts of the first form do not hold. */
function split(receipt: unknown): { readonly proved: Fields; readonly besides: Fields } {
  const fields = Object.entries(receipt as Fields);
  const isPart = ([field]: [string, unknown]): boolean => PARTS.some((part) => part === field);
  return {
    proved: Object.fromEntries(fields.filter((entry) => !isPart(entry))),
    besides: Object.fromEntries(fields.filter(isPart)),
  };
}

/** `isJudged`: whether the parts are compared, or there are none of them, as in a receipt of the first form. */
function compareWhole(
  whole: ExpectedReceipt['whole'],
  besides: Fields,
): Omit<Verdict, 'accepted'> & { readonly isJudged: boolean } {
  const names = PARTS.join(', ');
  if (Object.keys(besides).length === 0)
    return { isJudged: true, findings: [], unchecked: [`${names}: the receipt is of the first form, without them`] };
  if ('tooLarge' in whole) return { isJudged: false, findings: [], unchecked: [`${names}: ${whole.tooLarge}`] };
  return { isJudged: true, findings: compareParts(whole.derived, besides), unchecked: [] };
}
