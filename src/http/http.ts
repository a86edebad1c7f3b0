/**
 * The listener: which address answers what. It reads the body itself, within its limit, and hands Yoga a request that is
 * whole, so whatever later answers known requests before Yoga finds the bytes here.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { randomUUID } from 'node:crypto';
import { GraphQLError } from 'graphql';
import { drain, readBody } from './body.ts';
import { publicError } from './errors.ts';
import { createExplorer, wantsPage, type Example } from './explorer.ts';
import { createGraphql, type GraphqlOptions } from './graphql.ts';
import { defaultLimits, overLimit, type Limits } from './limits.ts';
import { createPlainPages } from './plain-pages.ts';
import { createSite, type SiteFile } from './site.ts';

export interface HttpOptions extends Omit<GraphqlOptions, 'limits' | 'origins'> {
  /** GraphiQL's tabs; the first asks the main question and runs as it stands. */
  readonly examples?: readonly Example[];
  /** The page at `/` and what it is made of; without it `/` leads to GraphiQL. */
  readonly site?: readonly SiteFile[];
  readonly limits?: Partial<Limits>;
  readonly origins?: readonly string[];
}

export interface Http {
  (request: IncomingMessage, response: ServerResponse): void;
  /** The endpoint without a socket, for a Request whose body was already found small enough. */
  readonly fetch: (address: string, init?: RequestInit) => Promise<Response>;
}

const endpoint = '/graphql';

/** `/graphql` for clients and, as GraphiQL, for browsers; the page at `/` with its files; anything else is a 404 that says so. */
export function createHttp(options: HttpOptions): Http {
  const limits = { ...defaultLimits, ...options.limits };
  const graphql = createGraphql({ ...options, limits, origins: options.origins ?? [] });
  const explorer = createExplorer(options.examples ?? []);
  const site = createSite(options.site ?? []);
  const plainPages = createPlainPages(
    async (body) => graphql.fetch('http://localhost/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body }, {}),
    { style: options.site?.find(({ path }) => path.endsWith('.css'))?.path, icon: options.site?.find(({ path }) => path.endsWith('.svg'))?.path },
  );

  const refuse = (response: ServerResponse, status: number, error: GraphQLError, headers: Record<string, string> = {}): void => {
    const { http: _, unexpected: __, ...extensions } = error.extensions;
    const body = JSON.stringify({ errors: [{ message: error.message, extensions }], extensions: { dataVersion: options.current().graph.version } });
    response.writeHead(status, {
      'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(body), 'x-content-type-options': 'nosniff', ...headers,
    });
    response.write(body);
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = request.method === 'POST' ? await readBody(request, limits.bodyBytes) : undefined;
    if (body !== undefined && 'asked' in body) {
      refuse(response, 413, overLimit('bodyBytes', body.asked, limits.bodyBytes), { connection: 'close' });
      await drain(request, 10 * limits.bodyBytes);
      response.end();
      return;
    }
    const { Request } = graphql.fetchAPI;
    const asked = new Request(`http://localhost${request.url ?? endpoint}`, {
      method: request.method ?? 'GET', headers: singleHeaders(request), ...(body === undefined ? {} : { body }),
    });
    const given = await graphql.fetch(asked, {});
    const text = await given.text();
    response.writeHead(given.status, {
      ...Object.fromEntries(given.headers), 'content-length': Buffer.byteLength(text), 'x-content-type-options': 'nosniff', vary: varies(given.headers.get('vary')),
    });
    response.end(text);
  };

  const route = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [path = ''] = (request.url ?? '').split('?', 1);
    if (path === endpoint) return wantsPage(request) ? explorer(request, response) : answer(request, response);
    if (path === '/answer') return plainPages(request, response);
    if (site(path, request, response)) return;
    if (path === '/' && (request.method === 'GET' || request.method === 'HEAD')) {
      response.writeHead(302, { location: endpoint }).end();
      return;
    }
    refuse(response, 404, new GraphQLError(`There is nothing at ${path.slice(0, 100)}. The graph is at ${endpoint}.`, { extensions: { code: 'BAD_REQUEST' } }));
    response.end();
  };

  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    route(request, response).catch((error: unknown) => {
      if (request.destroyed && !request.complete) return; // the asker left; there is nobody to tell
      const shown = publicError(error, randomUUID, options.log);
      if (response.headersSent) response.destroy();
      else {
        refuse(response, 500, shown);
        response.end();
      }
    });
  };
  return Object.assign(listener, { fetch: async (address: string, init?: RequestInit) => graphql.fetch(address, init ?? {}) });
}

function singleHeaders(request: IncomingMessage): Record<string, string> {
  const { 'transfer-encoding': _, ...headers } = request.headers;
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

function varies(others: string | null): string {
  return others === null ? 'Accept' : `Accept, ${others}`;
}
