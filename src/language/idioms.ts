/** Turns of phrase, and the question as the patterns of intents read it. */
import type { Entry } from '../graph/entries.ts';
import type { TaggedMentions } from './tag-mentions.ts';
import type { Token } from './tokenizer.ts';

/** Words that carry no more than grammar in one turn of phrase, and could elsewhere. */
const IDIOMS: readonly RegExp[] = [/^point of service/, /^side by side/, /^how long/, /^how come/];
const IDIOMS_OF_PLACES: readonly RegExp[] = [/^home for/, /^(?:is|as|called|considered) home$/, /^(?:as|is) home/];
export function consumeIdioms(
  words: readonly Token[],
  isOfPlaces: boolean,
  account: (from: number, to: number) => void,
): void {
  words.forEach((_, at) => {
    const ahead = words.slice(at, at + 3).map(({ stem }) => stem);
    for (const idiom of [...IDIOMS, ...(isOfPlaces ? IDIOMS_OF_PLACES : [])]) {
      const found = [ahead.join(' '), ahead.slice(0, 2).join(' ')]
        .map((text) => idiom.exec(text)?.[0])
        .find((text) => text !== undefined);
      if (found !== undefined) account(at, at + found.split(' ').length);
    }
  });
}

const SYMBOLS: Record<Entry['kind'], string> = {
  PLAN: 'PLAN',
  SERVICE: 'SERVICE',
  TECHNIQUE: 'TECHNIQUE',
  BILLING_CODE: 'CODE',
  TERRITORY: 'PLACE',
  COVERAGE_CONDITION: 'FACT',
  SOURCE: 'SOURCE',
};

/** The question as the patterns read it: each name as its kind, each unknown one as NAME. */
export function symbols(
  words: readonly Token[],
  entries: TaggedMentions['entries'],
  unknown: readonly { from: number; to: number }[],
): string {
  const said: string[] = words.map(({ stem }) => stem);
  const replace = (from: number, to: number, by: string): void => {
    for (let at = from; at < to; at++) said[at] = at === from ? by : '';
  };
  for (const { mention, entry } of entries) replace(mention.from, mention.to, SYMBOLS[entry.kind]);
  for (const { from, to } of unknown) replace(from, to, 'NAME');
  return said.filter((word) => word !== '').join(' ');
}
