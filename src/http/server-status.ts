/** The state of the server, as operators see it: the loaded data, the result of the last reload, and whether it is shutting down. */
import type { LoadedData } from './snapshot.ts';

/** The result of one reload of the data. */
export interface ReloadResult {
  /** When it ended (RFC 3339, UTC). */
  readonly at: string;
  /**
   * UNSOUND: the data breaks a constraint; UNREACHABLE: it could not be read; FAILED: an unexpected error of the program or the
   * machine. After these three the data loaded before goes on answering.
   */
  readonly outcome: 'LOADED' | 'UNCHANGED' | 'UNSOUND' | 'UNREACHABLE' | 'FAILED';
  /** The data version that answers now. */
  readonly dataVersion: string;
  /** Each names the file, the line, the constraint and what to do; empty if the data is sound. */
  readonly problems: readonly string[];
}

/** The state of the connection to the database whose current version the server follows. */
export interface DatabaseStatus {
  /** Whether the last query for the current version succeeded. */
  readonly isReachable: boolean;
  /** A code for the failure; omitted while the database is reachable. */
  readonly problem?: string;
  /** A sentence for the failure, with what to do; omitted while the database is reachable. */
  readonly reason?: string;
  /** When `isReachable` last changed (RFC 3339, UTC). */
  readonly since: string;
  /** The number of the version that answers now. */
  readonly version: number;
  /** The number of the version that was current when the database was last reached. */
  readonly currentVersion: number;
  /** How many older versions are in memory, for requests that name them. */
  readonly olderVersionsHeld: number;
}

export interface ServerStatus {
  readonly current: () => LoadedData;
  readonly lastReload: () => ReloadResult;
  readonly isLeaving: () => boolean;
  /** Reloads the data. Resolves when the data is in use or refused; never rejects. */
  readonly reload: () => Promise<ReloadResult>;
  /** The state of the database; omitted if the data comes from files. */
  readonly followed?: () => DatabaseStatus;
}
