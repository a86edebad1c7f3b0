/**
 * The argument `asOf`, which names a data version. The whole request is answered from the version that its first field with
 * `asOf` names. A field of the same request that names another version, or none, gets an error; so does every field if the
 * version cannot be loaded.
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
// An internal function of graphql-js, used so that fields excluded by @skip and @include are ignored.
import { collectFields } from 'graphql/execution/collectFields.js';
import type { Plugin, YogaInitialContext } from 'graphql-yoga';
import type { Graph } from '../graph/entries.ts';
import { asOfArgument, type VersionAsked } from '../schema/as-of.ts';
import type { RequestContext } from './request-context.ts';
import type { LoadedData } from './snapshot.ts';

/** The graph of a version, or why there is none: it was never published, the database is unreachable, or too many are loading. */
export type OlderVersion = Graph | 'UNKNOWN' | 'UNAVAILABLE' | 'BUSY';

/** Loads a published version by name. */
export type FindVersion = (name: string) => Promise<LoadedData | Exclude<OlderVersion, Graph>>;

const maxNameLength = 64;

/** A plugin that replaces the data of a request by the version that it names. */
export function asOf(find: FindVersion | undefined): Plugin<object, RequestContext> {
  return {
    onExecute: ({ args }) => {
      const name = nameIn(args);
      const context = (args as ExecutionArgs & { contextValue: RequestContext & YogaInitialContext }).contextValue;
      return name === null || name === context.graph.version ? undefined : useVersion(context, name, find);
    },
  };
}

async function useVersion(context: RequestContext, name: string, find: FindVersion | undefined): Promise<undefined> {
  const version = find === undefined || name.length > maxNameLength ? 'UNKNOWN' : await find(name);
  const asOfVersion: VersionAsked = { name, refusedFor: typeof version === 'string' ? version : null };
  Object.assign(
    context,
    { asOf: asOfVersion },
    typeof version === 'string' ? {} : { graph: version.graph, loadedAt: version.loadedAt },
  );
  context.requestLog.dataVersion = context.graph.version;
  context.requestLog.isVersionNamed = true;
}

/** Returns the version that the first field with `asOf` names; null if there is no such field. */
function nameIn({ schema, document, operationName, variableValues }: ExecutionArgs): string | null {
  const root = schema.getQueryType();
  const operation = getOperationAST(document, operationName);
  if (!root || !operation || !hasAsOf(document)) return null;
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

/** Whether a document has an `asOf` argument, by document: parsed documents are cached, so each is searched once. */
const documentsWithAsOf = new WeakMap<DocumentNode, boolean>();
function hasAsOf(document: DocumentNode): boolean {
  const known = documentsWithAsOf.get(document);
  if (known !== undefined) return known;
  let isFound = false;
  visit(document, {
    Argument: ({ name: { value } }) => {
      isFound ||= value === asOfArgument;
    },
  });
  documentsWithAsOf.set(document, isFound);
  return isFound;
}
