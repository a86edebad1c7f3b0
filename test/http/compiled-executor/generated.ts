/** Operations made at random over a schema: fields, names of their own, fragments, types narrowed, `@skip` and `@include`, `__typename`, facts of a case. */
import fc, { type GeneratorValue } from 'fast-check';
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isLeafType,
  isRequiredArgument,
  isUnionType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';

export interface Generated {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Words that stand for a required argument, by its name; a field that needs any other is left out. */
export type Words = Readonly<Record<string, readonly string[]>>;

const deepest = 4;
/** Selections of one operation. */
const most = 25;

/** `cases` are values of the variables that say what is asked about and what is known. */
export function generated(
  g: GeneratorValue,
  schema: GraphQLSchema,
  words: Words,
  cases: Readonly<Record<'of' | 'given', readonly unknown[]>>,
): Generated {
  const fragments: string[] = [];
  let left = most;
  const one = <Value>(values: readonly Value[]): Value => g(() => fc.constantFrom(...values));
  const chance = (of: number): boolean => g(() => fc.integer({ min: 1, max: 100 })) <= of;

  const condition = (): string =>
    chance(12) ? ` @${one(['skip', 'include'])}(if: ${one(['$yes', '$no', 'true', 'false'])})` : '';
  const called = (field: GraphQLField<unknown, unknown>): string | null => {
    const needed = field.args.filter(isRequiredArgument);
    if (needed.some(({ name }) => words[name] === undefined)) return null;
    const given = [
      ...needed.map(({ name }) => `${name}: ${one(words[name] ?? [])}`),
      ...(field.args.some(({ name }) => name === 'first') ? [`first: ${one(['2', '3', '$few'])}`] : []),
      ...(field.args.some(({ name }) => name === 'given') && chance(60)
        ? [`given: ${one(words['given'] ?? ['$given'])}`]
        : []),
    ];
    return `${field.name}${given.length === 0 ? '' : `(${given.join(', ')})`}`;
  };
  const selection = (type: GraphQLCompositeType, depth: number): string => {
    const fields = isUnionType(type)
      ? []
      : Object.values(type.getFields()).filter(
          (field) => isLeafType(getNamedType(field.type)) || (depth < deepest && left > 0),
        );
    const parts: string[] = ['__typename'];
    left -= 1;
    const wanted = fields.length === 0 ? 0 : g(() => fc.integer({ min: 1, max: 5 }));
    for (let at = 0; at < wanted; at += 1) {
      const field = one(fields);
      const call = called(field);
      const below = getNamedType(field.type);
      // A name of its own for each call, since one name may not stand for two calls; now and then the same again, to be merged.
      if (call !== null)
        parts.push(
          `f${String(depth)}_${String(at)}_${String(parts.length)}: ${call}${condition()}${isCompositeType(below) ? ` ${selection(below, depth + 1)}` : ''}`,
        );
      if (call !== null && field.args.length === 0 && isLeafType(below) && chance(30)) parts.push(field.name);
    }
    if (isAbstractType(type) && left > 0)
      for (const each of schema.getPossibleTypes(type).slice(0, 3))
        parts.push(`... on ${each.name}${condition()} ${selection(each, depth + 1)}`);
    if (left > 0 && chance(15)) {
      const name = `part${String(fragments.length)}`;
      fragments.push('');
      fragments[Number(name.slice(4))] = `fragment ${name} on ${type.name} ${selection(type, depth + 1)}`;
      parts.push(`...${name}${condition()}`);
    }
    return `{ ${parts.join(' ')} }`;
  };
  const root = schema.getQueryType();
  if (!root) throw new Error('a schema without a query');
  const body = selection(root, 0);
  const used =
    'used: __typename @include(if: $yes) @skip(if: $no) few: plans(first: $few) { __typename nodes { coverage(of: $of, given: $given) { status } } }';
  return {
    query: `query Made($yes: Boolean! = true, $no: Boolean! = false, $few: Int = 2, $of: SubjectInput!, $given: SituationInput) { ${used} ... on Query ${body} } ${fragments.join(' ')}`,
    variables: {
      yes: chance(50),
      no: chance(50),
      few: g(() => fc.integer({ min: 1, max: 4 })),
      of: one(cases.of),
      ...(chance(70) ? { given: one(cases.given) } : {}),
    },
  };
}
