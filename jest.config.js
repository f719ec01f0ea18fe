/** Native ES modules, TypeScript by swc, real servers from the global setup. */
const sources = {
  '^#(contracts|clinical|messaging|platform)$': '<rootDir>/libs/$1/src/index.ts',
  '^#(messaging|platform)/testing$': '<rootDir>/libs/$1/src/testing/index.ts',
  '^(\\.{1,2}/.*)\\.js$': '$1',
};

export default {
  rootDir: import.meta.dirname,
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test', '<rootDir>/tools'],
  testMatch: ['**/*.spec.ts', '**/*.int-spec.ts', '**/*.e2e-spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/violations/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.throughline/'],
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: sources,
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          target: 'es2023',
          keepClassNames: true,
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  testTimeout: 30_000,
};
