/** What is offered to larger graphs and to clients with documents of their own: a flag before the environment, and nothing where nothing is said. */
import { delimiter, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readOffering } from '../../src/cli/offering.ts';
import { readSettings } from '../../src/cli/serving.ts';

test('where nothing is said, what is built in holds', () => {
  expect(readOffering({}, {})).toEqual({});
  expect(readOffering({}, { WITHHOLD: '', DOCUMENTS: '', TRUSTED_ONLY: '' })).toEqual({});
});

test('the environment lists fields by commas and files as in PATH', () => {
  expect(
    readOffering(
      {},
      { WITHHOLD: 'node, nodes,', DOCUMENTS: ['a.json', 'b.json'].join(delimiter), TRUSTED_ONLY: 'true' },
    ),
  ).toEqual({ withhold: ['node', 'nodes'], documents: [resolve('a.json'), resolve('b.json')], trustedOnly: true });
  expect(readOffering({}, { WITHHOLD: 'none' })).toEqual({ withhold: [] });
});

test('flags come first', () => {
  expect(
    readOffering(
      { withhold: ['plan'], documents: ['c.json'], trustedOnly: false },
      { WITHHOLD: 'node', DOCUMENTS: 'a.json', TRUSTED_ONLY: 'true' },
    ),
  ).toEqual({ withhold: ['plan'], documents: [resolve('c.json')], trustedOnly: false });
});

test('the settings of the server hold it', () => {
  const { settings } = readSettings(
    { withhold: ['plan'] },
    { env: { TRUSTED_ONLY: '1' }, ownData: 'own', isFolder: () => true, secretIn: () => null },
  );
  expect(settings).toMatchObject({ withhold: ['plan'], trustedOnly: true });
});
