/** Fastify with mercurius, compiling an operation once it was asked for: the `jit` option of https://mercurius.dev/#/docs/api/options. Fastify logs nothing by default. */
import Fastify from 'fastify';
import mercurius from 'mercurius';
import { contexts, ready, schema } from './served.js';

const context = await contexts();
const app = Fastify();
app.register(mercurius, { schema, context, jit: 1, path: '/graphql' });
await app.listen({ port: 0, host: '127.0.0.1' });
ready(app.server.address().port);
