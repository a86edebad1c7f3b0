/** The names of entries that the shell completes a word to: which kinds may stand where, and which begin as the word does. */
import type { Context } from '../schema/index.ts';
import { SlugsDocument, type SlugsQuery } from './generated/graphql.ts';
import { ask } from './execute.ts';

type Shelf = readonly (keyof SlugsQuery)[];

const SUBJECTS: Shelf = ['services', 'techniques', 'billingCodes'];
const AFTER_FLAG: Readonly<Record<string, Shelf>> = {
  '--of': SUBJECTS,
  '--plans': ['plans'],
  '--met': ['coverageConditions'],
  '--unmet': ['coverageConditions'],
  '--according-to': ['sources'],
  '--covered': SUBJECTS,
  '--excluded': SUBJECTS,
  '--when': ['coverageConditions'],
  '--within': ['plans'],
};
const TAKES_MANY = new Set(['--of', '--plans']);
/** By command, what stands at each place; the last is that of every place after it. */
const PLACES: Readonly<Record<string, readonly Shelf[]>> = {
  coverage: [['plans'], SUBJECTS, []],
  compare: [['plans']],
  matrix: [[]],
  new: [[]],
  show: [['plans', ...SUBJECTS, 'coverageConditions', 'sources'], []],
};

/** What may follow the words typed after a command; null where that is none of ours to say. */
export function shelfAt(command: string, words: readonly string[]): Shelf | null {
  const places = PLACES[command];
  if (!places) return null;
  let flag: string | null = null;
  let place = 0;
  for (const word of words) {
    if (word.startsWith('-')) flag = word;
    else if (flag === null) place += 1;
    else if (command !== 'matrix' || !TAKES_MANY.has(flag)) flag = null;
  }
  const shelf = flag === null || flag === '--json' ? places[Math.min(place, places.length - 1)] : AFTER_FLAG[flag];
  return shelf === undefined || shelf.length === 0 ? null : shelf;
}

/** By kind, then by slug: the first hundred of each kind are offered. */
export function namesFor(context: Context, shelf: Shelf, beginning: string): string[] {
  const all = ask(SlugsDocument, {}, context);
  return shelf
    .flatMap((kind) => all[kind].nodes.map((entry) => ('code' in entry ? entry.code : entry.slug)))
    .filter((name) => name.startsWith(beginning));
}
