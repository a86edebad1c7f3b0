/** The folders of the data: settings of every command that reads it. */
import { resolve } from 'node:path';
import { type ConfigResult, createReader, type Flags, type SettingsReader, type Surroundings } from './reading.ts';
import { SETTINGS, type Setting } from './settings.ts';
import { quoted } from './values.ts';

export interface Folders {
  /** Absolute paths, at least one. Later folders may add entries, but not redefine them. */
  readonly data: readonly string[];
  /** Absolute paths of folders with the originals of sources; may be empty. */
  readonly sources: readonly string[];
}

/** The folders that the flags or the environment name; otherwise the data that comes with the program. */
export function readFolders(flags: Flags, around: Surroundings): ConfigResult<Folders> {
  const reader = createReader(flags, around.env);
  const settings = foldersOf(reader, around);
  return reader.problems.length > 0 ? { problems: reader.problems } : { settings };
}

/** The same for a reader of further settings. Adds problems to its list. */
export function foldersOf(reader: SettingsReader, { ownData, ownPacks = [], isFolder }: Surroundings): Folders {
  const named = (setting: Setting<string>, builtIn: readonly string[]): string[] => {
    const given = reader.many(setting);
    const name = reader.given(setting)?.name ?? 'the data that comes with the program';
    const folders = (given ?? builtIn).map((each) => resolve(each));
    for (const folder of folders.filter((each) => !isFolder(each)))
      reader.problems.push(
        `${name} names ${quoted(folder)}, which is not a folder that can be read: give the path of one that exists`,
      );
    return folders;
  };
  return { data: named(SETTINGS.data, [ownData, ...ownPacks]), sources: named(SETTINGS.sources, []) };
}
