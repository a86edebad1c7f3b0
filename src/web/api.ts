/**
 * Sends the operations of the page to the public endpoint, in the bodies of POST requests, so that no address contains a
 * fact of a case. It sends the id of an operation, which also works with a server that accepts only known operations. A
 * server of another build, as during a rollout, does not know the id; it is sent the text.
 */
import { setClock, today } from './day.ts';
import type { TypedDocumentString } from './generated/graphql.ts';

/** An error of a response. */
export interface Problem {
  readonly message: string;
  /** A code of the API, such as UNKNOWN_PLAN; UNREACHABLE if there was no response. */
  readonly code: string;
  readonly suggestions: readonly { readonly kind: string; readonly slug: string; readonly name: string }[];
}

/** A response. `data` is null if there is none; with problems it may be complete or have null fields. */
export interface OperationResult<Result> {
  readonly data: Result | null;
  readonly problems: readonly Problem[];
}

interface Response<Result> {
  readonly data?: Result | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code?: string; readonly suggestions?: Problem['suggestions'] };
  }[];
  readonly extensions?: { readonly dataVersion?: string };
}

const cache = new Map<string, OperationResult<unknown>>();
const maxCached = 200;
let version: string | undefined;
let cacheDay = today();

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
  try {
    const response = await post(document, variables, signal);
    setClock(response.headers.get('date'));
    const { data = null, errors = [], extensions } = (await response.json()) as Response<Result>;
    const result = { data, problems: errors.map(problemOf) };
    remember(keyOf(document, variables), result, sentOn, extensions?.dataVersion);
    return result;
  } catch (error) {
    if (signal?.aborted === true) throw error;
    return {
      data: null,
      problems: [{ message: 'The server does not answer. Is it still running?', code: 'UNREACHABLE', suggestions: [] }],
    };
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

type ResponseError = NonNullable<Response<unknown>['errors']>[number];

function problemOf({ message, extensions: { code = 'INTERNAL', suggestions = [] } = {} }: ResponseError): Problem {
  return { message, code, suggestions };
}

/** Keeps a response in memory, unless it has problems or the day changed while it was loading. */
function remember(
  key: string,
  result: OperationResult<unknown>,
  sentOn: string,
  dataVersion: string | undefined,
): void {
  forgetOtherDays();
  if (dataVersion !== version) cache.clear(); // the server loaded other data while the page was open
  version = dataVersion;
  if (result.problems.length > 0 || sentOn !== cacheDay) return;
  if (cache.size >= maxCached) for (const oldest of [...cache.keys()].slice(0, maxCached / 2)) cache.delete(oldest);
  cache.set(key, result);
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
  signal: AbortSignal | null,
): Promise<globalThis.Response> {
  const id: unknown = document.__meta__?.['documentId'];
  const byId = typeof id === 'string' ? await send({ documentId: id, variables }, signal) : null;
  return byId !== null && byId.status !== 400 ? byId : send({ query: document.toString(), variables }, signal);
}

/** The address is relative, so that the page works below the path of a proxy. */
function send(body: object, signal: AbortSignal | null): Promise<globalThis.Response> {
  return fetch('graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
    signal,
  });
}
