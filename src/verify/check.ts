/** Whether an answer follows from the data: judged by the answer and the data alone, with nothing of the engine that gave it (invariant I8). */
import { z } from 'zod';
import type { Condition, ConditionTest, Graph, Link, Passage, Plan, Rule } from '../graph/entries.ts';
import * as words from '../graph/proof-words.ts';
import { testsOf } from '../graph/rules.ts';
import { linkText, ruleText, sentence, type FactTerms } from '../graph/sentences.ts';
import { AUTHORITIES, OUTCOMES, type TruthValue } from '../model/words.ts';
import {
  carryOut,
  implications,
  plansAbove,
  subjectsAbove,
  type Question,
  type Speaker,
  type Standing,
} from './derivation.ts';
/** `accepted`: every field of a receipt is there and is what the data gives. `step`: its number, or null where the problem is not one step's. `unchecked`: what could not be judged, or is more than a receipt holds. */
export interface Verdict {
  readonly accepted: boolean;
  readonly findings: readonly { readonly step: number | null; readonly problem: string }[];
  readonly unchecked: readonly string[];
}
const slugShape = z.object({ slug: z.string() }),
  fact = z.object({ condition: slugShape, holds: z.boolean().nullable(), count: z.number().nullable() });
const questionShape = z.object({
  plan: slugShape,
  subject: slugShape,
  territory: z.object({ code: z.string() }).nullable(),
  on: z.iso.date(),
  given: z.array(fact),
  accordingTo: z.array(slugShape).nullable(),
  minimumAuthority: z.enum(AUTHORITIES).nullable(),
  dataVersion: z.string(),
  proof: z.array(z.object({ text: z.string() })),
});
/** The question of a receipt in entries of the graph; or, in words, why it is none. Whether the day was given only the proof tells. */
function questionOf(
  graph: Graph,
  { on, proof, minimumAuthority, ...asked }: z.output<typeof questionShape>,
): Question | string {
  const unknown: string[] = [],
    find = <E>(slug: string, among: ReadonlyMap<string, E>): E[] => {
      const entry = among.get(slug);
      if (entry === undefined) unknown.push(slug);
      return entry === undefined ? [] : [entry];
    };
  const [plan] = find(asked.plan.slug, graph.plans),
    [subject] = find(asked.subject.slug, graph.subjects),
    territory = asked.territory && find(asked.territory.code, graph.territories)[0];
  const given = asked.given.flatMap(({ condition: { slug }, holds, count }) =>
    find(slug, graph.conditions).map((condition): [Condition, number] => [condition, count ?? Number(holds)]),
  );
  const heard = asked.accordingTo && asked.accordingTo.flatMap(({ slug }) => find(slug, graph.sources)),
    lowest = AUTHORITIES.indexOf(minimumAuthority ?? 'SECONDARY'),
    inOrder = <E extends { slug: string }>(a: E, b: E) => (a.slug < b.slug ? -1 : 1);
  if (!plan || !subject || territory === undefined || unknown.length > 0)
    return `the graph has nothing called ${unknown.join(', ')}`;
  const order = ([{ counts }, value]: [Condition, number]): number => (counts === null ? 1 - value : 2),
    hears: Question['hears'] = ({ source }) =>
      (heard?.includes(source) ?? true) && AUTHORITIES.indexOf(source.authority) <= lowest;
  return {
    graph,
    plan,
    subject,
    territory,
    on,
    onAssumed: proof.some(({ text }) => text === words.assumedToday(on)),
    given: new Map(given.sort((a, b) => order(a) - order(b) || inOrder(a[0], b[0]))),
    accordingTo: heard && heard.sort(inOrder),
    minimumAuthority,
    hears,
  };
}
/** A derivation in the whole: the plan's own, or that of a plan it takes grants from. */
interface Node {
  readonly plan: Plan;
  readonly at: (root: Standing) => Standing | undefined;
}
interface Draft {
  restsOn?: number[];
  rule?: Rule;
  link?: Link;
  fact?: FactTerms;
  truth?: TruthValue;
  ground?: string;
  cites?: readonly Passage[];
}
const truthIn = (all: readonly boolean[]): TruthValue =>
    all.every(Boolean) ? 'TRUE' : all.some(Boolean) ? 'UNKNOWN' : 'FALSE',
  once = <T>(items: Iterable<T>): T[] => [...new Set(items)];
const named = (entry: { readonly slug: string } | null | undefined): { slug: string } | null =>
    entry ? { slug: entry.slug } : null,
  shown = ({ source, at, says, fingerprint }: Passage) => ({ source: named(source), locator: at, says, fingerprint });
