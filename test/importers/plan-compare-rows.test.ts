/**
 * Every row of the table of Plan Compare pages of 2026 beside what the graph of the data and the pack answers: status,
 * price, approval in advance, referral and limits of each benefit, each plan's name, and its counties. The table is read
 * here by other code than the importer's.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Determination } from '../../src/engine/determination.ts';
import { determine } from '../../src/engine/determine.ts';
import type { Graph, Plan } from '../../src/graph/entries.ts';
import { readSnapshot, writeSnapshot } from '../../src/store/snapshot/snapshot.ts';
import { ask as asking } from '../schema/ask.ts';
import { fixture, graphWith } from './import.ts';
import { at } from '../schema/ask.ts';

const TABLES = fixture('plan-compare-2026');
const textOf = (name: string): string =>
  brotliDecompressSync(readFileSync(join(TABLES, `${name}.br`))).toString('utf8');

/** The rows of a table as objects. A cell with commas is in quotation marks, and no cell has quotation marks inside. */
function table(name: string): Record<string, string>[] {
  const [header = '', ...lines] = textOf(name).trimEnd().split(/\r?\n/);
  const names = header.split(',').map((cell) => cell.replaceAll('"', ''));
  return lines.map((line) => {
    const cells = line.match(/(?<=^|,)(?:"[^"]*"|[^,"]*)(?=,|$)/g) ?? [];
    if (cells.length !== names.length) throw new Error(`this line has another number of cells: ${line}`);
    return Object.fromEntries(names.map((each, index) => [each, (cells[index] ?? '').replaceAll('"', '').trim()]));
  });
}

const rows = table('medicare-plan-compare-2026.csv');
const THERAPY = ['performed-by-physical-or-occupational-therapist', 'plan-of-care', 'medically-necessary'];
/** Column, subject, facts that are given, place, and the status of a plan that has it. */
const BENEFITS: readonly (readonly [string, string, readonly string[], string | null, string])[] = [
  ['massage_therapy', 'massage-therapy', [], null, 'COVERED'],
  ['alternative_therapies', 'alternative-therapies', [], null, 'COVERED'],
  ['acupuncture', 'routine-acupuncture', [], null, 'COVERED'],
  ['chiropractic_services', 'routine-chiropractic-care', [], null, 'COVERED'],
  ['physical_and_speech_therapy', 'physical-therapy', THERAPY, null, 'COVERED'],
  ['occupational_therapy', 'occupational-therapy', THERAPY, null, 'COVERED'],
  ['worldwide_emergency', 'emergency-care', [], 'FR', 'COVERED'],
  ['special_complementary_therapies', 'complementary-therapies', [], null, 'MAY_BE_COVERED'],
];

let graph: Graph;
beforeAll(async () => {
  const opened = readSnapshot(writeSnapshot(await graphWith(at('packs/medicare-plan-compare-2026'))));
  if ('unusable' in opened) throw new Error(opened.unusable);
  ({ graph } = opened);
}, 300_000);

function named<E>(slug: string, among: ReadonlyMap<string, E>): E {
  const entry = among.get(slug);
  if (entry === undefined) throw new Error(`"${slug}" is not in the data`);
  return entry;
}
const planOf = (row: Record<string, string>): Plan =>
  named(`${(row['plan_id'] ?? '').toLowerCase()}-2026`, graph.plans);

function answer(
  plan: Plan,
  subject: string,
  met: readonly string[],
  place: string | null,
  alone: boolean,
): Determination {
  return determine({
    graph,
    plan,
    subject: named(subject, graph.subjects),
    met: met.map((slug) => named(slug, graph.conditions)),
    unmet: [],
    counts: new Map(),
    territory: place === null ? null : named(place, graph.territories),
    on: '2026-06-01',
    onAssumed: false,
    accordingTo: alone ? [named(`plan-compare-2026-${plan.slug.replace(/-2026$/, '')}`, graph.sources)] : null,
    minimumAuthority: null,
  });
}

/** One price: its kind, amounts and side of the network. */
interface Price {
  readonly text: string;
  readonly side: string;
}

/**
 * The prices of a cell as texts to compare, and the sides of which only words can say the price. "$0 or $5-$20 copay" is the
 * range from 0 to 20; a coinsurance that is not one number is said in words, and so is all else on its side.
 */
