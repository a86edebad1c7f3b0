/** The type RulePlace: the places that a rule applies to (docs/semantics.md, section 3, "Place"). */
import type { RulePlace } from '../engine/rule-place.ts';
import { builder } from './builder.ts';
import { PlaceScopeRef } from './enums.ts';
import { TerritoryRef } from './refs.ts';

export const RulePlaceRef = builder.objectRef<RulePlace>('RulePlace').implement({
  description: 'The places that a rule applies to; if its source names none, the default.',
  fields: (t) => ({
    scope: t.expose('scope', { type: PlaceScopeRef, description: 'How the places are defined.' }),
    territories: t.expose('territories', {
      type: [TerritoryRef],
      description: 'The places listed, where they are inside or outside a list.',
    }),
    text: t.exposeString('text', { description: 'The same in words, and whether the source names the place at all.' }),
  }),
});
