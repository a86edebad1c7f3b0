/**
 * Questions that the article answers, as operations on the public schema with the answer that each must have. `answer` is a part
 * of `data`; `cites` are keys of passages of the article that the answer must cite.
 */
import { expect } from 'vitest';

export interface GoldenQuestion {
  readonly asks: string;
  readonly operation: string;
  readonly answer: object;
  readonly cites?: readonly string[];
  /** The code of the only error, if the question names something that the graph does not have. */
  readonly refused?: string;
}

const MASSAGE = '{ service: "massage-therapy" }';
const CODE = '{ billingCode: "97124" }';
const CARE = '{ service: "medical-care" }';
const THREE =
  'met: ["prescribed-by-doctor", "performed-by-licensed-therapist", "part-of-medically-necessary-treatment-plan"]';
const REQUIREMENTS = 'requirements { role strength anyOf { condition { slug } } dependsOn citations { says } }';
const some = (items: readonly unknown[]): unknown => expect.arrayContaining([...items]);
const having = (fields: object): unknown => expect.objectContaining(fields);
const without = (item: unknown): unknown => expect.not.arrayContaining([item]);
const matching = (text: RegExp | string): unknown => expect.stringMatching(text);

/** An operation that asks for coverage according to the article alone. */
function coverage(plan: string, of: string, fields: string, given = ''): string {
  return `{ coverage(plan: "${plan}", of: ${of}${given && `, given: { ${given} }`}, accordingTo: ["medicare-massage-article"]) { ${fields} citations { says } } }`;
}
/** An operation that asks for the remarks on an entry. */
function remarks(entry: string, topic: string): string {
  return `{ ${entry} { remarks(topic: ${topic}) { text modality citations { says } } } }`;
}
const required = (role: string, strength: string, ...conditions: string[]) => ({
  role,
  strength,
  anyOf: conditions.map((slug) => ({ condition: { slug } })),
});
const THERAPY_PROGRAM = [
  required('FOR_COVERAGE', 'REQUIRED', 'prescribed'),
  required('FOR_COVERAGE', 'REQUIRED', 'part-of-physical-therapy-program', 'part-of-occupational-therapy-program'),
];
const planRule = (condition: string) => ({
  coverage: { requirements: some([having(required('ONCE_COVERED', 'PLAN_RULES_APPLY', condition))]) },
});
const maRequires = (condition: string) => ({
  coverage: { requirements: some([having(required('FOR_COVERAGE', 'REQUIRED', condition))]) },
});
const included = (technique: string) =>
  `{ technique(slug: "${technique}") { name synonyms { name match citations { source { slug authority } } } billingCodes { nodes { code } } links(kinds: [INCLUDED_IN]) { nodes { to { slug } citations { says } } } } }`;
const inCode = { billingCodes: { nodes: [{ code: '97124' }] } };