function pricesIn(cell: string): { prices: Price[]; worded: string[] } {
  const prices: Price[] = [];
  const worded: string[] = [];
  for (const part of cell.split(' | ')) {
    const side = part.startsWith('In-network: ') ? 'IN' : part.startsWith('Out-of-network: ') ? 'OUT' : 'ANY';
    const terms = part.replace(/^(?:In|Out-of)-network: /, '');
    if (terms === '$0 copay, 0% coinsurance') prices.push({ text: 'NONE', side });
    else if (/%(?:-| or )/.test(terms)) worded.push(terms);
    else
      for (const term of terms.split(', ')) {
        const numbers = (term.match(/\d[\d.,]*/g) ?? []).map((number) => Number(number.replace(/,/g, '')));
        const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
        prices.push({
          text: term.endsWith('copay') ? `$${String(least)} to $${String(most)}` : `${String(most)}%`,
          side,
        });
      }
    if (terms.includes(' or ') && !worded.includes(terms)) worded.push(terms);
  }
  return { prices, worded };
}

function pricesOf({ costs }: Determination): Price[] {
  return costs.map(({ kind, least, most, percent, network, year }) => {
    expect(year).toBe(2026);
    if (kind === 'NONE') return { text: 'NONE', side: network };
    if (kind === 'COINSURANCE') return { text: `${String(Number(percent))}%`, side: network };
    return { text: `$${String(Number(least?.amount))} to $${String(Number(most?.amount))}`, side: network };
  });
}

const asks = ({ requirements }: Determination, condition: string): boolean =>
  requirements.some(
    ({ role, strength, anyOf }) =>
      role === 'ONCE_COVERED' &&
      strength === 'REQUIRED' &&
      anyOf.some((fact) => fact.condition.slug === condition && fact.holds !== false),
  );
const numbersIn = (text: string): string[] => text.match(/\d[\d.]*/g) ?? [];

describe('each row of the table', () => {
  test.each(BENEFITS)('%s', (column, subject, met, place, covered) => {
    const differences: string[] = [];
    const seen = { covered: 0, excluded: 0, unsaid: 0 };
    const differ = (row: Record<string, string>, what: string, got: unknown): void => {
      differences.push(`${row['plan_id'] ?? ''} ${column} "${row[column] ?? ''}" ${what}: ${JSON.stringify(got)}`);
    };
    for (const row of rows) {
      const cell = row[column] ?? '';
      const letters = row[`${column}_rules`] ?? '';
      const found = answer(planOf(row), subject, met, place, true);
      if (cell === '' || cell === 'Not covered') {
        seen[cell === '' ? 'unsaid' : 'excluded'] += 1;
        if (found.status !== (cell === '' ? 'NOT_STATED' : 'NOT_COVERED')) differ(row, 'status', found.status);
        continue;
      }
      seen.covered += 1;
      if (found.status !== covered) differ(row, 'status', found.status);
      const { prices, worded } = pricesIn(cell);
      if (JSON.stringify(pricesOf(found)) !== JSON.stringify(prices)) differ(row, 'price', pricesOf(found));
      const words = found.assumptions.join(' ');
      for (const terms of worded)
        if (!numbersIn(terms).every((number) => words.includes(number))) differ(row, 'words', words);
      if (asks(found, 'prior-authorization') !== letters.includes('A')) differ(row, 'approval', letters);
      if (asks(found, 'referral') !== letters.includes('R')) differ(row, 'referral', letters);
      if (words.includes('limits it; the page does not say to how much') !== letters.includes('L'))
        differ(row, 'limits', letters);
    }
    expect(differences).toEqual([]);
    expect(seen).toEqual(EXPECTED[column]);
    expect(seen.covered + seen.excluded + seen.unsaid).toBe(5_044);
  });
});

/** Counted in the table by other means. */
const EXPECTED: Readonly<Record<string, { covered: number; excluded: number; unsaid: number }>> = {
  massage_therapy: { covered: 111, excluded: 4_933, unsaid: 0 },
  alternative_therapies: { covered: 827, excluded: 4_217, unsaid: 0 },
  acupuncture: { covered: 1_581, excluded: 3_463, unsaid: 0 },
  chiropractic_services: { covered: 1_072, excluded: 3_972, unsaid: 0 },
  physical_and_speech_therapy: { covered: 5_044, excluded: 0, unsaid: 0 },
  occupational_therapy: { covered: 5_044, excluded: 0, unsaid: 0 },
  worldwide_emergency: { covered: 4_806, excluded: 232, unsaid: 6 },
  special_complementary_therapies: { covered: 19, excluded: 1_825, unsaid: 3_200 },
};

