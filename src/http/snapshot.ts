/** The data and the day that one request is answered from. */
import type { Context } from '../schema/builder.ts';

/** The loaded data: the context of a request without the day. */
export type LoadedData = Omit<Context, 'today'>;

/**
 * One data set on one day. It never changes, and it is the same object as long as the data and the day are the same, so
 * that caches compare snapshots by identity.
 */
export type Snapshot = Readonly<Context>;

/**
 * Returns a function that gives the snapshot that is current when it is called. Each request calls it once and passes the
 * snapshot on, so that new data or a new day never shows in the middle of an answer. `today` gives the ISO day in
 * America/New_York.
 */
export function createSnapshots(current: () => LoadedData, today: () => string): () => Snapshot {
  let source: LoadedData | null = null;
  let snapshot: Snapshot | null = null;
  return () => {
    const data = current();
    const day = today();
    if (snapshot === null || source !== data || snapshot.today !== day) {
      source = data;
      snapshot = Object.freeze({ ...data, today: day });
    }
    return snapshot;
  };
}
