import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadFolders, printProblem } from '../../src/store/folders.ts';
import { fingerprintOf, normalForm } from '../../src/store/source-texts.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const originals = join(root, '../shared/sources');
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'originals-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function load(original: string, says: string, line = '2-3') {
  mkdirSync(join(folder, 'data/sources'), { recursive: true });
  mkdirSync(join(folder, 'originals'));
  writeFileSync(join(folder, 'originals/book.txt'), original);
  writeFileSync(
    join(folder, 'data/sources/book.yaml'),
    `
name: Book
authority: statute
checkedOn: 2026-01-31
licence: CC0-1.0
passages:
  p: { at: start, line: ${line}, says: "${says}", fingerprint: ${fingerprintOf('The café pays for a dog walked twice each day')}, unused: Not needed. }
`,
  );
  return loadFolders({ data: [join(folder, 'data')], sources: [join(folder, 'originals')] });
}
const ORIGINAL = 'Title\nThe cafe\u0301   pays for a dog\r\n  walked\u00a0twice each day\nEnd';

test('the normal form is composed, with single spaces and none at the ends', () => {
  expect(normalForm(' a\t\n b\u00a0\u2003c e\u0301 ')).toBe('a b c \u00e9');
  expect(fingerprintOf('a  b')).toBe('sha256-c8687a08aa5d6ed2044328fa6a697ab8e96dc34291e8c2034ae8c38e6fcc6d65');
});

test('a passage is quoted where the original agrees with the fingerprint', async () => {
  const { graph } = await load(ORIGINAL, 'Dogs.');
  expect(graph?.sources.get('book')?.passages.get('p')?.quote).toBe('The café pays for a dog walked twice each day');
});

test('a passage with another text is a problem that gives the fingerprint found', async () => {
  const { problems } = await load(ORIGINAL.replace('dog', 'cat'), 'Dogs.');
  expect(problems.map(({ law, line, message }) => [law, line, message])).toEqual([
    [
      'fingerprint',
      7,
      `the original of book has another text at p: its fingerprint is ${fingerprintOf('The café pays for a cat walked twice each day')}`,
    ],
  ]);
});

test('a line number after the last line of the original is a problem', async () => {
  const { problems } = await load(ORIGINAL, 'Dogs.', '2-9');
  expect(problems.map(({ message }) => message)).toEqual([
    'the original of book has 4 lines, and the data gives line 9 for p',
  ]);
});

test('the data may repeat seven words of an original but not eight, whatever their case and punctuation', async () => {
  expect((await load(ORIGINAL, 'It pays, for a dog walked twice: each morning.')).problems).toEqual([]);
  rmSync(folder, { recursive: true });
  mkdirSync(folder);
  expect(
    (await load(ORIGINAL, 'PAYS, for a dog walked; twice each… day.')).problems.map(({ law, message }) => [
      law,
      message,
    ]),
  ).toEqual([['own-words', 'this repeats book word for word: "pays for a dog walked twice each day"']]);
});

test('without originals nothing is quoted and nothing is amiss', async () => {
  const { graph, problems } = await loadFolders({ data: [join(root, 'data')], sources: [] });
  expect(problems.map(printProblem)).toEqual([]);
  expect(
    [...(graph?.sources.values() ?? [])]
      .flatMap(({ passages }) => [...passages.values()])
      .filter(({ quote }) => quote !== null),
  ).toEqual([]);
});

// Left out where the originals are not at hand; the licence of a source does not let them be kept here.
test.skipIf(!existsSync(join(originals, 'medicare-massage-article.txt')))(
  'the data agrees with the originals at hand, and every fingerprint of the article is found in it',
  async () => {
    const { graph, problems } = await loadFolders({ data: [join(root, 'data')], sources: [originals] });
    expect(problems.map(printProblem)).toEqual([]);
    const passages = [...(graph?.sources.get('medicare-massage-article')?.passages.values() ?? [])];
    expect(passages.length).toBeGreaterThan(0);
    expect(
      passages.filter(({ fingerprint, quote }) => fingerprint !== null && quote === null).map(({ key }) => key),
    ).toEqual([]);
  },
);
