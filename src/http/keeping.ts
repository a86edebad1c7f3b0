/**
 * Answers kept as they were sent. The graph does not change between loads and knows no asker, so an answer is a function of
 * what was asked, the data loaded and the day: the same bytes asked again are the same bytes answered. The key is the
 * request as it came (method, address, every header that an answer may depend on, body), so that nothing is parsed to find
 * an answer. Everything goes at a swap and at midnight; within them the least recently used goes first. It is memory alone:
 * what was asked is written nowhere.
 */
import type { IncomingMessage } from 'node:http';
import { LRUCache } from 'lru-cache';
import type { Body } from './body.ts';
import { isSettled, type Noted } from './exchange.ts';
import type { Loaded } from './graphql.ts';
import type { Coding } from './negotiation.ts';

/** An answer as it goes over the wire. */
export interface Sent {
  readonly status: number;
  /** Name, value, name, value; without those that belong to one request alone. */
  readonly headers: readonly string[];
  readonly body: Buffer;
}
export interface Kept extends Sent {
  /** What is noted of each request that it answers. */
  readonly noted: Noted;
}

export interface KeepingOptions {
  readonly current: () => Loaded;
  /** The ISO day in America/New_York. */
  readonly today: () => string;
  /** How much may be kept, requests and answers together; 0: nothing. */
  readonly bytes: number;
}

/** How long the same question has the same answer: one data set on one day. Told apart by being another object. */
export interface Era {
  readonly loaded: Loaded;
  readonly day: string;
}

export interface Keeping {
  /** False where nothing is ever kept. */
  readonly keeps: boolean;
  readonly era: () => Era;
  /** Of the era that is now. */
  readonly find: (key: string) => Kept | undefined;
  /** Kept only where its era is still the one that is now, and the answer one that will be the same again. */
  readonly keep: (key: string, era: Era, sent: Sent, noted: Noted) => void;
}

/** Headers that an answer depends on, beside Accept-Encoding, of which only what follows from it counts. */
const asking = ['accept', 'content-type', 'content-encoding', 'x-graphql-cost', 'if-none-match', 'origin'] as const;
/** One answer may take so much of the room. */
const largestShare = 1 / 16;
/** An entry has a price of its own. */
const sizeOf = ({ body }: Kept, key: string): number => body.length + key.length + 1_000;

export function keeping({ current, today, bytes }: KeepingOptions): Keeping {
  const answers = bytes === 0 ? null : new LRUCache<string, Kept>({ maxSize: bytes, maxEntrySize: Math.ceil(bytes * largestShare), sizeCalculation: sizeOf });
  let now: Era | null = null;
  const era = (): Era => {
    const [loaded, day] = [current(), today()];
    if (now === null || now.loaded !== loaded || now.day !== day) {
      now = { loaded, day };
      answers?.clear();
    }
    return now;
  };
  return {
    keeps: answers !== null,
    era,
    find: (key) => {
      era();
      return answers?.get(key);
    },
    keep: (key, of, sent, noted) => {
      if (of === era() && (sent.status === 200 || sent.status === 304) && isSettled(noted)) answers?.set(key, { ...sent, noted: toldAgain(noted) });
    },
  };
}

/** Null for a request whose answer is never kept. */
export function keyOf({ method, url, headers }: IncomingMessage, coding: Coding, body: Body | undefined): string | null {
  if (method !== 'GET' && method !== 'POST') return null;
  let key = `${method} ${url ?? ''}\n${coding}`;
  for (const name of asking) {
    const value = headers[name];
    // A header without a value is not the same as none.
    key += value === undefined ? '\n' : `\n=${String(value)}`;
  }
  return body === undefined ? key : `${key}\n${Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('latin1')}`;
}

/** Without what was true of the first request alone. */
function toldAgain({ executed: _, caches, ...lasting }: Noted): Noted {
  return { ...lasting, caches: [...caches.filter(({ cache }) => cache === 'client'), { cache: 'response', hit: true }] };
}
