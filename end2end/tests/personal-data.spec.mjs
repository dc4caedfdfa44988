// Personal data: a member takes a copy and asks to be erased, an administrator erases them, their texts still read; the
// register prints. Without script, but where it is said.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

import { demonstration, look } from '../fixtures/demonstration.mjs';
import { administrator, facilitator, member, PASSWORD } from '../fixtures/people.mjs';

const site = demonstration();
const { as } = site;

const notice = (page) => page.getByRole('status').first().innerText();

test('a member takes a copy of their data and asks to be erased, without script', async () => {
  const page = await as(member);
  await page.goto('/mon-compte');
  await page.getByRole('link', { name: 'Voir mes données' }).click();
  await page.getByRole('button', { name: 'Préparer ma copie' }).click();
  const link = page.getByRole('link', { name: 'Télécharger ma copie' });
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  assert.equal(download.suggestedFilename(), 'mes-donnees.zip');
  const bytes = await readFile(await download.path());
  assert.equal(bytes.subarray(0, 2).toString(), 'PK');
  for (const name of ['index.html', 'json/profile.json', 'pages/versions.html']) assert.ok(bytes.includes(name), name);
  await page.getByLabel(/Ce que vous voulez ajouter/).fill('Je déménage au printemps.');
  await page.getByRole('button', { name: 'Demander mon effacement' }).click();
  assert.equal(await notice(page), 'Votre demande est transmise.');
  assert.ok(await page.getByText(/Vous avez demandé votre effacement le/).isVisible());
});

test('the pages are accessible, also on a small screen', async () => {
  const page = await as(administrator, { javaScriptEnabled: true });
  await look(page, '/administration/donnees', 'register');
  await look(page, '/administration/donnees/durees', 'keeping');
  await look(page, '/donnees-personnelles', 'personal-data');
  const other = await as(facilitator, { javaScriptEnabled: true });
  await look(other, '/mon-compte/donnees', 'my-data');
});

test('the register prints whole, without what is not of it', async () => {
  const page = await as(administrator);
  await page.goto('/administration/donnees');
  await page.emulateMedia({ media: 'print' });
  assert.ok(await page.getByRole('heading', { name: 'Les votes', exact: true }).isVisible());
  assert.ok(await page.getByText('poll_open_ballots', { exact: true }).isVisible());
  assert.equal(await page.locator('section[aria-labelledby="demandes"]').isVisible(), false);
  assert.equal(await page.getByRole('link', { name: 'Durées et responsables' }).isVisible(), false);
  await page.emulateMedia({ media: 'screen' });
});

test('who answers and how long is set by the administrator, and what was typed wrongly is kept', async () => {
  const page = await as(administrator);
  await page.goto('/administration/donnees/durees');
  await page.getByLabel(/Responsable du traitement/).fill('Communauté de communes');
  await page.getByLabel(/Courriers envoyés/).fill('3000');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  assert.match(await page.getByRole('alert').innerText(), /écrivez un nombre de 7 à 365/);
  assert.equal(await page.getByLabel(/Responsable du traitement/).inputValue(), 'Communauté de communes');
  await page.getByLabel(/Courriers envoyés/).fill('60');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  assert.equal(await notice(page), 'Les durées et les responsables sont enregistrés.');
  await page.goto('/donnees-personnelles');
  assert.ok(await page.getByText('Communauté de communes').isVisible());
});

test('an administrator erases who asked for it, and their text still reads under « Ancien membre »', async () => {
  const reader = await as(facilitator);
  await reader.goto('/textes');
  const page = await as(administrator);
  await page.goto('/');
  const ask = page.locator('.asks > li').filter({ hasText: 'demande d’effacement' });
  const name = await ask.locator('p[id]').innerText();
  await ask.getByRole('link', { name: 'Voir la demande' }).click();
  assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), `Effacer ${name}`);
  assert.ok(await page.getByText('Je déménage au printemps.').isVisible());
  await page.getByLabel('Votre mot de passe', { exact: true }).fill('un autre mot de passe');
  await page.getByRole('button', { name: `Effacer ${name}` }).click();
  assert.ok(await page.getByRole('alert').isVisible());
  await page.getByLabel('Votre mot de passe', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: `Effacer ${name}` }).click();
  assert.equal(await notice(page), 'La personne est effacée.');
  await reader.goto('/groupes/mobilites');
  assert.equal(await reader.getByText(name).count(), 0);
  await reader.goto('/textes?q=');
  await reader.goto('/groupes/mobilites/membres');
  assert.equal(await reader.getByText(name).count(), 0);
  await reader.goto('/textes');
  const signed = reader.getByRole('listitem').filter({ hasText: 'Ancien membre' }).first();
  await signed.getByRole('link').first().click();
  assert.ok(await reader.getByText('Ancien membre').first().isVisible());
  assert.ok((await reader.locator('.prose').first().innerText()).length > 200);
});
