/**
 * From a publisher's files to a pack: every file read once, its kept rows put together by group, each group made into
 * entries, and the pack put in its place whole. The same files read on the same day give the same bytes.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { type Importer, ImportStopped, type Row } from './importer.ts';
import { withImportLock } from './import-lock.ts';
import { findInputs, type Input } from './input-files.ts';
import { readRows } from './read-rows.ts';
import { type Counts, printCounts, RowCounts } from './row-counts.ts';
import { PARTS, readJson, type StoredRow, ImportCheckpoint, writeWhole } from './import-checkpoint.ts';

export interface ImportSettings {
  /** The folder with the publisher's files, unpacked. */
  readonly from: string;
  /** The folder that becomes the pack. Beside it, under the same name and `.partial`, lies what an unfinished import has done. */
  readonly to: string;
  /** The ISO day on which the files are read; a pack that is there already keeps its own. */
  readonly readOn: string;
  /** Told now and then, for a person who waits. */
  readonly progress: (line: string) => void;
}
/** What lies in the pack beside its entries, under a name that the data's reader leaves alone. */
interface Mark {
  readonly key: string;
  readonly counts: Counts;
}
const MARK = '.import.json';

/** Resolves to what an operator is told. Throws ImportStopped where the files or the folders do not allow it; the pack that was there then stays. */
export async function runImport(feed: Importer, settings: ImportSettings): Promise<string[]> {
  return await withImportLock(settings.to, () => importAlone(feed, settings));
}

async function importAlone(feed: Importer, settings: ImportSettings): Promise<string[]> {
  const { to, progress } = settings;
  const { inputs, unread } = await findInputs(feed, settings.from);
  const key = createHash('sha256')
    .update(
      JSON.stringify([
        feed.name,
        feed.edition,
        inputs.map(({ file, fileName, sha256 }) => [file.name, fileName, sha256]),
      ]),
    )
    .digest('hex');
  const mark = await markOf(to);
  if (mark?.key === key) return [`${to} is made of these very files already.`, ...printCounts(mark.counts)];
  const work = await ImportCheckpoint.open(`${to}.partial`, key, settings.readOn);
  for (const [index, input] of inputs.entries()) await readInput(work, index, input, progress);
  for (let part = 0; part < PARTS; part += 1) await assemblePart(work, feed, inputs, part, progress);
  const tally = new RowCounts();
  for (const counts of [
    ...Object.values(work.notes.read).map((note) => note.counts),
    ...Object.values(work.notes.assembled),
  ])
    tally.add(counts);
  await finish(work, feed, inputs, { key, counts: tally.counts }, to, mark !== null);
  return [
    ...printCounts(tally.counts),
    ...silences(feed, inputs),
    ...unread,
    `The pack is ${to}: load it beside the data, as in --data data --data ${to}.`,
  ];
}

/** Null where nothing is there yet. A folder that is no pack of an import is not touched. */
async function markOf(to: string): Promise<Mark | null> {
  const names = await readdir(to).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw new ImportStopped([
      `${to} is no folder that a pack can be: ${error instanceof Error ? error.message : 'unknown error'}.`,
    ]);
  });
  if (names === null) return null;
  const mark = await readJson<Mark>(join(to, MARK));
  if (mark === null && names.length > 0)
    throw new ImportStopped([`${to} holds something that no import made: name a folder that is not there yet.`]);
  return mark ?? { key: '', counts: new RowCounts().counts };
}

