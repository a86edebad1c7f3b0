/** Every question that is suggested instead of one that was not understood is itself understood. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Entry, Graph } from '../../src/graph/entries.ts';
import { cmsPbp } from '../../src/importers/cms-pbp/importer.ts';
import { ask, type QuestionAnswer } from '../../src/language/ask.ts';
import { loadFolders } from '../../src/store/folders.ts';
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
