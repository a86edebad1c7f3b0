/** The type ConceptLink: a link from one entry to another. */
import { LinkKindRef, SynonymMatchRef } from './enums.ts';
import { CitationRef, ConceptLinkRef, ConceptRef } from './refs.ts';

ConceptLinkRef.implement({
  description: 'A link between two entries. Like any other claim it has a source, and `accordingTo` may exclude it.',
  fields: (t) => ({
    kind: t.expose('kind', {
      type: LinkKindRef,
      description: 'How the two are linked, read from this entry to the other.',
    }),
    to: t.expose('to', { type: ConceptRef, description: 'The entry at the other end.' }),
    match: t.expose('match', {
      type: SynonymMatchRef,
      nullable: true,
      description: 'How closely two names agree, if the link is between names.',
    }),
    citations: t.field({
      type: [CitationRef],
      description: 'The passages that state the link.',
      resolve: ({ cites }) => cites,
    }),
  }),
});
