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
export interface YamlFault extends Position {
  readonly message: string;
  readonly remedy: string;
}
export interface YamlFile {
  readonly value: unknown;
  readonly faults: readonly YamlFault[];
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
    const faults: YamlFault[] = [...document.errors, ...document.warnings]
      .slice(0, MOST_FAULTS)
      .map(({ message, pos }) => ({
        ...at(pos[0]),
        message: `this is not sound YAML: ${message}`,
        remedy: 'Mend it here or just before.',
      }));
    if (faults.length === 0) faults.push(...keyFaults(document, at));
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

/**
 * Keys that are no plain text, that mean something to the program instead of to the reader, or that stand twice. The
 * package's own look for a second key takes the square of their number, which in one large file is minutes.
 */
function keyFaults(document: Document, at: (offset: number) => Position): YamlFault[] {
  const faults: YamlFault[] = [];
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
