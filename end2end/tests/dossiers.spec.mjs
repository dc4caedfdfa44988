// Dossiers: made, filled by searching and from the pages of documents and texts, commented, put in order, taken
// away, shared with somebody outside; and a selection of a folder in one file.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { demonstration, look, lookHere } from '../fixtures/demonstration.mjs';
import { chair, facilitator, member, someoneElse } from '../fixtures/people.mjs';

const HERE = '/groupes/mobilites/bibliotheque';
const TITLE = 'Préparer la rencontre de décembre';

const site = demonstration();
const { as } = site;

const h1 = (page) => page.getByRole('heading', { level: 1 }).innerText();
const notice = (page) => page.getByRole('status').first().innerText();
const button = (page, name) => page.getByRole('button', { name, exact: true });
const link = (page, name) => page.getByRole('link', { name, exact: true });
/** The titles of the elements, in their order, without their numbers. */
const elements = async (page) =>
  (await page.locator('ol.dossier > li > .row-title').allInnerTexts()).map((text) => text.replace(/^\d+\.\s*/, '').trim());
const path = (page) => new URL(page.url()).pathname;
const outsider = () => site.browser.page({ javaScriptEnabled: false });

/** Goes to the dossier made by the first journey. */
const open = async (page) => {
  await page.goto(HERE);
  await link(page, TITLE).click();
};

test('a member makes a dossier without script, and fills it by searching and with a link', async () => {
  const page = await as(member);
  await page.goto(HERE);
  await page.locator('summary', { hasText: 'Ajouter' }).click();
  await link(page, 'Un dossier de ressources').click();
  await button(page, 'Créer').click();
  assert.match(await page.getByRole('alert').innerText(), /Titre/);
  await page.getByRole('textbox', { name: 'Titre' }).fill(TITLE);
  await page.getByRole('textbox', { name: /^Pour qui/ }).fill('Les membres du groupe');
  await button(page, 'Créer').click();
  assert.equal(await h1(page), TITLE);
  assert.match(await notice(page), /Le dossier de ressources est créé/);
  assert.match(await page.locator('.page-head').innerText(), /Pour.: Les membres du groupe/);
  await link(page, 'Ajouter un élément').click();
  await page.getByLabel('Chercher parmi ce que vous pouvez lire').fill('jalonnement');
  await button(page, 'Chercher').click();
  await page.getByRole('button', { name: /^Ajouter «.Plan de jalonnement/ }).click();
  assert.match(await notice(page), /C’est ajouté à la fin du dossier/);
  assert.match(await page.locator('main ul.rows').innerText(), /déjà dans le dossier/);
  await button(page, 'Ajouter le lien').click();
  assert.match(await page.getByRole('alert').innerText(), /Titre.+Adresse/s);
  await page.getByRole('textbox', { name: 'Titre' }).fill('Le plan vélo de la Région');
  await page.getByRole('textbox', { name: 'Adresse' }).fill('https://exemple.fr/velo');
  await page.getByRole('textbox', { name: /^Commentaire/ }).fill('La carte est **page 12**.');
  await button(page, 'Ajouter le lien').click();
  assert.deepEqual(await elements(page), ['Plan de jalonnement', 'Le plan vélo de la Région']);
  assert.equal(await page.locator('ol.dossier strong').innerText(), 'page 12');
});

test('from the page of a document and of a text, one adds it to a dossier', async () => {
  const page = await as(member);
  await page.goto(HERE);
  await link(page, 'Cars et trains').click();
  await link(page, 'Horaires d’hiver').click();
  await link(page, 'Ajouter à un dossier de ressources').click();
  await button(page, 'Ajouter').click();
  assert.match(await page.getByRole('alert').innerText(), /Dans quel dossier/);
  await page.getByRole('radio', { name: TITLE }).check();
  await page.getByRole('textbox', { name: /^Commentaire/ }).fill('À comparer avec ceux d’été.');
  await button(page, 'Ajouter').click();
  assert.equal(await h1(page), TITLE);
  await page.goto(`/textes/nomme/${encodeURIComponent('Rejoindre la gare et l’école sans voiture')}`);
  await page.locator('summary', { hasText: 'Autres actions' }).click();
  await link(page, 'Ajouter à un dossier de ressources').click();
  await page.getByRole('radio', { name: TITLE }).check();
  await button(page, 'Ajouter').click();
  assert.deepEqual(await elements(page), [
    'Plan de jalonnement', 'Le plan vélo de la Région', 'Horaires d’hiver', 'Rejoindre la gare et l’école sans voiture',
  ]);
  // Once only.
  await page.goBack();
  await page.getByRole('radio', { name: TITLE }).check();
  await button(page, 'Ajouter').click();
  assert.match(await page.getByRole('alert').innerText(), /déjà la même chose/);
});