async function readInput(
  work: ImportCheckpoint,
  index: number,
  input: Input,
  progress: (line: string) => void,
): Promise<void> {
  if (work.notes.read[String(index)] !== undefined) return;
  const { file, fileName, bytes } = input;
  const tally = new RowCounts();
  const rows = await work.rowsOf(index);
  let renamed: Readonly<Record<string, string>> = {};
  let seen = 0;
  let count = 0;
  await readRows(input, {
    header: (header) => {
      renamed = header.renamed;
    },
    uneven: () => {
      tally.count('read', fileName);
      tally.count('leftOut', `${fileName}: more or fewer cells than columns`);
    },
    progress: (more) => {
      seen += more;
      progress(`${fileName}: ${String(Math.floor((seen / Math.max(bytes, 1)) * 100))} %, ${String(count)} rows`);
    },
    row: ({ line, cells }) => {
      count += 1;
      tally.count('read', fileName);
      const kept = file.keep(cells);
      if ('leftOut' in kept) {
        tally.count('leftOut', `${fileName}: ${kept.leftOut}`);
        return undefined;
      }
      tally.count('kept', fileName);
      return rows.add({ group: kept.group, input: index, line, cells: kept.cells });
    },
  });
  await rows.end();
  work.notes.read[String(index)] = { counts: tally.counts, renamed };
  await work.note();
}

async function assemblePart(
  work: ImportCheckpoint,
  feed: Importer,
  inputs: readonly Input[],
  part: number,
  progress: (line: string) => void,
): Promise<void> {
  if (work.notes.assembled[String(part)] !== undefined) return;
  const tally = new RowCounts();
  const lines = { sources: [] as string[], plans: [] as string[] };
  for (const [group, rows] of await work.groupsIn(part, inputs.length)) {
    const { source, plans } = feed.assemble(
      group,
      rows.map((row) => rowOf(work, inputs, row)),
      work.notes.readOn,
      tally,
    );
    if (plans.length === 0) continue;
    lines.sources.push(`${JSON.stringify(source)}\n`);
    for (const plan of plans) lines.plans.push(`${JSON.stringify(plan)}\n`);
    tally.count('written', 'sources');
    tally.count('written', 'plans', plans.length);
    tally.count(
      'written',
      'rules',
      plans.reduce((sum, plan) => sum + Object.keys(plan.rules ?? {}).length, 0),
    );
  }
  for (const [folder, entries] of Object.entries(lines)) {
    if (entries.length === 0) continue;
    await mkdir(join(work.folder, 'pack', folder), { recursive: true });
    await writeWhole(
      join(work.folder, 'pack', folder, `part-${String(part).padStart(2, '0')}.ndjson`),
      entries.join(''),
    );
  }
  progress(`entries: part ${String(part + 1)} of ${String(PARTS)}`);
  work.notes.assembled[String(part)] = tally.counts;
  await work.note();
}

function rowOf(work: ImportCheckpoint, inputs: readonly Input[], { input, line, cells }: StoredRow): Row {
  const from = inputs[input];
  const renamed = work.notes.read[String(input)]?.renamed ?? {};
  if (!from) throw new Error('a kept row is of a file that was read');
  return { file: from.file, fileName: from.fileName, line, cells, columnName: (column) => renamed[column] ?? column };
}

/** What a reader of the pack should know was not there to be read: a missing file is no answer of the publisher's. */
function silences(feed: Importer, inputs: readonly Input[]): string[] {
  return feed.files
    .filter((file) => !inputs.some((input) => input.file === file))
    .map(({ name, without }) => `${name} was not loaded: ${without}`);
}

async function finish(
  work: ImportCheckpoint,
  feed: Importer,
  inputs: readonly Input[],
  mark: Mark,
  to: string,
  replaces: boolean,
): Promise<void> {
  const pack = join(work.folder, 'pack');
  const notices = silences(feed, inputs).map((line) => `${feed.name}: ${line}`);
  if (notices.length > 0) await writeWhole(join(pack, 'dataset.yaml'), stringify({ notices }));
  await writeWhole(
    join(pack, 'README.md'),
    `# A pack: ${feed.name}\n\nMade by an import; do not edit it, import again.\n\n${printCounts(mark.counts)
      .map((line) => `    ${line}`)
      .join('\n')}\n`,
  );
  await writeWhole(join(pack, MARK), `${JSON.stringify(mark)}\n`);
  await rm(`${to}.replaced`, { recursive: true, force: true });
  if (replaces) await rename(to, `${to}.replaced`);
  await rename(pack, to);
  if (replaces) await rm(`${to}.replaced`, { recursive: true, force: true });
  await rm(work.folder, { recursive: true, force: true });
}
