// Every page and every state of a page, as fixtures/pages.mjs lists them: what a machine can see of each.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { audit, contrast, noSidewaysScroll, smallTargets } from '../fixtures/a11y.mjs';
import { demonstration } from '../fixtures/demonstration.mjs';
import { everyPage } from '../fixtures/pages.mjs';

const site = demonstration();

test('every page can be read, reached and printed', { timeout: 900_000 }, async () => {
  const wrong = [];
  await everyPage(site, async (page, name) => {
    for (const look of [oneTitle, audit, noSidewaysScroll, smallTargets, printsWithoutNavigation, inTheDark]) {
      await look(page).catch(({ message }) => wrong.push(`${name}: ${message}`));
    }
  });
  assert.deepEqual(wrong, []);
});

const oneTitle = async (page) => {
  assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1, 'one title');
  assert.equal(await page.getByRole('main').count(), 1, 'one main part');
};

/** On paper there is nothing to press, and the page is light. */
const printsWithoutNavigation = async (page) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const shown = await page.evaluate(() => ({
    controls: [...document.querySelectorAll('nav:not(.toc), button, .button, .skip')].filter((one) => one.checkVisibility()).length,
    paper: getComputedStyle(document.body).backgroundColor,
  }));
  await page.emulateMedia({ media: null, colorScheme: null });
  assert.deepEqual(shown, { controls: 0, paper: 'rgb(255, 255, 255)' }, 'printed');
};

const inTheDark = async (page) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await contrast(page);
  await page.emulateMedia({ colorScheme: null });
};
