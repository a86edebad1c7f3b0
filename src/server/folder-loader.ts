/**
 * Loads data folders in a worker thread, so that reading and checking them delays no request. The thread lives for one load,
 * and its memory is released with it. What it hands over is a snapshot, which takes milliseconds to open.
 */
import { type ResourceLimits, Worker } from 'node:worker_threads';
import type { Graph } from '../graph/entries.ts';
import { printProblem } from '../store/located-problem.ts';
import { readSnapshot } from '../store/snapshot/snapshot.ts';
import type { ServerLogger } from './logger.ts';

/** Folders with data, and folders with originals of sources. */
export interface DataFolders {
  readonly data: readonly string[];
  readonly sources: readonly string[];
}

/** A data set that was read from its folders and checked. */
export interface LoadedGraph {
  /** Null if there is any problem. */
  readonly graph: Graph | null;
  /** Why there is no graph, in lines for the operator. */
  readonly problems: readonly string[];
  /** The constraints that the data satisfies on some days only, in lines for the operator. */
  readonly warnings: readonly string[];
}

/** The first message of the thread. An error before it means that the thread could not start; a later one, that loading failed. */
export const STARTED = 'started';

/** The second and last message of the thread: the bytes of a snapshot in place of the graph. */
export interface WorkerResult extends Omit<LoadedGraph, 'graph'> {
  readonly snapshot: Uint8Array | null;
}

/** How the thread is started. */
export interface WorkerOptions {
  /** The module that the thread runs. */
  readonly entry: URL;
  /** The flags of Node for the thread; left out: those of this process. */
  readonly execArgv?: string[];
  /** The memory of the thread; left out: as much as Node gives it. */
  readonly resourceLimits?: ResourceLimits;
}

/** The module is a file of `dist` in the built program, and the source file if the sources run directly. */
const loadWorker: WorkerOptions = {
  entry: new URL(import.meta.url.endsWith('.ts') ? './load-worker.ts' : './load-worker.js', import.meta.url),
};

/** The thread could not start, as opposed to a failure of the load itself. */
class WorkerUnavailable extends Error {
  override readonly name = 'WorkerUnavailable';
}

/**
 * Loads and checks the folders. Problems of the data are returned. If no thread can be started, the log says why, and the data
 * is loaded in this thread, which delays requests. Rejects if the thread fails later, such as for lack of memory: in that
 * case this thread must not try the same.
 */
export async function loadFoldersInWorker(
  folders: DataFolders,
  log: Pick<ServerLogger, 'event'>,
  options: WorkerOptions = loadWorker,
): Promise<LoadedGraph> {
  try {
    return await loadInWorker(folders, options);
  } catch (error) {
    if (!(error instanceof WorkerUnavailable)) throw error;
    log.event('worker.unavailable', { reason: error.message, remedy: REMEDY }, 'warn');
    return loadInThisThread(folders);
  }
}

const REMEDY =
  'Requests wait while the data is loaded. Run npm run build if files of dist are missing, or allow the process one more thread.';

async function loadInThisThread(folders: DataFolders): Promise<LoadedGraph> {
  const [{ loadFolders }, { validateGraph }] = await Promise.all([
    import('../store/folders.ts'),
    import('../store/validate-graph.ts'),
  ]);
  const { graph, problems, warnings } = await validateGraph(await loadFolders(folders));
  return { graph, problems: problems.map(printProblem), warnings: warnings.map(printProblem) };
}

async function loadInWorker(folders: DataFolders, options: WorkerOptions): Promise<LoadedGraph> {
  const { snapshot, problems, warnings } = await resultOf(folders, options);
  if (snapshot === null) return { graph: null, problems, warnings };
  const opened = readSnapshot(snapshot);
  if ('unusable' in opened) throw new Error(`The snapshot that the worker thread made ${opened.unusable}.`);
  return { graph: opened.graph, problems, warnings };
}

function resultOf({ data, sources }: DataFolders, { entry, ...options }: WorkerOptions): Promise<WorkerResult> {
  return new Promise((resolve, reject) => {
    let isStarted = false;
    const fail = (error: Error): void => {
      reject(isStarted ? error : new WorkerUnavailable(error.message, { cause: error }));
    };
    const failWith = (error: unknown): void => {
      fail(error instanceof Error ? error : new Error(String(error)));
    };
    try {
      const worker = new Worker(entry, { workerData: { data, sources }, ...options });
      worker.unref(); // a load must not keep a process alive that has closed its server
      worker.on('message', (message: typeof STARTED | WorkerResult) => {
        if (message === STARTED) isStarted = true;
        else resolve(message);
      });
      worker.once('error', failWith);
      worker.once('exit', (code) => {
        fail(new Error(`the worker thread that loads the data ended with code ${String(code)} and no result`));
      });
    } catch (error) {
      failWith(error);
    }
  });
}
