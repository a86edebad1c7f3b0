/** What the meaning of rules says, by brute force: every completion, every pair of rules, every set of facts. Shares nothing with the engine; slow and plain on purpose. */
import type { DataDocuments, ExpressionDocument, RuleDocument } from '../../src/model/shapes.ts';
import {
  AUTHORITIES,
  OUTCOMES,
  type CoverageStatus,
  type Outcome,
  type SourceAuthority,
} from '../../src/model/words.ts';
export interface Ask {
  plan: string;
  subject: string;
  met: string[];
  unmet: string[];
  counts: Record<string, number>;
  territory: string | null;
  on: string;
  accordingTo: string[] | null;
  minimumAuthority: SourceAuthority | null;
}
/** Literals are `+slug`, `-slug`, `slug>=n` and `slug<=n`, sorted; a pathway joins them with ` & `, a requirement with ` | `. */
export interface Verdict {
  status: CoverageStatus;
  best: Outcome;
  possibleOutcomes: Outcome[];
  missing: string[];
  pathways: string[];
  requirements: string[];
}
interface Rule {
  slug: string;
  plan: string;
  of: string;
  effect: 'covered' | 'excluded' | 'lifted';
  hedged: boolean;
  secondary: boolean;
  voices: string[];
  voice: string | undefined;
  targets: Rule[];
  above: Set<Rule>;
  routes: { place: Set<string>; when: ExpressionDocument[] }[];
  place: Set<string>;
  unplaced: boolean;
  current: boolean;
  fuller: Rule[];
}
/** A rule as it speaks for the plan asked; `taken` where a plan must take it over (GRANTS_ONLY), `plan` being the one that does. */
interface Speaker {
  rule: Rule;
  plan: string;
  taken: boolean;
}
const reach = (start: string, next: (node: string) => readonly string[]): Set<string> => {
  const seen = new Set([start]);
  for (const node of seen) for (const each of next(node)) seen.add(each);
  return seen;
};
const cache = <T>(make: (key: string) => T): ((key: string) => T) => {
  const made = new Map<string, T>();
  return (key) => {
    if (!made.has(key)) made.set(key, make(key));
    return made.get(key) as T;
  };
};
type Test = { condition: string; atLeast?: number | undefined; atMost?: number | undefined };
const parts = (e: ExpressionDocument): Test[] =>
  typeof e === 'string' ? [{ condition: e }] : 'condition' in e ? [e] : Object.values(e).flat().flatMap(parts);
const holds = (e: ExpressionDocument, value: (slug: string) => number): boolean =>
  typeof e === 'string'
    ? value(e) === 1
    : 'condition' in e
      ? value(e.condition) >= (e.atLeast ?? (e.atMost === undefined ? 1 : 0)) &&
        value(e.condition) <= (e.atMost ?? Infinity)
      : 'all' in e
        ? e.all.every((each) => holds(each, value))
        : 'any' in e
          ? e.any.some((each) => holds(each, value))
          : !e.none.some((each) => holds(each, value));
