/** The type ConceptLink: a link from one entry to another. */
import { LinkKindRef, SynonymMatchRef } from './enums.ts';
import { CitationRef, ConceptLinkRef, ConceptRef } from './refs.ts';

ConceptLinkRef.implement({
  description:
    'A link between two entries is a claim like any other: it has a source, and `accordingTo` may leave it out.',
  fields: (t) => ({
    kind: t.expose('kind', { type: LinkKindRef, description: 'How the two are joined, read from here to there.' }),
    to: t.expose('to', { type: ConceptRef, description: 'The entry at the other end.' }),
    match: t.expose('match', {
      type: SynonymMatchRef,
      nullable: true,
      description: 'How closely two names agree, where the link joins names.',
    }),
    citations: t.field({
      type: [CitationRef],
      description: 'Who says that they are joined.',
      resolve: ({ cites }) => cites,
    }),
  }),
});
