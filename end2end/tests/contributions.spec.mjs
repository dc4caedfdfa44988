// A text from its first words to its public page; two people on one text; both languages.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';

import { audit, contrastInTheDark, noSidewaysScroll } from '../fixtures/a11y.mjs';
import { holdBack, picture } from '../fixtures/browser.mjs';
import { demonstration } from '../fixtures/demonstration.mjs';
import { chair, facilitator, member } from '../fixtures/people.mjs';

const site = demonstration();
const as = (email, options = {}) => site.as(email, { javaScriptEnabled: true, ...options });

const button = (page, name) => page.getByRole('button', { name, exact: true });
const field = (page, name) => page.getByRole('textbox', { name });
const heading = (page) => page.getByRole('heading', { level: 1 }).textContent();
const path = (page) => new URL(page.url()).pathname;

/** Begins a text in `mobilites`; gives its address. */
const write = async (page, title, body) => {
  await page.goto('/groupes/mobilites/contributions/nouvelle');
  await field(page, /^Titre/).fill(title);
  await page.getByRole('radio', { name: 'Avis' }).check();
  await field(page, /^Résumé/).fill('Quatre trajets sur dix font moins de trois kilomètres.');
  await field(page, /^Texte/).fill(body);
  await button(page, 'Enregistrer').click();
  await page.waitForURL(/\/contributions\/\d+\?/);
  assert.equal(await heading(page), title);
  return path(page);
};

const BODY = '## Ce que nous avons constaté\n\nDeux personnes sur trois viennent seules[^1].\n\n[^1]: Enquête du groupe.\n\n## Ce que nous proposons\n\nUn chemin continu.';

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with script' : 'without script';
  test(`a text goes from draft to public page, ${how}`, async () => {
    const options = { javaScriptEnabled };
    const title = `Rejoindre la gare à pied, ${how}`;
    const author = await as(member, options);
    const address = await write(author, title, BODY);
    await button(author, 'Envoyer en relecture').click();
    await author.getByText('Le texte est en relecture').first().waitFor();

    const reviewer = await as(facilitator, options);
    await reviewer.goto(address);
    await field(reviewer, /^Votre avis/).fill('Dire pour quand.');
    await button(reviewer, 'Demander des modifications').click();
    await reviewer.getByText('Votre avis est enregistré.').waitFor();

    await author.goto(`${address}/modifier`);
    await field(author, /^Texte/).fill(BODY.replace('continu.', 'continu avant 2027.'));
    await field(author, /^Ce qui change/).fill('Une date');
    await button(author, 'Enregistrer').click();
    await author.getByText('Votre texte est enregistré.').waitFor();
    await button(author, 'Envoyer en relecture').click();
    await author.getByText('En relecture').first().waitFor();

    await reviewer.goto(`${address}/historique`);
    await reviewer.getByText('« Une date »').waitFor();
    await reviewer.getByRole('link', { name: /Comparer avec la précédente/ }).first().click();
    assert.match(await reviewer.locator('ins').first().textContent(), /avant 2027/);
    await reviewer.goto(address);
    await button(reviewer, 'Approuver').click();
    await button(reviewer, 'Proposer à l’adoption').click();
    // The council's checklist reminds, and blocks nothing.
    await reviewer.getByText('Chaque chiffre a sa source').waitFor();
    await button(reviewer, 'Proposer le texte quand même').click();
    await reviewer.getByText('Le texte est proposé à l’adoption.').waitFor();

    const president = await as(chair, options);
    await president.goto(address);
    // A mistake first: nothing typed is lost.
    await field(president, 'Voix pour').fill('trente');
    await button(president, 'Adopter').click();
    assert.equal(await field(president, 'Voix pour').inputValue(), 'trente');
    await field(president, /^Instance/).fill('Assemblée plénière');
    await field(president, 'Voix pour').fill('31');
    await button(president, 'Adopter').click();
    await president.getByText('Le texte est adopté, numéroté et figé.').waitFor();
    await button(president, 'Publier').click();
    await president.getByText('Le texte est public.').waitFor();
    await president.getByRole('link', { name: 'Lire la publication' }).click();
    await president.waitForURL(/\/publications\/\d{4}-\d{2}/);
    const number = path(president).split('/').at(-1);

    const visitor = await site.browser.page(options);
    await visitor.goto('/publications');
    await visitor.getByRole('link', { name: title }).click();
    assert.equal(path(visitor), `/publications/${number}`);
    assert.equal(await heading(visitor), title);
    await visitor.getByText('31 pour, 0 contre').waitFor();
    // The note is called and leads back.
    await visitor.locator('.note-call a').first().click();
    assert.match(new URL(visitor.url()).hash, /note/);
    const source = Buffer.from(await (await fetch(`${site.server.url}/publications/${number}.md`)).arrayBuffer());
    const fingerprint = createHash('sha256').update(source).digest('hex');
    assert.ok((await visitor.locator('.colophon').textContent()).includes(fingerprint));
    const feed = await (await fetch(`${site.server.url}/publications.atom`)).text();
    assert.ok(feed.includes(`${site.server.url}/publications/${number}`));
  });
}

