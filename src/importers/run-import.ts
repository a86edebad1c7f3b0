/**
 * Runs an import: reads each file once, collects the kept rows by group, makes the entries of each group, and puts the
 * finished pack in place as a whole. The same files read on the same day give the same bytes.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { isAbsolute, join, relative } from 'node:path';
import { stringify } from 'yaml';
import { type Importer, ImportStopped, type Row, SHARED_GROUP, type SourceEntry } from './importer.ts';
import { isSystemError, reasonOf, systemErrorLine } from '../system-errors.ts';
import { compressEntries } from './compress-entries.ts';
import { withImportLock } from './import-lock.ts';
import { findInputs, type Input } from './input-files.ts';
import { QUOTATION_NOTICE } from './own-words.ts';
import { readRows, type UnevenRow } from './read-rows.ts';
import { type Counts, printCounts, RowCounts } from './row-counts.ts';
import { PARTS, partOf, readJson, type StoredRow, ImportCheckpoint, writeWhole } from './import-checkpoint.ts';

/** The settings of one import. */
export interface ImportSettings {
  /** The folder with the publisher's files, unpacked. */
  readonly from: string;
  /** The folder of the pack. The progress of an unfinished import is in a folder of the same name with `.partial` added. */
  readonly to: string;
  /** The folder of the program, whose data is distributed with it. A pack that quotes texts is not written into it. */
  readonly programFolder?: string;
  /** The ISO day on which the files are read. An import that is continued keeps the day on which it began. */
  readonly readOn: string;
  /** Whether the entries are written compressed, into one file for each kind. Takes minutes for a pack of national size. */
  readonly compress?: boolean;
  /** Receives lines about the progress, for a person who waits. */
  readonly progress: (line: string) => void;
}
/** The file that identifies a folder as a pack of an import. Its name begins with a dot, so it is not read as data. */
interface PackMark {
  readonly key: string;
  readonly counts: Counts;
  /** Set if the pack quotes texts in the words of issuers or plans. */
  readonly quotesTexts?: true;
}
const MARK_FILE = '.import.json';

/**
 * Imports the files and resolves to the lines of the summary. Rejects with ImportStopped if the files or folders cannot be
 * used; an existing pack then stays as it is.
 */
export async function runImport(importer: Importer, settings: ImportSettings): Promise<string[]> {
  refuseQuotationsIn(settings, importer);
  return await withImportLock(settings.to, async () => {
    try {
      return await importUnderLock(importer, settings);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      throw new ImportStopped([
        systemErrorLine(error),
        'Then run the import again: it continues with what was done. An existing pack was not changed.',
      ]);
    }
  });
}

/** Throws ImportStopped if a pack that quotes texts would be part of what is distributed with the program. */
function refuseQuotationsIn({ to, programFolder }: ImportSettings, { quotesTexts }: Importer): void {
  if (quotesTexts !== true || programFolder === undefined) return;
  const path = relative(programFolder, to);
  if (path.startsWith('..') || isAbsolute(path)) return;
  throw new ImportStopped([
    `${to} is in the program's own folder, whose data is distributed with it, and the pack would quote texts in the words of issuers and plans.`,
    'Name a folder outside of it, or import without --keep-texts.',
  ]);
}

