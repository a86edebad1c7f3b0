/** The server process: connects data, clock, port, log, metrics and traces with `createHttp`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { dayInNewYork, endOfDayInNewYork } from './clock.ts';
import type { DatabaseSettings } from './config/database.ts';
import { wrongSettings } from './config/reading.ts';
import type { ServerSettings } from './config/server.ts';
import { tracingTo } from './config/telemetry.ts';
import { coverageSubgraph } from './federation/index.ts';
import type { Graph } from './graph/entries.ts';
import { adminRoutes } from './http/admin.ts';
import type { ExampleTab } from './http/graphiql.ts';
import { healthRoutes } from './http/health.ts';
import { createHttp } from './http/http.ts';
import { createCompiledExecutor } from './http/compiled-executor/compiled-executor.ts';
import { defaultLimits } from './http/query-limits/limits.ts';
import type { StaticFile } from './http/static-files.ts';
import type { ReloadResult } from './http/server-status.ts';
import { exampleTabs } from './http/graphiql-tabs.ts';
import { readManifest, type TrustedDocuments } from './http/persisted-documents.ts';
import { createShutdown, type Shutdown } from './server/graceful-shutdown.ts';
import { cannotListen, listeningAt } from './server/listening.ts';
import { createLogger, type ServerLogger } from './server/logger.ts';
import { createLazyMetrics, type LazyMetrics } from './server/lazy-metrics.ts';
import type { Tracing } from './server/tracing.ts';
import { createHotReload, type DataSource } from './server/hot-reload.ts';
import { warmUp } from './server/warm-up.ts';
import { watchFiles } from './server/file-watcher.ts';
import { loadSnapshotOrFolders } from './store/snapshot-loader.ts';
import type { Loaded } from './store/folders.ts';
import { validateGraph, loadGraphToServe } from './store/validate-graph.ts';
import { printProblem, type LocatedProblem } from './store/located-problem.ts';
import { folderFingerprint } from './store/folder-fingerprint.ts';

/** The longest time that a request, and its headers, may take to arrive, in milliseconds. */
const HTTP_TIMEOUTS = {
  requestTimeout: 30_000,
  headersTimeout: 10_000,
  connectionsCheckingInterval: 5_000,
};
const MAX_CONNECTIONS = 1_000;
const BYTES_PER_MEGABYTE = 1_000_000;
/** The longest time that shutdown waits for a database that does not answer, in milliseconds. */
const DATABASE_CLOSE_TIMEOUT = 1_000;

export interface RunningServer {
  /** The port that the server listens on, also if the setting was 0. */
  readonly port: number;
  /** The line that says where the server listens, for standard output. */
  readonly line: string;
  /** Loads the data again. If the new data is refused, the data from before goes on answering. */
  readonly reload: () => Promise<ReloadResult>;
  /** Resolves when the log is written, or after this many milliseconds. */
  readonly logWritten: (milliseconds: number) => Promise<void>;
  /** Shuts down gracefully. Resolves to whether every request in progress was answered. */
  readonly close: () => Promise<boolean>;
}

/** The settings of `serve`. Those that may be left out have the defaults below, which are meant for tests. */
type ServeOptions = Pick<ServerSettings, 'port' | 'host' | 'data' | 'sources'> & Partial<ServerSettings>;
const DEFAULTS: Omit<ServerSettings, 'port' | 'host' | 'data' | 'sources'> = {
  origins: [],
  limits: {},
  cacheSeconds: 0,
  responseCacheMb: 64,
  fragmentCacheMb: 32,
  compiledExecutor: true,
  drainSeconds: 10,
  keepAliveSeconds: 75,
  logLevel: 'silent',
  watch: false,
  trustedOnly: false,
  adminToken: null,
  tracesTo: null,
  database: null,
};

/** Background work starts this many milliseconds after the server listens, so that the first answers do not wait for it. */
const BACKGROUND_DELAY = 500;

/** Today in New York: the day of a question that names no day. */
export const today = (): string => dayInNewYork(Date.now());

/** Seconds until the end of an ISO day in New York; negative once it is over. */
const secondsLeft = (day: string): number => (endOfDayInNewYork(day) - Date.now()) / 1_000;

/** A digest of the program, which the build writes into it. There is none when the sources run directly, in development. */
declare const PROGRAM_DIGEST: string | undefined;
const program = typeof PROGRAM_DIGEST === 'undefined' ? 'sources' : PROGRAM_DIGEST;

/** The snapshot of the built-in data that the build wrote, and the folder it was made from. */
const builtInSnapshot = {
  file: fileURLToPath(new URL('./data.snapshot', import.meta.url)),
  folder: fileURLToPath(new URL('../data', import.meta.url)),
};

