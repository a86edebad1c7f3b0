/** GraphQL Yoga in node:http, as https://the-guild.dev/graphql/yoga-server/docs sets it up, without its page for developers. */
import { createYoga } from 'graphql-yoga';
import { createServer } from 'node:http';
import { contexts, listen, schema } from './served.js';

const context = await contexts();
listen(createServer(createYoga({ schema, context, graphiql: false, landingPage: false, logging: 'error' })));
