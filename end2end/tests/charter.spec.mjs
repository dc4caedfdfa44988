// The charter: prepared, voted, in force, signed, and signed again when it changes; what a visitor reads; all of it without
// script.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { inDays } from '../fixtures/days.mjs';
import { demonstration, look, lookHere } from '../fixtures/demonstration.mjs';
import { beginFraming, session } from '../fixtures/editors.mjs';
import { administrator, chair, facilitator, member, someoneElse } from '../fixtures/people.mjs';

const site = demonstration();
const { as } = site;

const CHARTER = '/charte/charte-du-conseil';
const button = (page, name) => page.getByRole('button', { name, exact: true });
const field = (page, name) => page.getByRole('textbox', { name });
const notice = (page) => page.getByRole('status').first().innerText();
const path = (page) => new URL(page.url()).pathname;

test('a visitor reads what is in force and nothing else', async () => {
  const visitor = await site.browser.page({ javaScriptEnabled: false });
  await visitor.goto('/charte');
  await visitor.locator('#article-1').getByRole('heading', { name: /^Article 1\. / }).waitFor();
  await visitor.locator('#article-8-bis').waitFor();
  await visitor.getByText('Assemblée plénière, le').first().waitFor();
  await visitor.getByRole('link', { name: 'Règlement intérieur', exact: true }).click();
  await visitor.waitForURL('**/charte/reglement-interieur');
  await visitor.getByRole('heading', { name: 'Titre II. Les réunions' }).waitFor();
  assert.equal(await visitor.getByText('en préparation').count(), 0);
  assert.equal((await visitor.goto(`${CHARTER}/versions/3`)).status(), 404);
  assert.equal((await visitor.goto(`${CHARTER}/versions/1`)).status(), 404);
});

test('whoever signed before reads what changed, and signs again', async () => {
  const page = await as(member);
  await page.goto('/');
  await page.getByRole('link', { name: 'Lire et signer' }).first().click();
  await page.waitForURL(`**${CHARTER}/signer`);
  await page.getByText(/^Vous avez signé la version 1/).waitFor();
  await page.getByRole('heading', { name: 'Article 8 bis. La mise en retrait' }).waitFor();
  assert.equal(await page.getByRole('heading', { name: /^Article 1\. / }).count(), 0);
  await button(page, 'Signer : Charte du conseil').click();
  assert.match(await notice(page), /Votre signature est enregistrée/);
  await page.goto(`${CHARTER}/signer`);
  await page.getByText(/^Vous avez signé cette version/).waitFor();
  await page.goto(`${CHARTER}/signatures`);
  await page.getByRole('heading', { name: /^\d+ signatures$/ }).waitFor();
});

test('who signs for the first time reads all of it', async () => {
  const page = await as(someoneElse);
  await page.goto(`${CHARTER}/signer`);
  await page.getByRole('heading', { name: /^Article 1\. / }).waitFor();
  await button(page, 'Signer : Charte du conseil').click();
  assert.match(await notice(page), /Votre signature est enregistrée/);
});

test('a signature on paper is written down with its scan', async () => {
  const staff = await as(administrator);
  await staff.goto(`${CHARTER}/signatures`);
  const who = staff.getByRole('combobox', { name: 'Qui a signé' });
  const name = (await who.locator('option').nth(1).innerText()).trim();
  await who.selectOption({ label: name });
  await staff.getByLabel('Copie numérisée').setInputFiles({
    name: 'page.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n'),
  });
  await button(staff, 'Enregistrer la signature').click();
  assert.match(await notice(staff), /La signature sur papier est enregistrée/);
  await staff.getByRole('link', { name: `Copie numérisée : ${name}` }).waitFor();
});

test('a text is prepared, put to the vote and comes into force', async () => {
  const president = await as(chair);
  await president.goto('/charte');
  await president.getByRole('link', { name: 'Ajouter un texte' }).click();
  await president.getByRole('combobox', { name: 'Nature du texte' }).selectOption('protocol');
  await field(president, /^Titre/).fill('Protocole avec la communauté de communes');
  await button(president, 'Créer le texte').click();
  await president.waitForURL('**/versions/1/modifier');
  await field(president, /^Texte/).fill('Un texte sans article.');
  await button(president, 'Enregistrer').click();
  assert.match(await president.getByRole('alert').innerText(), /au moins un article/);
  assert.equal(await field(president, /^Texte/).inputValue(), 'Un texte sans article.');
  await field(president, /^Texte/).fill('## Les réponses\n\nDeux mois.\n\n## Les moyens\n\nUne salle.');
  await button(president, 'Enregistrer').click();
  await president.getByRole('heading', { name: 'Article 2. Les moyens' }).waitFor();
  const version = path(president);
  const other = await as(facilitator);
  await other.goto(version);
  assert.equal(await button(other, 'Passer à l’examen').count(), 0);
  await button(president, 'Passer à l’examen').click();
  await president.getByRole('link', { name: 'Soumettre au vote' }).click();
  await president.getByRole('radio', { name: /main levée/ }).check();
  await president.getByRole('combobox', { name: /^Quorum/ }).selectOption('none');
  await field(president, /^Jour de clôture/).fill(inDays(2));
  await button(president, 'Soumettre au vote').click();
  await president.waitForURL(/\/votes\/\d+\?/);
  await president.getByRole('radio', { name: 'Pour', exact: true }).check();
  await button(president, 'Voter').click();
  await president.getByText('Clore le vote maintenant').click();
  await button(president, 'Clore le vote').click();
  await button(president, 'Proclamer le résultat').click();
  const visitor = await site.browser.page({ javaScriptEnabled: false });
  await visitor.goto('/charte/protocole-avec-la-communaute-de-communes');
  await visitor.locator('#article-2').waitFor();
  await visitor.getByText(/D\d{4}-\d{2}/).first().waitFor();
  assert.equal(await visitor.getByRole('link', { name: /D\d{4}-\d{2}/ }).count(), 0);
});

