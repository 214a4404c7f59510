import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { added, cpuOf, cpuOfSessions } from './cpu.mjs';

const script = fileURLToPath(new URL('load.lua', import.meta.url));
const run = promisify(execFile);

/**
 * Puts one side under load.
 * @param client a connection to the database that the side reads, to see what its sessions take
 * @param bodies a file of the requests' bodies, one a line, sent in turn
 * @returns requests, those a second, waiting times (ms), and the CPU a request that program and database took (ms)
 * @throws when a request fails
 */
export async function load(client, side, bodies, { seconds, connections }) {
  const [program, sessions] = [cpuOf(side.pid), await cpuOfSessions(client)];
  const args = ['-t1', `-c${connections}`, `-d${seconds}s`, '--timeout', '30s', '-s', script, side.url, '--', bodies];
  const { stdout } = await run('wrk', args).catch((error) => {
    throw error.code === 'ENOENT' ? new Error('wrk is not installed. On Debian: apt-get install wrk') : error;
  });
  const result = JSON.parse(stdout.trim().split('\n').at(-1));
  if (result.failed > 0)
    throw new Error(
      `${side.title}: ${result.failed} requests failed (${result.failures}).\n${side.printed().slice(-2000)}`,
    );
  if (result.requests === 0)
    throw new Error(`${side.title} answered nothing in ${seconds} s: give it more by --seconds.`);
  return {
    ...result,
    perSecond: result.requests / result.seconds,
    programCpu: (cpuOf(side.pid) - program) / result.requests,
    databaseCpu: added(sessions, await cpuOfSessions(client)) / result.requests,
  };
}
