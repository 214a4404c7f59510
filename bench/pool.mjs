import { databaseUrl } from './databaseUrl.mjs';

/** How every program beside Verbatim reaches the database: as many connections, and the planner set as Verbatim sets it. */
export const pool = {
  connectionString: process.env.DATABASE_URL || databaseUrl,
  max: Number(process.env.DATABASE_POOL_SIZE || 10),
  options:
    '-c jit=off -c random_page_cost=1.1 -c TimeZone=UTC -c pg_trgm.word_similarity_threshold=0.5 -c pg_trgm.similarity_threshold=0.3',
};
