import { execFileSync } from 'node:child_process';
import path from 'node:path';

declare global {
  var stopTestServer: (() => Promise<void>) | undefined;
}

/**
 * Builds what changed, for tests start the built program, and one PostgreSQL server for the whole Jest run. It ends with this
 * process, however that ends.
 */
export default async function globalSetup(): Promise<void> {
  execFileSync(process.execPath, [path.resolve(__dirname, '../../scripts/build.mjs')], { stdio: 'inherit' });
  // Only now: it needs the Prisma client, which the build makes.
  const { startTestServer, testServerVariable } = await import('./testServer');
  const { server, stop } = await startTestServer();
  process.env[testServerVariable] = JSON.stringify(server);
  globalThis.stopTestServer = stop;
}
