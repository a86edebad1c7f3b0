/**
 * The laws that every mutant of the data must keep: the checker does not fail, there is a graph exactly where there is no
 * problem, and an answer that differs from what it was has a rule, a link or an entry that is gone to account for it.
 */
import fc from 'fast-check';
import { answersOf, differences, type AnswerDifference, type AnswerSet } from '../../src/engine/answer-diff.ts';
import { engineConstraints } from '../../src/engine/constraints.ts';
import type { Graph } from '../../src/graph/entries.ts';
import { loadFolders } from '../../src/store/folders.ts';
import { inMemory } from '../../src/store/memory.ts';
import { casesOf, questionsOf } from '../../src/engine/answer-questions.ts';
import { ownData } from '../helpers/own-data.ts';
import { mutating, type Files, type Mutant } from './mutate.ts';

const TODAY = '2026-11-23';

export const load = (files: Files) => loadFolders({ data: ['data'], sources: [] }, inMemory(files));

export interface Verdict {
  readonly laws: readonly string[];
  readonly differing: readonly AnswerDifference[];
  readonly loaded: boolean;
}
export interface Tally {
  tried: number;
  loaded: number;
  same: number;
  different: number;
  readonly caught: Map<string, number>;
  readonly undetected: Map<string, number>;
}
export const newTally = (): Tally => ({
  tried: 0,
  loaded: 0,
  same: 0,
  different: 0,
  caught: new Map(),
  undetected: new Map(),
});

/** The questions put to the data before and after: all its cases, and some of each plan on each subject, at home and abroad, evenly taken. */
export async function unchanged(): Promise<AnswerSet> {
  const { graph, problems } = await load(ownData);
  if (!graph) throw new Error(problems.map(({ message }) => message).join('\n'));
  const all = questionsOf([graph], TODAY),
    every = Math.ceil(all.length / 400);
  const cases = new Set(
    [...graph.plans.values()].flatMap((plan) => casesOf(plan, TODAY)).map((asked) => JSON.stringify(asked)),
  );
  return answersOf(
    graph,
    all.filter((asked, index) => index % every === 0 || cases.has(JSON.stringify(asked))),
  );
}

/** What the data claims to hold in full, on which only the reason of an answer that is not stated turns. */
const claims = ({ completeness }: Graph): string =>
  JSON.stringify(completeness.map(({ plans, subjects }) => [...plans, ...subjects].map(({ slug }) => slug)));

/** Throws where a law of mutants is broken. */
export async function judge({ files }: Mutant, before: AnswerSet): Promise<Verdict> {
  const { graph, problems } = await load(files);
  if ((graph === null) !== problems.length > 0)
    throw new Error(`there is ${graph ? 'a' : 'no'} graph with ${problems.length} problems`);
  for (const { file, line, column, law, message, remedy } of problems) {
    if (!file.startsWith('data') || line < 1 || column < 1 || law === '' || message === '' || remedy === '')
      throw new Error(`a problem without its place or remedy: ${message}`);
  }
  if (!graph) return { laws: [...new Set(problems.map(({ law }) => law))], differing: [], loaded: false };
  const laws = [...new Set(engineConstraints(graph).map(({ law }) => law))];
  const differing = differences(before, answersOf(graph, before.questions));
  for (const { question: asked, before: was, after: is, responsible, links } of differing) {
    const isClaim =
      !('cannotBeAsked' in was) &&
      !('cannotBeAsked' in is) &&
      was.status === 'NOT_STATED' &&
      is.status === 'NOT_STATED' &&
      claims(graph) !== claims(before.graph);
    const isAccounted =
      responsible.length > 0 || links.length > 0 || isClaim || 'cannotBeAsked' in was || 'cannotBeAsked' in is;
    if (!isAccounted) throw new Error(`nothing accounts for ${JSON.stringify(asked)}: ${was.summary} / ${is.summary}`);
  }
  return { laws, differing, loaded: laws.length === 0 };
}

const { operations, mutant } = mutating(ownData);
/** Every operation that the data has a place for. */
export const OPERATIONS: readonly string[] = [...operations.file, ...operations.text, ...operations.document];
/** One in twenty of a whole file, one in three in the text, the rest in what the document says. */
const anyOperation = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...operations.file) },
  { weight: 19, arbitrary: fc.constantFrom(...operations.text) },
  { weight: 38, arbitrary: fc.constantFrom(...operations.document) },
);

/** Tries `count` mutants, by the operation `only` or by any. Throws an Error with the mutant and the seed at the first that breaks a law. */
export async function tryMutants(
  count: number,
  seed: number,
  before: AnswerSet,
  tally: Tally,
  only?: string,
): Promise<void> {
  const operation = only === undefined ? anyOperation : fc.constant(only),
    draws = fc.record({ operation, kind: fc.nat(), file: fc.nat(), site: fc.nat(), choice: fc.nat() });
  await fc.assert(
    fc.asyncProperty(draws, async (draw) => {
      const made = mutant(draw);
      tally.tried += 1;
      let verdict: Verdict;
      try {
        verdict = await judge(made, before);
      } catch (error) {
        throw new Error(
          `${made.operation} in ${made.file}: ${error instanceof Error ? error.message : String(error)}`,
          { cause: error },
        );
      }
      for (const law of verdict.laws) tally.caught.set(law, (tally.caught.get(law) ?? 0) + 1);
      if (!verdict.loaded) return;
      tally.loaded += 1;
      if (verdict.differing.length === 0) tally.same += 1;
      else {
        tally.different += 1;
        tally.undetected.set(made.operation, (tally.undetected.get(made.operation) ?? 0) + 1);
      }
    }),
    { seed, numRuns: count, endOnFailure: true },
  );
}

/** The tally in lines of text. */
export function formatTally({ tried, loaded, same, different, caught, undetected }: Tally): string {
  const counted = (counts: ReadonlyMap<string, number>): string[] =>
    [...counts].sort(([, a], [, b]) => b - a).map(([name, count]) => `  ${String(count).padStart(6)} ${name}`);
  return [
    `${tried} mutants tried`,
    `${tried - loaded} caught, by law (one may break several):`,
    ...counted(caught),
    `${loaded} loaded`,
    `  ${same} with every answer the same`,
    `  ${different} with answers that differ, each with the rule, link or lost entry that makes the difference; by operation:`,
    ...counted(undetected).map((line) => `  ${line}`),
  ].join('\n');
}
