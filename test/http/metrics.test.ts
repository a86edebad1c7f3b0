/** What each answer adds to the metrics. */
import { expect, test } from 'vitest';
import type { RequestLog } from '../../src/http/request-context.ts';
import { createHistogram } from '../../src/http/metric-batching.ts';
import { createMetrics } from '../../src/http/metrics.ts';

const cached = (): RequestLog => ({
  route: '/graphql',
  rootFields: ['coverage'],
  cost: 20,
  caches: [{ cache: 'response', hit: true }],
  statuses: new Map([['NOT_COVERED', 2]]),
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

test('a cached answer is counted each time that it is sent, and reading the metrics changes nothing', async () => {
  const metrics = createMetrics();
  const requestLog = cached();
  for (let times = 0; times < 3; times += 1) metrics.observer.answered(answered(requestLog));
  const text = await metrics.text();
  expect(text).toContain('covergraph_cache_requests_total{cache="response",hit="true"} 3\n');
  expect(text).toContain('covergraph_determinations_total{status="NOT_COVERED"} 6\n');
  expect(text).toContain('covergraph_request_cost_bucket{le="10"} 0\n');
  expect(text).toContain('covergraph_request_cost_bucket{le="100"} 3\n');
  expect(text).toContain('covergraph_request_cost_sum 60\n');
  expect(text).toContain('covergraph_request_cost_count 3\n');
  const series = 'route="/graphql",operation="coverage",status="200"';
  expect(text).toContain(`covergraph_request_duration_seconds_bucket{le="0.0005",${series}} 0\n`);
  expect(text).toContain(`covergraph_request_duration_seconds_bucket{le="0.001",${series}} 3\n`);
  expect(text).toContain(`covergraph_request_duration_seconds_count{${series}} 3\n`);
  expect(await metrics.text()).toContain('covergraph_determinations_total{status="NOT_COVERED"} 6\n');
});

test('text in labels is escaped, and a value above every bound is only in the last bucket', () => {
  const histogram = createHistogram('work_seconds', 'Work.', [1, 2]);
  const series = histogram.series({ name: 'a "b" \\ c\nd' });
  for (const value of [1, 1.5, 3]) series.observe(value);
  const label = String.raw`name="a \"b\" \\ c\nd"`;
  expect(histogram.text()).toBe(
    `${[
      '# HELP work_seconds Work.',
      '# TYPE work_seconds histogram',
      `work_seconds_bucket{le="1",${label}} 1`,
      `work_seconds_bucket{le="2",${label}} 2`,
      `work_seconds_bucket{le="+Inf",${label}} 3`,
      `work_seconds_sum{${label}} 5.5`,
      `work_seconds_count{${label}} 3`,
    ].join('\n')}\n`,
  );
});

test('the code of an error and the limit that refused a request are counted', async () => {
  const metrics = createMetrics();
  const requestLog: RequestLog = {
    route: '/graphql',
    caches: [{ cache: 'response', hit: false }],
    errorCodes: ['BAD_ID', 'COST_EXCEEDED'],
    refusedBy: 'cost',
  };
  metrics.observer.answered(answered(requestLog));
  const text = await metrics.text();
  expect(text).toContain('covergraph_errors_total{code="BAD_ID"} 1\n');
  expect(text).toContain('covergraph_errors_total{code="COST_EXCEEDED"} 1\n');
  expect(text).toContain('covergraph_refusals_total{limit="cost"} 1\n');
  expect(text).toContain('covergraph_cache_requests_total{cache="response",hit="false"} 1\n');
  expect(text).toContain('covergraph_request_cost_count 0\n');
});

test('a request whose client disconnects before the answer is counted as aborted, without a duration', async () => {
  const metrics = createMetrics();
  const requestLog = cached();
  for (const status of [200, null, 200]) metrics.observer.answered(answered(requestLog, status));
  const text = await metrics.text();
  expect(text).toContain('covergraph_aborted_requests_total{reason="disconnected"} 1\n');
  expect(text).toContain(
    'covergraph_request_duration_seconds_count{route="/graphql",operation="coverage",status="200"} 2\n',
  );
  expect(text).toContain('covergraph_cache_requests_total{cache="response",hit="true"} 3\n');
});

test('refused connections are counted by reason when the metrics are read', async () => {
  const refused = new Map([['max_connections', 0]]);
  const metrics = createMetrics({ connectionsRefused: () => refused });
  expect(await metrics.text()).toContain('covergraph_connections_refused_total{reason="max_connections"} 0');
  refused.set('max_connections', 7).set('bad_request', 2);
  for (let reading = 0; reading < 2; reading += 1) {
    const text = await metrics.text();
    expect(text).toContain('covergraph_connections_refused_total{reason="max_connections"} 7');
    expect(text).toContain('covergraph_connections_refused_total{reason="bad_request"} 2');
  }
});

test('dropped log lines are counted when the metrics are read', async () => {
  let dropped = 0;
  const metrics = createMetrics({ logLinesDropped: () => dropped });
  expect(await metrics.text()).toContain('covergraph_log_lines_dropped_total 0');
  dropped = 12;
  expect(await metrics.text()).toContain('covergraph_log_lines_dropped_total 12');
  expect(await metrics.text()).toContain('covergraph_log_lines_dropped_total 12');
});
