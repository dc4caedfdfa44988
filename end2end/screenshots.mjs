// Pictures of every page of fixtures/pages.mjs in end2end/results: on a phone and on a desk, light and dark, and
// printed where people print; then those that the README shows, and those of the tutorials.
//
//     node end2end/screenshots.mjs                 all of them
//     node end2end/screenshots.mjs membre-texte    those whose names begin so

import { fileURLToPath } from 'node:url';

import { openBrowser, printed, screenshot } from './fixtures/browser.mjs';
import { everyPage } from './fixtures/pages.mjs';
import { startServer } from './fixtures/server.mjs';
import { tutorialPictures } from './tutorial-pictures.mjs';

/** Those that people pin on a wall, or read on paper. */
const PRINTED = /^visiteur-(presentation|publication)|^membre-(accueil|groupe|groupe-membres|discussion|texte|membres)$|^referente-comparer/;

/** Those that the README shows. */
const README = { 'visiteur-publication': 'publication', 'membre-accueil': 'accueil', 'membre-texte': 'texte' };
const IMAGES = fileURLToPath(new URL('../docs/images', import.meta.url));

const server = await startServer({ demo: true });
const browser = await openBrowser(server.url);
let taken = 0;
try {
  await everyPage({ server, browser }, async (page, name) => {
    await screenshot(page, name);
    if (PRINTED.test(name)) await printed(page, name);
    const image = README[name];
    if (image) await page.screenshot({ path: `${IMAGES}/${image}.png`, clip: { x: 0, y: 0, width: 1280, height: 860 } });
    taken += 1;
  }, { only: process.argv[2] });
  console.log(`${taken} pages`);
  if (!process.argv[2]) console.log(`${await tutorialPictures({ server, browser })} pictures of the tutorials`);
} finally {
  await server.stop();
  await browser.close();
}
