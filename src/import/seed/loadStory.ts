import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Database } from '../../data/database';
import type { Prisma } from '../../generated/prisma/client';
import { type StoredIds, slugsOf } from './storyEntities';
import { StoryError } from './storyError';
import { type StoryRecords, parseStory } from './storyFormat';
import { type StoryRows, rowsOf } from './storyRows';
import { type StoryText, cutText } from './storyText';

/** A story as it lies in its two files. */
export interface Story {
  readonly records: StoryRecords;
  readonly text: StoryText;
}

/** Waiting for a session, and then for a slow disk, when a whole server starts up at once. */
const patience = { maxWait: 30_000, timeout: 60_000 };

/**
 * Reads a story from its records (JSON) and the text file beside it, which the records name.
 * @throws StoryError where the records are not JSON, do not fit the format, or the text is not UTF-8.
 */
export async function readStory(recordsFile: string): Promise<Story> {
  try {
    const records = parseStory(JSON.parse(await readFile(recordsFile, 'utf8')));
    const text = await readFile(path.join(path.dirname(recordsFile), records.text));
    if (!isUtf8(text)) throw new StoryError(`${records.text} is not UTF-8.`);
    return { records, text: cutText(text.toString('utf8'), records.blocks) };
  } catch (error) {
    if (error instanceof StoryError || error instanceof SyntaxError) {
      throw new StoryError(`${recordsFile} cannot be read as a story.\n${error.message}`, { cause: error });
    }
    throw error;
  }
}

/**
 * Stores a story, all of it or nothing. People, organizations and places whose slugs are known are used as they are.
 * @returns the article's id.
 * @throws StoryError for a mistake in the records; the database's error where an article with that slug or uri is there.
 */
export async function loadStory({ prisma }: Pick<Database, 'prisma'>, { records, text }: Story): Promise<string> {
  return prisma.$transaction(async (transaction) => {
    const rows = rowsOf(records, text, await storedIds(transaction, records));
    await write(transaction, rows);
    return rows.version.articleId;
  }, patience);
}

async function storedIds(transaction: Prisma.TransactionClient, records: StoryRecords): Promise<StoredIds> {
  const wanted = (kind: keyof StoredIds) => ({
    where: { slug: { in: slugsOf(records, kind) } },
    select: { slug: true, id: true },
  });
  const bySlug = (found: { slug: string; id: string }[]) => new Map(found.map(({ slug, id }) => [slug, id]));
  return {
    people: bySlug(await transaction.person.findMany(wanted('people'))),
    organizations: bySlug(await transaction.organization.findMany(wanted('organizations'))),
    places: bySlug(await transaction.place.findMany(wanted('places'))),
  };
}

/** In this order every row finds what it refers to; the article's first version may follow it. */
async function write(transaction: Prisma.TransactionClient, rows: StoryRows): Promise<void> {
  await transaction.organization.createMany({ data: rows.organizations });
  await transaction.place.createMany({ data: rows.places });
  await transaction.person.createMany({ data: rows.people });
  await transaction.article.createMany({ data: rows.article });
  await transaction.articleVersion.createMany({ data: rows.version });
  await transaction.role.createMany({ data: rows.roles });
  await transaction.image.createMany({ data: rows.images });
  await transaction.imagePerson.createMany({ data: rows.imagePeople });
  await transaction.mention.createMany({ data: rows.mentions });
  await transaction.mentionSpan.createMany({ data: rows.mentionSpans });
  await transaction.quote.createMany({ data: rows.quotes });
  await transaction.quoteSpan.createMany({ data: rows.quoteSpans });
}
