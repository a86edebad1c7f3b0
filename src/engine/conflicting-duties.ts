/**
 * Finds the sources that disagree on what is asked of covered care (docs/semantics.md#section-2-asks): one states that a
 * condition is not asked for, another asks for it on the same route, and neither loses to the other.
 */
import type { Condition, Passage, Rule, Source, Territory } from '../graph/entries.ts';
import { dutyText, sentence, subjectText } from '../graph/sentences.ts';
import type { DisagreementKind, RequirementStrength } from '../model/words.ts';
import { conclude } from './outcomes.ts';
import type { Question } from './question.ts';
import type { Claim } from './route-terms.ts';
import { claimsOnAll, notRequired } from './routes-told.ts';

/** One side: what a rule or link says of the condition. */
export interface DutySide {
  readonly rule: Rule;
  /** The plan for which it says so: that of the rule, or the one that takes grants over by the link. */
  readonly plan: Rule['plan'];
  readonly sources: readonly Source[];
  readonly says: string;
  readonly cites: readonly Passage[];
}
/** Two statements on one condition that disagree. */
export interface ConflictingDuties {
  readonly kind: DisagreementKind;
  readonly condition: Condition;
  readonly sides: readonly [DutySide, DutySide];
  readonly territory: Territory | null;
}

/** Every pair of statements that disagree on a question with nothing given. */
export function conflictingDuties(question: Question): ConflictingDuties[] {
  const conclusion = conclude(question);
  if (notRequired(conclusion).length === 0) return [];
  const found = new Map<string, ConflictingDuties>();
  for (const { claims } of claimsOnAll(conclusion)) {
    for (const denial of claims.filter(({ requirement }) => requirement.strength === 'NOT_REQUIRED')) {
      for (const other of claims.filter((each) => asksFor(each, denial))) {
        const key = JSON.stringify([denial, other].map(nameOf));
        if (!found.has(key)) found.set(key, conflictOf(question, denial, other));
      }
    }
  }
  return [...found.values()];
}

const asksFor = ({ requirement: { condition, strength } }: Claim, { requirement }: Claim): boolean =>
  condition === requirement.condition && strength !== 'NOT_REQUIRED';
const nameOf = ({ by, link, requirement: { condition, strength } }: Claim): string[] => [
  by.rule.slug,
  link === null ? '' : `${by.plan.slug} from ${link.plan.slug}`,
  condition.slug,
  strength,
];

function conflictOf(question: Question, denial: Claim, other: Claim): ConflictingDuties {
  return {
    kind: denial.by.rule.subject === other.by.rule.subject ? 'CONTRADICTION' : 'SCOPE',
    condition: denial.requirement.condition,
    sides: [sideOf(denial, question), sideOf(other, question)],
    territory: question.territory,
  };
}

const VERDICT: Record<RequirementStrength, string> = {
  REQUIRED: 'is required',
  PLAN_RULES_APPLY: "is subject to the plan's own rules",
  MAY_BE_REQUIRED: 'may be required',
  NOT_REQUIRED: 'is not required',
};

function sideOf(
  { by, requirement: { condition, strength, dependsOn, cites } }: Claim,
  { subject }: Question,
): DutySide {
  const depends = dependsOn.length === 0 ? '' : `, depending on ${dependsOn.join(' and ')}`;
  return {
    rule: by.rule,
    plan: by.plan,
    sources: [...new Set(cites.map(({ source }) => source))],
    says: sentence(
      `${by.plan.name}: ${dutyText(condition)} ${VERDICT[strength]} for ${subjectText(subject)}${depends}`,
    ),
    cites,
  };
}
