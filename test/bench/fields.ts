/**
 * `npm run bench:fields -- NAME=FOLDER ...`: what groups of fields of a determination cost, in builds of this project that
 * are compared with each other. FOLDER holds `src`; the first build is the one that ratios compare with. Example:
 *
 *     npm run bench:fields -- v0.1.0="$(scripts/baseline.sh)" now=.
 *
 * Flags: `--rounds N` (31), `--data FOLDER` (`data` of this folder), `--only TEXT` of a group's name, `--kind TEXT` of a
 * kind's. Each plan of the data is asked about each subject, with no facts, on a day that is assumed. All builds read the same data. Three kinds of
 * questions are measured apart: those to which the last build has an ALSO_STATED requirement, which a source alone must be
 * heard for; of the others those with a later answer in the summary; and all others, where no build should cost more.
 * A figure is the processor time of one determination in microseconds, the median of the rounds, which alternate between
 * the builds; a ratio is the median of the ratios of the rounds.
 *
 * The engine is measured as it is built: a loader that transforms sources as it goes gives every function a name each time
 * that it is made, a third of what the engine does.
 */
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import type { Determination } from '../../src/engine/determination.ts';
import type { determine } from '../../src/engine/determine.ts';
import type { Question } from '../../src/engine/question.ts';
import type { loadFolders } from '../../src/store/folders.ts';
import { median } from './starts.ts';

/** A day on which rules of the data hold, and after which some begin. */
const DAY = '2026-11-23';
const WARM_UP_ROUNDS = 20;
/** Few questions are asked again in a round, so that the clock of the processor can measure them. */
const FEWEST_ANSWERS = 1_000;

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '31' },
    data: { type: 'string', default: join(import.meta.dirname, '../../data') },
    only: { type: 'string', default: '' },
    kind: { type: 'string', default: '' },
  },
});

/** How much of the answer was read, so that no compiler leaves the work out. */
type Read = (answer: Determination) => number;
const conditions: Read = ({ requirements }) => requirements.length;
const amounts: Read = ({ limits, costs }) => limits.length + costs.length;
const basis: Read = ({ pathways, missing, proof, rejectedRules }) =>
  pathways.length + missing.length + proof.length + rejectedRules.length;
const summaryText: Read = ({ summary }) => summary.length;
const together =
  (...reads: readonly Read[]): Read =>
  (answer) =>
    reads.reduce((sum, read) => sum + read(answer), 0);

/** The fields of release 0.1.0 first. A build that does not know a field reads nothing of it. */
const GROUPS: Readonly<Record<string, Read>> = {
  status: ({ status }) => status.length,
  requirements: conditions,
  'limits, costs': amounts,
  summary: summaryText,
  'requirements, amounts, summary': together(conditions, amounts, summaryText),
  'pathways, missing, proof, rejectedRules': basis,
  'all of 0.1.0': together(conditions, amounts, basis, summaryText),
};
/** The fields that came later, in addition to all that 0.1.0 has. */
const NEW_GROUPS: Readonly<Record<string, Read>> = {
  '+ routes': ({ routes }) => routes.length,
  '+ formalities': ({ formalities }) => formalities.length,
  '+ routes, formalities': ({ routes, formalities }) => routes.length + formalities.length,
};
const groups = new Map<string, Read>([
  ...Object.entries(GROUPS),
  ...Object.entries(NEW_GROUPS).map(([name, read]): [string, Read] => [
    name,
    together(conditions, amounts, basis, summaryText, read),
  ]),
]);

interface Engine {
  readonly determine: typeof determine;
  readonly loadFolders: typeof loadFolders;
}

interface Build {
  readonly name: string;
  readonly determine: Engine['determine'];
  /** The questions of each kind. */
  readonly questions: ReadonlyMap<Kind, readonly Question[]>;
  readonly knows: (group: string) => boolean;
}

const KINDS = ['plain', 'with a later day', 'with ALSO_STATED'] as const;
type Kind = (typeof KINDS)[number];

async function engineOf(folder: string, scratch: string): Promise<Engine> {
  const outfile = join(scratch, `${String(Math.random()).slice(2)}.mjs`);
  await build({
    stdin: {
      contents: `export { determine } from './src/engine/determine.ts'; export { loadFolders } from './src/store/folders.ts';`,
      resolveDir: folder,
    },
    outfile,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'warning',
  });
  return (await import(pathToFileURL(outfile).href)) as Engine;
}

