// The ways in which people sign in: codes besides the password, recovery codes, links by mail, passkeys.

import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';

import { demonstration, lookHere as look } from '../fixtures/demonstration.mjs';
import { printed } from '../fixtures/browser.mjs';
import { mailedLink } from '../fixtures/mails.mjs';
import { PASSWORD, administrator, chair, facilitator, member, signIn, someoneElse } from '../fixtures/people.mjs';

// A passkey wants a name, and a machine may call itself so without https.
const site = demonstration({}, 'localhost');

const notice = (page) => page.getByRole('status').innerText();
const button = (page, name) => page.getByRole('button', { name, exact: true });

/** What an application shows for a secret in base 32, so many steps of thirty seconds from now. */
const codeOf = (secret, later = 0) => {
  const bits = [...secret].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'));
  const key = Buffer.from(bits.join('').match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + later));
  const hash = createHmac('sha1', key).update(step).digest();
  const number = hash.readUInt32BE(hash[19] & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
};

/** Gives the password, where a code is then asked. */
const givePassword = async (page, email) => {
  await page.goto('/connexion?vers=%2Fgroupes');
  await page.getByLabel('Adresse électronique').fill(email);
  await page.getByLabel('Mot de passe', { exact: true }).fill(PASSWORD);
  await button(page, 'Se connecter').click();
};

let secret;
let recovery;

test('codes are put in place', async () => {
  const page = await site.as(member, { javaScriptEnabled: true });
  await page.goto('/mon-compte');
  await page.getByRole('link', { name: 'Régler la sécurité de la connexion' }).click();
  await look(page, 'security');
  await button(page, 'Mettre en place la vérification').click();
  await look(page, 'security-codes');
  assert.equal(await page.getByRole('img', { name: 'Image à viser' }).count(), 1);
  secret = (await page.locator('.passphrase').innerText()).replaceAll(' ', '');
  const address = await page.getByRole('link', { name: 'Ouvrir l’application' }).getAttribute('href');
  assert.ok(address.startsWith('otpauth://totp/') && address.includes(`secret=${secret}&`), address);

  await page.getByLabel('Code affiché par l’application').fill('00 00');
  await button(page, 'Vérifier et terminer').click();
  assert.match(await page.getByRole('alert').innerText(), /Code affiché par l’application/);
  assert.equal((await page.locator('.passphrase').innerText()).replaceAll(' ', ''), secret);
  await page.getByLabel('Code affiché par l’application').fill(codeOf(secret, -1));
  await button(page, 'Vérifier et terminer').click();
  await page.getByRole('heading', { name: 'Vos codes de secours' }).waitFor();
  recovery = await page.locator('.recovery li').allInnerTexts();
  assert.equal(recovery.length, 10);
  await look(page, 'recovery-codes');
  if (process.env.PREAU_PICTURES) await printed(page, 'recovery-codes');
  await page.reload();
  assert.equal(new URL(page.url()).pathname, '/mon-compte/securite', 'shown once');
  await page.getByText('Il vous reste 10 codes de secours.').waitFor();
  await look(page, 'security-on');
});

test('after the password, the code of the application is asked', async () => {
  const page = await site.browser.page();
  await givePassword(page, member);
  await page.getByRole('heading', { name: 'Votre code' }).waitFor();
  await look(page, 'second-step');
  await page.goto('/mon-compte');
  assert.equal(new URL(page.url()).pathname, '/connexion', 'the password opened nothing');
  await givePassword(page, member);
  await page.getByLabel('Code de vérification').fill('000000');
  await button(page, 'Continuer').click();
  await page.getByRole('alert').waitFor();
  await look(page, 'second-step-refused');
  await page.getByLabel('Code de vérification').fill(codeOf(secret));
  await button(page, 'Continuer').click();
  await page.waitForURL('**/groupes');
});

test('a recovery code replaces it, once, by keyboard and without a script', async () => {
  for (const [wanted, code] of [['/groupes', recovery[0].toLowerCase()], ['/connexion/code', recovery[0]]]) {
    const page = await site.browser.page({ javaScriptEnabled: false });
    await givePassword(page, member);
    await page.getByLabel('Code de vérification').focus();
    await page.keyboard.type(code);
    await page.keyboard.press('Enter');
    if (wanted === '/groupes') await page.waitForURL('**/groupes');
    else await page.getByRole('alert').filter({ hasText: 'ou il a déjà servi' }).waitFor();
  }
});

test('somebody who lost everything asks whoever administers the site', async () => {
  const page = await site.as(administrator, { javaScriptEnabled: true });
  await page.goto('/administration/membres?q=' + encodeURIComponent(member));
  await page.locator('ul.rows, table').getByRole('link').first().click();
  await look(page, 'administration-codes');
  await page.getByRole('button', { name: 'Retirer la vérification' }).click();
  assert.match(await notice(page), /la personne en est prévenue/);
  await page.goto('/administration/journal');
  await page.getByText('a retiré la vérification en deux étapes d’un compte').first().waitFor();
  await signIn(await site.browser.page(), member);
  await page.goto('/administration/messages');
  await page.getByRole('listitem').filter({ hasText: member }).filter({ hasText: 'La sécurité de votre connexion' }).first().waitFor();
});

