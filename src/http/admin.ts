/** Routes for the operator, protected by a bearer token: reload the data, and read the metrics. Without a token they do not exist. */
import { GraphQLError } from 'graphql';
import { hasBearerToken } from './bearer-auth.ts';
import { writeJson, writeRefusal, type HttpContext, type Route } from './request-context.ts';
import type { ServerStatus } from './server-status.ts';

interface Metrics {
  readonly contentType: string;
  readonly text: () => Promise<string>;
}

export function adminRoutes(
  { reload, current }: Pick<ServerStatus, 'reload' | 'current'>,
  metrics: () => Promise<Metrics>,
  token: string | null,
): Route[] {
  if (token === null) return [];
  const guarded = (path: string, methods: readonly string[], answer: Route['handle']): Route => ({
    matches: (requested) => requested === path,
    handle: (exchange) => {
      exchange.requestLog.route = path;
      if (!hasBearerToken(exchange.request.headers, token))
        refuse(
          exchange,
          401,
          'Only the operator may use this path. Send the token in the header authorization: Bearer TOKEN.',
          {
            'www-authenticate': 'Bearer',
          },
        );
      else if (!methods.includes(exchange.request.method ?? ''))
        refuse(exchange, 405, `Use the method ${methods.join(' or ')} for this path.`, { allow: methods.join(', ') });
      else return answer(exchange);
    },
  });
  const refuse = (
    { response }: HttpContext,
    status: number,
    message: string,
    headers: Record<string, string>,
  ): void => {
    writeRefusal(
      response,
      status,
      new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } }),
      current().graph.version,
      headers,
    );
    response.end();
  };
  return [
    guarded('/admin/reload', ['POST'], async ({ request, response }) => {
      request.resume();
      request.setTimeout(0); // a reload may take longer than a client may leave its connection idle
      const reloaded = await reload();
      writeJson(
        response,
        { UNSOUND: 422, UNREACHABLE: 503, FAILED: 500, LOADED: 200, UNCHANGED: 200 }[reloaded.outcome],
        reloaded,
      );
      response.end();
    }),
    guarded('/metrics', ['GET', 'HEAD'], async ({ request, response }) => {
      const { contentType, text } = await metrics();
      const body = Buffer.from(await text());
      response.writeHead(200, {
        'content-type': contentType,
        'content-length': body.length,
        'cache-control': 'no-store',
      });
      response.end(request.method === 'HEAD' ? undefined : body);
    }),
  ];
}
