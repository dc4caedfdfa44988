// A group from its mandate letter to its closing, those who come in and those who hand over: without script, then
// looked at on small and large screens.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { demonstration, look } from '../fixtures/demonstration.mjs';
import { administrator, chair, facilitator, member, someoneElse } from '../fixtures/people.mjs';

const site = demonstration();
const { as } = site;

const notice = (page) => page.getByRole('status').first().innerText();
const button = (page, name) => page.getByRole('button', { name, exact: true });

test('the pages are accessible, also on a small screen', async () => {
  const page = await as(facilitator, { javaScriptEnabled: true });
  await look(page, '/groupes/mobilites', 'life-group');
  await look(page, '/groupes/mobilites/membres', 'life-people');
  const request = page.getByRole('link', { name: /^Répondre/ });
  await look(page, await request.getAttribute('href'), 'life-answer');
  await look(page, '/groupes/mobilites/fil', 'life-feed');
  await look(page, '/groupes/mobilites/clore', 'life-close');
  await look(page, '/groupes/mobilites/passation', 'life-handover');
  await look(page, '/groupes/sejours', 'life-closed');
  await look(page, '/actualites', 'life-news');
  await look(page, '/membres', 'life-directory');
  await look(page, '/mon-compte', 'life-account');
  await look(page, '/groupes/sante/demande', 'life-ask');
  const other = await as(someoneElse, { javaScriptEnabled: true });
  await look(other, '/groupes/mobilites', 'life-door');
  await look(other, '/mon-compte/groupes', 'life-mine');
  const president = await as(chair, { javaScriptEnabled: true });
  await look(president, '/mon-compte/passation', 'life-chair');
  await look(president, '/groupes/sejours/reprise', 'life-reopen');
  await look(president, '/groupes', 'life-groups');
  await look(president, '/administration/membres?mandat=bientot-fini', 'life-ending');
});

test('a mandate letter says by whom, for when and what; a wrong date is said beside its field', async () => {
  const page = await as(facilitator);
  await page.goto('/groupes/mobilites/modifier');
  await page.getByRole('textbox', { name: 'Demandé par' }).fill('Le Pays des Trois Rivières');
  await page.getByRole('textbox', { name: /^Pour le/ }).fill('au printemps');
  await button(page, 'Enregistrer').click();
  assert.match(await page.getByRole('alert').innerText(), /date complète/);
  await page.getByRole('textbox', { name: /^Pour le/ }).fill('30/04/2031');
  await button(page, 'Enregistrer').click();
  assert.equal(await notice(page), 'Les changements sont enregistrés.');
  const letter = page.getByRole('region', { name: 'Lettre de mission' });
  assert.match(await letter.innerText(), /Le Pays des Trois Rivières[^]*30\savril 2031/);
});

test('who asked to come in is answered, and belongs to the group', async () => {
  const other = await as(someoneElse);
  await other.goto('/groupes/mobilites');
  assert.ok(await other.getByRole('heading', { name: 'Votre demande attend une réponse' }).isVisible());
  await other.getByRole('button', { name: /^Retirer la demande/ }).click();
  assert.equal(await notice(other), 'Votre demande est retirée.');
  await other.goto('/groupes/mobilites');
  await other.getByRole('link', { name: 'Demander à rejoindre le groupe' }).click();
  await other.getByRole('textbox', { name: /^Votre message/ }).fill('Je prends le car tous les jours.');
  await button(other, 'Envoyer la demande').click();
  assert.match(await notice(other), /Votre demande est envoyée/);

  const page = await as(facilitator);
  await page.goto('/groupes/mobilites');
  await page.getByRole('link', { name: 'Voir la demande' }).click();
  await page.getByRole('link', { name: /^Répondre/ }).click();
  assert.ok(await page.getByText('Je prends le car tous les jours.').first().isVisible());
  await button(page, 'Accepter').click();
  assert.match(await notice(page), /fait maintenant partie du groupe/);
  await other.goto('/groupes/mobilites/membres');
  assert.equal(await other.getByText('(vous)').count(), 1);
});

test('who is invited declines, then comes in', async () => {
  const page = await as(facilitator);
  const president = await as(chair);
  for (const answer of [/^Décliner/, /^Rejoindre le groupe/]) {
    await page.goto('/groupes/mobilites/membres');
    await page.getByRole('searchbox', { name: 'Rechercher' }).fill(chair);
    await button(page, 'Rechercher').click();
    await page.getByRole('radio', { name: /^L’inviter/ }).check();
    await button(page, 'Ajouter ou inviter').click();
    assert.match(await notice(page), /^L’invitation est envoyée/);
    await president.goto('/groupes');
    await president.getByRole('link', { name: 'Une invitation à rejoindre un groupe vous attend' }).click();
    await president.getByRole('button', { name: answer }).click();
  }
  assert.equal(await notice(president), 'Vous faites maintenant partie du groupe.');
});

