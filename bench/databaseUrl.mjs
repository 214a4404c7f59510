/** The PostgreSQL database that is measured; `npm run data` makes and fills it. */
export const databaseUrl = process.env.BENCH_DATABASE_URL || 'postgresql://root@127.0.0.1:5432/verbatim_bench';
