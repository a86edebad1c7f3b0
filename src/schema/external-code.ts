/** The type ExternalCode: the code of an entry in another vocabulary. */
import { ExternalCodeSystemRef, SynonymMatchRef } from './enums.ts';
import { CitationRef, ExternalCodeRef } from './refs.ts';

ExternalCodeRef.implement({
  description: 'How another vocabulary names this; not something that is billed.',
  fields: (t) => ({
    system: t.expose('system', {
      type: ExternalCodeSystemRef,
      description: 'The vocabulary that the code belongs to.',
    }),
    code: t.exposeString('code', { description: 'As that vocabulary writes it, leading zeros included.' }),
    match: t.expose('match', { type: SynonymMatchRef, description: 'How closely the two agree in meaning.' }),
    citations: t.field({
      type: [CitationRef],
      description: 'Who says that they agree.',
      resolve: ({ cites }) => cites,
    }),
  }),
});
