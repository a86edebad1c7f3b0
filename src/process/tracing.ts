/**
 * Traces by OpenTelemetry's semantic conventions for HTTP servers and GraphQL, sent as OTLP over HTTP. Loaded only where an
 * address to send them to is configured; a trace that a proxy began goes on here. As in the log, no query and no variable.
 */
import type { IncomingHttpHeaders } from 'node:http';
import { ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, type TextMapGetter, trace } from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import type { Observed, Observer } from '../http/observer.ts';

export interface Tracing {
  readonly observer: Observer;
  /** Sends what is left. */
  readonly close: () => Promise<void>;
}

const methods = new Set(['GET', 'HEAD', 'POST', 'OPTIONS', 'PUT', 'PATCH', 'DELETE']);
const fromHeaders: TextMapGetter<IncomingHttpHeaders> = { get: (headers, name) => headers[name], keys: Object.keys };
const propagator = new W3CTraceContextPropagator();

/** `endpoint` is the collector's address without a path; `service` names this one among others. */
export function createTracing(endpoint: string, service: string): Tracing {
  const exporter = new OTLPTraceExporter({ url: `${endpoint}/v1/traces` });
  const provider = new BasicTracerProvider({ resource: resourceFromAttributes({ 'service.name': service }), spanProcessors: [new BatchSpanProcessor(exporter)] });
  const tracer = provider.getTracer('covergraph');

  const answered = ({ method, status, from, to, noted, headers, requestId }: Observed): void => {
    const known = methods.has(method) ? method : '_OTHER';
    const before = propagator.extract(ROOT_CONTEXT, headers, fromHeaders);
    const span = tracer.startSpan(`${known === '_OTHER' ? 'HTTP' : known} ${noted.route}`, {
      kind: SpanKind.SERVER, startTime: from,
      attributes: { 'http.request.method': known, 'http.route': noted.route, 'url.path': noted.route, 'url.scheme': 'http', 'http.request.header.x-request-id': [requestId] },
    }, before);
    if (status !== null) span.setAttribute('http.response.status_code', status);
    if (status === null || status >= 500) fail(span, status === null ? 'asker_left' : String(status));
    if (noted.executed !== undefined) {
      const inner = tracer.startSpan('query', { kind: SpanKind.INTERNAL, startTime: noted.executed.from, attributes: { 'graphql.operation.type': 'query', ...(noted.operation === undefined ? {} : { 'graphql.operation.name': noted.operation }) } }, trace.setSpan(before, span));
      if (noted.errorCodes?.includes('INTERNAL') === true) fail(inner, 'INTERNAL');
      inner.end(noted.executed.to);
    }
    span.end(to);
  };
  return { observer: { answered }, close: () => provider.shutdown() };
}

function fail(span: Span, type: string): void {
  span.setAttribute('error.type', type);
  span.setStatus({ code: SpanStatusCode.ERROR });
}
