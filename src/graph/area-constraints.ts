/** Laws of where plans are offered: in the United States, each county once, and no county code taken for one of the other numbering. */
import { countyKey, isState, parseCounties, stateOfFips } from '../model/counties.ts';
import type { DataDocuments } from '../model/shapes.ts';
import { placeOf, within } from './data-paths.ts';
import type { Problem } from './problems.ts';

const NUMBERINGS =
  "Social Security's codes are written after SSA, FIPS codes after FIPS: take the one that the source means.";

export function areaFaults({ plans }: DataDocuments): Problem[] {
  const known = new Map<string, readonly string[]>();
  const faultsOf = (text: string): readonly string[] => {
    let faults = known.get(text);
    if (faults === undefined) known.set(text, (faults = faultsIn(text)));
    return faults;
  };
  return Object.entries(plans).flatMap(([slug, { serviceAreas }]) =>
    (serviceAreas ?? []).flatMap((area, index): Problem[] => {
      const place = within(placeOf('plans', slug), 'serviceAreas', index);
      return [
        ...(area.states ?? []).flatMap((state, at) =>
          isState(state)
            ? []
            : [
                {
                  law: 'service-area',
                  place: within(place, 'states', at),
                  message: `${state} is no state or territory of the United States`,
                  remedy: 'Service areas are made of states and their counties.',
                },
              ],
        ),
        ...(area.counties ?? []).flatMap((text, at) =>
          faultsOf(text).map((message) => ({
            law: 'service-area',
            place: within(place, 'counties', at),
            message,
            remedy: NUMBERINGS,
          })),
        ),
      ];
    }),
  );
}

function faultsIn(text: string): string[] {
  const { state, counties } = parseCounties(text) ?? { state: '', counties: [] };
  if (!isState(state)) return [`${state} is no state or territory of the United States`];
  const seen = new Set<string>();
  return counties.flatMap((county) => {
    const key = countyKey(county);
    const isSecond = seen.has(key);
    seen.add(key);
    const other = county.fips === null ? state : stateOfFips(county.fips);
    return [
      ...(isSecond ? [`${key.trim()} is named twice in ${state}`] : []),
      ...(other === state
        ? []
        : [`FIPS ${county.fips ?? ''} is ${other === null ? 'of no state' : `of ${other}`} and stands under ${state}`]),
    ];
  });
}
