/** The password file of PostgreSQL (libpq, "The Password File"): lines of host:port:database:user:password. */
import { readFile, stat } from 'node:fs/promises';

export interface PasswordFor {
  /** Of a Unix socket "localhost", as libpq has it. */
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
}

/** What others than the owner may do with a file. */
const ofOthers = 0o077;

/** The password of the first line that fits; null where no line does, or the file is not there or open to others. */
export async function passwordIn(file: string, wanted: PasswordFor): Promise<string | null> {
  try {
    const found = await stat(file);
    const isOpen = process.platform !== 'win32' && (found.mode & ofOthers) !== 0;
    return found.isFile() && !isOpen ? passwordFor(await readFile(file, 'utf8'), wanted) : null;
  } catch {
    return null;
  }
}

/** A star fits anything; a colon or a backslash in a field has a backslash before it. */
export function passwordFor(text: string, { host, port, database, user }: PasswordFor): string | null {
  const wanted = [host, String(port), database, user];
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith('#')) continue;
    const fields = [...line.matchAll(/((?:[^\\:]|\\[^])*)(?::|$)/g)].map(([, field = '']) =>
      field.replace(/\\([^])/g, '$1'),
    );
    const fits = wanted.every((each, index) => fields[index] === '*' || fields[index] === each);
    const password = fields[wanted.length];
    if (fits && password !== undefined && password !== '') return password;
  }
  return null;
}
