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
  .regex(SLUG_PATTERN, 'a slug is lower-case letters and digits joined by single hyphens')
  .meta({ title: 'slug' });
const text = z
  .string()
  .trim()
  .min(1, 'this text is empty')
  .max(2_000, 'this text is longer than 2,000 characters')
  .meta({ title: 'text of at most 2,000 characters' });
const name = z
  .string()
  .trim()
  .min(1, 'this name is empty')
  .max(200, 'a name has at most 200 characters')
  .meta({ title: 'text of at most 200 characters' });
const day = z.iso
  .date('a day is written as in 2026-11-23, and must be in the calendar')
  .meta({ title: 'day, as in 2026-11-23' });
const webAddress = z
  .url({ protocol: /^https?$/, error: 'a web address begins with http:// or https://' })
  .meta({ title: 'web address' });

/** The words of a closed list as data files write them: in small letters with hyphens (may-be-required). */
const inSmallLetters = (words: readonly string[]): string[] =>
  words.map((each) => each.toLowerCase().replaceAll('_', '-'));

/**
 * A word of a closed list. It is accepted in both spellings, as the contract has it (MAY_BE_REQUIRED) and in small letters
 * with hyphens (may-be-required), and offered to editors in one of them. `id` names the list in the JSON Schemas.
 */
function word<const W extends readonly [string, ...string[]]>(
  id: string,
  words: W,
  offered: 'small letters' | 'capital letters' = 'small letters',
) {
  const small = inSmallLetters(words);
  const [first, second] = offered === 'small letters' ? [small, words] : [words, small];
  return z
    .enum([...first, ...second], { error: `expected one of ${first.join(', ')}` })
    .meta({ id, offered: first })
    .transform((given) => given.toUpperCase().replaceAll('-', '_') as W[number]);
}
const authority = word('Authority', AUTHORITIES);
const codeSystem = word('CodeSystem', CODE_SYSTEMS);
const conditionTopic = word('ConditionTopic', CONDITION_TOPICS);
const externalCodeSystem = word('ExternalCodeSystem', EXTERNAL_CODE_SYSTEMS);
const inheritance = word('Inheritance', INHERITANCES);
const match = word('Match', SYNONYM_MATCHES);
const modality = word('Modality', MODALITIES);
const planLevel = word('PlanLevel', PLAN_LEVELS);
const quantifier = word('Quantifier', QUANTIFIERS);
const remarkTopic = word('RemarkTopic', REMARK_TOPICS);
const status = word('Status', STATUSES, 'capital letters');
const strength = word('Strength', REQUIREMENT_STRENGTHS);

/** A whole number, written with digits. */
const wholeNumber = z
  .string()
  .regex(/^\d{1,9}$/, 'expected a whole number, zero or more')
  .transform(Number)
  .meta({ wholeNumber: true, title: 'whole number, 0 or more' });
