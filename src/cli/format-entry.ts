/** Formats entries of the graph for a terminal: what each is, its links, its rules and its sources. */
import type { Shown } from './query-variables.ts';
import type { AnyEntryFragment, AreaLinesFragment, RuleLinesFragment, RulesQuery } from './generated/graphql.ts';
import { listed, named, type TextLayout, paragraph, section, sources, words } from './text-layout.ts';

type RuleShown = NonNullable<RulesQuery['plan']>['rules']['nodes'][number];

/** "label: value" for each pair that has a value. */
function facts(
  page: TextLayout,
  pairs: readonly (readonly [label: string, value: string | null | undefined])[],
): string[] {
  return pairs.flatMap(([label, value]) => (value == null || value === '' ? [] : paragraph(page, value, `${label}: `)));
}

/** The first rules of an entry, and how many more it has. */
function ruleLines(page: TextLayout, rules: RuleLinesFragment | undefined): string[] {
  if (!rules) return [];
  const more = rules.totalCount - rules.nodes.length;
  return listed(page, 'Rules', [
    ...rules.nodes.map(
      ({ slug, effect, subject, whenText }) =>
        `${slug}: ${words(effect)}, ${subject.name}${whenText === null ? '' : `, when ${whenText}`}`,
    ),
    ...(more > 0 ? [`and ${String(more)} more`] : []),
  ]);
}

/** "2027-01-01, before 2028-01-01: Pennsylvania: Allegheny (SSA 39010)". */
function areaLines(page: TextLayout, areas: readonly AreaLinesFragment[] = []): string[] {
  return listed(
    page,
    'Offered in',
    areas.map(({ from, until, modality, states, counties }) => {
      const more = counties.totalCount - counties.nodes.length;
      const byState = new Map<string, string[]>();
      for (const { state, name, fips, ssa, isPartial } of counties.nodes) {
        const codes = [...(fips === null ? [] : [`FIPS ${fips}`]), ...(ssa === null ? [] : [`SSA ${ssa}`])].join(', ');
        const county = `${name ?? codes}${name === null || codes === '' ? '' : ` (${codes})`}${isPartial ? ', in part' : ''}`;
        byState.set(state.name, [...(byState.get(state.name) ?? []), county]);
      }
      const places = [
        ...states.map(({ name }) => name),
        ...[...byState].map(([state, own]) => `${state}: ${own.join('; ')}`),
        ...(more > 0 ? [`and ${String(more)} more counties`] : []),
      ];
      const dates = [from, until === null ? null : `before ${until}`].filter(Boolean).join(', ');
      return `${dates}${modality === 'MAY' ? ', possibly' : ''}: ${places.join('. ')}`;
    }),
  );
}

function entryText(
  page: TextLayout,
  entry: AnyEntryFragment,
  own: readonly string[],
  rules?: RuleLinesFragment,
  areas?: readonly AreaLinesFragment[],
): string[] {
  const more = entry.links.totalCount - entry.links.nodes.length;
  return [
    ...paragraph(page, `${page.paint('bold', entry.name)} (${entry.slug})`),
    page.paint('dim', words(entry.kind)),
    ...(entry.description === null ? [] : ['', ...paragraph(page, entry.description)]),
    ...facts(page, [['also', entry.alternateNames.join(', ')]]),
    ...own,
    ...areaLines(page, areas),
    ...listed(
      page,
      'Remarks',
      entry.remarks.map(({ topic, text }) => `${words(topic)}: ${text}`),
    ),
    ...listed(page, 'Links', [
      ...entry.links.nodes.map(({ kind, to }) => `${words(kind)}: ${named(to)}`),
      ...(more > 0 ? [`and ${String(more)} more`] : []),
    ]),
    ...ruleLines(page, rules),
    ...sources(page, entry.citations),
  ];
}