/** The answer, or null where the facts given contradict one another. */
export function oracle(data: DataDocuments, ask: Ask): Verdict | null {
  const { keys, entries } = Object;
  // Section 3: the chains, what home is, and which sources are heard.
  const subjects = cache((slug) =>
    reach(slug, (s) =>
      [data.services[s]?.broader, data.techniques[s]?.usedIn, data.billingCodes[s]?.bills]
        .flatMap((links) => keys(links ?? {}))
        .concat(keys(data.billingCodes).filter((code) => s in (data.billingCodes[code]?.includes ?? {}))),
    ),
  );
  const takes = (plan: string, how: string[]): string[] => {
    const file = data.plans[plan];
    return entries(
      file?.takesRulesFrom ?? (file?.within === undefined ? {} : { [file.within]: { takes: 'EVERYTHING' } }),
    )
      .filter(([, link]) => how.includes(link.takes))
      .map(([to]) => to);
  };
  const plans = cache((slug) => reach(slug, (p) => takes(p, ['EVERYTHING', 'GRANTS_ONLY']))),
    everything = cache((slug) => reach(slug, (p) => takes(p, ['EVERYTHING'])));
  const atoms = cache((code): string[] => {
    const table = data.territories,
      inner = keys(table)
        .filter((part) => table[part]?.partOf?.includes(code))
        .flatMap(atoms);
    return table[code]?.wholeOfParts === true ? inner : [code, ...inner];
  });
  const world = keys(data.territories).flatMap(atoms),
    states = keys(data.territories).filter((code) => /^US-(?!AS|GU|MP|PR|UM|VI)/.test(code));
  const home = cache((plan): Set<string> => {
    const file = data.plans[plan];
    return file?.home
      ? new Set(file.home.territories.flatMap(atoms))
      : file?.within !== undefined
        ? home(file.within)
        : new Set(states.flatMap(atoms));
  });
  const rank = (source: string): number => AUTHORITIES.indexOf(data.sources[source]?.authority ?? 'SECONDARY'),
    dated = (source: string): string => data.sources[source]?.publishedOn ?? '';
  const heard = (source: string): boolean =>
      (ask.accordingTo?.includes(source) ?? true) &&
      rank(source) <= AUTHORITIES.indexOf(ask.minimumAuthority ?? 'SECONDARY'),
    asked = ask.territory === null ? [...home(ask.plan)] : atoms(ask.territory);
  // The whole of the place asked lies in it; "abroad, country not said" meets any place abroad.
  const meets = (place: Set<string>): boolean =>
    ask.territory === 'ZZ'
      ? [...place].some((atom) => !home(ask.plan).has(atom))
      : asked.every((atom) => place.has(atom));
  const rule = cache((slug): Rule => {
    const [plan = '', key = ''] = slug.split('/'),
      r = data.plans[plan]?.rules?.[key] as RuleDocument,
      named = (name: string): Rule => rule(name.includes('/') ? name : `${plan}/${name}`);
    const effect = r.covered !== undefined ? 'covered' : r.excluded !== undefined ? 'excluded' : 'lifted',
      targets = (r.exceptTo ?? []).map(named),
      where = r.where ?? (effect === 'covered' && targets.length === 0 ? 'home' : 'anywhere');
    const inside = new Set(
      typeof where === 'string' ? home(plan) : ('inside' in where ? where.inside : where.outside).flatMap(atoms),
    );
    const own =
      where === 'anywhere'
        ? new Set(world)
        : where === 'home' || (typeof where === 'object' && 'inside' in where)
          ? inside
          : new Set(world.filter((atom) => !inside.has(atom)));
    // An exception speaks only where its target would: its conditions and places are read with those of one of its targets, and of that one's.
    const when = r.when === undefined ? [] : [r.when],
      routes =
        targets.length === 0
          ? [{ place: own, when }]
          : targets.flatMap((target) =>
              target.routes.map((route) => ({
                place: new Set([...own].filter((atom) => route.place.has(atom))),
                when: [...when, ...route.when],
              })),
            );
    const heardHere = [...new Set(r.cites.map((cite) => cite.split('#')[0] ?? ''))].filter(heard),
      highest = Math.min(...heardHere.map(rank)),
      voices = heardHere.filter((source) => rank(source) === highest),
      fuller = r.restates === undefined ? [] : [named(r.restates), ...named(r.restates).fuller];
    return {
      slug,
      plan,
      of: r.covered ?? r.excluded ?? r.lifted ?? '',
      effect,
      targets,
      above: new Set(targets.flatMap((target) => [target, ...target.above])),
      routes,
      voices,
      fuller,
      hedged: (r.quantifier ?? 'ALL') !== 'ALL' || (r.extent ?? 'ALL') !== 'ALL' || r.modality === 'MAY',
      secondary: AUTHORITIES[highest] === 'SECONDARY',
      voice: [...voices].sort((a, b) => dated(b).localeCompare(dated(a)))[0],
      place: new Set(routes.flatMap((route) => [...route.place])),
      unplaced: r.where === undefined && targets.every((target) => target.unplaced),
      current: (r.from === undefined || r.from <= ask.on) && (r.until === undefined || ask.on < r.until),
    };
  });
  const inView = (r: Rule): boolean =>
    r.voices.length > 0 && r.current && subjects(ask.subject).has(r.of) && r.routes.some((route) => meets(route.place));
  const written = (plan: string): Rule[] =>
    keys(data.plans[plan]?.rules ?? {})
      .map((key) => rule(`${plan}/${key}`))
      .filter(inView);
  const reaching = [...plans(ask.plan)].flatMap(written),
    named = new Set(
      reaching.flatMap((r) => r.routes.flatMap((route) => route.when.flatMap(parts).map((test) => test.condition))),
    );
  const acts = (r: Rule, value: (slug: string) => number): boolean =>
    r.routes.some((route) => meets(route.place) && route.when.every((when) => holds(when, value)));
  // Section 4: specificity, and the first ground that applies to a pair, as +ground where r prevails and -ground where s does.
  const atLeast = (r: Speaker, s: Speaker): boolean =>
    plans(r.plan).has(s.plan) &&
    subjects(r.rule.of).has(s.rule.of) &&
    ((r.rule.unplaced && s.rule.unplaced) || [...r.rule.place].every((atom) => s.rule.place.has(atom)));
  const narrower = (r: Speaker, s: Speaker): boolean => atLeast(r, s) && !atLeast(s, r),
    either = (r: Speaker, s: Speaker, ground: number, applies: (a: Speaker, b: Speaker) => boolean): number =>
      applies(r, s) ? ground : applies(s, r) ? -ground : 0;
  function defeat(r: Speaker, s: Speaker): number {
    const lineage = (a: Speaker, b: Speaker): boolean =>
        [b.rule, ...b.rule.fuller].some((each) => a.rule.above.has(each)),
      exception = either(r, s, 1, (a, b) =>
        a.rule.targets.some((target) => target === b.rule || b.rule.fuller.includes(target)),
      );
    // A chain of exceptions is the nested "unless": within it only the naming decides. Grant and exclusion taken over together come as they stood there.
    if (
      exception !== 0 ||
      r.rule.effect === s.rule.effect ||
      [r, s].some((each) => each.rule.effect === 'lifted') ||
      lineage(r, s) ||
      lineage(s, r) ||
      (r.taken && s.taken)
    )
      return exception;
    const official = either(
      r,
      s,
      2,
      (a, b) => !a.rule.secondary && b.rule.secondary && subjects(a.rule.of).has(b.rule.of),
    );
    // A general sentence does not silence a specific one of a summary: then no ground applies.
    if (r.rule.secondary !== s.rule.secondary) return official;
    const [a, b] = [r.rule.voice ?? '', s.rule.voice ?? ''],
      publisher = data.sources[a]?.publisher,
      same =
        atLeast(r, s) &&
        atLeast(s, r) &&
        publisher !== undefined &&
        publisher === data.sources[b]?.publisher &&
        dated(a) !== '' &&
        dated(b) !== '';
    return (
      either(r, s, 3, (x, y) => x.taken && x.rule.effect === 'covered' && plans(y.plan).has(x.plan)) ||
      either(r, s, 4, narrower) ||
      (rank(b) - rank(a) && 5 * Math.sign(rank(b) - rank(a))) ||
      (same ? 6 * dated(a).localeCompare(dated(b)) : 0) ||
      (r.rule.voices.some((source) => s.rule.voices.includes(source))
        ? either(r, s, 7, (x) => x.rule.effect === 'excluded')
        : 0)
    );
  }
  /** What a plan comes to where exactly the rules of `acting` hold: the speakers left, and the outcome of those that count. */
  function derive(plan: string, acting: Set<Rule>): { left: Speaker[]; counting: Speaker[]; outcome: Outcome } {
    const all = everything(plan),
      granted = [...all].flatMap((by) =>
        takes(by, ['GRANTS_ONLY'])
          .filter((from) => !all.has(from))
          .map((from) => ({ by, from })),
      );
    // A fuller rule reaches the question where everything is taken over from its plan; what only grants are taken from does not silence a restatement.
    const reaches = (r: Rule): boolean =>
      inView(r) && (all.has(r.plan) || (r.effect === 'covered' && granted.some(({ from }) => from === r.plan)));
    const speakers = [...all].flatMap((from) =>
      written(from)
        .filter((r) => acting.has(r) && !r.fuller.some(reaches))
        .map((r): Speaker => ({ rule: r, plan: from, taken: false })),
    );
    for (const { by, from } of granted) {
      // only what counts there flows; a firm exclusion beside it counts as written for the plan that takes it, like the grant
      const there = derive(from, acting),
        flowing =
          there.outcome === 'NOT_COVERED'
            ? []
            : there.counting
                .filter((s) => s.rule.plan === from && s.rule.effect === 'covered')
                .map((s) => ({ ...s, plan: by, taken: true }));
      const beside =
        flowing.length > 0 && there.outcome === 'CONFLICTING'
          ? there.counting
              .filter((s) => s.rule.effect === 'excluded' && !s.rule.hedged)
              .map((s) => ({ ...s, plan: by, taken: true }))
          : [];
      speakers.push(...[...flowing, ...beside].filter((s) => !speakers.some((known) => known.rule === s.rule)));
    }
    const pairs = speakers
      .flatMap((r, i) => speakers.slice(i + 1).map((s) => ({ by: defeat(r, s), r, s })))
      .filter(({ by }) => by !== 0)
      .map(({ by, r, s }) => (by > 0 ? { by, wins: r, loses: s } : { by: -by, wins: s, loses: r }));
    const soft = pairs.filter(({ wins, loses }) => wins.rule.hedged && !loses.rule.hedged),
      hard = pairs.filter((pair) => !soft.includes(pair)),
      out = new Set<Speaker>(),
      stands = new Set<Speaker>();
    for (let before = -1; before !== out.size + stands.size;) {
      before = out.size + stands.size;
      for (const s of speakers) {
        const by = hard.filter((pair) => pair.loses === s).map((pair) => pair.wins);
        if (by.some((r) => stands.has(r))) out.add(s);
        else if (by.every((r) => out.has(r))) stands.add(s);
      }
    }
    const left = speakers.filter(
      (s) => !out.has(s) && !soft.some(({ by, wins, loses }) => by <= 2 && loses === s && !out.has(wins)),
    );
    const counting = left.filter(
      (s) =>
        s.rule.effect !== 'lifted' &&
        !(
          s.rule.secondary &&
          left.some((r) => !r.rule.secondary && r.rule.effect !== 'lifted' && subjects(r.rule.of).has(s.rule.of))
        ),
    );
    const grants = counting.filter((s) => s.rule.effect === 'covered'),
      exclusions = counting.filter((s) => s.rule.effect === 'excluded'),
      firm = (s: Speaker): boolean => !s.rule.hedged;
    // Section 5, the outcomes. Hedged rules of both effects say no more than that it may be covered; broader is broader in subject.
    const covered =
        grants.some(
          (g) =>
            firm(g) && !grants.some((h) => !firm(h) && subjects(h.rule.of).has(g.rule.of) && h.rule.of !== g.rule.of),
        ) && exclusions.length === 0,
      outcome = exclusions.some(firm)
        ? grants.some(firm)
          ? 'CONFLICTING'
          : 'NOT_COVERED'
        : covered
          ? 'COVERED'
          : grants.length > 0
            ? 'MAY_BE_COVERED'
            : exclusions.length > 0
              ? 'MAY_BE_EXCLUDED'
              : 'NOT_STATED';
    return { left, counting, outcome };
  }
  const outcomes = new Map<string, number>(),
    outcome = (value: (slug: string) => number): number => {
      const acting = reaching.filter((r) => acts(r, value)),
        key = acting.map((r) => r.slug).join();
      if (!outcomes.has(key)) outcomes.set(key, OUTCOMES.indexOf(derive(ask.plan, new Set(acting)).outcome));
      return outcomes.get(key) ?? 0;
    };
  const implied = cache((slug) => reach(slug, (c) => keys(data.conditions[c]?.implies ?? {}))),
    clash = (a: string, b: string): boolean =>
      [...implied(a)].some((x) =>
        [...implied(b)].some(
          (y) => y in (data.conditions[x]?.excludes ?? {}) || x in (data.conditions[y]?.excludes ?? {}),
        ),
      );
  /** Every completion of the facts: which outcomes there are, on which conditions they turn, and the weakest sets of facts (as boxes) that force one or its absence. */
  function complete(facts: Map<string, number>) {
    const slugs = [...new Set([...named, ...facts.keys()])],
      cuts = slugs.map((slug) =>
        data.conditions[slug]?.counts === undefined
          ? [0, 1]
          : [
              ...new Set([
                0,
                ...reaching
                  .flatMap((r) => r.routes)
                  .flatMap((route) => route.when)
                  .flatMap(parts)
                  .filter((test) => test.condition === slug)
                  .flatMap((test) => [test.atLeast ?? 0, (test.atMost ?? -1) + 1]),
              ]),
            ].sort((a, b) => a - b),
      );
    const strides = cuts.map((_, i) => cuts.slice(0, i).reduce((size, cut) => size * cut.length, 1)),
      at = new Int8Array(cuts.reduce((size, cut) => size * cut.length, 1)).fill(-1),
      point = slugs.map(() => 0),
      index = new Map(slugs.map((slug, i) => [slug, i]));
    const bad = slugs.flatMap((a, i) =>
      slugs
        .flatMap((b, j) => [
          ...(i !== j && implied(a).has(b) ? [{ i, j, not: 0 }] : []),
          ...(clash(a, b) ? [{ i, j, not: 1 }] : []),
        ])
        .filter(() => data.conditions[a]?.counts === undefined),
    );
    const visit = (i: number, where: number): void => {
      if (i === slugs.length) {
        if (!bad.some((pair) => point[pair.i] === 1 && point[pair.j] === pair.not))
          at[where] = outcome((slug) => {
            const v = index.get(slug) ?? 0;
            return cuts[v]?.[point[v] ?? 0] ?? 0;
          });
        return;
      }
      const cut = cuts[i] ?? [],
        fact = facts.get(slugs[i] ?? ''),
        only = fact === undefined ? -1 : cut.findLastIndex((from) => from <= fact);
      for (let v = 0; v < cut.length; v++)
        if (only < 0 || v === only) {
          point[i] = v;
          visit(i + 1, where + v * (strides[i] ?? 0));
        }
    };
    visit(0, 0);
    const digit = (where: number, i: number): number => Math.floor(where / (strides[i] ?? 1)) % (cuts[i]?.length ?? 1);
    // Missing: two completions that differ in it alone have different outcomes.
    const open = slugs
      .map((_, i) => i)
      .filter((i) =>
        at.some(
          (value, where) =>
            value >= 0 &&
            cuts[i]?.some((_cut, v) => {
              const other = at[where + (v - digit(where, i)) * (strides[i] ?? 0)] ?? -1;
              return other >= 0 && other !== value;
            }),
        ),
      );
    // All boxes over these (an interval of values for each), shortest intervals first, so that both halves of a box come before it: which outcomes lie in it.
    const spans = open.map((i) => {
      const n = cuts[i]?.length ?? 1;
      return Array.from({ length: n }, (_, long) =>
        Array.from({ length: n - long }, (_x, low) => [low, low + long] as [low: number, high: number]),
      ).flat();
    });
    const steps = spans.map((_, i) => spans.slice(0, i).reduce((size, span) => size * span.length, 1)),
      boxes = new Uint8Array(spans.reduce((size, span) => size * span.length, 1)),
      ids = spans.map((span) => new Map(span.map(([low, high], id) => [low * 99 + high, id])));
    at.forEach((value, where) => {
      if (value >= 0) {
        const box = open.reduce((sum, i, k) => sum + digit(where, i) * (steps[k] ?? 0), 0);
        boxes[box] = 1 << value;
      }
    });
    const span = (box: number, k: number): [low: number, high: number] =>
      (spans[k] ?? [])[Math.floor(box / (steps[k] ?? 1)) % (spans[k]?.length ?? 1)] ?? [0, 0];
    const within = (box: number, k: number, low: number, high: number): number => {
      const [from, to] = span(box, k),
        id = ids[k]?.get(low * 99 + high);
      return id === undefined ? -1 : box + (id - (ids[k]?.get(from * 99 + to) ?? 0)) * (steps[k] ?? 0);
    };
    for (let box = 0; box < boxes.length; box++)
      for (let k = 0; k < open.length; k++) {
        const [low, high] = span(box, k);
        if (low < high) {
          boxes[box] = (boxes[within(box, k, low, low)] ?? 0) | (boxes[within(box, k, low + 1, high)] ?? 0);
          break;
        }
      }
    const weakest = (allowed: number, negated: boolean): string[] => {
      const only = (box: number): boolean => box >= 0 && ((boxes[box] ?? 0) & ~allowed) === 0,
        all = open.map((_, k) => k),
        found: number[] = [];
      for (let box = 0; box < boxes.length; box++)
        if (
          boxes[box] !== 0 &&
          only(box) &&
          !all.some((k) => {
            const [low, high] = span(box, k);
            return only(within(box, k, low - 1, high)) || only(within(box, k, low, high + 1));
          })
        )
          found.push(box);
      // One implies the other where no completion of it lies beside the other.
      const implies = (a: number, b: number): boolean =>
        all.every((k) => {
          const [low, high] = span(a, k),
            [from, to] = span(b, k);
          return (
            (low >= from || (boxes[within(a, k, low, Math.min(high, from - 1))] ?? 0) === 0) &&
            (high <= to || (boxes[within(a, k, Math.max(low, to + 1), high)] ?? 0) === 0)
          );
        });
      const literal = (slug: string, cut: number[], [low, high]: [low: number, high: number]): string[] =>
        data.conditions[slug]?.counts === undefined
          ? low === high
            ? [`${(low === 1) === negated ? '-' : '+'}${slug}`]
            : []
          : [
              ...(low > 0
                ? [negated ? `${slug}<=${String((cut[low] ?? 0) - 1)}` : `${slug}>=${String(cut[low])}`]
                : []),
              ...(high < cut.length - 1
                ? [negated ? `${slug}>=${String(cut[high + 1])}` : `${slug}<=${String((cut[high + 1] ?? 0) - 1)}`]
                : []),
            ];
      return found
        .filter((a) => !found.some((b) => a !== b && implies(a, b)))
        .map((box) =>
          all
            .flatMap((k) => literal(slugs[open[k] ?? 0] ?? '', cuts[open[k] ?? 0] ?? [], span(box, k)))
            .sort()
            .join(negated ? ' | ' : ' & '),
        )
        .sort();
    };
    return {
      possible: OUTCOMES.filter((_, value) => at.includes(value)),
      missing: open.map((i) => slugs[i] ?? '').sort(),
      weakest,
    };
  }
  const here = complete(
      new Map([
        ...ask.met.map((c) => [c, 1] as const),
        ...ask.unmet.map((c) => [c, 0] as const),
        ...entries(ask.counts),
      ]),
    ),
    nothing = complete(new Map()),
    best = here.possible[0],
    best0 = nothing.possible[0];
  if (best === undefined || best0 === undefined || ask.met.some((c) => ask.unmet.includes(c))) return null;
  const grant = (value: Outcome): boolean => value === 'COVERED' || value === 'MAY_BE_COVERED',
    bit = (value: Outcome): number => 1 << OUTCOMES.indexOf(value);
  const requirements =
    best !== best0 && grant(best)
      ? here.weakest(~bit(best), true)
      : grant(best0)
        ? nothing.weakest(~bit(best0), true)
        : [];
  return {
    status: here.possible.length === 1 ? best : 'CONDITIONAL',
    best,
    possibleOutcomes: here.possible,
    missing: here.missing,
    pathways: grant(best) ? here.weakest(bit(best), false) : [],
    requirements,
  };
}
