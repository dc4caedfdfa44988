// What the database holds, read beside the program with the tools of each engine.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const options = { maxBuffer: 1 << 28 };

/** The embedded database. */
export const sqlite = (file) => {
  const ask = async (sql) => (await run('sqlite3', ['-json', '-cmd', '.timeout 20000', file, sql], options)).stdout;
  const rows = async (sql) => JSON.parse((await ask(sql)) || '[]');
  return {
    name: 'SQLite',
    rows,
    change: ask,
    /** What the engine itself finds wrong; nothing if all is well. */
    troubles: async () => {
      const found = await rows('PRAGMA integrity_check');
      const orphans = await rows('PRAGMA foreign_key_check');
      const wrong = found.map((row) => row.integrity_check).filter((said) => said !== 'ok');
      return [...wrong, ...orphans.map((row) => `foreign key of ${row.table} ${row.rowid}`)];
    },
  };
};

/** A PostgreSQL, which looks after its references by itself. */
export const postgres = (url) => {
  const ask = async (sql) => (await run('psql', ['-X', '-A', '-t', '-q', '-v', 'ON_ERROR_STOP=1', '-d', url, '-c', sql], options)).stdout;
  return {
    name: 'PostgreSQL',
    rows: async (sql) => JSON.parse(await ask(`SELECT coalesce(json_agg(found), '[]') FROM (${sql}) AS found`)),
    change: ask,
    troubles: async () => [],
  };
};
