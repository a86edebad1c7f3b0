/** Bytes as lines of text: cut at line feeds, which in UTF-8 are never part of anything else, and decoded line by line. */
import type { LineProblem, TakeLine } from './files.ts';

const LINE_FEED = 0x0a;

/** Hands over each line without its end. `read` and `end` give back why no more is read, or null. */
export class LineReader {
  readonly #file: string;
  readonly #limit: number;
  readonly #take: TakeLine;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  #begun: Uint8Array[] = [];
  #length = 0;
  #number = 1;

  /** `limit` is the most bytes that one line may have. */
  constructor(file: string, limit: number, take: TakeLine) {
    this.#file = file;
    this.#limit = limit;
    this.#take = take;
  }

  read(chunk: Uint8Array): LineProblem | null {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
      const problem = this.#add(chunk.subarray(start, end)) ?? this.#give();
      if (problem) return problem;
      start = end + 1;
    }
    return this.#add(chunk.subarray(start));
  }

  end(): LineProblem | null {
    return this.#length === 0 ? null : this.#give();
  }

  problem(message: string, remedy: string): LineProblem {
    return { file: this.#file, line: this.#number, message, remedy };
  }

  #add(bytes: Uint8Array): LineProblem | null {
    this.#length += bytes.length;
    if (this.#length > this.#limit)
      return this.problem(
        `this line has more than the ${String(this.#limit)} bytes that are read of one`,
        'Write one entry to a line.',
      );
    if (bytes.length > 0) this.#begun.push(bytes.slice());
    return null;
  }

  #give(): LineProblem | null {
    const bytes = this.#begun.length === 1 ? (this.#begun[0] ?? new Uint8Array()) : Buffer.concat(this.#begun);
    this.#begun = [];
    this.#length = 0;
    if (bytes.includes(0))
      return this.problem('this line holds a NUL byte, so it is not text', 'Save it as UTF-8 text.');
    try {
      this.#take(this.#decoder.decode(bytes).replace(/\r$/, ''), this.#number);
    } catch (error) {
      if (error instanceof TypeError) return this.problem('this line is not UTF-8', 'Save it as UTF-8 text.');
      throw error;
    }
    this.#number += 1;
    return null;
  }
}
