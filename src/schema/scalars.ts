/** The scalars beside GraphQL's own. All of them travel as text, so that no client's number type can lose a digit. */
import { GraphQLError } from 'graphql';
import { decimal } from '../model/amounts.ts';
import { builder } from './builder.ts';

function textOnly(name: string, value: unknown): string {
  if (typeof value === 'string') return value;
  throw new GraphQLError(`A ${name} is written as text in quotation marks.`);
}

/**
 * Takes any text: whether it is a day in the calendar is asked where the question is read (`names.ts`), so that a bad day
 * costs its own field, as the contract has it, and not the whole request.
 */
builder.scalarType('Date', {
  description: 'A calendar day as in ISO 8601: 2026-11-23. Today is the day in America/New_York.',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/local-date',
  serialize: (value) => value,
  parseValue: (value) => textOnly('Date', value),
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
    const number = decimal(textOnly('Decimal', value));
    if (number === null)
      throw new GraphQLError('A Decimal is a number of zero or more as text, without a sign: 20.00.');
    return number;
  },
});

builder.scalarType('Duration', {
  description: 'A length of time as in ISO 8601: P90D.',
  serialize: (value) => value,
});
