/** Answers that all sources together must give. */
import { describe, expect, it } from 'vitest';
import { ask, plain, type Ask } from '../helpers/curated-data.ts';

const all = (asked: Ask) => ask({ ...asked, accordingTo: null });
const THERAPIST = ['medically-necessary', 'performed-by-physical-or-occupational-therapist', 'plan-of-care'];
const PATHWAY = `COVERED: ${THERAPIST.join(' + ')}`;

describe('Original Medicare and 97124', () => {
  it('is covered when a therapist performs it under a plan of care and it is necessary, and else not', () => {
    const answer = all({ plan: 'original-medicare', of: 'cpt-97124' });
    expect(plain(answer)).toMatchObject({
      status: 'CONDITIONAL',
      best: 'COVERED',
      possibleOutcomes: ['COVERED', 'NOT_COVERED'],
      hedges: [],
      pathways: [PATHWAY],
    });
    expect(plain(answer).missing.sort()).toEqual([...THERAPIST].sort());
    expect(all({ plan: 'original-medicare', of: 'cpt-97124', met: [...THERAPIST] }).status).toBe('COVERED');
  });

  it.each(THERAPIST)('is not covered where not %s', (unmet) => {
    expect(plain(all({ plan: 'original-medicare', of: 'cpt-97124', unmet: [unmet] }))).toMatchObject({
      status: 'NOT_COVERED',
      pathways: [],
      missing: [],
    });
  });

  it.each(['performed-by-massage-therapist', 'performed-by-athletic-trainer-or-similar', 'performed-by-chiropractor'])(
    'is not covered where %s',
    (met) => {
      expect(plain(all({ plan: 'original-medicare', of: 'cpt-97124', met: [met] }))).toMatchObject({
        status: 'NOT_COVERED',
        missing: [],
      });
      expect(() =>
        all({
          plan: 'original-medicare',
          of: 'cpt-97124',
          met: [met, 'performed-by-physical-or-occupational-therapist'],
        }),
      ).toThrow();
    },
  );

  it('has the cost shares of Part B for the year of the question', () => {
    expect(
      all({ plan: 'original-medicare', of: 'cpt-97124', met: [...THERAPIST] }).costs.map(
        ({ kind, least, percent, per, year }) => [kind, least?.amount ?? percent, per, year],
      ),
    ).toEqual([
      ['DEDUCTIBLE', '283', 'CALENDAR_YEAR', 2026],
      ['COINSURANCE', '20', null, null],
    ]);
  });

  it.each([[{}], [{ territory: 'MX' }], [{ territory: 'CA' }]])('massage by itself is not covered, %j', (place) => {
    expect(plain(all({ plan: 'original-medicare', of: 'massage-therapy', ...place }))).toMatchObject({
      status: 'NOT_COVERED',
      missing: [],
    });
  });

  it('massage as a procedure of physical therapy follows physical therapy', () => {
    expect(plain(all({ plan: 'original-medicare', of: 'massage-in-physical-therapy' }))).toMatchObject({
      best: 'COVERED',
    });
  });
});

describe('Medicare Advantage and 97124', () => {
  it('inherits what Original Medicare covers; otherwise it may be covered or is not stated', () => {
    const answer = all({ plan: 'medicare-advantage', of: 'cpt-97124' });
    expect(plain(answer)).toMatchObject({
      status: 'CONDITIONAL',
      best: 'COVERED',
      possibleOutcomes: ['COVERED', 'MAY_BE_COVERED', 'NOT_STATED'],
      pathways: [PATHWAY],
    });
    expect(all({ plan: 'medicare-advantage', of: 'cpt-97124', met: [...THERAPIST] }).status).toBe('COVERED');
  });

  it('does not inherit the cost shares of Original Medicare, since a plan sets its own', () => {
    expect(all({ plan: 'medicare-advantage', of: 'cpt-97124', met: [...THERAPIST] }).costs).toEqual([]);
  });

  it('may be covered as an extra benefit if a massage therapist, whom Original Medicare does not pay, performs it', () => {
    const given = {
      met: ['performed-by-massage-therapist', 'prescribed-by-doctor', 'treats-illness-or-injury'],
      unmet: ['primarily-for-comfort', 'performed-by-licensed-therapist'],
    };
    expect(plain(all({ plan: 'medicare-advantage', of: 'cpt-97124', ...given }))).toMatchObject({
      status: 'MAY_BE_COVERED',
      hedges: ['SOME_PLANS', 'SOME_CASES'],
    });
  });

  it.each([
    'humana-gold-plus-h1036-068',
    'aetna-medicare-select-extra-h1609-028',
    'aarp-medicare-advantage-h2406-013',
    'scan-costco-medicare-advantage-h5425-140',
    'upmc-for-life-h5533-019',
  ])('%s: massage is not stated, the code is taken over', (plan) => {
    expect(plain(all({ plan, of: 'massage-therapy' }))).toMatchObject({
      status: 'NOT_STATED',
      possibleOutcomes: ['NOT_STATED'],
    });
    expect(plain(all({ plan, of: 'cpt-97124' }))).toMatchObject({
      status: 'CONDITIONAL',
      possibleOutcomes: ['COVERED', 'NOT_STATED'],
      pathways: [PATHWAY],
    });
  });
});

