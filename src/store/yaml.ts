/** YAML read as text throughout, so that `00100` stays a code and `2480.00` an amount, and with the place of everything in it. */
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml';
import { excess } from './nesting.ts';

export interface Position {
  readonly line: number;
  readonly column: number;
}
export interface YamlError extends Position {
  readonly message: string;
  readonly remedy: string;
}
export interface YamlFile {
  readonly value: unknown;
  readonly faults: readonly YamlError[];
  /** Where the value at this path stands, or the nearest thing above it that is there. */
  readonly positionOf: (path: readonly (string | number)[]) => Position;
}

const START: Position = { line: 1, column: 1 };
const MOST_ALIASES = 100;
const MOST_FAULTS = 20;

/** Never throws: what cannot be parsed has no value and at least one fault. */
export function readYaml(text: string): YamlFile {
  const lines = new LineCounter();
  try {
    const tooMuch = excess(text);
    if (tooMuch !== null)
      return unread(`this file is not read: ${tooMuch}`, 'Write it as the data files are written, a few levels deep.');
    const document = parseDocument(text, {
      schema: 'failsafe',
      uniqueKeys: false,
      lineCounter: lines,
      prettyErrors: false,
    });
    const at = (offset: number): Position => {
      const { line, col } = lines.linePos(offset);
      return { line: Math.max(line, 1), column: Math.max(col, 1) };
    };
    const syntaxFault = syntaxFaultOf(text, [...document.errors, ...document.warnings], at);
    const faults = syntaxFault === null ? keyFaults(document, at) : [syntaxFault];
    const value: unknown = faults.length > 0 ? undefined : document.toJS({ maxAliasCount: MOST_ALIASES });
    return { value, faults, positionOf: (path) => positionIn(document, path, at) };
  } catch (error) {
    return error instanceof ReferenceError
      ? unread(
          `this file repeats itself by more than ${String(MOST_ALIASES)} aliases, or by one that means nothing`,
          'Write out what the aliases stand for.',
        )
      : unread(
          `this file cannot be read: ${error instanceof Error ? error.message : String(error)}`,
          'Write it as the data files are written.',
        );
  }
}

function unread(message: string, remedy: string): YamlFile {
  return { value: undefined, faults: [{ ...START, message, remedy }], positionOf: () => START };
}

/** What the parser reports: a message, and the offsets where it begins and ends. */
interface SyntaxError {
  readonly message: string;
  readonly pos: readonly [number, number];
}

/**
 * The one fault that is reported of a file that is not YAML, or null. The parser goes on after an error, and most of what
 * it then reports only follows from the first one; of a tab it reports up to nine errors.
 */
function syntaxFaultOf(
  text: string,
  errors: readonly SyntaxError[],
  at: (offset: number) => Position,
): YamlError | null {
  const [first] = [...errors].sort((a, b) => a.pos[0] - b.pos[0]);
  if (first === undefined) return null;
  const tab = tabFault(
    text,
    errors.map(({ pos }) => at(pos[0]).line),
  );
  return tab ?? { ...at(first.pos[0]), message: `this is not sound YAML: ${first.message}`, remedy: remedyFor(first) };
}

/** The fault where a line that the parser stopped at is indented with a tab: its place is that of the first tab. */
function tabFault(text: string, faultyLines: readonly number[]): YamlError | null {
  const lines = text.split(/\r\n|\r|\n/);
  const indentOf = (line: number): string => /^[ \t]*/.exec(lines[line - 1] ?? '')?.[0] ?? '';
  const tabbed = [...new Set(faultyLines)].filter((line) => indentOf(line).includes('\t')).sort((a, b) => a - b);
  const [line] = tabbed;
  if (line === undefined) return null;
  const more = tabbed.length === 1 ? '' : `, and ${String(tabbed.length - 1)} more`;
  return {
    line,
    column: indentOf(line).indexOf('\t') + 1,
    message: `this line is indented with a tab${more}: YAML takes only spaces`,
    remedy: 'Put spaces in place of each tab.',
  };
}

/** A colon and a space inside a text without quotes is what these two messages of the parser mean most often. */
function remedyFor({ message }: SyntaxError): string {
  return /^(Nested mappings|Block collections) are not allowed/.test(message)
    ? 'Put a text that has a colon and a space in it in double quotes; else correct it here or just before.'
    : 'Correct it here or just before.';
}

/**
 * Keys that are no plain text, that mean something to the program instead of to the reader, or that stand twice. The
 * package's own look for a second key takes the square of their number, which in one large file is minutes.
 */
function keyFaults(document: Document, at: (offset: number) => Position): YamlError[] {
  const faults: YamlError[] = [];
  visit(document, {
    Map(_, { items }) {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        const position = isNode(key) ? at(key.range?.[0] ?? 0) : START;
        const name = isScalar(key) ? key.value : undefined;
        if (typeof name !== 'string' || name === '__proto__')
          faults.push({
            ...position,
            message: 'this key is no plain name',
            remedy: 'Write a name in letters, digits and hyphens.',
          });
        else if (seen.has(name))
          faults.push({
            ...position,
            message: `the key "${name.slice(0, 100)}" stands here a second time`,
            remedy: 'Keep one of the two.',
          });
        seen.add(name);
        if (faults.length >= MOST_FAULTS) return visit.BREAK;
      }
      return undefined;
    },
  });
  return faults;
}

function positionIn(
  document: Document,
  path: readonly (string | number)[],
  at: (offset: number) => Position,
): Position {
  let node: Node | null = document.contents;
  let offset = 0;
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document) ?? null;
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(step),
      );
      if (!pair || !isScalar(pair.key)) break;
      node = isNode(pair.value) ? pair.value : null;
      // The value of a key is shown where it is one word, and by its key where it spreads over lines.
      offset = (isScalar(node) && node.source !== '' ? node.range?.[0] : pair.key.range?.[0]) ?? offset;
    } else if (isSeq(node)) {
      const item: unknown = node.items[Number(step)];
      if (!isNode(item)) break;
      node = item;
      offset = node.range?.[0] ?? offset;
    } else break;
  }
  return at(offset);
}
