import { once } from 'node:events';
import net from 'node:net';
import { until } from './until';

/** A connection on which every byte is the test's own. */
export interface RawSocket {
  write(text: string | Buffer): void;
  /** Waits until something received matches, and gives all received. Fails when the connection ends before. */
  until(pattern: RegExp): Promise<string>;
  /** Waits until the other side has closed the connection, and gives all received. */
  closed(): Promise<string>;
  end(): void;
  /** Hangs up, and waits until the other side has noticed. */
  hangUp(): Promise<void>;
}

/** Connects to a port of this machine. */
export async function rawSocket(port: number): Promise<RawSocket> {
  const socket = net.connect(port, '127.0.0.1');
  await once(socket, 'connect');
  let received = '';
  const seen = (): string => received;
  socket.setEncoding('utf8');
  socket.on('data', (text: string) => (received += text));
  socket.on('error', () => {}); // a reset is a way of closing; what was received before it counts
  const closed = async (): Promise<string> => {
    await until('the connection is closed', () => socket.closed, { everyMs: 1, seen });
    return received;
  };
  return {
    write: (text) => void socket.write(text),
    until: (pattern) =>
      until(
        `${String(pattern)} on a connection`,
        () => {
          if (pattern.test(received)) return received;
          if (socket.closed) throw new Error(`The connection ended without ${String(pattern)}, after: ${received}`);
          return '';
        },
        { everyMs: 1, seen },
      ),
    closed,
    end: () => void socket.destroy(),
    async hangUp() {
      socket.end();
      await closed();
    },
  };
}

/** The head and body of a POST of a query, as they go over the line. @param headers further ones */
export function rawPost(query: string, headers: Readonly<Record<string, string>> = {}): string {
  const body = JSON.stringify({ query });
  const length = Buffer.byteLength(body);
  const further = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n${further.join('')}\r\n${body}`;
}
