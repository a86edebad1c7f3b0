/**
 * Which part of an error the client sees. Two kinds are shown: an error that a resolver threw with a code of the public
 * schema, and an error of the request itself (syntax, validation, variables: BAD_REQUEST). Anything else is a bug: the client
 * gets a request id, and the log has the error under that id.
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

/** A bug, as it is logged. */
export interface Failure {
  readonly requestId: string;
  readonly error: unknown;
  /** The field whose value failed, as its coordinate in the schema (`Plan.rules`); null where no field did. */
  readonly field: string | null;
}

/** Codes that the libraries below give to a wrong request; the contract has one for all of them. */
const wrongRequest = new Set<unknown>([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
]);
const bugs = new Set<unknown>(['INTERNAL_SERVER_ERROR', 'INTERNAL']);

/** The error with a code of the contract. A new object: parsing and validation errors are cached and shared between requests. */
export function toClientError(
  error: unknown,
  requestId: () => string,
  log: (failure: Failure) => void,
  schema: GraphQLSchema | null = null,
): GraphQLError {
  if (error instanceof GraphQLError && isMeant(error)) {
    const code = error.extensions['code'];
    if (code !== undefined && !wrongRequest.has(code)) return withoutOriginal(error);
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

/**
 * The coordinate of the field at which an error arose, such as `Plan.rules`. The path of the error is of no use here: it
 * holds the aliases of the client. An error without the text that its field was read from has the name of the field alone.
 */
function fieldOf({ nodes }: GraphQLError, schema: GraphQLSchema): string | null {
  const node = nodes?.find((each): each is FieldNode => each.kind === Kind.FIELD);
  if (node === undefined) return null;
  const { loc, name } = node;
  return (loc && coordinatesIn(loc.source, schema).get(loc.start)) ?? name.value;
}

const coordinates = new WeakMap<Source, ReadonlyMap<number, string>>();

/** The coordinate of each field of a document, by the offset at which it begins. The text is parsed once, however many errors it has. */
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

/** Thrown as a GraphQLError, and on purpose: one without a code and at a field of the answer is a value the schema cannot say. */
function isMeant(error: GraphQLError): boolean {
  if (!isGraphQLThroughout(error) || bugs.has(error.extensions['code'])) return false;
  return error.extensions['code'] !== undefined || error.path === undefined || error.nodes?.[0]?.kind !== Kind.FIELD;
}

function isGraphQLThroughout(error: GraphQLError): boolean {
  const cause = error.originalError;
  return cause === undefined || (cause instanceof GraphQLError && isGraphQLThroughout(cause));
}

/** Yoga copies each error with all that it was made from, and each copy takes time; a request may get thousands. */
function withoutOriginal(error: GraphQLError): GraphQLError {
  return error.originalError === undefined ? error : withExtensions(error, error.message, error.extensions);
}

function withExtensions(
  error: GraphQLError | undefined,
  message: string,
  extensions: Record<string, unknown>,
): GraphQLError {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0; // what is sent has no stack
  const made = new GraphQLError(message, {
    nodes: error?.nodes ?? null,
    source: error?.source ?? null,
    positions: error?.positions ?? null,
    path: error?.path ?? null,
    extensions,
  });
  Error.stackTraceLimit = stackTraceLimit;
  return made;
}
