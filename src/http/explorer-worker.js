// @ts-check
/**
 * Renders GraphiQL and compresses it, in a thread of its own: the module, the page and the compressor's window take some
 * 130 MB, all given back when the thread ends. JavaScript, so that the same file runs from src and from dist.
 */
import { createHash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';

const page = Buffer.from(renderGraphiQL(workerData));
const hash = createHash('sha256').update(page).digest('base64url').slice(0, 27);
const gzip = gzipSync(page, { level: 6 });
// Quality 5: past it a page of 9 MB shrinks by two per cent and takes half as long again (measured 2026-11-23).
const br = brotliCompressSync(page, {
  params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: page.length },
});
parentPort?.postMessage({ hash, gzip, br });
