/**
 * The shape of every kind of data file. Files are read as text throughout (YAML's failsafe schema), so that a billing
 * code keeps its leading zeros and an amount its cents; each shape types its own values and says what is wrong with one.
 * The JSON Schemas in `schema/` are made from these.
 */
import { z } from 'zod';
import { parseCostShare, parseLimit } from './amounts.ts';
import { parseCounties } from './counties.ts';
import {
  AUTHORITIES,
  CODE_SYSTEMS,
  CONDITION_TOPICS,
  EXTERNAL_CODE_SYSTEMS,
  INHERITANCES,
  LICENCES,
  MODALITIES,
  PLAN_LEVELS,
  QUANTIFIERS,
  REMARK_TOPICS,
  REQUIREMENT_STRENGTHS,
  STATUSES,
  SYNONYM_MATCHES,
} from './words.ts';

const SLUG_PATTERN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const slug = z
  .string()
  .max(100, 'a slug has at most 100 characters')
  .regex(SLUG_PATTERN, 'a slug is lower-case letters and digits joined by single hyphens');
const text = z.string().trim().min(1, 'this text is empty').max(2_000, 'this text is longer than 2,000 characters');
const name = z.string().trim().min(1, 'this name is empty').max(200, 'a name has at most 200 characters');
const day = z.iso.date('a day is written as in 2026-11-23, and must be in the calendar');
const webAddress = z.url({ protocol: /^https?$/, error: 'a web address begins with http:// or https://' });

/** A word of a closed list, as the contract spells it (MAY_BE_REQUIRED) or in small letters with hyphens (may-be-required). */
function word<const W extends readonly [string, ...string[]]>(words: W) {
  const small = words.map((each) => each.toLowerCase().replaceAll('_', '-'));
  return z
    .enum([...small, ...words], { error: `expected one of ${small.join(', ')}` })
    .transform((given) => given.toUpperCase().replaceAll('-', '_') as W[number]);
}
/** A whole number, written with digits. */
const wholeNumber = z
  .string()
  .regex(/^\d{1,9}$/, 'expected a whole number, zero or more')
  .transform(Number)
  .meta({ wholeNumber: true });
/** `source#passage`. */
const cite = z
  .string()
  .regex(/^[a-z0-9-]+#[A-Za-z0-9._-]+$/, 'a citation is a source, # and a passage of it: medicare-massage-article#s35');
const cites = z.array(cite).min(1, 'cite at least one passage');
/** Each neighbour by slug, with the passages that join them. */
const citedLinks = z.record(slug, cites);

const remark = z.strictObject({
  topic: word(REMARK_TOPICS),
  text,
  modality: word(MODALITIES).optional(),
  /** Passages that other remarks on the same entry cite, and that say otherwise. */
  contradicts: cites.optional(),
  cites,
});
const externalCode = z.strictObject({
  system: word(EXTERNAL_CODE_SYSTEMS),
  code: name,
  match: word(SYNONYM_MATCHES).optional(),
  cites,
});
const named = {
  $schema: z.string().optional(),
  name,
  alternateNames: z.array(name).optional(),
  /** Further ways in which people say it in a question; understood, and never shown as its names. */
  phrases: z.array(name).optional(),
  description: text.optional(),
  cites: cites.optional(),
  remarks: z.array(remark).optional(),
};

const lines = z
  .string()
  .regex(/^[1-9]\d{0,6}(-[1-9]\d{0,6})?$/, 'expected a line number, or the first and the last joined by a hyphen')
  .meta({ wholeNumber: true });
const fingerprint = z
  .string()
  .regex(
    /^sha256-[0-9a-f]{64}$/,
    'a fingerprint is sha256- and 64 hexadecimal digits; leave it out where the passage was not at hand',
  );

export const sourceShape = z.strictObject({
  ...named,
  publisher: name.optional(),
  authority: word(AUTHORITIES),
  edition: name.meta({ wholeNumber: true }).optional(),
  publishedOn: day.optional(),
  checkedOn: day,
  url: webAddress.optional(),
  licence: z.enum(LICENCES, { error: `expected one of ${LICENCES.join(', ')}` }).transform(String),
  /** The source that this one was read in. */
  via: slug.optional(),
  passages: z.record(
    z.string().regex(/^[A-Za-z0-9._-]{1,60}$/, 'a passage key is letters, digits, dots, underscores and hyphens'),
    z.strictObject({
      at: name,
      line: lines.optional(),
      says: text,
      fingerprint: fingerprint.optional(),
      url: webAddress.optional(),
      /** Why nothing cites it. */
      unused: text.optional(),
    }),
  ),
});

export const conditionShape = z.strictObject({
  ...named,
  topic: word(CONDITION_TOPICS),
  question: text.optional(),
  counts: name.optional(),
  phrase: name.optional(),
  /** Ways of saying that it does not hold. */
  phrasesAgainst: z.array(name).optional(),
  implies: citedLinks.optional(),
  excludes: citedLinks.optional(),
  externalCodes: z.array(externalCode).optional(),
});

export const serviceShape = z.strictObject({
  ...named,
  phrase: name.optional(),
  broader: citedLinks.optional(),
  externalCodes: z.array(externalCode).optional(),
});

export const techniqueShape = z.strictObject({
  ...named,
  phrase: name.optional(),
  usedIn: citedLinks.optional(),
  synonyms: z.array(z.strictObject({ name, match: word(SYNONYM_MATCHES), concept: slug.optional(), cites })).optional(),
});

export const billingCodeShape = z.strictObject({
  ...named,
  system: word(CODE_SYSTEMS),
  code: z
    .string()
    .regex(/^[A-Z0-9]{4,7}$/, 'a billing code is four to seven capital letters and digits')
    .meta({ wholeNumber: true }),
  includes: citedLinks.optional(),
  bills: citedLinks.optional(),
});

const territoryCode = z
  .string()
  .regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, 'a place is its ISO 3166 code: US, US-AK, PR, CA');