/** `source#passage`. */
const cite = z
  .string()
  .regex(/^[a-z0-9-]+#[A-Za-z0-9._-]+$/, 'a citation is a source, # and a passage of it: medicare-massage-article#s35')
  .meta({ title: 'citation, as in medicare-massage-article#s35' });
const cites = z.array(cite).min(1, 'cite at least one passage').describe('The passages that say so.');
/** Each neighbor by slug, with the passages that join them. */
const citedLinks = z.record(slug, cites);

const remark = z.strictObject({
  topic: remarkTopic.describe('What the remark is about.'),
  text: text.describe('The remark, in a sentence of your own.'),
  modality: modality.optional().describe('"may" if the source says may, might, can or could. Default: stated.'),
  contradicts: cites
    .optional()
    .describe('Passages that another remark of the entry cites, and that say something else.'),
  cites,
});
const externalCode = z.strictObject({
  system: externalCodeSystem.describe('The list that the code is of.'),
  code: name.describe('The code, as the list has it.'),
  match: match.optional().describe('How near its meaning is to the entry. Default: exact.'),
  cites,
});
const named = {
  $schema: z.string().optional().describe('The JSON Schema of the file. The program does not read it.'),
  name: name.describe('The name, as its owner or publisher writes it.'),
  alternateNames: z.array(name).optional().describe('Other names of it. Search finds them, and answers may show them.'),
  phrases: z
    .array(name)
    .optional()
    .describe('Other ways in which people say it. They are understood in a question and never shown.'),
  description: text.optional().describe('What it is, in your own words.'),
  cites: cites.optional().describe('The passages that say what the entry itself states.'),
  remarks: z
    .array(remark)
    .optional()
    .describe('What sources say of it that is no rule and no link: definitions, evidence, advice.'),
};
/** The keys that every kind of entry has. */
export const entryShape = z.strictObject(named);

const lines = z
  .string()
  .regex(/^[1-9]\d{0,6}(-[1-9]\d{0,6})?$/, 'expected a line number, or the first and the last joined by a hyphen')
  .meta({ wholeNumber: true, title: 'line, as in 65 or 65-67' });
const fingerprint = z
  .string()
  .regex(
    /^sha256-[0-9a-f]{64}$/,
    'a fingerprint is sha256- and 64 hexadecimal digits; leave it out where the passage was not at hand',
  )
  .meta({ title: 'sha256- and 64 hexadecimal digits' });

const passage = z.strictObject({
  at: name.describe('Where the passage is in the source: the heading and paragraph, the section or the page.'),
  line: lines.optional().describe("The line, or the first and the last, of the source's plain text."),
  says: text.describe('What the passage says, in your own words, with every hedge.'),
  fingerprint: fingerprint
    .optional()
    .describe(
      'The digest of the passage itself: covergraph check --explain fingerprint. Leave it out without the text.',
    ),
  url: webAddress.optional().describe('The web address of the passage, where it has one of its own.'),
  unused: text.optional().describe('Why nothing cites the passage. Required if nothing does.'),
});

export const sourceShape = z.strictObject({
  ...named,
  publisher: name.optional().describe('Who publishes it.'),
  authority: authority.describe('What kind of source it is, from the highest authority to the lowest.'),
  edition: name
    .meta({ wholeNumber: true })
    .optional()
    .describe('The edition or version, or the age of the copy that was read.'),
  publishedOn: day.optional().describe('The day on which it was published. Leave it out if the source does not say.'),
  checkedOn: day.describe('The day on which you read it.'),
  url: webAddress.optional().describe('Its web address.'),
  licence: z
    .enum(LICENCES, { error: `expected one of ${LICENCES.join(', ')}` })
    .meta({ id: 'Licence' })
    .transform(String)
    .describe('Under which terms it may be used: an SPDX identifier, or one of the three for what that list lacks.'),
  via: slug.optional().describe('The source that you read it in, if you read a copy or a quotation.'),
  passages: z
    .record(
      z.string().regex(/^[A-Za-z0-9._-]{1,60}$/, 'a passage key is letters, digits, dots, underscores and hyphens'),
      passage,
    )
    .describe('Each passage under a key of your choice, such as massage or s35.'),
});

export const conditionShape = z.strictObject({
  ...named,
  topic: conditionTopic.describe('What kind of condition it is.'),
  question: text
    .optional()
    .describe('The question that a person is asked about it. Leave it out if no person can answer one.'),
  counts: name
    .optional()
    .describe('What is counted, such as visits. Leave it out for a condition that is met or unmet.'),
  phrase: name.optional().describe('How it reads after "if": prescribed. Default: the name.'),
  phrasesAgainst: z.array(name).optional().describe('Ways of saying that it does not hold: out of network.'),
  implies: citedLinks.optional().describe('Conditions that hold whenever this one does, each with its citations.'),
  excludes: citedLinks.optional().describe('Conditions that cannot hold together with it, each with its citations.'),
  externalCodes: z.array(externalCode).optional().describe('Its codes in the lists of others.'),
});

export const serviceShape = z.strictObject({
  ...named,
  phrase: name.optional().describe('How it reads inside a sentence. Default: the name.'),
  broader: citedLinks.optional().describe('Services that it is a part of, each with its citations.'),
  externalCodes: z.array(externalCode).optional().describe('Its codes in the lists of others.'),
});

export const techniqueShape = z.strictObject({
  ...named,
  phrase: name.optional().describe('How it reads inside a sentence. Default: the name.'),
  usedIn: citedLinks.optional().describe('Services that it is used in, each with its citations.'),
  synonyms: z
    .array(
      z.strictObject({
        name: name.describe('The other name.'),
        match: match.describe('How near its meaning is.'),
        concept: slug.optional().describe('The entry of that name, if there is one.'),
        cites,
      }),
    )
    .optional()
    .describe('Names that sources use for it or for something near it.'),
});

export const billingCodeShape = z.strictObject({
  ...named,
  system: codeSystem.describe('The code set.'),
  code: z
    .string()
    .regex(/^[A-Z0-9]{4,7}$/, 'a billing code is four to seven capital letters and digits')
    .meta({ wholeNumber: true, title: 'four to seven capital letters and digits' })
    .describe('The code. A zero in front is kept.'),
  includes: citedLinks.optional().describe('Techniques that the code includes, each with its citations.'),
  bills: citedLinks.optional().describe('Services that are billed with it, each with its citations.'),
});

const territoryCode = z
  .string()
  .regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, 'a place is its ISO 3166 code: US, US-AK, PR, CA')
  .meta({ title: 'ISO 3166 code of a place, as in US-AK' });
