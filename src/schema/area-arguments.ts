/** The input type AreaInput, and its resolution to a place in the service area index. Errors suggest similar names. */
import { areaIndexOf, type CountyPlace, type ServicePlace } from '../graph/area-index.ts';
import { closest } from '../graph/did-you-mean.ts';
import type { Graph, Territory } from '../graph/entries.ts';
import { isState, stateCode } from '../model/counties.ts';
import { builder } from './builder.ts';
import { cut, ContractError } from './errors.ts';
import { resolveTerritory } from './resolve-arguments.ts';
import { takeSuggestedName } from './suggestions.ts';

const CountyNameInput = builder.inputType('CountyNameInput', {
  description: 'A county by its name in a state.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'Its name, with or without the word County: Allegheny.' }),
    state: t.string({ required: true, description: 'The state or territory: PA, US-PA, PR.' }),
  }),
});

/** The input type that names a place in exactly one of four ways. */
export const AreaInput = builder.inputType('AreaInput', {
  description: 'A place in the United States where plans are offered, named in exactly one of these ways.',
  isOneOf: true,
  fields: (t) => ({
    county: t.string({
      description: "A county by its FIPS code, or by Social Security's after SSA and a colon: 42003, SSA:39010.",
    }),
    countyNamed: t.field({ type: CountyNameInput, description: 'A county by its name and its state.' }),
    state: t.string({ description: 'A state or territory by its two letters or its ISO 3166 code: PA, US-PA, PR.' }),
    zipCode: t.string({
      description: 'Five digits. Found only if a source lists the ZIP codes of the part of a county that is served.',
    }),
  }),
});

interface AreaNames {
  readonly county?: string | null | undefined;
  readonly countyNamed?: { readonly name: string; readonly state: string } | null | undefined;
  readonly state?: string | null | undefined;
  readonly zipCode?: string | null | undefined;
}

/**
 * Resolves an AreaInput to a county, a state or a ZIP code. `argument` is the path of the input.
 * @throws {ContractError} UNKNOWN_TERRITORY if there is no such place, or several counties have the name
 */
export function resolvePlace(
  graph: Graph,
  { county, countyNamed, state, zipCode }: AreaNames,
  argument: string,
): ServicePlace {
  if (county != null) return countyWithCode(graph, county, `${argument}.county`);
  if (countyNamed != null)
    return countyWithName(
      graph,
      countyNamed.name,
      stateNamed(graph, countyNamed.state, `${argument}.countyNamed.state`),
      `${argument}.countyNamed.name`,
    );
  if (state != null) return { kind: 'STATE', state: stateNamed(graph, state, `${argument}.state`) };
  if (/^\d{5}$/.test(zipCode ?? '')) return { kind: 'ZIP_CODE', zipCode: zipCode ?? '' };
  throw new ContractError(
    'UNKNOWN_TERRITORY',
    `"${cut(zipCode ?? '')}" is not a ZIP code. Give five digits.`,
    `${argument}.zipCode`,
    zipCode ?? '',
  );
}

/** Resolves a state. Two letters mean a state of the United States here, never a country: CA is California. */
function stateNamed(graph: Graph, given: string, argument: string): Territory {
  const code = cut(given).toUpperCase();
  const state = resolveTerritory(
    graph,
    /^[A-Z]{2}$/.test(code) && isState(stateCode(code)) ? stateCode(code) : given,
    argument,
    statesOf(graph),
  );
  if (isState(state.code)) return state;
  throw new ContractError(
    'UNKNOWN_TERRITORY',
    `${state.name} is no state or territory of the United States, where service areas are.`,
    argument,
    given,
  );
}

const statesOfGraphs = new WeakMap<Graph, ReadonlyMap<string, Territory>>();

/** The states and territories of the United States by code, for suggestions. Collected once per graph. */
function statesOf(graph: Graph): ReadonlyMap<string, Territory> {
  const known = statesOfGraphs.get(graph);
  if (known) return known;
  const states = new Map([...graph.territories].filter(([code]) => isState(code)));
  statesOfGraphs.set(graph, states);
  return states;
}

function countyWithCode(graph: Graph, given: string, argument: string): CountyPlace {
  const [, system, code = ''] = /^(?:(FIPS|SSA):)?(\d{5})$/i.exec(cut(given)) ?? [];
  if (code === '')
    throw new ContractError(
      'UNKNOWN_TERRITORY',
      `"${cut(given)}" is no code of a county. Give the five digits of its FIPS code, or Social Security's as in SSA:39010.`,
      argument,
      given,
    );
  const isSsa = system?.toUpperCase() === 'SSA';
  const county = areaIndexOf(graph).countyWithCode(isSsa ? 'ssa' : 'fips', code);
  if (county) return county;
  const inOtherSystem = areaIndexOf(graph).countyWithCode(isSsa ? 'fips' : 'ssa', code);
  const hint =
    inOtherSystem === null
      ? 'Name it by name and state, or ask about the state.'
      : `Another county has those digits in the other numbering: "${isSsa ? '' : 'SSA:'}${code}"${inOtherSystem.name === null ? '' : ` is ${inOtherSystem.name}, ${inOtherSystem.state.name}`}.`;
  throw new ContractError(
    'UNKNOWN_TERRITORY',
    `No service area in the graph names a county by the ${isSsa ? 'Social Security' : 'FIPS'} code ${code}. ${hint}`,
    argument,
    given,
  );
}

function countyWithName(graph: Graph, given: string, state: Territory, argument: string): CountyPlace {
  const [county, ...others] = areaIndexOf(graph).countiesNamed(cut(given), state);
  if (!county) {
    const likely = takeSuggestedName() ? closest(cut(given), areaIndexOf(graph).countyNames(state)) : [];
    const near = likely.map((name) => `"${name}"`);
    throw new ContractError(
      'UNKNOWN_TERRITORY',
      `No service area in the graph names a county "${cut(given)}" in ${state.name}.${near.length === 0 ? '' : ` Did you mean ${near.join(' or ')}?`}`,
      argument,
      given,
    );
  }
  if (others.length === 0) return county;
  const codes = [county, ...others].map(codeOf).map((code) => `"${code}"`);
  throw new ContractError(
    'UNKNOWN_TERRITORY',
    `Several counties in ${state.name} are called "${cut(given)}". Give the code of one: ${codes.join(' or ')}.`,
    argument,
    given,
  );
}

/** The code of a county in the form that `AreaInput.county` accepts; empty if no source gives a code. */
export function codeOf({ fips, ssa }: CountyPlace): string {
  const [fipsCode] = fips;
  const [ssaCode] = ssa;
  return fipsCode ?? (ssaCode === undefined ? '' : `SSA:${ssaCode}`);
}
