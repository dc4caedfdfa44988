// An ordinary day, in twenty minutes: two hundred members, each with a session of their own, read, search, write, comment,
// answer, download and type together at the rate of people. Nothing fails, and memory stays flat.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { makeCouncil } from '../bench/council.mjs';
import { mebibytes, processorMilliseconds } from '../bench/processes.mjs';
import { openEditor } from '../../end2end/fixtures/editors.mjs';
import { createUser } from '../../end2end/fixtures/server.mjs';
import { nothingIsHalf } from './checks.mjs';
import { sqlite } from './database.mjs';
import { atTheEnd } from './ending.mjs';
import { Node } from './node.mjs';
import { Person } from './person.mjs';
import { milliseconds, quantile, table } from './report.mjs';
import { said } from './writing.mjs';

const SIZE = { people: 200, groups: 20, texts: 600 };
const READER = { email: 'lectrice@bench.example', name: 'Une lectrice', password: 'une-journee-ordinaire', admin: true };
/** Between two things that one person does, in milliseconds. */
const SHORTEST_PAUSE = 4_000;
const LONGEST_PAUSE = 16_000;
const ROOMS = 10;
const IN_A_ROOM = 3;
/** Between two insertions of somebody who types. */
const TYPING_MS = 1_500;
const MINUTE = 60_000;
/** The last third of the time may hold so much more memory than the second. */
const FLAT = 1.1;
const WORDS = ['rivière', 'habitat', 'école', 'santé rurale', 'marché', 'paysage', 'énergie', 'vallée voisinage', 'conseil'];

export const about = 'an ordinary day of 200 members on one node: minutes=20 members=200';

