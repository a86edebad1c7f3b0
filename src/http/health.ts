/**
 * Health checks: whether the process is alive, and whether it is ready for requests. After a data set was refused, the one before
 * it goes on answering, so the server stays ready; it reports the number of problems to every client, and the problems themselves
 * to clients with the operator's token. It also stays ready while the database is unreachable, since no answer needs it.
 */
import { hasBearerToken } from './bearer-auth.ts';
import { writeJson, type Route } from './request-context.ts';
import type { DatabaseStatus, ServerStatus } from './server-status.ts';

/**
 * The routes `/health/live`, which answers 200 as long as the process answers at all, and `/health/ready`, which answers 503 from
 * the start of the shutdown on. `token` is the operator's bearer token; null if there is none.
 */
export function healthRoutes(
  { current, lastReload, isLeaving, followed }: Pick<ServerStatus, 'current' | 'lastReload' | 'isLeaving' | 'followed'>,
  token: string | null,
): Route[] {
  return [
    {
      matches: (path, { method }) => path === '/health/live' && (method === 'GET' || method === 'HEAD'),
      handle: ({ response, requestLog }) => {
        requestLog.route = '/health/live';
        writeJson(response, 200, { status: 'live' });
        response.end();
      },
    },
    {
      matches: (path, { method }) => path === '/health/ready' && (method === 'GET' || method === 'HEAD'),
      handle: ({ request, response, requestLog }) => {
        requestLog.route = '/health/ready';
        const { graph, loadedAt } = current();
        const { at, outcome, problems } = lastReload();
        const isOperator = hasBearerToken(request.headers, token);
        writeJson(response, isLeaving() ? 503 : 200, {
          status: isLeaving() ? 'leaving' : 'ready',
          dataVersion: graph.version,
          loadedAt,
          lastReload: {
            at,
            outcome,
            problemCount: problems.length,
            ...(isOperator ? { problems } : {}),
          },
          ...(followed === undefined ? {} : { database: visibleStatus(followed(), isOperator) }),
        });
        response.end();
      },
    },
  ];
}

/** Leaves out the reason of a failure for all but the operator, since it may name hosts and tables. */
function visibleStatus({ reason, ...followed }: DatabaseStatus, isOperator: boolean): DatabaseStatus {
  return isOperator && reason !== undefined ? { ...followed, reason } : followed;
}
