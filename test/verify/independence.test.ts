/**
 * The checker and the oracle are written twice over from docs/semantics.md so that a fault in the engine shows. That
 * holds only while neither takes code from it, nor from the graph's own reasoning, nor from the other.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

interface Import {
  /** As written: a package, or a relative path. */
  readonly from: string;
  /** Whether nothing of it is left when the program runs. */
  readonly isTypeOnly: boolean;
}

const parsed = (file: string, text = readFileSync(join(root, file), 'utf8')): ts.SourceFile =>
  ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);

/** Every module that a file names, also in `import()` and in the types of a signature. */
function importsOf(source: ts.SourceFile): Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, isTypeOnly: boolean): void => {
    if (specifier) found.push({ from: ts.isStringLiteralLike(specifier) ? specifier.text : '?', isTypeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node))
      add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node)) add(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : node, true);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0] ?? node, false);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** A module by its place in the repository; a package by its name. */
const placeOf = (file: string, { from }: Import): string =>
  from.startsWith('.') ? relative(root, join(root, dirname(file), from)) : from;

/** Fields of entries that the graph works out; the checker has to work them out itself. */
const WORKED_OUT = [
  'atoms',
  'parts',
  'impliedClosure',
  'implies',
  'excludes',
  'up',
  'everywhere',
  'defaultHome',
  'abroad',
];

/** Uses of such fields, by dot or in a pattern. */
function fieldsRead(source: ts.SourceFile): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) found.push(node.name.text);
    if (ts.isBindingElement(node)) found.push((node.propertyName ?? node.name).getText(source));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found.filter((name) => WORKED_OUT.includes(name));
}

const checker = readdirSync(join(root, 'src/verify')).map((name) => `src/verify/${name}`);

/**
 * What the checker may import: itself, closed lists, the types of entries, and the package that reads a receipt's form.
 */
function isAllowedInChecker(file: string, each: Import): boolean {
  const place = placeOf(file, each);
  if (place === 'zod' || /^src\/(verify|model)\//.test(place)) return true;
  return place === 'src/graph/entries.ts' && each.isTypeOnly;
}

/** The oracle's own files: what can be reached from it. */
function filesReachedFrom(start: string): string[] {
  const files = new Set([start]);
  for (const file of files) {
    for (const each of importsOf(parsed(file))) {
      const place = placeOf(file, each);
      if (place.startsWith('test/')) files.add(place);
    }
  }
  return [...files];
}
const oracle = filesReachedFrom('test/oracle/oracle.ts');

function isAllowedInOracle(file: string, each: Import): boolean {
  return oracle.includes(placeOf(file, each)) || placeOf(file, each).startsWith('src/model/');
}

describe('the checker shares no code with the engine', () => {
  test.each(checker)('%s imports closed lists and the types of entries alone', (file) => {
    expect(importsOf(parsed(file)).filter((each) => !isAllowedInChecker(file, each))).toEqual([]);
  });
  test.each(checker)('%s reads nothing that the graph works out', (file) => {
    expect(fieldsRead(parsed(file))).toEqual([]);
  });
  test('a violation of these laws is found', () => {
    const bad = parsed(
      'src/verify/bad.ts',
      `import { testsOf } from '../graph/rules.ts'; import { Rule } from '../graph/entries.ts'; import type { A } from '../graph/entries.ts';
       export { names } from '../engine/defeat.ts'; const b = await import('../engine/reach.ts'); type C = import('../graph/build.ts').Built;
       const d = (await import(b)).d; const { atoms, up: above } = territory; const e = condition.impliedClosure; import { z } from 'zod';`,
    );
    const broken = importsOf(bad).filter((each) => !isAllowedInChecker('src/verify/bad.ts', each));
    expect(broken.map(({ from }) => from)).toEqual([
      '../graph/rules.ts',
      '../graph/entries.ts',
      '../engine/defeat.ts',
      '../engine/reach.ts',
      '../graph/build.ts',
      '?',
    ]);
    expect(fieldsRead(bad)).toEqual(['atoms', 'up', 'impliedClosure']);
  });
});

describe('the oracle shares no code with the engine, the graph or the checker', () => {
  test('it is the files of test/oracle/semantics', () => {
    const folder = readdirSync(join(root, 'test/oracle/semantics')).map((name) => `test/oracle/semantics/${name}`);
    expect([...oracle].sort()).toEqual(['test/oracle/oracle.ts', ...folder].sort());
  });
  test.each(oracle)('%s imports closed lists and the shapes of the data alone', (file) => {
    expect(importsOf(parsed(file)).filter((each) => !isAllowedInOracle(file, each))).toEqual([]);
  });
});
