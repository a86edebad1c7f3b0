/** docs/configuration.md, made from the tables; `npm run codegen` writes it. */
import { defaultLimits, type Limits } from '../http/query-limits/limits.ts';
import { PARAMETERS, REFUSED } from '../store/postgres/address.ts';
import { mostOfLimit, type Setting, SETTINGS } from './settings.ts';
import { TELEMETRY_VARIABLES, UNSUPPORTED } from './telemetry.ts';

const LIMITS: Readonly<Record<keyof Limits, string>> = {
  bodyBytes: 'Bytes of the body of a request',
  tokens: 'Tokens of a document: names, numbers, strings and punctuation; comments do not count',
  depth: 'Fields within fields, fragments included; a root field has depth one',
  aliases: 'Fields with another name, counted as often as the fragments that hold them are spread',
  directives: 'Directives of a document, known or not',
  breadth: 'Fields and fragments of one selection, before fragments are spread',
  listItems: 'Entries of the longest list among arguments and variables',
  cells: 'Pairs of one coverageMatrix',
  entities: 'Representations of one _entities',
  questionCharacters: 'Characters of a question in plain English',
  cost: 'Units of cost; one stands for about 10 microseconds',
  responseBytes: 'Bytes of an answer as JSON, before it is compressed',
  sendSeconds: 'Seconds in which a client has to take part of its answer; one that takes nothing is disconnected',
  headerSeconds: 'Seconds in which the headers of a request have to arrive, or anything on a new connection',
  validationErrors: 'Errors that one validation reports',
};

/** Text of a cell: a bar would end it. */
const cell = (text: string): string => text.replaceAll('|', '\\|');
const code = (text: string): string => (text === '' ? '' : `\`${cell(text)}\``);

