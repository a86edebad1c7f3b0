/** The commands on published versions, over the program's own data and a change of it: what they say, and their exit codes. */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { freePort, query, startPostgres } from '../postgres/postgres.ts';
import { at } from '../schema/ask.ts';

const postgres = await startPostgres();
const address = await postgres.database('commands');
const folder = mkdtempSync(join(tmpdir(), 'covergraph-'));
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await postgres.end();
});
/** As it is installed: from what was built. */
function run(
  args: readonly string[],
  env: Record<string, string> = { DATABASE_URL: address },
): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [at('dist/cli.js'), ...args], {
    cwd: tmpdir(),
    env: { PATH: process.env['PATH'], ...env },
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (part: Buffer) => {
    out += part.toString();
  });
  child.stderr.on('data', (part: Buffer) => {
    err += part.toString();
  });
  return new Promise((resolve) => {
    child.once('close', (code) => {
      resolve({ code, out, err });
    });
  });
}
const changed = join(folder, 'changed');
const VA = join(changed, 'plans/va-health-care.yaml');
cpSync(at('data'), changed, { recursive: true });
// Changes the cases too, because every rule needs a case that it decides.
writeFileSync(
  VA,
  readFileSync(VA, 'utf8')
    .replace('covered: massage-therapy', 'excluded: massage-therapy')
    .replace(
      'massage-therapy, met: [part-of-va-community-care-episode], on: 2026-06-01, status: COVERED',
      'massage-therapy, met: [part-of-va-community-care-episode], on: 2026-06-01, status: NOT_COVERED',
    )
    .replace('best: COVERED', 'best: NOT_STATED'),
);
const unsound = join(folder, 'unsound');
cpSync(at('data'), unsound, { recursive: true });
writeFileSync(
  join(unsound, 'plans/va-health-care.yaml'),
  'name: VA health care\nrules:\n  all: { covered: nothing-known, cites: [unknown-source#s1] }\n',
);

