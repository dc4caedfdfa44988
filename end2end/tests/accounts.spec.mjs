// From an empty installation to people who come, go, and change their minds.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { installation, lookHere as look } from '../fixtures/demonstration.mjs';
import { mailedLink } from '../fixtures/mails.mjs';
import { PASSWORD, signIn, signOut } from '../fixtures/people.mjs';

const ADMINISTRATOR = 'nadege@conseil.example';
const MEMBER = 'odile@exemple.fr';
const ANOTHER = 'chapeau de paille en avril';

const site = installation();
let administrator;

const notice = (page) => page.getByRole('status').innerText();

test('the first page makes the council and signs its administrator in', async () => {
  administrator = await site.browser.page();
  await administrator.goto('/');
  assert.equal(new URL(administrator.url()).pathname, '/installation');
  await look(administrator, 'installation');
  await administrator.getByLabel('Nom du conseil').fill('Conseil de développement du Pays des Trois Rivières');
  await administrator.getByLabel('Territoire').fill('Pays des Trois Rivières');
  await administrator.getByLabel('Vos prénom et nom').fill('Nadège Corlin');
  await administrator.getByLabel('Adresse électronique').fill(ADMINISTRATOR);
  await administrator.getByLabel('Mot de passe', { exact: true }).fill('court');
  await administrator.getByRole('button', { name: 'Installer le site' }).click();
  const summary = administrator.getByRole('alert');
  assert.match(await summary.innerText(), /Mot de passe\s: au moins 12 caractères/);
  assert.equal(await administrator.getByLabel('Territoire').inputValue(), 'Pays des Trois Rivières');
  assert.equal(await administrator.getByLabel('Mot de passe', { exact: true }).inputValue(), '');
  await look(administrator, 'installation-refused');

  await administrator.getByLabel('Mot de passe', { exact: true }).fill(PASSWORD);
  await administrator.getByLabel('Encore une fois').fill(PASSWORD);
  await administrator.getByRole('button', { name: 'Installer le site' }).click();
  await administrator.waitForURL('**/administration**');
  assert.match(await notice(administrator), /Le site est installé/);
  await look(administrator, 'administration');
});

test('people are invited one by one and by list', async () => {
  await administrator.goto('/administration/membres/inviter');
  await look(administrator, 'invite');
  await administrator.getByLabel('Adresse électronique').fill(MEMBER);
  await administrator.getByLabel('Prénom et nom').fill('Odile Rambert');
  await administrator.getByRole('button', { name: 'Inviter cette personne' }).click();
  await administrator.getByText('La personne est invitée').waitFor();

  await administrator.getByLabel('Une personne par ligne').fill(`bruno@exemple.fr; Bruno Salaün\nsans adresse\n${MEMBER}; Odile`);
  await administrator.getByRole('button', { name: 'Inviter la liste' }).click();
  await administrator.getByText('Une personne est invitée.').waitFor();
  await administrator.getByText('Ligne 2').waitFor();
  assert.equal(await administrator.getByLabel('Une personne par ligne').inputValue(), `sans adresse\n${MEMBER}; Odile`);
  await look(administrator, 'invite-report');

  await administrator.goto('/administration/membres');
  await administrator.getByRole('link', { name: 'Bruno Salaün' }).waitFor();
  await look(administrator, 'administration-members');
});

test('an invitation opens an account, once, also without script', async () => {
  const path = await mailedLink(administrator, MEMBER, 'Votre invitation');
  await look(administrator, 'mail');
  await administrator.goto('/administration/messages');
  await look(administrator, 'mails');
  const page = await site.browser.page();
  await page.goto(path);
  await look(page, 'invitation');

  const plain = await site.browser.page({ javaScriptEnabled: false });
  await plain.goto(path);
  assert.equal(await plain.getByRole('button', { name: 'Afficher' }).count(), 0);
  await plain.getByLabel('Mot de passe', { exact: true }).fill(PASSWORD);
  await plain.getByLabel('Encore une fois').fill(PASSWORD);
  await plain.getByRole('button', { name: 'Ouvrir mon compte' }).click();
  await plain.waitForURL((url) => url.pathname === '/bienvenue');
  await plain.goto('/mon-compte');
  await plain.getByRole('heading', { name: 'Mon compte' }).waitFor();

  assert.equal((await page.goto(path)).status(), 404);
  await look(page, 'link-expired');
});

