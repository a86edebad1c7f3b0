/** The schema that the compatibility suite prescribes, over this project's own layer: nothing of the layer is changed for it. */
import { createSchema } from 'graphql-yoga';
import { createSubgraph, type Subgraph } from '../../../src/federation/subgraph.ts';
import type { Representation } from '../../../src/federation/field-set.ts';

const TYPES = `
  directive @custom on OBJECT
  type Product {
    id: ID! sku: String package: String variation: ProductVariation dimensions: ProductDimension createdBy: User notes: String research: [ProductResearch!]!
  }
  type DeprecatedProduct { sku: String! package: String! reason: String createdBy: User }
  type ProductVariation { id: ID! }
  type ProductResearch { study: CaseStudy! outcome: String }
  type CaseStudy { caseNumber: ID! description: String }
  type ProductDimension { size: String weight: Float unit: String }
  type Query { product(id: ID!): Product deprecatedProduct(sku: String!, package: String!): DeprecatedProduct @deprecated(reason: "Use product query instead") }
  type User { averageProductsCreatedPerYear: Int email: ID! name: String totalProductsCreated: Int yearsOfEmployment: Int! }
  type Inventory { id: ID! deprecatedProducts: [DeprecatedProduct!]! }
`;

/** Rows are frozen, as this project's are. */
const frozen = <Row extends object>(row: Row): Row => Object.freeze(row);
const user = frozen({
  email: 'support@apollographql.com',
  name: 'Jane Smith',
  totalProductsCreated: 1337,
  yearsOfEmployment: 10,
});
const deprecated = frozen({
  sku: 'apollo-federation-v1',
  package: '@apollo/federation-v1',
  reason: 'Migrate to Federation V2',
  createdBy: user,
});
const research = [
  ['1234', 'Federation Study'],
  ['1235', 'Studio Study'],
].map(([caseNumber, description]) => frozen({ study: { caseNumber, description }, outcome: null }));
const dimensions = { size: 'small', weight: 1, unit: 'kg' };
const products = [
  frozen({
    id: 'apollo-federation',
    sku: 'federation',
    package: '@apollo/federation',
    variation: { id: 'OSS' },
    dimensions,
    createdBy: user,
    notes: null,
    research: research.slice(0, 1),
  }),
  frozen({
    id: 'apollo-studio',
    sku: 'studio',
    package: '',
    variation: { id: 'platform' },
    dimensions,
    createdBy: user,
    notes: null,
    research: research.slice(1),
  }),
];
const inventory = frozen({ id: 'apollo-oss', deprecatedProducts: [deprecated] });

const schema = createSchema({
  typeDefs: TYPES,
  resolvers: {
    Query: {
      product: (_: unknown, { id }: { readonly id: string }) => products.find((product) => product.id === id) ?? null,
      deprecatedProduct: (_: unknown, asked: { readonly sku: string; readonly package: string }) =>
        asked.sku === deprecated.sku && asked.package === deprecated.package ? deprecated : null,
    },
    User: {
      averageProductsCreatedPerYear: ({ totalProductsCreated, yearsOfEmployment }: typeof user) =>
        Math.round(totalProductsCreated / yearsOfEmployment),
    },
  },
});

const open = (find: (representation: Representation) => object | undefined) => () => (representation: Representation) =>
  find(representation) ?? null;
const idOf = (value: unknown): unknown => (value as { readonly id?: unknown }).id;

/** The columns of the suite stop at Federation 2.3. */
export const productSubgraph: Subgraph = createSubgraph({
  schema,
  version: '2.3',
  entities: {
    Product: {
      id: open(({ id }) => products.find((product) => product.id === id)),
      'sku package': open((asked) =>
        products.find((product) => product.sku === asked['sku'] && product.package === asked['package']),
      ),
      'sku variation { id }': open(({ sku, variation }) =>
        products.find((product) => product.sku === sku && product.variation.id === idOf(variation)),
      ),
    },
    DeprecatedProduct: {
      'sku package': open((asked) =>
        asked['sku'] === deprecated.sku && asked['package'] === deprecated.package ? deprecated : undefined,
      ),
    },
    ProductResearch: {
      'study { caseNumber }': open(({ study }) =>
        research.find((each) => each.study.caseNumber === (study as { readonly caseNumber?: unknown }).caseNumber),
      ),
    },
    User: { email: open((asked) => ({ ...user, ...asked })) },
    Inventory: { id: open(({ id }) => (id === inventory.id ? inventory : undefined)) },
  },
  directives: () => ({
    schema: [
      '@link(url: "https://myspecs.dev/myCustomDirective/v1.0", import: ["@custom"])',
      '@composeDirective(name: "@custom")',
    ],
    Product: ['@custom'],
    'Product.createdBy': ['@provides(fields: "totalProductsCreated")'],
    'Product.notes': ['@tag(name: "internal")'],
    ProductDimension: ['@shareable'],
    'ProductDimension.unit': ['@inaccessible'],
    'User.averageProductsCreatedPerYear': ['@requires(fields: "totalProductsCreated yearsOfEmployment")'],
    'User.name': ['@override(from: "users")'],
    'User.totalProductsCreated': ['@external'],
    'User.yearsOfEmployment': ['@external'],
    Inventory: ['@interfaceObject'],
  }),
});
