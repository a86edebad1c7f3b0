/** Reads YAML with every value as text, so `00100` stays a code and `2480.00` an amount, and records the position of each value. */
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
import { nestingProblem } from './nesting.ts';

/** A position in a text. Both numbers count from 1. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}
/** Something wrong in a YAML text. */
export interface YamlError extends TextPosition {
  readonly message: string;
  readonly remedy: string;
}
/** A YAML text as it was read. */
export interface YamlFile {
  /** Undefined where there is a fault. */
  readonly value: unknown;
  readonly faults: readonly YamlError[];
  /** The position of the value at this path, or of the nearest value above it that exists. */
  readonly positionOf: (path: readonly (string | number)[]) => TextPosition;
}

const START: TextPosition = { line: 1, column: 1 };
const MOST_ALIASES = 100;
const MOST_FAULTS = 20;

/** Reads a YAML text; never throws. A text that cannot be parsed has no value and at least one fault. */
export function readYaml(text: string): YamlFile {
  const lines = new LineCounter();
  try {
    const tooMuch = nestingProblem(text);
    if (tooMuch !== null)
      return unread(`this file is not read: ${tooMuch}`, 'Write it as the data files are written, a few levels deep.');
    const document = parseDocument(text, {
      schema: 'failsafe',
      uniqueKeys: false,
      lineCounter: lines,
      prettyErrors: false,
    });
    const at = (offset: number): TextPosition => {
      const { line, col } = lines.linePos(offset);
      return { line: Math.max(line, 1), column: Math.max(col, 1) };
    };
    const syntaxFault = syntaxFaultOf(text, [...document.errors, ...document.warnings], at);
    const faults = syntaxFault === null ? [...keyFaults(document, at), ...nullFaults(document, at)] : [syntaxFault];
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

/** An error of the parser: a message, and the offsets where the error begins and ends. */
interface SyntaxError {
  readonly message: string;
  readonly pos: readonly [number, number];
}

/**
 * The one fault that is reported for a file that is not YAML, or null. The parser continues after an error, and most of its
 * later errors only follow from the first one; a single tab causes up to nine errors.
 */
function syntaxFaultOf(
  text: string,
  errors: readonly SyntaxError[],
  at: (offset: number) => TextPosition,
): YamlError | null {
  const [first] = [...errors].sort((a, b) => a.pos[0] - b.pos[0]);
  if (first === undefined) return null;
  const tab = tabFault(
    text,
    errors.map(({ pos }) => at(pos[0]).line),
  );
  return tab ?? { ...at(first.pos[0]), message: `this is not sound YAML: ${first.message}`, remedy: remedyFor(first) };
}

/** The fault for a line with a parser error that is indented with a tab, at the position of the first tab; null without one. */
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

/** These two messages of the parser are mostly caused by a colon and a space inside text without quotes. */
function remedyFor({ message }: SyntaxError): string {
  return /^(Nested mappings|Block collections) are not allowed/.test(message)
    ? 'Put a text that has a colon and a space in it in double quotes; else correct it here or just before.'
    : 'Correct it here or just before.';
}

/**
 * Faults of keys: keys that are not plain text, the key `__proto__`, and keys that occur twice in a map. The package's own
 * check for duplicate keys takes quadratic time, which is minutes for one large file.
 */
function keyFaults(document: Document, at: (offset: number) => TextPosition): YamlError[] {
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
            message: 'this key is not a plain name',
            remedy: 'Write a name in letters, digits and hyphens.',
          });
        else if (seen.has(name))
          faults.push({
            ...position,
            message: `the key "${name.slice(0, 100)}" occurs here a second time`,
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

/**
 * Faults of values that are a bare null or ~, which YAML reads as no value (YAML 1.2.2, section 10.2.1.1) and this reader
 * would read as text.
 */
function nullFaults(document: Document, at: (offset: number) => TextPosition): YamlError[] {
  const faults: YamlError[] = [];
  visit(document, {
    Scalar(key, { type, source, range }) {
      if (key === 'key' || type !== 'PLAIN' || !/^(?:~|null|Null|NULL)$/.test(source ?? '')) return undefined;
      faults.push({
        ...at(range?.[0] ?? 0),
        message: `${source ?? ''} stands for no value in YAML`,
        remedy: 'Leave the key out, or put the text in quotation marks.',
      });
      return faults.length >= MOST_FAULTS ? visit.BREAK : undefined;
    },
  });
  return faults;
}

function positionIn(
  document: Document,
  path: readonly (string | number)[],
  at: (offset: number) => TextPosition,
): TextPosition {
  let node: Node | null = document.contents;
  let offset = 0;
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document) ?? null;
    const child = childOf(node, step);
    if (child === null) break;
    node = child.node;
    offset = child.offset ?? offset;
  }
  return at(offset);
}

/** A child of a map or a list, and the offset at which it is reported; null where there is no such child. */
function childOf(
  parent: Node | null,
  step: string | number,
): { readonly node: Node | null; readonly offset: number | undefined } | null {
  if (isSeq(parent)) {
    const item: unknown = parent.items[Number(step)];
    return isNode(item) ? { node: item, offset: item.range?.[0] } : null;
  }
  if (!isMap(parent)) return null;
  const pair = parent.items.find(
    (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(step),
  );
  if (!pair || !isScalar(pair.key)) return null;
  const node = isNode(pair.value) ? pair.value : null;
  // A scalar value is reported at its own position, and a map or list at its key.
  const reported = isScalar(node) && node.source !== '' ? node : pair.key;
  return { node, offset: reported.range?.[0] };
}
