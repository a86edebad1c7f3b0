/** The data of the bench: what is served, and beside it made-up plans of an import, so that there are more than the fifty that the list asks for. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cmsPbp } from '../../src/importers/cms-pbp/importer.ts';
import { runImport } from '../../src/importers/run-import.ts';
import { makePbp } from './made-files.ts';

/** Of `PlanArea.txt`; they make some twenty plans. */
const areaRows = 4_000;

/** Folders of a data set. The pack lies in the system's folder for such things. */
export async function benchData(root: string): Promise<string[]> {
  const scratch = await mkdtemp(join(tmpdir(), 'covergraph-bench-'));
  const [files, pack] = [join(scratch, 'files'), join(scratch, 'pack')];
  await makePbp(files, areaRows);
  await runImport(cmsPbp(2027), { from: files, to: pack, readOn: '2026-11-23', progress: () => undefined });
  return [join(root, 'data'), pack];
}
