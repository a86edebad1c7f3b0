/** `covergraph ask`: a question in plain English, in the terminal. */
import { print } from 'graphql';
import { expect, test } from 'vitest';
import { AskInTerminalDocument } from '../../src/cli/generated/graphql.ts';
import { ask } from '../schema/ask.ts';
import { start } from '../helpers/covergraph-process.ts';
import { json, run, outputOf } from '../helpers/terminal.ts';

test('prints what was understood, the answer, why, and the source of each number in the answer', async () => {
  const out = await outputOf('ask', 'what', 'does', 'tricare', 'prime', 'require', 'for', 'massage');
  expect(out).toMatch(/^Understood as: requirements of TRICARE Prime: Massage therapy\n/);
  expect(out).toMatch(/^Why \(TRICARE Prime, Massage therapy: CONDITIONAL/m);
  const numbers = new Set([...out.matchAll(/\[(\d+)\]/g)].map(([, number]) => Number(number)));
  for (const number of numbers) expect(out).toContain(`\n  [${String(number)}] `);
});

test('takes a question with or without quotes, and prints exactly what the API answers', async () => {
  const question = 'is kneading part of 97124';
  const answer = ask(print(AskInTerminalDocument), { question });
  expect(await json('ask', question)).toEqual(answer);
  expect(await json('ask', ...question.split(' '))).toEqual(answer);
});

test('a question that is not understood gets what was understood of it, and what can be asked', async () => {
  const { code, out, err } = await run(['ask', 'does aetna gold cover massage']);
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(/^Understood only: .*Massage therapy\n/);
  expect(out).toContain('Not understood\n  - aetna gold\n');
  expect(out).toContain('You could ask\n  - ');
});

test('without a question, each line that is typed is a question, except empty lines', async () => {
  const { out } = await run(['ask'], {
    prompt: (answer) => {
      for (const line of ['what is effleurage', '', 'is kneading part of 97124']) answer(line);
      return Promise.resolve();
    },
  });
  expect(out.match(/^Understood as: /gm)).toHaveLength(2);
});

test('a line at the prompt goes on from the one before', async () => {
  const { out } = await run(['ask'], {
    prompt: (answer) => {
      for (const line of ['does tricare prime cover massage', 'zzz?', 'what about select?']) answer(line);
      return Promise.resolve();
    },
  });
  expect(out.match(/^Understood as: .*/gm)).toEqual([
    expect.stringContaining('TRICARE Prime'),
    expect.stringContaining('TRICARE Select'),
  ]);
  expect(out).toContain('From the question before: massage therapy.');
});

test('the prompt reads lines until there are no more', async () => {
  const { code, out } = await start(['ask'], { input: 'what is effleurage\nis kneading part of 97124\n' }).ended;
  expect(code).toBe(0);
  expect(out.match(/Understood as: /g)).toHaveLength(2);
});