test('a link received by mail signs in, by its button', async () => {
  const page = await site.browser.page();
  await page.goto('/connexion');
  await page.getByRole('link', { name: 'Recevoir un lien par courriel' }).click();
  await look(page, 'link-asked');
  await page.getByLabel('Adresse électronique').fill(someoneElse);
  await button(page, 'Recevoir un lien par courriel').click();
  assert.match(await notice(page), /Si un compte existe à cette adresse/);
  const reader = await site.as(administrator);
  const path = await mailedLink(reader, someoneElse, 'Votre lien pour vous connecter');
  await page.goto(path);
  await look(page, 'link');
  await button(page, 'Se connecter').click();
  await page.waitForURL((url) => url.pathname === '/');
  await page.goto('/mon-compte');
  await page.getByRole('heading', { name: 'Mon compte' }).waitFor();
  assert.equal((await page.goto(path)).status(), 404);
});

test('a browser never seen is told of by mail', async () => {
  const reader = await site.as(administrator);
  const messages = () => reader.getByRole('listitem').filter({ hasText: facilitator }).filter({ hasText: 'nouvel appareil' });
  const first = await site.browser.page();
  await signIn(first, facilitator);
  await first.context().clearCookies({ name: 'preau' });
  await signIn(first, facilitator);
  await reader.goto('/administration/messages');
  assert.equal(await messages().count(), 0, 'neither the first browser nor a known one');
  await signIn(await site.browser.page(), facilitator);
  for (let tries = 0; tries < 50 && (await messages().count()) === 0; tries += 1) {
    await reader.waitForTimeout(100);
    await reader.goto('/administration/messages');
  }
  await messages().first().getByRole('link').click();
  assert.match(await reader.getByRole('article').innerText(), /appareil jamais vu ici\s: Chrome, ordinateur Linux/);
});

test('a passkey is added, signs in, is named again and removed', async () => {
  const page = await site.browser.page();
  const devices = await page.context().newCDPSession(page);
  await devices.send('WebAuthn.enable');
  const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true };
  await devices.send('WebAuthn.addVirtualAuthenticator', { options });
  await signIn(page, chair);
  await page.goto('/mon-compte/securite');
  await page.getByRole('link', { name: 'Ajouter une clé d’accès' }).click();
  await page.getByLabel('Nom de la clé').waitFor();
  await look(page, 'passkey-new');
  await page.getByLabel('Nom de la clé').fill('Téléphone');
  await button(page, 'Créer la clé').click();
  await page.waitForURL('**/mon-compte/securite?fait=cle');
  assert.match(await notice(page), /peut remplacer votre mot de passe/);
  await look(page, 'security-passkey');

  const enter = async () => {
    await page.context().clearCookies({ name: 'preau' });
    await page.goto('/connexion?vers=%2Fgroupes');
    await page.getByRole('link', { name: 'Utiliser une clé d’accès' }).click();
    await button(page, 'Se connecter avec une clé d’accès').click();
  };
  await enter();
  await page.waitForURL('**/groupes');
  await page.goto('/mon-compte/confirmer?vers=%2Fmon-compte%2Fsecurite');
  await look(page, 'prove');
  await button(page, 'Confirmer avec une clé d’accès').click();
  await page.waitForURL('**/mon-compte/securite');
  await page.getByRole('link', { name: 'Téléphone' }).click();
  await look(page, 'passkey');
  await page.getByLabel('Nom de la clé').fill('');
  await button(page, 'Renommer la clé').click();
  await page.getByRole('alert').waitFor();
  await page.getByLabel('Nom de la clé').fill('Téléphone du conseil');
  await button(page, 'Renommer la clé').click();
  await page.getByRole('link', { name: 'Téléphone du conseil' }).click();
  await button(page, 'Retirer la clé d’accès').click();
  assert.match(await notice(page), /La clé d’accès est retirée/);

  await enter();
  await page.getByRole('alert').filter({ hasText: 'n’a pas été reconnue' }).waitFor();
  await look(page, 'passkey-refused');
});

test('without a device that answers, or without a script, one is told what to do', async () => {
  const page = await site.browser.page();
  const devices = await page.context().newCDPSession(page);
  await devices.send('WebAuthn.enable');
  const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: false, automaticPresenceSimulation: true };
  await devices.send('WebAuthn.addVirtualAuthenticator', { options });
  await page.goto('/connexion/cle');
  await button(page, 'Se connecter avec une clé d’accès').click();
  await page.getByRole('alert').filter({ hasText: 'n’a pas été donnée' }).waitFor();
  const plain = await site.browser.page({ javaScriptEnabled: false });
  await plain.goto('/connexion/cle');
  await plain.getByText('ont besoin de JavaScript').waitFor();
});

test('the site says it in English too', async () => {
  const page = await site.browser.page({ locale: 'en-GB' });
  await page.goto('/connexion/lien');
  await page.getByRole('heading', { name: 'Signing in without a password' }).waitFor();
  await look(page, 'link-english');
});
