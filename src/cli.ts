/** The process of the command line: standard streams, exit code, files, clock and environment. */
import { fstatSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { styleText } from 'node:util';
import { wrongDraft } from './cli/messages.ts';
import { escapeForTerminal } from './cli/text-layout.ts';
import { run, type CliIo } from './cli/run.ts';
import { dayInNewYork } from './clock.ts';
import { CliError } from './errors.ts';
import { escapeHidden } from './model/hidden-characters.ts';
import { OWN_DATA, OWN_PACKS, PROGRAM_FOLDER, SNAPSHOTS } from './own-data.ts';
import { reasonOf, remedyOf } from './system-errors.ts';
import { commandSignals, serverSignals } from './server/signals.ts';

const isServing = process.argv[2] === 'serve';
if (isServing) serverSignals();
else commandSignals();

/**
 * If the reader of standard output closes it, as `head` does, the command ends without a message; any other error, such as
 * a full disk, is reported. A server continues without standard output, and every command without standard error.
 */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (isListening) return;
  if (error.code !== 'EPIPE')
    process.stderr.write(`Standard output cannot be written: ${reasonOf(error)}. ${remedyOf(error)}\n`);
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});
process.stderr.on('error', () => undefined);
let isListening = false;

const terminal: CliIo = {
  /** 80 without a terminal; at most 100, because longer lines are hard to read. */
  columns: process.stdout.columns > 0 ? Math.min(process.stdout.columns, 100) : 80,
  /** Colors are used only on a terminal, and only if NO_COLOR and similar variables allow them. */
  paint: (style, words) => styleText(style, words, { stream: process.stdout, validateStream: true }),
  around: {
    env: process.env,
    ownData: OWN_DATA,
    ownPacks: OWN_PACKS,
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
    const loaded = await (isChecked ? loadWithoutSnapshot : loadSnapshotOrFolders)(folders, SNAPSHOTS);
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
  importFeed: async ({ feed, from, to, compress, ...of }) => {
    const [{ IMPORTERS }, { runImport }, { ImportStopped }] = await Promise.all([
      import('./importers/formats.ts'),
      import('./importers/run-import.ts'),
      import('./importers/importer.ts'),
    ]);
    // One line that each report overwrites, on a terminal only.
    const { isTTY, columns } = process.stderr;
    const progress = (line: string): void => {
      if (isTTY) process.stderr.write(`\r\u001b[2K${escapeHidden(line).slice(0, columns - 1)}`);
    };
    try {
      return await runImport(IMPORTERS[feed](of), {
        from: resolve(from),
        to: resolve(to),
        programFolder: PROGRAM_FOLDER,
        compress,
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
      throw new CliError([`${fileOf(taken, draft)} exists already, and nothing was written. Choose another slug.`], 2);
    const file = fileOf(folder, draft);
    const reason = await writeDraft(folder, draft);
    if (reason !== null) throw new CliError([`${file} cannot be written: ${reason}. Give another folder with --data.`]);
    return { file, toFillIn };
  },
  documents: async (folders) => {
    const [{ loadFolders }, { loadValidGraph }] = await Promise.all([
      import('./store/folders.ts'),
      import('./store/validate-graph.ts'),
    ]);
    const loaded = await loadFolders(folders);
    const graph = await loadValidGraph(loaded);
    // The originals are compared with their fingerprints, but the graph to publish has no quotes from them.
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
    const { readTextFile } = await import('./store/read-file.ts');
    const read = await readTextFile(file);
    if ('problem' in read) throw new CliError([read.problem]);
    return read.text;
  },
  prompt: async (answer) => {
    refuseFolderAsInput();
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
    refuseFolderAsInput();
    const [{ text }, { fingerprintOf }] = await Promise.all([
      import('node:stream/consumers'),
      import('./store/source-texts.ts'),
    ]);
    const passage = await text(process.stdin);
    return passage.trim() === '' ? null : fingerprintOf(passage);
  },
};

/** Throws a CliError if standard input is a folder, which Node would read as nothing. */
function refuseFolderAsInput(): void {
  if (fstatSync(0).isDirectory())
    throw new CliError(['Standard input is a folder. Give the path of a file after <.'], 2);
}

void run(process.argv.slice(2), terminal).then((code) => {
  process.exitCode = code;
});
