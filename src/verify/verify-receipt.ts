/**
 * Checks whether a saved answer follows from the data: docs/semantics.md#i8.
 *
 * The checker reads the data and the receipt alone. It shares no code with the engine: it works out what conditions
 * imply, which places territories are made of, which plans and subjects are in reach, and every sentence of the proof
 * for itself.
 */
import type { Graph } from '../graph/entries.ts';
import { compareReceipts, type Finding } from './compare-proof.ts';
import { expectedReceipt } from './expected-receipt.ts';
import { questionOf, readFields } from './read-question.ts';

export interface Verdict {
  /** Every field of the receipt is there and is what the data gives. */
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
  const { findings, unchecked } = compareReceipts(expected.receipt, receipt);
  return { accepted: findings.length === 0, findings, unchecked };
}
