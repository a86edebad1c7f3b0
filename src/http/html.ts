/** Safe HTML templates: every value in a template is escaped, unless it is itself the result of a template. */

/** Markup that needs no escaping. */
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

/**
 * A template tag. Values are escaped, so they are safe in text and in quoted attributes. Lists are joined; null and false give no
 * text.
 */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(texts.map((text, index) => text + markupOf(parts[index] ?? null)).join(''));
}
