/**
 * Checks a law on generated rule sets. A set that breaks the law is shrunk and printed as YAML, with the seed that reproduces
 * it.
 */
import fc from 'fast-check';
import { stringify } from 'yaml';
import { drawn, type Drawn } from './generate.ts';

/** The usual seed of tests, which are the same in every run. The long runs use another seed each time. */
export const USUAL_SEED = 20_261_123;

/** Prints, as YAML, the parts of a set that its answer depends on. */
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

/**
 * Checks the law on as many sets as `runs` says. `broken` returns what is wrong with a set, or null if the law holds. Throws an
 * Error with the smallest broken set, the seed and the path of fast-check.
 */
export function prove(runs: number, broken: (drawn: Drawn) => unknown, seed: number): void {
  const result = fc.check(
    fc.property(drawn, (set) => {
      const wrong = broken(set);
      if (wrong !== null) throw new Error(stringify(wrong));
    }),
    { seed, numRuns: runs, endOnFailure: false },
  );
  if (!result.failed) return;
  const [set] = result.counterexample ?? [];
  const reason = result.errorInstance instanceof Error ? result.errorInstance.message : String(result.errorInstance);
  throw new Error(
    `seed ${String(result.seed)}, path ${String(result.counterexamplePath)}, after ${String(result.numRuns)} sets:\n${reason}\n${set ? describeSet(set) : ''}`,
  );
}
