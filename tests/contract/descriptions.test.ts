import { readFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../src/packageRoot';
import { schemaElements, undescribed } from './descriptions';

const contract = readFileSync(path.join(packageRoot, 'schema.graphql'), 'utf8');

test('every element of the contract is described in a sentence', () => {
  const elements = schemaElements(contract);
  expect(elements.length).toBeGreaterThan(500);
  expect(undescribed(elements)).toEqual([]);
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
