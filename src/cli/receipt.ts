/** Reads a saved answer and checks it against the data, for `covergraph verify`. */
import type { Graph } from '../graph/entries.ts';
import { CliError } from '../errors.ts';
import { verifyReceipt } from '../verify/verify-receipt.ts';

/** The result of a check. */
export interface Checked {
  readonly accepted: boolean;
  /** The verdict, then one line for each finding. */
  readonly lines: readonly string[];
}

/**
 * Checks the answer in `text`: a response to the example how-do-i-keep-a-receipt-of-an-answer, its `data`, or the answer
 * alone. Throws a CliError that names `file` if the text is not JSON.
 */
export function checkReceipt(graph: Graph, text: string, file: string): Checked {
  const { accepted, findings, unchecked } = verifyReceipt(graph, receiptIn(text, file));
  return {
    accepted,
    lines: [
      verdictOf(accepted, findings.length, unchecked.length),
      ...findings.map(({ step, problem }) => `  ${step === null ? '' : `step ${String(step)}: `}${problem}`),
      ...unchecked.map((what) => `  Not checked: ${what}`),
    ],
  };
}

function verdictOf(accepted: boolean, findings: number, unchecked: number): string {
  if (accepted) return 'Accepted: every field of the answer is what the data gives.';
  return unchecked > 0 && findings === 0 ? 'Not checked.' : 'Rejected.';
}

/** The answer inside the fields `data` and `coverage`, as far as the text has them. */
function receiptIn(text: string, file: string): unknown {
  let receipt: unknown;
  try {
    receipt = JSON.parse(text);
  } catch (error) {
    throw new CliError(
      [
        `${file} is not JSON: ${error instanceof Error ? error.message : 'it cannot be read'}. Save the whole response to it.`,
      ],
      1,
    );
  }
  for (const field of ['data', 'coverage']) {
    if (typeof receipt === 'object' && receipt !== null && field in receipt)
      receipt = (receipt as Record<string, unknown>)[field];
  }
  return receipt;
}
