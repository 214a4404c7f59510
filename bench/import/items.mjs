import { once } from 'node:events';
import { createWriteStream, existsSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import { writeArticle } from '../corpus/article.mjs';
import { randomFrom } from '../corpus/random.mjs';
import { makeWorld } from '../corpus/world.mjs';

/**
 * Writes articles as a newspaper's archive has them: JSON Lines of ninjs items, with words, dates, subjects and where they come
 * from, but nothing of whom they speak of. They are about the people and places of the database of `holding` articles that
 * `npm run data` makes, and no articles of it.
 * @returns the file; one that is there already is taken as it is
 */
export async function archiveOf(count, holding) {
  const file = path.join(tmpdir(), `verbatim-archive-${count}-of-${holding}.jsonl`);
  if (existsSync(file)) return file;
  const world = makeWorld(randomFrom(1), sizesOf(holding));
  const random = randomFrom(2);
  const unfinished = `${file}.part`;
  const stream = createWriteStream(unfinished);
  for (let number = 0; number < count; number += 1) {
    const item = itemOf(writeArticle(random, { ...world, articleCount: count }, number, random.whole(0, 8)), number);
    if (!stream.write(`${JSON.stringify(item)}\n`)) await once(stream, 'drain');
  }
  stream.end();
  await finished(stream);
  renameSync(unfinished, file);
  return file;
}

/** As many of everybody as beside so many articles of `npm run data`. */
function sizesOf(articles) {
  return { articles, people: articles / 5, places: articles / 25, organizations: articles / 50 };
}

function itemOf(article, number) {
  const { headline, standfirst, body, byline, language, urgency, genre, subjects, created } = article;
  return {
    uri: `urn:newsml:archive.example.org:${number + 1}`,
    type: 'text',
    pubstatus: 'usable',
    firstcreated: created.toISOString(),
    versioncreated: created.toISOString(),
    headline,
    ...(standfirst && { description_text: standfirst }),
    body_text: body,
    ...(byline && { byline }),
    language,
    urgency,
    ...(genre && { genre: [{ name: genre }] }),
    located: article.located.name,
    infosource: [{ name: article.source.name }],
    subject: subjects.map(({ code, name }) => ({
      name,
      scheme: 'http://cv.iptc.org/newscodes/mediatopic/',
      code: code.slice(7),
    })),
    associations: article.images.map(({ caption, creditLine }) => ({
      type: 'picture',
      headline: 'Picture',
      description_caption: caption,
      byline: creditLine,
    })),
  };
}
