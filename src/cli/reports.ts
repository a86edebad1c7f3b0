/** What the terminal is told, as lines of text. */
/** 1: the data, or how the program is set up, has to be mended; 2: the command has to be typed otherwise. */
export type FailureCode = 1 | 2;

/** A command that cannot go on, and every reason for it; no bug, so no stack is shown. */
export class Refusal extends Error {
  readonly lines: readonly string[];
  readonly exitCode: FailureCode;
  /** What a machine is told, where the API refused: its errors as it gives them. */
  readonly response: object | null;
  constructor(lines: readonly string[], exitCode: FailureCode = 1, response: object | null = null) {
    super(lines.join('\n'));
    this.lines = lines;
    this.exitCode = exitCode;
    this.response = response;
  }
}

export function wrongSettings(wrong: readonly string[]): Refusal {
  return new Refusal(['The settings are wrong:', ...wrong.map((line) => `  ${line}`)]);
}

/** Data that breaks a law. The lines are a report of the first problems; `inFull` makes the report of all of them. */
export class UnsoundData extends Refusal {
  readonly inFull: () => Refusal;
  constructor(report: (most: number) => readonly string[], most: number) {
    super(report(most));
    this.inFull = () => new Refusal(report(Infinity));
  }
}

/** Does the work; where data is refused, and all of its problems are wanted, with the report of all. */
export async function reportingAll<Result>(isAllWanted: boolean, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw isAllWanted && error instanceof UnsoundData ? error.inFull() : error;
  }
}

/** What is wrong with the values that flags give for a draft. */
export function wrongDraft(
  problems: readonly { place: { path: readonly (string | number)[] }; message: string }[],
): Refusal {
  const lines = problems.map(({ place, message }) => `  ${place.path.join('.')}: ${message}`);
  return new Refusal(['Nothing is written, for what was given is wrong:', ...lines], 2);
}

/** Why the port could not be had, in one line. */
export function cannotListen(error: NodeJS.ErrnoException, host: string, port: number): Refusal {
  const at = `${bracketed(host)}:${String(port)}`;
  const reasons: Record<string, string> = {
    EADDRINUSE: `Cannot listen at ${at}: the port is taken. Stop what listens there, or choose another with --port or PORT (0 takes any free one).`,
    EACCES: `Cannot listen at ${at}: the port is not allowed to this user. Choose one above 1023 with --port or PORT.`,
    EADDRNOTAVAIL: `Cannot listen at ${at}: this machine has no such address. Choose another with --host or HOST, such as 127.0.0.1.`,
    ENOTFOUND: `Cannot listen at ${at}: no machine has this name. Choose another with --host or HOST, such as 127.0.0.1.`,
  };
  return new Refusal([reasons[error.code ?? ''] ?? `Cannot listen at ${at}: ${error.message}`]);
}

/** The endpoint, and the address to open in a browser on this machine. */
export function listeningAt(host: string, port: number): string {
  const open = host === '0.0.0.0' || host === '::' ? 'localhost' : bracketed(host);
  const address = `http://${open}:${String(port)}/`;
  return `Covergraph listens at ${address}graphql, with a page for people at ${address}`;
}

const bracketed = (host: string): string => (host.includes(':') ? `[${host}]` : host);

export const fingerprintExplained = `A fingerprint shows that a passage is still the one that was read, without repeating it.
It is "sha256-" and the SHA-256, in 64 hexadecimal digits, of the passage in normal form:
  1. Unicode normal form C;
  2. every run of white space, line ends too, made one space;
  3. trimmed at both ends;
  4. as UTF-8.
Give the passage on standard input to have its fingerprint printed.`;
