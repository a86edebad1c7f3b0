/**
 * Gives Yoga the JSON of the body where it is parsed already, and clear errors for requests that cannot be read. Yoga itself
 * answers an unknown content type with an empty 415, and reports variables in an address that are not JSON as a bug.
 */
import { GraphQLError } from 'graphql';
import type { GraphQLParams, Plugin } from 'graphql-yoga';
import type { RequestContext } from './request-context.ts';

export function requestParsing(): Plugin<object, RequestContext> {
  return {
    onRequestParse: ({ request, requestParser, serverContext, setRequestParser }) => {
      const { json } = serverContext as RequestContext;
      if (json !== null) {
        setRequestParser(() => json as GraphQLParams);
        return;
      }
      if (requestParser === undefined) {
        if (request.method !== 'POST') return;
        throw badRequest(
          'The body is of a kind that is not read here. Send JSON, with content-type: application/json',
          415,
        );
      }
      setRequestParser(async (received) => {
        try {
          return await requestParser(received);
        } catch (error) {
          throw error instanceof SyntaxError
            ? badRequest('The variables or extensions are not JSON. Encode them as a JSON object', 400)
            : error;
        }
      });
    },
  };
}

function badRequest(message: string, status: number): GraphQLError {
  return new GraphQLError(`${message}.`, { extensions: { code: 'BAD_REQUEST', http: { status } } });
}
