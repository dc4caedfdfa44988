// Commenting a passage, answering, resolving, being named; with two people, with script and without; a reader.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { demonstration, look, lookHere } from '../fixtures/demonstration.mjs';
import { facilitator, member, someoneElse } from '../fixtures/people.mjs';

const site = demonstration();
const { as } = site;

const BODY = [
  '## Ce que nous avons constaté',
  'Ouvrir un chemin *bientôt*, vers la gare. Poser des bancs.',
  '## Ce que nous proposons',
  'Planter des haies le long du canal. Poser des bancs.',
].join('\n\n');

const button = (page, name) => page.getByRole('button', { name, exact: true });
const link = (page, name) => page.getByRole('link', { name });
const field = (page, name) => page.getByRole('textbox', { name });
const notice = (page) => page.getByRole('status').first().innerText();
const marked = (page) => page.locator('article .prose mark.passage');
const entries = (page) => page.locator('.remarks > li');

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

/** Comments some words of the paragraph that begins so. */
const comment = async (page, address, beginning, words, body) => {
  await page.goto(address);
  await button(page, 'Commenter un passage').click();
  await page.waitForURL(/commenter/);
  await link(page, new RegExp(`^Commenter : ${beginning}`)).click();
  await page.waitForURL(/debut=/);
  await field(page, /^Les mots dont il s’agit/).fill(words);
  await field(page, /^Votre commentaire/).fill(body);
  await button(page, 'Commenter').click();
};

