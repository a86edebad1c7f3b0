/** Checks the project's data and the expected answers at a given moment. The clock is read as the program reads it. */
import { fileURLToPath } from 'node:url';
import { graphql } from 'graphql';
import { expect, vi } from 'vitest';
import { dayInNewYork } from '../../src/clock.ts';
import { loadValidGraph } from '../../src/store/validate-graph.ts';
import type { Graph } from '../../src/graph/entries.ts';
import { schema } from '../../src/schema/index.ts';
import { loadFolders } from '../../src/store/folders.ts';
import { outsideQuestions, ownQuestions, score } from '../helpers/ask-accuracy.ts';
import { ANSWERED, type GoldenQuestion, NOT_ANSWERED } from '../helpers/stated-questions.ts';

const data = fileURLToPath(new URL('../../data', import.meta.url));

/** Runs `work` with the clock of the process set to the moment (ISO 8601), and passes it the day in New York. */
export async function at<Result>(moment: string, work: (today: string) => Promise<Result>): Promise<Result> {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(moment) });
  try {
    return await work(dayInNewYork(Date.now()));
  } finally {
    vi.useRealTimers();
  }
}

/** Does what `covergraph check` does: reads the data files and checks every constraint. Rejects with every problem. */
export const check = async (): Promise<Graph> => loadValidGraph(await loadFolders({ data: [data], sources: [] }));

/** The least percentage of questions that must be understood on every day. */
const leastUnderstood = 90;

/** Returns every question with a wrong answer on the day, and a line if too few are understood; empty if all is well. */
export async function wrongAnswers(graph: Graph, today: string): Promise<string[]> {
  const golden = [...ANSWERED, ...NOT_ANSWERED.flat()];
  const wrong: string[] = [];
  for (const question of golden) if (!(await isAnswered(question, graph, today))) wrong.push(question.asks);
  const scored = [...ownQuestions(), ...outsideQuestions()].map((expected) => score(graph, expected, today));
  for (const { expected, wrong: faults } of scored) {
    if (faults.length > 0) wrong.push(`${expected.q}: ${faults.join('; ')}`);
  }
  const understood = (100 * scored.filter(({ faults }) => faults.length === 0).length) / scored.length;
  if (understood < leastUnderstood) wrong.push(`only ${understood.toFixed(1)} of 100 questions are understood`);
  return wrong;
}

async function isAnswered(
  { operation, answer, refused }: GoldenQuestion,
  graph: Graph,
  today: string,
): Promise<boolean> {
  const contextValue = { graph, today, loadedAt: new Date().toISOString() };
  const { data: given, errors = [] } = await graphql({ schema, source: operation, contextValue });
  const codes = errors.map(({ message, extensions }) => extensions['code'] ?? message);
  try {
    expect(codes).toEqual(refused === undefined ? [] : [refused]);
    expect(JSON.parse(JSON.stringify(given))).toMatchObject(answer);
    return true;
  } catch {
    return false;
  }
}
