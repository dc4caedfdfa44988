// Amendments: proposed, supported, examined, put in the words; the vote, the new version in force, the signature asked
// again. The same by hand without a script, and what two amendments on the same words ask for.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { inDays } from '../fixtures/days.mjs';
import { demonstration, look, lookHere } from '../fixtures/demonstration.mjs';
import { chair, facilitator, member, someoneElse } from '../fixtures/people.mjs';

const site = demonstration();
const { as } = site;

const VERSION = '/charte/charte-du-conseil/versions/3';
const ALL = `${VERSION}/amendements`;
const button = (page, name) => page.getByRole('button', { name, exact: true });
const field = (page, name) => page.getByRole('textbox', { name });
const notice = (page) => page.getByRole('status').first().innerText();
const path = (page) => new URL(page.url()).pathname;

/** Writes down an outcome of the amendment shown. */
const settle = async (page, outcome, hands = []) => {
  await page.getByRole('radio', { name: new RegExp(`^${outcome}`) }).check();
  for (const [name, count] of hands) await field(page, name).fill(String(count));
  await button(page, 'Enregistrer et passer au suivant').click();
};

let proposed = '';

test('a member proposes an amendment from the article, and nothing typed is lost', async () => {
  const page = await as(member);
  await page.goto(VERSION);
  await page.getByRole('link', { name: 'Proposer un amendement : Article 6', exact: true }).click();
  await page.waitForURL('**/amendements/proposer?article=6');
  assert.match(await field(page, 'Texte de l’article').inputValue(), /^Nos avis, leurs annexes/);
  const body = (await field(page, 'Texte de l’article').inputValue()).replace('sont publics', 'sont publics et gratuits');
  await field(page, 'Texte de l’article').fill(body);
  await field(page, 'Motifs').fill(' ');
  await button(page, 'Proposer cet amendement').click();
  assert.match(await page.getByRole('alert').innerText(), /Motifs/);
  assert.equal(await field(page, 'Texte de l’article').inputValue(), body);
  await field(page, 'Motifs').fill('Un avis que l’on paie n’est pas public.');
  await button(page, 'Proposer cet amendement').click();
  assert.match(await notice(page), /Votre amendement est proposé/);
  proposed = path(page);
  await page.locator('ins').getByText('et gratuits').waitFor();
  assert.equal(await button(page, 'Je soutiens').count(), 0, 'one’s own');
  await page.getByRole('link', { name: 'Modifier cet amendement' }).click();
  await field(page, 'Texte de l’article').fill(body.replace('publics et gratuits', 'publics'));
  await button(page, 'Enregistrer l’amendement').click();
  await page.getByRole('alert').waitFor();
  await page.goto(`${proposed}/modifier`);
  await button(page, 'Enregistrer l’amendement').click();
  assert.match(await notice(page), /L’amendement est modifié/);
});

test('another member supports it, and changes their mind', async () => {
  const page = await as(someoneElse);
  await page.goto(proposed);
  await button(page, 'Je soutiens').click();
  assert.match(await notice(page), /Vous soutenez cet amendement/);
  await page.getByRole('heading', { name: 'Une personne soutient cet amendement' }).waitFor();
  await button(page, 'Retirer mon soutien').click();
  await button(page, 'Je soutiens').click();
  await page.goto(ALL);
  await page.getByRole('link', { name: 'Article 5 (4)' }).click();
  await page.waitForURL('**article=5**');
  assert.equal(await page.getByRole('article').count(), 4);
});

test('a visitor reads nothing of it', async () => {
  const visitor = await site.browser.page({ javaScriptEnabled: false });
  for (const address of [ALL, proposed, `${VERSION}/examen`]) {
    await visitor.goto(address);
    assert.match(path(visitor), /\/connexion$/, address);
  }
});

test('the pages of amendments are accessible, also on a small screen', async () => {
  const page = await as(member, { javaScriptEnabled: true });
  await look(page, ALL, 'amendements');
  await look(page, `${ALL}/2`, 'amendement');
  await look(page, `${ALL}/proposer`, 'amendement-choisir');
  await look(page, `${ALL}/proposer?article=6`, 'amendement-proposer');
  await look(page, VERSION, 'charte-amendable');
});

