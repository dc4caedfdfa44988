// What surrounds every page, before there is anything in the council.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { audit, noSidewaysScroll } from '../fixtures/a11y.mjs';
import { openBrowser } from '../fixtures/browser.mjs';
import { startServer } from '../fixtures/server.mjs';

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

for (const path of ['/installation', '/accessibilite']) {
  test(`${path} is accessible, also on a small screen`, async () => {
    const page = await browser.page();
    const response = await page.goto(path);
    assert.equal(response.status(), 200);
    assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1);
    assert.equal(await page.getByRole('main').count(), 1);
    assert.equal(await page.locator('html').getAttribute('lang'), 'fr');
    await audit(page);
    await noSidewaysScroll(page);
  });
}

test('the first key press offers to skip to the content', async () => {
  const page = await browser.page();
  await page.goto('/accessibilite');
  await page.keyboard.press('Tab');
  const focused = page.locator(':focus');
  assert.equal((await focused.textContent()).trim(), 'Aller au contenu');
  assert.ok(await focused.isVisible());
});

test('an empty installation leads to its first page, also without script', async () => {
  const page = await browser.page({ javaScriptEnabled: false });
  await page.goto('/');
  assert.equal(new URL(page.url()).pathname, '/installation');
});
