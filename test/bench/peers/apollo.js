/**
 * Apollo Server in Express, as https://www.apollographql.com/docs/apollo-server/api/standalone advises for production, with
 * NODE_ENV set to production, which turns off introspection and stack traces; its usage reporting needs a key and is off, and so is the tracing for gateways, which the other servers do not have.
 */
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { expressMiddleware } from '@as-integrations/express5';
import express from 'express';
import { createServer } from 'node:http';
import { contexts, listen, schema } from './served.js';

const context = await contexts();
const app = express();
const server = createServer(app);
const apollo = new ApolloServer({ schema, plugins: [ApolloServerPluginInlineTraceDisabled()] });
await apollo.start();
app.use('/graphql', express.json(), expressMiddleware(apollo, { context: async () => context() }));
listen(server);