test('with all sources a plan covers massage exactly where its page says so', () => {
  const wrong = rows.filter(
    (row) =>
      answer(planOf(row), 'massage-therapy', [], null, false).status !==
      (row['massage_therapy'] === 'Not covered' ? 'NOT_COVERED' : 'COVERED'),
  );
  expect(wrong.map((row) => row['plan_id'])).toEqual([]);
});

test('"Not covered" in the row of acupuncture or chiropractic services leaves what Medicare covers as it is', () => {
  const questions = [
    ['acupuncture', 'acupuncture', ['chronic-low-back-pain', 'performed-by-qualified-acupuncturist']],
    ['chiropractic_services', 'chiropractic-manipulation', ['corrects-subluxation', 'performed-by-chiropractor']],
  ] as const;
  for (const [column, subject, met] of questions) {
    const without = rows.filter((row) => row[column] === 'Not covered');
    const statuses = new Set(without.map((row) => answer(planOf(row), subject, met, null, false).status));
    expect([column, ...statuses]).toEqual([column, 'COVERED']);
  }
});

test('no name of a plan is lost, and each is found by its number and has the page as its source', () => {
  for (const row of rows) {
    const plan = planOf(row);
    const number = row['plan_id'] ?? '';
    expect(plan.name).toBe(`${row['name'] ?? ''} (${number}, 2026)`);
    expect(plan.phrases).toContain(number);
    expect(plan.remarks[0]?.text).toContain(row['organization'] ?? '');
    const [page] = plan.cites;
    expect(page?.source.url).toBe(`https://www.medicare.gov/plan-compare/#/plan-details/2026-${number}?year=2026`);
    expect(plan.remarks.some(({ topic }) => topic === 'ELIGIBILITY')).toBe(row['snp'] !== '');
  }
});

test('each plan is offered in the counties of its row and no other, and 298 plans have none', () => {
  const offered = new Map(table('medicare-plan-counties-2026.csv').map((row) => [row['plan_id'], row]));
  let without = 0;
  for (const row of rows) {
    const { serviceAreas } = planOf(row);
    const area = offered.get(row['plan_id']);
    if (!area) {
      without += 1;
      expect(serviceAreas).toEqual([]);
      continue;
    }
    const [served] = serviceAreas;
    const lists = served?.counties ?? [];
    expect([served?.from, served?.until, serviceAreas.length]).toEqual(['2026-01-01', '2027-01-01', 1]);
    const names = new Set(lists.flatMap(({ counties }) => counties.map(({ name }) => name)));
    expect([...names].sort()).toEqual([...new Set((area['counties'] ?? '').split(';'))].sort());
    expect(new Set(lists.map(({ state }) => state.code.replace('US-', '')))).toEqual(new Set([area['state']]));
  }
  expect(without).toBe(298);
});

interface InArea {
  readonly plansInArea: {
    readonly totalCount: number;
    readonly withoutStatedArea: number;
    readonly nodes: readonly { readonly plan: { readonly slug: string } }[];
  };
}
const inArea = (area: string, more: string): InArea['plansInArea'] =>
  asking<InArea>(
    `{ plansInArea(area: ${area}, within: "medicare-advantage", of: { service: "massage-therapy" }, given: { on: "2026-06-01" }, first: 50, ${more})
      { totalCount withoutStatedArea nodes { plan { slug } } } }`,
    {},
    { graph, today: '2026-06-01', loadedAt: '2026-06-01T12:00:00Z' },
  ).plansInArea;

describe('Summit County, Ohio, in 2026', () => {
  const inSummit = new Set(
    table('medicare-plan-counties-2026.csv')
      .filter(({ state, counties = '' }) => state === 'OH' && counties.split(';').includes('Summit'))
      .map((row) => row['plan_id']),
  );
  const coveringInSummit = rows
    .filter((row) => inSummit.has(row['plan_id']) && row['massage_therapy'] !== 'Not covered')
    .map((row) => `${(row['plan_id'] ?? '').toLowerCase()}-2026`)
    .sort();
  test.each([
    ['by name', '{ countyNamed: { name: "Summit County", state: "OH" } }'],
    ['by FIPS code', '{ county: "39153" }'],
    ['by Social Security code', '{ county: "SSA:36780" }'],
  ])('%s: of 91 plans 5 cover massage and 86 say no', (_how, area) => {
    const covered = inArea(area, 'status: [COVERED]');
    expect(inArea(area, '').totalCount).toBe(91);
    expect(covered.totalCount).toBe(5);
    expect(inArea(area, 'status: [NOT_COVERED]').totalCount).toBe(86);
    // 298 plans of the table and the five of 2027, whose counties are of that year or not stated.
    expect(covered.withoutStatedArea).toBeGreaterThanOrEqual(298);
    expect(covered.nodes.map(({ plan }) => plan.slug).sort()).toEqual(coveringInSummit);
  });
});

