/**
 * The subjects whose rules can bear on what was asked: docs/semantics.md#section-3-subject-chain.
 *
 * From a technique to the codes that include it and the services that use it; from a code to the services that it
 * bills; from a service to what is broader. No link is followed the other way.
 */
import type { LinkKind } from '../model/words.ts';
import type { Subject } from '../graph/entries.ts';
import { memoize } from './memoize.ts';
import { pathsFrom } from './paths.ts';

const FOLLOWED: readonly LinkKind[] = ['INCLUDED_IN', 'BILLS', 'BROADER'];

/** The subject and every subject that its links lead up to, each with the links that lead there. */
export const subjectChain = memoize((subject: Subject) =>
  pathsFrom(subject, ({ links }) => links.filter(({ kind }) => FOLLOWED.includes(kind))),
);

/**
 * Whether the first subject is the second, or nearer to what was asked: a path of links leads from the first to the
 * second.
 */
export function isAsNear(first: Subject, second: Subject): boolean {
  return subjectChain(first).has(second);
}
