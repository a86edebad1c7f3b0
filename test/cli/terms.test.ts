/** What the command line shows of formalities, ways, terms, later days and scope. Expected lines worked out by hand. */
import { beforeAll, expect, test } from 'vitest';
import type { Context } from '../../src/schema/index.ts';
import { loadFolders, printProblem } from '../../src/store/folders.ts';
import { inMemory } from '../../src/store/memory.ts';
import { examplePlan } from '../helpers/example-plan.ts';
import { ownData } from '../helpers/own-data.ts';
import { outputOf, run } from '../helpers/terminal.ts';

const today = '2026-11-23';
let context: Context;

beforeAll(async () => {
  const example = [...examplePlan(today)].map(([path, text]) => [`data/${path}`, text] as const);
  const { graph, problems } = await loadFolders(
    { data: ['data'], sources: [] },
    inMemory(new Map([...ownData, ...example])),
  );
  if (!graph) throw new Error(problems.map(printProblem).join('\n'));
  context = { graph, today, loadedAt: `${today}T12:00:00Z` };
});

/** The lines below a heading, up to the next empty line, each without the indent. */
function under(heading: string, out: string): string[] {
  const lines = out.split('\n');
  const start = lines.indexOf(heading);
  if (start < 0) throw new Error(`there is no heading ${heading} in:\n${out}`);
  return lines.slice(start + 1, lines.indexOf('', start)).map((line) => line.trim());
}

const coverage = async (...flags: string[]): Promise<string> =>
  (
    await run(['coverage', 'example-plan', 'acupuncture', ...flags], {
      columns: 200,
      load: () => Promise.resolve(context),
    })
  ).out;

test('the ways to be covered have each their own requirements, limits and costs', async () => {
  const out = await coverage();
  expect(under('What is enough to be covered', out)).toEqual([
    '- prescribed: covered',
    'prior authorization',
    '20 visits per calendar year',
    "$5 copayment per visit in network, if given by a provider in the plan's network",
    '- medically necessary: covered',
    '$20 copayment per visit',
    "$5 copayment per visit in network, if given by a provider in the plan's network",
  ]);
});

test('limits and costs of the answer have their terms', async () => {
  const out = await coverage();
  expect(under('Limits', out)).toEqual(['- 20 visits per calendar year, if prescribed']);
  expect(under('Costs', out)).toContain(
    "- $5 copayment per visit in network, if given by a provider in the plan's network",
  );
});

test('each formality has its verdict and its source, and what is not stated is one line', async () => {
  const open = under('Paperwork and approvals', await coverage());
  expect(open.find((line) => line.startsWith('- Prior authorization'))).toMatch(
    /^- Prior authorization\. May be required: .*Stated by Brochure of the example plan$/,
  );
  expect(open.find((line) => line.startsWith('- Referral'))).toMatch(
    /^- Referral\. Not required: .*Stated by Brochure of the example plan$/,
  );
  expect(open.at(-1)).toBe('- Not stated: provider network, documentation');
  const given = under('Paperwork and approvals', await coverage('--met', 'prescribed'));
  expect(given.find((line) => line.startsWith('- Prior authorization'))).toMatch(/Required: /);
  const met = under('Paperwork and approvals', await coverage('--met', 'prescribed,prior-authorization'));
  expect(met.find((line) => line.startsWith('- Prior authorization'))).toMatch(/Met: /);
});

test('the answer of next year is shown where no day is given, and only then', async () => {
  const later = under('What will change', await coverage());
  expect(later[0]).toMatch(
    /^- 2027-01-01: CONDITIONAL, at best COVERED\. It depends\. Example plan covers acupuncture/,
  );
  expect(later).toContain('20 visits per calendar year, if prescribed');
  expect(await coverage('--on', '2026-12-01')).not.toContain('What will change');
});

test('what was not read is listed', async () => {
  const [ofPlan, ...ofDataSet] = under('Not read', await coverage());
  expect(ofPlan).toBe('- The evidence of coverage of the example plan');
  expect(ofDataSet.length).toBeGreaterThan(0);
});

test('what a source states in addition is set apart, with the source', async () => {
  const out = await outputOf('coverage', 'tricare-prime', 'massage-therapy');
  expect(under('Also stated', out)[0]).toBe('[ ] prescribed (Does Medicare Cover Massage Therapy?)');
  expect(under('One source decides', out).join(' ')).toBe(
    '- without TRICARE West benefits A to Z, letter M (tricare-west-benefits): not covered',
  );
});

test('a question in words is answered with its formalities', async () => {
  const out = await outputOf('ask', 'does tricare prime cover massage');
  expect(under('Paperwork and approvals (TRICARE Prime, Massage therapy)', out).join(' ')).toContain(
    'Prior authorization. May be required: prior authorization',
  );
});
