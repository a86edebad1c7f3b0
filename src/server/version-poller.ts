/**
 * The version poller: reads the current version of a database at regular times, and at once after a notification. A version
 * is identified by number and digest, since after a failover the same number may hold other content. A new version is loaded
 * by the hot reload. While the database fails, the loaded version goes on answering; each failure is reported, and the pause
 * before the next attempt grows up to a bound.
 */
import type { DatabaseStatus } from '../http/server-status.ts';

/** What identifies a version. */
export interface VersionId {
  readonly number: number;
  readonly digest: string;
}

export interface VersionPoller {
  /** The state of the database as of the last poll. */
  readonly status: () => DatabaseStatus;
  readonly stop: () => Promise<void>;
}

export interface PollerOptions {
  /** Resolves to the current version of the database; rejects if the database cannot be read. */
  readonly current: () => Promise<VersionId>;
  /** The version that this server answers from. */
  readonly held: () => VersionId;
  readonly olderVersionsHeld: () => number;
  /** Loads the current version. Resolves when it is in use or was refused; never rejects. */
  readonly take: () => Promise<unknown>;
  /** Whether the last reload failed. A reload of the same version then clears the failure for operators. */
  readonly hasFailed: () => boolean;
  /** Calls `heard` at each notification, and `ended` once when no more will come. */
  readonly listen: (heard: () => void, ended: (isHopeless: boolean) => void) => { readonly stop: () => Promise<void> };
  /** The time from one poll to the next, in milliseconds. */
  readonly every: number;
  /** The current time, as in RFC 3339, in UTC. */
  readonly now: () => string;
  /** A short code and a sentence for the error of a failed poll. */
  readonly explain: (failure: unknown) => { readonly code: string; readonly reason: string };
  /** Receives the state after every poll. */
  readonly report: (followed: DatabaseStatus) => void;
}

/** After each further failure the pause doubles, up to this many times `every`. */
const MAX_PAUSE = 4;
/** A version that cannot be loaded is tried again after at most this many polls. */
const MAX_POLLS_BETWEEN = 32;

const isSame = (a: VersionId, b: VersionId): boolean => a.number === b.number && a.digest === b.digest;

/** Starts to poll at once. */
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
  report,
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
  let isPolling = false;
  /** The number of notifications, so that one that arrives during a poll is noticed after it. */
  let notifications = 0;
  let listening: { readonly stop: () => Promise<void> } | null = null;
  let mayListen = true;

  const status = (): DatabaseStatus => ({ ...seen, version: held().number, olderVersionsHeld: olderVersionsHeld() });
  const sinceFor = (isReachable: boolean): string => (isReachable === seen.isReachable ? seen.since : now());
  const noteReached = ({ number }: VersionId): void => {
    failures = 0;
    seen = { isReachable: true, since: sinceFor(true), currentVersion: number };
    report(status());
  };
  const noteFailed = (failure: unknown): void => {
    failures += 1;
    const { code, reason } = explain(failure);
    const { currentVersion } = seen;
    seen = { isReachable: false, since: sinceFor(false), currentVersion, problem: code, reason };
    report(status());
  };
  const beginListening = (): void => {
    if (!mayListen || listening !== null || isStopped) return;
    listening = listen(heard, (isHopeless) => {
      listening = null;
      mayListen = !isHopeless;
    });
  };
  const loadIfNew = async (version: VersionId): Promise<void> => {
    const isHeld = isSame(version, held());
    if (isHeld ? !hasFailed() : refused.isWaiting(version)) return;
    await take();
    if (isSame(version, held())) refused.clear();
    else refused.note(version);
    report(status());
  };
  const poll = async (): Promise<void> => {
    try {
      const version = await current();
      noteReached(version);
      beginListening();
      await loadIfNew(version);
    } catch (error) {
      noteFailed(error);
    }
  };
  const pollAndSchedule = async (): Promise<void> => {
    const countBefore = notifications;
    isPolling = true;
    await poll();
    isPolling = false;
    pollAfter(notifications > countBefore ? 0 : pause());
  };
  function pollAfter(milliseconds: number): void {
    if (isStopped) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      void pollAndSchedule();
    }, milliseconds).unref();
  }
  function heard(): void {
    notifications += 1;
    refused.clear();
    if (!isPolling) pollAfter(0);
  }
  /** Varies at random by a tenth, so that servers do not all poll at the same moment. */
  const pause = (): number => every * pausesAfter(failures) * (0.9 + Math.random() * 0.2);

  pollAfter(0);
  return {
    status,
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await listening?.stop();
    },
  };
}

/** How many times `every` to wait after this many failures in a row: 1, 1, 2, 4, 4 and so on. */
function pausesAfter(failures: number): number {
  return failures === 0 ? 1 : Math.min(2 ** (failures - 1), MAX_PAUSE);
}

interface Refused {
  /** Whether this version failed before and is not due for its next attempt. Each call counts as one poll. */
  readonly isWaiting: (version: VersionId) => boolean;
  /** Records that this version failed to load. */
  readonly note: (version: VersionId) => void;
  readonly clear: () => void;
}

/** Remembers the version that failed to load: it is tried again after 1 poll, then 2, 4 and so on. */
function createRefused(): Refused {
  let last: VersionId | null = null;
  let pollsLeft = 0;
  let pollsBetween = 0;
  const isLast = (version: VersionId): boolean => last !== null && isSame(last, version);
  return {
    isWaiting: (version) => {
      if (!isLast(version) || pollsLeft === 0) return false;
      pollsLeft -= 1;
      return true;
    },
    note: (version) => {
      pollsBetween = isLast(version) ? Math.min(pollsBetween * 2, MAX_POLLS_BETWEEN) : 1;
      pollsLeft = pollsBetween;
      last = version;
    },
    clear: () => {
      last = null;
    },
  };
}
