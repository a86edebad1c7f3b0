/** Every question that is suggested instead of one that was not understood is itself understood. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Entry, Graph } from '../../src/graph/entries.ts';
import { cmsPbp } from '../../src/importers/cms-pbp/importer.ts';
import { ask, type QuestionAnswer } from '../../src/language/ask.ts';
import { loadFolders } from '../../src/store/folders.ts';
import { outsideQuestions, ownQuestions } from '../helpers/ask-accuracy.ts';
import { edit, edited } from '../helpers/near-misses.ts';
import { fixture, imported } from '../importers/import.ts';
import { at } from '../schema/ask.ts';

let graph: Graph;
beforeAll(async () => {
  const { pack } = await imported(cmsPbp(2027), fixture('five-plans-2027'));
  const loaded = await loadFolders({ data: [at('data'), pack], sources: [] });
  if (!loaded.graph) throw new Error('the pack is sound');
  ({ graph } = loaded);
});

const answerTo = (question: string): QuestionAnswer => ask(graph, question, '2027-03-01');
const namesOf = (entries: ReadonlyMap<string, Entry>): string[] =>
  [...entries.values()].flatMap(({ name, alternateNames, phrases }) => [name, ...alternateNames, ...phrases]);

/** Questions with a place for a name, by what names are put there. */
const QUESTIONS: readonly (readonly [string, (of: Graph) => readonly string[], (name: string) => string])[] = [
  ['a plan', ({ plans }) => namesOf(plans), (name) => `does ${name} cover massage`],
  ['a plan without a subject', ({ plans }) => namesOf(plans), (name) => `What is ${name}?`],
  ['a subject', ({ subjects }) => namesOf(subjects), (name) => `Does Tricare Prime cover ${name}?`],
  ['a subject of any plan', ({ subjects }) => namesOf(subjects), (name) => `which plans cover ${name} in California`],
  ['a condition', ({ conditions }) => namesOf(conditions), (name) => `does Medicare cover massage with ${name}`],
  ['a place', ({ territories }) => namesOf(territories), (name) => `does Medicare cover care in ${name}`],
  ['a state of offer', ({ territories }) => namesOf(territories), (name) => `which plans are offered in ${name}`],
  ['a source', ({ sources }) => namesOf(sources), (name) => `what is massage according to ${name}`],
  [
    'a county',
    () => ['Allegheny County', 'Allegheny County, PA', 'San Francisco County', 'San Francisco, California'],
    (name) => `which plans in ${name} cover physical therapy`,
  ],
];

describe.each(QUESTIONS)('near-misses of the name of %s', (_, names, question) => {
  test('each question that is suggested is understood and has suggestions of its own no more', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names(graph)), edit, (name, change) => {
        const asked = question(edited(name, change));
        for (const suggestion of answerTo(asked).suggestions) {
          const { understood, text, suggestions } = answerTo(suggestion);
          expect([understood, suggestions], `${asked} -> ${suggestion}: ${text}`).toEqual([true, []]);
        }
      }),
      { seed: 20_261_130, numRuns: 150 },
    );
  });
});

describe('every suggestion of the questions from outside', () => {
  const asked = readFileSync(at('test/acceptance/questions-200.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { readonly question: string }).question);
  const questions = [...asked, ...ownQuestions().map(({ q }) => q), ...outsideQuestions().map(({ q }) => q)];

  test('is a whole question that is understood', () => {
    const suggested = new Set(questions.flatMap((question) => answerTo(question).suggestions));
    expect(suggested.size).toBeGreaterThan(50);
    for (const suggestion of suggested) {
      expect(answerTo(suggestion).understood, suggestion).toBe(true);
      expect(suggestion).not.toMatch(/\b(\p{L}+) \1\b/iu);
      expect(suggestion).not.toMatch(
        /\b(?:Does|What does|What is) [^?]*\bplans (?:cover|require|\?)|\b(?:for|with|the|an?|in|of) *[?.]?$/,
      );
    }
  });

  test('names no other plan than the question does', () => {
    for (const question of questions) {
      const { plans, suggestions } = answerTo(question);
      if (plans.length === 0) continue;
      for (const suggestion of suggestions.filter((each) => !each.startsWith('What do')))
        expect(
          answerTo(suggestion).plans.filter((plan) => !plans.includes(plan)),
          `${question} -> ${suggestion}`,
        ).toEqual([]);
    }
  });
});
