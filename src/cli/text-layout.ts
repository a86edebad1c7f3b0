/** Lines of text no wider than the terminal: paragraphs, and lists whose lines hang under their first. */
import wrapAnsi from 'wrap-ansi';
import { escapeHidden } from '../model/hidden-characters.ts';

/** What makes a word stand out; each names a style of node:util's `styleText`. */
export type Style = 'bold' | 'dim' | 'green' | 'yellow' | 'red' | 'cyan';

export interface TextLayout {
  /** Columns of the terminal. */
  readonly columns: number;
  /** Gives the text back as it is where there is no terminal to colour it. */
  readonly paint: (style: Style, text: string) => string;
}

/** The sequences that styles are made of: bold, dim, the four colours and their ends. */
const STYLED = /(\u001b\[(?:1|2|22|31|32|33|36|39)m)/;

/** Text as a terminal may be given it: characters that it would obey are escaped, but for the sequences of styles. */
export function escapeForTerminal(text: string): string {
  return text
    .split(STYLED)
    .map((part, index) => (index % 2 === 1 ? part : escapeHidden(part)))
    .join('');
}

/** The text wrapped at words, every line led by `first` or, below it, as many spaces; a word wider than the page stands alone and whole. */
export function paragraph({ columns }: TextLayout, text: string, first = '', width = first.length): string[] {
  const lines = wrapAnsi(text, Math.max(20, columns - width)).split('\n');
  return lines.map((line, index) => (index === 0 ? first.padEnd(width) : ' '.repeat(width)) + line);
}

/** A heading and what stands under it; nothing where nothing does. */
export function section(page: TextLayout, heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', page.paint('bold', heading), ...lines];
}

/** A section of one item a paragraph. */
export function listed(page: TextLayout, heading: string, items: readonly string[], mark = '  - '): string[] {
  return section(
    page,
    heading,
    items.flatMap((item) => paragraph(page, item, mark)),
  );
}

/** A constant of the API as words: MAY_BE_COVERED, may be covered. */
export const words = (constant: string): string => constant.toLowerCase().replaceAll('_', ' ');

const styles: Record<string, Style> = {
  COVERED: 'green',
  NOT_COVERED: 'red',
  MAY_BE_EXCLUDED: 'red',
  CONFLICTING: 'red',
  NOT_STATED: 'dim',
};

/** "CONDITIONAL, at best COVERED"; the status alone where it is settled. */
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

/** One line a source, with every place in it that is cited. */
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
