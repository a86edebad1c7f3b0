/** Reads the question from a receipt: its fields, and then the entries of the graph that they name. */
import { z } from 'zod';
import type { Condition, Graph } from '../graph/entries.ts';
import { AUTHORITIES } from '../model/words.ts';
import { isHeard } from './day-and-sources.ts';
import type { Question } from './question.ts';
import { assumedToday } from './wording.ts';

const named = z.object({ slug: z.string() });
const questionShape = z.object({
  plan: named,
  subject: named,
  territory: z.object({ code: z.string() }).nullable(),
  on: z.iso.date(),
  given: z.array(
    z.object({ condition: named, holds: z.boolean().nullable(), count: z.int().nonnegative().nullable() }),
  ),
  accordingTo: z.array(named).nullable(),
  minimumAuthority: z.enum(AUTHORITIES).nullable(),
  dataVersion: z.string(),
  proof: z.array(z.object({ text: z.string() })),
});
type QuestionFields = z.output<typeof questionShape>;

/** A receipt whose form is right; or what is wrong with its form. */
export type ReadFields = { readonly fields: QuestionFields } | { readonly problem: string };

export function readFields(receipt: unknown): ReadFields {
  const read = questionShape.safeParse(receipt);
  if (read.success) return { fields: read.data };
  return { problem: `it is no receipt: ${z.prettifyError(read.error).replaceAll('\n', ' ')}` };
}

/** The question in entries of the graph; or which names in it the graph does not have. */
export function questionOf(graph: Graph, fields: QuestionFields): Question | { readonly problem: string } {
  const lookup = new Lookup();
  const plan = lookup.find(fields.plan.slug, graph.plans);
  const subject = lookup.find(fields.subject.slug, graph.subjects);
  const territory = fields.territory && lookup.find(fields.territory.code, graph.territories);
  const given = fields.given.flatMap(({ condition: { slug }, holds, count }): GivenFact[] => {
    const condition = lookup.find(slug, graph.conditions);
    return condition ? [[condition, count ?? Number(holds)]] : [];
  });
  const sources = fields.accordingTo?.flatMap(({ slug }) => lookup.find(slug, graph.sources) ?? []);
  const accordingTo = sources?.sort(bySlug) ?? null;
  const { minimumAuthority, on } = fields;
  if (!plan || !subject || lookup.unknown.length > 0)
    return { problem: `the graph has nothing called ${lookup.unknown.join(', ')}` };
  return {
    graph,
    plan,
    subject,
    territory,
    on,
    onAssumed: fields.proof.some(({ text }) => text === assumedToday(on)),
    given: new Map(given.sort(inOrderOfAnswer)),
    accordingTo,
    minimumAuthority,
    hears: (passage) => isHeard(passage, accordingTo, minimumAuthority),
  };
}

/** Finds entries by name and collects the names that it does not find. */
class Lookup {
  readonly unknown: string[] = [];

  find<E>(slug: string, entries: ReadonlyMap<string, E>): E | null {
    const entry = entries.get(slug);
    if (entry !== undefined) return entry;
    this.unknown.push(slug);
    return null;
  }
}

type GivenFact = [condition: Condition, value: number];

function bySlug(a: { readonly slug: string }, b: { readonly slug: string }): number {
  return a.slug < b.slug ? -1 : 1;
}

function inOrderOfAnswer(a: GivenFact, b: GivenFact): number {
  return positionOf(a) - positionOf(b) || bySlug(a[0], b[0]);
}

/** An answer repeats what was given in this order: what is met, what is not, what is counted. */
function positionOf([condition, value]: GivenFact): number {
  if (condition.counts !== null) return 2;
  return value === 1 ? 0 : 1;
}
