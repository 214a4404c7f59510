import { searchStatement } from '../search.mjs';
import { articleColumns, personColumns, rowsOf, visibleArticle } from './sql.mjs';

/** One more than asked for tells whether there is a next page. */
export function connection(rows, first) {
  const page = rows.length > first ? rows.slice(0, first) : rows;
  return { edges: page.map((node) => ({ node })), pageInfo: { hasNextPage: rows.length > first } };
}

const article = `SELECT ${articleColumns}, v.body
  FROM article a JOIN article_version v ON v.article_id = a.id AND v.number = a.version
  WHERE a.slug = $1 AND ${visibleArticle}`;

const articles = `SELECT ${articleColumns} FROM article a
  WHERE ${visibleArticle} ORDER BY a.listed_at DESC, a.created_at DESC, a.id DESC LIMIT $1`;

const person = `SELECT ${personColumns} FROM person p WHERE p.slug = $1`;

/** The root fields. */
export const queries = {
  article: async (_, { by: { slug } }) => (await rowsOf('article', article, [slug]))[0] ?? null,
  articles: async (_, { first }) => connection(await rowsOf('articles', articles, [first + 1]), first),
  person: async (_, { by: { slug } }) => (await rowsOf('person', person, [slug]))[0] ?? null,
  search: async (_, { text }) => ({ edges: await rowsOf('search', searchStatement, [text]) }),
};
