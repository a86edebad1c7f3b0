/** A generated schema as it was committed, the public one unless another is named: in the last commits of git, and where there is no git, as the copy in the tree. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const PUBLIC = 'schema/covergraph.graphql';

export interface Committed {
  /** Where it was found, in words. */
  readonly from: string;
  readonly sdl: string;
}

/**
 * The schema texts of the last commit and of the one before, so that a clean checkout has an older schema to compare with. In
 * a folder without git history: the copy in the tree.
 */
export function committed(root: string, file = PUBLIC): [Committed, ...Committed[]] {
  const found = ['HEAD', 'HEAD~1'].flatMap((revision) => {
    const sdl = atRevision(root, revision, file);
    return sdl === null ? [] : [{ from: revision, sdl }];
  });
  const [first, ...others] = found;
  return first
    ? [first, ...others]
    : [{ from: 'the copy in the tree, for want of a git history', sdl: readFileSync(join(root, file), 'utf8') }];
}

/** Null where the folder is not the root of a checkout, or the commit or the file is not there. */
function atRevision(root: string, revision: string, file: string): string | null {
  const git = (...flags: string[]): string =>
    execFileSync('git', flags, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 64 * 1024 * 1024,
    });
  try {
    if (git('rev-parse', '--show-prefix').trim() !== '') return null; // the checkout is another project's, around this one
    return git('show', `${revision}:${file}`);
  } catch {
    return null;
  }
}
