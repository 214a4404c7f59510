// Writes prisma/seed/wikinews/stories.json: the Wikinews articles of the GUM corpus as plain text, from its CoNLL-U files.
//   node scripts/wikinews-stories.mjs ../shared/data/ner/gum-news
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = process.argv[2];
if (!folder) {
  console.error('Name the folder of the GUM_news_*.conllu files (https://github.com/amir-zeldes/gum).');
  process.exit(1);
}
const target = path.join(path.dirname(fileURLToPath(import.meta.url)), '../prisma/seed/wikinews/stories.json');

/** The day printed below a headline: "Friday, July 21, 2017". */
const printedDay = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, (\w+ \d{1,2}, \d{4})$/;

/**
 * Blocks of sentences: what kind each is by GUM's mark-up, and its text as printed. "figure (0 s) | p (3 s)" is a picture without
 * a caption before a paragraph; what follows the sentences that a block counts, without a block of its own, is a paragraph.
 */
function blocksOf(lines) {
  const blocks = [];
  let left = 0;
  let glued = false;
  for (const line of lines) {
    const text = /^# text = (.*)$/.exec(line);
    if (line.startsWith('# newpar_block = ')) {
      const parts = [...line.slice('# newpar_block = '.length).matchAll(/(\w+)[^|]*\((\d+) s\)/g)];
      const [, kind, count] = parts.find(([, , sentences]) => sentences !== '0') ?? ['', 'empty', '0'];
      blocks.push({ kind, text: '' });
      left = Number(count);
    } else if (text) {
      if (left === 0) blocks.push({ kind: 'p', text: '' });
      left -= 1;
      const last = blocks.at(-1);
      last.text += (last.text === '' || glued ? '' : ' ') + text[1];
    } else if (/^\d+\t/.test(line)) glued = /[|\t]SpaceAfter=No/.test(line);
  }
  return blocks.filter(({ text }) => text !== '');
}

function storyOf(name) {
  const lines = readFileSync(path.join(folder, name), 'utf8').split('\n');
  const meta = (key) => lines.find((line) => line.startsWith(`# meta::${key} = `))?.slice(`# meta::${key} = `.length);
  const blocks = blocksOf(lines);
  const headline = blocks[0].kind === 'head' ? blocks.shift().text : meta('title');
  const day = blocks.findIndex(({ text }) => printedDay.test(text));
  const [printed] = day < 0 ? [] : blocks.splice(day, 1);
  const figures = blocks.filter(({ kind }) => kind === 'figure');
  return {
    uri: meta('sourceURL'),
    headline,
    publishedOn: printed ? dayOf(printedDay.exec(printed.text)[1]) : meta('dateCreated'),
    images: figures.map(({ text }) => {
      const [caption, credit] = text.split(/ ?Image: /);
      return { caption, creditLine: credit?.replace(/\.$/, '') ?? null };
    }),
    body: blocks.filter(({ kind }) => kind !== 'figure').map(({ text }) => text),
  };
}

function dayOf(printed) {
  return new Date(`${printed} UTC`).toISOString().slice(0, 10);
}

const names = readdirSync(folder).filter((name) => /^GUM_news_\w+\.conllu$/.test(name));
const stories = names.map(storyOf).sort((one, other) => (one.publishedOn < other.publishedOn ? 1 : -1));
writeFileSync(target, `${JSON.stringify(stories, null, 2)}\n`);
console.log(`Wrote ${stories.length} stories.`);
