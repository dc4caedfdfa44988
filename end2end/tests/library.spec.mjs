// The library: files deposited without script, versions, folders put in order, the bin, who reads what.

import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

import { demonstration, look } from '../fixtures/demonstration.mjs';
import { administrator, chair, facilitator, member, someoneElse } from '../fixtures/people.mjs';

const HERE = '/groupes/mobilites/bibliotheque';

const site = demonstration();
const { as } = site;

const h1 = (page) => page.getByRole('heading', { level: 1 }).innerText();
const notice = (page) => page.getByRole('status').first().innerText();
const button = (page, name) => page.getByRole('button', { name, exact: true });
const link = (page, name) => page.getByRole('link', { name, exact: true });
const file = (name, text, mimeType = 'text/plain') => ({ name, mimeType, buffer: Buffer.from(text) });
const choose = (page, ...files) => page.getByLabel('Fichiers à déposer').setInputFiles(files);

test('a member deposits several files without script; what is refused does not stop the others', async () => {
  const page = await as(member);
  await page.goto('/groupes/mobilites');
  await link(page, 'Ouvrir la bibliothèque').click();
  assert.match(await page.locator('#deposer').innerText(), /100\sMo au plus par fichier/);
  await choose(page, file('Compte rendu du 12 mars.txt', 'Onze personnes.'), file('Tarifs.csv', 'Ligne;Prix\n1;2,10\n'));
  await button(page, 'Déposer des fichiers').click();
  assert.equal(await notice(page), '2 fichiers sont déposés.');
  await choose(page, file('Note.txt', 'Une note.'), file('Vide.txt', ''), file('outil.exe', 'MZ\x90\0\x03\0\0\0'));
  await button(page, 'Déposer des fichiers').click();
  const report = await page.getByRole('alert').innerText();
  assert.match(report, /Vide\.txt.+vide/s);
  assert.match(report, /outil\.exe.+programmes/s);
  assert.match(report, /Un autre fichier a bien été déposé/);
  assert.ok(await link(page, 'Note').isVisible());
});

test('a document is read in its page, described, and given a new version', async () => {
  const page = await as(member);
  await page.goto(HERE);
  await link(page, 'Tarifs').click();
  assert.deepEqual(await page.getByRole('columnheader').allInnerTexts(), ['Ligne', 'Prix']);
  await link(page, 'Modifier la fiche').click();
  await page.getByRole('textbox', { name: 'Titre' }).fill('');
  await button(page, 'Enregistrer').click();
  assert.match(await page.getByRole('alert').innerText(), /Titre/);
  await page.getByRole('textbox', { name: 'Titre' }).fill('Tarifs des cars');
  await page.getByRole('textbox', { name: /^Source/ }).fill('Communauté de communes');
  await page.getByLabel(/^Mots-clés/).fill('tarifs, cars');
  await page.getByRole('textbox', { name: /^Date du document/ }).fill('30/04/2026');
  await button(page, 'Enregistrer').click();
  assert.equal(await notice(page), 'La fiche est enregistrée.');
  assert.match(await page.locator('aside').innerText(), /Communauté de communes.+30\savril\s2026.+tarifs, cars/s);
  await link(page, 'Déposer une nouvelle version').click();
  await page.getByRole('textbox', { name: /^Ce qui change/ }).fill('Les prix de septembre');
  await page.getByLabel('Fichier', { exact: true }).setInputFiles(file('Tarifs.csv', 'Ligne;Prix\n1;2,40\n'));
  await button(page, 'Déposer la version').click();
  assert.equal(await notice(page), 'La nouvelle version est déposée.');
  const versions = page.getByRole('region', { name: 'Versions' });
  assert.match(await versions.innerText(), /Version 2.+Les prix de septembre.+Version 1/s);
  assert.match(await page.getByRole('table').innerText(), /2,40/);
  await button(page, 'Rétablir : Version 1'.replace(' :', '\u00a0:')).click();
  assert.match(await page.getByRole('table').innerText(), /2,10/);
  const former = await page.context().request.get(`${page.url().split('?')[0]}/versions/2/fichier`);
  assert.match(await former.text(), /2,40/);
});

test('a folder is made, a document moved into it and shown elsewhere too', async () => {
  const page = await as(facilitator);
  await page.goto(HERE);
  await page.locator('summary', { hasText: 'Ajouter' }).click();
  await link(page, 'Un dossier').click();
  await page.getByRole('textbox', { name: 'Nom du dossier' }).fill('Rencontres d’automne');
  await button(page, 'Créer').click();
  assert.equal(await notice(page), 'Le dossier est créé.');
  await page.goto(HERE);
  await page.getByRole('link', { name: /Ranger «.Compte rendu du 12 mars/ }).click();
  await link(page, 'Rencontres d’automne').click();
  await button(page, 'Déplacer ici').click();
  assert.equal(await h1(page), 'Rencontres d’automne');
  await page.getByRole('link', { name: /Ranger «.Compte rendu du 12 mars/ }).click();
  await link(page, 'Bibliothèque commune').click();
  await button(page, 'Montrer aussi ici').click();
  assert.equal(await notice(page), 'Le document est montré ici aussi.');
  const outside = await as(someoneElse);
  await outside.goto('/bibliotheque');
  await link(outside, 'Compte rendu du 12 mars').click();
  assert.match(await outside.locator('pre').innerText(), /Onze personnes/);
  assert.equal(await link(outside, 'Modifier la fiche').count(), 0);
  assert.equal((await outside.goto(HERE)).status(), 403);
});

