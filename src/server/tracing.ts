/**
 * Traces that follow OpenTelemetry's semantic conventions for HTTP servers and GraphQL, sent as OTLP over HTTP. This module
 * is loaded only if an endpoint is configured. A trace that a client or proxy started is continued. As in the log, a span
 * holds no query and no variable.
 */
import type { IncomingHttpHeaders } from 'node:http';
import {
  type Context,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  type TextMapGetter,
  trace,
} from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import type { TracingSettings } from '../config/telemetry.ts';
import type { Observed, Observer } from '../http/request-observer.ts';
import type { ServerLogger } from './logger.ts';
import { createProvider } from './trace-export.ts';

export interface Tracing {
  readonly observer: Observer;
  /** Sends the spans that are still queued. */
  readonly close: () => Promise<void>;
}

/**
 * A client's `traceparent` joins its trace; its `tracestate` is not passed on, since it can hold any text
 * (W3C Trace Context, section 3.3).
 */
const fromHeaders: TextMapGetter<IncomingHttpHeaders> = {
  get: (headers, name) => (name === 'tracestate' ? undefined : headers[name]),
  keys: Object.keys,
};
/** The paths of routes that the server names with a word. The route `none` means that no route matched. */
const PATHS: Readonly<Record<string, string>> = { page: '/', 'page files': '/{file}', explorer: '/graphql' };
/** The longest time that shutdown waits for a collector that does not answer, in milliseconds. */
const CLOSE_TIMEOUT = 3_000;
const propagator = new W3CTraceContextPropagator();

/** Creates spans and sends them as the settings say. Spans that cannot be sent are counted in the log. */
export function createTracing(settings: TracingSettings, log: Pick<ServerLogger, 'event'>): Tracing {
  const methods = new Set(settings.methods);
  const provider = createProvider(settings, log);
  const tracer = provider.getTracer('covergraph');

  const answered = (observed: Observed): void => {
    const { method, status, from, to, requestLog: noted, headers, requestId } = observed;
    const parent = settings.continuesTraces ? propagator.extract(ROOT_CONTEXT, headers, fromHeaders) : ROOT_CONTEXT;
    const route = noted.route === 'none' ? null : (PATHS[noted.route] ?? noted.route);
    const knownMethod = methods.has(method) ? method : '_OTHER';
    const verb = knownMethod === '_OTHER' ? 'HTTP' : knownMethod;
    const span = tracer.startSpan(
      route === null ? verb : `${verb} ${route}`,
      {
        kind: SpanKind.SERVER,
        startTime: from,
        // A path that matches no route is the client's own text, so url.path holds the route only.
        attributes: {
          'http.request.method': knownMethod,
          ...(route === null ? {} : { 'http.route': route, 'url.path': route }),
          'url.scheme': 'http',
          'http.request.header.x-request-id': [requestId],
        },
      },
      parent,
    );
    if (status === null) fail(span, 'request_aborted');
    else span.setAttribute('http.response.status_code', status);
    if (status !== null && status >= 500) fail(span, String(status));
    if (noted.executed !== undefined) addQuerySpan(noted.executed, noted, trace.setSpan(parent, span));
    span.end(to);
  };
  /** Adds the span of a GraphQL query inside the span of its request. */
  const addQuerySpan = (
    { from, to }: NonNullable<Observed['requestLog']['executed']>,
    { operation, errorCodes }: Observed['requestLog'],
    context: Context,
  ): void => {
    const operationName = operation === undefined ? {} : { 'graphql.operation.name': operation };
    const span = tracer.startSpan(
      'query',
      {
        kind: SpanKind.INTERNAL,
        startTime: from,
        attributes: { 'graphql.operation.type': 'query', ...operationName },
      },
      context,
    );
    if (errorCodes?.includes('INTERNAL') === true) fail(span, 'INTERNAL');
    span.end(to);
  };
  return { observer: { answered }, close: () => Promise.race([provider.shutdown(), wait(CLOSE_TIMEOUT)]) };
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });
}

function fail(span: Span, type: string): void {
  span.setAttribute('error.type', type);
  span.setStatus({ code: SpanStatusCode.ERROR });
}
