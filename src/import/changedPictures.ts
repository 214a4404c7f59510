import type { Work } from '../writing/command';
import { isUntouched, picturesKey } from './brought';
import type { CheckedItem } from './checkItem';
import { imageRows } from './newArticles';
import type { StoredItem } from './storedItems';

/** Brings an article's pictures to what an item says now, unless an editor described them: then they stay. */
export async function changePictures(tx: Work['tx'], stored: StoredItem, item: CheckedItem): Promise<void> {
  const { id: articleId, brought } = stored;
  const select = { id: true, index: true, caption: true, creditLine: true, takenOn: true } as const;
  const current = await tx.image.findMany({ where: { articleId }, orderBy: { index: 'asc' }, select });
  const key = picturesKey(
    current.map((image) => ({ ...image, takenOn: image.takenOn?.toISOString().slice(0, 10) ?? null })),
  );
  if (key === picturesKey(item.images)) return;
  if (current.length > 0 && !isUntouched(brought, 'images', key)) return;
  const wanted = imageRows(articleId, item);
  for (const [i, { id }] of current.entries()) {
    const row = wanted[i];
    if (row) await tx.image.updateMany({ where: { id }, data: row });
    else await tx.image.deleteMany({ where: { id } });
  }
  await tx.image.createMany({ data: wanted.slice(current.length) });
}
