import type { Work } from '../writing/command';
import { lineIn } from '../writing/inputTexts';
import { numberedSlugs } from './numberedSlugs';
import { longestSlug, slugOf } from './slug';

type Writing = Pick<Work, 'tx' | 'userErrors'>;

const wellFormed = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * The slug of a new article: the headline's, with a number where other articles have it already. Whoever makes one of the same
 * words in the same moment waits for us.
 */
export async function slugFrom({ tx }: Writing, headline: string): Promise<string> {
  const base = slugOf(headline) || 'article';
  await reserve(tx, `slug ${base}`);
  const [slug] = await numberedSlugs([base], (slugs) => takenSlugs(tx, slugs));
  return slug!;
}

/** Those of some slugs that articles have. */
export async function takenSlugs(tx: Writing['tx'], slugs: readonly string[]): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ slug: string }[]>`
    /* taken slugs */ select slug from article where slug = any(${slugs}::text[])`;
  return new Set(rows.map(({ slug }) => slug));
}

/** A slug that an editor chose. Notes what is wrong with it, and who has it. */
export async function slugIn({ tx, userErrors }: Writing, slug: string, articleId?: string): Promise<string> {
  if (!wellFormed.test(slug) || slug.length > longestSlug) {
    const message = `A slug has small letters, digits and single hyphens between them, ${longestSlug} at the most.`;
    userErrors.add('INVALID', 'slug', message);
    return slug;
  }
  await reserve(tx, `slug ${slug}`);
  const holder = await tx.article.findUnique({ where: { slug }, select: { id: true } });
  if (holder && holder.id !== articleId) {
    const record = { kind: 'article', id: holder.id };
    userErrors.add('TAKEN', 'slug', 'Another article has this slug: choose another one.', record);
  }
  return slug;
}

/** The same for the provider's own id; null and undefined stay what they are. */
export async function uriIn<Given extends string | null | undefined>(
  { tx, userErrors }: Writing,
  given: Given,
  articleId?: string,
): Promise<Given> {
  const uri = lineIn(userErrors, 'uri', given, 2000);
  if (uri == null || uri === '') return uri;
  await reserve(tx, `uri ${uri}`);
  const holder = await tx.article.findUnique({ where: { uri }, select: { id: true } });
  if (holder && holder.id !== articleId) {
    const record = { kind: 'article', id: holder.id };
    userErrors.add('TAKEN', 'uri', 'Another article has this uri: revise that one, or give another uri.', record);
  }
  return uri;
}

/** Makes others who want the same name wait until we are done, so that they see who has it. */
async function reserve(tx: Writing['tx'], name: string): Promise<void> {
  await tx.$executeRaw`/* reserve name */ select pg_advisory_xact_lock(hashtextextended(${name}, 0))`;
}
