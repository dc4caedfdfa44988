// Several people at the very same moment, on both databases: whoever comes first, nothing is lost and nothing is there twice.
//
// The same text saved from the same version, the same text adopted twice, many adopted at once, votes cast while the poll
// closes, groups joined and left from several windows. On PostgreSQL requests go in turn to two nodes.

import { setTimeout as wait } from 'node:timers/promises';

import { ballotsAreThere, nothingIsHalf, numbersAreInARow } from './checks.mjs';
import { comeIn, letThemAsk, openCouncil } from './council.mjs';
import { Person } from './person.mjs';
import { Tally } from './report.mjs';
import { adoptionForm, pollForm, said } from './writing.mjs';

const GROUP = 'mobilites';
const OPEN_GROUP = 'habitat';
/** Members of the group, who may all write its texts. */
const WRITERS = ['membre', 'referente', 'jean-luc.tessard', 'yannick.dolivet', 'fatou.sarralde', 'gilbert.trouvinel', 'annick.souverbie', 'karim.bensalhi'];
/** Members of the council who are in no group of these. */
const VOTERS = ['presidence', 'autre', 'amandine.chazelet', 'pascal.verdonnet', 'nicole.estrabaud', 'etienne.fargeaud', ...WRITERS];
const PARAGRAPHS = WRITERS.map((_, n) => `Paragraphe ${n}, qui dit ce que l’on sait de la question ${n}.`);
const WINDOWS = 5;
const AT_ONCE = 12;
/** A poll closes so long after its beginning. */
const CLOSING_MS = 1_000;
const CHOICES = ['for', 'against', 'abstain'];
/** The signs of a receipt. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const SIGNS_OF_ONE = 16;

export const about = 'several people at the same moment, on both databases: times=20 database=sqlite|postgres';

export const run = async ({ times = 20, database }, findings) => {
  for (const engine of database ? [database] : ['sqlite', 'postgres']) {
    const council = await openCouncil({ database: engine, nodes: engine === 'sqlite' ? 1 : 2 });
    try {
      const known = await nothingIsHalf(council.db);
      const histories = new Histories(council, findings);
      await histories.open();
      for (let round = 0; round < Number(times); round++) await histories.round(round);
      await numbersAreInARow(council.db, findings);
      await nothingIsHalf(council.db, findings, known);
      for (const node of council.nodes) findings.holds('the program panics', node.panics === 0, node.output.slice(-500));
      console.log(`\n${council.db.name}, ${times} rounds`);
      for (const [what, outcomes] of histories.outcomes) console.log(`  ${what}: ${outcomes}`);
    } finally {
      await council.close();
    }
  }
};

class Histories {
  outcomes = new Map();

  constructor({ db, nodes }, findings) {
    Object.assign(this, { db, nodes, findings });
  }

  async open() {
    this.people = await comeIn(this.nodes);
    const own = "(SELECT password_hash FROM users WHERE email = 'membre@demo.example')";
    await this.db.change(`UPDATE users SET password_hash = ${own} WHERE password_hash IS NULL`);
    const names = [...new Set([...WRITERS, ...VOTERS])];
    const all = await Promise.all(names.map(async (name, at) => [name, await Person.signedIn(this.nodes, `${name}@demo.example`, at)]));
    this.known = new Map(all);
  }

  async round(round) {
    await letThemAsk(this.db);
    await this.sameText('elsewhere in the text', round, (n) => PARAGRAPHS.with(n, `${PARAGRAPHS[n]} ${mark(round, n)}`).join('\n\n'));
    await this.sameText('in the same words', round, (n) => PARAGRAPHS.with(3, `Tout autre chose : ${mark(round, n)}`).join('\n\n'));
    await this.adoptedTwice();
    await this.adoptedAtOnce();
    for (const how of ['time', 'hand']) for (const secrecy of ['open', 'secret']) await this.closing(how, secrecy);
    await this.joining();
  }

  #note(what, outcome) {
    if (!this.outcomes.has(what)) this.outcomes.set(what, new Tally());
    this.outcomes.get(what).add(outcome);
  }

  #unexpected(what, answer) {
    this.findings.broken(`${what}: an answer that is none of those expected`, `${answer.status} ${answer.location} ${said(answer)}`);
  }

  async #begin(kind, body) {
    const json = { title: 'Un texte de plusieurs', kind, body };
    const answer = await this.people.member.ask('POST', `/groups/${GROUP}/contributions`, { json });
    if (answer.status !== 201) throw new Error(`no text is begun: ${answer.status} ${answer.text}`);
    return JSON.parse(answer.text).id;
  }

  /** Everybody saves from the first version: each finds their words in the text, beside it, or is refused with them. */
  async sameText(where, round, words) {
    const id = await this.#begin('note', PARAGRAPHS.join('\n\n'));
    const save = (name, n) =>
      this.known.get(name).post('/api/contributions/save', { id, base: 1, title: 'Un texte de plusieurs', kind: 'note', body: words(n) });
    const answers = await Promise.all(WRITERS.map(save));
    const [{ body }] = await this.db.rows(`SELECT body FROM revisions WHERE contribution_id = ${id} ORDER BY position DESC LIMIT 1`);
    const aside = await this.db.rows(`SELECT u.email, t.body FROM unsaved_texts t JOIN users u ON u.id = t.user_id WHERE t.contribution_id = ${id}`);
    for (const [n, answer] of answers.entries()) {
      const name = WRITERS[n];
      const kept = aside.some((text) => text.email === `${name}@demo.example` && text.body.includes(mark(round, n)));
      const there = body.includes(mark(round, n));
      const what = `the same text saved ${where}`;
      if (answer.status === 303 && !answer.location.includes('/modifier')) {
        this.#note(what, there ? 'in the text' : 'lost');
        this.findings.holds(`${what}: what was acknowledged is lost`, there, `text ${id}, ${name}: ${answer.location}`);
      } else if (answer.status === 303) {
        this.#note(what, 'side by side');
        this.findings.holds(`${what}: what was put aside is lost`, kept, `text ${id}, ${name}`);
      } else {
        this.#note(what, `refused ${answer.status}`);
        const given = kept || answer.text.includes(mark(round, n));
        if (answer.status !== 409 && answer.status !== 422) this.#unexpected(what, answer);
        this.findings.holds(`${what}: who is refused loses their words`, given, `text ${id}, ${name}`);
      }
    }
    const positions = await this.db.rows(`SELECT position FROM revisions WHERE contribution_id = ${id} ORDER BY position`);
    this.findings.holds('versions are in a row', positions.every(({ position }, n) => position === n + 1), `text ${id}`);
  }

  async #ready() {
    const id = await this.#begin('contribution', PARAGRAPHS.join('\n\n'));
    const { member, facilitator } = this.people;
    const steps = [
      [member, 'submit', {}],
      [facilitator, 'review', { version: 1, verdict: 'approve' }],
      [facilitator, 'propose', { anyway: 'oui' }],
    ];
    for (const [person, step, fields] of steps) {
      const answer = await person.post(`/api/contributions/${step}`, { id, ...fields });
      if (answer.status !== 303) throw new Error(`${step}: ${answer.status} ${said(answer)}`);
    }
    return id;
  }

  #adopt(id, window) {
    return this.people.chair.elsewhere(window).post('/api/contributions/adopt', adoptionForm(id));
  }

  async adoptedTwice() {
    const id = await this.#ready();
    const answers = await Promise.all(Array.from({ length: WINDOWS }, (_, window) => this.#adopt(id, window)));
    const done = answers.filter(({ status }) => status === 303).length;
    this.findings.holds('a text is adopted once', done === 1, `text ${id}: ${answers.map(({ status }) => status)}`);
    for (const answer of answers) {
      this.#note('one text adopted from five windows', answer.status);
      if (answer.status !== 303 && answer.status !== 409) this.#unexpected('adopted twice', answer);
    }
    const rows = await this.db.rows(`SELECT count(*) AS n FROM adoptions WHERE contribution_id = ${id}`);
    this.findings.holds('an adopted text has one number', rows[0].n === 1, `text ${id}: ${rows[0].n}`);
  }

  async adoptedAtOnce() {
    const texts = [];
    for (let n = 0; n < AT_ONCE; n++) texts.push(await this.#ready());
    const answers = await Promise.all(texts.map((id, window) => this.#adopt(id, window)));
    for (const answer of answers) {
      this.#note('twelve texts adopted at once', answer.status);
      if (answer.status !== 303) this.#unexpected('adopted at once', answer);
    }
    await numbersAreInARow(this.db, this.findings);
  }

  /** Ballots come all around the moment of closing: those that were acknowledged are those that are counted. */
  async closing(how, secrecy) {
    const { chair } = this.people;
    const prepared = await chair.post('/api/polls/prepare', pollForm({ secrecy }));
    const id = Number(prepared.location.match(/\/(\d+)/)?.[1]);
    if (!id) return this.#unexpected('a poll', prepared);
    const closes = Date.now() + CLOSING_MS;
    const at = new Date(closes).toISOString().replace('Z', '+00:00');
    if (how === 'time') await this.db.change(`UPDATE polls SET closes_at = '${at}' WHERE id = ${id}`);
    const what = `votes as a poll closes, ${secrecy}, by ${how}`;
    const poll = { id, ballots: [], proclaimed: true };
    const cast = async (name, n) => {
      await wait(Math.max(0, closes - Date.now() - 150 + (300 * n) / VOTERS.length));
      const choice = CHOICES[n % CHOICES.length];
      const receipt = Array.from({ length: SIGNS_OF_ONE }, () => SIGNS[Math.floor(Math.random() * SIGNS.length)]).join('');
      const answer = await this.known.get(name).post('/api/polls/cast', { id, choice, receipt });
      this.#note(what, answer.status);
      if (answer.status === 303) poll.ballots.push({ email: `${name}@demo.example`, choice });
      else if (answer.status !== 409) this.#unexpected(what, answer);
    };
    const close = async () => {
      await wait(Math.max(0, closes - Date.now()));
      const answer = await chair.post('/api/polls/close', { id });
      if (answer.status !== 303) this.#unexpected('closing', answer);
    };
    await Promise.all([...VOTERS.map(cast), ...(how === 'hand' ? [close()] : [])]);
    const proclaimed = await chair.post('/api/polls/proclaim', { id });
    if (proclaimed.status !== 303) return this.#unexpected('proclaiming', proclaimed);
    const [row] = await this.db.rows(`SELECT votes_for, votes_against, votes_abstaining FROM polls WHERE id = ${id}`);
    const counted = [row.votes_for, row.votes_against, row.votes_abstaining];
    const voted = CHOICES.map((choice) => poll.ballots.filter((ballot) => ballot.choice === choice).length);
    this.findings.holds('the tally is that of the acknowledged ballots', String(counted) === String(voted), `poll ${id}, ${what}: ${counted}, acknowledged ${voted}`);
    if (secrecy === 'open') await ballotsAreThere(this.db, this.findings, [poll]);
  }

  /** One person, five windows: they join once, leave once, and end where the last answer says. */
  async joining() {
    const person = this.people.someoneElse;
    for (const [step, rows] of [['join', 1], ['leave', 0]]) {
      const windows = Array.from({ length: WINDOWS }, (_, window) => person.elsewhere(window));
      const answers = await Promise.all(windows.map((window) => window.post(`/api/groups/${step}`, { slug: OPEN_GROUP })));
      for (const answer of answers) {
        this.#note(`${step} from five windows`, answer.status);
        // Whoever is not in a group any more may not leave it.
        if (![303, 403, 409].includes(answer.status)) this.#unexpected(step, answer);
      }
      const done = answers.filter(({ status }) => status === 303).length;
      this.findings.holds(`somebody can ${step} once`, done === 1, `${answers.map(({ status }) => status)}`);
      const [{ n }] = await this.db.rows(`SELECT count(*) AS n FROM memberships m JOIN users u ON u.id = m.user_id JOIN "groups" g ON g.id = m.group_id
        WHERE u.email = '${person.email}' AND g.slug = '${OPEN_GROUP}'`);
      this.findings.holds(`after having asked to ${step}, one is there as often as told`, n === rows, String(n));
    }
  }
}

const mark = (round, n) => `mot-${round}-${n}-fin`;
