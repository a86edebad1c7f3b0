/** The answer to a question in plain English as a person reads it in a terminal: what was understood, the answer, why, and who says so. */
import type { AskInTerminalQuery } from './generated/graphql.ts';
import { listed, type TextLayout, paragraph, section, verdict, words } from './text-layout.ts';

type Answer = NonNullable<AskInTerminalQuery['ask']>;

/** How many answers are shown with their reasons; of a longer list the text says enough. */
const MOST_EXPLAINED = 4;

export function questionText(page: TextLayout, answer: Answer): string[] {
  const { understood, text, yes, notUnderstood, suggestions, determinations, citations } = answer;
  return [
    ...paragraph(page, page.paint('dim', understanding(answer))),
    ...(yes === null ? [] : ['', page.paint('bold', yes ? 'Yes.' : 'No.')]),
    '',
    ...text
      .split('\n')
      .flatMap((line) => paragraph(page, line.replace(/^- /, ''), line.startsWith('- ') ? '  - ' : '')),
    ...listed(page, 'Not understood', notUnderstood),
    ...listed(page, understood ? 'See also' : 'You could ask', suggestions),
    ...(determinations.length > MOST_EXPLAINED ? [] : determinations.flatMap((each) => reasons(page, each))),
    ...section(
      page,
      'Sources',
      citations.flatMap(({ source, locator, says }, index) =>
        paragraph(page, `${source.name} (${source.slug}), ${locator}: ${says}`, `  [${String(index + 1)}] `),
      ),
    ),
  ];
}

/** "REQUIREMENTS of TRICARE Prime: Massage therapy; given: prescribed". */
function understanding({ understood, intent, plans, subjects, territory, county, given }: Answer): string {
  const names = [plans, subjects]
    .map((some) => some.map(({ name }) => name).join(', '))
    .filter((some) => some !== '')
    .join(': ');
  const parts = [
    names,
    territory?.name ?? '',
    county === null ? '' : `in ${county}`,
    given.length > 0 ? `given: ${given.map(({ text }) => text).join(', ')}` : '',
  ]
    .filter((part) => part !== '')
    .join('; ');
  const asked = `${intent === null ? '' : words(intent)}${intent !== null && parts !== '' ? ' of ' : ''}${parts}`;
  return understood ? `Understood as: ${asked}` : asked === '' ? 'Not understood' : `Not understood, beyond: ${asked}`;
}

/** The rules and defeats that an answer rests on. */
function reasons(page: TextLayout, { plan, subject, proof, ...answer }: Answer['determinations'][number]): string[] {
  const steps = proof.filter(({ kind }) => kind === 'RULE' || kind === 'DEFEAT').map(({ text }) => text);
  return listed(page, `Why (${plan.name}, ${subject.name}: ${verdict(page, answer)})`, steps);
}
