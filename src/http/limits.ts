/** What a request may ask at most, and the one error that each refusal is: what was asked, what is allowed, what to do. */
import { GraphQLError } from 'graphql';

export interface Limits {
  /** Bytes of a request's body, as they come over the wire. */
  readonly bodyBytes: number;
  /** Tokens of a document: names, numbers, strings, punctuation; comments are free. */
  readonly tokens: number;
  /** Fields within fields, fragments followed; a field of the root is at depth one. */
  readonly depth: number;
  /** Fields given another name, `__typename` too, counted as often as the fragments they stand in are spread. */
  readonly aliases: number;
  /** Errors that one validation reports; the rest is not looked for. */
  readonly validationErrors: number;
}

/** The introspection query of GraphiQL (depth 15, some 350 tokens, no alias) passes with room to spare. */
export const defaultLimits: Limits = { bodyBytes: 100_000, tokens: 4_000, depth: 20, aliases: 100, validationErrors: 10 };

const remedies: Record<Exclude<keyof Limits, 'validationErrors'>, string> = {
  bodyBytes: 'Send a shorter query, or fewer variables at once',
  tokens: 'Move repeated selections into fragments and long lists into variables, or ask in several requests',
  depth: 'Ask for less within less, or in two requests',
  aliases: 'Ask for several things by the fields that take lists (nodes, coverageMatrix, comparePlans), or in several requests',
};
const units: Record<keyof typeof remedies, string> = {
  bodyBytes: 'bytes of body', tokens: 'tokens', depth: 'levels of fields', aliases: 'aliases',
};

/** BAD_REQUEST. `asked` is null where the request was refused before its end was seen. */
export function overLimit(limit: keyof typeof remedies, asked: number | null, allowed: number): GraphQLError {
  const count = asked === null ? `more than ${String(allowed)}` : asked >= Number.MAX_SAFE_INTEGER ? 'beyond counting' : String(asked);
  return new GraphQLError(`Too much for one request: ${count} ${units[limit]}, and at most ${String(allowed)} are allowed. ${remedies[limit]}.`, {
    extensions: { code: 'BAD_REQUEST', limit, ...(asked === null ? {} : { asked }), allowed },
  });
}
