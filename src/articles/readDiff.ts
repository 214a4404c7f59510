import { enumeration, plain, text } from '../reading/fields';
import { bindId } from '../reading/ids';
import type { FieldReading, TypeReading } from '../reading/model';
import { list, one, uncacheable } from '../reading/relations';
import { Param, sql } from '../reading/sql';
import { resolve } from '../reading/values';
import { diffOf } from './diff';

/**
 * `articleDiff`: what two versions share. The edit script is not SQL's to make, so the texts are fetched first and the
 * statement is given the changes as rows. They may be older than what the statement sees, so the answer can't be kept.
 */
export const articleDiff: FieldReading = uncacheable((request) => {
  const { args, name } = request;
  const article = bindId(args.article, ['article'], `${name}: article`);
  const diff = new Param('jsonb', async (execution) => {
    const [from, to] = [resolve(args.from, execution), resolve(args.to, execution)] as [number, number];
    return JSON.stringify(await diffOf(execution.fetch!, article.read(execution) as string, from, to));
  });
  return one('ArticleDiff', () => ({ from: sql`(select ${diff} as diff)`, on: sql`diff <> 'null'` }))(request);
});

/** How the parts of a diff are read, from the JSON that diffOf made. */
export const articleDiffParts: Readonly<Record<'diff' | 'change' | 'quote', TypeReading>> = {
  diff: {
    fields: {
      from: plain((row) => sql`(${row.col('diff')} -> 'from')`),
      to: plain((row) => sql`(${row.col('diff')} -> 'to')`),
      changes: list('TextChange', (to, from) => ({
        from: sql`(select c.* from rows from (jsonb_to_recordset(${from.col('diff')} -> 'changes') as (kind text, text text))
          with ordinality as c(kind, text, place))`,
        on: sql`true`,
        orderBy: to.col('place'),
      })),
      quotes: list('QuoteChange', (to, from) => ({
        from: sql`(select c.* from rows from (jsonb_to_recordset(${from.col('diff')} -> 'quotes') as (id uuid, state text))
          with ordinality as c(id, state, place))`,
        on: sql`true`,
        orderBy: to.col('place'),
      })),
    },
  },
  change: { fields: { kind: enumeration('kind'), text: text('text') } },
  quote: {
    fields: {
      quote: one('Quote', (to, from) => ({ on: sql`${to.col('id')} = ${from.col('id')}` })),
      state: enumeration('state'),
    },
  },
};