/** Every entry that has the name, with two empty lines between entries. */
export function entriesText(
  page: TextLayout,
  { plan, service, technique, billingCode, territory, coverageCondition, source }: Shown,
): string[] {
  const found = [
    plan &&
      entryText(
        page,
        plan,
        facts(page, [
          ['level', words(plan.level)],
          ['within', plan.within && named(plan.within)],
          ...plan.takesRulesFrom.map(
            ({ takes, plan: from }) => ['takes rules from', `${named(from)}, ${words(takes)}`] as const,
          ),
        ]),
        plan.rules,
        plan.serviceAreas,
      ),
    service && entryText(page, service, [], service.rules),
    technique &&
      entryText(
        page,
        technique,
        facts(page, [
          ['synonyms', technique.synonyms.map(({ name, match }) => `${name} (${words(match)})`).join(', ')],
        ]),
        technique.rules,
      ),
    billingCode &&
      entryText(
        page,
        billingCode,
        facts(page, [
          ['code', `${billingCode.system} ${billingCode.code}`],
          ['descriptor', billingCode.licensedDescriptor],
        ]),
        billingCode.rules,
      ),
    territory && entryText(page, territory, facts(page, [['code', territory.code]])),
    coverageCondition &&
      entryText(
        page,
        coverageCondition,
        facts(page, [
          ['topic', words(coverageCondition.topic)],
          ['question', coverageCondition.question],
          ['counts', coverageCondition.counts],
        ]),
        coverageCondition.rules,
      ),
    source &&
      entryText(
        page,
        source,
        facts(page, [
          ['publisher', source.publisher],
          ['authority', words(source.authority)],
          ['edition', source.edition],
          ['published', source.publishedOn],
          ['checked', source.checkedOn],
          ['licence', source.licence],
          ['address', source.url],
        ]),
        source.rules,
      ),
  ];
  return found.flatMap((lines, index) =>
    lines === undefined ? [] : [...(found.slice(0, index).some(Boolean) ? ['', ''] : []), ...lines],
  );
}

/** What `show PLAN/RULE` prints. */
export function ruleText(
  page: TextLayout,
  plan: { readonly slug: string; readonly name: string },
  rule: RuleShown,
): string[] {
  const some = (what: string, quantifier: string): string | null =>
    quantifier === 'ALL' ? null : `${words(quantifier)} ${what}`;
  const slugs = (rules: readonly { readonly slug: string }[]): string => rules.map(({ slug }) => slug).join(', ');
  return [
    ...paragraph(page, page.paint('bold', rule.slug)),
    ...paragraph(page, `${named(plan)}: ${words(rule.effect)}, ${named(rule.subject)}`),
    ...facts(page, [
      ['plans', some('of the plans', rule.quantifier)],
      ['extent', some('of it', rule.extent)],
      ['modality', rule.modality === 'MAY' ? 'may' : null],
      ['when', rule.whenText],
      ['where', rule.where.text],
      ['from', rule.validFrom],
      ['until', rule.validUntil],
      ['exception to', slugs(rule.exceptTo)],
      ['exceptions', slugs(rule.exceptions)],
      ['restates', rule.restates?.slug],
      ['reason', rule.rationale],
      ['reading', rule.reading],
    ]),
    ...listed(
      page,
      'Requires',
      rule.requirements.map(
        ({ condition, strength, dependsOn }) =>
          `${condition.name}: ${words(strength)}${dependsOn.length === 0 ? '' : `, depending on ${dependsOn.join(' and ')}`}`,
      ),
    ),
    ...listed(
      page,
      'Limits',
      rule.limits.map(({ text }) => text),
    ),
    ...listed(
      page,
      'Costs',
      rule.costs.map(({ text }) => text),
    ),
    ...section(
      page,
      'Sources',
      rule.citations.flatMap(({ source, locator, says }) => [
        ...paragraph(page, `${named(source)}, ${locator}:`, '  - '),
        ...paragraph(page, says, '    '),
      ]),
    ),
  ];
}
