// The program killed at any moment while several people write, again and again on the same data.
//
// On SQLite there is one node, killed and started again. On PostgreSQL there are two on one database: one of them is
// killed, and the other goes on serving. Each time: the engine finds nothing wrong, all that was acknowledged is there
// once, numbers are in a row, the same request under the same key gets the same answer. At the end, every mail left.

import { setTimeout as wait } from 'node:timers/promises';

import { openEditor } from '../../end2end/fixtures/editors.mjs';
import { adoptionsAreThere, ballotsAreThere, Mails, nothingIsHalf, numbersAreInARow } from './checks.mjs';
import { comeIn, letThemAsk, openCouncil } from './council.mjs';
import { Ledger } from './ledger.mjs';
import { Unanswered } from './person.mjs';
import { milliseconds, quantile, table, Tally } from './report.mjs';
import { Writers } from './writing.mjs';

const TIMES = { sqlite: 1_000, postgres: 200 };
/** The kill comes after so many changes were acknowledged, and a little later; or after so long. */
const CHANGES = 50;
const A_LITTLE_MS = 15;
const LATEST_MS = 5_000;
/** How long the other node is written to alone. */
const ALONE_MS = 150;
/** After so many kills, everybody writes somewhere else. */
const STAGE = 25;
/** Between two looks at all that may be half-written, which read everything. */
const WHOLE = 50;
/** Another node takes up a job five minutes after it was claimed. */
const JOBS_MS = { sqlite: 60_000, postgres: 400_000 };

export const about = 'kill -9 at any moment: database=sqlite|postgres times=1000';

export const run = async ({ database = 'sqlite', times, minutes = 60 }, findings) => {
  const kills = Number(times ?? TIMES[database]);
  const council = await openCouncil({ database, nodes: database === 'sqlite' ? 1 : 2 });
  try {
    const trial = new Trial(council, findings, database);
    await trial.open();
    const deadline = Date.now() + minutes * 60_000;
    let done = 0;
    for (; done < kills && Date.now() < deadline; done++) {
      if (done % STAGE === 0) await trial.renew();
      await trial.killOnce();
      if ((done + 1) % WHOLE === 0) await trial.lookAtAll(done + 1);
    }
    if (done < kills) findings.broken('there was no time for all the kills', `${done} of ${kills}`);
    await trial.close(done);
  } finally {
    await council.close();
  }
};

class Trial {
  #ledger = new Ledger();
  #asked = new Tally();
  #again = new Tally();
  #mails = new Mails();
  #starts = [];
  #known;
  #people;
  #writers;
  #insertions = 0;
  #served = 0;

  constructor(council, findings, database) {
    this.council = council;
    this.findings = findings;
    this.database = database;
  }

  async open() {
    const { nodes, db } = this.council;
    this.#people = await comeIn(nodes);
    this.#known = await nothingIsHalf(db);
    await this.#ledger.open(db);
    this.#writers = new Writers({ people: this.#people, ledger: this.#ledger, findings: this.findings, asked: this.#asked });
  }

  async renew() {
    await letThemAsk(this.council.db);
    await this.#writers.renew();
  }

