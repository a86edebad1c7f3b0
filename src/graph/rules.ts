/** Joins rules with everything that they name, and adds the inverse references from targets, conditions and sources. */
import { parseCostShare, parseLimit } from '../model/amounts.ts';
import type { ExpressionDocument, RuleDocument } from '../model/shapes.ts';
import type { GroupOperator, RuleEffect } from '../model/words.ts';
import type {
  Condition,
  ConditionExpression,
  Passage,
  Rule,
  RuleRequirement,
  Source,
  Subject,
  Where,
} from './entries.ts';
import type { ReferenceResolver } from './reference-resolver.ts';
import { placeOf, within } from './data-paths.ts';
import type { Mutable } from './links.ts';
import type { ProblemPlace } from './problems.ts';

const SUBJECT = 'service, technique or billing code';
const EFFECT_FIELDS = {
  covered: 'COVERED',
  excluded: 'EXCLUDED',
  lifted: 'LIFTED',
  asks: 'ASKS',
} as const satisfies Record<string, RuleEffect>;
/** The empty list that all rules share. With a list of their own, empty lists would take a quarter of a large graph. */
const NONE: readonly never[] = Object.freeze([]);
const UNSTATED: Where = Object.freeze({ scope: 'UNSTATED', territories: NONE });
const GROUPS: Record<string, GroupOperator> = { all: 'ALL', any: 'ANY', none: 'NONE' };

export function joinRules(joining: ReferenceResolver): void {
  for (const [slug, plan] of joining.plans) {
    const rules: Rule[] = [];
    for (const [key, document] of Object.entries(joining.documents.plans[slug]?.rules ?? {})) {
      const place = within(placeOf('plans', slug), 'rules', key);
      const field =
        (Object.keys(EFFECT_FIELDS) as (keyof typeof EFFECT_FIELDS)[]).find((each) => document[each] !== undefined) ??
        'covered';
      const subject = joining.find(document[field] ?? '', joining.subjects, SUBJECT, within(place, field));
      // A rule without a known subject is still joined, so that its other names and exceptions to it are checked too.
      const whole = ruleOf(joining, document, place, {
        slug: `${slug}/${key}`,
        key,
        plan,
        subject: subject as Subject,
        effect: EFFECT_FIELDS[field],
      });
      rules.push(whole);
      if (subject) (subject.rules as Rule[]).push(whole);
      joining.rules.set(whole.slug, whole);
    }
    plan.rules = rules;
  }
  for (const rule of joining.rules.values()) joinToOthers(joining, rule);
  for (const rule of joining.rules.values())
    for (const target of rule.exceptTo) (target.exceptions as Rule[]).push(rule);
}

/** Resolves the rules that a rule names. Must run after all rules are joined. */
function joinToOthers(joining: ReferenceResolver, rule: Mutable<Rule>): void {
  const { exceptTo, restates } = joining.documents.plans[rule.plan.slug]?.rules?.[rule.key] ?? {};
  const named = (name: string, ...at: (string | number)[]) =>
    joining.find(
      name.includes('/') ? name : `${rule.plan.slug}/${name}`,
      joining.rules,
      'rule',
      within(placeOf('plans', rule.plan.slug), 'rules', rule.key, ...at),
    );
  if (exceptTo !== undefined) rule.exceptTo = exceptTo.flatMap((name, index) => named(name, 'exceptTo', index) ?? []);
  if (typeof restates === 'string') rule.restates = [named(restates, 'restates')].filter((each) => each !== null);
  else if (restates !== undefined)
    rule.restates = restates.flatMap((name, index) => named(name, 'restates', index) ?? []);
}

