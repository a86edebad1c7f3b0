/**
 * Checks the size of a document before it is validated, because some validation rules take time quadratic in that size. Each
 * fragment is measured once, so the work is linear in the document even where spreading its fragments would grow exponentially.
 * A fragment that contains itself is not followed again; validation reports the cycle.
 */
import {
  Kind,
  Lexer,
  TokenKind,
  visit,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  type SelectionSetNode,
  type Source,
} from 'graphql';
import { limitExceeded, type Limits } from './limits.ts';

interface Measure {
  /** The size of a field, from the size of the selection below it. */
  readonly field: (field: FieldNode, below: number) => number;
  readonly join: (left: number, right: number) => number;
}

const depth: Measure = { field: (_, below) => 1 + below, join: Math.max };
const aliases: Measure = {
  field: (field, below) => (field.alias ? 1 : 0) + below,
  join: (left, right) => Math.min(left + right, Number.MAX_SAFE_INTEGER),
};

function measurer({ field, join }: Measure, fragment: (name: string) => FragmentDefinitionNode | undefined) {
  const known = new Map<string, number>();
  const ofFragment = (name: string): number => {
    const before = known.get(name);
    if (before !== undefined) return before;
    known.set(name, 0);
    const size = ofSelections(fragment(name)?.selectionSet);
    known.set(name, size);
    return size;
  };
  const ofSelections = (set: SelectionSetNode | undefined): number => {
    let size = 0;
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.FIELD) size = join(size, field(selection, ofSelections(selection.selectionSet)));
      else if (selection.kind === Kind.INLINE_FRAGMENT) size = join(size, ofSelections(selection.selectionSet));
      else size = join(size, ofFragment(selection.name.value));
    }
    return size;
  };
  return ofSelections;
}

/** The error for the first limit that a document exceeds; null where it exceeds none. */
export function checkDocumentSize(
  document: DocumentNode,
  limits: Pick<Limits, 'depth' | 'aliases' | 'directives' | 'breadth'>,
): GraphQLError | null {
  const fragments = new Map(
    document.definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
    ),
  );
  const asked = { depth: 0, aliases: 0, ...written(document) };
  const fragment = (name: string) => fragments.get(name);
  for (const each of document.definitions) {
    if (each.kind !== Kind.OPERATION_DEFINITION) continue;
    asked.depth = Math.max(asked.depth, measurer(depth, fragment)(each.selectionSet));
    asked.aliases = Math.max(asked.aliases, measurer(aliases, fragment)(each.selectionSet));
  }
  for (const limit of ['breadth', 'directives', 'depth', 'aliases'] as const) {
    if (asked[limit] > limits[limit]) return limitExceeded(limit, asked[limit], limits[limit]);
  }
  return null;
}

function written(document: DocumentNode): { directives: number; breadth: number } {
  const found = { directives: 0, breadth: 0 };
  visit(document, {
    Directive: () => {
      found.directives += 1;
    },
    SelectionSet: ({ selections }) => {
      found.breadth = Math.max(found.breadth, selections.length);
    },
  });
  return found;
}

/** Counts tokens without comments. Throws a GraphQLError where the text contains an invalid token. */
export function countTokens(source: Source): number {
  const lexer = new Lexer(source);
  let count = 0;
  while (lexer.advance().kind !== TokenKind.EOF) count += 1;
  return count;
}
