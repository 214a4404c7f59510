// The house rules that a machine can see. Layout is Prettier's; `npm run lint` runs both.
import graphql from '@graphql-eslint/eslint-plugin';
import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';
import { layerZones } from './scripts/layers.mjs';

const size = (lines, functionLines) => ({
  'max-lines': ['error', { max: lines }],
  'max-lines-per-function': ['error', { max: functionLines }],
  complexity: ['error', 15],
  'max-depth': ['error', 3],
  'max-params': ['error', 5],
});

const nodeGlobals = Object.fromEntries(
  [...Object.getOwnPropertyNames(globalThis), 'module', 'require', '__dirname'].map((name) => [name, 'readonly']),
);

// A file is found by what it holds: each name has one home, and its import says which.
const exportsByName = {
  'no-restricted-exports': [
    'error',
    { restrictDefaultExports: { direct: true, named: true, defaultFrom: true, namedFrom: true, namespaceFrom: true } },
  ],
  'no-restricted-syntax': [
    'error',
    { selector: 'ExportAllDeclaration', message: 'No barrels: import a name from the file that holds it.' },
    {
      selector: 'ExportNamedDeclaration[source][exportKind!="type"]',
      message: 'No barrels: import a name from the file that holds it.',
    },
    { selector: 'TSEnumDeclaration', message: 'A union of strings says the same, and needs no code.' },
  ],
};

export default defineConfig(
  globalIgnores(['dist/', 'coverage/', 'data/', 'src/generated/', 'src/contract/schema.types.ts']),
  { linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' } },

  {
    files: ['**/*.mjs', '**/*.cjs'],
    extends: [js.configs.recommended],
    languageOptions: { globals: nodeGlobals },
    rules: { ...size(250, 80), complexity: 'off' },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [js.configs.recommended, tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...exportsByName,
      ...size(200, 45),
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', caughtErrors: 'all' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Parts here are plain objects of functions that know no `this`; the rule takes their method signatures for classes'.
      '@typescript-eslint/unbound-method': 'off',
      // An index that the line above proved; the compiler already takes every index for a maybe.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Text is counted in code points here, which is what the spread of a string gives.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // Numbers read well in a sentence; what the rule fears is objects and undefined.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    // The rooms of the house stand in layers.
    files: ['src/**/*.ts'],
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.tsx'] })] },
    rules: { 'import-x/no-restricted-paths': ['error', { basePath: import.meta.dirname, zones: layerZones }] },
  },
  {
    // A test that takes too much for granted fails; what it must not do is let a mistake pass.
    files: ['tests/**/*.ts'],
    rules: {
      ...size(400, 250),
      complexity: 'off',
      'no-restricted-syntax': [
        ...exportsByName['no-restricted-syntax'],
        {
          selector: ':matches(WhileStatement, DoWhileStatement, ForStatement[test=null]):has(AwaitExpression)',
          message: 'A wait has an end and a message: until() or meanwhile() of tests/harness/until.ts.',
        },
      ],
      'no-restricted-properties': [
        'error',
        ...['cpuUsage', 'hrtime', 'resourceUsage'].map((property) => ({
          object: 'process',
          property,
          message: 'Nothing is timed: stepsOf() of tests/harness/steps.ts counts.',
        })),
      ],
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-plus-operands': 'off',
      '@typescript-eslint/restrict-template-expressions': 'off',
    },
  },
  {
    files: ['tests/harness/until.ts'],
    rules: exportsByName,
  },
  {
    // What a person starts speaks to that person.
    files: ['src/main.ts', 'src/cli/main.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    // The tools that read these files want a default export.
    files: ['*.config.ts', 'tests/harness/global*.ts'],
    rules: { 'no-restricted-exports': 'off' },
  },

  {
    // The contract: GraphQL's own rules, Relay's, and the names of things.
    files: ['schema.graphql'],
    plugins: { '@graphql-eslint': graphql },
    languageOptions: { parser: graphql.parser, parserOptions: { graphQLConfig: { schema: 'schema.graphql' } } },
    rules: {
      ...graphql.configs['flat/schema-recommended'].rules,
      ...graphql.configs['flat/schema-relay'].rules,
      // A search goes forward only; tests/contract/relay.test.ts sees to it that all others go both ways.
      '@graphql-eslint/relay-arguments': ['error', { includeBoth: false }],
      // Lists that cannot grow are plain lists, and a search finds what an interface names.
      '@graphql-eslint/relay-edge-types': ['error', { listTypeCanWrapOnlyEdgeType: false }],
      '@graphql-eslint/require-description': [
        'error',
        {
          types: true,
          rootField: true,
          DirectiveDefinition: true,
          EnumValueDefinition: true,
          FieldDefinition: true,
          InputValueDefinition: true,
        },
      ],
      // What has no id of its own is a part of what has one.
      '@graphql-eslint/strict-id-in-types': 'off',
      // placeKind and organizationKind: a plain `kind` would clash with that of quotes in one search.
      '@graphql-eslint/no-typename-prefix': 'off',
      '@graphql-eslint/description-style': 'off',
      // Two orders may both have a NEWEST.
      '@graphql-eslint/unique-enum-value-names': 'off',
      '@graphql-eslint/require-nullable-fields-with-oneof': 'error',
      '@graphql-eslint/require-type-pattern-with-oneof': 'error',
    },
  },
  {
    // Operations kept in files: they must stay true to the contract.
    files: ['**/*.graphql'],
    ignores: ['schema.graphql', 'bench/peers/**'], // the peers have schemas of their own
    plugins: { '@graphql-eslint': graphql },
    languageOptions: {
      parser: graphql.parser,
      parserOptions: {
        graphQLConfig: {
          schema: 'schema.graphql',
          documents: ['tests/golden/*.graphql', 'bench/operations/*.graphql'],
        },
      },
    },
    rules: {
      ...graphql.configs['flat/operations-recommended'].rules,
      '@graphql-eslint/require-selections': 'off',
      '@graphql-eslint/selection-set-depth': 'off', // the server has its own limit
      '@graphql-eslint/unique-fragment-name': 'off', // each file stands alone
      '@graphql-eslint/unique-operation-name': 'off',
    },
  },
);
