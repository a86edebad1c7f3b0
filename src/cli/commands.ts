/** What each command takes, and one example of each. */
import type { Argv } from 'yargs';
import { flagsOf, helpFor } from '../config/settings.ts';
import { AUTHORITIES, LICENCES, PLAN_LEVELS } from '../model/words.ts';

const listed = { type: 'string', array: true, nargs: 1, requiresArg: true } as const;
const single = { type: 'string', requiresArg: true } as const;

/** The settings that a command takes, from the table of config, which also checks what is given. */
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
    describe: 'Print what the API answers, for machines',
  });

const withFacts = <Arguments>(command: Argv<Arguments>) =>
  withAnswers(command)
    .option('met', {
      ...listed,
      describe: 'A condition that holds; more than one may be given, or several with commas between',
    })
    .option('unmet', { ...listed, describe: 'A condition that does not hold; likewise' })
    .option('count', {
      ...listed,
      describe: 'How many there are so far of what a condition counts: CONDITION=N; likewise',
    })
    .option('territory', {
      ...single,
      describe: 'Where the care is given, by ISO 3166 code; ZZ: abroad. Default: at home',
    })
    .option('on', { ...single, describe: 'The day of the care, as in 2026-11-23. Default: today' })
    .option('according-to', { ...listed, describe: 'A source to hear and no others; likewise' })
    .option('minimum-authority', {
      ...single,
      coerce: (text: string | undefined) => text?.toUpperCase().replaceAll('-', '_'),
      choices: AUTHORITIES,
      describe: 'Hear only sources of this authority or a higher one',
    });

const SUBJECT = 'The slug of a service or technique, or a billing code (97124, HCPCS:A0428)';

export const ask = (command: Argv) =>
  withAnswers(command)
    .positional('question', { type: 'string', array: true, describe: 'The question as anyone would type it' })
    .example('$0 ask what does tricare prime require for massage', 'the answer in words, its reasons and its sources');

export const coverage = (command: Argv) =>
  withFacts(command)
    .positional('plan', { type: 'string', demandOption: true, describe: 'The slug of a plan' })
    .positional('subject', { type: 'string', demandOption: true, describe: SUBJECT })
    .example(
      '$0 coverage tricare-prime massage-therapy --met prescribed',
      'what is known of the case narrows the answer',
    );

export const compare = (command: Argv) =>
  withFacts(command)
    .positional('plans', { type: 'string', array: true, demandOption: true, describe: 'The slugs of two to ten plans' })
    .option('of', { ...single, demandOption: true, describe: SUBJECT })
    .example('$0 compare medicare-advantage tricare-prime --of 97124', 'what they share, and where they differ');

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
      describe: `What they may cover, each one: ${SUBJECT.toLowerCase()}`,
    })
    .example('$0 matrix --plans medicare medigap --of 97124 shiatsu', 'four answers at a glance');

export const show = (command: Argv) =>
  withAnswers(command)
    .positional('entry', {
      type: 'string',
      demandOption: true,
      describe:
        'A plan, service, technique, condition or source by its slug, a code (97124, cpt-97124), a place by its ISO code, a rule by plan/key',
    })
    .example('$0 show tricare-prime/massage-excluded', 'one rule, and who says so');

/** Not strict: what is unknown is listed together with every setting that is wrong. */
export const serve = (command: Argv) =>
  withSettings(command, 'serve')
    .strict(false)
    .epilogue('All settings, with those of OpenTelemetry and of database addresses: docs/configuration.md')
    .example('$0 serve --port 0 --data mine', 'a data set of your own, on any free port');

const withAll = <Arguments>(command: Argv<Arguments>) =>
  command.option('all', {
    type: 'boolean',
    default: false,
    describe: 'Print every problem of the data in full, not the first fifty',
  });

export const check = (command: Argv) =>
  withAll(dataOptions(command))
    .option('explain', {
      choices: ['fingerprint'] as const,
      describe: 'Explain a term of the data instead; of a passage on standard input, print the fingerprint',
    })
    .example('$0 check --data mine', 'every problem with its file, line, law and what to do');

/** The words of a closed list as data files write them. */
const inSmallLetters = (words: readonly string[]): string[] =>
  words.map((word) => word.toLowerCase().replaceAll('_', '-'));

const withDraft = <Arguments>(command: Argv<Arguments>) =>
  command
    .positional('slug', {
      type: 'string',
      demandOption: true,
      describe: 'Its slug and the name of its file: lower-case letters and digits joined by single hyphens',
    })
    .option('data', {
      ...listed,
      describe:
        'The data folder it belongs to; it is made if it is missing. Of several, the last. DATA_DIR. Default: the data that comes with the program',
    })
    .option('name', { ...single, describe: 'Its name' });

