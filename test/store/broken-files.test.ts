/** Loading a folder with broken files always ends soon, with a message that names the file. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { folderFingerprint } from '../../src/store/folder-fingerprint.ts';
import { loadFolders } from '../../src/store/folders.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broken-'));
  mkdirSync(join(folder, 'plans'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

async function reportedProblems(): Promise<string[]> {
  const { graph, problems } = await loadFolders({ data: [folder], sources: [] });
  expect(graph).toBeNull();
  return problems.map(
    ({ file, line, law, message }) => `${file.slice(folder.length + 1)}:${String(line)} ${law}: ${message}`,
  );
}

const LINE = '\n';
const MEGABYTE = 1024 * 1024;
const bomb = [
  'a: &a [x,x,x,x,x,x,x,x,x]',
  ...['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map(
    (name, index) =>
      `${name}: &${name} [${Array<string>(9)
        .fill(`*${'abcdefgh'.charAt(index)}`)
        .join(',')}]`,
  ),
].join(LINE);

const texts: Record<string, [text: string | Uint8Array, problem: string]> = {
  'cut short': [
    'name: Basic\nrules:\n  a: { covered: massage, ci',
    'plans/basic.yaml:3 sound-yaml: this is not sound YAML: Flow map in block collection must be sufficiently indented and end with a }',
  ],
  empty: ['', 'plans/basic.yaml:1 shape: expected a map of fields here'],
  'a list': ['- name: Basic', 'plans/basic.yaml:1 shape: expected a map of fields here'],
  'with a NUL byte': [
    'name: Ba\0sic',
    'plans/basic.yaml:1 readable-file: this file holds a NUL byte, so it is not text',
  ],
  'in another encoding': [
    Uint8Array.from([0x6e, 0x61, 0x6d, 0x65, 0x3a, 0x20, 0xe9]),
    'plans/basic.yaml:1 readable-file: this file is not UTF-8',
  ],
  'an alias bomb': [
    bomb,
    'plans/basic.yaml:1 sound-yaml: this file repeats itself by more than 100 aliases, or by one that means nothing',
  ],
  'with an alias inside itself': ['name: &a [*a]', 'plans/basic.yaml:1 shape: expected a text here'],
  'too large': [
    `name: ${'x'.repeat(5 * MEGABYTE)}`,
    'plans/basic.yaml:1 readable-file: this file has 5242886 bytes, more than the 2097152 that are read',
  ],
  'nested without end': [
    '['.repeat(MEGABYTE),
    'plans/basic.yaml:1 sound-yaml: this file is not read: it is nested too deeply',
  ],
  'nested in lists without end': [
    '- '.repeat(MEGABYTE),
    'plans/basic.yaml:1 sound-yaml: this file is not read: it is nested too deeply',
  ],
  'with a key twice': [
    'name: Basic\nlevel: plan\nname: Better',
    'plans/basic.yaml:3 sound-yaml: the key "name" occurs here a second time',
  ],
  'with a key that means something to the program': [
    'name: Basic\n__proto__: { level: plan }',
    'plans/basic.yaml:2 sound-yaml: this key is not a plain name',
  ],
  'with a key that is a list': [
    'name: Basic\n? [a, b]\n: c',
    'plans/basic.yaml:2 sound-yaml: this key is not a plain name',
  ],
  'of two documents': [
    'name: Basic\n---\nname: Better',
    'plans/basic.yaml:2 sound-yaml: this is not sound YAML: Source contains multiple documents; please use YAML.parseAllDocuments()',
  ],
  'with a value of a type of its own': [
    'name: !!js/function x',
    'plans/basic.yaml:1 sound-yaml: this is not sound YAML: Unresolved tag: tag:yaml.org,2002:js/function',
  ],
};

/** By what is wrong, a file with it and the place of the one fault that is reported. */
const TABS: Record<string, [text: string, at: string]> = {
  'in place of the indent of a key': ['name: Basic\nrules:\n\tin:\n    covered: care', '3:1'],
  'before spaces': ['name: Basic\nrules:\n  in:\n\t  covered: care\n    cites: [a#b]', '4:1'],
  'after spaces': ['name: Basic\nrules:\n  in:\n  \t  covered: care\n    cites: [a#b]', '4:3'],
  'in a map in braces': ['name: Basic\nrules:\n  in: {\n\tcovered: care, cites: [a#b] }', '4:1'],
  'in a list': ['name: Basic\ncites:\n\t- a#b\n\t- a#c', '3:1'],
  'on several lines': ['name: Basic\nrules:\n\tin:\n\t\tcovered: care\n\t\tcites: [a#b]', '3:1'],
  'in a text of several lines': ['name: Basic\ndescription: |\n\tHello', '3:1'],
  'on the first line': ['\tname: Basic', '1:1'],
  'in a file with line ends of Windows': ['name: Basic\r\nrules:\r\n\tin:\r\n\t  covered: care', '3:1'],
};
test.each(Object.entries(TABS))('a tab %s is one problem, at its place', async (_, [text, at]) => {
  writeFileSync(join(folder, 'plans/basic.yaml'), text);
  const { problems } = await loadFolders({ data: [folder], sources: [] });
  expect(problems.map(({ line, column, law }) => `${String(line)}:${String(column)} ${law}`)).toEqual([
    `${at} sound-yaml`,
  ]);
  expect(problems[0]?.message).toMatch(/^this line is indented with a tab/);
});

