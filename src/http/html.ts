/** Pages put together from text: whatever is put in is escaped, unless it was put together here too. */

/** Markup that is safe to send as it stands. */
export class Html {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
}

type Part = Html | string | number | null | false | readonly Part[];

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function markupOf(part: Part): string {
  if (part instanceof Html) return part.markup;
  if (part === null || part === false) return '';
  return typeof part === 'object'
    ? part.map(markupOf).join('')
    : String(part).replace(/[&<>"']/g, (letter) => escapes[letter] ?? '');
}

/** A template whose holes are escaped, in text and in quoted attributes alike; null and false leave nothing. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(texts.map((text, index) => text + markupOf(parts[index] ?? null)).join(''));
}
