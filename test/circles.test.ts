/** No file of `src` imports itself through other files, types included. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const src = join(import.meta.dirname, '../src');

/** The files that each file imports. */
type Imports = ReadonlyMap<string, readonly string[]>;

/** Reads the relative imports of all files of `src`: static and dynamic ones, exports from, and imports of types. */
function importsOfSource(): Imports {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));
  return new Map(files.map((file) => [file, importsOf(file, readFileSync(join(src, file), 'utf8'))]));
}

function importsOf(file: string, text: string): string[] {
  return ts
    .preProcessFile(text, true, true)
    .importedFiles.filter(({ fileName }) => fileName.startsWith('.'))
    .map(({ fileName }) => normalize(join(dirname(file), fileName)));
}

/**
 * Returns the groups of files that import each other in circles: the strongly connected components of more than one file, and
 * files that import themselves (Tarjan's algorithm).
 */
function circles(imports: Imports): string[][] {
  const found: string[][] = [];
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const visit = (file: string): void => {
    order.set(file, order.size);
    lowest.set(file, order.size - 1);
    open.push(file);
    for (const imported of imports.get(file) ?? []) {
      if (!order.has(imported)) visit(imported);
      if (open.includes(imported)) lowest.set(file, Math.min(lowest.get(file) ?? 0, lowest.get(imported) ?? 0));
    }
    if (lowest.get(file) !== order.get(file)) return;
    const group = open.splice(open.indexOf(file));
    if (group.length > 1 || imports.get(file)?.includes(file) === true) found.push(group.sort());
  };
  for (const file of imports.keys()) if (!order.has(file)) visit(file);
  return found;
}

describe('imports', () => {
  const imports = importsOfSource();

  test('are all read, and each names a file', () => {
    expect(imports.size).toBeGreaterThan(300);
    const missing = [...imports.values()].flat().filter((file) => !existsSync(join(src, file)));
    expect(missing).toEqual([]);
    expect(
      importsOf(
        'http/x.ts',
        `import type { A } from './a.ts'; import { b } from '../b.ts'; export * from './c.ts'; import './d.ts';
         const e = import('./e.ts'); type F = import('./f.ts').F; import { parse } from 'graphql';`,
      ),
    ).toEqual(['http/a.ts', 'b.ts', 'http/c.ts', 'http/d.ts', 'http/e.ts', 'http/f.ts']);
  });

  test('form no circle', () => {
    expect(circles(imports)).toEqual([]);
  });

  test('a circle is found, of any length, and each circle once', () => {
    const some = new Map([
      ['start', ['a', 'self', 'end']],
      ['a', ['b']],
      ['b', ['c', 'end']],
      ['c', ['a']],
      ['self', ['self']],
      ['x', ['y', 'a']],
      ['y', ['x']],
      ['end', []],
    ]);
    expect(circles(some)).toEqual([['a', 'b', 'c'], ['self'], ['x', 'y']]);
  });
});
