// Captions of a film or a sound: given by a plain form, played, read under the player, found; and through a link.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { demonstration, look, lookHere } from '../fixtures/demonstration.mjs';
import { chair, facilitator, member } from '../fixtures/people.mjs';

const HERE = '/groupes/mobilites/bibliotheque';

const site = demonstration();
const { as } = site;

const notice = (page) => page.getByRole('status').first().innerText();
const button = (page, name) => page.getByRole('button', { name, exact: true });
const part = (page) => page.getByRole('region', { name: 'Sous-titres' });

/** A sound: three seconds of silence. */
const silence = () => {
  const rate = 8_000;
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + 3 * rate, 4);
  head.write('WAVEfmt ', 8);
  [[16, 16, 4], [20, 1, 2], [22, 1, 2], [24, rate, 4], [28, rate, 4], [32, 1, 2], [34, 8, 2]].forEach(([at, value, size]) =>
    head.writeUIntLE(value, at, size),
  );
  head.write('data', 36);
  head.writeUInt32LE(3 * rate, 40);
  return Buffer.concat([head, Buffer.alloc(3 * rate, 0x80)]);
};

const SUBRIP = `1
00:00:00,000 --> 00:00:01,200
<i>Bonjour à toutes et à tous.</i>

2
00:00:01,300 --> 00:00:02,800
Nous ouvrons la concertation sur le funiculaire.
`;

let address;

const give = async (page, name, text) => {
  await part(page).locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  await button(page, 'Enregistrer les sous-titres').click();
};

test('a member gives captions without script, and corrects what was refused', async () => {
  const page = await as(member);
  await page.goto(HERE);
  await page.getByLabel('Fichiers à déposer').setInputFiles({ name: 'Ouverture de la réunion.wav', mimeType: 'audio/wav', buffer: silence() });
  await button(page, 'Déposer des fichiers').click();
  await page.getByRole('link', { name: 'Ouverture de la réunion', exact: true }).click();
  address = new URL(page.url()).pathname;
  await part(page).locator('summary').click();
  await give(page, 'a.srt', SUBRIP.replace('00:00:01,300 -->', '00:00:01,300 ->'));
  assert.match(await page.getByRole('alert').innerText(), /à la ligne 6, les moments ne peuvent pas être lus/);
  assert.ok(await button(page, 'Enregistrer les sous-titres').isVisible(), 'the form is open');
  await give(page, 'réunion.srt', SUBRIP);
  assert.equal(await notice(page), 'Les sous-titres sont enregistrés.');
  await page.getByText('Lire ce qui est dit').click();
  assert.match(await page.locator('.spoken').innerText(), /0:00\s+Bonjour à toutes et à tous\. Nous ouvrons la concertation/);
  assert.match(await part(page).innerText(), /Français.+réunion\.srt/s);
});

test('the player takes them as captions', async () => {
  const page = await as(chair, { javaScriptEnabled: true });
  await page.goto(address);
  assert.equal(await part(page).count(), 0, 'who reads it changes nothing');
  const player = await page.locator('audio').boundingBox();
  assert.ok(player.height > 40 && player.width > 250, 'the player is there');
  const element = page.locator('audio track');
  await element.evaluate((track) => (track.track.mode = 'hidden'));
  await page.waitForFunction(() => document.querySelector('audio track').readyState >= 2);
  const track = await element.evaluate(({ track: { kind, language, label, cues } }) => {
    const said = [...(cues ?? [])].map(({ startTime, endTime, text }) => [startTime, endTime, text]);
    return { kind, language, label, cues: said };
  });
  assert.deepEqual(track, {
    kind: 'captions',
    language: 'fr',
    label: 'Français',
    cues: [
      [0, 1.2, '<i>Bonjour à toutes et à tous.</i>'],
      [1.3, 2.8, 'Nous ouvrons la concertation sur le funiculaire.'],
    ],
  });
});

test('a word that is said is found', async () => {
  const page = await as(member);
  for (let tries = 0; tries < 50; tries += 1) {
    await page.goto('/recherche?q=funiculaires');
    if ((await page.locator('#resultats a.row-title').count()) > 0) break;
    await page.waitForTimeout(200);
  }
  assert.deepEqual((await page.locator('#resultats a.row-title').allInnerTexts()).map((name) => name.trim()), ['Ouverture de la réunion']);
  assert.equal(await page.locator('#resultats mark').first().innerText(), 'funiculaire');
});

test('by a link somebody outside listens and reads, and looks at a PDF page by page', async () => {
  const page = await as(facilitator);
  const share = async (path) => {
    await page.goto(path);
    await page.getByRole('link', { name: 'Partager à l’extérieur' }).click();
    await page.getByRole('textbox', { name: /^Pour qui/ }).fill('La préfecture');
    await button(page, 'Créer le lien').click();
    return page.getByRole('status').getByRole('link').getAttribute('href');
  };
  const outside = await site.browser.page({ javaScriptEnabled: true });
  await outside.goto(await share(address));
  assert.equal(await outside.locator('audio track').count(), 1);
  await outside.getByText('Lire ce qui est dit').click();
  assert.match(await outside.locator('.spoken').innerText(), /funiculaire/);
  await lookHere(outside, 'captions-shared');
  await page.goto('/recherche?q=horaires+hiver&nature=document');
  const pdf = await page.getByRole('link', { name: 'Horaires d’hiver' }).first().getAttribute('href');
  await outside.goto(await share(pdf));
  await outside.getByRole('link', { name: 'Lire le texte' }).click();
  const leaf = outside.locator('.leaf img').first();
  assert.ok((await leaf.evaluate(async (image) => (await image.decode(), image.naturalWidth))) > 500);
  await lookHere(outside, 'shared-text');
  await outside.getByRole('link', { name: 'Revenir au document' }).click();
  assert.ok(await outside.locator('.sheet img').isVisible());
  await lookHere(outside, 'shared-pdf');
});

test('the pages are accessible, also on a small screen', async () => {
  const page = await as(member, { javaScriptEnabled: true });
  await look(page, address, 'captions');
  await page.getByText('Lire ce qui est dit').click();
  await part(page).locator('summary').click();
  await lookHere(page, 'captions-open');
  await give(page, 'a.srt', 'Bonjour.');
  await lookHere(page, 'captions-refused');
});

test('captions are taken away', async () => {
  const page = await as(member);
  await page.goto(address);
  await button(page, 'Retirer les sous-titres en Français').click();
  assert.equal(await notice(page), 'Les sous-titres sont retirés.');
  assert.equal(await page.locator('audio track').count(), 0);
});
