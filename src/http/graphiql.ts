/**
 * GraphiQL at the endpoint itself, for browsers: one page that asks nothing of any other host. It is made at its first
 * request and kept compressed only (4 MB of 9); the rare client that takes no compression gets it unpacked as it goes.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createGunzip } from 'node:zlib';
import { selectEncoding, matchesEtag } from './content-negotiation.ts';

/** A question shown in a tab of its own. */
export interface ExampleTab {
  readonly query: string;
  /** A JSON object, where the question has variables. */
  readonly variables?: string;
}

interface Page {
  readonly hash: string;
  readonly gzip: Uint8Array;
  readonly br: Uint8Array;
}

/** Scripts and styles of the page itself, its workers, its own endpoint; the browser refuses the page anything else. */
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
  'cache-control': 'no-cache', // kept, and asked for again each time: 304 while nothing changed
  vary: 'Accept, Accept-Encoding',
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

/** True for a browser that opens an address, which names HTML among what it takes; clients of GraphQL do not. */
export function acceptsHtml(request: IncomingMessage): boolean {
  return (
    (request.method === 'GET' || request.method === 'HEAD') && (request.headers.accept ?? '').includes('text/html')
  );
}

/** Answers with the page, its first tab the first example. Rejects where it could not be made; the next request tries again. */
export function createGraphiql(
  examples: readonly ExampleTab[],
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  let made: Promise<Page> | undefined;
  return async (request, response) => {
    made ??= makePage(examples);
    const page = await made.catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    const coding = selectEncoding(request.headers['accept-encoding']);
    const etag = `"${page.hash}-${coding}"`;
    if (matchesEtag(request.headers['if-none-match'], etag)) {
      response.writeHead(304, { etag, 'cache-control': headers['cache-control'], vary: headers.vary }).end();
      return;
    }
    if (coding === 'identity') {
      response.writeHead(200, { ...headers, etag });
      if (request.method === 'HEAD') response.end();
      else unpacked(page.gzip).pipe(response);
      return;
    }
    const body = page[coding];
    response.writeHead(200, { ...headers, etag, 'content-encoding': coding, 'content-length': body.length });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
}

function unpacked(gzip: Uint8Array) {
  const stream = createGunzip();
  stream.end(gzip);
  return stream;
}

async function makePage(examples: readonly ExampleTab[]): Promise<Page> {
  const { Worker } = await import('node:worker_threads');
  const options = {
    title: 'Covergraph',
    defaultTabs: examples.map(({ query, variables = '' }) => ({ query, variables })),
    variables: examples[0]?.variables ?? '', // GraphiQL forgets those of the tab that it opens with
    defaultEditorToolsVisibility: 'variables',
    inputValueDeprecation: true,
    schemaDescription: true,
  };
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./graphiql-worker.js', import.meta.url), { workerData: options, stdin: false });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => {
      reject(new Error(`the explorer's thread ended with ${String(code)} and no page`));
    });
  });
}