test('versions are compared by article, and the text of a day is found again', async () => {
  const page = await as(member);
  await page.goto(`${CHARTER}/comparer?de=1&a=2`);
  await page.getByRole('heading', { name: 'Article 8 bis. La mise en retrait' }).waitFor();
  await page.goto(`${CHARTER}/articles/8`);
  await page.getByRole('heading', { name: 'Version 2', exact: true }).first().waitFor();
  await page.goto(`${CHARTER}/versions`);
  await field(page, 'Date').fill(inDays(-300));
  await button(page, 'Lire le texte').click();
  await page.getByText(/^Voici le texte en vigueur le/).waitFor();
  assert.equal(await page.locator('#article-8-bis').count(), 0);
});

test('with a script, a version is written with the editor; anybody takes its booklet away', async () => {
  const president = await as(chair, { javaScriptEnabled: true });
  await president.goto('/charte/ajouter');
  await president.getByRole('combobox', { name: 'Nature du texte' }).selectOption('guide');
  await field(president, /^Titre/).fill('Guide de la conseillère et du conseiller');
  await button(president, 'Créer le texte').click();
  await president.waitForURL('**/versions/1/modifier');
  const toolbar = president.getByRole('toolbar', { name: 'Mise en forme' });
  await toolbar.waitFor();
  assert.equal(await toolbar.getByRole('button', { name: 'Image' }).count(), 0, 'images belong to other texts');
  await president.getByText('Un titre de niveau 1').waitFor();
  const text = field(president, /^Texte/);
  await text.fill('## Bienvenue\n\nUn **mot**.');
  await president.locator('.preview strong', { hasText: 'mot' }).waitFor({ state: 'attached' });
  await lookHere(president, 'charte-editeur');
  await button(president, 'Enregistrer').click();
  await president.getByRole('heading', { name: 'Article 1. Bienvenue' }).waitFor();

  const visitor = await site.browser.page({ javaScriptEnabled: false });
  await visitor.goto(CHARTER);
  await visitor.getByText('Télécharger', { exact: true }).click();
  const coming = visitor.waitForEvent('download');
  await visitor.getByRole('link', { name: /^Livret à plier et agrafer/ }).click();
  const file = await coming;
  assert.equal(file.suggestedFilename(), 'charte-du-conseil-version-2-livret-a-plier.pdf');
  if (process.env.PREAU_PICTURES) await file.saveAs(new URL('../results/charte-livret-a-plier.pdf', import.meta.url).pathname);
});

test('late signatures are asked for by mail, and whoever wants no mail says so', async () => {
  const president = await as(chair);
  await president.goto(`${CHARTER}/signatures`);
  await button(president, 'Relancer par message').click();
  assert.match(await notice(president), /Les messages partent|Aucun message ne part/);
  const page = await as(member);
  await page.goto('/mon-compte');
  await page.getByRole('radio', { name: /^Non, je regarderai/ }).check();
  await button(page, 'Enregistrer ce choix').click();
  assert.match(await notice(page), /Votre choix est enregistré/);
  assert.equal(await page.getByRole('radio', { name: /^Non, je regarderai/ }).isChecked(), true);
});

test('the pages are accessible, also on a small screen', async () => {
  const page = await as(member, { javaScriptEnabled: true });
  await look(page, '/charte', 'charte');
  await look(page, CHARTER, 'charte-membre');
  await look(page, `${CHARTER}/versions`, 'charte-versions');
  await look(page, `${CHARTER}/versions/3`, 'charte-preparee');
  await look(page, `${CHARTER}/comparer?de=1&a=2`, 'charte-comparer');
  await look(page, `${CHARTER}/signatures`, 'charte-signatures');
  const president = await as(chair, { javaScriptEnabled: true });
  await look(president, '/charte/ajouter', 'charte-ajouter');
});