async function importUnderLock(importer: Importer, settings: ImportSettings): Promise<string[]> {
  const { to, progress } = settings;
  const { inputs, unread } = await findInputs(importer, settings.from);
  const key = createHash('sha256')
    .update(
      JSON.stringify([
        importer.name,
        importer.edition,
        inputs.map(({ file, fileName, sha256 }) => [file.name, fileName, sha256]),
        ...(settings.compress === true ? ['compressed'] : []),
      ]),
    )
    .digest('hex');
  const mark = await packMarkOf(to);
  if (mark?.key === key) return [`${to} was already made from these files.`, ...printCounts(mark.counts)];
  const work = await ImportCheckpoint.open(`${to}.partial`, key, settings.readOn);
  for (const [index, input] of inputs.entries()) await readInput(work, index, input, progress);
  const shared = await sharedRows(work, inputs);
  for (let part = 0; part < PARTS; part += 1) await assemblePart(work, importer, inputs, part, shared, progress);
  const tally = new RowCounts();
  for (const counts of [
    ...Object.values(work.notes.read).map((note) => note.counts),
    ...Object.values(work.notes.assembled),
  ])
    tally.add(counts);
  refuseWithoutEntries(tally.counts);
  const quoting = importer.quotesTexts === true ? { quotesTexts: true as const } : {};
  await writePackFiles(work, importer, inputs, { key, counts: tally.counts, ...quoting }, shared);
  if (settings.compress === true) await compressEntries(join(work.folder, 'pack'), progress);
  await putInPlace(work, to, mark !== null);
  return [
    ...filesWithoutKeptRows(tally.counts),
    ...printCounts(tally.counts),
    ...missingFileLines(importer, inputs),
    ...unread,
    ...(importer.quotesTexts === true ? [QUOTATION_NOTICE] : []),
    `The pack is ${to}: load it together with the data, as in --data data --data ${to}.`,
  ];
}

/** Throws ImportStopped if no plan was made of the rows. */
function refuseWithoutEntries(counts: Counts): void {
  if ((counts.written['plans'] ?? 0) > 0) return;
  throw new ImportStopped(['The files give no plan, so no pack was written.', ...printCounts(counts)]);
}

/** A warning for each file that was read and of which no row was kept. */
function filesWithoutKeptRows({ read, kept }: Counts): string[] {
  return Object.entries(read)
    .filter(([fileName]) => kept[fileName] === undefined)
    .map(([fileName, rows]) => `Warning: ${fileName} gives nothing: none of its ${String(rows)} rows was kept.`);
}

/**
 * The mark of an existing pack; null if nothing exists at the path. Rejects with ImportStopped if the path is something
 * else than a pack or an empty folder.
 */
