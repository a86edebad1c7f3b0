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
 * alone. Throws a CliError that names `file` if there is no answer in it.
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
  let receipt: unknown = parsedJson(text, file);
  const { errors } = isObject(receipt) ? receipt : {};
  for (const field of ['data', 'coverage']) {
    if (isObject(receipt) && field in receipt) receipt = receipt[field];
  }
  if (isObject(receipt)) return receipt;
  const said = Array.isArray(errors) ? firstMessage(errors) : null;
  throw new CliError([
    `${file} holds no answer, so it is no receipt${said === null ? '' : `. It holds an error: ${said.replace(/\.$/, '')}`}.`,
    'Save the whole response to the example how-do-i-keep-a-receipt-of-an-answer.',
  ]);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function firstMessage(errors: readonly unknown[]): string | null {
  const [first] = errors;
  return isObject(first) && typeof first['message'] === 'string' ? first['message'].slice(0, 300) : null;
}

function parsedJson(text: string, file: string): unknown {
  if (text.trim() === '') throw new CliError([`${file} is not JSON: it is empty. Save the whole response to it.`]);
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'it cannot be read';
    throw new CliError([`${file} is not JSON: ${reason}. Save the whole response to it.`]);
  }
}