  async killOnce() {
    const { nodes, db } = this.council;
    const victim = nodes[Math.floor(Math.random() * nodes.length)];
    let writing = true;
    let killed = false;
    const writer = async (change) => {
      while (writing) {
        try {
          await change();
          if (killed) this.#served += 1;
        } catch (error) {
          if (!(error instanceof Unanswered)) throw error;
          this.findings.holds('a node that lives does not answer', error.node === victim, error.message);
          if (nodes.length === 1) return;
        }
      }
    };
    const { text, message, save, comment, document, invitation, membership, adoption, poll } = this.#writers;
    const { member, facilitator } = this.#people;
    const editors = [member.elsewhere(0), facilitator.elsewhere(1)];
    const all = [text, message, save, comment, invitation, membership, adoption, poll].map(writer);
    all.push(writer(async () => (await document(), await wait(100))));
    all.push(...editors.map((person) => this.#writers.typing(person, () => writing)));
    await this.#anyMoment();
    await victim.kill();
    killed = true;
    if (nodes.length > 1) await wait(ALONE_MS);
    writing = false;
    await Promise.all(all);
    this.#starts.push(await victim.start());
    await letThemAsk(db);
    await this.#check();
  }

  async #anyMoment() {
    const acknowledged = () => [...this.#asked].reduce((sum, [what, n]) => (what.endsWith(' acknowledged') ? sum + n : sum), 0);
    const enough = acknowledged() + Math.random() * CHANGES;
    const latest = Date.now() + LATEST_MS;
    while (acknowledged() < enough && Date.now() < latest) await wait(2);
    await wait(Math.random() * A_LITTLE_MS);
  }

  async #check() {
    const { db } = this.council;
    const fresh = this.#ledger.takeFresh();
    for (const trouble of await db.troubles()) this.findings.broken('the database is damaged', trouble);
    await this.#ledger.read(db, this.findings);
    this.#ledger.check(fresh, this.findings);
    await numbersAreInARow(db, this.findings);
    await adoptionsAreThere(db, this.findings, fresh);
    await ballotsAreThere(db, this.findings, this.#writers.polls.splice(0));
    await this.#checkMembership();
    await this.#checkTyped();
    await this.#askAgain(fresh);
    await this.#checkFiles(fresh);
  }

  async #checkMembership() {
    const { joined } = this.#writers;
    if (joined === undefined) return;
    const answer = await this.#people.someoneElse.ask('GET', '/groups/habitat');
    this.findings.holds('an acknowledged membership is lost', (JSON.parse(answer.text).role !== null) === joined, `joined: ${joined}`);
  }

  /** Everything that was acknowledged while typing together is in the shared text. */
  async #checkTyped() {
    const { url, cookie } = this.#people.member;
    const reader = await openEditor(url, cookie, this.#writers.liveText);
    const words = reader.text.toString();
    for (const typed of this.#writers.typed) this.findings.holds('an acknowledged insertion is lost', words.includes(typed), typed);
    this.#insertions += this.#writers.typed.length;
    this.#writers.typed = [];
    await reader.leave();
  }

  /** The same requests under the same keys: what was answered is answered again, what was not is done once at most. */
  async #askAgain(fresh) {
    const keyed = fresh.filter(({ again }) => again);
    const unanswered = keyed.filter(({ acknowledged }) => !acknowledged);
    const answered = keyed.filter(({ acknowledged }) => acknowledged).slice(-5);
    for (const entry of [...answered, ...unanswered]) {
      const { person, path, json } = entry.again;
      const answer = await person.ask('POST', path, { json, headers: { 'idempotency-key': entry.mark } });
      const replayed = answer.headers.get('idempotent-replayed');
      const there = this.#ledger.place(entry) !== undefined;
      const code = answer.status === 409 ? JSON.parse(answer.text).code : undefined;
      const outcome = code ? `${code}, ${there ? 'done' : 'not done'}` : replayed ? 'answered again' : `done now, ${answer.status}`;
      this.#again.add(`${entry.acknowledged ? 'answered' : 'unanswered'}: ${outcome}`);
      if (code === 'key-unanswered') this.findings.holds('a key says done what was not', there, entry.mark);
      // With another node, only time tells that nobody does it any more.
      else if (code) this.findings.holds('a key is held by nobody', this.council.nodes.length > 1, `${code} ${entry.mark}`);
      if (entry.acknowledged) this.findings.holds('a key gets another answer', answer.text === entry.answer, `${answer.status} ${answer.text.slice(0, 100)}`);
    }
    await this.#ledger.read(this.council.db, this.findings);
  }

  async #checkFiles(fresh) {
    for (const { kind, acknowledged, id, body, mark } of fresh) {
      if (kind !== 'document' || !acknowledged) continue;
      const file = await this.#people.facilitator.ask('GET', `/documents/${id}/file`);
      this.findings.holds('a deposited file is not what was sent', file.status === 200 && file.text === body, `${mark}: ${file.status}`);
    }
  }

