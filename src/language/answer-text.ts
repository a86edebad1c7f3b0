/** The text of an answer with numbered citations: a passage has one number, given where it is first cited. */
import type { Passage } from '../graph/entries.ts';

/** A sentence that rests on more passages than this cites the first of them; the determinations hold them all. */
const MOST_CITED = 6;

export class AnswerText {
  readonly #lines: string[] = [];
  readonly #numbers = new Map<Passage, number>();

  /** One sentence or more, and who says so. */
  say(text: string, cites: readonly Passage[] = []): void {
    this.#lines.push(`${text}${this.numbered(cites)}`);
  }

  /** " [1][2]", or nothing where nothing is cited. */
  numbered(cites: readonly Passage[]): string {
    const numbers = [...new Set(cites)].slice(0, MOST_CITED).map((passage) => {
      const known = this.#numbers.get(passage) ?? this.#numbers.size + 1;
      this.#numbers.set(passage, known);
      return known;
    });
    return numbers.length === 0
      ? ''
      : ` ${numbers
          .sort((a, b) => a - b)
          .map((number) => `[${String(number)}]`)
          .join('')}`;
  }

  get text(): string {
    return this.#lines.join('\n');
  }

  /** In the order of their numbers, from 1. */
  get cites(): readonly Passage[] {
    return [...this.#numbers.keys()];
  }
}
