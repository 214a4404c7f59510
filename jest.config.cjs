/** What `npm test` runs: the whole behaviour once. @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/tests'],
  testMatch: ['**/*.test.ts'],
  // Named so when they are long (jest.long.config.cjs), or measure something (jest.figures.config.cjs).
  testPathIgnorePatterns: ['/node_modules/', String.raw`\.(long|figures)\.test\.ts$`],
  // Packages that are ES modules only: Node loads them with require(), Jest takes CommonJS.
  transform: { '\\.ts$|/node_modules/(?:lande|tinypool|toygrad)/.*\\.js$': '@swc/jest' },
  transformIgnorePatterns: ['/node_modules/(?!(?:lande|tinypool|toygrad)/)'],
  globalSetup: '<rootDir>/tests/harness/globalSetup.ts',
  globalTeardown: '<rootDir>/tests/harness/globalTeardown.ts',
  maxWorkers: 2,
  testTimeout: 60_000,
};
