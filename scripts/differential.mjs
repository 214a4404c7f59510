// Holds the compiled reads against the reference for as long as one likes:
//   npm run differential -- --operations 20000 --seed 7
// A disagreement is printed in its smallest form, with the seed that gives it again.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    operations: { type: 'string', default: '20000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  },
});

for (const [name, value] of Object.entries(values)) {
  if (/^\d+$/.test(value)) continue;
  console.error(`--${name} must be a whole number; it is ${value}.`);
  process.exit(1);
}

const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
const { status } = spawnSync(process.execPath, [jest, 'tests/differential.test.ts'], {
  cwd: path.dirname(path.dirname(fileURLToPath(import.meta.url))),
  stdio: 'inherit',
  env: { ...process.env, FIGURES: '1', DIFFERENTIAL_OPERATIONS: values.operations, DIFFERENTIAL_SEED: values.seed },
});
process.exit(status ?? 1);
