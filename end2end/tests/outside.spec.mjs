// People without an account: what they read by a link, and what they deposit by another.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { demonstration, look, lookHere } from '../fixtures/demonstration.mjs';
import { facilitator } from '../fixtures/people.mjs';

const HERE = '/groupes/mobilites/bibliotheque';

const site = demonstration();
const { as } = site;

const h1 = (page) => page.getByRole('heading', { level: 1 }).innerText();
const notice = (page) => page.getByRole('status').first().innerText();
const button = (page, name) => page.getByRole('button', { name, exact: true });
const link = (page, name) => page.getByRole('link', { name, exact: true });
const file = (name, text, mimeType = 'text/plain') => ({ name, mimeType, buffer: Buffer.from(text) });
/** Somebody without an account, in a browser of their own. */
const outsider = (options = {}) => site.browser.page({ javaScriptEnabled: false, ...options });

/** From a folder, makes a link and gives the path that it leads to. */
const make = async (page, folder, fields, kind) => {
  await page.goto(HERE);
  await link(page, folder).click();
  await link(page, 'Partager à l’extérieur').click();
  if (kind) await page.getByRole('radio', { name: kind }).check();
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label).fill(value);
  await button(page, 'Créer le lien').click();
  return new URL(await page.getByRole('status').first().getByRole('link').getAttribute('href')).pathname;
};

test('a folder is shared by a link, read in a browser without an account, and the link is closed', async () => {
  const page = await as(facilitator);
  await page.goto(HERE);
  await link(page, 'Vélo').click();
  await link(page, 'Partager à l’extérieur').click();
  await button(page, 'Créer le lien').click();
  assert.match(await page.getByRole('alert').innerText(), /Pour qui/);
  const path = await make(page, 'Vélo', { 'Pour qui': 'La préfecture' });
  assert.match(await notice(page), /il ne sera plus montré/);
  const other = await outsider();
  await other.goto(path);
  assert.equal(await h1(other), 'Vélo');
  assert.equal(await link(other, 'Se déconnecter').count(), 0);
  await link(other, 'Plan de jalonnement').click();
  assert.ok(await other.locator('main img').isVisible());
  const answer = await other.context().request.get(await other.getByRole('link', { name: /^Télécharger/ }).getAttribute('href'));
  assert.equal(answer.status(), 200);
  await other.getByRole('link', { name: /^Revenir à «/ }).click();
  const zip = await other.context().request.get(await link(other, 'Tout télécharger').getAttribute('href'));
  assert.equal((await zip.body()).subarray(0, 2).toString(), 'PK');
  assert.equal((await other.goto(HERE)).status(), 404);
  await page.goto(page.url().split('?')[0]);
  assert.match(await page.locator('main .rows details').first().textContent(), /[Oo]uvert|téléchargé/);
  await page.getByRole('button', { name: /^Fermer le lien «.La préfecture/ }).click();
  assert.match(await notice(page), /Le lien est fermé/);
  assert.equal((await other.goto(path)).status(), 404);
});

test('a password is asked for before anything is told', async () => {
  const page = await as(facilitator);
  const path = await make(page, 'Vélo', { 'Pour qui': 'Un journaliste', 'Mot de passe': 'pont-de-pierre' });
  const other = await outsider();
  await other.goto(path);
  assert.ok(!(await other.locator('body').innerText()).includes('Vélo'));
  await other.getByLabel('Mot de passe').fill('pont-de-bois');
  await button(other, 'Ouvrir').click();
  assert.equal(await other.getByRole('alert').count() > 0, true);
  await other.getByLabel('Mot de passe').fill('pont-de-pierre');
  await button(other, 'Ouvrir').click();
  assert.equal(await h1(other), 'Vélo');
  const stranger = await outsider();
  await stranger.goto(path);
  assert.match(await h1(stranger), /demande un mot de passe/);
});

test('somebody without an account deposits files, which the group finds under their name', async () => {
  const page = await as(facilitator);
  const kind = /^Déposer des fichiers dans ce dossier/;
  const path = await make(page, 'Vélo', { 'Pour qui': 'Les mairies', 'Nombre de fichiers acceptés': '3' }, kind);
  const other = await outsider();
  await other.goto(path);
  assert.ok(!(await other.locator('main').innerText()).includes('Plan de jalonnement'));
  await other.getByLabel('Votre nom').fill('Mairie d’Argue');
  await other.getByLabel('Fichiers à déposer').setInputFiles([file('Avis de la mairie.txt', 'D’accord.'), file('Vide.txt', '')]);
  await button(other, 'Déposer des fichiers').click();
  const report = await other.getByRole('alert').innerText();
  assert.match(report, /Vide\.txt.+vide/s);
  assert.match(report, /Un autre fichier a bien été déposé/);
  await other.getByLabel('Votre nom').fill('Mairie d’Argue');
  await other.getByLabel('Fichiers à déposer').setInputFiles([file('Plan de la mairie.txt', 'Un plan.')]);
  await button(other, 'Déposer des fichiers').click();
  assert.equal(await notice(other), 'Merci, votre fichier est bien arrivé.');
  await page.goto(HERE);
  await link(page, 'Vélo').click();
  await link(page, 'Avis de la mairie').click();
  assert.match(await page.locator('aside').first().innerText(), /Mairie d’Argue/);
});

test('the pages for people outside are accessible, also on a small screen', async () => {
  const page = await as(facilitator, { javaScriptEnabled: true });
  const shared = await make(page, 'Cars et trains', { 'Pour qui': 'La région' });
  await lookHere(page, 'share-made');
  await page.goto(page.url().split('?')[0]);
  await lookHere(page, 'links');
  const kind = /^Déposer des fichiers dans ce dossier/;
  const box = await make(page, 'Cars et trains', { 'Pour qui': 'Les mairies' }, kind);
  const locked = await make(page, 'Cars et trains', { 'Pour qui': 'Un journaliste', 'Mot de passe': 'pont-de-pierre' });
  const other = await outsider({ javaScriptEnabled: true });
  await look(other, shared, 'shared-folder');
  await link(other, 'Fréquentation de la ligne 4').click();
  await lookHere(other, 'shared-document');
  await look(other, box, 'deposit-box');
  await look(other, locked, 'shared-locked');
});
