/**
 * Prints and parses the counties in which a plan is offered, as data files write them: one text per state. Parsing what was
 * printed gives the same value; text outside the grammar gives null, never a guess.
 */

/** As files name it: by code, by name, or both. Social Security's codes and FIPS codes are different numbers for the same counties. */
export interface ServedCounty {
  /** Five digits, of which the first two are the state's. */
  readonly fips: string | null;
  /** Five digits in Social Security's own numbering, in which states have other numbers than in FIPS. */
  readonly ssa: string | null;
  readonly name: string | null;
  /** Only part of it is served; which one is said by ZIP codes, or not at all. */
  readonly isPartial: boolean;
  readonly zipCodes: readonly string[];
}
export interface ServedCounties {
  /** ISO 3166: US-PA, PR. */
  readonly state: string;
  readonly counties: readonly ServedCounty[];
}

/** The territories of the United States have ISO codes of their own. */
const TERRITORIES: ReadonlySet<string> = new Set(['AS', 'GU', 'MP', 'PR', 'VI']);

/** The ISO 3166 code of a state or territory of the United States by its two letters: US-PA, PR. */
export function stateCode(letters: string): string {
  return TERRITORIES.has(letters) ? letters : `US-${letters}`;
}

/** States and territories by the first two digits of FIPS codes (FIPS 5-2). */
const FIPS_STATES: Readonly<Record<string, string>> = Object.fromEntries(
  (
    '01 AL 02 AK 04 AZ 05 AR 06 CA 08 CO 09 CT 10 DE 11 DC 12 FL 13 GA 15 HI 16 ID 17 IL 18 IN 19 IA 20 KS 21 KY 22 LA 23 ME 24 MD 25 MA 26 MI 27 MN 28 MS 29 MO 30 MT 31 NE 32 NV ' +
    '33 NH 34 NJ 35 NM 36 NY 37 NC 38 ND 39 OH 40 OK 41 OR 42 PA 44 RI 45 SC 46 SD 47 TN 48 TX 49 UT 50 VT 51 VA 53 WA 54 WV 55 WI 56 WY 60 AS 66 GU 69 MP 72 PR 78 VI'
  )
    .match(/\d\d [A-Z]{2}/g)
    ?.map((each) => [each.slice(0, 2), stateCode(each.slice(3))]) ?? [],
);

/** The state of a FIPS county code; null if no state has its first two digits. */
export const stateOfFips = (code: string): string | null => FIPS_STATES[code.slice(0, 2)] ?? null;
const STATES: ReadonlySet<string> = new Set(Object.values(FIPS_STATES));
/** Whether the code is that of a state or territory of the United States. */
export const isState = (code: string): boolean => STATES.has(code);

/** A key of a county within its state: its codes, or its name if it has none. */
export const countyKey = ({ fips, ssa, name }: ServedCounty): string =>
  fips === null && ssa === null ? (name ?? '') : `${fips ?? ''} ${ssa ?? ''}`;

function printCounty({ fips, ssa, name, isPartial, zipCodes }: ServedCounty): string {
  const partWithZipCodes = zipCodes.length === 0 ? '(part)' : `(part: ${zipCodes.join(' ')})`;
  const part = isPartial ? partWithZipCodes : '';
  return [fips === null ? '' : `FIPS ${fips}`, ssa === null ? '' : `SSA ${ssa}`, name ?? '', part]
    .filter(Boolean)
    .join(' ');
}

/** Prints counties: "US-PA: SSA 39010 Allegheny; SSA 39020 Armstrong (part)", "US-VA: FIPS 51059 (part: 20120 20121)". */
export function printCounties({ state, counties }: ServedCounties): string {
  return `${state}: ${counties.map(printCounty).join('; ')}`;
}

const COUNTY =
  /^(?:FIPS (?<fips>\d{5})(?: |$))?(?:SSA (?<ssa>\d{5})(?: |$))?(?<name>(?!FIPS|SSA|\d)[^;():]{1,60}?)?(?: ?\((?<part>part)(?:: (?<zips>\d{5}(?: \d{5})*))?\))?$/;

