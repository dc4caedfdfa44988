// Writing together, without a browser: any Yjs client takes part, and a killed server loses nothing it acknowledged.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';

import { beginFraming, beginText, openEditor, session } from '../fixtures/editors.mjs';
import { openPeer } from '../fixtures/peer.mjs';
import { administrator, chair, facilitator, member } from '../fixtures/people.mjs';
import { startServer } from '../fixtures/server.mjs';

const KILLS = Number(process.env.PREAU_KILLS ?? 3);
const ROUNDS = Number(process.env.PREAU_ROUNDS ?? 4);
const EDITORS = 20;
/** A person has so many connections in a room. */
const OF_ONE = 10;

let server;
/** Two people who write the texts of a group, and two who write those of the charter. */
let cookies;
let prepare;
before(async () => {
  server = await startServer({ demo: true });
  const signedIn = (...people) => Promise.all(people.map((email) => session(server.url, email)));
  cookies = await signedIn(member, facilitator);
  prepare = await signedIn(chair, administrator);
});
after(() => server.stop());

const until = async (what, holds) => {
  for (let tries = 0; tries < 400; tries++) {
    if (holds()) return;
    await wait(25);
  }
  assert.fail(what);
};

test('three editors that type anything anywhere end with the same text', async () => {
  const id = await beginText(server.url, cookies[0], 'mobilites', 'Le pont est étroit. 🚲');
  const editors = await Promise.all([0, 1, 1].map((who) => openEditor(server.url, cookies[who], id)));
  for (let step = 0; step < 200; step++) {
    const { text, type } = editors[step % 3];
    const at = Math.floor(Math.random() * (text.length + 1));
    if (step % 5 === 4 && at < text.length) text.delete(at, Math.min(3, text.length - at));
    else type(at, ['é', 'mot ', '🚲', '\n\n'][step % 4]);
    if (step % 7 === 0) await wait(10);
  }
  await until('everything is acknowledged', () => editors.every(({ sent, acknowledged }) => sent === acknowledged));
  // What is acknowledged is stored, and may still be on its way to the others.
  const texts = () => new Set(editors.map(({ text }) => text.toString()));
  await until('everything has arrived', () => texts().size === 1);
  const [body] = texts();
  const late = await openEditor(server.url, cookies[1], id);
  assert.equal(late.text.toString(), body);
  await Promise.all([...editors, late].map(({ leave }) => leave()));
});

test('yjs, pycrdt and the program, which is yrs, end with the same text whatever is typed', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const id = await beginText(server.url, cookies[0], 'mobilites', 'Le pont est étroit. 🚲');
    const editors = await Promise.all(cookies.map((cookie) => openEditor(server.url, cookie, id)));
    const peer = await openPeer(server.url, cookies[1], id);
    for (let step = 0; step < 60; step++) {
      const words = ['é', 'mot ', '🚲', '\n\n', '**'][Math.floor(Math.random() * 5)];
      if (step % 3 === 2) {
        const { length } = [...(await peer.text())];
        const at = Math.floor(Math.random() * (length + 1));
        if (Math.random() < 0.3 && at < length) await peer.delete(at, Math.min(3, length - at));
        else await peer.insert(at, words);
      } else {
        const { text, type } = editors[step % 3];
        // Between characters, as an editor does: half a 🚲 is no text.
        const characters = [...text.toString()];
        const at = Math.floor(Math.random() * (characters.length + 1));
        const units = (from, to) => characters.slice(from, to).join('').length;
        if (Math.random() < 0.3 && at < characters.length) text.delete(units(0, at), units(at, at + 3));
        else type(units(0, at), words);
      }
      if (Math.random() < 0.2) await wait(5);
    }
    const all = [...editors, peer];
    await until('everything is acknowledged', () => all.every(({ sent, acknowledged }) => sent === acknowledged));
    const late = await openEditor(server.url, cookies[0], id);
    const [body, ...others] = [late, ...editors].map(({ text }) => text.toString());
    assert.deepEqual([...others, await peer.text()], [body, body, body]);
    await Promise.all([...all, late].map(({ leave }) => leave()));
  }
});

const killed = async (text, who) => {
  const kept = [];
  for (let kill = 0; kill < KILLS; kill++) {
    const editors = await Promise.all(
      Array.from({ length: EDITORS }, (_, seat) => openEditor(server.url, who[Math.floor(seat / OF_ONE)], text)),
    );
    let typing = true;
    const typists = editors.map(async (editor, seat) => {
      editor.onReceipt = (words) => kept.push(words);
      for (let word = 0; typing; word++) {
        // At either end: nobody types inside the words of others.
        editor.type(Math.random() < 0.5 ? 0 : editor.text.length, `[${kill}.${seat}.${word}]`);
        await wait(30 + Math.random() * 40);
      }
    });
    await wait(300 + Math.random() * 500);
    await server.killAndStart();
    typing = false;
    await Promise.all(typists);
    const reader = await openEditor(server.url, who[0], text);
    const body = reader.text.toString();
    const missing = kept.filter((words) => !body.includes(words));
    assert.deepEqual(missing, []);
    await reader.leave();
  }
  assert.ok(kept.length > KILLS * 20, `only ${kept.length} were acknowledged`);
};

test(`a server killed while ${EDITORS} people type a text loses nothing it acknowledged, ${KILLS} times`, async () => {
  await killed(await beginText(server.url, cookies[0], 'mobilites', 'Début.'), cookies);
});

test(`nor while ${EDITORS} people type the charter`, async () => {
  await killed(await beginFraming(server.url, prepare[0], 'Guide d’arrivée', '## Objet\n\nDébut.'), prepare);
});
