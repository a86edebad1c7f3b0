/**
 * The pipeline that interprets a question in plain English. Each step takes the result of the step before and adds to
 * it. Nothing is derived here: the result names entries of the graph and everything that was not understood.
 *
 * The steps add to a question with `Object.assign`, because V8 before Node 24 takes about 10 microseconds for a spread of an
 * object of this size.
 */
import type { Graph } from '../graph/entries.ts';
import { withAbbreviations } from './abbreviations.ts';
import { chunkMentions } from './chunk-mentions.ts';
import { classifyIntent } from './classify-intent.ts';
import { correctSpelling } from './correct-spelling.ts';
import { type CountySearchResult, findCounty } from './county.ts';
import { type DaySearchResult, findDay, namesDay } from './days.ts';
import { type Conversation, withEntriesOf, withFactsOf, withIntentOf, withSharedWords } from './conversation.ts';
import { fillSlots, type Interpretation } from './fill-slots.ts';
import { type NameIndex, nameIndexOf, tokenizeFor } from './name-index.ts';
import { type ResolvedQuestion, resolveEntities } from './resolve-entities.ts';
import { withStateNames } from './state-codes.ts';
import { tagMentions } from './tag-mentions.ts';
import type { Token } from './tokenizer.ts';

/**
 * Interprets a question.
 * @param today the day of the care if the question names the current year, as YYYY-MM-DD
 */
export function interpret(graph: Graph, question: string, today: string): Interpretation {
  const index = nameIndexOf(graph);
  const resolving = resolved(index, tokenizeFor(index, question), today);
  const classified = classifyIntent(resolving.question, resolving.county.county); // what is asked for
  return fillSlots(classified, resolving.county, resolving.dated); // all that an answer needs
}

/** Interprets a question that goes on from another one: what it leaves out is what it was in the question before. */
export function interpretNext(graph: Graph, question: string, today: string, before: Conversation): Interpretation {
  const index = nameIndexOf(graph);
  const words = withSharedWords(tokenizeFor(index, question), before, index);
  const alone = resolved(index, words, today);
  const resolving =
    before.offerText === null || alone.county.county !== null || alone.question.places.length > 0
      ? alone
      : resolved(index, [...words, ...tokenizeFor(index, before.offerText)], today);
  const entries = withEntriesOf(resolving.question, question, before);
  const classified = withIntentOf(classifyIntent(entries, resolving.county.county), question, before);
  return withFactsOf(fillSlots(classified, resolving.county, resolving.dated), question, before);
}

/** Pipeline steps 2 to 6. */
function resolved(index: NameIndex, tokens: readonly Token[], today: string): Resolving {
  const { graph } = index;
  const dated = findDay(tokens, today); // a day, and the words without it
  const county = findCounty(dated.words, graph); // a U.S. county, and the words without it
  const corrected = correctSpelling(withStateNames(withAbbreviations(county.words, index), index), index); // words with corrected stems
  const chunked = chunkMentions(corrected, index, namesDay(dated) ? null : today); // names, counts, a year, unknown names
  const tagged = tagMentions(chunked, graph); // the role of each name, the facts stated
  return { question: resolveEntities(tagged, index), county, dated }; // the plans, subjects and place that are meant
}

/** A question whose entries are decided, with its county and its day. */
interface Resolving {
  readonly question: ResolvedQuestion;
  readonly county: CountySearchResult;
  readonly dated: DaySearchResult;
}
