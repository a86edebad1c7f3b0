/** The root field `search`: entries by name, other name or code. */
import { search } from '../language/search.ts';
import { builder } from './builder.ts';
import { connectionOf, pageArguments } from './relay-connections.ts';
import { ConceptKindRef } from './enums.ts';
import { pageInOrder } from './pagination.ts';
import { ConceptRef } from './refs.ts';

const ConceptConnection = connectionOf('Concept', ConceptRef, ['entry', 'entries']);

builder.queryField('search', (t) =>
  t.field({
    type: ConceptConnection,
    nullable: true,
    description:
      'Anything in the graph by name, other name or code, tolerant of misspelling; best match first, at most 200.',
    args: {
      text: t.arg.string({
        required: true,
        description: 'What to search for; only the first 200 characters are used.',
      }),
      kinds: t.arg({ type: [ConceptKindRef], description: 'Only entries of these kinds; every kind if omitted.' }),
      ...pageArguments,
    },
    resolve: (_, { text, kinds, ...page }, { graph }) =>
      pageInOrder(search(graph, text, kinds ? [...new Set(kinds)] : null), ({ kind, slug }) => `${kind} ${slug}`, page),
  }),
);
