// Finding what people wrote: by the form, while typing, from anywhere, and never what one may not read.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { audit, noSidewaysScroll } from '../fixtures/a11y.mjs';
import { demonstration, look } from '../fixtures/demonstration.mjs';
import { facilitator, member, someoneElse } from '../fixtures/people.mjs';

const site = demonstration();
const field = (page) => page.getByRole('searchbox', { name: 'Rechercher' });
const titles = (page) => page.locator('#resultats a.row-title').allTextContents();

test('from any page, without script, the header finds a text by a word inside it', async () => {
  const page = await site.as(member);
  await page.goto('/publications');
  await field(page).fill('légumeries');
  await field(page).press('Enter');
  await page.waitForURL(/\/recherche\?q=/);
  assert.equal(await field(page).inputValue(), 'légumeries');
  assert.ok((await titles(page)).some((title) => title.includes('légumerie')));
  assert.ok((await page.locator('#resultats mark').allTextContents()).some((word) => /légumerie/i.test(word)));
  await page.locator('#resultats a.row-title').first().click();
  assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1);
});

test('results are narrowed, and a discussion leads to its message', async () => {
  const page = await site.as(member);
  await page.goto('/recherche?q=étude+car');
  await page.getByRole('navigation', { name: 'Nature' }).getByRole('link', { name: /^Discussions/ }).click();
  await page.waitForURL(/nature=message/);
  const kinds = await page.locator('#resultats .facts .state').allTextContents();
  assert.ok(kinds.length > 0 && kinds.every((kind) => kind.trim() === 'Message'), kinds.join());
  await page.locator('#resultats a.row-title').first().click();
  await page.waitForURL(/discussions\/\d+.*#message-\d+$/);
});

test('a document is found by its record and leads to its page', async () => {
  const page = await site.as(member);
  await page.goto('/recherche?q=fréquentation+ligne+4&nature=document');
  const kinds = await page.locator('#resultats .facts .state').allTextContents();
  assert.ok(kinds.length > 0 && kinds.every((kind) => /^\s*Document/.test(kind)), kinds.join());
  await page.locator('#resultats a.row-title').first().click();
  await page.waitForURL(/\/documents\/\d+/);
  assert.match(await page.getByRole('heading', { level: 1 }).innerText(), /Fréquentation de la ligne 4/);
});

test('documents are narrowed to a keyword, and widened again', async () => {
  const page = await site.as(member, { javaScriptEnabled: true });
  await page.goto('/recherche?q=cars');
  const keyword = page.getByLabel('Mot-clé');
  const choice = keyword.locator('option').nth(1);
  const [value, name, count] = [await choice.getAttribute('value'), ...(await choice.innerText()).split(/ \((?=\d+\)$)/)];
  await keyword.selectOption(value);
  await page.getByRole('button', { name: 'Chercher' }).click();
  await page.waitForURL((url) => url.searchParams.get('mot-cle') === value);
  assert.equal((await titles(page)).length, parseInt(count, 10));
  await audit(page);
  await page.getByRole('navigation', { name: 'Vos choix' }).getByRole('link', { name: `Mot-clé : ${name}` }).click();
  await page.waitForURL((url) => !url.searchParams.has('mot-cle'));
  assert.ok((await titles(page)).length > parseInt(count, 10));
});

test('a phrase, a word left out, and a word mistyped', async () => {
  const page = await site.as(facilitator);
  await page.goto('/recherche?q=gare');
  const all = (await titles(page)).length;
  await page.goto('/recherche?q=gare+-vélo');
  assert.ok((await titles(page)).length < all);
  await page.goto('/recherche?q=légumrie');
  assert.equal((await titles(page)).length, 0);
  await page.getByRole('link', { name: /^légumeries?$/ }).click();
  assert.ok((await titles(page)).length > 0);
});

test('what one may not read is not found, even by its very title', async () => {
  const insider = await site.as(member);
  await insider.goto('/recherche?q=mobilités&nature=group');
  const title = 'Rejoindre la gare et l’école sans voiture';
  await insider.goto(`/recherche?q=${encodeURIComponent(`« ${title} »`)}`);
  assert.ok((await titles(insider)).includes(title));
  const outsider = await site.as(someoneElse);
  await outsider.goto(`/recherche?q=${encodeURIComponent(`« ${title} »`)}`);
  assert.ok(!(await titles(outsider)).includes(title));
  const visitor = await site.browser.page({ javaScriptEnabled: false });
  await visitor.goto('/recherche?q=bureau&nature=group');
  assert.equal((await titles(visitor)).length, 0);
});

test('results come while typing, in place of the list, and the key / leads to the field', async () => {
  const page = await site.as(member, { javaScriptEnabled: true });
  await page.goto('/recherche');
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('/');
  assert.equal(await page.locator(':focus').getAttribute('id'), 'q');
  await page.keyboard.type('légum', { delay: 20 });
  const found = page.locator('leptos-island ul.rows a.row-title');
  await found.first().waitFor();
  assert.ok((await found.allTextContents()).some((title) => title.includes('légumerie')));
  assert.ok(await page.locator('#resultats').isHidden());
  await audit(page);
  await field(page).fill('');
  await page.locator('#resultats').waitFor();
  // Where there is a script anyway, and nowhere else.
  await page.goto('/groupes');
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('/');
  assert.equal(await page.locator(':focus').getAttribute('type'), 'search');
});

test('on a phone the header has the way to the search', async () => {
  const page = await site.as(member);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/publications');
  await page.getByRole('link', { name: 'Rechercher' }).click();
  await page.waitForURL(/\/recherche$/);
  assert.ok(await field(page).isVisible());
  await noSidewaysScroll(page);
});

test('the search is accessible, also on a small screen', async () => {
  const page = await site.as(member, { javaScriptEnabled: true });
  await look(page, '/recherche', 'search-empty');
  await look(page, '/recherche?q=gare', 'search');
  await look(page, '/recherche?q=gare&nature=message', 'search-narrowed');
  await look(page, '/recherche?q=cars&groupe=mobilites', 'search-choices');
  await look(page, '/recherche?q=légumrie', 'search-correction');
  await look(page, '/publications', 'search-header');
  const visitor = await site.browser.page();
  await look(visitor, '/recherche?q=eau', 'search-visitor');
});

test('in English too', async () => {
  const page = await site.browser.page({ javaScriptEnabled: false, locale: 'en-GB' });
  await page.goto('/recherche?q=eau');
  assert.ok(await page.getByRole('searchbox', { name: 'Search' }).isVisible());
});