test('the council examines them one by one, in the order of the text', async () => {
  const president = await as(chair);
  await president.goto(VERSION);
  await button(president, 'Passer à l’examen').click();
  assert.equal(await president.getByRole('link', { name: 'Soumettre au vote' }).count(), 0);
  const other = await as(facilitator);
  assert.equal((await other.goto(`${VERSION}/examen`)).status(), 403);
  await president.getByRole('link', { name: 'Examiner les amendements' }).click();
  await president.waitForURL('**/examen');
  await president.getByText('Il reste 6 amendements à examiner, sur 6.').waitFor();
  await president.getByRole('heading', { name: 'Amendement 1', exact: true }).waitFor();
  await president.getByText('D’autres amendements à examiner touchent les mêmes mots').waitFor();
  await settle(president, 'Adopté', [['Pour', 3], ['Contre', 9]]);
  assert.match(await president.getByRole('alert').innerText(), /plus de voix contre que pour/);
  await settle(president, 'Adopté', [['Pour', 19], ['Contre', 3], ['Abstentions', 2]]);
  // The sub-amendment comes before what it amends.
  await president.getByRole('heading', { name: 'Sous-amendement 4', exact: true }).waitFor();
  await settle(president, 'Adopté');
  await president.getByRole('heading', { name: 'Amendement 2', exact: true }).waitFor();
  await president.getByRole('heading', { name: 'Avec les sous-amendements adoptés' }).waitFor();
  await settle(president, 'Adopté');
});

test('an amendment on words that were changed is settled by somebody, and never in silence', async () => {
  const president = await as(chair, { javaScriptEnabled: true });
  await president.goto(`${VERSION}/examen?amendement=3`);
  await president.getByText('touche les mêmes mots que d’autres, déjà adoptés').waitFor();
  await lookHere(president, 'amendements-collision');
  const kept = field(president, 'Texte de l’article');
  const now = await kept.inputValue();
  assert.match(now, /Après quatre absences .* un membre de son groupe appelle/);
  await settle(president, 'Adopté');
  await president.getByRole('alert').waitFor();
  await field(president, 'Texte de l’article').fill(now.replace('quatre absences de suite', 'deux ou trois absences de suite'));
  await settle(president, 'Adopté');
  await president.getByText('Il reste 2 amendements à examiner, sur 6.').waitFor();
  await look(president, `${VERSION}/examen`, 'amendements-examen');
});

test('what is adopted is put in the words, voted, in force, and signed again', async () => {
  const president = await as(chair);
  await president.goto(`${VERSION}/examen`);
  await settle(president, 'Adopté');
  await settle(president, 'Rejeté');
  await president.getByText('Tous les amendements sont examinés.').waitFor();
  await button(president, 'Intégrer les amendements adoptés').click();
  assert.match(await notice(president), /sont dans le texte de cette version/);
  await president.locator('#article-5').getByText('Après deux ou trois absences de suite sans un mot, un membre de son groupe').waitFor();
  await president.locator('#article-6').getByText('sont publics et gratuits').waitFor();
  await president.getByRole('link', { name: 'Soumettre au vote' }).click();
  await president.getByRole('radio', { name: /main levée/ }).check();
  await president.getByRole('combobox', { name: /^Quorum/ }).selectOption('none');
  await field(president, /^Jour de clôture/).fill(inDays(2));
  await button(president, 'Soumettre au vote').click();
  await president.getByRole('radio', { name: 'Pour', exact: true }).check();
  await button(president, 'Voter').click();
  await president.getByText('Clore le vote maintenant').click();
  await button(president, 'Clore le vote').click();
  await button(president, 'Proclamer le résultat').click();
  const visitor = await site.browser.page({ javaScriptEnabled: false });
  await visitor.goto('/charte');
  await visitor.locator('#article-6').getByText('sont publics et gratuits').waitFor();
  assert.equal(await visitor.getByText(/amendement/i).count(), 0);
  const page = await as(member);
  await page.goto('/');
  await page.getByRole('link', { name: 'Lire et signer' }).first().click();
  await page.getByRole('heading', { name: 'Article 6. La transparence' }).waitFor();
  await button(page, 'Signer : Charte du conseil').click();
  assert.match(await notice(page), /Votre signature est enregistrée/);
  await page.goto('/charte/charte-du-conseil/articles/6');
  await page.getByRole('link', { name: /^Amendement \d+, / }).waitFor();
  await page.goto('/actualites');
  await page.getByText(/Votre amendement \d+ à .* a été adopté/).first().waitFor();
});
