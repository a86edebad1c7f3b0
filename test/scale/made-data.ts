/**
 * Makes data of any size in the shape of the curated data: programs with classes of plans, plans within them that inherit rules
 * and have some of their own, a document for each plan, services in families, a few dozen conditions, and the places of the
 * United States. The same size and seed give the same data. It satisfies every constraint.
 */
import type {
  DataDocuments,
  PlanDocument,
  RuleDocument,
  SourceDocument,
  TerritoryTable,
} from '../../src/model/shapes.ts';

/** The number of rules of each plan that its class does not have. */
const RULES_OF_A_PLAN = 20;
const PLANS_OF_A_CLASS = 100;
const CONDITIONS = [
  'Referral',
  'Prior authorization',
  'Prescription',
  'Medical necessity',
  'Network provider',
  'Plan of care',
  'Hospital stay',
  'Specialist',
  'Licensed provider',
  'Second opinion',
];
const TREATMENTS = [
  'therapy',
  'imaging',
  'surgery',
  'screening',
  'counseling',
  'equipment',
  'injection',
  'test',
  'rehabilitation',
  'consultation',
];
const PARTS = [
  'Knee',
  'Hip',
  'Back',
  'Neck',
  'Heart',
  'Lung',
  'Eye',
  'Ear',
  'Skin',
  'Dental',
  'Foot',
  'Hand',
  'Sleep',
  'Speech',
  'Kidney',
  'Liver',
  'Bone',
  'Nerve',
  'Vein',
  'Joint',
];
const STATES = ['AK', 'AL', 'AZ', 'CA', 'CO', 'FL', 'GA', 'IL', 'MA', 'MI', 'NY', 'OH', 'OR', 'PA', 'TX', 'WA'];