function questionsOf(graph: Question['graph']): Question[] {
  const [nothing, counts] = [[], new Map<never, never>()];
  // Written out, as the server makes its questions: copies by `...` have a shape for each plan.
  return [...graph.plans.values()].flatMap((plan) =>
    [...graph.subjects.values()].map((subject): Question => ({
      graph,
      plan,
      subject,
      met: nothing,
      unmet: nothing,
      counts,
      territory: null,
      on: DAY,
      onAssumed: true,
      accordingTo: null,
      minimumAuthority: null,
    })),
  );
}

function kindOf({ requirements, upcomingChanges }: Determination): Kind {
  if (requirements.some(({ role }) => role === 'ALSO_STATED')) return 'with ALSO_STATED';
  return upcomingChanges.length > 0 ? 'with a later day' : 'plain';
}

async function buildOf(argument: string, scratch: string, kinds: Kind[]): Promise<Build> {
  const [, name, folder] = /^([^=]+)=(.+)$/.exec(argument) ?? [];
  if (name === undefined || folder === undefined)
    throw new Error(`"${argument}" names no build: write NAME=FOLDER, such as now=.`);
  const engine = await engineOf(resolve(folder), scratch);
  const { graph } = await engine.loadFolders({ data: [resolve(flags.data)], sources: [] });
  if (graph === null) throw new Error(`${name} refuses the data in ${flags.data}: choose another folder with --data`);
  const questions = questionsOf(graph);
  const [first] = questions;
  if (first === undefined) throw new Error(`${flags.data} holds no plan or no subject: choose another with --data`);
  const isNew = 'routes' in engine.determine(first);
  if (isNew && kinds.length === 0) kinds.push(...questions.map((question) => kindOf(engine.determine(question))));
  const ofKind = (kind: Kind): Question[] => questions.filter((_, index) => (kinds[index] ?? 'plain') === kind);
  return {
    name,
    determine: engine.determine,
    questions: new Map(KINDS.map((kind) => [kind, ofKind(kind)])),
    knows: (group) => !(group in NEW_GROUPS) || isNew,
  };
}

let read = 0;
/** Microseconds of the processor for one determination with the fields of a group. */
function microseconds({ determine: answer, questions }: Build, kind: Kind, fields: Read): number {
  const some = questions.get(kind) ?? [];
  const repeats = Math.ceil(FEWEST_ANSWERS / some.length);
  const from = process.cpuUsage();
  for (let repeat = 0; repeat < repeats; repeat += 1) for (const question of some) read += fields(answer(question));
  const { user, system } = process.cpuUsage(from);
  return (user + system) / some.length / repeats;
}

function printRow(cells: readonly string[]): void {
  const [first = '', ...rest] = cells;
  process.stdout.write(`${first.padEnd(42)}${rest.map((cell) => cell.padStart(18)).join('')}\n`);
}

function compareGroup(name: string, fields: Read, kind: Kind, builds: readonly Build[]): void {
  const able = builds.filter(({ knows }) => knows(name));
  for (let round = 0; round < WARM_UP_ROUNDS; round += 1) for (const each of able) microseconds(each, kind, fields);
  const figures = new Map(able.map((each): [Build, number[]] => [each, []]));
  for (let round = 0; round < Number(flags.rounds); round += 1)
    for (const each of able) figures.get(each)?.push(microseconds(each, kind, fields));
  const reference = figures.get(builds[0] as Build) ?? [];
  const cells = builds.map((each) => {
    const own = figures.get(each);
    if (own === undefined) return '-';
    const ratios = own.flatMap((figure, round) => figure / (reference[round] ?? Number.NaN));
    const ratio = each === builds[0] || reference.length === 0 ? '' : ` (${median(ratios).toFixed(2)})`;
    return median(own).toFixed(1) + ratio;
  });
  printRow([name, ...cells]);
}

const scratch = await mkdtemp(join(tmpdir(), 'covergraph-bench-fields-'));
try {
  await symlink(join(import.meta.dirname, '../../node_modules'), join(scratch, 'node_modules'));
  const builds: Build[] = [];
  const kinds: Kind[] = [];
  // The last build first: it says of which kind a question is.
  for (const argument of (positionals.length === 0 ? ['now=.'] : positionals).toReversed())
    builds.unshift(await buildOf(argument, scratch, kinds));
  for (const kind of KINDS) {
    const count = builds[0]?.questions.get(kind)?.length ?? 0;
    if (count === 0 || !kind.includes(flags.kind)) continue;
    printRow([`${kind} (${String(count)}), µs`, ...builds.map(({ name }) => name)]);
    for (const [name, fields] of groups) if (name.includes(flags.only)) compareGroup(name, fields, kind, builds);
  }
} finally {
  await rm(scratch, { recursive: true });
}
if (read === 0) throw new Error('nothing was derived');