test.each(['name:\tBasic', 'name: Basic\t', 'name: "Ba\tsic"', 'name: Basic\n\t\nlevel: plan'])(
  'a tab that YAML allows is none: %j',
  async (text) => {
    writeFileSync(join(folder, 'plans/basic.yaml'), text);
    const { problems } = await loadFolders({ data: [folder], sources: [] });
    expect(problems.filter(({ law }) => law === 'sound-yaml')).toEqual([]);
  },
);

test('a value that begins with TODO is to be filled in, whatever its key takes, and is no other problem', async () => {
  const text = [
    'name: "TODO: the name"',
    'level: TODO',
    'within: &a TODO one of the plans',
    'takesRulesFrom: { b: { takes: *a } }',
    'rules: { in: { covered: care, from: TODO a day, cites: [TODO] } }',
    'cases: { it: { of: TODOS, status: covered } }',
    'description: Not a TODO.',
  ];
  writeFileSync(join(folder, 'plans/basic.yaml'), text.join(LINE));
  const { problems } = await loadFolders({ data: [folder], sources: [] });
  expect(problems.map(({ line, law, message }) => `${String(line)} ${law}: ${message}`)).toEqual([
    '1 to-fill-in: name is still to fill in: the name',
    '2 to-fill-in: level is still to fill in',
    '3 to-fill-in: within is still to fill in: one of the plans',
    '4 to-fill-in: takes is still to fill in: one of the plans',
    '5 to-fill-in: from is still to fill in: a day',
    '5 to-fill-in: cites is still to fill in',
    '6 shape: a slug is lower-case letters and digits joined by single hyphens',
  ]);
});

test.each([
  ['level: progam', 'Did you mean program?'],
  ['level: PROGAM', 'Did you mean PROGRAM?'],
  ['level: hospital', 'Write it in the form that this message gives.'],
  [
    'rules: { in: { covered: care, cites: [a#b], costs: [{ share: $1500 copayment }] } }',
    'Did you mean $1,500 copayment?',
  ],
  [
    'rules: { in: { covered: care, cites: [a#b], limits: [{ limit: 20 visits a year }] } }',
    'Did you mean 20 visits per calendar year or 20 visits per plan year?',
  ],
])('what is meant by %j is suggested', async (line, remedy) => {
  writeFileSync(join(folder, 'plans/basic.yaml'), `name: Basic\n${line}\n`);
  const { problems } = await loadFolders({ data: [folder], sources: [] });
  expect(problems.map((problem) => [problem.law, problem.remedy])).toEqual([['shape', remedy]]);
});

test('of several errors of syntax the first is reported, and a colon in a text is explained', async () => {
  writeFileSync(join(folder, 'plans/basic.yaml'), 'name: Basic: the plan\nrules: { a: [ }');
  const { problems } = await loadFolders({ data: [folder], sources: [] });
  expect(problems.map(({ line, column }) => [line, column])).toEqual([[1, 7]]);
  expect(problems[0]?.remedy).toBe(
    'Put a text that has a colon and a space in it in double quotes; else correct it here or just before.',
  );
});

test.each(Object.entries(texts))(
  'a file %s',
  async (_, [text, problem]) => {
    writeFileSync(join(folder, 'plans/basic.yaml'), text);
    const problems = await reportedProblems();
    expect(problems[0]).toBe(problem);
  },
  10_000,
);

test('only the first twenty of fifty thousand wrong keys are reported', async () => {
  writeFileSync(
    join(folder, 'plans/basic.yaml'),
    Array.from({ length: 50_000 }, (_, index) => `key-${String(index)}: x`).join(LINE),
  );
  expect(await reportedProblems()).toHaveLength(20);
}, 10_000);

