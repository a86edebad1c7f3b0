/** Idioms whose words are neither names nor unknown where they occur in the idiom. */
import type { WordRange } from './mention.ts';
import type { Token } from './tokenizer.ts';

const IDIOMS: readonly RegExp[] = [
  /^point of service/,
  /^side by side/,
  /^how long/,
  /^how come/,
  /^(?:what|anything|something|which)(?: (?:will|is|are|does|has|have))? chang(?:e|ing|ed)$/,
];

/** Idioms about places, which are only recognized in a question about places. */
const PLACE_IDIOMS: readonly RegExp[] = [/^home for/, /^(?:is|as|called|considered) home$/, /^(?:as|is) home/];

/** The most words in an idiom. */
const LONGEST_IDIOM = 3;

/** The words of every idiom in a question. `isAboutPlaces` says whether to look for idioms about places too. */
export function findIdioms(words: readonly Token[], isAboutPlaces: boolean): WordRange[] {
  const idioms = isAboutPlaces ? [...IDIOMS, ...PLACE_IDIOMS] : IDIOMS;
  return words.flatMap((_, from) => {
    const stems = words.slice(from, from + LONGEST_IDIOM).map(({ stem }) => stem);
    const candidates = [stems.join(' '), stems.slice(0, 2).join(' ')];
    return idioms.flatMap((idiom) => {
      const matched = candidates.map((text) => idiom.exec(text)?.[0]).find((text) => text !== undefined);
      return matched === undefined ? [] : [{ from, to: from + matched.split(' ').length }];
    });
  });
}
