/** This server, by its own entry; `BENCH_KEEP` says whether answers are kept. It logs nothing, as the others do, and counts its metrics, as it always does. */
import { serve } from '../../../dist/server.js';
import { data, ready } from './served.js';

const { port } = await serve({ port: 0, host: '127.0.0.1', data, sources: [], ...(process.env.BENCH_KEEP === 'no' ? { keptBytes: 0 } : {}) });
ready(port);
