/**
 * The engine alone: a determination with its proof, compared with parsing and validating its operation, and a matrix
 * of 50 plans x 50 subjects. Run as it is built: a loader that transforms sources as it goes gives every function a name each
 * time that it is made, a third of what the engine does.
 */
import { parse, validate } from 'graphql';
import { dayInNewYork } from '../../src/clock.ts';
import { determine } from '../../src/engine/determine.ts';
import type { Question } from '../../src/engine/question.ts';
import { schema } from '../../src/schema/index.ts';
import { loadFolders } from '../../src/store/folders.ts';

export interface EngineFigures {
  /** Microseconds of the processor, the lowest of the rounds, as all of these. */
  readonly status: number;
  readonly withProof: number;
  readonly parsedAndValidated: number;
  /** Of all pairs, repeated to make up 50 x 50 where the data has fewer. */
  readonly matrixMillis: number;
}

export async function engineFigures(data: readonly string[], text: string, rounds: number): Promise<EngineFigures> {
  const { graph } = await loadFolders({ data, sources: [] });
  if (graph === null) throw new Error('the data is not sound');
  const [nothing, counts, on] = [[], new Map<never, never>(), dayInNewYork(Date.now())];
  const plans = [...graph.plans.values()];
  const subjects = [...graph.subjects.values()];
  // Written out, as the server makes its questions: copies by `...` have a shape for each plan, which every read of one must then look up.
  const pairs = plans.flatMap((plan) =>
    subjects.map((subject): Question => ({
      graph,
      plan,
      subject,
      met: nothing,
      unmet: nothing,
      counts,
      territory: null,
      on,
      onAssumed: true,
      accordingTo: null,
      minimumAuthority: null,
    })),
  );
  const cells = Array.from({ length: 2_500 }, (_, at) => pairs[at % pairs.length]).filter((pair) => pair !== undefined);
  let read = 0;
  const all = {
    status: () => {
      for (const pair of pairs) read += determine(pair).status.length;
    },
    withProof: () => {
      for (const pair of pairs) {
        const { proof, requirements, summary } = determine(pair);
        read += proof.length + requirements.length + summary.length;
      }
    },
    parsedAndValidated: () => {
      for (let at = 0; at < 100; at += 1) read += validate(schema, parse(text)).length;
    },
    matrix: () => {
      for (const pair of cells) read += determine(pair).status.length;
    },
  };
  const lowest = (work: () => void): number =>
    Math.min(
      ...Array.from({ length: rounds }, () => {
        const from = process.cpuUsage();
        work();
        const { user, system } = process.cpuUsage(from);
        return user + system;
      }),
    );
  const figures = {
    status: lowest(all.status) / pairs.length,
    withProof: lowest(all.withProof) / pairs.length,
    parsedAndValidated: lowest(all.parsedAndValidated) / 100,
    matrixMillis: lowest(all.matrix) / 1_000,
  };
  if (read === 0) throw new Error('nothing was derived');
  return figures;
}
