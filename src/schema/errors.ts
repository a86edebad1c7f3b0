/**
 * Errors for arguments that cannot be used, such as an unknown name. Each is one entry of `errors`, and its field is null.
 * Facts that leave a question open are not an error: the answer says so.
 */
import { GraphQLError } from 'graphql';
import type { ConceptKind } from '../model/words.ts';

/** The error codes of resolvers. The codes of the HTTP layer, such as BAD_REQUEST and INTERNAL, are in src/http/errors.ts. */
export type ContractErrorCode =
  | 'UNKNOWN_PLAN'
  | 'UNKNOWN_SUBJECT'
  | 'UNKNOWN_TERRITORY'
  | 'UNKNOWN_CONDITION'
  | 'UNKNOWN_SOURCE'
  | 'CONTRADICTING_FACTS'
  | 'NOT_A_COUNT'
  | 'UNKNOWN_VERSION'
  | 'VERSION_UNAVAILABLE'
  | 'MIXED_VERSIONS'
  | 'BAD_DATE'
  | 'BAD_ID'
  | 'BAD_CURSOR'
  | 'BAD_PAGE_SIZE'
  | 'EMPTY_LIST'
  | 'TOO_MANY'
  | 'QUESTION_TOO_LONG'
  | 'BAD_PREVIOUS';

/** An entry that the client may have meant. */
export interface Suggestion {
  readonly kind: ConceptKind;
  readonly slug: string;
  readonly name: string;
}

const LONGEST_VALUE = 100;

/** A value as an error shows it: as text, at most 100 characters. */
export function cut(value: string | number | readonly unknown[]): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > LONGEST_VALUE ? text.slice(0, LONGEST_VALUE) : text;
}

function didYouMean(suggestions: readonly Suggestion[]): string {
  const quoted = suggestions.map(({ slug }) => `"${slug}"`);
  const last = quoted.pop();
  if (last === undefined) return '';
  return ` Did you mean ${quoted.length === 0 ? last : `${quoted.join(', ')} or ${last}`}?`;
}

/** The path of an argument, such as given.met[1]. A function is called only if there is an error to report. */
export type Path = string | (() => string);
/** The path as text. */
export const pathText = (path: Path): string => (typeof path === 'string' ? path : path());
/** The path `path` followed by `part`, such as `.slug` or `[1]`. */
export const below =
  (path: Path, part: string): (() => string) =>
  () =>
    pathText(path) + part;

/**
 * An error in the arguments of a field. `argument` is the path of the argument, such as given.met[1]. It has no stack trace,
 * because it is no defect of the program and one request may produce thousands.
 */
export class ContractError extends GraphQLError {
  constructor(
    code: ContractErrorCode,
    message: string,
    argument: Path,
    value: string | number | readonly unknown[],
    suggestions: readonly Suggestion[] = [],
  ) {
    const text = message + didYouMean(suggestions);
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super(text, { extensions: { code, argument: pathText(argument), value: cut(value), suggestions } });
    Error.stackTraceLimit = stackTraceLimit;
    // graphql-js reads the stack of each error that it locates, and V8 formats a stack when it is first read, which is slow.
    Object.defineProperty(this, 'stack', { value: text, writable: true, configurable: true });
  }
}

/**
 * Calls `find` for one item of a list. A thrown error is returned as the item, so that graphql-js reports it at its index and
 * resolves the other items. The types of graphql-js do not express this, hence the cast.
 */
export function inItsPlace<T>(find: () => T): T {
  try {
    return find();
  } catch (error) {
    return error as T;
  }
}