/** Loads the data and listens. Rejects with a `CliError` if the data is refused or the port is not available. */
export async function serve({ port, host, data, sources, ...rest }: ServeOptions): Promise<RunningServer> {
  const {
    origins,
    limits,
    cacheSeconds,
    responseCacheMb,
    fragmentCacheMb,
    compiledExecutor,
    drainSeconds,
    keepAliveSeconds,
    logLevel,
    adminToken,
    tracesTo,
    database,
    withhold,
    documents = [],
    trustedOnly,
    ...settings
  } = { ...DEFAULTS, ...rest };
  const log = createLogger(logLevel);
  const databaseData = database && (await dataFromDatabase(database, log));
  const { first, before, read, state } = databaseData ?? (await dataFromFolders(data, sources, log, settings.watch));
  const { schema } = coverageSubgraph(withhold);
  const metrics = createLazyMetrics(log.linesDropped);
  const reportLoad = (reloaded: ReloadResult, unexpected: unknown = null): void => {
    log.reloaded(reloaded, unexpected);
    metrics.reloaded(reloaded);
  };
  const reload = createHotReload(first, { read, state, now }, reportLoad);
  const poller = databaseData?.follow(reload, metrics) ?? null;
  const shutdown = createShutdown(() => server, drainSeconds);
  const tracing = await startTracing(tracesTo, log);
  const status = { ...reload, isLeaving: shutdown.isLeaving, ...(poller && { followed: poller.status }) };
  const server = createServer(
    { ...HTTP_TIMEOUTS, keepAliveTimeout: keepAliveSeconds * 1_000 },
    createHttp({
      schema,
      current: reload.current,
      today,
      log: log.failed,
      examples: readExamples(),
      site: readSite(),
      origins,
      limits,
      cacheSeconds,
      secondsLeft,
      program,
      responseCacheBytes: responseCacheMb * BYTES_PER_MEGABYTE,
      trustedDocuments: readTrusted(documents),
      trustedDocumentsOnly: trustedOnly,
      clock: () => performance.now(),
      compiledExecutor: compiledExecutor
        ? (own) => createCompiledExecutor(own, fragmentCacheMb * BYTES_PER_MEGABYTE)
        : undefined,
      routes: [...healthRoutes(status, adminToken), ...adminRoutes(status, metrics.load, adminToken)],
      observers: [log.observer, metrics.observer, ...(tracing === null ? [] : [tracing.observer])],
      isLeaving: shutdown.isLeaving,
      findVersion: poller?.findVersion,
      held: shutdown.held,
    }),
  );
  limitConnections(server, limits);
  const actualPort = await listen(server, host, port);
  const backgroundTimer = setTimeout(() => {
    metrics.start();
    void warm(first);
  }, BACKGROUND_DELAY).unref();
  const watcher = settings.watch ? watchFiles(before, state, reload.reload, logWatchFailure(log)) : null;
  reportLoad(reload.lastReload());
  log.event('server.listening', { host, port: actualPort, watch: settings.watch, traces: tracesTo !== null });
  const stopWork = (): void => {
    watcher?.stop();
    clearTimeout(backgroundTimer);
  };
  return {
    port: actualPort,
    line: listeningAt(host, actualPort),
    reload: reload.reload,
    logWritten: log.written,
    close: () => closeGracefully({ log, drainSeconds, stopWork, shutdown, poller, tracing, metrics }),
  };
}

interface Closing {
  readonly log: ServerLogger;
  readonly drainSeconds: number;
  /** Stops the watcher and the background work, which no request waits for. */
  readonly stopWork: () => void;
  readonly shutdown: Shutdown;
  readonly poller: { readonly stop: () => Promise<void> } | null;
  readonly tracing: Tracing | null;
  readonly metrics: LazyMetrics;
}

/** Resolves to whether every request in progress was answered. */
async function closeGracefully(parts: Closing): Promise<boolean> {
  const { log, drainSeconds, shutdown, poller, tracing, metrics } = parts;
  log.event('shutdown.started', { drainSeconds });
  parts.stopWork();
  const timeout = new Promise((resolve) => {
    setTimeout(resolve, DATABASE_CLOSE_TIMEOUT).unref();
  });
  const [allAnswered] = await Promise.all([shutdown.leave(), Promise.race([poller?.stop(), timeout])]);
  log.event('shutdown.completed', { allAnswered });
  await tracing?.close().catch(() => undefined);
  metrics.close();
  return allAnswered;
}

function limitConnections(server: Server, limits: ServerSettings['limits']): void {
  server.maxConnections = MAX_CONNECTIONS;
  // A connection without traffic for this long is destroyed, also if its client does not read the answer.
  server.timeout = 1_000 * (limits.sendSeconds ?? defaultLimits.sendSeconds);
}

/** Resolves to the port that the server listens on. Rejects with a `CliError` if the port is not available. */
async function listen(server: Server, host: string, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      reject(cannotListen(error, host, port));
    });
    server.listen(port, host, resolve);
  });
  return (server.address() as AddressInfo).port;
}

