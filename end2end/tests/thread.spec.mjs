// The whole thread, from an empty installation to a numbered text that anyone can read and check:
// once with script, once without, then again in English for what a newcomer meets first.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';

import { audit } from '../fixtures/a11y.mjs';
import { openBrowser } from '../fixtures/browser.mjs';
import { signIn } from '../fixtures/people.mjs';
import { startServer } from '../fixtures/server.mjs';

const PASSWORD = 'quatre chemins vers la gare';
const CHAIR = { name: 'Armelle Goasdoué', email: 'armelle@conseil.example' };
const FACILITATOR = { name: 'Maryse Belvaux', email: 'maryse@conseil.example' };
const READER = { name: 'Gérard Pontivy', email: 'gerard@conseil.example' };
const TITLE = 'Rejoindre la gare sans voiture';
const BODY = `## Constat

Quatre trajets sur dix font moins de trois kilomètres[^1].

| Trajet | Part |
| --- | ---: |
| École | 12 % |

## Recommandation 1 : un chemin continu

Ouvrir le chemin avant la rentrée.

[^1]: Enquête du groupe.
`;

for (const javaScriptEnabled of [true, false]) {
  test(`from installation to publication, ${javaScriptEnabled ? 'with' : 'without'} script`, async () => {
    const server = await startServer();
    const browser = await openBrowser(server.url);
    try {
      await thread(browser, { javaScriptEnabled });
      await browser.close();
    } finally {
      await browser.close().catch(() => {});
      await server.stop();
    }
  });
}

const thread = async (browser, options) => {
  const chair = await browser.page(options);
  await install(chair);
  const links = await invite(chair, [FACILITATOR, READER]);
  const facilitator = await accept(browser, options, links[0]);
  const reader = await accept(browser, options, links[1]);
  const group = await openGroup(chair);
  await addMember(facilitator, group, READER);

  const text = await write(facilitator, group);
  await press(facilitator, 'Envoyer en relecture');
  await askForChanges(reader, text);
  await revise(facilitator, text);
  await press(facilitator, 'Envoyer en relecture');
  await approve(reader, text);
  await facilitator.goto(text);
  await press(facilitator, 'Proposer à l’adoption');
  const publication = await adoptAndPublish(chair, text);

  const visitor = await browser.page(options);
  await readAsVisitor(visitor, publication, options);
  assert.equal((await visitor.goto(text)).status(), 200, 'a published text is read by everyone');
};

const field = (page, name) => page.getByLabel(name, { exact: true });
const press = async (page, name) => {
  await page.getByRole('button', { name, exact: true }).first().click();
  await page.waitForLoadState();
};

const install = async (page) => {
  await page.goto('/');
  assert.equal(new URL(page.url()).pathname, '/installation');
  await field(page, 'Nom du conseil').fill('Conseil de développement des Quatre Chemins');
  await field(page, 'Territoire').fill('Pays des Quatre Chemins');
  await field(page, 'Vos prénom et nom').fill(CHAIR.name);
  await page.getByRole('radio', { name: /Présidence/ }).first().check();
  await field(page, 'Adresse électronique').fill(CHAIR.email);
  await field(page, 'Mot de passe').fill(PASSWORD);
  await field(page, 'Encore une fois, pour vérifier').fill(PASSWORD);
  await press(page, 'Installer le site');
  assert.notEqual(new URL(page.url()).pathname, '/installation');
};

const invite = async (page, people) => {
  await page.goto('/administration/membres/inviter');
  await field(page, 'Une personne par ligne').fill(people.map(({ name, email }) => `${email} ; ${name}`).join('\n'));
  await press(page, 'Inviter la liste');
  const links = [];
  for (const { email } of people) {
    links.push(await letterTo(page, email));
  }
  return links;
};

/** The link in the letter that the product keeps, since no mail server is set. */
const letterTo = async (page, email) => {
  for (let attempt = 0; attempt < 40; attempt += 1) {
    await page.goto('/administration/messages');
    const row = page.getByRole('listitem').filter({ hasText: email }).or(page.getByRole('row').filter({ hasText: email }));
    if ((await row.count()) > 0) {
      await row.first().getByRole('link').first().click();
      const text = await page.getByRole('main').innerText();
      const link = /\/invitation\/[\w-]+/.exec(text);
      if (link) return link[0];
    }
    await page.waitForTimeout(100);
  }
  return assert.fail(`no letter to ${email}`);
};

const accept = async (browser, options, link) => {
  const page = await browser.page(options);
  await page.goto(link);
  await field(page, 'Mot de passe').fill(PASSWORD);
  await field(page, 'Encore une fois, pour vérifier').fill(PASSWORD);
  await press(page, 'Ouvrir mon compte');
  assert.ok(!page.url().includes('/invitation/'), 'the account is open');
  return page;
};

