// Tutorials from the first step to the certificate, being stuck and being helped; the first steps of a new member.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { demonstration, look, lookHere } from '../fixtures/demonstration.mjs';
import { smallTargets } from '../fixtures/a11y.mjs';
import { mailedLink } from '../fixtures/mails.mjs';
import { administrator, chair, facilitator, member, PASSWORD, someoneElse } from '../fixtures/people.mjs';

const site = demonstration();
const { as } = site;

const PATH = '/parcours/vie-du-conseil';
const FIRST = '/tutoriels/venir-aux-reunions';

const h1 = (page) => page.getByRole('heading', { level: 1 }).innerText();
const notice = (page) => page.locator('.notice.success').innerText();
const button = (page, name) => page.getByRole('button', { name, exact: true });
const link = (page, name) => page.getByRole('link', { name, exact: true });
const field = (page, name) => page.getByRole('main').getByLabel(name).first();
const asScripted = async (email, path) => {
  const page = await as(email, { javaScriptEnabled: true });
  await page.goto(path);
  return page;
};

test('a sequence is followed step by step to its certificate, without script', async () => {
  const page = await as(chair);
  await page.goto('/tutoriels');
  assert.ok(await page.locator('.rows > li').count() >= 17, 'twelve come with the program, five are the council’s own');
  await link(page, 'La vie du conseil au pays').click();
  assert.equal((await page.goto(`${PATH}/attestation`)).status(), 404);
  await page.goto(PATH);
  await link(page, 'Commencer le parcours').click();
  assert.equal(new URL(page.url()).pathname, FIRST);
  await button(page, 'Je l’ai fait').first().click();
  assert.equal(new URL(page.url()).hash, '#etape-2', 'the next step');
  assert.match(await page.locator('.progress').innerText(), /Une étape faite sur 4/);
  await page.goto(FIRST);
  await link(page, 'Reprendre à l’étape 2').click();
  await button(page, 'Je ne l’ai pas encore fait').click();
  assert.match(await page.locator('.progress').innerText(), /Aucune étape faite sur 4/);
  for (;;) {
    const todo = button(page, 'Je l’ai fait');
    if (await todo.count()) await todo.first().click();
    else if (await page.getByRole('link', { name: /^Tutoriel suivant/ }).count()) {
      await page.getByRole('link', { name: /^Tutoriel suivant/ }).click();
    } else break;
  }
  assert.match(await page.locator('.panel').innerText(), /Vous avez terminé ce tutoriel/);
  await page.goto(PATH);
  assert.match(await page.locator('.panel').innerText(), /Vous avez terminé ce parcours/);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /Télécharger l’attestation/ }).click(),
  ]);
  assert.equal(file.suggestedFilename(), 'attestation-vie-du-conseil.pdf');
  await link(page, 'Voir et imprimer').click();
  assert.match(await page.locator('.certificate').innerText(), /suivi complet, par Armand Vaucelier, du parcours/);
  await lookHere(await asScripted(chair, `${PATH}/attestation`), 'attestation');
  await lookHere(await asScripted(chair, PATH), 'parcours-fini');
});

