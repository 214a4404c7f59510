import type { Context } from '../context';
import { globalId } from '../ids';
import { moment } from '../load';
import { latestCorrection } from '../orders';
import { type ArticleRow, type CorrectionRow, isWithdrawal } from '../rows';
import type { Resolvers } from './resolvers';
import { dateTime } from './values';

const articleOf = ({ tables }: Context, note: CorrectionRow): ArticleRow =>
  tables.article.find(({ id }) => id === note.article_id)!;

/** Whether a note is the withdrawal for which its article is withdrawn now. */
export function isInForce(context: Context, note: CorrectionRow): boolean {
  const [latest] = context.tables.correction
    .filter((row) => row.article_id === note.article_id && isWithdrawal(row))
    .sort(latestCorrection);
  return latest === note && articleOf(context, note).status === 'WITHDRAWN';
}

/** Of an article that was withdrawn under embargo, or never published, readers are told nothing; of one that stands again, all. */
export function seesWithdrawal(context: Context, note: CorrectionRow): boolean {
  const article = articleOf(context, note);
  if (context.sight.article(article)) return true;
  const ended = article.embargoed_until === null || moment(article.embargoed_until) <= moment(note.created_at);
  return article.public_since !== null && ended && isInForce(context, note);
}

/** The notice in place of the article that was asked for. */
export function withdrawalOf(context: Context, isIt: (row: ArticleRow) => boolean): CorrectionRow | null {
  const found = context.tables.correction.find(
    (note) => isInForce(context, note) && isIt(articleOf(context, note)) && seesWithdrawal(context, note),
  );
  return found ?? null;
}

export const withdrawal: Resolvers<CorrectionRow> = {
  id: (row) => globalId('Withdrawal', row.id),
  slug: (row, _, context) => articleOf(context, row).slug,
  kind: (row) => row.kind,
  notice: (row) => row.text,
  withdrawnAt: (row) => dateTime(row.created_at),
  article: (row, _, context) => {
    const article = articleOf(context, row);
    return context.sight.article(article) ? article : null;
  },
};
