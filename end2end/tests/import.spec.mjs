// A council arrives with its own files, and one of its drafts becomes a public text.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { audit } from '../fixtures/a11y.mjs';
import { openBrowser } from '../fixtures/browser.mjs';
import { signIn } from '../fixtures/people.mjs';
import { createUser, startServer } from '../fixtures/server.mjs';

const COUNCIL = fileURLToPath(new URL('../fixtures/council', import.meta.url));
const PASSWORD = 'trois ecluses avant midi';
const ADMINISTRATOR = { email: 'bureau@val-orsanne.example', name: 'Secrétariat', password: PASSWORD, admin: true };
const CHAIR = 'Colette Marvejoul';
const FACILITATOR = 'Denis Fauvergue';
const AUTHOR = 'Brigitte Lassoux';
const TITLE = 'Rouvrir le chemin de halage';

let server;
let browser;

before(async () => {
  server = await startServer();
  browser = await openBrowser(server.url);
});

after(async () => {
  try {
    await browser?.close();
  } finally {
    await server?.stop();
  }
});

const press = (page, name) => page.getByRole('button', { name, exact: true }).first().click();

/** Opens the account of somebody who was invited, by the letter that the product keeps. */
const open = async (administrator, name) => {
  let link;
  for (let attempt = 0; !link && attempt < 40; attempt += 1) {
    await administrator.goto('/administration/messages');
    const letter = administrator.getByRole('listitem').filter({ hasText: emailOf(name) });
    if ((await letter.count()) > 0) {
      await letter.first().getByRole('link').first().click();
      link = /\/invitation\/[\w-]+/.exec(await administrator.getByRole('main').innerText())?.[0];
    } else {
      await administrator.waitForTimeout(100);
    }
  }
  assert.ok(link, `a letter to ${name}`);
  const page = await browser.page();
  await page.goto(link);
  await page.getByLabel('Mot de passe', { exact: true }).fill(PASSWORD);
  await page.getByLabel('Encore une fois, pour vérifier', { exact: true }).fill(PASSWORD);
  await press(page, 'Ouvrir mon compte');
  await page.waitForURL((url) => !url.pathname.startsWith('/invitation'));
  return page;
};

const emailOf = (name) => `${name.toLowerCase().replace(' ', '.')}@val-orsanne.example`;

test('the files of a council are imported, and one of its drafts is published', async () => {
  await createUser(server, ADMINISTRATOR);
  const foreseen = await server.run(['import', COUNCIL, '--dry-run']).catch((error) => error.message);
  const report = await server.run(['import', COUNCIL]).catch((error) => error.message);
  for (const said of [foreseen, report]) {
    assert.match(said, /council\.toml.*8.*group\.cafe/);
    assert.match(said, /members\.csv.*5/, 'the line that cannot be taken is told by its number');
    assert.match(said, /library/, 'what is not imported is told');
  }

  const administrator = await browser.page();
  await signIn(administrator, ADMINISTRATOR.email, PASSWORD);
  await administrator.goto('/administration/membres/inviter');
  await press(administrator, 'Inviter ces 3 personnes');
  await administrator.getByText('Les invitations sont préparées').waitFor();
  const author = await open(administrator, AUTHOR);
  await author.goto('/textes');
  await author.getByRole('link', { name: TITLE }).first().click();
  assert.equal((await author.getByRole('heading', { level: 1 }).innerText()).trim(), TITLE);
  await author.getByRole('cell', { name: 'à débroussailler' }).waitFor();
  await audit(author);
  await press(author, 'Envoyer en relecture');
  const address = new URL(author.url()).pathname;

  const facilitator = await open(administrator, FACILITATOR);
  await facilitator.goto(address);
  await press(facilitator, 'Approuver');
  await press(facilitator, 'Proposer à l’adoption');

  const chair = await open(administrator, CHAIR);
  await chair.goto(address);
  await chair.getByLabel(/^Instance/).fill('Assemblée plénière');
  await chair.getByLabel(/^Voix pour/).fill('24');
  await press(chair, 'Adopter');
  await press(chair, 'Publier');
  await chair.getByRole('link', { name: 'Lire la publication' }).click();
  await chair.waitForURL(/\/publications\//);

  const visitor = await browser.page();
  await visitor.goto('/');
  await visitor.getByRole('link', { name: TITLE }).first().click();
  assert.match(new URL(visitor.url()).pathname, /^\/publications\/2026-01$/);
  // A link to another text of the council leads to it, under the number it came with.
  await visitor.getByRole('main').getByRole('link', { name: 'Le canal en hiver' }).first().click();
  assert.equal((await visitor.getByRole('heading', { level: 1 }).innerText()).trim(), 'Le canal en hiver');
  assert.match(new URL(visitor.url()).pathname, /^\/publications\/2025-0*3$/);
  await audit(visitor);
});
