/** Properties of a document's syntax tree that costs depend on. Each is computed once for each document. */
import { BREAK, Kind, visit, type ASTNode, type DocumentNode, type SelectionSetNode } from 'graphql';

const sizes = new WeakMap<DocumentNode, number>();
/** The number of nodes in the syntax tree, to which the time of parsing and validating is proportional. */
export function sizeOfDocument(document: DocumentNode): number {
  let size = sizes.get(document);
  if (size === undefined) {
    size = sizeOfNode(document);
    sizes.set(document, size);
  }
  return size;
}

/** The number of nodes in a part of the tree, including its root. Recursion is no deeper than the parser's was. */
export function sizeOfNode(node: ASTNode): number {
  let size = 1;
  for (const part of Object.values(node) as unknown[]) {
    if (Array.isArray(part)) for (const each of part) size += isNode(each) ? sizeOfNode(each) : 0;
    else if (isNode(part)) size += sizeOfNode(part);
  }
  return size;
}
const isNode = (value: unknown): value is ASTNode =>
  typeof value === 'object' &&
  value !== null &&
  'kind' in value &&
  typeof value.kind === 'string' &&
  value.kind in kinds;
const kinds: Readonly<Record<string, true>> = Object.fromEntries(Object.values(Kind).map((kind) => [kind, true]));

const varying = new WeakMap<DocumentNode, ReadonlySet<SelectionSetNode>>();
/** Whether a selection set, or a fragment that it spreads, contains a variable. */
export function usesVariables(document: DocumentNode, set: SelectionSetNode): boolean {
  let found = varying.get(document);
  if (found === undefined) {
    found = selectionsWithVariables(document);
    varying.set(document, found);
  }
  return found.has(set);
}

/** If any fragment contains a variable, every fragment spread counts as one, so one traversal is enough. */
function selectionsWithVariables(document: DocumentNode): ReadonlySet<SelectionSetNode> {
  const found = new Set<SelectionSetNode>();
  const open: SelectionSetNode[] = [];
  const isSpreadVarying = document.definitions.some(
    (each) => each.kind === Kind.FRAGMENT_DEFINITION && hasVariable(each),
  );
  const markOpen = (): void => {
    for (const set of open) found.add(set);
  };
  visit(document, {
    SelectionSet: {
      enter: (node) => {
        open.push(node);
      },
      leave: () => {
        open.pop();
      },
    },
    Variable: markOpen,
    FragmentSpread: () => {
      if (isSpreadVarying) markOpen();
    },
  });
  return found;
}

function hasVariable(node: ASTNode): boolean {
  let isFound = false;
  visit(node, {
    Variable: () => {
      isFound = true;
      return BREAK;
    },
  });
  return isFound;
}