async function packMarkOf(to: string): Promise<PackMark | null> {
  const names = await readdir(to).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw new ImportStopped([
      `${to} cannot be used as the folder of a pack: ${reasonOf(error)}. Name a folder that does not exist yet.`,
    ]);
  });
  if (names === null) return null;
  const mark = await readJson<PackMark>(join(to, MARK_FILE));
  if (mark === null && names.length > 0)
    throw new ImportStopped([
      `${to} holds files that were not made by an import: name a folder that does not exist yet.`,
    ]);
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
  const uneven: UnevenRow[] = [];
  let unevenCount = 0;
  let renamed: Readonly<Record<string, string>> = {};
  let seen = 0;
  let count = 0;
  await readRows(input, {
    header: (header) => {
      renamed = header.renamed;
    },
    uneven: (row) => {
      if (uneven.length === 0) uneven.push(row);
      unevenCount += 1;
      tally.count('read', fileName);
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
  if (count > 0 || unevenCount > 0 || file.mayBeEmpty !== true) refuseMisread(fileName, count, unevenCount, uneven[0]);
  else tally.count('read', fileName, 0);
  const [firstUneven] = uneven;
  if (firstUneven)
    tally.count(
      'leftOut',
      `${fileName}: more or fewer cells than columns, at first on line ${String(firstUneven.line)}`,
      unevenCount,
    );
  await rows.end();
  work.notes.read[String(index)] = { counts: tally.counts, renamed };
  await work.note();
}

/** Throws ImportStopped if a file has no row, or if most of its rows do not have as many cells as its header. */
function refuseMisread(fileName: string, even: number, uneven: number, first: UnevenRow | undefined): void {
  if (first === undefined && even === 0)
    throw new ImportStopped([
      `${fileName} has a header and no row; nothing was written.`,
      'Take the file as it was published. If its lines end with unusual characters, save it again as text in UTF-8.',
    ]);
  if (first === undefined || uneven <= even) return;
  throw new ImportStopped([
    `${fileName}, line ${String(first.line)}: this row has ${String(first.cells)} cells, and the header has ${String(first.columns)} columns; so have ${String(uneven)} of ${String(uneven + even)} rows; nothing was written.`,
    'Take the file as it was published. Put a cell that has the separator in it in quotation marks.',
  ]);
}

/** The rows that the entries of every group need. */
async function sharedRows(work: ImportCheckpoint, inputs: readonly Input[]): Promise<readonly Row[]> {
  const groups = await work.groupsIn(partOf(SHARED_GROUP), inputs.length);
  const [, rows] = groups.find(([group]) => group === SHARED_GROUP) ?? [SHARED_GROUP, []];
  return rows.map((row) => rowOf(work, inputs, row));
}

async function assemblePart(
  work: ImportCheckpoint,
  importer: Importer,
  inputs: readonly Input[],
  part: number,
  shared: readonly Row[],
  progress: (line: string) => void,
): Promise<void> {
  if (work.notes.assembled[String(part)] !== undefined) return;
  const tally = new RowCounts();
  const lines = { sources: [] as string[], plans: [] as string[] };
  for (const [group, rows] of await work.groupsIn(part, inputs.length)) {
    if (group === SHARED_GROUP) continue;
    const { source, plans } = importer.assemble(
      group,
      rows.map((row) => rowOf(work, inputs, row)),
      work.notes.readOn,
      tally,
      shared,
    );
    if (plans.length === 0) continue;
    const sources: readonly SourceEntry[] = 'slug' in source ? [source] : source;
    for (const each of sources) lines.sources.push(`${JSON.stringify(each)}\n`);
    for (const plan of plans) lines.plans.push(`${JSON.stringify(plan)}\n`);
    tally.count('written', 'sources', sources.length);
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
  if (!from) throw new Error(`a stored row names input ${String(input)}, which is not among the files`);
  return { file: from.file, fileName: from.fileName, line, cells, columnName: (column) => renamed[column] ?? column };
}

/** Says which files were missing, so a reader of the pack does not take their absence for a statement of the publisher. */
function missingFileLines(importer: Importer, inputs: readonly Input[]): string[] {
  return importer.files
    .filter((file) => !inputs.some((input) => input.file === file))
    .map(({ name, without }) => `${name} was not loaded: ${without}`);
}

async function writePackFiles(
  work: ImportCheckpoint,
  importer: Importer,
  inputs: readonly Input[],
  mark: PackMark,
  shared: readonly Row[],
): Promise<void> {
  const pack = join(work.folder, 'pack');
  const notices = [
    ...missingFileLines(importer, inputs).map((line) => `${importer.name}: ${line}`),
    ...(importer.quotesTexts === true ? [`${importer.name}: ${QUOTATION_NOTICE}`] : []),
  ];
  const { sources, notRead } = importer.pack?.(
    work.notes.readOn,
    shared,
    inputs.map(({ file }) => file),
  ) ?? { sources: [], notRead: [] };
  if (notices.length + notRead.length > 0)
    await writeWhole(
      join(pack, 'dataset.yaml'),
      stringify({ ...(notices.length > 0 && { notices }), ...(notRead.length > 0 && { notRead }) }),
    );
  if (sources.length > 0)
    await writeWhole(
      join(pack, 'sources', 'pack.ndjson'),
      sources.map((source) => `${JSON.stringify(source)}\n`).join(''),
    );
  await writeWhole(
    join(pack, 'README.md'),
    `# A pack: ${importer.name}\n\nMade by an import; do not edit it, import again.\n\n${printCounts(mark.counts)
      .map((line) => `    ${line}`)
      .join('\n')}\n`,
  );
  await writeWhole(join(pack, MARK_FILE), `${JSON.stringify(mark)}\n`);
}

async function putInPlace(work: ImportCheckpoint, to: string, replaces: boolean): Promise<void> {
  const pack = join(work.folder, 'pack');
  await rm(`${to}.replaced`, { recursive: true, force: true });
  if (replaces) await rename(to, `${to}.replaced`);
  await rename(pack, to);
  if (replaces) await rm(`${to}.replaced`, { recursive: true, force: true });
  await rm(work.folder, { recursive: true, force: true });
}
