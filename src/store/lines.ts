/** Splits the bytes of a file into lines. A line feed byte is never part of another UTF-8 character, so each line is decoded alone. */
import type { LineHandler, LineProblem } from './file-problem.ts';

const LINE_FEED = 0x0a;

/**
 * Passes each line, without its line ending, to a handler. Call `read` with each chunk of the file in order, then `end`.
 * Both return the problem that stopped the reading, or null.
 */
export class LineReader {
  readonly #file: string;
  readonly #limit: number;
  readonly #handle: LineHandler;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  /** The parts read so far of the current line. */
  #parts: Uint8Array[] = [];
  #length = 0;
  #number = 1;

  /** `limit` is the most bytes that one line may have. */
  constructor(file: string, limit: number, handle: LineHandler) {
    this.#file = file;
    this.#limit = limit;
    this.#handle = handle;
  }

  /** Reads the next chunk of the file. Lines may cross chunks. */
  read(chunk: Uint8Array): LineProblem | null {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
      const problem = this.#add(chunk.subarray(start, end)) ?? this.#finishLine();
      if (problem) return problem;
      start = end + 1;
    }
    return this.#add(chunk.subarray(start));
  }

  /** Passes on the last line where it has no line ending. */
  end(): LineProblem | null {
    return this.#length === 0 ? null : this.#finishLine();
  }

  /** A problem at the current line. */
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
    if (bytes.length > 0) this.#parts.push(bytes.slice());
    return null;
  }

  #finishLine(): LineProblem | null {
    const bytes = this.#parts.length === 1 ? (this.#parts[0] ?? new Uint8Array()) : Buffer.concat(this.#parts);
    this.#parts = [];
    this.#length = 0;
    if (bytes.includes(0))
      return this.problem('this line holds a NUL byte, so it is not text', 'Save it as UTF-8 text.');
    try {
      this.#handle(this.#decoder.decode(bytes).replace(/\r$/, ''), this.#number);
    } catch (error) {
      if (error instanceof TypeError) return this.problem('this line is not UTF-8', 'Save it as UTF-8 text.');
      throw error;
    }
    this.#number += 1;
    return null;
  }
}
