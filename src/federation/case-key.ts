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
 * A plan and a condition are written by their slugs. What is left out is unknown and never taken for no. Facts may stand in
 * any order; the one spelling of a key has what holds first, then what does not, counts, the place and the day, each by name
 * and once, with one space between. It names a case and nobody: no part of it is about a person.
 */

export interface CaseKey {
  readonly plan: string;
  readonly met: readonly string[];
  readonly unmet: readonly string[];
  readonly counts: readonly CountOfCase[];
  /** In capital letters. */
  readonly territory: string | null;
  readonly on: string | null;
}
interface CountOfCase {
  readonly condition: string;
  readonly count: number;
}

/** A part of a key that the grammar has no place for. */
export class NoCaseKey extends Error {
  override readonly name = 'NoCaseKey';
  readonly part: string;

  constructor(part: string, message: string) {
    super(message);
    this.part = part;
  }
}

const BIGGEST_COUNT = 2_147_483_647;

/** Throws NoCaseKey. Whether a name means anything is not asked here. */
export function parseCaseKey(key: string): CaseKey {
  const [plan = '', ...facts] = key.split(/\s+/).filter((part) => part !== '');
  if (!/^[a-z0-9]/i.test(plan) || plan.includes('='))
    throw new NoCaseKey(plan, 'The key of a case begins with the slug of a plan, as in "tricare-prime +prescribed"');
  const [met, unmet, counts] = [new Set<string>(), new Set<string>(), new Map<string, number>()];
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

function once(known: string | null, given: string, fact: string, what: string): string {
  if (known !== null && known !== given)
    throw new NoCaseKey(fact, `A case has one ${what}, and this key names two: ${known} and ${given}`);
  return given;
}

function countOf(known: number | undefined, count: number, fact: string): number {
  if (count > BIGGEST_COUNT) throw new NoCaseKey(fact, `A count is at most ${String(BIGGEST_COUNT)}`);
  if (known !== undefined && known !== count)
    throw new NoCaseKey(
      fact,
      `One condition is counted once, and this key counts it as ${String(known)} and as ${String(count)}`,
    );
  return count;
}

const byCondition = (a: CountOfCase, b: CountOfCase): number => (a.condition < b.condition ? -1 : 1);

/** The one spelling of a case. */
export function printCaseKey({ plan, met, unmet, counts, territory, on }: CaseKey): string {
  return [
    plan,
    ...[...new Set(met)].sort().map((slug) => `+${slug}`),
    ...[...new Set(unmet)].sort().map((slug) => `-${slug}`),
    ...[...counts].sort(byCondition).map(({ condition, count }) => `${condition}=${String(count)}`),
    ...(territory === null ? [] : [`@${territory.toUpperCase()}`]),
    ...(on === null ? [] : [on]),
  ].join(' ');
}
