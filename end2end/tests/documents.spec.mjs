// A text as documents: downloaded from its public page without script, and while it is still a draft.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

import { audit, noSidewaysScroll } from '../fixtures/a11y.mjs';
import { picture } from '../fixtures/browser.mjs';
import { demonstration } from '../fixtures/demonstration.mjs';
import { chair, member } from '../fixtures/people.mjs';

const site = demonstration();
const menu = (page) => page.locator('details.downloads');

/** Follows a link that is a document, whether or not it is made already. */
const download = async (page, link) => {
  const arriving = page.waitForEvent('download', { timeout: 60_000 });
  await link.click();
  const file = await arriving;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
};

test('a visitor downloads a publication in every form, without script', async () => {
  const page = await site.browser.page({ javaScriptEnabled: false });
  await page.goto('/publications');
  await page.locator('.rows .row-title').first().click();
  await page.locator('.booklet').waitFor();
  const address = page.url();
  await menu(page).locator('summary').click();
  await picture(page, 'documents-menu');
  for (const [name, ending, starts] of [
    [/^PDF/, 'pdf', '%PDF'],
    [/^Word/, 'docx', 'PK'],
    [/^LibreOffice/, 'odt', 'PK'],
    [/^Liseuse/, 'epub', 'PK'],
    [/^Page web/, 'html', '<!DOCTYPE html>'],
  ]) {
    await page.goto(address);
    await menu(page).locator('summary').click();
    const file = await download(page, menu(page).getByRole('link', { name }));
    assert.match(file.name, new RegExp(`^\\d{4}-\\d{2}-[a-z0-9-]+\\.${ending}$`));
    assert.equal(file.bytes.subarray(0, starts.length).toString('latin1'), starts);
  }
  // Once made, its size is said.
  await page.goto(address);
  await menu(page).locator('summary').click();
  await menu(page).getByText(/pour lire et imprimer, .*[kK]o/).waitFor();
});

test('somebody who presides publishes a text, and its PDF is there', async () => {
  const page = await site.as(chair, { javaScriptEnabled: false });
  await page.goto('/textes?etat=adopted');
  await page.locator('.rows .row-title').first().click();
  const publish = page.getByRole('button', { name: /^Publier/ });
  await publish.first().click();
  await menu(page).locator('summary').click();
  const file = await download(page, menu(page).getByRole('link', { name: /^PDF/ }));
  assert.match(file.name, /\.pdf$/);
});

for (const javaScriptEnabled of [true, false]) {
  test(`a member downloads a draft, ${javaScriptEnabled ? 'with' : 'without'} script`, async () => {
    const page = await site.as(member, { javaScriptEnabled });
    await page.goto('/groupes/mobilites/contributions/nouvelle');
    await page.getByRole('textbox', { name: /^Titre/ }).fill('Un chemin vers la gare');
    await page.getByRole('radio', { name: 'Avis' }).check();
    await page.getByRole('textbox', { name: /^Résumé/ }).fill('En deux mots.');
    await page.getByRole('textbox', { name: /^Texte/ }).fill('## Constat\n\nUn chemin manque.');
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await page.waitForURL(/\/contributions\/\d+\?/);
    await menu(page).locator('summary').click();
    if (javaScriptEnabled) {
      await audit(page);
      await noSidewaysScroll(page);
    }
    await picture(page, `documents-draft-${javaScriptEnabled ? 'script' : 'plain'}`);
    const file = await download(page, menu(page).getByRole('link', { name: /^PDF/ }));
    assert.equal(file.name, 'un-chemin-vers-la-gare-version-1.pdf');
    assert.equal(file.bytes.subarray(0, 4).toString('latin1'), '%PDF');
    // What was read meanwhile leads back to the text.
    if (await page.getByRole('heading', { name: 'Votre document se prépare' }).count()) {
      if (javaScriptEnabled) await audit(page);
      await picture(page, 'documents-waiting');
      await page.getByRole('link', { name: 'Revenir au texte' }).click();
      assert.match(page.url(), /\/contributions\/\d+$/);
    }
  });
}
