// Files that become texts, and images in texts: without script first, then with the editor.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { demonstration, look } from '../fixtures/demonstration.mjs';
import { docx, png } from '../fixtures/files.mjs';
import { facilitator, member } from '../fixtures/people.mjs';

const HERE = '/groupes/mobilites/contributions/fichier';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const site = demonstration();
const { as } = site;

const button = (page, name) => page.getByRole('button', { name, exact: true });
const give = (page, name, mimeType, buffer) => page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer });

let address;

test('a document of Word becomes a draft without script; what is refused keeps the form', async () => {
  const page = await as(member);
  await page.goto('/groupes/mobilites');
  await page.getByRole('link', { name: 'Partir d’un fichier' }).click();
  await page.getByRole('radio', { name: /^Note/ }).check();
  await page.getByLabel(/^Titre/).fill('Le titre que j’ai choisi');
  await give(page, 'photo.png', 'image/png', png());
  await button(page, 'Créer le brouillon').click();
  assert.match(await page.getByRole('alert').innerText(), /n’est ni un document Word/);
  assert.equal(await page.getByLabel(/^Titre/).inputValue(), 'Le titre que j’ai choisi');
  assert.ok(await page.getByRole('radio', { name: /^Note/ }).isChecked());
  await page.getByLabel(/^Titre/).fill('');
  await give(page, 'passerelle.docx', WORD, docx());
  await button(page, 'Créer le brouillon').click();
  assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), 'La passerelle du moulin');
  address = new URL(page.url()).pathname;
  const text = page.getByRole('article', { name: 'Texte' });
  assert.equal(await text.locator('strong').innerText(), 'fermée depuis mars');
  assert.deepEqual(await text.locator('li').allInnerTexts(), ['par la route', 'par le chemin']);
  const report = page.getByRole('region', { name: 'Ce que le fichier est devenu' });
  assert.match(await report.innerText(), /passerelle\.docx[\s\S]+Un commentaire dans la marge n’est pas repris\./);
  const seen = await as(member, { javaScriptEnabled: true });
  await look(seen, address, 'fichier-devenu');
  await button(page, 'Ne plus montrer ici').click();
  assert.equal(await report.count(), 0);
  await look(seen, `${address}/fichier`, 'fichiers-du-texte');
  assert.match(await seen.locator('main').innerText(), /Un commentaire dans la marge/);
});

test('another file is another version', async () => {
  const page = await as(facilitator);
  await page.goto(`${address}/fichier`);
  await give(page, 'suite.md', 'text/markdown', Buffer.from('Elle est **rouverte**.\n'));
  await button(page, 'Enregistrer cette version').click();
  assert.match(await page.getByRole('article', { name: 'Texte' }).innerText(), /Elle est rouverte\./);
});

test('an image is added without script, and what was typed is not lost', async () => {
  const page = await as(member);
  await page.goto(`${address}/modifier`);
  await page.getByLabel(/^Texte/).fill('Elle est rouverte.\n\nDepuis hier.');
  await button(page, 'Ajouter une image').click();
  await page.getByLabel('Où la placer').selectOption({ index: 1 });
  await give(page, 'pont.png', 'image/png', png());
  await button(page, 'Ajouter l’image').click();
  assert.match(await page.getByRole('alert').innerText(), /décrivez l’image/);
  await page.getByLabel(/^Description/).fill('La passerelle, vue du moulin');
  await give(page, 'pont.png', 'image/png', png());
  await button(page, 'Ajouter l’image').click();
  assert.match(await page.getByLabel(/^Texte/).inputValue(), /^Elle est rouverte\.\s+!\[La passerelle, vue du moulin\]\(\/contributions\/\d+\/images\/\w+\.png\)\s+Depuis hier\.$/);
  await button(page, 'Enregistrer').click();
  const image = page.getByRole('img', { name: 'La passerelle, vue du moulin' });
  assert.ok(await image.evaluate((img) => img.complete && img.naturalWidth > 0));
  const seen = await as(member, { javaScriptEnabled: true });
  await look(seen, address, 'texte-image');
});

test('the toolbar adds an image, a picture is pasted; each asks what it shows', async () => {
  const page = await as(member, { javaScriptEnabled: true });
  await page.goto(`${address}/modifier`);
  await page.locator('.desk-line').getByText('Tout est enregistré').waitFor();
  await page.getByRole('toolbar', { name: 'Mise en forme' }).getByRole('button', { name: 'Image', exact: true }).click();
  const box = page.getByRole('dialog', { name: 'Ajouter une image' });
  await box.getByLabel('Image', { exact: true }).setInputFiles({ name: 'b.png', mimeType: 'image/png', buffer: png() });
  await box.getByRole('button', { name: 'Ajouter l’image' }).click();
  await box.getByRole('alert').getByText(/Décrivez l’image/).waitFor();
  await box.getByLabel('Description').fill('Le moulin');
  await box.getByRole('button', { name: 'Ajouter l’image' }).click();
  await page.waitForFunction(() => /!\[Le moulin\]\(\/contributions\/\d+\/images\//.test(document.querySelector('textarea[name=body]').value));
  await page.evaluate(async (bytes) => {
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([new Uint8Array(bytes)], '', { type: 'image/png' }));
    document.querySelector('.paper [contenteditable]').dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, [...png()]);
  await box.getByLabel(/décorative/).check();
  await box.getByRole('button', { name: 'Ajouter l’image' }).click();
  await page.waitForFunction(() => /!\[\]\(\/contributions\/\d+\/images\//.test(document.querySelector('textarea[name=body]').value));
});

test('an image is added to a text that is not saved yet, and stays with it', async () => {
  const page = await as(member, { javaScriptEnabled: true });
  await page.goto('/groupes/mobilites/contributions/nouvelle');
  await page.getByRole('textbox', { name: /^Titre/ }).fill('Le pont de bois');
  await page.getByRole('radio', { name: 'Avis' }).check();
  await page.getByRole('toolbar', { name: 'Mise en forme' }).getByRole('button', { name: 'Image', exact: true }).click();
  const box = page.getByRole('dialog', { name: 'Ajouter une image' });
  await box.getByLabel('Image', { exact: true }).setInputFiles({ name: 'pont.png', mimeType: 'image/png', buffer: png() });
  await box.getByLabel('Description').fill('Le pont de bois');
  await box.getByRole('button', { name: 'Ajouter l’image' }).click();
  await page.waitForFunction(() => /!\[Le pont de bois\]\(\/contributions\/images\//.test(document.querySelector('textarea[name=body]').value));
  await button(page, 'Enregistrer').click();
  await page.waitForURL(/\/contributions\/\d+\?/);
  const image = page.getByRole('img', { name: 'Le pont de bois' });
  assert.match(await image.getAttribute('src'), /^\/contributions\/\d+\/images\//);
  assert.ok(await image.evaluate((img) => img.decode().then(() => img.naturalWidth > 0)));
});
