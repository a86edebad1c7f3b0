/**
 * The pipeline that interprets a question in plain English. Each step takes the result of the step before and adds to
 * it. Nothing is derived here: the result names entries of the graph and everything that was not understood.
 *
 * The steps add to a question with `Object.assign`, because V8 before Node 24 takes about 10 microseconds for a spread of an
 * object of this size.
 */
import type { Graph } from '../graph/entries.ts';
import { chunkMentions } from './chunk-mentions.ts';
import { classifyIntent } from './classify-intent.ts';
import { correctSpelling } from './correct-spelling.ts';
import { findCounty } from './county.ts';
import { findDay, namesDay } from './days.ts';
import { fillSlots, type Interpretation } from './fill-slots.ts';
import { nameIndexOf, tokenizeFor } from './name-index.ts';
import { resolveEntities } from './resolve-entities.ts';
import { withStateNames } from './state-codes.ts';
import { tagMentions } from './tag-mentions.ts';

/**
 * Interprets a question.
 * @param today the day of the care if the question names the current year, as YYYY-MM-DD
 */
export function interpret(graph: Graph, question: string, today: string): Interpretation {
  const index = nameIndexOf(graph);
  const tokens = tokenizeFor(index, question); // words
  const dated = findDay(tokens, today); // a day, and the words without it
  const county = findCounty(dated.words, graph); // a U.S. county, and the words without it
  const corrected = correctSpelling(withStateNames(county.words, index), index); // words with corrected stems
  const chunked = chunkMentions(corrected, index, namesDay(dated) ? null : today); // names, counts, a year, unknown names
  const tagged = tagMentions(chunked, graph); // the role of each name, the facts stated
  const resolved = resolveEntities(tagged, index); // the plans, subjects and place that are meant
  const classified = classifyIntent(resolved, county.county); // what is asked for
  return fillSlots(classified, county, dated); // all that an answer needs
}
