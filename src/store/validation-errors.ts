/** Turns zod's issues with a document into messages that tell its author what is wrong and how to correct it. */
import { z } from 'zod';
import { didYouMean } from '../graph/did-you-mean.ts';
import { suggestCostShares, suggestLimits } from '../model/amount-suggestions.ts';

/** One thing that is wrong with a document, at a path in it. */
export interface ShapeError {
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly remedy: string;
}
type Issue = z.core.$ZodIssue;
/** The most faults that are reported for one file. The others are reported once these are corrected. */
const MOST_FAULTS = 20;
type Path = readonly (string | number)[];

/** The document with the type of its shape, or its faults (at most 20). */
export function validateShape<S extends z.ZodType>(
  shape: S,
  value: unknown,
): { document: z.output<S> } | { faults: ShapeError[] } {
  const checked = shape.safeParse(value);
  if (checked.success) return { document: checked.data };
  const faults: ShapeError[] = [];
  for (const issue of checked.error.issues)
    if (faults.length < MOST_FAULTS) faults.push(...faultsOf(issue, [], value, shape));
  return { faults: faults.slice(0, MOST_FAULTS) };
}

function faultsOf(issue: Issue, above: Path, value: unknown, shape: z.ZodType): ShapeError[] {
  const path = [...above, ...issue.path.map((step) => (typeof step === 'number' ? step : String(step)))];
  if (issue.code === 'unrecognized_keys') {
    const fields = fieldsAt(shape, path);
    return issue.keys.slice(0, MOST_FAULTS).map((key) => ({
      path: [...path, key],
      message: `"${key}" is not a field here`,
      remedy: didYouMean(key, fields, `Use one of ${fields.join(', ')}, or take it out.`),
    }));
  }
  if (issue.code === 'invalid_union') {
    const meant = issue.errors.find((branch) => branch.every((inner) => fits(inner, valueAt(value, path))));
    if (meant && meant.length > 0) return meant.flatMap((inner) => faultsOf(inner, path, value, shape));
  }
  if (issue.code === 'invalid_key' || issue.code === 'invalid_element') {
    return issue.issues.flatMap((inner) => faultsOf({ ...inner, path: [] }, path, value, shape));
  }
  const field = String(path.at(-1) ?? '');
  if (issue.code === 'invalid_type' && valueAt(value, path) === undefined) {
    return [{ path, message: `"${field}" is missing`, remedy: `Add ${field}.` }];
  }
  if (issue.code === 'invalid_type') {
    const expected: Record<string, string> = {
      object: 'a map of fields',
      record: 'a map',
      array: 'a list',
      string: 'a text',
    };
    return [{ path, message: `expected ${expected[issue.expected] ?? issue.expected} here`, remedy: 'Write it so.' }];
  }
  return [{ path, message: issue.message.replace(/^Invalid/, 'invalid'), remedy: remedyFor(issue, path, value) }];
}

/** Suggestions for a limit or a cost share that is not understood, by the name of its field. */
const AMOUNTS: Readonly<Record<string, (text: string) => string[]>> = {
  limit: suggestLimits,
  share: suggestCostShares,
};
const WRITE_IT_SO = 'Write it in the form that this message gives.';

function remedyFor(issue: Issue, path: Path, value: unknown): string {
  const given = valueAt(value, path);
  if (typeof given !== 'string') return WRITE_IT_SO;
  if (issue.code === 'invalid_value') return didYouMean(given, wordsLike(given, issue.values), WRITE_IT_SO);
  const meant = AMOUNTS[String(path.at(-1))]?.(given) ?? [];
  return meant.length === 0 ? WRITE_IT_SO : `Did you mean ${meant.join(' or ')}?`;
}

/** The words of an enumeration that are in capitals if the text is, and not if it is not; all words where none matches. */
function wordsLike(text: string, values: readonly unknown[]): string[] {
  const isInCapitals = (word: string): boolean => !/[a-z]/.test(word);
  const words = values.filter((each) => typeof each === 'string');
  const alike = words.filter((word) => isInCapitals(word) === isInCapitals(text));
  return alike.length > 0 ? alike : words;
}

/** Whether an issue suggests that this branch of a union was meant: the fault is inside it, or in the spelling of its one word. */
function fits(issue: Issue, value: unknown): boolean {
  if (issue.path.length === 0)
    return !['invalid_type', 'unrecognized_keys', 'invalid_value', 'invalid_union'].includes(issue.code);
  return (
    issue.code !== 'invalid_type' ||
    valueAt(
      value,
      issue.path.map((step) => (typeof step === 'number' ? step : String(step))),
    ) !== undefined
  );
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, step) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, step)
        ? (at as Record<string, unknown>)[step]
        : undefined,
    value,
  );
}

interface JsonSchema {
  properties?: Record<string, JsonSchema>;
  additionalProperties?: JsonSchema | boolean;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
}

/** The names of the fields that a shape has at a path. */
function fieldsAt(shape: z.ZodType, path: Path): string[] {
  let at: JsonSchema[] = [z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }) as JsonSchema];
  const spread = (schemas: JsonSchema[]): JsonSchema[] =>
    schemas.flatMap((schema) => [schema, ...spread(schema.anyOf ?? [])]);
  for (const step of path) {
    at = spread(at).flatMap(({ properties, additionalProperties, items }) => {
      const property = properties && Object.hasOwn(properties, step) ? properties[step] : undefined;
      return [property, typeof additionalProperties === 'object' ? additionalProperties : undefined, items].filter(
        (next) => next !== undefined,
      );
    });
  }
  return [...new Set(spread(at).flatMap(({ properties }) => Object.keys(properties ?? {})))];
}
