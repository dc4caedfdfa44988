// A question put to the vote, from its preparation to the register; a text adopted by a secret poll; both without
// script.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { inDays } from '../fixtures/days.mjs';
import { demonstration, look } from '../fixtures/demonstration.mjs';
import { administrator, chair, facilitator, member, someoneElse } from '../fixtures/people.mjs';

const site = demonstration();
const { as } = site;

const button = (page, name) => page.getByRole('button', { name, exact: true });
const field = (page, name) => page.getByRole('textbox', { name });
const notice = (page) => page.getByRole('status').first().innerText();
const path = (page) => new URL(page.url()).pathname;
const GOES_ON = /réponde à chaque avis/;

/** Fills in the form of a poll and sends it; gives the address of the poll. */
const prepare = async (page, question, { secret = false } = {}) => {
  if (question) await field(page, /^Question/).fill(question);
  await page.getByRole('radio', { name: secret ? /bulletin secret/ : /main levée/ }).check();
  await page.getByRole('combobox', { name: /^Quorum/ }).selectOption('none');
  await field(page, /^Jour de clôture/).fill(inDays(2));
  await button(page, 'Soumettre au vote').click();
  await page.waitForURL(/\/votes\/\d+\?/);
  return path(page);
};

const vote = async (page, address, choice) => {
  if (address) await page.goto(address);
  await page.getByRole('radio', { name: choice, exact: true }).check();
  await button(page, 'Voter').click();
  await page.getByText('Votre vote est enregistré.').waitFor();
};

test('a member finds on the home page what is put to the vote, and votes once', async () => {
  const page = await as(member);
  await page.goto('/');
  const ask = page.getByRole('listitem').filter({ hasText: GOES_ON }).first();
  await ask.getByRole('link', { name: 'Voter' }).click();
  await page.waitForURL(/\/votes\/\d+$/);
  const address = path(page);
  await button(page, 'Voter').click();
  assert.match(await page.getByRole('alert').innerText(), /Que votez-vous/);
  await vote(page, address, 'Pour');
  assert.equal(await button(page, 'Voter').count(), 0);
  await page.goto('/votes');
  await page.getByText('Vous avez voté').first().waitFor();
  assert.equal((await page.goto(`${address}/bulletins`)).status(), 404);
});

test('somebody gives a proxy, and whoever holds it votes in their name', async () => {
  const giver = await as(someoneElse);
  await giver.goto('/votes');
  await giver.getByRole('link', { name: GOES_ON }).click();
  const address = path(giver);
  await giver.getByText('Donner pouvoir à quelqu’un').click();
  await giver.getByRole('combobox', { name: /^À qui/ }).selectOption({ label: 'Maryvonne Aubelin' });
  await button(giver, 'Donner pouvoir').click();
  await giver.getByText('Vous avez donné pouvoir à Maryvonne Aubelin').waitFor();
  assert.equal(await giver.getByRole('radio').count(), 0);

  const holder = await as(facilitator);
  await vote(holder, address, 'Contre');
  await holder.getByRole('group', { name: /Que votez-vous au nom de Colette Frémaudier/ }).waitFor();
  await holder.getByRole('radio', { name: 'Abstention', exact: true }).check();
  await button(holder, 'Voter').click();
  await holder.getByText('Son vote est enregistré').waitFor();
  await giver.goto(address);
  await giver.getByText('Vous avez voté.').waitFor();
});

test('a poll by show of hands, from its question to the register', async () => {
  const president = await as(chair);
  await president.goto('/votes');
  await president.getByRole('link', { name: 'Préparer un vote' }).click();
  await field(president, /^Jour de clôture/).fill('hier');
  await button(president, 'Soumettre au vote').click();
  assert.match(await president.getByRole('alert').innerText(), /Question/);
  const address = await prepare(president, 'Invitons-nous les lycéens à la prochaine plénière ?');
  await vote(president, address, 'Pour');
  const one = await as(facilitator);
  await vote(one, address, 'Pour');
  const staff = await as(administrator);
  await staff.goto(address);
  await staff.getByText('Enregistrer un vote sur papier').click();
  await staff.getByRole('combobox', { name: 'Qui a voté' }).selectOption({ label: 'Odile Rambert' });
  await staff.getByRole('group', { name: 'Son vote' }).getByRole('radio', { name: 'Contre' }).check();
  await staff.getByRole('radio', { name: 'Par courrier' }).check();
  await button(staff, 'Enregistrer ce vote').click();
  assert.match(await notice(staff), /Le vote sur papier est enregistré/);
  await president.goto(address);
  await president.getByText('Clore le vote maintenant').click();
  await button(president, 'Clore le vote').click();
  await button(president, 'Proclamer le résultat').click();
  assert.match(await notice(president), /inscrit au registre/);
  await president.getByRole('heading', { name: /^Adopté, décision D\d{4}-\d{2}$/ }).waitFor();
  await president.getByText('2 pour, 1 contre, aucune abstention').first().waitFor();
  await president.getByRole('link', { name: 'Voir tous les bulletins' }).click();
  await president.getByRole('row', { name: /Odile Rambert Contre Par courrier, saisi par Nadège Corlin/ }).waitFor();
  await president.goto('/decisions');
  await president.getByRole('link', { name: /Invitons-nous les lycéens/ }).waitFor();
});

