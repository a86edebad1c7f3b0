/**
 * Trusted documents: operations that the server knows beforehand, which clients request by id. Two forms of a request are read:
 * `documentId` (GraphQL over HTTP, appendix "Persisted Documents") and the extension `persistedQuery` of Apollo's clients, of which
 * only the hash is read. Requests cannot add documents.
 */
import { createHash } from 'node:crypto';
import { usePersistedOperations } from '@graphql-yoga/plugin-persisted-operations';
import { GraphQLError, Kind, parse } from 'graphql';
import type { GraphQLParams, Plugin } from 'graphql-yoga';

/** Texts of documents by their ids. */
export type TrustedDocuments = ReadonlyMap<string, string>;

/** The request parameter that names a persisted document. */
export const documentParameter = 'documentId';

/** The id of a text: `sha256:` and the SHA-256 of its UTF-8 in lower-case hexadecimal digits. */
export function documentId(text: string): string {
  return `sha256:${createHash('sha256').update(text, 'utf8').digest('hex')}`;
}

/**
 * Reads a manifest: a JSON object of texts by id. An id of 64 hexadecimal digits must be the SHA-256 of its text; the document is
 * then found with and without the prefix `sha256:`. Any other id must have no colon. Throws an Error that says what is wrong.
 */
export function readManifest(json: string): TrustedDocuments {
  const read: unknown = JSON.parse(json);
  if (typeof read !== 'object' || read === null || Array.isArray(read))
    throw new Error('it has to be a JSON object of texts by ids');
  return new Map(
    Object.entries(read).flatMap(([id, text]: [string, unknown]) => {
      if (typeof text !== 'string') throw new Error('it has to be a JSON object of texts by ids');
      const [, digest] = /^(?:sha256:)?([0-9a-f]{64})$/.exec(id) ?? [];
      if (digest === undefined && id.includes(':')) throw new Error(`the id ${id} has a prefix that is not known`);
      if (digest !== undefined && documentId(text) !== `sha256:${digest}`)
        throw new Error(`the id ${id} is not the SHA-256 of its text`);
      return [...new Set(digest === undefined ? [id] : [id, `sha256:${digest}`])].map((each) => [each, text] as const);
    }),
  );
}

/** The names of the operations in trusted documents. */
export type OperationNames = Pick<ReadonlySet<string>, 'has'>;

/**
 * Returns the names of the operations in the documents, for metrics and logs. Clients cannot add names. A document is parsed when a
 * name is first looked up, so that a start does not wait for all of them.
 */
export function operationNames(documents: TrustedDocuments): OperationNames {
  const texts = [...documents.values()];
  const words = new Set(
    texts.flatMap((text) =>
      Array.from(text.matchAll(/\b(?:query|mutation|subscription)\s+([_A-Za-z]\w*)/g), ([, name = '']) => name),
    ),
  );
  const known = new Map<string, boolean>();
  return {
    has: (name) => {
      let isKnown = known.get(name);
      if (isKnown === undefined && words.has(name)) {
        isKnown = texts.some((text) => text.includes(name) && namesIn(text).includes(name));
        known.set(name, isKnown);
      }
      return isKnown === true;
    },
  };
}

function namesIn(text: string): string[] {
  try {
    return parse(text, { noLocation: true }).definitions.flatMap((each) =>
      each.kind === Kind.OPERATION_DEFINITION && each.name ? [each.name.value] : [],
    );
  } catch {
    return []; // a client that requests this document gets the syntax error
  }
}

/** The Yoga plugin. With `only`, the text of an operation is refused with 403, also if it is the text of a trusted document. */
export function persistedDocuments(documents: TrustedDocuments, only: boolean): Plugin {
  return usePersistedOperations({
    allowArbitraryOperations: !only,
    extractPersistedOperationId: (params, request) => requestedId(params, request.url),
    getPersistedOperation: (id) => documents.get(id) ?? null,
    customErrors: {
      // Apollo's clients recognize this message and then send the text.
      notFound: ({ params, request }) =>
        badRequest(
          apolloIdOf(params) !== null && documentIdOf(params, request.url) === null
            ? 'PersistedQueryNotFound'
            : `No document of this id is known here.${only ? '' : ' Send its text, as "query".'}`,
          400,
        ),
      keyNotFound: () =>
        badRequest(
          only ? 'Only known documents are answered here: give the "documentId" of one.' : 'Must provide query string.',
          400,
        ),
      persistedQueryOnly: () =>
        badRequest('Only known documents are answered here, and none by its text: give its "documentId".', 403),
    },
  });
}

function requestedId(params: GraphQLParams, url: string): string | null {
  return documentIdOf(params, url) ?? apolloIdOf(params);
}

/** The id in the address is read from the address, since Yoga passes on only the parameters that it knows. */
function documentIdOf(params: GraphQLParams, url: string): string | null {
  const id = (params as Readonly<Record<string, unknown>>)[documentParameter];
  if (id === undefined) return new URL(url).searchParams.get(documentParameter);
  return typeof id === 'string' ? id : '';
}

function apolloIdOf({ extensions }: GraphQLParams): string | null {
  const persisted: unknown = (extensions as Readonly<Record<string, unknown>> | null | undefined)?.['persistedQuery'];
  if (typeof persisted !== 'object' || persisted === null || !('sha256Hash' in persisted)) return null;
  return typeof persisted.sha256Hash === 'string' ? `sha256:${persisted.sha256Hash}` : '';
}

function badRequest(message: string, status: number): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_REQUEST', http: { status } } });
}