/** The one generated table: code, name, other names, the next larger places, and whether its parts make up the whole. */
export const territoryTableShape = z.record(
  territoryCode,
  z.strictObject({
    name,
    alternateNames: z.array(name).optional(),
    partOf: z.array(territoryCode).optional(),
    wholeOfParts: z
      .enum(['true', 'false'])
      .transform((given) => given === 'true')
      .optional(),
  }),
);

const conditionTest = z.union(
  [slug, z.strictObject({ condition: slug, atLeast: wholeNumber.optional(), atMost: wholeNumber.optional() })],
  { error: 'expected a condition here; groups are at most three deep' },
);
export type ExpressionDocument =
  | z.output<typeof conditionTest>
  | { all: ExpressionDocument[] }
  | { any: ExpressionDocument[] }
  | { none: ExpressionDocument[] };
const expressionOf = <T extends z.ZodType>(inner: T) =>
  z.union(
    [
      conditionTest,
      ...(['all', 'any', 'none'] as const).map((operator) =>
        z.strictObject({ [operator]: z.array(inner).min(1, 'a group holds at least one condition') }),
      ),
    ],
    { error: 'expected a condition, or one of all, any and none with a list, at most three deep' },
  );
const expression = expressionOf(expressionOf(expressionOf(conditionTest))) as unknown as z.ZodType<ExpressionDocument>;

const where = z.union(
  [
    z.enum(['home', 'abroad', 'anywhere']),
    z.strictObject({ inside: z.array(territoryCode).min(1) }),
    z.strictObject({ outside: z.array(territoryCode).min(1) }),
  ],
  { error: 'expected home, abroad, anywhere, inside: [places] or outside: [places]' },
);

const ruleKey = z
  .string()
  .max(100)
  .regex(SLUG_PATTERN, 'the key of a rule is lower-case letters and digits joined by single hyphens');
const ruleName = z
  .string()
  .regex(/^(?:[a-z0-9-]+\/)?[a-z0-9-]+$/, 'a rule is named by its key, or by its plan, a slash and its key');

const ruleShape = z
  .strictObject({
    covered: slug.optional(),
    excluded: slug.optional(),
    lifted: slug.optional(),
    quantifier: word(QUANTIFIERS).optional(),
    extent: word(QUANTIFIERS).optional(),
    modality: word(MODALITIES).optional(),
    part: z.literal('unstated').optional(),
    when: expression.optional(),
    where: where.optional(),
    from: day.optional(),
    until: day.optional(),
    exceptTo: z.array(ruleName).min(1).optional(),
    restates: ruleName.optional(),
    requires: z
      .record(
        slug,
        z.strictObject({
          strength: word(REQUIREMENT_STRENGTHS),
          dependsOn: z.array(name).optional(),
          cites: cites.optional(),
        }),
      )
      .optional(),
    limits: z
      .array(
        z.strictObject({
          limit: z
            .string()
            .refine(
              (given) => parseLimit(given) !== null,
              'expected a limit such as: 12 visits in 90 days, 20 visits per calendar year, $50,000 per lifetime',
            ),
          combinedWith: z.array(slug).optional(),
          cites: cites.optional(),
        }),
      )
      .optional(),
    costs: z
      .array(
        z.strictObject({
          share: z
            .string()
            .refine(
              (given) => parseCostShare(given) !== null,
              'expected a cost share such as: 20% coinsurance, $283 deductible per calendar year in 2026, $5 to $20 copayment per visit in network, no charge, cost not stated',
            ),
          cites: cites.optional(),
        }),
      )
      .optional(),
    rationale: text.optional(),
    reading: text.optional(),
    cites,
  })
  .refine(
    (rule) => [rule.covered, rule.excluded, rule.lifted].filter((each) => each !== undefined).length === 1,
    'a rule has exactly one of covered, excluded and lifted',
  );

