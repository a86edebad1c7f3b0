/**
 * Answers kept whole. The graph does not change between loads and knows no asker, so an answer is a function of what was
 * asked, the data loaded and the day: the same bytes asked again are the same bytes answered. The key is the request as it
 * came (method, address, the headers that an answer may depend on, body), so that nothing is parsed to find an answer and
 * nothing that is read of a request can be left out of the key. Everything goes at a swap and at midnight; within them the
 * least recently used goes first. It is memory alone: what was asked is written nowhere.
 */
import { LRUCache } from 'lru-cache';
import type { Answered, Asked } from './endpoint.ts';
import { isSettled, type Noted } from './exchange.ts';
import type { Loaded } from './graphql.ts';

type Ask = (asked: Asked) => Promise<Answered>;

interface Kept {
  readonly answered: Answered;
  readonly noted: Pick<Noted, 'asks' | 'operation' | 'cost' | 'errorCodes' | 'dataVersion' | 'statuses'>;
}

export interface Keeping {
  readonly current: () => Loaded;
  /** The ISO day in America/New_York. */
  readonly today: () => string;
  /** How much may be kept, requests and answers together. */
  readonly bytes: number;
}

/** Headers that an answer depends on before it is coded; conditions and codings are seen to apart. */
const asking = ['accept', 'content-type', 'content-encoding', 'x-graphql-cost'] as const;
/** One answer may take so much of the room. */
const largestShare = 1 / 16;
/** Each answer is kept in up to three codings, of which the others are smaller than the plain one; and an entry has a price of its own. */
const sizeOf = ({ answered: { body } }: Kept, key: string): number => 2 * body.length + key.length + 500;

/** The same answers as `ask` gives, from memory where the same was asked before. 0 bytes: nothing is kept. */
export function keeping(ask: Ask, { current, today, bytes }: Keeping): Ask {
  if (bytes === 0) return ask;
  const answers = new LRUCache<string, Kept>({ maxSize: bytes, maxEntrySize: Math.ceil(bytes * largestShare), sizeCalculation: sizeOf });
  let loaded: Loaded | null = null;
  let day = '';
  const dropWhatPassed = (): void => {
    if (loaded === current() && day === today()) return;
    loaded = current();
    day = today();
    answers.clear();
  };
  return async (asked) => {
    if ((asked.method !== 'GET' && asked.method !== 'POST') || asked.headers['if-none-match'] !== undefined) return ask(asked);
    dropWhatPassed();
    const key = keyOf(asked);
    const known = answers.get(key);
    asked.noted.caches.push({ cache: 'response', hit: known !== undefined });
    if (known !== undefined) {
      Object.assign(asked.noted, known.noted);
      return known.answered;
    }
    const [of, on] = [loaded, day];
    const answered = { ...await ask(asked), codings: new Map() };
    if (answered.status === 200 && of === loaded && on === day && isSettled(asked.noted)) answers.set(key, { answered, noted: toldAgain(asked.noted) });
    return answered;
  };
}

function keyOf({ method, address, headers, body }: Asked): string {
  let key = `${method} ${address}`;
  for (const name of asking) key += `\n${headers[name] ?? ''}`;
  return body === undefined ? key : `${key}\n${Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('latin1')}`;
}

function toldAgain({ asks, operation, cost, errorCodes, dataVersion, statuses }: Noted): Kept['noted'] {
  return { ...(asks && { asks }), ...(operation !== undefined && { operation }), ...(cost !== undefined && { cost }), ...(errorCodes && { errorCodes }), ...(dataVersion !== undefined && { dataVersion }), ...(statuses && { statuses }) };
}
