// The review of a text by named people, with the whole council, and what becomes of it once public.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';

import { audit, contrastInTheDark, noSidewaysScroll } from '../fixtures/a11y.mjs';
import { picture } from '../fixtures/browser.mjs';
import { inDays } from '../fixtures/days.mjs';
import { demonstration } from '../fixtures/demonstration.mjs';
import { chair, facilitator, member, someoneElse } from '../fixtures/people.mjs';

const site = demonstration();
const as = (email, options = {}) => site.as(email, { javaScriptEnabled: true, ...options });

const button = (page, name) => page.getByRole('button', { name, exact: true });
const field = (page, name) => page.getByRole('textbox', { name });
const heading = (page) => page.getByRole('heading', { level: 1 }).textContent();
const path = (page) => new URL(page.url()).pathname;

const BODY = '## Ce que nous avons constaté\n\nDeux personnes sur trois viennent seules.\n\n## Ce que nous proposons\n\nUn chemin continu.';

/** Begins a text in `mobilites` and sends it for review; gives its address. */
const write = async (page, title) => {
  await page.goto('/groupes/mobilites/contributions/nouvelle');
  await field(page, /^Titre/).fill(title);
  await page.getByRole('radio', { name: 'Avis' }).check();
  await field(page, /^Résumé/).fill('Deux personnes sur trois viennent seules.');
  await field(page, /^Texte/).fill(BODY);
  await button(page, 'Enregistrer').click();
  await page.waitForURL(/\/contributions\/\d+\?/);
  await button(page, 'Envoyer en relecture').click();
  await page.getByText('Le texte est en relecture').first().waitFor();
  return path(page);
};

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with script' : 'without script';
  const options = { javaScriptEnabled };

  test(`two reviewers are named, one asks for changes, ${how}`, async () => {
    const author = await as(member, options);
    const address = await write(author, `Un texte à relire à plusieurs, ${how}`);
    await author.goto(`${address}/organiser`);
    await author.getByLabel(/^Pour quand le texte est attendu/).fill(inDays(12));
    await button(author, 'Enregistrer l’échéance').click();
    await author.getByText('L’échéance est enregistrée.').waitFor();
    for (const name of ['Maryvonne', 'Odile']) {
      await author.getByRole('searchbox', { name: 'Rechercher une personne' }).fill(name);
      await button(author, 'Rechercher').click();
      await author.getByRole('radio').first().check();
      await author.getByLabel(/^Pour quelle date/).fill(inDays(5));
      await button(author, 'Demander cette relecture').click();
      await author.getByText('La relecture est demandée.').waitFor();
    }
    assert.equal(await author.getByText('N’a pas encore relu').count(), 2);
    if (javaScriptEnabled) await audit(author);
    await noSidewaysScroll(author);
    if (javaScriptEnabled) await picture(author, 'relecture-organiser');

    const reviewer = await as(facilitator, options);
    await reviewer.goto(address);
    assert.match(await reviewer.locator('.page-head').textContent(), /dans 12\sjours/);
    await field(reviewer, /^Votre avis/).fill('Dire pour quand.');
    await button(reviewer, 'Demander des modifications').click();
    await reviewer.getByText('Votre avis est enregistré.').waitFor();
    await reviewer.getByText('Demande des modifications', { exact: true }).waitFor();

    await author.goto(`${address}/modifier`);
    await field(author, /^Texte/).fill(BODY.replace('continu.', 'continu avant 2027.'));
    await button(author, 'Enregistrer').click();
    await author.getByText('A relu la version 1').waitFor();
    await button(author, 'Envoyer en relecture').click();

    await reviewer.goto(address);
    await reviewer.getByText(/Depuis votre lecture \(version 1\), une version/).waitFor();
    await reviewer.getByRole('link', { name: 'Voir ce qui a changé' }).click();
    assert.match(await reviewer.locator('ins').first().textContent(), /avant 2027/);
    await reviewer.goto(address);
    await button(reviewer, 'Approuver').click();
    await reviewer.getByText('Approuve cette version').waitFor();
    await reviewer.getByRole('checkbox', { name: /Chaque chiffre a sa source/ }).check();
    await button(reviewer, 'Enregistrer la liste').click();
    await reviewer.getByText('La liste est enregistrée.').waitFor();
    await reviewer.getByText(/Maryvonne .*, le /).first().waitFor();
    await button(reviewer, 'Proposer à l’adoption').click();
    assert.equal(await heading(reviewer), 'Avant de proposer le texte');
    if (javaScriptEnabled) {
      await audit(reviewer);
      await picture(reviewer, 'relecture-proposer');
    }
    await button(reviewer, 'Proposer le texte quand même').click();
    await reviewer.getByText('Le texte est proposé à l’adoption.').waitFor();
  });

  test(`an author cannot be named, ${how}`, async () => {
    const author = await as(member, options);
    const address = await write(author, `Un texte signé, ${how}`);
    await author.goto(`${address}/organiser?q=G%C3%A9rard`);
    await author.getByText('Personne de ce nom ne peut relire ce texte.').waitFor();
  });

  test(`the whole council is consulted, then no longer, ${how}`, async () => {
    const author = await as(member, options);
    const address = await write(author, `Un texte pour tout le conseil, ${how}`);
    const outsider = await as(someoneElse, options);
    assert.equal((await outsider.goto(address)).status(), 404);
    const runs = await as(facilitator, options);
    await runs.goto(`${address}/organiser`);
    await button(runs, 'Ouvrir la consultation').click();
    await runs.getByText(/réponses sont à corriger/).waitFor();
    await runs.getByLabel(/^Dernier jour/).fill(inDays(7));
    await field(runs, /^Question posée/).fill('Ce chemin servirait-il dans votre commune ?');
    await button(runs, 'Ouvrir la consultation').click();
    await runs.getByText('Le texte est soumis à l’ensemble du conseil.').waitFor();

    await outsider.goto('/textes?consultation=oui');
    await outsider.getByRole('link', { name: new RegExp(`pour tout le conseil, ${how}`) }).click();
    await outsider.getByText('Ce chemin servirait-il dans votre commune').waitFor();
    await field(outsider, /^Votre commentaire/).fill('Oui, jusqu’au collège.');
    await button(outsider, 'Commenter').click();
    await outsider.getByText('Oui, jusqu’au collège.').waitFor();
    if (javaScriptEnabled) {
      await audit(outsider);
      await picture(outsider, 'relecture-consultation');
    }
    await noSidewaysScroll(outsider);
    await runs.goto(`${address}/organiser`);
    await button(runs, 'Terminer la consultation maintenant').click();
    await runs.getByText('La consultation est terminée.').waitFor();
    assert.equal((await outsider.goto(address)).status(), 404);
  });

  test(`two people write in different places, and both are kept, ${how}`, async () => {
    const one = await as(member, options);
    const address = await write(one, `Un texte à deux mains, ${how}`);
    const two = await as(facilitator, options);
    // Where no room can be had; in one, both would see each other's words.
    for (const page of [one, two]) await page.routeWebSocket(/\/direct$/, (socket) => socket.close({ code: 1013 }));
    await one.goto(`${address}/modifier`);
    await two.goto(`${address}/modifier`);
    await field(two, /^Texte/).fill(BODY.replace('continu', 'continu et éclairé'));
    await button(two, 'Enregistrer').click();
    await two.getByText('Votre texte est enregistré.').waitFor();
    await field(one, /^Texte/).fill(BODY.replace('seules', 'seules en voiture'));
    await button(one, 'Enregistrer').click();
    await one.getByText(/ils sont réunis/).waitFor();
    assert.match(await one.locator('ins').first().textContent(), /en voiture/);
    if (javaScriptEnabled) {
      await audit(one);
      await picture(one, 'relecture-fusion');
    }
    await one.getByRole('link', { name: 'Lire le texte' }).click();
    await one.getByText('Un chemin continu et éclairé.').waitFor();
    await one.getByText('Deux personnes sur trois viennent seules en voiture.').waitFor();
    await one.goto(`${address}/historique`);
    await one.getByText(/Réunion de deux travaux/).waitFor();
  });
}

