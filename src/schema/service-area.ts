/** The type ServiceArea: where a plan is offered, as whole states and as counties with the codes and names of the source. */
import type { CountyList, Territory } from '../graph/entries.ts';
import { countyKey, type ServedCounty } from '../model/counties.ts';
import { builder } from './builder.ts';
import { connectionOf, pageArguments } from './relay-connections.ts';
import { RuleModalityRef } from './enums.ts';
import { pageOf } from './pagination.ts';
import { byOwnKey } from '../graph/sorted-lists.ts';
import { CitationRef, ServiceAreaRef, TerritoryRef } from './refs.ts';

interface CountyServed extends ServedCounty {
  readonly state: Territory;
}

const ServedCountyRef = builder.objectRef<CountyServed>('ServedCounty').implement({
  description: 'A county of a service area, as its source names it.',
  fields: (t) => ({
    state: t.expose('state', { type: TerritoryRef, description: 'The state or territory that it is in.' }),
    name: t.exposeString('name', {
      nullable: true,
      description: 'The name as the source writes it; null if the source only has codes.',
    }),
    fips: t.exposeString('fips', {
      nullable: true,
      description: 'Its FIPS code, five digits; null if the source has none.',
    }),
    ssa: t.exposeString('ssa', {
      nullable: true,
      description: 'Its Social Security Administration code, which differs from FIPS; null if the source has none.',
    }),
    isPartial: t.exposeBoolean('isPartial', { description: 'Whether only part of it is served.' }),
    zipCodes: t.exposeStringList('zipCodes', {
      description: 'The part of it that is served, if the source lists it.',
    }),
  }),
});
const ServedCountyConnection = connectionOf('ServedCounty', ServedCountyRef, ['county', 'counties']);

// Each field by name, because the fields of a county of a snapshot are getters, which a spread leaves out.
const servedIn = ({ fips, ssa, name, isPartial, zipCodes }: ServedCounty, state: Territory): CountyServed => ({
  fips,
  ssa,
  name,
  isPartial,
  zipCodes,
  state,
});
const countiesOf = (lists: readonly CountyList[]): CountyServed[] =>
  lists.flatMap(({ state, counties }) => counties.map((county) => servedIn(county, state)));

ServiceAreaRef.implement({
  description: 'Where a plan is offered to people. This is not the same as its home territories.',
  fields: (t) => ({
    states: t.expose('states', {
      type: [TerritoryRef],
      description: 'States and territories that are served as a whole.',
    }),
    counties: t.field({
      type: ServedCountyConnection,
      description: 'Counties that are served, by state and code.',
      args: pageArguments,
      resolve: ({ counties }, page) =>
        pageOf(
          byOwnKey(
            counties,
            () => countiesOf(counties),
            (county) => `${county.state.code} ${countyKey(county)}`,
          ),
          page,
        ),
    }),
    modality: t.expose('modality', {
      type: RuleModalityRef,
      description: 'MAY if the source leaves open whether it is this area or another one.',
    }),
    from: t.expose('from', {
      type: 'Date',
      nullable: true,
      description: 'The first day on which the plan is offered there; null if it is not stated.',
    }),
    until: t.expose('until', {
      type: 'Date',
      nullable: true,
      description: 'The first day on which it no longer is; null if no end is stated.',
    }),
    citations: t.field({
      type: [CitationRef],
      description: 'The passages that define the area.',
      resolve: ({ cites }) => cites,
    }),
  }),
});
