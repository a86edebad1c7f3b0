/** Metrics of answers from the response cache, which share a request log. */
import { expect, test } from 'vitest';
import type { RequestLog } from '../../src/http/request-context.ts';
import { createMetrics } from '../../src/http/metrics.ts';

const cachedLog = (): RequestLog => ({
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

test('each cached answer is counted as often as it was sent, however many there are before the metrics are read', async () => {
  const metrics = createMetrics();
  const answers = Array.from({ length: 1_500 }, cachedLog);
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

test('a request whose client disconnects before a cached answer is sent is counted as aborted, and nothing is counted twice', async () => {
  const metrics = createMetrics();
  const requestLog = cachedLog();
  for (const status of [200, null, 200]) metrics.observer.answered(answered(requestLog, status));
  const text = await metrics.text();
  expect(text).toContain('covergraph_aborted_requests_total 1');
  expect(text).toContain(
    'covergraph_request_duration_seconds_count{route="/graphql",operation="coverage",status="200"} 2',
  );
  expect(text).toContain('covergraph_cache_requests_total{cache="response",hit="true"} 3');
});

test('the count of dropped log lines is current when the metrics are read', async () => {
  let dropped = 0;
  const metrics = createMetrics(() => dropped);
  expect(await metrics.text()).toContain('covergraph_log_lines_dropped_total 0');
  dropped = 12;
  expect(await metrics.text()).toContain('covergraph_log_lines_dropped_total 12');
  expect(await metrics.text()).toContain('covergraph_log_lines_dropped_total 12');
});