test('a published text is corrected: its number stays, the former version too', async () => {
  const president = await as(chair, { javaScriptEnabled: false });
  await president.goto('/publications');
  const publication = await president
    .getByRole('link', { name: 'Rouvrir les logements vacants de nos bourgs' })
    .getAttribute('href');
  const bytes = async (address) => Buffer.from(await (await fetch(site.server.url + address)).arrayBuffer());
  const first = await bytes(`${publication}.md`);
  await president.goto(publication);
  await president.getByRole('link', { name: 'Voir le travail du groupe' }).click();
  const address = path(president);
  await president.goto(`${address}/corriger`);
  const text = await field(president, /^Texte/).inputValue();
  // Without a reason, nothing is done and nothing is lost.
  await field(president, /^Texte/).fill(`${text}\n\nUne phrase oubliée.`);
  await button(president, 'Publier la version corrigée').click();
  assert.match(await field(president, /^Texte/).inputValue(), /Une phrase oubliée/);
  await field(president, /^Motif de la correction/).fill('Une phrase manquait à la fin');
  await button(president, 'Publier la version corrigée').click();
  await president.getByText('La version corrigée est publiée.').waitFor();
  assert.equal(path(president), publication);

  const visitor = await site.browser.page();
  await visitor.goto(publication);
  await visitor.getByText(/Version corrigée le .*Une phrase manquait à la fin/).waitFor();
  const fingerprint = createHash('sha256').update(await bytes(`${publication}.md`)).digest('hex');
  assert.ok((await visitor.locator('.colophon').textContent()).includes(fingerprint));
  await audit(visitor);
  await picture(visitor, 'publication-corrigee');
  await visitor.getByRole('link', { name: 'Lire la version précédente' }).click();
  assert.equal(path(visitor), `${publication}/versions/1`);
  await visitor.getByText(/Elle a été corrigée depuis/).waitFor();
  assert.deepEqual(await bytes(`${publication}/versions/1.md`), first, 'the very bytes that were adopted');
  const former = createHash('sha256').update(first).digest('hex');
  assert.ok((await visitor.locator('.colophon').textContent()).includes(former));
  await audit(visitor);
  await noSidewaysScroll(visitor);
  const feed = await (await fetch(`${site.server.url}/publications.atom`)).text();
  assert.match(feed, /Une phrase manquait à la fin/);
});

