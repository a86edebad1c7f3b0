/** Makes the requests of a page to the API fail in the ways that networks, proxies and servers fail. */
import type { Page, Route } from 'playwright-core';

/** How a request fails: what the page receives instead of the server's response. */
export type Failure = (route: Route) => Promise<void>;

const html = '<!doctype html><html><body><h1>Please sign in</h1></body></html>';
const respond =
  (status: number, body: string, headers: Record<string, string> = {}): Failure =>
  (route) =>
    route.fulfill({ status, body, headers: { 'content-type': 'application/json', ...headers } });
const page = (status: number, headers: Record<string, string> = {}): Failure =>
  respond(status, html, { 'content-type': 'text/html', ...headers });

/** Each way to fail, with a part of the message that says what happened and what to do. */
export const failures: Readonly<Record<string, readonly [failure: Failure, message: string]>> = {
  'no network': [(route) => route.abort('internetdisconnected'), 'Check your internet connection, then try again.'],
  'a refused connection': [(route) => route.abort('connectionrefused'), 'The server does not answer.'],
  'an aborted connection': [(route) => route.abort('aborted'), 'The server does not answer.'],
  'a connection that times out': [(route) => route.abort('timedout'), 'The server does not answer.'],
  '401 in JSON': [respond(401, '{"message":"no token"}'), 'You are not signed in, or no longer (status 401).'],
  '403 in HTML': [page(403), 'The server refused access; you may have to sign in (status 403). Reload the page.'],
  '404 in HTML': [page(404), 'The server was not found at this address (status 404). Reload the page.'],
  '413 in HTML': [page(413), 'The question is too long for the server (status 413).'],
  '429 with a delay': [
    respond(429, '{"message":"slow down"}', { 'retry-after': '120' }),
    'The server got too many requests (status 429). Try again in 2 minutes.',
  ],
  '429 of a router': [
    respond(429, '{"errors":[{"message":"Your request has been rate limited"}]}'),
    'The server got too many requests (status 429). The server says: “Your request has been rate limited”. Wait a minute',
  ],
  '500 in text': [
    respond(500, 'Internal Server Error', { 'content-type': 'text/plain' }),
    'The server does not answer (status 500).',
  ],
  '502 in HTML': [page(502), 'The server does not answer (status 502). Wait a minute, then try again.'],
  '503 with a delay': [
    page(503, { 'retry-after': '1' }),
    'The server does not answer (status 503). Try again in 1 second.',
  ],
  '504 without a body': [respond(504, ''), 'The server does not answer (status 504).'],
  'an empty list': [respond(200, '[]'), 'The server’s answer was empty or damaged.'],
  'null as data': [respond(200, '{"data":null}'), 'The server’s answer was empty or damaged.'],
  'data without fields': [respond(200, '{"data":{}}'), 'The server’s answer was empty or damaged.'],
  'data of another operation': [respond(200, '{"data":{"other":1}}'), 'The server’s answer was empty or damaged.'],
  'an empty body': [respond(200, ''), 'The server’s answer was empty or damaged.'],
  'no content': [respond(204, ''), 'The server’s answer was empty or damaged.'],
  'JSON that is cut off': [respond(200, '{"data":{"coverage":{"id"'), 'The server’s answer was empty or damaged.'],
  'errors that are no list': [respond(200, '{"errors":"no"}'), 'The server’s answer was empty or damaged.'],
  'a page to sign in': [page(200), 'You may have to sign in again: reload the page.'],
  'a redirect to another site': [
    respond(302, '', { location: 'http://login.example/' }),
    'You may have to sign in again: reload the page.',
  ],
  'an error of the server': [
    respond(200, '{"data":null,"errors":[{"message":"Something went wrong.","extensions":{"code":"INTERNAL"}}]}'),
    'Something went wrong.',
  ],
  'an error without a message': [respond(200, '{"errors":[{}]}'), 'The server reported an error without a message.'],
};

/** Switches failures on and off for all later requests to the API, and counts the requests. */
export interface Switch {
  failure: Failure | null;
  requests: number;
}

/** Passes requests to the API on to the server, except while there is a failure. */
export async function failing(target: Page, failure: Failure | null): Promise<Switch> {
  const state: Switch = { failure, requests: 0 };
  await target.route('**/graphql', async (route) => {
    state.requests += 1;
    await (state.failure === null ? route.continue() : state.failure(route));
  });
  return state;
}
