/** A county as answers name it: "Allegheny County, Pennsylvania". */
import type { CountyAsked } from '../graph/areas.ts';

const HAS_ITS_WORD = / (?:county|parish|city|borough|census area|municipality)$/i;

export function countyText({ name, state, fips, ssa }: CountyAsked): string {
  const code = fips.size > 0 ? `FIPS code ${[...fips].join(' and ')}` : `SSA code ${[...ssa].join(' and ')}`;
  return `${name === null ? `the county with ${code}` : `${name}${HAS_ITS_WORD.test(name) ? '' : ' County'}`}, ${state.name}`;
}