/** Makes a rule. The fields are written out because objects made by spreading take far more memory in V8. */
function ruleOf(
  joining: ReferenceResolver,
  document: RuleDocument,
  place: ProblemPlace,
  { slug, key, plan, subject, effect }: Pick<Rule, 'slug' | 'key' | 'plan' | 'subject' | 'effect'>,
): Mutable<Rule> {
  const cites = joining.cited(document.cites, within(place, 'cites'));
  const ownOr = (own: string[] | undefined, at: ProblemPlace): readonly Passage[] =>
    own ? joining.cited(own, within(at, 'cites')) : cites;
  return {
    slug,
    key,
    plan,
    subject,
    effect,
    quantifier: document.quantifier ?? 'ALL',
    extent: document.extent ?? 'ALL',
    modality: document.modality ?? 'STATED',
    partUnstated: document.part === 'unstated',
    when: document.when === undefined ? null : expressionOf(joining, document.when, within(place, 'when')),
    where: whereOf(joining, document.where, within(place, 'where')),
    from: document.from ?? null,
    until: document.until ?? null,
    exceptTo: NONE,
    exceptions: [],
    restates: NONE,
    requires: requirementsOf(joining, document.requires, within(place, 'requires'), cites),
    limits:
      document.limits === undefined
        ? NONE
        : document.limits.flatMap((stated, index) => {
            const at = within(place, 'limits', index);
            const terms = parseLimit(stated.limit);
            const combinedWith = joining.findAll(
              stated.combinedWith,
              joining.subjects,
              SUBJECT,
              within(at, 'combinedWith'),
            );
            const cited = ownOr(stated.cites, at);
            return terms ? [{ ...terms, combinedWith, cites: cited }] : [];
          }),
    costs:
      document.costs === undefined
        ? NONE
        : document.costs.flatMap((stated, index) => {
            const terms = parseCostShare(stated.share);
            const cited = ownOr(stated.cites, within(place, 'costs', index));
            return terms ? [{ ...terms, cites: cited }] : [];
          }),
    rationale: document.rationale ?? null,
    reading: document.reading ?? null,
    cites,
  };
}

/** What a rule or a link requires. A requirement that cites nothing itself gets the passages in `cites`. */
export function requirementsOf(
  joining: ReferenceResolver,
  documents: RuleDocument['requires'],
  place: ProblemPlace,
  cites: readonly Passage[],
): readonly RuleRequirement[] {
  if (documents === undefined) return NONE;
  return Object.entries(documents).flatMap(([slug, { strength, dependsOn, cites: own }]): RuleRequirement[] => {
    const at = within(place, slug);
    const condition = joining.find(slug, joining.conditions, 'condition', at);
    const cited = own ? joining.cited(own, within(at, 'cites')) : cites;
    return condition ? [{ condition, strength, dependsOn: dependsOn ?? [], cites: cited }] : [];
  });
}

function expressionOf(
  joining: ReferenceResolver,
  document: ExpressionDocument,
  place: ProblemPlace,
): ConditionExpression | null {
  if (typeof document === 'string' || 'condition' in document) {
    const {
      condition: slug,
      atLeast = null,
      atMost = null,
    } = typeof document === 'string' ? { condition: document } : document;
    const condition = joining.find(
      slug,
      joining.conditions,
      'condition',
      typeof document === 'string' ? place : within(place, 'condition'),
    );
    return condition && { type: 'TEST', condition, atLeast, atMost };
  }
  const [[field, members] = ['all', []]] = Object.entries(document);
  const of = members.flatMap((member, index) => expressionOf(joining, member, within(place, field, index)) ?? []);
  return { type: 'GROUP', operator: GROUPS[field] ?? 'ALL', of };
}

function whereOf(joining: ReferenceResolver, document: RuleDocument['where'], place: ProblemPlace): Where {
  if (document === undefined) return UNSTATED;
  if (typeof document === 'string') return { scope: document.toUpperCase() as Where['scope'], territories: NONE };
  const [scope, codes] =
    'inside' in document ? (['INSIDE', document.inside] as const) : (['OUTSIDE', document.outside] as const);
  return {
    scope,
    territories: joining.findAll(codes, joining.territories, 'place', within(place, scope.toLowerCase())),
  };
}

/** Every test in an expression, in order, including repeated ones. */
export function testsOf(expression: ConditionExpression | null): Extract<ConditionExpression, { type: 'TEST' }>[] {
  if (!expression) return [];
  return expression.type === 'TEST' ? [expression] : expression.of.flatMap(testsOf);
}

/** Every passage that a rule cites, also in its requirements, limits and costs. */
export function passagesOf(rule: Rule): Set<Passage> {
  return new Set([rule, ...rule.requires, ...rule.limits, ...rule.costs].flatMap(({ cites }) => cites));
}

/** Adds each rule to the conditions that it tests or requires and to the sources that it cites. */
export function finishRules(joining: ReferenceResolver): void {
  for (const rule of joining.rules.values()) {
    const conditions = new Set<Condition>([
      ...testsOf(rule.when).map(({ condition }) => condition),
      ...rule.requires.map(({ condition }) => condition),
    ]);
    for (const condition of conditions) (condition.rules as Rule[]).push(rule);
    const sources = new Set<Source>([...passagesOf(rule)].map(({ source }) => source));
    for (const source of sources) (source.rules as Rule[]).push(rule);
  }
}
