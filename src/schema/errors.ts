/**
 * What is refused: a question in which a name means nothing, or which makes no sense. Each refusal is one entry of
 * `errors` and a null at its own field; facts that merely do not settle a question are an answer, never an error.
 */
import { GraphQLError } from 'graphql';
import type { ConceptKind } from '../model/words.ts';

/** The codes of the contract that this layer gives; the server's own (BAD_REQUEST, INTERNAL and the like) are made in `http`. */
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
  | 'QUESTION_TOO_LONG';

export interface Suggestion {
  readonly kind: ConceptKind;
  readonly slug: string;
  readonly name: string;
}

const LONGEST_VALUE = 100;

/** A value as an error repeats it: as text, cut to 100 characters. */
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

/** The path of an argument, such as given.met[1]; a function where the text is made only if there is an error to report. */
export type Path = string | (() => string);
export const pathText = (path: Path): string => (typeof path === 'string' ? path : path());
/** The path of a part of what another path names. */
export const below =
  (path: Path, part: string): (() => string) =>
  () =>
    pathText(path) + part;

/**
 * A question that is refused. `argument` is the argument's path as the client wrote it, such as given.met[1]. There is no
 * stack trace: a refusal is an answer and no bug, and a request may get thousands of them.
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
    // graphql-js reads the stack of each error that it locates, and making the text of one is slow.
    Object.defineProperty(this, 'stack', { value: text, writable: true, configurable: true });
  }
}

/** An error among the items of a list is reported at its own place and leaves the others standing; GraphQL's types do not say so. */
export function inItsPlace<T>(find: () => T): T {
  try {
    return find();
  } catch (error) {
    return error as T;
  }
}