const openGroup = async (page) => {
  await page.goto('/groupes/nouveau');
  await field(page, 'Nom du groupe').fill('Mobilités du quotidien');
  await page.getByRole('radio', { name: /^Fermé/ }).check();
  await page.getByLabel(/^Mission/).fill('Dire comment rejoindre la gare sans voiture.');
  await page.getByLabel(/^Qui l’anime$/).selectOption({ label: FACILITATOR.name }).catch(async () => {
    await page.getByLabel(/^Qui l’anime/).first().selectOption({ label: FACILITATOR.name });
  });
  await press(page, 'Créer le groupe');
  const { pathname } = new URL(page.url());
  assert.match(pathname, /^\/groupes\/mobilites-du-quotidien/);
  return '/groupes/mobilites-du-quotidien';
};

const addMember = async (page, group, person) => {
  await page.goto(`${group}/membres`);
  await page.getByRole('radio', { name: new RegExp(person.name) }).check().catch(async () => {
    await page.getByLabel('Personne à ajouter').selectOption({ label: person.name });
  });
  await press(page, 'Ajouter ou inviter');
  await page.getByRole('main').getByText(person.name).first().waitFor();
};

const write = async (page, group) => {
  await page.goto(`${group}/contributions/nouvelle`);
  await field(page, 'Titre').fill(TITLE);
  await page.getByLabel(/^Résumé/).fill('Un chemin continu mènerait quatre bourgs à la gare.');
  await page.getByLabel(/^Texte/).first().fill(BODY.replace('avant la rentrée', 'dès que possible'));
  await press(page, 'Enregistrer');
  assert.match(new URL(page.url()).pathname, /^\/contributions\/\d+$/);
  return new URL(page.url()).pathname;
};

const askForChanges = async (page, text) => {
  await page.goto(text);
  await page.getByLabel(/^Votre avis sur cette version/).fill('« Dès que possible » ne se vérifie pas : donnez une date.');
  await press(page, 'Demander des modifications');
  await page.goto(text);
  await page.getByText('ne se vérifie pas').first().waitFor();
};

const revise = async (page, text) => {
  await page.goto(`${text}/modifier`);
  await page.getByLabel(/^Texte/).first().fill(BODY);
  await page.getByLabel(/^Ce qui change/).fill('Une date');
  await press(page, 'Enregistrer');
  await page.goto(`${text}/historique`);
  await page.getByText('Une date').first().waitFor();
  await page.goto(text);
};

const approve = async (page, text) => {
  await page.goto(text);
  await press(page, 'Approuver');
};

const adoptAndPublish = async (page, text) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Ouvrir le texte' }).first().click();
  await page.goto(text);
  await page.getByLabel(/^Instance/).fill('Assemblée plénière');
  await page.getByLabel(/^Voix pour/).fill('31');
  await page.getByLabel(/^Voix contre/).fill('2');
  await page.getByLabel(/^Abstentions/).fill('1');
  await press(page, 'Adopter');
  await page.goto(text);
  await press(page, 'Publier');
  await page.goto('/publications');
  await page.getByRole('link', { name: TITLE }).first().click();
  return new URL(page.url()).pathname;
};

const readAsVisitor = async (page, publication, { javaScriptEnabled }) => {
  assert.match(publication, /^\/publications\/\d{4}-01$/);
  await page.goto('/');
  await page.getByRole('link', { name: TITLE }).first().waitFor();
  await page.goto(publication);
  assert.equal((await page.getByRole('heading', { level: 1 }).innerText()).trim(), TITLE);
  const shown = await page.getByRole('main').innerText();
  assert.match(shown, /31/);
  const bytes = Buffer.from(await (await page.request.get(`${publication}.md`)).body());
  assert.ok(bytes.toString('utf8').startsWith(`# ${TITLE}\n`));
  const fingerprint = createHash('sha256').update(bytes).digest('hex');
  assert.ok(shown.replaceAll(/\s/g, '').includes(fingerprint), 'the fingerprint is that of the bytes served');

  await page.getByRole('link', { name: 'Note 1' }).click();
  assert.match(page.url(), /#.*note/);
  await page.getByRole('link', { name: /Revenir au texte/ }).first().click();
  assert.match(page.url(), /#.*call/);
  const feed = await page.request.get('/publications.atom');
  assert.match(await feed.text(), new RegExp(TITLE));
  if (javaScriptEnabled) await audit(page);
};

test('what a newcomer meets first is in English too', async () => {
  const server = await startServer({ demo: true });
  const browser = await openBrowser(server.url);
  try {
    const page = await browser.page({ locale: 'en-GB' });
    for (const [path, title] of [['/connexion', 'Sign in'], ['/publications', 'Publications'], ['/groupes', 'Groups']]) {
      await page.goto(path);
      assert.equal(await page.locator('html').getAttribute('lang'), 'en');
      assert.equal((await page.getByRole('heading', { level: 1 }).innerText()).trim(), title);
      await audit(page);
    }
    const french = await browser.page();
    await signIn(french, 'membre@demo.example');
    assert.equal(await french.locator('html').getAttribute('lang'), 'fr');
    await browser.close();
  } finally {
    await browser.close().catch(() => {});
    await server.stop();
  }
});
