/** What holds of every import: the same bytes for the same files, going on where it was stopped, and nothing half done in the pack's place. */
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cmsPbp } from '../../src/importers/cms-pbp/importer.ts';
import type { Importer } from '../../src/importers/importer.ts';
import { runImport } from '../../src/importers/run-import.ts';
import { run } from '../helpers/covergraph-process.ts';
import { bytesOf, fixture, imported, scratch } from './import.ts';

const FROM = fixture('made-up-pbp-2027');
const copyOf = (name: string): string => {
  const folder = scratch();
  cpSync(fixture(name), folder, { recursive: true });
  return folder;
};

test('the same files read on the same day give the same bytes, wherever they lie', async () => {
  const [a, b] = [await imported(cmsPbp(2027), FROM), await imported(cmsPbp(2027), copyOf('made-up-pbp-2027'))];
  expect(bytesOf(a.pack)).toEqual(bytesOf(b.pack));
  expect(Object.keys(bytesOf(a.pack)).sort()).toEqual([
    '.import.json',
    'README.md',
    'dataset.yaml',
    'plans/part-09.ndjson',
    'sources/part-09.ndjson',
  ]);
});

test('a second import of the same files changes nothing, on a later day too; one of changed files replaces the pack whole', async () => {
  const from = copyOf('made-up-pbp-2027');
  const first = await imported(cmsPbp(2027), from);
  const before = bytesOf(first.pack);
  const settings = { from, to: first.pack, readOn: '2027-01-05', progress: () => undefined };
  expect((await runImport(cmsPbp(2027), settings))[0]).toContain('was already made from these files');
  expect(bytesOf(first.pack)).toEqual(before);
  rmSync(join(from, 'pbp_b14_preventive.txt'));
  await runImport(cmsPbp(2027), settings);
  const after = bytesOf(first.pack);
  expect(after['plans/part-09.ndjson']).not.toContain('massage-therapy-2027"');
  expect(after['sources/part-09.ndjson']).toContain('"checkedOn":"2027-01-05"');
  expect(readdirSync(join(first.pack, '..'))).toEqual(['pack']);
});

/** A feed that is stopped, as by a loss of power, at the row or the group of that number. */
function stoppedAt(feed: Importer, what: 'row' | 'group', at: number): { feed: Importer; rows: () => number } {
  let [rows, groups] = [0, 0];
  const stop = (): void => {
    throw new Error('the power fails');
  };
  return {
    rows: () => rows,
    feed: {
      ...feed,
      files: feed.files.map((file) => ({
        ...file,
        keep: (cells) => {
          rows += 1;
          if (what === 'row' && rows === at) stop();
          return file.keep(cells);
        },
      })),
      assemble: (...group) => {
        groups += 1;
        if (what === 'group' && groups === at) stop();
        return feed.assemble(...group);
      },
    },
  };
}

/** The six files have 5, 29, 0, 5, 5 and 5 rows. */
test.each([
  ['row', 36],
  ['row', 41],
  ['group', 1],
  ['group', 3],
] as const)(
  'stopped at %s %i it leaves no pack, goes on without reading again what was read, and ends in the same bytes',
  async (what, at) => {
    const whole = await imported(cmsPbp(2027), fixture('five-plans-2027'));
    const into = scratch();
    await expect(
      imported(stoppedAt(cmsPbp(2027), what, at).feed, fixture('five-plans-2027'), '2026-11-23', into),
    ).rejects.toThrow('the power fails');
    expect(readdirSync(into)).toEqual(['pack.partial']);
    const again = stoppedAt(cmsPbp(2027), 'row', -1);
    const { pack } = await imported(again.feed, fixture('five-plans-2027'), '2026-11-25', into);
    expect(bytesOf(pack)).toEqual(bytesOf(whole.pack));
    expect(again.rows()).toBe(what === 'group' ? 0 : at === 36 ? 15 : 10);
    expect(readdirSync(into)).toEqual(['pack']);
  },
);

test('what an import of other files began is not gone on with', async () => {
  const [into, from] = [scratch(), copyOf('five-plans-2027')];
  await expect(imported(stoppedAt(cmsPbp(2027), 'row', 17).feed, from, '2026-11-23', into)).rejects.toThrow();
  writeFileSync(
    join(from, 'pbp_Section_A.txt'),
    readFileSync(join(from, 'pbp_Section_A.txt'), 'latin1').replace('Humana Gold Plus', 'Humana Gold Minus'),
    'latin1',
  );
  const { pack } = await imported(cmsPbp(2027), from, '2026-11-23', into);
  expect(Object.values(bytesOf(pack)).join('')).toContain('Humana Gold Minus');
});

