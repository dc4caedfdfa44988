// What a process and all that it started use, as Linux tells it.

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const TICKS = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** The processor time it has taken, in milliseconds. */
export const processorMilliseconds = (pid) =>
  inAll(pid, (member) => {
    const fields = afterName(readFileSync(`/proc/${member}/stat`, 'utf8'));
    return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS;
  });

/** The memory it holds (PSS), in MiB. */
export const mebibytes = (pid) => {
  const pss = (member) => Number(readFileSync(`/proc/${member}/smaps_rollup`, 'utf8').match(/^Pss:\s+(\d+)/m)?.[1] ?? 0);
  return (inAll(pid, pss) / 1024).toFixed(1);
};

/** A process and all that it started. */
const family = (pid) => {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        return [[Number(name), Number(afterName(readFileSync(`/proc/${name}/stat`, 'utf8'))[1])]];
      } catch {
        return []; // gone meanwhile
      }
    });
  const members = [pid];
  for (const member of members) members.push(...parents.filter(([, parent]) => parent === member).map(([child]) => child));
  return members;
};

/** The fields of /proc/PID/stat after the name, which may hold spaces and parentheses. */
const afterName = (stat) => stat.slice(stat.lastIndexOf(')') + 2).split(' ');

/** The sum of what `of` says of a process and of its children: one that ends meanwhile, as readers of files do, is left out. */
const inAll = (pid, of) =>
  family(pid).reduce((sum, member) => {
    try {
      return sum + of(member);
    } catch (error) {
      if (['ENOENT', 'ESRCH'].includes(error.code)) return sum;
      throw error;
    }
  }, 0);
