/** Formats for a terminal what an answer says of formalities and of later days. */
import type { CoverageQuery } from './generated/graphql.ts';
import { amountText, formalityName } from '../model/answer-words.ts';
import { listed, paragraph, section, sourceNames, type TextLayout, verdict } from './text-layout.ts';

type Coverage = NonNullable<CoverageQuery['coverage']>;

/** A line for each verdict, with its sources; the topics that are not stated are one line at the end. */
export function formalitiesText(page: TextLayout, heading: string, formalities: Coverage['formalities']): string[] {
  const stated = formalities.filter(({ status }) => status !== 'NOT_STATED');
  const others = formalities.filter(({ status }) => status === 'NOT_STATED');
  return listed(page, heading, [
    ...stated.map(({ topic, text, role, citations }) => {
      const by = role === 'ALSO_STATED' ? 'Also stated by' : 'Stated by';
      const sources = citations.length === 0 ? '' : ` ${by} ${sourceNames(citations)}`;
      return `${formalityName(topic)}. ${text}${sources}`;
    }),
    ...(others.length === 0
      ? []
      : [`Not stated: ${others.map(({ topic }) => formalityName(topic).toLowerCase()).join(', ')}`]),
  ]);
}

/** The answer on each later day on which it changes, with its limits and costs. */
export function laterText(page: TextLayout, heading: string, changes: Coverage['upcomingChanges']): string[] {
  return section(
    page,
    heading,
    changes.flatMap(({ on, status, best, determination: { summary, limits, costs } }) => [
      ...paragraph(page, `${on}: ${verdict(page, { status, best })}. ${summary}`, '  - '),
      ...[...limits, ...costs].flatMap((amount) => paragraph(page, amountText(amount), '      ')),
    ]),
  );
}
