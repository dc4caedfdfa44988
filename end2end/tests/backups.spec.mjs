// Backups: made by the program while it serves, restored for a test, told on a page; restored by hand; and stopping.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';

import { demonstration, look } from '../fixtures/demonstration.mjs';
import { administrator, member, PASSWORD } from '../fixtures/people.mjs';
import { startServer } from '../fixtures/server.mjs';

const PAGE = '/administration/sauvegardes';
const folder = await mkdtemp(join(tmpdir(), 'preau-backups-'));
after(() => rm(folder, { recursive: true, force: true }));

const site = demonstration({ PREAU_BACKUP_DIR: join(folder, 'nuits') });
const { as } = site;

const made = async () => (await readdir(join(folder, 'nuits'))).filter((name) => name.startsWith('preau-'));

test('the first backup is made at once, tested, and told to the administrator', async () => {
  const page = await as(administrator);
  await page.goto('/administration');
  await page.getByRole('link', { name: 'Sauvegardes', exact: true }).click();
  assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), 'Sauvegardes');
  for (let tries = 0; tries < 60 && (await page.getByText('Tout va bien').count()) === 0; tries += 1) {
    await wait(1_000);
    await page.goto(PAGE);
  }
  assert.ok(await page.getByText('Essayée, complète').isVisible());
  const [name] = await made();
  assert.ok(await page.getByText(name).isVisible());
  assert.equal((await stat(join(folder, 'nuits', name))).mode & 0o777, 0o600);
  const other = await as(member);
  assert.equal((await other.goto(PAGE)).status(), 403);
});

test('the page of backups is accessible, also on a small screen', async () => {
  const page = await as(administrator, { javaScriptEnabled: true });
  await look(page, PAGE, 'backups');
});

test('a backup made while serving is restored elsewhere, and refused where there is something', async () => {
  const file = join(folder, 'a-la-main.tar.zst');
  const secret = join(folder, 'phrase');
  await writeFile(secret, 'une phrase secrète\n');
  assert.match(await site.server.run(['backup', file, '--passphrase-file', secret]), /rows and \d+ files, \d+ bytes, encrypted/);
  await assert.rejects(site.server.run(['backup', file]), /is there already/);
  await assert.rejects(site.server.run(['restore', file]), /its passphrase is needed/);
  const from = ['--passphrase-file', secret];
  await assert.rejects(site.server.run(['restore', file, ...from, '--force']), /stop `preau serve` first/);
  const bytes = await readFile(file);
  bytes[bytes.length >> 1] ^= 1;
  const altered = join(folder, 'abimee');
  await writeFile(altered, bytes);
  await assert.rejects(site.server.run(['restore', altered, ...from]), /altered/);

  const elsewhere = join(folder, 'ailleurs');
  const run = site.server.runWith({ PREAU_DATA_DIR: elsewhere });
  assert.match(await run(['restore', file, ...from]), /The installation is restored: \d+ rows/);
  await assert.rejects(run(['restore', file, ...from]), /not empty/);
  const digest = async (place) => {
    const names = (await readdir(join(place, 'files'), { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile() && !/pictures|arriving/.test(entry.parentPath))
      .map((entry) => join(entry.parentPath, entry.name));
    const worth = await Promise.all(names.map(async (name) => createHash('sha256').update(await readFile(name)).digest('hex')));
    return worth.sort();
  };
  const [theirs, ours] = [await digest(site.server.folder), await digest(elsewhere)];
  assert.deepEqual(ours.filter((worth) => !theirs.includes(worth)), []);
  assert.match(await run(['restore', file, ...from, '--force']), /What was there is kept in .*before-/);

  const restored = await startServer({ settings: { PREAU_DATA_DIR: elsewhere } });
  try {
    const answer = await fetch(`${restored.url}/api/accounts/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', accept: 'text/html' },
      body: new URLSearchParams({ email: member, password: PASSWORD }),
    });
    assert.equal(answer.status, 303);
  } finally {
    await restored.stop();
  }
});

test('asked to stop, the program ends soon although a request hangs', async () => {
  const server = await startServer({ settings: { PREAU_STOP_SECONDS: '1' } });
  const { hostname, port } = new URL(server.url);
  const { connect } = await import('node:net');
  const hanging = connect(Number(port), hostname);
  hanging.on('error', () => {});
  hanging.write('POST /api/accounts/sign-in HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\nemail=');
  await wait(300);
  const began = Date.now();
  assert.equal(await server.end(), 0, 'it ends by itself, and well');
  assert.ok(Date.now() - began < 8_000);
  hanging.destroy();
  await server.stop();
});
