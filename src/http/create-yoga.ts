/**
 * GraphQL over HTTP on graphql-yoga, with what this server adds: one graph and one day for the whole of a request, the
 * limits, errors in the contract's terms, and the data version on every answer. The body's limit is not here: Yoga's own
 * pipes each body through a second request and doubles the price of a small query (measured 2026-11-23 on 5.24), so it is
 * off, and `readBody` counts the bytes before Yoga sees any. The graph is read only and no request carries a cookie or a
 * login, so a form on another site that posts a query (urlencoded) learns nothing and changes nothing.
 */
import {
  parse,
  Source,
  validate,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  type ParseOptions,
} from 'graphql';
import { createYoga, type Plugin, type YogaInitialContext } from 'graphql-yoga';
import { LRUCache } from 'lru-cache';
import type { Context } from '../schema/builder.ts';
import { withFewSuggestions } from '../schema/suggestions.ts';
import { asOf, type FindVersion } from './as-of.ts';
import { createClassifier, type Cacheability } from './cache-scope.ts';
import { toClientError, type Failure } from './errors.ts';
import type { RequestLog } from './request-context.ts';
import { jsonBytes } from './json-size.ts';
import { limitExceeded, type Limits } from './query-limits/limits.ts';
import { countTokens, checkDocumentSize } from './query-limits/document-size-limits.ts';
import { analyzeCost } from './query-limits/query-cost.ts';
import { requestParseErrors } from './request-parse-errors.ts';
import {
  documentParameter,
  persistedDocuments,
  type TrustedDocuments,
  type OperationNames,
} from './persisted-documents.ts';

/** What is loaded now, whole. Taken once per request, so that a swap of the data never shows in the middle of an answer. */
export type LoadedData = Omit<Context, 'today'>;

export interface GraphqlOptions {
  readonly schema: GraphQLSchema;
  /** Told of every bug, with the id that the asker was shown. */
  readonly log: (failure: Failure) => void;
  readonly limits: Limits;
  /** Names of operations that may stand in metrics and logs; any other name is the asker's own words. */
  readonly operations: OperationNames;
  /** Milliseconds from any fixed moment. */
  readonly clock: () => number;
  /** Documents that can be asked for by their ids; none where it is left out. */
  readonly trustedDocuments?: TrustedDocuments;
  /** Whether nothing else is answered. */
  readonly trustedDocumentsOnly?: boolean;
  /** Finds published versions for questions that name one; left out where there are none. */
  readonly findVersion?: FindVersion | undefined;
}

/** What plugins and resolvers are given of one request. */
export interface RequestContext extends Context {
  readonly requestId: string;
  readonly requestLog: RequestLog;
  /** Whether a header of the request wants the cost told; its extensions may too. */
  readonly isCostWanted: boolean;
  /** Called once the operation is about to run; left out where the answer is not kept by any cache. */
  readonly onClassified?: ((cacheability: Cacheability) => void) | undefined;
}
type ServedPlugin = Plugin<object, RequestContext>;

/** A document's tree is some hundred times its text: half a million characters of text keep it below 100 MB. */
const cachedCharacters = 500_000;
const cache = <Value extends object>() =>
  new LRUCache<string, Value>({ maxSize: cachedCharacters, sizeCalculation: (_, text) => text.length + 100 });

/** Answers a fetch Request of the endpoint; its own path is not looked at. */
export function createYogaServer({
  schema,
  log,
  limits,
  operations,
  clock,
  trustedDocuments = new Map(),
  trustedDocumentsOnly = false,
  findVersion,
}: GraphqlOptions) {
  const documents = cache<DocumentNode>();
  return createYoga<RequestContext>({
    schema,
    plugins: [
      persistedDocuments(trustedDocuments, trustedDocumentsOnly),
      parsed(limits, documents),
      asOf(findVersion),
      weighed(limits, operations, clock),
      classified(trustedDocuments),
      requestParseErrors(),
      answered(log, limits, schema),
    ],
    extraParamNames: [documentParameter],
    graphiql: false,
    landingPage: false,
    multipart: false,
    logging: false,
    maskedErrors: false,
    maxRequestBodySize: false,
    cors: false,
    healthCheckEndpoint: '/\n', // Yoga compares it with the end of the address, which a query may also be
    parserAndValidationCache: { documentCache: documents, errorCache: cache<Error>() },
  });
}

function parsed(limits: Limits, documents: LRUCache<string, DocumentNode>): ServedPlugin {
  const parseFn = (source: string | Source, options?: ParseOptions): DocumentNode => {
    const document = parseWithin(source, limits, options);
    const refusal = checkDocumentSize(document, limits);
    if (refusal) throw refusal;
    return document;
  };
  return {
    onParse: ({ context, params, setParseFn }) => {
      (context as unknown as RequestContext).requestLog.caches.push({
        cache: 'document',
        hit: documents.has(textOf(params.source as string | Source)),
      });
      setParseFn(parseFn);
    },
    onValidate: ({ setValidationFn }) => {
      setValidationFn((...[against, document, all]: Parameters<typeof validate>) =>
        validate(against, document, all, { maxErrors: limits.validationErrors }),
      );
    },
  };
}

