/**
 * Answers kept as they were sent. The graph does not change between loads and knows no asker, so an answer is a function of
 * what was asked, the data loaded and the day: the same bytes asked again are the same bytes answered. An answer is found by
 * the request as it came (method, address, every header that an answer may depend on, body), so that nothing is parsed to
 * find one. Everything goes at a swap and at midnight; within them the least recently used goes first. It is memory alone:
 * what was asked is written nowhere.
 */
import type { IncomingMessage } from 'node:http';
import { crc32 } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import type { RequestBody } from './body.ts';
import type { CachePolicy } from './graphql-handler.ts';
import { isCacheable, type RequestLog } from './request-context.ts';
import type { LoadedData } from './create-yoga.ts';
import type { ContentCoding } from './content-negotiation.ts';

/** An answer as it goes over the wire. */
export interface WireResponse {
  readonly status: number;
  /** Name, value, name, value; without the length, how long a cache may keep it, and what belongs to one request alone. */
  readonly headers: readonly string[];
  /** What a cache may do with it; null where no cache may keep it, and the headers say so. */
  readonly cache: CachePolicy | null;
  /** As the ETag header has it; null where it has none. */
  readonly etag: string | null;
  /** Those of the headers that a 304 in its place has; none where it has no tag. */
  readonly unchanged: readonly string[];
  /** A text of one character for each byte where there are few: Node writes that in one piece with the headers. */
  readonly body: Buffer | string;
}

/** A request as far as its answer depends on it. */
export interface CacheKey {
  /** Of the body, or of the address where there is none; requests that differ may share it. */
  readonly checksum: number;
  readonly method: string;
  readonly url: string | undefined;
  /** Of Accept-Encoding only this counts. */
  readonly coding: ContentCoding;
  // What stands in its headers; an empty one is not the same as none.
  readonly accept: string | undefined;
  readonly type: string | undefined;
  readonly encoding: string | undefined;
  readonly cost: string | string[] | undefined;
  readonly origin: string | undefined;
  readonly body: RequestBody | undefined;
}

export interface CachedResponse extends WireResponse {
  /** What is noted of each request that it answers. */
  readonly requestLog: RequestLog;
  /** The same of requests with If-None-Match, by whether they have it already. */
  readonly conditionalRequestLog: (hasIt: boolean) => RequestLog;
}

export interface ResponseCacheOptions {
  readonly current: () => LoadedData;
  /** The ISO day in America/New_York. */
  readonly today: () => string;
  /** How much may be kept, requests and answers together; 0: nothing. */
  readonly bytes: number;
}

/** How long the same question has the same answer: one data set on one day. Told apart by being another object. */
export interface DataSnapshot {
  readonly loaded: LoadedData;
  readonly day: string;
}

export interface ResponseCache {
  /** False where nothing is ever kept. */
  readonly isEnabled: boolean;
  readonly snapshot: () => DataSnapshot;
  /** Of the era that is now. */
  readonly find: (wanted: CacheKey) => CachedResponse | undefined;
  /** Keeps an answer, unless its era is over or it may not be the same again: a bug, or one from a version that the request names. */
  readonly store: (wanted: CacheKey, era: DataSnapshot, sent: WireResponse, requestLog: RequestLog) => void;
}

/** One answer may take so much of the room. */
const largestShare = 1 / 16;

interface Entry extends CachedResponse {
  readonly wanted: CacheKey;
}
/** An entry has a price of its own. */
const sizeOf = ({ body, wanted }: Entry): number =>
  body.length + (wanted.body?.length ?? 0) + (wanted.url?.length ?? 0) + 1_000;