export const ANSWERED: readonly GoldenQuestion[] = [
  {
    asks: 'is 97124 covered under Original Medicare',
    operation: coverage('original-medicare', CODE, 'status hedges'),
    answer: { coverage: { status: 'NOT_COVERED', hedges: [] } },
    cites: ['s25'],
  },
  {
    asks: 'for what reason not',
    operation: coverage('original-medicare', CODE, 'proof { rule { rationale } }'),
    answer: { coverage: { proof: some([having({ rule: { rationale: matching(/alternative medicine/) } })]) } },
    cites: ['s26'],
  },
  {
    asks: 'is massage therapy covered under Original Medicare',
    operation: coverage('original-medicare', MASSAGE, 'status'),
    answer: { coverage: { status: 'NOT_COVERED' } },
    cites: ['s46'],
  },
  {
    asks: 'can it be that Medicare Advantage pays for 97124',
    operation: coverage('medicare-advantage', CODE, 'status best possibleOutcomes'),
    answer: {
      coverage: { status: 'CONDITIONAL', best: 'MAY_BE_COVERED', possibleOutcomes: ['MAY_BE_COVERED', 'NOT_STATED'] },
    },
    cites: ['s27'],
  },
  {
    asks: 'does every Medicare Advantage plan',
    operation: coverage('medicare-advantage', CODE, 'status hedges', THREE),
    answer: { coverage: { status: 'MAY_BE_COVERED', hedges: ['SOME_PLANS', 'SOME_CASES'] } },
    cites: ['s27'],
  },
  {
    asks: 'whose prescription does Medicare Advantage want',
    operation: coverage('medicare-advantage', CODE, REQUIREMENTS),
    answer: maRequires('prescribed-by-doctor'),
    cites: ['s28'],
  },
  {
    asks: 'who has to give the massage for Medicare Advantage',
    operation: coverage('medicare-advantage', CODE, REQUIREMENTS),
    answer: maRequires('performed-by-licensed-therapist'),
    cites: ['s29'],
  },
  {
    asks: 'must a treatment plan stand behind it',
    operation: coverage(
      'medicare-advantage',
      CODE,
      `${REQUIREMENTS} disagreements { disagreementKind positions { citations { says } } }`,
    ),
    answer: {
      coverage: {
        ...maRequires('part-of-medically-necessary-treatment-plan').coverage,
        disagreements: some([having({ disagreementKind: 'REFINEMENT' })]),
      },
    },
    cites: ['s30', 's43'],
  },
  {
    asks: 'everything that Medicare Advantage asks for 97124',
    operation: coverage('medicare-advantage', CODE, REQUIREMENTS),
    answer: {
      coverage: {
        requirements: [
          required('FOR_COVERAGE', 'REQUIRED', 'prescribed-by-doctor'),
          required('FOR_COVERAGE', 'REQUIRED', 'performed-by-licensed-therapist'),
          required('FOR_COVERAGE', 'REQUIRED', 'part-of-medically-necessary-treatment-plan'),
          required('ONCE_COVERED', 'PLAN_RULES_APPLY', 'prior-authorization'),
          required('ONCE_COVERED', 'PLAN_RULES_APPLY', 'referral'),
          required('ONCE_COVERED', 'PLAN_RULES_APPLY', 'in-network-provider'),
          required('ONCE_COVERED', 'PLAN_RULES_APPLY', 'cost-sharing'),
          required('ONCE_COVERED', 'PLAN_RULES_APPLY', 'supporting-documentation'),
        ],
      },
    },
    cites: ['s28', 's29', 's30', 's31'],
  },
  ...['prior-authorization', 'referral', 'in-network-provider', 'cost-sharing', 'supporting-documentation'].map(
    (condition): GoldenQuestion => ({
      asks: `what of ${condition} under Medicare Advantage`,
      operation: coverage('medicare-advantage', CODE, REQUIREMENTS),
      answer: planRule(condition),
      cites: ['s31', 's44'],
    }),
  ),
  {
    asks: 'what Tricare Prime is',
    operation: remarks('plan(slug: "tricare-prime")', 'DEFINITION'),
    answer: { plan: { remarks: [{ text: matching(/health insurance/), modality: 'STATED' }] } },
    cites: ['s32'],
  },
  {
    asks: 'whom Tricare Prime serves',
    operation: remarks('plan(slug: "tricare-prime")', 'ELIGIBILITY'),
    answer: { plan: { remarks: [{ text: matching(/active duty or retired.*families/) }] } },
    cites: ['s33'],
  },
  {
    asks: 'which kinds of care Tricare Prime covers',
    operation:
      '{ plan(slug: "tricare-prime") { coverageBySubject(status: [COVERED], given: { met: ["medically-necessary"] }, accordingTo: ["medicare-massage-article"], first: 100) { nodes { subject { slug } citations { says } } } } }',
    answer: {
      plan: {
        coverageBySubject: {
          nodes: ['hospitalization', 'prescription-drugs', 'preventive-care', 'primary-care', 'specialty-care'].map(
            (slug) => ({ subject: { slug } }),
          ),
        },
      },
    },
    cites: ['s34'],
  },
  {
    asks: 'dental care under Tricare Prime',
    operation: coverage('tricare-prime', '{ service: "dental-care" }', 'status hedges', 'met: ["medically-necessary"]'),
    answer: { coverage: { status: 'MAY_BE_COVERED', hedges: ['SOME_SERVICES'] } },
    cites: ['s34'],
  },
  {
    asks: 'drugs under Tricare Prime',
    operation: coverage('tricare-prime', '{ service: "prescription-drugs" }', 'status', 'met: ["medically-necessary"]'),
    answer: { coverage: { status: 'COVERED' } },
    cites: ['s34'],
  },
  {
    asks: 'massage under Tricare Prime',
    operation: coverage('tricare-prime', MASSAGE, 'status best possibleOutcomes'),
    answer: { coverage: { status: 'CONDITIONAL', best: 'COVERED', possibleOutcomes: ['COVERED', 'NOT_COVERED'] } },
    cites: ['s35', 's36'],
  },
  {
    asks: 'what Tricare Prime requires for massage',
    operation: coverage('tricare-prime', MASSAGE, REQUIREMENTS),
    answer: {
      coverage: {
        requirements: [
          ...THERAPY_PROGRAM,
          required('ONCE_COVERED', 'MAY_BE_REQUIRED', 'prior-authorization'),
          required('ONCE_COVERED', 'MAY_BE_REQUIRED', 'cost-sharing'),
        ],
      },
    },
    cites: ['s36', 's37', 's38'],
  },
  {
    asks: 'prior authorization for massage under Tricare Prime',
    operation: coverage('tricare-prime', MASSAGE, REQUIREMENTS),
    answer: {
      coverage: { requirements: some([having(required('ONCE_COVERED', 'MAY_BE_REQUIRED', 'prior-authorization'))]) },
    },
    cites: ['s37'],
  },
  {
    asks: 'paying a share of massage under Tricare Prime',
    operation: coverage('tricare-prime', MASSAGE, `costs { text } ${REQUIREMENTS}`),
    answer: {
      coverage: {
        costs: [],
        requirements: some([having(required('ONCE_COVERED', 'MAY_BE_REQUIRED', 'cost-sharing'))]),
      },
    },
    cites: ['s38'],
  },
  {
    asks: 'what that share depends on',
    operation: coverage('tricare-prime', MASSAGE, REQUIREMENTS),
    answer: {
      coverage: {
        requirements: some([
          having({ anyOf: [{ condition: { slug: 'cost-sharing' } }], dependsOn: ['plan', 'provider status'] }),
        ]),
      },
    },
    cites: ['s39'],
  },
  {
    asks: 'whether occupational therapy is enough for Tricare Prime',
    operation: coverage(
      'tricare-prime',
      MASSAGE,
      'status',
      'met: ["prescribed", "part-of-occupational-therapy-program"]',
    ),
    answer: { coverage: { status: 'COVERED' } },
    cites: ['s36'],
  },
  {
    asks: 'massage by itself under Tricare Prime',
    operation: coverage(
      'tricare-prime',
      MASSAGE,
      'status',
      'met: ["prescribed"], unmet: ["part-of-physical-therapy-program", "part-of-occupational-therapy-program"]',
    ),
    answer: { coverage: { status: 'NOT_COVERED' } },
    cites: ['s35'],
  },
  {
    asks: 'what 97124 is',
    operation:
      '{ billingCode(code: "97124") { system code licensedDescriptor remarks(topic: DEFINITION) { text citations { says } } } }',
    answer: {
      billingCode: {
        system: 'CPT',
        code: '97124',
        licensedDescriptor: null,
        remarks: [{ text: matching(/billing code/) }, { text: matching(/billing code/) }],
      },
    },
    cites: ['s23', 's40'],
  },
  {
    asks: 'the techniques of 97124',
    operation:
      '{ billingCode(code: "97124") { techniques { totalCount nodes { slug } } links(kinds: [INCLUDES]) { nodes { citations { says } } } } }',
    answer: {
      billingCode: {
        techniques: {
          totalCount: 8,
          nodes: [
            'compression',
            'effleurage',
            'friction',
            'nerve-strokes',
            'petrissage',
            'swedish-gymnastics',
            'tapotement',
            'vibration',
          ].map((slug) => ({ slug })),
        },
      },
    },
    cites: ['s24', 's41'],
  },
  {
    asks: 'whether kneading is in 97124',
    operation: included('petrissage'),
    answer: { technique: { ...inCode, synonyms: some([having({ name: 'Kneading' })]) } },
    cites: ['s41'],
  },
  {
    asks: 'whether petrissage and kneading are one, which the article does not say',
    operation: included('petrissage'),
    answer: {
      technique: {
        synonyms: some([
          having({
            name: 'Kneading',
            match: 'EXACT',
            citations: [{ source: { slug: 'texas-occupations-code-455', authority: 'STATUTE' } }],
          }),
        ]),
      },
    },
  },
  {
    asks: 'whether tapotement is in 97124',
    operation: included('tapotement'),
    answer: { technique: inCode },
    cites: ['s24'],
  },
  {
    asks: 'whether percussion is in 97124',
    operation: included('tapotement'),
    answer: { technique: { ...inCode, synonyms: some([having({ name: 'Percussion' })]) } },
    cites: ['s41'],
  },
  {
    asks: 'whether 97124 is for several areas',
    operation: remarks('billingCode(code: "97124")', 'DEFINITION'),
    answer: { billingCode: { remarks: some([having({ text: matching(/or on several/) })]) } },
    cites: ['s40', 's23'],
  },
  ...['vibration', 'nerve-strokes', 'swedish-gymnastics'].map((technique): GoldenQuestion => ({
    asks: `whether ${technique} is in 97124`,
    operation: included(technique),
    answer: { technique: inCode },
    cites: ['s24'],
  })),
  {
    asks: 'what massage therapy is',
    operation: remarks('service(slug: "massage-therapy")', 'DEFINITION'),
    answer: { service: { remarks: [{ text: matching(/soft tissue/) }, { text: matching(/Pressure/) }] } },
    cites: ['s2', 's6'],
  },
  {
    asks: 'what therapists work with',
    operation: remarks('service(slug: "massage-therapy")', 'OTHER'),
    answer: { service: { remarks: [{ text: matching(/hands, fingers and elbows, and with tools/) }] } },
    cites: ['s7'],
  },
  {
    asks: 'styles of massage',
    operation:
      '{ service(slug: "massage-therapy") { techniques(first: 100) { nodes { slug } } links(kinds: [INCLUDES], first: 100) { nodes { to { slug } citations { says } } } } }',
    answer: {
      service: {
        techniques: {
          nodes: some(
            ['deep-tissue-massage', 'reflexology', 'shiatsu', 'sports-massage', 'swedish-massage'].map((slug) => ({
              slug,
            })),
          ),
        },
      },
    },
    cites: ['s8'],
  },
  {
    asks: 'possible benefits',
    operation: remarks('service(slug: "massage-therapy")', 'EFFECT'),
    answer: {
      service: {
        remarks: some(
          ['anxiety', 'circulation', 'tension', 'flexibility', 'wounds', 'immune', 'sleep'].map((word) =>
            having({ text: matching(word), modality: 'MAY' }),
          ),
        ),
      },
    },
    cites: ['s10a', 's10b', 's10c', 's10d', 's10e', 's10f', 's10g'],
  },
  {
    asks: 'how strong the evidence is',
    operation: remarks('service(slug: "massage-therapy")', 'EVIDENCE'),
    answer: { service: { remarks: some([having({ text: matching(/Insufficient/) })]) } },
    cites: ['s11'],
  },
  {
    asks: 'what should be studied further',
    operation: remarks('service(slug: "massage-therapy")', 'EVIDENCE'),
    answer: { service: { remarks: some([having({ text: matching(/safety.*quality.*outcomes/) })]) } },
    cites: ['s12'],
  },
  {
    asks: 'whether massage is an alternative treatment',
    operation: remarks('service(slug: "massage-therapy")', 'CLASSIFICATION'),
    answer: { service: { remarks: [{ text: matching(/alternative/) }] } },
    cites: ['s1', 's45'],
  },
  {
    asks: 'Medicare and care abroad',
    operation: coverage('medicare', CARE, 'status best possibleOutcomes', 'territory: "ZZ"'),
    answer: {
      coverage: { status: 'CONDITIONAL', best: 'MAY_BE_COVERED', possibleOutcomes: ['MAY_BE_COVERED', 'NOT_COVERED'] },
    },
    cites: ['s13', 's15'],
  },
  {
    asks: 'whether Puerto Rico is abroad for Medicare',
    operation:
      '{ territory(code: "PR") { isHomeFor(plan: "medicare") } plan(slug: "medicare") { remarks(topic: DEFINITION) { text citations { says } } } }',
    answer: {
      territory: { isHomeFor: true },
      plan: { remarks: some([having({ text: matching(/as it must be meant/) })]) },
    },
    cites: ['s14'],
  },
  {
    asks: 'which places Medicare counts as home',
    operation:
      '{ plan(slug: "medicare") { homeTerritories(first: 100) { totalCount nodes { code } } links(kinds: [HOME], first: 1) { nodes { citations { says } } } } }',
    answer: {
      plan: {
        homeTerritories: {
          totalCount: 56,
          nodes: some(['US-AK', 'US-DC', 'PR', 'VI', 'GU', 'AS', 'MP'].map((code) => ({ code }))),
        },
      },
    },
    cites: ['s14'],
  },
  {
    asks: 'when Medicare may pay abroad',
    operation: coverage('medicare', CARE, 'pathways { outcome facts { condition { slug } } }', 'territory: "CA"'),
    answer: {
      coverage: {
        pathways: [
          'emergency-in-us-nearest-hospital-abroad',
          'foreign-hospital-closer-to-home',
          'travelling-through-canada-to-or-from-alaska',
        ].map((slug) => ({ outcome: 'MAY_BE_COVERED', facts: [{ condition: { slug } }] })),
      },
    },
    cites: ['s16', 's17', 's18'],
  },
  {
    asks: 'someone near the border, to whom the foreign hospital is closer',
    operation: coverage('medicare', CARE, 'status hedges', 'territory: "MX", met: ["foreign-hospital-closer-to-home"]'),
    answer: { coverage: { status: 'MAY_BE_COVERED', hedges: ['SOME_CASES'] } },
    cites: ['s17'],
  },
  {
    asks: 'an emergency in the US, and the nearest hospital in Mexico',
    operation: coverage(
      'medicare',
      CARE,
      'status hedges',
      'territory: "MX", met: ["emergency-in-us-nearest-hospital-abroad"]',
    ),
    answer: { coverage: { status: 'MAY_BE_COVERED', hedges: ['SOME_CASES'] } },
    cites: ['s16'],
  },
  {
    asks: 'illness in Canada on the drive to Alaska',
    operation: coverage(
      'medicare',
      CARE,
      'status hedges',
      'territory: "CA", met: ["travelling-through-canada-to-or-from-alaska"]',
    ),
    answer: { coverage: { status: 'MAY_BE_COVERED', hedges: ['SOME_CASES'] } },
    cites: ['s18'],
  },
  {
    asks: 'what is left for the person to pay',
    operation: remarks('plan(slug: "medicare")', 'COST'),
    answer: { plan: { remarks: [{ text: matching(/deductibles, coinsurance and copayments/), modality: 'MAY' }] } },
    cites: ['s19'],
  },
  {
    asks: 'Medigap and an emergency abroad',
    operation: coverage('medigap', '{ service: "emergency-care" }', 'status hedges', 'territory: "ZZ"'),
    answer: { coverage: { status: 'MAY_BE_COVERED', hedges: ['SOME_PLANS'] } },
    cites: ['s21'],
  },
  {
    asks: 'what to do about winters abroad',
    operation: remarks('plan(slug: "medicare")', 'ADVICE'),
    answer: { plan: { remarks: some([having({ text: matching(/part of the year.*supplemental/) })]) } },
    cites: ['s20', 's49'],
  },
  {
    asks: 'whom to ask about travel insurance',
    operation: remarks('plan(slug: "medicare")', 'ADVICE'),
    answer: { plan: { remarks: some([having({ text: matching(/travel agent or an insurance company/) })]) } },
    cites: ['s22'],
  },
  {
    asks: 'which plan is likeliest to pay for massage',
    operation:
      '{ service(slug: "massage-therapy") { coverageByPlan(plans: ["original-medicare", "medicare-advantage", "tricare-prime"], accordingTo: ["medicare-massage-article"]) { nodes { plan { slug } status best citations { says } } } } }',
    answer: {
      service: {
        coverageByPlan: {
          nodes: [
            { plan: { slug: 'medicare-advantage' }, status: 'MAY_BE_COVERED' },
            { plan: { slug: 'original-medicare' }, status: 'NOT_COVERED' },
            { plan: { slug: 'tricare-prime' }, status: 'CONDITIONAL', best: 'COVERED' },
          ],
        },
      },
    },
    cites: ['s36', 's46', 's47'],
  },
  {
    asks: 'what Medicare Advantage and Tricare Prime both ask for',
    operation: `{ comparePlans(plans: ["medicare-advantage", "tricare-prime"], of: ${CODE}, accordingTo: ["medicare-massage-article"]) { determinations { requirements { anyOf { condition { slug implies { slug } } } citations { says } } } differences { aspect } } coverageCondition(slug: "prescribed-by-doctor") { implies { slug } } }`,
    answer: {
      comparePlans: {
        determinations: [
          {
            requirements: some(
              ['prescribed-by-doctor', 'prior-authorization', 'cost-sharing'].map((slug) =>
                having({ anyOf: [{ condition: having({ slug }) }] }),
              ),
            ),
          },
          {
            requirements: some(
              ['prescribed', 'prior-authorization', 'cost-sharing'].map((slug) =>
                having({ anyOf: [{ condition: having({ slug }) }] }),
              ),
            ),
          },
        ],
        differences: some([{ aspect: 'STATUS' }, { aspect: 'REQUIREMENT' }]),
      },
      coverageCondition: { implies: [{ slug: 'prescribed' }] },
    },
    cites: ['s28', 's31', 's36', 's37', 's38'],
  },
  {
    asks: 'where the article is at odds with itself',
    operation: `{ conditions: ${coverage('medicare-advantage', CODE, 'disagreements { disagreementKind positions { sources { slug } citations { says } } }').slice(1, -1).trim()} abroad: ${coverage('medicare', CARE, 'disagreements { disagreementKind positions { sources { slug } citations { says } } }', 'territory: "MX"').slice(1, -1).trim()} }`,
    answer: {
      conditions: { disagreements: some([having({ disagreementKind: 'REFINEMENT' })]) },
      abroad: { disagreements: some([having({ disagreementKind: 'REFINEMENT' })]) },
    },
    cites: ['s30', 's43', 's13', 's48'],
  },
];

