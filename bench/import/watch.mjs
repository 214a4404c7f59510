import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { cpuOf } from '../compare/cpu.mjs';
import { memoryOf } from '../memory.mjs';

/**
 * Watches a process and the sessions that it has on a database, until it ends.
 * @param database the name of the database, as PostgreSQL's processes on this machine carry it in their titles
 * @returns CPU in ms of the program's main thread, its other threads, and the database's sessions; memory in MB
 */
export async function watch(child, database) {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const [threads, sessions] = [new Map(), new Map()];
  let [all, peak, sum, readings] = [0, 0, 0, 0];
  while (child.exitCode === null && child.signalCode === null) {
    try {
      for (const id of readdirSync(`/proc/${child.pid}/task`)) threads.set(id, cpuOf(`${child.pid}/task/${id}`) ?? 0);
      all = cpuOf(child.pid) ?? all;
      for (const pid of sessionsOf(database)) sessions.set(pid, cpuOf(pid) ?? sessions.get(pid) ?? 0);
      const memory = memoryOf(child.pid);
      if (memory.resident > 0) [peak, sum, readings] = [memory.peak, sum + memory.resident, readings + 1];
    } catch {
      // it has just ended
    }
    await Promise.race([ended, sleep(100)]);
  }
  const main = threads.get(String(child.pid)) ?? 0;
  return { main, threads: all - main, database: total(sessions), peak, resident: sum / readings };
}

function sessionsOf(database) {
  return readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      const title = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', '').split(' ');
      return title[0] === 'postgres:' && title.includes(database);
    } catch {
      return false;
    }
  });
}

const total = (times) => [...times.values()].reduce((sum, time) => sum + time, 0);
