/**
 * The size of a document before it runs. Each fragment is measured once however often it is spread, so the cost is linear
 * in the document even where its expansion is exponential; a fragment that reaches itself ends the walk there, and the
 * specified rule against cycles refuses it.
 */
import {
  Kind, Lexer, TokenKind, type FieldNode, type FragmentDefinitionNode, type SelectionSetNode, type Source, type ValidationContext, type ValidationRule,
} from 'graphql';
import { overLimit } from './limits.ts';

interface Measure {
  /** A field's own size, given that of what is selected below it. */
  readonly field: (field: FieldNode, below: number) => number;
  readonly join: (left: number, right: number) => number;
}

const depth: Measure = { field: (_, below) => 1 + below, join: Math.max };
const aliases: Measure = {
  field: (field, below) => (field.alias ? 1 : 0) + below,
  join: (left, right) => Math.min(left + right, Number.MAX_SAFE_INTEGER),
};

function measurer({ field, join }: Measure, fragment: (name: string) => FragmentDefinitionNode | null | undefined) {
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

function limitRule(limit: 'depth' | 'aliases', measure: Measure, allowed: number, context: ValidationContext) {
  const size = measurer(measure, (name) => context.getFragment(name));
  return {
    OperationDefinition: (operation: { readonly selectionSet: SelectionSetNode }): void => {
      const asked = size(operation.selectionSet);
      if (asked > allowed) context.reportError(overLimit(limit, asked, allowed));
    },
  };
}

/** Refuses an operation whose deepest field lies deeper than allowed. */
export function depthRule(allowed: number): ValidationRule {
  return function MaximalDepthRule(context) {
    return limitRule('depth', depth, allowed, context);
  };
}

/** Refuses an operation with more aliased fields than allowed, fragments expanded. */
export function aliasRule(allowed: number): ValidationRule {
  return function MaximalAliasesRule(context) {
    return limitRule('aliases', aliases, allowed, context);
  };
}

/** How many tokens there are, comments left out. Throws a GraphQLError where the text does not even divide into tokens. */
export function countTokens(source: Source): number {
  const lexer = new Lexer(source);
  let count = 0;
  while (lexer.advance().kind !== TokenKind.EOF) count += 1;
  return count;
}
