/** Traces go to the collector that is configured, by OpenTelemetry's semantic conventions and without what was asked; without one there are none. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
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
async function collector() {
  const came: { path: string; type: string; text: string }[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (part: Buffer) => {
      text += part.toString();
    });
    request.on('end', () => {
      came.push({ path: request.url ?? '', type: request.headers['content-type'] ?? '', text });
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
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
  expect(came.map(({ path, type }) => [path, type])).toEqual([['/v1/traces', 'application/json']]);
  expect(came[0]?.text).not.toContain('swordfish');
  const [resource] = (JSON.parse(came[0]?.text ?? '{}') as Sent).resourceSpans;
  expect(resource && plain(resource.resource)).toMatchObject({ 'service.name': 'covergraph' });
  const spans = resource?.scopeSpans.flatMap((scope) => scope.spans) ?? [];
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