test('parts of a program of thousands of plans: classes first, then plans that cover it', () => {
  const found = answer(named('medicare', graph.plans), 'massage-therapy', [], null, false);
  const [first, ...others] = found.alternatives?.(5) ?? [];
  expect(first?.plan.slug).toBe('medicare-advantage');
  expect(others.map(({ status }) => status)).toEqual(['COVERED', 'COVERED', 'COVERED', 'COVERED']);
});

const answerText = (question: string): string =>
  asking<{ ask: { text: string } }>(
    'query ($question: String!) { ask(question: $question) { text } }',
    { question },
    { graph, today: '2026-06-01', loadedAt: '2026-06-01T12:00:00Z' },
  ).ask.text;

describe('a question in words', () => {
  test('which plans of Summit County cover massage, at what price, with a referral or not', () => {
    const text = answerText(
      'Which Medicare Advantage plans in Summit County, Ohio cover massage, at what copay, with a referral or not?',
    );
    const [, coveredLine = ''] = /^Covered: (.*)$/m.exec(text) ?? [];
    const stated = [
      ...coveredLine.matchAll(
        /\((H\d{4}-\d{3}-\d), 2026\) \(\$(\d+) copayment[^;]*; referral (required|not stated)\)/g,
      ),
    ];
    expect(stated.map(([, ...each]) => each)).toEqual([
      ['H8797-003-0', '0', 'not stated'],
      ['H8797-004-0', '0', 'not stated'],
      ['H3660-028-0', '10', 'required'],
      ['H3660-052-1', '20', 'required'],
      ['H3660-053-1', '20', 'required'],
    ]);
    expect(text).toContain('Not covered: 86 plans; the operation gives them all.');
  });

  test('about the class says how many of its plans cover it', () => {
    expect(answerText('Does Medicare Advantage cover massage?')).toContain(
      'Of Medicare Advantage, 5,044 plans in the graph say something of massage therapy on 2026-06-01: 111 covered; and 4,933 not covered.',
    );
  });

  test('about a county whose pages were not read says so', () => {
    expect(answerText('Which Medicare Advantage plans in Wayne County, Michigan cover massage?')).toContain(
      'MI: no Plan Compare page of 2026 was read.',
    );
  });

  test.each(['H1036-068', 'H1609-028', 'H2406-013'])('about %s in 2027 tells the entry of 2026 too', (number) => {
    expect(answerText(`Does ${number} cover massage in March 2027?`)).toMatch(
      new RegExp(
        `Another entry has the same plan number, .*\\(${number}-0, 2026\\)\\. For 2026-01-01: .* does not cover massage therapy`,
      ),
    );
  });

  test('about the program names its parts, and no single plan for its class', () => {
    const text = answerText('Does Medicare cover massage?');
    expect(text).toContain('Some Medicare Advantage plans may cover massage therapy in some cases.');
    expect(text).toContain('Original Medicare does not cover massage therapy.');
    expect(text).not.toMatch(/H\d{4}-\d{3}/);
  });

  test.each(['H3660-053-1', 'H3660_053_1', 'contract H3660 plan 53 segment 1'])('finds a plan by %s', (number) => {
    expect(answerText(`Does ${number} cover massage?`)).toMatch(
      /^SummaCare Medicare Garnet \(HMO\) \(H3660-053-1, 2026\) covers massage therapy\./,
    );
  });

  test.each(['Humana Gold Plus', 'SummaCare Medicare Garnet'])(
    'with a name of several plans, %s, asks which',
    (name) => {
      expect(answerText(`Does ${name} cover massage?`)).toMatch(/could be|which/i);
    },
  );
});

test('Los Angeles has two Social Security codes, and each finds the plans that its FIPS code finds', () => {
  const [fips, one, other] = ['{ county: "06037" }', '{ county: "SSA:05200" }', '{ county: "SSA:05210" }'].map(
    (area) => inArea(area, '').totalCount,
  );
  expect(fips).toBeGreaterThan(50);
  expect([one, other]).toEqual([fips, fips]);
});
