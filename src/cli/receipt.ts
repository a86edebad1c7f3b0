/** A saved answer, taken out of the response it came in, and what the checker finds of it, in words. */
import type { Graph } from '../graph/entries.ts';
import { CliError } from '../errors.ts';
import { verifyReceipt } from '../verify/verify-receipt.ts';

export interface Checked {
  readonly accepted: boolean;
  readonly lines: readonly string[];
}

/** `text`: a response to the example that keeps a receipt, its `data`, or the answer alone. Refuses what is no JSON. */
export function checkReceipt(graph: Graph, text: string, file: string): Checked {
  const { accepted, findings, unchecked } = verifyReceipt(graph, receiptIn(text, file));
  return {
    accepted,
    lines: [
      accepted
        ? 'Accepted: every field of the answer is what the data gives.'
        : unchecked.length > 0 && findings.length === 0
          ? 'Not checked.'
          : 'Rejected.',
      ...findings.map(({ step, problem }) => `  ${step === null ? '' : `step ${String(step)}: `}${problem}`),
      ...unchecked.map((what) => `  Not checked: ${what}`),
    ],
  };
}

function receiptIn(text: string, file: string): unknown {
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch (error) {
    throw new CliError(
      [
        `${file} holds no JSON: ${error instanceof Error ? error.message : 'it cannot be read'}. Save a whole response to it.`,
      ],
      1,
    );
  }
  for (const within of ['data', 'coverage']) {
    if (typeof found === 'object' && found !== null && within in found)
      found = (found as Record<string, unknown>)[within];
  }
  return found;
}
