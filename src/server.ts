/** The server process: connects data, clock, port, log, metrics and traces with `createHttp`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server, type ServerOptions } from 'node:http';
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
import { createAdminHttp, createHttp, type HttpOptions } from './http/http.ts';
import { createCompiledExecutor } from './http/compiled-executor/compiled-executor.ts';
import { defaultLimits } from './http/query-limits/limits.ts';
import type { StaticFile } from './http/static-files.ts';
import type { ReloadResult } from './http/server-status.ts';
import { exampleTabs } from './http/graphiql-tabs.ts';
import { readManifest, type TrustedDocuments } from './http/persisted-documents.ts';
import { type ConnectionWatch, createConnectionWatch } from './server/connections.ts';
import { createShutdown, type Shutdown } from './server/graceful-shutdown.ts';
import { adminListeningAt, listen, listeningAt } from './server/listening.ts';
import { type AdminServer, startAdminServer } from './server/admin-server.ts';
import { createLogger, type ServerLogger } from './server/logger.ts';
import { createLazyMetrics, uncollectedMetrics, type LazyMetrics } from './server/lazy-metrics.ts';
import type { Tracing } from './server/tracing.ts';
import { createHotReload, type DataSource, type ReadResult } from './server/hot-reload.ts';
import { warmUp } from './server/warm-up.ts';
import { watchFiles } from './server/file-watcher.ts';
import { program, SNAPSHOTS } from './own-data.ts';
import { loadSnapshotOrFolders } from './store/snapshot-loader.ts';
import { loadGraphToServe } from './store/validate-graph.ts';
import { printProblem } from './store/located-problem.ts';
import { folderFingerprint } from './store/folder-fingerprint.ts';

/** The longest time that a whole request may take to arrive, in milliseconds. */
const REQUEST_TIMEOUT = 30_000;
/** How often connections are checked for requests that take too long to arrive, in milliseconds. */
const CHECK_INTERVAL = 1_000;
const MAX_CONNECTIONS = 1_000;
const BYTES_PER_MEGABYTE = 1_000_000;
/** The longest time that shutdown waits for a database that does not answer, in milliseconds. */
const DATABASE_CLOSE_TIMEOUT = 1_000;

