/** Runs the files of the compatibility suite as they were published, under Vitest; of them only the address of the gateway is changed, which they fix at port 4000. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { gatewayFolder } from '../installed.ts';

const suite = fileURLToPath(new URL('@apollo/federation-subgraph-compatibility-tests/', gatewayFolder));
const FIXED = 'http://localhost:4000/';

export default defineConfig({
  root: suite,
  plugins: [
    {
      name: 'gateway-address',
      transform: (code) => (code.includes(FIXED) ? code.replace(FIXED, process.env['ROUTER_URL'] ?? FIXED) : undefined),
    },
  ],
  test: {
    globals: true,
    include: ['src/tests/*.test.ts'],
    exclude: [],
    server: { deps: { inline: [/federation-subgraph-compatibility-tests/] } },
    fileParallelism: false,
  },
});
