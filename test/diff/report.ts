/** The data of a revision of git beside that of the working tree: read, held against the laws of files and of the graph, and compared by their answers. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayInNewYork } from '../../src/cli/day.ts';
import { answersOf, differences, type Answered, type AnswerDifference, type AskedBySlug, type RuleChange } from '../../src/engine/answer-diff.ts';
import { questionsOf } from './questions.ts';
import { loadFolders, printProblem } from '../../src/store/folders.ts';
import { inMemory } from '../../src/store/memory.ts';

type Files = ReadonlyMap<string, Uint8Array>;
interface Report { readonly lines: readonly string[]; readonly failed: boolean }
const LARGEST = 256 * 1024 * 1024;

/** The files under `data/` at a revision, by their paths. Throws with what is wrong where there are none. */
function atRevision(root: string, revision: string): Files {
  const git = (...flags: string[]): Buffer => execFileSync('git', flags, { cwd: root, maxBuffer: LARGEST, stdio: ['ignore', 'pipe', 'pipe'] });
  let commit: string;
  try {
    // Never read as a flag, whatever it begins with.
    commit = git('rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`).toString().trim();
  } catch {
    throw new Error(`"${revision}" is no revision of this repository. Name a commit, a branch or a tag, such as HEAD or main.`);
  }
  const listed = git('ls-tree', '-r', '-z', '--full-tree', commit, '--', 'data/').toString().split('\0').filter((line) => line !== '');
  if (listed.length === 0) throw new Error(`There is no data/ at ${revision}.`);
  return new Map(listed.map((line) => {
    const [about = '', file = ''] = line.split('\t');
    return [file, git('cat-file', 'blob', about.split(' ')[2] ?? '')];
  }));
}

const inWorkingTree = (root: string): Files => new Map(readdirSync(join(root, 'data'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).map((file) => [file.slice(join(root, '/').length).replaceAll('\\', '/'), readFileSync(file)]));

async function graphOf(files: Files, whose: string) {
  const { graph, problems } = await loadFolders({ data: ['data'], sources: [] }, inMemory(files));
  if (graph) return graph;
  throw new Error([`The data ${whose} is not sound:`, ...problems.map(printProblem)].join('\n'));
}

/** Compares the data at a revision with that of the working tree under `root`; `today` is an ISO day. */
export async function report(root: string, revision: string, today = dayInNewYork(new Date())): Promise<Report> {
  try {
    const before = await graphOf(atRevision(root, revision), `at ${revision}`);
    const after = await graphOf(inWorkingTree(root), 'of the working tree');
    const questions = questionsOf([before, after], today);
    const found = differences(answersOf(before, questions), answersOf(after, questions));
    if (found.length === 0) return { lines: [`No answer changes. (${questions.length} questions asked.)`], failed: false };
    return { lines: [...found.flatMap(linesOf), `${found.length} of ${questions.length} answers change.`], failed: false };
  } catch (error) {
    return { lines: [error instanceof Error ? error.message : String(error)], failed: true };
  }
}

const CHANGE: Record<RuleChange, string> = { ADDED: 'added', REMOVED: 'removed', REWRITTEN: 'changed', REWEIGHED: 'unchanged, counts otherwise for what it hangs on' };

function asking({ plan, subject, met = [], unmet = [], counts = {}, territory, on, accordingTo }: AskedBySlug): string {
  const counted = Object.entries(counts).map(([slug, count]) => `${slug} = ${count}`);
  const facts = [...met, ...unmet.map((slug) => `not ${slug}`), ...counted];
  return [`${plan} × ${subject}`, facts.length > 0 ? `given ${facts.join(', ')}` : '', territory === undefined ? '' : `in ${territory}`, `on ${on}`, accordingTo ? `according to ${accordingTo.join(', ')}` : '']
    .filter(Boolean).join(', ');
}
const told = (answered: Answered): string => 'cannotBeAsked' in answered ? `cannot be asked: ${answered.cannotBeAsked}` : `${answered.status}. ${answered.summary}`;

function linesOf({ asked, before, after, responsible, links }: AnswerDifference): string[] {
  const rules = [...responsible.map(({ rule, change }) => `${rule} (${CHANGE[change]})`), ...links.map(({ link, change }) => `the link ${link} (${CHANGE[change]})`)];
  const gone = 'cannotBeAsked' in before || 'cannotBeAsked' in after;
  return [asking(asked), `  before: ${told(before)}`, `  after:  ${told(after)}`, `  by:     ${rules.length > 0 ? rules.join(', ') : gone ? 'an entry that only one of the two has' : 'what the data claims to hold in full'}`, ''];
}