/** Null if no traces are sent. What traces need is loaded only if they are. */
async function startTracing(tracesTo: ServerSettings['tracesTo'], log: ServerLogger): Promise<Tracing | null> {
  if (tracesTo === null) return null;
  const { createTracing } = await import('./server/tracing.ts');
  return createTracing(typeof tracesTo === 'string' ? tracingTo(tracesTo) : tracesTo, log);
}

/** The graph to start with. If the snapshot cannot be used, the data is read from its files and the log says why. */
async function loadFirst(folders: Pick<ServerSettings, 'data' | 'sources'>, log: ServerLogger): Promise<Graph> {
  const loaded = await loadSnapshotOrFolders(folders, builtInSnapshot);
  const { graph, warnings } = await loadGraphToServe(loaded);
  logWarnings(warnings, log);
  const isRewritten = warnings.length === 0 && (await loaded.keep(graph));
  if (loaded.refused) {
    const { why, isDamaged } = loaded.refused;
    log.event(
      'snapshot.rejected',
      {
        reason: why,
        remedy: isRewritten
          ? 'No action is needed: the snapshot was written again.'
          : 'Run npm run build to write the snapshot again; until then each start is slower.',
      },
      isDamaged ? 'warn' : 'info',
    );
  }
  return graph;
}

/** Logs that the watcher could not read the files. It tries again, and calls this once for each reason. */
const logWatchFailure =
  (log: ServerLogger) =>
  (error: unknown): void => {
    const reason = error instanceof Error ? error.message : String(error);
    log.event('watch.failed', { reason }, 'warn');
  };

/** Logs the constraints that the data satisfies on some days only. */
function logWarnings(warnings: readonly LocatedProblem[], log: ServerLogger): void {
  for (const warning of warnings) log.event('constraint.violated', { problem: printProblem(warning) }, 'warn');
}

const now = (): string => new Date().toISOString();

/** The data of folders. `before` is the state of the folders before they were read; empty unless they are watched. */
async function dataFromFolders(
  data: readonly string[],
  sources: readonly string[],
  log: ServerLogger,
  isWatched: boolean,
): Promise<DataSource & { readonly first: Graph; readonly before: string }> {
  const state = (): Promise<string> => folderFingerprint([...data, ...sources]);
  const before = isWatched ? await state() : '';
  const load = async (): Promise<Loaded> => (await import('./store/folders.ts')).loadFolders({ data, sources });
  return {
    first: await loadFirst({ data, sources }, log),
    before,
    read: async () => validateAndWarm(await load(), log),
    state,
    now,
  };
}

/** The data of a database. The database driver is loaded only if there is a database. */
async function dataFromDatabase(settings: DatabaseSettings, log: ServerLogger) {
  const { databaseSource } = await import('./server/database-source.ts');
  return databaseSource(settings, { log, now, warm });
}

async function validateAndWarm(
  loaded: Loaded,
  log: ServerLogger,
): Promise<{ graph: Graph | null; problems: string[] }> {
  const { graph, problems, warnings } = await validateGraph(loaded);
  logWarnings(warnings, log);
  return { graph: graph && (await warm(graph)), problems: problems.map(printProblem) };
}

const warm = (graph: Graph): Promise<Graph> => warmUp(graph, today);

/** The documents that `npm run codegen` lists and the operator's own. Throws a `CliError` that names each invalid file. */
function readTrusted(files: readonly string[]): TrustedDocuments {
  const own = fileURLToPath(new URL('../schema/trusted-documents.json', import.meta.url));
  const problems: string[] = [];
  const documents = [own, ...files].flatMap((file) => {
    try {
      return [...readManifest(readFileSync(file, 'utf8'))];
    } catch (error) {
      problems.push(
        `--documents names ${file}, which does not hold trusted documents: ${error instanceof Error ? error.message : String(error)}`,
      );
      return [];
    }
  });
  if (problems.length > 0) throw wrongSettings(problems);
  return new Map(documents);
}

const examplesFolder = new URL('./examples/', import.meta.url);

/** The queries of GraphiQL's tabs. The build copies them into the folder of this file. */
function readExamples(): ExampleTab[] {
  return exampleTabs.map((name) => ({ query: readFileSync(new URL(`${name}.graphql`, examplesFolder), 'utf8') }));
}

/** The files of the web page that `npm run build` wrote; the path is the same from src and from dist. Empty if not built. */
export function readSite(): StaticFile[] {
  const folder = new URL('../dist/web/', import.meta.url);
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
  return names
    .filter((name) => names.includes(`${name}.br`))
    .map((name) => {
      const read = (ending: string): Uint8Array => readFileSync(new URL(`${name}${ending}`, folder));
      return { path: name === 'index.html' ? '/' : `/${name}`, identity: read(''), gzip: read('.gz'), br: read('.br') };
    });
}
