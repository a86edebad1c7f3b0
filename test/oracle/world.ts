/** What every generated data set shares: its plans and subjects and how they are joined, and a small map. */
import type { TerritoryTable } from '../../src/model/shapes.ts';

/** The member of a list that a drawn number points at. */
export function at<T>(list: readonly T[], drawn: number): T {
  const found = list[drawn % list.length];
  if (list.length === 0) throw new Error('nothing to draw from');
  return found as T;
}

export const PLANS = ['original', 'class', 'member', 'program'];
export const SERVICES = ['massage', 'therapy', 'care'];
export const TECHNIQUES = ['kneading'];
export const CODES = ['cpt-10000'];

/** US is made up of two states; the others have no parts. */
export const TERRITORIES: TerritoryTable = {
  US: { name: 'United States', wholeOfParts: true },
  'US-AK': { name: 'Alaska', partOf: ['US'] },
  'US-CA': { name: 'California', partOf: ['US'] },
  PR: { name: 'Puerto Rico' },
  CA: { name: 'Canada' },
  MX: { name: 'Mexico' },
  ZZ: { name: 'Abroad, country not said' },
};

const TAKES: Record<string, string[]> = { program: [], original: ['program'], class: ['original'], member: ['class'] };
const UP: Record<string, string[]> = {
  care: [],
  therapy: ['care'],
  massage: ['therapy'],
  kneading: ['massage', 'cpt-10000'],
  'cpt-10000': ['therapy'],
};

/** Where the links lead from a start, itself first. */
export function above(start: string, links: Record<string, string[]>): Set<string> {
  const seen = new Set([start]);
  for (const node of seen) for (const next of links[node] ?? []) seen.add(next);
  return seen;
}

/** The plan, and all that it takes rules from, nearest first. */
export function plansAbove(plan: string): Set<string> {
  return above(plan, TAKES);
}

/** The subject, and all that a question on it climbs to, nearest first. */
export function subjectsAbove(subject: string): Set<string> {
  return above(subject, UP);
}
