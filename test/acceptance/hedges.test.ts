/**
 * Invariant I9 of docs/semantics.md: no sentence is firmer than the rules that support it. If the "may" of one rule is removed from
 * the data, only sentences that this rule supports change, and every sentence changes whose "may" comes from this rule alone.
 */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { determine } from '../../src/engine/determine.ts';
import type { Determination } from '../../src/engine/determination.ts';
import { conclude } from '../../src/engine/outcomes.ts';
import { narrowerCovered, partsStating } from '../../src/engine/related-answers.ts';
import { buildGraph } from '../../src/graph/build.ts';
import type { Graph, Rule } from '../../src/graph/entries.ts';
import type { DataDocuments } from '../../src/model/shapes.ts';
import { DocumentReader } from '../../src/store/documents.ts';
import { diskIn } from '../../src/store/files.ts';

const data = fileURLToPath(new URL('../../data', import.meta.url));
const reader = new DocumentReader(diskIn([data]));
await reader.readFolder(data);
const { documents } = reader;

function graphOf(data: DataDocuments): Graph {
  const { graph, problems } = buildGraph(data);
  if (!graph) throw new Error(problems.map(({ message }) => message).join('\n'));
  return graph;
}
const original = graphOf(documents);

/** The answers for every plan and subject, at home, in Canada and abroad, from all sources, by names of the three. */
function answers(graph: Graph): Map<string, Determination> {
  const found = new Map<string, Determination>();
  for (const plan of graph.plans.values()) {
    for (const subject of graph.subjects.values()) {
      for (const territory of [null, graph.territories.get('CA') ?? null, graph.abroad]) {
        found.set(
          [plan.slug, subject.slug, territory?.code].join(' '),
          determine({
            graph,
            plan,
            subject,
            territory,
            met: [],
            unmet: [],
            counts: new Map(),
            on: '2026-11-23',
            onAssumed: true,
            accordingTo: null,
            minimumAuthority: null,
          }),
        );
      }
    }
  }
  return found;
}
const before = answers(original);
/** The answers on parts and on narrower services that the summary of an answer names. */
function related({ plan, subject, territory }: Determination, graph: Graph): Determination[] {
  const question = {
    graph,
    territory,
    met: [],
    unmet: [],
    counts: new Map<never, never>(),
    on: '2026-11-23',
    onAssumed: true,
    accordingTo: null,
    minimumAuthority: null,
  };
  const conclusion = conclude({ ...question, plan, subject });
  return [...partsStating(conclusion), ...narrowerCovered(conclusion)].map((each) =>
    determine({ ...question, plan: each.question.plan, subject: each.question.subject }),
  );
}
const hedged = [...original.rules.values()].filter(({ modality }) => modality === 'MAY');

/** The rules that support a sentence: those that decide the answer, or an outcome that the sentence names. */
const behind = ({ proof, rejectedRules }: Determination): Rule[] =>
  proof.flatMap(({ kind, rule, number }) =>
    kind === 'RULE' &&
    rule &&
    proof.at(-1)?.restsOn.includes(number) &&
    !rejectedRules.some((rejected) => rejected.rule.slug === rule.slug)
      ? [rule]
      : [],
  );

/** Whether the sentence says "may" because of that rule alone. */
const hangsOn = ({ slug, quantifier, extent }: Rule, answer: Determination): boolean => {
  const rules = behind(answer);
  const alone =
    rules.some((rule) => rule.slug === slug) && !rules.some((rule) => rule.modality === 'MAY' && rule.slug !== slug);
  return (
    alone &&
    (answer.best === 'MAY_BE_COVERED' ||
      answer.best === 'MAY_BE_EXCLUDED' ||
      (quantifier === 'ALL' && extent === 'ALL'))
  );
};

