/** Answers that the article alone must give, checked value by value. */
import { describe, expect, it } from 'vitest';
import { ask, plain } from '../helpers/curated-data.ts';

const THERAPY_PROGRAM = [
  'FOR_COVERAGE REQUIRED prescribed',
  'FOR_COVERAGE REQUIRED part-of-physical-therapy-program or part-of-occupational-therapy-program',
];
const TRICARE_ONCE_COVERED = [
  'ONCE_COVERED MAY_BE_REQUIRED prior-authorization (plan, provider status)',
  'ONCE_COVERED MAY_BE_REQUIRED cost-sharing (plan, provider status)',
];
const THREE_CONDITIONS = [
  'FOR_COVERAGE REQUIRED prescribed-by-doctor',
  'FOR_COVERAGE REQUIRED performed-by-licensed-therapist',
  'FOR_COVERAGE REQUIRED part-of-medically-necessary-treatment-plan',
];
const PLAN_RULES = [
  'prior-authorization',
  'referral',
  'in-network-provider',
  'cost-sharing',
  'supporting-documentation',
].map((condition) => `ONCE_COVERED PLAN_RULES_APPLY ${condition}`);

describe('TRICARE Prime and massage', () => {
  it.each(['massage-therapy', 'cpt-97124', 'deep-tissue-massage'])(
    '%s turns on a prescription and a therapy program',
    (of) => {
      expect(plain(ask({ plan: 'tricare-prime', of }))).toEqual({
        status: 'CONDITIONAL',
        best: 'COVERED',
        possibleOutcomes: ['COVERED', 'NOT_COVERED'],
        hedges: [],
        notStated: null,
        requirements: [...THERAPY_PROGRAM, ...TRICARE_ONCE_COVERED],
        pathways: [
          'COVERED: part-of-occupational-therapy-program + prescribed',
          'COVERED: part-of-physical-therapy-program + prescribed',
        ],
        missing: ['prescribed', 'part-of-physical-therapy-program', 'part-of-occupational-therapy-program'],
      });
    },
  );

  it.each(['part-of-physical-therapy-program', 'part-of-occupational-therapy-program'])(
    'is covered where prescribed and %s',
    (program) => {
      const answer = ask({ plan: 'tricare-prime', of: 'massage-therapy', met: ['prescribed', program] });
      expect(plain(answer)).toMatchObject({
        status: 'COVERED',
        possibleOutcomes: ['COVERED'],
        hedges: [],
        missing: [],
      });
      expect(plain(answer).requirements).toEqual([...THERAPY_PROGRAM, ...TRICARE_ONCE_COVERED]);
      expect(answer.requirements.map(({ state }) => state)).toEqual(['MET', 'MET', 'UNKNOWN', 'UNKNOWN']);
    },
  );

  it.each([[['prescribed']], [['part-of-physical-therapy-program', 'part-of-occupational-therapy-program']]])(
    'is not covered without %j',
    (unmet) => {
      expect(plain(ask({ plan: 'tricare-prime', of: 'massage-therapy', unmet }))).toMatchObject({
        status: 'NOT_COVERED',
        best: 'NOT_COVERED',
        possibleOutcomes: ['NOT_COVERED'],
        pathways: [],
        missing: [],
      });
    },
  );

  it('is still CONDITIONAL if one of the two programs does not apply', () => {
    expect(
      plain(ask({ plan: 'tricare-prime', of: 'massage-therapy', unmet: ['part-of-physical-therapy-program'] })),
    ).toMatchObject({
      status: 'CONDITIONAL',
      pathways: ['COVERED: part-of-occupational-therapy-program + prescribed'],
    });
  });

  it('does not turn on its being necessary, although most necessary care is covered', () => {
    const open = plain(ask({ plan: 'tricare-prime', of: 'massage-therapy' }));
    expect(plain(ask({ plan: 'tricare-prime', of: 'massage-therapy', met: ['medically-necessary'] }))).toEqual(open);
    expect(plain(ask({ plan: 'tricare-prime', of: 'massage-therapy', unmet: ['medically-necessary'] }))).toEqual(open);
  });

  it('a prescription by a doctor is a prescription', () => {
    expect(
      ask({
        plan: 'tricare-prime',
        of: 'massage-therapy',
        met: ['prescribed-by-doctor', 'part-of-physical-therapy-program'],
      }).status,
    ).toBe('COVERED');
  });
});

