// The toolbox of methods and the glossary: finding a sheet, preparing a meeting with it, telling how it went, keeping
// the words that texts explain.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { demonstration, look, lookHere } from '../fixtures/demonstration.mjs';
import { administrator, chair, facilitator, member, someoneElse } from '../fixtures/people.mjs';

const site = demonstration();
const { as } = site;

const SHEET = '/outils/tour-de-table-baton-de-parole';
const TEXT = '/textes/nomme/O%C3%B9%20b%C3%A2tir%2C%20et%20o%C3%B9%20s%E2%80%99arr%C3%AAter';

const h1 = (page) => page.getByRole('heading', { level: 1 }).innerText();
const notice = (page) => page.locator('.notice.success').innerText();
const button = (page, name) => page.getByRole('button', { name, exact: true });
const link = (page, name) => page.getByRole('link', { name, exact: true });
const field = (page, name) => page.getByRole('main').getByLabel(name).first();

test('a member finds a sheet by need and number, and sees thirty of them', async () => {
  const page = await as(member);
  await page.goto('/outils');
  const rows = page.locator('.rows > li');
  assert.ok(await rows.count() >= 30);
  await field(page, 'Votre besoin').selectOption('decider');
  await field(page, 'Nombre de personnes').fill('60');
  await button(page, 'Choisir').click();
  assert.match(page.url(), /besoin=decider/);
  assert.ok(await link(page, 'Vote par gommettes').isVisible());
  assert.equal(await link(page, 'Photolangage').count(), 0);
  await field(page, 'Nombre de personnes').fill('1999');
  await button(page, 'Choisir').click();
  assert.match(await page.locator('.empty').innerText(), /Aucune fiche ne correspond/);
  await page.locator('.empty').getByRole('link').click();
  assert.ok(await rows.count() >= 30);
});

