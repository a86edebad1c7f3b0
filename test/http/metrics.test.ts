/** What an answer adds to the metrics where it is sent over and over from memory. */
import { expect, test } from 'vitest';
import type { RequestLog } from '../../src/http/request-context.ts';
import { createMetrics } from '../../src/http/metrics.ts';

const kept = (): RequestLog => ({
  route: '/graphql',
  rootFields: ['coverage'],
  cost: 20,
  caches: [{ cache: 'response', hit: true }],
  statuses: new Map([['NOT_COVERED', 2]]),
  isShared: true,
});
const answered = (requestLog: RequestLog, status: number | null = 200) => ({
  requestId: 'one',
  method: 'POST',
  status,
  from: 0,
  to: 1,
  bytes: 10,
  requestLog,
  headers: {},
});

test('each of many kept answers is counted as often as it was sent, however many there are before anybody asks', async () => {
  const metrics = createMetrics();
  const answers = Array.from({ length: 1_500 }, kept);
  for (let round = 0; round < 3; round += 1)
    for (const requestLog of answers) metrics.observer.answered(answered(requestLog));
  const text = await metrics.text();
  expect(text).toContain('covergraph_cache_requests_total{cache="response",hit="true"} 4500');
  expect(text).toContain('covergraph_determinations_total{status="NOT_COVERED"} 9000');
  expect(text).toContain('covergraph_request_cost_count 4500');
  expect(text).toContain('covergraph_request_cost_sum 90000');
  expect(text).toContain(
    'covergraph_request_duration_seconds_count{route="/graphql",operation="coverage",status="200"} 4500',
  );
  expect(await metrics.text()).toContain('covergraph_determinations_total{status="NOT_COVERED"} 9000');
});

test('a client that disconnects before a cached answer is sent is counted as aborted, and once', async () => {
  const metrics = createMetrics();
  const requestLog = kept();
  for (const status of [200, null, 200]) metrics.observer.answered(answered(requestLog, status));
  const text = await metrics.text();
  expect(text).toContain('covergraph_aborted_requests_total{reason="disconnected"} 1');
  expect(text).toContain(
    'covergraph_request_duration_seconds_count{route="/graphql",operation="coverage",status="200"} 2',
  );
  expect(text).toContain('covergraph_cache_requests_total{cache="response",hit="true"} 3');
});

test('lines of the log that were dropped are counted as they are when metrics are read', async () => {
  let dropped = 0;
  const metrics = createMetrics({ logLinesDropped: () => dropped });
  expect(await metrics.text()).toContain('covergraph_log_lines_dropped_total 0');
  dropped = 12;
  expect(await metrics.text()).toContain('covergraph_log_lines_dropped_total 12');
  expect(await metrics.text()).toContain('covergraph_log_lines_dropped_total 12');
});
