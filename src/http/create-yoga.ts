/**
 * The graphql-yoga server and its plugins: trusted documents, limits, costs, cacheability, error codes of the contract, and
 * the data version in every answer. Yoga's own limit of the body size is off, since it copies each body through a second
 * request, which doubles the time of a small query (measured 2026-11-23 on 5.24); `readBody` enforces the limit. There is no
 * protection against CSRF because none is needed: the graph is read only, and requests carry no cookie and no login.
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
import { withFewSuggestions } from '../schema/suggestions.ts';
import { asOf, type FindVersion } from './as-of.ts';
import { createClassifier } from './cache-scope.ts';
import { asNotRun, toClientError, type Failure } from './errors.ts';
import type { RequestContext, RequestLog } from './request-context.ts';
import { jsonBytes } from './json-size.ts';
import { limitExceeded, type Limits } from './query-limits/limits.ts';
import { countTokens, checkDocumentSize } from './query-limits/document-size-limits.ts';
import { analyzeCost } from './query-limits/query-cost.ts';
import { requestParsing } from './request-parsing.ts';
import {
  documentParameter,
  persistedDocuments,
  type TrustedDocuments,
  type OperationNames,
} from './persisted-documents.ts';

export interface GraphqlOptions {
  readonly schema: GraphQLSchema;
  /** Called for every bug, with the request id that the client gets. */
  readonly log: (failure: Failure) => void;
  readonly limits: Limits;
  /** Names of operations that may appear in metrics and logs. Any other name is text of the client. */
  readonly operations: OperationNames;
  /** Returns milliseconds since a fixed time. */
  readonly clock: () => number;
  /** Documents that clients can request by id. If omitted, there are none. */
  readonly trustedDocuments?: TrustedDocuments;
  /** Whether all other documents are refused. */
  readonly trustedDocumentsOnly?: boolean;
  /** Finds the published version that a query names. Omitted if there are no published versions. */
  readonly findVersion?: FindVersion | undefined;
}

type ServedPlugin = Plugin<object, RequestContext>;

/** A syntax tree takes about a hundred times the memory of its text, so half a million characters take less than 100 MB. */
const cachedCharacters = 500_000;
const cache = <Value extends object>() =>
  new LRUCache<string, Value>({ maxSize: cachedCharacters, sizeCalculation: (_, text) => text.length + 100 });

/** Creates the Yoga server. It ignores the path of a request. */
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
  const parsed = new WeakSet<RequestLog>();
  return createYoga<RequestContext>({
    schema,
    plugins: [
      persistedDocuments(trustedDocuments, trustedDocumentsOnly),
      parsing(limits, documents, parsed),
      asOf(findVersion),
      costAnalysis(limits, operations, clock),
      cacheClassification(trustedDocuments),
      requestParsing(),
      resultProcessing(log, limits, schema, parsed),
    ],
    extraParamNames: [documentParameter],
    graphiql: false,
    landingPage: false,
    multipart: false,
    logging: false,
    maskedErrors: false,
    maxRequestBodySize: false,
    cors: false,
    healthCheckEndpoint: '/\n', // Yoga compares it with the end of the address, and a query string may end in any path
    parserAndValidationCache: { documentCache: documents, errorCache: cache<Error>() },
  });
}