test('a facilitator hands over, and rights move when the successor accepts', async () => {
  const page = await as(facilitator);
  await page.goto('/groupes/mobilites');
  await page.locator('details.menu > summary').click();
  await page.getByRole('link', { name: 'Passer la main' }).click();
  assert.ok(await page.getByRole('heading', { name: 'Textes en cours' }).isVisible());
  await button(page, 'Proposer la passation').click();
  assert.match(await page.getByRole('alert').innerText(), /La personne qui prend la suite/);
  const successor = page.getByRole('combobox', { name: 'La personne qui prend la suite' });
  await successor.selectOption({ label: await successor.locator('option', { hasText: 'Gérard Lestampe' }).innerText() });
  await page.getByRole('textbox', { name: /^Ce qu’elle doit savoir/ }).fill('Le rapport est presque prêt.');
  await button(page, 'Proposer la passation').click();
  assert.match(await notice(page), /Rien ne change tant que/);

  const next = await as(member);
  assert.equal((await next.goto('/groupes/mobilites/modifier')).status(), 403);
  await next.goto('/groupes/mobilites/passation');
  assert.ok(await next.getByText('Le rapport est presque prêt.').isVisible());
  await button(next, 'Accepter').click();
  assert.equal(await notice(next), 'Vous avez pris la suite.');
  assert.equal((await next.goto('/groupes/mobilites/modifier')).status(), 200);
  assert.equal((await page.goto('/groupes/mobilites/modifier')).status(), 403);
});

test('a group closes with what it hands in, and the chair reopens it', async () => {
  const page = await as(member);
  await page.goto('/groupes/mobilites/clore');
  await page.getByRole('combobox', { name: /^Texte remis/ }).selectOption({ index: 1 });
  await page.getByRole('textbox', { name: /^Mot de la fin/ }).fill('Merci à toutes et à tous.');
  await button(page, 'Clore le groupe').click();
  assert.match(await page.getByRole('alert').innerText(), /ne sont pas terminés/);
  await page.getByRole('checkbox', { name: /restent en l’état/ }).check();
  await button(page, 'Clore le groupe').click();
  assert.match(await notice(page), /Le groupe est clos/);
  assert.ok(await page.getByRole('heading', { name: 'Ce que le groupe a remis' }).isVisible());
  assert.equal(await page.getByRole('link', { name: 'Écrire un nouveau texte' }).count(), 0);

  const president = await as(chair);
  await president.goto('/groupes/mobilites/reprise');
  await button(president, 'Rouvrir le groupe').click();
  assert.match(await president.getByRole('alert').innerText(), /Raison/);
  await president.getByRole('textbox', { name: /^Raison/ }).fill('La région relance l’étude.');
  await button(president, 'Rouvrir le groupe').click();
  assert.match(await notice(president), /Le groupe est rouvert/);
  assert.ok(await president.getByText('La région relance l’étude.').isVisible());
  await president.goto('/groupes/mobilites/fil');
  assert.match(await president.getByRole('main').innerText(), /a rouvert le groupe/);
});

test('a mandate that ends takes the groups with it, and tells who sees to it', async () => {
  const admin = await as(administrator);
  await admin.goto('/membres?q=lestampe');
  await admin.getByRole('link', { name: 'Gérard Lestampe' }).click();
  await admin.getByRole('link', { name: 'Gérer cette fiche' }).click();
  const gone = await as(member);
  assert.equal((await gone.goto('/groupes/mobilites')).status(), 200);
  await admin.getByRole('button', { name: /^Suspendre/ }).click();
  // Odile runs it too: nothing is said until she is gone as well.
  await admin.goto('/groupes?voir=sans-referent');
  assert.match(await admin.getByRole('main').innerText(), /au moins une référente ou un référent/);
  await admin.goto('/membres?q=odile+rambert');
  await admin.getByRole('link', { name: 'Odile Rambert' }).click();
  await admin.getByRole('link', { name: 'Gérer cette fiche' }).click();
  await admin.getByRole('button', { name: /^Suspendre/ }).click();
  const president = await as(chair);
  await president.goto('/groupes?voir=sans-referent');
  assert.match(await president.locator('#liste').innerText(), /Mobilités du quotidien[^]*Sans référent/);
  assert.equal((await gone.goto('/groupes/mobilites')).status(), 404);
});

test('one shows one’s telephone to whom one chooses', async () => {
  const page = await as(someoneElse);
  await page.goto('/mon-compte');
  await page.getByRole('textbox', { name: /^Téléphone/ }).fill('05 55 98 76 54');
  await page.getByRole('group', { name: 'Qui voit votre téléphone' }).getByRole('radio', { name: 'Tout le conseil' }).check();
  await button(page, 'Enregistrer').first().click();
  const president = await as(chair);
  await president.goto('/membres?q=fremaudier');
  await president.getByRole('link', { name: 'Colette Frémaudier' }).click();
  assert.ok(await president.getByRole('link', { name: '05 55 98 76 54' }).isVisible());
  await president.goto('/membres');
  await president.getByRole('combobox', { name: 'Groupe' }).selectOption({ label: 'Alimentation et terres agricoles' });
  await button(president, 'Rechercher').click();
  assert.match(await president.locator('ul.rows').innerText(), /Colette Frémaudier/);
});

test('in English too', async () => {
  const page = await as(administrator);
  await page.context().addCookies([{ name: 'langue', value: 'en', url: site.server.url }]);
  await page.goto('/groupes/habitat/clore');
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), 'Close the group “Habiter et se loger”');
  assert.match(await page.getByRole('main').innerText(), /that you do not read/);
});