test('who is stuck says so once they agree, is helped, and takes it back', async () => {
  const page = await as(member);
  await page.goto('/tutoriels/tenir-le-compte-rendu');
  await page.getByText('Une étape me bloque', { exact: true }).click();
  await field(page, 'L’étape qui vous bloque').selectOption('2');
  await field(page, 'Ce qui vous arrête').fill('Je ne sais pas quoi garder.');
  await button(page, 'Demander de l’aide').click();
  assert.match(await page.getByRole('alert').innerText(), /Votre accord/);
  assert.equal(await field(page, 'Ce qui vous arrête').inputValue(), 'Je ne sais pas quoi garder.');
  await page.getByRole('checkbox', { name: /J’accepte/ }).check();
  await button(page, 'Demander de l’aide').click();
  assert.match(await notice(page), /vont vous aider/);
  const helper = await as(facilitator);
  await helper.goto('/');
  await helper.getByRole('link', { name: 'Voir qui attend' }).click();
  const row = helper.locator('.rows > li').filter({ hasText: 'Je ne sais pas quoi garder.' });
  assert.match(await row.innerText(), /Étape 2/);
  await page.goto('/tutoriels');
  assert.equal(await link(page, 'Aide et avis').count(), 0);
  assert.equal((await page.goto('/tutoriels/suivi')).status(), 403);
  await row.getByRole('button', { name: /C’est réglé pour/ }).click();
  assert.match(await notice(helper), /C’est noté/);
  await page.goto('/tutoriels/tenir-le-compte-rendu');
  assert.match(await page.locator('main').innerText(), /indique que c’est réglé à l’étape 2/);
  await button(page, 'Effacer ce signalement').click();
  assert.match(await notice(page), /effacé/);
  await lookHere(await asScripted(facilitator, '/tutoriels/suivi'), 'tutoriels-suivi');
});

test('people say whether a tutorial served; the chair reads it without their names', async () => {
  const page = await as(member);
  await page.goto(FIRST);
  await page.getByRole('radio', { name: 'Non' }).check();
  await field(page, 'Ce qui manque').fill('Les horaires du dimanche.');
  await button(page, 'Donner mon avis').click();
  assert.match(await notice(page), /Merci/);
  assert.equal(await field(page, 'Ce qui manque').inputValue(), 'Les horaires du dimanche.');
  const reader = await as(chair);
  await reader.goto('/tutoriels/suivi');
  const heard = await reader.locator('section[aria-labelledby=avis]').innerText();
  assert.match(heard, /Les horaires du dimanche/);
  assert.doesNotMatch(heard, /Lestampe/);
});

test('a facilitator writes a tutorial, which helps on the screen it names', async () => {
  const page = await as(facilitator);
  await page.goto('/tutoriels/ecrire');
  await field(page, 'Titre').fill('Lire la liste des décisions');
  await field(page, 'Texte').fill('Rien que des mots.');
  await button(page, 'Publier le tutoriel').click();
  assert.match(await page.getByRole('alert').innerText(), /écrivez au moins une étape/);
  assert.equal(await field(page, 'Titre').inputValue(), 'Lire la liste des décisions');
  await field(page, 'Ce que l’on apprend, en une phrase').fill('Retrouver une décision.');
  await page.getByRole('checkbox', { name: 'Membres' }).check();
  await field(page, 'Durée en minutes').fill('5');
  await field(page, 'Texte').fill('Avant.\n\n## Ouvrir\n\n[Ouvrir](/decisions)\n\n## Chercher\n\nPar son numéro.');
  await field(page, 'Écrans dont l’aide').fill('/parcours/{slug}#2');
  await button(page, 'Publier le tutoriel').click();
  assert.match(await notice(page), /publié/);
  const reader = await as(member);
  await reader.goto(PATH);
  await link(reader, 'Aide sur cette page').click();
  assert.equal(reader.url().split('/').pop(), 'lire-la-liste-des-decisions#etape-2');
  assert.equal(await link(reader, 'Modifier le tutoriel').count(), 0);
  await page.getByText('Retirer ce tutoriel', { exact: true }).click();
  await button(page, 'Retirer le tutoriel').click();
  assert.match(await notice(page), /retiré/);
  assert.equal((await reader.reload()).status(), 404);
});

test('tutorials are shown in English where they are, in French otherwise, and say so', async () => {
  const page = await asScripted(someoneElse, '/mon-compte');
  await field(page, 'Langue').selectOption('en');
  await page.locator('section[aria-labelledby=profil]').getByRole('button').last().click();
  await page.getByRole('heading', { name: 'My account' }).waitFor();
  await page.goto(FIRST);
  assert.equal(await page.locator('h1').getAttribute('lang'), 'fr');
  assert.match(await page.locator('main').innerText(), /exists in French only/);
  await page.goto('/tutoriels/se-reperer');
  assert.equal(await page.locator('h1').getAttribute('lang'), null);
  await lookHere(page, 'tutoriel-anglais');
});

