/**
 * The endpoint without its wire: a request that is whole, in; a status, headers and bytes, out. Every way to an answer
 * goes through here, so all share the snapshot, the tags, the notes and the request id; whatever answers known requests
 * faster than Yoga stands between the two and leaves everything else to it.
 */
import type { CoverageStatus } from '../model/words.ts';
import { cacheControl, quoted, tagOf } from './caching.ts';
import { isSettled, type Noted } from './exchange.ts';
import type { Coded } from './compression.ts';
import { createGraphql, type GraphqlOptions, type Loaded, type Served } from './graphql.ts';
import { acceptable, matches, type Coding } from './negotiation.ts';

export interface EndpointOptions extends GraphqlOptions {
  readonly current: () => Loaded;
  /** The ISO day in America/New_York. */
  readonly today: () => string;
  /** How long an answer to a GET may be used unasked; 0: never. */
  readonly cacheSeconds: number;
  /** Answers known operations in place of Yoga; left out, Yoga answers all. */
  readonly lane?: ((options: GraphqlOptions) => Lane) | undefined;
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
  /** Codings of the body made so far, where the answer is kept and will be asked for again. */
  readonly codings?: Map<Coding, Coded>;
}

/** Answers in place of Yoga what it has learned to answer with the same bytes. */
export interface Lane {
  /** Null for whatever is new or unusual: Yoga answers that, and nothing was noted. */
  readonly answer: (asked: Asked, served: Served) => Given | null;
  /** Told what Yoga answered, unless there was an error in it. */
  readonly learn: (asked: Asked, given: Given) => void;
}
export type Given = Pick<Answered, 'status' | 'headers' | 'body'>;

/** What a shared cache has to tell apart, beside the address. */
const varies = 'Accept, Accept-Encoding, X-GraphQL-Cost';
const unkept = { vary: varies, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

export function createEndpoint(options: EndpointOptions): (asked: Asked) => Promise<Answered> {
  const graphql = createGraphql(options);
  const { current, today, cacheSeconds } = options;
  const lane = options.lane?.(options);
  const { Request } = graphql.fetchAPI;

  const byYoga = async (asked: Asked, served: Served): Promise<Given> => {
    const { method, address, headers, body } = asked;
    const response = await graphql.fetch(new Request(`http://localhost${address}`, { method, headers, ...(body === undefined ? {} : { body }) }), served);
    const given = { status: response.status, headers: { ...Object.fromEntries([...response.headers].filter(([name]) => name !== 'content-length')), ...unkept }, body: Buffer.from(await response.arrayBuffer()) };
    if (given.status === 200 && served.noted.errorCodes === undefined) lane?.learn(asked, given);
    return given;
  };

  return async (wanted) => {
    const loaded = current();
    wanted.noted.dataVersion = loaded.graph.version;
    const asked = readably(wanted);
    if (asked === null) return unacceptable(loaded.graph.version);
    const { method, address, headers, coding, requestId, noted } = asked;
    const day = today();
    const isCostWanted = headers['x-graphql-cost'] !== undefined;
    const derived = (status: CoverageStatus): void => { (noted.statuses ??= new Map()).set(status, (noted.statuses.get(status) ?? 0) + 1); };
    const served: Served = { ...loaded, today: day, derived, requestId, noted, isCostWanted };
    if (method !== 'GET') {
      const { status, headers: given, body } = lane?.answer(asked, served) ?? await byYoga(asked, served);
      return { status, headers: given, body, tag: null };
    }
    const search = address.includes('?') ? address.slice(address.indexOf('?') + 1) : '';
    const tag = tagOf({ search, dataVersion: loaded.graph.version, day, accept: headers['accept'] ?? '', isCostWanted });
    const kept = { vary: varies, 'cache-control': cacheControl(search, cacheSeconds) };
    if (headers['if-none-match'] !== undefined) {
      // An answer too small to be coded has the plain tag, whatever the asker takes.
      const has = [coding, 'identity' as const].find((each) => matches(headers['if-none-match'], quoted(tag, each)));
      noted.caches.push({ cache: 'client', hit: has !== undefined });
      if (has !== undefined) return { status: 304, headers: { ...kept, etag: quoted(tag, has) }, body: Buffer.alloc(0), tag: null };
    }
    const { status, headers: given, body } = await byYoga(asked, served);
    const isKept = status === 200 && isSettled(noted);
    return { status, headers: isKept ? { ...given, ...kept } : given, body, tag: isKept ? tag : null };
  };
}

/** The request without what it would take beside JSON; null where it takes none. */
function readably(asked: Asked): Asked | null {
  const given = asked.headers['accept'];
  const accept = given === undefined ? given : acceptable(given);
  if (accept === given) return asked;
  return accept == null ? null : { ...asked, headers: { ...asked.headers, accept } };
}

function unacceptable(dataVersion: string): Answered {
  const message = 'Answers here are application/graphql-response+json or application/json, and the accept header takes neither.';
  return { status: 406, headers: { 'content-type': 'application/json; charset=utf-8', ...unkept }, body: Buffer.from(JSON.stringify({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }], extensions: { dataVersion } })), tag: null };
}
