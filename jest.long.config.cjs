// `npm run test:long`: what is named *.long.test.ts (kills, clusters, floods), and the random tests again, for longer and from
// other seeds. What each of them takes from the environment goes before what is said here.
const long = {
  ANCHORING_SEED: 5000,
  ANCHORING_EDITS: 600,
  DIFFERENTIAL_SEED: 7,
  DIFFERENTIAL_OPERATIONS: 1200,
  EXACT_SEED: 11,
  EXACT_ROUNDS: 150,
  KILL_MOMENTS: 5,
  LEAK_EACH_KIND: 6,
  LEAK_SEED: 23,
  LEAK_OPERATIONS: 1000,
  RANKING_TEXTS: 60,
  ROUND_TRIP_WORLDS: 3,
  SAFETY_CALLS: 300,
};
for (const [name, value] of Object.entries(long)) process.env[name] ??= String(value);

const random = [
  'anchoringRandom',
  'damagedCursors',
  'differential',
  'exact',
  'exits',
  'leaks',
  'ranking',
  'roundTrip',
  'safety',
];

/** @type {import('jest').Config} */
module.exports = {
  ...require('./jest.config.cjs'),
  testMatch: ['**/*.long.test.ts', `**/(${random.join('|')}).test.ts`],
  testPathIgnorePatterns: ['/node_modules/'],
};
