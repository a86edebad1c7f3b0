/**
 * Reads one line of a pack: a JSON object with an entry and its slug. The rules are those of a YAML file: each key occurs
 * once, and each value is text, so `00100` stays a code and `2480.00` an amount.
 */
import { readYaml, type YamlError, type YamlFile } from './yaml.ts';

/** What a line of a pack holds. A line may have as many bytes as a data file. */
export interface NdjsonLine {
  /** The object without its slug; undefined where there is a fault. */
  readonly value: unknown;
  readonly slug: string | null;
  readonly faults: readonly YamlError[];
}

const SLUG = /^(?=.{1,100}$)[a-z0-9]+(?:-[a-z0-9]+)*$/;
const REMEDY = 'Write one JSON object to a line, each key once, as an import does.';

/** Reads a line; never throws. `line` is its number, which the faults carry. Columns count from 1. */
export function readNdjsonLine(text: string, line: number): NdjsonLine {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return faulty(
      line,
      `this line is not sound JSON: ${error instanceof Error ? error.message.slice(0, 200) : 'unknown error'}`,
    );
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return faulty(line, 'this line is not a JSON object');
  // Text that equals its own JSON.stringify has each key once. Only other text needs the slower check.
  if (text.includes('"__proto__"') || JSON.stringify(value) !== text) {
    const { faults } = placesIn(text);
    if (faults.length > 0) return { value: undefined, slug: null, faults: faults.map((fault) => ({ ...fault, line })) };
  }
  const { slug, ...entry } = value as Record<string, unknown>;
  if (typeof slug !== 'string' || !SLUG.test(slug))
    return faulty(
      line,
      slug === undefined
        ? '"slug" is missing'
        : 'the slug is not a text in lower-case letters, digits and single hyphens, of at most 100 characters',
      'Give the entry a slug of its own.',
    );
  return { value: entry, slug, faults: [] };
}

/** Positions of the values in a JSON text. JSON is YAML, and the YAML reader records positions. */
export function placesIn(text: string): Pick<YamlFile, 'faults' | 'positionOf'> {
  return readYaml(text);
}

function faulty(line: number, message: string, remedy = REMEDY): NdjsonLine {
  return { value: undefined, slug: null, faults: [{ line, column: 1, message, remedy }] };
}
