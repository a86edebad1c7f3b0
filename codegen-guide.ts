/** The tables of the data guide: the keys of each kind of entry, from the shapes that data files are checked with. */
import { z } from 'zod';
import {
  billingCodeShape,
  caseShape,
  conditionShape,
  dataSetShape,
  entryShape,
  planShape,
  ruleShape,
  serviceShape,
  sourceShape,
  techniqueShape,
} from './src/model/shapes.ts';

interface JsonSchema {
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly offered?: readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
}

interface Table {
  readonly title: string;
  readonly shape: z.ZodType;
  /** Keys that are left out with the keys inside their values, since another table has them. */
  readonly without: readonly string[];
}

const COMMON = Object.keys(entryShape.shape);
const TABLES: readonly Table[] = [
  { title: 'Every entry', shape: entryShape, without: ['$schema'] },
  { title: 'Source', shape: sourceShape, without: COMMON },
  { title: 'Condition', shape: conditionShape, without: COMMON },
  { title: 'Service', shape: serviceShape, without: COMMON },
  { title: 'Technique', shape: techniqueShape, without: COMMON },
  { title: 'Billing code', shape: billingCodeShape, without: COMMON },
  { title: 'Plan', shape: planShape, without: COMMON },
  { title: 'Rule', shape: ruleShape, without: [] },
  { title: 'Case', shape: caseShape, without: [] },
  { title: 'Data set', shape: dataSetShape, without: ['$schema'] },
];
/** The tables that list the keys inside the values of these keys. */
const ELSEWHERE: Readonly<Record<string, string>> = { rules: 'Rule', cases: 'Case' };

/** The lines around the tables, which also keep the formatter from padding their cells. */
const BEGIN =
  '<!-- Made by "npm run codegen" from src/model/shapes.ts. Do not edit. -->\n\n<!-- prettier-ignore-start -->';
const END = '<!-- prettier-ignore-end -->';

/** The guide with its tables as they are made now. Throws where the guide does not say where they belong. */
export function withTables(guide: string): string {
  const [begin, end] = [guide.indexOf(BEGIN), guide.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`data/README.md needs the lines ${BEGIN} and ${END} around its tables`);
  return `${guide.slice(0, begin + BEGIN.length)}\n\n${TABLES.map(tableOf).join('\n\n')}\n\n${guide.slice(end)}`;
}

function tableOf({ title, shape, without }: Table): string {
  const schema = z.toJSONSchema(shape, { io: 'input' }) as JsonSchema;
  const rows = rowsOf(schema, schema.$defs ?? {}, '').filter(
    ([key]) => !without.includes(/^[\w$]+/.exec(key)?.[0] ?? ''),
  );
  return [
    `### ${title}`,
    '',
    '| Key | Required | What it is | Values |',
    '| --- | --- | --- | --- |',
    ...rows.map(([key, ...cells]) => `| \`${key}\` | ${cells.map(escaped).join(' | ')} |`),
  ].join('\n');
}

const escaped = (cell: string): string => cell.replaceAll('|', '\\|').replaceAll('{}', '`{}`');

type Row = readonly [key: string, required: string, description: string, values: string];

/** A row for each key, and after it one for each key inside its value, by its path: `passages.KEY.at`, `remarks[].topic`. */
function rowsOf(schema: JsonSchema, lists: Readonly<Record<string, JsonSchema>>, above: string): Row[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, value]): Row[] => {
    const path = `${above}${key}`;
    const required = schema.required?.includes(key) === true ? 'yes' : 'no';
    const description = value.description ?? '';
    const table = ELSEWHERE[key];
    if (table !== undefined) return [[path, required, description, `map: see ${table}`]];
    return [[path, required, description, valuesOf(value, lists)], ...rowsInside(value, lists, path)];
  });
}

function rowsInside(value: JsonSchema, lists: Readonly<Record<string, JsonSchema>>, path: string): Row[] {
  if (value.items) return rowsOf(value.items, lists, `${path}[].`);
  if (typeof value.additionalProperties === 'object') return rowsOf(value.additionalProperties, lists, `${path}.KEY.`);
  return rowsOf(value, lists, `${path}.`);
}

/** The allowed values of a key in words. */
function valuesOf(value: JsonSchema, lists: Readonly<Record<string, JsonSchema>>): string {
  if (value.$ref !== undefined) return valuesOf(lists[value.$ref.split('/').at(-1) ?? ''] ?? {}, lists);
  const words = value.offered ?? value.enum ?? (value.const === undefined ? undefined : [value.const]);
  if (words) return words.map((word) => `\`${word}\``).join(', ');
  if (value.anyOf) return alternatives(value.anyOf, lists);
  if (value.items) return `list: ${valuesOf(value.items, lists)}`;
  if (typeof value.additionalProperties === 'object') return `map: ${valuesOf(value.additionalProperties, lists)}`;
  return value.title ?? (value.properties ? 'map of the keys below' : 'text');
}

/** A value that is written in one of several ways, a map by its keys. */
function alternatives(anyOf: readonly JsonSchema[], lists: Readonly<Record<string, JsonSchema>>): string {
  const ways = anyOf.map((way) =>
    way.properties ? `\`{ ${Object.keys(way.properties).join(', ')} }\`` : valuesOf(way, lists),
  );
  return ways.join('; ');
}
