/** How the server stands, as operators see it: what is loaded, how the last loading ended, whether it is on its way out. */
import type { LoadedData } from './snapshot.ts';

/** How one loading of the data ended. */
export interface ReloadResult {
  /** As in RFC 3339, in UTC. */
  readonly at: string;
  /**
   * UNSOUND: the data breaks a law; UNREACHABLE: it could not be had; FAILED: an error of the program or the machine that
   * is not known. After each of these what was loaded before goes on answering.
   */
  readonly outcome: 'LOADED' | 'UNCHANGED' | 'UNSOUND' | 'UNREACHABLE' | 'FAILED';
  /** The version that answers now. */
  readonly dataVersion: string;
  /** Each with its file, line, law and what to do; empty where the data is sound. */
  readonly problems: readonly string[];
}

/** How the server stands to the database whose current version it follows. */
export interface DatabaseStatus {
  /** Whether the database said which version is current when it was last looked at. */
  readonly isReachable: boolean;
  /** A code for why it did not; left out while it does. */
  readonly problem?: string;
  /** The same in words with what to do; left out while it does. */
  readonly reason?: string;
  /** Since when it is so, as in RFC 3339, in UTC. */
  readonly since: string;
  /** The number of the version that answers. */
  readonly version: number;
  /** The number of the one that was current when the database was last reached. */
  readonly currentVersion: number;
  /** How many older versions are held for questions that name them. */
  readonly olderVersionsHeld: number;
}

export interface ServerStatus {
  readonly current: () => LoadedData;
  readonly lastReload: () => ReloadResult;
  readonly isLeaving: () => boolean;
  /** Loads the data again; resolves when it is in use or refused, and never rejects. */
  readonly reload: () => Promise<ReloadResult>;
  /** Only where the data comes from a database. */
  readonly followed?: () => DatabaseStatus;
}
