/**
 * The pages and the program agree: no link and no citation is broken, every code that a client or an operator can see is
 * explained, and what the specification marks as not built yet is not in the schema.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { buildSchema, isEnumType, isObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Every file below a folder, by its path from the root of the repository; packages and generated files are left out. */
function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ['node_modules', 'generated'].includes(entry.name) ? [] : filesIn(path);
    return [path];
  });
}
const files = ['docs', '.github', 'src', 'test', 'data'].flatMap(filesIn);
const pages = ['README.md', 'CHANGELOG.md', ...files.filter((path) => path.endsWith('.md'))];

/** A page without its code, in which nothing is a link or a heading. */
const proseOf = (text: string): string => text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');

/** The anchor that GitHub gives a heading. */
function anchorOf(heading: string): string {
  return heading
    .replace(/[`*]|\[([^\]]*)\]\([^)]*\)/g, '$1')
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

/** What a link to a page may name behind `#`: explicit anchors, and headings. Throws where an explicit anchor occurs twice. */
function anchorsOf(text: string): ReadonlySet<string> {
  const explicit = Array.from(text.matchAll(/<a id="([^"]+)"><\/a>/g), ([, id]) => id ?? '');
  const twice = explicit.find((id, index) => explicit.indexOf(id) !== index);
  if (twice !== undefined) throw new Error(`the anchor ${twice} occurs twice`);
  const withoutBlocks = text.replace(/^```[\s\S]*?^```/gm, '');
  const headings = Array.from(withoutBlocks.matchAll(/^#{1,6} (.+)$/gm), ([, heading]) => anchorOf(heading ?? ''));
  return new Set([...explicit, ...headings]);
}
const anchors = new Map(pages.map((page) => [page, anchorsOf(read(page))]));

/** Why a link to a file of the repository, or to an anchor in one, leads nowhere; null where it leads somewhere. */
function brokenBecause(target: string, anchor: string | undefined): string | null {
  if (target.startsWith('..') || !existsSync(join(root, target))) return `${target} does not exist`;
  if (anchor === undefined) return null;
  if (statSync(join(root, target)).isDirectory()) return `${target} is a folder and has no anchors`;
  return anchors.get(target)?.has(anchor) === true ? null : `${target} has no anchor ${anchor}`;
}

const problemsOfLinks = (page: string, text: string): string[] =>
  Array.from(proseOf(text).matchAll(/\]\(([^)\s]+)\)/g), ([, link = '']) => link)
    .filter((link) => !/^[a-z]+:/.test(link))
    .flatMap((link) => {
      const [path = '', anchor] = link.split('#');
      const target = path === '' ? page : relative(root, join(root, dirname(page), path));
      return brokenBecause(target, anchor) ?? [];
    });

const problemsOfCitations = (text: string): string[] =>
  Array.from(text.matchAll(/\bdocs\/[\w./-]+\.md(?:#([\w-]+))?/g)).flatMap(([cited, anchor]) => {
    const [page = ''] = cited.split('#');
    return brokenBecause(page, anchor) ?? [];
  });

describe('links and citations', () => {
  it('of pages lead to a file and an anchor that exist', () => {
    const broken = pages.flatMap((page) => problemsOfLinks(page, read(page)).map((why) => `${page}: ${why}`));
    expect(broken).toEqual([]);
  });

  it('of code and pages name a page of docs and an anchor in it that exist', () => {
    const citing = [...pages, ...files.filter((path) => /\.(?:tsx?|js|yaml|graphql)$/.test(path))].filter(
      (path) => path !== 'test/docs.test.ts',
    );
    const broken = citing.flatMap((path) => problemsOfCitations(read(path)).map((why) => `${path}: ${why}`));
    expect(broken).toEqual([]);
  });

  it('are found to be broken where the file, the anchor or the heading is not there', () => {
    const page = 'docs/errors.md';
    expect(problemsOfLinks(page, 'See [a](semantics.md#ground-2), [b](#limits) and [c](../data/README.md).')).toEqual(
      [],
    );
    expect(
      problemsOfLinks(page, '[a](semantics.md#ground-8) [b](#no-such-heading) [c](nowhere.md) [d](../../x)'),
    ).toEqual([
      'docs/semantics.md has no anchor ground-8',
      'docs/errors.md has no anchor no-such-heading',
      'docs/nowhere.md does not exist',
      '../x does not exist',
    ]);
    expect(problemsOfCitations('// docs/semantics.md#i9 and docs/semantics.md#i19, docs/none.md')).toEqual([
      'docs/semantics.md has no anchor i19',
      'docs/none.md does not exist',
    ]);
  });
});

describe('docs/semantics.md', () => {
  it.each(['section', 'ground', 'i'])('has an anchor for each %s', (kind) => {
    const count = { section: 8, ground: 7, i: 18 }[kind] ?? 0;
    const expected = Array.from(
      { length: count },
      (_, index) => `${kind}${kind === 'i' ? '' : '-'}${String(index + 1)}`,
    );
    expect(expected.filter((anchor) => anchors.get('docs/semantics.md')?.has(anchor) !== true)).toEqual([]);
  });

  const schema = buildSchema(read('schema/covergraph.graphql'));
  const unbuilt = read('docs/semantics.md')
    .split('\n\n')
    .filter((paragraph) => paragraph.startsWith('**Not built yet'));
  const has = (typeName: string, member: string): boolean => {
    const type = schema.getType(typeName);
    if (isEnumType(type)) return type.getValue(member) !== undefined;
    return isObjectType(type) && member in type.getFields();
  };
  it.each([
    ['RuleEffect', 'ASKS', '`asks`'],
    ['RequirementStrength', 'NOT_REQUIRED', 'NOT_REQUIRED'],
    ['RequirementRole', 'ALSO_STATED', 'ALSO_STATED'],
    ['Determination', 'formalities', '`formalities`'],
    ['CoverageLimit', 'terms', '`terms`'],
    ['Determination', 'routes', '`routes`'],
    ['NotStatedReason', 'OTHER_DAYS', 'OTHER_DAYS'],
  ])('marks %s.%s as not built exactly as long as the schema does not have it', (type, member, word) => {
    expect(unbuilt.some((paragraph) => paragraph.includes(word))).toBe(!has(type, member));
  });
});

/** The text of every source file; a list of codes is found by what it looks like, wherever it is. */
const sources = files.filter((path) => /^src\/.*\.ts$/.test(path)).map((path) => ({ path, text: read(path) }));
const found = (pattern: RegExp, within: RegExp = /^src\//): string[] => [
  ...new Set(
    sources
      .filter(({ path }) => within.test(path))
      .flatMap(({ text }) => Array.from(text.matchAll(pattern), ([, name = '']) => name)),
  ),
];
/** The first cells of the rows of a table in a section of a page, as they are between backticks. */
function rowsOf(page: string, heading: string): string[] {
  const [, section = ''] = read(page).split(`## ${heading}\n`);
  return (section.split(/^## /m)[0] ?? '')
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .flatMap((line) => Array.from((line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g), ([, name = '']) => name));
}
const inOrder = (names: readonly string[]): string[] => [...names].sort();

describe('docs/errors.md', () => {
  it('explains every code of a GraphQL error, and no other', () => {
    const [, union = ''] = /export type \w*Code =([^;]+);/.exec(read('src/schema/errors.ts')) ?? [];
    const ofSchema = Array.from(union.matchAll(/'([A-Z_]+)'/g), ([, code = '']) => code);
    const ofServer = found(/\bcode: '([A-Z_]+)'/g, /^src\/(?:http|federation|schema)\//);
    expect(ofSchema.length).toBeGreaterThan(10);
    expect(ofServer).toContain('INTERNAL');
    const extensions = ['code', 'argument', 'value', 'suggestions', 'limit', 'asked', 'allowed', 'requestId'];
    const explained = rowsOf('docs/errors.md', 'Codes of GraphQL errors').filter((name) => !extensions.includes(name));
    expect(inOrder(explained)).toEqual(inOrder([...new Set([...ofSchema, ...ofServer])]));
  });

  it('names every limit of a request', () => {
    const [declared = ''] = found(/export interface Limits \{([\s\S]*?)\n\}/g, /^src\/http\//);
    const limits = Array.from(declared.matchAll(/readonly (\w+): number/g), ([, name = '']) => name);
    expect(limits).toContain('bodyBytes');
    const named = rowsOf('docs/errors.md', 'Limits').filter((name) => /^[a-z]/.test(name));
    expect(inOrder([...named, 'sendSeconds', 'headerSeconds', 'validationErrors'])).toEqual(inOrder(limits));
  });

  it('explains every error of the database and every outcome of a reload, and no other', () => {
    const ofDatabase = found(/^ {2}([A-Z_]+): \[/gm, /^src\/store\/postgres\//);
    expect(ofDatabase).toContain('NOTHING_PUBLISHED');
    expect(inOrder(rowsOf('docs/errors.md', 'Errors of the database'))).toEqual(inOrder(ofDatabase));
    const [outcomes = ''] = found(/readonly outcome: ('LOADED'[^;]+);/g, /^src\/http\//);
    const named = Array.from(outcomes.matchAll(/'([A-Z]+)'/g), ([, name = '']) => name);
    expect(named).toHaveLength(5);
    expect(inOrder(rowsOf('docs/errors.md', 'Outcomes of a reload'))).toEqual(inOrder(named));
  });

  it('explains every exit code', () => {
    const [declared = ''] = found(/export type FailureCode = ([^;]+);/g);
    const codes = ['0', ...declared.split('|').map((code) => code.trim())];
    const [, section = ''] = read('docs/errors.md').split('## Exit codes of the command line\n');
    expect(Array.from(section.matchAll(/^\| +(\d) \|/gm), ([, code]) => code)).toEqual(codes);
  });
});

it('docs/operations.md lists every metric, and no other', () => {
  const names = found(/'(covergraph_\w+)'/g, /^src\/(?:http|server|process)\//);
  const ofDatabase = found(/gauge\(\s*'(\w+)'/g, /^src\/http\//).map((name) => `covergraph_database_${name}`);
  expect(names.length).toBeGreaterThan(5);
  const listed = rowsOf('docs/operations.md', 'Metrics').map((name) => name.replace(/\{.*$/, ''));
  expect(inOrder(listed)).toEqual(inOrder([...names, ...ofDatabase]));
});

describe('docs/decisions', () => {
  const decisions = files.filter((path) => path.startsWith('docs/decisions/') && !path.endsWith('README.md'));

  it('are all listed', () => {
    const listed = Array.from(
      read('docs/decisions/README.md').matchAll(/\]\(([\w-]+\.md)\)/g),
      ([, name = '']) => name,
    );
    expect(inOrder(listed.map((name) => `docs/decisions/${name}`))).toEqual(inOrder(decisions));
  });

  it('each say their context, the decision and its consequences', () => {
    const headings = (path: string): string[] =>
      Array.from(read(path).matchAll(/^## (.+)$/gm), ([, text = '']) => text);
    const others = decisions.filter((path) => headings(path).join() !== 'Context,Decision,Consequences');
    expect(decisions.length).toBeGreaterThan(5);
    expect(others).toEqual([]);
  });
});