for (const javaScriptEnabled of [false, true]) {
  const how = javaScriptEnabled ? 'with script' : 'without script';
  test(`a passage is commented, answered, resolved and opened again, ${how}`, async () => {
    const author = await as(member, { javaScriptEnabled });
    const title = `Un sentier, ${how}`;
    const address = await write(author, title);
    const reader = await as(facilitator, { javaScriptEnabled });
    // Words that the passage does not say: told, and what was typed is kept.
    await comment(reader, address, 'Ouvrir', 'vers le port', 'Laquelle ?');
    assert.match(await reader.getByRole('alert').innerText(), /ne sont pas dans le passage/);
    assert.equal(await field(reader, /^Votre commentaire/).inputValue(), 'Laquelle ?');
    await field(reader, /^Les mots dont il s’agit/).fill('bientôt, vers la gare');
    await button(reader, 'Commenter').click();
    await reader.waitForURL(/commentaires\/\d+\?fait=commente/);
    assert.match(await notice(reader), /Votre commentaire est enregistré/);
    if (javaScriptEnabled) await lookHere(reader, 'commentaire');

    // The author is told, once, and reads where.
    await author.goto('/');
    const ask = author.locator('.asks > li').filter({ hasText: title });
    assert.match(await ask.innerText(), /Un commentaire attend une réponse/);
    await author.goto(address);
    assert.deepEqual(await marked(author).allInnerTexts(), ['bientôt', ', vers la gare']);
    assert.match(await author.locator('article .prose').innerText(), /Un commentaire ici/);
    await link(author, 'Commentaire 1').first().click();
    await author.waitForURL(/#commentaire-\d+$/);
    assert.match(await entries(author).innerText(), /«.bientôt, vers la gare.»[\s\S]*Laquelle.\?[\s\S]*sans réponse/);
    if (javaScriptEnabled) await lookHere(author, 'texte-commentaires');
    await entries(author).getByRole('link', { name: 'Lire le commentaire' }).click();
    await author.waitForURL(/commentaires\/\d+$/);
    await field(author, /^Votre réponse/).fill('Celle du haut.\n\n- *la seule*');
    await button(author, 'Répondre').click();
    await author.waitForURL(/fait=repondu/);
    assert.equal(await author.locator('.messages li li em').innerText(), 'la seule');
    await author.goto('/');
    assert.equal(await author.locator('.asks > li').filter({ hasText: title }).count(), 0);

    // The reader resolves it: nothing is marked any more, and it is folded away.
    await reader.goto(`${address}/commentaires`);
    await link(reader, 'Lire et répondre').click();
    await reader.waitForURL(/commentaires\/\d+$/);
    await button(reader, 'Marquer comme résolu').click();
    await reader.waitForURL(/fait=resolu/);
    assert.equal(await field(reader, /^Votre réponse/).count(), 0);
    await reader.goto(address);
    assert.equal(await marked(reader).count(), 0);
    assert.equal(await entries(reader).isVisible(), false);
    await reader.locator('.comments summary').click();
    await entries(reader).getByRole('link', { name: 'Lire le commentaire' }).click();
    await button(reader, 'Rouvrir').click();
    await reader.waitForURL(/fait=rouvert/);

    // The words go: what was said of them stays.
    await author.goto(`${address}/modifier`);
    await field(author, /^Texte/).fill(BODY.replace(' *bientôt*, vers la gare', ''));
    await button(author, 'Enregistrer').click();
    await author.waitForURL(/fait=enregistre/);
    assert.equal(await marked(author).count(), 0);
    assert.match(await author.locator('.comments').innerText(), /Sur des mots qui ne sont plus là[\s\S]*«.bientôt, vers la gare.»/);
    await author.goto(`${address}/commentaires`);
    if (javaScriptEnabled) await lookHere(author, 'commentaires-sans-place');
    assert.match(await author.locator('.talk').innerText(), /Ces mots ne sont plus dans le texte/);
  });
}

test('words chosen in the text are commented, or another wording is suggested', async () => {
  const author = await as(member, { javaScriptEnabled: true });
  const address = await write(author, 'Des mots choisis');
  await comment(author, address, 'Ouvrir', '', 'Tout ce passage.');
  await author.waitForURL(/fait=commente/);
  const reader = await as(facilitator, { javaScriptEnabled: true });
  await reader.goto(address);
  const chooser = reader.getByRole('group', { name: 'Sur les mots choisis' });
  assert.equal(await chooser.count(), 0, 'nothing is chosen');
  // The second « Poser des bancs », through what was added within the text.
  const choose = () => reader.evaluate(() => {
    const text = document.querySelector('#texte p:last-of-type').lastChild;
    const at = text.data.indexOf('Poser');
    document.getSelection().setBaseAndExtent(text, at, text, at + 'Poser des bancs'.length);
  });
  await choose();
  await chooser.waitFor();
  await lookHere(reader, 'texte-mots-choisis');
  await choose();
  await chooser.getByRole('link', { name: 'Commenter' }).click();
  await reader.waitForURL(/debut=/);
  assert.equal(await reader.locator('.passages .prose').innerText(), 'Poser des bancs');
  assert.equal(await field(reader, /^Les mots dont il s’agit/).count(), 0, 'they are chosen');
  await field(reader, /^Votre commentaire/).fill('De quelle longueur ?');
  await button(reader, 'Commenter').click();
  await reader.waitForURL(/fait=commente/);
  await reader.goto(address);
  assert.deepEqual((await marked(reader).allInnerTexts()).at(-1), 'Poser des bancs');
  const last = reader.locator('#texte p:last-of-type');
  assert.match(await last.innerText(), /canal\. Poser des bancs/);
  assert.equal(await last.locator('mark').count(), 1);
  await reader.evaluate(() => {
    const text = [...document.querySelectorAll('#texte p')].find((p) => p.textContent.startsWith('Planter')).firstChild;
    document.getSelection().setBaseAndExtent(text, 0, text, 'Planter des haies'.length);
  });
  await chooser.getByRole('link', { name: 'Suggérer une modification' }).click();
  await reader.waitForURL(/debut=/);
  const words = field(reader, /^Le passage comme vous l’écririez/);
  assert.equal(await words.inputValue(), 'Planter des haies');
  await words.fill('Tailler des haies');
  await button(reader, 'Suggérer une modification').click();
  await reader.waitForURL(/fait=suggere/);
  // Both are marked where they stand.
  await author.goto(address);
  assert.equal(await author.locator('.passage-call').count(), 3);
  assert.equal(await link(author, 'Suggestion 1').count(), 1);
});

test('somebody who is named is told until they have read it', async () => {
  const author = await as(member);
  const address = await write(author, 'Quelqu’un est nommé');
  await comment(author, address, 'Planter', '', 'Qu’en pensez-vous, @Maryvonne Aubelin ?');
  await author.waitForURL(/fait=commente/);
  assert.match(await author.locator('.message').innerText(), /S’adresse à Maryvonne Aubelin/);
  const named = await as(facilitator);
  const ask = named.locator('.asks > li').filter({ hasText: 'Quelqu’un est nommé' });
  assert.match(await ask.innerText(), /l’on vous nomme/);
  await ask.getByRole('link', { name: 'Lire le commentaire' }).click();
  await named.waitForURL(/commentaires\/\d+$/);
  await named.goto('/');
  assert.equal(await named.locator('.asks > li').filter({ hasText: 'l’on vous nomme' }).count(), 0);
});

test('one’s own message is changed and taken back; a facilitator hides one with a reason', async () => {
  const author = await as(member);
  const address = await write(author, 'Un mot de trop');
  await comment(author, address, 'Planter', '', 'Un mot de trop.');
  await author.waitForURL(/fait=commente/);
  const page = new URL(author.url()).pathname;
  await author.locator('summary', { hasText: /^Modifier/ }).click();
  await field(author, /^Votre commentaire/).fill('Un mot qui va trop loin.');
  await button(author, 'Enregistrer').click();
  await author.waitForURL(/fait=modifie/);
  const reader = await as(facilitator);
  await reader.goto(page);
  await link(reader, /^Masquer/).click();
  await button(reader, 'Masquer le message').click();
  assert.match(await reader.getByRole('alert').innerText(), /Motif/);
  await field(reader, /^Motif/).fill('Une personne est visée.');
  await button(reader, 'Masquer le message').click();
  await reader.waitForURL(/fait=masque/);
  await author.goto(page);
  assert.match(await author.locator('.message').innerText(), /Votre message est masqué[\s\S]*Une personne est visée/);
  await author.locator('summary', { hasText: /^Retirer/ }).click();
  await button(author, 'Retirer mon message').click();
  await author.waitForURL(/commentaires\?fait=retire/);
  assert.match(await author.locator('main').innerText(), /Aucun commentaire n’attend de réponse/);
});

test('who does not read a draft knows nothing of its comments', async () => {
  const author = await as(member);
  const address = await write(author, 'Un secret du groupe, commenté');
  await comment(author, address, 'Planter', '', 'Entre nous.');
  const page = new URL(author.url()).pathname;
  const stranger = await as(someoneElse);
  for (const path of [page, `${address}/commentaires`, `${address}/commenter`]) {
    const answer = await stranger.goto(path);
    assert.equal(answer.status(), 404, path);
  }
});

test('the pages of comments are looked at', async () => {
  const page = await as(member, { javaScriptEnabled: true });
  await page.goto('/textes/nomme/Le%20covoiturage%20des%20salariés%20en%20horaires%20décalés');
  const address = new URL(page.url()).pathname;
  await lookHere(page, 'texte-commente');
  await look(page, `${address}/commentaires`, 'commentaires');
  await look(page, `${address}/commenter`, 'commenter');
  await link(page, /^Commenter :/).nth(3).click();
  await page.waitForURL(/debut=/);
  await lookHere(page, 'commenter-passage');
});

test('after an @, those who read the text are offered; with the keyboard, then with a pointer', async () => {
  const author = await as(member, { javaScriptEnabled: true });
  const address = await write(author, 'Un sentier à plusieurs');
  await author.goto(address);
  await button(author, 'Commenter un passage').click();
  await link(author, /^Commenter : Ouvrir/).click();
  const body = field(author, /^Votre commentaire/);
  const list = author.getByRole('listbox', { name: 'Personnes qui lisent ce texte' });
  const options = list.getByRole('option');
  await body.pressSequentially('Bonjour @');
  assert.equal(await list.count(), 0);
  await body.pressSequentially('m');
  await list.waitFor();
  const names = await options.allInnerTexts();
  assert.ok(names.length >= 1 && names.length <= 8, String(names));
  assert.match(await author.locator('name-people [role=status]').innerText(), /proposées?.: flèche vers le bas/);
  await lookHere(author, 'commentaire-noms');
  // Nothing is chosen yet: Escape closes, and what was typed stays.
  await author.keyboard.press('Escape');
  assert.equal(await list.count(), 0);
  assert.equal(await body.inputValue(), 'Bonjour @m');
  await author.keyboard.press('Backspace');
  await body.pressSequentially('m');
  await list.waitFor();
  await author.keyboard.press('ArrowDown');
  const active = await body.getAttribute('aria-activedescendant');
  assert.equal(await author.locator(`#${active}`).innerText(), names[0]);
  assert.equal(await author.locator(`#${active}`).getAttribute('aria-selected'), 'true');
  await author.keyboard.press('Enter');
  assert.equal(await body.inputValue(), `Bonjour @${names[0]} `);
  assert.equal(await list.count(), 0);
  await author.keyboard.press('Control+z');
  assert.match(await body.inputValue(), /^Bonjour @m/);
  await body.fill('');
  await body.pressSequentially(`@${names[0].split(' ').at(-1).slice(0, 4).toLowerCase()}`);
  await options.filter({ hasText: names[0] }).click();
  assert.equal(await body.inputValue(), `@${names[0]} `);
  // A new line is a new line, and an address is no name.
  await body.pressSequentially('et moi@m');
  await author.waitForTimeout(400);
  assert.equal(await list.count(), 0);
  await button(author, 'Commenter').click();
  await author.waitForURL(/commentaires\/\d+\?fait=commente/);
});
