/**
 * The page's only way to the graph: the public endpoint, asked in the bodies of POST requests, so that no fact stands in an
 * address. Operations go by the ids under which the server that came with the page knows them, so that one which answers
 * nothing else answers the page; a server of another build, as during a rollout, is sent the text.
 */
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

/** Asks the graph; the same question on the same data is answered from memory. Rejects only when aborted. */
export async function ask<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  signal: AbortSignal | null = null,
): Promise<Answered<Result>> {
  const id: unknown = document.__meta__?.['documentId'];
  const key = keyOf(document, variables);
  const known = kept.get(key);
  if (known !== undefined) return known as Answered<Result>;
  try {
    const byId = typeof id === 'string' ? await post({ documentId: id, variables }, signal) : null;
    const response =
      byId !== null && byId.status !== 400 ? byId : await post({ query: document.toString(), variables }, signal);
    const { data = null, errors = [], extensions } = (await response.json()) as Response<Result>;
    const answered = {
      data,
      problems: errors.map(({ message, extensions: { code = 'INTERNAL', suggestions = [] } = {} }) => ({
        message,
        code,
        suggestions,
      })),
    };
    if (extensions?.dataVersion !== version) kept.clear(); // the data was exchanged under the page
    version = extensions?.dataVersion;
    if (kept.size >= mostKept) for (const oldest of [...kept.keys()].slice(0, mostKept / 2)) kept.delete(oldest);
    kept.set(key, answered);
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
  return (kept.get(keyOf(document, variables)) ?? null) as Answered<Result> | null;
}

const keyOf = (document: { readonly toString: () => string }, variables: unknown): string =>
  JSON.stringify([document.toString(), variables]);

function post(asked: object, signal: AbortSignal | null): Promise<globalThis.Response> {
  return fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(asked),
    signal,
  });
}
