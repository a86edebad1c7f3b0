/** Where the tests' own gateway is, and whether it is there: its packages are many, and nothing else needs them. */
import { existsSync, readFileSync } from 'node:fs';

/** The packages of test/federation/gateway. */
export const gatewayFolder = new URL('./gateway/node_modules/', import.meta.url);

const { dependencies } = JSON.parse(readFileSync(new URL('./gateway/package.json', import.meta.url), 'utf8')) as {
  readonly dependencies: Readonly<Record<string, string>>;
};
const isInstalled = (name: string): boolean => existsSync(new URL(`${name}/package.json`, gatewayFolder));

/** What has to be done first where a package is missing; null where all are installed. */
export const lacksGateway = Object.keys(dependencies).every(isInstalled)
  ? null
  : 'the packages of test/federation/gateway (npm ci --prefix test/federation/gateway)';
