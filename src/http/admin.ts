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
  const guarded = (path: string, method: string, answer: Route['handle']): Route => ({
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
      else if (exchange.request.method !== method)
        refuse(exchange, 405, `Use the method ${method} for this path.`, { allow: method });
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
    guarded('/admin/reload', 'POST', async ({ request, response }) => {
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
    guarded('/metrics', 'GET', async ({ response }) => {
      const { contentType, text } = await metrics();
      response.writeHead(200, { 'content-type': contentType, 'cache-control': 'no-store' }).end(await text());
    }),
  ];
}
