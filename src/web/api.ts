/**
 * The page's only way to the graph: the public endpoint, asked in the bodies of POST requests, so that no fact stands in an
 * address. Operations go by the ids under which the server that came with the page knows them, so that one which answers
 * nothing else answers the page; a server of another build, as during a rollout, is sent the text.
 */
import { setClock, today } from './day.ts';
import type { TypedDocumentString } from './generated/graphql.ts';

export interface Problem {
  readonly message: string;
  /** A code of the contract, such as UNKNOWN_PLAN; UNREACHABLE where no answer came. */
  readonly code: string;
  readonly suggestions: readonly { readonly kind: string; readonly slug: string; readonly name: string }[];
}

/** What came back; `data` is null where nothing did, and may be whole or in part beside problems. */
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
 * Asks the graph; a question that was answered today, on the same data and without problems, is answered from memory.
 * Rejects only when aborted.
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

/** What is known already, without asking; for a first picture without a flash. */
export function remembered<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
): Answered<Result> | null {
  forgetOtherDays();
  return (kept.get(keyOf(document, variables)) ?? null) as Answered<Result> | null;
}

/** Whether the same question may have an answer if it is asked again. */
export const isPassing = ({ code }: Problem): boolean => passing.has(code);
const passing: ReadonlySet<string> = new Set(['UNREACHABLE', 'INTERNAL', 'VERSION_UNAVAILABLE']);

type ResponseError = NonNullable<Response<unknown>['errors']>[number];

function problemOf({ message, extensions: { code = 'INTERNAL', suggestions = [] } = {} }: ResponseError): Problem {
  return { message, code, suggestions };
}

/** An answer with a problem is asked for again, and so is one that may be of the day before. */
function remember(key: string, answered: Answered<unknown>, askedOn: string, dataVersion: string | undefined): void {
  forgetOtherDays();
  if (dataVersion !== version) kept.clear(); // the data was exchanged while the page was open
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

/** By the document's id; by its text where the server does not know that id. */
async function post<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  signal: AbortSignal | null,
): Promise<globalThis.Response> {
  const id: unknown = document.__meta__?.['documentId'];
  const byId = typeof id === 'string' ? await send({ documentId: id, variables }, signal) : null;
  return byId !== null && byId.status !== 400 ? byId : send({ query: document.toString(), variables }, signal);
}

function send(asked: object, signal: AbortSignal | null): Promise<globalThis.Response> {
  return fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(asked),
    signal,
  });
}
