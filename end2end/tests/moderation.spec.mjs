// Reporting a message, deciding with an article of the charter, appealing, and what each of them reads of it.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { demonstration, look, lookHere } from '../fixtures/demonstration.mjs';
import { administrator, chair, facilitator, member, someoneElse } from '../fixtures/people.mjs';

const site = demonstration();
/** With script, which the look at accessibility needs; those who preside come without. */
const scripted = { javaScriptEnabled: true };
const { as } = site;

const SUBJECT = 'La navette du marché';
const HERE = '/groupes/mobilites/discussions';

const h1 = (page) => page.getByRole('heading', { level: 1 }).innerText();
const main = (page) => page.getByRole('main').innerText();
const button = (page, name) => page.getByRole('button', { name, exact: true });
const link = (page, name) => page.getByRole('link', { name, exact: true });
const field = (page, name) => page.getByRole('textbox', { name });
const notice = (page) => page.getByRole('status').first().innerText();
const unfold = (page, name) => page.locator('summary', { hasText: name }).click();

let thread;

test('the author of a message writes what somebody then reports, choosing an article of the charter', async () => {
  const runs = await as(facilitator, scripted);
  await runs.goto('/groupes/mobilites/membres');
  await runs.getByRole('searchbox', { name: 'Rechercher' }).fill(someoneElse);
  await button(runs, 'Rechercher').click();
  await button(runs, 'Ajouter ou inviter').click();
  const author = await as(member, scripted);
  await author.goto(`${HERE}/nouvelle`);
  await field(author, 'Sujet').fill(SUBJECT);
  await field(author, 'Premier message').fill('Le maire ment depuis dix ans.');
  await button(author, 'Ouvrir la discussion').click();
  thread = new URL(author.url()).pathname;
  assert.equal(await link(author, 'Signaler, message 1').count(), 0, 'nobody reports themselves');

  const reader = await as(someoneElse, scripted);
  await reader.goto(thread);
  await link(reader, 'Signaler, message 1').click();
  assert.equal(await h1(reader), 'Signaler un message');
  assert.match(await main(reader), /Le maire ment depuis dix ans/);
  await lookHere(reader, 'signaler');
  await button(reader, 'Envoyer le signalement').click();
  assert.match(await reader.getByRole('alert').innerText(), /Pourquoi le signalez-vous/);
  await reader.getByRole('radio', { name: /attaque ou insulte/ }).check();
  await field(reader, /^En quelques mots/).fill('Il accuse sans preuve.');
  await reader.getByRole('combobox', { name: /^Article/ }).selectOption({ index: 4 });
  await button(reader, 'Envoyer le signalement').click();
  assert.match(await notice(reader), /Votre signalement est envoyé/);
  assert.match(await main(reader), /À décider/);
  await reader.goto(thread);
  await link(reader, 'Signaler, message 1').click();
  await reader.getByRole('radio', { name: /attaque ou insulte/ }).check();
  await button(reader, 'Envoyer le signalement').click();
  assert.match(await main(reader), /Vous avez déjà signalé/);
});

test('a facilitator is asked, reads who reported and why, and hides it with a reason', async () => {
  const runs = await as(facilitator, scripted);
  await runs.goto('/');
  await runs.getByRole('link', { name: /Voir les signalements/ }).first().click();
  assert.equal(await h1(runs), 'Signalements');
  await lookHere(runs, 'signalements');
  await link(runs, SUBJECT).click();
  const page = await main(runs);
  assert.match(page, /Il accuse sans preuve/);
  assert.match(page, /article \d/);
  await lookHere(runs, 'signalement');
  await unfold(runs, 'Le masquer');
  await button(runs, 'Masquer').click();
  assert.match(await runs.getByRole('alert').innerText(), /Motif/);
  const form = runs.locator('details[open]').filter({ hasText: 'Le masquer' });
  await form.getByRole('textbox', { name: /^Motif/ }).fill('Une personne est accusée sans preuve.');
  await form.getByRole('combobox').selectOption({ index: 4 });
  await button(runs, 'Masquer').click();
  assert.match(await notice(runs), /Le contenu est masqué/);
});

test('its author reads the reason and the article, not who reported, and appeals once', async () => {
  const author = await as(member, scripted);
  await author.goto(thread);
  await author.getByRole('link', { name: /^Corriger et demander/ }).first().click();
  assert.match(await main(author), /Une personne est accusée sans preuve/);
  assert.match(await author.locator('figure').innerText(), /article \d/);
  await link(author, 'Faire appel').click();
  await button(author, 'Envoyer l’appel').click();
  assert.match(await author.getByRole('alert').innerText(), /Pourquoi/);
  await field(author, /^Pourquoi/).fill('Le compte rendu du 3 mai le dit.');
  await lookHere(author, 'appel');
  await button(author, 'Envoyer l’appel').click();
  assert.match(await notice(author), /Votre appel est envoyé/);
  const page = await author.content();
  assert.doesNotMatch(page, /Il accuse sans preuve/, 'the reports are not for the author');
  assert.doesNotMatch(page, /Simone/);
  const outside = await as(administrator);
  assert.equal((await outside.goto(author.url().split('?')[0])).status(), 404);
});

test('who presides hears the appeal and puts the message back; both read why', async () => {
  const presides = await as(chair);
  await presides.goto('/signalements');
  await link(presides, SUBJECT).click();
  assert.match(await main(presides), /Le compte rendu du 3 mai le dit/);
  await presides.getByRole('radio', { name: 'Remettre le contenu en place' }).check();
  await field(presides, /^Pourquoi/).fill('Le fait est établi.');
  await button(presides, 'Rendre la décision').click();
  assert.match(await notice(presides), /Votre décision est rendue/);
  for (const who of [member, someoneElse]) {
    const page = await as(who);
    await page.goto('/');
    await page.getByRole('link', { name: /Lire la décision/ }).first().click();
    assert.match(await main(page), /Le fait est établi/);
    await page.goto('/');
    assert.equal(await page.getByRole('link', { name: /Lire la décision/ }).count(), 0, 'it was read');
    await page.goto(thread);
    assert.match(await page.locator('.messages').innerText(), /Le maire ment depuis dix ans/);
  }
});

test('the journal tells it without who reported, and each person reads what concerns them', async () => {
  const keys = await as(administrator, scripted);
  await keys.goto('/administration/journal?sujet=discussions');
  assert.match(await main(keys), /Un contenu a été signalé\./);
  await keys.goto('/administration/journal/verification?verifier=oui');
  assert.match(await main(keys), /Le journal est intact depuis/);
  await lookHere(keys, 'journal-verification');
  await link(keys, 'Vérifier tout le journal').focus();
  const author = await as(member, scripted);
  await author.goto('/mon-compte');
  await link(author, 'Lire ce qui me concerne').click();
  assert.match(await main(author), /Une personne qui veille sur le groupe a masqué un message/);
  await look(author, '/mon-compte/journal', 'mon-journal');
});
