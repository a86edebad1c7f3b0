/** What a request may ask at most, and the one error that each refusal is: what was asked, what is allowed, what to do. */
import { GraphQLError } from 'graphql';
import { bounds } from '../../schema/bounds.ts';
import { contractBounds } from './field-costs.ts';

export interface Limits {
  /** Bytes of a request's body, as they come over the wire. */
  readonly bodyBytes: number;
  /** Tokens of a document: names, numbers, strings, punctuation; comments are free. */
  readonly tokens: number;
  /** Fields within fields, fragments followed; a field of the root is at depth one. */
  readonly depth: number;
  /** Fields given another name, `__typename` too, counted as often as the fragments they stand in are spread. */
  readonly aliases: number;
  /** Directives written in a document, known or not. */
  readonly directives: number;
  /** Fields and fragments side by side in one selection, before any fragment is spread. */
  readonly breadth: number;
  /** Entries of the longest list among the arguments and variables. */
  readonly listItems: number;
  /** Pairs of one coverageMatrix. */
  readonly cells: number;
  /** Representations of one `_entities`. */
  readonly entities: number;
  /** Characters of a question in plain English. */
  readonly questionCharacters: number;
  /** Units that an operation may cost at most; see prices.ts. */
  readonly cost: number;
  /** Bytes of an answer as JSON, before it is compressed. */
  readonly responseBytes: number;
  /** Seconds in which a client has to take part of its answer; one that takes nothing for so long is disconnected. */
  readonly sendSeconds: number;
  /** Errors that one validation reports; the rest is not looked for. */
  readonly validationErrors: number;
}
export type Limit = Exclude<keyof Limits, 'validationErrors' | 'cost' | 'sendSeconds'>;

/**
 * The introspection query of GraphiQL (depth 15, some 350 tokens, no alias) passes with room to spare, and so do the 2,500
 * pairs of the contract with the status of each. The dearest that pass were measured; SECURITY.md says how long they take.
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

/** BAD_REQUEST, or the contract's own code for it. `asked` is null where the request was refused before its end was seen. */
export function limitExceeded(limit: Limit, asked: number | null, allowed: number): GraphQLError {
  const [unit, remedy, code] = refusals[limit];
  const count =
    asked === null
      ? `more than ${String(allowed)}`
      : asked >= Number.MAX_SAFE_INTEGER
        ? 'beyond counting'
        : String(asked);
  return new GraphQLError(
    `Too much for one request: ${count} ${unit}, and at most ${String(allowed)} are allowed. ${remedy}.`,
    {
      extensions: { code, limit, ...(asked === null ? {} : { asked }), allowed, http: { spec: true, status: 400 } },
    },
  );
}
