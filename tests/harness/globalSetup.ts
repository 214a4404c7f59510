import { startTestServer, testServerVariable } from './testServer';

declare global {
  var stopTestServer: (() => Promise<void>) | undefined;
}

/** One PostgreSQL server for the whole Jest run. It ends with this process, however that ends. */
export default async function globalSetup(): Promise<void> {
  const { server, stop } = await startTestServer();
  process.env[testServerVariable] = JSON.stringify(server);
  globalThis.stopTestServer = stop;
}
