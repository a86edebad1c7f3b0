/** The interface Concept: the fields that all named entries have. */
import type { Entry, Link } from '../graph/entries.ts';
import { pageArguments } from './relay-connections.ts';
import { ConceptKindRef, LinkKindRef, RemarkTopicRef } from './enums.ts';
import { typeNameOf } from './global-ids.ts';
import { pageOf } from './pagination.ts';
import { filterSorted, linksOf, type SortedList } from '../graph/sorted-lists.ts';
import { CitationRef, ConceptLinkConnection, ConceptRef, NodeRef, RemarkRef } from './refs.ts';

ConceptRef.implement({
  description: 'Anything in the graph that has a name.',
  interfaces: () => [NodeRef],
  resolveType: (entry) => typeNameOf(entry),
  fields: (t) => ({
    kind: t.expose('kind', { type: ConceptKindRef, description: 'What sort of entry this is.' }),
    slug: t.exposeString('slug', {
      description: 'The stable key in web addresses and data files: lower-case letters and digits joined by hyphens.',
    }),
    name: t.exposeString('name', { description: 'What people in the field call it.' }),
    alternateNames: t.exposeStringList('alternateNames', { description: 'Other names under which it is known.' }),
    description: t.exposeString('description', {
      nullable: true,
      description: "What it is, in the graph's own words.",
    }),
    citations: t.field({
      type: [CitationRef],
      description: 'The sources of what this entry says.',
      resolve: ({ cites }) => cites,
    }),
    links: t.field({
      type: ConceptLinkConnection,
      description: 'Its links to other entries, by slug, each with its sources.',
      args: {
        kinds: t.arg({ type: [LinkKindRef], description: 'Only links of these kinds; every kind if omitted.' }),
        ...pageArguments,
      },
      resolve: (entry, { kinds, ...page }) =>
        pageOf(kinds ? linksOfKinds(entry, new Set(kinds)) : linksOf(entry), page),
    }),
    remarks: t.field({
      type: [RemarkRef],
      description:
        'What sources say about it other than rules and links: what it is for, whom it serves, how good the evidence is.',
      args: {
        topic: t.arg({ type: RemarkTopicRef, description: 'Only remarks on this topic; every topic if omitted.' }),
      },
      resolve: ({ remarks }, { topic }) => (topic ? remarks.filter((remark) => remark.topic === topic) : remarks),
    }),
  }),
});

const linksOfKinds = (entry: Entry, kinds: ReadonlySet<Link['kind']>): SortedList<Link> =>
  filterSorted(linksOf(entry), ({ kind }) => kinds.has(kind));
