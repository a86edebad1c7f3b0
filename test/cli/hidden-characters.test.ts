/** Nothing of the data, of a file's name or of what was typed reaches a terminal as more than text. */
import { cpSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { escapeForTerminal } from '../../src/cli/text-layout.ts';
import { escapeHidden, firstHiddenCharacter, unicodeName, withoutHidden } from '../../src/model/hidden-characters.ts';
import { loadFolders, printProblem } from '../../src/store/folders.ts';
import { inMemory } from '../../src/store/memory.ts';
import { run } from '../helpers/covergraph-process.ts';
import { inColour } from '../helpers/terminal.ts';

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);
/** C0 without tab and line feed, DEL and C1, and every mark of direction, by their numbers in Unicode. */
const hidden = [
  ...range(0x00, 0x08),
  ...range(0x0b, 0x1f),
  ...range(0x7f, 0x9f),
  0x061c,
  0x200e,
  0x200f,
  ...range(0x202a, 0x202e),
  ...range(0x2066, 0x2069),
].map((code) => String.fromCharCode(code));

test('there are 75 such characters, and each is found, named, escaped and taken out', () => {
  expect(hidden).toHaveLength(75);
  for (const character of hidden) {
    const text = `a${character}b`;
    expect(firstHiddenCharacter(text)).toEqual({ character, index: 1 });
    expect(JSON.parse(`"${escapeHidden(text)}"`)).toBe(text);
    expect(withoutHidden(text)).toBe('a b');
  }
  expect(
    hidden.map(unicodeName).filter((name) => ['U+001B', 'U+009B', 'U+202E', 'U+061C'].includes(name)),
  ).toHaveLength(4);
});

test('text of any language, tabs and line feeds stay as they are', () => {
  for (const text of ['a\tb\nc', 'Zürich Ñandú', 'עברית العربية', '日本語', 'e\u0301', '👩‍⚕️', '\u00a0', '\u2028'])
    expect([escapeHidden(text), firstHiddenCharacter(text)]).toEqual([text, null]);
});

test('styles of the program pass, and what merely looks like one does not move the cursor', () => {
  const styled = inColour.paint('bold', inColour.paint('green', 'COVERED'));
  expect(escapeForTerminal(styled)).toBe(styled);
  expect(stripVTControlCharacters(escapeForTerminal(styled))).toBe('COVERED');
  for (const sequence of [
    '\u001b[2J',
    '\u001b]0;title\u0007',
    '\u001b]8;;http://evil\u001b\\\\',
    '\u001b[8m',
    '\u001b[31',
    '\u001b',
  ])
    expect(escapeForTerminal(sequence)).not.toContain('\u001b');
});

const sound = {
  'data/sources/handbook.yaml':
    'name: Handbook\nauthority: plan-document\ncheckedOn: 2026-01-31\nlicence: ALL-RIGHTS-RESERVED\npassages:\n  s1: { at: page 1, says: Speaks of the care. }\n',
};
const problemsOf = async (files: Record<string, string>): Promise<string[]> => {
  const tree = inMemory(new Map(Object.entries({ ...sound, ...files })));
  return (await loadFolders({ data: ['data'], sources: [] }, tree)).problems.map(printProblem);
};
const plan = (lines: string) => ({ 'data/plans/basic.yaml': `${lines}\ncites: [handbook#s1]\n` });

describe('data is refused at the place where it holds one', () => {
  const cases: readonly (readonly [string, Record<string, string>, string])[] = [
    [
      'in the text itself',
      plan('name: B\u001b[31masic'),
      'data/plans/basic.yaml:1:8 plain-text: this line holds the character U+001B',
    ],
    [
      'in a comment',
      plan('name: Basic # \u202e'),
      'data/plans/basic.yaml:1:15 plain-text: this line holds the character U+202E',
    ],
    [
      'on a later line',
      plan('name: Basic\r\ndescription: a\u0085b'),
      'data/plans/basic.yaml:2:15 plain-text: this line holds the character U+0085',
    ],
    [
      'as an escape',
      plan('name: "B\\u001b[31masic"'),
      'data/plans/basic.yaml:1:7 plain-text: this text holds, as an escape, the character U+001B',
    ],
    [
      'as an escape of YAML',
      plan('name: Basic\ndescription: "\\e]0;x\\a"'),
      'data/plans/basic.yaml:2:14 plain-text: this text holds, as an escape, the character U+001B',
    ],
    [
      'in a list',
      plan('name: Basic\nphrases: [a, "b\\u200f"]'),
      'data/plans/basic.yaml:2:14 plain-text: this text holds, as an escape, the character U+200F',
    ],
    [
      'in a key',
      plan('name: Basic\ncases: { "a\\x9b": { of: care, status: covered } }'),
      'plain-text: this text holds, as an escape, the character U+009B',
    ],
    [
      'in a pack',
      {
        'data/plans/pack.ndjson':
          '{"slug":"one","name":"One","cites":["handbook#s1"]}\n{"slug":"two","name":"T\\u007fwo","cites":["handbook#s1"]}\n',
      },
      'data/plans/pack.ndjson:2:22 plain-text: this text holds, as an escape, the character U+007F',
    ],
    [
      'raw in a pack',
      { 'data/plans/pack.ndjson': '{"slug":"one","name":"O\u2066ne","cites":["handbook#s1"]}\n' },
      'data/plans/pack.ndjson:1:24 plain-text: this line holds the character U+2066',
    ],
  ];
  test.each(cases)('%s', async (_, files, expected) => {
    const problems = await problemsOf(files);
    expect(problems).toContainEqual(expect.stringContaining(expected));
    expect(problems.filter((line) => firstHiddenCharacter(line) !== null)).toEqual([]);
  });

  test('and not for an escape of anything else', async () => {
    expect(await problemsOf(plan('name: "B\\u0061sic \\u00e9"\ndescription: "one\\ttwo\\nthree"'))).toEqual([]);
  });
});

test('names of files and words that were typed are escaped', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'covergraph-hidden-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  cpSync(join(import.meta.dirname, '../../data'), folder, { recursive: true });
  renameSync(join(folder, 'plans/tricare.yaml'), join(folder, 'plans/\u001b[2Jtricare\n.yaml'));
  const checked = await run(['check', '--data', folder]);
  const shown = await run(['show', '\u001b]0;pwned\u0007\u202e']);
  expect([checked.code, shown.code]).toEqual([1, 2]);
  expect(checked.err).toContain('\\u001b[2Jtricare\\n.yaml');
  expect(shown.err).toContain('\\u001b]0;pwned\\u0007\\u202e');
  expect([checked, shown].map(({ out, err }) => firstHiddenCharacter(out + err))).toEqual([null, null]);
});
