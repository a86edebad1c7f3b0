/** The operations of the benchmarks, and the variables that they go through in turn; all names come from the data served. */
import { readFileSync } from 'node:fs';

export interface Operation {
  readonly name: string;
  readonly query: string;
  /** Asked one after the other, over and over. */
  readonly variables: readonly Readonly<Record<string, unknown>>[];
}

/** Answers one operation from the server that is measured. */
type Ask = (query: string, variables?: Readonly<Record<string, unknown>>) => Promise<Readonly<Record<string, unknown>>>;
interface Page {
  readonly nodes: readonly { readonly slug: string; readonly counts?: string | null }[];
}

const most = 200;
const determination = new URL(
  '../../src/examples/what-does-tricare-prime-require-for-massage.graphql',
  import.meta.url,
);

export async function operations(ask: Ask): Promise<Operation[]> {
  const names = (await ask(`{
    plans(first: 100) { nodes { slug } } services(first: 100) { nodes { slug } } sources(first: 100) { nodes { slug } }
    coverageConditions(first: 100) { nodes { slug counts } }
  }`)) as Readonly<Record<'plans' | 'services' | 'sources' | 'coverageConditions', Page>>;
  const slugs = ({ nodes }: Page): string[] => nodes.map(({ slug }) => slug);
  const pairs = slugs(names.plans).flatMap((plan) => slugs(names.services).map((service) => ({ plan, service })));
  const met = names.coverageConditions.nodes.filter(({ counts }) => counts == null).map(({ slug }) => slug);
  const keys = (
    [
      ['Plan', names.plans],
      ['Service', names.services],
      ['SourceDocument', names.sources],
    ] as const
  ).flatMap(([__typename, page]) => slugs(page).map((slug) => ({ __typename, slug })));
  return [
    {
      name: 'a name',
      query: 'query Name($slug: String!) { plan(slug: $slug) { name } }',
      variables: slugs(names.plans).map((slug) => ({ slug })),
    },
    { name: 'a determination', query: readFileSync(determination, 'utf8'), variables: spread(pairs) },
    {
      name: 'a list of 50 plans x 5 determinations',
      query: `query List($given: SituationInput) {
        plans(first: 50) { nodes { slug name level coverageBySubject(first: 5, given: $given) { nodes {
          subject { slug name } status best requirements { text strength state } citations { locator source { slug name } }
        } } } }
      }`,
      variables: met.map((slug) => ({ given: { met: [slug] } })),
    },
    {
      name: '100 entities',
      query: `query Entities($representations: [_Any!]!) { _entities(representations: $representations) { __typename
        ... on Plan { id slug name level within { name } } ... on Service { id slug name alternateNames } ... on SourceDocument { id slug name publisher authority checkedOn }
      } }`,
      variables: Array.from({ length: Math.min(keys.length, 50) }, (_, at) => ({
        representations: [...keys, ...keys].slice(at, at + 100),
      })),
    },
  ];
}

/** Operations that only builds of this project are compared by. */
export async function ownOperations(ask: Ask): Promise<Operation[]> {
  const names = (await ask(`{
    plans(first: 100) { nodes { slug: name } } services(first: 100) { nodes { slug: name } }
  }`)) as Readonly<Record<'plans' | 'services', Page>>;
  const questions = names.plans.nodes.flatMap(({ slug: plan }) =>
    names.services.nodes.map(({ slug: service }) => ({ question: `Does ${plan} cover ${service}?` })),
  );
  return [
    {
      name: 'ask',
      query: `query Ask($question: String!) {
        ask(question: $question) { understood intent yes text determinations { status best } suggestions }
      }`,
      variables: spread(questions),
    },
    {
      name: 'a list of 100 services',
      query: `query Services($first: Int!) { services(first: $first) { totalCount nodes { slug name description } } }`,
      variables: [{ first: 100 }],
    },
  ];
}

/** At most so many, taken evenly from the whole. */
function spread<Item>(items: readonly Item[]): Item[] {
  const step = Math.max(1, items.length / most);
  return Array.from({ length: Math.min(most, items.length) }, (_, at) => items[Math.floor(at * step)]).filter(
    (item) => item !== undefined,
  );
}
