/** The server as a process: data, clock, port, log and signals, put together around `createHttp`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
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
import { tabs } from './http/graphiql-tabs.ts';
import { readManifest, type TrustedDocuments } from './http/persisted-documents.ts';
import { createShutdown } from './server/graceful-shutdown.ts';
import { cannotListen, listeningAt } from './server/listening.ts';
import { createLogger, type ServerLogger } from './server/logger.ts';
import { createLazyMetrics } from './server/lazy-metrics.ts';
import { createHotReload, type DataSource } from './server/hot-reload.ts';
import { warmUp } from './server/warm-up.ts';
import { watchFiles } from './server/file-watcher.ts';
import { loadSnapshotOrFolders } from './store/snapshot-loader.ts';
import type { Loaded } from './store/folders.ts';
import { validateGraph, loadGraphToServe } from './store/validate-graph.ts';
import { printProblem, type LocatedProblem } from './store/located-problem.ts';
import { folderFingerprint } from './store/folder-fingerprint.ts';

/** How long a request may take to arrive, and its headers, in milliseconds; and how many connections may be open at once. */
const arrival = {
  requestTimeout: 30_000,
  headersTimeout: 10_000,
  connectionsCheckingInterval: 5_000,
};
const mostConnections = 1_000;
/** Some thousand determinations, or ten thousand names, are answered from so much memory. */
const keptBytes = 64_000_000;
/** How long a way out waits for a database that does not answer, in milliseconds. */
const patience = 1_000;

export interface RunningServer {
  /** The port that was had, also where any free one was asked for. */
  readonly port: number;
  /** The line that says where it listens. */
  readonly line: string;
  /** Loads the data anew; what answers now goes on where that is unsound. */
  readonly reload: () => Promise<ReloadResult>;
  /** Resolves once the log is written, at the latest after so many milliseconds. */
  readonly logWritten: (milliseconds: number) => Promise<void>;
  /** Takes no new request and resolves once those under way are answered, to whether all of them were. */
  readonly close: () => Promise<boolean>;
}

/** What is read where, and where to listen; the rest is plain where it is left out, and silent. */
type Served = Pick<ServerSettings, 'port' | 'host' | 'data' | 'sources'> &
  Partial<ServerSettings> & { readonly keptBytes?: number; readonly writtenBytes?: number };
const plain: Omit<ServerSettings, 'port' | 'host' | 'data' | 'sources'> = {
  origins: [],
  limits: {},
  cacheSeconds: 0,
  drainSeconds: 10,
  keepAliveSeconds: 75,
  logLevel: 'silent',
  watch: false,
  trustedOnly: false,
  adminToken: null,
  tracesTo: null,
  database: null,
};

/** So long after a start nothing is worked out but what is asked, in milliseconds. */
const firstAnswers = 500;

/** The day of a question that names none. */
export const today = (): string => dayInNewYork(Date.now());

/** Seconds until the end of an ISO day in New York; negative once it is over. */
const secondsLeft = (day: string): number => (endOfDayInNewYork(day) - Date.now()) / 1_000;

/** A digest of the program, which the build writes into it; from the sources, which are for development, there is none. */
declare const PROGRAM_DIGEST: string | undefined;
const program = typeof PROGRAM_DIGEST === 'undefined' ? 'sources' : PROGRAM_DIGEST;

/** What the build made of the data that comes with the program. */
const compiled = {
  file: fileURLToPath(new URL('./data.snapshot', import.meta.url)),
  folder: fileURLToPath(new URL('../data', import.meta.url)),
};

