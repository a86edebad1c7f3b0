/** A data set of one plan, one service and the rules of a test, joined into a graph; and a question to it. */
import { determine } from '../../src/engine/determine.ts';
import type { Determination } from '../../src/engine/determination.ts';
import { buildGraph } from '../../src/graph/build.ts';
import type { Graph } from '../../src/graph/entries.ts';
import type { ConditionDocument, PlanDocument, RuleDocument } from '../../src/model/shapes.ts';

type Rules = Record<string, Omit<RuleDocument, 'cites'> & { cites?: string[] }>;
const passages = { p: { at: 'page 1', says: 'It says so.' } };
const source = { checkedOn: '2026-11-23', licence: 'CC0-1.0', passages };

/** `conditions` by slug; those named only in rules are met or unmet and imply nothing. */
export function graphOf(
  rules: Rules,
  conditions: Record<string, Partial<ConditionDocument>> = {},
  plans: Record<string, PlanDocument> = {},
): Graph {
  const cited = Object.fromEntries(Object.entries(rules).map(([key, rule]) => [key, { cites: ['manual#p'], ...rule }]));
  const named = [...JSON.stringify(cited).matchAll(/"(c[0-9]+[a-z]?)"/g)].map(([, slug]) => slug ?? '');
  const used = [...new Set([...named, ...Object.keys(conditions)])];
  const isSummaryCited = JSON.stringify([cited, plans]).includes('summary#p');
  const { graph, problems } = buildGraph({
    sources: {
      manual: { name: 'Manual', authority: 'AGENCY_MANUAL', ...source },
      summary: {
        name: 'Summary',
        authority: 'SECONDARY',
        ...source,
        passages: isSummaryCited ? passages : { p: { ...passages.p, unused: 'Only some tests cite it.' } },
      },
    },
    territories: { US: { name: 'United States' }, CA: { name: 'Canada' } },
    conditions: Object.fromEntries(
      used.map((slug) => [slug, { name: `Condition ${slug}`, topic: 'ORDER', ...conditions[slug] }]),
    ),
    services: {
      care: { name: 'Care', cites: ['manual#p'] },
      massage: { name: 'Massage', broader: { care: ['manual#p'] } },
    },
    techniques: {},
    billingCodes: {},
    plans: {
      plan: { name: 'Plan', cites: ['manual#p'], home: { territories: ['US'], cites: ['manual#p'] }, rules: cited },
      ...plans,
    },
    dataSets: [],
  });
  if (!graph) throw new Error(problems.map(({ law, message }) => `${law}: ${message}`).join('\n'));
  return graph;
}

export function ask(
  graph: Graph,
  {
    plan = 'plan',
    of = 'massage',
    met = [],
    unmet = [],
    counts = {},
    on = '2026-11-23',
    onAssumed = false,
    territory,
    accordingTo,
  }: {
    plan?: string;
    of?: string;
    met?: string[];
    unmet?: string[];
    counts?: Record<string, number>;
    on?: string;
    onAssumed?: boolean;
    territory?: string;
    accordingTo?: string[];
  } = {},
): Determination {
  const found = <T>(entries: ReadonlyMap<string, T>, slug: string): T => {
    const entry = entries.get(slug);
    if (entry === undefined) throw new Error(`nothing is called ${slug}`);
    return entry;
  };
  return determine({
    graph,
    plan: found(graph.plans, plan),
    subject: found(graph.subjects, of),
    met: met.map((slug) => found(graph.conditions, slug)),
    unmet: unmet.map((slug) => found(graph.conditions, slug)),
    counts: new Map(Object.entries(counts).map(([slug, count]) => [found(graph.conditions, slug), count])),
    territory: territory === undefined ? null : found(graph.territories, territory),
    on,
    onAssumed,
    accordingTo: accordingTo?.map((slug) => found(graph.sources, slug)) ?? null,
    minimumAuthority: null,
  });
}
