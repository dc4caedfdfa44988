// The life of a text: a version is read, named and brought back; who wrote what.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { demonstration, lookHere } from '../fixtures/demonstration.mjs';
import { facilitator, member } from '../fixtures/people.mjs';

const site = demonstration();

const button = (page, name) => page.getByRole('button', { name, exact: true });
const notice = (page) => page.getByRole('status').first().innerText();

/** Begins a text in `mobilites` that says `bodies` one after the other; gives its address. */
const write = async (page, title, [first, ...others]) => {
  await page.goto('/groupes/mobilites/contributions/nouvelle');
  await page.getByRole('textbox', { name: /^Titre/ }).fill(title);
  await page.getByRole('radio', { name: 'Avis' }).check();
  await page.getByRole('textbox', { name: /^Texte/ }).fill(first);
  await button(page, 'Enregistrer').click();
  const address = new URL(page.url()).pathname;
  for (const body of others) {
    await page.goto(`${address}/modifier`);
    await page.getByRole('textbox', { name: /^Texte/ }).fill(body);
    await button(page, 'Enregistrer').click();
    await page.getByText('Votre texte est enregistré.').waitFor();
  }
  return address;
};

test('a version is named, then brought back, without script', async () => {
  const author = await site.as(member);
  const address = await write(author, 'Un chemin vers la gare', ['Ouvrir un chemin.\n\nPlanter.', 'Ouvrir un pont.\n\nPlanter.']);
  const page = await site.as(facilitator);
  await page.goto(`${address}/historique`);
  await page.getByRole('link', { name: 'Version 1', exact: true }).click();
  assert.equal(new URL(page.url()).pathname, `${address}/historique/1`);
  assert.match(await page.getByRole('article').innerText(), /Ouvrir un chemin\./);
  await page.getByRole('textbox', { name: /^Nom de la version/ }).fill('x'.repeat(90));
  await button(page, 'Enregistrer le nom').click();
  await page.getByText(/80/).first().waitFor();
  await page.getByRole('textbox', { name: /^Nom de la version/ }).fill('Version envoyée aux communes');
  await button(page, 'Enregistrer le nom').click();
  assert.equal(await notice(page), 'Le nom de la version est enregistré.');
  assert.match(await page.getByRole('heading', { level: 1 }).innerText(), /Version envoyée aux communes/);
  await button(page, 'Revenir à cette version').click();
  assert.equal(await notice(page), 'Votre texte est enregistré.');
  assert.match(await page.getByRole('article').innerText(), /Ouvrir un chemin\./);
  await page.goto(`${address}/historique`);
  const life = await page.locator('ol.rows').innerText();
  assert.match(life, /Version 3[^]*Retour à la version 1[^]*Version 2[^]*Version 1, «\sVersion envoyée aux communes\s»/);

  await author.goto(`${address}/passages`);
  const whole = await author.getByRole('region', { name: 'Dans tout le texte' }).innerText();
  assert.match(whole, /Maryvonne[^]*Gérard|Gérard[^]*Maryvonne/);
});

test('what happens to a text stands between its versions', async () => {
  const author = await site.as(member);
  const address = await write(author, 'Des abris pour les vélos', ['Dix abris.']);
  await button(author, 'Envoyer en relecture').click();
  await author.goto(`${address}/historique`);
  assert.match(await author.locator('ol.rows').innerText(), /en relecture[^]*Version 1/);
});

test('these pages are accessible, also on a small screen', async () => {
  const author = await site.as(member, { javaScriptEnabled: true });
  await author.goto('/textes?q=gare');
  await author.getByRole('link', { name: 'Rejoindre la gare et l’école sans voiture' }).first().click();
  const address = new URL(author.url()).pathname;
  for (const [path, name] of [['historique', 'texte-vie'], ['historique/1', 'texte-version'], ['passages', 'texte-passages']]) {
    await author.goto(`${address}/${path}`);
    await lookHere(author, name);
  }
});