export const run = async ({ minutes = 20, members = SIZE.people }, findings) => {
  const folder = mkdtempSync(join(tmpdir(), 'preau-trial-'));
  atTheEnd(() => rmSync(folder, { recursive: true, force: true }));
  // Members come from their own addresses, as through a proxy.
  const node = await Node.with({ PREAU_DATA_DIR: join(folder, 'data'), PREAU_TRUSTED_PROXIES: '1' });
  try {
    await createUser(node, READER);
    makeCouncil(join(folder, 'council'), READER, { ...SIZE, people: Number(members) });
    await node.run(['import', join(folder, 'council')]);
    const db = sqlite(join(folder, 'data', 'preau.db'));
    await db.change(`UPDATE users SET password_hash = (SELECT password_hash FROM users WHERE email = '${READER.email}')`);
    await node.start();
    const day = new Day(node, db, findings, Number(minutes) * MINUTE);
    await day.open(Number(members));
    await day.pass();
    await nothingIsHalf(db, findings);
    for (const trouble of await db.troubles()) findings.broken('the database is damaged', trouble);
    findings.holds('the program panics', node.panics === 0, node.output.slice(-500));
    findings.holds('the program does not stop by itself', await node.stop());
    day.print();
  } finally {
    await node.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};

class Day {
  #times = new Map();
  #minutes = [];
  #errors = 0;
  #insertions = { sent: 0, acknowledged: 0 };

  constructor(node, db, findings, length) {
    Object.assign(this, { node, db, findings, length });
  }

  async open(count) {
    const inGroups = await this.db.rows(`SELECT u.id, u.email, g.slug FROM users u JOIN memberships m ON m.user_id = u.id JOIN "groups" g ON g.id = m.group_id
      WHERE u.email LIKE 'personne-%' GROUP BY u.id ORDER BY u.id LIMIT ${count}`);
    const lonely = await this.db.rows(`SELECT u.id, u.email FROM users u WHERE u.email LIKE 'personne-%'
      AND NOT EXISTS (SELECT 1 FROM memberships m WHERE m.user_id = u.id) LIMIT ${count}`);
    this.members = [];
    for (const [n, row] of [...inGroups, ...lonely].entries()) {
      const cookie = await this.#session(row.email, n);
      this.members.push({ person: new Person([this.node], row.email, cookie), slug: row.slug ?? 'groupe-7', inGroup: Boolean(row.slug), n });
    }
    console.log(`${this.members.length} members signed in, ${inGroups.length} of them in a group`);
    await this.#prepare();
  }

  async #session(email, n) {
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
      accept: 'text/html',
      'x-forwarded-for': `10.20.${n >> 8}.${n & 255}`,
    };
    const body = new URLSearchParams({ email, password: READER.password });
    const answer = await fetch(`${this.node.url}/api/accounts/sign-in`, { method: 'POST', redirect: 'manual', headers, body });
    const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('preau='))?.split(';')[0];
    if (!cookie) throw new Error(`${email} cannot sign in: ${answer.status}`);
    return cookie;
  }

  /** A discussion in each group, a file to download, and the texts that are written together. */
  async #prepare() {
    this.texts = (await this.db.rows("SELECT id FROM contributions WHERE state = 'published'")).map(({ id }) => id);
    const writers = this.members.filter(({ inGroup }) => inGroup);
    this.threads = new Map();
    for (const { person, slug } of writers) {
      if (this.threads.has(slug)) continue;
      const answer = await person.post('/api/discussions/begin', { slug, subject: 'Une discussion ouverte', body: 'Qu’en pensez-vous ?' });
      this.threads.set(slug, answer.location.match(/\/discussions\/(\d+)/)?.[1]);
    }
    const [{ person: depositor, slug }] = writers;
    await depositor.makeToken();
    const deposited = await depositor.ask('POST', `/library/groupe-${slug}/documents?name=rapport.txt`, {
      body: 'Une ligne de rapport.\n'.repeat(20_000),
      headers: { 'content-type': 'application/octet-stream' },
    });
    this.file = JSON.parse(deposited.text).id;
    this.rooms = [];
    for (let n = 0; n < ROOMS; n++) {
      const writer = writers[(n * 7) % writers.length];
      const others = writers.filter((other) => other.slug === writer.slug).slice(0, IN_A_ROOM);
      this.rooms.push({ id: await this.#begin(writer), people: others.map((other) => other.person) });
    }
  }

  async #begin({ person, slug }) {
    const fields = { slug, title: 'Un texte du jour', kind: 'note', body: 'Quatre trajets sur dix font moins de trois kilomètres.' };
    const answer = await person.post('/api/contributions/create', fields);
    return Number(answer.location.match(/\/contributions\/(\d+)/)?.[1]);
  }

  async pass() {
    const until = Date.now() + this.length;
    const going = () => Date.now() < until;
    const watch = this.#watch(going);
    const typists = this.rooms.flatMap(({ id, people }) => people.map((person) => this.#type(person, id, going)));
    await Promise.all([watch, ...typists, ...this.members.map((member) => this.#live(member, going))]);
  }

  async #live(member, going) {
    await wait(Math.random() * LONGEST_PAUSE);
    while (going()) {
      await this.#act(member);
      await wait(SHORTEST_PAUSE + Math.random() * (LONGEST_PAUSE - SHORTEST_PAUSE));
    }
  }

  /** Two in three things that people do are reading. */
  async #act(member) {
    const { person, slug, inGroup } = member;
    const text = this.texts[Math.floor(Math.random() * this.texts.length)];
    const word = WORDS[Math.floor(Math.random() * WORDS.length)];
    const page = (kind, path) => this.#timed(kind, 200, () => person.page(path));
    const reading = [
      () => page('read a text', `/contributions/${text}`),
      () => page('home', '/'),
      () => page('group', `/groupes/${slug}`),
      () => page('list of texts', '/textes'),
      () => page('search', `/recherche?q=${encodeURIComponent(word)}`),
      () => page('discussion', `/groupes/${slug}/discussions/${this.threads.get(slug)}`),
      () => page('library', `/groupes/${slug}/bibliotheque`),
      () => page('download', `/documents/${this.file}/fichier`),
    ];
    const writing = [
      () => this.#save(member),
      () => this.#timed('message', 303, () => person.post('/api/discussions/answer', { thread: this.threads.get(slug), body: `Je pense à ${word}.` })),
      () => this.#comment(member),
    ];
    const things = inGroup && Math.random() < 1 / 3 ? writing : reading;
    await things[Math.floor(Math.random() * things.length)]();
  }

  /** Each saves a text of their own. */
  async #save(member) {
    const { person, slug } = member;
    if (!member.text) {
      const begun = await this.#timed('begin a text', 303, async () => {
        const fields = { slug, title: `Un texte de ${person.email}`, kind: 'note', body: 'Quatre trajets sur dix.' };
        return person.post('/api/contributions/create', fields);
      });
      member.text = begun?.location.match(/\/contributions\/(\d+)/)?.[1];
      member.version = 1;
      return;
    }
    const body = `Quatre trajets sur dix. Version ${member.version}, écrite par ${person.email}.`;
    const fields = { id: member.text, base: member.version, title: `Un texte de ${person.email}`, kind: 'note', body };
    if (await this.#timed('save', 303, () => person.post('/api/contributions/save', fields))) member.version += 1;
  }

  async #comment(member) {
    member.remarked ??= await this.#begin(member);
    const fields = { id: member.remarked, base: 1, start: 0, end: 14, words: 'Quatre trajets', body: 'D’où vient ce chiffre ?' };
    await this.#timed('comment', 303, () => member.person.post('/api/comments/make', fields));
  }

  async #type(person, id, going) {
    const editor = await openEditor(this.node.url, person.cookie, id);
    while (going()) {
      editor.type(editor.text.length, 'mot ');
      await wait(TYPING_MS * (0.5 + Math.random()));
      if (editor.code !== undefined) return this.#error('live', `the room closed: ${editor.code}`);
    }
    await wait(2_000);
    this.#insertions.sent += editor.sent;
    this.#insertions.acknowledged += editor.acknowledged;
    await editor.leave();
  }

  async #timed(kind, status, request) {
    const began = performance.now();
    try {
      const answer = await request();
      const times = this.#times.get(kind) ?? [];
      this.#times.set(kind, times);
      times.push(performance.now() - began);
      if (answer.status === status) return answer;
      this.#error(kind, `${answer.status} ${answer.path} ${said(answer)}`);
    } catch (error) {
      this.#error(kind, error.message);
    }
    return undefined;
  }

  #error(kind, what) {
    this.#errors += 1;
    this.findings.broken('something fails on an ordinary day', `${kind}: ${what}`);
  }

  async #watch(going) {
    let processor = processorMilliseconds(this.node.pid);
    for (let minute = 1; going(); minute++) {
      await wait(Math.min(MINUTE, this.length / 6));
      const now = processorMilliseconds(this.node.pid);
      const share = (now - processor) / (Math.min(MINUTE, this.length / 6) / 100);
      processor = now;
      const memory = Number(mebibytes(this.node.pid));
      const requests = [...this.#times.values()].reduce((sum, { length }) => sum + length, 0);
      this.#minutes.push({ memory, share, requests });
      console.log(`${String(minute).padStart(3)}  ${memory.toFixed(1)} MiB, processor ${share.toFixed(0)} %, ${requests} requests, ${this.#errors} errors`);
    }
  }

  print() {
    const rows = [...this.#times].map(([kind, times]) => [kind, times.length, milliseconds(quantile(times, 0.5)), milliseconds(quantile(times, 0.99)), milliseconds(Math.max(...times))]);
    console.log('');
    table([['what people do', 'times', 'p50 ms', 'p99 ms', 'longest ms'], ...rows]);
    const { sent, acknowledged } = this.#insertions;
    console.log(`\ninsertions in ${ROOMS} shared texts: ${sent}, acknowledged ${acknowledged}`);
    this.findings.holds('an insertion is not acknowledged', sent === acknowledged, `${acknowledged} of ${sent}`);
    const third = Math.floor(this.#minutes.length / 3);
    const mean = (minutes) => minutes.reduce((sum, { memory }) => sum + memory, 0) / minutes.length;
    const [second, last] = [mean(this.#minutes.slice(third, 2 * third)), mean(this.#minutes.slice(-third))];
    const share = this.#minutes.reduce((sum, minute) => sum + minute.share, 0) / this.#minutes.length;
    console.log(`memory (PSS): second third ${second.toFixed(1)} MiB, last third ${last.toFixed(1)} MiB; processor ${share.toFixed(0)} % of one core; errors ${this.#errors}`);
    this.findings.holds('memory grows', last <= second * FLAT, `${second.toFixed(1)} then ${last.toFixed(1)} MiB`);
  }
}