export function createResponseCache({ current, today, bytes }: ResponseCacheOptions): ResponseCache {
  const answers =
    bytes === 0
      ? null
      : new LRUCache<number, Entry>({
          maxSize: bytes,
          maxEntrySize: Math.ceil(bytes * largestShare),
          sizeCalculation: sizeOf,
        });
  /** Clients say the same over and over: one text of it lies nearer to the processor than one for each answer. */
  const texts = createInterner((text: string) => text);
  const shared = (text: string | undefined): string | undefined => text && texts(text);
  /** The same of what answers are headed with, which differs in nothing as a rule. */
  const sharedHeaders = createInterner((headers: WireResponse['headers']) => JSON.stringify(headers));
  /** The same of the notes; the metrics count by the object. */
  const sharedNotes = createInterner((requestLog: RequestLog) =>
    JSON.stringify([requestLog, [...(requestLog.statuses ?? [])]]),
  );
  let now: DataSnapshot | null = null;
  const era = (): DataSnapshot => {
    const [loaded, day] = [current(), today()];
    if (now === null || now.loaded !== loaded || now.day !== day) {
      now = { loaded, day };
      answers?.clear();
    }
    return now;
  };
  return {
    isEnabled: answers !== null,
    snapshot: era,
    find: (wanted) => {
      era();
      const entry = answers?.get(wanted.checksum);
      return entry && isSame(entry.wanted, wanted) ? entry : undefined;
    },
    store: (wanted, of, sent, requestLog) => {
      if (of !== era() || sent.status !== 200 || requestLog.isVersionNamed === true || !isCacheable(requestLog)) return;
      const lasting = sharedNotes(lastingNotes(requestLog));
      // A body as it came holds on to all that was read with it, so it is copied.
      const { accept, type, url } = wanted;
      answers?.set(wanted.checksum, {
        ...sent,
        headers: sharedHeaders(sent.headers),
        requestLog: lasting,
        conditionalRequestLog: byCase((hasIt) => sharedNotes(withClientCache(lasting, hasIt))),
        wanted: {
          ...wanted,
          accept: shared(accept),
          type: shared(type),
          url: shared(url),
          body: wanted.body && Buffer.from(wanted.body),
        },
      });
    },
  };
}

/** Returns, of values with one key, the one that came first. */
function createInterner<Value extends string | object>(keyOf: (value: Value) => string): (value: Value) => Value {
  const known = new LRUCache<string, Value>({ max: 100 });
  return (value) => {
    const key = keyOf(value);
    const first = known.get(key);
    if (first === undefined) known.set(key, value);
    return first ?? value;
  };
}

/** Null for a request whose answer is never kept. */
export function cacheKeyOf(
  { method, url, headers }: IncomingMessage,
  coding: ContentCoding,
  body: RequestBody | undefined,
): CacheKey | null {
  if (method !== 'GET' && method !== 'POST') return null;
  const { accept, origin } = headers;
  return {
    // The same question comes from clients of several kinds, which seldom accept as many letters.
    checksum: crc32(body ?? url ?? '') ^ (accept?.length ?? 0),
    method,
    url,
    coding,
    accept,
    type: headers['content-type'],
    encoding: headers['content-encoding'],
    cost: headers['x-graphql-cost'],
    origin,
    body,
  };
}

/** Only what was asked, to the last byte, is proof. */
const isSame = (a: CacheKey, b: CacheKey): boolean =>
  a.method === b.method &&
  a.url === b.url &&
  a.coding === b.coding &&
  a.accept === b.accept &&
  a.type === b.type &&
  a.encoding === b.encoding &&
  a.cost === b.cost &&
  a.origin === b.origin &&
  isSameBody(a.body, b.body);

const isSameBody = (a: RequestBody | undefined, b: RequestBody | undefined): boolean =>
  a === undefined || b === undefined ? a === b : Buffer.compare(a, b) === 0;

/** Without what was true of the first request alone. */
function lastingNotes({ executed: _, caches: __, ...lasting }: RequestLog): RequestLog {
  return { ...lasting, isShared: true, caches: [{ cache: 'response', hit: true }] };
}

/** Remembers what the function returned for true and for false. */
function byCase<Value>(make: (isTrue: boolean) => Value): (isTrue: boolean) => Value {
  const made = new Map<boolean, Value>();
  return (isTrue) => {
    const before = made.get(isTrue);
    if (before !== undefined) return before;
    const value = make(isTrue);
    made.set(isTrue, value);
    return value;
  };
}

function withClientCache(requestLog: RequestLog, hit: boolean): RequestLog {
  return { ...requestLog, caches: [{ cache: 'client', hit }, ...requestLog.caches] };
}
