/**
 * `npm run bench:feeds -- --rows 2392399`: imports made-up files of both families at that size, each in a process of its own,
 * then loads the pack and asks for the plans of a county. Prints rows a second and the most memory that a process took.
 * `--feed` names one family; with `--keep FOLDER` the files stay there, and are not made again where they lie.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { IMPORTERS } from '../../src/importers/formats.ts';
import { runImport } from '../../src/importers/run-import.ts';
import { areaIndexOf } from '../../src/graph/area-index.ts';
import { loadFolders, printProblem } from '../../src/store/folders.ts';
import { makePbp, makePuf } from './made-files.ts';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '100000' },
    feed: { type: 'string' },
    keep: { type: 'string' },
    step: { type: 'string' },
    folder: { type: 'string', default: '' },
  },
});
const FAMILIES = { 'cms-pbp': makePbp, 'marketplace-puf': makePuf } as const;
type Family = keyof typeof FAMILIES;
const isFamily = (name: string): name is Family => name in FAMILIES;

interface Measured {
  readonly seconds: number;
  readonly megabytes: number;
  readonly lines: readonly string[];
}
const STEPS: Record<string, (family: Family, folder: string) => Promise<readonly string[]>> = {
  import: async (family, folder) =>
    runImport(IMPORTERS[family]({ year: 2027, keepTexts: false }), {
      from: join(folder, family),
      to: join(folder, `${family}.pack`),
      readOn: '2026-11-23',
      progress: () => undefined,
    }),
  load: async (family, folder) => {
    const { graph, problems } = await loadFolders({
      data: [fileURLToPath(new URL('../../data', import.meta.url)), join(folder, `${family}.pack`)],
      sources: [],
    });
    if (!graph) throw new Error(problems.slice(0, 5).map(printProblem).join('\n'));
    const [before, day] = [performance.now(), family === 'cms-pbp' ? '2027-03-01' : '2026-03-01'];
    const index = areaIndexOf(graph);
    const county = family === 'cms-pbp' ? index.countyWithCode('ssa', '01100') : index.countyWithCode('fips', '01001');
    const made = performance.now();
    const found = county && index.offeredIn(county, day);
    return [
      `${graph.plans.size.toLocaleString('en')} plans, ${graph.rules.size.toLocaleString('en')} rules; the index of areas in ${(made - before).toFixed(0)} ms; ${String(found?.offers.length ?? 0)} plans of a county in ${(performance.now() - made).toFixed(2)} ms, of ${String(found?.areasExamined ?? 0)} areas looked at`,
    ];
  },
};

/** Runs one step in a new process, so that only its memory is measured. */
function measured(step: string, family: Family, folder: string): Measured {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', fileURLToPath(import.meta.url), '--step', step, '--feed', family, '--folder', folder],
    { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Measured;
}

if (values.step !== undefined) {
  const from = performance.now();
  const step = STEPS[values.step];
  if (!step || !isFamily(values.feed ?? '')) throw new Error('no such step');
  const lines = await step(values.feed as Family, values.folder);
  process.stdout.write(
    JSON.stringify({
      seconds: (performance.now() - from) / 1000,
      megabytes: process.resourceUsage().maxRSS / 1024,
      lines,
    }),
  );
} else {
  const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'bench-feeds-'));
  for (const family of (Object.keys(FAMILIES) as Family[]).filter(
    (each) => values.feed === undefined || each === values.feed,
  )) {
    if (!existsSync(join(folder, family))) await FAMILIES[family](join(folder, family), Number(values.rows));
    const bytes = readdirSync(join(folder, family)).map((name) => statSync(join(folder, family, name)).size);
    rmSync(join(folder, `${family}.pack`), { recursive: true, force: true });
    const made = measured('import', family, folder);
    const rows = made.lines
      .slice(1, made.lines.indexOf('Rows kept:'))
      .reduce((sum, line) => sum + Number(line.trim().split(/ +/)[0]?.replaceAll(',', '')), 0);
    process.stdout.write(
      `${family}: ${rows.toLocaleString('en')} rows, ${(bytes.reduce((a, b) => a + b, 0) / 1e6).toFixed(0)} MB, the largest file ${(Math.max(...bytes) / 1e6).toFixed(0)} MB\n` +
        `  import: ${made.seconds.toFixed(1)} s, ${Math.round(rows / made.seconds).toLocaleString('en')} rows a second, ${made.megabytes.toFixed(0)} MB at most\n`,
    );
    const loaded = measured('load', family, folder);
    process.stdout.write(
      `  load together with the data, from folders: ${loaded.seconds.toFixed(1)} s, ${loaded.megabytes.toFixed(0)} MB at most; ${loaded.lines.join(' ')}\n`,
    );
  }
  if (values.keep === undefined) rmSync(folder, { recursive: true });
}
