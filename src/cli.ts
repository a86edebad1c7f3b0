#!/usr/bin/env node
/** The command line: what each command takes, and where its text and its exit code go. */
import { statSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import yargs, { type Argv } from 'yargs';
import { hideBin } from 'yargs/helpers';
import { dayInNewYork } from './cli/day.ts';
import { fingerprintExplained, Refusal, wrongSettings } from './cli/reports.ts';
import { readFolders, readSettings, type Flags, type Read, type Surroundings } from './cli/settings.ts';

const around: Surroundings = {
  env: process.env,
  ownData: fileURLToPath(new URL('../data', import.meta.url)),
  isFolder: (path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false,
};
const say = (line: string): void => { process.stdout.write(`${line}\n`); };

function settingsOf<Value>(read: Read<Value>): Value {
  if (read.wrong !== undefined) throw wrongSettings(read.wrong);
  return read.settings;
}

const withFolders = <Arguments>(command: Argv<Arguments>) => command
  .option('data', { type: 'string', array: true, nargs: 1, requiresArg: true, describe: 'A folder of data; more than one may be given, later ones add. DATA_DIR. Default: the data that comes with the program' })
  .option('sources', { type: 'string', array: true, nargs: 1, requiresArg: true, describe: 'A folder with the originals of sources, as text, to quote from and check against. SOURCES_DIR' });

async function serve(flags: Flags): Promise<void> {
  const settings = settingsOf(readSettings(flags, around));
  const server = await import('./server.ts');
  const { line, close } = await server.serve(settings);
  say(line);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => { void close(); });
}

async function check(flags: Flags): Promise<void> {
  const folders = settingsOf(readFolders(flags, around));
  const { loadSound } = await import('./cli/loading.ts');
  const { plans, rules, sources } = await loadSound(folders, dayInNewYork(new Date()));
  say(`The data is sound: ${String(plans.size)} plans, ${String(rules.size)} rules, ${String(sources.size)} sources.`);
}

async function explainFingerprint(): Promise<void> {
  say(fingerprintExplained);
  if (process.stdin.isTTY) return;
  const { fingerprintOf } = await import('./store/originals.ts');
  const passage = await text(process.stdin);
  if (passage.trim() !== '') say(fingerprintOf(passage));
}

await yargs(hideBin(process.argv))
  .scriptName('covergraph')
  .locale('en')
  .command('serve', 'Answer questions about coverage over GraphQL', (command) => withFolders(command)
    .option('port', { type: 'string', requiresArg: true, describe: 'The port to listen on; 0 for any free one. PORT. Default: 4000' })
    .option('host', { type: 'string', requiresArg: true, describe: 'The address to listen on. HOST. Default: 127.0.0.1' })
    .example('$0 serve', 'the data that comes with the program, at http://127.0.0.1:4000/graphql')
    .example('$0 serve --port 0 --data mine', 'a data set of your own, on any free port'), (flags) => serve(flags))
  .command('check', 'Check a data set against every law, and print what is wrong', (command) => withFolders(command)
    .option('explain', { choices: ['fingerprint'] as const, describe: 'Explain a term of the data instead' })
    .example('$0 check --data mine', 'every problem with its file, line, law and what to do')
    .example('$0 check --explain fingerprint < passage.txt', 'the fingerprint of a passage'),
  (flags) => (flags.explain === 'fingerprint' ? explainFingerprint() : check(flags)))
  .completion('completion', 'Print a script for completion in bash or zsh')
  .demandCommand(1, 'Say what to do: one of the commands above.')
  .strict()
  .fail((message, error: Error | undefined, command) => {
    if (error instanceof Refusal) process.stderr.write(`${error.lines.join('\n')}\n`);
    else if (error) process.stderr.write(`${error.stack ?? error.message}\n`);
    else process.stderr.write(`${message}\n\nSee covergraph ${String(command.parsed ? command.parsed.argv._[0] ?? '' : '')} --help\n`.replace('  ', ' '));
    process.exit(1);
  })
  .parseAsync();
