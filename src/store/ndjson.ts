/**
 * One line of a pack: a JSON object that holds an entry and its slug. The laws are those of a YAML file: every key once, and
 * every value a text, so that `00100` stays a code and `2480.00` an amount.
 */
import { readYaml, type YamlError, type YamlFile } from './yaml.ts';

/** An entry's line is no longer than an entry's file. */
export interface NdjsonLine {
  /** What stands beside the slug; undefined where there is a fault. */
  readonly value: unknown;
  readonly slug: string | null;
  readonly faults: readonly YamlError[];
}

const SLUG = /^(?=.{1,100}$)[a-z0-9]+(?:-[a-z0-9]+)*$/;
const REMEDY = 'Write one JSON object to a line, each key once, as an import does.';

/** Never throws. Columns count from 1; the line is the one given. */
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
    return faulty(line, 'this line holds no JSON object');
  // What is written as the program itself writes it has every key once; only anything else is looked at mark by mark.
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
        : 'the slug is no text in lower-case letters, digits and single hyphens, of at most 100 characters',
      'Give the entry a slug of its own.',
    );
  return { value: entry, slug, faults: [] };
}

/** JSON is YAML, whose reader knows where in a line everything stands. */
export function placesIn(text: string): Pick<YamlFile, 'faults' | 'positionOf'> {
  return readYaml(text);
}

function faulty(line: number, message: string, remedy = REMEDY): NdjsonLine {
  return { value: undefined, slug: null, faults: [{ line, column: 1, message, remedy }] };
}
