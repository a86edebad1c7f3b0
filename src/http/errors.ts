/**
 * Turns errors into errors for clients. Clients see two kinds of errors as they are: errors that a resolver threw with a code of the
 * public schema, and errors of the request (syntax, validation, variables), which get the code BAD_REQUEST. Any other error is a bug:
 * the client gets a request id, and the error is logged with that id.
 */
import {
  type FieldNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  parse,
  type Source,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** A bug, for the log. */
export interface Failure {
  readonly requestId: string;
  readonly error: unknown;
  /** The field whose value failed, as a schema coordinate (`Plan.rules`); null if the error did not occur in a field. */
  readonly field: string | null;
}

/** Codes of the libraries for errors of the request. The contract has one code for all of them: BAD_REQUEST. */
const requestErrorCodes = new Set<unknown>([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
]);
const bugs = new Set<unknown>(['INTERNAL_SERVER_ERROR', 'INTERNAL']);

/**
 * Returns an error with a code of the contract. Calls `log` for a bug. Returns a new object if it changes anything, since parsing and
 * validation errors are cached and shared between requests.
 */
export function toClientError(
  error: unknown,
  requestId: () => string,
  log: (failure: Failure) => void,
  schema: GraphQLSchema | null = null,
): GraphQLError {
  if (error instanceof GraphQLError && isForClient(error)) {
    const code = error.extensions['code'];
    if (code !== undefined && !requestErrorCodes.has(code)) return withoutOriginal(error);
    return withExtensions(error, error.message, { ...error.extensions, code: 'BAD_REQUEST' });
  }
  const located = error instanceof GraphQLError ? error : undefined;
  const id = requestId();
  log({
    requestId: id,
    error: located?.originalError ?? error,
    field: schema && located ? fieldOf(located, schema) : null,
  });
  const http = located?.extensions['http'];
  return withExtensions(
    located,
    `Something went wrong on our side. Tell us the request id, ${id}, and what was asked.`,
    {
      code: 'INTERNAL',
      requestId: id,
      unexpected: true,
      ...(http === undefined ? {} : { http }),
    },
  );
}

/** What Yoga reads from the extensions of an error. `spec` means: 200 for application/json, `status` for other media types. */
interface YogaHttp {
  readonly status?: number;
  readonly spec?: boolean;
}

/**
 * Returns the error with the status of an operation that was read and not run: 400, and 200 for clients that accept application/json
 * (GraphQL over HTTP, section 6.4). Errors with another status, and bugs, are returned as they are.
 */
export function asNotRun(error: GraphQLError): GraphQLError {
  const { status = 400, spec = false } = (error.extensions['http'] ?? {}) as YogaHttp;
  if (status !== 400 || spec || error.extensions['code'] === 'INTERNAL') return error;
  return withExtensions(error, error.message, { ...error.extensions, http: { status, spec: true } });
}

/**
 * Returns the schema coordinate of the field in which an error occurred, such as `Plan.rules`, or only the field's name if the error
 * has no location. The error's path cannot be used, since it consists of the client's aliases.
 */
function fieldOf({ nodes }: GraphQLError, schema: GraphQLSchema): string | null {
  const node = nodes?.find((each): each is FieldNode => each.kind === Kind.FIELD);
  if (node === undefined) return null;
  const { loc, name } = node;
  return (loc && coordinatesIn(loc.source, schema).get(loc.start)) ?? name.value;
}

const coordinates = new WeakMap<Source, ReadonlyMap<number, string>>();

/** The coordinates of the fields of a document, by offset in the text. The text is parsed again once, even if it has many errors. */
function coordinatesIn(source: Source, schema: GraphQLSchema): ReadonlyMap<number, string> {
  const known = coordinates.get(source);
  if (known) return known;
  const found = new Map<number, string>();
  const types = new TypeInfo(schema);
  visit(
    parse(source),
    visitWithTypeInfo(types, {
      Field: ({ loc, name }) => {
        const parent = types.getParentType();
        if (loc && parent) found.set(loc.start, `${parent.name}.${name.value}`);
      },
    }),
  );
  coordinates.set(source, found);
  return found;
}

/**
 * Whether the error was thrown for the client. A GraphQLError at a field of the answer without a code was not: it means that the
 * schema cannot express the value.
 */
function isForClient(error: GraphQLError): boolean {
  if (!isGraphQLThroughout(error) || bugs.has(error.extensions['code'])) return false;
  return error.extensions['code'] !== undefined || error.path === undefined || error.nodes?.[0]?.kind !== Kind.FIELD;
}

function isGraphQLThroughout(error: GraphQLError): boolean {
  const cause = error.originalError;
  return cause === undefined || (cause instanceof GraphQLError && isGraphQLThroughout(cause));
}

/** Drops the original error. Yoga copies each error with its original, which takes time if an answer has thousands of errors. */
function withoutOriginal(error: GraphQLError): GraphQLError {
  return error.originalError === undefined ? error : withExtensions(error, error.message, error.extensions);
}

function withExtensions(
  error: GraphQLError | undefined,
  message: string,
  extensions: Record<string, unknown>,
): GraphQLError {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0; // the stack is not sent, and capturing it takes time
  const clientError = new GraphQLError(message, {
    nodes: error?.nodes ?? null,
    source: error?.source ?? null,
    positions: error?.positions ?? null,
    path: error?.path ?? null,
    extensions,
  });
  Error.stackTraceLimit = stackTraceLimit;
  return clientError;
}
