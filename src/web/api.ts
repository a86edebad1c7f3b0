/**
 * Sends the operations of the page to the public endpoint, in the bodies of POST requests, so that no address contains a
 * fact of a case. It sends the id of an operation, which also works with a server that accepts only known operations. A
 * server of another build, as during a rollout, does not know the id; it is sent the text.
 */
import { askAgain } from './attempts.ts';
import { setClock, today } from './day.ts';
import type { TypedDocumentString } from './generated/graphql.ts';
import {
  noConnection,
  otherBuild,
  readResponse,
  signInNeeded,
  tooSlow,
  type OperationResult,
  type Problem,
} from './response.ts';

export type { OperationResult, Problem } from './response.ts';

const cache = new Map<string, OperationResult<unknown>>();
const maxCached = 200;
let version: string | undefined;
let cacheDay = today();

/** How long a response may take in seconds, before the page says that there is none. */
const patience = 20;

/**
 * Executes an operation. Returns the response from memory if the same operation got one today, from the same data and
 * without problems. Rejects only if aborted.
 */
export async function ask<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  signal: AbortSignal | null = null,
): Promise<OperationResult<Result>> {
  const known = remembered(document, variables);
  if (known !== null) return known;
  const sentOn = today();
  const request = new AbortController();
  const abort = (): void => {
    request.abort();
  };
  signal?.addEventListener('abort', abort);
  if (signal?.aborted === true) abort();
  const timer = setTimeout(abort, patience * 1000);
  try {
    const response = await post(document, variables, request.signal);
    if (!(response instanceof Response)) return { data: null, problems: [response] };
    const { result, dataVersion } = await readResponse<Result>(response, document.toString());
    if (dataVersion !== undefined) {
      setClock(response.headers.get('date'));
      setVersion(dataVersion);
    }
    remember(keyOf(document, variables), result, sentOn);
    return result;
  } catch (error) {
    if (signal?.aborted === true) throw error;
    return { data: null, problems: [request.signal.aborted ? tooSlow(patience) : noConnection] };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}

/** The response in memory, or null; lets a component render at once, without a flash. */
export function remembered<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
): OperationResult<Result> | null {
  forgetOtherDays();
  return (cache.get(keyOf(document, variables)) ?? null) as OperationResult<Result> | null;
}

/** Whether the operation may succeed if it is sent again. */
export const isTransient = ({ code }: Problem): boolean => transientCodes.has(code);
const transientCodes: ReadonlySet<string> = new Set(['UNREACHABLE', 'INTERNAL', 'VERSION_UNAVAILABLE']);

/** A number that changes when the server has loaded other data since the page was opened. */
export const dataGeneration = (): number => generation;
let generation = 0;

/** When each data version was last seen. */
const seen = new Map<string, number>();
/** Replicas of the server may have two versions at the same time, for so many milliseconds at least. */
const rollout = 60_000;

/** Forgets the responses of another data version, and asks for what is shown from the new one. */
function setVersion(next: string): void {
  const isOther = next !== version && version !== undefined;
  const isNew = isOther && Date.now() - (seen.get(next) ?? 0) > rollout;
  if (isOther) cache.clear();
  version = next;
  seen.set(next, Date.now());
  if (!isNew) return;
  generation += 1;
  askAgain();
}

/** Keeps a response in memory, unless it has problems or the day changed while it was loading. */
function remember(key: string, result: OperationResult<unknown>, sentOn: string): void {
  forgetOtherDays();
  if (result.problems.length > 0 || sentOn !== cacheDay) return;
  if (cache.size >= maxCached) for (const oldest of [...cache.keys()].slice(0, maxCached / 2)) cache.delete(oldest);
  cache.set(key, result);
}

/** Forgets every response, as after one that does not have the form that the page needs. */
export function forget(): void {
  cache.clear();
}

function forgetOtherDays(): void {
  const day = today();
  if (day === cacheDay) return;
  cache.clear();
  cacheDay = day;
}

const keyOf = (document: { readonly toString: () => string }, variables: unknown): string =>
  JSON.stringify([document.toString(), variables]);

/** Sends the id of the document, and its text if the server does not know the id. */
async function post<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  signal: AbortSignal,
): Promise<Response | Problem> {
  const id: unknown = document.__meta__?.['documentId'];
  const byId = typeof id === 'string' ? await send({ documentId: id, variables }, signal) : null;
  if (byId !== null && (!(byId instanceof Response) || byId.status !== 400)) return byId;
  const byText = await send({ query: document.toString(), variables }, signal);
  // A server that accepts only known operations, and does not know those of this page.
  return byId !== null && byText instanceof Response && byText.status === 403 ? otherBuild : byText;
}

/** Follows redirects, and says so where one leads to another site, which the browser reports like a lost connection. */
async function send(body: object, signal: AbortSignal): Promise<Response | Problem> {
  const response = await request(body, signal, 'manual');
  if (response.type !== 'opaqueredirect') return response;
  try {
    return await request(body, signal, 'follow');
  } catch (error) {
    if (signal.aborted) throw error;
    return signInNeeded;
  }
}

/** The address is relative, so that the page works below the path of a proxy. */
function request(body: object, signal: AbortSignal, redirect: RequestRedirect): Promise<Response> {
  return fetch('graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
    redirect,
    signal,
  });
}
