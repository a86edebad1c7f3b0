/** The receipt that the data gives for a question, every field as the public schema writes it. */
import type { Passage } from '../graph/entries.ts';
import { decidingRules, rejectedRules } from './deciding-rules.ts';
import { deriveQuestion, type WholeDerivation } from './derivation.ts';
import { expectedParts } from './expected-parts.ts';
import { expectedProof, givenFacts, type Step } from './expected-proof.ts';
import { conclude } from './outcomes.ts';
import type { Question } from './question.ts';
import type { Fact } from './wording.ts';

type Named = { readonly slug: string };

function nameOf(entry: Named): Named {
  return { slug: entry.slug };
}

function passageFields({ source, at, says, fingerprint }: Passage) {
  return { source: nameOf(source), locator: at, says, fingerprint };
}

function factFields({ condition, ...terms }: Fact) {
  return { ...terms, condition: nameOf(condition) };
}

function givenFields({ condition, holds, count }: Fact) {
  return { condition: nameOf(condition), holds, count };
}

function stepFields({ number, kind, text, restsOn, rule, link, fact, truth, ground, cites }: Step) {
  return {
    number,
    kind,
    text,
    restsOn,
    rule: rule && nameOf(rule),
    link: link && { kind: link.kind, to: { kind: link.to.kind, slug: link.to.slug } },
    fact: fact && factFields(fact),
    truth,
    ground,
    citations: cites.map(passageFields),
  };
}

function questionFields({ graph, plan, subject, territory, on, accordingTo, minimumAuthority }: Question) {
  return {
    plan: nameOf(plan),
    subject: { kind: subject.kind, slug: subject.slug },
    territory: territory && { code: territory.code },
    on,
    accordingTo: accordingTo?.map(nameOf) ?? null,
    minimumAuthority,
    dataVersion: graph.version,
  };
}

function receiptFields(question: Question, derivation: WholeDerivation) {
  const { root } = derivation;
  const conclusion = conclude(root.standings.map(({ outcome }) => outcome));
  const deciding = decidingRules(root, conclusion.status);
  const proof = expectedProof(question, derivation, conclusion, deciding);
  const cited = new Set(proof.flatMap(({ cites }) => cites));
  const receipt = {
    ...questionFields(question),
    given: givenFacts(question).map(givenFields),
    ...conclusion,
    proof: proof.map(stepFields),
    rejectedRules: rejectedRules(root, deciding).map(({ rule, reason }) => ({ rule: nameOf(rule), reason })),
    citations: [...cited].map(passageFields),
  };
  return { receipt, whole: expectedParts(question, derivation, conclusion) };
}

export type ExpectedReceipt = ReturnType<typeof receiptFields>;

/**
 * `receipt`: what every receipt holds; `whole`: what one of today holds besides.
 * `problem`: why the question has no answer. `unchecked`: why its answer cannot be worked out here.
 */
export type Expected = ExpectedReceipt | { readonly problem: string } | { readonly unchecked: string };

/** What the receipt of a question must say, field by field. */
export function expectedReceipt(question: Question): Expected {
  const derivation = deriveQuestion(question);
  if ('contradiction' in derivation) return { problem: derivation.contradiction };
  if ('tooLarge' in derivation) return { unchecked: `all of it: ${derivation.tooLarge}` };
  return receiptFields(question, derivation);
}
