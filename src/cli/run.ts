/** The command line but for the process: what was typed, in; text and an exit code, out. */
import { type Folders, readFolders } from '../config/folders.ts';
import { settingsOf, type Surroundings } from '../config/reading.ts';
import type { ServerSettings } from '../config/server.ts';
import type { Context } from '../schema/builder.ts';
import type { DatabaseAddress } from '../store/postgres/address.ts';
import type { TextLayout } from './text-layout.ts';
import { type FailureCode, CliError } from '../errors.ts';
import type { Draft } from '../store/drafts.ts';
import type { Publication } from '../store/postgres/publish-version.ts';
import type { VersionStore } from '../store/postgres/database.ts';

/** The process as the commands see it. */
export interface CliIo extends TextLayout {
  readonly around: Surroundings;
  /** The program's own. */
  readonly version: () => string;
  /** A line, or several, on standard output. */
  readonly say: (text: string) => void;
  /** The same on standard error. */
  readonly warn: (text: string) => void;
  /**
   * The data to answer from. Rejects with a Refusal where it breaks a law; a law whose outcome depends on the day is only
   * warned of. `isChecked`: read from the files, whatever was compiled from them before, and refused by such a law too.
   */
  readonly load: (folders: Folders, isChecked?: boolean) => Promise<Context>;
  /** Listens, and resolves to the line that says where. */
  readonly serve: (settings: ServerSettings) => Promise<string>;
  /** Makes a pack of a publisher's files, and resolves to what became of them; rejects with a Refusal where they do not allow it. */
  readonly importFeed: (feed: Importing) => Promise<readonly string[]>;
  /** What the folders hold, to be published; rejects with a Refusal where the data breaks a law. */
  readonly documents: (folders: Folders) => Promise<Pick<Publication, 'documents' | 'graph'>>;
  /** Works with the database at an address and closes it; rejects with a Refusal where that cannot do it. */
  readonly inDatabase: <Result>(
    address: DatabaseAddress,
    use: 'to read' | 'to write',
    work: (store: VersionStore) => Promise<Result>,
  ) => Promise<Result>;
  /**
   * Writes a draft into a folder and resolves to its path and to what is still to fill in. Rejects with a Refusal where
   * what was given is wrong, one of `others` has the entry already, or the file cannot be written; then nothing is.
   */
  readonly createDraft: (draft: Draft, folder: string, others: readonly string[]) => Promise<CreatedDraft>;
  /** As in RFC 3339, in UTC. */
  readonly now: () => string;
  /** The text of a file; rejects with a Refusal where it cannot be read. */
  readonly read: (file: string) => Promise<string>;
  /** Hands over each line that is typed after a prompt, with a history of them, until there are no more. */
  readonly prompt: (answer: (line: string) => void) => Promise<void>;
  /** The fingerprint of the passage on standard input; null where there is none. */
  readonly fingerprint: () => Promise<string | null>;
}

export interface CreatedDraft {
  readonly file: string;
  /** The paths of its values that are still to fill in. */
  readonly toFillIn: readonly string[];
}

/** What is imported: the publisher's files by the command's name for them, and the folders. */
export interface Importing {
  readonly feed: 'cms-pbp' | 'marketplace-puf';
  /** The contract year; 0 where the files say the year themselves. */
  readonly year: number;
  readonly from: string;
  readonly to: string;
}

/** 0 where it was answered, also where `serve` now listens; else why not. Rejects where the program has a bug. */
export async function run(argv: readonly string[], terminal: CliIo): Promise<0 | FailureCode> {
  const json = argv.includes('--json');
  try {
    const names = await completedNames(argv, terminal);
    if (names !== null) {
      terminal.say(names.join('\n'));
      return 0;
    }
    if (argv.length === 1 && argv[0] === 'serve')
      await (await import('./serving.ts')).serve({}, terminal); // as npm start and containers do; there is nothing to parse
    else await (await import('./run-command.ts')).runCommand(argv, terminal);
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    terminal.warn(json && error.response !== null ? JSON.stringify(error.response, null, 2) : error.lines.join('\n'));
    return error.exitCode;
  }
  return 0;
}

/** The names that the shell may complete a word to; null where it is not asked to, or the word is a command or a flag. */
async function completedNames(argv: readonly string[], { around, load }: CliIo): Promise<string[] | null> {
  if (argv[0] !== '--get-yargs-completions') return null;
  const [, command = '', ...words] = argv.slice(1);
  const current = words.pop();
  if (current?.startsWith('-') !== false) return null;
  const { namesFor, shelfAt } = await import('./completion.ts');
  const shelf = shelfAt(command, words);
  return shelf === null ? null : namesFor(await load(settingsOf(readFolders({}, around))), shelf, current);
}
