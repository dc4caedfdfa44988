// Two people change the same thing at once: the second reads what the first saved beside what they typed, and loses
// nothing. What is typed in a discussion is kept when one leaves.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { demonstration, look, lookHere } from '../fixtures/demonstration.mjs';
import { administrator, facilitator, member } from '../fixtures/people.mjs';

const site = demonstration();
const { as } = site;

const notice = (page) => page.getByRole('status').first().innerText();
const save = (page) => page.getByRole('button', { name: 'Enregistrer', exact: true }).first();

/** The same page, opened by two people before either saves. */
const twice = async (email, path, options = {}) => {
  const pages = [await as(email), await as(email, options)];
  for (const page of pages) await page.goto(path);
  return pages;
};

test('two people change the same record', async () => {
  const admin = await as(administrator);
  await admin.goto('/membres?q=lestampe');
  await admin.getByRole('link', { name: 'Gérard Lestampe' }).click();
  await admin.getByRole('link', { name: 'Gérer cette fiche' }).click();
  const [first, second] = await twice(administrator, new URL(admin.url()).pathname, { javaScriptEnabled: true });
  await first.getByRole('textbox', { name: /^Commune/ }).fill('Valcendre');
  await save(first).click();
  assert.equal(await notice(first), 'La fiche est enregistrée.');

  await second.getByRole('textbox', { name: /^Organisation/ }).fill('Les Amis du rail');
  await save(second).click();
  assert.match(await second.getByRole('alert').innerText(), /entre-temps/);
  const differ = second.getByRole('region', { name: 'Ce qui diffère' });
  assert.match(await differ.innerText(), /Commune[^]*Valcendre/);
  assert.match(await differ.innerText(), /Les Amis du rail/);
  assert.equal(await second.getByRole('textbox', { name: /^Organisation/ }).inputValue(), 'Les Amis du rail');
  await lookHere(second, 'meanwhile-record');
  // A mistake made now does not hide the other change: it is still over what was shown.
  await second.getByRole('textbox', { name: /^Commune/ }).fill('Valcendre');
  await save(second).click();
  assert.equal(await notice(second), 'La fiche est enregistrée.');
  assert.equal(await second.getByRole('textbox', { name: /^Commune/ }).inputValue(), 'Valcendre');
});

test('a mistake does not pass over what somebody else saved', async () => {
  const [first, second] = await twice(facilitator, '/groupes/mobilites/modifier');
  await first.getByRole('textbox', { name: 'Demandé par' }).fill('Le Pays');
  await save(first).click();
  await second.getByRole('textbox', { name: 'Nom du groupe' }).fill('');
  await save(second).click();
  await second.getByRole('textbox', { name: 'Nom du groupe' }).fill('Se déplacer au quotidien');
  await save(second).click();
  const differ = second.getByRole('region', { name: 'Ce qui diffère' });
  assert.match(await differ.innerText(), /Le Pays/);
});

test('two people change the settings of the council', async () => {
  const [first, second] = await twice(administrator, '/administration/conseil', { javaScriptEnabled: true });
  await first.getByRole('textbox', { name: 'Territoire' }).fill('Trois Rivières et plateaux');
  await save(first).click();
  await second.getByRole('textbox', { name: 'Territoire' }).fill('Pays des Trois Vallées');
  await save(second).click();
  const differ = second.getByRole('region', { name: 'Ce qui diffère' });
  assert.match(await differ.innerText(), /Trois Rivières et plateaux[^]*Pays des Trois Vallées/);
  await lookHere(second, 'meanwhile-council');
  await save(second).click();
  assert.ok(await second.getByText('Pays des Trois Vallées').first().isVisible());
});

test('what is typed in a discussion is kept when one leaves the page', async () => {
  const page = await as(member, { javaScriptEnabled: true });
  await page.goto('/groupes/mobilites/discussions');
  await page.locator('ul.rows a.row-title').first().click();
  const answer = page.getByRole('textbox', { name: 'Votre réponse' });
  const thread = new URL(page.url()).pathname;
  await answer.pressSequentially('Le car de 7 h 12 est plein.');
  await page.getByText(/^Gardé à/).waitFor();
  await page.goto('/groupes/mobilites');
  await page.goto(thread);
  assert.equal(await answer.inputValue(), 'Le car de 7 h 12 est plein.');
  await look(page, thread, 'meanwhile-reply');
  await page.getByRole('button', { name: 'Envoyer la réponse', exact: true }).click();
  await page.getByText('Le car de 7 h 12 est plein.').waitFor();
  await page.goto(thread);
  assert.equal(await answer.inputValue(), '', 'what was sent is no longer kept');
});
