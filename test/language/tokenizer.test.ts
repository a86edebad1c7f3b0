/** The tokenizer: how a text is split into words, and how words become the key of a name. */
import { expect, test } from 'vitest';
import { keyOf, tokenize } from '../../src/language/tokenizer.ts';

const stems = (text: string): string =>
  tokenize(text)
    .map(({ stem }) => stem)
    .join(' ');

test.each([
  ['TRICARE  Prime', 'tricare prime'],
  ['ＴＲＩＣＡＲＥ', 'tricare'],
  ['massages', 'massage'],
  ['emergencies', 'emergency'],
  ["What's", 'what is'],
  ['doctor’s', 'doctor'],
  ["isn't", 'is not'],
  ['the U.S.', 'the us'],
  ['97124-GP', '97124 gp'],
  ['authorisation', 'authorization'],
  ['programmes', 'program'],
  ['plan_b', 'plan b'],
  ['constructor __proto__', 'constructor proto'],
  ["what'constructor", 'what'],
  ['', ''],
  ['¿?', ''],
])('the stems of "%s" are "%s"', (text, expected) => {
  expect(stems(text)).toBe(expected);
});

test('an article within a name is not part of its key, but a letter at its end is', () => {
  expect(keyOf(['part', 'of', 'my', 'physical', 'therapy'])).toBe('part of physical therapy');
  expect(keyOf(['plan', 'a'])).toBe('plan a');
});
