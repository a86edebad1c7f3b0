/** Every way that one answer is falsified: each field of it, and each change that leaves its form whole. */
import { words } from './words.ts';
import type { Cited, Receipt, Step } from './receipts.ts';

export interface Tampered { what: string; receipt: Receipt }
type Path = readonly (string | number)[];
type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const copy = <T>(value: T): T => structuredClone(value);

/** What else could stand in a field: every other word of its closed list, or something of its type. */
function others(value: Json, path: Path): Json[] {
  const field = String(path.findLast((part) => typeof part === 'string'));
  if (field in words) return [...words[field as keyof typeof words], null].filter((word) => word !== value);
  if (typeof value === 'string') return [`${value}.`, ''];
  if (typeof value === 'number') return [value + 1, value - 1, String(value)];
  if (typeof value === 'boolean') return [!value, null];
  return [0, true, 'something', { slug: 'something' }, []];
}

/** Every single change of a value at or below a place. */
function* changes(value: Json, path: Path = []): Generator<{ path: Path; to: Json | undefined }> {
  if (Array.isArray(value)) {
    for (const [at] of value.entries()) {
      yield { path, to: value.toSpliced(at, 1) };
      yield { path, to: value.toSpliced(at, 0, copy(value[at] ?? null)) };
      if (at > 0) yield { path, to: value.with(at, value[at - 1] ?? null).with(at - 1, value[at] ?? null) };
    }
    if (value.length === 0) for (const added of [1, 'something', null]) yield { path, to: [added] };
  }
  if (typeof value === 'object' && value !== null) {
    if (!Array.isArray(value)) yield { path, to: null };
    for (const [key, each] of Object.entries(value)) yield* changes(each, [...path, Array.isArray(value) ? Number(key) : key]);
  } else for (const to of others(value, path)) yield { path, to };
  yield { path, to: undefined };
}

function changed(receipt: Receipt, path: Path, to: Json | undefined): Receipt {
  const whole = copy(receipt);
  let at = whole as unknown as Record<string | number, unknown>;
  for (const part of path.slice(0, -1)) at = at[part] as typeof at;
  const last = path.at(-1) ?? '';
  if (to === undefined) Reflect.deleteProperty(at, last);
  else at[last] = to;
  return whole;
}

/** The proof in another order, or with steps more or less, numbered anew throughout; `-1` stands for a step put in. */
function renumbered(receipt: Receipt, order: readonly number[], added?: Step): Receipt {
  const place = new Map(order.map((from, at) => [from + 1, at + 1]));
  const proof = order.map((from, at): Step => {
    const step = copy(from === -1 ? added : receipt.proof[from]);
    if (!step) throw new Error('there is no such step');
    return { ...step, number: at + 1, restsOn: from === -1 ? [] : step.restsOn.flatMap((number) => place.get(number) ?? []).sort((a, b) => a - b) };
  });
  return { ...copy(receipt), proof };
}

/** `foreign`: steps and passages of other sound answers. */
export function* tamperings(receipt: Receipt, foreign: readonly Step[], passages: readonly Cited[]): Generator<Tampered> {
  for (const field of ['status', 'best', 'possibleOutcomes', 'rejectedRules', 'citations', 'proof'] as const) {
    for (const { path, to } of changes(receipt[field] as unknown as Json, [field])) yield { what: `${path.join('.')} becomes ${(to === undefined ? 'nothing' : JSON.stringify(to)).slice(0, 60)}`, receipt: changed(receipt, path, to) };
  }
  const all = [...receipt.proof.keys()];
  for (const at of all) {
    yield { what: `step ${at + 1} dropped`, receipt: renumbered(receipt, all.toSpliced(at, 1)) };
    if (at > 0) yield { what: `steps ${at} and ${at + 1} swapped`, receipt: renumbered(receipt, all.with(at, at - 1).with(at - 1, at)) };
    for (const step of foreign.filter(({ text }) => receipt.proof.every((own) => own.text !== text)).slice(0, 12)) yield { what: `"${step.text}" put before step ${at + 1}`, receipt: renumbered(receipt, all.toSpliced(at, 0, -1), step) };
    const step = receipt.proof[at];
    for (const other of foreign.filter((each) => each.kind === step?.kind && each.text !== step.text)) {
      const { number, restsOn } = step ?? other;
      yield { what: `step ${at + 1} replaced by "${other.text}"`, receipt: changed(receipt, ['proof', at], { ...other, number, restsOn } as unknown as Json) };
      if (other.rule) yield { what: `rule of step ${at + 1} becomes ${other.rule.slug}`, receipt: other.rule.slug === step?.rule?.slug ? changed(receipt, ['proof', at, 'rule'], null) : changed(receipt, ['proof', at, 'rule'], other.rule) };
    }
    for (const [index, cited] of (step?.citations ?? []).entries()) for (const other of passages) {
      if (JSON.stringify(other) !== JSON.stringify(cited)) yield { what: `citation ${index} of step ${at + 1} moved to ${other.locator}`, receipt: changed(receipt, ['proof', at, 'citations', index], other as unknown as Json) };
    }
    if (step?.kind === 'CONDITION' && step.truth === 'UNKNOWN') for (const [truth, word] of [['FALSE', 'no'], ['TRUE', 'yes']] as const) {
      yield { what: `step ${at + 1} called ${truth}`, receipt: changed(receipt, ['proof', at], { ...step, truth, text: step.text.replace('not known', word) } as unknown as Json) };
    }
  }
  for (const status of words.status) {
    const told = (text: string): string => text.replace(/: [^:]*$/, `: ${status.toLowerCase().replaceAll('_', ' ')}.`), proof = receipt.proof.with(-1, { ...(receipt.proof.at(-1) as Step), text: told(receipt.proof.at(-1)?.text ?? '') });
    if (status !== receipt.status) yield { what: `concluded ${status}`, receipt: { ...copy(receipt), status, best: status, possibleOutcomes: [status], proof } };
  }
}
