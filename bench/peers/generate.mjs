// Makes the Prisma client of the peers that use it, where it is not there or older than its schema.
import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = path.dirname(fileURLToPath(import.meta.url));
const schema = path.join(folder, 'schema.prisma');
const client = path.join(folder, '../node_modules/.peers/client/index.js');

if (!existsSync(client) || statSync(client).mtimeMs < statSync(schema).mtimeMs) {
  const prisma = createRequire(import.meta.url).resolve('prisma/build/index.js');
  execFileSync(process.execPath, [prisma, 'generate', '--schema', schema], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      PATH: `${path.join(folder, '../node_modules/.bin')}:${process.env.PATH}`, // where the generator of Pothos is
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, // "generate" needs no engine, but asks whether one is there
      CHECKPOINT_DISABLE: '1',
    },
  });
}
