/**
 * The version poller: looks at a database's current version again and again, and sooner where word of a change comes. A
 * version is known by number and digest, since after a failover the same number may hold other content. What is new is
 * loaded by the same way as any reload. A database that fails stops none of this server's answers; each failure is reported,
 * and the next try comes later, up to a bound.
 */
import type { DatabaseStatus } from '../http/server-status.ts';

/** A version as the poller compares it. */
export interface VersionId {
  readonly number: number;
  readonly digest: string;
}

export interface VersionPoller {
  readonly status: () => DatabaseStatus;
  readonly stop: () => Promise<void>;
}

export interface PollerOptions {
  /** The version that is current; rejects where the database cannot say. */
  readonly current: () => Promise<VersionId>;
  /** The version that answers. */
  readonly held: () => VersionId;
  readonly olderVersionsHeld: () => number;
  /** Loads what is current; resolves when it answers or was refused, and never rejects. */
  readonly take: () => Promise<unknown>;
  /** Whether the last reload failed, so that operators still see it. */
  readonly hasFailed: () => boolean;
  /** Calls `heard` at word of a change, and `ended` once when no more will come. */
  readonly listen: (heard: () => void, ended: (isHopeless: boolean) => void) => { readonly stop: () => Promise<void> };
  /** From look to look, in milliseconds. */
  readonly every: number;
  /** As in RFC 3339, in UTC. */
  readonly now: () => string;
  /** A short code and a sentence for what made a look fail. */
  readonly explain: (failure: unknown) => { readonly code: string; readonly reason: string };
  /** Hears of every look. */
  readonly tell: (followed: DatabaseStatus) => void;
}

/** A look that fails again comes after twice the time, up to so many times `every`. */
const mostPauses = 4;
/** A version that cannot be loaded is tried again after so many looks at most. */
const mostLooksBetween = 32;

const isSame = (a: VersionId, b: VersionId): boolean => a.number === b.number && a.digest === b.digest;

export function createVersionPoller({
  current,
  held,
  olderVersionsHeld,
  take,
  hasFailed,
  listen,
  every,
  now,
  explain,
  tell,
}: PollerOptions): VersionPoller {
  let seen: Pick<DatabaseStatus, 'isReachable' | 'since' | 'currentVersion' | 'problem' | 'reason'> = {
    isReachable: true,
    since: now(),
    currentVersion: held().number,
  };
  const refused = createRefused();
  let failures = 0;
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let isLooking = false;
  /** A number, so that a word that comes during a look is seen after it. */
  let wordsHeard = 0;
  let listening: { readonly stop: () => Promise<void> } | null = null;
  let mayListen = true;

  const followed = (): DatabaseStatus => ({ ...seen, version: held().number, olderVersionsHeld: olderVersionsHeld() });
  const sinceFor = (isReachable: boolean): string => (isReachable === seen.isReachable ? seen.since : now());
  const noteReached = ({ number }: VersionId): void => {
    failures = 0;
    seen = { isReachable: true, since: sinceFor(true), currentVersion: number };
    tell(followed());
  };
  const noteFailed = (failure: unknown): void => {
    failures += 1;
    const { code, reason } = explain(failure);
    const { currentVersion } = seen;
    seen = { isReachable: false, since: sinceFor(false), currentVersion, problem: code, reason };
    tell(followed());
  };
  const beginListening = (): void => {
    if (!mayListen || listening !== null || isStopped) return;
    listening = listen(heard, (isHopeless) => {
      listening = null;
      mayListen = !isHopeless;
    });
  };
  const takeWhereNew = async (version: VersionId): Promise<void> => {
    const isHeld = isSame(version, held());
    if (isHeld ? !hasFailed() : refused.isWaiting(version)) return;
    await take();
    if (isSame(version, held())) refused.clear();
    else refused.note(version);
    tell(followed());
  };
  const look = async (): Promise<void> => {
    try {
      const version = await current();
      noteReached(version);
      beginListening();
      await takeWhereNew(version);
    } catch (error) {
      noteFailed(error);
    }
  };
  const lookAndGoOn = async (): Promise<void> => {
    const heardBefore = wordsHeard;
    isLooking = true;
    await look();
    isLooking = false;
    lookAfter(wordsHeard > heardBefore ? 0 : pause());
  };
  function lookAfter(milliseconds: number): void {
    if (isStopped) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      void lookAndGoOn();
    }, milliseconds).unref();
  }
  function heard(): void {
    wordsHeard += 1;
    refused.clear();
    if (!isLooking) lookAfter(0);
  }
  /** Drawn at random within a tenth, so that not all servers look at the same moment. */
  const pause = (): number => every * pausesAfter(failures) * (0.9 + Math.random() * 0.2);

  lookAfter(0);
  return {
    status: followed,
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await listening?.stop();
    },
  };
}

/** 1, 1, 2, 4, 4 and so on. */
function pausesAfter(failures: number): number {
  return failures === 0 ? 1 : Math.min(2 ** (failures - 1), mostPauses);
}

interface Refused {
  /** Whether this version failed before and its next try is still to come. Counts the look that asks. */
  readonly isWaiting: (version: VersionId) => boolean;
  readonly note: (version: VersionId) => void;
  readonly clear: () => void;
}

/** The version that failed to load: it is tried again after 1 look, then 2, 4 and so on. */
function createRefused(): Refused {
  let last: VersionId | null = null;
  let [looksLeft, looksBetween] = [0, 0];
  const isLast = (version: VersionId): boolean => last !== null && isSame(last, version);
  return {
    isWaiting: (version) => {
      if (!isLast(version) || looksLeft === 0) return false;
      looksLeft -= 1;
      return true;
    },
    note: (version) => {
      looksBetween = isLast(version) ? Math.min(looksBetween * 2, mostLooksBetween) : 1;
      looksLeft = looksBetween;
      last = version;
    },
    clear: () => {
      last = null;
    },
  };
}