test('the record of an adoption that was typed in wrongly is mended, and readers are told', async () => {
  const president = await as(chair, { javaScriptEnabled: false });
  await president.goto('/publications');
  await president.getByRole('link', { name: 'Rouvrir les logements vacants de nos bourgs' }).click();
  const publication = path(president);
  const print = async () => (await president.locator('.colophon .mono').last().textContent()) ?? '';
  const fingerprint = await print();
  await president.getByRole('link', { name: 'Voir le travail du groupe' }).click();
  await president.getByText('Autres actions').click();
  await president.getByRole('link', { name: 'Rectifier le procès-verbal' }).click();
  const before = await field(president, 'Voix pour').inputValue();
  await field(president, 'Voix pour').fill(String(Number(before) + 2));
  await button(president, 'Rectifier le procès-verbal').click();
  // Without a reason, nothing is done and nothing is lost.
  assert.equal(await field(president, 'Voix pour').inputValue(), String(Number(before) + 2));
  await field(president, /^Ce qui était faux/).fill('Deux pouvoirs avaient été oubliés');
  await button(president, 'Rectifier le procès-verbal').click();
  await president.getByText('Le procès-verbal est rectifié.').waitFor();
  assert.equal(await print(), fingerprint);

  const visitor = await site.browser.page();
  await visitor.goto(publication);
  await visitor.getByText(/Procès-verbal rectifié le .*Deux pouvoirs avaient été oubliés/).waitFor();
  await visitor.getByText(new RegExp(`${Number(before) + 2}.pour`)).first().waitFor();
  await noSidewaysScroll(visitor);
});

test('a published text is withdrawn: it says so, and stays readable', async () => {
  const president = await as(chair);
  await president.goto('/publications');
  await president.getByRole('link', { name: 'Trouver un médecin près de chez soi' }).click();
  const publication = path(president);
  await president.getByRole('link', { name: 'Voir le travail du groupe' }).click();
  await president.getByText('Autres actions').click();
  await president.getByRole('link', { name: 'Remplacer ou retirer ce texte' }).click();
  await president.getByRole('radio', { name: /^Remplacé/ }).check();
  await field(president, /^Motif/).fill('Les chiffres ont deux ans.');
  await field(president, /^Numéro du texte/).fill('1999-01');
  await button(president, 'Enregistrer').click();
  await president.getByText(/écrivez le numéro d’une autre publication/).first().waitFor();
  await audit(president);
  await picture(president, 'publication-retirer');
  await president.getByRole('radio', { name: /^Retiré/ }).check();
  await button(president, 'Enregistrer').click();
  await president.getByText('Ce que devient le texte est enregistré.').waitFor();

  const visitor = await site.browser.page();
  await visitor.goto(publication);
  await visitor.getByText(/Le conseil a retiré ce texte/).waitFor();
  await visitor.getByText('Les chiffres ont deux ans.').waitFor();
  assert.ok((await visitor.locator('.booklet').textContent()).length > 4000, 'it stays readable');
  await audit(visitor);
  await picture(visitor, 'publication-retiree');
  await visitor.goto('/publications');
  assert.match(await visitor.locator('.rows').first().textContent(), /./);
  await visitor.getByText('Retiré', { exact: true }).first().waitFor();
  await visitor.getByText('Remplacé', { exact: true }).first().waitFor();
  const english = await site.browser.page({ locale: 'en-GB' });
  await english.goto(publication);
  await english.getByText(/The council withdrew this text/).waitFor();
  await audit(english);
});

test('the text of several reviewers, in light and dark', async () => {
  const page = await as(member);
  await page.goto('/textes?q=gare');
  await page.getByRole('link', { name: 'Rejoindre la gare et l’école sans voiture' }).first().click();
  await page.getByRole('heading', { name: 'Relectures demandées' }).waitFor();
  await audit(page);
  await contrastInTheDark(page);
  await noSidewaysScroll(page);
  await picture(page, 'relecture-texte');
  const president = await as(chair);
  const publication = await president.goto('/publications');
  assert.equal(publication.status(), 200);
  await picture(president, 'publications-devenues');
});
