import type { Story } from '../../extraction/extraction';
import type { ExtractArticleInput } from '../../contract/schema.types';
import { lockQuotedArticle } from '../../articles/quotes/commands/lockQuoted';
import type { Work } from '../../writing/command';
import { idIn } from '../../writing/inputIds';

/** What an input may say of a text only. */
const ofTexts = ['headline', 'language', 'slug', 'uri'] as const;

/**
 * The current version of an article as a story. Nobody else can change the article before the transaction ends.
 * @throws UserErrorException INVALID for what only a text can have, NOT_FOUND, CONFLICT and WRONG_STATUS as lockQuotedArticle
 */
export async function storedStory(
  work: Work,
  input: ExtractArticleInput,
  id: string,
): Promise<{ readonly articleId: string; readonly version: number; readonly story: Story }> {
  const { tx, userErrors } = work;
  const named = idIn(userErrors, 'id', id, ['article']);
  for (const field of ofTexts.filter((one) => input[one] != null))
    userErrors.add('INVALID', field, 'This article is there already: leave it out, or change it by reviseArticle.');
  if (input.expectedVersion == null)
    userErrors.add('INVALID', 'expectedVersion', 'Give the version of the article that you looked at.');
  userErrors.check();
  const { id: articleId, version, body } = await lockQuotedArticle(work, 'id', named!.id, input.expectedVersion);
  const article = await tx.article.findUniqueOrThrow({
    where: { id: articleId },
    select: {
      ...{ byline: true, dateline: true, creditLine: true, language: true },
      source: { select: { name: true } },
      versions: { where: { number: version }, select: { headline: true, standfirst: true } },
      images: {
        orderBy: { index: 'asc' },
        select: { caption: true, creditLine: true, takenOn: true, photographer: { select: { name: true } } },
      },
    },
  });
  const { images, source, versions, ...printed } = article;
  const story: Story = {
    ...printed,
    ...versions[0]!,
    body,
    source: source?.name ?? null,
    images: images.map(({ caption, creditLine, takenOn, photographer }) => ({
      ...{ caption: caption ?? '', creditLine, photographer: photographer?.name ?? null },
      takenOn: takenOn?.toISOString().slice(0, 10) ?? null,
    })),
  };
  return { articleId, version, story };
}
