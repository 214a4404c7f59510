import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { packageRoot } from '../../packageRoot';
import { HashTable } from './hashTable';

/** The folder of the files that scripts/names makes. */
export const dataFolder = path.join(packageRoot, 'src/extraction/names/data');

/** Classes per group: a class divided by it is the class's group. */
export const classesPerGroup = 16;

let table: HashTable | undefined;

/** Each word's class by the hash of its lower-case form (-1: none); words of a class stand in the same surroundings. */
export function wordClasses(): HashTable {
  return (table ??= readClasses(brotliDecompressSync(readFileSync(path.join(dataFolder, 'word-classes.bin.br')))));
}

/** Six columns of bytes: the distance from the hash before in four, lowest first, and the class in two. */
function readClasses(bytes: Buffer): HashTable {
  const count = bytes.length / 6;
  const classes = new HashTable(count);
  let hash = 0;
  for (let i = 0; i < count; i += 1) {
    const column = (number: number) => bytes[number * count + i]!;
    hash += column(0) + column(1) * 0x100 + column(2) * 0x10000 + column(3) * 0x1000000;
    classes.set(hash, column(4) + column(5) * 0x100);
  }
  return classes;
}
