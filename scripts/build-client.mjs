// Generates the Prisma client from prisma/schema.prisma, by the generator that Prisma's command line runs.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);

/** Makes the client in `<root>/src/generated/prisma`, unless the one there was made from this schema by this version. */
export async function buildClient(root) {
  const schema = path.join(root, 'prisma/schema.prisma');
  const stamp = path.join(root, 'src/generated/prisma/.made-from');
  const { devDependencies } = require('../package.json');
  const made = createHash('sha256')
    .update(readFileSync(schema))
    .update(devDependencies['@prisma/client-generator-ts'])
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === made) return;
  try {
    await generate(root, schema);
  } catch (error) {
    throw new Error(`The Prisma client could not be generated:\n${error.message}`, { cause: error });
  }
  writeFileSync(stamp, made);
}

async function generate(root, schema) {
  // These packages' ES modules name files that are not there; their CommonJS is whole.
  const { PrismaClientTsGenerator } = require('@prisma/client-generator-ts');
  const { getGenerator, loadSchemaContext } = require('@prisma/internals');
  const generator = new PrismaClientTsGenerator();
  const { requiresEngineVersion } = await generator.getManifest({ output: { value: '' } });
  const schemaContext = await loadSchemaContext({
    schemaPath: { cliProvidedPath: schema },
    cwd: root,
    printLoadMessage: false,
  });
  const run = await getGenerator({
    schemaContext,
    registry: { 'prisma-client': { type: 'in-process', generator } },
    version: requiresEngineVersion,
    skipDownload: true,
  });
  await run.generate();
  run.stop();
}
