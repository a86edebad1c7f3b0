/** The arguments and flags of each command, as yargs builders, each with one example. */
import type { Argv } from 'yargs';
import { flagsOf, helpFor } from '../config/settings.ts';
import { AUTHORITIES, LICENCES, PLAN_LEVELS } from '../model/words.ts';

const listed = { type: 'string', array: true, nargs: 1, requiresArg: true } as const;
const single = { type: 'string', requiresArg: true } as const;

/** Adds the settings of a command as flags, from the table in src/config, which also checks their values. */
const withSettings = <Arguments>(command: Argv<Arguments>, name: string): Argv<Arguments> => {
  for (const setting of flagsOf(name))
    command.option(setting.flag ?? '', { type: 'string', describe: helpFor(setting) });
  return command;
};

const dataOptions = <Arguments>(command: Argv<Arguments>) => withSettings(command, 'check');

const withAnswers = <Arguments>(command: Argv<Arguments>) =>
  dataOptions(command).option('json', {
    type: 'boolean',
    default: false,
    describe: 'Print the response of the API, as JSON',
  });

const withFacts = <Arguments>(command: Argv<Arguments>) =>
  withAnswers(command)
    .option('met', {
      ...listed,
      describe: 'A condition that is met; repeat the flag, or separate several by commas',
    })
    .option('unmet', { ...listed, describe: 'A condition that is not met; repeat it, or use commas' })
    .option('count', {
      ...listed,
      describe: 'How many there were so far, for a condition that counts: CONDITION=N; repeat it, or use commas',
    })
    .option('territory', {
      ...single,
      describe:
        'Where the care is given, as an ISO 3166 code; ZZ is any other country. Default: in the home area of the plan',
    })
    .option('on', { ...single, describe: 'The day of the care, as in 2026-11-23. Default: today' })
    .option('according-to', { ...listed, describe: 'Use only this source; repeat it, or use commas, for several' })
    .option('minimum-authority', {
      ...single,
      coerce: (text: string | undefined) => text?.toUpperCase().replaceAll('-', '_'),
      choices: AUTHORITIES,
      describe: 'Use only sources of this authority or a higher one',
    });

const SUBJECT = 'The slug of a service or technique, or a billing code (97124, HCPCS:A0428)';

export const ask = (command: Argv) =>
  withAnswers(command)
    .positional('question', { type: 'string', array: true, describe: 'The question, in plain English' })
    .example('$0 ask what does tricare prime require for massage', 'the answer, its reasons and its sources');

export const coverage = (command: Argv) =>
  withFacts(command)
    .positional('plan', { type: 'string', demandOption: true, describe: 'The slug of a plan' })
    .positional('subject', { type: 'string', demandOption: true, describe: SUBJECT })
    .example(
      '$0 coverage tricare-prime massage-therapy --met prescribed',
      'an answer for a case of which one fact is known',
    );

export const compare = (command: Argv) =>
  withFacts(command)
    .positional('plans', { type: 'string', array: true, demandOption: true, describe: 'The slugs of two to ten plans' })
    .option('of', { ...single, demandOption: true, describe: SUBJECT })
    .example('$0 compare medicare-advantage tricare-prime --of 97124', 'what the plans share, and where they differ');

export const matrix = (command: Argv) =>
  withFacts(command)
    .option('plans', {
      type: 'string',
      array: true,
      requiresArg: true,
      demandOption: true,
      describe: 'The slugs of plans',
    })
    .option('of', {
      type: 'string',
      array: true,
      requiresArg: true,
      demandOption: true,
      describe: `What the plans may cover; each value is ${SUBJECT.toLowerCase()}`,
    })
    .example('$0 matrix --plans medicare medigap --of 97124 shiatsu', 'four answers, in short');

export const show = (command: Argv) =>
  withAnswers(command)
    .positional('entry', {
      type: 'string',
      demandOption: true,
      describe:
        'The slug of a plan, service, technique, condition or source; a billing code (97124, cpt-97124); the ISO code of a place; or a rule, as plan/key',
    })
    .example('$0 show tricare-prime/massage-excluded', 'one rule, and the sources that state it');

/** Not strict, because the error for wrong settings lists unknown arguments too. */
export const serve = (command: Argv) =>
  withSettings(command, 'serve')
    .strict(false)
    .epilogue('For all settings, also of OpenTelemetry and databases, see docs/configuration.md')
    .example('$0 serve --port 0 --data mine', 'serve your own data set, on any free port');

