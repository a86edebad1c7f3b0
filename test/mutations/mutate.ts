/** Small wrongs done to a data folder, as a hurried curator or a failing disk would: in what a document says, or in its text. */
import { readYaml } from '../../src/store/yaml.ts';
import * as words from '../../src/model/words.ts';

export type Files = ReadonlyMap<string, string | Uint8Array>;
/** One wrong, drawn: the operation, the kind of file, the file, the place and what comes there instead. */
export interface Draw {
  readonly operation: string;
  readonly kind: number;
  readonly file: number;
  readonly site: number;
  readonly choice: number;
}
export interface Mutant {
  readonly files: Files;
  readonly file: string;
  readonly operation: string;
}

type Node = Record<string, unknown> | unknown[];
interface Site {
  readonly parent: Node;
  readonly key: string | number;
  readonly value: unknown;
  readonly path: readonly (string | number)[];
}
interface Operation {
  readonly name: string;
  readonly fits: (site: Site) => boolean;
  readonly apply: (site: Site, choice: number, known: Known) => void;
}
/** Words that the data already uses, to swap one for another. */
interface Known {
  readonly slugs: readonly string[];
  readonly keys: readonly string[];
  readonly citations: readonly string[];
}

const at = <T>(list: readonly T[], index: number): T => {
  const found = list[index % list.length];
  if (found === undefined) throw new Error('nothing to choose from');
  return found;
};
const LISTS: readonly (readonly string[])[] = Object.values(words)
  .filter((list): list is typeof words.EFFECTS => Array.isArray(list))
  .map((list) => list.map((word) => word.toLowerCase().replaceAll('_', '-')));
const listOf = (value: unknown): readonly string[] | undefined =>
  LISTS.find((list) => typeof value === 'string' && list.includes(value.toLowerCase().replaceAll('_', '-')));
const isMap = (node: Node): node is Record<string, unknown> => !Array.isArray(node);
const write = ({ parent, key }: Site, value: unknown): void => {
  (parent as Record<string | number, unknown>)[key] = value;
};
const remove = ({ parent, key }: Site): void => {
  if (isMap(parent)) Reflect.deleteProperty(parent, key);
  else parent.splice(Number(key), 1);
};
const rename = (site: Site, key: string): void => {
  remove(site);
  (site.parent as Record<string, unknown>)[key] = site.value;
};
const text = ({ value }: Site): string => String(value);
const isText =
  (pattern: RegExp) =>
  ({ value }: Site): boolean =>
    typeof value === 'string' && pattern.test(value);
