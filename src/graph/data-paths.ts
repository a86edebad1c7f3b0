/** The place in the data of an entry or a rule, for problem reports. The store adds the file and the line. */
import type { Entry, Rule } from './entries.ts';
import type { ProblemPlace } from './problems.ts';

/**
 * The folder of each kind of document, which is the `kind` of a problem's place. The two single files have the kinds
 * `territories` and `dataset`.
 */
export const FOLDERS = {
  sources: 'sources',
  conditions: 'conditions',
  services: 'services',
  techniques: 'techniques',
  billingCodes: 'billing-codes',
  plans: 'plans',
} as const;
export type DocumentKind = keyof typeof FOLDERS;

const DOCUMENT_KINDS = {
  SOURCE: 'sources',
  COVERAGE_CONDITION: 'conditions',
  SERVICE: 'services',
  TECHNIQUE: 'techniques',
  BILLING_CODE: 'billingCodes',
  PLAN: 'plans',
} as const satisfies Record<Exclude<Entry['kind'], 'TERRITORY'>, DocumentKind>;

/** The place that `path` leads to from `place`. */
export const within = (place: ProblemPlace, ...path: (string | number)[]): ProblemPlace => ({
  ...place,
  path: [...place.path, ...path],
});

export const placeOf = (kind: DocumentKind, slug: string): ProblemPlace => ({ kind: FOLDERS[kind], slug, path: [] });

/** All territories are in one file, each under its code. */
export function placeOfEntry(entry: Entry): ProblemPlace {
  return entry.kind === 'TERRITORY'
    ? { kind: 'territories', slug: '', path: [entry.code] }
    : placeOf(DOCUMENT_KINDS[entry.kind], entry.slug);
}

export const placeOfRule = ({ plan, key }: Rule): ProblemPlace => within(placeOf('plans', plan.slug), 'rules', key);
