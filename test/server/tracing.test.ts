/** Traces go to the collector that is configured, by OpenTelemetry's semantic conventions and without what was asked; without one there are none. */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readServerSettings } from '../../src/config/server.ts';
import { tracingTo } from '../../src/config/telemetry.ts';
import { createLossReporter } from '../../src/server/trace-export.ts';
import { createTracing } from '../../src/server/tracing.ts';
import { serve } from '../../src/server.ts';

interface Span {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly kind: number;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly attributes: readonly { readonly key: string; readonly value: Readonly<Record<string, unknown>> }[];
  readonly status: { readonly code: number };
}
interface Sent {
  readonly resourceSpans: readonly {
    readonly resource: Pick<Span, 'attributes'>;
    readonly scopeSpans: readonly { readonly spans: readonly Span[] }[];
  }[];
}

/** A collector on the loopback, and what came there. */
async function collector(status = 200) {
  const came: { path: string; type: string; text: string; bytes: Buffer; headers: IncomingHttpHeaders }[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => {
      parts.push(part);
    });
    request.on('end', () => {
      const bytes = Buffer.concat(parts);
      const { url: path = '', headers } = request;
      came.push({ path, type: headers['content-type'] ?? '', text: bytes.toString(), bytes, headers });
      response.writeHead(status, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { address: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`, came };
}

/** Asks each in turn and waits until everything is sent. */
async function traced(
  tracesTo: string | null,
  requests: readonly (readonly [path: string, init: RequestInit])[],
): Promise<number> {
  const server = await serve({
    port: 0,
    host: '127.0.0.1',
    data: [fileURLToPath(new URL('../../data', import.meta.url))],
    sources: [],
    tracesTo,
  });
  for (const [path, init] of requests)
    await (await fetch(`http://127.0.0.1:${String(server.port)}${path}`, init)).text();
  await server.close();
  return server.port;
}

const plain = (of: Pick<Span, 'attributes'>): Record<string, unknown> =>
  Object.fromEntries(of.attributes.map(({ key, value }) => [key, Object.values(value)[0]]));
const parent = { traceId: '0af7651916cd43dd8448eb211c80319c', spanId: 'b7ad6b7169203331' };
const json = { 'content-type': 'application/json' };

test("a request is a server's span with its operation within, and goes on with a trace that a proxy began", async () => {
  const { address, came } = await collector();
  await traced(address, [
    [
      '/graphql',
      {
        method: 'POST',
        headers: {
          ...json,
          'x-request-id': 'from-the-proxy-1',
          traceparent: `00-${parent.traceId}-${parent.spanId}-01`,
        },
        body: JSON.stringify({ query: 'query Home { plan(slug: "swordfish") { slug } }' }),
      },
    ],
    ['/nowhere/swordfish?q=swordfish', {}],
    ['/graphql', { method: 'PURGE' }],
    ['/graphql', { headers: { accept: 'text/html' } }],
  ]);
  // One batch as a rule; a slow machine may need more than the five seconds after which a batch is sent.
  expect(new Set(came.map(({ path, type }) => `${path} ${type}`))).toEqual(new Set(['/v1/traces application/json']));
  for (const { text } of came) expect(text).not.toContain('swordfish');
  const resources = came.flatMap(({ text }) => (JSON.parse(text) as Sent).resourceSpans);
  for (const { resource } of resources) expect(plain(resource)).toMatchObject({ 'service.name': 'covergraph' });
  const spans = resources.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans));
  const asked = spans.find(({ name }) => name === 'POST /graphql');
  const inner = spans.find(({ name }) => name === 'query');
  expect(asked).toMatchObject({ kind: 2, traceId: parent.traceId, parentSpanId: parent.spanId, status: { code: 0 } });
  expect(asked && plain(asked)).toEqual({
    'http.request.method': 'POST',
    'http.route': '/graphql',
    'url.path': '/graphql',
    'url.scheme': 'http',
    'http.response.status_code': 200,
    'http.request.header.x-request-id': { values: [{ stringValue: 'from-the-proxy-1' }] },
  });
  expect(inner).toMatchObject({ kind: 1, traceId: parent.traceId, parentSpanId: asked?.spanId });
  expect(inner && plain(inner)).toEqual({ 'graphql.operation.type': 'query', 'graphql.operation.name': 'Home' });
  for (const { startTimeUnixNano, endTimeUnixNano } of spans)
    expect([
      Math.abs(Number(startTimeUnixNano) / 1e6 - Date.now()) < 60_000,
      Number(endTimeUnixNano) >= Number(startTimeUnixNano),
    ]).toEqual([true, true]);
  const others = spans.filter((span) => span !== asked && span !== inner);
  expect(
    others.map((span) => [span.name, span.traceId === parent.traceId, plain(span)['http.response.status_code']]),
  ).toEqual([
    ['GET', false, 404],
    ['HTTP /graphql', false, 405],
    ['GET /graphql', false, 200],
  ]);
  expect(others[1] && plain(others[1])).toMatchObject({ 'http.request.method': '_OTHER' });
});

test('a collector that is not there costs no answer, and the process still ends', async () => {
  expect(await traced('http://127.0.0.1:9', [['/graphql?query={__typename}', {}]])).toBeGreaterThan(0);
});

test('without a collector nothing is sent, whatever trace a request belongs to', async () => {
  const { came } = await collector();
  await traced(null, [
    ['/graphql?query={__typename}', { headers: { traceparent: `00-${parent.traceId}-${parent.spanId}-01` } }],
  ]);
  expect(came).toEqual([]);
});

/** Traces one request with the settings that the variables give, and resolves to what came to the collector. */
async function tracedWith(
  env: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
  status = 200,
) {
  const { address, came } = await collector(status);
  const { settings, problems } = await readServerSettings(
    {},
    {
      env: { OTEL_EXPORTER_OTLP_ENDPOINT: address, PORT: '0', ...env },
      ownData: fileURLToPath(new URL('../../data', import.meta.url)),
      isFolder: () => true,
      readText: () => null,
    },
  );
  if (settings === undefined) throw new Error(problems.join('\n'));
  const server = await serve(settings);
  await (await fetch(`http://127.0.0.1:${String(server.port)}/graphql?query={__typename}`, { headers })).text();
  await server.close();
  return came;
}
const resourceIn = (text: string): Record<string, unknown> => {
  const [sent] = (JSON.parse(text) as Sent).resourceSpans;
  return sent ? plain(sent.resource) : {};
};

describe('the variables of OpenTelemetry reach the wire', () => {
  const traceparent = `00-${parent.traceId}-${parent.spanId}-01`;
  const unsampled = `00-${parent.traceId}-${parent.spanId}-00`;

  test('name, attributes, headers, path', async () => {
    const [sent] = await tracedWith({
      OTEL_SERVICE_NAME: 'mine',
      OTEL_RESOURCE_ATTRIBUTES: 'service.name=other,region=eu%20west',
      OTEL_EXPORTER_OTLP_HEADERS: 'x-key=a%20b,x-both=general',
      OTEL_EXPORTER_OTLP_TRACES_HEADERS: 'x-both=own',
    });
    expect(sent?.path).toBe('/v1/traces');
    expect(sent?.headers).toMatchObject({ 'x-key': 'a b', 'x-both': 'own' });
    expect(resourceIn(sent?.text ?? '{}')).toMatchObject({ 'service.name': 'mine', region: 'eu west' });
  });

  test('protobuf and gzip', async () => {
    const [binary] = await tracedWith({
      OTEL_EXPORTER_OTLP_PROTOCOL: 'http/protobuf',
      OTEL_SERVICE_NAME: 'in-protobuf',
    });
    expect(binary?.type).toBe('application/x-protobuf');
    expect(binary?.text).toContain('in-protobuf');
    const [packed] = await tracedWith({ OTEL_EXPORTER_OTLP_COMPRESSION: 'gzip' });
    expect(packed?.headers['content-encoding']).toBe('gzip');
    expect(resourceIn(gunzipSync(packed?.bytes ?? Buffer.alloc(0)).toString())).toMatchObject({
      'service.name': 'covergraph',
    });
  });

  test.each([
    [{}, { traceparent: unsampled }, 0],
    [{}, { traceparent }, 1],
    [{ OTEL_TRACES_SAMPLER: 'always_on' }, { traceparent: unsampled }, 1],
    [{ OTEL_TRACES_SAMPLER: 'always_off' }, { traceparent }, 0],
    [{ OTEL_TRACES_SAMPLER: 'parentbased_always_off' }, {}, 0],
    [{ OTEL_TRACES_SAMPLER: 'parentbased_always_off' }, { traceparent }, 1],
    [{ OTEL_TRACES_SAMPLER: 'traceidratio', OTEL_TRACES_SAMPLER_ARG: '0' }, {}, 0],
    [{ OTEL_TRACES_SAMPLER: 'parentbased_traceidratio', OTEL_TRACES_SAMPLER_ARG: '1' }, {}, 1],
    [{ OTEL_TRACES_EXPORTER: 'none' }, {}, 0],
    [{ OTEL_SDK_DISABLED: 'true' }, {}, 0],
  ])('%j with %j: %d batches', async (env, headers, batches) => {
    expect(await tracedWith(env as Record<string, string>, headers as Record<string, string>)).toHaveLength(batches);
  });

  test('without the propagator a trace of a client is not continued', async () => {
    const [sent] = await tracedWith({ OTEL_PROPAGATORS: 'none' }, { traceparent });
    expect(sent?.text).not.toContain(parent.traceId);
    expect((await tracedWith({ OTEL_PROPAGATORS: 'tracecontext' }, { traceparent }))[0]?.text).toContain(
      parent.traceId,
    );
  });

  test('limits of attributes, sizes of batches, known methods', async () => {
    const [short] = await tracedWith({ OTEL_SPAN_ATTRIBUTE_VALUE_LENGTH_LIMIT: '3', OTEL_ATTRIBUTE_COUNT_LIMIT: '2' });
    const spans =
      (JSON.parse(short?.text ?? '{}') as Sent).resourceSpans[0]?.scopeSpans.flatMap((scope) => scope.spans) ?? [];
    expect(spans.map((span) => Object.keys(plain(span)).length)).toEqual([1, 2]); // the inner span ends first
    expect(spans.map((span) => Object.values(plain(span)).every((value) => String(value).length <= 3))).toEqual([
      true,
      true,
    ]);
    expect(await tracedWith({ OTEL_BSP_MAX_EXPORT_BATCH_SIZE: '1' })).toHaveLength(2);
    const [other] = await tracedWith({ OTEL_INSTRUMENTATION_HTTP_KNOWN_METHODS: 'POST' });
    expect(other?.text).toContain('_OTHER');
  });
});

describe('traces that cannot be sent', () => {
  test('are logged at once, then ever more seldom with how many they were, and once more when sending works', () => {
    const lines: unknown[] = [];
    let now = 0;
    const minutes = (count: number): void => {
      now += count * 60_000;
    };
    const losses = createLossReporter({ event: (name, details) => lines.push([name, details]) }, () => now);
    losses.failed(3, 'first');
    losses.failed(4, 'quiet');
    minutes(1);
    losses.failed(5, 'after one minute');
    minutes(1);
    losses.failed(6, 'quiet');
    minutes(1);
    losses.failed(7, 'after two more');
    expect(lines).toEqual([
      ['traces.lost', { spans: 3, reason: 'first' }],
      ['traces.lost', { spans: 9, reason: 'after one minute' }],
      ['traces.lost', { spans: 13, reason: 'after two more' }],
    ]);
    lines.length = 0;
    losses.failed(2, 'quiet');
    losses.ended();
    losses.ended();
    expect(lines).toEqual([['traces.lost', { spans: 2, reason: 'the server stopped' }]]);
    lines.length = 0;
    for (let count = 0; count < 600; count += 1) {
      minutes(1);
      losses.failed(1, 'for ten hours');
    }
    // After 4, 8, 16 and 32 minutes, then each hour: at 4, 12, 28, 60, 120, 180 ... 600.
    expect(lines).toHaveLength(13);
    losses.sent();
    losses.sent();
    losses.failed(1, 'again');
    expect(lines.slice(13)).toEqual([
      ['traces.sent_again', { lostSpans: 627 }],
      ['traces.lost', { spans: 1, reason: 'again' }],
    ]);
  });

  test.each([
    ['http://127.0.0.1:9', /ECONNREFUSED/],
    [null, /the collector answered 404/],
  ])('at %s: the log says so', async (address, reason) => {
    const lines: object[] = [];
    const url = address ?? (await collector(404)).address;
    const tracing = createTracing(tracingTo(url), {
      event: (name, details = {}) => {
        if (name.startsWith('traces.')) lines.push({ name, ...details });
      },
    });
    tracing.observer.answered({
      requestId: 'a',
      method: 'GET',
      status: 200,
      from: performance.now(),
      to: performance.now(),
      bytes: 0,
      headers: {},
      requestLog: { route: 'none', caches: [] },
    });
    await tracing.close().catch(() => undefined);
    expect(lines).toEqual([{ name: 'traces.lost', spans: 1, reason: expect.stringMatching(reason) as string }]);
  });
});

test("a client's tracestate, which can hold any text, is not sent; its traceparent is", async () => {
  const { address, came } = await collector();
  const traceparent = `00-${parent.traceId}-${parent.spanId}-01`;
  await traced(address, [
    ['/graphql?query={__typename}', { headers: { traceparent, tracestate: 'vendor=swordfish' } }],
  ]);
  const text = came.map((each) => each.text).join('');
  expect(text).toContain(parent.traceId);
  expect(text).not.toMatch(/swordfish|vendor/);
});