const withAll = <Arguments>(command: Argv<Arguments>) =>
  command.option('all', {
    type: 'boolean',
    default: false,
    describe: 'Print every problem of the data, not only the first fifty',
  });

export const check = (command: Argv) =>
  withAll(dataOptions(command))
    .option('explain', {
      choices: ['fingerprint'] as const,
      describe: 'Explain a term instead; and print the fingerprint of the passage on standard input, if there is one',
    })
    .example('$0 check --data mine', 'every problem, with its file, line and law, and what to do');

/** The values of an enum as data files write them: PLAN_DOCUMENT is plan-document. */
const inSmallLetters = (words: readonly string[]): string[] =>
  words.map((word) => word.toLowerCase().replaceAll('_', '-'));

const withDraft = <Arguments>(command: Argv<Arguments>) =>
  command
    .positional('slug', {
      type: 'string',
      demandOption: true,
      describe: 'Its slug, which is also the name of its file: lower-case letters and digits, joined by single hyphens',
    })
    .option('data', {
      ...listed,
      describe:
        'The data folder to write it to, which is created if it is missing; if you give several, the last. Also DATA_DIR. Default: the data that comes with the program',
    })
    .option('name', { ...single, describe: 'Its name' });

export const newPlan = (command: Argv) =>
  withDraft(command)
    .option('level', {
      ...single,
      choices: inSmallLetters(PLAN_LEVELS),
      describe: 'The level of the plan. Default: plan',
    })
    .option('within', { ...single, describe: 'The slug of the plan whose rules apply to it too' })
    .option('covered', {
      ...single,
      describe: 'What its first rule covers: the slug of a service, technique or billing code, such as cpt-97124',
    })
    .option('excluded', { ...single, conflicts: 'covered', describe: 'What its first rule excludes' })
    .option('when', { ...listed, describe: 'A condition of that rule; repeat it for several, which must all be met' })
    .option('cites', { ...listed, describe: 'The passage that states it, as SOURCE#PASSAGE; repeat it for several' })
    .epilogue('Values that you do not give are marked TODO in the file, and covergraph check lists them.')
    .example(
      '$0 new plan example-ppo --name "Example PPO" --covered massage-therapy --when prescribed --cites example-handbook#massage',
      'a plan with one rule and its cases',
    );

export const newSource = (command: Argv) =>
  withDraft(command)
    .option('publisher', { ...single, describe: 'The publisher' })
    .option('authority', { ...single, choices: inSmallLetters(AUTHORITIES), describe: 'The kind of source' })
    .option('licence', { ...single, choices: LICENCES, describe: 'The license under which it may be used' })
    .option('edition', { ...single, describe: 'Its edition or version' })
    .option('published-on', { ...single, describe: 'The day it was published, as in 2026-11-23' })
    .option('checked-on', { ...single, describe: 'The day you read it. Default: today' })
    .option('url', { ...single, describe: 'Its web address' })
    .option('passage', { ...single, describe: 'The key of its first passage. Default: p1' })
    .option('at', { ...single, describe: 'Where the passage is: the heading, the section or the page' })
    .option('says', { ...single, describe: 'What the passage says, in your own words' })
    .epilogue('Values that you do not give are marked TODO in the file, and covergraph check lists them.')
    .example(
      '$0 new source example-handbook --name "Example handbook" --authority plan-document --passage massage',
      'a source with one passage, to fill in',
    );

const withPack = <Arguments>(command: Argv<Arguments>) =>
  command
    .option('compress', {
      type: 'boolean',
      default: false,
      describe: 'Write the entries compressed, which takes a pack of national size minutes',
    })
    .option('from', { ...single, demandOption: true, describe: "The folder with the publisher's files, unpacked" })
    .option('to', {
      ...single,
      demandOption: true,
      describe: 'The folder to write the pack to; a pack from an earlier import is replaced',
    })
    .option('keep-texts', {
      type: 'boolean',
      default: false,
      describe: "Quote the texts in issuers' and plans' own words; such a pack is for your own use only",
    });

