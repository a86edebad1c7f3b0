/** The schema as text (SDL), for clients and their tools. */
import { isInputObjectType, printSchema, type GraphQLSchema } from 'graphql';

/**
 * The definition of `@oneOf` if the schema uses it, else an empty text. graphql-js leaves it out of printed schemas, because
 * it is part of GraphQL (specification of September 2025), but parsers made before that refuse a directive without a definition.
 */
export function oneOfDefinition(schema: GraphQLSchema): string {
  const isUsed = Object.values(schema.getTypeMap()).some((type) => isInputObjectType(type) && type.isOneOf);
  return isUsed ? 'directive @oneOf on INPUT_OBJECT' : '';
}

/** The SDL of the schema. graphql-js 15.10 and later read it, as do parsers that do not know `@oneOf`. */
export function printPublicSchema(schema: GraphQLSchema): string {
  const definition = oneOfDefinition(schema);
  const described = `"""Exactly one field of the input object is given, and it is not null."""\n${definition}\n\n`;
  return `${definition === '' ? '' : described}${printSchema(schema)}`;
}
