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
export interface Answered<Result> {
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

const kept = new Map<string, Answered<unknown>>();
const mostKept = 200;
let version: string | undefined;
let keptOn = today();

/**
 * Executes an operation. Returns the response from memory if the same operation got one today, from the same data and
 * without problems. Rejects only if aborted.
 */
export async function ask<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  signal: AbortSignal | null = null,
): Promise<Answered<Result>> {
  const known = remembered(document, variables);
  if (known !== null) return known;
  const askedOn = today();
  try {
    const response = await post(document, variables, signal);
    setClock(response.headers.get('date'));
    const { data = null, errors = [], extensions } = (await response.json()) as Response<Result>;
    const answered = { data, problems: errors.map(problemOf) };
    remember(keyOf(document, variables), answered, askedOn, extensions?.dataVersion);
    return answered;
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
): Answered<Result> | null {
  forgetOtherDays();
  return (kept.get(keyOf(document, variables)) ?? null) as Answered<Result> | null;
}

/** Whether the operation may succeed if it is sent again. */
export const isPassing = ({ code }: Problem): boolean => passing.has(code);
const passing: ReadonlySet<string> = new Set(['UNREACHABLE', 'INTERNAL', 'VERSION_UNAVAILABLE']);

type ResponseError = NonNullable<Response<unknown>['errors']>[number];

function problemOf({ message, extensions: { code = 'INTERNAL', suggestions = [] } = {} }: ResponseError): Problem {
  return { message, code, suggestions };
}

/** Keeps a response in memory, unless it has problems or the day changed while it was loading. */
function remember(key: string, answered: Answered<unknown>, askedOn: string, dataVersion: string | undefined): void {
  forgetOtherDays();
  if (dataVersion !== version) kept.clear(); // the server loaded other data while the page was open
  version = dataVersion;
  if (answered.problems.length > 0 || askedOn !== keptOn) return;
  if (kept.size >= mostKept) for (const oldest of [...kept.keys()].slice(0, mostKept / 2)) kept.delete(oldest);
  kept.set(key, answered);
}

function forgetOtherDays(): void {
  const day = today();
  if (day === keptOn) return;
  kept.clear();
  keptOn = day;
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

function send(body: object, signal: AbortSignal | null): Promise<globalThis.Response> {
  return fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
    signal,
  });
}
