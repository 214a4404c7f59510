import { createHash } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import client from '../node_modules/.peers/client/index.js';
import { pool } from '../pool.mjs';

const names = new Map();

/** A statement is prepared once a connection: what Prisma writes for the same call is the same text. */
function statementNameGenerator({ sql }) {
  let name = names.get(sql);
  if (!name) names.set(sql, (name = createHash('sha1').update(sql).digest('hex')));
  return name;
}

/** The client of the peers that use Prisma. */
export const prisma = new client.PrismaClient({ adapter: new PrismaPg(new pg.Pool(pool), { statementNameGenerator }) });

/** What readers see, as of now. */
export const visibleArticle = () => ({
  status: 'PUBLISHED',
  OR: [{ embargoedUntil: null }, { embargoedUntil: { lte: new Date() } }],
});
export const visibleQuote = { reviewStatus: { not: 'REJECTED' }, anchorState: { in: ['ANCHORED', 'MOVED'] } };

/** Newest first; an article's quotes in the order they stand in. */
export const newestArticles = [{ listedAt: 'desc' }, { createdAt: 'desc' }, { id: 'desc' }];
export const inOrder = [{ position: 'asc' }, { id: 'desc' }];
export const newestQuotes = [
  { articleListedAt: 'desc' },
  { articleCreatedAt: 'desc' },
  { articleId: 'desc' },
  ...inOrder,
];

/** People or places of an article by name: `mentions` are rows of which several may name the same. */
export function entitiesOf(mentions, kind, first) {
  const found = new Map(mentions.map((mention) => [mention[kind].id, mention[kind]]));
  const before = (a, b) => (a.sortName < b.sortName || (a.sortName === b.sortName && a.id < b.id) ? -1 : 1);
  return [...found.values()].sort(before).slice(0, first);
}

export const isoDate = (date) => date?.toISOString().slice(0, 10) ?? null;