test('a link that does not end in a regular file is named with its target', async () => {
  symlinkSync('loop.yaml', join(folder, 'plans/loop.yaml'));
  symlinkSync('../gone.yaml', join(folder, 'plans/nothing.yaml'));
  symlinkSync('/dev/zero', join(folder, 'plans/zero.yaml'));
  symlinkSync('/dev/null', join(folder, 'plans/pack.ndjson'));
  execFileSync('mkfifo', [join(folder, '.pipe')]);
  symlinkSync('../.pipe', join(folder, 'plans/pipe.yaml'));
  symlinkSync('elsewhere', join(folder, 'services'));
  symlinkSync('elsewhere', join(folder, 'README.md'));
  const problem = (file: string, message: string): string => `${file}:1 readable-file: ${message}`;
  expect(await reportedProblems()).toEqual([
    problem(
      'README.md',
      'this file cannot be read: it is a symbolic link to elsewhere, and there is nothing at that path',
    ),
    problem(
      'plans/loop.yaml',
      'this file cannot be read: it is a symbolic link to loop.yaml, and its symbolic links lead in a circle',
    ),
    problem(
      'plans/nothing.yaml',
      'this file cannot be read: it is a symbolic link to ../gone.yaml, and there is nothing at that path',
    ),
    problem('plans/pack.ndjson', 'this is a symbolic link to /dev/null, which is a device'),
    problem('plans/pipe.yaml', 'this is a symbolic link to ../.pipe, which is a pipe'),
    problem('plans/zero.yaml', 'this is a symbolic link to /dev/zero, which is a device'),
    problem(
      'services',
      'this file cannot be read: it is a symbolic link to elsewhere, and there is nothing at that path',
    ),
  ]);
});

test('links to files and folders in other places are followed', async () => {
  const outside = mkdtempSync(join(tmpdir(), 'outside-'));
  writeFileSync(join(outside, 'basic.yaml'), 'name: Basic\nwithin: nothing');
  mkdirSync(join(outside, 'services'));
  writeFileSync(join(outside, 'services/care.yaml'), 'title: Care');
  symlinkSync(join(outside, 'basic.yaml'), join(outside, 'current.yaml'));
  symlinkSync(join(outside, 'current.yaml'), join(folder, 'plans/basic.yaml'));
  symlinkSync(join(outside, 'services'), join(folder, 'services'));
  const problems = await reportedProblems();
  rmSync(outside, { recursive: true });
  expect(problems).toEqual([
    'services/care.yaml:1 shape: "name" is missing',
    'services/care.yaml:1 shape: "title" is not a field here',
  ]);
});

test('links inside the folder are followed, as a mounted Kubernetes volume needs', async () => {
  mkdirSync(join(folder, '..2026/plans'), { recursive: true });
  writeFileSync(join(folder, '..2026/plans/basic.yaml'), 'name: Basic\nwithin: nothing');
  rmSync(join(folder, 'plans'), { recursive: true });
  symlinkSync('..2026', join(folder, '..data'));
  symlinkSync('..data/plans', join(folder, 'plans'));
  expect((await reportedProblems())[0]).toMatch(/^plans\/basic\.yaml:2 /);
});

test('a pipe is not waited for', async () => {
  execFileSync('mkfifo', [join(folder, 'plans/pipe.yaml')]);
  expect(await reportedProblems()).toEqual(['plans/pipe.yaml:1 readable-file: this is not a regular file']);
});

const LEFTOVERS = [
  '.#basic.yaml',
  '.DS_Store',
  '._basic.yaml',
  '.basic.yaml.swp',
  '.fuse_hidden0001',
  '.nfs0001',
  '#basic.yaml#',
  '4913',
  '5036',
  'basic.yaml~',
  'basic.yaml.~1~',
  'basic.yaml.orig',
  'basic.yaml.rej',
  'basic.yaml.bak',
  'basic.yaml.swp',
  'basic.yaml.swo',
  'basic.yaml.tmp',
  'basic.yaml.save',
  'basic.yaml___jb_tmp___',
  'basic.yaml___jb_old___',
  'basic.yaml.sb-1a2b3c4d-AbCdEf',
  'Thumbs.db',
  'desktop.ini',
  'Icon\r',
  '~$basic.yaml',
  '~WRL0001.tmp',
  'sedAb12Cd',
  'basic.yaml.dpkg-old',
  'pack.ndjson~',
];

