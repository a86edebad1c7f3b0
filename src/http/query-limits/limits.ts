/** The limits on one request, and the error for a request that exceeds one: what was asked, what is allowed, what to do. */
import { GraphQLError } from 'graphql';
import { bounds } from '../../schema/bounds.ts';
import { contractBounds } from './field-costs.ts';

export interface Limits {
  /** Bytes of a request's body, as it is received and after its content codings are undone. */
  readonly bodyBytes: number;
  /** Tokens of a document: names, numbers, strings and punctuation. Comments do not count. */
  readonly tokens: number;
  /** Levels of nested fields, including those of fragments. A root field is at depth one. */
  readonly depth: number;
  /** Fields with an alias, including `__typename`. An alias in a fragment counts once for each spread of the fragment. */
  readonly aliases: number;
  /** Directives in a document, including unknown ones. */
  readonly directives: number;
  /** Fields and fragments in one selection set, before fragments are spread. */
  readonly breadth: number;
  /** Entries of the longest list among the arguments and variables. */
  readonly listItems: number;
  /** Pairs of one coverageMatrix. */
  readonly cells: number;
  /** Representations of one `_entities`. */
  readonly entities: number;
  /** Characters of a question in plain English. */
  readonly questionCharacters: number;
  /** Units of cost at most for one operation; see field-costs.ts. */
  readonly cost: number;
  /** Bytes of an answer as JSON, before it is compressed. */
  readonly responseBytes: number;
  /** Seconds within which a client must read some of its answer. A client that reads nothing for so long is disconnected. */
  readonly sendSeconds: number;
  /** Seconds within which the headers of a request must arrive, or anything at all on a new connection. */
  readonly headerSeconds: number;
  /** Errors that validation reports before it stops. */
  readonly validationErrors: number;
}
export type Limit = Exclude<keyof Limits, 'validationErrors' | 'cost' | 'sendSeconds' | 'headerSeconds'>;

/**
 * The default limits. They allow the introspection query of GraphiQL (depth 15, about 350 tokens, no alias) and a matrix of
 * 2,500 pairs with their status. SECURITY.md says how long the most expensive accepted requests take.
 */
export const defaultLimits: Limits = {
  bodyBytes: 100_000,
  tokens: 4_000,
  depth: 20,
  aliases: 100,
  directives: 100,
  breadth: 200,
  listItems: bounds.pairs,
  cells: contractBounds.cells,
  entities: contractBounds.entities,
  questionCharacters: contractBounds.questionCharacters,
  cost: 10_000,
  responseBytes: 4_000_000,
  sendSeconds: 30,
  headerSeconds: 5,
  validationErrors: 10,
};

const refusals: Readonly<
  Record<Limit, readonly [unit: string, remedy: string, code: 'BAD_REQUEST' | 'TOO_MANY' | 'QUESTION_TOO_LONG']>
> = {
  bodyBytes: ['bytes of body', 'Send a shorter query, or fewer variables at once', 'BAD_REQUEST'],
  tokens: [
    'tokens',
    'Move repeated selections into fragments and long lists into variables, or ask in several requests',
    'BAD_REQUEST',
  ],
  depth: ['levels of fields', 'Ask for less within less, or in two requests', 'BAD_REQUEST'],
  aliases: [
    'aliases',
    'Ask for several things by the fields that take lists (nodes, coverageMatrix, comparePlans), or in several requests',
    'BAD_REQUEST',
  ],
  directives: ['directives', 'Leave out what is not wanted instead of skipping it', 'BAD_REQUEST'],
  breadth: ['fields side by side', 'Ask for each field once', 'BAD_REQUEST'],
  listItems: ['entries in one list', 'Send them in several requests', 'TOO_MANY'],
  cells: ['pairs of a plan and a subject', 'Ask in parts', 'TOO_MANY'],
  entities: ['representations', 'Send them in several requests', 'TOO_MANY'],
  questionCharacters: ['characters of a question', 'Ask in fewer words', 'QUESTION_TOO_LONG'],
  responseBytes: ['bytes of answer', 'Ask for smaller pages, or for less of each entry', 'TOO_MANY'],
};

function describeCount(asked: number | null, allowed: number): string {
  if (asked === null) return `more than ${String(allowed)}`;
  return asked >= Number.MAX_SAFE_INTEGER ? 'beyond counting' : String(asked);
}

/**
 * Makes the error for a request that exceeds a limit. Its code is BAD_REQUEST, TOO_MANY or QUESTION_TOO_LONG. `asked` is
 * null where the request was refused before all of it was read.
 */
export function limitExceeded(limit: Limit, asked: number | null, allowed: number): GraphQLError {
  const [unit, remedy, code] = refusals[limit];
  return new GraphQLError(
    `Too much for one request: ${describeCount(asked, allowed)} ${unit}, and at most ${String(allowed)} are allowed. ${remedy}.`,
    {
      extensions: { code, limit, ...(asked === null ? {} : { asked }), allowed, http: { spec: true, status: 400 } },
    },
  );
}