test('a new member is welcomed, accompanied, and puts the list away', async () => {
  const admin = await as(administrator);
  await admin.goto('/administration/membres/inviter');
  await field(admin, 'Adresse électronique').fill('lucie.neuve@demo.example');
  await field(admin, 'Prénom et nom').fill('Lucie Neuve');
  await button(admin, 'Inviter cette personne').click();
  const path = await mailedLink(admin, 'lucie.neuve@demo.example', 'Votre invitation');
  const page = await site.browser.page({ javaScriptEnabled: false });
  await page.goto(path);
  await page.getByLabel('Mot de passe', { exact: true }).fill(PASSWORD);
  await page.getByLabel('Encore une fois').fill(PASSWORD);
  await button(page, 'Ouvrir mon compte').click();
  assert.equal(await h1(page), 'Vos premiers pas');
  const steps = page.locator('.welcome > li');
  const taken = () => steps.locator('.state.done').count();
  assert.equal(await taken(), 0);
  await link(page, 'Remplir mon profil').click();
  await field(page, 'Quelques mots').fill('Je viens d’arriver à Valcendre.');
  await button(page, 'Enregistrer').first().click();
  await page.goto('/bienvenue');
  assert.equal(await taken(), 1);

  await admin.goto('/membres?q=Lucie');
  await admin.getByRole('link', { name: /Lucie Neuve/ }).click();
  const person = new URL(admin.url()).pathname;
  const offers = await as(member);
  await offers.goto(person);
  await button(offers, 'Proposer de l’accompagner').click();
  assert.match(await notice(offers), /proposition est envoyée/);
  await page.goto('/bienvenue');
  await page.getByRole('button', { name: /^Accepter/ }).click();
  assert.match(await notice(page), /C’est entendu/);
  await offers.goto('/');
  await offers.locator('.asks > li').filter({ hasText: 'Lucie Neuve' }).getByRole('link', { name: 'Voir la personne' }).click();
  await button(offers, 'J’ai pris contact').click();
  assert.match(await notice(offers), /Merci/);

  await admin.goto(person);
  await field(admin, 'Marraine ou parrain').selectOption({ label: 'Maryvonne Aubelin' });
  await button(admin, 'Enregistrer la marraine ou le parrain').click();
  assert.match(await notice(admin), /enregistré/);
  await page.goto('/bienvenue/imprimer');
  assert.match(await page.locator('.paper').innerText(), /Maryvonne Aubelin/);
  assert.match(await page.locator('.paper').innerText(), /lucie\.neuve@demo\.example/);
  await page.goto('/');
  await page.getByRole('link', { name: 'Continuer' }).first().click();
  await button(page, 'Ne plus me le rappeler').click();
  assert.match(await notice(page), /C’est rangé/);
  assert.equal(await page.getByText('Faire vos premiers pas').count(), 0);

  const scripted = await asScripted('lucie.neuve@demo.example', '/bienvenue');
  await lookHere(scripted, 'bienvenue');
  await smallTargets(scripted);
  await look(scripted, '/bienvenue/imprimer', 'bienvenue-papier');
});

test('the pages of tutorials hold for everybody', async () => {
  const page = await asScripted(facilitator, '/tutoriels');
  await lookHere(page, 'tutoriels');
  await smallTargets(page);
  await look(page, '/tutoriels/ecrire', 'tutoriel-nouveau');
  await look(page, '/tutoriels/se-reperer', 'tutoriel');
  await smallTargets(page);
  await look(page, '/tutoriels/deposer-les-photos/modifier', 'tutoriel-modifier');
});
