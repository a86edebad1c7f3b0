/** The places that a rule applies to, as clients see them (docs/semantics.md, section 3, "Place"). */
import type { Rule, Territory, Where } from '../graph/entries.ts';
import { rulePlaceText } from '../graph/sentences.ts';
import { sortedBySlug } from '../graph/sorted-lists.ts';
import type { PlaceScope } from '../model/words.ts';

/** A scope, the territories that it lists, by slug, and both in words. */
export interface RulePlace {
  readonly scope: PlaceScope;
  readonly territories: readonly Territory[];
  readonly text: string;
}

const isStated = (where: Where): where is Where & { readonly scope: PlaceScope } => where.scope !== 'UNSTATED';

/**
 * The places that a rule applies to. If the source names none, a grant applies at home, an exclusion everywhere, and an
 * exception where the rule applies to which it is an exception.
 */
export function placeOfRule(rule: Rule): RulePlace {
  const {
    where,
    effect,
    exceptTo: [target],
  } = rule;
  if (isStated(where))
    return { scope: where.scope, territories: sortedBySlug(where.territories).items, text: rulePlaceText(rule).trim() };
  if (target) {
    const ofTarget = placeOfRule(target);
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
