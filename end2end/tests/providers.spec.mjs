// Signing in by a sign-in service: there and back in a browser, without script, and joining an account to one's own.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';

import { demonstration, lookHere as look } from '../fixtures/demonstration.mjs';
import { PASSWORD, member, someoneElse } from '../fixtures/people.mjs';
import { CLIENT, SECRET, startProvider } from '../fixtures/provider.mjs';

const provider = await startProvider();
after(() => provider.stop());

const settings = {
  PREAU_OIDC_AGGLO_ISSUER: provider.issuer,
  PREAU_OIDC_AGGLO_CLIENT_ID: CLIENT,
  PREAU_OIDC_AGGLO_CLIENT_SECRET: SECRET,
  PREAU_OIDC_AGGLO_LABEL: 'Compte de l’agglomération',
  PREAU_OIDC_AGGLO_SIGNED_USERINFO: 'yes',
};
const site = demonstration(settings);

const button = (page, name) => page.getByRole('button', { name, exact: true });
const visitor = (javaScriptEnabled = false) => site.browser.page({ javaScriptEnabled });

/** Goes there and comes back. */
const goThrough = async (page, answer = 'Je suis d’accord') => {
  await button(page, answer).click();
  await page.waitForURL((url) => url.href.startsWith(site.server.url));
};

test('somebody whose address the service vouches for comes in, without script', async () => {
  Object.assign(provider.says, { sub: 'membre', email: member.toUpperCase(), email_verified: true });
  const looked = await visitor(true);
  await looked.goto('/connexion');
  await look(looked, 'sign-in-with-a-service');
  const page = await visitor();
  await page.goto('/connexion?vers=%2Fgroupes');
  await button(page, 'Se connecter avec Compte de l’agglomération').click();
  await goThrough(page);
  assert.equal(new URL(page.url()).pathname, '/groupes');
  // Signing out is on every page.
  await button(page, 'Se déconnecter').click();
  await page.waitForURL((url) => url.pathname === '/');
  assert.equal(await page.getByRole('link', { name: 'Se connecter' }).count() > 0, true);
});

test('who gives up, and who is nobody here, read why and have other ways', async () => {
  const page = await visitor(true);
  await page.goto('/connexion');
  await button(page, 'Se connecter avec Compte de l’agglomération').click();
  await goThrough(page, 'Je refuse');
  assert.match(await page.locator('main').innerText(), /Vous avez renoncé/);
  await look(page, 'sign-in-in-vain');
  Object.assign(provider.says, { sub: 'inconnue', email: 'inconnue@exemple.fr' });
  await button(page, 'Recommencer').click();
  await goThrough(page);
  assert.match(await page.locator('main').innerText(), /Aucun compte d’ici/);
  await page.getByRole('link', { name: 'Me connecter avec mon mot de passe' }).click();
  assert.equal(new URL(page.url()).pathname, '/connexion');
});

test('one joins an account to one’s own, signs in by it, and parts them', async () => {
  Object.assign(provider.says, { sub: 'autre', email: 'ailleurs@exemple.fr', email_verified: false });
  const page = await visitor(true);
  await page.goto('/connexion?vers=%2Fmon-compte%2Fsecurite');
  await page.getByRole('textbox', { name: 'Adresse électronique' }).fill(someoneElse);
  await page.getByLabel('Mot de passe', { exact: true }).fill(PASSWORD);
  await button(page, 'Se connecter').click();
  await page.getByRole('heading', { name: 'Services de connexion' }).waitFor();
  await button(page, 'Associer mon compte Compte de l’agglomération').click();
  await goThrough(page);
  assert.match(await page.getByRole('status').innerText(), /Ce compte est associé/);
  await look(page, 'security-with-a-service');

  const other = await visitor();
  await other.goto('/connexion');
  await button(other, 'Se connecter avec Compte de l’agglomération').click();
  await goThrough(other);
  await other.goto('/mon-compte');
  assert.match(await other.locator('main').innerText(), new RegExp(someoneElse.replace('.', '\\.')));

  await page.getByRole('button', { name: /Ne plus associer/ }).click();
  assert.match(await page.getByRole('status').innerText(), /n’est plus associé/);
});

test('the way there is a page with a link, for a browser that does not go on by itself', async () => {
  const page = await visitor();
  // The service is kept from answering, so that the page stays.
  await page.route(`${provider.issuer}/**`, (route) => route.abort());
  await page.goto('/connexion');
  await button(page, 'Se connecter avec Compte de l’agglomération').click();
  await page.goto('/connexion/agglo/aller').catch(() => {});
  const answer = await page.request.get('/connexion/agglo/aller');
  assert.match(answer.headers().refresh, /^0; url=http:\/\/127\.0\.0\.1:\d+\/authorize\?/);
  assert.match(await answer.text(), /Continuer vers Compte de l’agglomération/);
});

test('preau check says whether the service answers', async () => {
  const checked = await site.server.run(['check']).catch((error) => error);
  assert.match(String(checked.stdout ?? checked), /sign-in by Compte de l’agglomération: .* answers, with 1 keys/);
});