const inKey =
  (...keys: string[]) =>
  ({ key, parent }: Site): boolean =>
    isMap(parent) && keys.includes(String(key));
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const OPERATIONS: readonly Operation[] = [
  { name: 'drop a key', fits: ({ parent }) => isMap(parent), apply: remove },
  {
    name: 'duplicate a key',
    fits: ({ parent }) => isMap(parent),
    apply: (site) => {
      (site.parent as Record<string, unknown>)[`${String(site.key)}-2`] = structuredClone(site.value);
    },
  },
  {
    name: 'rename a key',
    fits: ({ parent }) => isMap(parent),
    apply: (site, choice, { keys }) => rename(site, at(keys, choice)),
  },
  { name: 'swap a slug', fits: isText(SLUG), apply: (site, choice, { slugs }) => write(site, at(slugs, choice)) },
  {
    name: 'swap a citation',
    fits: isText(/^[a-z0-9-]+#/),
    apply: (site, choice, { citations }) => write(site, at(citations, choice)),
  },
  {
    name: 'change a word of a closed list',
    fits: ({ value }) => listOf(value) !== undefined,
    apply: (site, choice) => write(site, at(listOf(site.value) ?? [], choice)),
  },
  { name: 'delete an item', fits: ({ parent }) => Array.isArray(parent), apply: remove },
  { name: 'delete a citation', fits: ({ path }) => path.at(-2) === 'cites', apply: remove },
  {
    name: 'flip an effect',
    fits: inKey('covered', 'excluded', 'lifted'),
    apply: (site, choice) => rename(site, at(['covered', 'excluded', 'lifted'], choice)),
  },
  {
    name: 'drop exceptTo, when, where, extent, quantifier, modality, restates or reading',
    fits: inKey('exceptTo', 'when', 'where', 'extent', 'quantifier', 'modality', 'restates', 'reading', 'part'),
    apply: remove,
  },
  {
    name: 'swap all, any and none',
    fits: inKey('all', 'any', 'none'),
    apply: (site, choice) => rename(site, at(['all', 'any', 'none'], choice)),
  },
  { name: 'negate a condition', fits: inKey('when'), apply: (site) => write(site, { none: [site.value] }) },
  {
    name: 'nudge a number',
    fits: isText(/^\d{1,4}$|\b\d+ (visit|day)/),
    apply: (site, choice) =>
      write(
        site,
        text(site).replace(/\d+/, (digits) => String(Number(digits) + at([-1, 1, 1000, -Number(digits)], choice))),
      ),
  },
  {
    name: 'nudge a day',
    fits: isText(/^\d{4}-\d\d-\d\d$/),
    apply: (site, choice) =>
      write(
        site,
        at(
          [text(site).replace(/^\d{4}/, '2031'), text(site).replace(/\d\d$/, '30'), '2026-02-30', '1999-01-01'],
          choice,
        ),
      ),
  },
  {
    name: 'end or begin a rule',
    fits: ({ path }) => path.length === 2 && path[0] === 'rules',
    apply: (site, choice) =>
      write(site, {
        ...(site.value as object),
        ...at([{ until: '2020-01-01' }, { from: '2030-01-01' }, { until: '2030-01-01' }], choice),
      }),
  },
  {
    name: 'hedge a rule',
    fits: ({ path }) => path.length === 2 && path[0] === 'rules',
    apply: (site, choice) =>
      write(site, {
        ...(site.value as object),
        ...at(
          [
            { modality: 'may' },
            { extent: 'some' },
            { quantifier: 'some' },
            { where: 'abroad' },
            { where: 'anywhere' },
            { where: { inside: ['CA'] } },
          ],
          choice,
        ),
      }),
  },
  {
    name: 'put another thing in place',
    fits: () => true,
    apply: (site, choice) =>
      write(
        site,
        at<unknown>(
          ['', [], {}, 'x', ['x'], { x: 'x' }, '__proto__', 'constructor', 'x'.repeat(3000), '\u2028'],
          choice,
        ),
      ),
  },
];

function sitesOf(node: unknown, path: readonly (string | number)[] = []): Site[] {
  if (typeof node !== 'object' || node === null) return [];
  const parent = node as Node;
  const keys = isMap(parent) ? Object.keys(parent) : [...parent.keys()];
  return keys.flatMap((key) => {
    const value = (parent as Record<string | number, unknown>)[key];
    return [{ parent, key, value, path: [...path, key] }, ...sitesOf(value, [...path, key])];
  });
}

const lined =
  (change: (lines: string[], line: number, choice: number) => void) =>
  (before: string, site: number, choice: number): string => {
    const lines = before.split('\n');
    change(lines, site % lines.length, choice);
    return lines.join('\n');
  };
const MARKS = [
  '{',
  '}',
  '[',
  ']',
  ':',
  ',',
  '&',
  '*',
  '#',
  '|',
  '>',
  "'",
  '"',
  '-',
  '?',
  '%',
  '@',
  '`',
  '!',
  '\t',
  '\r',
  '\n',
  '\ufeff',
];
const TEXT_OPERATIONS: readonly {
  name: string;
  apply: (before: string, site: number, choice: number) => string | Uint8Array;
}[] = [
  { name: 'truncate the text', apply: (before, site) => before.slice(0, site % (before.length + 1)) },
  {
    name: 'flip a bit',
    apply: (before, site, choice) => {
      const bytes = new TextEncoder().encode(before);
      if (bytes.length > 0) bytes[site % bytes.length] = (bytes[site % bytes.length] ?? 0) ^ (1 << (choice % 8));
      return bytes;
    },
  },
  {
    name: 'insert a NUL',
    apply: (before, site) => {
      const cut = site % (before.length + 1);
      return `${before.slice(0, cut)}\0${before.slice(cut)}`;
    },
  },
  {
    name: 'insert a mark',
    apply: (before, site, choice) => {
      const cut = site % (before.length + 1);
      return before.slice(0, cut) + at(MARKS, choice) + before.slice(cut);
    },
  },
  { name: 'duplicate a line', apply: lined((lines, line) => lines.splice(line, 0, lines[line] ?? '')) },
  { name: 'delete a line', apply: lined((lines, line) => lines.splice(line, 1)) },
  {
    name: 'swap two lines',
    apply: lined((lines, line, choice) => {
      const other = choice % lines.length;
      [lines[line], lines[other]] = [lines[other] ?? '', lines[line] ?? ''];
    }),
  },
  {
    name: 'shift an indent',
    apply: lined((lines, line, choice) => {
      lines[line] =
        choice % 2 === 0
          ? `${' '.repeat(1 + (choice % 4))}${lines[line] ?? ''}`
          : (lines[line] ?? '').replace(/^ {1,2}/, '');
    }),
  },
];

const kindOf = (file: string): string => file.split('/')[1] ?? file;

const FILE_OPERATIONS = ['delete a file', 'move a file'];

interface Mutating {
  /** The names of the operations that some file has a place for: on a whole file, on its text, on what its document says. */
  readonly operations: {
    readonly file: readonly string[];
    readonly text: readonly string[];
    readonly document: readonly string[];
  };
  readonly mutant: (draw: Draw) => Mutant;
}

/** The wrongs that can be done to the files of one data folder, `data/…`. */
export function mutating(files: ReadonlyMap<string, string>): Mutating {
  const names = [...files.keys()].filter((name) => name.endsWith('.yaml'));
  // Rules stand in plans, so those are drawn more often.
  const kinds = [...new Set(names.map(kindOf)), ...Array<string>(8).fill('plans')];
  const slugs = names.map((name) => name.replace(/^.*\/|\.yaml$/g, ''));
  const parsed = new Map(names.map((name) => [name, readYaml(files.get(name) ?? '').value]));
  const sitesIn = new Map([...parsed].map(([name, value]) => [name, sitesOf(value)]));
  const sites = [...sitesIn.values()].flat();
  const known: Known = {
    slugs,
    keys: [...new Set(sites.flatMap(({ key, parent }) => (isMap(parent) ? [String(key)] : [])))].filter(
      (key) => !/^([A-Z]{2}|s\d)/.test(key),
    ),
    citations: [
      ...new Set(
        sites.flatMap(({ value }) => (typeof value === 'string' && /^[a-z0-9-]+#[^ ]+$/.test(value) ? [value] : [])),
      ),
    ],
  };
  const fitting = new Map(
    OPERATIONS.map(({ name, fits }) => [name, names.filter((file) => sitesIn.get(file)?.some(fits))]),
  );
  function mutant({ operation, kind, file: which, site, choice }: Draw): Mutant {
    const wanted = at(kinds, kind),
      all = fitting.get(operation) ?? names,
      ofKind = all.filter((name) => kindOf(name) === wanted);
    const file = at(ofKind.length > 0 ? ofKind : all, which),
      before = files.get(file) ?? '';
    const changed = new Map<string, string | Uint8Array>(files);
    const text = TEXT_OPERATIONS.find(({ name }) => name === operation),
      document = OPERATIONS.find(({ name }) => name === operation);
    if (text) changed.set(file, text.apply(before, site, choice));
    else if (document) {
      const value = structuredClone(parsed.get(file));
      document.apply(at(sitesOf(value).filter(document.fits), site), choice, known);
      changed.set(file, JSON.stringify(value));
    } else {
      changed.delete(file);
      if (operation === 'move a file') changed.set(file.replace(/[^/]+$/, `${at(slugs, choice)}.yaml`), before);
    }
    return { files: changed, file, operation };
  }
  const document = OPERATIONS.map(({ name }) => name).filter((name) => (fitting.get(name)?.length ?? 0) > 0);
  return { operations: { file: FILE_OPERATIONS, text: TEXT_OPERATIONS.map(({ name }) => name), document }, mutant };
}
