import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../packageRoot';
import { type Measured } from './measure';
import { measures } from './measures';
import { mistakesPage } from './mistakesPage';

/** `npm run evaluate [-- WORD]`: prints the figures of all measures, or of those whose title has the word. */
function evaluate(data: string, word: string): void {
  const print = (line: string) => process.stdout.write(`${line}\n`);
  const results: { title: string; measured: Measured }[] = [];
  for (const { title, data: needed, run } of measures.filter((measure) => measure.title.toLowerCase().includes(word))) {
    const file = path.join(data, needed);
    print(`\n${title}`);
    if (!existsSync(file)) {
      print(`  skipped: ${file} is not there`);
      continue;
    }
    const measured = run(file);
    results.push({ title, measured });
    for (const { name, value, unit, floor, counted } of measured.figures) {
      const judged =
        floor === null ? '' : value >= floor ? `, at least ${floor} wanted` : `, BELOW the ${floor} wanted`;
      print(`  ${value.toFixed(1).padStart(6)} ${unit}  ${name}${judged}\n           ${counted}`);
    }
  }
  const page = path.join(packageRoot, 'coverage', 'extraction-mistakes.html');
  mkdirSync(path.dirname(page), { recursive: true });
  writeFileSync(page, mistakesPage(results));
  print(`\nWhat is wrong, one by one: ${page}`);
}

evaluate(
  process.env.EVALUATION_DATA ?? path.join(packageRoot, '..', 'shared', 'data'),
  (process.argv[2] ?? '').toLowerCase(),
);
