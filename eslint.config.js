/** ESLint rules: strict types and readable code in TypeScript, the usual conventions of schemas and operations in GraphQL. */
import graphql from '@graphql-eslint/eslint-plugin';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const typescript = ['src/**/*.ts', 'src/web/**/*.tsx', 'scripts/**/*.ts', 'test/**/*.ts', '*.ts'];
/** Without subgraph.graphql, which holds the same definitions for composition. */
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
    files: ['src/**/*.{ts,tsx}'],
    rules: {
      complexity: ['error', 15],
      'max-depth': ['error', 4],
      'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }],
      'no-cond-assign': ['error', 'always'],
      'no-multi-assign': 'error',
      'no-nested-ternary': 'error',
      'no-sequences': 'error',
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'CallExpression[callee.object.name="fc"][callee.property.name=/^(assert|check|sample)$/]:not([arguments.1.properties.0.key.name="seed"])',
          message:
            'Begin the parameters with the seed of test/helpers/random-seed.ts, so that a failure can be repeated.',
        },
      ],
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
      // Value types have no id: money, a limit, a step of a proof.
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
      // Selecting `id` everywhere helps a client's cache; these operations are examples for people to read.
      '@graphql-eslint/require-selections': 'off',
    },
  },
);
