/** Runs the command line in this process on the project's own data, and collects its output and exit code. */
import { styleText } from 'node:util';
import { run as runIn, type CliIo } from '../../src/cli/run.ts';
import { context } from '../schema/ask.ts';

export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command in a terminal of 80 columns without colors; `over` replaces parts of that terminal. */
export async function run(argv: readonly string[], over: Partial<CliIo> = {}): Promise<Ended> {
  let [out, err] = ['', ''];
  const code = await runIn(argv, {
    columns: 80,
    paint: (_, text) => text,
    around: { env: {}, ownData: 'data', isFolder: () => true, readText: () => null },
    version: () => '1.2.3',
    say: (text) => {
      out += `${text}\n`;
    },
    warn: (text) => {
      err += `${text}\n`;
    },
    load: () => Promise.resolve(context),
    serve: ({ host, port }) => Promise.resolve(`listening at ${host}:${String(port)}`),
    importFeed: ({ from }) => Promise.reject(new Error(`no test has ${from}`)),
    createDraft: ({ slug }) => Promise.reject(new Error(`no test writes ${slug}`)),
    documents: () => Promise.reject(new Error('no test publishes')),
    inDatabase: () => Promise.reject(new Error('no test has a database')),
    now: () => '2026-11-23T12:00:00Z',
    read: (file) => Promise.reject(new Error(`no test has ${file}`)),
    prompt: () => Promise.resolve(),
    fingerprint: () => Promise.resolve(null),
    ...over,
  });
  return { code, out, err };
}

export const inColour: Pick<CliIo, 'paint'> = {
  paint: (style, text) => styleText(style, text, { validateStream: false }),
};

/** Resolves to what a command prints. Throws if its exit code is not 0 or it writes to standard error. */
export async function outputOf(...argv: string[]): Promise<string> {
  const { code, out, err } = await run(argv);
  if (code !== 0 || err !== '') throw new Error(`exit code ${String(code)}: ${err}`);
  return out;
}

/** The data that a command prints with --json. */
export const json = async (...argv: string[]): Promise<unknown> =>
  (JSON.parse(await outputOf(...argv, '--json')) as { data: unknown }).data;
