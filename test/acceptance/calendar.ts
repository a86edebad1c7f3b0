/** The curated data and its golden answers at a moment: everything here reads the clock as the program does. */
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

/** Runs the work with the clock of the process set to the moment. */
export async function at<Result>(moment: string, work: (today: string) => Promise<Result>): Promise<Result> {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(moment) });
  try {
    return await work(dayInNewYork(Date.now()));
  } finally {
    vi.useRealTimers();
  }
}

/** What `covergraph check` does: every law, on data read from its files. Rejects with every problem. */
export const check = async (): Promise<Graph> => loadValidGraph(await loadFolders({ data: [data], sources: [] }));

/** How many questions of a hundred must at least be understood on every day. */
const leastUnderstood = 90;

/** Every question that is not answered as it should be on the day, and whether too few are; empty where all is well. */
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
