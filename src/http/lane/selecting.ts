/** Which fields an operation selects of a type, in the order and under the names in which graphql-js would answer them. */
import {
  getDirectiveValues, GraphQLIncludeDirective, GraphQLSkipDirective, isAbstractType, Kind, typeFromAST, visit,
  type DocumentNode, type FieldNode, type FragmentDefinitionNode, type GraphQLObjectType, type GraphQLSchema, type InlineFragmentNode, type SelectionNode, type SelectionSetNode,
} from 'graphql';

export interface Selecting {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** Coerced; those that `@skip` and `@include` name are the same wherever the selection is used. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The fields under one name in the answer are those of the value, taken together. */
export function selected(selecting: Selecting, type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Map<string, FieldNode[]> {
  const found = new Map<string, FieldNode[]>();
  const seen = new Set<string>();
  const take = (set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      if (isLeftOut(selecting, selection)) continue;
      if (selection.kind === Kind.FIELD) {
        const name = (selection.alias ?? selection.name).value;
        const before = found.get(name);
        if (before) before.push(selection);
        else found.set(name, [selection]);
        continue;
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : selecting.fragments[selection.name.value];
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        if (seen.has(selection.name.value)) continue;
        seen.add(selection.name.value);
      }
      if (fragment && applies(selecting.schema, fragment, type)) take(fragment.selectionSet);
    }
  };
  sets.forEach(take);
  return found;
}

function isLeftOut({ variables }: Selecting, selection: SelectionNode): boolean {
  if (selection.directives === undefined || selection.directives.length === 0) return false;
  return getDirectiveValues(GraphQLSkipDirective, selection, variables)?.['if'] === true || getDirectiveValues(GraphQLIncludeDirective, selection, variables)?.['if'] === false;
}

function applies(schema: GraphQLSchema, { typeCondition }: InlineFragmentNode | FragmentDefinitionNode, type: GraphQLObjectType): boolean {
  if (!typeCondition) return true;
  const wanted = typeFromAST(schema, typeCondition);
  return wanted === type || (isAbstractType(wanted) && schema.isSubType(wanted, type));
}

/** Names of the variables that decide which fields are selected. */
export function decidingVariables(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive: ({ name, arguments: args = [] }) => {
      if (name.value !== 'skip' && name.value !== 'include') return;
      for (const { value } of args) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}
