import { readFileSync } from 'node:fs';

const ticksPerSecond = 100; // USER_HZ on Linux

/** CPU that a process has used so far, all threads, in ms; null where it is gone or this is not Linux. */
export function cpuOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond;
  } catch {
    return null;
  }
}

/**
 * CPU that the sessions on the database have used so far, in ms by process id. Only one side is under load at a time, so what
 * is added in a round is its own. Empty where the database is on another machine.
 */
export async function cpuOfSessions(client) {
  const { rows } = await client.query(
    "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'",
  );
  const times = new Map();
  for (const { pid } of rows) {
    const time = cpuOf(pid);
    if (time !== null) times.set(pid, time);
  }
  return times;
}

/** What was added between two readings; a session that came in between counts from its start. */
export function added(before, after) {
  let sum = 0;
  for (const [pid, time] of after) sum += time - (before.get(pid) ?? 0);
  return sum;
}