export const importPbp = (command: Argv) =>
  withPack(command)
    .option('year', { ...single, demandOption: true, describe: 'The contract year of the files' })
    .example(
      '$0 import cms-pbp --year 2027 --from pbp --to pack',
      'make a pack; then load it with the data: --data data --data pack',
    );

export const importPuf = (command: Argv) =>
  withPack(command).example(
    '$0 import marketplace-puf --from puf --to pack',
    'make a pack; each row has its year, so one pack can hold several years',
  );

export const importPages = (command: Argv) =>
  withPack(command)
    .option('year', { ...single, demandOption: true, describe: 'The plan year of the pages' })
    .option('via', { ...single, describe: 'The slug of the source in which the pages were read, if they are a copy' })
    .option('edition', { ...single, describe: 'The age of the copy, in words' })
    .example(
      '$0 import plan-compare --year 2026 --from pages --to pack',
      'make a pack; then load it with the data: --data data --data pack',
    );

export const verify = (command: Argv) =>
  dataOptions(command)
    .positional('file', {
      type: 'string',
      demandOption: true,
      describe: 'The response, as JSON, to the example how-do-i-keep-a-receipt-of-an-answer',
    })
    .example('$0 verify answer.json', 'check each step of the proof against the data');

const withJson = <Arguments>(command: Argv<Arguments>) =>
  command.option('json', { type: 'boolean', default: false, describe: 'Print JSON' });
const DATABASE = 'The address of the database is in DATABASE_URL, or in the file that DATABASE_URL_FILE names.';

export const migrate = (command: Argv) =>
  withJson(command)
    .epilogue(
      `Run it for each new release, before you start its servers or publish with it. Published versions stay, and servers of the previous release keep working. ${DATABASE}`,
    )
    .example('$0 migrate', 'create or update the tables');

export const publish = (command: Argv) =>
  withAll(withJson(dataOptions(command)))
    .option('note', { ...single, describe: 'A note for the list of versions' })
    .epilogue(
      `The data is checked as by covergraph check, and then becomes a version in one transaction. The same data is not published twice. ${DATABASE}`,
    )
    .example(
      '$0 publish --data data --data pack --note "Plans of 2027"',
      'publish a version; servers load it within seconds',
    );

export const rollback = (command: Argv) =>
  withJson(command)
    .option('to', {
      ...single,
      describe: 'The number or digest of the version to make current. Default: the version that was current before',
    })
    .epilogue(DATABASE)
    .example('$0 rollback', 'make the version before the current one current again');

export const prune = (command: Argv) =>
  withJson(command)
    .option('keep', {
      ...single,
      demandOption: true,
      describe: 'How many of the newest versions to keep; 1 or more',
    })
    .option('older-than', {
      ...single,
      describe: 'Remove only versions that were published more than this many days ago',
    })
    .option('include-rollback', {
      type: 'boolean',
      default: false,
      describe: 'Also remove versions that a rollback leads to',
    })
    .option('dry-run', { type: 'boolean', default: false, describe: 'List what would be removed, and remove nothing' })
    .epilogue(
      `The current version always stays. So do the versions that the next rollbacks lead to: as many as --keep less one, at least one. Entries that no version has any more are removed too. ${DATABASE}`,
    )
    .example('$0 prune --keep 10 --dry-run', 'list the versions that would be removed')
    .example(
      '$0 prune --keep 10 --older-than 90',
      'remove what is neither among the newest ten nor of the last 90 days',
    );

export const versions = (command: Argv) =>
  withJson(command)
    .epilogue(DATABASE)
    .example('$0 versions', 'list the versions, newest first; the current one has a star');

export const diff = (command: Argv) =>
  withJson(command)
    .positional('before', { type: 'string', demandOption: true, describe: 'The number or digest of a version' })
    .positional('after', { type: 'string', demandOption: true, describe: 'The number or digest of another version' })
    .epilogue(DATABASE)
    .example('$0 diff 3 4', 'the entries that differ, the answers that differ, and the rules that cause it');

export const schemaCommand = (command: Argv) =>
  command.example('$0 schema > covergraph.graphql', 'save the schema, from which a client generates its types');

/** The end of `covergraph --help`. */
export const exitCodes = `Exit codes: 0: the command succeeded, whatever the answer is; 1: fix the data or
a setting; 2: fix the command, which has wrong usage or a name that the graph
does not have (the message suggests names). Answers go to standard output,
everything else to standard error.`;
