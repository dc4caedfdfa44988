// Suggesting other words for a passage, answering, accepting, refusing; with two people, with script and without.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { demonstration, look, lookHere } from '../fixtures/demonstration.mjs';
import { facilitator, member, someoneElse } from '../fixtures/people.mjs';

const site = demonstration();
const { as } = site;

const BODY = [
  '## Ce que nous avons constaté',
  'Ouvrir un chemin bientôt, vers la gare. Poser des bancs.',
  '## Ce que nous proposons',
  'Planter des haies le long du canal.',
].join('\n\n');

const button = (page, name) => page.getByRole('button', { name, exact: true });
const link = (page, name) => page.getByRole('link', { name });
const field = (page, name) => page.getByRole('textbox', { name });
const notice = (page) => page.getByRole('status').first().innerText();
const card = (page, words) => page.locator('.talk').filter({ hasText: words });

/** Begins a text in `mobilites`; gives its address. */
const write = async (page, title) => {
  await page.goto('/groupes/mobilites/contributions/nouvelle');
  await field(page, /^Titre/).fill(title);
  await page.getByRole('radio', { name: 'Avis' }).check();
  await field(page, /^Texte/).fill(BODY);
  await button(page, 'Enregistrer').click();
  await page.waitForURL(/\/contributions\/\d+\?/);
  return new URL(page.url()).pathname;
};

/** Words the paragraph that begins so otherwise. */
const suggest = async (page, address, beginning, change, reason) => {
  await page.goto(address);
  await button(page, 'Suggérer une modification').click();
  await page.waitForURL(/suggerer/);
  await link(page, new RegExp(`^Suggérer une modification : ${beginning}`)).click();
  await page.waitForURL(/debut=/);
  const words = field(page, /^Le passage comme vous l’écririez/);
  await words.fill(change((await words.inputValue()).trim()));
  await field(page, /^Pourquoi/).fill(reason);
  await button(page, 'Suggérer une modification').click();
  await page.waitForURL(/\/suggestions\?fait=/);
  assert.match(await notice(page), /Votre suggestion est transmise/);
};

for (const javaScriptEnabled of [false, true]) {
  const how = javaScriptEnabled ? 'with script' : 'without script';
  test(`a suggestion is made, answered by another one, accepted, and another refused, ${how}`, async () => {
    const author = await as(member, { javaScriptEnabled });
    const address = await write(author, `Un chemin, ${how}`);
    const reader = await as(facilitator, { javaScriptEnabled });
    await suggest(reader, address, 'Ouvrir', (text) => text.replace('bientôt', 'en 2027'), 'Donner une date.');
    await suggest(reader, address, 'Planter', (text) => text.replace('haies', 'arbres'), 'Ils font de l’ombre.');
    const place = reader.locator('.passages > li').first();
    assert.match(await place.locator('del').first().innerText(), /bientôt/);
    assert.match(await place.locator('ins').first().innerText(), /en 2027/);
    assert.match(await place.innerText(), /dans «.Ce que nous avons constaté.»/);

    // The author is told, once, and reads where.
    await author.goto('/');
    const ask = author.locator('.asks > li').filter({ hasText: `Un chemin, ${how}` });
    assert.match(await ask.innerText(), /2 suggestions à examiner/);
    await ask.getByRole('link', { name: 'Voir les suggestions' }).click();
    await author.waitForURL(/suggestions$/);
    if (javaScriptEnabled) await lookHere(author, 'suggestions');
    await author.goto(address);
    assert.match(await author.locator('article .prose').innerText(), /Une suggestion ici/);
    await link(author, '2 suggestions à lire').click();
    await author.waitForURL(/suggestions$/);

    // Another wording of the same passage.
    await card(author, 'Donner une date.').getByRole('link', { name: 'Proposer autre chose' }).click();
    await author.waitForURL(/reponse=/);
    const words = field(author, /^Le passage comme vous l’écririez/);
    assert.match(await words.inputValue(), /en 2027/);
    await words.fill((await words.inputValue()).trim().replace('en 2027', 'avant 2028'));
    await button(author, 'Suggérer une modification').click();
    await author.waitForURL(/fait=suggere/);
    const counter = author.locator('.talk').filter({ hasText: 'Répond à la suggestion de' });
    assert.match(await counter.innerText(), /celle de .+ tombe\./);
    await counter.getByRole('button', { name: 'Accepter' }).click();
    await author.waitForURL(/fait=acceptee-tombees/);
    assert.match(await card(author, 'Donner une date.').innerText(), /Tombée, une autre a été acceptée/);

    // A refusal says why.
    await card(author, 'Ils font de l’ombre.').getByRole('button', { name: 'Refuser' }).click();
    await author.waitForURL(/suggestions\/\d+/);
    await button(author, 'Refuser').click();
    assert.match(await author.getByRole('alert').innerText(), /Votre motif/);
    await field(author, /^Votre motif/).fill('Les haies sont déjà commandées.');
    await button(author, 'Refuser').click();
    await author.waitForURL(/fait=refusee/);
    await author.goto(address);
    assert.match(await author.locator('article .prose').innerText(), /Ouvrir un chemin avant 2028, vers la gare\./);
    assert.equal(await link(author, /suggestions? à lire/).count(), 0);

    // Whoever suggested reads the answers.
    await reader.goto('/');
    const outcome = reader.locator('.asks > li').filter({ hasText: `Un chemin, ${how}` });
    await outcome.filter({ hasText: 'Lire la réponse' }).getByRole('link', { name: 'Voir la réponse' }).click();
    await reader.waitForURL(/suggestions$/);
    assert.match(await card(reader, 'Ils font de l’ombre.').innerText(), /Les haies sont déjà commandées\./);
  });
}

