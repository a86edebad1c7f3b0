/** The licenses of everything in the build, for `dist/licences.txt` and for the file that the server serves. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Between two licenses. The packages in GraphiQL are one of them. */
const separator = `\n${'='.repeat(80)}\n\n`;

/** License texts by what they are of: the name of a package, "Covergraph", or a heading. */
export type Licenses = ReadonlyMap<string, string>;

/**
 * The licenses of the packages to which the files belong, whose paths are relative to the root of the project. Throws an Error
 * for a package without a license.
 */
export function packageLicenses(files: Iterable<string>): Licenses {
  const folders = new Set(
    [...files].flatMap((file) => /^(?!lazy:).*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []),
  );
  return new Map([...folders].map((folder) => [folder.replace(/^.*node_modules\//, ''), licenseOf(folder)] as const));
}

function licenseOf(folder: string): string {
  const file = readdirSync(join(root, folder)).find((name) => /^licen[cs]e/i.test(name));
  if (file !== undefined) return read(`${folder}/${file}`);
  const { license, author } = JSON.parse(read(`${folder}/package.json`)) as { license?: string; author?: string };
  if (license === undefined) throw new Error(`${folder} is in the build and has no license: remove it.`);
  return `${license}, as its package.json says.${typeof author === 'string' ? ` Author: ${author}` : ''}`;
}

/** The licenses of Covergraph, of its list of English words, and of what GraphiQL's bundle contains, which does not name its packages. */
export function ownLicenses(): Licenses {
  const [heading = '', ...rest] = read('scripts/graphiql-licenses.txt').split('\n');
  return new Map([
    ['Covergraph', read('LICENSE')],
    ['Spell Checker Oriented Word Lists', read('src/language/generated/english-words.license.txt')],
    [heading, rest.join('\n')],
  ]);
}

/** Writes licenses as one text: Covergraph's own first, the others by name. */
export function licenseText(licenses: Licenses): string {
  const order = (name: string): string => (name === 'Covergraph' ? '' : name.toLowerCase());
  return [...licenses]
    .sort(([a], [b]) => (order(a) < order(b) ? -1 : 1))
    .map(([name, text]) => `${name}\n\n${text.trim()}\n`)
    .join(separator);
}

/** Reads what `licenseText` wrote. */
export function parseLicenseText(text: string): Licenses {
  return new Map(
    text.split(separator).map((section) => {
      const end = section.indexOf('\n');
      return [section.slice(0, end), section.slice(end)] as const;
    }),
  );
}
