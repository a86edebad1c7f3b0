/** Hostile requests end soon: a named limit refuses them before any work, or they are answered within the allowed cost. */
import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { defaultLimits } from '../../src/http/query-limits/limits.ts';
import { hostile } from '../helpers/hostile-requests.ts';
import { real } from '../helpers/real-server.ts';
import type { Answer } from '../helpers/fake-server.ts';

const { http, logged } = real();
const measured: string[] = [];

test('there are more than thirty hostile requests', () => {
  expect(Object.keys(hostile).length).toBeGreaterThan(40);
});

test.each(Object.entries(hostile))('%s', async (name, { query, variables, ends }) => {
  const from = performance.now();
  const response = await http.fetch('http://localhost/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-graphql-cost': '1' },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  measured.push(`${(performance.now() - from).toFixed(0)} ms ${String(text.length)} bytes ${name}`);
  const { errors, extensions } = JSON.parse(text) as Answer & { extensions: { cost?: { requested: number } } };
  const [first] = errors ?? [];
  expect([first?.extensions['code'] ?? 'answered', first?.extensions['limit'], first?.message]).toContainEqual(
    expect.stringContaining(ends),
  );
  expect(response.status).toBeLessThan(500);
  expect(extensions.cost?.requested ?? 0).toBeLessThanOrEqual(defaultLimits.cost);
  expect(text.length).toBeLessThan(2_000_000);
  expect(logged).toEqual([]);
  if (process.env['MEASURE'] !== undefined)
    writeFileSync(process.env['MEASURE'], measured.sort((a, b) => parseInt(b) - parseInt(a)).join('\n'));
});
