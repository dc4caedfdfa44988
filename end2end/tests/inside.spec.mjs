// The text inside files: read by the server after a deposit, shown page by page, found by its words, compared from one
// version to another.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { demonstration, look } from '../fixtures/demonstration.mjs';
import { member } from '../fixtures/people.mjs';

const HERE = '/groupes/mobilites/bibliotheque';

const site = demonstration();
const { as } = site;

const h1 = (page) => page.getByRole('heading', { level: 1 }).innerText();
const button = (page, name) => page.getByRole('button', { name, exact: true });
const link = (page, name) => page.getByRole('link', { name, exact: true });

/** A PDF with a line on each page. */
const pdf = (...pages) => {
  const kids = pages.map((_, n) => `${4 + 2 * n} 0 R`).join(' ');
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${kids}]/Count ${pages.length}/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    ...pages.flatMap((text, n) => {
      const content = text && `BT /F1 14 Tf 60 760 Td (${text}) Tj ET`;
      return [
        `<</Type/Page/Parent 2 0 R/Contents ${5 + 2 * n} 0 R>>`,
        `<</Length ${content.length}>>stream\n${content}\nendstream`,
      ];
    }),
  ];
  let body = '%PDF-1.4\n';
  const places = objects.map((object, n) => {
    const place = body.length;
    body += `${n + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const end = body.length;
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  body += `trailer\n<</Root 1 0 R/Size ${objects.length + 1}>>\nstartxref\n${end}\n%%EOF`;
  return Buffer.from(body, 'latin1');
};

const file = (name, buffer, mimeType = 'application/pdf') => ({ name, mimeType, buffer });

/** Looks at the page that somebody reads without script. */
const lookAt = async (page, name) => look(await as(member, { javaScriptEnabled: true }), page.url(), name);

/** Waits until the page of a document says this. */
const said = async (page, text) => {
  const until = Date.now() + 60_000;
  while (!(await page.getByText(text).count())) {
    assert.ok(Date.now() < until, `${page.url()} does not say ${text}`);
    await page.waitForTimeout(300);
    await page.reload();
  }
};

/** How many dots wide a picture is, once it is there. */
const widthOf = async (picture) => {
  await picture.scrollIntoViewIfNeeded();
  return picture.evaluate(async (image) => {
    await image.decode();
    return image.naturalWidth;
  });
};

for (const javaScriptEnabled of [false, true]) {
  test(`a PDF is deposited, then read page by page (script: ${javaScriptEnabled})`, async () => {
    const page = await as(member, { javaScriptEnabled: false });
    await page.goto(HERE);
    const name = javaScriptEnabled ? 'Étude des sentiers' : 'Étude des lisières';
    const pages = [`${javaScriptEnabled ? 'Premi\xe8re' : 'Une'} page`, 'La d\xe9mocratie des lisi\xe8res', ''];
    await page.getByLabel('Fichiers à déposer').setInputFiles(file(`${name}.pdf`, pdf(...pages)));
    await button(page, 'Déposer des fichiers').click();
    await link(page, name).click();
    const reader = await as(member, { javaScriptEnabled });
    await reader.goto(page.url());
    await said(reader, 'Lire le texte');
    await link(reader, 'Lire le texte').click();
    await reader.waitForURL(/\/texte$/);
    assert.equal(await h1(reader), 'Texte du document');
    const headings = await reader.locator('article').getByRole('heading', { level: 2 }).allInnerTexts();
    assert.deepEqual(headings, ['Page 1', 'Page 2', 'Page 3']);
    assert.match(await reader.locator('article').innerText(), /La démocratie des lisières.+Aucun mot sur cette page/s);
    if (javaScriptEnabled) {
      for (const picture of await reader.locator('article img').all()) assert.ok((await widthOf(picture)) > 1000);
    }
    await lookAt(reader, 'document-texte-lu');
    await link(reader, 'Revenir au document').first().click();
    assert.equal(await h1(reader), name);
  });

  test(`a PDF is found by a word inside it, with its page (script: ${javaScriptEnabled})`, async () => {
    const page = await as(member);
    await page.goto(HERE);
    const [name, word] = javaScriptEnabled ? ['Herbier', 'aub\xe9pine'] : ['Verger', 'cognassier'];
    const pages = [...Array(11).fill('Une page sans rapport.'), `Sous l'${word}, un banc de pierre.`];
    await page.getByLabel('Fichiers à déposer').setInputFiles(file(`${name}.pdf`, pdf(...pages)));
    await button(page, 'Déposer des fichiers').click();
    await link(page, name).click();
    await said(page, 'Lire le texte');
    const reader = await as(member, { javaScriptEnabled });
    const results = javaScriptEnabled ? reader.locator('leptos-island ul.rows > li') : reader.locator('#resultats li');
    const result = results.filter({ has: reader.locator('mark', { hasText: word }) });
    const until = Date.now() + 60_000;
    do {
      assert.ok(Date.now() < until, `${word} is not found`);
      await reader.goto(`/recherche${javaScriptEnabled ? '' : `?q=${encodeURIComponent(`${word}s`)}`}`);
      if (javaScriptEnabled) {
        await reader.getByRole('searchbox', { name: 'Rechercher' }).pressSequentially(`${word}s`, { delay: 20 });
      }
      await reader.waitForTimeout(700);
    } while (!(await result.count()));
    assert.match(await result.innerText(), new RegExp(`${name}.+page 12.+banc de pierre`, 's'));
    if (!javaScriptEnabled) await lookAt(reader, 'recherche-page-de-document');
    await result.getByRole('link', { name: /^page 12/ }).click();
    await reader.waitForURL(/\/texte\?feuille=12#page-12$/);
    assert.equal(await reader.locator('#page-12').innerText(), 'Page 12');
    assert.match(await reader.locator('article').innerText(), /banc de pierre/);
  });
}

