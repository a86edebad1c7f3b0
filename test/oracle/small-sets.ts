/** A small data set of a program, a plan of it, a class of plans that takes over grants, and a member of the class. */
import type { DataDocuments, PlanDocument, RuleDocument, SourceDocument } from '../../src/model/shapes.ts';
import type { ConditionTopic, SourceAuthority } from '../../src/model/words.ts';
import type { Ask } from './oracle.ts';
import { TERRITORIES } from './world.ts';

export type Rules = Record<string, Omit<RuleDocument, 'cites'> & { cites?: string[] }>;
export const source = (authority: SourceAuthority, more: Partial<SourceDocument> = {}): SourceDocument => ({
  name: authority,
  authority,
  checkedOn: '2026-01-01',
  licence: 'CC0-1.0',
  passages: { p: { at: '1', says: 'So.' } },
  ...more,
});
export const cites = ['manual#p'];
const written = (rules: Rules = {}) => ({
  rules: Object.fromEntries(Object.entries(rules).map(([key, rule]) => [key, { cites, ...rule }])),
});

/** `link`: what the class asks of what it takes over. */
export function set(
  rules: { program?: Rules; original?: Rules; class?: Rules; member?: Rules },
  conditions: DataDocuments['conditions'] = {},
  link: Omit<NonNullable<PlanDocument['takesRulesFrom']>[string], 'takes'> = {},
): DataDocuments {
  return {
    sources: {
      article: source('SECONDARY'),
      manual: source('AGENCY_MANUAL'),
      statute: source('STATUTE'),
      early: source('AGENCY_PAGE', { publisher: 'X', publishedOn: '2020-01-01' }),
      late: source('AGENCY_PAGE', { publisher: 'X', publishedOn: '2024-01-01' }),
    },
    territories: TERRITORIES,
    conditions,
    services: {
      care: { name: 'Care' },
      massage: { name: 'Massage', broader: { care: cites } },
      dental: { name: 'Dental', broader: { care: cites } },
    },
    techniques: { kneading: { name: 'Kneading', usedIn: { massage: cites } } },
    billingCodes: {
      'cpt-97124': {
        name: 'Code',
        system: 'CPT',
        code: '97124',
        includes: { kneading: cites },
        bills: { massage: cites },
      },
    },
    plans: {
      program: { name: 'Programme', home: { territories: ['US', 'PR'], cites }, ...written(rules.program) },
      original: { name: 'Original', within: 'program', ...written(rules.original) },
      class: {
        name: 'Class',
        within: 'program',
        takesRulesFrom: { original: { takes: 'GRANTS_ONLY', ...link } },
        ...written(rules.class),
      },
      member: { name: 'Member', within: 'class', ...written(rules.member) },
    },
    dataSets: [],
  };
}
export const ask = (more: Partial<Ask>): Ask => ({
  plan: 'program',
  subject: 'massage',
  met: [],
  unmet: [],
  counts: {},
  territory: null,
  on: '2026-06-01',
  accordingTo: null,
  minimumAuthority: null,
  ...more,
});
/** A condition that is met or unmet. */
export const condition = { name: 'C', topic: 'ORDER' as const };
/** One condition of each topic, by a slug of two letters or more. */
export function conditionsOf(topics: Record<string, ConditionTopic>): DataDocuments['conditions'] {
  return Object.fromEntries(Object.entries(topics).map(([slug, topic]) => [slug, { name: slug, topic }]));
}
