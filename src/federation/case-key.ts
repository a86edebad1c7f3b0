/**
 * The key of a CoverageCase: a plan and what is known of a case, in one string that any subgraph can write.
 *
 *     key   = plan *( " " fact )
 *     fact  = "+" condition            it holds
 *           / "-" condition            it does not hold
 *           / condition "=" 1*DIGIT    so many so far, of what the condition counts
 *           / "@" place                where the care is given, by ISO 3166 code; ZZ: abroad; at most one
 *           / day                      the day of the care, as in 2026-11-23; at most one
 *
 * Plans and conditions are written as slugs. A fact that is left out is unknown; it never means no. A client may write the
 * facts in any order, and gets the key back as it wrote it. A key contains no personal data.
 */

/** The parts of a parsed key. The lists are sorted by slug and have no duplicates. */
export interface CaseKey {
  /** Slug of the plan. */
  readonly plan: string;
  /** Slugs of the conditions that hold. */
  readonly met: readonly string[];
  /** Slugs of the conditions that do not hold. */
  readonly unmet: readonly string[];
  readonly counts: readonly CountOfCase[];
  /** ISO 3166 code in upper case; null if the key names no place. */
  readonly territory: string | null;
  /** The day of the care, such as 2026-11-23; null if the key names no day. */
  readonly on: string | null;
}
interface CountOfCase {
  readonly condition: string;
  readonly count: number;
}

/** Thrown for a key that does not match the grammar. `part` is the part of the key that is wrong. */
export class NoCaseKey extends Error {
  override readonly name = 'NoCaseKey';
  readonly part: string;

  constructor(part: string, message: string) {
    super(message);
    this.part = part;
  }
}

const BIGGEST_COUNT = 2_147_483_647;

/**
 * Parses a key. It does not check that the plan, the conditions and the place exist.
 * @throws {NoCaseKey} if the key does not match the grammar or contradicts itself
 */
export function parseCaseKey(key: string): CaseKey {
  const [plan = '', ...facts] = key.split(/\s+/).filter((part) => part !== '');
  if (!/^[a-z0-9]/i.test(plan) || plan.includes('='))
    throw new NoCaseKey(plan, 'The key of a case begins with the slug of a plan, as in "tricare-prime +prescribed"');
  const met = new Set<string>();
  const unmet = new Set<string>();
  const counts = new Map<string, number>();
  let territory: string | null = null;
  let on: string | null = null;
  for (const fact of facts) {
    const [, sigil = '', name = ''] = /^([-+@])(.+)$/.exec(fact) ?? [];
    const [, counted, number] = /^([^=]+)=(\d+)$/.exec(fact) ?? [];
    if (sigil === '+') met.add(name);
    else if (sigil === '-') unmet.add(name);
    else if (sigil === '@') territory = once(territory, name.toUpperCase(), fact, 'place');
    else if (counted !== undefined) counts.set(counted, countOf(counts.get(counted), Number(number), fact));
    else if (/^\d/.test(fact)) on = once(on, fact, fact, 'day');
    else
      throw new NoCaseKey(
        fact,
        `"${fact}" is no fact of a case. Write +${fact} where it holds, -${fact} where it does not, ${fact}=3 for a count, @PR for a place, 2026-11-23 for a day`,
      );
  }
  return {
    plan,
    met: [...met].sort(),
    unmet: [...unmet].sort(),
    counts: [...counts].map(([condition, count]) => ({ condition, count })).sort(byCondition),
    territory,
    on,
  };
}

/** Returns `value`, unless the key has already given another value for the same part. */
function once(previous: string | null, value: string, fact: string, what: string): string {
  if (previous !== null && previous !== value)
    throw new NoCaseKey(fact, `A case has one ${what}, and this key names two: ${previous} and ${value}`);
  return value;
}

/** Returns `count`, unless it is too large or the key has already given another count for the same condition. */
function countOf(previous: number | undefined, count: number, fact: string): number {
  if (count > BIGGEST_COUNT) throw new NoCaseKey(fact, `A count is at most ${String(BIGGEST_COUNT)}`);
  if (previous !== undefined && previous !== count)
    throw new NoCaseKey(
      fact,
      `One condition is counted once, and this key counts it as ${String(previous)} and as ${String(count)}`,
    );
  return count;
}

const byCondition = (a: CountOfCase, b: CountOfCase): number => (a.condition < b.condition ? -1 : 1);
