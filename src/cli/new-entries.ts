/** The command `new`, which writes the first draft of a plan or a source into a data folder. */
import { delimiter, dirname, join, relative, resolve } from 'node:path';
import type { Argv } from 'yargs';
import { choosing } from './choosing.ts';
import * as commands from './commands.ts';
import { dayInNewYork } from '../clock.ts';
import { planDraft, type PlanFlags, schemaLine, sourceDraft, type SourceFlags } from './drafts.ts';
import { CliError } from '../errors.ts';
import type { CliIo } from './ports.ts';
import { readFolders } from '../config/folders.ts';
import { settingsOf, type Surroundings } from '../config/reading.ts';

interface Where {
  readonly slug: string;
  readonly data?: readonly string[] | undefined;
}

/** Adds `new plan` and `new source` to the grammar. */
export function withNew(grammar: Argv, terminal: CliIo): Argv {
  const today = (): string => dayInNewYork(Date.parse(terminal.now()));
  return grammar.command('new', 'Write the first draft of a plan or a source, to fill in', (command) =>
    command
      .command(
        'plan <slug>',
        'The first draft of a plan, with a rule and its cases',
        commands.newPlan,
        choosing((flags: Where & PlanFlags) => write(terminal, 'plan', flags, planDraft(flags, today()))),
      )
      .command(
        'source <slug>',
        'The first draft of a source, with a passage',
        commands.newSource,
        choosing((flags: Where & SourceFlags) => write(terminal, 'source', flags, sourceDraft(flags, today()))),
      )
      .demandCommand(1, 'Choose what to write. For the list, run: covergraph new --help'),
  );
}

async function write(
  { around, createDraft, say }: CliIo,
  kind: 'plan' | 'source',
  { slug, data }: Where,
  body: string,
): Promise<void> {
  demandSlug(slug);
  const folders = foldersOf(data, around);
  const folder = folders.at(-1) ?? around.ownData;
  const documentKind = kind === 'plan' ? 'plans' : 'sources';
  const schema = schemaLine(join(folder, documentKind, `${slug}.yaml`), join(dirname(around.ownData), 'schema'), kind);
  const draft = { kind: documentKind, slug, text: `${schema}\n${body}` } as const;
  const { file, toFillIn } = await createDraft(draft, folder, [...folders, around.ownData]);
  say([`Wrote ${file}.`, ...whatIsLeft(toFillIn), `Then check it: ${checkCommand(folders, around)}`].join('\n'));
}

function whatIsLeft(toFillIn: readonly string[]): string[] {
  if (toFillIn.length === 0) return ['Nothing is left to fill in. Add the other rules, passages and cases.'];
  return ['Still to fill in, where the file says TODO:', ...toFillIn.map((path) => `  ${path}`)];
}

/** The folders of the data set. The last, which the draft goes to, may not exist yet, as for the first file of a data set. */
function foldersOf(data: readonly string[] | undefined, around: Surroundings): string[] {
  if (data !== undefined && data.length > 0) {
    const last = resolve(data.at(-1) ?? '');
    const others = data.slice(0, -1);
    return others.length === 0 ? [last] : [...settingsOf(readFolders({ data: others }, around)).data, last];
  }
  const listed = around.env['DATA_DIR']?.split(delimiter).filter((path) => path !== '') ?? [];
  return listed.length > 0 ? listed.map((path) => resolve(path)) : [around.ownData];
}

/** The command that checks the draft; it loads the program's own data too, whose conditions and services a draft names. */
function checkCommand(folders: readonly string[], { ownData }: Surroundings): string {
  if (folders.length === 1 && folders[0] === ownData) return 'covergraph check';
  const all = folders.includes(ownData) ? folders : [ownData, ...folders];
  return `covergraph check ${all.map((folder) => `--data ${quoted(shortest(folder))}`).join(' ')}`;
}

/** A relative path if the folder is inside the current one, else the path as it is. */
function shortest(folder: string): string {
  const path = relative('', folder) || '.';
  return path.startsWith('..') ? folder : path;
}

const quoted = (path: string): string => (/^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`);

/** Throws a CliError if the text is not a slug, with a suggestion. */
function demandSlug(slug: string): void {
  const reason = wrongWith(slug);
  if (reason === null) return;
  const better = slug
    .replace(/\.ya?ml$/i, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 100)
    .replace(/^-+|-+$/g, '');
  const hint = better === '' ? '' : ` Did you mean ${better}?`;
  throw new CliError(
    [`"${slug}" is not a slug: ${reason}. A slug is lower-case letters and digits joined by single hyphens.${hint}`],
    2,
  );
}

/** What is wrong with a slug; null if nothing is. */
function wrongWith(slug: string): string | null {
  if (/^(?=.{1,100}$)[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug)) return null;
  if (slug === '') return 'it is empty';
  if (slug.length > 100) return `it has ${String(slug.length)} characters, and 100 are allowed`;
  if (/\.ya?ml$/i.test(slug)) return 'it ends like the name of a file';
  if (/[A-Z]/.test(slug)) return 'it has capital letters';
  const invalid = /[^a-z0-9-]/.exec(slug)?.[0];
  if (invalid !== undefined) return `it has the character "${invalid}"`;
  return 'it begins or ends with a hyphen, or has two in a row';
}
