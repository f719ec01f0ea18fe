/**
 * Native ES modules, TypeScript by swc. Four projects: `unit` needs nothing, `servers` gets real PostgreSQL, Kafka and Redis
 * from its global setup, `system` starts everything as `npm start` does and wants the machine for itself (`--runInBand`), and so does `screens`.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';

// No clinician has reviewed any rule yet: what is tested are drafts.
process.env.DRAFT_RULES ??= 'run';
// Behavioral health does not start without one.
process.env.BEHAVIORAL_HEALTH_KEY ??= randomBytes(32).toString('base64');
// 32 bytes that encrypt nothing but what tests make up.
process.env.SECRETS_KEY ??= Buffer.alloc(32, 7).toString('base64');

const common = {
  rootDir: import.meta.dirname,
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test', '<rootDir>/tools'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/violations/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.throughline/'],
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^#(contracts|clinical|messaging|platform|timers)$': '<rootDir>/libs/$1/src/index.ts',
    '^#(messaging|platform|timers)/testing$': '<rootDir>/libs/$1/src/testing/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { ...JSON.parse(readFileSync(new URL('.swcrc', import.meta.url), 'utf8')), sourceMaps: 'inline' },
    ],
  },
};

export default {
  testTimeout: 30_000,
  maxWorkers: '100%',
  projects: [
    { ...common, displayName: 'unit', testMatch: ['**/*.spec.ts'] },
    {
      ...common,
      displayName: 'servers',
      testMatch: ['**/*.int-spec.ts'],
      globalSetup: '<rootDir>/test/support/jest-global-setup.ts',
      globalTeardown: '<rootDir>/test/support/jest-global-teardown.ts',
    },
    { ...common, displayName: 'system', testMatch: ['<rootDir>/test/system/*.e2e-spec.ts'] },
    { ...common, displayName: 'screens', testMatch: ['<rootDir>/test/screens/*.e2e-spec.ts'] },
  ],
};