test('a secret poll adopts a text, and each finds their ballot again', async () => {
  const president = await as(chair);
  await president.goto(`/textes/nomme/${encodeURIComponent('Voyager quand on ne conduit plus')}`);
  const text = path(president);
  await president.getByRole('link', { name: 'Soumettre ce texte au vote' }).click();
  const address = await prepare(president, null, { secret: true });
  await president.goto(text);
  await president.getByRole('heading', { name: 'Un vote porte sur ce texte' }).waitFor();
  assert.equal(await button(president, 'Adopter').count(), 0);
  const receipts = [];
  for (const person of [member, someoneElse, chair]) {
    const page = await as(person);
    await page.goto(address);
    receipts.push(await page.locator('form strong.mono').innerText());
    await vote(page, null, 'Pour');
  }
  const staff = await as(administrator);
  await staff.goto(address);
  await staff.getByText('Enregistrer un vote sur papier').click();
  await staff.getByRole('combobox', { name: 'Qui a voté' }).selectOption({ label: 'Odile Rambert' });
  await staff.getByRole('radio', { name: 'Dans la salle' }).check();
  await button(staff, 'Enregistrer ce vote').click();
  await president.goto(address);
  await president.getByText('Clore le vote maintenant').click();
  await button(president, 'Clore le vote').click();
  await button(president, 'Proclamer le résultat').click();
  assert.match(await president.getByRole('alert').innerText(), /nombre de bulletins/);
  await president.getByRole('textbox', { name: 'Contre' }).fill('1');
  await button(president, 'Enregistrer le compte').click();
  await button(president, 'Proclamer le résultat').click();
  await president.getByText('3 pour, 1 contre, aucune abstention').first().waitFor();
  await president.getByRole('link', { name: 'Voir tous les bulletins' }).click();
  assert.equal(await president.getByRole('table').getByRole('row').count(), 4);
  for (const receipt of receipts) await president.getByRole('row', { name: `${receipt} Pour` }).waitFor();
  assert.doesNotMatch(await president.getByRole('table').innerText(), /Lestampe|Frémaudier|Vaucelier/);
  await president.goto(text);
  await president.getByText('Adopté').first().waitFor();
});

test('a poll is called off with its reason', async () => {
  const president = await as(chair);
  await president.goto('/votes/nouveau');
  const address = await prepare(president, 'Changeons-nous de salle ?');
  await president.getByText('Annuler ce vote').first().click();
  await field(president, /^Pourquoi/).fill('La question était mal posée.');
  await button(president, 'Annuler ce vote').click();
  const other = await as(member);
  await other.goto(address);
  await other.getByText('La question était mal posée.').waitFor();
});

test('the pages are accessible, also on a small screen', async () => {
  const president = await as(chair, { javaScriptEnabled: true });
  await look(president, '/votes', 'votes');
  await look(president, '/votes/nouveau', 'vote-nouveau');
  await look(president, '/decisions', 'decisions');
  await president.goto('/votes');
  const running = await president.getByRole('link', { name: GOES_ON }).getAttribute('href');
  await look(president, running, 'vote-ouvert');
  await president.goto('/decisions');
  const secret = await president.getByRole('link', { name: /mandats d’affilée/ }).getAttribute('href');
  await look(president, secret, 'vote-proclame');
  await look(president, `${secret}/bulletins`, 'vote-bulletins');
  await president.goto('/votes/nouveau');
  await prepare(president, 'Une question à bulletin secret, pour voir ?', { secret: true });
  const { pathname } = new URL(president.url());
  await look(president, pathname, 'vote-secret');
});
