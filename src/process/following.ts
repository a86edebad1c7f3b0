/**
 * Following a database's current version: looked at again and again, and sooner where word comes; what is new is loaded
 * beside what answers and put in its place by the same way as any loading. A database that is away stops none of this
 * server's answers; it is looked for until it is back.
 */
import type { Followed } from '../http/standing.ts';

export interface Following {
  readonly followed: () => Followed;
  readonly stop: () => Promise<void>;
}

export interface Follow {
  /** The number of the current version; rejects where the database cannot be asked. */
  readonly current: () => Promise<number>;
  /** The number of the version that answers. */
  readonly held: () => number;
  readonly olderVersionsHeld: () => number;
  /** Loads what is current; resolves when it answers or was refused. */
  readonly take: () => Promise<unknown>;
  /** Calls `heard` at word of a change, and `ended` once when no more will come. */
  readonly listen: (heard: () => void, ended: (isHopeless: boolean) => void) => { readonly stop: () => Promise<void> };
  /** From look to look, in milliseconds. */
  readonly every: number;
  /** As in RFC 3339, in UTC. */
  readonly now: () => string;
  /** Hears of every look, and why it failed where it did. */
  readonly tell: (followed: Followed, failure: unknown) => void;
}

/** A version that cannot be loaded is tried again after so many looks, and so many more each time. */
const mostLooksBetween = 32;

export function follow({ current, held, olderVersionsHeld, take, listen, every, now, tell }: Follow): Following {
  let seen = { isReachable: true, since: now(), currentVersion: held() };
  let [refused, looksLeft, looksBetween] = [0, 0, 1];
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let isLooking = false;
  let isHeard = false;
  let listening: { readonly stop: () => Promise<void> } | null = null;
  let mayListen = true;
  const followed = (): Followed => ({ ...seen, version: held(), olderVersionsHeld: olderVersionsHeld() });
  const note = (isReachable: boolean, currentVersion: number, failure: unknown): void => {
    seen = { isReachable, currentVersion, since: isReachable === seen.isReachable ? seen.since : now() };
    tell(followed(), failure);
  };

  const look = async (): Promise<void> => {
    let number: number;
    try {
      number = await current();
    } catch (error) {
      note(false, seen.currentVersion, error);
      return;
    }
    note(true, number, null);
    if (mayListen && listening === null && !isStopped)
      listening = listen(heard, (isHopeless) => {
        listening = null;
        mayListen = !isHopeless;
      });
    if (number === held() || (number === refused && looksLeft-- > 0)) return;
    await take();
    if (number !== held()) {
      looksBetween = number === refused ? Math.min(looksBetween * 2, mostLooksBetween) : 1;
      [refused, looksLeft] = [number, looksBetween];
    }
    tell(followed(), null);
  };
  const again = (after: number): void => {
    if (isStopped) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      isHeard = false;
      isLooking = true;
      void look()
        .catch(() => undefined)
        .finally(() => {
          isLooking = false;
          again(isHeard ? 0 : pause());
        });
    }, after).unref();
  };
  function heard(): void {
    isHeard = true;
    if (!isLooking) again(0);
  }
  /** Not all servers at the same moment. */
  const pause = (): number => every * (0.9 + Math.random() * 0.2);

  again(0);
  return {
    followed,
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await listening?.stop();
    },
  };
}
