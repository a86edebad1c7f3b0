/** Shell completion of names: which kinds of entries each argument takes, and which of their names begin with a word. */
import type { Context } from '../schema/index.ts';
import { SlugsDocument, type SlugsQuery } from './generated/graphql.ts';
import { ask } from './execute.ts';

/** The kinds of entries that an argument takes, as fields of the operation `Slugs`. */
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
/** Flags of `matrix` that take several values. */
const TAKES_MANY = new Set(['--of', '--plans']);
/** What each positional argument of a command takes; the last item applies to all further arguments. */
const PLACES: Readonly<Record<string, readonly Shelf[]>> = {
  coverage: [['plans'], SUBJECTS, []],
  compare: [['plans']],
  matrix: [[]],
  new: [[]],
  show: [['plans', ...SUBJECTS, 'coverageConditions', 'sources'], []],
};

/** What the next argument after `words` takes; null if it is not the name of an entry. */
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

/** The names that begin with `beginning`, in the order of kinds and then of slugs, from the first hundred of each kind. */
export function namesFor(context: Context, shelf: Shelf, beginning: string): string[] {
  const all = ask(SlugsDocument, {}, context);
  return shelf
    .flatMap((kind) => all[kind].nodes.map((entry) => ('code' in entry ? entry.code : entry.slug)))
    .filter((name) => name.startsWith(beginning));
}
