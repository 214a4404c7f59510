// Writes what is made from other files and kept in git: the TypeScript types of the contract, from schema.graphql, and
// docs/database-functions.md, from prisma/functions.
// With --check it writes nothing, and fails when a file at hand was made from something else.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import { parse } from 'graphql';
import * as prettier from 'prettier';
import { functionsPage } from './database-functions.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const typesFile = path.join(root, 'src/contract/schema.types.ts');
const pageFile = path.join(root, 'docs/database-functions.md');

/** A text as Prettier lays out the file. */
const laidOut = async (text, filepath) =>
  prettier.format(text, { ...(await prettier.resolveConfig(filepath)), filepath });

async function schemaTypes() {
  const text = await codegen({
    filename: typesFile,
    schema: parse(readFileSync(path.join(root, 'schema.graphql'), 'utf8')),
    documents: [],
    plugins: [{ typescript: {} }],
    pluginMap: { typescript },
    config: {
      enumsAsTypes: true,
      immutableTypes: true,
      avoidOptionals: { field: true },
      scalars: { ID: 'string', DateTime: 'string', Date: 'string', NinjsItem: 'unknown' },
      strictScalars: true,
    },
  });
  return laidOut(`// Made from schema.graphql by \`npm run generate\`; do not edit.\n${text}`, typesFile);
}

/** Writes a file where it differs; with --check, says so instead and lets the program fail. */
function settle(file, madeFrom, wanted) {
  if (existsSync(file) && readFileSync(file, 'utf8') === wanted) return;
  const name = path.relative(root, file);
  if (process.argv.includes('--check')) {
    console.error(`${name} was not made from this ${madeFrom}. Run \`npm run generate\` and commit it.`);
    process.exitCode = 1;
    return;
  }
  writeFileSync(file, wanted);
  console.log(`Wrote ${name}.`);
}

settle(typesFile, 'schema.graphql', await schemaTypes());
settle(pageFile, 'prisma/functions', await laidOut(functionsPage(root), pageFile));
