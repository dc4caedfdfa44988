// Writing: the sheet and its toolbar, two people at once, a network that is cut, a right that is withdrawn.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { smallTargets } from '../fixtures/a11y.mjs';
import { holdBack } from '../fixtures/browser.mjs';
import { demonstration, lookHere } from '../fixtures/demonstration.mjs';
import { facilitator, member } from '../fixtures/people.mjs';
import { FakeRoom } from '../fixtures/room.mjs';

const site = demonstration();

const TEXT = 'Rouler à vélo entre les bourgs';
const NEW = '/groupes/mobilites/contributions/nouvelle';

const sheet = (page) => page.getByRole('textbox', { name: /^Texte/ });
const tool = (page, name) => page.getByRole('toolbar', { name: 'Mise en forme' }).getByRole('button', { name, exact: true });
const status = (page) => page.locator('.desk-line').getByRole('status');
/** What the form would send. */
const sent = (page) => page.locator('textarea[name=body]').inputValue();
const isSent = (page, text) => page.waitForFunction((text) => document.querySelector('textarea[name=body]').value === text, text);

/** Sooner than what is said again every fifteen seconds, in milliseconds. */
const SOON = 7_000;

const begins = (page, text) => page.waitForFunction((text) => document.querySelector('textarea[name=body]').value.startsWith(text), text, { timeout: 30_000 });

/** What a broken connection, or session, leaves in the console is no problem of the page. */
const forgive = () => {
  const { problems } = site.browser;
  problems.splice(0, problems.length, ...problems.filter((text) => !/WebSocket|ERR_INTERNET_DISCONNECTED|401 for/.test(text)));
};

const write = async (options = {}) => {
  const page = await site.as(member, { javaScriptEnabled: true, ...options });
  await page.goto(NEW);
  return page;
};

/** Somebody who edits a text that others may be writing too; in a room of the test's own if there is one. */
const edit = async (email, { room, ...options } = {}) => {
  const page = await site.as(email, { javaScriptEnabled: true, ...options });
  await room?.open(page);
  await page.goto(`/textes/nomme/${encodeURIComponent(TEXT)}`);
  await page.goto(`${page.url().split(/[?#]/)[0]}/modifier`);
  await status(page).getByText('Tout est enregistré').waitFor();
  return page;
};

test('the toolbar is one stop of the keyboard, and writes Markdown', async () => {
  const page = await write();
  await sheet(page).focus();
  await page.keyboard.type('Un chemin');
  await page.keyboard.press('Shift+Tab');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Titre');
  await page.keyboard.press('Enter');
  await isSent(page, '## Un chemin');
  assert.equal(await tool(page, 'Titre').getAttribute('aria-pressed'), 'true');
  await page.locator('.md-h2').getByText('Un chemin').waitFor();
  await page.keyboard.press('End');
  await page.keyboard.type('\n\nDe bourg en bourg.');
  await page.keyboard.press('Shift+Home');
  await page.keyboard.press('Control+b');
  await isSent(page, '## Un chemin\n\n**De bourg en bourg.**');
  await page.keyboard.press('Control+b');
  await page.keyboard.press('End');
  await page.keyboard.type('\n\n- un');
  await page.keyboard.press('Enter');
  await page.keyboard.type('deux');
  await page.keyboard.press('Tab');
  await isSent(page, '## Un chemin\n\nDe bourg en bourg.\n\n- un\n  - deux');
  // Escape, then Tab, leaves a text where Tab moves the lines of lists.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  assert.equal(await sheet(page).evaluate((box) => box.contains(document.activeElement)), false);
  await page.keyboard.press('Shift+Tab');
  await sheet(page).focus();
  await page.keyboard.press('Control+End');
  await tool(page, 'Note de bas de page').click();
  await page.keyboard.type('Enquête du groupe.');
  assert.match(await page.evaluate(() => document.querySelector('.cm-content').innerText), /\[\^1\]: Enquête du groupe\./);
  const arrows = async () => page.evaluate(() => document.activeElement.textContent);
  await tool(page, 'Gras').focus();
  await page.keyboard.press('ArrowRight');
  assert.equal(await arrows(), 'Italique');
  await page.keyboard.press('End');
  assert.equal(await arrows(), 'Rétablir');
  await smallTargets(page);
});