test('a sheet becomes an agenda, a file, and minutes in one of one’s groups, without script', async () => {
  const page = await as(member);
  await page.goto(SHEET);
  assert.equal(await h1(page), 'Tour de table avec bâton de parole');
  await link(page, 'Préparer une réunion avec cette méthode').click();
  await field(page, 'Heure de début').fill('midi');
  await button(page, 'Calculer les horaires').click();
  assert.match(await page.locator('.error').innerText(), /Écrivez une heure/);
  await field(page, 'Heure de début').fill('20h');
  await button(page, 'Calculer les horaires').click();
  const outline = await field(page, 'Ordre du jour').inputValue();
  assert.match(outline, /De 20.h à 20.h.45/);
  assert.match(outline, /\| 20.h.08 \| Premier tour \| 20.min \|/);
  const [file] = await Promise.all([page.waitForEvent('download'), link(page, 'Télécharger l’ordre du jour').click()]);
  assert.equal(file.suggestedFilename(), 'ordre-du-jour-tour-de-table-baton-de-parole.md');
  await link(page, 'Dans le groupe Mobilités du quotidien').click();
  assert.match(await field(page, 'Titre').inputValue(), /Compte rendu.: Tour de table/);
  assert.match(await page.locator('textarea[name=body]').inputValue(), /## Ce qui est décidé/);
  assert.ok(await page.getByRole('radio', { name: 'Compte rendu' }).isChecked());
  await button(page, 'Enregistrer').click();
  assert.match(await h1(page), /Compte rendu/);
  await lookHere(await asScripted(member, SHEET), 'outil');
});

const asScripted = async (email, path) => {
  const page = await as(email, { javaScriptEnabled: true });
  await page.goto(path);
  return page;
};

test('a member tells how a meeting went, and takes it back', async () => {
  const page = await as(member);
  await page.goto(SHEET);
  await page.getByText('Raconter une réunion', { exact: true }).click();
  await field(page, 'Date de la réunion').fill('bientôt');
  await button(page, 'Publier ce retour').click();
  assert.match(await page.getByRole('alert').innerText(), /Date de la réunion/);
  await field(page, 'Date de la réunion').fill('02/03/2026');
  await field(page, 'Ce qui a marché').fill('Le galet a fait le tour en vingt minutes.');
  await button(page, 'Publier ce retour').click();
  assert.match(await notice(page), /Merci/);
  assert.ok(await page.getByText('Le galet a fait le tour').isVisible());
  await page.getByRole('button', { name: /^Effacer le retour du 2 mars/ }).click();
  assert.match(await notice(page), /effacé/);
});

test('a facilitator changes a sheet, puts it aside and takes it up; a member sees neither the act nor the sheet', async () => {
  const page = await as(facilitator);
  await page.goto('/outils/boussole');
  await link(page, 'Modifier la fiche').click();
  await field(page, 'Déroulé').fill('dix minutes pour rien');
  await button(page, 'Enregistrer').click();
  assert.match(await page.getByRole('alert').innerText(), /la ligne 1 n’est pas une étape/);
  await field(page, 'Déroulé').fill('10 min | Choisir les points\n20 min | Tourner');
  await button(page, 'Enregistrer').click();
  assert.match(await notice(page), /La fiche est modifiée/);
  assert.match(await page.locator('main').innerText(), /Votre conseil a modifié cette fiche/);
  await page.getByText('Retirer cette fiche', { exact: true }).click();
  await button(page, 'Retirer la fiche').click();
  assert.match(await notice(page), /retirée de la boîte/);
  const reader = await as(member);
  const answer = await reader.goto('/outils/boussole');
  assert.equal(answer.status(), 404);
  await page.goto('/outils/boussole');
  await button(page, 'La remettre dans la boîte à outils').click();
  assert.match(await notice(page), /de nouveau/);
  await reader.goto('/outils/boussole');
  assert.equal(await link(reader, 'Modifier la fiche').count(), 0);
});

test('an acronym is explained by touch, by keyboard and by pointing, and Escape closes it', async () => {
  const signed = await as(someoneElse, { javaScriptEnabled: true });
  await signed.goto(TEXT);
  const word = button(signed, 'SCoT').first();
  const said = signed.locator('.acronym strong', { hasText: 'schéma de cohérence territoriale' });
  assert.equal(await word.count(), 1, 'once in its section');
  assert.ok(!(await said.isVisible()));
  await word.click();
  await said.waitFor({ state: 'visible' });
  await lookHere(signed, 'sigle-ouvert');
  await signed.keyboard.press('Escape');
  await said.waitFor({ state: 'hidden' });
  await word.focus();
  await signed.keyboard.press('Enter');
  await said.waitFor({ state: 'visible' });
  await signed.keyboard.press('Escape');
  await said.waitFor({ state: 'hidden' });
  await signed.locator('h1').click();
  await word.hover();
  await said.waitFor({ state: 'visible' });
});

test('an acronym opens without script and leads to the glossary', async () => {
  const page = await as(someoneElse);
  await page.goto(TEXT);
  await button(page, 'PLUi').first().click();
  await page.locator('.acronym strong', { hasText: 'plan local d’urbanisme intercommunal' }).waitFor({ state: 'visible' });
  await page.locator('.acronym', { hasText: 'PLUi' }).getByRole('link', { name: 'Voir le glossaire' }).click();
  assert.match(page.url(), /\/glossaire#plui$/);
  assert.equal(await h1(page), 'Glossaire');
});

test('the chair adds, changes and removes an acronym; a visitor reads and searches the glossary', async () => {
  const page = await as(chair);
  await page.goto('/glossaire');
  await link(page, 'Ajouter un sigle').click();
  await field(page, 'Sigle').fill('les mots');
  await button(page, 'Ajouter un sigle').click();
  assert.match(await page.getByRole('alert').innerText(), /un seul mot/);
  await field(page, 'Sigle').fill('PTR');
  await field(page, 'En toutes lettres').fill('Pays des Trois Rivières');
  await field(page, 'Explication').fill('Notre territoire, et ses dix-neuf communes.');
  await button(page, 'Ajouter un sigle').click();
  assert.match(await notice(page), /ajouté/);
  const visitor = await site.browser.page({ javaScriptEnabled: false });
  await visitor.goto('/glossaire');
  assert.ok(await visitor.locator('.entry').count() >= 60);
  await field(visitor, 'Chercher un sigle ou un mot').fill('trois rivieres');
  await button(visitor, 'Chercher').click();
  assert.match(await visitor.locator('.entry').innerText(), /PTR.*Source à vérifier/s);
  await page.getByRole('link', { name: /^Modifier «.PTR/ }).click();
  await button(page, 'Retirer du glossaire').click();
  assert.match(await notice(page), /retiré/);
  await visitor.reload();
  assert.equal(await visitor.locator('.entry').count(), 0);
  await page.getByRole('button', { name: /^Reprendre «.PTR/ }).click();
  assert.match(await notice(page), /de nouveau/);
});

test('whoever reads English reads the sheets and what acronyms mean in English', async () => {
  const page = await as(member, { javaScriptEnabled: true });
  await page.context().addCookies([{ name: 'langue', value: 'en', url: site.server.url }]);
  await page.goto('/outils');
  assert.ok(await link(page, 'Moving debate').isVisible());
  assert.match(await page.locator('.page-head').innerText(), /Some of the sheets exist in French only/);
  await page.goto('/outils/debat-mouvant');
  assert.equal(await h1(page), 'Moving debate');
  assert.equal(await page.locator('h1').getAttribute('lang'), null);
  assert.match(await page.locator('main').innerText(), /Forty minutes is a long time to stand/);
  await lookHere(page, 'outil-en');
  await link(page, 'Prepare a meeting with this method').click();
  assert.match(await field(page, 'Agenda').inputValue(), /\| First statement \|/);
  await page.goto(TEXT);
  await button(page, 'SCoT').first().click();
  const said = page.locator('.acronym [lang=en]', { hasText: 'where people will live, work and travel' });
  await said.first().waitFor({ state: 'visible' });
  await page.goto('/glossaire?q=flooding');
  assert.match(await page.locator('.entry').innerText(), /EPTB.*works along a river/s);
});

test('the search finds sheets and acronyms', async () => {
  const page = await as(member);
  await page.goto('/recherche?q=gommettes');
  assert.ok(await link(page, 'Vote par gommettes').isVisible());
  await page.goto('/recherche?q=SCoT&nature=acronym');
  assert.match(await page.locator('.rows:not([hidden])').innerText(), /schéma de cohérence territoriale/);
});

test('the pages are accessible, in both themes and at 320 pixels', async () => {
  const page = await as(administrator, { javaScriptEnabled: true });
  await look(page, '/outils', 'outils');
  await look(page, '/outils/ajouter', 'outil-nouveau');
  await look(page, `${SHEET}/ordre-du-jour`, 'ordre-du-jour');
  await look(page, '/outils/boussole/modifier', 'outil-modifier');
  await look(page, '/glossaire', 'glossaire');
  await look(page, '/glossaire/scot/modifier', 'sigle-modifier');
});
