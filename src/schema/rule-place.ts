/** The type RulePlace: the places that a rule applies to (docs/semantics.md, section 3, "Place"). */
import { rulePlaceText } from '../graph/sentences.ts';
import type { Rule, Territory, Where } from '../graph/entries.ts';
import type { PlaceScope } from '../model/words.ts';
import { builder } from './builder.ts';
import { PlaceScopeRef } from './enums.ts';
import { sortedBySlug } from './sorted-lists.ts';
import { TerritoryRef } from './refs.ts';

interface PlaceRead {
  readonly scope: PlaceScope;
  readonly territories: readonly Territory[];
  readonly text: string;
}

const isStated = (where: Where): where is Where & { readonly scope: PlaceScope } => where.scope !== 'UNSTATED';

/**
 * The places that a rule applies to. If the source names none, a grant applies at home, an exclusion everywhere, and an
 * exception where the rule applies to which it is an exception.
 */
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
  description: 'The places that a rule applies to; if its source names none, the default.',
  fields: (t) => ({
    scope: t.expose('scope', { type: PlaceScopeRef, description: 'How the places are marked off.' }),
    territories: t.expose('territories', {
      type: [TerritoryRef],
      description: 'The places listed, where they are inside or outside a list.',
    }),
    text: t.exposeString('text', { description: 'The same in words, and whether the source names the place at all.' }),
  }),
});
