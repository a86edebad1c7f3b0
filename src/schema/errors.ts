/**
 * What is refused: a question in which a name means nothing, or which makes no sense. Each refusal is one entry of
 * `errors` and a null at its own field; facts that merely do not settle a question are an answer, never an error.
 */
import { GraphQLError } from 'graphql';
import type { ConceptKind } from '../model/words.ts';

/** The codes of the contract that this layer gives; the server's own (BAD_REQUEST, INTERNAL and the like) are made in `http`. */
export type RefusalCode =
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

/** `argument` is the argument's path as the asker wrote it, such as given.met[1]. */
export class Refusal extends GraphQLError {
  constructor(
    code: RefusalCode,
    message: string,
    argument: string,
    value: string | number | readonly unknown[],
    suggestions: readonly Suggestion[] = [],
  ) {
    super(message + didYouMean(suggestions), { extensions: { code, argument, value: cut(value), suggestions } });
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