/** A guide that is prepared; gives the address of its first version. */
const prepared = async (title, body) => {
  const { url } = site.server;
  return beginFraming(url, await session(url, chair), title, body);
};
const status = (page) => page.locator('.desk-line').getByRole('status');
const typed = (page) => page.locator('textarea[name=body]').inputValue();
const shows = (page, text) => page.waitForFunction((text) => document.querySelector('textarea[name=body]').value.includes(text), text);
const writes = async (email, version) => {
  const page = await as(email, { javaScriptEnabled: true });
  await page.goto(`${version}/modifier`);
  await status(page).getByText('Tout est enregistré').waitFor();
  return page;
};

test('two people write a version at once, a third one saves without script, and its numbers stay', async () => {
  const version = await prepared('Guide de l’accueil', '## Accueillir\n\nUn café.\n\n## Présenter\n\nUn tour de table.');
  const [one, two] = [await writes(chair, version), await writes(administrator, version)];
  await one.getByText(/^Écrivent avec vous/).waitFor();
  const plain = await as(administrator);
  await plain.goto(`${version}/modifier`);
  await field(one, /^Texte/).focus();
  await one.keyboard.press('Control+End');
  await one.keyboard.type('\n\n## Raccompagner\n\nJusqu’à la porte.');
  await status(one).getByText(/Enregistré à \d+.h.\d\d/).waitFor();
  await two.locator('.cm-content').getByText('Jusqu’à la porte.').waitFor();
  await two.locator('.caret-name').first().waitFor();
  await lookHere(two, 'charte-a-plusieurs');

  // Without a script, over what was there before: it goes into what both of them see.
  const text = field(plain, /^Texte/);
  await text.fill((await text.inputValue()).replace('Un café.', 'Un café, un thé.'));
  await button(plain, 'Enregistrer').click();
  assert.match(await notice(plain), /avec ce que quelqu’un d’autre y a changé/);
  for (const page of [one, two]) {
    await shows(page, 'Un café, un thé.');
    await shows(page, '## Article 3. Raccompagner');
  }
  await field(two, /^Texte/).focus();
  await two.keyboard.press('Control+Home');
  await two.keyboard.type('Bienvenue.\n\n');
  await shows(one, 'Bienvenue.');
  assert.equal(await typed(one), await typed(two));
  await button(two, 'Enregistrer').click();
  assert.equal(await notice(two), 'La version est enregistrée.');
  for (const [at, title] of ['Accueillir', 'Présenter', 'Raccompagner'].entries()) {
    await two.locator(`#article-${at + 1}`).getByText(title).first().waitFor();
  }

  // Its words rest while members amend them: whoever still writes is told, and keeps what they wrote.
  await one.keyboard.type('À suivre.');
  await status(one).getByText(/Enregistré à/).waitFor();
  await two.reload();
  await two.getByText('Ouvrir aux amendements', { exact: true }).first().click();
  await field(two, /^Dernier jour/).fill(inDays(3));
  await button(two, 'Ouvrir aux amendements').click();
  await one.getByRole('alert').filter({ hasText: 'n’est plus en cours d’écriture' }).waitFor();
  assert.match(await one.getByLabel('Ce que vous aviez écrit').inputValue(), /À suivre\./);
  await two.getByText('À suivre.').first().waitFor();
});

test('two saves of the same words are shown side by side, and what was typed goes into the room', async () => {
  const version = await prepared('Guide du départ', '## Partir\n\nUn mot.');
  const [one, two] = [await as(chair), await as(administrator)];
  for (const page of [one, two]) await page.goto(`${version}/modifier`);
  await field(one, /^Texte/).fill('## Article 1. Partir\n\nUne lettre.');
  await button(one, 'Enregistrer').click();
  await field(two, /^Texte/).fill('## Article 1. Partir\n\nUn discours.');
  await button(two, 'Enregistrer').click();
  assert.match(await two.getByRole('alert').innerText(), /entre-temps/);
  const differ = await two.getByRole('region', { name: 'Ce qui diffère' }).innerText();
  assert.match(differ, /Une lettre\.[^]*Un discours\./);
  await button(two, 'Enregistrer').click();
  await two.getByText('Un discours.').first().waitFor();
});

test('cut from the network, one goes on writing the charter, and nothing is lost', async () => {
  const version = await prepared('Guide des réunions', '## Venir\n\nÀ l’heure.');
  const [one, two] = [await writes(chair, version), await writes(administrator, version)];
  await field(one, /^Texte/).focus();
  await one.keyboard.press('Control+Home');
  await one.context().setOffline(true);
  await status(one).getByText('Connexion coupée').waitFor();
  await one.keyboard.type('Pendant la coupure.\n\n');
  await status(one).getByText('à l’abri dans cet appareil').waitFor();
  await field(two, /^Texte/).focus();
  await two.keyboard.press('Control+End');
  await two.keyboard.type(' Ou presque.');
  await one.context().setOffline(false);
  for (const page of [one, two]) {
    await shows(page, 'Pendant la coupure.');
    await shows(page, 'Ou presque.');
  }
  await status(one).getByText(/Enregistré à/).waitFor();
  const { problems } = site.browser;
  problems.splice(0, problems.length, ...problems.filter((text) => !/WebSocket|ERR_INTERNET_DISCONNECTED/.test(text)));
});
