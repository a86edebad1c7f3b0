/** How the server stands, as operators see it: what is loaded, how the last loading ended, whether it is on its way out. */
import type { Loaded } from './graphql.ts';

/** How one loading of the data ended. */
export interface Reloaded {
  /** As in RFC 3339, in UTC. */
  readonly at: string;
  /** UNSOUND: what was loaded before goes on answering. */
  readonly outcome: 'LOADED' | 'UNCHANGED' | 'UNSOUND';
  /** The version that answers now. */
  readonly dataVersion: string;
  /** Each with its file, line, law and what to do; empty where the data is sound. */
  readonly problems: readonly string[];
}

export interface Standing {
  readonly current: () => Loaded;
  readonly lastReload: () => Reloaded;
  readonly isLeaving: () => boolean;
  /** Loads the data anew; resolves when it is in use or refused. */
  readonly reload: () => Promise<Reloaded>;
}
