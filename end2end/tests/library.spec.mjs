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

const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Two hundred small files of several kinds in folders within folders, and a program among them. */
const archives = async (around) => {
  const folder = join(around, 'Archives du groupe');
  const kinds = [
    ['txt', (n) => `Fiche ${n}`],
    ['csv', (n) => `Ligne;Prix\n${n};2,10\n`],
    ['md', (n) => `# Fiche ${n}\n\nUne note.`],
    ['html', (n) => `<!doctype html><title>Fiche ${n}</title>`],
    // What follows its end is not of the picture.
    ['png', (n) => Buffer.concat([DOT, Buffer.from(`${n}`)])],
  ];
  const inside = [['2024'], ['2025'], ['2025', 'Annexes', 'Cartes']];
  for (const names of inside) await mkdir(join(folder, ...names), { recursive: true });
  for (let n = 1; n < 200; n += 1) {
    const [ending, content] = kinds[n % kinds.length];
    const names = inside[n <= 100 ? 0 : n <= 190 ? 1 : 2];
    await writeFile(join(folder, ...names, `Fiche ${n}.${ending}`), content(`${n} de ${names.join(' ')}`));
  }
  await writeFile(join(folder, '2025', 'outil.exe'), 'MZ\x90\0\x03\0\0\0');
  return folder;
};

test('a whole folder of two hundred files is sent through lost requests and a server that is cut', async () => {
  const around = await mkdtemp(join(tmpdir(), 'preau-folder-'));
  const folder = await archives(around);
  const page = await as(facilitator, { javaScriptEnabled: true });
  await page.goto(HERE);
  // One request in forty is lost.
  let count = 0;
  await page.route('**/api/library/uploads/**', (route) => ((count += 1) % 40 === 0 ? route.abort() : route.continue()));
  await page.getByLabel('Choisir un dossier entier').setInputFiles(folder);
  const board = page.getByRole('region', { name: 'Envoi des fichiers' });
  const all = page.getByRole('progressbar', { name: 'Avancement de l’ensemble' });
  await all.waitFor();
  assert.equal(await board.getByRole('progressbar').count(), 201, 'one for each, one for all');
  const progress = () => all.evaluate((bar) => bar.value / bar.max);
  while ((await progress()) < 0.3) await page.waitForTimeout(50);
  await site.server.killAndStart();
  assert.ok((await progress()) < 0.9, 'it was cut in the middle');
  // What was there stays, what was being sent goes on, what is refused is said with its reason.
  await board.getByText(/Déposés.: 199 sur 200.+Refusés.: 1/).waitFor({ timeout: 60_000 });
  assert.equal(await progress(), 1);
  const program = board.getByRole('listitem').filter({ hasText: 'Archives du groupe/2025/outil.exe' });
  assert.match(await program.innerText(), /les programmes ne sont pas acceptés/);
  assert.equal(await program.getByRole('progressbar').count(), 0);
  const { problems } = site.browser;
  assert.equal(problems.filter((text) => /422 for .+\/uploads\//.test(text)).length, 1);
  // A part that had arrived although its answer was lost is not expected twice.
  problems.splice(0, problems.length, ...problems.filter((text) => !/(?:422|409) for .+\/uploads\//.test(text)));
  await link(page, 'Voir ce qui est déposé').click();
  // Everything is in its folder, once, page by page.
  await link(page, 'Archives du groupe').click();
  const archive = page.url();
  const listed = async (...folders) => {
    await page.goto(archive);
    for (const name of folders) await link(page, name).click();
    const names = [];
    for (let more = true; more; ) {
      names.push(...(await page.locator('ul.rows > li > a.row-title').allInnerTexts()).map((name) => name.trim()));
      const next = page.getByRole('link', { name: 'Suivante' });
      more = (await next.count()) > 0;
      if (more) await next.click();
    }
    return names;
  };
  const sheets = (from, to) => Array.from({ length: to - from + 1 }, (_, n) => `Fiche ${from + n}`);
  assert.deepEqual(await listed('2024'), sheets(1, 100));
  assert.deepEqual(await listed('2025'), ['Annexes', ...sheets(101, 190)]);
  assert.deepEqual(await listed('2025', 'Annexes', 'Cartes'), sheets(191, 199));
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
