import net from 'node:net';
import { sessionOf } from '../../src/data/connection';
import { openPools } from '../../src/data/database';
import { openTestDatabase, type TestDatabase, type TestDatabaseOptions } from './database';

/** The line between the server and its database, to be pulled out. */
export interface Cable {
  /** A database that is reached through the line. */
  readonly database: TestDatabase;
  /** Breaks all connections and refuses new ones, as when PostgreSQL has ended. */
  pull(): Promise<void>;
  /** As before. */
  plug(): Promise<void>;
  /** Lets nothing through and breaks nothing, as when the network has lost its way. */
  clog(): void;
}

/** A test database behind a line of its own: a TCP relay on the loopback address. One that is there already stays open at the end. */
export async function openCable({ on, ...options }: TestDatabaseOptions & { on?: TestDatabase } = {}): Promise<Cable> {
  const behind = on ?? (await openTestDatabase(options));
  const sockets = new Set<net.Socket>();
  const nearSockets = new Set<net.Socket>();
  const relay = net.createServer((near) => {
    nearSockets.add(near);
    near.once('close', () => nearSockets.delete(near));
    const far = net.connect(addressOf(behind));
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.pipe(to);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
    }
  });
  const port = await listen(relay, 0);
  const { config, log } = behind;
  const database = openPools(sessionOf({ ...behind.connection, host: '127.0.0.1', port }, config), config, log);

  async function pull(): Promise<void> {
    const closed = new Promise((resolve) => relay.close(resolve));
    for (const near of nearSockets) near.resetAndDestroy(); // which ends the far side too
    await closed;
  }

  return {
    database: {
      ...behind,
      ...database,
      async close() {
        await database.close();
        if (relay.listening) await pull();
        if (!on) await behind.close();
      },
    },
    pull,
    plug: () => listen(relay, port).then(() => undefined),
    clog() {
      for (const socket of sockets) socket.unpipe().pause();
    },
  };
}

function addressOf({ connection: { host = 'localhost', port = 5432 } }: TestDatabase): net.NetConnectOpts {
  return host.startsWith('/') ? { path: `${host}/.s.PGSQL.${port}` } : { host, port };
}

function listen(server: net.Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as net.AddressInfo).port));
  });
}
