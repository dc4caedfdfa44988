// Every page and every state of a page, as fixtures/pages.mjs lists them: no rule of accessibility is broken, and no
// contrast in the dark.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { audit, contrastInTheDark } from '../fixtures/a11y.mjs';
import { demonstration } from '../fixtures/demonstration.mjs';
import { PAGES, everyPage } from '../fixtures/pages.mjs';

const site = demonstration();

for (const [who] of PAGES) {
  test(`what ${who} comes upon is accessible`, async () => {
    const wrong = [];
    const visit = async (page, name) => {
      for (const look of [audit, contrastInTheDark]) {
        await look(page).catch(({ message }) => wrong.push(`${name}: ${message}`));
      }
    };
    await everyPage(site, visit, { only: `${who}-` });
    assert.deepEqual(wrong, []);
  });
}
