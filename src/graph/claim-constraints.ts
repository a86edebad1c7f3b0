/** Laws of what is claimed: that it is cited, that what is written down is used, that days and lines run forward. */
import type { DataDocuments } from '../model/shapes.ts';
import type { Graph, Passage } from './entries.ts';
import { placeOf, placeOfEntry, within } from './data-paths.ts';
import type { Problem } from './problems.ts';
import { passagesOf } from './rules.ts';
import { linesOf } from './sources.ts';

/** A condition is a word for a fact and claims nothing; whatever says what is covered must say who says so. */
export function uncited(graph: Graph): Problem[] {
  return [...graph.plans.values(), ...graph.subjects.values()]
    .filter(({ cites }) => cites.length === 0)
    .map((entry) => ({
      law: 'nothing-cited',
      place: placeOfEntry(entry),
      message: `neither ${entry.slug} nor any rule or link of it cites a source`,
      remedy: 'Add cites with the passage that speaks of it.',
    }));
}

function citedIn(graph: Graph): Set<Passage> {
  const { plans, subjects, conditions, sources, territories, rules, completeness } = graph;
  const cited = new Set<Passage>([...rules.values()].flatMap((rule) => [...passagesOf(rule)]));
  const note = (claims: Iterable<{ readonly cites: readonly Passage[] }>) => {
    for (const { cites } of claims) for (const passage of cites) cited.add(passage);
  };
  for (const entry of [
    ...plans.values(),
    ...subjects.values(),
    ...conditions.values(),
    ...sources.values(),
    ...territories.values(),
  ]) {
    note([entry, ...entry.remarks, ...entry.links]);
    if ('externalCodes' in entry) note(entry.externalCodes);
    if ('synonyms' in entry) note(entry.synonyms);
    if ('serviceAreas' in entry) {
      note(entry.serviceAreas);
      note(entry.takesRulesFrom.flatMap(({ requires }) => requires));
    }
  }
  note(completeness);
  return cited;
}

/** A passage is there to be cited, or says why it is not; one that is cited does not say so. */
export function unusedPassages(graph: Graph, documents: DataDocuments): Problem[] {
  const cited = citedIn(graph);
  return [...graph.sources.values()].flatMap((source) =>
    [...source.passages.values()].flatMap((passage): Problem[] => {
      const place = within(placeOf('sources', source.slug), 'passages', passage.key);
      const excused = documents.sources[source.slug]?.passages[passage.key]?.unused !== undefined;
      if (cited.has(passage) !== excused) return [];
      return [
        excused
          ? {
              law: 'unused-passage',
              place: within(place, 'unused'),
              message: `${source.slug}#${passage.key} says why nothing cites it, and something does`,
              remedy: 'Take out unused.',
            }
          : {
              law: 'unused-passage',
              place,
              message: `nothing cites ${source.slug}#${passage.key}`,
              remedy: 'Cite it, take it out, or say in unused why nothing does.',
            },
      ];
    }),
  );
}

/** A condition is there because a rule turns on it or asks for it, or because another condition is tied to it. */
export function unusedConditions(graph: Graph): Problem[] {
  const asked = new Set(
    [...graph.plans.values()].flatMap(({ takesRulesFrom }) =>
      takesRulesFrom.flatMap(({ requires }) => requires.map(({ condition }) => condition)),
    ),
  );
  return [...graph.conditions.values()]
    .filter((condition) => condition.rules.length === 0 && condition.links.length === 0 && !asked.has(condition))
    .map((condition) => ({
      law: 'unused-condition',
      place: placeOfEntry(condition),
      message: `no rule turns on ${condition.slug} or requires it, and no condition implies or excludes it`,
      remedy: 'Use it in a rule, or take it out.',
    }));
}

/** Of two ends, the first comes first. ISO days compare as text. */
export function reversed({ sources, plans }: DataDocuments): Problem[] {
  const problems: Problem[] = [];
  for (const [slug, source] of Object.entries(sources)) {
    const place = placeOf('sources', slug);
    if (source.publishedOn !== undefined && source.publishedOn > source.checkedOn) {
      problems.push({
        law: 'reversed',
        place: within(place, 'publishedOn'),
        message: `published on ${source.publishedOn}, after it was checked on ${source.checkedOn}`,
        remedy: 'Mend one of the two days.',
      });
    }
    for (const [key, { line }] of Object.entries(source.passages)) {
      const lines = linesOf(line);
      if (lines && lines[0] > lines[1])
        problems.push({
          law: 'reversed',
          place: within(place, 'passages', key, 'line'),
          message: `line ${String(lines[0])} does not come before line ${String(lines[1])}`,
          remedy: 'Write the first line first.',
        });
    }
  }
  for (const [slug, plan] of Object.entries(plans)) {
    const dated = [
      ...Object.entries(plan.rules ?? {}).map(([key, rule]) => ({ at: ['rules', key], ...rule })),
      ...(plan.serviceAreas ?? []).map((area, index) => ({ at: ['serviceAreas', index], ...area })),
    ];
    for (const { at, from, until } of dated) {
      if (from === undefined || until === undefined || from < until) continue;
      problems.push({
        law: 'reversed',
        place: within(placeOf('plans', slug), ...at, 'until'),
        message: `it holds from ${from} and no longer on ${until}, so on no day`,
        remedy: 'until is the first day on which it no longer holds; mend one of the two.',
      });
    }
  }
  return problems;
}
