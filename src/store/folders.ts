/** A data set from folders of files: read, checked for shape, joined, and each problem with the file and line where it stands. */
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

export interface Loaded {
  /** Null where there is any problem. */
  readonly graph: Graph | null;
  /** The graph for laws that take reasoning, also where other laws are broken that leave it whole; else null. */
  readonly examinable: Graph | null;
  readonly problems: LocatedProblem[];
  /** The plans that are YAML files, by slug; the others come from packs, which importers make without cases. */
  readonly curatedPlans: ReadonlySet<string>;
  /** Finds the file, line and column of a problem that a law outside the store has found. */
  readonly locate: (problem: Problem) => LocatedProblem;
}

/** What the files hold, beside what it comes to. */
export interface LoadedFolders extends Loaded {
  readonly documents: DataDocuments;
}

const HANGS_ON_NOTHING = new Set(CONSTRAINTS.filter(({ needs }) => needs === 'nothing').map(({ name }) => name));

/**
 * Reads folders of data in order; a later one may add entries and may not redefine one. `sources` are folders with the
 * originals of sources, `<slug>.txt`, from which passages are quoted and against which fingerprints are held; they are not needed.
 * Whatever the files hold ends in problems, never in an exception.
 */
export async function loadFolders(
  { data, sources }: { data: readonly string[]; sources: readonly string[] },
  tree: FileTree = diskIn([...data, ...sources]),
): Promise<LoadedFolders> {
  const reader = new DocumentReader(tree);
  for (const folder of data) await reader.readFolder(folder);
  const originals = await readSourceTexts(tree, sources, reader.documents);
  const built = buildGraph(reader.documents, originals.quote);
  // Where a file could not be read, what names its entry is not to blame.
  const found =
    reader.problems.length > 0 ? built.problems.filter(({ law }) => HANGS_ON_NOTHING.has(law)) : built.problems;
  const problems = [
    ...reader.problems,
    ...originals.unreadable.map(fileProblem),
    ...[...found, ...originals.problems].map(reader.locate),
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