test('while one import is at work on a pack, another is refused and harms nothing; what one that is gone left is taken over', async () => {
  const into = scratch();
  const lock = join(into, 'pack.lock');
  const first = runImport(cmsPbp(2027), {
    from: FROM,
    to: join(into, 'pack'),
    readOn: '2026-11-23',
    progress: () => undefined,
  });
  await expect.poll(() => existsSync(lock), { interval: 1 }).toBe(true);
  await expect(imported(cmsPbp(2027), fixture('five-plans-2027'), '2026-11-23', into)).rejects.toThrow(
    new RegExp(`Another import is at work on .*pack: process ${String(process.pid)} on `),
  );
  await first;
  expect(bytesOf(join(into, 'pack'))).toEqual(bytesOf((await imported(cmsPbp(2027), FROM)).pack));
  writeFileSync(lock, `999999999 ${hostname()}`);
  expect((await imported(cmsPbp(2027), fixture('five-plans-2027'), '2026-11-23', into)).lines.join('\n')).toContain(
    '5  plans\n',
  );
  writeFileSync(lock, '1 elsewhere');
  await expect(imported(cmsPbp(2027), FROM, '2026-11-23', into)).rejects.toThrow(
    /process 1 on elsewhere.*\n.*pack\.lock counts for nothing after a minute/,
  );
  expect(readdirSync(into).sort()).toEqual(['pack', 'pack.lock']);
  const before = new Date(Date.now() - 61_000);
  utimesSync(lock, before, before);
  expect((await imported(cmsPbp(2027), FROM, '2026-11-23', into)).lines.join('\n')).toContain('7  plans\n');
  expect(readdirSync(into)).toEqual(['pack']);
});

test('a folder that was not made by an import is not changed', async () => {
  const to = scratch();
  writeFileSync(join(to, 'letter.txt'), 'Dear all');
  await expect(
    runImport(cmsPbp(2027), { from: FROM, to, readOn: '2026-11-23', progress: () => undefined }),
  ).rejects.toThrow(/holds files that were not made by an import/);
  expect(readdirSync(to)).toEqual(['letter.txt']);
});

test('a folder without a known file is refused with the names of the known files', async () => {
  await expect(imported(cmsPbp(2027), scratch())).rejects.toThrow(
    /holds no file of CMS Plan Benefit Package 2027\.\n.*\n {2}pbp_Section_A\.txt\n/,
  );
});

test('an empty file is refused, and a row with too few cells is counted', async () => {
  const from = copyOf('made-up-pbp-2027');
  appendFileSync(join(from, 'pbp_Section_A.txt'), 'H9901\t009\r\n');
  const { lines } = await imported(cmsPbp(2027), from);
  expect(lines.join('\n')).toMatch(/ 1 {2}pbp_Section_A\.txt: more or fewer cells than columns/);
  writeFileSync(join(from, 'pbp_step14.txt'), '');
  await expect(imported(cmsPbp(2027), from)).rejects.toThrow('pbp_step14.txt is empty');
});

test('by the command: a pack, a summary, and the data with it is sound; wrong files end with code 1', async () => {
  const folder = scratch();
  const pack = join(folder, 'pack');
  const made = await run(['import', 'cms-pbp', '--year', '2027', '--from', FROM, '--to', pack]);
  expect(made).toMatchObject({ code: 0, err: '' });
  expect(made.out).toContain('3  covered: therapeutic massage\n');
  const checked = await run(['check', '--data', fixture('../../../data'), '--data', pack]);
  expect(checked.err).toBe('');
  expect(checked.out).toMatch(/^The data is sound: 49 plans/);
  mkdirSync(join(folder, 'none'));
  expect(
    await run(['import', 'cms-pbp', '--year', '2027', '--from', join(folder, 'none'), '--to', pack]),
  ).toMatchObject({ code: 1, out: '' });
  expect(await run(['import', 'cms-pbp', '--year', 'next', '--from', FROM, '--to', pack])).toMatchObject({
    code: 2,
    out: '',
  });
  expect(await run(['import'])).toMatchObject({ code: 2, out: '' });
}, 60_000);
