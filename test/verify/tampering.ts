/** Falsifies an answer in every way: each change of each field, and each change of the proof that keeps its form valid. */
import { words } from './words.ts';
import type { Cited, Receipt, Step } from './receipts.ts';

/** One falsification. `kind` groups similar ones; `make` creates the falsified answer. */
export interface Tampering {
  readonly kind: string;
  readonly what: string;
  readonly make: () => Receipt;
}
type Path = readonly (string | number)[];
type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
interface Change {
  readonly path: Path;
  readonly to: Json | undefined;
  readonly how: 'left out' | 'rearranged' | 'changed';
}

/** Other values for a field: every other word of its closed list, or values of the same and of another type. */
function others(value: Json, path: Path): Json[] {
  const field = String(path.findLast((part) => typeof part === 'string'));
  if (field in words) return [...words[field as keyof typeof words], null].filter((word) => word !== value);
  if (typeof value === 'string') return [`${value}.`, ''];
  if (typeof value === 'number') return [value + 1, value - 1, String(value)];
  if (typeof value === 'boolean') return [!value, null];
  return [0, true, 'something', { slug: 'something' }, []];
}

/** Yields every single change of a value at a path or below it. */
function* changes(value: Json, path: Path): Generator<Change> {
  if (Array.isArray(value)) {
    for (const [at] of value.entries()) {
      yield { path, to: value.toSpliced(at, 1), how: 'rearranged' };
      yield { path, to: value.toSpliced(at, 0, value[at] ?? null), how: 'rearranged' };
      if (at > 0)
        yield { path, to: value.with(at, value[at - 1] ?? null).with(at - 1, value[at] ?? null), how: 'rearranged' };
    }
    if (value.length === 0) for (const added of [1, 'something', null]) yield { path, to: [added], how: 'changed' };
  }
  if (typeof value === 'object' && value !== null) {
    if (!Array.isArray(value)) yield { path, to: null, how: 'changed' };
    for (const [key, each] of Object.entries(value))
      yield* changes(each, [...path, Array.isArray(value) ? Number(key) : key]);
  } else for (const to of others(value, path)) yield { path, to, how: 'changed' };
  yield { path, to: undefined, how: 'left out' };
}

/** Returns the answer with the value at a path replaced, or removed if `to` is undefined. Unchanged parts are shared. */
function changed(receipt: Receipt, path: Path, to: unknown): Receipt {
  const put = (at: unknown, [key, ...rest]: Path): unknown => {
    if (key === undefined) return to;
    const whole = (Array.isArray(at) ? [...(at as unknown[])] : { ...(at as object) }) as Record<
      string | number,
      unknown
    >;
    if (rest.length === 0 && to === undefined) Reflect.deleteProperty(whole, key);
    else whole[key] = put(whole[key], rest);
    return whole;
  };
  return put(receipt, path) as Receipt;
}

/** Returns the answer with its proof reordered, shortened or extended, and renumbered. In `order`, -1 is the added step. */
function renumbered(receipt: Receipt, order: readonly number[], added?: Step): Receipt {
  const place = new Map(order.map((from, at) => [from + 1, at + 1]));
  const proof = order.map((from, at): Step => {
    const step = from === -1 ? added : receipt.proof[from];
    if (!step) throw new Error('there is no such step');
    return {
      ...step,
      number: at + 1,
      restsOn: from === -1 ? [] : step.restsOn.flatMap((number) => place.get(number) ?? []).sort((a, b) => a - b),
    };
  });
  return { ...receipt, proof };
}