export interface RunningServer {
  /** The port that the server listens on, also if the setting was 0. */
  readonly port: number;
  /** The operator's port; null if there is none. */
  readonly adminPort: number | null;
  /** What says where the server listens, for standard output: one line, or two if there is a port for the operator. */
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
const DEFAULTS: Omit<ServerSettings, 'port' | 'host' | 'adminHost' | 'data' | 'sources'> = {
  adminPort: null,
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

type AllSettings = ServerSettings & ServeOptions;

/** Loads the data and listens. Rejects with a `CliError` if the data is refused or a port is not available. */
export async function serve(options: ServeOptions): Promise<RunningServer> {
  const settings: AllSettings = { ...DEFAULTS, adminHost: options.host, ...options };
  const { data, sources, database, drainSeconds, adminToken, adminPort } = settings;
  const log = createLogger(settings.logLevel);
  const databaseData = database && (await dataFromDatabase(database, log));
  const { first, before, read, state } = databaseData ?? (await dataFromFolders(data, sources, log, settings.watch));
  const { schema } = coverageSubgraph(settings.withhold);
  const connections = createConnectionWatch(log);
  const countedElsewhere = { logLinesDropped: log.linesDropped, connectionsRefused: connections.refused };
  const metrics = adminToken === null ? uncollectedMetrics : createLazyMetrics(countedElsewhere);
  const reportLoad = (reloaded: ReloadResult, unexpected: unknown = null): void => {
    log.reloaded(reloaded, unexpected);
    metrics.reloaded(reloaded);
  };
  const reload = createHotReload(first, { read, state, now }, reportLoad);
  const poller = databaseData?.follow(reload, metrics) ?? null;
  const shutdown = createShutdown(() => server, drainSeconds);
  const tracing = await startTracing(settings.tracesTo, log);
  const status = { ...reload, isLeaving: shutdown.isLeaving, ...(poller && { followed: poller.status }) };
  const listenerOptions = {
    current: reload.current,
    log: log.failed,
    clock: () => performance.now(),
    observers: [log.observer, metrics.observer, ...(tracing === null ? [] : [tracing.observer])],
    abortReason: (socket) => connections.endedFor(socket) ?? (shutdown.hasTimedOut() ? 'shutdown' : 'disconnected'),
    isLeaving: shutdown.isLeaving,
  } satisfies Partial<HttpOptions>;
  const health = healthRoutes(status, adminToken);
  const operatorRoutes = [...health, ...adminRoutes(status, metrics.load, adminToken)];
  const server = createServer(
    timeouts(settings),
    createHttp({
      ...listenerOptions,
      ...graphqlOptions(settings),
      schema,
      routes: adminPort === null ? operatorRoutes : health,
      findVersion: poller?.findVersion,
      held: shutdown.held,
    }),
  );
  const adminHttp = createAdminHttp({ ...listenerOptions, routes: operatorRoutes });
  const ports = await openPorts(server, adminHttp, settings, connections);
  const stopWork = startWork(settings, {
    prepare: () => {
      metrics.start();
      void warm(first);
    },
    watch: () => watchFiles(before, state, reload.reload, logWatchFailure(log)),
  });
  reportLoad(reload.lastReload());
  logPorts(ports, settings, log);
  return {
    port: ports.port,
    adminPort: ports.admin?.port ?? null,
    line: linesOf(ports, settings),
    reload: reload.reload,
    logWritten: log.written,
    close: () =>
      closeGracefully({ log, drainSeconds, stopWork, shutdown, poller, tracing, admin: ports.admin, metrics }),
  };
}

/** What the settings and the files of the program say about the endpoint and the page. */
function graphqlOptions(settings: AllSettings) {
  const { origins, limits, cacheSeconds, compiledExecutor, responseCacheMb, fragmentCacheMb } = settings;
  return {
    today,
    examples: readExamples(),
    site: readSite(),
    origins,
    limits,
    cacheSeconds,
    secondsLeft,
    program,
    responseCacheBytes: responseCacheMb * BYTES_PER_MEGABYTE,
    trustedDocuments: readTrusted(settings.documents ?? []),
    trustedDocumentsOnly: settings.trustedOnly,
    compiledExecutor: compiledExecutor
      ? (own) => createCompiledExecutor(own, fragmentCacheMb * BYTES_PER_MEGABYTE)
      : undefined,
  } satisfies Partial<HttpOptions>;
}

interface Ports {
  readonly port: number;
  /** Null if the operator has no port of its own. */
  readonly admin: AdminServer | null;
}

/** Opens the port for clients and, if there is one, that of the operator. If one is not available, none stays open. */
async function openPorts(
  server: Server,
  adminListener: RequestListener,
  { host, port, adminHost, adminPort, limits }: AllSettings,
  { watch }: ConnectionWatch,
): Promise<Ports> {
  limitConnections(server, limits);
  watch(server);
  const actualPort = await listen(server, { host, port });
  if (adminPort === null) return { port: actualPort, admin: null };
  try {
    const admin = await startAdminServer(adminListener, { host: adminHost, port: adminPort, watch });
    return { port: actualPort, admin };
  } catch (error) {
    server.close();
    server.closeAllConnections();
    throw error;
  }
}

function logPorts({ port, admin }: Ports, { host, adminHost, watch, tracesTo }: AllSettings, log: ServerLogger): void {
  const adminAt = admin === null ? {} : { adminHost, adminPort: admin.port };
  log.event('server.listening', { host, port, ...adminAt, watch, traces: tracesTo !== null });
}

function linesOf({ port, admin }: Ports, { host, adminHost }: AllSettings): string {
  const lines = [listeningAt(host, port), ...(admin === null ? [] : [adminListeningAt(adminHost, admin.port)])];
  return lines.join('\n');
}

/** Starts the work that no request waits for. Returns a function that stops it. */
function startWork(
  { watch }: AllSettings,
  work: { readonly prepare: () => void; readonly watch: () => { readonly stop: () => void } },
): () => void {
  const timer = setTimeout(work.prepare, BACKGROUND_DELAY).unref();
  const watcher = watch ? work.watch() : null;
  return () => {
    watcher?.stop();
    clearTimeout(timer);
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
  readonly admin: AdminServer | null;
  readonly metrics: LazyMetrics;
}

/** Resolves to whether every request in progress was answered. */
async function closeGracefully(parts: Closing): Promise<boolean> {
  const { log, drainSeconds, shutdown, poller, tracing, admin, metrics } = parts;
  log.event('shutdown.started', { drainSeconds });
  parts.stopWork();
  const timeout = new Promise((resolve) => {
    setTimeout(resolve, DATABASE_CLOSE_TIMEOUT).unref();
  });
  const [allAnswered] = await Promise.all([shutdown.leave(), Promise.race([poller?.stop(), timeout])]);
  log.event('shutdown.completed', { allAnswered });
  await tracing?.close().catch(() => undefined);
  await admin?.close();
  metrics.close();
  return allAnswered;
}

/** See `Limits.headerSeconds`. While a kept connection is idle, only the time of `keepAliveTimeout` applies. */
function timeouts({ limits, keepAliveSeconds }: AllSettings): ServerOptions {
  const headersTimeout = 1_000 * (limits.headerSeconds ?? defaultLimits.headerSeconds);
  return {
    headersTimeout,
    requestTimeout: Math.max(REQUEST_TIMEOUT, headersTimeout),
    connectionsCheckingInterval: Math.min(CHECK_INTERVAL, headersTimeout),
    keepAliveTimeout: keepAliveSeconds * 1_000,
  };
}

function limitConnections(server: Server, limits: ServerSettings['limits']): void {
  server.maxConnections = MAX_CONNECTIONS;
  // A connection without traffic for this long is destroyed, also if its client does not read the answer.
  server.timeout = 1_000 * (limits.sendSeconds ?? defaultLimits.sendSeconds);
}

/** Null if no traces are sent. What traces need is loaded only if they are. */
async function startTracing(tracesTo: ServerSettings['tracesTo'], log: ServerLogger): Promise<Tracing | null> {
  if (tracesTo === null) return null;
  const { createTracing } = await import('./server/tracing.ts');
  return createTracing(typeof tracesTo === 'string' ? tracingTo(tracesTo) : tracesTo, log);
}

/** The graph to start with. If the snapshot cannot be used, the data is read from its files and the log says why. */
async function loadFirst(folders: Pick<ServerSettings, 'data' | 'sources'>, log: ServerLogger): Promise<Graph> {
  const loaded = await loadSnapshotOrFolders(folders, SNAPSHOTS);
  const { graph, warnings } = await loadGraphToServe(loaded);
  logWarnings(warnings.map(printProblem), log);
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
function logWarnings(warnings: readonly string[], log: ServerLogger): void {
  for (const problem of warnings) log.event('constraint.violated', { problem }, 'warn');
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
  return {
    first: await loadFirst({ data, sources }, log),
    before,
    read: () => readFolders({ data, sources }, log),
    state,
    now,
  };
}

/** The data of a database. The database driver is loaded only if there is a database. */
async function dataFromDatabase(settings: DatabaseSettings, log: ServerLogger) {
  const { databaseSource } = await import('./server/database-source.ts');
  return databaseSource(settings, { log, now, warm });
}

/** Reads, checks and warms up the data of folders. The loader is imported here because a start does not need it. */
async function readFolders(folders: Pick<ServerSettings, 'data' | 'sources'>, log: ServerLogger): Promise<ReadResult> {
  const { loadFoldersInWorker } = await import('./server/folder-loader.ts');
  const { graph, problems, warnings } = await loadFoldersInWorker(folders, log);
  logWarnings(warnings, log);
  return { graph: graph && (await warm(graph)), problems };
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