/** A table as Prettier lays it out: every column as wide as its widest cell. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((name, column) =>
    Math.max(3, ...[head, ...rows].map((row) => row[column]?.length ?? 0), name.length),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((text, column) => text.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

const sentence = (text: string): string => `${text}.`;

function settingsFor(settings: readonly Setting[]): string {
  return table(
    ['flag', 'variable', 'what it is', 'allowed', 'default'],
    settings.map(({ flag, variable, list, type, default: builtIn, description }) => [
      flag === null ? '' : code(`--${flag}`),
      code(variable),
      cell(sentence(description)),
      cell(list === undefined ? type.allowed : `${type.allowed}; a list`),
      cell(builtIn ?? 'none'),
    ]),
  );
}

const introduction = `<!-- Made by "npm run codegen" from src/config. Do not edit. -->

# Configuration

Every setting, with its flag, its environment variable, what it may be and its default. A flag is used before the
environment, the environment before the default. \`covergraph serve --help\` shows the same list.

- **A value that is not understood stops the start.** All such values, unknown flags and files that cannot be read are
  listed at once, each with what is allowed. One thing cannot be checked: a misspelled name of an environment variable,
  because it may belong to another program.
- An environment variable that is empty, or holds only spaces, counts as not set. An empty flag is an error. Spaces
  around a value do not count.
- A switch takes \`yes\`, \`no\`, \`true\`, \`false\`, \`on\`, \`off\`, \`1\` and \`0\`, in any case. As a flag it may have no value
  (\`--watch\`) or be negated (\`--no-watch\`).
- A list is given by repeating the flag, or in the variable with commas between; a list of paths in a variable is
  divided as \`PATH\` is (\`:\`, on Windows \`;\`).
- Secrets are never flags, because other users of a machine can see flags.
`;

function settingsSections(): string {
  const all = Object.values<Setting>(SETTINGS);
  const ofData = all.filter(({ commands }) => commands.includes('check'));
  const ofDatabase = all.filter(({ variable }) => /^(?:DATABASE|POLL|VERSIONS)_/.test(variable));
  const ofServer = all.filter((setting) => !ofData.includes(setting) && !ofDatabase.includes(setting));
  return `## Server

Of the command \`serve\`.

${settingsFor(ofServer)}

## Data

Of every command that reads data: ${all[0]?.commands.map((name) => code(name)).join(', ') ?? ''}.

${settingsFor(ofData)}

## Database of versions

Of \`serve\`, and of \`migrate\`, \`publish\`, \`rollback\`, \`prune\`, \`versions\` and \`diff\` as far as the address. With a database
\`serve\` refuses settings about folders.

${settingsFor(ofDatabase)}
`;
}

function limitsSection(): string {
  return `## Limits

The names of \`--limit NAME=NUMBER\` and \`LIMITS=NAME=NUMBER,NAME=NUMBER\`. Each is a whole number from 1.

${table(
  ['name', 'what one request may have at most', 'default', 'highest'],
  Object.entries(LIMITS).map(([name, text]) => {
    const limit = name as keyof Limits;
    return [code(name), cell(sentence(text)), String(defaultLimits[limit]), String(mostOfLimit(limit))];
  }),
)}
`;
}

function addressesSection(): string {
  return `## Database addresses

\`DATABASE_URL\` takes what PostgreSQL's own programs take (libpq, "Connection Strings"), with the same meaning:

- a URI: \`postgres://USER:PASSWORD@HOST:5432/NAME?sslmode=verify-full\`, also \`postgresql://\`; special characters in
  user, password and name percent-encoded;
- keywords: \`host=HOST port=5432 dbname=NAME user=USER password='two words'\`;
- several hosts: \`postgres://USER@HOST-1:5432,HOST-2:5432/NAME?target_session_attrs=read-write\`. Each is tried in turn;
  the one that worked last is tried first. A host that refuses the login ends the search;
- a Unix socket: \`postgres://USER@/NAME?host=/run/postgresql\`.

What the address does not say is taken from the PG* variables below, then from the password file. \`sslmode\` is:

${table(
  ['sslmode', 'what it does'],
  [
    [code('disable'), 'No TLS.'],
    [code('allow'), 'No TLS; with TLS where the server refuses that.'],
    [code('prefer'), 'TLS where the server has it, otherwise none. The default.'],
    [code('require'), 'TLS, and the certificate of the server is not checked unless `sslrootcert` is given.'],
    [code('verify-ca'), 'TLS, and the certificate has to be signed by an authority of `sslrootcert`.'],
    [
      code('verify-full'),
      'The same, and it has to name the host. Without `sslrootcert` the authorities of Node are trusted.',
    ],
  ],
)}

${table(
  ['parameter', 'variable', 'what it is', 'allowed'],
  Object.entries(PARAMETERS).map(([name, { variable = '', allowed, description }]) => [
    code(name),
    code(variable),
    cell(sentence(description)),
    allowed === undefined || allowed instanceof RegExp ? '' : allowed.map(code).join(', '),
  ]),
)}

These are refused, with what to do instead: ${Object.keys(REFUSED).map(code).join(', ')}. So is any other name. The default
root certificate, client certificate and key in \`.postgresql\` of the home folder are used as libpq uses them. A host is
always needed: libpq's built-in folder for Unix sockets is not assumed.
`;
}

function telemetrySection(): string {
  return `## OpenTelemetry

The variables that OpenTelemetry's specification defines. Traces are the one signal that is sent, as OTLP over HTTP, and
nothing is sent unless an endpoint or \`OTEL_TRACES_EXPORTER=otlp\` is set. Where the specification would warn of an invalid
value and go on without it, the start stops, as with every setting. A switch here takes \`true\` and \`false\` alone.

${table(
  ['variable', 'what it is', 'default'],
  TELEMETRY_VARIABLES.map(({ variable, text, default: builtIn }) => [
    code(variable),
    cell(sentence(text)),
    code(builtIn),
  ]),
)}

These ask for what Covergraph does not do, and stop the start:

${UNSUPPORTED.map(unsupportedLine).join('\n')}

A trace that cannot be sent is logged: the first at once, then how many were lost after one minute, two, four and so on up
to an hour, and once more when sending works again.
`;
}

/** One point of the list of variables that stop the start. */
function unsupportedLine({ names, why, unless }: (typeof UNSUPPORTED)[number]): string {
  const ignored = unless === undefined ? '' : ` (with \`${unless}=none\` the others are ignored)`;
  return `- ${names.split(', ').map(code).join(', ')}: ${why}${ignored}.`;
}

/** The whole page. */
export function configurationPage(): string {
  return [introduction, settingsSections(), limitsSection(), addressesSection(), telemetrySection()].join('\n');
}
