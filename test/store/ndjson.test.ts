/** The lines of a pack are entries, with the same laws as files. Each problem gives its line. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { diskIn, type FileTree } from '../../src/store/files.ts';
import { loadFolders } from '../../src/store/folders.ts';
import { inMemory } from '../../src/store/memory.ts';
import { readNdjsonLine } from '../../src/store/ndjson.ts';

const SOURCE =
  'name: Handbook\nauthority: statute\ncheckedOn: 2026-01-31\nlicence: CC0-1.0\npassages: { s1: { at: page 1, says: "Care, at 2.50." } }\n';
const base = {
  'data/sources/handbook.yaml': SOURCE,
  'data/services/care.yaml': 'name: Care\ncites: [handbook#s1]\n',
  'data/territories.yaml': 'US-DC: { name: District of Columbia }\n',
};
const load = (files: Record<string, string | Uint8Array>) =>
  loadFolders({ data: ['data'], sources: [] }, inMemory(new Map(Object.entries({ ...base, ...files }))));
const plan = {
  slug: 'basic',
  name: 'Basic',
  rules: { care: { covered: 'care', costs: [{ share: '$2.50 copayment' }], cites: ['handbook#s1'] } },
};

test('the same entries have the same version, whether in files or on lines', async () => {
  const files = await load({
    'data/plans/basic.yaml':
      'name: Basic\nrules: { care: { cites: [handbook#s1], covered: care, costs: [{ share: $2.50 copayment }] } }\n',
  });
  const lines = await load({ 'data/plans/pack.ndjson': `${JSON.stringify(plan)}\n` });
  expect(lines.problems).toEqual([]);
  expect(lines.graph?.version).toBe(files.graph?.version);
  expect(lines.graph?.rules.get('basic/care')?.costs[0]?.least?.amount).toBe('2.50');
});

const wrong: Record<string, [text: string | Uint8Array, problem: string]> = {
  'that is cut short': [`${JSON.stringify(plan)}\n{"slug":"better"`, '2:1 sound-ndjson: this line is not sound JSON'],
  'that is a list': ['[]', '1:1 sound-ndjson: this line is not a JSON object'],
  'without a slug': ['{"name":"Basic"}', '1:1 sound-ndjson: "slug" is missing'],
  'with a slug in capitals': ['{"slug":"Basic","name":"Basic"}', '1:1 sound-ndjson: the slug is not a text'],
  'with a key twice': [
    '\n{"slug":"basic","name":"Basic","name":"Better"}',
    '2:32 sound-ndjson: the key "name" occurs here a second time',
  ],
  'with a key twice deep inside': [
    '{"slug":"basic","name":"Basic","home":{"cites":[],"cites":["handbook#s1"]}}',
    '1:51 sound-ndjson: the key "cites" occurs here a second time',
  ],
  'with a key that means something to the program': [
    '{"slug":"basic","name":"Basic","__proto__":{"level":"plan"}}',
    '1:32 sound-ndjson: this key is not a plain name',
  ],
  'with a number': ['{"slug":"basic","name":12}', '1:24 shape: expected a text here'],
  'with a field that is not known': [
    '{"slug":"basic","name":"Basic","nmae":"Basic"}',
    '1:39 shape: "nmae" is not a field here',
  ],
  'that names what is not there': [
    JSON.stringify({ ...plan, within: 'better' }),
    '1:1 unknown-name: there is no plan "better"',
  ],
  'that defines an entry again': [
    `${JSON.stringify(plan)}\n${JSON.stringify(plan)}`,
    '2:1 redefinition: "basic" is already defined in data/plans/pack.ndjson',
  ],
  'in another encoding': [
    Uint8Array.from([...Buffer.from(`${JSON.stringify(plan)}\n{"slug":"caf`), 0xe9, 0x0a]),
    '2:1 readable-file: this line is not UTF-8',
  ],
  'with a NUL byte': [
    `${JSON.stringify(plan)}\n\0`,
    '2:1 readable-file: this line holds a NUL byte, so it is not text',
  ],
  'longer than an entry may be': [
    `{"slug":"basic","name":"${'x'.repeat(2 * 1024 * 1024)}"}`,
    '1:1 readable-file: this line has more than the 2097152 bytes that are read of one',
  ],
};
test.each(Object.entries(wrong))('a line %s', async (_, [text, problem]) => {
  const { graph, problems } = await load({ 'data/plans/pack.ndjson': text });
  expect(graph).toBeNull();
  expect(problems.map(({ file }) => file)[0]).toBe('data/plans/pack.ndjson');
  expect(
    problems
      .map(({ line, column, law, message }) => `${String(line)}:${String(column)} ${law}: ${message}`)[0]
      ?.slice(0, problem.length),
  ).toBe(problem);
});

test('a line means the same with spaces, escapes and a carriage return in it', () => {
  expect(readNdjsonLine('{ "name" : "Caf\\u00e9 \\ud83d\\ude00", "slug" : "basic" }', 1)).toEqual({
    slug: 'basic',
    value: { name: 'Café 😀' },
    faults: [],
  });
});

describe('on a disk', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lines-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const linesOf = async (tree: FileTree, file: string) => {
    const lines: string[] = [];
    expect(
      await tree.readLines(file, 1000, (line, number) => {
        lines.push(`${String(number)} ${line}`);
      }),
    ).toBeNull();
    return lines;
  };

  test('a file is read in pieces, and a letter or a line on the border of two stays whole', async () => {
    const text = Array.from({ length: 60_000 }, (_, index) => `é${String(index)}ü${'ß'.repeat(index % 7)}`).join(
      '\r\n',
    );
    writeFileSync(join(folder, 'pack.ndjson'), text);
    const read = await linesOf(diskIn([folder]), join(folder, 'pack.ndjson'));
    expect(read.length).toBe(60_000);
    expect(read).toEqual(await linesOf(inMemory(new Map([['pack.ndjson', text]])), 'pack.ndjson'));
    expect(read[59_999]).toBe('60000 é59999ü' + 'ß'.repeat(59_999 % 7));
  });

  test('a pack that is not a regular file is a problem', async () => {
    mkdirSync(join(folder, 'a'));
    expect(await diskIn([folder]).readLines(join(folder, 'a'), 1000, () => undefined)).toMatchObject({
      line: 1,
      message: 'this is not a regular file',
    });
    expect(await diskIn([folder]).readLines(join(folder, 'b'), 1000, () => undefined)).toMatchObject({
      line: 1,
      message: 'this file cannot be read: it is not there',
    });
  });
});