test('two people on one text: neither loses a word', async () => {
  const one = await as(member);
  const address = await write(one, 'Un texte à deux', 'Le début.');
  const two = await as(facilitator, { javaScriptEnabled: false });
  // Where no room can be had, a save still meets what was saved meanwhile.
  await one.routeWebSocket(/\/direct$/, (socket) => socket.close({ code: 1013 }));
  await one.goto(`${address}/modifier`);
  await two.goto(`${address}/modifier`);
  await field(two, /^Texte/).fill('Le début, revu.');
  await button(two, 'Enregistrer').click();
  await two.getByText('Votre texte est enregistré.').waitFor();
  await field(one, /^Texte/).fill('Le début et la suite.');
  await button(one, 'Enregistrer').click();
  await one.waitForURL(/modifier/);
  assert.equal(await heading(one), 'Le texte a changé pendant que vous écriviez');
  assert.equal(await field(one, /^Texte/).first().inputValue(), 'Le début et la suite.');
  await audit(one);
  await noSidewaysScroll(one);
  await field(one, /^Texte/).first().fill('Le début, revu, et la suite.');
  await button(one, 'Enregistrer').click();
  await one.getByText('Votre texte est enregistré.').waitFor();
  await one.getByText('Le début, revu, et la suite.').waitFor();
});

test('the preview follows, and what is typed waits for its author', async () => {
  const page = await as(member);
  await page.goto('/groupes/mobilites/contributions/nouvelle');
  await field(page, /^Texte/).fill('## Un chemin\n\nDe **bourg** en bourg.');
  await page.getByRole('heading', { name: 'Un chemin' }).waitFor();
  await page.getByText('Mis de côté à').waitFor();
  await page.goto('/groupes/mobilites/contributions/nouvelle');
  const typed = page.locator('textarea[name=body]');
  assert.match(await typed.inputValue(), /Un chemin/);
  await button(page, 'Abandonner ce que j’avais écrit').click();
  await page.waitForLoadState();
  assert.equal(await typed.inputValue(), '');
});

test('without script, « Aperçu » shows the text and keeps what was typed', async () => {
  const page = await as(member, { javaScriptEnabled: false });
  await page.goto('/groupes/mobilites/contributions/nouvelle');
  await field(page, /^Titre/).fill('Un titre');
  await field(page, /^Texte/).fill('## Un pont\n\nSur la rivière.');
  await button(page, 'Aperçu').click();
  await page.getByRole('heading', { name: 'Un pont' }).waitFor();
  assert.equal(await field(page, /^Titre/).inputValue(), 'Un titre');
  await button(page, 'Enregistrer').click();
  await page.waitForURL(/\/contributions\/\d+/);
});

test('titles are found as one types', async () => {
  const page = await as(member);
  await page.goto('/textes');
  await page.getByRole('searchbox', { name: 'Rechercher' }).pressSequentially('ecole');
  await page.locator('.found').getByRole('link').first().waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/q=ecole/);
});

test('what was typed before the script came is looked for too', async () => {
  const page = await as(member);
  for (const [address, found] of [['/textes', '.found'], ['/recherche', 'main .rows']]) {
    const come = await holdBack(page, /\.wasm$/);
    await page.goto(address);
    const links = page.locator(found).getByRole('link');
    await page.locator('main').getByRole('searchbox', { name: 'Rechercher' }).pressSequentially('ecole');
    assert.equal(await links.count(), 0);
    come();
    await links.first().waitFor();
    await page.unroute(/\.wasm$/);
  }
});

test('every type of page is accessible, in light and dark, in both languages', async () => {
  const page = await as(member);
  await page.goto('/textes');
  const first = await page.locator('.rows .row-title').first().getAttribute('href');
  const address = await write(page, 'Un texte à regarder', BODY);
  const visitor = await site.browser.page();
  await visitor.goto('/publications');
  const publication = await visitor.locator('.rows .row-title').first().getAttribute('href');
  const pages = [
    [page, '/textes', 'textes'],
    [page, first, 'texte'],
    [page, address, 'texte-brouillon'],
    [page, `${address}/modifier`, 'texte-modifier'],
    [page, `${address}/auteurs`, 'texte-auteurs'],
    [page, `${address}/historique`, 'texte-historique'],
    [page, `${address}/comparer?de=1&a=1`, 'texte-comparer'],
    [page, '/groupes/mobilites/contributions/nouvelle', 'texte-nouveau'],
    [visitor, '/', 'public'],
    [visitor, '/publications', 'publications'],
    [visitor, publication, 'publication'],
  ];
  for (const [reader, where, name] of pages) {
    await reader.goto(where);
    assert.equal(await reader.getByRole('heading', { level: 1 }).count(), 1, where);
    await audit(reader);
    await contrastInTheDark(reader);
    await noSidewaysScroll(reader);
    await picture(reader, name);
  }
  const english = await site.browser.page({ locale: 'en-GB' });
  await english.goto(publication);
  assert.equal(await english.locator('html').getAttribute('lang'), 'en');
  await english.getByRole('heading', { name: 'How this text was adopted' }).waitFor();
  await audit(english);
});