test('elements are put in order, commented and removed; two people at once do not undo each other', async () => {
  const page = await as(member);
  await open(page);
  const late = await as(facilitator);
  await open(late);
  await page.getByRole('button', { name: /^Monter «.Le plan vélo/ }).click();
  assert.equal(await notice(page), 'L’ordre est enregistré.');
  assert.deepEqual((await elements(page)).slice(0, 2), ['Le plan vélo de la Région', 'Plan de jalonnement']);
  assert.equal(await page.getByRole('button', { name: /^Monter «.Le plan vélo/ }).count(), 0);
  await late.getByRole('button', { name: /^Descendre «.Horaires/ }).click();
  assert.equal(await late.getByRole('alert').count(), 1);
  assert.deepEqual((await elements(late)).slice(2), ['Horaires d’hiver', 'Rejoindre la gare et l’école sans voiture']);
  await page.getByRole('link', { name: /^Commenter ou retirer «.Plan de jalonnement/ }).click();
  await page.getByRole('textbox', { name: /^Commentaire/ }).fill('Les panneaux manquent à Argue.');
  await button(page, 'Enregistrer').click();
  assert.match(await page.locator('ol.dossier').innerText(), /Les panneaux manquent à Argue/);
  await page.getByRole('link', { name: /^Commenter ou retirer «.Horaires/ }).click();
  assert.match(await page.getByRole('heading', { level: 2 }).innerText(), /Retirer «.Horaires d’hiver.» du dossier/);
  await button(page, 'Retirer du dossier').click();
  assert.equal((await elements(page)).length, 3);
  await link(page, 'Modifier le titre et la description').click();
  await page.getByRole('textbox', { name: /^Description/ }).fill('Trois lectures.');
  await button(page, 'Enregistrer').click();
  assert.match(await page.locator('main').innerText(), /Trois lectures\./);
  assert.equal(await h1(page), TITLE);
});

test('a dossier and a selection are taken away in one file', async () => {
  const page = await as(member);
  await open(page);
  const zip = await page.context().request.get(await link(page, 'Tout télécharger').getAttribute('href'));
  assert.equal(zip.headers()['content-type'], 'application/zip');
  const names = (await zip.body()).toString('latin1');
  assert.ok(names.includes('02 Plan de jalonnement.png') && !names.includes('Horaires'));
  await page.goto(HERE);
  await button(page, 'Télécharger la sélection (zip)').click();
  assert.match(await page.locator('.notice').innerText(), /Cochez d’abord/);
  await page.getByRole('checkbox', { name: /^Choisir «.Vélo/ }).check();
  const download = page.waitForEvent('download');
  await button(page, 'Télécharger la sélection (zip)').click();
  assert.match((await download).suggestedFilename(), /\.zip$/);
  const chosen = await page.context().request.get(`/bibliotheque/selection?dans=groupe-mobilites&choix=${await page
    .getByRole('checkbox', { name: /^Choisir «.Vélo/ }).getAttribute('value')}`);
  const held = (await chosen.body()).toString('latin1');
  assert.ok(held.includes('Plan de jalonnement.png') && !held.includes('Horaires'));
});