describe('Original Medicare and massage', () => {
  it.each(['cpt-97124', 'effleurage', 'massage-therapy'])('%s is not covered, at home or in Mexico', (of) => {
    for (const place of [{}, { territory: 'MX' }]) {
      expect(plain(ask({ plan: 'original-medicare', of, ...place }))).toEqual({
        status: 'NOT_COVERED',
        best: 'NOT_COVERED',
        possibleOutcomes: ['NOT_COVERED'],
        hedges: [],
        notStated: null,
        requirements: [],
        pathways: [],
        missing: [],
      });
    }
  });

  it('gives the reason that the article gives', () => {
    const deciding = ask({ plan: 'original-medicare', of: 'cpt-97124' }).proof.flatMap(
      ({ rule }) => rule?.rationale ?? [],
    );
    expect(deciding).toContain('The code falls under alternative medicine.');
  });
});

describe('Medicare Advantage and massage', () => {
  it('the code turns on three conditions, and then the rules of the plan apply', () => {
    const answer = ask({ plan: 'medicare-advantage', of: 'cpt-97124' });
    expect(plain(answer)).toEqual({
      status: 'CONDITIONAL',
      best: 'MAY_BE_COVERED',
      possibleOutcomes: ['MAY_BE_COVERED', 'NOT_STATED'],
      hedges: ['SOME_PLANS', 'SOME_CASES'],
      notStated: null,
      requirements: [...THREE_CONDITIONS, ...PLAN_RULES],
      pathways: [
        'MAY_BE_COVERED: part-of-medically-necessary-treatment-plan + performed-by-licensed-therapist + prescribed-by-doctor',
      ],
      missing: [
        'prescribed-by-doctor',
        'performed-by-licensed-therapist',
        'part-of-medically-necessary-treatment-plan',
      ],
    });
    expect(answer.disagreements.map(({ kind }) => kind)).toContain('REFINEMENT');
    expect(
      answer.disagreements.flatMap(({ positions }) => positions.flatMap(({ cites }) => cites.map(({ key }) => key))),
    ).toEqual(expect.arrayContaining(['s27', 's43']));
  });

  it('the code may be covered where all three hold', () => {
    expect(
      plain(
        ask({
          plan: 'medicare-advantage',
          of: 'cpt-97124',
          met: [
            'prescribed-by-doctor',
            'performed-by-licensed-therapist',
            'part-of-medically-necessary-treatment-plan',
          ],
        }),
      ),
    ).toMatchObject({
      status: 'MAY_BE_COVERED',
      possibleOutcomes: ['MAY_BE_COVERED'],
      hedges: ['SOME_PLANS', 'SOME_CASES'],
      missing: [],
    });
  });

  it.each([
    'prescribed',
    'prescribed-by-doctor',
    'performed-by-licensed-therapist',
    'part-of-medically-necessary-treatment-plan',
  ])('the code, not %s, is not stated: the way is closed, which is no exclusion', (unmet) => {
    const answer = ask({ plan: 'medicare-advantage', of: 'cpt-97124', unmet: [unmet] });
    expect(plain(answer)).toMatchObject({
      status: 'NOT_STATED',
      possibleOutcomes: ['NOT_STATED'],
      notStated: 'ROUTE_CLOSED',
      pathways: [],
      missing: [],
    });
    expect(answer.rejectedRules.map(({ rule, reason }) => `${rule.slug} ${reason}`)).toContain(
      'medicare-advantage/code-97124-on-three-conditions CONDITION_FALSE',
    );
  });

  it('massage therapy may be covered, on requirements that the closing words do not name', () => {
    expect(plain(ask({ plan: 'medicare-advantage', of: 'massage-therapy' }))).toMatchObject({
      status: 'MAY_BE_COVERED',
      possibleOutcomes: ['MAY_BE_COVERED'],
      hedges: ['SOME_PLANS', 'SOME_CASES'],
      requirements: [],
      missing: [],
    });
  });

  it.each([
    ['cpt-97124', 'CA', /^PLACE_NOT_ADDRESSED$/],
    ['medical-care', 'MX', /^(SOURCES_LEFT_OUT_BY_ASKER|PLACE_NOT_ADDRESSED|OUTSIDE_WHAT_IS_CLAIMED)$/],
  ])('%s in %s is not stated', (of, territory, reason) => {
    expect(plain(ask({ plan: 'medicare-advantage', of, territory }))).toMatchObject({
      status: 'NOT_STATED',
      possibleOutcomes: ['NOT_STATED'],
      notStated: expect.stringMatching(reason) as unknown,
      requirements: [],
      pathways: [],
      missing: [],
    });
  });
});

