/**
 * Gives Yoga the JSON of the body where it is parsed already, and clear errors for parameters of a wrong type. Yoga itself reports
 * variables in an address that are not JSON as a bug.
 */
import { GraphQLError } from 'graphql';
import type { GraphQLParams, Plugin } from 'graphql-yoga';
import type { RequestContext } from './request-context.ts';

export function requestParsing(): Plugin<object, RequestContext> {
  return {
    onRequestParse: ({ requestParser, serverContext, setRequestParser }) => {
      const { json } = serverContext as RequestContext;
      if (json !== null) {
        setRequestParser(() => json as GraphQLParams);
        return;
      }
      if (requestParser === undefined) return;
      setRequestParser(async (received) => {
        try {
          return await requestParser(received);
        } catch (error) {
          throw error instanceof SyntaxError
            ? badRequest('The variables or extensions are not JSON. Encode them as a JSON object')
            : error;
        }
      });
    },
    onParams: ({ params }) => {
      const { operationName } = params as Readonly<Record<string, unknown>>;
      if (operationName == null || typeof operationName === 'string') return;
      throw badRequest(`"operationName" has to be a string, and is of the type ${typeof operationName}`);
    },
  };
}

function badRequest(message: string): GraphQLError {
  return new GraphQLError(`${message}.`, { extensions: { code: 'BAD_REQUEST', http: { status: 400 } } });
}
