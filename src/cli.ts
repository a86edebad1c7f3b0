/** The command as a process: where its text and its exit code go, and what it reads outside itself. */
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { styleText } from 'node:util';
import { wrongDraft } from './cli/messages.ts';
import { escapeForTerminal } from './cli/text-layout.ts';
import { run, type CliIo } from './cli/run.ts';
import { dayInNewYork } from './clock.ts';
import { CliError } from './errors.ts';
import { escapeHidden } from './model/hidden-characters.ts';
import { commandSignals, serverSignals } from './server/signals.ts';

const isServing = process.argv[2] === 'serve';
if (isServing) serverSignals();
else commandSignals();

/**
 * A reader that has seen enough, as `head` has, ends a command quietly; one that cannot take more, as a full disk, ends it
 * with a word. A server goes on without its standard output, and everything goes on without standard error.
 */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (isListening) return;
  if (error.code !== 'EPIPE') process.stderr.write(`Standard output cannot be written: ${error.message}.\n`);
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});
process.stderr.on('error', () => undefined);
let isListening = false;

/** The data that comes with the program, and what the build makes of it. */
const [ownData, compiled] = ['../data', './data.snapshot'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
) as [string, string];

const terminal: CliIo = {
  /** 80 where there is no terminal; on a wide one no line is longer than is easily read. */
  columns: process.stdout.columns > 0 ? Math.min(process.stdout.columns, 100) : 80,
  /** Coloured only for a terminal, and where NO_COLOR and the like do not forbid it. */
  paint: (style, words) => styleText(style, words, { stream: process.stdout, validateStream: true }),
  around: {
    env: process.env,
    ownData,
    isFolder: (path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false,
    readText: (path) => {
      try {
        return readFileSync(path, 'utf8');
      } catch {
        return null;
      }
    },
  },
  version: () =>
    (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }).version,
  say: (lines) => {
    process.stdout.write(`${escapeForTerminal(lines)}\n`);
  },
  warn: (lines) => {
    process.stderr.write(`${escapeForTerminal(lines)}\n`);
  },
  load: async (folders, isChecked = false) => {
    const [{ loadWithoutSnapshot, loadSnapshotOrFolders }, { loadGraphToServe, loadValidGraph, warningLines }] =
      await Promise.all([import('./store/snapshot-loader.ts'), import('./store/validate-graph.ts')]);
    const loaded = await (isChecked ? loadWithoutSnapshot : loadSnapshotOrFolders)(folders, {
      file: compiled,
      folder: ownData,
    });
    const { graph, warnings } = isChecked
      ? { graph: await loadValidGraph(loaded), warnings: [] }
      : await loadGraphToServe(loaded);
    if (warnings.length > 0) terminal.warn(warningLines(warnings).join('\n'));
    else await loaded.keep(graph);
    return { graph, today: dayInNewYork(Date.now()), loadedAt: new Date().toISOString() };
  },
  serve: async (settings) => {
    const signals = serverSignals();
    const server = await import('./server.ts');
    const running = await server.serve(settings);
    signals.listening(running);
    isListening = true;
    return running.line;
  },
  importFeed: async ({ feed, from, to, ...of }) => {
    const [{ IMPORTERS }, { runImport }, { ImportStopped }] = await Promise.all([
      import('./importers/formats.ts'),
      import('./importers/run-import.ts'),
      import('./importers/importer.ts'),
    ]);
    // One line that is written over, and only where somebody watches.
    const { isTTY, columns } = process.stderr;
    const progress = (line: string): void => {
      if (isTTY) process.stderr.write(`\r\u001b[2K${escapeHidden(line).slice(0, columns - 1)}`);
    };
    try {
      return await runImport(IMPORTERS[feed](of), {
        from: resolve(from),
        to: resolve(to),
        readOn: dayInNewYork(Date.now()),
        progress,
      });
    } catch (error) {
      throw error instanceof ImportStopped ? new CliError(error.lines, 1) : error;
    } finally {
      progress('');
    }
  },
  createDraft: async (draft, folder, others) => {
    const { draftProblems, fileOf, folderWith, writeDraft } = await import('./store/drafts.ts');
    const { toFillIn, wrong } = await draftProblems(draft);
    if (wrong.length > 0) throw wrongDraft(wrong);
    const taken = await folderWith(others, draft);
    if (taken !== null)
      throw new CliError([`${fileOf(taken, draft)} is there already: nothing is written over. Take another slug.`], 2);
    const file = fileOf(folder, draft);
    const reason = await writeDraft(folder, draft);
    if (reason !== null) throw new CliError([`${file} cannot be written: ${reason}. Name another folder with --data.`]);
    return { file, toFillIn };
  },
  documents: async (folders) => {
    const [{ loadFolders }, { loadValidGraph }] = await Promise.all([
      import('./store/folders.ts'),
      import('./store/validate-graph.ts'),
    ]);
    const loaded = await loadFolders(folders);
    const graph = await loadValidGraph(loaded);
    // Originals are compared with their fingerprints here, and not loaded again, so that no quoted text is published.
    return folders.sources.length === 0
      ? { documents: loaded.documents, graph }
      : { documents: loaded.documents, graph: await loadValidGraph(await loadFolders({ ...folders, sources: [] })) };
  },
  inDatabase: async (address, use, work) => {
    const [{ openDatabase }, { DatabaseError }] = await Promise.all([
      import('./store/postgres/database.ts'),
      import('./store/postgres/database-errors.ts'),
    ]);
    const store = openDatabase(address, use);
    try {
      return await work(store);
    } catch (error) {
      throw error instanceof DatabaseError
        ? new CliError([error.message], error.code === 'UNKNOWN_VERSION' || error.code === 'NO_EARLIER_VERSION' ? 2 : 1)
        : error;
    } finally {
      await store.close();
    }
  },
  now: () => new Date().toISOString(),
  read: async (file) => {
    const { readFile } = await import('node:fs/promises');
    try {
      return await readFile(file, 'utf8');
    } catch (error) {
      throw new CliError([`${file} cannot be read: ${error instanceof Error ? error.message : 'unknown error'}.`], 1);
    }
  },
  prompt: async (answer) => {
    const { createInterface } = await import('node:readline');
    const lines = createInterface({
      input: process.stdin,
      output: process.stdout,
      prompt: 'ask> ',
      historySize: 200,
      removeHistoryDuplicates: true,
    });
    lines.prompt();
    for await (const line of lines) {
      answer(line);
      lines.prompt();
    }
  },
  fingerprint: async () => {
    if (process.stdin.isTTY) return null;
    const [{ text }, { fingerprintOf }] = await Promise.all([
      import('node:stream/consumers'),
      import('./store/source-texts.ts'),
    ]);
    const passage = await text(process.stdin);
    return passage.trim() === '' ? null : fingerprintOf(passage);
  },
};

void run(process.argv.slice(2), terminal).then((code) => {
  process.exitCode = code;
});
