/** Lays out text in lines no wider than the terminal: paragraphs, sections and lists with a hanging indent. */
import wrapAnsi from 'wrap-ansi';
import { escapeHidden } from '../model/hidden-characters.ts';

/** Styles of text, which are names of styles of `styleText` in node:util. */
export type Style = 'bold' | 'dim' | 'green' | 'yellow' | 'red' | 'cyan';

/** The terminal that text is laid out for. */
export interface TextLayout {
  /** The width of the terminal, in columns. */
  readonly columns: number;
  /** Adds a style to a text; returns the text unchanged if the output cannot show styles. */
  readonly paint: (style: Style, text: string) => string;
}

/** The escape sequences of the styles: bold, dim, the four colors, and their ends. */
const STYLED = /(\u001b\[(?:1|2|22|31|32|33|36|39)m)/;

/** Makes text safe to print: escapes control and invisible characters, except the escape sequences of styles. */
export function escapeForTerminal(text: string): string {
  return text
    .split(STYLED)
    .map((part, index) => (index % 2 === 1 ? part : escapeHidden(part)))
    .join('');
}

/**
 * Wraps a text at words. The first line begins with `first`, padded to `width`; the others with as many spaces. A word
 * wider than the terminal gets a line of its own and is not broken.
 */
export function paragraph({ columns }: TextLayout, text: string, first = '', width = first.length): string[] {
  const lines = wrapAnsi(text, Math.max(20, columns - width)).split('\n');
  return lines.map((line, index) => (index === 0 ? first.padEnd(width) : ' '.repeat(width)) + line);
}

/** An empty line, a heading and lines; no lines at all if the section is empty. */
export function section(page: TextLayout, heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', page.paint('bold', heading), ...lines];
}

/** A section in which each item is a paragraph that begins with `mark`. */
export function listed(page: TextLayout, heading: string, items: readonly string[], mark = '  - '): string[] {
  return section(
    page,
    heading,
    items.flatMap((item) => paragraph(page, item, mark)),
  );
}

/** An enum value of the API as words: MAY_BE_COVERED becomes "may be covered". */
export const words = (constant: string): string => constant.toLowerCase().replaceAll('_', ' ');

const styles: Record<string, Style> = {
  COVERED: 'green',
  NOT_COVERED: 'red',
  MAY_BE_EXCLUDED: 'red',
  CONFLICTING: 'red',
  NOT_STATED: 'dim',
};

/** "CONDITIONAL, at best COVERED"; only the status if both are the same. */
export function verdict(
  { paint }: TextLayout,
  { status, best }: { readonly status: string; readonly best: string },
): string {
  const painted = (outcome: string): string => paint(styles[outcome] ?? 'yellow', outcome);
  return status === best ? painted(status) : `${painted(status)}, at best ${painted(best)}`;
}

/** "Name (slug)". */
export const named = ({ name, slug }: { readonly name: string; readonly slug: string }): string => `${name} (${slug})`;

interface Cited {
  readonly locator: string;
  readonly source: { readonly slug: string; readonly name: string };
}

/** A section with one item for each source, which lists the cited places in it. */
export function sources(page: TextLayout, citations: readonly Cited[]): string[] {
  const places = new Map<string, Set<string>>();
  for (const { source, locator } of citations)
    places.set(named(source), (places.get(named(source)) ?? new Set()).add(locator));
  return listed(
    page,
    'Sources',
    [...places].map(([source, locators]) => `${source}: ${[...locators].join('; ')}`),
  );
}

/** The names of the sources that are cited, each once. */
export const sourceNames = (
  citations: readonly { readonly source: { readonly slug: string; readonly name: string } }[],
): string => [...new Map(citations.map(({ source }) => [source.slug, source.name])).values()].join('; ');
