/** Rules of the linter: strict types in TypeScript, and the habits of a well-kept schema in GraphQL. */
import graphql from '@graphql-eslint/eslint-plugin';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const typescript = ['src/**/*.ts', 'src/web/**/*.tsx', 'scripts/**/*.ts', 'test/**/*.ts', '*.ts'];
/** Not subgraph.graphql, which says the same again for composers. */
const schema = ['schema/covergraph.graphql'];
const operations = [
  'src/examples/*.graphql',
  'src/cli/operations/*.graphql',
  'src/http/operations/*.graphql',
  'src/web/operations/*.graphql',
];

export default defineConfig(
  globalIgnores(['dist/', 'coverage/', '**/generated/', 'test/federation/gateway/', 'test/bench/peers/']),
  {
    files: typescript,
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: schema,
    extends: [
      { rules: graphql.configs['flat/schema-recommended'].rules },
      { rules: graphql.configs['flat/schema-relay'].rules },
    ],
    plugins: { '@graphql-eslint': graphql },
    languageOptions: { parser: graphql.parser, parserOptions: { graphQLConfig: { schema, documents: operations } } },
    rules: {
      '@graphql-eslint/require-description': [
        'error',
        { types: true, rootField: true, FieldDefinition: true, InputValueDefinition: true, EnumValueDefinition: true },
      ],
      // A value has no identity of its own and no page: money, a limit, a step of a proof.
      '@graphql-eslint/strict-id-in-types': 'off',
      '@graphql-eslint/relay-edge-types': [
        'error',
        { withEdgeSuffix: true, shouldImplementNode: false, listTypeCanWrapOnlyEdgeType: false },
      ],
    },
  },
  {
    files: operations,
    extends: [{ rules: graphql.configs['flat/operations-recommended'].rules }],
    plugins: { '@graphql-eslint': graphql },
    languageOptions: { parser: graphql.parser, parserOptions: { graphQLConfig: { schema, documents: operations } } },
    rules: {
      // An id serves a client's cache; these operations are read by people.
      '@graphql-eslint/require-selections': 'off',
    },
  },
);
