// Four kinds of test, told apart by file name; `node scripts/verify.mjs` runs them in this order.
const swc = (tsx) => [
  '@swc/jest',
  {
    jsc: {
      target: 'es2024',
      parser: { syntax: 'typescript', tsx, decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
    },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  },
];
const base = {
  rootDir: import.meta.dirname,
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: {
    '^@daiban/domain/(enumerations|identity|calendar)$': '<rootDir>/packages/domain/src/$1/index.ts',
    '^@daiban/(domain|contracts|i18n|emails|ui)$': '<rootDir>/packages/$1/src/index.ts',
    '\\.css$': '<rootDir>/tests/support/empty-style.mjs',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: { '\\.ts$': swc(false), '\\.tsx$': swc(true) },
};
const ignore = ['/node_modules/', '/dist/', '\\.db\\.test\\.', '<rootDir>/tests/'];
export default {
  projects: [
    {
      ...base,
      displayName: 'unit',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/{packages,apps,scripts}/**/*.test.ts'],
      testPathIgnorePatterns: ignore,
    },
    {
      ...base,
      displayName: 'web',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/{packages,apps}/**/*.test.tsx'],
      testPathIgnorePatterns: ignore,
    },
    {
      ...base,
      displayName: 'database',
      testEnvironment: 'node',
      testMatch: [
        '<rootDir>/{packages,apps,tests/faults,tests/bench,scripts}/**/*.db.test.ts',
        '<rootDir>/tests/faults/**/*.test.ts',
      ],
      globalSetup: '<rootDir>/tests/support/database-setup.mjs',
      globalTeardown: '<rootDir>/tests/support/database-teardown.mjs',
    },
    {
      ...base,
      displayName: 'browser',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/tests/e2e/**/*.test.ts'],
      globalSetup: '<rootDir>/tests/support/browser-setup.mjs',
      globalTeardown: '<rootDir>/tests/support/database-teardown.mjs',
    },
  ],
};
