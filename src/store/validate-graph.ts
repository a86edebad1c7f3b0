/** Checks loaded data against the laws of the engine, which need the whole graph. */
import { rulesWithoutDecidingCase } from '../engine/case-constraints.ts';
import { engineConstraintsInSteps } from '../engine/constraints.ts';
import type { Graph } from '../graph/entries.ts';
import type { Problem } from '../graph/problems.ts';
import type { Loaded } from './folders.ts';
import { printProblem, type LocatedProblem } from './located-problem.ts';
import { unsound } from './problem-report.ts';

/** The result of the check. */
export interface ValidatedGraph {
  /** The graph to answer from; null where a law is broken on every day. */
  readonly graph: Graph | null;
  /** Why there is no graph; empty where there is one. */
  readonly problems: readonly LocatedProblem[];
  /**
   * Problems for which `check` and `publish` refuse the data, but a server starts: laws that are broken only on some days,
   * and rules that no case confirms. Answers are right in spite of them.
   */
  readonly warnings: readonly LocatedProblem[];
}

/** The number of check steps between two turns of the event loop. A step takes about 0.1 ms. */
const stepsAtOnce = 50;

/** Checks the laws of the engine. It yields to the event loop at times, so requests and signals are still handled. */
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

/** Checks the laws of the engine, and separates the problems that prevent a start from the warnings. */
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

/**
 * The graph of data without any problem or warning, as `check` and `publish` require. Rejects with an UnsoundData error
 * that lists them.
 */
export async function loadValidGraph(loaded: Loaded): Promise<Graph> {
  const { graph, problems, warnings } = await validateGraph(loaded);
  if (graph === null || warnings.length > 0) throw unsound([...problems, ...warnings]);
  return graph;
}

/**
 * The graph to answer from, as a server start requires, and its warnings. Rejects with an UnsoundData error that lists
 * every problem that does not depend on the day.
 */
export async function loadGraphToServe(
  loaded: Loaded,
): Promise<Pick<ValidatedGraph, 'warnings'> & { readonly graph: Graph }> {
  const { graph, problems, warnings } = await validateGraph(loaded);
  if (graph === null) throw unsound(problems);
  return { graph, warnings };
}

/** The lines that a command prints on standard error before it answers from data with warnings. */
export function warningLines(warnings: readonly LocatedProblem[]): string[] {
  const count = warnings.length === 1 ? 'One problem' : `${String(warnings.length)} problems`;
  return [
    ...warnings.map(printProblem),
    `Warning: ${count} in the data. Answers are not affected; covergraph check and publish refuse such data.`,
  ];
}
