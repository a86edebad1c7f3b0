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
 * Reads the documents of a manifest: a JSON object of texts by ids, or the manifest that Apollo's
 * `generate-persisted-query-manifest` writes, whose `operations` have an `id` and a `body` each. An id of 64 hexadecimal digits
 * has to be the SHA-256 of its text as it is in the file, and is known with and without `sha256:`. Any other id without a colon
 * is the client's own. Throws an Error that says what is wrong.
 */
export function readManifest(json: string): TrustedDocuments {
  const read: unknown = JSON.parse(json);
  if (typeof read !== 'object' || read === null || Array.isArray(read)) throw notAManifest();
  if ('operations' in read && typeof read.operations !== 'string') return documentsOfApollo(read.operations);
  return collected(
    Object.entries(read).map(([id, text]: [string, unknown]) => {
      if (typeof text !== 'string') throw notAManifest();
      return { id, text, ids: idsOf(id, text) };
    }),
  );
}

const notAManifest = (): Error =>
  new Error("it has to be a JSON object of texts by ids, or Apollo's manifest of operations");

/** The client of Apollo sends every id as `sha256Hash`, also one that is no digest, so each is known with `sha256:` too. */
function documentsOfApollo(operations: unknown): TrustedDocuments {
  if (!Array.isArray(operations)) throw new Error('its "operations" have to be a list');
  return collected(
    operations.map((operation: unknown, index) => {
      const { id, body } = (operation ?? {}) as { readonly id?: unknown; readonly body?: unknown };
      if (typeof id !== 'string' || typeof body !== 'string')
        throw new Error(`operations[${String(index)}] has to have an "id" and a "body", both texts`);
      return { id, text: body, ids: new Set([...idsOf(id, body), `sha256:${id.replace(/^sha256:/, '')}`]) };
    }),
  );
}

/** The ids under which a document is known. Throws an Error if the id cannot be that of the text. */
function idsOf(id: string, text: string): ReadonlySet<string> {
  const [, digest] = /^(?:sha256:)?([0-9a-f]{64})$/.exec(id) ?? [];
  if (digest === undefined && id.includes(':')) throw new Error(`the id ${id} has a prefix that is not known`);
  if (digest !== undefined && documentId(text) !== `sha256:${digest}`)
    throw new Error(`the id ${id} is not the SHA-256 of its text`);
  return new Set(digest === undefined ? [id] : [id, `sha256:${digest}`]);
}

interface ManifestEntry {
  readonly id: string;
  readonly text: string;
  readonly ids: ReadonlySet<string>;
}

function collected(entries: readonly ManifestEntry[]): TrustedDocuments {
  const documents = new Map<string, string>();
  for (const { id, text, ids } of entries)
    for (const each of ids) {
      if ((documents.get(each) ?? text) !== text) throw new Error(`the id ${id} has two texts`);
      documents.set(each, text);
    }
  return documents;
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