describe('one after the other', () => {
  test('before the tables are there, each says what to do', async () => {
    expect(await run(['publish', '--data', at('data')])).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringMatching(
        /^The database has not the tables of this program: .* Run covergraph migrate\.\n$/,
      ) as string,
    });
    expect(await run(['migrate'])).toEqual({ code: 0, out: 'Applied: 0001-versions, 0002-activations.\n', err: '' });
    expect(await run(['migrate'])).toEqual({
      code: 0,
      out: 'The tables are up to date already.\n',
      err: '',
    });
    expect(await run(['versions'])).toEqual({
      code: 0,
      out: 'Nothing has been published yet. To publish, run: covergraph publish\n',
      err: '',
    });
  });

  test('the same data is published once, and changed data becomes a new version', async () => {
    expect(await run(['publish', '--data', at('data')])).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringMatching(
        /^Version 1 \([0-9a-f]{12}\) is published and current: (\d+) entries, \1 of them new\.\n$/,
      ) as string,
    });
    expect(await run(['publish', '--data', at('data')])).toMatchObject({
      code: 0,
      out: expect.stringMatching(
        /^Version 1 \([0-9a-f]{12}\) is current and holds the same: nothing was published\.\n$/,
      ) as string,
    });
    expect(await run(['publish', '--data', changed, '--note', 'VA turned round'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(
        /^Version 2 \([0-9a-f]{12}\) is published and current in place of version 1: \d+ entries, 1 of them new\.\n$/,
      ) as string,
    });
  });

  test('unsound data is rejected with every place, and changes nothing', async () => {
    const { code, out, err } = await run(['publish', '--data', unsound]);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/va-health-care\.yaml:3:\d+ .+\n(.*\n)*\d+ problems in the data\.\n$/);
    expect(await query(address, 'select version from covergraph.current_version')).toEqual([{ version: 2 }]);
  });

  test('the list has the newest version first and a star for the current one, and can be JSON', async () => {
    const { out } = await run(['versions']);
    expect(out).toMatch(
      /^\* {5}2 {2}[0-9a-f]{12} {2}\d{4}-\d\d-\d\d \d\d:\d\d:\d\d {2}\d+ plans, \d+ rules, \d+ sources {2}VA turned round\n {6}1 {2}/,
    );
    expect(JSON.parse((await run(['versions', '--json'])).out)).toMatchObject({
      data: {
        current: 2,
        versions: [
          { number: 2, note: 'VA turned round', parent: 1 },
          { number: 1, note: null, parent: null },
        ],
      },
    });
  });

  test('diff prints the entries and the answers that differ, each answer with the rule that causes it', async () => {
    const { code, out } = await run(['diff', '1', '2']);
    expect(code).toBe(0);
    expect(out).toMatch(/^Version 1 to 2: 1 entry of the data differs\.\n {2}changed {2}plans\/va-health-care\n\n/);
    expect(out).toMatch(
      /^va-health-care × massage-therapy, given part-of-va-community-care-episode, on .+\n {2}before: COVERED\. .+\n {2}after: {2}NOT_COVERED\. .+\n {2}by: {5}va-health-care\/[a-z-]+ \(changed\)/m,
    );
    expect(out).toMatch(/\n\d+ of \d+ answers change\.\n$/);
    expect(out).not.toMatch(/^(?!va-health-care)[a-z-]+ × /m);
    expect((await run(['diff', '2', '2'])).out).toBe('Version 2 to 2: 0 entries of the data differ.\n');
  });

  test('rollback makes the version before current again, and rejects what it cannot do', async () => {
    expect(await run(['rollback'])).toEqual({
      code: 0,
      out: 'Version 1 is current in place of version 2, which stays published.\n',
      err: '',
    });
    expect(await run(['rollback'])).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(/^There is no version before the current one\./) as string,
    });
    expect(await run(['rollback', '--to', '7'])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^No version has this name: 7\. See covergraph versions/) as string,
    });
    expect(await run(['diff', '1', 'nothing'])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^No version has this name: nothing\./) as string,
    });
    expect(await run(['publish', '--data', changed])).toMatchObject({
      code: 0,
      out: expect.stringMatching(
        /^Version 2 \(.+\) holds the same, and is current again in place of version 1\.\n$/,
      ) as string,
    });
  });

  test('prune lists what it would remove, removes it, and rejects wrong flags', async () => {
    expect(await run(['prune', '--keep', '1', '--dry-run'])).toEqual({
      code: 0,
      out: 'There is nothing to remove: 2 versions would stay; version 2 is current.\nVersion 1 stays, because a rollback leads to it; --include-rollback removes it too.\n',
      err: '',
    });
    const lines = (verb: string, end: string): RegExp =>
      new RegExp(
        `^${verb} 1 version, and 1 entry that no other version has:\n {6}1 {2}[0-9a-f]{12} {2}\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\n1 version ${end}$`,
      );
    const dry = await run(['prune', '--keep', '1', '--include-rollback', '--dry-run']);
    expect(dry).toMatchObject({ code: 0, err: '' });
    expect(dry.out).toMatch(
      lines('Would remove', 'would stay; version 2 is current.\nNothing was removed, because of --dry-run.\n'),
    );
    expect((await run(['versions'])).out).toMatch(/^\* {5}2 .*\n {6}1 /);
    const recent = await run(['prune', '--keep', '1', '--include-rollback', '--older-than', '1', '--json']);
    expect(JSON.parse(recent.out)).toEqual({
      data: { isDryRun: false, removed: [], entries: 0, current: 2, keptForRollback: [], kept: 2 },
    });
    const done = await run(['prune', '--keep', '1', '--include-rollback', '--older-than', '0']);
    expect(done).toMatchObject({ code: 0, err: '' });
    expect(done.out).toMatch(lines('Removed', 'left; version 2 is current.\n'));
    expect((await run(['versions'])).out).toMatch(/^\* {5}2 [^\n]*\n$/);
    expect(await run(['rollback'])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^There is no version before the current one: .*no longer in the database/) as string,
    });
  });

  test.each([
    [['prune'], 'keep'],
    [['prune', '--keep', '0'], '--keep is "0". Give a whole number from 1 to 99999.'],
    [['prune', '--keep', 'all'], '--keep is "all". Give a whole number from 1 to 99999.'],
    [['prune', '--keep', '2', '--older-than', '-3'], '--older-than'],
    [['prune', '--keep', '2', '--older-than', '1.5'], '--older-than is "1.5". Give a whole number from 0 to 99999.'],
  ])('%j is wrong usage', async (args, message) => {
    const { code, out, err } = await run(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });
});

test('errors name a database that cannot be reached, a missing address and a wrong address', async () => {
  const nowhere = `postgres://somebody:swordfish@127.0.0.1:${String(await freePort())}/x`;
  const { code, out, err } = await run(['versions'], { DATABASE_URL: nowhere });
  expect([code, out]).toEqual([1, '']);
  expect(err).toMatch(/^The database cannot be reached: .*ECONNREFUSED.*\. See that it runs/);
  expect(err).not.toContain('swordfish');
  expect(await run(['versions'], {})).toMatchObject({
    code: 1,
    err: expect.stringMatching(/^The settings are wrong:\n {2}DATABASE_URL is not set: give/) as string,
  });
  expect((await run(['versions'], { DATABASE_URL: 'mysql://somebody:swordfish@x/y' })).err).toBe(
    'The settings are wrong:\n  DATABASE_URL is not an address of a database: use postgres://USER:PASSWORD@HOST:5432/NAME, or keywords such as host=HOST port=5432 dbname=NAME user=USER\n',
  );
});
