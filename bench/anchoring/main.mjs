// How true quotes stay: edits real articles at random, with known truth, and counts. `node bench/anchoring/main.mjs
// [edits of each kind, 10000] [seed]`, from the project's folder. Edits what the project ships,
// and the news texts in ../shared/data where they are there.
import { createRequire } from 'node:module';
import { build } from 'esbuild';

const [edits = 10_000, seed = 1] = process.argv.slice(2).map(Number);

/** A TypeScript file of the tests, ready to be called. */
async function load(file) {
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['diff'],
    write: false,
  });
  const loaded = { exports: {} };
  const run = new Function('module', 'exports', 'require', outputFiles[0].text);
  run(loaded, loaded.exports, createRequire(`${process.cwd()}/package.json`));
  return loaded.exports;
}

const { measure } = await load('tests/articles/anchoring/measure.ts');
const { newsStories, shippedStories } = await load('tests/articles/anchoring/stories.ts');
const stories = [...shippedStories(), ...newsStories()];
const share = (part, whole) => (whole === 0 ? 'none' : `${((100 * part) / whole).toFixed(2)} %`);

console.log(`${stories.length} stories, seed ${seed}`);
let wrong = 0;
for (const what of ['quotes', 'mentions']) {
  for (const kind of ['plain', 'confusing', 'echo']) {
    const began = Date.now();
    const figures = measure({ seed, edits, kind, what, stories });
    wrong += figures.wrong.length;
    console.log(
      `${what}, ${kind} edits: ${figures.edits} edits of ${figures.texts} texts, ${figures.quotes} ${what}; ` +
        `wrong ${figures.wrong.length}; standing ${figures.standing}, of these carried ${share(figures.carried, figures.standing)} ` +
        `(${figures.moved} moved, ${figures.copies} to copies, ${figures.traceless} traceless); changed ${figures.changed}, of these recognized ${share(figures.recognized, figures.changed)}; ` +
        `${((Date.now() - began) / figures.texts).toFixed(1)} ms a text`,
    );
    for (const line of figures.wrong.slice(0, 20)) console.log(`  WRONG ${line}`);
  }
}
process.exitCode = wrong === 0 ? 0 : 1;