/** Yields every falsification of an answer. `foreign` and `passages` are steps and citations of other valid answers. */
export function* tamperings(
  receipt: Receipt,
  foreign: readonly Step[],
  passages: readonly Cited[],
): Generator<Tampering> {
  const set = (path: Path, to: unknown) => (): Receipt => changed(receipt, path, to);
  for (const field of ['status', 'best', 'possibleOutcomes', 'rejectedRules', 'citations', 'proof'] as const) {
    for (const { path, to, how } of changes(receipt[field] as unknown as Json, [field])) {
      yield {
        kind: `${path.filter((part) => typeof part === 'string').join('.')} ${how}`,
        what: `${path.join('.')} ${how}${to === undefined ? '' : `: ${JSON.stringify(to).slice(0, 60)}`}`,
        make: set(path, to),
      };
    }
  }
  const own = new Set(receipt.proof.map(({ text }) => text)),
    strangers = foreign.filter(({ text }) => !own.has(text)).slice(0, 12);
  const others = passages.map((passage) => ({ passage, json: JSON.stringify(passage) }));
  const all = [...receipt.proof.keys()];
  for (const [at, step] of receipt.proof.entries()) {
    const { number, restsOn, kind, rule, truth } = step;
    yield {
      kind: 'step dropped',
      what: `step ${number} dropped`,
      make: () => renumbered(receipt, all.toSpliced(at, 1)),
    };
    if (at > 0)
      yield {
        kind: 'steps swapped',
        what: `steps ${at} and ${number} swapped`,
        make: () => renumbered(receipt, all.with(at, at - 1).with(at - 1, at)),
      };
    for (const other of strangers)
      yield {
        kind: 'step put in',
        what: `"${other.text}" put before step ${number}`,
        make: () => renumbered(receipt, all.toSpliced(at, 0, -1), other),
      };
    for (const other of foreign.filter((each) => each.kind === kind && each.text !== step.text)) {
      yield {
        kind: `${kind} step replaced`,
        what: `step ${number} replaced by "${other.text}"`,
        make: set(['proof', at], { ...other, number, restsOn }),
      };
      if (other.rule)
        yield {
          kind: 'rule replaced',
          what: `rule of step ${number} becomes ${other.rule.slug}`,
          make: set(['proof', at, 'rule'], other.rule.slug === rule?.slug ? null : other.rule),
        };
    }
    for (const [index, cited] of step.citations.entries()) {
      const json = JSON.stringify(cited);
      for (const other of others)
        if (other.json !== json)
          yield {
            kind: 'citation moved',
            what: `citation ${index} of step ${number} moved to ${other.passage.locator}`,
            make: set(['proof', at, 'citations', index], other.passage),
          };
    }
    if (kind === 'CONDITION' && truth === 'UNKNOWN')
      for (const [claimed, word] of [
        ['FALSE', 'no'],
        ['TRUE', 'yes'],
      ] as const) {
        yield {
          kind: 'condition settled',
          what: `step ${number} called ${claimed}`,
          make: set(['proof', at], { ...step, truth: claimed, text: step.text.replace('not known', word) }),
        };
      }
  }
  const last = receipt.proof.at(-1);
  for (const status of words.status)
    if (last && status !== receipt.status) {
      const text = last.text.replace(/: [^:]*$/, `: ${status.toLowerCase().replaceAll('_', ' ')}.`);
      yield {
        kind: 'concluded otherwise',
        what: `concluded ${status}`,
        make: () => ({
          ...receipt,
          status,
          best: status,
          possibleOutcomes: [status],
          proof: receipt.proof.with(-1, { ...last, text }),
        }),
      };
    }
}

/** Returns at most `most` falsifications of each kind, evenly spread over all of that kind. */
export function spread(all: Iterable<Tampering>, most: number): Tampering[] {
  const kinds = new Map<string, Tampering[]>();
  for (const each of all) {
    const those = kinds.get(each.kind);
    if (those) those.push(each);
    else kinds.set(each.kind, [each]);
  }
  return [...kinds.values()].flatMap((those) => {
    const number = Math.min(most, those.length);
    return Array.from({ length: number }, (_, at) => those[Math.floor((at * those.length) / number)] ?? []).flat();
  });
}
