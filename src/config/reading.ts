/**
 * Reads settings: from a flag, otherwise from the environment, otherwise the default. Problems do not throw; they are added
 * to one list, so that all of them are reported at once.
 *
 * An environment variable that is empty, or has only spaces, counts as not set. An empty flag is a problem,
 * because it was typed on purpose. Spaces around a value are ignored.
 */
import { delimiter } from 'node:path';
import { type FailureCode, CliError } from '../errors.ts';
import type { Setting } from './settings.ts';
import { quoted, yesOrNo } from './values.ts';

/** The flags of the command line by name: a text, an array if a flag is repeated, false for `--no-FLAG`. */
export type Flags = Readonly<Record<string, unknown>>;
export type Environment = Readonly<Record<string, string | undefined>>;

/** What settings need from the process and the disk, besides the flags. */
export interface Surroundings {
  readonly env: Environment;
  /** The folder of data that comes with the program. */
  readonly ownData: string;
  /** The folders of the packs that come with the program and are loaded with its data; none by default. */
  readonly ownPacks?: readonly string[];
  readonly isFolder: (path: string) => boolean;
  /** The text of a small file, such as a mounted secret; null if it cannot be read. */
  readonly readText: (path: string) => string | null;
}

/** The settings, or all problems, each a sentence without a full stop. `exitCode` 2: the command was mistyped. */
export type ConfigResult<Value> =
  | { readonly settings: Value; readonly problems?: never }
  | { readonly settings?: never; readonly problems: readonly string[]; readonly exitCode?: FailureCode };

/** The origin of a value, as messages name it (`--port`, `PORT`), and its texts. */
export interface Given {
  readonly name: string;
  readonly texts: readonly string[];
  readonly isFlag: boolean;
}

/** The type of a value of a setting. */
export type ValueOf<Of extends Setting> = Of extends Setting<infer Value> ? Value : never;

export interface SettingsReader {
  readonly problems: string[];
  /** The value of a setting that takes one; null if it is invalid, or not set and without a default. */
  readonly one: <Value>(setting: Setting<Value>) => Value | null;
  /** The entries of a setting that takes a list; null if it is not set. */
  readonly many: <Value>(setting: Setting<Value>) => readonly Value[] | null;
  /** Where the setting is set; null if it is not. The first call adds problems of its form to the list. */
  readonly given: (setting: Setting) => Given | null;
}

export function createReader(flags: Flags, env: Environment): SettingsReader {
  const problems: string[] = [];
  const seen = new Map<Setting, Given | null>();
  const given = (setting: Setting): Given | null => {
    const known = seen.get(setting);
    if (known !== undefined) return known;
    const found = givenByFlag(setting, flags, problems) ?? givenByVariable(setting, env, problems);
    seen.set(setting, found);
    return found;
  };
  const parsed = <Value>({ type }: Setting<Value>, name: string, text: string): Value | null => {
    const { value, problem } = type.parse(text);
    if (problem === undefined) return value;
    problems.push(`${name} ${problem}`);
    return null;
  };
  return {
    problems,
    given,
    one: (setting) => {
      const found = given(setting);
      if (found !== null) return parsed(setting, found.name, found.texts[0] ?? '');
      return setting.default === null ? null : parsed(setting, setting.variable, setting.default);
    },
    many: <Value>(setting: Setting<Value>) => {
      const found = given(setting);
      if (found === null) return null;
      const values = found.texts.map((text) => parsed(setting, found.name, text));
      return values.filter((value): value is NonNullable<typeof value> => value !== null);
    },
  };
}

function givenByFlag({ flag, type, list }: Setting, flags: Flags, problems: string[]): Given | null {
  const raw = flag === null ? undefined : flags[flag];
  if (flag === null || raw === undefined) return null;
  const name = `--${flag}`;
  const isSwitch = type === yesOrNo;
  const texts = (Array.isArray(raw) ? raw : [raw]).map((each: unknown) => textOf(each, isSwitch));
  const isWhole = texts.every((text) => text !== null);
  if (!isWhole) {
    problems.push(`${name} is given in a form that it does not have: use ${name} followed by its value`);
    return null;
  }
  if (texts.some((text) => text === '')) {
    problems.push(`${name} is empty: give a value (${type.allowed}), or leave the flag out`);
    return null;
  }
  if (list === undefined && texts.length > 1) {
    problems.push(`${name} is given ${String(texts.length)} times: give it once`);
    return null;
  }
  return { name, texts: list === 'commas' ? texts.flatMap(entries(',')) : texts, isFlag: true };
}

/** Null for forms that are not a value: `--no-port`, `--port.x 5`. A switch without a value is on. */
function textOf(raw: unknown, isSwitch: boolean): string | null {
  if (typeof raw === 'boolean' && (isSwitch || raw)) return raw ? 'yes' : 'no';
  if (typeof raw !== 'string') return null;
  const text = raw.trim();
  return isSwitch && text === '' ? 'yes' : text;
}

function givenByVariable({ variable: name, list }: Setting, env: Environment, problems: string[]): Given | null {
  const text = (env[name] ?? '').trim();
  if (text === '') return null;
  if (list === undefined) return { name, texts: [text], isFlag: false };
  const texts = entries(list === 'commas' ? ',' : delimiter)(text);
  if (texts.length > 0) return { name, texts, isFlag: false };
  problems.push(`${name} is ${quoted(text)}, which lists nothing: give at least one entry, or leave it unset`);
  return null;
}

const entries =
  (between: string) =>
  (text: string): string[] =>
    text
      .split(between)
      .map((entry) => entry.trim())
      .filter((entry) => entry !== '');

/** The settings. Throws a `CliError` that lists every problem. */
export function settingsOf<Value>(result: ConfigResult<Value>): Value {
  if (result.problems !== undefined) throw wrongSettings(result.problems, result.exitCode);
  return result.settings;
}

export function wrongSettings(problems: readonly string[], exitCode: FailureCode = 1): CliError {
  return new CliError(['The settings are wrong:', ...problems.map((line) => `  ${line}`)], exitCode);
}

/**
 * A secret in a mounted file, otherwise in the environment: the admin token, the address of the database. Null if neither is
 * set or the value is invalid. An empty file is a problem, because it was mounted on purpose.
 */
export function secretOf(
  reader: SettingsReader,
  { readText }: Surroundings,
  setting: Setting<string>,
  file: Setting<string>,
): { readonly name: string; readonly text: string } | null {
  const path = reader.one(file);
  if (path === null) {
    const text = reader.one(setting);
    return text === null ? null : { name: setting.variable, text };
  }
  const name = file.variable;
  const text = readText(path)?.trim();
  if (text === undefined || text === '') {
    const why = text === undefined ? 'which cannot be read' : 'which is empty';
    reader.problems.push(`${name} names ${quoted(path)}, ${why}: give the path of a file that holds the value`);
    return null;
  }
  const { value, problem } = setting.type.parse(text);
  if (problem !== undefined) reader.problems.push(`${name} names a file whose text ${problem}`);
  return value === undefined ? null : { name, text: value };
}

/** The flags that a command does not have. `known` are the names of those that it has. */
export function unknownFlags(flags: Flags, known: readonly string[]): string[] {
  const own = new Set(['_', '$0', '--', 'help', 'version', ...known, ...known.map(inCamelCase)]);
  return Object.keys(flags).filter((name) => !own.has(name));
}

const inCamelCase = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
