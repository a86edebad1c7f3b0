/**
 * The entry point of the worker thread that loads data folders: it reads, checks and builds the graph, and sends it back as
 * a snapshot. The thread that answers requests only has to open the snapshot. `folder-loader.ts` starts it.
 */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { loadFolders } from '../store/folders.ts';
import { printProblem } from '../store/located-problem.ts';
import { writeSnapshot } from '../store/snapshot/snapshot.ts';
import { validateGraph } from '../store/validate-graph.ts';
import { STARTED, type DataFolders, type WorkerResult } from './folder-loader.ts';

async function load({ data, sources }: DataFolders): Promise<WorkerResult> {
  const { graph, problems, warnings } = await validateGraph(await loadFolders({ data, sources }));
  return {
    // A copy with a buffer of its own, because only a whole buffer can be transferred instead of being copied.
    snapshot: graph && Uint8Array.from(writeSnapshot(graph)),
    problems: problems.map(printProblem),
    warnings: warnings.map(printProblem),
  };
}

async function run(port: MessagePort): Promise<void> {
  port.postMessage(STARTED);
  const result = await load(workerData as DataFolders);
  port.postMessage(result, result.snapshot === null ? [] : [result.snapshot.buffer as ArrayBuffer]);
}

// A rejection is an unhandled one in this thread, which Node reports to the thread that started it.
if (parentPort) void run(parentPort);
