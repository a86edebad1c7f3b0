/**
 * Questions that name a version: `asOf`. The whole of a request is answered from the version that the first such question
 * names, as it would be from the current one; a question in the same request that names another, or none, is refused at its
 * own place, and so is each where the version cannot be had.
 */
import {
  getArgumentValues,
  getOperationAST,
  Kind,
  visit,
  type DocumentNode,
  type ExecutionArgs,
  type FragmentDefinitionNode,
} from 'graphql';
// Not of graphql-js's public face; its own, so that fields left out by @skip and @include count for nothing.
import { collectFields } from 'graphql/execution/collectFields.js';
import type { Plugin, YogaInitialContext } from 'graphql-yoga';
import type { Graph } from '../graph/entries.ts';
import { asOfArgument, type VersionAsked } from '../schema/as-of.ts';
import type { LoadedData, RequestContext } from './create-yoga.ts';

/** A version, or why it cannot be had: no such one was published; the database is away; too many are being loaded. */
export type OlderVersion = Graph | 'UNKNOWN' | 'UNAVAILABLE' | 'BUSY';

/** Finds a version by a name; left out where there is nowhere to find one. */
export type FindVersion = (name: string) => Promise<LoadedData | Exclude<OlderVersion, Graph>>;

const longestName = 64;

export function asOf(find: FindVersion | undefined): Plugin<object, RequestContext> {
  return {
    onExecute: ({ args }) => {
      const name = nameIn(args);
      const served = (args as ExecutionArgs & { contextValue: RequestContext & YogaInitialContext }).contextValue;
      return name === null || name === served.graph.version ? undefined : ask(served, name, find);
    },
  };
}

async function ask(served: RequestContext, name: string, find: FindVersion | undefined): Promise<undefined> {
  const found = find === undefined || name.length > longestName ? 'UNKNOWN' : await find(name);
  const asked: VersionAsked = { name, refusedFor: typeof found === 'string' ? found : null };
  Object.assign(
    served,
    { asOf: asked },
    typeof found === 'string' ? {} : { graph: found.graph, loadedAt: found.loadedAt },
  );
  served.requestLog.dataVersion = served.graph.version;
  served.requestLog.isVersionNamed = true;
}

/** The version that the first question of the operation names; null where none does. */
function nameIn({ schema, document, operationName, variableValues }: ExecutionArgs): string | null {
  const root = schema.getQueryType();
  const operation = getOperationAST(document, operationName);
  if (!root || !operation || !mentions(document)) return null;
  const fragments: Record<string, FragmentDefinitionNode> = {};
  for (const each of document.definitions)
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments[each.name.value] = each;
  const fields = collectFields(schema, fragments, variableValues ?? {}, root, operation.selectionSet);
  for (const [node] of fields.values()) {
    const definition = node && root.getFields()[node.name.value];
    if (!node?.arguments?.some(({ name: { value } }) => value === asOfArgument) || !definition) continue;
    const { [asOfArgument]: name } = getArgumentValues(definition, node, variableValues ?? {});
    if (typeof name === 'string') return name;
  }
  return null;
}

/** Documents are kept and come again, so each is looked through once. */
const known = new WeakMap<DocumentNode, boolean>();
function mentions(document: DocumentNode): boolean {
  let found = known.get(document);
  if (found === undefined) {
    found = false;
    visit(document, {
      Argument: ({ name: { value } }) => {
        found ||= value === asOfArgument;
      },
    });
    known.set(document, found);
  }
  return found;
}
