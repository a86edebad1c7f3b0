/** What a client of one schema would notice of the next: what breaks it, what may surprise it, and what was said of either. */
import {
  buildSchema,
  DangerousChangeType,
  findBreakingChanges,
  findDangerousChanges,
  getNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import { z } from 'zod';
import { inputChanges } from './input-changes.ts';

export interface Changes {
  /** In the words in which the changelog has to name them: those of graphql-js, or of `inputChanges`. */
  readonly breaking: readonly string[];
  /** What may change the meaning of a request that stays valid: a new value of an enumeration, a new or another default. */
  readonly dangerous: readonly string[];
}

export function changes(before: string, after: string): Changes {
  const [old, now] = [buildSchema(before), buildSchema(after)];
  const inputs = inputChanges(old, now);
  const described = (found: readonly { readonly description: string }[]): string[] =>
    found.map(({ description }) => description);
  // Changed defaults are among the changes of inputs, which know more of them.
  const others = findDangerousChanges(old, now).filter(
    ({ type }) => type !== DangerousChangeType.ARG_DEFAULT_VALUE_CHANGE,
  );
  return {
    breaking: [...described(findBreakingChanges(old, now)), ...inputs.breaking].sort(),
    dangerous: [...described(others), ...inputs.dangerous].sort(),
  };
}

/** The section of a changelog on what is not yet released; its lines are joined, so that a change may be named over two. */
export function unreleased(changelog: string): string {
  return (/^## \[?Unreleased\]?.*\n([\s\S]*?)(?=^## |(?![\s\S]))/m.exec(changelog)?.[1] ?? '').replace(/\s+/g, ' ');
}

/** The breaking changes that the changelog does not name as unreleased; "Plan was removed." is not named by "SubPlan was removed." */
export function unnamed({ breaking }: Changes, changelog: string): string[] {
  const said = unreleased(changelog).replaceAll('`', '');
  return breaking.filter(
    (change) =>
      !said
        .split(change)
        .slice(0, -1)
        .some((ahead) => !/[\w.]$/.test(ahead)),
  );
}

/** What is deprecated without a day on which it may go: "Use plans. Removed after 2027-06-30." has one. */
export function undatedDeprecations(schema: GraphQLSchema): string[] {
  const isDated = (reason: string): boolean =>
    [...reason.matchAll(/\b\d{4}-\d{2}-\d{2}\b/g)].some(([day]) => z.iso.date().safeParse(day).success);
  const found: string[] = [];
  const judge = (
    path: string,
    { deprecationReason }: { readonly deprecationReason?: string | null | undefined },
  ): void => {
    if (deprecationReason != null && !isDated(deprecationReason)) found.push(`${path}: ${deprecationReason}`);
  };
  for (const type of Object.values(schema.getTypeMap()).map((each) => getNamedType(each))) {
    if (type.name.startsWith('__')) continue;
    if (isEnumType(type)) for (const value of type.getValues()) judge(`${type.name}.${value.name}`, value);
    else if (isInputObjectType(type))
      for (const field of Object.values(type.getFields())) judge(`${type.name}.${field.name}`, field);
    else if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        judge(`${type.name}.${field.name}`, field);
        for (const argument of field.args) judge(`${type.name}.${field.name}(${argument.name})`, argument);
      }
    }
  }
  for (const directive of schema.getDirectives())
    for (const argument of directive.args) judge(`@${directive.name}(${argument.name})`, argument);
  return found;
}
