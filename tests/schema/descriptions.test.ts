import { readFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../src/packageRoot';
import { schemaElements, undescribed } from './descriptions';

const contract = readFileSync(path.join(packageRoot, 'schema.graphql'), 'utf8');

test('every element of the contract is described in a sentence', () => {
  const elements = schemaElements(contract);
  const missing = undescribed(elements);
  const share = (100 * (elements.length - missing.length)) / elements.length;
  process.stderr.write(
    `schema.graphql: ${elements.length - missing.length} of ${elements.length} elements described (${share.toFixed(1)} %)\n`,
  );
  expect(elements.length).toBeGreaterThan(500);
  expect(missing).toEqual([]);
});

test('an element without a sentence is found, whatever it is', () => {
  const sdl = `
    directive @d("An argument." a: Int) on FIELD
    scalar S
    "A type." type T { f("Not a sentence" a: Int): Int "A field." g: Int }
    "An interface." interface I { "A field." f: Int }
    "lower case." union U = T
    "An enum." enum E { A "" B "The last." C }
    "An input." input N { f: Int }`;
  expect(undescribed(schemaElements(sdl))).toEqual(['d', 'S', 'T.f', 'T.f.a', 'U', 'E.A', 'E.B', 'N.f']);
});
