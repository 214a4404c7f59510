// `npm run test:figures`: how well extraction, import and anchoring do on the news in ../shared/data, which is no part of the
// project. Where the folder is not there, these tests are skipped, and say so.
/** @type {import('jest').Config} */
module.exports = {
  ...require('./jest.config.cjs'),
  testMatch: ['**/*.figures.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
};
