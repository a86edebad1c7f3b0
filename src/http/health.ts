/**
 * Whether the process lives and whether it should be sent requests. A refused data set leaves the one before it answering,
 * so the server stays ready and tells of the problems: how many to anybody, which to who bears the token. A database that
 * cannot be reached leaves it ready too, since no answer needs one.
 */
import { hasBearerToken } from './bearer-auth.ts';
import { writeJson, type Route } from './request-context.ts';
import type { DatabaseStatus, ServerStatus } from './server-status.ts';

/** `/health/live` is 200 as long as anything answers; `/health/ready` is 503 once the process is on its way out. */
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
          ...(followed === undefined ? {} : { database: shown(followed(), isOperator) }),
        });
        response.end();
      },
    },
  ];
}

/** Why a database failed may name hosts and tables, so the sentence is for the operator; the code is for all. */
function shown({ reason, ...followed }: DatabaseStatus, isOperator: boolean): DatabaseStatus {
  return isOperator && reason !== undefined ? { ...followed, reason } : followed;
}
