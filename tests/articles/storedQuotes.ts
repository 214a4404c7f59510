import { randomUUID } from 'node:crypto';
import { spanColumns } from '../../src/articles/quotes/spanRows';
import { occurrencesOf } from '../../src/text/spans';
import type { Article, Newsroom } from './newsroom';

export interface QuoteToStore {
  readonly words: readonly string[];
  readonly kind?: 'DIRECT' | 'INDIRECT' | 'MIXED';
  readonly cue?: string;
  readonly reviewStatus?: 'UNREVIEWED' | 'VERIFIED' | 'REJECTED';
}

/** Puts quotes into the database as they may lie there, each stretch found by its words. @returns their global ids */
export async function storeQuotes(
  { server }: Newsroom,
  article: Pick<Article, 'id' | 'version' | 'body'>,
  quotes: readonly QuoteToStore[],
): Promise<string[]> {
  const { prisma } = server.database;
  const articleId = article.id.replace('article_', '');
  const { version, body } = article;
  const place = (words: string) => occurrencesOf(words, body)[0]!;
  return prisma.$transaction(async (tx) => {
    const ids: string[] = [];
    for (const [i, { words, kind = 'DIRECT', cue, reviewStatus = 'UNREVIEWED' }] of quotes.entries()) {
      const id = randomUUID();
      const at = cue === undefined ? undefined : place(cue);
      const reviewedAt = reviewStatus === 'UNREVIEWED' ? null : new Date();
      const columns = {
        id,
        articleId,
        version,
        text: words.join(' '),
        kind,
        position: i + 1,
        reviewStatus,
        reviewedAt,
      };
      await tx.quote.createMany({ data: { ...columns, cueText: at?.text, cueStart: at?.start, cueEnd: at?.end } });
      await tx.quoteSpan.createMany({
        data: words.map(place).map((span, index) => {
          return { quoteId: id, articleId, version, ...spanColumns(span, index), prefix: '', suffix: '' };
        }),
      });
      ids.push(`quote_${id}`);
    }
    return ids;
  });
}

/** Puts mentions of new places into the database, each at its words. @returns the places' slugs, in order */
export async function storeMentions(
  { server }: Newsroom,
  article: Article,
  mentions: readonly string[][],
): Promise<string[]> {
  const { prisma } = server.database;
  const articleId = article.id.replace('article_', '');
  const slugs: string[] = [];
  for (const [i, words] of mentions.entries()) {
    const slug = `place-${randomUUID()}`;
    const place = await prisma.place.create({ data: { slug, name: words[0]!, kind: 'CITY' } });
    const { version } = article;
    const mention = await prisma.mention.create({
      data: { articleId, version, rel: 'MENTIONS', placeId: place.id, position: i + 1 },
      select: { id: true },
    });
    const spans = words.flatMap((word) => occurrencesOf(word, article.body));
    await prisma.mentionSpan.createMany({
      data: spans.map((span, index) => ({ mentionId: mention.id, articleId, version, ...spanColumns(span, index) })),
    });
    slugs.push(slug);
  }
  return slugs;
}
