/**
 * The way from a question to its answer (semantics, sections 2 to 5), each part in a file of its own:
 * `reach.ts` finds the rules that speak (section 3), `defeat.ts` those that stand (section 4), `derive.ts` brings both
 * together into outcomes, `conclude.ts` takes every completion of what is not known (section 5).
 * What is not asked for is not worked out: each part of the answer is derived when it is first read.
 */
import { createHash } from 'node:crypto';
import type { Entry } from '../graph/entries.ts';
import { alternatives } from './alternatives.ts';
import { conclude, coverageRequirements, missingConditions, nextQuestion, pathways, type Conclusion } from './conclude.ts';
import { grantsBehind, rejectedRules } from './deciding.ts';
import type { Determination, Disagreement } from './determination.ts';
import { differingClaims, homeStatedBy } from './differing-claims.ts';
import { disagreements } from './disagreements.ts';
import { stands } from './positions.ts';
import { assumptions, citationsOf, prove } from './proof.ts';
import type { Question } from './question.ts';
import { hearing } from './reach.ts';
import { factsTogether, givenFacts, requirements } from './requirements.ts';
import { hedges, notStatedReason, summary } from './summary.ts';
import { upcomingChanges } from './upcoming.ts';

/** Whether a plan covers a subject, what it requires, and who says so. Throws ContradictingFacts. */
export function determine(asked: Question, isAlternative = false): Determination {
  const question = inOneSpelling(asked);
  const conclusion = conclude(question);
  const { status, best, possibleOutcomes } = conclusion;
  const { plan, subject, territory, on, accordingTo, minimumAuthority, graph } = question;
  const terms = once(() => coverageRequirements(conclusion));
  const required = once(() => requirements(conclusion, terms()));
  const ways = once(() => pathways(conclusion));
  const says = once(() => summary(conclusion, required(), terms()));
  const proof = once(() => prove(conclusion));
  const positions = once(() => stands(conclusion));
  const rejected = once(() => rejectedRules(conclusion));
  const parted = once(() => [...disagreements(question, positions()), ...claimsTouched(conclusion)]);
  const missing = once(() => missingConditions(conclusion));
  const upcoming = once(() => upcomingChanges(conclusion));
  const next = once(() => nextQuestion(conclusion));
  const grants = once(() => best === 'COVERED' || best === 'MAY_BE_COVERED' ? grantsBehind(conclusion, best) : []);
  return {
    status, best, possibleOutcomes, plan, subject, territory, on, accordingTo, minimumAuthority,
    dataVersion: graph.version,
    get id() { return idOf(question); },
    get hedges() { return hedges(conclusion); },
    get notStated() { return notStatedReason(conclusion); },
    get summary() { return says(); },
    get given() { return givenFacts(question); },
    get assumptions() { return assumptions(proof()); },
    get requirements() { return required(); },
    get limits() { return grants().flatMap(({ rule }) => rule.limits); },
    // What must be covered elsewhere is covered here at this plan's own cost, of which the grant taken over says nothing.
    get costs() { return grants().filter(({ takenFrom }) => takenFrom === null).flatMap(({ rule }) => rule.costs); },
    get pathways() { return ways().sets.map((set) => ({ facts: factsTogether(set, conclusion.vocabulary), outcome: best })); },
    get pathwaysComplete() { return ways().complete && terms().complete; },
    get missing() { return missing(); },
    get nextQuestion() { return next(); },
    get proof() { return proof(); },
    get rejectedRules() { return rejected(); },
    get positions() { return positions(); },
    get disagreements() { return parted(); },
    get cites() { return citationsOf(proof()); },
    get upcomingChanges() { return upcoming(); },
    alternatives: isAlternative ? null : (most) => alternatives(question, conclusion, most, (other) => determine(other, true)),
  };
}

/** What the sources disagree on about the entries that the answer was climbed through, heard on both sides. */
function claimsTouched({ question, whole }: Conclusion): Disagreement[] {
  const hears = hearing(question);
  const entries = new Set<Entry>([question.plan, homeStatedBy(question.plan) ?? question.plan, ...whole.reach.subjects.keys()]);
  return [...entries].flatMap(differingClaims).filter(({ positions }) => positions.every(({ cites }) => cites.some(hears)));
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

const bySlug = (a: Entry, b: Entry): number => (a.slug < b.slug ? -1 : a.slug > b.slug ? 1 : 0);
const inOrder = <E extends Entry>(entries: readonly E[]): readonly E[] => entries.length < 2 ? entries : [...new Set(entries)].sort(bySlug);

/** The question with each of its lists sorted and said once, so that the same question has the same answer to the byte. */
function inOneSpelling(question: Question): Question {
  return {
    ...question,
    met: inOrder(question.met),
    unmet: inOrder(question.unmet),
    counts: new Map([...question.counts].sort(([a], [b]) => bySlug(a, b))),
    accordingTo: question.accordingTo && inOrder(question.accordingTo),
  };
}

/** A digest of the question and the data version. */
function idOf({ graph, plan, subject, met, unmet, counts, territory, on, onAssumed, accordingTo, minimumAuthority }: Question): string {
  const slugs = (entries: readonly Entry[] | null): string[] | null => entries && entries.map(({ slug }) => slug);
  const spelled = JSON.stringify([graph.version, plan.slug, subject.slug, slugs(met), slugs(unmet), [...counts].map(([{ slug }, count]) => [slug, count]),
    territory?.code ?? null, on, onAssumed, slugs(accordingTo), minimumAuthority]);
  return createHash('sha256').update(spelled).digest('base64url').slice(0, 32);
}
