/** The text of an answer, with numbered citations. */
import type { Passage } from '../graph/entries.ts';

/** The most passages cited for one piece of text. The determinations hold all of them. */
const MOST_CITATIONS = 6;

/** Text with citations. A passage gets its number, from 1, when it is first cited, and keeps it. */
export class AnswerText {
  readonly #lines: string[] = [];
  readonly #numbers = new Map<Passage, number>();

  /** Adds a line of text, followed by the numbers of the passages that support it. */
  add(text: string, passages: readonly Passage[] = []): void {
    this.#lines.push(`${text}${this.cite(passages)}`);
  }

  /** The numbers of passages as text, such as " [1][2]"; empty if there are none. Cites at most the first six. */
  cite(passages: readonly Passage[]): string {
    const cited = [...new Set(passages)].slice(0, MOST_CITATIONS);
    if (cited.length === 0) return '';
    const numbers = cited.map((passage) => this.#numberOf(passage)).sort((a, b) => a - b);
    return ` ${numbers.map((number) => `[${String(number)}]`).join('')}`;
  }

  #numberOf(passage: Passage): number {
    const number = this.#numbers.get(passage) ?? this.#numbers.size + 1;
    this.#numbers.set(passage, number);
    return number;
  }

  /** The lines, separated by line breaks. */
  get text(): string {
    return this.#lines.join('\n');
  }

  /** The passages cited, in the order of their numbers. */
  get cites(): readonly Passage[] {
    return [...this.#numbers.keys()];
  }
}
