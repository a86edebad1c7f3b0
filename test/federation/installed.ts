/** Where the tests' own gateway is, and whether it is there: its packages are many, and nothing else needs them. */
import { existsSync } from 'node:fs';

/** The packages of test/federation/gateway. */
export const gatewayFolder = new URL('./gateway/node_modules/', import.meta.url);

/** What has to be done first where they are not there; null where they are. */
export const lacksGateway = existsSync(new URL('@graphql-hive/gateway/dist/bin.js', gatewayFolder))
  ? null
  : 'the packages of test/federation/gateway (npm ci --prefix test/federation/gateway)';