test('links are asked for in words; a text of the council is found by its title', async () => {
  const page = await write();
  await sheet(page).fill('Voir le plan.');
  await page.keyboard.press('Control+Home');
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('Control+Shift+ArrowRight');
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog', { name: 'Ajouter un lien' });
  await dialog.getByLabel('Adresse').fill('le site');
  await dialog.getByRole('button', { name: 'Ajouter le lien' }).click();
  await dialog.getByRole('alert').waitFor();
  await dialog.getByLabel('Adresse').fill('www.velo.example');
  await page.keyboard.press('Enter');
  await isSent(page, '[Voir le plan](https://www.velo.example).');
  await page.keyboard.press('Control+End');
  await tool(page, 'Lien vers un texte du conseil').click();
  await page.getByLabel('Chercher par le titre').fill('vélo entre');
  await page.getByRole('button', { name: TEXT }).click();
  await page.waitForFunction(() => /\[Rouler à vélo entre les bourgs\]\(\/contributions\/\d+\)/.test(document.querySelector('textarea[name=body]').value));
});

test('what is pasted from Word becomes Markdown; a giant paste is refused in a sentence', async () => {
  const page = await write();
  const paste = (html, plain = ' ') =>
    sheet(page).evaluate((box, [html, plain]) => {
      const clipboardData = new DataTransfer();
      if (html) clipboardData.setData('text/html', html);
      clipboardData.setData('text/plain', plain);
      box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, [html, plain]);
  await sheet(page).fill('');
  await paste(WORD);
  await isSent(page, '## Constat\n\nDeux personnes **sur trois** viennent *seules*[^1].\n\n- école\n- gare\n  - quai\n\n| Trajet | Part |\n| --- | --- |\n| École | 12 % |\n\n[^1]: Enquête.');
  await paste('', 'mot '.repeat(150_000));
  await page.getByRole('alert').filter({ hasText: 'rien n’a été ajouté' }).waitFor();
  assert.ok((await sent(page)).length < 400);
});

test('the length and the preview follow; the plain area is a choice that is kept', async () => {
  const page = await write();
  await sheet(page).fill('## Un pont\n\nSur la rivière.');
  await page.getByRole('heading', { name: 'Un pont' }).waitFor();
  await page.getByText('5 mots, une minute de lecture').waitFor();
  await page.getByRole('switch', { name: 'Zone de texte simple' }).click();
  assert.equal(await sheet(page).evaluate((box) => box.tagName), 'TEXTAREA');
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Puis un chemin.');
  await page.keyboard.press('Control+z');
  assert.equal(await sheet(page).inputValue(), '## Un pont\n\nSur la rivière.');
  await page.getByText('Mis de côté à').waitFor();
  await page.reload();
  assert.equal(await sheet(page).inputValue(), '## Un pont\n\nSur la rivière.');
  await page.getByRole('button', { name: 'Abandonner ce que j’avais écrit' }).click();
});

test('what was typed before the script came is kept, and one goes on typing', async () => {
  const held = async (page, address) => {
    const come = await holdBack(page, /\/editor[^/]*\.js$/);
    await page.goto(address, { waitUntil: 'commit' });
    const area = page.locator('textarea[name=body]');
    await area.focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('Très tôt. ');
    assert.equal(await area.evaluate((area) => area.parentElement.closest('.paper')), null);
    come();
    await page.locator('.cm-editor').waitFor();
    await page.keyboard.type('Puis la suite. ');
  };
  const fresh = await site.as(member, { javaScriptEnabled: true });
  await held(fresh, NEW);
  await isSent(fresh, 'Très tôt. Puis la suite. ');
  await fresh.getByText('Mis de côté à').waitFor();
  await fresh.goto(NEW);
  await fresh.getByRole('button', { name: 'Abandonner ce que j’avais écrit' }).click();

  const page = await edit(member);
  const before = await sent(page);
  const address = page.url();
  await page.goto('/');
  await held(page, address);
  await status(page).getByText(/Enregistré à/).waitFor();
  await isSent(page, `Très tôt. Puis la suite. ${before}`);
  // It is in the room, for those who come; a page that is opened again does not write it twice.
  await page.reload();
  await status(page).getByText('Tout est enregistré').waitFor();
  await isSent(page, `Très tôt. Puis la suite. ${before}`);
  await sheet(page).fill(before);
  await status(page).getByText(/Enregistré à/).waitFor();
});

test('two people write in one text, each seen by the other, one on a plain area', async () => {
  const [one, two] = [await edit(member), await edit(facilitator)];
  // At once: a client says again that it is there every fifteen seconds, and nobody waits for that.
  await one.getByText('Écrivent avec vous : Maryvonne Aubelin').waitFor({ timeout: SOON });
  await two.getByText('Écrivent avec vous : Gérard Lestampe').waitFor({ timeout: SOON });
  await sheet(one).focus();
  await one.keyboard.press('Control+Home');
  await one.keyboard.type('Depuis la gare. ');
  await status(one).getByText(/Enregistré à \d+.h.\d\d/).waitFor();
  await two.locator('.cm-content').getByText('Depuis la gare.').waitFor();
  await two.locator('.caret-name').getByText('Gérard Lestampe').waitFor();
  await two.getByRole('switch', { name: 'Zone de texte simple' }).click();
  await two.keyboard.press('Control+Home');
  await Promise.all([one.keyboard.type('Un chemin. '), two.keyboard.type('À deux. ')]);
  for (const page of [one, two]) await begins(page, 'À deux. Depuis la gare. Un chemin. ');
  assert.equal(await sent(one), await sent(two));
  // One's own words are undone, not those of the other.
  await sheet(one).focus();
  await one.keyboard.press('Control+z');
  for (const page of [one, two]) await page.waitForFunction(() => !document.querySelector('textarea[name=body]').value.includes('Un chemin.'));
  assert.match(await sent(two), /^À deux\./);
  await one.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await one.getByText('Votre texte est enregistré.').waitFor();
  await one.getByText('À deux.').first().waitFor();
  // Those who stay go on in the same text.
  await two.keyboard.type('Encore. ');
  await status(two).getByText(/Enregistré à/).waitFor();
  assert.match(await sent(two), /^À deux\. Encore\. /);
});

test('cut from the network, one goes on writing; all is there once it is back, even in a page opened again', async () => {
  const [one, two] = [await edit(member), await edit(facilitator)];
  one.on('dialog', (dialog) => dialog.accept());
  const cut = async () => {
    await one.context().setOffline(true);
    await status(one).getByText('Connexion coupée').waitFor();
  };
  await sheet(one).focus();
  await one.keyboard.press('Control+Home');
  await cut();
  await one.keyboard.type('Pendant la coupure. ');
  await status(one).getByText('à l’abri dans cet appareil').waitFor();
  await sheet(two).focus();
  await two.keyboard.press('Control+End');
  await two.keyboard.type(' Entre-temps.');
  await one.context().setOffline(false);
  for (const page of [one, two]) await begins(page, 'Pendant la coupure. ');
  await status(one).getByText(/Enregistré à/).waitFor();
  await one.getByText('Écrivent avec vous : Maryvonne Aubelin').waitFor({ timeout: SOON });
  await cut();
  await one.keyboard.type('Encore. ');
  await status(one).getByText('à l’abri dans cet appareil').waitFor();
  // The page is closed before the network is back.
  await one.evaluate(() => new Promise((resolve) => setTimeout(resolve, 600)));
  await one.context().setOffline(false);
  await one.reload();
  for (const page of [one, two]) await begins(page, 'Pendant la coupure. Encore. ');
  assert.equal(await sent(one), await sent(two));
  assert.match(await sent(one), / Entre-temps\.\s*$/);
  assert.equal((await sent(one)).split('Encore. ').length, 2 + ((await sent(one)).includes('À deux. Encore. ') ? 1 : 0));
  forgive();
});

test('signed out elsewhere, one is told, and keeps what they wrote', async () => {
  const page = await edit(member);
  await sheet(page).focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('Avant de sortir. ');
  await status(page).getByText(/Enregistré à/).waitFor();
  const other = await page.context().newPage();
  await other.goto('/mon-compte');
  const [answer] = await Promise.all([
    other.waitForResponse((response) => response.url().includes('/sign-out')),
    other.getByRole('button', { name: 'Se déconnecter' }).click(),
  ]);
  assert.equal(await answer.headerValue('clear-site-data'), '"storage"');
  await page.keyboard.type('Après. ');
  await page.getByRole('alert').filter({ hasText: 'Votre session est terminée' }).waitFor();
  assert.match(await page.getByLabel('Ce que vous aviez écrit').inputValue(), /^Avant de sortir\./);
  forgive();
});

test('somebody who may not write any more is told, and keeps what they wrote', async () => {
  const room = new FakeRoom('Le début.');
  const page = await edit(member, { room });
  await sheet(page).focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('Mes derniers mots. ');
  room.close(4403);
  await page.getByRole('alert').filter({ hasText: 'Vous n’avez plus le droit d’écrire ici' }).waitFor();
  assert.match(await page.getByLabel('Ce que vous aviez écrit').inputValue(), /^Mes derniers mots\./);
  await page.getByRole('button', { name: 'Copier ce texte' }).click();
  await page.getByText('Le texte est copié.').waitFor();
  await lookHere(page, 'ecrire-droit-retire');
  forgive();
});

test('a text that begins afresh in the room keeps what one was typing', async () => {
  const room = new FakeRoom('Le début.');
  const page = await edit(member, { room });
  await sheet(page).focus();
  await page.keyboard.press('Control+End');
  room.shut = true;
  room.close(4410);
  await status(page).getByText('Connexion coupée').waitFor();
  await page.keyboard.type(' Et la suite.');
  const again = new FakeRoom('Le vrai début.');
  room.doc = again.doc;
  room.shut = false;
  await isSent(page, 'Le vrai début. Et la suite.');
  await page.waitForFunction(() => /Enregistré à/.test(document.querySelector('.saved').textContent));
  assert.equal(room.text, 'Le vrai début. Et la suite.');
  forgive();
});

test('without script, the page is a form with a text area', async () => {
  const page = await site.as(member);
  await page.goto(NEW);
  assert.equal(await sheet(page).evaluate((box) => box.tagName), 'TEXTAREA');
  assert.equal(await page.getByRole('toolbar').count(), 0);
  await page.getByRole('button', { name: 'Aperçu' }).waitFor();
});

test('the page of writing is accessible, on small screens and large, in light and dark', async () => {
  await edit(facilitator);
  for (const [name, viewport] of [['ecrire', { width: 1280, height: 900 }], ['ecrire-telephone', { width: 360, height: 740 }]]) {
    const page = await edit(member, { viewport });
    await lookHere(page, name);
    await smallTargets(page);
    await page.getByRole('button', { name: 'Aperçu', exact: true }).first().click();
    await lookHere(page, `${name}-apercu`);
    await page.getByRole('switch', { name: 'Zone de texte simple' }).click();
    await page.getByRole('button', { name: 'Écrire', exact: true }).click();
    await lookHere(page, `${name}-simple`);
  }
});

/** As Word puts it on the clipboard. */
const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p.MsoNormal { mso-style-parent: ""; } --></style></head><body lang=FR>
<!--StartFragment--><h1><b><span style='mso-fareast-language:FR'>Constat<o:p></o:p></span></b></h1>
<p class=MsoNormal>Deux personnes <b>sur trois</b> viennent <i>seules</i><a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference><sup>[1]</sup></span></a>.<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>école<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp; </span></span>gare</p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o<span>&nbsp; </span></span>quai</p>
<table class=MsoTableGrid><tr><td><p class=MsoNormal><b>Trajet</b></p></td><td><p class=MsoNormal>Part</p></td></tr><tr><td><p>École</p></td><td><p>12 %</p></td></tr></table>
<div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1"><span class=MsoFootnoteReference><sup>[1]</sup></span></a> Enquête.</p></div></div><!--EndFragment--></body></html>`;
