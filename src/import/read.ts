import { enumeration, text, texts } from '../reading/fields';
import type { Row, TypeReading } from '../reading/model';
import { one } from '../reading/relations';
import { literal, sql, type Sql } from '../reading/sql';
import { userErrorsIn } from '../writing/readUserError';

/** A member of a result, which is a row's `value`. */
const member =
  (name: string) =>
  (row: Row): Sql =>
    sql`(${row.col('value')} ->> ${literal(name)})`;

/** How the result of an item is read, from the JSON that importArticles made of it. */
export const importResult: TypeReading = {
  fields: {
    uri: text(member('uri')),
    change: enumeration(member('change')),
    article: one('Article', (to, from) => ({ on: sql`${to.col('id')} = ${member('articleId')(from)}::uuid` })),
    warnings: texts((row) => sql`array(select jsonb_array_elements_text(${row.col('value')} -> 'warnings'))`),
    userErrors: userErrorsIn((from) => sql`${from.col('value')} -> 'userErrors'`),
  },
};
