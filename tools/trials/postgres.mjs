// A PostgreSQL of the trial's own, which can be stopped and started again: own folder, free port of the loopback.

import { execFile, execFileSync } from 'node:child_process';
import { chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { freePort } from '../../end2end/fixtures/server.mjs';
import { atTheEnd } from './ending.mjs';

const run = promisify(execFile);
const VERSIONS = '/usr/lib/postgresql';

export class Postgres {
  #folder;
  #port;
  #kept;

  static async start() {
    const postgres = new Postgres();
    postgres.#folder = mkdtempSync(join(tmpdir(), 'preau-trial-postgres-'));
    postgres.#port = await freePort();
    postgres.#kept = atTheEnd(() => postgres.#vanish());
    if (isRoot) {
      const { stdout } = await run('id', ['-u', 'postgres']);
      chownSync(postgres.#folder, Number(stdout), -1);
    }
    const initial = ['--username', 'preau', '--auth', 'trust', '--encoding', 'UTF8', '--locale', 'C.UTF-8'];
    await postgres.#run('initdb', ['--pgdata', postgres.#data, ...initial]);
    await postgres.resume();
    await postgres.#run('createdb', ['--host', '127.0.0.1', '--port', postgres.#port, '--username', 'preau', 'preau']);
    return postgres;
  }

  get #data() {
    return join(this.#folder, 'data');
  }

  get url() {
    return `postgres://preau@127.0.0.1:${this.#port}/preau`;
  }

  async resume() {
    const options = `-p ${this.#port} -k ${this.#folder} -c listen_addresses=127.0.0.1 -c max_connections=100`;
    await this.#run('pg_ctl', ['start', '--silent', '--wait', '--pgdata', this.#data, '--log', join(this.#folder, 'log'), '--options', options]);
  }

  /** `fast` ends the connections at once; `immediate` is a crash. */
  async stop(mode = 'fast') {
    await this.#run('pg_ctl', ['stop', '--silent', '--wait', '--pgdata', this.#data, '--mode', mode]);
  }

  async remove() {
    this.#kept();
    this.#vanish();
  }

  #vanish() {
    const [command, args] = this.#command('pg_ctl', ['stop', '--silent', '--wait', '--pgdata', this.#data, '--mode', 'immediate']);
    try {
      execFileSync(command, args, { cwd: this.#folder, stdio: 'ignore' });
    } catch {
      // It may be stopped already.
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** PostgreSQL refuses to be root. */
  #command(name, args) {
    const path = join(VERSIONS, latest(), 'bin', name);
    const all = [path, ...args.map(String)];
    const [command, ...rest] = isRoot ? ['runuser', '-u', 'postgres', '--', ...all] : all;
    return [command, rest];
  }

  #run(name, args) {
    return run(...this.#command(name, args), { cwd: this.#folder });
  }
}

const isRoot = process.getuid?.() === 0;

const latest = () => readdirSync(VERSIONS).toSorted((a, b) => a.localeCompare(b, undefined, { numeric: true })).at(-1);
