/**
 * What a data set says of the states whose documents were not read. Its lines begin with the letters of the state, as an
 * import writes them: "MI: no Plan Compare page of 2026 was read."
 */
import type { Graph, Territory } from '../graph/entries.ts';
import { isState } from '../model/counties.ts';

/** The lines on documents of a state that were not read; empty if the data sets say nothing of it. */
export function unreadIn({ notRead }: Graph, { code }: Territory): readonly string[] {
  const start = `${code.replace(/^US-/, '')}: `;
  return notRead.filter((line) => line.startsWith(start));
}

/** The lines on the state at the end of a county's name, as in "Wayne County, Michigan"; empty without a state. */
export function unreadInStateOf(graph: Graph, countyAndState: string): readonly string[] {
  const state = [...graph.territories.values()].find(
    ({ code, name }) => isState(code) && countyAndState.endsWith(`, ${name}`),
  );
  return state === undefined ? [] : unreadIn(graph, state);
}