test('a wrong password is told beside its field, and a right one leads on', async () => {
  const page = await site.browser.page();
  await page.goto('/mon-compte');
  assert.equal(new URL(page.url()).pathname, '/connexion');
  await look(page, 'sign-in');
  await page.getByLabel('Adresse électronique').fill(MEMBER);
  await page.getByLabel('Mot de passe', { exact: true }).fill('un autre secret');
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.getByRole('alert').getByRole('link').click();
  assert.equal(await page.locator(':focus').getAttribute('name'), 'password');
  assert.equal(await page.getByLabel('Adresse électronique').inputValue(), MEMBER);
  await look(page, 'sign-in-refused');
  await page.getByLabel('Mot de passe', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.waitForURL('**/mon-compte');
  await look(page, 'account');
  await signOut(page);
  await page.goto('/mon-compte');
  assert.equal(new URL(page.url()).pathname, '/connexion');
});

test('a password can be seen while it is typed', async () => {
  const page = await site.browser.page();
  await page.goto('/connexion');
  const field = page.getByLabel('Mot de passe', { exact: true });
  await field.fill('secret');
  await page.getByRole('button', { name: 'Afficher' }).click();
  assert.equal(await field.getAttribute('type'), 'text');
  await page.getByRole('button', { name: 'Afficher' }).click();
  assert.equal(await field.getAttribute('type'), 'password');
});

test('after too many tries one is told how long to wait', async () => {
  const page = await site.browser.page({ javaScriptEnabled: false });
  await page.goto('/connexion');
  for (let tries = 0; tries < 9; tries += 1) {
    await page.getByLabel('Adresse électronique').fill('inconnue@exemple.fr');
    await page.getByLabel('Mot de passe', { exact: true }).fill(`essai ${tries}`);
    await page.getByRole('button', { name: 'Se connecter' }).click();
  }
  assert.match(await page.getByRole('alert').innerText(), /Trop d’essais[\s\S]*Attendez 15 minutes/);
});

test('a forgotten password is chosen again by mail', async () => {
  const page = await site.browser.page({ javaScriptEnabled: false });
  await page.goto('/mot-de-passe');
  await page.getByLabel('Adresse électronique').fill(MEMBER);
  await page.getByRole('button', { name: 'Recevoir un lien' }).click();
  assert.match(await notice(page), /Si un compte existe à cette adresse/);
  await page.goto(await mailedLink(administrator, MEMBER, 'nouveau mot de passe'));
  await page.getByLabel('Mot de passe', { exact: true }).fill(PASSWORD + ' encore');
  await page.getByLabel('Encore une fois').fill(PASSWORD + ' encore');
  await page.getByRole('button', { name: 'Enregistrer et se connecter' }).click();
  await page.waitForURL('**/mon-compte**');
});

test('one changes password, and the other devices are signed out', async () => {
  const [here, elsewhere] = [await site.browser.page(), await site.browser.page()];
  for (const page of [here, elsewhere]) await signIn(page, MEMBER, PASSWORD + ' encore');
  await here.goto('/mon-compte');
  await here.getByLabel('Mot de passe actuel').fill(PASSWORD + ' encore');
  await here.getByLabel('Nouveau mot de passe').fill(ANOTHER);
  await here.getByLabel('Encore une fois').fill(ANOTHER);
  await here.getByRole('button', { name: 'Changer de mot de passe' }).click();
  assert.match(await notice(here), /Votre nouveau mot de passe est enregistré/);
  await elsewhere.goto('/mon-compte');
  assert.equal(new URL(elsewhere.url()).pathname, '/connexion');
});

test('one closes a session left open on another device', async () => {
  const [here, elsewhere] = [await site.browser.page(), await site.browser.page()];
  for (const page of [here, elsewhere]) await signIn(page, MEMBER, ANOTHER);
  await here.goto('/mon-compte');
  const devices = here.getByRole('region', { name: 'Vos appareils connectés' });
  await devices.getByText('Cet appareil').waitFor();
  await devices.getByRole('button', { name: 'Déconnecter Chrome', exact: false }).first().click();
  assert.match(await notice(here), /est déconnecté/);
  await elsewhere.goto('/mon-compte');
  await here.goto('/mon-compte');
  const where = [here, elsewhere].map((page) => new URL(page.url()).pathname);
  assert.ok(where.includes('/mon-compte'), 'the present one stays');
});

test('an address changes once both addresses have confirmed', async () => {
  const page = await site.browser.page();
  await signIn(page, MEMBER, ANOTHER);
  await page.goto('/mon-compte');
  await page.getByLabel('Nouvelle adresse électronique').fill('odile.rambert@exemple.fr');
  await page.getByLabel('Votre mot de passe').fill(ANOTHER);
  await page.getByRole('button', { name: 'Changer d’adresse' }).click();
  assert.match(await notice(page), /Deux messages sont préparés/);
  await page.goto(await mailedLink(administrator, MEMBER, 'Confirmez votre changement'));
  await look(page, 'address');
  await page.getByRole('button', { name: 'Confirmer' }).click();
  await page.getByRole('heading', { name: 'Une adresse a confirmé' }).waitFor();
  await look(page, 'address-confirmed');
  await page.goto(await mailedLink(administrator, 'odile.rambert@exemple.fr', 'Confirmez votre nouvelle adresse'));
  await page.getByRole('button', { name: 'Confirmer' }).click();
  await page.getByRole('heading', { name: 'Votre adresse est changée' }).waitFor();
  await signIn(await site.browser.page(), 'odile.rambert@exemple.fr', ANOTHER);
});

test('somebody suspended is cut off at once', async () => {
  const page = await site.browser.page();
  await signIn(page, 'odile.rambert@exemple.fr', ANOTHER);
  await page.goto('/membres');
  await look(page, 'directory');
  await page.getByRole('link', { name: 'Bruno Salaün' }).click();
  await look(page, 'person');

  await administrator.goto('/administration/membres?q=rambert');
  await administrator.getByRole('link', { name: 'Odile Rambert' }).click();
  await look(administrator, 'administration-member');
  await administrator.getByRole('button', { name: 'Suspendre Odile' }).click();
  assert.match(await notice(administrator), /L’accès est suspendu/);
  await page.goto('/membres');
  assert.equal(new URL(page.url()).pathname, '/connexion');
  await page.getByLabel('Adresse électronique').fill('odile.rambert@exemple.fr');
  await page.getByLabel('Mot de passe', { exact: true }).fill(ANOTHER);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.getByRole('alert').waitFor();

  await administrator.goto('/administration/journal');
  await administrator.getByText('Nadège Corlin a suspendu Odile Rambert.').waitFor();
  await look(administrator, 'journal');
});

test('the council gives its own words, in both languages of the site', async () => {
  await administrator.goto('/administration/conseil');
  await look(administrator, 'settings');
  await administrator.getByLabel('Équipe du conseil').fill('Chargée de mission');
  await administrator.getByRole('button', { name: 'Enregistrer' }).click();
  assert.match(await notice(administrator), /Les réglages sont enregistrés/);
  await administrator.goto('/membres');
  await administrator.locator('ul.rows').getByText('Chargée de mission').first().waitFor();
  const english = await site.browser.page({ locale: 'en-GB' });
  await english.goto('/connexion');
  await english.getByRole('heading', { name: 'Sign in' }).waitFor();
  await look(english, 'sign-in-english');
});
