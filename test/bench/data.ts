/** The data of the benchmark: the project's own data and a pack of made-up plans, so that there are more plans than the 50 that the list query asks for. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cmsPbp } from '../../src/importers/cms-pbp/importer.ts';
import { runImport } from '../../src/importers/run-import.ts';
import { makePbp } from './made-files.ts';

/** Rows of `PlanArea.txt`; about 20 plans result from them. */
const areaRows = 4_000;

/** Returns the folders of the data set: `data`, and a new pack in the system's temporary folder. */
export async function benchData(root: string): Promise<string[]> {
  const scratch = await mkdtemp(join(tmpdir(), 'covergraph-bench-'));
  const [files, pack] = [join(scratch, 'files'), join(scratch, 'pack')];
  await makePbp(files, areaRows);
  await runImport(cmsPbp(2027), { from: files, to: pack, readOn: '2026-11-23', progress: () => undefined });
  return [join(root, 'data'), pack];
}
