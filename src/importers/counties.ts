/** Counties of rows as a plan's entry has them: those of one state in one text, in order of their codes, each once. */
import { countyKey, printCounties, type ServedCounty } from '../model/counties.ts';
import type { PlanEntry } from './importer.ts';

export type AreaEntry = NonNullable<PlanEntry['serviceAreas']>[number];
export interface CountyRow extends ServedCounty {
  /** ISO 3166: US-PA, PR. */
  readonly state: string;
}

/** A name as the grammar of counties takes it; null where nothing of it is left. */
export function countyName(text: string): string | null {
  const name = text
    .replace(/[;():\s]+/g, ' ')
    .trim()
    .slice(0, 60)
    .trim();
  return /^(?!FIPS|SSA|\d)/.test(name) && name !== '' ? name : null;
}

/** A text has at most 20,000 characters, so a state of more counties than that goes into several. */
const MOST_CHARACTERS = 18_000;

/** A county that is served in part by one row and whole by another is served whole; parts of it are put together. */
export function countyTexts(rows: readonly CountyRow[]): string[] {
  const states = new Map<string, Map<string, ServedCounty>>();
  for (const { state, ...county } of rows) {
    let counties = states.get(state);
    if (!counties) states.set(state, (counties = new Map<string, ServedCounty>()));
    const known = counties.get(countyKey(county));
    counties.set(countyKey(county), known === undefined ? county : together(known, county));
  }
  return [...states]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([state, counties]) => {
      const inOrder = [...counties].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, county]) => county);
      const texts: string[] = [];
      for (let from = 0, to = inOrder.length; from < inOrder.length; from = to, to = inOrder.length) {
        while (to > from + 1 && printCounties({ state, counties: inOrder.slice(from, to) }).length > MOST_CHARACTERS)
          to = from + Math.ceil((to - from) / 2);
        texts.push(printCounties({ state, counties: inOrder.slice(from, to) }));
      }
      return texts;
    });
}

function together(one: ServedCounty, other: ServedCounty): ServedCounty {
  if (!one.isPartial || !other.isPartial)
    return { ...one, name: one.name ?? other.name, isPartial: false, zipCodes: [] };
  // Where one row does not say which part, the part is not said.
  const zipCodes =
    one.zipCodes.length === 0 || other.zipCodes.length === 0
      ? []
      : [...new Set([...one.zipCodes, ...other.zipCodes])].sort();
  return { ...one, name: one.name ?? other.name, zipCodes };
}