/** The receipt that the data gives for a question, every field as it must be; null where there are too many completions to go through. */
function certificateOf(question: Question) {
  const { graph, plan, subject, territory, on, hears } = question,
    whole = carryOut(question);
  if (whole === null) return null;
  const { standings, spoken, mandated, seen, lineup, pairs, findings } = whole,
    possibleOutcomes = OUTCOMES.filter((outcome) => standings.some((each) => each.outcome === outcome)),
    [best = 'NOT_STATED'] = possibleOutcomes,
    status = possibleOutcomes.length > 1 ? 'CONDITIONAL' : best;
  const truth = ({ at }: Node, so: (standing: Standing) => boolean): TruthValue =>
      truthIn(
        standings.map((root) => {
          const here = at(root);
          return here !== undefined && so(here);
        }),
      ),
    may = (node: Node, so: (standing: Standing) => boolean): boolean => truth(node, so) !== 'FALSE';
  const root: Node = { plan, at: (standing) => standing },
    givers = (node: Node): Node[] =>
      once(mandated(node.plan).map(({ giver }) => giver)).map((giver) => ({
        plan: giver,
        at: (standing) => node.at(standing)?.from.get(giver),
      }));
  const present = (node: Node): Speaker[] =>
      lineup(node.plan).filter((each) => each.from === null || may(node, ({ acting }) => acting.has(each))),
    fought = (node: Node) =>
      pairs(node.plan).filter(({ by, of }) => may(node, ({ left, acting }) => left.has(by) && acting.has(of)));
  // Which rules decide: those that may count; of a settled answer those that always do, where they are enough; and what lifts, or keeps from lifting.
  const counting = present(root).filter((each) => may(root, ({ counted }) => counted.has(each))),
    always = counting.filter((each) => truth(root, ({ counted }) => counted.has(each)) === 'TRUE'),
    has = (effect: string, hedged: boolean): boolean =>
      always.some((each) => each.rule.effect === effect && each.hedged === hedged);
  const enough: Record<string, boolean> = {
    COVERED: has('COVERED', false),
    NOT_COVERED: has('EXCLUDED', false),
    CONFLICTING: has('COVERED', false) && has('EXCLUDED', false),
    MAY_BE_COVERED: has('COVERED', true) || (has('COVERED', false) && has('EXCLUDED', true)),
    MAY_BE_EXCLUDED: has('EXCLUDED', true),
    CONDITIONAL: false,
  };
  const deciding = new Set([
    ...((enough[status] ?? true) ? always : counting),
    ...fought(root)
      .filter(({ by, of }) => by.rule.effect === 'LIFTED' || of.rule.effect === 'LIFTED')
      .map(({ by }) => by),
  ]);
  const proof: object[] = [],
    made = new Map<string, number>(),
    cited = new Set<Passage>();
  function step(
    key: string,
    kind: string,
    text: string,
    { restsOn = [], rule, link, fact, truth: found, ground, cites = [] }: Draft = {},
  ): number {
    const known = made.get(key),
      number = proof.length + 1;
    if (known !== undefined) return known;
    proof.push({
      number,
      kind,
      text,
      restsOn: once(restsOn).sort((a, b) => a - b),
      rule: named(rule),
      link: link ? { kind: link.kind, to: { kind: link.to.kind, slug: link.to.slug } } : null,
      fact: fact ? { ...fact, condition: named(fact.condition) } : null,
      truth: found ?? null,
      ground: ground ?? null,
      citations: once(cites).map(shown),
    });
    cites.forEach((passage) => cited.add(passage));
    made.set(key, number);
    return number;
  }
  const unheardStep = (link: Link): void => {
    if (!link.cites.some(hears))
      step(`unheard ${link.from.slug} ${link.kind} ${link.to.slug}`, 'ASSUMED', words.assumedLink(link), {
        link,
        cites: link.cites,
      });
  };
  const linkStep = (link: Link): number => {
    const number = step(`link ${link.from.slug} ${link.kind} ${link.to.slug}`, 'LINK', sentence(linkText(link)), {
      link,
      cites: link.cites,
    });
    unheardStep(link);
    return number;
  };
  const facts = [...question.given].map(([condition, value]): FactTerms => ({
      condition,
      holds: condition.counts === null ? value === 1 : null,
      count: condition.counts === null ? null : value,
      atLeast: null,
      atMost: null,
    })),
    met = facts.flatMap(({ condition, holds }) => (holds ? [condition] : []));
  const givenStep = (condition: Condition): number => step(`given ${condition.slug}`, 'GIVEN', ''),
    [place, day] = [
      territory && territory !== graph.abroad ? 'GIVEN' : 'ASSUMED',
      question.onAssumed ? 'ASSUMED' : 'GIVEN',
    ];
  for (const fact of facts)
    step(`given ${fact.condition.slug}`, 'GIVEN', words.givenFact(fact), { fact, truth: 'TRUE' });
  const frame = [
    step(
      'place',
      place,
      territory === null
        ? words.assumedHome(plan)
        : place === 'ASSUMED'
          ? words.ASSUMED_ABROAD
          : words.givenPlace(territory),
      { cites: territory === null ? (plan.home?.links.flatMap(({ cites }) => cites) ?? []) : [] },
    ),
    ...(plan.home || graph.defaultHome.size === 0 ? [] : [step('home', 'ASSUMED', words.assumedStates(plan))]),
    step('day', day, question.onAssumed ? words.assumedToday(on) : words.givenDay(on)),
  ];
  /** The first given fact that settles a condition, with the implications, and the exclusion, between them. */
  const settling = (condition: Condition): number[] => {
    if (question.given.has(condition)) return [givenStep(condition)];
    for (const start of met)
      for (const [reached, way] of implications(start))
        if (reached === condition) return [givenStep(start), ...way.map(linkStep)];
    for (const [reached, way] of implications(condition)) {
      if (question.given.get(reached) === 0) return [givenStep(reached), ...way.map(linkStep)];
      for (const each of met)
        for (const [other, otherWay] of implications(each))
          for (const bar of reached.excludes.filter(({ to }) => to === other))
            return [givenStep(each), ...[...otherWay, ...way, bar].map(linkStep)];
    }
    return [];
  };
  const withTargets = (rule: Rule): Rule[] => [rule, ...rule.exceptTo.flatMap(withTargets)],
    rulesOf = (node: Node): Rule[] => [
      ...present(node).flatMap(({ rule }) => withTargets(rule)),
      ...givers(node).flatMap(rulesOf),
    ],
    all = once(rulesOf(root));
  const conditionStep = (test: ConditionTest, { condition, atLeast, atMost } = test): number => {
    const fact: FactTerms = { condition, holds: condition.counts === null ? true : null, count: null, atLeast, atMost },
      found = truthIn(findings(test)),
      cites = all
        .filter(({ when }) => testsOf(when).some((each) => each.condition === condition))
        .flatMap((rule) => rule.cites),
      heard = cites.filter(hears);
    return step(
      `condition ${condition.slug} ${String(atLeast)} ${String(atMost)}`,
      'CONDITION',
      words.conditionFinding(fact, found),
      { restsOn: settling(condition), fact, truth: found, cites: heard.length > 0 ? heard : cites },
    );
  };
  /** The steps of a derivation, those it takes grants from first; the numbers of those that bear on its answer. */
  function derivation(node: Node, prefix: string, keep: (each: Speaker) => boolean): number[] {
    const numbers = new Map<Speaker, number>();
    for (const each of present(node).filter((one) => may(node, ({ acting }) => acting.has(one)))) {
      const { rule, plan: taker, from } = each,
        below = givers(node)
          .filter((giver) => giver.plan === from)
          .flatMap((giver) => derivation(giver, `${giver.plan.slug}: `, () => true)),
        cites = rule.cites.filter(hears),
        isUnstated = rule.partUnstated && rule.plan !== plan;
      const links = [
          ...(subjectsAbove(subject).get(rule.subject) ?? []),
          ...(plansAbove(node.plan, true).get(taker) ?? []),
          ...taker.takesRulesFrom.filter((taken) => taken.plan === from).map(({ link }) => link),
        ],
        restsOn = [
          ...frame,
          ...links.map(linkStep),
          ...seen(rule)
            .flatMap(({ when }) => testsOf(when))
            .map((test) => conditionStep(test)),
          ...(rule.reading === null
            ? []
            : [step(`reading ${rule.slug}`, 'ASSUMED', words.assumedReading(rule), { rule, cites })]),
          ...(isUnstated ? [step(`part ${rule.slug}`, 'ASSUMED', words.assumedPart(rule, plan), { rule, cites })] : []),
          ...below,
        ];
      numbers.set(
        each,
        step(`rule ${prefix}${rule.slug}`, 'RULE', sentence(ruleText(rule)), {
          restsOn,
          rule,
          truth: truth(node, ({ acting }) => acting.has(each)),
          cites,
        }),
      );
    }
    return [
      ...[...numbers].filter(([each]) => keep(each)).map(([, number]) => number),
      ...fought(node).map(({ by, of, ground, soft }) =>
        step(
          `defeat ${prefix}${by.rule.slug} ${of.rule.slug}`,
          'DEFEAT',
          words.defeatFinding(by.rule, of.rule, ground, soft),
          {
            restsOn: [numbers.get(by) ?? 0, numbers.get(of) ?? 0],
            rule: of.rule,
            ground,
            truth: truth(node, ({ left, acting }) => left.has(by) && acting.has(of)),
            cites: [...by.rule.cites, ...of.rule.cites].filter(hears),
          },
        ),
      ),
    ];
  }
  step('conclusion', 'CONCLUSION', words.conclusion(plan, subject, territory, status, possibleOutcomes), {
    restsOn: [...frame, ...derivation(root, '', (each) => deciding.has(each))],
  });
  const heldBack = (node: Node): { rule: Rule; reason: string }[] => [
    ...spoken(node.plan).silent,
    ...givers(node).flatMap(heldBack),
    ...(node === root ? [] : present(node).map(({ rule }) => ({ rule, reason: 'NOT_INHERITED' }))),
  ];
  const reasonOf = (each: Speaker): string =>
    !may(root, ({ acting }) => acting.has(each))
      ? 'CONDITION_FALSE'
      : may(root, ({ left, counted }) => (each.rule.effect === 'LIFTED' ? left : counted).has(each))
        ? 'CONDITION_UNKNOWN'
        : 'DEFEATED';
  const rejected = [
    ...present(root)
      .filter((each) => !deciding.has(each))
      .map((each) => ({ rule: each.rule, reason: reasonOf(each) })),
    ...heldBack(root).filter(
      ({ rule }, at, all) =>
        !present(root).some((each) => each.rule === rule) && all.findIndex((other) => other.rule === rule) === at,
    ),
  ];
  return {
    plan: named(plan),
    subject: { kind: subject.kind, slug: subject.slug },
    territory: territory && { code: territory.code },
    on,
    given: facts.map(({ condition, holds, count }) => ({ condition: named(condition), holds, count })),
    accordingTo: question.accordingTo && question.accordingTo.map(named),
    minimumAuthority: question.minimumAuthority,
    dataVersion: graph.version,
    status,
    best,
    possibleOutcomes,
    proof,
    rejectedRules: rejected.map(({ rule, reason }) => ({ rule: named(rule), reason })),
    citations: [...cited].map(shown),
  };
}
/** Checks a saved answer, the `coverage` of a response as plain JSON with the fields of the fragment `Receipt` in the examples, against the data it says it was derived from. */
export function check(graph: Graph, receipt: unknown): Verdict {
  const read = questionShape.safeParse(receipt),
    question = read.success
      ? questionOf(graph, read.data)
      : `it is no receipt: ${z.prettifyError(read.error).replaceAll('\n', ' ')}`;
  if (typeof question === 'string')
    return { accepted: false, findings: [{ step: null, problem: question }], unchecked: [] };
  if (read.data?.dataVersion !== graph.version)
    return {
      accepted: false,
      findings: [],
      unchecked: [
        `all of it: it was derived from the data version ${String(read.data?.dataVersion)}, and this is ${graph.version}`,
      ],
    };
  const must = certificateOf(question),
    findings: Verdict['findings'][number][] = [],
    unchecked = new Set<string>();
  if (must === null)
    return {
      accepted: false,
      findings,
      unchecked: ['all of it: what is not known leaves more than 65,536 cases to go through'],
    };
  const told = (item: unknown): string =>
      typeof item === 'object' && item !== null && 'text' in item ? String(item.text) : JSON.stringify(item),
    without = (items: readonly unknown[], others: readonly unknown[]): string =>
      items
        .map(told)
        .filter((each) => !others.map(told).includes(each))
        .join(' ') || 'nothing';
  const compare = (a: unknown, b: unknown, path: string, step: number | null): void => {
    if (typeof a !== 'object' || typeof b !== 'object' || !a || !b || Array.isArray(a) !== Array.isArray(b)) {
      if (a !== b)
        findings.push({
          step,
          problem: `${path.slice(1)} ${b === undefined ? 'is left out' : `is ${JSON.stringify(b)}`}; the data gives ${JSON.stringify(a)}`,
        });
    } else if (Array.isArray(a) && Array.isArray(b) && a.length !== b.length)
      findings.push({
        step,
        problem: `${path.slice(1)} has ${b.length} entries and the data gives ${a.length}; it lacks ${without(a, b)}, and has besides ${without(b, a)}`,
      });
    else
      for (const [key, value] of Object.entries({ ...b, ...a }))
        if (key in a)
          compare(
            value,
            (b as Record<string, unknown>)[key],
            Array.isArray(a) ? `${path}[${key}]` : `${path}.${key}`,
            path === '.proof' ? Number(key) + 1 : step,
          );
        else if (key !== '__typename') unchecked.add(`${path}.${key}`.replace(/\[\d+\]/g, '').slice(1));
  };
  compare(must, receipt, '', null);
  return { accepted: findings.length === 0, findings, unchecked: [...unchecked] };
}
