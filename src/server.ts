/** The server as a process: data, clock, port and signals, put together around `createHttp`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { dayInNewYork } from './cli/day.ts';
import { soundGraph } from './cli/loading.ts';
import { cannotListen, listeningAt, wrongSettings } from './cli/reports.ts';
import type { Settings } from './cli/settings.ts';
import { coverageSubgraph } from './federation/index.ts';
import type { Failure } from './http/errors.ts';
import type { Example } from './http/explorer.ts';
import { createHttp } from './http/http.ts';
import type { SiteFile } from './http/site.ts';
import { tabs } from './http/tabs.ts';
import { manifest, type TrustedDocuments } from './http/trusted.ts';
import { loadFolders } from './store/folders.ts';

/** A request may take this long to arrive, and one under way at the end this long to finish. */
const requestTimeout = 30_000;
const lastWait = 10_000;

export interface Running {
  /** The port that was had, also where any free one was asked for. */
  readonly port: number;
  /** The line that says where it listens. */
  readonly line: string;
  /** Takes no new request and resolves once those under way are answered. */
  readonly close: () => Promise<void>;
}

/** The day of a question that names none. */
export const today = (): string => dayInNewYork(new Date());

/** Listens once the data is loaded and sound. Rejects with a Refusal where the data is not, or the port cannot be had. */
export async function serve({ port, host, data, sources, withhold, documents = [], trustedOnly = false }: Settings): Promise<Running> {
  const graph = soundGraph(await loadFolders({ data, sources }), today());
  const { schema } = coverageSubgraph(withhold);
  const loaded = { graph, loadedAt: new Date().toISOString() };
  const server = createServer({ requestTimeout }, createHttp({ schema, current: () => loaded, today, log, examples: readExamples(), site: readSite(), trustedDocuments: readTrusted(documents), trustedDocumentsOnly: trustedOnly }));
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => { reject(cannotListen(error, host, port)); });
    server.listen(port, host, resolve);
  });
  const had = (server.address() as AddressInfo).port;
  return { port: had, line: listeningAt(host, had), close: () => close(server) };
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => { resolve(); });
    setTimeout(() => { server.closeAllConnections(); }, lastWait).unref();
  });
}

function log({ requestId, path, error }: Failure): void {
  const where = path.length === 0 ? '' : ` at ${path.join('.')}`;
  process.stderr.write(`Request ${requestId} failed${where}: ${error instanceof Error ? error.stack ?? error.message : String(error)}\n`);
}

/** The documents that `npm run codegen` lists, and those of the operator. Throws a Refusal that names each file at fault. */
function readTrusted(files: readonly string[]): TrustedDocuments {
  const own = fileURLToPath(new URL('../schema/trusted-documents.json', import.meta.url));
  const wrong: string[] = [];
  const documents = [own, ...files].flatMap((file) => {
    try {
      return [...manifest(readFileSync(file, 'utf8'))];
    } catch (error) {
      wrong.push(`--documents names ${file}, of which no documents can be read: ${error instanceof Error ? error.message : String(error)}`);
      return [];
    }
  });
  if (wrong.length > 0) throw wrongSettings(wrong);
  return new Map(documents);
}

/** The questions of GraphiQL's tabs; the build puts them beside this file. */
function readExamples(): Example[] {
  return tabs.map((name) => ({ query: readFileSync(new URL(`./examples/${name}.graphql`, import.meta.url), 'utf8') }));
}

/** The page as `npm run build` left it, at the same place seen from src and from dist; none where nothing was built. */
export function readSite(): SiteFile[] {
  const folder = new URL('../dist/web/', import.meta.url);
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
  return names.filter((name) => names.includes(`${name}.br`)).map((name) => {
    const read = (ending: string): Uint8Array => readFileSync(new URL(`${name}${ending}`, folder));
    return { path: name === 'index.html' ? '/' : `/${name}`, identity: read(''), gzip: read('.gz'), br: read('.br') };
  });
}
