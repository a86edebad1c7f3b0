/**
 * The constraint on service areas: they are in the United States, name each county once, and have each county code in the
 * right numbering.
 */
import { countyKey, isState, parseCounties, stateOfFips } from '../model/counties.ts';
import type { DataDocuments } from '../model/shapes.ts';
import { placeOf, within } from './data-paths.ts';
import type { Problem } from './problems.ts';

const NUMBERINGS =
  'Write codes of the Social Security Administration after SSA and FIPS codes after FIPS, as the source has them.';

export function areaFaults({ plans }: DataDocuments): Problem[] {
  const cache = new Map<string, readonly string[]>();
  const faultsOf = (text: string): readonly string[] => {
    const faults = cache.get(text) ?? faultsIn(text);
    cache.set(text, faults);
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
                  message: `${state} is not a state or territory of the United States`,
                  remedy: 'Use the code of a state or territory of the United States, such as US-PA.',
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
  if (!isState(state)) return [`${state} is not a state or territory of the United States`];
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
        : [
            `FIPS ${county.fips ?? ''} is ${other === null ? 'not of any state' : `of ${other}`} and is listed under ${state}`,
          ]),
    ];
  });
}
