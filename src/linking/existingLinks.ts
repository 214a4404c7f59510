import type { Work } from '../writing/command';
import type { ExtractedArticle } from './extractedArticle';
import type { ExistingLinks } from './match';
import { byArticle } from './storing/changes';
import type { StoredMention } from './storing/mentions';
import { loadImages, type StoredImage } from './storing/pictures';
import type { StoredQuote } from './storing/quotes';
import { loadRejectedBodies, type OldBody } from './storing/rejectedWords';
import { lockStoredMentions } from './storing/writeMentions';
import { lockStoredQuotes } from './storing/writeQuotes';

/** What is stored of an article. */
interface Stored {
  readonly quotes: readonly StoredQuote[];
  readonly mentions: readonly StoredMention[];
  readonly images: readonly StoredImage[];
  /** The texts of the older versions that rejected quotes stayed with. */
  readonly rejectedBodies: readonly OldBody[];
  /** Whether no extraction left anything there yet. */
  readonly isFirst: boolean;
}

/** What the articles of a batch are tied to. */
export interface StoredTies extends ExistingLinks {
  readonly storedIn: (articleId: string) => Stored;
}

/**
 * Takes the articles of a batch for a change, and tells what they are tied to already.
 * @throws Error where an article is not stored, or has another version by now
 */
export async function loadExistingLinks(tx: Work['tx'], batch: readonly ExtractedArticle[]): Promise<StoredTies> {
  const ids = batch.map(({ articleId }) => articleId);
  const visible = await lockArticles(tx, batch);
  const quotes = await lockStoredQuotes(tx, ids);
  const mentions = await lockStoredMentions(tx, ids);
  const images = await loadImages(tx, ids);
  const versions = new Map(batch.map(({ articleId, version }) => [articleId, version]));
  const bodies = byArticle(await loadRejectedBodies(tx, [...quotes.values()].flat(), versions));
  const storedIn = (id: string): Stored => {
    const [ownQuotes, ownMentions] = [quotes.get(id) ?? [], mentions.get(id) ?? []];
    const isFirst = [...ownQuotes, ...ownMentions].every(({ kept }) => kept);
    const own = { quotes: ownQuotes, mentions: ownMentions, images: images.get(id) ?? [] };
    return { ...own, rejectedBodies: bodies.get(id) ?? [], isFirst };
  };
  const tied = (id: string, rejected: boolean): Set<string> => {
    const those = (mentions.get(id) ?? []).filter((mention) => mention.rejected === rejected);
    return new Set(those.map(({ entityId }) => entityId));
  };
  const speakers = (id: string): string[] =>
    (quotes.get(id) ?? []).flatMap((quote) => quote.speakerPersonId ?? quote.speakerOrganizationId ?? []);
  return {
    visible,
    storedIn,
    before: new Map(ids.map((id) => [id, new Set([...tied(id, false), ...speakers(id)])])),
    rejected: new Map(ids.map((id) => [id, tied(id, true)])),
  };
}

/** @returns the ids of the articles that readers may see */
async function lockArticles(tx: Work['tx'], batch: readonly ExtractedArticle[]): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ id: string; version: number; visible: boolean }[]>`
    /* lock articles */ select id::text, version,
      status = 'PUBLISHED' and (embargoed_until is null or embargoed_until <= now()) as visible
    from article where id = any(${batch.map(({ articleId }) => articleId)}::uuid[]) order by id for update`;
  const versions = new Map(rows.map(({ id, version }) => [id, version]));
  for (const { articleId, version } of batch) {
    if (versions.get(articleId) !== version) {
      throw new Error(
        `Article ${articleId} has version ${versions.get(articleId) ?? 'none'}, and ${version} was read.`,
      );
    }
  }
  return new Set(rows.filter(({ visible }) => visible).map(({ id }) => id));
}
