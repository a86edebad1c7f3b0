/** The data is read and checked in a worker thread; the thread that answers requests only opens the result. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { loadFoldersInWorker, type WorkerOptions } from '../../src/server/folder-loader.ts';
import { writeSnapshot } from '../../src/store/snapshot/snapshot.ts';

/** How often this thread, and not the worker, did each kind of work. */
const here = vi.hoisted(() => ({ folders: 0, documents: 0, checks: 0 }));
vi.mock('../../src/store/folders.ts', async (original) => {
  const actual = await original<typeof import('../../src/store/folders.ts')>();
  return {
    ...actual,
    loadFolders: (...folders: Parameters<typeof actual.loadFolders>) => {
      here.folders += 1;
      return actual.loadFolders(...folders);
    },
  };
});
vi.mock('../../src/store/yaml.ts', async (original) => {
  const actual = await original<typeof import('../../src/store/yaml.ts')>();
  return {
    ...actual,
    readYaml: (...text: Parameters<typeof actual.readYaml>) => {
      here.documents += 1;
      return actual.readYaml(...text);
    },
  };
});
vi.mock('../../src/store/validate-graph.ts', async (original) => {
  const actual = await original<typeof import('../../src/store/validate-graph.ts')>();
  return {
    ...actual,
    validateGraph: (...loaded: Parameters<typeof actual.validateGraph>) => {
      here.checks += 1;
      return actual.validateGraph(...loaded);
    },
  };
});

beforeEach(() => {
  Object.assign(here, { folders: 0, documents: 0, checks: 0 });
});

const root = join(import.meta.dirname, '../..');
/** The worker of the built program, since Node 20 cannot run the sources in a thread. */
const built: WorkerOptions = { entry: pathToFileURL(join(root, 'dist/load-worker.js')) };

function temporaryFolder(): string {
  const made = mkdtempSync(join(tmpdir(), 'covergraph-loading-'));
  onTestFinished(() => {
    rmSync(made, { recursive: true, force: true });
  });
  return made;
}
/** A log that keeps the names and details of its events. */
function keptEvents() {
  const events: [name: string, details: unknown, level: string | undefined][] = [];
  return {
    events,
    event: (name: string, details: unknown = {}, level?: string) => {
      events.push([name, details, level]);
    },
  };
}
/** A worker of one line, to fail as it says. */
function workerThat(code: string): WorkerOptions {
  const file = join(temporaryFolder(), 'worker.cjs');
  writeFileSync(file, `const { parentPort, workerData } = require('node:worker_threads');\n${code}\n`);
  return { entry: pathToFileURL(file) };
}
const own = { data: [join(root, 'data')], sources: [] };
const bytesOfOwn = async (): Promise<Buffer> => {
  const { loadFolders } =
    await vi.importActual<typeof import('../../src/store/folders.ts')>('../../src/store/folders.ts');
  const { graph } = await loadFolders(own);
  if (graph === null) throw new Error('the data of this project has problems');
  return Buffer.from(writeSnapshot(graph));
};

test('the worker does all the reading and checking, and gives the same graph', async () => {
  const log = keptEvents();
  const { graph, problems, warnings } = await loadFoldersInWorker(own, log, built);
  expect(here).toEqual({ folders: 0, documents: 0, checks: 0 });
  expect([problems, warnings, log.events]).toEqual([[], [], []]);
  if (graph === null) throw new Error('there is no graph');
  expect(Buffer.from(writeSnapshot(graph)).equals(await bytesOfOwn())).toBe(true);
});

test('problems of the data come back with their places, and no graph', async () => {
  const folder = temporaryFolder();
  cpSync(join(root, 'data'), folder, { recursive: true });
  writeFileSync(join(folder, 'plans/half.yaml'), 'name: Half\nrules: [');
  const log = keptEvents();
  const { graph, problems } = await loadFoldersInWorker({ data: [folder], sources: [] }, log, built);
  expect([graph, log.events, here.folders]).toEqual([null, [], 0]);
  expect(problems.length).toBeGreaterThan(0);
  expect(problems[0]).toContain(`${join(folder, 'plans/half.yaml')}:`);
});

describe('a worker that cannot start is logged, and this thread loads the data', () => {
  test.each<[string, () => WorkerOptions, RegExp]>([
    ['its file is missing', () => ({ entry: pathToFileURL(join(root, 'dist/missing.js')) }), /missing\.js/],
    ['Node refuses its flags', () => ({ ...built, execArgv: ['--no-such-flag'] }), /--no-such-flag/],
    ['it fails at once', () => workerThat('throw new Error("no memory for a thread")'), /no memory for a thread/],
    ['it ends without a word', () => workerThat('process.exit(3)'), /ended with code 3/],
  ])('%s', async (_, options, reason) => {
    const log = keptEvents();
    const empty = { data: [temporaryFolder()], sources: [] };
    const { graph, problems } = await loadFoldersInWorker(empty, log, options());
    expect(log.events).toEqual([
      [
        'worker.unavailable',
        { reason: expect.stringMatching(reason) as string, remedy: expect.any(String) as string },
        'warn',
      ],
    ]);
    expect(here).toEqual({ folders: 1, documents: 0, checks: 1 });
    // What the worker says of the same folder.
    expect({ graph, problems }).toEqual(
      await loadFoldersInWorker(empty, log, built).then((found) => ({ graph: found.graph, problems: found.problems })),
    );
  });
});

describe('a worker that fails while it loads rejects, and this thread does not try the same', () => {
  test.each([
    ['an error', 'throw new Error("a bug")', /a bug/],
    ['a lack of memory', 'const kept = []; for (;;) kept.push(new Array(1e5).fill(kept.length));', /memory/],
    ['an end without a result', 'process.exit(4)', /ended with code 4/],
    [
      'a damaged snapshot',
      'parentPort.postMessage({ snapshot: new Uint8Array(100), problems: [], warnings: [] })',
      /is not a snapshot/,
    ],
  ])('%s', async (_, code, message) => {
    const log = keptEvents();
    const options = workerThat(`parentPort.postMessage('started'); setTimeout(() => { ${code} }, 50);`);
    await expect(
      loadFoldersInWorker(own, log, { ...options, resourceLimits: { maxOldGenerationSizeMb: 32 } }),
    ).rejects.toThrow(message);
    expect([log.events, here.folders]).toEqual([[], 0]);
  });
});
