/**
 * The response cache. An answer depends only on the request, the data and the day, so an identical request on the same
 * snapshot gets the same bytes. The key is the request as received: method, address, every header that an answer may
 * depend on, and body; only Accept and Accept-Encoding are read, which is remembered by their texts. All entries are dropped when the snapshot changes; otherwise
 * the least recently used entry is evicted first. The cache is in memory only; requests are never written to disk.
 */
import type { IncomingMessage } from 'node:http';
import { crc32 } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import type { RequestBody } from './body.ts';
import { isCacheable, type RequestLog } from './request-context.ts';
import type { AcceptedEncoding, JsonMediaType } from './content-negotiation.ts';
import type { Snapshot } from './snapshot.ts';
import type { CachedResponse, WireResponse } from './wire-response.ts';

/** The parts of a request that its answer depends on. */
export interface CacheKey {
  /** Of the body, or of the address if there is no body. Different requests may have the same checksum. */
  readonly checksum: number;
  readonly method: string;
  readonly url: string | undefined;
  /** What Accept-Encoding allows. Equal headers have the same object. */
  readonly encoding: AcceptedEncoding;
  /** The media type selected from Accept. */
  readonly mediaType: JsonMediaType;
  // Values of headers. An empty header is not the same as a missing one.
  readonly type: string | undefined;
  readonly contentEncoding: string | undefined;
  readonly cost: string | string[] | undefined;
  readonly origin: string | undefined;
  readonly body: RequestBody | undefined;
}

export interface ResponseCache {
  /** False if the cache stores nothing. */
  readonly isEnabled: boolean;
  /** Returns the answer to this request on this snapshot. Drops every entry if the snapshot is a new one. */
  readonly find: (snapshot: Snapshot, key: CacheKey) => CachedResponse | undefined;
  /**
   * Stores an answer that was made from this snapshot. Does nothing if a newer snapshot is in use, or if the same request
   * may get another answer: after a bug, or if the request names a data version.
   */
  readonly store: (snapshot: Snapshot, key: CacheKey, response: WireResponse, requestLog: RequestLog) => void;
}

/** The largest part of the cache that one answer may take. */
const largestShare = 1 / 16;

interface Entry extends CachedResponse {
  readonly key: CacheKey;
}
/** Bytes that each entry takes in addition to its texts, measured with 4,000 entries. */
const entryOverhead = 2_200;
const sizeOf = ({ body, key }: Entry): number =>
  body.length + (key.body?.length ?? 0) + (key.url?.length ?? 0) + entryOverhead;

/** `maxBytes` limits requests and answers together; 0 turns the cache off. */
export function createResponseCache(maxBytes: number): ResponseCache {
  const entries =
    maxBytes === 0
      ? null
      : new LRUCache<number, Entry>({
          maxSize: maxBytes,
          maxEntrySize: Math.ceil(maxBytes * largestShare),
          sizeCalculation: sizeOf,
        });
  let current: Snapshot | null = null;
  return {
    isEnabled: entries !== null,
    find: (snapshot, key) => {
      if (snapshot !== current) {
        current = snapshot;
        entries?.clear();
      }
      const entry = entries?.get(key.checksum);
      return entry && isSameRequest(entry.key, key) ? entry : undefined;
    },
    store: (snapshot, key, response, requestLog) => {
      const isStorable = response.status === 200 && requestLog.isVersionNamed !== true && isCacheable(requestLog);
      if (snapshot !== current || !isStorable) return;
      const sharedLog = sharedRequestLog(requestLog);
      entries?.set(key.checksum, {
        ...response,
        requestLog: sharedLog,
        conditionalRequestLog: (hasAnswer) => withClientCache(sharedLog, hasAnswer),
        // The body as received refers to the whole buffer that it was read into, so it is copied.
        key: { ...key, body: key.body && Buffer.from(key.body) },
      });
    },
  };
}

/** What is read from a request before the cache is asked. */
type ReadRequest = Pick<CacheKey, 'method' | 'mediaType' | 'encoding' | 'body'>;

/** Returns the key of a request, or null if its answer is never cached. */
export function cacheKeyOf(
  { url, headers }: IncomingMessage,
  { method, mediaType, encoding, body }: ReadRequest,
): CacheKey | null {
  if (method !== 'GET' && method !== 'POST') return null;
  return {
    // Different kinds of clients send the same query and accept different media types, whose names differ in length.
    checksum: crc32(body ?? url ?? '') ^ mediaType.length,
    method,
    url,
    encoding,
    mediaType,
    type: headers['content-type'],
    contentEncoding: headers['content-encoding'],
    cost: headers['x-graphql-cost'],
    origin: headers.origin,
    body,
  };
}

/** Compares every byte, since different requests may have the same checksum. */
const isSameRequest = (a: CacheKey, b: CacheKey): boolean =>
  a.method === b.method &&
  a.url === b.url &&
  a.encoding === b.encoding &&
  a.mediaType === b.mediaType &&
  a.type === b.type &&
  a.contentEncoding === b.contentEncoding &&
  a.cost === b.cost &&
  a.origin === b.origin &&
  isSameBody(a.body, b.body);

const isSameBody = (a: RequestBody | undefined, b: RequestBody | undefined): boolean =>
  a === undefined || b === undefined ? a === b : Buffer.compare(a, b) === 0;

/** Removes what applies only to the first request. */
function sharedRequestLog({ executed: _, caches: __, ...common }: RequestLog): RequestLog {
  return { ...common, caches: [{ cache: 'response', hit: true }] };
}

function withClientCache(requestLog: RequestLog, hit: boolean): RequestLog {
  return { ...requestLog, caches: [{ cache: 'client', hit }, ...requestLog.caches] };
}
