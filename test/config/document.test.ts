/** One table: what docs/configuration.md, --help and the server know of settings is the same. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { configurationPage } from '../../src/config/document.ts';
import { type Setting, SETTINGS } from '../../src/config/settings.ts';
import { TELEMETRY_VARIABLES } from '../../src/config/telemetry.ts';
import { defaultLimits } from '../../src/http/query-limits/limits.ts';
import { PARAMETERS } from '../../src/store/postgres/address.ts';
import { run } from '../helpers/terminal.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/configuration.md'), 'utf8');
const settings = Object.values<Setting>(SETTINGS);
/** What the help of a command says of each flag, without those of yargs. */
async function helpOf(command: string): Promise<Map<string, string>> {
  const { out } = await run([command, '--help']);
  const said = out
    .split(/^ +--/m)
    .slice(1)
    .map((block) => block.replace(/\s+/g, ' '));
  const flags = said.map((block) => [/^[\w-]+/.exec(block)?.[0] ?? '', block] as const);
  return new Map(flags.filter(([flag]) => !['help', 'version'].includes(flag)));
}

test('the page in the repository is what the tables make', () => {
  expect(page).toBe(configurationPage());
});

test('the page has every flag and variable, each in one row', () => {
  const names = [
    ...settings.flatMap(({ flag, variable }) => [...(flag === null ? [] : [`--${flag}`]), variable]),
    ...Object.keys(defaultLimits),
    ...Object.values(PARAMETERS).flatMap(({ variable }) => variable ?? []),
    ...TELEMETRY_VARIABLES.map(({ variable }) => variable),
  ];
  expect(names.length).toBeGreaterThan(80);
  const rows = page.split('\n').filter((line) => line.startsWith('| '));
  for (const name of names)
    expect([name, rows.filter((row) => row.includes(`| \`${name}\` `)).length]).toEqual([name, 1]);
});

describe('--help', () => {
  test('of serve has every flag of the page and no other, with its variable and its default', async () => {
    const inPage = [...page.matchAll(/^\| `--([\w-]+)`/gm)].map(([, flag = '']) => flag);
    const help = await helpOf('serve');
    expect([...help.keys()].sort()).toEqual(inPage.sort());
    for (const { flag, variable, default: builtIn } of settings.filter((each) => each.flag !== null)) {
      expect(help.get(flag ?? '')).toContain(`Variable: ${variable}`);
      if (builtIn === null) expect(help.get(flag ?? '')).not.toContain('Default: ');
      else expect(help.get(flag ?? '')).toContain(`Default: ${builtIn}`);
    }
  });

  test.each(['ask', 'coverage', 'check', 'publish', 'verify'])('of %s has the folders', async (command) => {
    const flags = [...(await helpOf(command)).keys()];
    expect(flags).toEqual(expect.arrayContaining(['data', 'sources']));
    expect(flags).not.toContain('port');
  });
});

describe('the command line', () => {
  test('lists unknown flags and words with every wrong setting, and exits 2; without them 1', async () => {
    const { code, err } = await run(['serve', '--prot', '5', 'extra', '--trusted-only=maybe', '-x', '--port']);
    expect(err.split('\n')).toEqual([
      'The settings are wrong:',
      '  --prot is not a flag of covergraph serve: see covergraph serve --help; did you mean "--port"?',
      '  -x is not a flag of covergraph serve: see covergraph serve --help',
      '  "extra" belongs to no flag of covergraph serve: put the flag before it, or leave it out',
      '  --port is empty: give a value (whole number from 0 to 65535 (0: any free port)), or leave the flag out',
      '  --trusted-only is "maybe", which is neither yes nor no: use one of true, yes, on, 1, false, no, off, 0',
      '',
    ]);
    expect(code).toBe(2);
    expect((await run(['serve', '--port', 'x'])).code).toBe(1);
  });

  test.each([
    [['--trusted-only'], true],
    [['--trusted-only=yes'], true],
    [['--trusted-only', 'on', '--port', '0'], true],
    [['--trustedOnly'], true],
    [['--trusted-only', '--port', '0'], true],
    [['--no-trusted-only'], false],
    [['--trusted-only=no'], false],
    [[], false],
  ])('serve %j', async (flags, trustedOnly) => {
    let found: boolean | undefined;
    const { code, err } = await run(['serve', ...flags], {
      serve: (given) => {
        found = given.trustedOnly;
        return Promise.resolve('listening');
      },
    });
    expect([code, err, found]).toEqual([0, '', trustedOnly]);
  });

  test('other commands refuse what they do not know', async () => {
    expect((await run(['check', '--dta', 'x'])).code).toBe(2);
    expect((await run(['versions', '--port', '5'])).code).toBe(2);
    expect((await run(['check', '--data', ''])).err).toContain('--data is empty');
  });
});
