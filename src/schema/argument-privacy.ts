/**
 * Which arguments can contain information about a person, by schema coordinate. A shared cache may store a response only if
 * every argument in the operation is public. An argument in neither table counts as private, so a new argument is private
 * until it is listed as public.
 *
 * Private are: the facts, the days of care and the key of a case, free text, the preferences by which plans are filtered, and places smaller
 * than a state, which 45 CFR 164.514(b)(2)(i)(B) lists as identifiers of a person.
 */

/** Coordinates as in the GraphQL specification (section 3.14): `Type.field(argument:)`, `Input.field`, `@directive(argument:)`. */
export type Coordinate = string;

type ArgumentsByField = Readonly<Record<string, readonly string[]>>;

const paging = ['first', 'after', 'last', 'before'] as const;
const sources = ['accordingTo', 'minimumAuthority'] as const;

const concepts = [
  'Concept',
  'CoverageSubject',
  'Plan',
  'Service',
  'Technique',
  'BillingCode',
  'Territory',
  'CoverageCondition',
  'SourceDocument',
];
const subjects = ['CoverageSubject', 'Service', 'Technique', 'BillingCode'];
const deprecated = ['includeDeprecated'] as const;

/** Public arguments: slugs and codes of catalog entries, enum values and pagination. */
export const publicArguments: ReadonlySet<Coordinate> = new Set([
  ...of('Query', {
    node: ['id'],
    nodes: ['ids'],
    coverageCondition: ['slug'],
    coverageConditions: paging,
    disagreements: paging,
    territory: ['code'],
    territories: paging,
    source: ['slug'],
    sources: paging,
    plan: ['slug'],
    plans: ['within', 'level', ...paging],
    technique: ['slug'],
    techniques: paging,
    billingCode: ['code', 'system'],
    billingCodes: paging,
    service: ['slug'],
    services: paging,
    coverage: ['plan', 'of', 'asOf', ...sources],
    coverageMatrix: ['plans', 'of', 'asOf', ...sources],
    comparePlans: ['plans', 'of', 'asOf', ...sources],
    coverageTimeline: ['plan', 'of', ...sources],
    rule: ['slug'],
    plansInArea: ['area', 'of', 'within', 'status', 'uncertain', 'orderBy', ...paging, ...sources],
    search: ['kinds', ...paging],
    ask: ['asOf'],
    __type: ['name'],
  }),
  ...concepts.flatMap((type) => of(type, { links: ['kinds', ...paging], remarks: ['topic'] })),
  ...subjects.flatMap((type) =>
    of(type, { coverageByPlan: ['plans', 'within', 'level', 'status', ...paging, ...sources], rules: paging }),
  ),
  ...of('Plan', {
    contains: paging,
    homeTerritories: paging,
    rules: paging,
    coverage: ['of', ...sources],
    coverageBySubject: ['kinds', 'status', ...paging, ...sources],
  }),
  ...of('Service', { techniques: paging, billingCodes: paging }),
  ...of('Technique', { services: paging, billingCodes: paging }),
  ...of('BillingCode', { services: paging, techniques: paging }),
  ...of('CoverageCondition', { rules: paging }),
  ...of('SourceDocument', { rules: paging }),
  ...of('Territory', { parts: paging, isHomeFor: ['plan'] }),
  ...of('ServiceArea', { counties: paging }),
  ...of('Determination', { alternatives: ['first'], requirements: ['roles'] }),
  ...of('CoverageCase', { coverage: ['of', ...sources] }),
  ...of('__Schema', { directives: deprecated }),
  ...of('__Type', {
    fields: deprecated,
    enumValues: deprecated,
    inputFields: deprecated,
  }),
  ...of('__Field', { args: deprecated }),
  ...of('__Directive', { args: deprecated }),
  ...fieldsOf('SubjectInput', ['service', 'technique', 'billingCode', 'id']),
  ...fieldsOf('AreaInput', ['state']),
  '@skip(if:)',
  '@include(if:)',
]);

/** Private arguments. Listed so that a test finds arguments in neither table; only `publicArguments` decides. */
export const privateArguments: ReadonlySet<Coordinate> = new Set([
  ...of('Query', {
    coverage: ['given'],
    coverageMatrix: ['given'],
    comparePlans: ['given'],
    coverageTimeline: ['from', 'to', 'given'],
    plansInArea: ['requires', 'withoutRequirement', 'copayAtMost', 'coinsuranceAtMost', 'limitAtLeast', 'given'],
    search: ['text'],
    ask: ['question', 'previous'],
    _entities: ['representations'],
  }),
  ...subjects.flatMap((type) => of(type, { coverageByPlan: ['given'] })),
  ...of('Plan', { coverage: ['given'], coverageBySubject: ['given'] }),
  ...fieldsOf('SituationInput', ['met', 'unmet', 'counts', 'territory', 'on']),
  ...fieldsOf('CountInput', ['condition', 'count']),
  ...fieldsOf('AreaInput', ['county', 'countyNamed', 'zipCode']),
  ...fieldsOf('CountyNameInput', ['name', 'state']),
  ...fieldsOf('LimitInput', ['quantity', 'unit', 'per']),
]);

/** Fields whose value can differ between servers that run the same program with the same data on the same day. */
export const unrepeatableFields: ReadonlySet<Coordinate> = new Set(['CoverageDataset.loadedAt']);

/** Coordinates of field arguments: `Type.field(argument:)`. */
function of(type: string, fields: ArgumentsByField): Coordinate[] {
  return Object.entries(fields).flatMap(([field, names]) => names.map((name) => `${type}.${field}(${name}:)`));
}

/** Coordinates of input fields: `Input.field`. */
function fieldsOf(type: string, fields: readonly string[]): Coordinate[] {
  return fields.map((field) => `${type}.${field}`);
}
