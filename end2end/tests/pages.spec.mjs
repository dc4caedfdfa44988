// Every page and every state of a page, as fixtures/pages.mjs lists them: what a machine can see of each.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { noSidewaysScroll, smallTargets } from '../fixtures/a11y.mjs';
import { demonstration } from '../fixtures/demonstration.mjs';
import { PAGES, everyPage } from '../fixtures/pages.mjs';

const site = demonstration();

for (const [who] of PAGES) {
  test(`what ${who} comes upon works without script, holds on a phone and prints`, async () => {
    const wrong = [];
    const visit = async (page, name) => {
      for (const look of [oneTitle, noSidewaysScroll, smallTargets, printsWithoutNavigation]) {
        await look(page).catch(({ message }) => wrong.push(`${name}: ${message}`));
      }
    };
    await everyPage(site, visit, { only: `${who}-`, options: { javaScriptEnabled: false } });
    assert.deepEqual(wrong, []);
  });
}

const oneTitle = async (page) => {
  assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1, 'one title');
  assert.equal(await page.getByRole('main').count(), 1, 'one main part');
};

/** On paper there is nothing to press, and the page is light. An acronym is a word of its text, on paper too. */
const printsWithoutNavigation = async (page) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const shown = await page.evaluate(() => ({
    controls: [...document.querySelectorAll('nav:not(.toc), button:not([popovertarget]), .button, .skip')].filter((one) => one.checkVisibility()).length,
    paper: getComputedStyle(document.body).backgroundColor,
  }));
  await page.emulateMedia({ media: null, colorScheme: null });
  assert.deepEqual(shown, { controls: 0, paper: 'rgb(255, 255, 255)' }, 'printed');
};
