/**
 * On which days a rule holds (docs/semantics.md#section-3-day), and with which sources it speaks
 * (docs/semantics.md#section-3-sources).
 */
import type { Passage, Rule, Source } from '../graph/entries.ts';
import { AUTHORITIES, type SourceAuthority } from '../model/words.ts';

/** Whether a rule holds on an ISO day: from its first day on, and no longer on the day in `until`. */
export function isInForce({ from, until }: Rule, day: string): boolean {
  const hasBegun = from === null || from <= day;
  const hasEnded = until !== null && until <= day;
  return hasBegun && !hasEnded;
}

/** Zero for the highest authority. */
export const rankOf = ({ authority }: Source): number => AUTHORITIES.indexOf(authority);

/** Whether a passage is heard: its source is among those named, and of the authority asked for or a higher one. */
export function isHeard(
  { source }: Passage,
  accordingTo: readonly Source[] | null,
  minimumAuthority: SourceAuthority | null,
): boolean {
  const isNamed = accordingTo === null || accordingTo.includes(source);
  const isHighEnough = minimumAuthority === null || rankOf(source) <= AUTHORITIES.indexOf(minimumAuthority);
  return isNamed && isHighEnough;
}

/** The sources that a rule speaks with: of the heard ones those of the highest authority, the latest first. */
export function voicesOf({ cites }: Rule, hears: (passage: Passage) => boolean): readonly Source[] {
  return voicesAmong(cites, hears);
}

/** Of the sources of these passages that are heard, those of the highest authority, the latest first. */
export function voicesAmong(cites: readonly Passage[], hears: (passage: Passage) => boolean): readonly Source[] {
  const heard = [...new Set(cites.filter(hears).map(({ source }) => source))];
  const highest = Math.min(...heard.map(rankOf));
  return heard.filter((source) => rankOf(source) === highest).sort(byLatest);
}

/** A source whose date is unknown comes last. */
function byLatest(a: Source, b: Source): number {
  return (b.publishedOn ?? '').localeCompare(a.publishedOn ?? '');
}
