// Talking in a group: a question, an answer that quotes it, a correction, a message hidden and shown again.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { demonstration, look } from '../fixtures/demonstration.mjs';
import { administrator, chair, facilitator, member, someoneElse } from '../fixtures/people.mjs';

const HERE = '/groupes/mobilites/discussions';

const site = demonstration();
const { as } = site;

const h1 = (page) => page.getByRole('heading', { level: 1 }).innerText();
const notice = (page) => page.getByRole('status').first().innerText();
const button = (page, name) => page.getByRole('button', { name, exact: true });
const link = (page, name) => page.getByRole('link', { name, exact: true });
const message = (page, text) => page.locator('.messages > li').filter({ hasText: text });

test('a member begins a discussion, after looking at it and correcting what was refused', async () => {
  const page = await as(member);
  await page.goto('/groupes/mobilites');
  await link(page, 'Commencer une discussion').click();
  const words = page.getByRole('textbox', { name: 'Premier message' });
  await words.fill('Le banc de l’arrêt est **cassé**.');
  await button(page, 'Aperçu').click();
  assert.equal(await page.locator('#apercu strong').innerText(), 'cassé');
  await button(page, 'Ouvrir la discussion').click();
  assert.match(await page.getByRole('alert').innerText(), /Sujet/);
  assert.equal((await words.inputValue()).trim(), 'Le banc de l’arrêt est **cassé**.');
  await page.getByRole('textbox', { name: 'Sujet' }).fill('L’arrêt du lavoir');
  await button(page, 'Ouvrir la discussion').click();
  assert.equal(await notice(page), 'La discussion est ouverte.');
  assert.equal(await h1(page), 'L’arrêt du lavoir');
  await page.goto(`${HERE}?voir=sans-reponse`);
  assert.ok(await link(page, 'L’arrêt du lavoir').isVisible());
});

