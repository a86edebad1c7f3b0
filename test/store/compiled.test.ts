/** Starting from the snapshot of the build: it is used only for data with the same bytes as the data that it was made from. */
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { compile, digestOf, loadSnapshotOrFolders, openSnapshot } from '../../src/store/snapshot-loader.ts';
import { DATA_FILE_LIMIT } from '../../src/store/files.ts';
import { graph } from '../schema/ask.ts';

const root = mkdtempSync(join(tmpdir(), 'covergraph-'));
const folder = join(root, 'data');
const file = join(root, 'data.snapshot');
const own = { data: [folder], sources: [] };
const start = (folders: { data: string[]; sources: string[] } = own) =>
  loadSnapshotOrFolders(folders, [{ file, folders: [folder] }]);
/** Data from a snapshot needs no further check; data from folders still has to be checked against the laws of the engine. */
const isRead = async (...asked: Parameters<typeof start>): Promise<boolean> =>
  (await start(...asked)).examinable !== null;

beforeEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  cpSync('data', folder, { recursive: true });
  await compile(graph, digestOf([folder]) ?? '', file);
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

const plan = join(folder, 'plans/tricare-prime.yaml');
const changes: readonly (readonly [string, () => void])[] = [
  [
    'one letter is another, of the same length and date',
    () => {
      const { atime, mtime } = statSync(plan);
      writeFileSync(plan, readFileSync(plan, 'utf8').replace('TRICARE Prime', 'TRICARE Brime'));
      utimesSync(plan, atime, mtime);
    },
  ],
  [
    'a file is gone',
    () => {
      rmSync(join(folder, 'README.md'));
    },
  ],
  [
    'a file has come',
    () => {
      writeFileSync(join(folder, 'plans/one-more.yaml'), 'name: One more\n');
    },
  ],
  [
    'a file has another name',
    () => {
      cpSync(plan, join(folder, 'plans/tricare-first.yaml'));
      rmSync(plan);
    },
  ],
];

describe('a snapshot', () => {
  test('is used for the bytes that it was made from', async () => {
    expect(await isRead()).toBe(false);
    const { graph: found, problems, refused } = await start();
    expect(found?.version).toBe(graph.version);
    expect([problems, refused]).toEqual([[], null]);
  });

  test('is used for a copy of the data in another folder', async () => {
    cpSync(folder, join(root, 'copy'), { recursive: true });
    expect(await isRead({ data: [join(root, 'copy')], sources: [] })).toBe(false);
  });

  test.each(changes)('is not used where %s', async (_, change) => {
    change();
    const { examinable, problems, refused } = await start();
    expect(examinable !== null || problems.length > 0).toBe(true);
    expect(refused).toEqual({ isDamaged: false, why: 'the data is not what the snapshot was made of' });
  });

  test('is not used where there are originals to quote from, or a second folder', async () => {
    expect(await isRead({ data: [folder], sources: [root] })).toBe(true);
    expect((await start({ data: [folder, join(root, 'none')], sources: [] })).problems.map(({ law }) => law)).toEqual([
      'readable-file',
    ]);
  });

  test.each([
    [
      'a bit is another',
      (bytes: Buffer) => {
        bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 4, bytes.length >> 1);
        return bytes;
      },
      'is damaged: its checksum is not that of its bytes',
    ],
    [
      'its end is missing',
      (bytes: Buffer) => bytes.subarray(0, -9),
      'is damaged: its checksum is not that of its bytes',
    ],
    ['it is empty', () => Buffer.alloc(0), 'is not a snapshot of a graph'],
    ['it is something else', () => readFileSync(plan), 'is not a snapshot of a graph'],
    [
      'it is of another format',
      (bytes: Buffer) => {
        bytes.writeUInt32LE(0, 8);
        return bytes;
      },
      'has format 0, and this program reads format 6',
    ],
  ])('is refused and the folders are read where %s', async (_, damage, unusable) => {
    writeFileSync(file, damage(readFileSync(file)));
    expect(openSnapshot(file)).toEqual({ unusable });
    const { graph: found, examinable, refused } = await start();
    expect([found?.version, examinable]).toEqual([graph.version, found]);
    expect(refused).toEqual({ isDamaged: true, why: `the snapshot ${unusable}` });
  });

  test('is written again if it is stale or damaged, once the data was found valid', async () => {
    for (const spoil of [
      () => {
        writeFileSync(join(folder, 'README.md'), 'Another.');
      },
      () => {
        writeFileSync(file, 'damaged');
      },
    ]) {
      spoil();
      const { graph: found, keep } = await start();
      if (!found) throw new Error('the data is sound');
      expect(await keep(found)).toBe(true);
      expect(await isRead()).toBe(false);
    }
  });

  test('is written only if the build wrote one, and only for the data folder that it belongs to', async () => {
    rmSync(file);
    const { refused, keep } = await start();
    expect([refused, await keep(graph)]).toEqual([null, false]);
    expect(existsSync(file)).toBe(false);
    writeFileSync(file, 'stale');
    cpSync(folder, join(root, 'other'), { recursive: true });
    const other = await start({ data: [join(root, 'other')], sources: [] });
    expect([other.refused, await other.keep(graph)]).toEqual([null, false]);
    expect(readFileSync(file, 'utf8')).toBe('stale');
  });

  test('is not written if the data changed while it was read', async () => {
    writeFileSync(file, 'stale');
    const { keep } = await start();
    writeFileSync(join(folder, 'README.md'), 'Meanwhile.');
    expect(await keep(graph)).toBe(false);
    expect(readFileSync(file, 'utf8')).toBe('stale');
  });

  test('covers packs too, but no folder that is reached through a link', () => {
    const plain = digestOf([folder]);
    writeFileSync(join(folder, 'plans/pack.ndjson'), '{}\n');
    const withPack = digestOf([folder]);
    writeFileSync(join(folder, 'plans/pack.ndjson'), '[]\n');
    expect(new Set([plain, withPack, digestOf([folder])]).size).toBe(3);
    symlinkSync(plan, join(folder, 'plans/linked.yaml'));
    expect(digestOf([folder])).toBeNull();
  });
  test('covers files of the largest allowed size to their last byte, and refuses larger ones', () => {
    const large = join(folder, 'plans/large.yaml');
    const digestWith = (bytes: Buffer): string | null => {
      writeFileSync(large, bytes);
      return digestOf([folder]);
    };
    const most = Buffer.alloc(DATA_FILE_LIMIT, 'a');
    const digests = [
      digestWith(most),
      digestWith(Buffer.concat([most.subarray(1), Buffer.from('b')])),
      digestWith(most.subarray(1)),
      digestWith(Buffer.alloc(0)),
    ];
    expect([digests.includes(null), new Set(digests).size]).toEqual([false, 4]);
    expect(digestWith(Buffer.concat([most, Buffer.from('a')]))).toBeNull();
  });
});
