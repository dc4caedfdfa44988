// The pictures of the tutorials that come with the program, in both languages, as pictures.json asks for them.
//
//     node end2end/tutorial-pictures.mjs              all of them
//     node end2end/tutorial-pictures.mjs ecrire       those whose names begin so

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { openBrowser } from './fixtures/browser.mjs';
import { administrator, chair, facilitator, member, signIn, someoneElse } from './fixtures/people.mjs';
import { startServer } from './fixtures/server.mjs';

const FOLDER = fileURLToPath(new URL('../server/shipped/tutorials', import.meta.url));
const LANGUAGES = { fr: 'fr-FR', en: 'en-GB' };
const PEOPLE = {
  membre: member,
  autre: someoneElse,
  referente: facilitator,
  presidence: chair,
  administration: administrator,
  visiteur: null,
};
/** Bytes of a picture, and the qualities that are tried until it is no heavier. */
const HEAVIEST = 39_000;
const QUALITIES = [80, 60, 45, 30];
/** Room around what is framed. */
const MARGIN = 12;

/** Goes where the picture is taken; `text` is the title of something to open from there. */
const goTo = async (page, { path, text }) => {
  await page.goto(path);
  if (!text) return;
  const link = page.getByRole('main').getByRole('link', { name: text }).first();
  const href = (await link.count()) ? await link.getAttribute('href') : `/textes/nomme/${encodeURIComponent(text)}`;
  await page.goto(new URL(href, page.url()).href);
};

/** What is in the frame: the whole screen, or what `focus` names, as high as the picture at most. */
const frame = async (page, { width, height, focus }) => {
  if (!focus) return { x: 0, y: 0, width, height };
  const one = page.locator(focus).first();
  await one.scrollIntoViewIfNeeded();
  const box = await one.boundingBox();
  if (!box) throw new Error(`${page.url()}: nothing to frame at ${focus}`);
  const scrolled = await page.evaluate(() => scrollY);
  const x = Math.max(0, box.x - MARGIN);
  const y = Math.max(0, box.y + scrolled - MARGIN);
  return {
    x,
    y,
    width: Math.min(width - x, box.width + 2 * MARGIN),
    height: Math.min(height, box.height + 2 * MARGIN),
  };
};

/** As light as it must be, and no lighter: less fine first, then less high. */
const taken = async (page, clip) => {
  for (let height = clip.height; height > clip.height / 3; height *= 0.85) {
    for (const quality of QUALITIES) {
      const picture = await page.screenshot({ type: 'jpeg', quality, clip: { ...clip, height }, fullPage: true });
      if (picture.length <= HEAVIEST) return picture;
    }
  }
  throw new Error(`${page.url()}: the picture stays too heavy`);
};

/** Takes them all; `only` is the beginning of their names. */
export const tutorialPictures = async ({ server, browser, only = '' }) => {
  const asked = Object.entries(JSON.parse(await readFile(`${FOLDER}/pictures.json`, 'utf8')));
  let count = 0;
  for (const [language, locale] of Object.entries(LANGUAGES)) {
    await mkdir(`${FOLDER}/pictures/${language}`, { recursive: true });
    const pages = new Map();
    for (const [name, wanted] of asked) {
      if (!name.startsWith(only)) continue;
      if (!(wanted.as in PEOPLE)) throw new Error(`${name}: nobody is ${wanted.as}`);
      if (!pages.has(wanted.as)) {
        const page = await browser.page({ locale });
        if (PEOPLE[wanted.as]) await signInAs(page, PEOPLE[wanted.as]);
        pages.set(wanted.as, page);
      }
      const page = pages.get(wanted.as);
      await page.setViewportSize({ width: wanted.width, height: wanted.height });
      try {
        await goTo(page, wanted);
        await page.evaluate(() => document.fonts.ready);
        const picture = await taken(page, await frame(page, wanted));
        await writeFile(`${FOLDER}/pictures/${language}/${name}.jpg`, picture);
        count += 1;
      } catch (error) {
        throw new Error(`${language}/${name}: ${error.message}`);
      }
    }
  }
  return count;
};

/** Signs in whatever the language of the page. */
const signInAs = async (page, email) => {
  await page.goto('/connexion');
  const french = (await page.locator('html').getAttribute('lang')) === 'fr';
  if (french) return signIn(page, email);
  const { PASSWORD } = await import('./fixtures/people.mjs');
  await page.locator('input[name=email]').fill(email);
  await page.locator('input[name=password]').fill(PASSWORD);
  await page.locator('main form button:not([type=button])').first().click();
  await page.waitForURL((url) => url.pathname !== '/connexion');
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const server = await startServer({ demo: true });
  const browser = await openBrowser(server.url);
  try {
    console.log(`${await tutorialPictures({ server, browser, only: process.argv[2] })} pictures`);
  } finally {
    await server.stop();
    await browser.close();
  }
}
