/** Drafts of data files: lists the values that are still to fill in, checks the rest, and writes the file. */
import { promises } from 'node:fs';
import { dirname, join } from 'node:path';
import { FOLDERS, type DocumentKind } from '../graph/data-paths.ts';
import { isSystemError, reasonOf } from '../system-errors.ts';
import { DocumentReader } from './documents.ts';
import type { LocatedProblem } from './located-problem.ts';
import { inMemory } from './memory.ts';
import { TO_FILL_IN } from './to-fill-in.ts';

/** The text of a new data file, and the entry that it is for. */
export interface Draft {
  readonly kind: DocumentKind;
  readonly slug: string;
  readonly text: string;
}
/** The problems of a draft on its own. Names of other entries are not checked, because that takes the whole data set. */
export interface DraftProblems {
  /** The paths of the values that are still to fill in: `rules.care.covered`. */
  readonly toFillIn: readonly string[];
  readonly wrong: readonly LocatedProblem[];
}

/** The path of an entry's file in a data folder. */
export function fileOf(folder: string, { kind, slug }: Pick<Draft, 'kind' | 'slug'>): string {
  return join(folder, FOLDERS[kind], `${slug}.yaml`);
}

/** Checks a draft on its own, as the file that it would be. */
export async function draftProblems(draft: Draft): Promise<DraftProblems> {
  const reader = new DocumentReader(inMemory(new Map([[fileOf('draft', draft), draft.text]])));
  await reader.readFolder('draft');
  const isToFillIn = ({ law }: LocatedProblem): boolean => law === TO_FILL_IN;
  return {
    toFillIn: reader.problems.filter(isToFillIn).map(({ place }) => place.path.join('.')),
    wrong: reader.problems.filter((problem) => !isToFillIn(problem)),
  };
}

/** The first of the folders in which the entry has its own file, or null. */
export async function folderWith(folders: readonly string[], of: Pick<Draft, 'kind' | 'slug'>): Promise<string | null> {
  for (const folder of folders) {
    const status = await promises.stat(fileOf(folder, of)).catch(() => null);
    if (status !== null) return folder;
  }
  return null;
}

/**
 * Writes the draft into a data folder and resolves to null. A missing folder is created. If the file exists or cannot be
 * written, nothing is written and it resolves to the reason, as a clause.
 */
export async function writeDraft(folder: string, draft: Draft): Promise<string | null> {
  const file = fileOf(folder, draft);
  try {
    await promises.mkdir(dirname(file), { recursive: true });
    await promises.writeFile(file, draft.text, { flag: 'wx' });
    return null;
  } catch (error) {
    return isSystemError(error) && error.code === 'EEXIST' ? 'it is there already' : reasonOf(error);
  }
}