/** Parses and validates within the limits, and logs whether the document was cached. Adds the logs of its requests to `parsed`. */
function parsing(limits: Limits, documents: LRUCache<string, DocumentNode>, parsed: WeakSet<RequestLog>): ServedPlugin {
  const parseFn = (source: string | Source, options?: ParseOptions): DocumentNode => {
    const document = parseWithin(source, limits, options);
    const refusal = checkDocumentSize(document, limits);
    if (refusal) throw refusal;
    return document;
  };
  return {
    onParse: ({ context, params, setParseFn }) => {
      const { requestLog } = context as unknown as RequestContext;
      parsed.add(requestLog);
      requestLog.caches.push({
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
    if (error instanceof RangeError) throw limitExceeded('depth', null, limits.depth); // the parser is recursive
    const tokens = countTokensOrZero(source);
    throw tokens > limits.tokens ? limitExceeded('tokens', tokens, limits.tokens) : error;
  }
}

const textOf = (source: string | Source): string => (typeof source === 'string' ? source : source.body);

/** Returns 0 if the text cannot be split into tokens. */
function countTokensOrZero(source: Source | string): number {
  try {
    return countTokens(typeof source === 'string' ? new Source(source) : source);
  } catch {
    return 0;
  }
}

/** Refuses operations that cost too much, logs the cost and the time of execution, and adds the cost to the answer. */
function costAnalysis(limits: Limits, operations: OperationNames, clock: () => number): ServedPlugin {
  return {
    onExecute: ({ args, executeFn, setExecuteFn, setResultAndStopExecution }) => {
      const {
        schema,
        document,
        operationName,
        variableValues,
        contextValue: { graph, requestLog, isCostWanted, params },
      } = args as ExecutionArgs & { contextValue: RequestContext & YogaInitialContext };
      const graphSize = { plans: graph.plans.size, subjects: graph.subjects.size };
      const { cost, atMost, asks, name, refusal } = analyzeCost(
        schema,
        document,
        operationName,
        variableValues ?? {},
        graphSize,
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

/** Reports the document, and which caches may store the answer. */
function cacheClassification(trustedDocuments: TrustedDocuments): ServedPlugin {
  const classify = createClassifier(trustedDocuments);
  return {
    onExecute: ({ args }) => {
      const {
        schema,
        document,
        contextValue: { onClassified, onDocument, params },
      } = args as ExecutionArgs & { contextValue: RequestContext & YogaInitialContext };
      onDocument?.(document);
      onClassified?.(
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

/**
 * Gives errors the codes of the contract, adds the data version, and refuses answers that are too large. One rule gives the status
 * of every operation that was read and not run, whatever the reason: `parsed` has the logs of the requests with an operation.
 */
function resultProcessing(
  log: (failure: Failure) => void,
  limits: Limits,
  schema: GraphQLSchema,
  parsed: WeakSet<RequestLog>,
): ServedPlugin {
  return {
    onResultProcess: (event) => {
      const { result, serverContext } = event;
      if (Array.isArray(result) || Symbol.asyncIterator in result) return;
      const { requestId, requestLog } = serverContext as RequestContext;
      const errors = result.errors?.map((error) => toClientError(error, () => requestId, log, schema));
      if (errors) logErrors(requestLog, errors);
      const extensions = { ...(result.extensions as object | undefined), dataVersion: requestLog.dataVersion };
      const answer =
        errors !== undefined && isWithoutRun(result, errors)
          ? { errors: parsed.has(requestLog) ? errors.map(asNotRun) : errors, extensions }
          : { ...result, ...(errors === undefined ? {} : { errors: errors.map(toPlainError) }), extensions };
      if (jsonBytes(answer, limits.responseBytes) <= limits.responseBytes) {
        event.setResult(answer as ExecutionResult);
        return;
      }
      const refusal = limitExceeded('responseBytes', null, limits.responseBytes);
      logErrors(requestLog, [refusal]);
      event.setResult({ errors: [refusal], extensions: { dataVersion: requestLog.dataVersion } } as ExecutionResult);
    },
  };
}

/** Whether nothing was run. graphql-js gives `data: null` for operations of a kind that the schema does not have. */
const isWithoutRun = ({ data }: ExecutionResult, errors: readonly GraphQLError[]): boolean =>
  data == null && errors.every(({ path }) => path === undefined);

function logErrors(requestLog: RequestLog, errors: readonly GraphQLError[]): void {
  requestLog.errorCodes = [...new Set(errors.map(({ extensions }) => String(extensions['code'])))];
  const limit = errors.find(({ extensions }) => typeof extensions['limit'] === 'string')?.extensions['limit'];
  if (typeof limit === 'string') requestLog.refusedBy = limit;
}

/** Returns the error as plain JSON, which Yoga sends without copying it, unless its extensions are instructions to Yoga. */
function toPlainError(error: GraphQLError): GraphQLError | GraphQLFormattedError {
  const isForYoga = error.extensions['http'] !== undefined || error.extensions['unexpected'] !== undefined;
  return isForYoga ? error : error.toJSON();
}
