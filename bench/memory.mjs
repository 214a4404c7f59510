import { readFileSync, readdirSync, writeFileSync } from 'node:fs';

const field = (text, name) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? NaN) / 1024;

/** The memory of a process in MB: resident now, and the most since it began (or since `forgetPeak`). */
export function memoryOf(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return { resident: field(status, 'VmRSS'), peak: field(status, 'VmHWM') };
}

/** Starts the count of the peak anew. */
export function forgetPeak(pid) {
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
}

/** Memory that a process has to itself, and its share of what it shares with others (PSS), in MB; 0 where it is gone. */
export function shareOf(pid) {
  try {
    return field(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'), 'Pss');
  } catch {
    return 0;
  }
}

/** The process and all that it started, and they started. */
export function familyOf(pid) {
  const children = new Map();
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      const stat = readFileSync(`/proc/${entry}/stat`, 'utf8');
      const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
      children.set(parent, [...(children.get(parent) ?? []), { pid: Number(entry), name }]);
    } catch {
      // it ended meanwhile
    }
  }
  const family = [];
  const add = (of) => {
    for (const child of children.get(of) ?? []) {
      family.push(child);
      add(child.pid);
    }
  };
  add(pid);
  return family;
}
