/**
 * Reads the response to an operation. What is not a response of the API, such as the error page of a proxy or a page to sign
 * in, becomes a problem that says what happened and what to do. https://graphql.github.io/graphql-over-http/draft/
 */

/** Why there is no response, or which field of it failed. */
export interface Problem {
  readonly message: string;
  /** A code of the API, such as UNKNOWN_PLAN; UNREACHABLE if there was no response of the API. */
  readonly code: string;
  readonly suggestions: readonly Suggestion[];
  /** The path of the wrong argument, such as given.met[1]; empty if no argument is wrong. */
  readonly argument: string;
  /** True if it may help to load the page again, for example to sign in or to get a newer version of the page. */
  readonly isSolvedByReload: boolean;
}

export interface Suggestion {
  readonly kind: string;
  readonly slug: string;
  readonly name: string;
}

/** A response. `data` is null if there is none; with problems it may be complete or have null fields. */
export interface OperationResult<Result> {
  readonly data: Result | null;
  readonly problems: readonly Problem[];
}

/** An error of a response as it arrives: nothing about it is certain. */
interface RawError {
  readonly message?: unknown;
  readonly extensions?: {
    readonly code?: unknown;
    readonly suggestions?: unknown;
    readonly argument?: unknown;
  } | null;
}

/** The result, and the version of the data that it was derived from; undefined unless the API answered. */
interface ReadResponse<Result> {
  readonly result: OperationResult<Result>;
  readonly dataVersion: string | undefined;
}

const unreachable = (message: string, isSolvedByReload = false): Problem => ({
  message,
  code: 'UNREACHABLE',
  suggestions: [],
  argument: '',
  isSolvedByReload,
});

export const noConnection = unreachable('The server does not answer. Check your internet connection, then try again.');
export const signInNeeded = unreachable(
  'The server sent another page instead of an answer. You may have to sign in again: reload the page.',
  true,
);
export const otherBuild = unreachable('A new version of this page is available. Reload the page.', true);
export const unreadable = unreachable(
  'The server’s answer was empty or damaged. Try again. If that does not help, reload the page.',
  true,
);
/** A script that the server no longer has, because it has another build of the page. */
export const missingFile: Problem = {
  ...unreachable('A part of this page could not be loaded. There may be a new version: reload the page.', true),
  code: 'MISSING_FILE',
};
/** The problem of a request that had no complete response after this many seconds. */
export const tooSlow = (seconds: number): Problem =>
  unreachable(`The server did not answer within ${String(seconds)} seconds. Try again.`);

/** The problems of a response without the content that was asked for; a response that has none was damaged. */
export const orUnreadable = (problems: readonly Problem[]): readonly Problem[] =>
  problems.length > 0 ? problems : [unreadable];

/** Reads the response to an operation with this text. Rejects if the connection ends before the end of the body. */
export async function readResponse<Result>(response: Response, operation: string): Promise<ReadResponse<Result>> {
  const text = await response.text();
  const body = objectIn(text) ?? {};
  const errors = readErrors(body['errors']);
  const data = plainObject(body['data']);
  const isAnswer = response.ok && errors !== null && data !== null && isOf(data, operation, errors.length > 0);
  if (isAnswer || (errors !== null && errors.length > 0 && !gatewayStatuses.has(response.status))) {
    const version = plainObject(body['extensions'])?.['dataVersion'];
    return {
      result: { data: isAnswer ? (data as Result) : null, problems: errors.map(problemOf) },
      dataVersion: typeof version === 'string' ? version : undefined,
    };
  }
  const [said] = errors ?? [];
  return {
    result: { data: null, problems: [problemOfResponse(response, text, said?.message)] },
    dataVersion: undefined,
  };
}

/** Whether data can be those of the operation: all fields are in its text, and a field is null only because of an error. */
function isOf(data: Readonly<Record<string, unknown>>, operation: string, hasErrors: boolean): boolean {
  const words = new Set(operation.match(/\w+/g));
  const fields = Object.entries(data);
  return fields.length > 0 && fields.every(([name, value]) => words.has(name) && (value !== null || hasErrors));
}

/** Statuses of proxies, gateways and rate limits, whose own messages do not say what to do. */
const gatewayStatuses: ReadonlySet<number> = new Set([401, 403, 407, 408, 429, 502, 503, 504]);

function problemOf({ message, extensions }: RawError): Problem {
  const { code, suggestions, argument } = extensions ?? {};
  return {
    message:
      typeof message === 'string' && message !== '' ? message : 'The server reported an error without a message.',
    code: typeof code === 'string' ? code : 'INTERNAL',
    suggestions: Array.isArray(suggestions) ? (suggestions as Suggestion[]) : [],
    argument: typeof argument === 'string' ? argument : '',
    isSolvedByReload: false,
  };
}

function problemOfResponse({ status, ok, headers }: Response, text: string, said: unknown): Problem {
  if (ok) return /^\s*</.test(text) ? signInNeeded : unreadable;
  const [happened, remedy = retryIn(headers)] = wordsOf(status);
  const quoted = typeof said === 'string' && said !== '' ? ` The server says: “${said}”.` : '';
  return unreachable(`${happened} (status ${String(status)}).${quoted} ${remedy}`, remedy === reload);
}

const reload = 'Reload the page.';

/** What a status means for the visitor, and what to do unless it is to try again. */
function wordsOf(status: number): readonly [happened: string, remedy?: string] {
  if (status === 401 || status === 407) return ['You are not signed in, or no longer', reload];
  if (status === 403) return ['The server refused access; you may have to sign in', reload];
  if (status === 404) return ['The server was not found at this address', reload];
  if (status === 413) return ['The question is too long for the server', 'Ask a shorter one.'];
  if (status === 429) return ['The server got too many requests'];
  return status >= 500 || status === 408
    ? ['The server does not answer']
    : ['The server did not accept the request', reload];
}

/** When to try again, by the Retry-After header in both of its forms (RFC 9110, section 10.2.3). */
export function retryIn(headers: Headers): string {
  const text = headers.get('retry-after') ?? '';
  const sent = Date.parse(headers.get('date') ?? '');
  const until = /^[A-Z]/i.test(text) ? Date.parse(text) - (Number.isNaN(sent) ? Date.now() : sent) : Number.NaN;
  const seconds = Math.ceil(/^\d+$/.test(text) ? Number(text) : until / 1000);
  if (Number.isNaN(seconds)) return 'Wait a minute, then try again.';
  const [size, unit] = units.find(([each]) => seconds >= 2 * each) ?? [1, 'second'];
  const count = Math.ceil(seconds / size);
  return count <= 0 ? 'Try again.' : `Try again in ${String(count)} ${unit}${count === 1 ? '' : 's'}.`;
}
const units = [
  [86_400, 'day'],
  [3_600, 'hour'],
  [60, 'minute'],
] as const;

/** The errors of a response, an empty list if it has none; null for what cannot be errors. */
function readErrors(errors: unknown): readonly RawError[] | null {
  if (errors == null) return [];
  return Array.isArray(errors) && errors.every((each) => plainObject(each) !== null) ? (errors as RawError[]) : null;
}

function objectIn(text: string): Readonly<Record<string, unknown>> | null {
  try {
    return plainObject(JSON.parse(text));
  } catch {
    return null;
  }
}

const plainObject = (value: unknown): Readonly<Record<string, unknown>> | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
