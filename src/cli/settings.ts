/** What every command is told by flags and environment about where the data is; all that is wrong is listed at once. */
import { delimiter, resolve } from 'node:path';
import { wrongSettings } from './reports.ts';

export interface FolderFlags {
  readonly data?: readonly string[] | undefined;
  readonly sources?: readonly string[] | undefined;
}

export interface Folders {
  /** At least one; later ones may add entries and may not redefine one. */
  readonly data: readonly string[];
  /** Originals of sources; none is needed. */
  readonly sources: readonly string[];
}

/** What is read outside the flags; the caller has it from the process and the disk. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The data that comes with the program. */
  readonly ownData: string;
  readonly isFolder: (path: string) => boolean;
  /** The text of a small file, such as a mounted secret; null where it cannot be read. */
  readonly secretIn: (path: string) => string | null;
}

export type Read<Value> =
  | { readonly settings: Value; readonly wrong?: never }
  | { readonly settings?: never; readonly wrong: readonly string[] };

/** A flag wins over the environment, the environment over what is built in; folders are absolute. */
export function readFolders(flags: FolderFlags, { env, ownData, isFolder }: Surroundings): Read<Folders> {
  const wrong: string[] = [];
  const read = (
    flag: string,
    given: readonly string[] | undefined,
    variable: string,
    builtIn: readonly string[],
  ): string[] => {
    const listed = env[variable]?.split(delimiter).filter((path) => path !== '') ?? [];
    const [name, paths] =
      given !== undefined && given.length > 0
        ? [flag, given]
        : listed.length > 0
          ? [variable, listed]
          : ['the data that comes with the program', builtIn];
    const folders = paths.map((path) => resolve(path));
    for (const folder of folders.filter((path) => !isFolder(path)))
      wrong.push(`${name} names ${folder}, which is no folder that can be read: give the path of one that exists`);
    return folders;
  };
  const settings = {
    data: read('--data', flags.data, 'DATA_DIR', [ownData]),
    sources: read('--sources', flags.sources, 'SOURCES_DIR', []),
  };
  return wrong.length > 0 ? { wrong } : { settings };
}

/** What was read; throws a Refusal that lists what is wrong. */
export function settingsOf<Value>(read: Read<Value>): Value {
  if (read.wrong !== undefined) throw wrongSettings(read.wrong);
  return read.settings;
}
