/** The steps of the pipeline that interprets a question, each on questions worked out by hand. */
import { describe, expect, test } from 'vitest';
import { chunkMentions } from '../../src/language/chunk-mentions.ts';
import { classifyIntent } from '../../src/language/classify-intent.ts';
import { correctSpelling } from '../../src/language/correct-spelling.ts';
import { interpret } from '../../src/language/interpret.ts';
import { rangeText } from '../../src/language/mention.ts';
import { nameIndexOf } from '../../src/language/name-index.ts';
import { resolveEntities } from '../../src/language/resolve-entities.ts';
import { tagMentions } from '../../src/language/tag-mentions.ts';
import { tokenize } from '../../src/language/tokenizer.ts';
import { graph, TODAY } from '../helpers/curated-data.ts';

const index = nameIndexOf(graph);
const corrected = (question: string) => correctSpelling(tokenize(question), index);
const chunked = (question: string) => chunkMentions(corrected(question), index, TODAY);
const tagged = (question: string) => tagMentions(chunked(question), graph);
const resolved = (question: string) => resolveEntities(tagged(question), index);
const classified = (question: string) => classifyIntent(resolved(question), null);
const slugs = (entries: readonly { readonly slug: string }[]) => entries.map(({ slug }) => slug);

test.each([
  ['tri-care', 'tricare'],
  ['tricareprime', 'tricare prime'],
  ['CPT97124', 'cpt 97124'],
  ['97124-ZZ', '97124'],
  ['97124-GP', '97124 gp'],
  ['97124GP', '97124 gp'],
  ['masage', 'massage'],
  ['requier', 'require'],
  ['Requier', 'requier'],
  ['plan g', 'plan g'],
])('correctSpelling: "%s" becomes "%s"', (question, stems) => {
  expect(
    corrected(question)
      .map(({ stem }) => stem)
      .join(' '),
  ).toBe(stems);
});

describe('chunkMentions', () => {
  const mentions = (question: string) => {
    const { words, mentions: ranges } = chunked(question);
    return ranges.map((range) => rangeText(words, range));
  };

  test('prefers the longest names', () => {
    expect(mentions('does tricare prime cover massage therapy')).toEqual(['tricare prime', 'massage therapy']);
  });

  test('completes names that an ellipsis shortens', () => {
    expect(mentions('does medigap plan g or n cover emergencies')).toEqual(['medigap plan g', 'n', 'emergencies']);
    expect(mentions('physical or occupational therapy')).toEqual(['physical', 'occupational therapy']);
  });

  test('finds counts and a year, which are neither mentions nor unknown', () => {
    const { counts, year, unknownNames } = chunked(
      'does medigap plan g cover emergencies on day 70 of my trip in 2025',
    );
    expect(counts.map(({ condition, count }) => [condition.slug, count])).toEqual([['days-of-trip-before-care', 70]]);
    expect(year?.day).toBe('2025-01-01');
    expect(unknownNames).toEqual([]);
  });

  test('makes a known name next to an unknown one part of it', () => {
    const { unknownNames, mentions: ranges } = chunked('does Medicare Gold cover massage');
    expect(unknownNames.map(({ text }) => text)).toEqual(['Medicare Gold']);
    expect(ranges).toHaveLength(1);
  });
});

describe('tagMentions', () => {
  const facts = (question: string) => tagged(question).facts.map(({ condition, holds }) => [condition.slug, holds]);

  test('tells facts that are stated, denied and asked about', () => {
    expect(facts('does tricare prime cover massage with a referral')).toEqual([['referral', true]]);
    expect(facts('does tricare prime cover massage without a referral')).toEqual([['referral', false]]);
    expect(facts('do I need a referral for massage with tricare prime')).toEqual([['referral', null]]);
    expect(facts('does massage need to be prescribed under tricare prime')).toEqual([['prescribed', null]]);
    expect(facts('is massage prescribed by a doctor covered by tricare prime')).toEqual([
      ['prescribed-by-doctor', true],
    ]);
  });

  test('takes a word for a service or for a fact by the words around it', () => {
    expect(slugs(tagged('does tricare prime cover emergencies').subjectMentions)).toEqual(['emergency-care']);
    expect(facts('does tricare prime cover emergencies')).toEqual([]);
    const question = 'does tricare prime cover massage without a prescription';
    expect(slugs(tagged(question).subjectMentions)).toEqual(['massage-therapy']);
    expect(facts(question)).toEqual([['prescribed', false]]);
    expect(facts('does medicare pay if it was not an emergency')).toEqual([['medical-emergency', false]]);
  });

  test('reports a name that fits several entries', () => {
    expect(tagged('does tricare prime cover massage in Georgia').ambiguousNames).toMatchObject([
      { text: 'Georgia', entries: [{ kind: 'TERRITORY' }, { kind: 'TERRITORY' }] },
    ]);
    expect(tagged('does tricare prime cover massage in the state of Georgia').ambiguousNames).toEqual([]);
  });
});

describe('resolveEntities', () => {
  test('leaves out excluded plans, and a program if one of its plans is named', () => {
    expect(slugs(resolved('does tricare prime but not tricare select cover massage').plans)).toEqual(['tricare-prime']);
    expect(slugs(resolved('TRICARE: does Tricare Prime cover massage').plans)).toEqual(['tricare-prime']);
    expect(slugs(resolved('is tricare prime part of tricare').plans)).toEqual(['tricare-prime', 'tricare']);
  });

  test('finds where the care is given', () => {
    const place = (question: string) => resolved(question).placeOfCare.territory?.code ?? null;
    expect(place('does medicare cover emergencies in Canada')).toBe('CA');
    expect(place('I live in Texas, does medicare cover emergencies in Mexico')).toBe('MX');
    expect(place('does medicare cover emergencies outside the United States')).toBe(graph.abroad.code);
  });

  test('takes the subject from the name of a provider if no other is named', () => {
    expect(slugs(resolved('does medicare pay a massage therapist').subjects)).toEqual(['massage-therapy']);
  });
});

test.each([
  ['does tricare prime cover massage', 'doe PLAN cover SERVICE', 'COVERAGE'],
  ['what does tricare prime require for massage', 'what doe PLAN require for SERVICE', 'REQUIREMENTS'],
  ['how much is massage with tricare prime', 'how much is SERVICE with PLAN', 'COST'],
  ['which plans cover massage', 'which plan cover SERVICE', 'LIST_PLANS'],
  ['is kneading part of 97124', 'is TECHNIQUE part of CODE', 'INCLUDES'],
  ['what is zorbex', 'what is NAME', null],
])('classifyIntent: "%s" reads "%s" and asks for %s', (question, patternText, intent) => {
  expect(classified(question)).toMatchObject({ patternText, intent });
});

describe('fillSlots', () => {
  test('an unknown name is not reported if a remark on the subject contains it', () => {
    expect(interpret(graph, 'does tricare prime cover massage for zorbex', TODAY)).toMatchObject({
      notUnderstood: ['zorbex'],
      remarkTerms: [],
    });
    // The remark: "Relief of pain, relaxation and wellness."
    expect(interpret(graph, 'what is massage for relaxation', TODAY)).toMatchObject({
      notUnderstood: [],
      remarkTerms: ['relaxation'],
    });
  });

  test('"my plan" and excluded subjects are reported as not understood', () => {
    expect(interpret(graph, 'does my plan cover massage', TODAY).notUnderstood).toEqual(['my plan']);
    expect(interpret(graph, 'does medicare cover massage without acupuncture', TODAY).notUnderstood).toEqual([
      'without acupuncture',
    ]);
  });
});
