// Recommendations, models of texts and minority opinions, each without script, and with one where it adds something.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { demonstration, look } from '../fixtures/demonstration.mjs';
import { administrator, chair, facilitator, member } from '../fixtures/people.mjs';

const site = demonstration();

const button = (page, name) => page.getByRole('button', { name, exact: true });
const notice = (page) => page.getByRole('status').first().innerText();
const NEW = '/groupes/mobilites/contributions/nouvelle';
const bodyOf = (page) => page.getByRole('textbox', { name: /^Texte/ });

/** Looks at where a page without script is, with one: what looks needs it. */
const seen = async (email, there, name) => {
  const page = email ? await site.as(email, { javaScriptEnabled: true }) : await site.browser.page();
  await look(page, new URL(there.url()).pathname, name);
  await page.context().close();
};

/** The publication of this title, as anybody reads it. */
const publication = async (page, title) => {
  await page.goto('/publications');
  await page.getByRole('link', { name: title }).first().click();
  await page.locator('.booklet').waitFor();
};

test('recommendations have numbers, addresses of their own, and a list', async () => {
  const page = await site.browser.page({ javaScriptEnabled: false });
  await publication(page, 'Trouver un médecin près de chez soi');
  const contents = page.getByRole('navigation', { name: 'Sommaire' });
  await contents.getByRole('heading', { name: 'Les recommandations' }).waitFor();
  const first = contents.getByRole('link', { name: /^Recommandation 1/ });
  const anchor = await first.getAttribute('href');
  assert.match(anchor, /^#t\d+-recommandation-1$/);
  const one = page.locator(anchor);
  assert.match(await one.getByRole('heading').innerText(), /^Recommandation 1\s: accueillir une équipe/);
  assert.equal(await one.getByRole('link', { name: 'Lien vers cette recommandation' }).getAttribute('href'), anchor);
  assert.equal(await page.locator('.reco').count(), 6);
  assert.equal(await page.getByText(':::').count(), 0);
  await seen(null, page, 'recommendations');
});

test('an author marks a recommendation with the toolbar, and reads it as its readers will', async () => {
  const page = await site.as(member, { javaScriptEnabled: true });
  await page.goto(NEW);
  await page.getByRole('textbox', { name: /^Titre/ }).fill('Des bancs dans les bourgs');
  await page.locator('.toolbar').getByRole('button', { name: 'Recommandation' }).click();
  await page.keyboard.type('Un banc tous les cent mètres.');
  await button(page, 'Enregistrer').click();
  await page.locator('.reco').waitFor();
  assert.match(await page.locator('.reco').innerText(), /Recommandation 1[^]*Un banc tous les cent mètres\./);
});

test('an administrator writes the model of a kind, somebody starts from it, and the original comes back, without script', async () => {
  const page = await site.as(administrator);
  await page.goto('/administration');
  await page.getByRole('link', { name: 'Modèles des textes' }).click();
  await seen(administrator, page, 'templates');
  await page.getByRole('main').getByRole('link', { name: 'Note d’étape', exact: true }).click();
  await page.getByRole('textbox', { name: /^Modèle/ }).fill('## Ce que le conseil attend\n\n_Une page, pas plus._');
  await button(page, 'Enregistrer le modèle').click();
  assert.equal(await notice(page), 'Le modèle est enregistré.');
  await page.getByRole('heading', { name: 'Ce que le conseil attend' }).waitFor();
  await seen(administrator, page, 'template');

  const author = await site.as(member);
  await author.goto(NEW);
  await author.getByRole('textbox', { name: /^Titre/ }).fill('Le banc de la poste');
  await author.getByRole('radio', { name: 'Note d’étape', exact: true }).check();
  await button(author, 'Partir du modèle').click();
  assert.equal(new URL(author.url()).searchParams.get('modele'), 'note');
  assert.match(await bodyOf(author).inputValue(), /Ce que le conseil attend/);
  assert.equal(await author.getByRole('textbox', { name: /^Titre/ }).inputValue(), 'Le banc de la poste');
  // What was typed stays.
  await bodyOf(author).fill('Mes mots.');
  await author.getByRole('radio', { name: 'Avis', exact: true }).check();
  await button(author, 'Partir du modèle').click();
  await author.getByText('le modèle n’a pas pris la place de vos mots').waitFor();
  assert.equal(await bodyOf(author).inputValue(), 'Mes mots.');

  await button(page, 'Revenir au modèle d’origine').click();
  assert.equal(await notice(page), 'Ce type de texte a retrouvé son modèle d’origine.');
});

test('with a script, choosing a kind fills an empty text and nothing else', async () => {
  const page = await site.as(facilitator, { javaScriptEnabled: true });
  await page.goto(NEW);
  await page.locator('.toolbar').waitFor();
  await page.getByRole('radio', { name: 'Avis', exact: true }).check();
  await page.locator('.paper').getByText('La question posée').waitFor();
  await page.getByRole('radio', { name: 'Compte rendu', exact: true }).check();
  await page.locator('.paper').getByText('Ordre du jour').waitFor();
  await page.locator('.paper').getByText('Ordre du jour').click();
  await page.keyboard.type('Nos mots. ');
  await page.getByRole('radio', { name: 'Avis', exact: true }).check();
  assert.equal(await page.locator('.paper').getByText('La question posée').count(), 0);
});

test('members give a minority opinion, sign it and take it back; it is published with the text', async () => {
  const page = await site.as(facilitator);
  await page.goto(`/textes/nomme/${encodeURIComponent('Voyager quand on ne conduit plus')}`);
  const address = new URL(page.url()).pathname;
  await page.getByRole('link', { name: 'Présenter une opinion minoritaire' }).click();
  await page.getByRole('textbox', { name: /^Votre opinion/ }).fill('Nous demandons un train[^1].\n\n[^1]: Comme en 1965.');
  await seen(facilitator, page, 'dissent-new');
  await button(page, 'Présenter et signer').click();
  assert.equal(await notice(page), 'Votre opinion est présentée avec le texte, signée de votre nom.');
  const other = await site.as(member);
  await other.goto(address);
  await button(other, 'Signer cette opinion').click();
  assert.equal(await notice(other), 'Vous avez signé cette opinion.');
  await seen(member, other, 'dissent');
  await button(other, 'Retirer ma signature').click();
  assert.equal(await notice(other), 'Votre signature est retirée.');
  const presides = await site.as(chair);
  await presides.goto(address);
  await presides.getByText('Une opinion minoritaire sera adoptée et publiée avec ce texte.').waitFor();
  await page.goto(address);
  await button(page, 'Retirer ma signature et cette opinion').click();
  assert.equal(await notice(page), 'Plus personne ne la signait\u202f: l’opinion est retirée.');

  const visitor = await site.browser.page({ javaScriptEnabled: false });
  await publication(visitor, 'Manger correctement avec un petit budget');
  const opinions = visitor.getByRole('region', { name: 'Opinions minoritaires' });
  assert.match(await opinions.innerText(), /Aider aussi par les associations[^]*Signé par Pascal Verdonnet et Robert Lacassade/);
  await seen(null, visitor, 'dissent-published');
});

test('the pages of models and opinions fit', async () => {
  const page = await site.as(administrator, { javaScriptEnabled: true });
  await look(page, '/administration/modeles/avis', 'template-original');
});
