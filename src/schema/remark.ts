/** The type Remark: what a source says that is neither a rule nor a link. */
import { RemarkTopicRef, RuleModalityRef } from './enums.ts';
import { CitationRef, RemarkRef } from './refs.ts';

RemarkRef.implement({
  description: 'Something that a source says about an entry; no answer about coverage depends on it.',
  fields: (t) => ({
    topic: t.expose('topic', { type: RemarkTopicRef, description: 'What the remark is about.' }),
    text: t.exposeString('text', { description: "What is said, in the graph's own words." }),
    modality: t.expose('modality', {
      type: RuleModalityRef,
      description: 'Whether the source states it as a fact or as a possibility.',
    }),
    citations: t.field({
      type: [CitationRef],
      description: 'The passages that state it.',
      resolve: ({ cites }) => cites,
    }),
  }),
});
