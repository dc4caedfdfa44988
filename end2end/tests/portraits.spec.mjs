// Photos of people and pictures of groups: given, shown where the name is, taken away.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { demonstration, look } from '../fixtures/demonstration.mjs';
import { administrator, facilitator, member, someoneElse } from '../fixtures/people.mjs';

const site = demonstration();
const { as } = site;

const notice = (page) => page.getByRole('status').first().innerText();
const part = (page) => page.locator('section[aria-labelledby="portrait"]');
const file = (page) => part(page).locator('input[type=file]');
/** Dots of the first picture of the list, once it is there: none if it is not. */
const seen = (page, where) =>
  page.locator(`${where} .face img`).first().evaluate(async (image) => {
    image.loading = 'eager';
    await image.decode();
    return [image.naturalWidth, image.naturalHeight, image.alt];
  });

test('a member gives a photo, changes it and takes it away, without script', async () => {
  const page = await as(someoneElse);
  await page.goto('/mon-compte');
  const photo = await page.screenshot({ type: 'jpeg' });
  await file(page).setInputFiles({ name: 'moi.jpg', mimeType: 'image/jpeg', buffer: photo });
  await page.getByRole('button', { name: 'Ajouter cette image' }).click();
  assert.equal(await notice(page), 'L’image est enregistrée.');
  const before = await part(page).locator('img').getAttribute('src');
  await file(page).setInputFiles({ name: 'lettre.png', mimeType: 'image/png', buffer: Buffer.from('Bonjour.') });
  await page.getByRole('button', { name: 'Changer l’image' }).click();
  assert.match(await page.getByRole('alert').innerText(), /n’est pas une image JPEG, PNG, WebP ou GIF/);
  assert.equal(await part(page).locator('img').getAttribute('src'), before);
  await page.goto('/membres?q=fr%C3%A9maudier');
  assert.deepEqual(await (await as(member, { javaScriptEnabled: true }).then(async (other) => {
    await other.goto('/membres?q=fr%C3%A9maudier');
    return seen(other, '.rows');
  })), [96, 96, '']);
  await page.goto('/mon-compte');
  await page.getByRole('button', { name: 'Retirer la photo' }).click();
  assert.equal(await notice(page), 'L’image est retirée.');
  assert.equal(await part(page).locator('img').count(), 0);
});

test('a facilitator gives the group a picture, and a member cannot', async () => {
  const page = await as(facilitator, { javaScriptEnabled: true });
  await page.goto('/groupes/mobilites/modifier');
  const picture = await page.screenshot();
  await file(page).setInputFiles({ name: 'groupe.png', mimeType: 'image/png', buffer: picture });
  await part(page).getByRole('button', { name: 'Changer l’image' }).click();
  assert.equal(await notice(page), 'L’image est enregistrée.');
  await page.goto('/groupes/mobilites');
  assert.deepEqual(await seen(page, '.page-head'), [256, 256, '']);
  const other = await as(member);
  assert.equal((await other.goto('/groupes/mobilites/modifier')).status(), 403);
});

test('pages with pictures are accessible, also on a small screen', async () => {
  const page = await as(administrator, { javaScriptEnabled: true });
  await look(page, '/membres', 'portraits-directory');
  await look(page, '/groupes', 'portraits-groups');
  await look(page, '/groupes/mobilites', 'portraits-group');
  await look(page, '/groupes/habitat/modifier', 'portraits-group-edit');
  await look(page, '/mon-compte', 'portraits-account');
  await page.goto('/membres?q=rambert');
  const person = await page.locator('.rows .row-title').first().getAttribute('href');
  await look(page, person, 'portraits-person');
});