test('somebody outside reads what is open of a dossier, and is told how much is not', async () => {
  const page = await as(facilitator);
  await open(page);
  assert.equal(await link(page, 'Partager à l’extérieur').count(), 1);
  await link(page, 'Partager à l’extérieur').click();
  assert.match(await page.locator('main').innerText(), /ne voit que les liens, les textes publiés/);
  await page.getByLabel('Pour qui').fill('La Région');
  await page.getByLabel(/^Mot de passe/).fill('pont-de-pierre');
  await button(page, 'Créer le lien').click();
  const address = new URL(await page.getByRole('status').first().getByRole('link').getAttribute('href')).pathname;
  const other = await outsider();
  await other.goto(address);
  assert.ok(!(await other.locator('body').innerText()).includes(TITLE));
  await other.getByLabel('Mot de passe').fill('pont-de-pierre');
  await button(other, 'Ouvrir').click();
  assert.equal(await h1(other), TITLE);
  assert.deepEqual(await elements(other), ['Le plan vélo de la Région', 'Plan de jalonnement']);
  assert.match(await other.locator('main').innerText(), /Un autre élément de ce dossier est réservé aux membres/);
  await link(other, '2. Plan de jalonnement').or(other.getByRole('link', { name: /Plan de jalonnement/ })).first().click();
  assert.ok(await other.locator('main img').isVisible());
  await other.getByRole('link', { name: /^Revenir à «/ }).click();
  const zip = await other.context().request.get(await link(other, 'Tout télécharger').getAttribute('href'));
  assert.equal((await zip.body()).subarray(0, 2).toString(), 'PK');
  await page.goto(page.url().split('?')[0]);
  assert.match(await page.locator('main .rows details').first().textContent(), /téléchargé/);
});

test('those who do not read the group see nothing of it, those who only read it change nothing', async () => {
  const page = await as(chair);
  await open(page);
  assert.equal(await link(page, 'Ajouter un élément').count(), 0);
  assert.equal(await page.getByRole('button', { name: /^Monter/ }).count(), 0);
  const other = await as(someoneElse);
  assert.equal((await other.goto(path(page))).status(), 404);
  await other.goto('/recherche?q=d%C3%A9cembre&nature=dossier');
  assert.equal(await link(other, TITLE).count(), 0);
  await page.goto('/recherche?q=rencontre+d%C3%A9cembre&nature=dossier');
  assert.equal(await link(page, TITLE).count(), 1);
  await page.goto('/groupes/mobilites/fil');
  assert.match(await page.locator('main').innerText(), new RegExp(`a créé le dossier de ressources ${TITLE}`));
});

test('a dossier goes to the bin by its name, and a document that is gone leaves a line', async () => {
  const page = await as(facilitator);
  await page.goto(HERE);
  await link(page, 'Vélo').click();
  await page.getByRole('link', { name: /^Ranger «.Plan de jalonnement/ }).click();
  await button(page, 'Mettre à la corbeille').click();
  await open(page);
  assert.match(await page.locator('ol.dossier').innerText(), /Cet élément n’existe plus/);
  await page.getByRole('link', { name: new RegExp('^Ranger «.(Préparer|Bibliothèque)') }).first().click();
  assert.match(await page.locator('form.confirm h2').innerText(), new RegExp(`Mettre «.${TITLE}.» à la corbeille`));
  await button(page, 'Mettre à la corbeille').click();
  assert.equal(await link(page, TITLE).count(), 0);
});

test('the pages of dossiers are accessible, also on a small screen', async () => {
  const page = await as(facilitator, { javaScriptEnabled: true });
  await page.goto(HERE);
  await link(page, 'Comprendre les déplacements dans le pays').click();
  await lookHere(page, 'dossier');
  const here = path(page);
  const element = await page.getByRole('link', { name: /^Commenter ou retirer «.Le plan national/ }).getAttribute('href');
  await look(page, `${here}/ajouter?q=velo`, 'dossier-fill');
  await look(page, element, 'dossier-element');
  await look(page, '/bibliotheque/ajouter?dans=groupe-mobilites&quoi=ressources', 'dossier-new');
  await look(page, HERE, 'library-choosing');
  await page.goto(HERE);
  await link(page, 'Vélo').click();
  await page.locator('ul.rows a.row-title').first().click();
  await link(page, 'Ajouter à un dossier de ressources').click();
  await lookHere(page, 'dossier-choose');
  const reader = await as(someoneElse, { javaScriptEnabled: true });
  await reader.goto('/bibliotheque');
  await link(reader, 'Formations').click();
  await link(reader, 'Premiers pas au conseil').click();
  await lookHere(reader, 'dossier-common');
});
