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
export function createVersionPoller(options: PollerOptions): VersionPoller {
  const poller = new Poller(options);
  poller.start();
  return { status: () => poller.status(), stop: () => poller.stop() };
}

class Poller {
  readonly #options: PollerOptions;
  readonly #refused = createRefused();
  /** What the last poll found. */
  #seen: Pick<DatabaseStatus, 'isReachable' | 'since' | 'currentVersion' | 'problem' | 'reason'>;
  /** Polls that failed in a row. */
  #failures = 0;
  #isStopped = false;
  #timer: NodeJS.Timeout | undefined;
  #isPolling = false;
  /** The number of notifications, so that one that arrives during a poll is noticed after it. */
  #notifications = 0;
  #listening: { readonly stop: () => Promise<void> } | null = null;
  #mayListen = true;

  constructor(options: PollerOptions) {
    this.#options = options;
    this.#seen = { isReachable: true, since: options.now(), currentVersion: options.held().number };
  }

  start(): void {
    this.#pollAfter(0);
  }

  status(): DatabaseStatus {
    const { held, olderVersionsHeld } = this.#options;
    return { ...this.#seen, version: held().number, olderVersionsHeld: olderVersionsHeld() };
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    await this.#listening?.stop();
  }

  #pollAfter(milliseconds: number): void {
    if (this.#isStopped) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      void this.#pollAndSchedule();
    }, milliseconds).unref();
  }

  async #pollAndSchedule(): Promise<void> {
    const countBefore = this.#notifications;
    this.#isPolling = true;
    await this.#poll();
    this.#isPolling = false;
    this.#pollAfter(this.#notifications > countBefore ? 0 : this.#pause());
  }

  async #poll(): Promise<void> {
    try {
      const version = await this.#options.current();
      this.#noteReached(version);
      this.#beginListening();
      await this.#loadIfNew(version);
    } catch (error) {
      this.#noteFailed(error);
    }
  }

  #noteReached({ number }: VersionId): void {
    this.#failures = 0;
    this.#seen = { isReachable: true, since: this.#sinceFor(true), currentVersion: number };
    this.#report();
  }

  #noteFailed(failure: unknown): void {
    this.#failures += 1;
    const { code, reason } = this.#options.explain(failure);
    const { currentVersion } = this.#seen;
    this.#seen = { isReachable: false, since: this.#sinceFor(false), currentVersion, problem: code, reason };
    this.#report();
  }

  /** Since when the database is reachable, or is not. */
  #sinceFor(isReachable: boolean): string {
    return isReachable === this.#seen.isReachable ? this.#seen.since : this.#options.now();
  }

  #report(): void {
    this.#options.report(this.status());
  }

  async #loadIfNew(version: VersionId): Promise<void> {
    const { held, hasFailed, take } = this.#options;
    const isHeld = isSame(version, held());
    if (isHeld ? !hasFailed() : this.#refused.isWaiting(version)) return;
    await take();
    if (isSame(version, held())) this.#refused.clear();
    else this.#refused.note(version);
    this.#report();
  }

  #beginListening(): void {
    if (!this.#mayListen || this.#listening !== null || this.#isStopped) return;
    this.#listening = this.#options.listen(
      () => this.#pollNow(),
      (isHopeless) => {
        this.#listening = null;
        this.#mayListen = !isHopeless;
      },
    );
  }

  /** After a notification: polls at once, or again after the poll that is under way. */
  #pollNow(): void {
    this.#notifications += 1;
    this.#refused.clear();
    if (!this.#isPolling) this.#pollAfter(0);
  }

  /** Varies at random by a tenth, so that servers do not all poll at the same moment. */
  #pause(): number {
    return this.#options.every * pausesAfter(this.#failures) * (0.9 + Math.random() * 0.2);
  }
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
