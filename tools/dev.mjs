// `make dev`: builds, serves, and starts again at each change. Reload the page to see it.
//
// A change in style/ needs no compilation: only the assets are made again.

import { spawn } from 'node:child_process';
import { existsSync, watch } from 'node:fs';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const RUST = ['app', 'backend', 'crates', 'domain', 'migrations', 'server'];
const STYLE = ['style'];
// An editor writes several files for one save.
const A_PAUSE = 150;

let server;
let waiting;
let building = false;
let changed = new Set([...RUST, ...STYLE]);

const run = (command, args) =>
  new Promise((resolve) => spawn(command, args, { stdio: 'inherit' }).on('exit', (code) => resolve(code === 0)));

const stopServer = () =>
  new Promise((resolve) => {
    if (!server || server.exitCode !== null || server.signalCode !== null) return resolve();
    server.once('exit', resolve);
    server.kill();
  });

const buildAndServe = async () => {
  building = true;
  while (changed.size > 0) {
    const rust = RUST.some((folder) => changed.has(folder));
    changed = new Set();
    const assets = ['tools/assets.mjs', '--quick', ...(rust ? [] : ['--no-islands'])];
    const built = (await run('node', assets)) && (!rust || (await run('cargo', ['build', '--bin', 'preau'])));
    if (!built || changed.size > 0) continue;
    await stopServer();
    server = spawn('target/debug/preau', ['serve'], { stdio: 'inherit' });
  }
  building = false;
};

for (const folder of [...RUST, ...STYLE].filter(existsSync)) {
  watch(folder, { recursive: true }, (_, file) => {
    if (file?.startsWith('fonts') || file?.endsWith('~')) return; // written by the assets themselves
    changed.add(folder);
    clearTimeout(waiting);
    waiting = setTimeout(() => building || buildAndServe(), A_PAUSE);
  });
}
process.on('SIGINT', () => stopServer().then(() => process.exit()));
process.on('SIGTERM', () => stopServer().then(() => process.exit()));
await buildAndServe();
