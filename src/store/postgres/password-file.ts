/** The password file of PostgreSQL (libpq, "The Password File"): lines of host:port:database:user:password. */
import { readFile, stat } from 'node:fs/promises';

/** The connection that a password is for. */
export interface PasswordFor {
  /** "localhost" for a Unix socket, as in libpq. */
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
}

/** The permission bits of everyone but the owner of a file. */
const ofOthers = 0o077;

/** The password of the first line that matches; null if none does, or if the file is missing or others than its owner can access it. */
export async function passwordIn(file: string, wanted: PasswordFor): Promise<string | null> {
  try {
    const found = await stat(file);
    const isOpen = process.platform !== 'win32' && (found.mode & ofOthers) !== 0;
    return found.isFile() && !isOpen ? passwordFor(await readFile(file, 'utf8'), wanted) : null;
  } catch {
    return null;
  }
}

/** The password in the text of a password file. A star matches anything; a backslash escapes a colon or a backslash. */
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
