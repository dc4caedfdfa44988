// Half of the members leave, others come in by a list, the groups they left are given somebody to run them. Without
// script, then looked at on small and large screens.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { inDays } from '../fixtures/days.mjs';
import { demonstration, look } from '../fixtures/demonstration.mjs';
import { mailedLink } from '../fixtures/mails.mjs';
import { PASSWORD, administrator, chair, member } from '../fixtures/people.mjs';

const site = demonstration();
const { as } = site;

const notice = (page) => page.getByRole('status').first().innerText();
const button = (page, name) => page.getByRole('button', { name, exact: true });
const LEAVING = ['Habitantes et habitants', 'Vie associative et culturelle'];

/** Yesterday in Paris, as it is typed: rights end at once. */
const yesterday = () => inDays(-1).split('-').reverse().join('/');

/** Ticks everybody of two colleges, but who presides. */
const tick = async (page) => {
  let ticked = 0;
  for (const college of LEAVING) {
    const group = page.getByRole('group', { name: college });
    for (const box of await group.getByRole('checkbox').all()) {
      if (/^Armand Vaucelier/.test(await box.locator('xpath=..').innerText())) continue;
      await box.check();
      ticked += 1;
    }
  }
  return ticked;
};

let leaving = 0;

test('the pages are accessible, also on a small screen', async () => {
  const page = await as(administrator, { javaScriptEnabled: true });
  await look(page, '/administration/membres/mandats', 'renewal-choice');
  await look(page, '/administration/membres/mandats/fin?last_day=demain', 'renewal-refused');
  await page.goto('/administration/membres/mandats');
  leaving = await tick(page);
  assert.ok(leaving > 15, `${leaving} people leave`);
  await page.getByRole('textbox', { name: 'Dernier jour du mandat' }).fill(yesterday());
  await button(page, 'Voir ce que cela change').click();
  await page.getByRole('heading', { level: 1, name: /^Mettre fin à/ }).waitFor();
  const { pathname, search } = new URL(page.url());
  await look(page, pathname + search, 'renewal-confirm');
});

test('the mandates of those who stay are prolonged at once, without script', async () => {
  const page = await as(administrator);
  await page.goto('/administration/membres');
  await page.getByRole('link', { name: 'Prolonger des mandats' }).click();
  await button(page, 'Prolonger ces mandats').click();
  assert.match(await page.getByRole('alert').innerText(), /Les personnes qui restent/);
  const boxes = page.getByRole('checkbox', { name: /Membre/ });
  const names = [await boxes.nth(0).getAttribute('value'), await boxes.nth(1).getAttribute('value')];
  for (const value of names) await page.locator(`input[value="${value}"]`).check();
  await page.getByRole('textbox', { name: 'Nouveau dernier jour' }).fill('30/04/2099');
  await button(page, 'Prolonger ces mandats').click();
  assert.match(await notice(page), /Les mandats sont prolongés/);
  await page.goto('/administration/membres/mandats/prolonger');
  for (const value of names) {
    assert.match(await page.locator(`label:has(input[value="${value}"])`).innerText(), /30.avril.2099/);
  }
  const journal = await as(administrator);
  await journal.goto('/administration/journal?sujet=personnes');
  await journal.getByText(/a mis à jour la fiche ou les mandats/).first().waitFor();
  const looked = await as(administrator, { javaScriptEnabled: true });
  await look(looked, '/administration/membres/mandats/prolonger', 'renewal-prolong');
});

