// The program as it serves: started, ended or killed, and started again on the same data at the same address.

import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { freePort } from '../../end2end/fixtures/server.mjs';
import { atTheEnd } from './ending.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const START_MS = 60_000;
const STOP_MS = 30_000;
/** So much of what it printed is kept, to be shown when something is wrong. */
const OUTPUT_KEPT = 40_000;

/** The program that is tried. */
export const program = resolve(root, process.env.PREAU_BIN ?? 'target/debug/preau');

const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PREAU_')));

export class Node {
  #settings;
  #listen;
  #through;
  #child;
  #gone;
  output = '';
  /** How many times it has panicked. */
  panics = 0;

  /** `through` is a command that runs the program, such as one that makes it an ordinary user. */
  static async with(settings, through = []) {
    const node = new Node();
    node.#listen = `127.0.0.1:${await freePort()}`;
    node.#settings = settings;
    node.#through = through;
    return node;
  }

  get url() {
    return `http://${this.#listen}`;
  }

  get pid() {
    return this.#child.pid;
  }

  get #env() {
    return { ...inherited, PREAU_LOG: 'warn', PREAU_LISTEN: this.#listen, PREAU_BASE_URL: this.url, ...this.#settings };
  }

  #command(args) {
    const [first, ...rest] = [...this.#through, program, ...args];
    return [first, rest];
  }

  /** Serves, and answers; gives how long that took, in milliseconds. */
  async start() {
    const began = performance.now();
    const [command, args] = this.#command(['serve']);
    const child = spawn(command, args, { cwd: root, env: this.#env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.#child = child;
    this.#gone = once(child, 'exit');
    child.once('exit', atTheEnd(() => child.kill('SIGKILL')));
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => this.#hear(String(text)));
    while (!(await this.answers())) {
      if (child.exitCode !== null || performance.now() - began > START_MS) {
        await this.kill();
        throw new Error(`the program does not start:\n${this.output}`);
      }
      await wait(5);
    }
    return performance.now() - began;
  }

  #hear(text) {
    this.panics += text.split('panicked at').length - 1;
    this.output = (this.output + text).slice(-OUTPUT_KEPT);
  }

  answers(path = '/healthz') {
    return fetch(this.url + path).then(({ ok, body }) => (body?.cancel(), ok), () => false);
  }

  /** Ends the process as a power cut would. */
  async kill() {
    this.#child.kill('SIGKILL');
    await this.#gone;
  }

  /** Asks it to stop; gives whether it ended by itself. */
  async stop() {
    if (!this.#child || this.#child.exitCode !== null || this.#child.signalCode !== null) return true;
    this.#child.kill('SIGTERM');
    const late = await Promise.race([this.#gone.then(() => false), wait(STOP_MS, true, { ref: false })]);
    if (late) await this.kill();
    return !late;
  }

  /** Another command on the same data; gives what it prints. */
  run(args, input = '') {
    const [command, all] = this.#command(args);
    return new Promise((done, failed) => {
      const options = { cwd: root, env: this.#env, maxBuffer: 1 << 26 };
      const child = execFile(command, all, options, (error, stdout, stderr) =>
        error ? failed(new Error(`preau ${args[0]} failed:\n${stdout}${stderr}`)) : done(stdout),
      );
      child.stdin.end(input);
    });
  }
}
