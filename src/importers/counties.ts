/**
 * Turns rows of counties into the texts of a plan's service area: one text for each state, with its counties in order
 * of their codes, each once.
 */
import { countyKey, printCounties, type ServedCounty } from '../model/counties.ts';
import type { PlanEntry } from './importer.ts';

/** A service area of a plan, as a data file has it. */
export type AreaEntry = NonNullable<PlanEntry['serviceAreas']>[number];
/** A county of one row, with its state. */
export interface CountyRow extends ServedCounty {
  /** ISO 3166: US-PA, PR. */
  readonly state: string;
}

/** A county's name without the characters that the grammar of counties reserves, at most 60 characters; null where no name remains. */
export function countyName(text: string): string | null {
  const name = text
    .replace(/[;():\s]+/g, ' ')
    .trim()
    .slice(0, 60)
    .trim();
  return /^(?!FIPS|SSA|\d)/.test(name) && name !== '' ? name : null;
}

/** A text of a data file has at most 20,000 characters, so the counties of a state may need several texts. */
const MOST_CHARACTERS = 18_000;

/** The texts of all counties. A county that one row serves in part and another as a whole is served as a whole; parts are combined. */
export function countyTexts(rows: readonly CountyRow[]): string[] {
  const states = new Map<string, Map<string, ServedCounty>>();
  for (const { state, ...county } of rows) {
    let counties = states.get(state);
    if (!counties) {
      counties = new Map<string, ServedCounty>();
      states.set(state, counties);
    }
    const known = counties.get(countyKey(county));
    counties.set(countyKey(county), known === undefined ? county : together(known, county));
  }
  return [...states]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([state, counties]) => {
      const sorted = [...counties].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, county]) => county);
      return textsOfState(state, sorted);
    });
}

/** As few texts as halving gives, each short enough for a data file. */
function textsOfState(state: string, counties: readonly ServedCounty[]): string[] {
  const texts: string[] = [];
  let from = 0;
  while (from < counties.length) {
    let to = counties.length;
    let text = printCounties({ state, counties: counties.slice(from, to) });
    while (to > from + 1 && text.length > MOST_CHARACTERS) {
      to = from + Math.ceil((to - from) / 2);
      text = printCounties({ state, counties: counties.slice(from, to) });
    }
    texts.push(text);
    from = to;
  }
  return texts;
}

function together(one: ServedCounty, other: ServedCounty): ServedCounty {
  if (!one.isPartial || !other.isPartial)
    return { ...one, name: one.name ?? other.name, isPartial: false, zipCodes: [] };
  // If one of the rows does not say which part is served, the combined part is not known either.
  const zipCodes =
    one.zipCodes.length === 0 || other.zipCodes.length === 0
      ? []
      : [...new Set([...one.zipCodes, ...other.zipCodes])].sort();
  return { ...one, name: one.name ?? other.name, zipCodes };
}
