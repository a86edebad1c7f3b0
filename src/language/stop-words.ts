/**
 * Stop words: English words that can occur in a question without naming an entry of the graph. A word that is neither a
 * stop word nor part of a name in the data is reported as not understood, because it may change the meaning of the
 * question. So a word that could change the meaning must not be listed here.
 */
import { stemOf } from './tokenizer.ts';

const stemsOfList = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/).map(stemOf));

/** Grammar, courtesy and people. */
const FUNCTION_WORDS = stemsOfList(`
  a an the this that these those it its he she they them his her hers their theirs my mine your yours our ours we i me
  you us him myself yourself someone somebody anyone anybody everyone people person patient patients member members
  beneficiary beneficiaries enrollee enrollees enrolled folks family families spouse wife husband mom mother dad
  father parent parents grandma grandmother grandpa grandfather friend friends guy man woman is are am was were be
  been being do does did done doing has have had having can could will would shall should may might must ought need
  needs needed to of in on at by for from with within into onto as about over under than then so if when whenever
  while whether because since until before after during though although but and or nor either neither both not no
  never none without only just even also too very really actually exactly ever already still yet again maybe perhaps
  probably possibly likely typically usually generally normally sometimes always often any some all every each most
  many much more less few several other another else same such own what which who whom whose where why how here there
  now today currently please thanks thank hi hello hey ok okay well um so sir tell told say says said give gives gave given write writes wrote written
  show shows explain know knows wonder wondering ask asking asked question questions answer answers find out look
  looking see understand help hear heard read want wants wanted like would get gets getting got gotten receive
  receives received receiving take takes taking taken go goes going went come comes coming use uses used using make
  makes making made let try trying put keep think thinking believe mean means meant meaning call calls called name
  named names considered consider considers count counts counted classified classify regarded treated deemed anything
  something nothing everything thing things stuff way ways kind kinds sort sorts type types form forms part parts true
  right yes possible able allowed allow allows supposed happen happens happened happening based regarding concerning respect up
  off down back through via per vs versus compared between among across got one first day time moment year years soon
  later sure quick quickly simply plain english word words overall am im ive id ll s t y etc e g ie sick ill fall
  falls cannot whenever across yourself itself themselves ones according depend depends depending mind send submit
  strong weak solid note say anywhere everywhere good great better somewhere wherever kindly confirm advise pls plz
  lol btw thx google siri alexa assistant honestly literally chance lot lots besides false satisfied satisfy met
  fulfill applicable appropriate associated purported new newly dose bc shown wondering sister brother cousin neighbor
  aunt uncle improve improves improved body guess suppose curious seem seems around winter summer thru`);

/** Words of health insurance that add nothing next to a name: "Tricare Prime plan", "massage sessions". */
const INSURANCE_WORDS = stemsOfList(`
  plan plans insurance insurances insurer insurers coverage policy policies program programs programme programmes
  benefit benefits health healthcare medical cover covers covered covering pay pays paid paying payment reimburse
  reimburses reimbursed reimbursement provide provides provided offer offers offered offering include includes
  included including service services treatment treatments session sessions visit visits therapy therapies care
  procedure procedures code codes billing bill billed bills billable letter letters provider providers cpt hcpcs
  require requires required requirement requirements condition conditions rule rules criteria criterion qualify
  qualifies eligible eligibility mandatory necessary follow available entitled approve approves accept accepts
  accepted excluded exclude excludes exclusion exclusions deny denies denied refuse refuses refused reject rejects
  reimbursable organization organizations carrier carriers company companies buy bought sell sells sold marketed sale sign purchase expect expects enroll
  enrolment enrollment join insured modifier modifiers claim claims`);

/** Words that the patterns in `classify-intent.ts` look for. */
const INTENT_WORDS = stemsOfList(`
  cost costs costing cheapest cheaper lowest price prices pricing priced charge charges charged fee fees owe owes owed expensive cheap free
  amount amounts money dollar dollars pocket expense expenses compare compared comparing comparison differ differs
  difference differences different better best worse common share shared shares list lists listed enumerate
  enumeration report percent percentage number numbers domestic lie lies lying situated example examples options
  option alternative alternatives instead evidence research study studies proven prove effective effectiveness
  scientific science work works working effect effects advantage advantages purpose purposes describe description
  define definition definitions info information overview technique techniques method methods style styles stroke
  strokes movement movements modality modalities involve involves contain contains consist consists belong belongs
  reason reasons source sources disagree disagrees disagreement disagreements contradict contradicts contradiction
  contradictions proof cite cites citation citations place places country countries state states territory territories
  located location locations limit limits limited cap caps capped ceiling lifetime maximum max restriction restrictions perform performs performed
  performing driving drive drives drove crossing cross border near closer closest nearest traveling travelling travel
  travels traveled travelled trip trips visiting live living lives vacation holiday outside inside`);

/** Nouns that may follow a name without changing it: "Tricare Prime plan". */
export const NOUNS_AFTER_NAMES: ReadonlySet<string> = stemsOfList(
  `
  plan insurance coverage policy program programme letter benefit service treatment session visit therapy code member
  beneficiary`,
);

/** The stems of all stop words. */
export const STOP_WORDS: ReadonlySet<string> = new Set([...FUNCTION_WORDS, ...INSURANCE_WORDS, ...INTENT_WORDS]);

/** Whether a stem is a stop word. */
export const isStopWord = (stem: string): boolean => STOP_WORDS.has(stem);

const QUESTION_WORDS = stemsOfList(`
  cover covers covered pay pays paid reimburse include includes offer provide require requires need needs compare does
  do is are will can what which who why how when where and or for under with in of`);

/** Whether a stem is a word of the question itself, and so never part of an unknown name, even when capitalized. */
export const isQuestionWord = (stem: string): boolean => QUESTION_WORDS.has(stem);

/** English words that are one or two letters from a word of the data and are not misspellings of it. */
export const NEVER_CORRECTED: ReadonlySet<string> = stemsOfList(`
  denial denied dental meditation mediation mental rental medial pride prize prized primer crime elect passage manage
  fraction fiction traction american german kneeling smoking compassion hospice hospitality stretching strokes vision
  version pressure treats county counties parish`);

/** Words that negate what follows. */
export const NEGATIONS: ReadonlySet<string> = stemsOfList(
  'no not never without lack lacks lacking neither nor none non',
);
