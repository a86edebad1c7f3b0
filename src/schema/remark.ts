/** The type Remark: what a source says that is neither a rule nor a link. */
import { RemarkTopicRef, RuleModalityRef } from './enums.ts';
import { CitationRef, RemarkRef } from './refs.ts';

RemarkRef.implement({
  description: 'Something that a source says of an entry, from which the engine draws nothing.',
  fields: (t) => ({
    topic: t.expose('topic', { type: RemarkTopicRef, description: 'What the remark is about.' }),
    text: t.exposeString('text', { description: "What is said, in the graph's own words." }),
    modality: t.expose('modality', {
      type: RuleModalityRef,
      description: 'Whether the source says it flatly or as a possibility.',
    }),
    citations: t.field({
      type: [CitationRef],
      description: 'Where it is said, and by whom.',
      resolve: ({ cites }) => cites,
    }),
  }),
});
