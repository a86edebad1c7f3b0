/** What the commands need from the process that runs them. `src/cli.ts` supplies it; tests supply their own. */
import type { Folders } from '../config/folders.ts';
import type { Surroundings } from '../config/reading.ts';
import type { ServerSettings } from '../config/server.ts';
import type { Context } from '../schema/builder.ts';
import type { Draft } from '../store/drafts.ts';
import type { DatabaseAddress } from '../store/postgres/address.ts';
import type { VersionStore } from '../store/postgres/database.ts';
import type { Publication } from '../store/postgres/publish-version.ts';
import type { TextLayout } from './text-layout.ts';

/** Input and output of the commands, and the work that needs files, a database or the network. */
export interface CliIo extends TextLayout {
  /** Environment variables and folders, which settings are read from. */
  readonly around: Surroundings;
  /** The version of the program, as in package.json. */
  readonly version: () => string;
  /** Prints one or more lines on standard output. */
  readonly say: (text: string) => void;
  /** Prints one or more lines on standard error. */
  readonly warn: (text: string) => void;
  /**
   * Loads the data to answer from. Rejects with a CliError if the data breaks a law; a law whose outcome depends on the
   * day only prints a warning. With `isChecked` it reads the data files, not the snapshot compiled from them, and rejects
   * for laws that depend on the day too.
   */
  readonly load: (folders: Folders, isChecked?: boolean) => Promise<Context>;
  /** Starts the server and resolves to a line that gives its address. */
  readonly serve: (settings: ServerSettings) => Promise<string>;
  /** Makes a pack from a publisher's files and resolves to a report, in lines. Rejects with a CliError if a file is wrong. */
  readonly importFeed: (feed: Importing) => Promise<readonly string[]>;
  /** Reads the documents of the folders, to publish them. Rejects with a CliError if the data breaks a law. */
  readonly documents: (folders: Folders) => Promise<Pick<Publication, 'documents' | 'graph'>>;
  /** Connects to a database, does the work and disconnects. Rejects with a CliError if the database cannot do it. */
  readonly inDatabase: <Result>(
    address: DatabaseAddress,
    use: 'to read' | 'to write',
    work: (store: VersionStore) => Promise<Result>,
  ) => Promise<Result>;
  /**
   * Writes a draft into a folder. Rejects with a CliError, and writes nothing, if a value is wrong, if one of the folders
   * `others` has the entry already, or if the file cannot be written.
   */
  readonly createDraft: (draft: Draft, folder: string, others: readonly string[]) => Promise<CreatedDraft>;
  /** The current time, in UTC, as in RFC 3339. */
  readonly now: () => string;
  /** Reads a text file in UTF-8 or UTF-16. Rejects with a CliError if it cannot be read, is not text or is too large. */
  readonly read: (file: string) => Promise<string>;
  /** Shows a prompt, with a history, and calls `answer` for each line until the input ends. */
  readonly prompt: (answer: (line: string) => void) => Promise<void>;
  /** The fingerprint of the passage on standard input; null if standard input has none. */
  readonly fingerprint: () => Promise<string | null>;
}

/** A draft that was written to a file. */
export interface CreatedDraft {
  /** The path of the file. */
  readonly file: string;
  /** The paths of the values in the file that are still to fill in, such as `passages.p1.at`. */
  readonly toFillIn: readonly string[];
}

/** What `covergraph import` reads, and where it writes. */
export interface Importing {
  readonly feed: 'cms-pbp' | 'marketplace-puf' | 'plan-compare';
  /** The contract year; 0 if the files themselves give the year. */
  readonly year: number;
  /** The folder with the publisher's files. */
  readonly from: string;
  /** The folder of the pack. */
  readonly to: string;
  /** Whether the pack quotes the texts in the words of issuers and plans. */
  readonly keepTexts: boolean;
  /** Whether the entries are written compressed. */
  readonly compress: boolean;
  /** The slug of the source in which the pages were read, if they are a copy. */
  readonly via?: string;
  /** The age of the copy, in words. */
  readonly edition?: string;
}