/** No source in view says: not stated, never a no. */
const notStated = (asks: string, plan: string, of: string, reasons: RegExp, given = ''): GoldenQuestion => ({
  asks,
  operation: coverage(plan, of, 'status possibleOutcomes notStated', given),
  answer: { coverage: { status: 'NOT_STATED', possibleOutcomes: ['NOT_STATED'], notStated: matching(reasons) } },
});
const unknown = (asks: string, operation: string, refused: string): GoldenQuestion => ({
  asks,
  operation,
  answer: { coverage: null },
  refused,
});

export const NOT_ANSWERED: readonly (readonly GoldenQuestion[])[] = [
  [
    notStated(
      'massage under Tricare Select',
      'tricare-select',
      MASSAGE,
      /^(NO_SOURCE_READ_FOR_PLAN|SOURCES_LEFT_OUT_BY_ASKER)$/,
    ),
  ],
  [
    {
      asks: 'how much the share under Tricare Prime is',
      operation: coverage(
        'tricare-prime',
        MASSAGE,
        'costs { text }',
        'met: ["prescribed", "part-of-physical-therapy-program"]',
      ),
      answer: { coverage: { costs: [] } },
    },
  ],
  [
    {
      asks: 'which single Medicare Advantage plans',
      operation:
        '{ plan(slug: "medicare-advantage") { level coverage(of: { service: "massage-therapy" }, accordingTo: ["medicare-massage-article"]) { status hedges } } }',
      answer: { plan: { level: 'PLAN_CLASS', coverage: { status: 'MAY_BE_COVERED', hedges: some(['SOME_PLANS']) } } },
    },
  ],
  [
    {
      asks: 'how many massages a year',
      operation: coverage(
        'tricare-prime',
        MASSAGE,
        'limits { text }',
        'met: ["prescribed", "part-of-physical-therapy-program"]',
      ),
      answer: { coverage: { limits: [] } },
    },
  ],
  [
    {
      asks: 'which letters of Medigap, and up to what amount',
      operation: coverage(
        'medigap',
        '{ service: "emergency-care" }',
        'status limits { text } costs { text }',
        'territory: "ZZ"',
      ),
      answer: { coverage: { status: 'MAY_BE_COVERED', limits: [], costs: [] } },
    },
  ],
  [
    {
      asks: 'what the deductible of Medicare is',
      operation: coverage(
        'medicare',
        CARE,
        'costs { text }',
        'territory: "CA", met: ["foreign-hospital-closer-to-home"]',
      ),
      answer: { coverage: { costs: [] } },
    },
  ],
  [
    unknown(
      'massage under a programme that is not in the graph',
      coverage('medicaid-of-nowhere', MASSAGE, 'status'),
      'UNKNOWN_PLAN',
    ),
  ],
  [notStated('massage under the VA', 'va-health-care', MASSAGE, /^SOURCES_LEFT_OUT_BY_ASKER$/)],
  ['acupuncture', 'chiropractic-care', 'physical-therapy'].flatMap((service) =>
    ['medicare', 'original-medicare', 'medicare-advantage'].map((plan) =>
      notStated(`${service} under ${plan}`, plan, `{ service: "${service}" }`, /./),
    ),
  ),
  [
    unknown(
      'a code that is not in the graph',
      coverage('original-medicare', '{ billingCode: "00000" }', 'status'),
      'UNKNOWN_SUBJECT',
    ),
  ],
  [
    {
      asks: 'how long a unit of 97124 is',
      operation: coverage(
        'tricare-prime',
        CODE,
        'limits { unit }',
        'met: ["prescribed", "part-of-physical-therapy-program"]',
      ),
      answer: { coverage: { limits: [] } },
    },
  ],
  [
    {
      asks: 'the code under Tricare Prime, of which the article names only the service: answered through the link, which the proof shows',
      operation: coverage(
        'tricare-prime',
        CODE,
        'status best proof { kind link { kind to { slug } citations { says } } }',
      ),
      answer: {
        coverage: {
          status: 'CONDITIONAL',
          best: 'COVERED',
          proof: some([having({ kind: 'LINK', link: having({ to: { slug: 'massage-therapy' } }) })]),
        },
      },
      cites: ['s41', 's35'],
    },
  ],
  ['CA', 'MX', 'ZZ'].map((place) =>
    notStated(
      `Medicare Advantage in ${place}`,
      'medicare-advantage',
      CARE,
      /^(PLACE_NOT_ADDRESSED|OUTSIDE_WHAT_IS_CLAIMED|SOURCES_LEFT_OUT_BY_ASKER)$/,
      `territory: "${place}"`,
    ),
  ),
  [
    unknown(
      'a cruise ship, which is no place with a code',
      coverage('medicare', CARE, 'status', 'territory: "SHIP"'),
      'UNKNOWN_TERRITORY',
    ),
  ],
  ['hospitalization', 'emergency-care', 'primary-care'].map((service) =>
    notStated(
      `${service} abroad under Tricare Prime`,
      'tricare-prime',
      `{ service: "${service}" }`,
      /^PLACE_NOT_ADDRESSED$/,
      'territory: "DE", met: ["medically-necessary"]',
    ),
  ),
  [
    {
      asks: 'who may prescribe for Tricare Prime: the condition names no prescriber',
      operation: `{ coverageCondition(slug: "prescribed") { description implies { slug } } coverage(plan: "tricare-prime", of: ${MASSAGE}, accordingTo: ["medicare-massage-article"]) { missing { slug } } }`,
      answer: {
        coverageCondition: { implies: [], description: matching(/does not say by whom/) },
        coverage: { missing: some([{ slug: 'prescribed' }]) },
      },
    },
  ],
  [
    {
      asks: 'which licence the therapist must have: the condition names none',
      operation: '{ coverageCondition(slug: "performed-by-licensed-therapist") { description implies { slug } } }',
      answer: { coverageCondition: { implies: [], description: matching(/does not say/) } },
    },
  ],
  [
    {
      asks: 'whether a massage abroad is among the services of the three cases',
      operation: coverage(
        'medicare',
        MASSAGE,
        'status notStated',
        'territory: "CA", met: ["foreign-hospital-closer-to-home"]',
      ),
      answer: { coverage: { status: 'NOT_STATED' } },
    },
  ],
  [
    {
      asks: 'when it was written',
      operation: '{ source(slug: "medicare-massage-article") { publishedOn checkedOn } }',
      answer: { source: { publishedOn: null, checkedOn: '2026-11-23' } },
    },
  ],
  [
    {
      asks: 'whether it is safe: only that more research is needed',
      operation: remarks('service(slug: "massage-therapy")', 'EVIDENCE'),
      answer: {
        service: {
          remarks: some([having({ text: matching(/Insufficient/) }), having({ text: matching(/Further research/) })]),
        },
      },
    },
  ],
  [
    {
      asks: 'what to do once denied: the advice is on travel only',
      operation: remarks('plan(slug: "medicare-advantage")', 'ADVICE'),
      answer: { plan: { remarks: [] } },
    },
  ],
  [unknown("an employer's plan", coverage('employer-insurance', MASSAGE, 'status'), 'UNKNOWN_PLAN')],
  [
    {
      asks: 'which diagnoses support the code',
      operation: '{ service(slug: "massage-therapy") { externalCodes { system code } } }',
      answer: { service: { externalCodes: without(having({ system: 'ICD10CM' })) } },
    },
  ],
  [
    {
      asks: 'a referral under Tricare Prime: it is asked for nowhere',
      operation: coverage('tricare-prime', MASSAGE, `missing { slug } ${REQUIREMENTS}`),
      answer: {
        coverage: {
          requirements: without(having({ anyOf: [{ condition: { slug: 'referral' } }] })),
          missing: without({ slug: 'referral' }),
        },
      },
    },
  ],
];