/** The one generated table: code, name, other names, the next larger places, and whether its parts make up the whole. */
export const territoryTableShape = z.record(
  territoryCode,
  z.strictObject({
    name: name.describe('The name of the place in ISO 3166.'),
    alternateNames: z.array(name).optional().describe('Other names that people use for it.'),
    partOf: z.array(territoryCode).optional().describe('The next larger places that it is a part of.'),
    wholeOfParts: z
      .enum(['true', 'false'])
      .transform((given) => given === 'true')
      .optional()
      .describe('Whether its parts together are the whole of it.'),
  }),
);

const conditionTest = z.union(
  [
    slug,
    z.strictObject({
      condition: slug.describe('A condition that counts something.'),
      atLeast: wholeNumber.optional().describe('The least number for which it holds.'),
      atMost: wholeNumber.optional().describe('The greatest number for which it holds.'),
    }),
  ],
  { error: 'expected a condition here; groups are at most three deep' },
);
export type ExpressionDocument =
  | z.output<typeof conditionTest>
  | { all: ExpressionDocument[] }
  | { any: ExpressionDocument[] }
  | { none: ExpressionDocument[] };
const GROUPS = {
  all: 'Each of these holds.',
  any: 'At least one of these holds.',
  none: 'None of these holds.',
} as const;
const expressionOf = <T extends z.ZodType>(inner: T) =>
  z.union(
    [
      conditionTest,
      ...(['all', 'any', 'none'] as const).map((operator) =>
        z.strictObject({
          [operator]: z.array(inner).min(1, 'a group holds at least one condition').describe(GROUPS[operator]),
        }),
      ),
    ],
    { error: 'expected a condition, or one of all, any and none with a list, at most three deep' },
  );
const expression = expressionOf(expressionOf(expressionOf(conditionTest))) as unknown as z.ZodType<ExpressionDocument>;

const where = z.union(
  [
    z.enum(['home', 'abroad', 'anywhere']),
    z.strictObject({ inside: z.array(territoryCode).min(1).describe('In any of these places.') }),
    z.strictObject({ outside: z.array(territoryCode).min(1).describe('In none of these places.') }),
  ],
  { error: 'expected home, abroad, anywhere, inside: [places] or outside: [places]' },
);

const ruleKey = z
  .string()
  .max(100)
  .regex(SLUG_PATTERN, 'the key of a rule is lower-case letters and digits joined by single hyphens');
const ruleName = z
  .string()
  .regex(/^(?:[a-z0-9-]+\/)?[a-z0-9-]+$/, 'a rule is named by its key, or by its plan, a slash and its key')
  .meta({ title: 'key of a rule, or plan/key' });

