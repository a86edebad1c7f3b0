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
import { codingFor } from './negotiation.ts';

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

async function send(response: ServerResponse, wanted: ReturnType<typeof codingFor>, { status, headers, body: plain, tag }: Answered): Promise<void> {
  const { body, coding } = await coded(plain, wanted);
  const origin = response.getHeader('vary');
  response.writeHead(status, {
    ...headers,
    vary: [headers['vary'], origin].filter((name) => name !== undefined).join(', '),
    ...(tag === null ? {} : { etag: quoted(tag, coding) }),
    ...(coding === 'identity' ? {} : { 'content-encoding': coding }),
    ...(status === 304 ? {} : { 'content-length': body.length }),
  }).end(body);
}

function singleHeaders(request: IncomingMessage): Record<string, string> {
  const { 'transfer-encoding': _, ...headers } = request.headers;
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}
