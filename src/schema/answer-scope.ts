/** The types AnswerScope and SourceDependence: where an answer was looked for, and which sources it turns on. */
import { CoverageStatusRef } from './enums.ts';
import { AnswerScopeRef, SourceDependenceRef, SourceDocumentRef } from './refs.ts';
import { isStale } from './source-document.ts';

AnswerScopeRef.implement({
  description: 'What the answer was looked for in.',
  fields: (t) => ({
    read: t.expose('read', {
      type: [SourceDocumentRef],
      description: 'Sources read that speak of the plan or of those that it takes rules from, by slug.',
    }),
    notRead: t.exposeStringList('notRead', {
      description: 'Documents and rows known to exist and not read, in words.',
    }),
    stale: t.field({
      type: [SourceDocumentRef],
      description: "Those of `read` that were last checked longer ago than the server's operator allows.",
      resolve: ({ read }, _, context) => read.filter((source) => isStale(source, context)),
    }),
    isClaimed: t.exposeBoolean('isClaimed', {
      description: 'Whether the data claims to hold this plan and subject in full.',
    }),
    text: t.exposeString('text', { description: 'The same in a few sentences.' }),
  }),
});

SourceDependenceRef.implement({
  description: 'What the answer would be without one source.',
  fields: (t) => ({
    source: t.expose('source', { type: SourceDocumentRef, description: 'The source that is left out.' }),
    without: t.expose('without', { type: CoverageStatusRef, description: 'The status without that source.' }),
  }),
});
