/**
 * Serves a build of this project, also of an older release: the folder is BENCH_BUILD, the data BENCH_DATA, and BENCH_OPTIONS
 * holds further options of `serve` as JSON. Options that a build does not know change nothing.
 */
import { pathToFileURL } from 'node:url';
import { ready } from './ready.js';

const { serve } = await import(pathToFileURL(`${process.env.BENCH_BUILD}/dist/server.mjs`).href);
const data = JSON.parse(process.env.BENCH_DATA);
const options = JSON.parse(process.env.BENCH_OPTIONS ?? '{}');
/** The list of 50 plans costs more than the limit allows unless an operator raises it. */
const limits = { cost: 100_000 };
const { port } = await serve({ port: 0, host: '127.0.0.1', data, sources: [], limits, ...options });
ready(port);