export const newPlan = (command: Argv) =>
  withDraft(command)
    .option('level', { ...single, choices: inSmallLetters(PLAN_LEVELS), describe: 'What it is. Default: plan' })
    .option('within', { ...single, describe: 'The slug of the plan whose rules it takes over' })
    .option('covered', {
      ...single,
      describe: 'What its first rule covers: the slug of a service, technique or billing code, such as cpt-97124',
    })
    .option('excluded', { ...single, conflicts: 'covered', describe: 'What it excludes instead' })
    .option('when', { ...listed, describe: 'A condition of that rule; more than one may be given, and all must hold' })
    .option('cites', { ...listed, describe: 'Who says so, as SOURCE#PASSAGE; more than one may be given' })
    .epilogue('What is not given is marked TODO in the file, and covergraph check lists it.')
    .example(
      '$0 new plan example-ppo --name "Example PPO" --covered massage-therapy --when prescribed --cites example-handbook#massage',
      'a plan with one rule and its cases',
    );

export const newSource = (command: Argv) =>
  withDraft(command)
    .option('publisher', { ...single, describe: 'Who publishes it' })
    .option('authority', { ...single, choices: inSmallLetters(AUTHORITIES), describe: 'What kind of source it is' })
    .option('licence', { ...single, choices: LICENCES, describe: 'Under which terms it may be used' })
    .option('edition', { ...single, describe: 'Its edition or version' })
    .option('published-on', { ...single, describe: 'The day it was published, as in 2026-11-23' })
    .option('checked-on', { ...single, describe: 'The day it was read. Default: today' })
    .option('url', { ...single, describe: 'Its web address' })
    .option('passage', { ...single, describe: 'The key of its first passage. Default: p1' })
    .option('at', { ...single, describe: 'Where the passage is: the heading, the section or the page' })
    .option('says', { ...single, describe: 'What the passage says, in your own words' })
    .epilogue('What is not given is marked TODO in the file, and covergraph check lists it.')
    .example(
      '$0 new source example-handbook --name "Example handbook" --authority plan-document --passage massage',
      'a source with one passage, to fill in',
    );

const withPack = <Arguments>(command: Argv<Arguments>) =>
  command
    .option('from', { ...single, demandOption: true, describe: "The folder with the publisher's files, unpacked" })
    .option('to', {
      ...single,
      demandOption: true,
      describe: 'The folder that becomes the pack; one that an import made is replaced',
    });

export const importPbp = (command: Argv) =>
  withPack(command)
    .option('year', { ...single, demandOption: true, describe: 'The contract year of the files' })
    .example(
      '$0 import cms-pbp --year 2027 --from pbp --to pack',
      'a pack to load beside the data: --data data --data pack',
    );

export const importPuf = (command: Argv) =>
  withPack(command).example(
    '$0 import marketplace-puf --from puf --to pack',
    'the year stands in each row, so several years go into one pack',
  );

export const verify = (command: Argv) =>
  dataOptions(command)
    .positional('file', {
      type: 'string',
      demandOption: true,
      describe: 'The response, as JSON, to how-do-i-keep-a-receipt-of-an-answer among the examples',
    })
    .example('$0 verify answer.json', 'whether each step of the proof is what the data gives');

const withJson = <Arguments>(command: Argv<Arguments>) =>
  command.option('json', { type: 'boolean', default: false, describe: 'Print it for machines' });
const DATABASE = 'The database is the one at DATABASE_URL, or at the address in the file DATABASE_URL_FILE.';

export const migrate = (command: Argv) =>
  withJson(command)
    .epilogue(
      `Run it with each new release, before servers or publishers of it start; what is there stays, and servers of the release before read on. ${DATABASE}`,
    )
    .example('$0 migrate', 'the tables in which versions are kept');

export const publish = (command: Argv) =>
  withAll(withJson(dataOptions(command)))
    .option('note', { ...single, describe: 'What the list of versions says of it' })
    .epilogue(
      `The data is checked as covergraph check does it, and then becomes a version in one transaction. The same data is not published twice. ${DATABASE}`,
    )
    .example('$0 publish --data data --data pack --note "Plans of 2027"', 'servers follow within seconds');

export const rollback = (command: Argv) =>
  withJson(command)
    .option('to', {
      ...single,
      describe:
        'The version that becomes current, by its number or its digest. Default: the one that the current one took the place of',
    })
    .epilogue(DATABASE)
    .example('$0 rollback', 'what was current before is current again');

export const versions = (command: Argv) =>
  withJson(command)
    .epilogue(DATABASE)
    .example('$0 versions', 'what was published, the newest first; the current one has a star');

export const diff = (command: Argv) =>
  withJson(command)
    .positional('before', { type: 'string', demandOption: true, describe: 'A version, by its number or its digest' })
    .positional('after', { type: 'string', demandOption: true, describe: 'Another' })
    .epilogue(DATABASE)
    .example('$0 diff 3 4', 'the entries that differ, each answer that does, and which rules make it so');

export const schemaCommand = (command: Argv) =>
  command.example('$0 schema > covergraph.graphql', "the file from which a client's types are made");

export const exitCodes = `Exit codes: 0 answered, whatever the answer; 1 the data or a setting has to be
mended; 2 the command has to be typed otherwise: wrong usage, or a name that the
graph does not know (what was probably meant is named). Answers go to standard
output, everything else to standard error.`;
