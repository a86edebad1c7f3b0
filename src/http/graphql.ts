/**
 * GraphQL over HTTP on graphql-yoga, with what this server adds: one graph and one day for the whole of a request, the
 * limits, errors in the contract's terms, and the data version on every answer. The body's limit is not here: Yoga's own
 * pipes each body through a second request and doubles the price of a small query (measured 2026-11-23 on 5.24), so it is
 * off, and `readBody` counts the bytes before Yoga sees any. The graph is read only and no request carries a cookie or a
 * login, so a form on another site that posts a query (urlencoded) learns nothing and changes nothing.
 */
import { randomUUID } from 'node:crypto';
import { GraphQLError, parse, Source, validate, type DocumentNode, type ExecutionResult, type GraphQLSchema, type ParseOptions } from 'graphql';
import { createYoga, type Plugin } from 'graphql-yoga';
import { LRUCache } from 'lru-cache';
import type { Context } from '../schema/builder.ts';
import { publicError, type Failure } from './errors.ts';
import { aliasRule, countTokens, depthRule } from './measures.ts';
import { overLimit, type Limits } from './limits.ts';
import { documentParameter, trusted, type TrustedDocuments } from './trusted.ts';

/** What is loaded now. Taken once per request, so that a swap of the data never shows in the middle of an answer. */
export type Loaded = Omit<Context, 'today'>;

export interface GraphqlOptions {
  readonly schema: GraphQLSchema;
  readonly current: () => Loaded;
  /** The ISO day in America/New_York. */
  readonly today: () => string;
  /** Told of every bug, with the id that the asker was shown. */
  readonly log: (failure: Failure) => void;
  readonly limits: Limits;
  /** Documents that can be asked for by their ids; none where it is left out. */
  readonly trustedDocuments?: TrustedDocuments;
  /** Whether nothing else is answered. */
  readonly trustedDocumentsOnly?: boolean;
  /** Origins whose pages may ask, never with credentials; none: other origins' pages may not. */
  readonly origins: readonly string[];
}

/** A document's tree is some hundred times its text: half a million characters of text keep it below 100 MB. */
const cachedCharacters = 500_000;
const cache = <Value extends object>() =>
  new LRUCache<string, Value>({ maxSize: cachedCharacters, sizeCalculation: (_, text) => text.length + 100 });

/** Answers a fetch Request of the endpoint; its own path is not looked at. */
export function createGraphql({ schema, current, today, log, limits, origins, trustedDocuments = new Map(), trustedDocumentsOnly = false }: GraphqlOptions) {
  return createYoga<Partial<Context>>({
    schema,
    plugins: [oneSnapshot(current, today), trusted(trustedDocuments, trustedDocumentsOnly), limited(limits), readable(), answered(log)],
    extraParamNames: [documentParameter],
    graphiql: false, landingPage: false, multipart: false, logging: false, maskedErrors: false, maxRequestBodySize: false,
    healthCheckEndpoint: '/\n', // Yoga compares it with the end of the address, which a query may also be
    cors: origins.length === 0 ? false : { origin: [...origins], credentials: false, methods: ['GET', 'POST'] },
    parserAndValidationCache: { documentCache: cache<DocumentNode>(), errorCache: cache<Error>() },
  });
}

function oneSnapshot(current: () => Loaded, today: () => string): Plugin<object, Partial<Context>> {
  return { onRequest: ({ serverContext }) => void Object.assign(serverContext, current(), { today: today() }) };
}

function limited(limits: Limits): Plugin {
  const rules = [depthRule(limits.depth), aliasRule(limits.aliases)];
  const parseFn = (source: string | Source, options?: ParseOptions): DocumentNode => {
    try {
      return parse(source, { ...options, maxTokens: limits.tokens });
    } catch (error) {
      const asked = tokensIfWhole(source);
      throw asked > limits.tokens ? overLimit('tokens', asked, limits.tokens) : error;
    }
  };
  return {
    onParse: ({ setParseFn }) => { setParseFn(parseFn); },
    onValidate: ({ addValidationRule, setValidationFn }) => {
      rules.forEach(addValidationRule);
      setValidationFn((...[against, document, all]: Parameters<typeof validate>) =>
        validate(against, document, all, { maxErrors: limits.validationErrors }));
    },
  };
}

function tokensIfWhole(source: Source | string): number {
  try {
    return countTokens(typeof source === 'string' ? new Source(source) : source);
  } catch {
    return 0;
  }
}

/** Yoga answers a content type it does not know with an empty 415, and variables in an address that are no JSON as a bug. */
function readable(): Plugin {
  return {
    onRequestParse: ({ request, requestParser, setRequestParser }) => {
      if (requestParser === undefined) {
        if (request.method !== 'POST') return;
        throw unread('The body is of a kind that is not read here. Send JSON, with content-type: application/json', 415);
      }
      setRequestParser(async (asked) => {
        try {
          return await requestParser(asked);
        } catch (error) {
          throw error instanceof SyntaxError ? unread('The variables or extensions are not JSON. Encode them as a JSON object', 400) : error;
        }
      });
    },
  };
}

function unread(message: string, status: number): GraphQLError {
  return new GraphQLError(`${message}.`, { extensions: { code: 'BAD_REQUEST', http: { status } } });
}

function answered(log: (failure: Failure) => void): Plugin<object, Partial<Context>> {
  return {
    onResultProcess: (answer) => {
      const { result, serverContext } = answer;
      if (Array.isArray(result) || Symbol.asyncIterator in result) return;
      let id: string | undefined;
      const errors = result.errors?.map((error) => publicError(error, () => (id ??= randomUUID()), log));
      const extensions = { ...(result.extensions as object | undefined), dataVersion: serverContext.graph?.version };
      answer.setResult({ ...result, ...(errors === undefined ? {} : { errors }), extensions } as ExecutionResult);
    },
  };
}