test('several mandates end at once, after a page that says what they leave', async () => {
  const gone = await as(member);
  assert.equal((await gone.goto('/groupes/mobilites')).status(), 200);

  const page = await as(administrator);
  await page.goto('/administration/membres');
  await page.getByRole('link', { name: 'Mettre fin à des mandats' }).click();
  await button(page, 'Voir ce que cela change').click();
  assert.match(await page.getByRole('alert').innerText(), /Les personnes qui partent/);
  await page.getByRole('textbox', { name: 'Dernier jour du mandat' }).fill('bientôt');
  assert.equal(await tick(page), leaving);
  await button(page, 'Voir ce que cela change').click();
  assert.match(await page.getByRole('alert').innerText(), /Dernier jour du mandat/);
  assert.equal(await page.getByRole('checkbox', { checked: true }).count(), leaving, 'nothing is unticked');
  await page.getByRole('textbox', { name: 'Dernier jour du mandat' }).fill(yesterday());
  await button(page, 'Voir ce que cela change').click();

  assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), `Mettre fin à ${leaving}\u00a0mandats`);
  const people = page.getByRole('region', { name: 'Les personnes qui partent' });
  assert.equal(await people.getByRole('listitem').count(), leaving);
  const left = await page.getByRole('region', { name: 'Ce que cela laisse dans les groupes' }).innerText();
  assert.match(left, /Mobilités du quotidien[^]*Sans référent/);
  assert.match(left, /relecture/);
  await page.getByRole('link', { name: 'Revenir au choix' }).click();
  assert.equal(await page.getByRole('checkbox', { checked: true }).count(), leaving);
  await button(page, 'Voir ce que cela change').click();
  await button(page, `Mettre fin à ces ${leaving}\u00a0mandats`).click();
  assert.match(await notice(page), /Les mandats finissent au jour dit/);

  // Cut off at the very next page; what they wrote keeps their name.
  assert.equal((await gone.goto('/groupes/mobilites')).status(), 404);
  const president = await as(chair);
  await president.goto('/groupes/mobilites');
  await president.getByRole('link', { name: 'Rejoindre la gare et l’école sans voiture' }).first().click();
  assert.match(await president.getByRole('main').innerText(), /Odile Rambert/);
  assert.match(await president.getByRole('main').innerText(), /Ne compte plus/, 'who was to review it has left');
});

test('those who arrive are invited all at once, open their account and join a group', async () => {
  const page = await as(administrator);
  await page.goto('/administration/membres/inviter');
  const list = [
    'email;nom;collège;fin',
    'lucette.pradines@demo.example;Lucette Pradines;Habitantes et habitants;30/06/2031',
    'omar.tazerout@demo.example;Omar Tazerout;Vie associative et culturelle;30/06/2031',
    'rose.vimenet@demo.example;Rose Vimenet;Habitantes et habitants;30/06/2031',
  ];
  await page.getByLabel('Une personne par ligne').fill(list.join('\n'));
  await button(page, 'Inviter la liste').click();
  await page.getByText('3 personnes sont invitées.').waitFor();

  const link = await mailedLink(page, 'lucette.pradines@demo.example', 'Votre invitation');
  const newcomer = await site.browser.page({ javaScriptEnabled: false });
  await newcomer.goto(link);
  await newcomer.getByLabel('Mot de passe', { exact: true }).fill(PASSWORD);
  await newcomer.getByLabel('Encore une fois').fill(PASSWORD);
  await button(newcomer, 'Ouvrir mon compte').click();
  await newcomer.goto('/groupes/jeunesses');
  await button(newcomer, 'Rejoindre le groupe').click();
  assert.equal(await notice(newcomer), 'Vous faites maintenant partie du groupe.');
});

test('the chair names who runs the groups that nobody runs any more', async () => {
  const page = await as(chair);
  const asked = page.getByRole('heading', { name: 'Trouver qui anime un groupe' });
  await page.goto('/');
  const before = await asked.count();
  assert.ok(before >= 2, `${before} groups without a facilitator`);
  const mobilites = page.getByRole('listitem').filter({ hasText: 'Groupe Mobilités du quotidien.' });
  await mobilites.getByRole('link', { name: 'Voir les personnes' }).click();
  assert.equal((await page.request.get('/groupes/mobilites/modifier')).status(), 403, 'the chair does not run it');
  await button(page, 'Nommer cette personne').click();
  assert.match(await page.getByRole('alert').innerText(), /La personne qui l’animera/);
  const person = page.getByRole('combobox', { name: 'La personne qui l’animera' });
  await person.selectOption({ label: 'Jean-Luc Tessard (déjà dans le groupe)' });
  await button(page, 'Nommer cette personne').click();
  assert.equal(await notice(page), 'Jean-Luc Tessard anime maintenant le groupe.');
  assert.equal(await page.getByRole('heading', { name: 'Nommer qui anime le groupe' }).count(), 0);
  await page.goto('/');
  assert.equal(await asked.count(), before - 1);

  const seen = await as(chair, { javaScriptEnabled: true });
  await look(seen, '/', 'renewal-chair');
  await look(seen, '/groupes/jeunesses/membres', 'renewal-name');
});

test('in English too', async () => {
  const page = await as(administrator);
  await page.context().addCookies([{ name: 'langue', value: 'en', url: site.server.url }]);
  await page.goto('/administration/membres/mandats');
  assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), 'End mandates');
});