describe('removing a "may" changes the sentences that the rule supports, and no other', () => {
  it.each(hedged.map((rule) => [rule.slug, rule] as const))('%s', (slug, hedgedRule) => {
    const [plan = '', key = ''] = slug.split('/');
    const copy = structuredClone(documents);
    const rule = copy.plans[plan]?.rules?.[key];
    if (!rule) throw new Error(`no rule ${slug}`);
    rule.modality = 'STATED';
    const copyOfGraph = graphOf(copy);
    const after = answers(copyOfGraph);
    for (const [question, answer] of before) {
      const other = after.get(question);
      const changed = other?.summary !== answer.summary;
      if (changed)
        expect([
          question,
          [answer, ...related(answer, original), ...(other ? related(other, copyOfGraph) : [])]
            .flatMap(behind)
            .map((each) => each.slug),
        ]).toEqual([question, expect.arrayContaining([slug])]);
      else expect([question, hangsOn(hedgedRule, answer)]).toEqual([question, false]);
    }
  });
});

describe('no sentence says yes or no where the status does not', () => {
  it.each([...before])('%s', (_, { status, summary }) => {
    const firmYes = /(?<!may |some .{0,80}|most .{0,80})\bcovers\b/i.test(
      summary.split(/[;.]| if | whether /)[0] ?? '',
    );
    const firmNo = /does not cover|is not covered/i.test(summary.split(/[;.]/)[0] ?? '');
    if (firmYes) expect(['COVERED', 'CONDITIONAL', 'MAY_BE_COVERED']).toContain(status);
    if (firmNo && !summary.startsWith('In some cases')) expect(status).toBe('NOT_COVERED');
    if (status === 'MAY_BE_COVERED') expect(summary).toMatch(/may|some|most/i);
    if (status === 'NOT_STATED')
      expect(summary).toMatch(
        /^(?:From \S+: .* On \S+: )?(?:Our sources do not say whether|It depends on (?:your|which of the) )/,
      );
  });
});

const asked = [
  ...[...original.rules.values()].filter(({ effect }) => effect === 'ASKS'),
  ...[...original.plans.values()].flatMap(({ takesRulesFrom }) => takesRulesFrom),
].flatMap(({ requires }) => requires);

describe('each clause of a sentence is supported by steps of the proof', () => {
  it.each([...before])('%s', (_, answer) => {
    const { summary, proof, requirements } = answer;
    const steps = (kind: string) => proof.filter((step) => step.kind === kind);
    const resting = new Set(proof.at(-1)?.restsOn);
    for (const { role, anyOf, text, cites } of requirements.filter((each) => summary.includes(each.text))) {
      for (const { condition } of anyOf) {
        if (role === 'FOR_COVERAGE')
          expect(steps('CONDITION').map(({ fact }) => fact?.condition.slug)).toContain(condition.slug);
        // What a source states by itself is supported by a rule of that source, whether or not the rule decides.
        else if (role === 'ALSO_STATED')
          expect(
            cites.some(({ source }) => source.rules.some((rule) => condition.rules.includes(rule))),
            text,
          ).toBe(true);
        // A rule that asks, and a link that asks, decide nothing, so they are no step of the proof: a passage of theirs is cited.
        else
          expect(
            steps('RULE').some(
              ({ rule, number }) => resting.has(number) && rule?.requires.some((each) => each.condition === condition),
            ) || asked.some((each) => each.condition === condition && each.cites.some((cite) => cites.includes(cite))),
            text,
          ).toBe(true);
      }
    }
    // Every name in the sentence is in the conclusion, or in a rule or link that supports it.
    expect(steps('CONCLUSION').length).toBe(1);
    for (const { slug, phrase } of original.subjects.values()) {
      const named = new RegExp(`(?<![\\w-])${phrase}(?![\\w-])`).test(summary);
      if (named && !steps('CONCLUSION')[0]?.text.includes(phrase))
        expect([
          slug,
          [answer, ...related(answer, original)]
            .flatMap((each) => each.proof)
            .some(({ text }) => text.toLowerCase().includes(phrase.toLowerCase())),
        ]).toEqual([slug, true]);
    }
  });
});