function parseWithin(source: string | Source, limits: Limits, options?: ParseOptions): DocumentNode {
  try {
    return parse(source, { ...options, maxTokens: limits.tokens });
  } catch (error) {
    if (error instanceof RangeError) throw limitExceeded('depth', null, limits.depth); // the parser calls itself level by level
    const asked = tokensIfWhole(source);
    throw asked > limits.tokens ? limitExceeded('tokens', asked, limits.tokens) : error;
  }
}

const textOf = (source: string | Source): string => (typeof source === 'string' ? source : source.body);

function tokensIfWhole(source: Source | string): number {
  try {
    return countTokens(typeof source === 'string' ? new Source(source) : source);
  } catch {
    return 0;
  }
}

function weighed(limits: Limits, operations: OperationNames, clock: () => number): ServedPlugin {
  return {
    onExecute: ({ args, executeFn, setExecuteFn, setResultAndStopExecution }) => {
      const {
        schema,
        document,
        operationName,
        variableValues,
        contextValue: { graph, requestLog, isCostWanted, params },
      } = args as ExecutionArgs & { contextValue: RequestContext & YogaInitialContext };
      const world = { plans: graph.plans.size, subjects: graph.subjects.size };
      const { cost, atMost, asks, name, refusal } = analyzeCost(
        schema,
        document,
        operationName,
        variableValues ?? {},
        world,
        limits,
      );
      Object.assign(requestLog, {
        cost,
        rootFields: asks,
        ...(name !== null && operations.has(name) ? { operation: name } : {}),
      });
      if (refusal) {
        setResultAndStopExecution({ errors: [refusal] });
        return undefined;
      }
      setExecuteFn((own: ExecutionArgs) => withFewSuggestions(() => executeFn(own) as unknown));
      const from = clock();
      return {
        onExecuteDone: ({ result, setResult }) => {
          requestLog.executed = { from, to: clock() };
          if ((isCostWanted || params.extensions?.['cost'] === true) && !(Symbol.asyncIterator in result))
            setResult({
              ...result,
              extensions: { ...result.extensions, cost: { requested: cost, atMost, allowed: limits.cost } },
            });
        },
      };
    },
  };
}

/** Tells the endpoint who may keep the answer. */
function classified(trustedDocuments: TrustedDocuments): ServedPlugin {
  const classify = createClassifier(trustedDocuments);
  return {
    onExecute: ({ args }) => {
      const {
        schema,
        document,
        contextValue: { onClassified: tell, params },
      } = args as ExecutionArgs & { contextValue: RequestContext & YogaInitialContext };
      tell?.(
        classify({
          schema,
          document,
          text: params.query ?? '',
          variables: params.variables ?? {},
          extensions: params.extensions,
        }),
      );
    },
  };
}

function answered(log: (failure: Failure) => void, limits: Limits, schema: GraphQLSchema): ServedPlugin {
  return {
    onResultProcess: (answer) => {
      const { result, serverContext } = answer;
      if (Array.isArray(result) || Symbol.asyncIterator in result) return;
      const { requestId, requestLog } = serverContext as RequestContext;
      const errors = result.errors?.map((error) => toClientError(error, () => requestId, log, schema));
      if (errors) note(requestLog, errors);
      const extensions = { ...(result.extensions as object | undefined), dataVersion: requestLog.dataVersion };
      const hasData = 'data' in result;
      const whole = {
        ...result,
        ...(errors === undefined ? {} : { errors: hasData ? errors.map(asSent) : errors }),
        extensions,
      };
      if (jsonBytes(whole, limits.responseBytes) <= limits.responseBytes) {
        answer.setResult(whole as ExecutionResult);
        return;
      }
      const refusal = limitExceeded('responseBytes', null, limits.responseBytes);
      note(requestLog, [refusal]);
      answer.setResult({ errors: [refusal], extensions: { dataVersion: requestLog.dataVersion } } as ExecutionResult);
    },
  };
}

function note(requestLog: RequestLog, errors: readonly GraphQLError[]): void {
  requestLog.errorCodes = [...new Set(errors.map(({ extensions }) => String(extensions['code'])))];
  const limit = errors.find(({ extensions }) => typeof extensions['limit'] === 'string')?.extensions['limit'];
  if (typeof limit === 'string') requestLog.refusedBy = limit;
}

/** An error as plain JSON, which Yoga sends without copying it; one that says something to Yoga itself stays as it is. */
function asSent(error: GraphQLError): GraphQLError | GraphQLFormattedError {
  const isForYoga = error.extensions['http'] !== undefined || error.extensions['unexpected'] !== undefined;
  return isForYoga ? error : error.toJSON();
}
