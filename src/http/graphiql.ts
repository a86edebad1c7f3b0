/**
 * GraphiQL, which browsers get at the endpoint itself: one page that loads nothing from other hosts. It is made at the first
 * request and held in memory only in its compressed forms (4 MB instead of 9). It is decompressed as a stream for the few clients
 * that accept no compression.
 */
import type { IncomingMessage } from 'node:http';
import { createGunzip } from 'node:zlib';
import { matchesEtag, prefersHtml, selectEncoding } from './content-negotiation.ts';
import { endpointPath } from './graphql-http.ts';
import { codingNotAcceptable, Refusal, sendPlainRefusal } from './refusal.ts';
import type { HttpContext, Route } from './request-context.ts';
import { pageHeaders } from './static-files.ts';

/** An operation that GraphiQL shows in a tab. */
export interface ExampleTab {
  readonly query: string;
  /** A JSON object; omitted if the operation has no variables. */
  readonly variables?: string;
}

interface Page {
  readonly hash: string;
  readonly gzip: Uint8Array;
  readonly br: Uint8Array;
}

/** The content security policy: only the scripts and styles in the page itself, its workers, and the endpoint. */
const policy = [
  "default-src 'none'",
  "script-src 'unsafe-inline' blob:",
  'worker-src blob:',
  "style-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const headers = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-cache', // the browser stores the page and revalidates it each time
  vary: 'Accept, Accept-Encoding',
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

/** Whether a request is for GraphiQL: it reads, and prefers HTML to JSON. */
function isForGraphiql({ method, headers: { accept } }: Pick<IncomingMessage, 'method' | 'headers'>): boolean {
  return (method === 'GET' || method === 'HEAD') && prefersHtml(accept);
}

/**
 * The route of GraphiQL. With `isClosed` it answers 403, since GraphiQL sends the text of operations, which a server for trusted
 * documents only refuses.
 */
export function graphiqlRoute(examples: readonly ExampleTab[], isClosed: boolean): Route {
  const handle: (exchange: HttpContext) => Promise<void> | void = isClosed ? refuseGraphiql : createGraphiql(examples);
  return {
    matches: (path, request) => path === endpointPath && isForGraphiql(request),
    handle: (exchange) => {
      exchange.requestLog.route = 'explorer';
      return handle(exchange);
    },
  };
}

const closed = new Refusal(
  403,
  'This server executes only trusted documents, which are requested by id, so GraphiQL is not available. Use the page at / instead.',
  { ...pageHeaders, vary: 'Accept' },
);

function refuseGraphiql(exchange: HttpContext): void {
  sendPlainRefusal(exchange, closed);
}

/** Answers with the page. The first example is open. If the page cannot be made, it rejects, and the next request tries again. */
function createGraphiql(examples: readonly ExampleTab[]): (exchange: HttpContext) => Promise<void> {
  let made: Promise<Page> | undefined;
  return async (exchange) => {
    const { request, response } = exchange;
    const { coding } = selectEncoding(request.headers['accept-encoding']);
    if (coding === null) {
      sendPlainRefusal(exchange, codingNotAcceptable);
      return;
    }
    made ??= makePage(examples);
    const page = await made.catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    const etag = `"${page.hash}-${coding}"`;
    if (matchesEtag(request.headers['if-none-match'], etag)) {
      response.writeHead(304, { etag, 'cache-control': headers['cache-control'], vary: headers.vary }).end();
      return;
    }
    if (coding === 'identity') {
      response.writeHead(200, { ...headers, etag });
      if (request.method === 'HEAD') response.end();
      else decompressed(page.gzip).pipe(response);
      return;
    }
    const body = page[coding];
    response.writeHead(200, { ...headers, etag, 'content-encoding': coding, 'content-length': body.length });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
}

function decompressed(gzip: Uint8Array) {
  const stream = createGunzip();
  stream.end(gzip);
  return stream;
}

async function makePage(examples: readonly ExampleTab[]): Promise<Page> {
  const { Worker } = await import('node:worker_threads');
  const options = {
    title: 'Covergraph',
    defaultTabs: examples.map(({ query, variables = '' }) => ({ query, variables })),
    variables: examples[0]?.variables ?? '', // GraphiQL ignores the variables of the first tab
    defaultEditorToolsVisibility: 'variables',
    inputValueDeprecation: true,
    schemaDescription: true,
  };
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./graphiql-worker.js', import.meta.url), { workerData: options, stdin: false });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => {
      reject(new Error(`the worker that renders GraphiQL exited with code ${String(code)} and no page`));
    });
  });
}
