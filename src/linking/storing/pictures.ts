import type { Work } from '../../writing/command';
import { type ExtractedArticle, oneLine } from '../extractedArticle';
import type { Matched } from '../matching/matchBatch';
import { namesOf } from '../matching/names';
import { byArticle } from './changes';
import { insertRows } from '../../records/insertRows';

/** A stored picture of an article. */
export interface StoredImage {
  readonly id: string;
  readonly articleId: string;
  readonly photographerId: string | null;
  /** The ids of the people whom it shows. */
  readonly people: readonly string[];
}

/** What was found about a picture that its record does not say yet. */
export interface PicturePlan {
  readonly id: string;
  readonly photographerId: string | null;
  readonly people: readonly string[];
}

/** The pictures of these articles, by article, in the order of the story's. */
export async function loadImages(
  tx: Work['tx'],
  articleIds: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredImage[]>> {
  const rows = await tx.$queryRaw<StoredImage[]>`
    /* images of articles */ select i.id::text, i.article_id::text as "articleId", i.photographer_id::text as "photographerId",
      array(select p.person_id::text from image_person p where p.image_id = i.id) as people
    from image i where i.article_id = any(${articleIds}::uuid[]) order by i.article_id, i.index`;
  return byArticle(rows);
}

/**
 * Whom an article's pictures show, by their captions. A picture of which somebody said whom it shows, or who took it, stays so.
 * @returns what to store, and the ids of those in the captions whom a picture shows then
 */
export function planPictures(
  { extraction }: ExtractedArticle,
  matched: Matched,
  images: readonly StoredImage[],
): { readonly plans: readonly PicturePlan[]; readonly shown: ReadonlySet<string> } {
  const shown = new Set<string>();
  const plans = images.flatMap((image, place): PicturePlan[] => {
    const printed = extraction.story.images[place];
    if (!printed) return [];
    const people = extraction.entities.flatMap((found, i) => {
      const record = matched[i];
      const inCaption = ({ part, form }: (typeof found.mentions)[number]): boolean =>
        form === 'NAME' && typeof part === 'object' && part.caption === place;
      if (!record || found.kind !== 'PERSON' || !found.mentions.some(inCaption)) return [];
      return { id: record.id, names: namesOf(found) };
    });
    const credit = printed.photographer === null ? null : oneLine(printed.photographer);
    const photographer = people.find(({ names }) => credit !== null && names.includes(credit))?.id ?? null;
    const captioned = people.map(({ id }) => id).filter((id) => id !== (image.photographerId ?? photographer));
    for (const id of captioned) if (image.people.length === 0 || image.people.includes(id)) shown.add(id);
    const plan = {
      id: image.id,
      photographerId: image.photographerId === null ? photographer : null,
      people: image.people.length === 0 ? [...new Set(captioned)] : [],
    };
    return plan.photographerId !== null || plan.people.length > 0 ? [plan] : [];
  });
  return { plans, shown };
}

/** Stores whom pictures show and who took them. */
export async function writePictures(tx: Work['tx'], plans: readonly PicturePlan[]): Promise<void> {
  const shown = plans.flatMap(({ id, people }) => people.map((person) => ({ image_id: id, person_id: person })));
  await insertRows(tx, 'image_person', shown);
  const taken = plans.filter(({ photographerId }) => photographerId !== null);
  if (taken.length === 0) return;
  await tx.$executeRaw`
    /* found photographers */ update image i set photographer_id = f.photographer
    from unnest(${taken.map(({ id }) => id)}::uuid[], ${taken.map((one) => one.photographerId)}::uuid[]) as f (id, photographer)
    where i.id = f.id`;
}
