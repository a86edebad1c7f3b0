/** Formats the answer to a question in plain English for a terminal: what was understood, the answer, why, and its sources. */
import type { AskInTerminalQuery } from './generated/graphql.ts';
import { formalitiesText, laterText } from './format-terms.ts';
import { listed, type TextLayout, paragraph, section, verdict, words } from './text-layout.ts';

type Answer = NonNullable<AskInTerminalQuery['ask']>;

/** A longer list of answers is printed without the reasons of each. */
const MOST_EXPLAINED = 4;

/** The lines that `covergraph ask` prints. */
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
    ...(determinations.length > MOST_EXPLAINED
      ? []
      : determinations.flatMap((determination) => [
          ...formalitiesText(page, `Paperwork and approvals (${pairOf(determination)})`, determination.formalities),
          ...laterText(page, `What will change (${pairOf(determination)})`, determination.upcomingChanges),
          ...reasons(page, determination),
        ])),
    ...section(
      page,
      'Sources',
      citations.flatMap(({ source, locator, says }, index) =>
        paragraph(page, `${source.name} (${source.slug}), ${locator}: ${says}`, `  [${String(index + 1)}] `),
      ),
    ),
  ];
}

/** "Understood as: requirements of TRICARE Prime: Massage therapy; given: prescribed". */
function understanding({ understood, intent, plans, subjects, territory, county, given }: Answer): string {
  const names = [plans, subjects]
    .map((entries) => entries.map(({ name }) => name).join(', '))
    .filter((list) => list !== '')
    .join(': ');
  const parts = [
    names,
    territory?.name ?? '',
    county === null ? '' : `in ${county}`,
    given.length > 0 ? `given: ${given.map(({ text }) => text).join(', ')}` : '',
  ]
    .filter((part) => part !== '')
    .join('; ');
  const parsed = `${intent === null ? '' : words(intent)}${intent !== null && parts !== '' ? ' of ' : ''}${parts}`;
  if (understood) return `Understood as: ${parsed}`;
  return parsed === '' ? 'Not understood' : `Understood only: ${parsed}`;
}

const pairOf = ({ plan, subject }: Answer['determinations'][number]): string => `${plan.name}, ${subject.name}`;

/** The steps of the proof that state a rule or let one rule defeat another. */
function reasons(page: TextLayout, { plan, subject, proof, ...answer }: Answer['determinations'][number]): string[] {
  const steps = proof.filter(({ kind }) => kind === 'RULE' || kind === 'DEFEAT').map(({ text }) => text);
  return listed(page, `Why (${plan.name}, ${subject.name}: ${verdict(page, answer)})`, steps);
}
