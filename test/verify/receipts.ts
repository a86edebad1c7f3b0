/** Receipts of answers, as a client saves them: through the schema, by the fragment in the examples. */
import { readFileSync } from 'node:fs';
import type { Graph } from '../../src/graph/entries.ts';
import type { Ask } from '../oracle/oracle.ts';
import { at, context, execution, graph } from '../schema/ask.ts';

const example = readFileSync(at('src/examples/how-do-i-keep-a-receipt-of-an-answer.graphql'), 'utf8');
const operation = `query Ask($plan: String!, $of: SubjectInput!, $given: SituationInput, $accordingTo: [String!], $minimumAuthority: SourceAuthority) {
  coverage(plan: $plan, of: $of, given: $given, accordingTo: $accordingTo, minimumAuthority: $minimumAuthority) { ...Receipt }
}${example.slice(example.indexOf('\nfragment Receipt'))}`;

export interface Step {
  number: number;
  kind: string;
  text: string;
  restsOn: number[];
  rule: { slug: string } | null;
  link: { kind: string; to: { slug: string; kind: string } } | null;
  fact: {
    condition: { slug: string };
    holds: boolean | null;
    count: number | null;
    atLeast: number | null;
    atMost: number | null;
  } | null;
  truth: string | null;
  ground: string | null;
  citations: Cited[];
}
export interface Cited {
  source: { slug: string };
  locator: string;
  says: string;
  fingerprint: string | null;
}
export interface Receipt {
  plan: { slug: string };
  subject: { kind: string; slug: string };
  territory: { code: string } | null;
  on: string;
  given: { condition: { slug: string }; holds: boolean | null; count: number | null }[];
  accordingTo: { slug: string }[] | null;
  minimumAuthority: string | null;
  dataVersion: string;
  status: string;
  best: string;
  possibleOutcomes: string[];
  proof: Step[];
  rejectedRules: { rule: { slug: string }; reason: string }[];
  citations: Cited[];
}
export type Asked = Pick<Ask, 'plan' | 'subject'> & Partial<Omit<Ask, 'on'>> & { on?: string };

/**
 * The receipt of an answer over a graph, the project's own unless another is given; null where the facts given
 * contradict one another.
 */
export function receiptOf(asked: Asked, over: Graph = graph): Receipt | null {
  const { plan, subject, met = [], unmet = [], counts = {}, territory, on, accordingTo, minimumAuthority } = asked;
  const named = over.subjects.get(subject);
  const of =
    named?.kind === 'BILLING_CODE'
      ? { billingCode: `${named.system}:${named.code}` }
      : named?.kind === 'TECHNIQUE'
        ? { technique: subject }
        : { service: subject };
  const given = {
    met,
    unmet,
    counts: Object.entries(counts).map(([condition, count]) => ({ condition, count })),
    ...(territory ? { territory } : {}),
    ...(on === undefined ? {} : { on }),
  };
  const variables = {
    plan,
    of,
    given,
    ...(accordingTo ? { accordingTo } : {}),
    ...(minimumAuthority ? { minimumAuthority } : {}),
  };
  const { data, errors } = execution(operation, variables, { ...context, graph: over });
  if (errors?.every(({ extensions }) => extensions['code'] === 'CONTRADICTING_FACTS')) return null;
  if (errors) throw new Error(errors.map(({ message }) => message).join('; '));
  return (JSON.parse(JSON.stringify(data)) as { coverage: Receipt }).coverage;
}
