// The life of a group: opened by the chair, run by its facilitator, joined, left, and unknown to those it is hidden from.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { demonstration, look } from '../fixtures/demonstration.mjs';
import { chair, facilitator, member, someoneElse } from '../fixtures/people.mjs';

const site = demonstration();
const { as } = site;

const h1 = (page) => page.getByRole('heading', { level: 1 }).innerText();
const notice = (page) => page.getByRole('status').first().innerText();
const button = (page, name) => page.getByRole('button', { name, exact: true });

test('the chair opens a group, after correcting what was refused', async () => {
  const page = await as(chair);
  await page.goto('/groupes');
  await page.getByRole('link', { name: 'Créer un groupe' }).click();
  const mission = page.getByRole('textbox', { name: 'Mission' });
  await mission.fill('Dire ce que devient la rivière en été.');
  await button(page, 'Créer le groupe').click();
  assert.match(await page.getByRole('alert').innerText(), /Nom du groupe/);
  assert.equal((await mission.inputValue()).trim(), 'Dire ce que devient la rivière en été.');

  await page.getByLabel('Nom du groupe').fill('La rivière en été');
  await page.getByLabel('Qui l’anime', { exact: true }).selectOption({ index: 1 });
  await button(page, 'Créer le groupe').click();
  assert.match(await notice(page), /Le groupe est créé/);
  await page.goto('/groupes/la-riviere-en-ete');
  assert.equal(await h1(page), 'La rivière en été');
});

test('a member joins an open group, then leaves it', async () => {
  const page = await as(member);
  await page.goto('/groupes/la-riviere-en-ete');
  await button(page, 'Rejoindre le groupe').click();
  assert.equal(await notice(page), 'Vous faites maintenant partie du groupe.');
  await page.goto('/');
  assert.ok(await page.getByRole('link', { name: 'La rivière en été' }).first().isVisible());
  await page.goto('/groupes/la-riviere-en-ete/membres');
  await page.getByRole('link', { name: 'Quitter le groupe' }).click();
  assert.ok(await page.getByRole('heading', { name: 'Quitter le groupe « La rivière en été »' }).isVisible());
  await button(page, 'Quitter le groupe').click();
  assert.equal(await notice(page), 'Vous ne faites plus partie du groupe.');
});

test('a facilitator adds somebody, changes their role, takes them out', async () => {
  const page = await as(facilitator);
  await page.goto('/groupes/mobilites/membres');
  await page.getByRole('searchbox', { name: 'Rechercher' }).fill(someoneElse);
  await button(page, 'Rechercher').click();
  const choices = page.getByRole('group', { name: 'Personne à ajouter' }).getByRole('radio');
  assert.equal(await choices.count(), 1);
  await button(page, 'Ajouter ou inviter').click();
  const [, name] = (await notice(page)).match(/^(.+) fait maintenant partie du groupe\.$/);

  const row = page.locator('ul.rows > li').filter({ hasText: name });
  await row.locator('summary').click();
  await row.getByRole('link', { name: `Changer le rôle de ${name}` }).click();
  await page
    .getByRole('region', { name: `Changer le rôle de ${name}` })
    .getByRole('radio', { name: /Observatrice ou observateur/ })
    .check();
  await button(page, 'Enregistrer').click();
  assert.equal(await notice(page), `Le rôle de ${name} est changé.`);

  await row.locator('summary').click();
  await row.getByRole('link', { name: `Retirer du groupe ${name}` }).click();
  await button(page, `Retirer ${name}`).click();
  assert.equal(await notice(page), 'Cette personne ne fait plus partie du groupe.');
  assert.equal(await row.count(), 0);
});

test('what is hidden does not exist: closed groups for visitors, secret ones for who is not in them', async () => {
  const visitor = await site.browser.page();
  for (const path of ['/groupes/mobilites', '/groupes/bureau', '/groupes/mobilites/membres']) {
    assert.equal((await visitor.goto(path)).status(), 404, path);
  }
  const page = await as(someoneElse);
  assert.equal((await page.goto('/groupes/bureau')).status(), 404);
  assert.equal(await h1(page), 'Page introuvable');
  assert.equal((await page.goto('/groupes/mobilites')).status(), 200);
  assert.equal((await page.goto('/groupes/mobilites/membres')).status(), 403);
  await page.goto('/groupes?q=bureau');
  assert.equal(await page.locator('#liste a.row-title').count(), 0);
});

test('the search follows what is typed, and finds what the form finds', async () => {
  const page = await as(member, { javaScriptEnabled: true });
  await page.goto('/groupes');
  await page.getByRole('searchbox', { name: 'Rechercher' }).pressSequentially('riviere', { delay: 20 });
  await page.getByText('Un groupe trouvé.').waitFor();
  assert.ok(await page.getByRole('link', { name: 'La rivière en été' }).isVisible());
  await page.getByRole('searchbox', { name: 'Rechercher' }).fill('');
  await page.locator('#liste a.row-title').first().waitFor();
  await page.getByRole('searchbox', { name: 'Rechercher' }).fill('riviere');
  await button(page, 'Rechercher').click();
  await page.waitForURL(/q=riviere/);
  assert.equal(await page.locator('#liste a.row-title').count(), 1);
});

test('the pages of groups and home are accessible, also on a small screen', async () => {
  const visitor = await site.browser.page();
  await look(visitor, '/groupes', 'groups-visitor');
  await look(visitor, '/groupes/la-riviere-en-ete', 'group-visitor');
  const page = await as(facilitator, { javaScriptEnabled: true });
  await look(page, '/', 'home');
  await look(page, '/groupes', 'groups');
  await look(page, '/groupes?q=rien+de+tel', 'groups-none');
  await look(page, '/groupes/mobilites', 'group');
  await look(page, '/groupes/mobilites/membres', 'group-people');
  await look(page, '/groupes/mobilites/membres?quitter=oui', 'group-leave');
  await look(page, '/groupes/mobilites/modifier', 'group-edit');
  const president = await as(chair, { javaScriptEnabled: true });
  await look(president, '/', 'home-chair');
  await look(president, '/groupes/nouveau', 'group-new');
});

test('in English too', async () => {
  const page = await site.browser.page({ javaScriptEnabled: false, locale: 'en-GB' });
  await page.goto('/groupes/la-riviere-en-ete');
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  assert.ok(await page.getByText('Its work in progress is for the council').isVisible());
  await page.goto('/groupes');
  assert.equal(await h1(page), 'Groups');
});