/** Listens once the data is loaded and sound. Rejects with a Refusal where the data is not, or the port cannot be had. */
export async function serve({ port, host, data, sources, ...rest }: Served): Promise<RunningServer> {
  const {
    origins,
    limits,
    cacheSeconds,
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
  } = { ...plain, ...rest };
  const log = createLogger(logLevel);
  const published = database && (await inDatabase(database, log));
  const { first, before, read, state } = published ?? (await inFolders(data, sources, log, settings.watch));
  const { schema } = coverageSubgraph(withhold);
  const metrics = createLazyMetrics(log.linesDropped);
  const tell = (reloaded: ReloadResult, unexpected: unknown = null): void => {
    log.reloaded(reloaded, unexpected);
    metrics.reloaded(reloaded);
  };
  const reloading = createHotReload(first, { read, state, now }, tell);
  const following = published?.follow(reloading, metrics) ?? null;
  const leaving = createShutdown(() => server, drainSeconds);
  const tracing =
    tracesTo === null
      ? null
      : (await import('./server/tracing.ts')).createTracing(
          typeof tracesTo === 'string' ? tracingTo(tracesTo) : tracesTo,
          log,
        );
  const standing = { ...reloading, isLeaving: leaving.isLeaving, ...(following && { followed: following.status }) };
  const server = createServer(
    { ...arrival, keepAliveTimeout: keepAliveSeconds * 1_000 },
    createHttp({
      schema,
      current: reloading.current,
      today,
      log: log.failed,
      examples: readExamples(),
      site: readSite(),
      origins,
      limits,
      cacheSeconds,
      secondsLeft,
      program,
      keptBytes: rest.keptBytes ?? keptBytes,
      trustedDocuments: readTrusted(documents),
      trustedDocumentsOnly: trustedOnly,
      clock: () => performance.now(),
      lane: (own) => createCompiledExecutor(own, rest.writtenBytes),
      routes: [...healthRoutes(standing, adminToken), ...adminRoutes(standing, metrics.load, adminToken)],
      observers: [log.observer, metrics.observer, ...(tracing === null ? [] : [tracing.observer])],
      isLeaving: leaving.isLeaving,
      findVersion: following?.findVersion,
      held: leaving.held,
    }),
  );
  server.maxConnections = mostConnections;
  // A connection on which nothing moves for so long is destroyed, also while an answer waits to be taken.
  server.timeout = 1_000 * (limits.sendSeconds ?? defaultLimits.sendSeconds);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      reject(cannotListen(error, host, port));
    });
    server.listen(port, host, resolve);
  });
  // Nothing answers yet that could go on meanwhile, so here the first answers come first.
  const quiet = setTimeout(() => {
    metrics.start();
    void warm(first);
  }, firstAnswers).unref();
  const watching = settings.watch ? watchFiles(before, state, reloading.reload, unwatched(log)) : null;
  const had = (server.address() as AddressInfo).port;
  tell(reloading.lastReload());
  log.event('listening', { host, port: had, watch: settings.watch, traces: tracesTo !== null });
  const close = async (): Promise<boolean> => {
    log.event('leaving', { drainSeconds });
    watching?.stop();
    clearTimeout(quiet);
    const [isWhole] = await Promise.all([
      leaving.leave(),
      Promise.race([
        following?.stop(),
        new Promise((resolve) => {
          setTimeout(resolve, patience).unref();
        }),
      ]),
    ]);
    log.event('left', { isWhole });
    await tracing?.close().catch(() => undefined);
    metrics.close();
    return isWhole;
  };
  return { port: had, line: listeningAt(host, had), reload: reloading.reload, logWritten: log.written, close };
}

/** The graph to start with. A snapshot that is refused only costs time, and the operator hears of it. */
async function loadFirst(folders: Pick<ServerSettings, 'data' | 'sources'>, log: ServerLogger): Promise<Graph> {
  const loaded = await loadSnapshotOrFolders(folders, compiled);
  const { graph, warnings } = await loadGraphToServe(loaded);
  warnAbout(warnings, log);
  const isMadeAnew = warnings.length === 0 && (await loaded.keep(graph));
  if (loaded.refused) {
    const { why, isDamaged } = loaded.refused;
    log.event(
      'the data was read from its files',
      {
        why,
        remedy: isMadeAnew
          ? 'None is needed: the snapshot was made anew.'
          : 'Starts are slower until npm run build has made the snapshot anew.',
      },
      isDamaged ? 'warn' : 'info',
    );
  }
  return graph;
}

/** Files that cannot be looked at are looked at again; each reason is logged once. */
const unwatched =
  (log: ServerLogger) =>
  (error: unknown): void => {
    const reason = error instanceof Error ? error.message : String(error);
    log.event('the data files could not be looked at; they are looked at again', { reason }, 'warn');
  };

/** Tells the log of laws that the data keeps on some days only. */
function warnAbout(warnings: readonly LocatedProblem[], log: ServerLogger): void {
  for (const warning of warnings)
    log.event('the data breaks a law on some days', { problem: printProblem(warning) }, 'warn');
}

const now = (): string => new Date().toISOString();

/** The data as folders hold it, and how they stood before it was read, where somebody watches them. */
async function inFolders(
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
    read: async () => readable(await load(), log),
    state,
    now,
  };
}

/** The data as it was published. What a database needs is loaded only where there is one. */
async function inDatabase(settings: DatabaseSettings, log: ServerLogger) {
  const { databaseSource } = await import('./server/database-source.ts');
  return databaseSource(settings, { log, now, warm });
}

async function readable(loaded: Loaded, log: ServerLogger): Promise<{ graph: Graph | null; problems: string[] }> {
  const { graph, problems, warnings } = await validateGraph(loaded);
  warnAbout(warnings, log);
  return { graph: graph && (await warm(graph)), problems: problems.map(printProblem) };
}

const warm = (graph: Graph): Promise<Graph> => warmUp(graph, today);

/** The documents that `npm run codegen` lists, and those of the operator. Throws a Refusal that names each file at fault. */
function readTrusted(files: readonly string[]): TrustedDocuments {
  const own = fileURLToPath(new URL('../schema/trusted-documents.json', import.meta.url));
  const wrong: string[] = [];
  const documents = [own, ...files].flatMap((file) => {
    try {
      return [...readManifest(readFileSync(file, 'utf8'))];
    } catch (error) {
      wrong.push(
        `--documents names ${file}, of which no documents can be read: ${error instanceof Error ? error.message : String(error)}`,
      );
      return [];
    }
  });
  if (wrong.length > 0) throw wrongSettings(wrong);
  return new Map(documents);
}

const examplesFolder = new URL('./examples/', import.meta.url);

/** The questions of GraphiQL's tabs; the build puts them beside this file. */
function readExamples(): ExampleTab[] {
  return tabs.map((name) => ({ query: readFileSync(new URL(`${name}.graphql`, examplesFolder), 'utf8') }));
}

/** The page as `npm run build` left it, at the same place seen from src and from dist; none where nothing was built. */
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