describe('Medicare as a whole', () => {
  it('massage is not stated: it depends on the part', () => {
    const answer = ask({ plan: 'medicare', of: 'massage-therapy' });
    expect(plain(answer)).toMatchObject({
      status: 'NOT_STATED',
      possibleOutcomes: ['NOT_STATED'],
      requirements: [],
      missing: [],
    });
    expect(answer.summary).toBe(
      'It depends on your Medicare. Some Medicare Advantage plans may cover massage therapy. Original Medicare does not cover massage therapy.',
    );
  });

  const [EMERGENCY, CLOSER, ALASKA] = [
    'emergency-in-us-nearest-hospital-abroad',
    'foreign-hospital-closer-to-home',
    'travelling-through-canada-to-or-from-alaska',
  ] as const;
  it.each([
    ['CA', [EMERGENCY, CLOSER, ALASKA]],
    ['MX', [EMERGENCY, CLOSER]],
    ['ZZ', [EMERGENCY, CLOSER, ALASKA]],
  ])('care in %s may be covered in each of %j, and else is not', (territory, ways) => {
    expect(plain(ask({ plan: 'medicare', of: 'medical-care', territory }))).toEqual({
      status: 'CONDITIONAL',
      best: 'MAY_BE_COVERED',
      possibleOutcomes: ['MAY_BE_COVERED', 'NOT_COVERED'],
      hedges: ['SOME_CASES'],
      notStated: null,
      requirements: [`FOR_COVERAGE REQUIRED ${ways.join(' or ')}`, 'ONCE_COVERED MAY_BE_REQUIRED cost-sharing'],
      pathways: ways.map((way) => `MAY_BE_COVERED: ${way}`),
      missing: ways,
    });
    for (const way of ways)
      expect(ask({ plan: 'medicare', of: 'medical-care', territory, met: [way] }).status).toBe('MAY_BE_COVERED');
    expect(ask({ plan: 'medicare', of: 'medical-care', territory, unmet: [...ways] }).status).toBe('NOT_COVERED');
  });

  it('says that the three cases are of certain services that it does not name', () => {
    expect(ask({ plan: 'medicare', of: 'medical-care', territory: 'CA' }).assumptions.join(' ')).toMatch(
      /certain services/,
    );
  });

  it.each(['GU', 'PR', 'MP', 'US-AK', 'US-DC'])('care in %s is at home, and not stated', (territory) => {
    expect(plain(ask({ plan: 'medicare', of: 'medical-care', territory }))).toMatchObject({
      status: 'NOT_STATED',
      possibleOutcomes: ['NOT_STATED'],
      missing: [],
    });
  });
});

describe('Medigap', () => {
  it.each(['ZZ', 'MX', 'FR'])('some plans cover an emergency in %s', (territory) => {
    expect(plain(ask({ plan: 'medigap', of: 'emergency-care', territory }))).toMatchObject({
      status: 'MAY_BE_COVERED',
      possibleOutcomes: ['MAY_BE_COVERED'],
      hedges: ['SOME_PLANS'],
      missing: [],
    });
  });

  it.each(['emergency-care', 'massage-therapy'])('%s at home is not stated: no rule of Medicare reaches it', (of) => {
    expect(ask({ plan: 'medigap', of }).status).toBe('NOT_STATED');
  });
});

describe('TRICARE Prime and other care', () => {
  it.each(['preventive-care', 'primary-care', 'specialty-care', 'hospitalization', 'prescription-drugs'])(
    '%s is covered if necessary; otherwise it is not stated',
    (of) => {
      expect(plain(ask({ plan: 'tricare-prime', of }))).toEqual({
        status: 'CONDITIONAL',
        best: 'COVERED',
        possibleOutcomes: ['COVERED', 'NOT_STATED'],
        hedges: [],
        notStated: null,
        requirements: ['FOR_COVERAGE REQUIRED medically-necessary'],
        pathways: ['COVERED: medically-necessary'],
        missing: ['medically-necessary'],
      });
      expect(ask({ plan: 'tricare-prime', of, met: ['medically-necessary'] }).status).toBe('COVERED');
      expect(ask({ plan: 'tricare-prime', of, unmet: ['medically-necessary'] }).status).toBe('NOT_STATED');
    },
  );

  it.each(['dental-care', 'physical-therapy', 'emergency-care', 'medical-care'])(
    '%s may be covered if necessary: not all such care is',
    (of) => {
      expect(plain(ask({ plan: 'tricare-prime', of, met: ['medically-necessary'] }))).toMatchObject({
        status: 'MAY_BE_COVERED',
        possibleOutcomes: ['MAY_BE_COVERED'],
        hedges: ['SOME_SERVICES'],
        missing: [],
      });
    },
  );
});

it('TRICARE Select and massage: not stated by the article, and those that say were left out', () => {
  expect(plain(ask({ plan: 'tricare-select', of: 'massage-therapy' }))).toEqual({
    status: 'NOT_STATED',
    best: 'NOT_STATED',
    possibleOutcomes: ['NOT_STATED'],
    hedges: [],
    notStated: 'SOURCES_LEFT_OUT_BY_ASKER',
    requirements: [],
    pathways: [],
    missing: [],
  });
});