const requirement = z.strictObject({
  strength: strength.describe(
    'How binding it is: required for "must", plan-rules-apply for "follow the rules of the plan", may-be-required for "may need", not-required if the source says that it is not asked for.',
  ),
  dependsOn: z.array(name).optional().describe('What it depends on, if it is not always required.'),
  cites: cites.optional().describe('The passages that say so. Default: those of the rule.'),
});
const limit = z.strictObject({
  limit: z
    .string()
    .refine(
      (given) => parseLimit(given) !== null,
      'expected a limit such as: 12 visits in 90 days, 20 visits per calendar year, $50,000 per lifetime, $250,000',
    )
    .meta({ title: 'limit, as in 12 visits in 90 days, 20 visits per calendar year, $50,000 per lifetime, $250,000' })
    .describe('How much is covered. Leave out the span only if the source states none.'),
  combinedWith: z.array(slug).optional().describe('Other services, techniques and codes that count toward it.'),
  cites: cites.optional().describe('The passages that say so. Default: those of the rule.'),
});
const cost = z.strictObject({
  share: z
    .string()
    .refine(
      (given) => parseCostShare(given) !== null,
      'expected a cost share such as: 20% coinsurance, $283 deductible per calendar year in 2026, $5 to $20 copayment per visit in network, no charge, cost not stated',
    )
    .meta({ title: 'cost share, as in 20% coinsurance in network in 2026, $5 to $20 copayment per visit, no charge' })
    .describe('What the person pays.'),
  cites: cites.optional().describe('The passages that say so. Default: those of the rule.'),
});

export const ruleShape = z
  .strictObject({
    covered: slug
      .optional()
      .describe(
        'The service, technique or billing code that is covered. One of covered, excluded, lifted and asks is required.',
      ),
    excluded: slug.optional().describe('What is not covered.'),
    lifted: slug.optional().describe('What an exclusion, named in exceptTo, no longer excludes; nothing is granted.'),
    asks: slug
      .optional()
      .describe(
        'What the plan asks something of, with requires, limits or costs; it grants and excludes nothing. They are added wherever the care, or narrower care, is covered.',
      ),
    quantifier: quantifier.optional().describe('Whether all, most or some plans of the class. Default: all.'),
    extent: quantifier.optional().describe('Whether all, most or some of the care. Default: all.'),
    modality: modality.optional().describe('"may" if the source says may, might, can or could. Default: stated.'),
    part: z
      .literal('unstated')
      .optional()
      .describe('Write unstated if the source names the program and not which part of it.'),
    when: expression
      .optional()
      .describe('On which conditions: a condition, or all, any or none with a list, at most three deep.'),
    where: where.optional().describe('Where the care is given. Default: the source does not say.'),
    from: day.optional().describe('The first day on which the rule holds.'),
    until: day.optional().describe('The first day on which it no longer holds.'),
    exceptTo: z.array(ruleName).min(1).optional().describe('The rules that it is an exception to.'),
    restates: z
      .union([ruleName, z.array(ruleName).min(1)], { error: 'expected the name of a rule, or a list of names' })
      .optional()
      .describe('The fuller rule that says the same, or a list of them. It is silent while one of them is heard.'),
    requires: z
      .record(slug, requirement)
      .optional()
      .describe('What must be done once the care is covered, by condition. It changes no status.'),
    limits: z.array(limit).optional().describe('Each limit of what is covered.'),
    costs: z.array(cost).optional().describe('Each price that the person pays.'),
    rationale: text.optional().describe('The reason that the source gives.'),
    reading: text.optional().describe('How you read words that can be read in two ways. Every answer repeats it.'),
    cites,
  })
  .refine(
    (rule) => [rule.covered, rule.excluded, rule.lifted, rule.asks].filter((each) => each !== undefined).length === 1,
    'a rule has exactly one of covered, excluded, lifted and asks',
  )
  .refine(
    ({ asks, requires, limits, costs }) => asks === undefined || Boolean(requires ?? limits ?? costs),
    'a rule that asks says what: requires, limits or costs',
  )
  .refine(
    ({ asks, extent, modality }) => asks === undefined || (extent === undefined && modality === undefined),
    'a rule that asks has no extent and no modality: say in strength how binding it is',
  );

export const caseShape = z.strictObject({
  of: slug.describe('The service, technique or billing code that is asked about.'),
  met: z.array(slug).optional().describe('Conditions that hold.'),
  unmet: z.array(slug).optional().describe('Conditions that do not hold.'),
  counts: z.record(slug, wholeNumber).optional().describe('How many there are so far, by condition.'),
  territory: territoryCode.optional().describe('Where the care is given. Default: at home.'),
  on: day.optional().describe('The day of the care. Default: the day on which the data is checked.'),
  accordingTo: z.array(slug).optional().describe('The only sources that are heard. Default: all.'),
  status: status.describe('The status that the sources give.'),
  best: status.optional().describe('The best outcome that is possible, for a status of CONDITIONAL.'),
});

