/** Formats answers for a terminal: of one plan, a comparison of plans, and a matrix of plans and subjects. */
import type { CompareQuery, CoverageQuery, MatrixQuery } from './generated/graphql.ts';
import { amountText } from '../model/answer-words.ts';
import { formalitiesText, laterText } from './format-terms.ts';
import {
  listed,
  named,
  type TextLayout,
  paragraph,
  section,
  sourceNames,
  sources,
  verdict,
  words,
} from './text-layout.ts';

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
    wanted.flatMap((requirement) => {
      const by = requirement.role === 'ALSO_STATED' ? ` (${sourceNames(requirement.citations)})` : '';
      return paragraph(page, `${requirementText(requirement)}${by}`, marks[requirement.state]);
    }),
  );
}

/** "cost sharing: may be required, depending on plan". */
function requirementText({
  text,
  strength,
  dependsOn,
}: Pick<Coverage['requirements'][number], 'text' | 'strength' | 'dependsOn'>): string {
  const how = strength === 'REQUIRED' ? '' : `: ${words(strength)}`;
  const depending = dependsOn.length === 0 ? '' : `, depending on ${dependsOn.join(' and ')}`;
  return `${text}${how}${depending}`;
}

/** The ways to be covered, each with its own requirements, limits and costs if there are several. */
function routesText(page: TextLayout, { status, best, routes, routesComplete }: Coverage): string[] {
  if (status !== 'CONDITIONAL' && routes.every(({ facts }) => facts.length === 0)) return [];
  const isOnly = routes.length === 1;
  return section(
    page,
    waysTitle(best === 'COVERED', routesComplete),
    routes.flatMap(({ outcome, facts, requirements: asked, limits, costs }) => [
      ...paragraph(
        page,
        `${facts.length === 0 ? 'no further facts are needed' : facts.map(({ text }) => text).join('; ')}${isOnly ? '' : `: ${words(outcome)}`}`,
        '  - ',
      ),
      ...(isOnly ? [] : [...asked.map(requirementText), ...[...limits, ...costs].map(amountText)]).flatMap((text) =>
        paragraph(page, text, '      '),
      ),
    ]),
  );
}

/** Where the answer was looked for, what was not read, and the sources without which the status is another. */
function scopeText(page: TextLayout, { scope, leansOn }: Coverage): string[] {
  return [
    ...listed(page, 'Where this was looked for', [scope.text], '  '),
    ...listed(page, 'Not read', scope.notRead),
    ...listed(
      page,
      'Not checked recently',
      scope.stale.map(({ name }) => name),
    ),
    ...listed(
      page,
      'One source decides',
      leansOn.map(({ source, without }) => `without ${named(source)}: ${words(without)}`),
    ),
  ];
}

/** The most useful question to ask next, with the flags that answer it. */
function next({ nextQuestion }: Coverage): string[] {
  if (!nextQuestion) return [];
  const { slug, question, counts } = nextQuestion;
  return [question ?? slug, ...(counts === null ? [`--met ${slug}`, `--unmet ${slug}`] : [`--count ${slug}=N`])];
}

/** What `coverage` prints. */
export function coverageText(page: TextLayout, answer: Coverage): string[] {
  const { plan, subject, territory, on, given, requirements: required, dataVersion } = answer;
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
    ...requirements(
      page,
      'Also stated',
      required.filter(({ role }) => role === 'ALSO_STATED'),
    ),
    ...formalitiesText(page, 'Paperwork and approvals', answer.formalities),
    ...listed(page, 'Limits', answer.limits.map(amountText)),
    ...listed(page, 'Costs', answer.costs.map(amountText)),
    ...routesText(page, answer),
    ...laterText(page, 'What will change', answer.upcomingChanges),
    ...listed(page, 'Ask first', next(answer), '  '),
    ...section(
      page,
      'Where sources differ',
      answer.disagreements.flatMap(({ title, positions }) => [
        ...paragraph(page, title, '  - '),
        ...positions.flatMap(({ says, asOf, sources: cited }) => {
          const day = asOf === null ? '' : `, as of ${asOf}`;
          return paragraph(page, `${cited.map(({ name }) => name).join(', ')}${day}: ${says}`, '      ');
        }),
      ]),
    ),
    ...listed(page, 'Assumed', answer.assumptions),
    ...scopeText(page, answer),
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
