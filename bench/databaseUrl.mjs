/** The PostgreSQL database that is measured, of 50,000 articles; `npm run data` makes and fills it. */
export const databaseUrl = process.env.BENCH_DATABASE_URL || 'postgresql://root@127.0.0.1:5432/verbatim_bench';

/** The database of another size stands beside it, under the same name with the number of articles behind. */
export function databaseUrlOf(articles) {
  if (articles === 50_000) return databaseUrl;
  const url = new URL(databaseUrl);
  url.pathname += `_${articles}`;
  return url.href;
}