/** Null for a text that names no county. */
function parseCounty(text: string): ServedCounty | null {
  const { fips, ssa, name, part, zips } = COUNTY.exec(text)?.groups ?? {};
  if (fips === undefined && ssa === undefined && name === undefined) return null;
  return {
    fips: fips ?? null,
    ssa: ssa ?? null,
    name: name?.trim() ?? null,
    isPartial: part !== undefined,
    zipCodes: zips?.split(' ') ?? [],
  };
}

const [FIPS_PATTERN, SSA_PATTERN] = [String.raw`FIPS \d{5}`, String.raw`SSA \d{5}`];
const NAME_PATTERN = String.raw`(?!FIPS|SSA|\d)[^;():\s](?:[^;():\n\r\u2028\u2029]{0,58}[^;():\s])?`;
const PART_PATTERN = String.raw`\(part(?:: \d{5}(?: \d{5})*)?\)`;
const COUNTY_PATTERN = `(?:${FIPS_PATTERN}(?: ${SSA_PATTERN})?(?: ${NAME_PATTERN})?|${SSA_PATTERN}(?: ${NAME_PATTERN})?|${NAME_PATTERN})(?: ${PART_PATTERN})?`;
/** A regular expression (ECMA-262, with the flag u) for exactly the texts that `parseCounties` parses. */
export const COUNTIES_PATTERN = `^(?:US-)?[A-Z]{2}: ${COUNTY_PATTERN}(?:; ${COUNTY_PATTERN})*$`;

/** Parses what `printCounties` prints; null for any other text. */
export function parseCounties(text: string): ServedCounties | null {
  const [, state, list] = /^(US-[A-Z]{2}|[A-Z]{2}): (.+)$/.exec(text) ?? [];
  if (state === undefined || list === undefined) return null;
  const counties: ServedCounty[] = [];
  for (const each of list.split('; ')) {
    const county = parseCounty(each);
    if (county === null) return null;
    counties.push(county);
  }
  const found = { state, counties };
  return printCounties(found) === text ? found : null;
}

/**
 * What counties and their equivalents are called (FIPS 6-4): Allegheny County, Orleans Parish, San Juan Municipio,
 * Matanuska-Susitna Borough. "City" is not among them, because it is part of the name of an independent city.
 */
const COUNTY_NOUNS = '(?:county|parish|municipio|municipality|census area|city and borough|borough)';
const NOUN_AFTER_NAME = new RegExp(` ${COUNTY_NOUNS}$`);
const NOUN_BEFORE_NAME = new RegExp(`^(?:the )?${COUNTY_NOUNS} (?:of|de) `);

/**
 * A county name normalized for comparison: without case, accents, dots, apostrophes and the word County, Parish,
 * Municipio or the like. "Saint Clair County" and "ST. CLAIR" give the same key.
 */
export function countyNameKey(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[.'’]/g, '')
    .replace(/-/g, ' ')
    .replace(/\bsaint\b/g, 'st')
    .replace(/\bsainte\b/g, 'ste')
    .replace(NOUN_AFTER_NAME, '')
    .replace(NOUN_BEFORE_NAME, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Independent cities that share the name of a county in the same state (FIPS 6-4), by the key of that name. */
const CITIES_NAMED_LIKE_COUNTIES: Readonly<Record<string, ReadonlySet<string>>> = {
  'US-MD': new Set(['baltimore']),
  'US-MO': new Set(['st louis']),
  'US-VA': new Set(['fairfax', 'franklin', 'richmond', 'roanoke']),
};

/** Whether a state has both a county and an independent city of a name, so that the name alone could mean either. */
export const isCountyAndCity = (name: string, state: string): boolean =>
  CITIES_NAMED_LIKE_COUNTIES[state]?.has(countyNameKey(name)) ?? false;