describe('TRICARE and massage', () => {
  it.each(['tricare-prime', 'tricare-select', 'tricare-reserve-select', 'tricare-for-life', 'tricare-overseas'])(
    '%s: massage may be covered within physical therapy, and is not covered otherwise',
    (plan) => {
      expect(plain(all({ plan, of: 'massage-therapy' }))).toMatchObject({
        status: 'CONDITIONAL',
        best: 'MAY_BE_COVERED',
        possibleOutcomes: ['MAY_BE_COVERED', 'NOT_COVERED'],
        pathways: [
          'MAY_BE_COVERED: medically-necessary + part-of-physical-therapy-program + performed-by-physical-or-occupational-therapist',
        ],
      });
    },
  );

  it.each([
    'part-of-physical-therapy-program',
    'performed-by-physical-or-occupational-therapist',
    'medically-necessary',
  ])('is not covered where not %s', (unmet) => {
    expect(
      all({
        plan: 'tricare-prime',
        of: 'massage-therapy',
        unmet: [unmet],
        met: ['prescribed', 'part-of-occupational-therapy-program'],
      }).status,
    ).toBe('NOT_COVERED');
  });

  it('the code is covered by the route of the policy manual of 2026, whose prescribers are named one by one', () => {
    const route = ['active-written-regimen', 'medically-necessary', 'performed-by-physical-or-occupational-therapist'];
    const answer = all({ plan: 'tricare-prime', of: 'cpt-97124' });
    expect(plain(answer)).toMatchObject({
      status: 'CONDITIONAL',
      best: 'COVERED',
      possibleOutcomes: ['COVERED', 'MAY_BE_COVERED', 'NOT_COVERED'],
    });
    expect(plain(answer).pathways).toEqual([
      `COVERED: ${[...route, 'prescribed-by-doctor'].join(' + ')}`,
      `COVERED: ${[...route, 'prescribed-by-physician-assistant-or-nurse-practitioner'].join(' + ')}`,
      `COVERED: ${[...route, 'prescribed-by-podiatrist'].join(' + ')}`,
    ]);
    expect(
      all({
        plan: 'tricare-prime',
        of: 'cpt-97124',
        met: [...route, 'prescribed-by-physician-assistant-or-nurse-practitioner'],
      }).status,
    ).toBe('COVERED');
    expect(all({ plan: 'tricare-prime', of: 'cpt-97124', met: ['performed-by-massage-therapist'] }).status).toBe(
      'NOT_COVERED',
    );
  });
});

describe('Medicare and care in Canada', () => {
  const [EMERGENCY, CLOSER, ALASKA] = [
    'emergency-in-us-nearest-hospital-abroad',
    'foreign-hospital-closer-than-able-us-hospital',
    'emergency-on-direct-way-through-canada',
  ] as const;
  it.each([
    ['medicare', 'CA', [EMERGENCY, ALASKA, CLOSER]],
    ['medicare', 'MX', [EMERGENCY, CLOSER]],
    ['original-medicare', 'CA', [EMERGENCY, ALASKA, CLOSER]],
  ])('%s in %s: inpatient care in each of %j is covered, all else is not', (plan, territory, ways) => {
    expect(plain(all({ plan, of: 'medical-care', territory }))).toMatchObject({
      status: 'CONDITIONAL',
      possibleOutcomes: ['COVERED', 'NOT_COVERED'],
      hedges: [],
      pathways: ways.map((way) => `COVERED: ${way} + inpatient-care`),
    });
    for (const way of ways) {
      expect(all({ plan, of: 'medical-care', territory, met: [way, 'inpatient-care'] }).status).toBe('COVERED');
      expect(all({ plan, of: 'medical-care', territory, met: [way], unmet: ['inpatient-care'] }).status).toBe(
        'NOT_COVERED',
      );
    }
  });

  it('care on the way to Alaska is not covered if it is not an emergency', () => {
    expect(
      plain(
        all({
          plan: 'medicare',
          of: 'medical-care',
          territory: 'CA',
          met: ['travelling-through-canada-to-or-from-alaska'],
          unmet: ['medical-emergency', CLOSER],
        }),
      ),
    ).toMatchObject({ status: 'NOT_COVERED', missing: [] });
  });

  it('Medicare Advantage takes the three cases over and is silent on the rest', () => {
    expect(plain(all({ plan: 'medicare-advantage', of: 'medical-care', territory: 'CA' }))).toMatchObject({
      possibleOutcomes: ['COVERED', 'NOT_STATED'],
      pathways: [EMERGENCY, ALASKA, CLOSER].map((way) => `COVERED: ${way} + inpatient-care`),
    });
  });
});

