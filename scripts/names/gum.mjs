// Reads GUM's Wikinews texts (CC BY) as documents with names (see corpora.mjs), and with their mentions for coreference.
import { readFileSync, readdirSync } from 'node:fs';

const kinds = { person: 'PER', organization: 'ORG', place: 'LOC' };
const inName = new Set([
  'of',
  'the',
  'for',
  'and',
  '&',
  'de',
  'la',
  'van',
  'von',
  'al',
  'el',
  'bin',
  'du',
  '-',
  "'s",
  'at',
  'on',
  'in',
]);
const titles =
  /^(mr|mrs|ms|dr|sir|president|minister|prime|secretary|senator|sen|rep|governor|gov|king|queen|prince|princess|pope|general|gen|colonel|captain|chief|director|professor|prof|judge|justice|mayor|chairman|chancellor|vice|executive|foreign|deputy|first|lord|lady|ceo|spokesman|spokeswoman|ambassador|representative|congressman)\.?$/i;

/** The mentions of a GUM document: [first, end, entity type], by the brackets of the Entity column. */
function mentionsOf(rows) {
  const open = new Map();
  const found = [];
  rows.forEach((row, i) => {
    const entity = /(?:^|\|)Entity=([^|]*)/.exec(row[9])?.[1] ?? '';
    for (const [bracket] of entity.matchAll(/\([^()]*\)?|[^()]+\)/g)) {
      const [id, type] = bracket.replace(/[()]/g, '').split('-');
      if (bracket.startsWith('(')) open.set(id, [...(open.get(id) ?? []), [i, type]]);
      const begun = bracket.endsWith(')') && open.get(id)?.pop();
      if (begun) found.push([begun[0], i + 1, begun[1], id]);
    }
  });
  return found;
}

/** GUM's Wikinews (CC BY): a name is the run of proper nouns around the head of a mention, without a person's titles. */
export function readGum(folder) {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.conllu'))
    .sort()
    .map((file) => {
      const document = { words: [], sentenceStarts: [], tags: [], rows: [], name: file };
      const rows = [];
      for (const block of readFileSync(`${folder}/${file}`, 'utf8').split('\n\n')) {
        const tokens = block
          .split('\n')
          .map((line) => line.split('\t'))
          .filter((row) => /^\d+$/.test(row[0]));
        if (tokens.length === 0) continue;
        document.sentenceStarts.push(rows.length);
        for (const row of tokens) rows.push(Object.assign(row, { sentence: document.sentenceStarts.at(-1) }));
      }
      document.words = rows.map((row) => row[1]);
      document.tags = rows.map(() => 'O');
      document.rows = rows;
      document.mentions = mentionsOf(rows);
      markNames(rows, document.mentions, document.tags);
      return document;
    });
}

const isProper = (row) => row[4] === 'NNP' || row[4] === 'NNPS';

function markNames(rows, mentions, tags) {
  // The shortest first: a name inside a longer mention is marked before the longer one is looked at.
  for (const mention of mentions.toSorted((a, b) => a[1] - a[0] - (b[1] - b[0]))) markName(rows, mention, tags);
  // What is left of proper adjectives ("Malaysian") is MISC, as in CoNLL.
  rows.forEach((row, i) => {
    if (tags[i] === 'O' && row[4] === 'JJ' && /^\p{Lu}\p{Ll}+/u.test(row[1]) && row.sentence !== i) tags[i] = 'B-MISC';
  });
}

function markName(rows, mention, tags) {
  const [first, end, type] = mention;
  const head = headOf(rows, first, end);
  if (type === 'time' || !isProper(rows[head]) || /^\d/.test(rows[head][1])) return;
  // Peoples ("Bangladeshis") are annotated as persons; a title alone is no name.
  const kind = type === 'person' && rows[head][4] === 'NNPS' ? 'MISC' : (kinds[type] ?? 'MISC');
  if (kind === 'PER' && titles.test(rows[head][1])) return;
  let [from, to] = properRun(rows, mention, head, kind);
  if (kind === 'PER') from = withoutTitles(rows, from, to, head);
  if (/^the$/i.test(rows[from][1])) from += 1;
  const marked = tags.findLastIndex((tag, i) => i >= from && i < to && tag !== 'O');
  if (marked >= 0 && (kind === 'PER' || kind === 'MISC')) from = marked + 1;
  if (from > head || from >= to) return;
  for (let i = from; i < to; i += 1) tags[i] = `${i === from ? 'B' : 'I'}-${kind}`;
  if (tags[to]?.startsWith('I-')) tags[to] = `B${tags[to].slice(1)}`;
}

/** The proper nouns around a head, small words between them included: [first, end). */
function properRun(rows, [first, end], head, kind) {
  const proper = (i) => i >= first && i < end && isProper(rows[i]);
  let to = head + 1;
  while (to < end && (proper(to) || (inName.has(rows[to][1].toLowerCase()) && proper(to + 1)))) to += 1;
  let from = head;
  const joins = (i) => kind !== 'PER' && /^(of|for|the|&|and|-)$/.test(rows[i][1]) && proper(i - 1);
  while (from > first && (proper(from - 1) || joins(from - 1))) from -= 1;
  return [from, to];
}

/** Where a person's own name begins: at the words that are part of it by their relation to the head. */
function withoutTitles(rows, from, to, head) {
  const own = (i) => i === head || /^(flat|compound)/.test(rows[i][7]);
  let first = head;
  while (first > from && own(first - 1)) first -= 1;
  while (to - first > 1 && titles.test(rows[first][1])) first += 1;
  return first;
}

/** The word of a mention whose governor stands outside of it. */
function headOf(rows, first, end) {
  for (let i = first; i < end; i += 1) {
    const governor = Number(rows[i][6]) === 0 ? -1 : rows[i].sentence + Number(rows[i][6]) - 1;
    if (governor < first || governor >= end) return i;
  }
  return end - 1;
}
