/** Where a rule speaks, as it is read: semantics, section 3, "Place", says what is read where a source names no place. */
import { rulePlaceText } from '../graph/sentences.ts';
import type { Rule, Territory, Where } from '../graph/entries.ts';
import type { PlaceScope } from '../model/words.ts';
import { builder } from './builder.ts';
import { PlaceScopeRef } from './enums.ts';
import { sortedBySlug } from './sorted-lists.ts';
import { TerritoryRef } from './territory.ts';

interface PlaceRead {
  readonly scope: PlaceScope;
  readonly territories: readonly Territory[];
  readonly text: string;
}

const isStated = (where: Where): where is Where & { readonly scope: PlaceScope } => where.scope !== 'UNSTATED';

/** A grant that names no place is read as care at home, an exclusion as care anywhere, and an exception as what it is an exception to. */
export function placeRead(rule: Rule): PlaceRead {
  const {
    where,
    effect,
    exceptTo: [target],
  } = rule;
  if (isStated(where))
    return { scope: where.scope, territories: sortedBySlug(where.territories).items, text: rulePlaceText(rule).trim() };
  if (target) {
    const ofTarget = placeRead(target);
    return { ...ofTarget, text: `the source names no place; as the rule it is an exception to: ${ofTarget.text}` };
  }
  return effect === 'EXCLUDED'
    ? {
        scope: 'ANYWHERE',
        territories: [],
        text: 'the source names no place; an exclusion is then read as one of care anywhere',
      }
    : {
        scope: 'HOME',
        territories: [],
        text: 'the source names no place; a grant is then read as one of care at home',
      };
}

export const RulePlaceRef = builder.objectRef<PlaceRead>('RulePlace').implement({
  description: 'The places a rule speaks of; where its source names none, what is read instead.',
  fields: (t) => ({
    scope: t.expose('scope', { type: PlaceScopeRef, description: 'How the places are marked off.' }),
    territories: t.expose('territories', {
      type: [TerritoryRef],
      description: 'The places listed, where they are inside or outside a list.',
    }),
    text: t.exposeString('text', { description: 'The same in words, and whether the source names the place at all.' }),
  }),
});
