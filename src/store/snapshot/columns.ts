/**
 * One field of every row: each different value once, in one run of bytes, and for each row the number of its value in as
 * few bytes as it takes. A column of one value, and one in which no two are alike, have no numbers at all.
 */

/** Pieces of a file, each beginning at a multiple of eight bytes, so that numbers can be read in place. */
export class Pieces {
  readonly #pieces: Uint8Array[] = [];
  #length = 0;

  /** Where the piece begins and how many bytes it has. */
  add(piece: ArrayBufferView): Piece {
    const bytes = new Uint8Array(piece.buffer, piece.byteOffset, piece.byteLength);
    const at = this.#length;
    const padding = (8 - (bytes.length % 8)) % 8;
    this.#pieces.push(bytes, new Uint8Array(padding));
    this.#length += bytes.length + padding;
    return [at, bytes.length];
  }

  /** All of them, one after the other. */
  whole(): Uint8Array {
    return Buffer.concat(this.#pieces);
  }
}

export type Piece = readonly [at: number, length: number];
/** What the head of the file tells of a column. */
export interface ColumnPlace {
  /** How many different values there are. */
  readonly values: number;
  readonly ends: Piece;
  readonly bytes: Piece;
  readonly numbers: Piece | null;
  /** How many bytes a number has. */
  readonly width: 1 | 2 | 4;
}

const ARRAYS = { 1: Uint8Array, 2: Uint16Array, 4: Uint32Array } as const;
const arrayAt = (within: Uint8Array, [at, length]: Piece, width: 1 | 2 | 4) =>
  new ARRAYS[width](within.buffer as ArrayBuffer, within.byteOffset + at, length / width);

export function writeColumn(rows: Iterable<string>, pieces: Pieces): ColumnPlace {
  const numberOf = new Map<string, number>();
  const numbers: number[] = [];
  for (const row of rows) {
    let number = numberOf.get(row);
    if (number === undefined) numberOf.set(row, (number = numberOf.size));
    numbers.push(number);
  }
  const values = numberOf.size;
  const width = values <= 0x100 ? 1 : values <= 0x10000 ? 2 : 4;
  const ends = new Uint32Array(values);
  const texts = [...numberOf.keys()];
  const bytes = Buffer.allocUnsafe(texts.reduce((length, text) => length + Buffer.byteLength(text), 0));
  let end = 0;
  texts.forEach((text, number) => {
    ends[number] = end += bytes.write(text, end);
  });
  const isNumbered = values > 1 && values < numbers.length;
  return {
    values,
    ends: pieces.add(ends),
    bytes: pieces.add(bytes),
    numbers: isNumbered ? pieces.add(ARRAYS[width].from(numbers)) : null,
    width,
  };
}

export class Column {
  readonly values: number;
  readonly #ends: ArrayLike<number>;
  readonly #bytes: Buffer;
  readonly #numbers: ArrayLike<number> | null;

  constructor({ values, ends, bytes: [at, length], numbers, width }: ColumnPlace, within: Uint8Array) {
    this.values = values;
    this.#ends = arrayAt(within, ends, 4);
    this.#bytes = Buffer.from(within.buffer, within.byteOffset + at, length);
    this.#numbers = numbers && arrayAt(within, numbers, width);
  }

  /** The number of the value that a row has. */
  numberAt(row: number): number {
    return this.#numbers ? (this.#numbers[row] ?? 0) : this.values === 1 ? 0 : row;
  }

  /** The value of that number, as it was written. */
  textOf(number: number): string {
    return this.#bytes.toString('utf8', number === 0 ? 0 : this.#ends[number - 1], this.#ends[number]);
  }
}
