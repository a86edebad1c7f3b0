/**
 * A rule, an exception to it, one to that and so on, each on a condition of its own; and what the nested "unless" says
 * on every assignment.
 */
import type { DataDocuments, RuleDocument } from '../../src/model/shapes.ts';
import { AUTHORITIES } from '../../src/model/words.ts';
import type { Ask } from './oracle.ts';
import { at, TERRITORIES } from './world.ts';

/** Each level by who says it, and whether from there on the rules stand in the plan below. */
export function chainOfExceptions(
  levels: readonly { authority: number; lower: boolean }[],
  startsCovered: boolean,
): { data: DataDocuments; asks: { ask: Ask; status: string }[] } {
  const conditions = levels.slice(1).map((_, i) => `c${String(i + 1)}`),
    link = ['s0#p'];
  const isCovered = (level: number): boolean => startsCovered === (level % 2 === 0);
  const planOf = (level: number): string =>
    levels.slice(0, level + 1).some(({ lower }) => lower) ? 'original' : 'program';
  const rules = levels.map((_, level): RuleDocument => ({
    [isCovered(level) ? 'covered' : 'excluded']: 'massage',
    cites: [`s${String(level)}#p`],
    ...(level === 0
      ? {}
      : {
          exceptTo: [`${planOf(level - 1)}/r${String(level - 1)}`],
          when: at(conditions, level - 1),
          reading: 'Read so.',
        }),
  }));
  const rulesOf = (plan: string) => ({
    rules: Object.fromEntries(
      rules.flatMap((rule, level) => (planOf(level) === plan ? [[`r${String(level)}`, rule]] : [])),
    ),
  });
  const data: DataDocuments = {
    sources: Object.fromEntries(
      levels.map(({ authority }, i) => [
        `s${String(i)}`,
        {
          name: `Source ${String(i)}`,
          authority: at(AUTHORITIES, authority),
          checkedOn: '2026-01-01',
          licence: 'CC0-1.0',
          passages: { p: { at: '1', says: 'So.' } },
        },
      ]),
    ),
    territories: TERRITORIES,
    conditions: Object.fromEntries(conditions.map((slug) => [slug, { name: slug, topic: 'ORDER' as const }])),
    services: { massage: { name: 'Massage', cites: link } },
    techniques: {},
    billingCodes: {},
    plans: {
      program: { name: 'Programme', cites: link, home: { territories: ['US'], cites: link }, ...rulesOf('program') },
      original: { name: 'Original', within: 'program', cites: link, ...rulesOf('original') },
    },
    dataSets: [],
  };
  const asks = Array.from({ length: 2 ** conditions.length }, (_, bits) => {
    const met = conditions.filter((_c, i) => (bits & (1 << i)) !== 0);
    const holds = (level: number): boolean =>
      level < levels.length && (level === 0 || met.includes(at(conditions, level - 1))) && !holds(level + 1);
    const ask: Ask = {
      plan: 'original',
      subject: 'massage',
      met,
      unmet: conditions.filter((each) => !met.includes(each)),
      counts: {},
      territory: null,
      on: '2026-06-01',
      accordingTo: null,
      minimumAuthority: null,
    };
    return { ask, status: holds(0) === startsCovered ? 'COVERED' : 'NOT_COVERED' };
  });
  return { data, asks };
}
