/** What the server is told by flags and environment: read in one go, everything wrong listed at once, each with what to do. */
import { delimiter, resolve } from 'node:path';
import { readOffering, type Offering, type OfferingFlags } from './offering.ts';

export interface Flags extends OfferingFlags {
  readonly port?: string | undefined;
  readonly host?: string | undefined;
  readonly data?: readonly string[] | undefined;
  readonly sources?: readonly string[] | undefined;
}

export interface Folders {
  /** At least one; later ones may add entries and may not redefine one. */
  readonly data: readonly string[];
  /** Originals of sources; none is needed. */
  readonly sources: readonly string[];
}

export interface Settings extends Folders, Offering {
  /** 0: any free port. */
  readonly port: number;
  readonly host: string;
}

/** What is read outside the flags; the caller has it from the process and the disk. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The data that comes with the program. */
  readonly ownData: string;
  readonly isFolder: (path: string) => boolean;
}

export type Read<Value> = { readonly settings: Value; readonly wrong?: never } | { readonly settings?: never; readonly wrong: readonly string[] };

/** A flag wins over the environment, the environment over what is built in; folders are absolute. */
export function readSettings(flags: Flags, around: Surroundings): Read<Settings> {
  const folders = readFolders(flags, around);
  const wrong = [...(folders.wrong ?? [])];
  const [portName, portText] = chosen(['--port', flags.port], ['PORT', around.env['PORT']], '4000');
  const [hostName, host] = chosen(['--host', flags.host], ['HOST', around.env['HOST']], '127.0.0.1');
  const port = /^\d{1,5}$/.test(portText) ? Number(portText) : Number.NaN;
  if (!(port <= 65_535)) wrong.unshift(`${portName} is "${portText}", which is no port: give a whole number from 1 to 65535, or 0 for any free one`);
  if (!/^[\w.:-]+$/.test(host)) wrong.unshift(`${hostName} is "${host}", which is no address to listen on: give a name or an IP address, such as 127.0.0.1, or 0.0.0.0 for every interface`);
  return folders.wrong !== undefined || wrong.length > 0 ? { wrong } : { settings: { ...folders.settings, ...readOffering(flags, around.env), port, host } };
}

/** The folders alone, for commands that listen on nothing. */
export function readFolders(flags: Flags, { env, ownData, isFolder }: Surroundings): Read<Folders> {
  const wrong: string[] = [];
  const read = (flag: string, given: readonly string[] | undefined, variable: string, builtIn: readonly string[]): string[] => {
    const listed = env[variable]?.split(delimiter).filter((path) => path !== '') ?? [];
    const [name, paths] = given !== undefined && given.length > 0 ? [flag, given] : listed.length > 0 ? [variable, listed] : ['the data that comes with the program', builtIn];
    const folders = paths.map((path) => resolve(path));
    for (const folder of folders.filter((path) => !isFolder(path))) wrong.push(`${name} names ${folder}, which is no folder that can be read: give the path of one that exists`);
    return folders;
  };
  const settings = {
    data: read('--data', flags.data, 'DATA_DIR', [ownData]),
    sources: read('--sources', flags.sources, 'SOURCES_DIR', []),
  };
  return wrong.length > 0 ? { wrong } : { settings };
}

function chosen(flag: [string, string | undefined], variable: [string, string | undefined], builtIn: string): [name: string, value: string] {
  if (flag[1] !== undefined) return [flag[0], flag[1]];
  return variable[1] !== undefined && variable[1] !== '' ? [variable[0], variable[1]] : [flag[0], builtIn];
}
