/**
 * Clear errors for requests that cannot be read. Yoga itself answers an unknown content type with an empty 415, and reports
 * variables in an address that are not JSON as a bug.
 */
import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';

export function requestParseErrors(): Plugin {
  return {
    onRequestParse: ({ request, requestParser, setRequestParser }) => {
      if (requestParser === undefined) {
        if (request.method !== 'POST') return;
        throw unread(
          'The body is of a kind that is not read here. Send JSON, with content-type: application/json',
          415,
        );
      }
      setRequestParser(async (asked) => {
        try {
          return await requestParser(asked);
        } catch (error) {
          throw error instanceof SyntaxError
            ? unread('The variables or extensions are not JSON. Encode them as a JSON object', 400)
            : error;
        }
      });
    },
  };
}

function unread(message: string, status: number): GraphQLError {
  return new GraphQLError(`${message}.`, { extensions: { code: 'BAD_REQUEST', http: { status } } });
}
