/** `npm run report:ask-accuracy [-- --all]`: how many questions in plain English are understood, by intent; --all lists those that are not. */
import { graph } from '../helpers/curated-data.ts';
import { byIntent, outsideQuestions, ownQuestions, score } from '../helpers/ask-accuracy.ts';

for (const [title, questions] of [
  ["the project's own questions", ownQuestions()],
  ['questions from outside', outsideQuestions()],
] as const) {
  const scored = questions.map((expected) => score(graph, expected));
  process.stdout.write(`\n| ${title} | asked | right | confident and wrong |\n|---|--:|--:|--:|\n`);
  for (const [intent, { asked, right, wrong }] of [...byIntent(scored)].sort(([a], [b]) => (a < b ? -1 : 1))) {
    process.stdout.write(
      `| ${intent} | ${String(asked)} | ${String(right)} (${((100 * right) / asked).toFixed(1)} %) | ${String(wrong)} |\n`,
    );
  }
  if (!process.argv.includes('--all')) continue;
  for (const {
    expected: { q },
    faults,
    wrong,
  } of scored)
    if (faults.length > 0)
      process.stdout.write(`${wrong.length > 0 ? 'WRONG' : 'no'}  ${q}  →  ${faults.join('; ')}\n`);
}
