// Pictures of every kind of page of the demonstration council, as those who use it most, in end2end/results,
// and the few that the README shows.

import { fileURLToPath } from 'node:url';

import { openBrowser, screenshot } from './fixtures/browser.mjs';
import { administrator, chair, facilitator, member, signIn } from './fixtures/people.mjs';
import { startServer } from './fixtures/server.mjs';

const TEXT = /^\/contributions\/\d+$/;
const REVIEWED = '/textes?q=Rejoindre+la+gare';
const REVISED = '/textes?q=Rouler';

/** Who looks at what: a name for the picture, and an address or a link to follow from one. */
const PAGES = {
  visiteur: {
    presentation: '/',
    connexion: '/connexion',
    'mot-de-passe': '/mot-de-passe',
    publications: '/publications',
    publication: ['/publications', /^\/publications\/\d+-\d+$/],
    groupes: '/groupes',
    accessibilite: '/accessibilite',
    'donnees-personnelles': '/donnees-personnelles',
    mentions: '/mentions',
    introuvable: '/nulle-part',
  },
  membre: {
    accueil: '/',
    groupe: '/groupes/mobilites',
    texte: [REVIEWED, TEXT],
    ecrire: '/groupes/mobilites/contributions/nouvelle',
    textes: '/textes',
    membres: '/membres',
    membre: ['/membres', /^\/membres\/\d+$/],
    'mon-compte': '/mon-compte',
  },
  referente: {
    accueil: '/',
    groupe: '/groupes/mobilites',
    'groupe-membres': '/groupes/mobilites/membres',
    'groupe-modifier': '/groupes/mobilites/modifier',
    relire: [REVIEWED, TEXT],
    'a-reprendre': [REVISED, TEXT],
    historique: [REVISED, TEXT, '/historique'],
    modifier: [REVISED, TEXT, '/modifier'],
    auteurs: [REVISED, TEXT, '/auteurs'],
    comparer: [REVISED, TEXT, '/comparer?de=1&a=2'],
  },
  presidence: {
    accueil: '/',
    adopter: ['/textes?etat=ready_for_adoption', TEXT],
    'groupe-nouveau': '/groupes/nouveau',
    administration: '/administration',
  },
  administration: {
    accueil: '/',
    administration: '/administration',
    conseil: '/administration/conseil',
    personnes: '/administration/membres',
    personne: ['/administration/membres', /^\/administration\/membres\/\d+$/],
    inviter: '/administration/membres/inviter',
    messages: '/administration/messages',
    journal: '/administration/journal',
  },
};
const ACCOUNTS = { membre: member, referente: facilitator, presidence: chair, administration: administrator };

/** Those that the README shows, taken again in docs/images. */
const README = { 'visiteur-publication': 'publication', 'membre-accueil': 'accueil', 'membre-texte': 'texte' };
const IMAGES = fileURLToPath(new URL('../docs/images', import.meta.url));

const only = process.argv[2];
const server = await startServer({ demo: true });
const browser = await openBrowser(server.url);
try {
  for (const [who, pages] of Object.entries(PAGES)) {
    if (only && only !== who) continue;
    const page = await browser.page({ viewport: { width: 1280, height: 860 } });
    if (ACCOUNTS[who]) await signIn(page, ACCOUNTS[who]);
    for (const [name, where] of Object.entries(pages)) {
      const address = await addressOf(page, where);
      if (!address) {
        console.warn(`${who}: nothing to show as ${name}`);
        continue;
      }
      await page.goto(address);
      await screenshot(page, `${who}-${name}`);
      const image = README[`${who}-${name}`];
      if (image) await page.screenshot({ path: `${IMAGES}/${image}.png`, clip: { x: 0, y: 0, width: 1280, height: 860 } });
    }
    await page.context().close();
  }
} finally {
  await server.stop();
  await browser.close();
}

/** An address as it is, or the first one of a page that fits a pattern, and what follows it. */
async function addressOf(page, where) {
  if (typeof where === 'string') return where;
  const [from, pattern, rest = ''] = where;
  await page.goto(from);
  const links = await page.locator('main a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  const found = links.find((link) => pattern.test(link));
  return found && found + rest;
}
