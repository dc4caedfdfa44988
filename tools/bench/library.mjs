// The library: a folder of fifty documents beside one of ten thousand, and a file of one gigabyte sent and taken back,
// beside a plain copy that computes the same SHA-256.

import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { closeSync, createReadStream, fsyncSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const FOLDERS = { small: 50, large: 10_000 };
const GIGABYTE = 2 ** 30;
const PIECE = 2 ** 20;

/** The settings without which the gigabyte is refused. */
export const SETTINGS = { PREAU_FILE_MAX_MB: '1200' };

/** A council with nothing but two folders, to be imported. */
export const makeLibrary = (folder) => {
  for (const [name, count] of Object.entries(FOLDERS)) {
    const shelf = join(folder, 'library', 'commun', name);
    mkdirSync(shelf, { recursive: true });
    for (let n = 0; n < count; n++) writeFileSync(join(shelf, `document-${String(n).padStart(5, '0')}.txt`), `Document ${name} ${n}\n`);
  }
};

/** Where the two folders are found once imported. */
export const DISCOVER = Object.fromEntries(
  Object.keys(FOLDERS).map((name) => [name, { page: '/bibliotheque', link: new RegExp(`href="([^"]+)"[^>]*>\\s*(?:<[^>]+>\\s*)*${name}\\s*<`) }]),
);

export const LISTINGS = [
  { name: `folder of ${FOLDERS.small} documents`, url: '{small}', against: 'read a text' },
  { name: `folder of ${FOLDERS.large} documents`, url: '{large}', against: `folder of ${FOLDERS.small} documents` },
];

/** Sends one gigabyte, takes it back, and tells how fast and with how much memory. `memory(pid)` is in mebibytes. */
export const gigabyte = async ({ url, pid }, cookie, folder, memory) => {
  const file = join(folder, 'gigabyte.bin');
  const descriptor = openSync(file, 'w');
  const piece = randomBytes(PIECE);
  for (let n = 0; n < GIGABYTE / PIECE; n++) {
    piece.writeUInt32LE(n); // no two pieces alike
    writeSync(descriptor, piece);
  }
  fsyncSync(descriptor);
  closeSync(descriptor);

  const copy = await timed(() => copied(file, join(folder, 'copy.bin')));
  rmSync(join(folder, 'copy.bin'));
  const before = memory(pid);
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, memory(pid))), 100);
  const signed = ['--silent', '--show-error', '--fail', '--header', `cookie: ${cookie}`];
  const sent = await timed(() =>
    run('curl', [...signed, '--header', `origin: ${url}`, '--header', 'accept: application/json', '--form', `files=@${file}`, '--output', join(folder, 'answer'), `${url}/api/library/deposit?dans=commun`]),
  );
  const answer = readFileSync(join(folder, 'answer'), 'utf8');
  const page = await (await fetch(`${url}/bibliotheque`, { headers: { cookie } })).text();
  const id = page.match(/href="\/documents\/(\d+)"[^>]*>\s*(?:<[^>]+>\s*)*gigabyte/)?.[1];
  if (!id) throw new Error(`the gigabyte was not deposited: ${answer}`);
  const back = join(folder, 'back.bin');
  const taken = await timed(() => run('curl', [...signed, '--output', back, `${url}/documents/${id}/fichier`]));
  clearInterval(watch);
  const whole = statSync(back).size === GIGABYTE;
  for (const name of [file, back]) rmSync(name);
  if (!whole) throw new Error('the gigabyte did not come back whole');
  const rate = (seconds) => `${(GIGABYTE / 1e6 / seconds).toFixed(0)} MB/s, ${(copy / seconds).toFixed(2)} of a copy with SHA-256`;
  console.log(`\none gigabyte: copied at ${(GIGABYTE / 1e6 / copy).toFixed(0)} MB/s; sent at ${rate(sent)}; taken back at ${rate(taken)}`);
  console.log(`memory meanwhile: ${before.toFixed(1)} MiB before, ${most.toFixed(1)} MiB at most`);
};

const timed = async (work) => {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
};

/** A copy on the disk, its SHA-256 computed on the way. */
const copied = async (from, to) => {
  const hash = createHash('sha256');
  const descriptor = openSync(to, 'w');
  for await (const bytes of createReadStream(from, { highWaterMark: PIECE })) {
    hash.update(bytes);
    writeSync(descriptor, bytes);
  }
  fsyncSync(descriptor);
  closeSync(descriptor);
  return hash.digest('hex');
};

const run = (command, args) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${command} ended with ${code}`))));
  });
