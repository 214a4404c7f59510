// Writes what is made from schema.graphql and kept in git: the TypeScript types of the contract.
// With --check it writes nothing, and fails when the file at hand was made from another schema.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import { parse } from 'graphql';
import * as prettier from 'prettier';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const target = path.join(root, 'src/contract/schema.types.ts');

/** The types, laid out as Prettier does. */
async function schemaTypes() {
  const text = await codegen({
    filename: target,
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
  return prettier.format(`// Made from schema.graphql by \`npm run generate\`; do not edit.\n${text}`, {
    ...(await prettier.resolveConfig(target)),
    filepath: target,
  });
}

const wanted = await schemaTypes();
const found = existsSync(target) ? readFileSync(target, 'utf8') : undefined;
if (found !== wanted) {
  const name = path.relative(root, target);
  if (process.argv.includes('--check')) {
    console.error(`${name} was made from another schema.graphql. Run \`npm run generate\` and commit it.`);
    process.exit(1);
  }
  writeFileSync(target, wanted);
  console.log(`Wrote ${name}.`);
}
