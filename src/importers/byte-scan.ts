/** Determines the encoding and the line ends of a file from its bytes, and recognizes files that are not text. */

/**
 * UTF-16 if the file begins with its byte order mark; else UTF-8 if all bytes are valid UTF-8; else Windows-1252, in which
 * every byte is valid and which includes Latin-1. The names are those of the WHATWG Encoding Standard.
 */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
/**
 * How lines end: with a line feed, with or without a carriage return before it, or with a carriage return alone, as in files
 * that have more of these than of line feeds. Line feeds may also be inside cells.
 */
export type LineEnd = 'LF' | 'CR';

/** What the bytes of a file are. */
export interface ScannedBytes {
  readonly encoding: Encoding;
  readonly lineEnd: LineEnd;
  /** Why the file is not text, and what to do: the end of a sentence that begins with its name, and further sentences. Else null. */
  readonly problem: string | null;
}

/** A scan of the bytes of one file. */
export interface ByteScan {
  /** Takes the next chunk of the file. */
  readonly read: (chunk: Buffer) => void;
  readonly end: () => ScannedBytes;
}

const NUL = 0x00;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** The first bytes of files that are often saved under the name of a table. */
const SIGNATURES: readonly (readonly [bytes: string, what: string, remedy: string])[] = [
  ['PK\x03\x04', 'is a ZIP archive or an Excel workbook', 'Unpack it, or save the sheet as a CSV file in UTF-8.'],
  ['\x1f\x8b', 'is compressed with gzip', 'Unpack it.'],
  ['\xd0\xcf\x11\xe0', 'is an Excel workbook', 'Save the sheet as a CSV file in UTF-8.'],
  ['%PDF-', 'is a PDF', 'Take the published table instead.'],
  ['\xff\xfe\0\0', 'is in UTF-32', 'Save it as text in UTF-8.'],
];

/** Begins the scan of one file. Memory does not grow with the file. */
export function createByteScan(): ByteScan {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let head = Buffer.alloc(0);
  let isUtf8 = true;
  let lineFeeds = 0;
  let carriageReturns = 0;
  let isAfterCarriageReturn = false;
  let lineOfNul: number | null = null;

  const decodes = (chunk?: Buffer): boolean => {
    try {
      decoder.decode(chunk, { stream: chunk !== undefined });
      return true;
    } catch {
      return false;
    }
  };
  return {
    read: (chunk) => {
      if (head.length < 8) head = Buffer.concat([head, chunk.subarray(0, 8)]);
      isUtf8 &&= decodes(chunk);
      const nul = lineOfNul === null ? chunk.indexOf(NUL) : -1;
      if (nul !== -1) lineOfNul = lineFeeds + count(LINE_FEED, chunk.subarray(0, nul)) + 1;
      lineFeeds += count(LINE_FEED, chunk);
      if (isAfterCarriageReturn && chunk[0] === LINE_FEED) carriageReturns -= 1;
      carriageReturns += countLoneCarriageReturns(chunk);
      isAfterCarriageReturn = chunk.at(-1) === CARRIAGE_RETURN;
    },
    end: () => {
      const encoding = encodingOf(head, isUtf8 && decodes());
      return {
        encoding,
        lineEnd: carriageReturns > lineFeeds ? 'CR' : 'LF',
        problem: problemOf(head, encoding, lineOfNul),
      };
    },
  };
}

function count(byte: number, bytes: Uint8Array): number {
  let found = 0;
  for (let at = bytes.indexOf(byte); at !== -1; at = bytes.indexOf(byte, at + 1)) found += 1;
  return found;
}

/** Those that no line feed follows. In UTF-16 a byte of the other character is between the two, so there all are counted. */
function countLoneCarriageReturns(bytes: Uint8Array): number {
  let found = 0;
  for (let at = bytes.indexOf(CARRIAGE_RETURN); at !== -1; at = bytes.indexOf(CARRIAGE_RETURN, at + 1))
    if (bytes[at + 1] !== LINE_FEED) found += 1;
  return found;
}

function encodingOf(head: Buffer, isUtf8: boolean): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return isUtf8 ? 'utf-8' : 'windows-1252';
}

function problemOf(head: Buffer, encoding: Encoding, lineOfNul: number | null): string | null {
  const start = head.toString('latin1');
  const [, what, remedy] = SIGNATURES.find(([bytes]) => start.startsWith(bytes)) ?? [];
  if (what !== undefined && remedy !== undefined) return `${what}, not a table. ${remedy}`;
  if (lineOfNul === null || encoding.startsWith('utf-16')) return null;
  return (
    `is not text: line ${String(lineOfNul)} has a NUL byte, as in a binary file, or in UTF-16 without a byte order mark. ` +
    'Save it as text in UTF-8.'
  );
}
