// Declaring a conflict of interest and standing back, where that is seen, and ending it.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { demonstration, look, lookHere } from '../fixtures/demonstration.mjs';
import { administrator, chair, member, someoneElse } from '../fixtures/people.mjs';

const site = demonstration();
/** With script, which the look at accessibility needs; others come without. */
const scripted = { javaScriptEnabled: true };
const { as } = site;

const h1 = (page) => page.getByRole('heading', { level: 1 }).innerText();
const main = (page) => page.getByRole('main').innerText();
const button = (page, name) => page.getByRole('button', { name, exact: true });
const link = (page, name) => page.getByRole('link', { name, exact: true });
const field = (page, name) => page.getByRole('textbox', { name });
const notice = (page) => page.getByRole('status').first().innerText();
const day = (offset) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

test('a member declares a link with a group, which its page and theirs tell to members', async () => {
  const page = await as(member, scripted);
  await page.goto('/declarations');
  await link(page, 'Déclarer un lien avec un sujet').click();
  assert.equal(await h1(page), 'Déclarer un lien avec un sujet');
  await button(page, 'Déclarer').click();
  assert.match(await page.getByRole('alert').innerText(), /Quel sujet/);
  await field(page, /^Quel sujet/).fill('Les terres du Clos-Bernard');
  await page.getByRole('checkbox', { name: /Alimentation et terres agricoles/ }).check();
  await lookHere(page, 'declarer');
  await button(page, 'Déclarer').click();
  assert.equal(await notice(page), 'Votre déclaration est enregistrée.');
  await lookHere(page, 'declarations');

  const reader = await as(someoneElse);
  await reader.goto('/groupes/alimentation');
  assert.match(await main(reader), /Un membre a déclaré un lien avec ce sujet/);
  await reader.goto('/groupes/habitat');
  assert.doesNotMatch(await main(reader), /a déclaré un lien/);
  const visitor = await site.browser.page({ javaScriptEnabled: false });
  await visitor.goto(`${site.server.url}/groupes/alimentation`);
  assert.doesNotMatch(await visitor.content(), /a déclaré un lien/, 'names are for members');
});

test('who stands back says from when until when, is warned on a vote, and may vote', async () => {
  const page = await as(member, scripted);
  await page.goto('/declarations');
  await link(page, 'Se mettre en retrait').click();
  await field(page, /^Pour quelle raison/).fill('Élections municipales');
  await button(page, 'Déclarer').click();
  assert.match(await page.getByRole('alert').innerText(), /Du/);
  assert.equal(await field(page, /^Pour quelle raison/).inputValue(), 'Élections municipales');
  await field(page, /^Du/).fill(day(0));
  await field(page, /^Au/).fill(day(40));
  await button(page, 'Déclarer').click();
  assert.equal(await notice(page), 'Votre déclaration est enregistrée.');

  await page.goto('/votes');
  await page.getByRole('main').getByRole('link', { name: /réponde à chaque avis/ }).click();
  assert.match(await main(page), /Vous êtes en retrait en ce moment/);
  await lookHere(page, 'vote-en-retrait');
  const presides = await as(chair);
  await presides.goto(page.url());
  assert.match(await main(presides), /en retrait pendant ce vote/);
});

test('a declaration is ended, and stays in the history', async () => {
  const page = await as(member);
  await page.goto('/declarations');
  await page.getByRole('button', { name: /^Y mettre fin\s*, Les terres du Clos-Bernard/ }).click();
  assert.match(await notice(page), /a pris fin/);
  assert.match(await page.locator('ul.rows > li').filter({ hasText: 'Clos-Bernard' }).innerText(), /Terminée/);
  const reader = await as(someoneElse, scripted);
  await reader.goto('/groupes/alimentation');
  assert.doesNotMatch(await main(reader), /a déclaré un lien/);
  const keys = await as(administrator);
  assert.equal((await keys.goto('/declarations')).status(), 403, 'who does not vote declares nothing');
  await look(reader, '/declarations/nouvelle?genre=withdrawal', 'se-mettre-en-retrait');
});
