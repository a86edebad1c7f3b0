/**
 * Trusted documents: operations that the server knows beforehand, asked for by an id and not by their text. Two forms of a
 * request are taken: `documentId`, as the appendix on persisted documents of GraphQL over HTTP has it, and the
 * `persistedQuery` of Apollo's clients, of which the hash alone counts. No request ever makes a document known.
 */
import { createHash } from 'node:crypto';
import { usePersistedOperations } from '@graphql-yoga/plugin-persisted-operations';
import { GraphQLError, Kind, parse } from 'graphql';
import type { GraphQLParams, Plugin } from 'graphql-yoga';

/** Texts of documents by their ids. */
export type TrustedDocuments = ReadonlyMap<string, string>;

/** The request parameter that names a persisted document. */
export const documentParameter = 'documentId';

/** `sha256:` and the digest, as lower-case hexadecimal digits, of the text in UTF-8. */
export function documentId(text: string): string {
  return `sha256:${createHash('sha256').update(text, 'utf8').digest('hex')}`;
}

/**
 * The documents of a JSON object of texts by ids. An id of 64 hexadecimal digits has to be its text's, and answers with
 * `sha256:` and as it stands; any other without a colon is the client's own. Throws with what is wrong.
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

/** Names of operations that this server knows. */
export type OperationNames = Pick<ReadonlySet<string>, 'has'>;

/**
 * The names of the operations of known documents, for metrics and logs; a client cannot add to them. A document is parsed
 * when its name is first needed, so that a start does not wait for all of them.
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
      if (isKnown === undefined && words.has(name))
        known.set(name, (isKnown = texts.some((text) => text.includes(name) && namesIn(text).includes(name))));
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
    return []; // an operator's document that does not parse says so to who asks for it
  }
}

/** With `only`, any text is refused (403), a trusted one too: who knows the document knows its id. */
export function persistedDocuments(documents: TrustedDocuments, only: boolean): Plugin {
  return usePersistedOperations({
    allowArbitraryOperations: !only,
    extractPersistedOperationId: (params, request) => idGiven(params, request.url),
    getPersistedOperation: (id) => documents.get(id) ?? null,
    customErrors: {
      // The message is the one by which Apollo's clients know that they have to send the text.
      notFound: ({ params, request }) =>
        refused(
          idOfApollo(params) !== null && idInForm(params, request.url) === null
            ? 'PersistedQueryNotFound'
            : `No document of this id is known here.${only ? '' : ' Send its text, as "query".'}`,
          400,
        ),
      keyNotFound: () =>
        refused(
          only ? 'Only known documents are answered here: give the "documentId" of one.' : 'Must provide query string.',
          400,
        ),
      persistedQueryOnly: () =>
        refused('Only known documents are answered here, and none by its text: give its "documentId".', 403),
    },
  });
}

function idGiven(params: GraphQLParams, url: string): string | null {
  return idInForm(params, url) ?? idOfApollo(params);
}

/** Yoga keeps of an address only the parameters that it knows. */
function idInForm(params: GraphQLParams, url: string): string | null {
  const given = (params as Readonly<Record<string, unknown>>)[documentParameter];
  if (given === undefined) return new URL(url).searchParams.get(documentParameter);
  return typeof given === 'string' ? given : '';
}

function idOfApollo({ extensions }: GraphQLParams): string | null {
  const persisted: unknown = (extensions as Readonly<Record<string, unknown>> | null | undefined)?.['persistedQuery'];
  if (typeof persisted !== 'object' || persisted === null || !('sha256Hash' in persisted)) return null;
  return typeof persisted.sha256Hash === 'string' ? `sha256:${persisted.sha256Hash}` : '';
}

function refused(message: string, status: number): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_REQUEST', http: { status } } });
}
