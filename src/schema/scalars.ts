/** The custom scalars. All are sent as strings, so that no client loses digits by parsing a number. */
import { GraphQLError } from 'graphql';
import { decimal } from '../model/amounts.ts';
import { builder } from './builder.ts';

/** Returns the value if it is a string; else throws a GraphQLError. */
function requireString(name: string, value: unknown): string {
  if (typeof value === 'string') return value;
  throw new GraphQLError(`A ${name} is written as text in quotation marks.`);
}

/**
 * Accepts any string. `resolveDay` in resolve-arguments.ts checks that it is a calendar day, so that a bad day is an error of
 * its own field and not of the whole request.
 */
builder.scalarType('Date', {
  description: 'A calendar day as in ISO 8601: 2026-11-23. Today is the day in America/New_York.',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/local-date',
  serialize: (value) => value,
  parseValue: (value) => requireString('Date', value),
});

builder.scalarType('DateTime', {
  description: 'A moment as in RFC 3339, in UTC.',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time',
  serialize: (value) => value,
});

builder.scalarType('Decimal', {
  description: 'An exact decimal number, as text: 2480.00.',
  serialize: (value) => value,
  parseValue: (value) => {
    const number = decimal(requireString('Decimal', value));
    if (number === null)
      throw new GraphQLError('A Decimal is a number of zero or more, written as a string without a sign: "20.00".');
    return number;
  },
});

builder.scalarType('Duration', {
  description: 'A length of time as in ISO 8601: P90D.',
  serialize: (value) => value,
});
