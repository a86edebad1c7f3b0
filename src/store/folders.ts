/** Loads a data set from folders: reads the files, checks their shapes and builds the graph. Each problem has its file and line. */
import { buildGraph } from '../graph/build.ts';
import type { Graph } from '../graph/entries.ts';
import type { DataDocuments } from '../model/shapes.ts';
import { CONSTRAINTS } from '../graph/constraints.ts';
import type { Problem } from '../graph/problems.ts';
import { DocumentReader, fileProblem } from './documents.ts';
import { diskIn, type FileTree } from './files.ts';
import type { LocatedProblem } from './located-problem.ts';
import { readSourceTexts } from './source-texts.ts';

export { printProblem, type LocatedProblem } from './located-problem.ts';

/** A loaded data set, from folders or from a snapshot. */
export interface Loaded {
  /** Null where there is any problem. */
  readonly graph: Graph | null;
  /** The graph for the laws of the engine. Also set where some other laws are broken but the graph is complete; otherwise null. */
  readonly examinable: Graph | null;
  readonly problems: LocatedProblem[];
  /** The slugs of the plans that are YAML files. The other plans come from packs, which importers write without cases. */
  readonly curatedPlans: ReadonlySet<string>;
  /** Adds the file, line and column to a problem that was found outside the store. */
  readonly locate: (problem: Problem) => LocatedProblem;
}

/** A data set that was loaded from folders, with its documents. */
export interface LoadedFolders extends Loaded {
  readonly documents: DataDocuments;
}

/** The laws that depend on one entry alone, so they can be reported although another file could not be read. */
const INDEPENDENT_LAWS = new Set(CONSTRAINTS.filter(({ needs }) => needs === 'nothing').map(({ name }) => name));

/**
 * Loads data folders in order. A later folder may add entries but not redefine one. `sources` are optional folders with the
 * originals of sources, `<slug>.txt`: passages are quoted from them and compared with their fingerprints. Any content of
 * the files, however wrong, results in problems and never in an exception.
 */
export async function loadFolders(
  { data, sources }: { data: readonly string[]; sources: readonly string[] },
  tree: FileTree = diskIn([...data, ...sources]),
): Promise<LoadedFolders> {
  const reader = new DocumentReader(tree);
  for (const folder of data) await reader.readFolder(folder);
  const originals = await readSourceTexts(tree, sources, reader.documents);
  const built = buildGraph(reader.documents, originals.quote);
  // Where a file could not be read, the entries that refer to it are not at fault.
  const graphProblems =
    reader.problems.length > 0 ? built.problems.filter(({ law }) => INDEPENDENT_LAWS.has(law)) : built.problems;
  const problems = [
    ...reader.problems,
    ...originals.unreadable.map(fileProblem),
    ...[...graphProblems, ...originals.problems].map(reader.locate),
  ];
  const examinable = reader.problems.length > 0 ? null : built.examinable;
  return {
    graph: problems.length > 0 ? null : built.graph,
    examinable,
    problems,
    curatedPlans: reader.curatedPlans,
    locate: reader.locate,
    documents: reader.documents,
  };
}
