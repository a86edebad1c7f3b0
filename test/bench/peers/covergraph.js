/**
 * This server, by its own entry. `BENCH_KEEP` says what it keeps: answers and all, `parts` (what was written of single
 * entries, as it is for a request that never came before), or `nothing`. It logs nothing, as the others do, and counts its
 * metrics, as it always does.
 */
import { serve } from '../../../dist/server.mjs';
import { data, ready } from './served.js';

const keep = process.env.BENCH_KEEP;
const { port } = await serve({ port: 0, host: '127.0.0.1', data, sources: [], limits: { cost: 100_000 }, ...(keep === undefined ? {} : { responseCacheMb: 0 }), ...(keep === 'nothing' ? { fragmentCacheMb: 0 } : {}) });
ready(port);
