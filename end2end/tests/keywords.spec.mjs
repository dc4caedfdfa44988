// Keywords: the vocabulary that the council keeps, proposed to those who describe a document, and what has one.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { demonstration, look } from '../fixtures/demonstration.mjs';
import { administrator, member, someoneElse } from '../fixtures/people.mjs';

const KEEP = '/administration/mots-cles';

const site = demonstration();
const { as } = site;

const h1 = (page) => page.getByRole('heading', { level: 1 }).innerText();
const notice = (page) => page.getByRole('status').first().innerText();
const button = (page, name) => page.getByRole('button', { name, exact: true });
const link = (page, name) => page.getByRole('link', { name, exact: true });

test('an administrator adds, renames, merges and removes keywords without script', async () => {
  const page = await as(administrator);
  await page.goto('/administration');
  await link(page, 'Mots-clés de la bibliothèque').click();
  await button(page, 'Ajouter').click();
  assert.match(await page.getByRole('alert').innerText(), /Nouveau mot-clé/);
  await page.getByRole('textbox', { name: 'Nouveau mot-clé' }).fill('Chauffage');
  await button(page, 'Ajouter').click();
  assert.equal(await notice(page), 'Le mot-clé est ajouté au vocabulaire.');
  await page.getByRole('button', { name: /^Retenir «.rénovation/ }).or(page.getByRole('button', { name: /^Retenir/ })).first().click();
  assert.equal(await notice(page), 'Le mot-clé est ajouté au vocabulaire.');
  await page.getByRole('link', { name: /^Modifier «.Chauffage/ }).click();
  await page.getByRole('textbox', { name: 'Nom' }).fill('Énergie');
  await button(page, 'Enregistrer').click();
  assert.match(await notice(page), /a changé de nom/);
  await page.getByRole('link', { name: /^Modifier «.cars/ }).click();
  await button(page, 'Réunir').click();
  assert.match(await page.getByRole('alert').innerText(), /Mot-clé à garder/);
  await page.getByLabel('Mot-clé à garder').selectOption({ label: 'vélo' });
  await button(page, 'Réunir').click();
  assert.match(await notice(page), /n’en font plus qu’un/);
  assert.equal(await page.getByRole('link', { name: /^Modifier «.cars/ }).count(), 0);
  await page.getByRole('link', { name: /^Modifier «.Énergie/ }).click();
  assert.match(await page.locator('form.confirm h2').innerText(), /Retirer «.Énergie.» du vocabulaire/);
  await button(page, 'Retirer du vocabulaire').click();
  assert.match(await notice(page), /retiré du vocabulaire/);
});

test('a keyword is proposed to those who describe a document, and leads to what has it', async () => {
  const page = await as(member);
  await page.goto('/groupes/mobilites/bibliotheque');
  await link(page, 'Vélo').click();
  await link(page, 'Relevé des points dangereux').click();
  await link(page, 'Modifier la fiche').click();
  const proposed = await page.locator('datalist option').evaluateAll((options) => options.map((option) => option.value));
  assert.ok(proposed.some((value) => value.endsWith('logement')));
  await page.getByLabel(/^Mots-clés/).fill('Logement, carrefours');
  await button(page, 'Enregistrer').click();
  await page.locator('aside').getByRole('link', { name: 'Logement' }).click();
  assert.equal(await h1(page), 'logement');
  assert.ok(await link(page, 'Relevé des points dangereux').isVisible());
  const other = await as(someoneElse);
  await other.goto('/bibliotheque');
  await link(other, 'Mots-clés').click();
  await link(other, 'logement').click();
  assert.equal(await link(other, 'Relevé des points dangereux').count(), 0);
  assert.equal((await other.goto('/bibliotheque/mots-cles/carrefours')).status(), 404);
  assert.equal((await other.goto(KEEP)).status(), 403);
});

test('the pages of keywords are accessible, also on a small screen', async () => {
  const page = await as(administrator, { javaScriptEnabled: true });
  await look(page, KEEP, 'keywords-keep');
  const one = await page.getByRole('link', { name: /^Modifier «.chiffres/ }).getAttribute('href');
  await look(page, one, 'keyword-keep');
  await look(page, '/bibliotheque/mots-cles', 'keywords');
  await look(page, '/bibliotheque/mots-cles/accueil', 'keyword');
});
