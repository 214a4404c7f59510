/**
 * The rooms of src/ from the ground up: a room imports those above it in this list, never those below. A room that is not named
 * here may be imported by none, and is refused by the lint rule that stands on this list.
 */
export const layers = [
  'packageRoot',
  'text',
  'errors',
  'contract',
  'settings',
  'log',
  'data',
  'records',
  'auth',
  'reading',
  'writing',
  'cache',
  'articles',
  'entities',
  'search',
  'audit',
  'apiKeys',
  'extraction',
  'linking',
  'import',
  'export',
  'graphql',
  'explorer',
  'http',
  'cli',
  'process',
  'commands',
  'readModel',
  'server',
  'main',
];

/** Where a room stands in src/: `loose` names the rooms that are one file. */
const loose = new Set(['packageRoot', 'log', 'commands', 'readModel', 'server', 'main']);
const placeOf = (room) => `./src/${room}${loose.has(room) ? '.ts' : ''}`;

/** The zones of the lint rule `import-x/no-restricted-paths` that keep each room from importing the ones below it. */
export const layerZones = layers.slice(0, -1).map((room, at) => ({
  target: placeOf(room),
  from: layers.slice(at + 1).map(placeOf),
  message: `${room} stands above in the house: see scripts/layers.mjs, and pass the value in, or move what both need up.`,
}));
