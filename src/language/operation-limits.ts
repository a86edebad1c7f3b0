/**
 * What is known of the operations of earlier answers without the parser of `previous-operation.ts`, which is loaded only when one
 * is read.
 */

/** An operation that no answer could have, or that names what is not in the graph. The message says what and where. */
export class UnreadableOperation extends Error {}

/** The most characters of an operation that is read. The operations of answers are shorter. */
export const LONGEST_OPERATION = 20_000;
