/** The data as every command needs it: what the store read, checked against the laws of the engine too. */
import { rulesWithoutDecidingCase } from '../engine/case-constraints.ts';
import { engineConstraintsInSteps } from '../engine/constraints.ts';
import type { Graph } from '../graph/entries.ts';
import type { Problem } from '../graph/problems.ts';
import type { Loaded } from './folders.ts';
import { printProblem, type LocatedProblem } from './located-problem.ts';
import { unsound } from './problem-report.ts';

export interface ValidatedGraph {
  /** The graph to answer from; null where a law is broken on every day. */
  readonly graph: Graph | null;
  /** Why there is no graph; empty where there is one. */
  readonly problems: readonly LocatedProblem[];
  /**
   * What `check` and `publish` refuse and a start does not: laws that the data keeps on some days and breaks on others, and
   * rules that no case states a second time. Answers are right without either.
   */
  readonly warnings: readonly LocatedProblem[];
}

/** How many steps of the laws are taken before anything else may run; each takes about a tenth of a millisecond. */
const stepsAtOnce = 50;

/** Checks the laws of the engine. In between, requests are answered and signals are heard. */
async function problemsOfReasoning(graph: Graph): Promise<Problem[]> {
  const found: Problem[] = [];
  let steps = 0;
  for (const problems of engineConstraintsInSteps(graph)) {
    found.push(...problems);
    steps += 1;
    if (steps % stepsAtOnce === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  return found;
}

/** Checks the laws of the engine, and separates what stops a start from what does not. */
export async function validateGraph(loaded: Loaded): Promise<ValidatedGraph> {
  const { graph, examinable, problems, curatedPlans, locate } = loaded;
  const found = examinable === null ? [] : (await problemsOfReasoning(examinable)).map(locate);
  const undecided = examinable === null ? [] : rulesWithoutDecidingCase(examinable, curatedPlans).map(locate);
  const all = [...problems, ...found.filter(({ dependsOnDay = false }) => !dependsOnDay)];
  return {
    graph: all.length > 0 ? null : graph,
    problems: all,
    warnings: [...found.filter(({ dependsOnDay = false }) => dependsOnDay), ...undecided],
  };
}

/** The graph of data that keeps every law, as checking and publishing require. Rejects with a Refusal that lists every problem. */
export async function loadValidGraph(loaded: Loaded): Promise<Graph> {
  const { graph, problems, warnings } = await validateGraph(loaded);
  if (graph === null || warnings.length > 0) throw unsound([...problems, ...warnings]);
  return graph;
}

/**
 * The graph to answer from, as a start requires, and what it should warn of. Throws a Refusal that lists every problem
 * that does not depend on the day.
 */
export async function loadGraphToServe(
  loaded: Loaded,
): Promise<Pick<ValidatedGraph, 'warnings'> & { readonly graph: Graph }> {
  const { graph, problems, warnings } = await validateGraph(loaded);
  if (graph === null) throw unsound(problems);
  return { graph, warnings };
}

/** What a command says on standard error before it answers from such data. */
export function warningLines(warnings: readonly LocatedProblem[]): string[] {
  const count = warnings.length === 1 ? 'One problem' : `${String(warnings.length)} problems`;
  return [
    ...warnings.map(printProblem),
    `Warning: ${count} in the data. Answers are not affected; covergraph check and publish refuse such data.`,
  ];
}
