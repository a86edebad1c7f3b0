/**
 * Tries a law on generated rule sets. A set that breaks it is shrunk and printed as YAML, with the seed that finds it
 * again.
 */
import fc from 'fast-check';
import { stringify } from 'yaml';
import { drawn, type Drawn } from './generate.ts';

/** The seed of a run that names no other one. */
export const SEED = 20_261_123;

/** The parts of a set that bear on its answer, as a reader would write them. */
function describeSet({ data, ask }: Drawn): string {
  const { sources, conditions, plans } = data;
  return stringify(
    {
      ask,
      sources: Object.fromEntries(
        Object.entries(sources).map(([slug, { authority, publisher, publishedOn }]) => [
          slug,
          { authority, publisher, publishedOn },
        ]),
      ),
      conditions,
      plans,
    },
    { lineWidth: 160, aliasDuplicateObjects: false },
  );
}

/** `broken` gives what is wrong with a set, or null where the law holds. */
export function prove(runs: number, broken: (drawn: Drawn) => unknown, seed = SEED): void {
  const result = fc.check(
    fc.property(drawn, (set) => {
      const wrong = broken(set);
      if (wrong !== null) throw new Error(stringify(wrong));
    }),
    { numRuns: runs, seed, endOnFailure: false },
  );
  if (!result.failed) return;
  const [set] = result.counterexample ?? [];
  const reason = result.errorInstance instanceof Error ? result.errorInstance.message : String(result.errorInstance);
  throw new Error(
    `seed ${String(result.seed)}, path ${String(result.counterexamplePath)}, after ${String(result.numRuns)} sets:\n${reason}\n${set ? describeSet(set) : ''}`,
  );
}
