// A few people who read and write without a pause, and what becomes of what they ask, phase by phase.

import { setTimeout as wait } from 'node:timers/promises';

import { isExplained, Unanswered } from './person.mjs';
import { milliseconds, quantile, table, Tally } from './report.mjs';
import { said } from './writing.mjs';

const GROUP = 'mobilites';
/** Between two requests of one person. */
const PAUSE_MS = 40;
const ENOUGH = 20;

export class Load {
  #phases = new Map();
  #phase;
  #going = true;
  #people;
  #work;

  /** `failing` says in which phases something may fail, if it is explained. */
  constructor({ people, ledger, findings }, failing = []) {
    Object.assign(this, { ledger, findings, failing });
    this.#people = people;
  }

  phase(name) {
    this.#phase = { name, answers: new Tally(), times: [], inARow: 0 };
    this.#phases.set(name, this.#phase);
  }

  start(name) {
    this.phase(name);
    const { member, facilitator, chair } = this.#people;
    const page = (person, path) => () => person.page(path);
    this.#work = [
      page(member, '/'),
      page(chair, '/textes'),
      page(facilitator, `/groupes/${GROUP}`),
      () => this.#text(facilitator),
      () => this.#message(member),
    ].map((request) => this.#repeat(request));
  }

  async stop() {
    this.#going = false;
    await Promise.all(this.#work);
  }

  /** Until so many requests in a row succeeded; gives how long that took, in milliseconds. */
  async allIsWell(patience = 60_000) {
    const began = Date.now();
    this.#phase.inARow = 0;
    while (this.#phase.inARow < ENOUGH && Date.now() - began < patience) await wait(50);
    this.findings.holds('it does not come back by itself', this.#phase.inARow >= ENOUGH, this.#phase.name);
    return Date.now() - began;
  }

  async #repeat(request) {
    while (this.#going) {
      const phase = this.#phase;
      const began = performance.now();
      try {
        const answer = await request();
        this.#hear(phase, answer);
      } catch (error) {
        if (!(error instanceof Unanswered)) throw error;
        this.#count(phase, 'unanswered', false);
        this.findings.broken('a request gets no answer', `${phase.name}: ${error.message}`);
      }
      phase.times.push(performance.now() - began);
      await wait(PAUSE_MS);
    }
  }

  #hear(phase, answer) {
    const done = answer.status < 400;
    // Everybody here is signed in.
    const stranger = answer.location.startsWith('/connexion') || answer.text.includes('href="/connexion');
    this.findings.holds('somebody who is signed in is taken for a visitor', !stranger, `${phase.name}: ${answer.status} ${answer.path}`);
    this.#count(phase, `${answer.status}`, done);
    if (done) return;
    const what = `${phase.name}: ${answer.status} ${answer.path} ${said(answer)}`;
    // What was asked before a phase may be answered in the next.
    const may = this.failing.includes(phase.name) || this.failing.includes(this.#phase.name);
    if (answer.status < 500 || !may) this.findings.broken('something fails that should not', what);
    else this.findings.holds('a failure is not explained', isExplained(answer), what);
  }

  #count(phase, outcome, done) {
    phase.answers.add(outcome);
    phase.inARow = done ? phase.inARow + 1 : 0;
  }

  async #text(person) {
    const entry = this.ledger.begin('text');
    const json = { title: entry.mark, kind: 'note', body: 'Quatre trajets sur dix.' };
    const answer = await person.ask('POST', `/groups/${GROUP}/contributions`, { json, headers: { 'idempotency-key': entry.mark } });
    entry.acknowledged = answer.status === 201;
    return answer;
  }

  async #message(person) {
    this.thread ??= (await person.post('/api/discussions/begin', { slug: GROUP, subject: 'Une discussion', body: 'Bonjour.' })).location.match(/\/discussions\/(\d+)/)?.[1];
    const entry = this.ledger.begin('message');
    const answer = await person.post('/api/discussions/answer', { thread: this.thread, body: entry.mark });
    entry.acknowledged = answer.status === 303;
    return answer;
  }

  print() {
    const rows = [...this.#phases.values()].map(({ name, answers, times }) => [name, times.length, milliseconds(quantile(times, 0.5)), milliseconds(quantile(times, 0.99)), String(answers)]);
    table([['phase', 'requests', 'p50 ms', 'p99 ms', 'answers'], ...rows]);
  }
}
