/** Documents as the store would give them, from what a file would say; kinds left out are empty. */
import { z } from 'zod';
import {
  billingCodeShape,
  conditionShape,
  dataSetShape,
  planShape,
  serviceShape,
  sourceShape,
  techniqueShape,
  territoryTableShape,
  type DataDocuments,
} from '../../src/model/shapes.ts';
import { buildGraph } from '../../src/graph/build.ts';
import type { Graph } from '../../src/graph/entries.ts';

const shape = z.strictObject({
  sources: z.record(z.string(), sourceShape).default({}),
  territories: territoryTableShape.default({}),
  conditions: z.record(z.string(), conditionShape).default({}),
  services: z.record(z.string(), serviceShape).default({}),
  techniques: z.record(z.string(), techniqueShape).default({}),
  billingCodes: z.record(z.string(), billingCodeShape).default({}),
  plans: z.record(z.string(), planShape).default({}),
  dataSets: z.array(dataSetShape).default([]),
});
export type Written = z.input<typeof shape>;

/** Two sources, a handbook of the plan and a secondary article, each with passages p and q that need no citing. */
export const SOURCES: Written['sources'] = Object.fromEntries(
  (['plan-document', 'secondary'] as const).map((authority) => [
    authority === 'secondary' ? 'article' : 'handbook',
    {
      name: authority,
      authority,
      checkedOn: '2026-01-31',
      licence: 'ALL-RIGHTS-RESERVED',
      passages: { p: { at: 'page 1', line: '3-4', says: 'One thing.' }, q: { at: 'page 2', says: 'Another.' } },
    },
  ]),
);

export function documentsOf(written: Written): DataDocuments {
  return shape.parse({ sources: SOURCES, ...written });
}

/** The problems of what is written, as law and message, without those on passages that a test has no use for. */
export function problemsOf(written: Written): string[] {
  return buildGraph(documentsOf(written))
    .problems.filter(({ law }) => law !== 'unused-passage')
    .map(({ law, message }) => `${law}: ${message}`);
}

/** The graph of what is written; the test fails with its problems where it is none. Passages that it does not cite are excused. */
export function graphOf(written: Written): Graph {
  const documents = documentsOf(written);
  for (const { law, place } of buildGraph(documents).problems) {
    const [, key] = place.path;
    const passage =
      law === 'unused-passage' && key !== undefined ? documents.sources[place.slug]?.passages[key] : undefined;
    if (passage) passage.unused = 'No test cites it.';
  }
  const { graph, problems } = buildGraph(documents);
  if (!graph) throw new Error(problems.map(({ message }) => message).join('\n'));
  return graph;
}