test('what editors and systems leave behind is passed over, at each level, and does not make the watcher load', async () => {
  const before = await folderFingerprint([folder]);
  for (const name of LEFTOVERS)
    for (const place of ['', 'plans', 'services']) {
      mkdirSync(join(folder, place), { recursive: true });
      writeFileSync(join(folder, place, name), 'not: [ data');
    }
  for (const name of ['lost+found', '@eaDir', '.git', '__MACOSX', 'System Volume Information'])
    for (const place of ['', 'plans']) {
      mkdirSync(join(folder, place, name));
      writeFileSync(join(folder, place, name, 'a.yaml'), 'not: [ data');
    }
  symlinkSync('user@host.123:456', join(folder, 'plans/.#x.yaml'));
  const { graph, problems } = await loadFolders({ data: [folder], sources: [] });
  expect(problems).toEqual([]);
  expect(graph).not.toBeNull();
  expect(await folderFingerprint([folder])).toBe(before);
  writeFileSync(join(folder, 'plans/basic.yaml'), 'name: Basic');
  expect(await folderFingerprint([folder])).not.toBe(before);
});

test('what a person may have named is never passed over', async () => {
  const names = ['basic.yml', 'basic.json', 'basic.txt', 'basic.yaml.txt', '2027', '4914', 'tmp', 'backup', 'orig'];
  for (const name of names) writeFileSync(join(folder, 'plans', name), 'name: Basic');
  for (const name of ['old', 'plans.bak']) mkdirSync(join(folder, 'plans', name));
  const problems = await reportedProblems();
  expect(problems.map((problem) => problem.slice(0, problem.indexOf(':1 readable-file: "')))).toEqual(
    [...names, 'old', 'plans.bak'].sort().map((name) => `plans/${name}`),
  );
});

test.each([
  "basic (desktop's conflicted copy 2026-11-30).yaml",
  'basic.sync-conflict-20261130-101112-ABCDEFG.yaml',
  'basic (Case Conflict).yaml',
])('a copy of a conflict is an error that says what it is: %s', async (name) => {
  writeFileSync(join(folder, 'plans', name), 'name: Basic');
  const { problems } = await loadFolders({ data: [folder], sources: [] });
  expect(problems).toMatchObject([
    {
      message: `"${name}" is a copy that a synchronization program made, because a file was changed in two places`,
      remedy: 'Bring what differs into the file itself, and delete the copy.',
    },
  ]);
});

test.each([
  ['low byte first', [0xff, 0xfe]],
  ['high byte first', [0xfe, 0xff]],
])('a file in UTF-16, %s, is named as such', async (_, mark) => {
  writeFileSync(join(folder, 'plans/basic.yaml'), Buffer.from([...mark, 0x6e, 0x00]));
  expect((await reportedProblems())[0]).toBe('plans/basic.yaml:1 readable-file: this file is in UTF-16');
});

test('a file name in the wrong case, with the wrong ending or in the wrong place gets a suggestion', async () => {
  for (const name of ['Basic.yaml', 'basic.yml', 'my basic.yaml', `${'x'.repeat(101)}.yaml`])
    writeFileSync(join(folder, 'plans', name), 'name: Basic');
  mkdirSync(join(folder, 'plans/more'));
  mkdirSync(join(folder, 'service'));
  writeFileSync(join(folder, 'Territories.yaml'), '');
  const { problems } = await loadFolders({ data: [folder], sources: [] });
  expect(problems.map(({ file, remedy }) => `${file.slice(folder.length + 1)}: ${remedy}`)).toEqual([
    'Territories.yaml: Did you mean territories.yaml?',
    'plans/Basic.yaml: Rename it to basic.yaml, or take it out.',
    'plans/basic.yml: Rename it to basic.yaml, or take it out.',
    'plans/more: Move its files to the folder above it.',
    'plans/my basic.yaml: Rename it to my-basic.yaml, or take it out.',
    `plans/${'x'.repeat(101)}.yaml: Rename it to ${'x'.repeat(100)}.yaml, or take it out.`,
    'service: Did you mean services?',
  ]);
});

test('a missing folder and an empty folder are problems', async () => {
  const { problems } = await loadFolders({
    data: [join(folder, 'nowhere'), join(folder, 'plans')],
    sources: [join(folder, 'originals')],
  });
  expect(problems.map(({ message }) => message)).toEqual([
    'this folder cannot be listed: it is not there',
    'this data folder is empty',
    'this folder cannot be listed: it is not there',
  ]);
});

test('if a file cannot be read, problems of other files are reported, and problems that depend on that file are not', async () => {
  writeFileSync(join(folder, 'plans/a.yaml'), 'name: A\nwithin: b');
  writeFileSync(join(folder, 'plans/b.yaml'), 'name: [');
  writeFileSync(join(folder, 'plans/c.yaml'), 'name: C\nwithin: c');
  expect((await reportedProblems()).map((problem) => problem.split(' ').slice(0, 2).join(' '))).toEqual([
    'plans/b.yaml:1 sound-yaml:',
    'plans/c.yaml:2 cycle:',
  ]);
});
