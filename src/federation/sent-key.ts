/**
 * Entities whose key was sent in another spelling than the graph's. A gateway joins what subgraphs answer by the key that it
 * sent, so a key field has to be answered as it was sent.
 */
import { defaultFieldResolver, type GraphQLFieldResolver, type GraphQLObjectType } from 'graphql';

/** An entity, and the key fields to answer with instead of its own. */
class WithSentKey {
  readonly entity: object;
  readonly key: Readonly<Record<string, unknown>>;

  constructor(entity: object, key: Readonly<Record<string, unknown>>) {
    this.entity = entity;
    this.key = key;
  }
}

/**
 * The wrapped entities by entity and spelling, so that one spelling gives one object and answers about it can be cached. Only
 * spellings that were found are kept, such as "pr" for "PR", so they are few.
 */
const wrapped = new WeakMap<object, Map<string, WithSentKey>>();

/**
 * Returns the entity if its field has this value, else an object that represents the entity, with the value in the field.
 * The resolvers of its type must be those of `answerSentKeys`.
 */
export function withSentKey<Field extends string>(
  entity: Readonly<Record<Field, unknown>>,
  field: Field,
  value: string,
): object {
  if (entity[field] === value) return entity;
  const spellings = wrapped.get(entity) ?? new Map<string, WithSentKey>();
  wrapped.set(entity, spellings);
  const known = spellings.get(value) ?? new WithSentKey(entity, { [field]: value });
  spellings.set(value, known);
  return known;
}

const changed = new WeakSet<GraphQLObjectType>();

/** Makes the resolvers of a type answer for the objects of `withSentKey` too. Changes the type in place, once. */
export function answerSentKeys(type: GraphQLObjectType): void {
  if (changed.has(type)) return;
  changed.add(type);
  for (const field of Object.values(type.getFields())) {
    const resolve: GraphQLFieldResolver<unknown, unknown> = field.resolve ?? defaultFieldResolver;
    field.resolve = (source, args, context, info) => {
      if (!(source instanceof WithSentKey)) return resolve(source, args, context, info);
      return Object.hasOwn(source.key, field.name)
        ? source.key[field.name]
        : resolve(source.entity, args, context, info);
    };
  }
}
