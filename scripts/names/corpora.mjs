// Reads the corpora with marked names: documents as { words, sentenceStarts, tags }, tags in BIO with PER, ORG, LOC, MISC.
import { readFileSync } from 'node:fs';

/** Lines "word … tag", a blank line after each sentence; `startsDocument(sentences, i)` tells where a document begins. */
function readColumns(file, startsDocument) {
  const sentences = readFileSync(file, 'utf8')
    .split(/\n\s*\n/)
    .map((block) =>
      block
        .split('\n')
        .filter((line) => line.trim())
        .map((line) => line.trim().split(' ')),
    )
    .filter((rows) => rows.length > 0);
  const documents = [];
  sentences.forEach((rows, i) => {
    if (documents.length === 0 || startsDocument(sentences, i))
      documents.push({ words: [], sentenceStarts: [], tags: [] });
    const document = documents.at(-1);
    const kept = rows.filter(([word]) => word !== '-DOCSTART-');
    if (kept.length === 0) return;
    document.sentenceStarts.push(document.words.length);
    let before = 'O';
    for (const row of kept) {
      const tag = row[1];
      document.words.push(row[0]);
      document.tags.push(
        tag === 'O' ? 'O' : `${tag[0] === 'B' || before.slice(2) !== tag.slice(2) ? 'B' : 'I'}-${tag.slice(2)}`,
      );
      before = tag;
    }
  });
  return documents.filter(({ words }) => words.length > 0);
}

/** WikiGold (CC BY 4.0), a document between its -DOCSTART- lines. */
export function readWikiGold(file) {
  return readColumns(file, (sentences, i) => sentences[i].some(([word]) => word === '-DOCSTART-'));
}
