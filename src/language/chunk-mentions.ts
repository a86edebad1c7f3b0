/**
 * A question cut into the names that the graph knows and the words between them: the cover with the most words in the
 * fewest names. What is neither a known name nor a word of grammar is left over, and is never passed over in silence.
 */
import { isGrammar } from './stop-words.ts';
import { correctSpelling } from './correct-spelling.ts';
import { withTravelRoutes } from './travel-routes.ts';
import { NAME, type EntityName } from './entity-names.ts';
import type { NameIndex } from './name-index.ts';
import { isPassedOver, keyOf, type Token } from './tokenizer.ts';

export interface Mention {
  /** Everything that goes by these words; more than one where they are ambiguous. */
  readonly terms: readonly EntityName[];
  /** The words that it takes up: from this one up to, and without, `to`. */
  readonly from: number;
  readonly to: number;
}

export interface MentionChunks {
  readonly words: readonly Token[];
  readonly mentions: readonly Mention[];
}

/** Names that are also words of grammar ("us") count where they are typed in capitals or after "the". */
function isMeant(words: readonly Token[], from: number, to: number): boolean {
  const [word, before] = [words[from], words[from - 1]];
  if (word === undefined || to - from > 1 || !PRONOUNS.has(word.stem)) return true;
  return word.text === word.text.toUpperCase() || /^(?:the|in|outside|within|inside)$/.test(before?.stem ?? '');
}
const PRONOUNS: ReadonlySet<string> = new Set([
  'us',
  'me',
  'it',
  'as',
  'in',
  'or',
  'no',
  'so',
  'to',
  'am',
  'my',
  'do',
  'is',
  'be',
  'at',
  'by',
  'he',
]);

export function chunkMentions(question: readonly Token[], vocabulary: NameIndex): MentionChunks {
  const words = correctSpelling(question, vocabulary);
  return {
    words,
    mentions: withTravelRoutes(words, withEllipses(words, cover(words, vocabulary), vocabulary), vocabulary),
  };
}

/** The terms of a stretch of words; titles of sources are left out, for they are often questions themselves. */
function termsOfSpan(words: readonly Token[], from: number, to: number, { phrases }: NameIndex): readonly EntityName[] {
  if (!isMeant(words, from, to) || hasLooseArticle(words, from, to)) return [];
  const found = phrases.get(keyOf(words.slice(from, to).map(({ stem }) => stem)));
  return found?.filter(({ entry, rank }) => entry.kind !== 'SOURCE' || rank !== NAME) ?? [];
}

/** "Deep tissue a massage style" holds no deep tissue massage: an article within a name follows a word of grammar. */
function hasLooseArticle(words: readonly Token[], from: number, to: number): boolean {
  for (let at = from + 1; at < to - 1; at++)
    if (
      isPassedOver(words[at]?.stem ?? '') &&
      !isGrammar(words[at - 1]?.stem ?? '') &&
      !isGrammar(words[at + 1]?.stem ?? '')
    )
      return true;
  return false;
}

/** Takes time in proportion to the words of the question times the words of the longest name. */
function cover(words: readonly Token[], vocabulary: NameIndex): Mention[] {
  const best: { worth: number; mention: Mention | null }[] = [];
  best[words.length] = { worth: 0, mention: null };
  for (let from = words.length - 1; from >= 0; from--) {
    let chosen: { worth: number; mention: Mention | null } = { worth: best[from + 1]?.worth ?? 0, mention: null };
    // A name does not begin with an article; one that could be passed over within it makes the stretch no longer than the name.
    const furthest =
      isPassedOver(words[from]?.stem ?? '') && from + 1 < words.length
        ? from
        : Math.min(words.length, from + vocabulary.longest + 3);
    for (let to = from + 1; to <= furthest; to++) {
      const terms = termsOfSpan(words, from, to, vocabulary);
      if (terms.length === 0) continue;
      const worth = 2 * (to - from) - 1 + (best[to]?.worth ?? 0);
      if (worth >= chosen.worth) chosen = { worth, mention: { terms, from, to } };
    }
    best[from] = chosen;
  }
  const mentions: Mention[] = [];
  for (let at = 0; at < words.length;) {
    const mention = best[at]?.mention ?? null;
    if (mention) mentions.push(mention);
    at = mention?.to ?? at + 1;
  }
  return mentions;
}

const JOINERS: ReadonlySet<string> = new Set(['and', 'or', 'vs', 'versus', 'nor', 'than', 'with', 'to']);

/**
 * "Plan G or N", "Tricare Prime and Select", "physical or occupational therapy": what two names share is said once.
 * A word that is left over beside a name is read with the other's last word, or first, put in the place of its own.
 */
function withEllipses(words: readonly Token[], mentions: readonly Mention[], vocabulary: NameIndex): Mention[] {
  const taken = new Set(
    mentions.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, index) => from + index)),
  );
  const stems = ({ from, to }: Mention): string[] => words.slice(from, to).map(({ stem }) => stem);
  const added: Mention[] = [];
  const look = (at: number, key: readonly string[], kind: EntityName['entry']['kind'] | undefined): boolean => {
    const terms = (vocabulary.phrases.get(keyOf(key)) ?? []).filter(({ entry }) => entry.kind === kind);
    if (terms.length === 0) return false;
    added.push({ terms, from: at, to: at + 1 });
    taken.add(at);
    return true;
  };
  const open = (at: number): boolean => {
    const word = words[at];
    return word !== undefined && !taken.has(at) && (word.stem.length === 1 || !isGrammar(word.stem));
  };
  for (const mention of mentions) {
    const kind = mention.terms[0]?.entry.kind;
    const own = stems(mention);
    if (own.length < 2) continue;
    let at = mention.to;
    while (at < words.length) {
      const joined = JOINERS.has(words[at]?.stem ?? '') || words[at]?.afterComma === true;
      const next = JOINERS.has(words[at]?.stem ?? '') ? at + 1 : at;
      if (!joined || !open(next) || !look(next, [...own.slice(0, -1), words[next]?.stem ?? ''], kind)) break;
      at = next + 1;
    }
    const before = mention.from - 1;
    if (JOINERS.has(words[before]?.stem ?? '') && open(before - 1))
      look(before - 1, [words[before - 1]?.stem ?? '', ...own.slice(1)], kind);
  }
  return [...mentions, ...added].sort((a, b) => a.from - b.from);
}
