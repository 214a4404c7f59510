import { defineConfig } from 'prisma/config';

// For the Prisma command line only. The program itself applies the migrations at start and takes its address from
// src/config.ts, so that generating the client needs no database.
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  ...(process.env.DATABASE_URL ? { datasource: { url: process.env.DATABASE_URL } } : {}),
});
