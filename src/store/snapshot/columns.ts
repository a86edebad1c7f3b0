/**
 * A column holds one field of all rows of a table. Each distinct value is stored once, and each row has the number of its
 * value in one, two or four bytes. A column with a single value, or with only distinct values, needs no numbers.
 */

/** Collects the pieces of a file. Each begins at a multiple of eight bytes, so numbers can be read in place. */
export class Pieces {
  readonly #pieces: Uint8Array[] = [];
  #length = 0;

  /** Adds a piece, and returns its offset and its length in bytes. */
  add(piece: ArrayBufferView): Piece {
    const bytes = new Uint8Array(piece.buffer, piece.byteOffset, piece.byteLength);
    const at = this.#length;
    const padding = (8 - (bytes.length % 8)) % 8;
    this.#pieces.push(bytes, new Uint8Array(padding));
    this.#length += bytes.length + padding;
    return [at, bytes.length];
  }

  /** The bytes of all pieces in order. */
  whole(): Uint8Array {
    return Buffer.concat(this.#pieces);
  }
}

/** The offset and the length of a piece, in bytes. */
export type Piece = readonly [at: number, length: number];
/** Where a column is in the file. */
export interface ColumnPlace {
  /** The number of distinct values. */
  readonly values: number;
  readonly ends: Piece;
  readonly bytes: Piece;
  readonly numbers: Piece | null;
  /** The number of bytes of each number. */
  readonly width: 1 | 2 | 4;
}

const ARRAYS = { 1: Uint8Array, 2: Uint16Array, 4: Uint32Array } as const;
const arrayAt = (within: Uint8Array, [at, length]: Piece, width: 1 | 2 | 4) =>
  new ARRAYS[width](within.buffer as ArrayBuffer, within.byteOffset + at, length / width);

/** Adds a column with the values of all rows to the pieces. */
export function writeColumn(rows: Iterable<string>, pieces: Pieces): ColumnPlace {
  const numberOf = new Map<string, number>();
  const numbers: number[] = [];
  for (const row of rows) {
    let number = numberOf.get(row);
    if (number === undefined) {
      number = numberOf.size;
      numberOf.set(row, number);
    }
    numbers.push(number);
  }
  const values = numberOf.size;
  const width = widthFor(values);
  const ends = new Uint32Array(values);
  const texts = [...numberOf.keys()];
  const bytes = Buffer.allocUnsafe(texts.reduce((length, text) => length + Buffer.byteLength(text), 0));
  let end = 0;
  texts.forEach((text, number) => {
    end += bytes.write(text, end);
    ends[number] = end;
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

/** The fewest bytes that can number this many values. */
function widthFor(values: number): 1 | 2 | 4 {
  if (values <= 0x100) return 1;
  return values <= 0x10000 ? 2 : 4;
}

/** Reads a column. `within` are the bytes of all pieces, which must not change. */
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

  /** The number of the value in a row. */
  numberAt(row: number): number {
    if (this.#numbers) return this.#numbers[row] ?? 0;
    return this.values === 1 ? 0 : row;
  }

  /** The value with a number, as it was written. */
  textOf(number: number): string {
    return this.#bytes.toString('utf8', number === 0 ? 0 : this.#ends[number - 1], this.#ends[number]);
  }
}
