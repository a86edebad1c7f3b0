/** Asks the engine by slugs of the project's own data, on a fixed day, and turns the answer into plain values to compare. */
import { fileURLToPath } from 'node:url';
import type { CaseFact, Determination } from '../../src/engine/determination.ts';
import { determine } from '../../src/engine/determine.ts';
import type { Graph } from '../../src/graph/entries.ts';
import { loadFolders, printProblem } from '../../src/store/folders.ts';

export const TODAY = '2026-11-23';
export const ARTICLE = 'medicare-massage-article';

/** Loads the data of a folder. Rejects with every problem if there is any. */
export async function graphIn(folder: URL): Promise<Graph> {
  const { graph: loaded, problems } = await loadFolders({ data: [fileURLToPath(folder)], sources: [] });
  if (!loaded) throw new Error(problems.map(printProblem).join('\n'));
  return loaded;
}
export const graph = await graphIn(new URL('../../data', import.meta.url));

export interface Ask {
  plan: string;
  of: string;
  met?: string[];
  unmet?: string[];
  territory?: string;
  /** Slugs of sources; null for all. By default the article alone. */
  accordingTo?: string[] | null;
}

function named<E>(slug: string, among: ReadonlyMap<string, E>): E {
  const entry = among.get(slug);
  if (entry === undefined) throw new Error(`"${slug}" is not in the data`);
  return entry;
}

/** Asks the engine about the project's data. */
export const ask = (asked: Ask): Determination => askOf(graph, asked);

export function askOf(
  data: Graph,
  { plan, of, met = [], unmet = [], territory, accordingTo = [ARTICLE] }: Ask,
): Determination {
  return determine({
    graph: data,
    plan: named(plan, data.plans),
    subject: named(of, data.subjects),
    met: met.map((slug) => named(slug, data.conditions)),
    unmet: unmet.map((slug) => named(slug, data.conditions)),
    counts: new Map(),
    territory: territory === undefined ? null : named(territory, data.territories),
    on: TODAY,
    onAssumed: true,
    accordingTo: accordingTo && accordingTo.map((slug) => named(slug, data.sources)),
    minimumAuthority: null,
  });
}

const fact = ({ condition, holds }: CaseFact): string => (holds === false ? `not ${condition.slug}` : condition.slug);

/** The answer as slugs and words of the closed lists; a requirement reads "FOR_COVERAGE REQUIRED a or b", with what it depends on in brackets. */
export function plain({
  status,
  best,
  possibleOutcomes,
  hedges,
  notStated,
  requirements,
  pathways,
  missing,
}: Determination) {
  return {
    status,
    best,
    possibleOutcomes,
    hedges,
    notStated,
    requirements: requirements.map(
      ({ role, strength, anyOf, dependsOn }) =>
        `${role} ${strength} ${anyOf.map(fact).join(' or ')}${dependsOn.length > 0 ? ` (${dependsOn.join(', ')})` : ''}`,
    ),
    pathways: pathways.map(({ facts, outcome }) => `${outcome}: ${facts.map(fact).sort().join(' + ')}`).sort(),
    missing: missing.map(({ slug }) => slug),
  };
}
