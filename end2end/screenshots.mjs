// Pictures of the main pages of the demonstration council, in end2end/results.

import { openBrowser, screenshot } from './fixtures/browser.mjs';
import { chair, signIn } from './fixtures/people.mjs';
import { startServer } from './fixtures/server.mjs';

const PUBLIC = { presentation: '/', publications: '/publications', charte: '/charte', accessibilite: '/accessibilite' };
const SIGNED_IN = { accueil: '/', groupes: '/groupes', groupe: '/groupes/mobilites', textes: '/textes', membres: '/membres' };

const server = await startServer({ demo: true });
const browser = await openBrowser(server.url);
try {
  const page = await browser.page();
  const picture = async ([name, path]) => {
    await page.goto(path);
    await screenshot(page, name);
  };
  for (const one of Object.entries(PUBLIC)) await picture(one);
  await page.goto('/connexion');
  await screenshot(page, 'connexion');
  await signIn(page, chair);
  for (const one of Object.entries(SIGNED_IN)) await picture(one);
} finally {
  await server.stop();
  await browser.close();
}