const caseShape = z.strictObject({
  of: slug,
  met: z.array(slug).optional(),
  unmet: z.array(slug).optional(),
  counts: z.record(slug, wholeNumber).optional(),
  territory: territoryCode.optional(),
  on: day.optional(),
  accordingTo: z.array(slug).optional(),
  status: word(STATUSES),
  best: word(STATUSES).optional(),
});

/** Where a plan is offered to people: whole states, and counties, those of one state in one text. */
const serviceArea = z
  .strictObject({
    states: z.array(territoryCode).min(1).optional(),
    counties: z
      .array(
        z
          .string()
          .max(20_000, 'the counties of one state have at most 20,000 characters')
          .refine(
            (given) => parseCounties(given) !== null,
            'expected counties such as: US-PA: SSA 39010 Allegheny; FIPS 42005 Armstrong (part: 16201)',
          ),
      )
      .min(1)
      .optional(),
    /** `may` where the source leaves open whether it is this area or another one. */
    modality: word(MODALITIES).optional(),
    from: day.optional(),
    until: day.optional(),
    cites,
  })
  .refine(
    (area) => area.states !== undefined || area.counties !== undefined,
    'a service area names states, counties or both',
  );

const homeList = z.strictObject({ territories: z.array(territoryCode).min(1), cites });

export const planShape = z.strictObject({
  ...named,
  level: word(PLAN_LEVELS).optional(),
  within: slug.optional(),
  takesRulesFrom: z.record(slug, z.strictObject({ takes: word(INHERITANCES), cites: cites.optional() })).optional(),
  supplements: citedLinks.optional(),
  /** What counts as home: the list that the graph reads. */
  home: homeList.optional(),
  /** What other sources count as home, each list a claim beside the one that is read. */
  otherHomes: z.array(homeList).min(1).optional(),
  /** Where it is offered; a plan that states none is offered where the one that it is within is. */
  serviceAreas: z.array(serviceArea).min(1).optional(),
  rules: z.record(ruleKey, ruleShape).optional(),
  cases: z.record(name, caseShape).optional(),
});

/** `completeness.yaml` and `notices.yaml`-like facts of a data folder as a whole. */
export const dataSetShape = z.strictObject({
  $schema: z.string().optional(),
  notices: z.array(text).optional(),
  completeness: z
    .array(
      z.strictObject({
        text,
        plans: z.array(slug).min(1),
        subjects: z.array(slug).min(1),
        asOf: day,
        cites: cites.optional(),
      }),
    )
    .optional(),
});

export type SourceDocument = z.output<typeof sourceShape>;
export type ConditionDocument = z.output<typeof conditionShape>;
export type ServiceDocument = z.output<typeof serviceShape>;
export type TechniqueDocument = z.output<typeof techniqueShape>;
export type BillingCodeDocument = z.output<typeof billingCodeShape>;
export type TerritoryTable = z.output<typeof territoryTableShape>;
export type RuleDocument = z.output<typeof ruleShape>;
export type PlanDocument = z.output<typeof planShape>;
export type DataSetDocument = z.output<typeof dataSetShape>;

/** One data set as it was written: every kind by slug, shapes checked, names not yet joined. */
export interface DataDocuments {
  sources: Record<string, SourceDocument>;
  territories: TerritoryTable;
  conditions: Record<string, ConditionDocument>;
  services: Record<string, ServiceDocument>;
  techniques: Record<string, TechniqueDocument>;
  billingCodes: Record<string, BillingCodeDocument>;
  plans: Record<string, PlanDocument>;
  dataSets: DataSetDocument[];
}