  async lookAtAll(done) {
    const { db, nodes } = this.council;
    await nothingIsHalf(db, this.findings, this.#known);
    for (const node of nodes) this.findings.holds('the program panics', node.panics === 0, node.output.slice(-500));
    const acknowledged = this.#ledger.entries.filter((entry) => entry.acknowledged).length;
    console.log(`${new Date().toISOString().slice(11, 19)}  ${done} kills, ${acknowledged} changes acknowledged, ${this.findings.count} broken`);
  }

  /** Waits until nothing is left to do; then everything is looked at once more. */
  async close(done) {
    const { db, nodes } = this.council;
    const deadline = Date.now() + JOBS_MS[this.database];
    const left = () => db.rows("SELECT kind, attempts, last_error FROM jobs WHERE kind <> 'read-file'");
    const unread = () => db.rows('SELECT kind, subject_id FROM search_pending LIMIT 5');
    while ((await left()).length + (await unread()).length > 0 && Date.now() < deadline) await wait(1_000);
    for (const job of await left()) this.findings.broken('a job is never done', JSON.stringify(job));
    for (const row of await unread()) this.findings.broken('the search never follows', JSON.stringify(row));
    this.#checkMails();
    await this.lookAtAll(done);
    this.#ledger.check(this.#ledger.entries, this.findings);
    const checked = await nodes[0].run(['check']).catch(({ message }) => message);
    this.findings.holds('preau check finds something wrong', /^ok +journal/m.test(checked), checked);
    console.log(checked.match(/^ok +journal.*/m)?.[0] ?? '');
    for (const node of nodes) this.findings.holds('the program does not stop by itself', await node.stop());
    this.#print(done);
  }

  /** Each invitation that is in the database left one mail. */
  #checkMails() {
    this.#mails.read(this.council.outbox());
    const { byAddress, cutShort } = this.#mails;
    this.twice = 0;
    for (const entry of this.#ledger.entries.filter(({ kind }) => kind === 'invitation')) {
      const mails = byAddress.get(`${entry.mark}@epreuve.example`) ?? 0;
      const there = this.#ledger.place(entry) !== undefined;
      if (there) this.findings.holds('a mail never left', mails > 0, entry.mark);
      else this.findings.holds('a mail left for nothing', mails === 0, entry.mark);
      if (mails > 1) this.twice += 1;
    }
    // A mail in hand at the very moment of a kill is written again in its own place.
    this.findings.holds('a mail left twice', this.twice === 0, String(this.twice));
    this.cutShort = cutShort.length;
  }

  #print(done) {
    const kinds = [...new Set(this.#ledger.entries.map(({ kind }) => kind))];
    const count = (kind, outcome) => this.#asked.get(`${kind} ${outcome}`) ?? 0;
    console.log('');
    table([
      ['change', 'acknowledged', 'unanswered', 'refused'],
      ...kinds.map((kind) => [kind, count(kind, 'acknowledged'), count(kind, 'unanswered'), count(kind, 'refused')]),
    ]);
    console.log(`\n${done} kills on ${this.council.db.name}; started again in ${milliseconds(quantile(this.#starts, 0.5))} ms (median), ${milliseconds(quantile(this.#starts, 0.99))} ms (p99)`);
    console.log(`insertions found again in the shared text: ${this.#insertions}`);
    if (this.council.nodes.length > 1) console.log(`changes acknowledged by the other node while one was dead: ${this.#served}`);
    console.log(`asked again under the same key: ${this.#again}`);
    console.log(`mails: ${[...this.#mails.byAddress.values()].reduce((sum, n) => sum + n, 0)}, left twice: ${this.twice}, cut short: ${this.cutShort}`);
  }
}
