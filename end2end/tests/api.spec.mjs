// Programs: a token is made, asks in the name of its person and is revoked; another program is told.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { demonstration, look, lookHere } from '../fixtures/demonstration.mjs';
import { administrator, member } from '../fixtures/people.mjs';

const site = demonstration();
const scripted = { javaScriptEnabled: true };
const { as } = site;

const notice = (page) => page.getByRole('status').first().innerText();
const button = (page, name) => page.getByRole('button', { name, exact: true });
const ask = (path, token, more = {}) =>
  fetch(`${site.server.url}/api/v1${path}`, { ...more, headers: { authorization: `Bearer ${token}`, ...more.headers } });

/** Makes a token from its page, and gives it. */
const make = async (page, name, scopes) => {
  await page.goto('/mon-compte');
  await page.getByRole('main').getByRole('link', { name: 'Voir vos jetons' }).click();
  await page.getByLabel('Nom du jeton').fill(name);
  for (const scope of scopes) await page.getByRole('checkbox', { name: scope }).check();
  await button(page, 'Créer le jeton').click();
  return (await page.locator('#jeton').innerText()).trim();
};

for (const [how, options] of [['with script', scripted], ['without script', {}]]) {
  test(`a token is made, asks, and is revoked, ${how}`, async () => {
    const page = await as(member, options);
    await page.goto('/mon-compte/jetons');
    await button(page, 'Créer le jeton').click();
    assert.match(await page.getByRole('alert').innerText(), /Nom du jeton/);
    const name = `Site du pays, ${how}`;
    const token = await make(page, name, ['Lire les textes', 'Lire les groupes et leurs discussions']);
    assert.match(token, /^preau_\S{40,}$/);
    if (options.javaScriptEnabled) await lookHere(page, 'jeton-cree');
    await page.reload();
    assert.equal(await page.locator('#jeton').count(), 0, 'it is shown once');

    const me = await (await ask('/me', token)).json();
    assert.deepEqual(me.scopes, ['texts-read', 'groups-read']);
    const groups = await (await ask('/groups?mine=true', token)).json();
    assert.ok(groups.items.some((group) => group.slug === 'mobilites'), JSON.stringify(groups));
    const texts = await ask('/contributions', token);
    assert.equal(texts.status, 200);
    const again = await ask('/contributions', token, { headers: { 'if-none-match': texts.headers.get('etag') } });
    assert.equal(again.status, 304);
    assert.equal((await ask('/groups/bureau', token)).status, 404);
    const refused = await ask('/people', token);
    assert.equal(refused.status, 403);
    assert.match((await refused.json()).detail, /Lire l’annuaire/);

    await page.getByRole('listitem').filter({ hasText: name }).getByRole('button', { name: /^Révoquer/ }).click();
    assert.match(await notice(page), /n’ouvre plus rien/);
    assert.equal((await ask('/me', token)).status, 401);
    if (options.javaScriptEnabled) await lookHere(page, 'jetons');
  });
}

test('a program writes a text, which its group reads', async () => {
  const page = await as(member);
  const token = await make(page, 'Une veille', ['Lire les textes', 'Écrire des textes']);
  const made = await ask('/groups/mobilites/contributions', token, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': 'essai' },
    body: JSON.stringify({ title: 'Une note venue d’ailleurs', kind: 'note', body: 'Quatre trajets sur dix.' }),
  });
  assert.equal(made.status, 201);
  const { id } = await made.json();
  await page.goto(`/contributions/${id}`);
  assert.match(await page.getByRole('main').innerText(), /Quatre trajets sur dix/);
});

test('administrators see the tokens of all and revoke them', async () => {
  const token = await make(await as(member), 'Un oubli', ['Lire les textes']);
  const page = await as(administrator, scripted);
  await look(page, '/administration/jetons', 'jetons-de-tous');
  assert.ok(!(await page.content()).includes(token), 'never the token itself');
  await page.getByRole('listitem').filter({ hasText: 'Un oubli' }).getByRole('button', { name: /^Révoquer/ }).click();
  assert.equal((await ask('/me', token)).status, 401);
});

test('another program is told, tried, stopped and removed', async () => {
  const page = await as(administrator, scripted);
  await look(page, '/administration/webhooks', 'webhooks');
  await page.getByLabel(/^Nom du logiciel/).fill('Site du pays');
  await page.getByLabel(/^Adresse où/).fill('https://192.168.1.10/appels');
  await button(page, 'Ajouter ce logiciel').click();
  assert.match(await page.getByRole('alert').innerText(), /Adresse où envoyer/);
  assert.equal(await page.getByLabel(/^Nom du logiciel/).inputValue(), 'Site du pays');
  await page.getByLabel(/^Adresse où/).fill('https://pays.invalid/appels');
  await button(page, 'Ajouter ce logiciel').click();
  assert.match(await page.locator('#secret').innerText(), /^whsec_/);
  await lookHere(page, 'webhook-ajoute');
  await button(page, 'Envoyer un message d’essai').click();
  assert.match(await page.getByRole('main').innerText(), /cette adresse n’est pas connue/);
  assert.equal(await page.locator('#secret').count(), 0, 'it is shown once');
  await lookHere(page, 'webhook-essai');
  await button(page, 'Arrêter les messages').click();
  assert.match(await notice(page), /arrêtés/);
  await page.getByText('Retirer ce logiciel').click();
  await button(page, 'Retirer le logiciel').click();
  assert.match(await notice(page), /n’est plus averti/);
});

test('the guide is read by anybody, and lists what can be asked', async () => {
  const page = await site.browser.page(scripted);
  await look(page, '/aide/api', 'aide-api');
  const text = await page.getByRole('main').innerText();
  const described = await (await fetch(`${site.server.url}/api/v1/openapi.json`)).json();
  for (const path of Object.keys(described.paths)) assert.ok(text.includes(path), path);
});
