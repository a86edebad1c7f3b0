/** `covergraph verify` checks a saved answer against the data. */
import { readFileSync } from 'node:fs';
import { graphqlSync } from 'graphql';
import { describe, expect, test } from 'vitest';
import { schema } from '../../src/schema/index.ts';
import { at, context } from '../schema/ask.ts';
import { run } from '../helpers/terminal.ts';

const source = readFileSync(at('src/examples/how-do-i-keep-a-receipt-of-an-answer.graphql'), 'utf8');
const saved = JSON.stringify(graphqlSync({ schema, source, contextValue: context }));
const verify = (text: string) => run(['verify', 'answer.json'], { read: () => Promise.resolve(text) });

describe('verify', () => {
  test('accepts the unchanged response to the example', async () => {
    const { code, out, err } = await verify(saved);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^Accepted: /);
  });
  test('rejects a response with one changed word of the verdict, and names its field', async () => {
    const { code, out, err } = await verify(saved.replace('"status":"CONDITIONAL"', '"status":"COVERED"'));
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^Rejected\.\n {2}status is "COVERED"; the data gives "CONDITIONAL"/);
  });
  test('does not check an answer of another data version, and says so', async () => {
    const { code, err } = await verify(saved.replaceAll(context.graph.version, 'f'.repeat(64)));
    expect(code).toBe(1);
    expect(err).toMatch(/^Not checked\.\n {2}Not checked: all of it: it was derived from the data version ffff/);
  });
  test.each(['', '{', 'null', '[]', '{"data":null}', '{"data":{"coverage":{}}}'])(
    'says what is wrong with "%s"',
    async (text) => {
      const { code, out, err } = await verify(text);
      expect([code, out]).toEqual([1, '']);
      expect(err).toMatch(/is not JSON|it is no receipt/);
    },
  );
});