describe('Medigap by letter', () => {
  const terms = { met: ['medically-necessary'], unmet: ['paid-by-medicare'] };
  it.each(['c', 'd', 'f', 'g', 'm', 'n', 'e', 'h', 'i', 'j'])(
    '%s covers an emergency abroad on its terms, with its limit and cost shares, and nothing else',
    (letter) => {
      const answer = all({ plan: `medigap-plan-${letter}`, of: 'emergency-care', territory: 'FR', ...terms });
      expect(plain(answer)).toMatchObject({
        status: 'CONDITIONAL',
        possibleOutcomes: ['COVERED', 'NOT_COVERED'],
        missing: ['days-of-trip-before-care'],
      });
      expect(answer.limits).toMatchObject([{ quantity: '50000', unit: 'MONEY', currency: 'USD', per: 'LIFETIME' }]);
      expect(answer.costs).toMatchObject([
        { kind: 'DEDUCTIBLE', least: { amount: '250', currency: 'USD' }, per: 'CALENDAR_YEAR' },
        { kind: 'COINSURANCE', percent: '20' },
      ]);
      expect(
        all({ plan: `medigap-plan-${letter}`, of: 'emergency-care', territory: 'FR', met: ['paid-by-medicare'] })
          .status,
      ).toBe('NOT_COVERED');
    },
  );

  it.each(['a', 'b', 'k', 'l'])('%s covers none', (letter) => {
    expect(all({ plan: `medigap-plan-${letter}`, of: 'emergency-care', territory: 'FR', ...terms }).status).toBe(
      'NOT_COVERED',
    );
  });

  it('the whole class has no single answer: some letters cover it', () => {
    expect(plain(all({ plan: 'medigap', of: 'emergency-care', territory: 'FR' }))).toMatchObject({
      status: 'MAY_BE_COVERED',
      hedges: ['SOME_PLANS'],
    });
  });
});

describe('neighbouring services', () => {
  it('acupuncture is covered for chronic low back pain, twelve visits in ninety days and twenty a year', () => {
    const answer = all({
      plan: 'original-medicare',
      of: 'acupuncture',
      met: ['chronic-low-back-pain', 'performed-by-qualified-acupuncturist'],
    });
    expect(answer.status).toBe('COVERED');
    expect(answer.limits.map(({ quantity, unit, per, windowDays }) => [quantity, unit, per, windowDays])).toEqual([
      ['12', 'VISITS', 'ROLLING_WINDOW', 90],
      ['20', 'VISITS', 'CALENDAR_YEAR', null],
    ]);
    expect(all({ plan: 'original-medicare', of: 'acupuncture', unmet: ['chronic-low-back-pain'] }).status).toBe(
      'NOT_COVERED',
    );
    expect(
      all({ plan: 'tricare-prime', of: 'acupuncture', met: ['chronic-low-back-pain', 'medically-necessary'] }).status,
    ).toBe('NOT_COVERED');
  });

  it('the only covered service of a chiropractor is manipulation of the spine', () => {
    expect(plain(all({ plan: 'original-medicare', of: 'chiropractic-manipulation' }))).toMatchObject({
      pathways: ['COVERED: corrects-subluxation'],
      possibleOutcomes: ['COVERED', 'NOT_COVERED'],
    });
    expect(plain(all({ plan: 'original-medicare', of: 'chiropractic-care' }))).toMatchObject({
      status: 'CONDITIONAL',
      pathways: ['COVERED: corrects-subluxation'],
      possibleOutcomes: ['COVERED', 'NOT_COVERED'],
    });
  });

  it('an exclusion of massage says nothing of manual therapy by the same hands', () => {
    expect(all({ plan: 'florida-personal-injury-protection', of: 'massage-therapy' }).status).toBe('NOT_COVERED');
    expect(
      all({ plan: 'florida-personal-injury-protection', of: 'cpt-97140', met: ['performed-by-massage-therapist'] })
        .status,
    ).toBe('NOT_STATED');
  });

  it('what no source states is NOT_STATED, not NOT_COVERED', () => {
    for (const plan of ['fep-blue-focus', 'marketplace-plans', 'medicaid'])
      expect(all({ plan, of: 'massage-therapy' }).status).toBe('NOT_STATED');
  });
});
