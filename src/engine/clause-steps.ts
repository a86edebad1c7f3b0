/** Finds the steps of a proof that a sentence of the summary rests on. */
import type { ProofStep } from './determination.ts';
import type { ClauseBasis } from './summary.ts';

/**
 * The numbers of the steps, in order. A sentence on the conclusion rests on it and on all that it rests on; a sentence on
 * conditions, on the steps for these conditions and on the rules that require them. A sentence on another day, on what a source
 * states without deciding, or on what a rule that asks states rests on none, because the proof has no step for it.
 */
export function stepsOf(basis: ClauseBasis, proof: readonly ProofStep[]): readonly number[] {
  if (basis === 'CONCLUSION') {
    const conclusion = proof.findLast(({ kind }) => kind === 'CONCLUSION');
    return conclusion === undefined ? [] : [...conclusion.restsOn, conclusion.number].sort((a, b) => a - b);
  }
  return proof
    .filter(
      ({ kind, fact, rule }) =>
        (kind === 'CONDITION' && fact !== null && basis.includes(fact.condition)) ||
        (kind === 'RULE' && rule?.requires.some(({ condition }) => basis.includes(condition)) === true),
    )
    .map(({ number }) => number);
}