/** Where a plan is offered to people: whole states, and counties, those of one state in one text. */
const serviceArea = z
  .strictObject({
    states: z.array(territoryCode).min(1).optional().describe('States in which it is offered as a whole.'),
    counties: z
      .array(
        z
          .string()
          .max(20_000, 'the counties of one state have at most 20,000 characters')
          .refine(
            (given) => parseCounties(given) !== null,
            'expected counties such as: US-PA: SSA 39010 Allegheny; FIPS 42005 Armstrong (part: 16201)',
          )
          .meta({ title: 'counties, as in US-PA: SSA 39010 Allegheny; FIPS 42005 Armstrong (part: 16201)' }),
      )
      .min(1)
      .optional()
      .describe('Counties in which it is offered, one text for each state.'),
    modality: modality
      .optional()
      .describe('"may" if the source leaves open whether it is this area or another. Default: stated.'),
    from: day.optional().describe('The first day on which it is offered there.'),
    until: day.optional().describe('The first day on which it is no longer offered there.'),
    cites,
  })
  .refine(
    (area) => area.states !== undefined || area.counties !== undefined,
    'a service area names states, counties or both',
  );

const homeList = z.strictObject({
  territories: z.array(territoryCode).min(1).describe('The places that count as home.'),
  cites,
});

export const planShape = z.strictObject({
  ...named,
  level: planLevel.optional().describe('Whether it is a program, a class of plans or a plan. Default: plan.'),
  within: slug
    .optional()
    .describe('The plan that it is a part of. It takes over all of its rules, unless takesRulesFrom is given.'),
  takesRulesFrom: z
    .record(
      slug,
      z
        .strictObject({
          takes: inheritance.describe('Whether it takes over everything, or grants and no exclusions.'),
          requires: z
            .record(slug, requirement)
            .optional()
            .describe('What it asks of all care that it covers by taking over, by condition. It changes no status.'),
          cites: cites.optional(),
        })
        .refine(
          ({ requires, cites: ofLink }) =>
            ofLink !== undefined || Object.values(requires ?? {}).every((each) => each.cites),
          'what a plan requires of care that it takes over is cited: add cites here, or to each requirement',
        ),
    )
    .optional()
    .describe('Whose rules it takes over. Empty ({}): none, not even those of the plan that it is within.'),
  supplements: citedLinks.optional().describe('Plans that it pays in addition to. No rule is taken over.'),
  home: homeList.optional().describe('What counts as home: the list that answers go by.'),
  otherHomes: z.array(homeList).min(1).optional().describe('What other sources count as home.'),
  serviceAreas: z
    .array(serviceArea)
    .min(1)
    .optional()
    .describe('Where it is offered to people. Default: where the plan is offered that it is within.'),
  notRead: z
    .array(text)
    .min(1)
    .optional()
    .describe('Documents and facts about it that were looked for and not read, each in a sentence or a title.'),
  rules: z.record(ruleKey, ruleShape).optional().describe('Each rule under a key of your choice.'),
  cases: z
    .record(name, caseShape)
    .optional()
    .describe('Questions with the answer that the sources give, each under a sentence that says so.'),
});

/** `dataset.yaml`: what a data folder as a whole claims. */
export const dataSetShape = z.strictObject({
  $schema: named.$schema,
  notices: z.array(text).optional().describe('Trademark and license notices that go with the data.'),
  notRead: z
    .array(text)
    .optional()
    .describe('Documents and facts that were looked for and not read, of no plan in particular.'),
  completeness: z
    .array(
      z.strictObject({
        text: text.describe('The claim, in a sentence.'),
        plans: z.array(slug).min(1).describe('The plans that it is about.'),
        subjects: z.array(slug).min(1).describe('The services, techniques and codes that it is about.'),
        asOf: day.describe('The day on which it was true.'),
        cites: cites.optional(),
      }),
    )
    .optional()
    .describe('What is claimed to be in the data in full. Everything else is open.'),
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
