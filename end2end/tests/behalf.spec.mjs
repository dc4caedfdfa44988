// Somebody takes part on paper: noted, acted for, told, ended; with a script and without one, since pages have none then.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { demonstration, look, lookHere } from '../fixtures/demonstration.mjs';
import { administrator, chair, member } from '../fixtures/people.mjs';

const site = demonstration();

const button = (page, name) => page.getByRole('button', { name, exact: true });
const banner = (page) => page.getByRole('complementary', { name: 'Vous agissez au nom de quelqu’un' });

/** The page of somebody among those who take part on paper. */
const sheet = async (page, name) => {
  await page.goto('/sur-papier');
  await page.getByRole('link', { name, exact: true }).first().click();
};

test('who takes part on paper is seen by those who preside, with what was done', async () => {
  const page = await site.as(chair, { javaScriptEnabled: true });
  await look(page, '/sur-papier', 'on-paper');
  await sheet(page, 'Bernard Clavigny');
  const said = await page.locator('main').innerText();
  assert.match(said, /Participe sur papier/);
  assert.match(said, /Bernard Clavigny a ouvert une discussion|ouvert/);
  assert.match(said, /saisi par Nadège Corlin, en son nom/);
  assert.equal(await page.getByRole('button', { name: /^Agir au nom/ }).count(), 0);
  await lookHere(page, 'on-paper-person-read');
  await page.goto('/groupes/habitat/discussions');
  await page.getByRole('link', { name: 'Les volets fermés de la rue Haute' }).first().click();
  assert.match(await page.locator('article').first().innerText(), /en son nom, saisi par Nadège Corlin/);
});

for (const javaScriptEnabled of [false, true]) {
  const seen = (page, name) => (javaScriptEnabled ? lookHere(page, name) : undefined);

  test(`the staff act for a member, who sees it and ends it, ${javaScriptEnabled ? 'with' : 'without'} a script`, async () => {
    const page = await site.as(administrator, { javaScriptEnabled });
    await page.goto('/sur-papier');
    await button(page, 'Noter la participation sur papier').click();
    assert.match(await page.getByRole('alert').innerText(), /Personne/);
    await seen(page, 'on-paper-refused');
    const labels = await page.getByLabel('Personne', { exact: true }).locator('option').allInnerTexts();
    const label = labels.find((one) => one.includes('Lestampe'));
    await page.getByLabel('Personne', { exact: true }).selectOption({ label });
    await page.getByLabel('par téléphone').check();
    await button(page, 'Noter la participation sur papier').click();
    assert.match(await page.getByRole('status').innerText(), /est notée/);
    await seen(page, 'on-paper-person');

    // A page of one's own, opened before.
    const before = await page.context().newPage();
    await before.goto(`${site.server.url}/groupes/habitat`);

    await page.getByRole('button', { name: 'Agir au nom de Gérard Lestampe' }).click();
    await page.waitForURL((url) => url.pathname === '/');
    assert.match(await banner(page).innerText(), /au nom de Gérard Lestampe[^]*saisi par Nadège Corlin/);
    assert.equal(await page.locator('script').count(), 0, 'no script makes a change meanwhile');
    await seen(page, 'acting-home');
    assert.equal((await page.goto('/administration')).status(), 403);
    assert.match(await page.locator('main').innerText(), /ne se fait pas au nom de quelqu’un/);
    assert.equal((await page.goto('/mon-compte')).status(), 403);
    await seen(page, 'acting-refused');

    await page.goto('/groupes/mobilites/discussions/nouvelle');
    await page.getByLabel('Sujet').fill('Un banc à l’arrêt du pont');
    await page.getByRole('textbox', { name: 'Premier message' }).fill('On attend debout, et le soleil tape.');
    await button(page, 'Ouvrir la discussion').click();
    assert.match(await page.locator('article').first().innerText(), /en son nom, saisi par Nadège Corlin/);
    await seen(page, 'acting-message');

    // By keyboard: the banner comes first in the page.
    await button(page, 'Terminer').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/sur-papier/);
    assert.equal(await banner(page).count(), 0);
    assert.match(await page.getByRole('status').innerText(), /votre propre nom/);
    assert.match(await page.locator('main').innerText(), /1\s+chose faite/);

    const theirs = await site.as(member, { javaScriptEnabled });
    await theirs.goto('/mon-compte');
    await theirs.getByRole('link', { name: 'Voir ce qui a été fait en mon nom' }).click();
    assert.match(await theirs.locator('main').innerText(), /saisi par Nadège Corlin, en son nom/);
    await seen(theirs, 'on-my-behalf');
    await theirs.emulateMedia({ media: 'print' });
    assert.equal(await button(theirs, 'Mettre fin à ma participation sur papier').isVisible(), false);
    assert.match(await theirs.locator('main').innerText(), /saisi par Nadège Corlin/);
    await theirs.emulateMedia({ media: null });
    await button(theirs, 'Mettre fin à ma participation sur papier').click();
    assert.match(await theirs.getByRole('status').innerText(), /a pris fin/);
    await sheet(page, 'Bernard Clavigny');
    await page.goto('/administration/journal?au-nom=oui');
    assert.match(await page.locator('main').innerText(), /a commencé à agir au nom de Gérard Lestampe/);
    await seen(page, 'journal-on-behalf');
    await before.close();
  });
}
