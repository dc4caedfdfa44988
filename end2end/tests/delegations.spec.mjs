// A role lent for an absence: proposed, accepted, seen, used, and ended.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { demonstration, lookHere as look } from '../fixtures/demonstration.mjs';
import { chair, member } from '../fixtures/people.mjs';

const site = demonstration();

const button = (page, name) => page.getByRole('button', { name, exact: true });
const day = (later) => {
  const date = new Date(Date.now() + later * 86_400_000);
  return date.toLocaleDateString('fr-FR', { timeZone: 'Europe/Paris' });
};

test('the chair lends presiding, a member accepts, uses it and gives it up', async () => {
  const page = await site.as(chair, { javaScriptEnabled: true });
  await page.goto('/mon-compte');
  await page.getByRole('link', { name: 'Voir mes délégations' }).click();
  await look(page, 'delegations');
  await page.locator('a[href="/mon-compte/delegations/chair"]').click();
  await look(page, 'delegation-new');
  await button(page, 'Proposer cette délégation').click();
  assert.match(await page.getByRole('alert').innerText(), /À qui/);
  await page.getByLabel('À qui').selectOption({ label: await option(page, 'Lestampe') });
  await page.getByLabel('Du', { exact: true }).fill(day(0));
  await page.getByLabel('Au', { exact: true }).fill(day(13));
  await page.getByLabel('Pour quelle raison').fill('En voyage');
  await button(page, 'Proposer cette délégation').click();
  assert.match(await page.getByRole('status').innerText(), /La demande est envoyée/);

  const other = await site.as(member, { javaScriptEnabled: true });
  await other.goto('/');
  await other.getByRole('link', { name: 'Voir la demande' }).click();
  await look(other, 'delegation-asked');
  await button(other, 'Accepter').click();
  assert.match(await other.getByRole('status').innerText(), /Vous avez accepté/);
  await look(other, 'delegation-running');
  // They preside: a group may be created.
  await other.goto('/groupes/nouveau');
  assert.equal(await button(other, 'Créer le groupe').count(), 1);
  await other.goto('/membres');
  assert.match(await other.locator('main').innerText(), /par délégation/);
  await look(other, 'members-with-a-delegation');

  await other.goto('/mon-compte/delegations');
  await other.getByRole('button', { name: /Y mettre fin/ }).click();
  assert.match(await other.getByRole('status').innerText(), /C’est terminé/);
  const refused = await other.goto('/groupes/nouveau');
  assert.equal(refused.status(), 403);
});

/** The whole label of the option that names somebody. */
const option = async (page, name) => {
  const labels = await page.getByLabel('À qui').locator('option').allInnerTexts();
  return labels.find((label) => label.includes(name));
};
