/**
 * `/graphql` on the wire: the body read within its limit, origins answered, the answer coded, tagged and sent. Yoga and
 * whatever answers faster are given requests that are whole.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { drain, readBody } from './body.ts';
import { quoted } from './caching.ts';
import { coded } from './compression.ts';
import { answerOrigin } from './cors.ts';
import type { Answered, Asked } from './endpoint.ts';
import { writeRefusal, type Exchange, type Route } from './exchange.ts';
import type { Loaded } from './graphql.ts';
import { overLimit } from './limits.ts';
import { codingFor, type Coding } from './negotiation.ts';

interface GraphqlRoute {
  readonly ask: (asked: Asked) => Promise<Answered>;
  readonly current: () => Loaded;
  readonly bodyBytes: number;
  readonly origins: readonly string[];
}

export const endpointPath = '/graphql';

export function graphqlRoute({ ask, current, bodyBytes, origins }: GraphqlRoute): Route {
  const answer = async ({ request, response, requestId, noted }: Exchange): Promise<void> => {
    noted.route = endpointPath;
    if (answerOrigin(request, response, origins)) return;
    const body = request.method === 'POST' ? await readBody(request, bodyBytes) : undefined;
    if (body !== undefined && 'asked' in body) {
      noted.refusedBy = 'bodyBytes';
      writeRefusal(response, 413, overLimit('bodyBytes', body.asked, bodyBytes), current().graph.version, { connection: 'close' });
      await drain(request, 10 * bodyBytes);
      response.end();
      return;
    }
    const coding = codingFor(request.headers['accept-encoding']);
    await send(response, coding, await ask({
      method: request.method ?? 'GET', address: request.url ?? endpointPath, headers: singleHeaders(request), body, coding, requestId, noted,
    }));
  };
  return { takes: (path) => path === endpointPath, answer };
}

async function send(response: ServerResponse, wanted: Coding, { status, headers, body: plain, tag, codings }: Answered): Promise<void> {
  const before = codings?.get(wanted);
  const { body, coding } = before ?? await coded(plain, wanted);
  if (!before) codings?.set(wanted, { body, coding });
  const origin = response.getHeader('vary');
  const sent: Record<string, string | number> = { ...headers };
  if (origin !== undefined) sent['vary'] = `${headers['vary'] ?? ''}, ${String(origin)}`;
  if (tag !== null) sent['etag'] = quoted(tag, coding);
  if (coding !== 'identity') sent['content-encoding'] = coding;
  if (status !== 304) sent['content-length'] = body.length;
  response.writeHead(status, sent).end(body);
}

function singleHeaders({ headers }: IncomingMessage): Record<string, string> {
  const single: Record<string, string> = {};
  for (const name in headers) if (name !== 'transfer-encoding') single[name] = String(headers[name]);
  return single;
}
