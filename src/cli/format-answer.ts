/** Formats answers for a terminal: of one plan, a comparison of plans, and a matrix of plans and subjects. */
import type { CompareQuery, CoverageQuery, MatrixQuery } from './generated/graphql.ts';
import { listed, named, type TextLayout, paragraph, section, sources, verdict, words } from './text-layout.ts';

type Coverage = NonNullable<CoverageQuery['coverage']>;

/** The mark of a requirement that the facts meet, contradict or leave open. */
const marks: Record<Coverage['requirements'][number]['state'], string> = {
  MET: '  [x] ',
  UNMET: '  [!] ',
  UNKNOWN: '  [ ] ',
};

function requirements(page: TextLayout, heading: string, wanted: Coverage['requirements']): string[] {
  return section(
    page,
    heading,
    wanted.flatMap(({ text, strength, state, dependsOn }) => {
      const how = strength === 'REQUIRED' ? '' : `: ${words(strength)}`;
      const depending = dependsOn.length === 0 ? '' : `, depending on ${dependsOn.join(' and ')}`;
      return paragraph(page, `${text}${how}${depending}`, marks[state]);
    }),
  );
}

/** The most useful question to ask next, with the flags that answer it. */
function next({ nextQuestion }: Coverage): string[] {
  if (!nextQuestion) return [];
  const { slug, question, counts } = nextQuestion;
  return [question ?? slug, ...(counts === null ? [`--met ${slug}`, `--unmet ${slug}`] : [`--count ${slug}=N`])];
}

/** What `coverage` prints. */
export function coverageText(page: TextLayout, answer: Coverage): string[] {
  const {
    plan,
    subject,
    territory,
    on,
    given,
    requirements: required,
    pathways,
    pathwaysComplete,
    dataVersion,
  } = answer;
  const ways = pathways.map(({ facts }) =>
    facts.length === 0 ? 'no further facts are needed' : facts.map(({ text }) => text).join('; '),
  );
  return [
    ...paragraph(
      page,
      `${page.paint('bold', plan.name)}: ${page.paint('bold', subject.name)}${territory === null ? '' : `, ${territory.name}`}`,
    ),
    ...paragraph(page, verdict(page, answer)),
    '',
    ...paragraph(page, answer.summary),
    ...listed(
      page,
      'Given',
      given.map(({ text }) => text),
    ),
    ...requirements(
      page,
      'To be covered',
      required.filter(({ role }) => role === 'FOR_COVERAGE'),
    ),
    ...requirements(
      page,
      'Once covered',
      required.filter(({ role }) => role === 'ONCE_COVERED'),
    ),
    ...listed(
      page,
      'Limits',
      answer.limits.map(({ text }) => text),
    ),
    ...listed(
      page,
      'Costs',
      answer.costs.map(({ text }) => text),
    ),
    ...(answer.status === 'CONDITIONAL'
      ? listed(page, waysTitle(answer.best === 'COVERED', pathwaysComplete), ways)
      : []),
    ...listed(page, 'Ask first', next(answer), '  '),
    ...section(
      page,
      'Where sources differ',
      answer.disagreements.flatMap(({ title, positions }) => [
        ...paragraph(page, title, '  - '),
        ...positions.flatMap(({ says, sources: cited }) =>
          paragraph(page, `${cited.map(({ name }) => name).join(', ')}: ${says}`, '      '),
        ),
      ]),
    ),
    ...listed(page, 'Assumed', answer.assumptions),
    ...sources(page, answer.citations),
    '',
    ...paragraph(page, page.paint('dim', `For ${on}. Data ${dataVersion.slice(0, 12)}, answer ${answer.id}.`)),
  ];
}

/** What `compare` prints. */
export function comparisonText(
  page: TextLayout,
  { subject, plans, determinations, shared, differences }: NonNullable<CompareQuery['comparePlans']>,
): string[] {
  return [
    ...paragraph(page, page.paint('bold', subject.name)),
    ...determinations.flatMap((answer, index) => [
      '',
      ...paragraph(page, page.paint('bold', plans[index]?.name ?? '')),
      ...paragraph(page, verdict(page, answer), '  '),
      ...paragraph(page, answer.summary, '  '),
    ]),
    ...listed(
      page,
      'All of them require',
      shared.map(({ text, strength }) => (strength === 'REQUIRED' ? text : `${text}: ${words(strength)}`)),
    ),
    ...[...new Set(differences.map(({ aspect }) => aspect))].flatMap((aspect) =>
      section(
        page,
        `They differ in ${words(aspect)}`,
        differencesIn(
          page,
          differences.filter((each) => each.aspect === aspect),
        ),
      ),
    ),
  ];
}

/** A line for each plan, with an empty line between differences. */
function differencesIn(
  page: TextLayout,
  differences: NonNullable<CompareQuery['comparePlans']>['differences'],
): string[] {
  return differences.flatMap(({ values }, index) => [
    ...(index === 0 ? [] : ['']),
    ...values.flatMap(({ plan, text, rule }) =>
      paragraph(page, `${plan.name}: ${text}${rule === null ? '' : page.paint('dim', ` (${rule.slug})`)}`, '  - '),
    ),
  ]);
}

/** What `matrix` prints: a line for each pair of plan and subject, because a table with many columns does not fit. */
export function matrixText(page: TextLayout, { subjects, rows }: NonNullable<MatrixQuery['coverageMatrix']>): string[] {
  const width = Math.min(Math.max(...subjects.map(({ slug }) => slug.length)), Math.floor(page.columns / 2)) + 4;
  return rows.flatMap(({ plan, cells }, index) => [
    ...(index === 0 ? [] : ['']),
    ...paragraph(page, page.paint('bold', named(plan))),
    ...cells.flatMap((cell, column) =>
      paragraph(page, verdict(page, cell), `  ${subjects[column]?.slug ?? ''}  `, width),
    ),
  ]);
}

/** The title above the sets of facts that lead to coverage, `isCertain` or only perhaps. */
function waysTitle(isCertain: boolean, isComplete: boolean): string {
  const title = isCertain ? 'What is enough to be covered' : 'What might be enough to be covered';
  return isComplete ? title : `${title} (not a complete list)`;
}
