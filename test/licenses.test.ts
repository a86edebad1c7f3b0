/** The project's license is the published text, and the licenses of all that is in the build are next to it. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { licenseText, ownLicenses, packageLicenses, parseLicenseText } from '../scripts/licenses.ts';

const read = (path: string): string => readFileSync(fileURLToPath(new URL(`../${path}`, import.meta.url)), 'utf8');

test('LICENSE is the Apache License 2.0 as the Apache Software Foundation publishes it', () => {
  expect(createHash('sha256').update(read('LICENSE')).digest('hex')).toBe(
    'cfc7749b96f63bd31c3c42b5c471bf756814053e847c10f3eb003417bc523d30',
  );
});

describe('the licenses of the packages in GraphiQL', () => {
  const text = read('scripts/graphiql-licenses.txt');

  test('are those of the installed version; after an update, run scripts/graphiql-licenses.js', () => {
    const { version } = JSON.parse(read('node_modules/@graphql-yoga/render-graphiql/package.json')) as {
      version: string;
    };
    expect(text.split('\n')[0]).toBe(
      `The packages in GraphiQL, as @graphql-yoga/render-graphiql ${version} contains it`,
    );
  });

  test.each([
    'graphiql',
    'monaco-editor',
    'monaco-graphql',
    'react',
    'react-dom',
    'markdown-it',
    'prettier',
    'graphql-language-service',
    '@graphql-tools/url-loader',
    '@fontsource/fira-code',
    '@fontsource/roboto',
    '@vscode/codicons',
  ])('have that of %s', (name) => {
    expect(text.split('\n').some((line) => line.split(', ').includes(name))).toBe(true);
  });

  test('have the notices of what these packages contain themselves, such as DOMPurify in Monaco', () => {
    expect(text).toMatch(/dompurify/i);
    expect(text).toContain('SIL OPEN FONT LICENSE');
  });
});

describe('the text of all licenses', () => {
  const files = [
    'node_modules/graphql/index.mjs',
    'node_modules/@pothos/core/esm/index.js',
    'src/program.ts',
    'lazy:x',
  ];
  const licenses = new Map([...packageLicenses(files), ...ownLicenses()]);
  const text = licenseText(licenses);

  test("begins with the project's own and has each package once", () => {
    const headings = [...parseLicenseText(text).keys()];
    expect(headings.slice(0, 3)).toEqual(['Covergraph', '@pothos/core', 'graphql']);
    expect(headings).toHaveLength(5);
    expect(text).toContain(read('node_modules/graphql/LICENSE').trim());
    expect(text).toContain(read('LICENSE').trim());
  });

  test('is the same after it is read and written again', () => {
    expect(licenseText(parseLicenseText(text))).toBe(text);
  });
});