test('a copy of the text is changed; each sentence is answered by itself', async () => {
  const author = await as(member);
  const address = await write(author, 'Une copie');
  const reader = await as(facilitator, { javaScriptEnabled: true });
  await look(reader, `${address}/suggerer`, 'suggestions-choisir');
  await link(reader, 'Modifier une copie du texte entier').click();
  await reader.waitForURL(/copie/);
  await lookHere(reader, 'suggestions-copie');
  const copy = field(reader, /^Votre copie/);
  await button(reader, 'Suggérer une modification').click();
  assert.match(await reader.getByRole('alert').innerText(), /Votre copie/, 'nothing was changed');
  await copy.fill(BODY.replace('bientôt', 'en 2027').replace('bancs', 'tables').replace('Planter', 'Tailler'));
  await button(reader, 'Suggérer une modification').click();
  await reader.waitForURL(/fait=suggere-plusieurs/);
  assert.equal(await reader.locator('.talk').count(), 3);
  assert.equal(await reader.locator('.passages > li').count(), 2);
  // One of one's own is worded again, another taken back.
  await card(reader, 'tables').getByRole('link', { name: 'Modifier ou retirer' }).click();
  await reader.waitForURL(/suggestions\/\d+$/);
  await lookHere(reader, 'suggestion');
  await link(reader, 'Reprendre votre suggestion').click();
  await reader.waitForURL(/suggestion=/);
  await lookHere(reader, 'suggestion-reprendre');
  const words = field(reader, /^Le passage comme vous l’écririez/);
  await words.fill((await words.inputValue()).trim().replace('tables', 'chaises'));
  await button(reader, 'Enregistrer').click();
  await reader.waitForURL(/fait=reprise/);
  await card(reader, 'Tailler').getByRole('link', { name: 'Modifier ou retirer' }).click();
  await button(reader, 'Retirer la suggestion').click();
  await reader.waitForURL(/fait=retiree/);
  // The author writes over the words meanwhile: it is said, and nothing is written.
  await author.goto(`${address}/modifier`);
  await field(author, /^Texte/).fill(BODY.replace('bientôt, ', ''));
  await button(author, 'Enregistrer').click();
  await author.waitForURL(/fait=enregistre/);
  await author.goto(`${address}/suggestions`);
  assert.match(await card(author, 'en 2027').innerText(), /Ces mots ne sont plus dans le texte/);
  assert.equal(await card(author, 'en 2027').getByRole('button', { name: 'Accepter' }).count(), 0);
  await card(author, 'chaises').getByRole('button', { name: 'Accepter' }).click();
  await author.waitForURL(/fait=acceptee$/);
});

test('who does not read a draft knows nothing of its suggestions', async () => {
  const author = await as(member);
  const address = await write(author, 'Un secret du groupe');
  const stranger = await as(someoneElse);
  for (const path of ['/suggestions', '/suggerer', '/suggerer/copie']) {
    const answer = await stranger.goto(`${address}${path}`);
    assert.equal(answer.status(), 404, path);
  }
});
