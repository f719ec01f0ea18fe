import tseslint from 'typescript-eslint';

/** What the clock provider is for: time that tests and the embedded start can move. */
const systemClock = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Inject Clock (#platform) or take `now`.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Inject Clock (#platform) or take `now`.',
  },
];

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'node_modules/',
      '.throughline/',
      'test/architecture/violations/',
      '**/*.generated.ts',
      'jest.config.js',
    ],
  },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Nest reads constructor types at run time, so a class used as a type must stay a value import.
      '@typescript-eslint/consistent-type-imports': 'off',
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-console': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'hack', 'xxx'] }],
      'max-lines': ['error', { max: 400 }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', { max: 4 }],
      eqeqeq: 'error',
    },
  },
  {
    // Dependencies of a class: six, or it does two things.
    files: ['apps/**/*.ts', 'libs/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "MethodDefinition[kind='constructor'] > FunctionExpression[params.length>6]",
          message: 'At most six dependencies: split the class.',
        },
        { selector: 'ExportAllDeclaration', message: 'Named exports only.' },
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
        ...systemClock,
      ],
      'max-params': 'off',
    },
  },
  // The door of a library is a list of names.
  { files: ['libs/*/src/index.ts'], rules: { 'max-lines': 'off' } },
  // Migrations are statements, not logic.
  { files: ['**/migrations/*.ts', '**/*.migration.ts'], rules: { 'max-lines-per-function': 'off' } },
  { files: ['**/*.controller.ts'], rules: { 'max-params': 'off' } },
  { files: ['tools/**/*.ts', 'test/**/*.ts', 'apps/identity/**/*.ts'], rules: { 'no-console': 'off' } },
  {
    // Screens: a component is markup, and reads the browser's clock for what is drawn, never for what is decided.
    files: ['apps/web/**/*.ts', 'apps/web/**/*.tsx'],
    rules: {
      'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', { selector: 'ExportAllDeclaration', message: 'Named exports only.' }],
    },
  },
  {
    files: [
      '**/*.spec.ts',
      '**/*.int-spec.ts',
      '**/*.e2e-spec.ts',
      '**/test/**/*.ts',
      '**/testing/**/*.ts',
      'test/**/*.ts',
    ],
    rules: { 'max-lines-per-function': 'off', 'no-restricted-syntax': 'off', 'max-params': 'off' },
  },
  {
    // The one place that reads the system clock; security checks count real time.
    files: [
      'libs/platform/src/clock/**/*.ts',
      'libs/platform/src/auth/**/*.ts',
      'libs/platform/src/telemetry/**/*.ts',
      'libs/messaging/**/*.ts',
      'apps/identity/**/*.ts',
      'apps/gateway/**/*.ts',
      'tools/**/*.ts',
    ],
    rules: { 'no-restricted-syntax': ['error', { selector: 'ExportAllDeclaration', message: 'Named exports only.' }] },
  },
  { files: ['**/*.js', '**/*.cjs'], ...tseslint.configs.disableTypeChecked },
);
