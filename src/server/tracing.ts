/**
 * Traces by OpenTelemetry's semantic conventions for HTTP servers and GraphQL, sent as OTLP over HTTP. Loaded only where an
 * address to send them to is configured; a trace that a proxy began goes on here. As in the log, no query and no variable.
 */
import type { IncomingHttpHeaders } from 'node:http';
import { ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, type TextMapGetter, trace } from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import type { TracingSettings } from '../config/telemetry.ts';
import type { Observed, Observer } from '../http/request-observer.ts';
import type { ServerLogger } from './logger.ts';
import { createProvider } from './trace-export.ts';

export interface Tracing {
  readonly observer: Observer;
  /** Sends what is left. */
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
/** What the server calls by a word of its own, as a path; `none`: nothing answers there, so there is no route to name. */
const paths: Readonly<Record<string, string>> = { page: '/', 'page files': '/{file}', explorer: '/graphql' };
/** How long the end of the process waits for a collector that does not answer, in milliseconds. */
const patience = 3_000;
const propagator = new W3CTraceContextPropagator();

/** Makes and sends spans by the settings; what cannot be sent is logged. */
export function createTracing(settings: TracingSettings, log: Pick<ServerLogger, 'event'>): Tracing {
  const methods = new Set(settings.methods);
  const provider = createProvider(settings, log);
  const tracer = provider.getTracer('covergraph');

  const answered = ({ method, status, from, to, requestLog: noted, headers, requestId }: Observed): void => {
    const known = methods.has(method) ? method : '_OTHER';
    const before = settings.continuesTraces ? propagator.extract(ROOT_CONTEXT, headers, fromHeaders) : ROOT_CONTEXT;
    const route = noted.route === 'none' ? null : (paths[noted.route] ?? noted.route);
    const span = tracer.startSpan(
      [known === '_OTHER' ? 'HTTP' : known, ...(route === null ? [] : [route])].join(' '),
      {
        kind: SpanKind.SERVER,
        startTime: from,
        // A path that is no route of this server is the asker's own words, so url.path tells the route alone.
        attributes: {
          'http.request.method': known,
          ...(route === null ? {} : { 'http.route': route, 'url.path': route }),
          'url.scheme': 'http',
          'http.request.header.x-request-id': [requestId],
        },
      },
      before,
    );
    if (status !== null) span.setAttribute('http.response.status_code', status);
    if (status === null || status >= 500) fail(span, status === null ? 'asker_left' : String(status));
    if (noted.executed !== undefined) {
      const inner = tracer.startSpan(
        'query',
        {
          kind: SpanKind.INTERNAL,
          startTime: noted.executed.from,
          attributes: {
            'graphql.operation.type': 'query',
            ...(noted.operation === undefined ? {} : { 'graphql.operation.name': noted.operation }),
          },
        },
        trace.setSpan(before, span),
      );
      if (noted.errorCodes?.includes('INTERNAL') === true) fail(inner, 'INTERNAL');
      inner.end(noted.executed.to);
    }
    span.end(to);
  };
  return { observer: { answered }, close: () => Promise.race([provider.shutdown(), waited(patience)]) };
}

function waited(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });
}

function fail(span: Span, type: string): void {
  span.setAttribute('error.type', type);
  span.setStatus({ code: SpanStatusCode.ERROR });
}
