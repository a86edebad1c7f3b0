/**
 * The endpoint without its wire: a request that is whole, in; a status, headers and bytes, out. Every way to an answer
 * goes through here, so all share the snapshot, the tags, the notes and the request id; whatever answers known requests
 * faster than Yoga stands between the two and leaves everything else to it.
 */
import type { CoverageStatus } from '../model/words.ts';
import { cacheControl, quoted, tagOf } from './caching.ts';
import type { Noted } from './exchange.ts';
import { createGraphql, type GraphqlOptions, type Loaded } from './graphql.ts';
import { matches, type Coding } from './negotiation.ts';

export interface EndpointOptions extends GraphqlOptions {
  readonly current: () => Loaded;
  /** The ISO day in America/New_York. */
  readonly today: () => string;
  /** How long an answer to a GET may be used unasked; 0: never. */
  readonly cacheSeconds: number;
  /** Told the status of every determination. */
  readonly derived: (status: CoverageStatus) => void;
}

export interface Asked {
  readonly method: string;
  /** The path, and the query where there is one. */
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array<ArrayBuffer> | undefined;
  /** The coding that the asker takes. */
  readonly coding: Coding;
  readonly requestId: string;
  readonly noted: Noted;
}

export interface Answered {
  readonly status: number;
  readonly headers: Record<string, string>;
  /** Not coded yet. */
  readonly body: Buffer;
  /** Without quotes and coding; null where nothing may be kept. */
  readonly tag: string | null;
}

/** What a shared cache has to tell apart, beside the address. */
const varies = 'Accept, Accept-Encoding, X-GraphQL-Cost';

export function createEndpoint(options: EndpointOptions): (asked: Asked) => Promise<Answered> {
  const graphql = createGraphql(options);
  const { current, today, cacheSeconds, derived } = options;
  const { Request } = graphql.fetchAPI;

  return async ({ method, address, headers, body, coding, requestId, noted }) => {
    const loaded = current();
    noted.dataVersion = loaded.graph.version;
    const day = today();
    const search = address.includes('?') ? address.slice(address.indexOf('?') + 1) : '';
    const isCostWanted = headers['x-graphql-cost'] !== undefined;
    const tag = method === 'GET' ? tagOf({ search, dataVersion: loaded.graph.version, day, accept: headers['accept'] ?? '', isCostWanted }) : null;
    const kept = { vary: varies, 'cache-control': cacheControl(search, cacheSeconds) };
    if (tag !== null && headers['if-none-match'] !== undefined) {
      // An answer too small to be coded has the plain tag, whatever the asker takes.
      const has = [coding, 'identity' as const].find((each) => matches(headers['if-none-match'], quoted(tag, each)));
      noted.caches.push({ cache: 'client', hit: has !== undefined });
      if (has !== undefined) return { status: 304, headers: { ...kept, etag: quoted(tag, has) }, body: Buffer.alloc(0), tag: null };
    }
    const request = new Request(`http://localhost${address}`, { method, headers, ...(body === undefined ? {} : { body }) });
    const given = await graphql.fetch(request, { ...loaded, today: day, derived, requestId, noted, isCostWanted });
    const isKept = tag !== null && given.status === 200 && noted.errorCodes?.includes('INTERNAL') !== true;
    return {
      status: given.status,
      headers: { ...Object.fromEntries(given.headers), ...(isKept ? kept : { vary: varies, 'cache-control': 'no-store' }), 'x-content-type-options': 'nosniff' },
      body: Buffer.from(await given.arrayBuffer()),
      tag: isKept ? tag : null,
    };
  };
}