/** Pseudorandom numbers from 0 to below 1 for a seed: the algorithm mulberry32, which is in the public domain. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const slugOf = (name: string): string => name.toLowerCase().replaceAll(' ', '-');
const numbered = (names: readonly string[], count: number): string[] =>
  Array.from(
    { length: count },
    (_, index) =>
      `${names[index % names.length] ?? ''}${index < names.length ? '' : ` ${String(Math.floor(index / names.length) + 1)}`}`,
  );
const bare = <T>(entries: Iterable<readonly [string, T]>): Record<string, T> =>
  Object.assign(Object.create(null) as Record<string, T>, Object.fromEntries(entries));

export function madeData(rules: number, seed = 1): DataDocuments {
  const next = chance(seed);
  const below = (end: number): number => Math.floor(next() * end);
  const plans = Math.max(2, Math.round(rules / RULES_OF_A_PLAN));
  const classes = Math.ceil(plans / PLANS_OF_A_CLASS);
  const conditions = numbered(CONDITIONS, 40).map((name) => ({ slug: slugOf(name), name }));
  const families = TREATMENTS.map((name) => `All ${name}`);
  const services = numbered(
    PARTS.flatMap((part) => TREATMENTS.map((treatment) => `${part} ${treatment}`)),
    Math.min(2_000, 50 + Math.round(rules / 100)),
  );
  const [someCondition, someService] = [
    () => conditions[below(conditions.length)]?.slug ?? '',
    () => services[below(services.length)] ?? '',
  ];

  const sources: [string, SourceDocument][] = [];
  /** A document whose passages are cited in turn. */
  const documentOf = (
    slug: string,
    name: string,
    authority: SourceDocument['authority'],
    passages: number,
  ): (() => string) => {
    sources.push([
      slug,
      {
        name: `${name}: evidence of coverage`,
        authority,
        checkedOn: '2026-11-01',
        publishedOn: `2026-0${String(1 + below(9))}-01`,
        licence: 'CC0-1.0',
        passages: bare(
          Array.from({ length: passages }, (_, index) => [
            `p${String(index + 1)}`,
            {
              at: `Chapter ${String(4 + (index % 3))}, section ${String(index + 1)}`,
              says: `Section ${String(index + 1)} of the benefits says what is covered and on which conditions.`,
            },
          ]),
        ),
      },
    ]);
    let cited = 0;
    return () => `${slug}#p${String(1 + (cited++ % passages))}`;
  };

  const ruleOn = (service: string, cite: string): RuleDocument => {
    const draw = next();
    const where = next() < 0.04 ? { where: { inside: [`US-${STATES[below(STATES.length)] ?? ''}`] } } : {};
    const required = next() < 0.2 ? someCondition() : null;
    const first = someCondition();
    const second = someCondition();
    const when =
      draw < 0.3
        ? {}
        : draw < 0.8 || first === second
          ? { when: first }
          : { when: next() < 0.5 ? { all: [first, second] } : { any: [first, second] } };
    const requires =
      required === null || JSON.stringify(when).includes(`"${required}"`)
        ? {}
        : { requires: { [required]: { strength: 'REQUIRED' as const } } };
    return {
      ...(draw > 0.92 ? { excluded: slugOf(service) } : { covered: slugOf(service), ...requires }),
      ...when,
      ...where,
      ...(next() < 0.1 ? { from: '2026-01-01' } : {}),
      cites: [cite],
    };
  };

  const planDocuments: [string, PlanDocument][] = [];
  const program = documentOf('program-manual', 'The program', 'AGENCY_MANUAL', 10);
  planDocuments.push([
    'program',
    {
      name: 'The program',
      level: 'PROGRAM',
      rules: bare(
        families.map(
          (family) =>
            [
              `covers-${slugOf(family)}`,
              { covered: slugOf(family), when: conditions[3]?.slug ?? '', cites: [program()] },
            ] as const,
        ),
      ),
    },
  ]);
  for (let number = 0; number < classes; number += 1) {
    const [slug, name] = [`class-${String(number)}`, `Class ${String(number)}`];
    const cite = documentOf(`${slug}-handbook`, name, 'AGENCY_PAGE', 10);
    const written = new Set(Array.from({ length: 10 }, someService));
    const cites = [...Array.from({ length: 10 - written.size }, cite), cite()];
    planDocuments.push([
      slug,
      {
        name,
        level: 'PLAN_CLASS',
        within: 'program',
        cites,
        rules: bare(
          [...written].map(
            (service) =>
              [`on-${slugOf(service)}`, { ...ruleOn(service, cite()), quantifier: 'MOST' as const }] as const,
          ),
        ),
      },
    ]);
  }
  const made = (): number => planDocuments.reduce((all, [, { rules: own }]) => all + Object.keys(own ?? {}).length, 0);
  let left = rules - made();
  for (let number = 0; left > 0; number += 1) {
    const [slug, name] = [`plan-${String(number)}`, `${STATES[number % STATES.length] ?? ''} Plan ${String(number)}`];
    const cite = documentOf(`${slug}-evidence`, name, 'PLAN_DOCUMENT', 5);
    const own: [string, RuleDocument][] = [];
    const spoken = new Set<string>();
    while (own.length < Math.min(left, RULES_OF_A_PLAN)) {
      const service = someService();
      if (spoken.has(service)) continue;
      spoken.add(service);
      own.push([`on-${slugOf(service)}`, ruleOn(service, cite())]);
      const [, rule] = own.at(-1) ?? [];
      if (rule?.excluded !== undefined && rule.when === undefined && own.length < Math.min(left, RULES_OF_A_PLAN)) {
        const { excluded, ...rest } = rule;
        own.push([
          `on-${slugOf(service)}-but`,
          { ...rest, covered: excluded, when: someCondition(), exceptTo: [`on-${slugOf(service)}`], cites: [cite()] },
        ]);
      }
    }
    planDocuments.push([
      slug,
      { name, within: `class-${String(number % classes)}`, cites: Array.from({ length: 5 }, cite), rules: bare(own) },
    ]);
    left -= own.length;
  }

  const cites = ['program-manual#p1'];
  return {
    sources: bare(sources),
    plans: bare(planDocuments),
    techniques: bare([]),
    billingCodes: bare([]),
    dataSets: [{ notices: ['Made up: nothing here is true of any plan.'] }],
    territories: bare<TerritoryTable[string]>([
      ['US', { name: 'United States', wholeOfParts: true }],
      ['CA', { name: 'Canada' }],
      ...STATES.map(
        (code) => [`US-${code}`, { name: `State ${code}`, partOf: ['US'] }] satisfies [string, TerritoryTable[string]],
      ),
    ]),
    conditions: bare(
      conditions.map(
        ({ slug, name }) =>
          [
            slug,
            {
              name,
              topic: 'PROGRAM',
              phrase: `with ${name.toLowerCase()}`,
              question: `Is there ${name.toLowerCase()}?`,
            },
          ] as const,
      ),
    ),
    services: bare([
      ...families.map((name) => [slugOf(name), { name, cites }] as const),
      ...services.map(
        (name, index) =>
          [
            slugOf(name),
            { name, cites, broader: { [slugOf(families[index % families.length] ?? '')]: cites } },
          ] as const,
      ),
    ]),
  };
}