test('what is put in the bin can be taken back', async () => {
  const page = await as(facilitator);
  await page.goto(HERE);
  await page.getByRole('link', { name: /Ranger «.Rencontres d’automne/ }).click();
  await button(page, 'Mettre à la corbeille').click();
  assert.equal(await notice(page), 'C’est à la corbeille, pour trente jours.');
  assert.equal(await link(page, 'Rencontres d’automne').count(), 0);
  await link(page, 'Corbeille').click();
  assert.match(await page.locator('ul.rows').innerText(), /Rencontres d’automne.+disparaît le/s);
  await page.getByRole('button', { name: /Reprendre «.Rencontres d’automne/ }).click();
  await link(page, 'Rencontres d’automne').click();
  assert.ok(await link(page, 'Compte rendu du 12 mars').isVisible());
});

test('administrators decide who deposits in the common library', async () => {
  const page = await as(member);
  await page.goto('/bibliotheque');
  assert.equal(await button(page, 'Déposer des fichiers').count(), 0);
  const keys = await as(administrator);
  await keys.goto('/administration');
  await link(keys, 'Bibliothèque commune').click();
  await keys.getByRole('radio', { name: 'Tous les membres du conseil' }).check();
  await button(keys, 'Enregistrer').click();
  assert.equal(await notice(keys), 'C’est enregistré.');
  await page.goto('/bibliotheque');
  await choose(page, file('Invitation.txt', 'Venez.'));
  await button(page, 'Déposer des fichiers').click();
  assert.equal(await notice(page), 'Le fichier est déposé.');
});

test('a whole folder of two hundred files is sent with a bar for each, through a connection that is cut', async () => {
  const around = await mkdtemp(join(tmpdir(), 'preau-folder-'));
  const folder = join(around, 'Archives du groupe');
  for (const year of ['2024', '2025']) {
    await mkdir(join(folder, year), { recursive: true });
    for (let n = 1; n <= 100; n += 1) await writeFile(join(folder, year, `Fiche ${n}.txt`), `Fiche ${n} de ${year}`);
  }
  const page = await as(facilitator, { javaScriptEnabled: true });
  await page.goto(HERE);
  // One request in nine is lost.
  let count = 0;
  await page.route('**/api/library/uploads/**', (route) => ((count += 1) % 9 === 0 ? route.abort() : route.continue()));
  await page.getByLabel('Choisir un dossier entier').setInputFiles(folder);
  await page.getByRole('progressbar', { name: 'Avancement de l’ensemble' }).waitFor();
  await page.waitForURL(/fait=depose/, { timeout: 120_000 });
  assert.equal(await notice(page), '200 fichiers sont déposés.');
  await link(page, 'Archives du groupe').click();
  await link(page, '2025').click();
  const names = await page.locator('ul.rows > li > a').allInnerTexts();
  assert.deepEqual(names.slice(0, 3).map((name) => name.trim()), ['Fiche 1', 'Fiche 2', 'Fiche 3']);
  await page.getByRole('link', { name: 'Suivante' }).click();
  assert.ok(await link(page, 'Fiche 100').isVisible());
  await rm(around, { recursive: true });
});

test('what is refused of a sending is said, beside what is deposited', async () => {
  const page = await as(facilitator, { javaScriptEnabled: true });
  await page.goto(HERE);
  await choose(page, file('Encore une note.txt', 'Une note.'), file('Rien.txt', ''));
  await button(page, 'Déposer des fichiers').click();
  const board = page.getByRole('region', { name: 'Envoi des fichiers' });
  await board.getByText('ce fichier est vide').waitFor();
  await board.getByText(/Déposés.: 1 sur 2.+Refusés.: 1/).waitFor();
  await link(page, 'Voir ce qui est déposé').click();
  assert.ok(await link(page, 'Encore une note').isVisible());
});

test('a folder is taken away in one file', async () => {
  const page = await as(member);
  await page.goto(HERE);
  const href = await link(page, 'Tout télécharger').getAttribute('href');
  const answer = await page.context().request.get(href);
  assert.equal(answer.headers()['content-type'], 'application/zip');
  const zip = await answer.body();
  assert.equal(zip.subarray(0, 2).toString(), 'PK');
  assert.ok(zip.includes(Buffer.from('Tarifs des cars.csv')));
});

test('the pages of the library are accessible, also on a small screen', async () => {
  const page = await as(facilitator, { javaScriptEnabled: true });
  await look(page, '/bibliotheque', 'library');
  await look(page, HERE, 'library-group');
  await look(page, `${HERE}/corbeille`, 'library-bin');
  await look(page, '/bibliotheque/ajouter?dans=groupe-mobilites&quoi=note', 'library-note');
  await page.goto(HERE);
  const document = await link(page, 'Tarifs des cars').getAttribute('href');
  const folder = await link(page, 'Rencontres d’automne').getAttribute('href');
  const entry = await page.getByRole('link', { name: /Ranger «.Rencontres d’automne/ }).getAttribute('href');
  await look(page, document, 'document');
  await look(page, `${document}/modifier`, 'document-edit');
  await look(page, `${document}/version`, 'document-version');
  await look(page, folder, 'library-folder');
  await look(page, entry, 'library-entry');
  await look(page, '/groupes/mobilites', 'group-with-library');
  const reader = await as(chair, { javaScriptEnabled: true });
  await look(reader, HERE, 'library-reader');
  const keys = await as(administrator, { javaScriptEnabled: true });
  await look(keys, '/administration/bibliotheque', 'library-settings');
});

test('in English too', async () => {
  const page = await as(facilitator);
  await page.context().addCookies([{ name: 'langue', value: 'en', url: site.server.url }]);
  await page.goto(HERE);
  assert.ok(await button(page, 'Deposit files').isVisible());
});