test('what no browser shows is read without downloading', async () => {
  const page = await as(member);
  await page.goto(HERE);
  await link(page, 'Covoiturage').click();
  await link(page, 'Convention type entre employeurs').click();
  await said(page, 'Lire sans télécharger');
  await lookAt(page, 'document-bureautique');
  await link(page, 'Lire sans télécharger').click();
  assert.match(await page.locator('article h2').first().innerText(), /^Convention type/);
  await lookAt(page, 'document-bureautique-texte');
  await page.goto('/bibliotheque');
  await link(page, 'Formations').click();
  await link(page, 'Mener une enquête auprès des habitants').click();
  await said(page, 'Lire sans télécharger');
  await link(page, 'Lire sans télécharger').click();
  assert.deepEqual((await page.locator('article h2').allInnerTexts()).slice(0, 2), ['Diapositive 1', 'Diapositive 2']);
  await lookAt(page, 'document-diapositives-texte');
  await page.goto(HERE);
  await link(page, 'Covoiturage').click();
  await link(page, 'Parkings de covoiturage, comptage').click();
  await said(page, 'Lire sans télécharger');
  await link(page, 'Lire sans télécharger').click();
  assert.ok(await page.getByRole('region', { name: 'Tableau 1' }).isVisible());
  await lookAt(page, 'document-feuille-texte');
});

test('the library of the demonstration is found by what its files say, page by page', async () => {
  const page = await as(member);
  const until = Date.now() + 60_000;
  const found = () => page.locator('#resultats ul.rows > li').filter({ hasText: 'Guide du nouveau membre' });
  do {
    assert.ok(Date.now() < until, 'the guide is not found');
    await page.waitForTimeout(500);
    await page.goto('/recherche?q=médiatrice');
  } while (!(await found().count()));
  assert.match(await found().innerText(), /page [23]/);
});

test('a scanned document says so, and two versions are compared word by word', async () => {
  const page = await as(member);
  await page.goto(HERE);
  const first = file('Avis de janvier.pdf', pdf('La for\xeat est communale.'));
  await page.getByLabel('Fichiers à déposer').setInputFiles([file('Scan.pdf', pdf('')), first]);
  await button(page, 'Déposer des fichiers').click();
  await link(page, 'Scan').click();
  await said(page, /Sans texte.:.document numérisé/);
  await lookAt(page, 'document-numerise');
  await page.goto(HERE);
  await link(page, 'Avis de janvier').click();
  await said(page, 'Lire le texte');
  await link(page, 'Déposer une nouvelle version').click();
  const second = file('Avis de janvier.pdf', pdf('La for\xeat est domaniale.'));
  await page.getByLabel('Fichier', { exact: true }).setInputFiles(second);
  await button(page, 'Déposer la version').click();
  await said(page, 'Lire le texte');
  await link(page, 'Comparer avec la version 1').click();
  assert.match(await page.locator('del').innerText(), /communale$/);
  assert.match(await page.locator('ins').innerText(), /domaniale$/);
  await lookAt(page, 'document-versions-comparees');
});
