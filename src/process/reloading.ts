/**
 * What is loaded, and how it is swapped: read and checked whole beside the graph that answers, and put in its place in one
 * assignment. A set that breaks a law changes nothing but what operators are told. One loading at a time; whoever asks for
 * another while one runs is answered by the one after it, since the files may have changed behind the first.
 */
import type { Graph } from '../graph/entries.ts';
import type { Loaded } from '../http/graphql.ts';
import type { Reloaded, Standing } from '../http/standing.ts';

export interface Read {
  /** Null where there is any problem. */
  readonly graph: Graph | null;
  readonly problems: readonly string[];
  /** Whether it is the place where the data lies that has the problem, and not the data. */
  readonly isUnreachable?: boolean;
}

export interface Source {
  /** Reads and checks everything. Never rejects for what the files hold. */
  readonly read: () => Promise<Read>;
  /** Changes whenever a file does. */
  readonly state: () => Promise<string>;
  /** As in RFC 3339, in UTC. */
  readonly now: () => string;
}

/** A set that is being written while it is read may be one that never was; so many times it is read again. */
const mostReadings = 5;

/** `first` is the graph that the server starts with; `tell` hears how each later loading ended. */
export function createReloading(
  first: Graph,
  { read, state, now }: Source,
  tell: (reloaded: Reloaded) => void,
): Pick<Standing, 'current' | 'lastReload' | 'reload'> {
  let current: Loaded = { graph: first, loadedAt: now() };
  let last: Reloaded = { at: current.loadedAt, outcome: 'LOADED', dataVersion: first.version, problems: [] };
  let running: Promise<Reloaded> | null = null;
  let next: Promise<Reloaded> | null = null;

  const load = async (): Promise<Reloaded> => {
    const { graph, problems, isUnreachable = false } = await steadily(read, state);
    const at = now();
    const outcome =
      graph === null
        ? isUnreachable
          ? 'UNREACHABLE'
          : 'UNSOUND'
        : graph.version === current.graph.version
          ? 'UNCHANGED'
          : 'LOADED';
    if (graph !== null && outcome === 'LOADED') current = { graph, loadedAt: at };
    last = { at, outcome, dataVersion: current.graph.version, problems };
    tell(last);
    return last;
  };
  const start = (): Promise<Reloaded> => {
    const own = load().finally(() => {
      if (running === own) running = null;
    });
    return (running = own);
  };
  const reload = (): Promise<Reloaded> => {
    if (running === null) return start();
    return (next ??= running
      .catch(() => undefined)
      .then(() => {
        next = null;
        return start();
      }));
  };
  return { current: () => current, lastReload: () => last, reload };
}

async function steadily(read: Source['read'], state: Source['state']): Promise<Read> {
  for (let reading = 0; reading < mostReadings; reading += 1) {
    const before = await state();
    const found = await read();
    if ((await state()) === before) return found;
  }
  return {
    graph: null,
    problems: ['The files changed each time that they were read. Load them again once they are written.'],
  };
}
