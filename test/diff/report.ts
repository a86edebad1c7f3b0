/** Compares the answers of the data at a git revision with those of the working tree. Both are read and checked first. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayInNewYork } from '../../src/clock.ts';
import { answerLines } from '../../src/cli/format-answer-changes.ts';
import { answersOf, differences } from '../../src/engine/answer-diff.ts';
import { questionsOf } from '../../src/engine/answer-questions.ts';
import { loadFolders, printProblem } from '../../src/store/folders.ts';
import { inMemory } from '../../src/store/memory.ts';

type Files = ReadonlyMap<string, Uint8Array>;
interface Report {
  readonly lines: readonly string[];
  readonly failed: boolean;
}
const LARGEST = 256 * 1024 * 1024;

/** The files under `data/` at a revision, by their paths. Throws with what is wrong where there are none. */
function atRevision(root: string, revision: string): Files {
  const git = (...flags: string[]): Buffer =>
    execFileSync('git', flags, { cwd: root, maxBuffer: LARGEST, stdio: ['ignore', 'pipe', 'pipe'] });
  let commit: string;
  try {
    // Never read as a flag, whatever it begins with.
    commit = git('rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`).toString().trim();
  } catch {
    throw new Error(
      `"${revision}" is no revision of this repository. Name a commit, a branch or a tag, such as HEAD or main.`,
    );
  }
  const listed = git('ls-tree', '-r', '-z', '--full-tree', commit, '--', 'data/')
    .toString()
    .split('\0')
    .filter((line) => line !== '');
  if (listed.length === 0) throw new Error(`There is no data/ at ${revision}.`);
  return new Map(
    listed.map((line) => {
      const [about = '', file = ''] = line.split('\t');
      return [file, git('cat-file', 'blob', about.split(' ')[2] ?? '')];
    }),
  );
}

const inWorkingTree = (root: string): Files =>
  new Map(
    readdirSync(join(root, 'data'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [file.slice(join(root, '/').length).replaceAll('\\', '/'), readFileSync(file)]),
  );

async function graphOf(files: Files, whose: string) {
  const { graph, problems } = await loadFolders({ data: ['data'], sources: [] }, inMemory(files));
  if (graph) return graph;
  throw new Error([`The data ${whose} is not sound:`, ...problems.map(printProblem)].join('\n'));
}

/** Compares the data at a revision with that of the working tree under `root`; `today` is an ISO day. */
export async function report(root: string, revision: string, today = dayInNewYork(Date.now())): Promise<Report> {
  try {
    const before = await graphOf(atRevision(root, revision), `at ${revision}`);
    const after = await graphOf(inWorkingTree(root), 'of the working tree');
    const questions = questionsOf([before, after], today);
    const found = differences(answersOf(before, questions), answersOf(after, questions));
    return { lines: answerLines(found, questions.length), failed: false };
  } catch (error) {
    return { lines: [error instanceof Error ? error.message : String(error)], failed: true };
  }
}