test('somebody answers by keyboard, quoting whom they answer; nobody is asked twice', async () => {
  const page = await as(facilitator, { javaScriptEnabled: true });
  await page.goto(HERE);
  const row = page.locator('ul.rows > li').filter({ hasText: 'L’arrêt du lavoir' });
  assert.match(await row.innerText(), /1 non lu/);
  await row.getByRole('link').press('Enter');
  await page.waitForURL(/discussions\/\d+$/);
  await page.getByRole('link', { name: /^Répondre à/ }).press('Enter');
  await page.waitForURL(/repondre=1/);
  const quote = page.locator('#repondre .quoted');
  assert.match(await quote.innerText(), /En réponse à .+\n.*Le banc de l’arrêt est cassé/s);
  await page.getByRole('textbox', { name: 'Votre réponse' }).focus();
  await page.keyboard.type('Je préviens la mairie.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL(/fait=repondu#message-2/);
  assert.equal(await notice(page), 'Votre réponse est envoyée.');
  assert.match(await message(page, 'Je préviens la mairie.').innerText(), /En réponse à/);
  await page.goto(HERE);
  assert.doesNotMatch(await row.innerText(), /non lu|Sans réponse/);
});

test('its author corrects a message, and takes another back', async () => {
  const page = await as(member);
  await page.goto(HERE);
  await link(page, 'L’arrêt du lavoir').click();
  await message(page, 'Le banc').getByRole('link', { name: 'Modifier, message 1' }).click();
  assert.equal(await h1(page), 'Votre message');
  await page.getByRole('textbox', { name: 'Message', exact: true }).fill('Le banc de l’arrêt est réparé.');
  await button(page, 'Enregistrer').click();
  assert.equal(await notice(page), 'Votre message est modifié.');
  assert.match(await page.getByRole('region', { name: 'Ce qu’il disait avant' }).innerText(), /cassé/);
  await link(page, 'Revenir à la discussion').click();
  assert.match(await page.locator('#message-1').innerText(), /réparé.+/s);
  assert.match(await page.locator('#message-1').innerText(), /modifié le/);
  await page.getByRole('textbox', { name: 'Votre réponse' }).fill('Une parole de trop.');
  await button(page, 'Envoyer la réponse').click();
  await message(page, 'Une parole de trop.').getByRole('link', { name: /^Modifier/ }).click();
  await button(page, 'Retirer mon message').click();
  assert.equal(await notice(page), 'Votre message est retiré.');
  assert.doesNotMatch(await page.content(), /parole de trop/);
  await link(page, 'Revenir à la discussion').click();
  assert.match(await page.locator('.messages').innerText(), /Message retiré par la personne qui l’a écrit\./);
});

test('a message is hidden with a reason, asked for, and shown again', async () => {
  const runs = await as(facilitator);
  await runs.goto(HERE);
  await link(runs, 'L’arrêt du lavoir').click();
  const thread = runs.url().split(/[?#]/)[0];
  await message(runs, 'réparé').getByRole('link', { name: 'Masquer, message 1' }).click();
  await button(runs, 'Masquer le message').click();
  assert.match(await runs.getByRole('alert').innerText(), /Motif/);
  await runs.getByRole('textbox', { name: 'Motif' }).fill('Dites d’abord par qui.');
  await button(runs, 'Masquer le message').click();
  assert.match(await notice(runs), /Le message est masqué/);

  const author = await as(member);
  await author.goto(thread);
  assert.match(await author.locator('.messages').innerText(), /Dites d’abord par qui\./);
  await author.getByRole('link', { name: 'Corriger et demander, message 1' }).click();
  await author.getByRole('textbox', { name: 'Message', exact: true }).fill('Le banc est réparé par la commune.');
  await author.getByRole('textbox', { name: /^Votre mot/ }).fill('C’est dit.');
  await button(author, 'Demander qu’il soit montré').click();
  assert.match(await notice(author), /Votre demande est envoyée/);

  const others = await as(chair, { javaScriptEnabled: true });
  await others.goto(thread);
  assert.match(await others.locator('.messages').innerText(), /réparé par la commune/, 'the chair looks after it too');

  await runs.goto('/groupes/mobilites/moderation');
  const row = runs.locator('ul.rows > li').filter({ hasText: 'L’arrêt du lavoir' });
  assert.match(await row.innerText(), /Demande en attente/);
  await row.getByRole('link').click();
  assert.match(await runs.locator('.message').innerText(), /C’est dit\./);
  await button(runs, 'Montrer le message').click();
  assert.equal(await notice(runs), 'Le message est de nouveau montré.');
  await runs.goto('/groupes/mobilites/moderation');
  assert.match(await runs.locator('.journal').innerText(), /a montré de nouveau un message/);
  assert.equal(await row.count(), 0);
});

test('a facilitator closes a discussion with a word, and opens it again', async () => {
  const page = await as(facilitator);
  await page.goto(HERE);
  await link(page, 'L’arrêt du lavoir').click();
  await page.locator('summary', { hasText: 'Clore la discussion' }).click();
  await page.getByRole('textbox', { name: 'Mot de la fin' }).fill('Le banc est réparé, merci à la commune.');
  await button(page, 'Clore la discussion').click();
  assert.equal(await notice(page), 'La discussion est close.');
  assert.equal(await page.getByRole('textbox', { name: 'Votre réponse' }).count(), 0);
  const author = await as(member);
  await author.goto(page.url().split('?')[0]);
  assert.match(await author.locator('main').innerText(), /a été close par .+merci à la commune/s);
  await page.locator('summary', { hasText: 'Rouvrir la discussion' }).click();
  await page.getByRole('textbox', { name: 'Pourquoi la rouvrir' }).fill('Il est cassé de nouveau.');
  await button(page, 'Rouvrir la discussion').click();
  assert.ok(await page.getByRole('textbox', { name: 'Votre réponse' }).isVisible());
});

test('what is hidden does not exist for the others', async () => {
  const outside = await as(someoneElse);
  assert.equal((await outside.goto(HERE)).status(), 403);
  const inside = await as(member);
  await inside.goto(HERE);
  const thread = await link(inside, 'L’arrêt du lavoir').getAttribute('href');
  assert.equal((await outside.goto(thread)).status(), 404);
  const keys = await as(administrator);
  assert.equal((await keys.goto(HERE)).status(), 403, 'the keys of the site open no discussion');
  // In the demonstration a message of this group is hidden: who only reads does not find it.
  await inside.goto(HERE);
  await link(inside, 'Les parkings de covoiturage sont-ils vraiment pleins ?').click();
  assert.match(await inside.locator('.messages').innerText(), /masqué par une personne qui veille/);
  assert.doesNotMatch(await inside.content(), /se lever plus tôt|coup de la colère/);
  assert.equal((await inside.goto('/groupes/mobilites/moderation')).status(), 403);
});

test('the pages of discussions are accessible, also on a small screen', async () => {
  const page = await as(facilitator, { javaScriptEnabled: true });
  await look(page, HERE, 'discussions');
  await look(page, `${HERE}?voir=sans-reponse`, 'discussions-unanswered');
  await look(page, `${HERE}/nouvelle`, 'discussion-new');
  await page.goto(HERE);
  const hidden = await page.getByRole('link', { name: /^Les parkings/ }).getAttribute('href');
  const long = await page.getByRole('link', { name: /^Le car de/ }).getAttribute('href');
  await look(page, long.split('#')[0], 'discussion');
  await look(page, `${long.split(/[?#]/)[0]}?repondre=3`, 'discussion-answer');
  await look(page, hidden.split('#')[0], 'discussion-hidden');
  await look(page, '/groupes/mobilites/moderation', 'moderation');
  const decided = await page.locator('ul.rows > li a').first().getAttribute('href');
  await look(page, decided, 'message-hidden');
  await look(page, '/groupes/mobilites', 'group-with-discussions');
  await page.goto(long);
  const text = await page.getByRole('link', { name: /^à propos de/ }).getAttribute('href');
  await look(page, text, 'text-with-discussions');
  assert.equal(await page.getByRole('link', { name: /^Le car de/ }).count(), 1, 'the text leads to its discussion');
  const author = await as(member, { javaScriptEnabled: true });
  await author.goto(long);
  const own = await author.getByRole('link', { name: /^Modifier/ }).first().getAttribute('href');
  await look(author, own, 'message-own');
});

test('in English too', async () => {
  const page = await as(member);
  await page.context().addCookies([{ name: 'langue', value: 'en', url: site.server.url }]);
  await page.goto('/groupes/alimentation/discussions');
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  assert.ok(await link(page, 'Begin a discussion').isVisible());
});
