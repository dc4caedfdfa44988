// Writing together: how long what one types takes to reach all the others, over real WebSockets.
//
// A client only notes when each insertion comes, by the mark in its words, and applies all of it once the measure is
// over: what is measured is the server. Every replica must then be the same, byte for byte.

import { createRequire } from 'node:module';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

import { beginText, session } from '../../end2end/fixtures/editors.mjs';

// The packages of the journeys.
const require = createRequire(new URL('../../end2end/package.json', import.meta.url));
const load = (name) => import(pathToFileURL(require.resolve(name)));

/** Members of `groupe-7`, who have a password there. */
export const PEOPLE = [35, 36, 37, 38, 39, 40, 41, 42, 0, 1, 2, 3, 4].map((n) => `personne-${n}@bench.example`);
const OF_ONE = 8;
const SECONDS = Number(process.env.BENCH_EDITORS_SECONDS ?? 15);
/** Rooms, and editors in each. */
const SHAPES = [[1, 5], [1, 20], [1, 50], [1, 100], [50, 4]];
const MARK = /<k(\d+)\.(\d+)>/g;

/** Measures each shape, and prints a line for each. */
export const measureEditors = async (server, password, { processor, memory }) => {
  const { default: WebSocket } = await load('ws');
  const Y = await import(new URL('../../end2end/node_modules/yjs/dist/yjs.mjs', import.meta.url));
  const cookies = [];
  for (const email of PEOPLE) cookies.push(await session(server.url, email, password));
  console.log('\nwriting together, one insertion a second     p50 ms    p99 ms   delivered   replicas   processor %   MiB');
  for (const [rooms, editors] of SHAPES) {
    const clients = [];
    for (let room = 0; room < rooms; room++) {
      const id = await beginText(server.url, cookies[0], 'groupe-7', 'Début.');
      for (let who = 0; who < editors; who++) {
        const cookie = cookies[rooms > 1 ? clients.length % cookies.length : Math.floor(who / OF_ONE)];
        clients.push(await open({ WebSocket, Y }, server.url, cookie, id, room, clients.length));
      }
    }
    const before = [processor(server.pid), performance.now()];
    const sentAt = new Map();
    const delays = [];
    for (const client of clients) client.arrived = (mark, at) => delays.push(at - sentAt.get(mark));
    await Promise.all(clients.map((client) => typing(client, sentAt)));
    await wait(1_500);
    const share = (100 * (processor(server.pid) - before[0])) / (performance.now() - before[1]);
    const expected = sentAt.size * (editors - 1);
    delays.sort((a, b) => a - b);
    const at = (part) => (delays[Math.floor(delays.length * part)] ?? NaN).toFixed(1);
    const same = replicasAreEqual(Y, clients, rooms);
    const name = rooms === 1 ? `${editors} editors` : `${rooms} rooms of ${editors}`;
    const cells = [at(0.5), at(0.99), `${((100 * delays.length) / expected).toFixed(2)} %`, same ? 'equal' : 'DIFFER', share.toFixed(1), memory(server.pid)];
    const widths = [6, 9, 11, 10, 13, 7];
    console.log(name.padEnd(45) + cells.map((cell, i) => cell.padStart(widths[i])).join(' '));
    await Promise.all(clients.map(({ socket }) => new Promise((left) => socket.once('close', left).close())));
  }
};

const typing = async (client, sentAt) => {
  await wait(Math.random() * 1_000);
  for (let n = 0; n < SECONDS; n++) {
    const mark = `${client.number}.${n}`;
    sentAt.set(mark, performance.now());
    client.insert(`<k${mark}>`);
    await wait(1_000);
  }
};

const replicasAreEqual = (Y, clients, rooms) => {
  const states = Array.from({ length: rooms }, () => new Set());
  for (const { doc, room, updates } of clients) {
    for (const update of updates) Y.applyUpdate(doc, update, 'server');
    states[room].add(Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64'));
  }
  return states.every(({ size }) => size === 1);
};

const open = async ({ WebSocket, Y }, url, cookie, id, room, number) => {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/contributions/${id}/direct`, { headers: { cookie } });
  const doc = new Y.Doc();
  const client = { socket, doc, room, number, updates: [], arrived: () => {} };
  const frame = (kind, content) => Buffer.concat([Buffer.from([0, kind, ...varint(content.length)]), content]);
  client.insert = (words) => doc.getText('text').insert(doc.getText('text').length, words);
  doc.on('update', (update, origin) => origin === 'server' || socket.send(frame(2, Buffer.from(update))));
  await new Promise((ready, failed) => {
    socket.once('error', failed);
    socket.once('open', () => socket.send(frame(0, Buffer.from(Y.encodeStateVector(doc)))));
    socket.on('message', (data) => {
      const at = performance.now();
      if (data[0] !== 0 || data[1] === 0) return;
      const [length, start] = readVarint(data, 2);
      const update = data.subarray(start, start + length);
      if (data[1] === 1) {
        Y.applyUpdate(doc, update, 'server');
        return ready();
      }
      client.updates.push(update);
      for (const [, who, n] of update.toString('latin1').matchAll(MARK)) {
        if (Number(who) !== number) client.arrived(`${who}.${n}`, at);
      }
    });
  });
  return client;
};

const varint = (number) => {
  const bytes = [];
  for (; number > 127; number >>>= 7) bytes.push((number & 127) | 128);
  return [...bytes, number];
};

const readVarint = (bytes, at) => {
  let [value, shift] = [0, 0];
  for (; ; at++, shift += 7) {
    value |= (bytes[at] & 127) << shift;
    if (bytes[at] < 128) return [value, at + 1];
  }
};
