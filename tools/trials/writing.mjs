// What people write during a trial: each function makes one change, or a few that follow each other, and notes in the
// ledger what it asked and what was acknowledged.

import { setTimeout as wait } from 'node:timers/promises';

import { openEditor } from '../../end2end/fixtures/editors.mjs';

const GROUP = 'mobilites';
/** A group that one joins by oneself. */
const OPEN_GROUP = 'habitat';
/** A room that does not open within so long will not: its node ended. */
const OPEN_MS = 3_000;
/** So many texts wait to be adopted when people begin. */
const PROPOSED = 20;
const SENTENCE = 'Quatre trajets sur dix font moins de trois kilomètres.';

/**
 * Those who write together: `people` as `comeIn` gives them, the `ledger`, the `findings`, and `asked`, a tally of
 * changes by kind and outcome.
 */
export class Writers {
  /** What everybody writes in for a while: a text, a discussion. */
  #stage;
  #saved;
  #joined;
  /** Texts that wait to be adopted. */
  #proposed = [];

  constructor({ people, ledger, findings, asked }) {
    Object.assign(this, { people, ledger, findings, asked });
    /** Ballots by poll: who voted, and for what, as acknowledged. */
    this.polls = [];
  }

  /** Notes an answer: `good` are the statuses of a success. */
  #settle(entry, answer, good) {
    entry.acknowledged = good.includes(answer.status);
    this.asked.add(`${entry.kind} ${entry.acknowledged ? 'acknowledged' : 'refused'}`);
    if (!entry.acknowledged) this.findings.broken('a change is refused', `${entry.kind}: ${answer.status} ${said(answer)}`);
    return entry.acknowledged;
  }

  /** A request that changes something: if no answer comes, it is counted as such. */
  async #change(entry, good, request) {
    try {
      const answer = await request();
      return this.#settle(entry, answer, good) ? answer : undefined;
    } catch (error) {
      this.asked.add(`${entry.kind} unanswered`);
      throw error;
    }
  }

  async #made(person, kind, path, json, good = [201]) {
    const entry = this.ledger.begin(kind);
    const words = JSON.parse(JSON.stringify(json).replaceAll('MARK', entry.mark));
    entry.again = { person, path, json: words };
    const answer = await this.#change(entry, good, () => person.ask('POST', path, { json: words, headers: { 'idempotency-key': entry.mark } }));
    if (answer) entry.answer = answer.text;
    return answer && { ...JSON.parse(answer.text), entry };
  }

  /** New ones of all that everybody writes in, so that nothing grows for ever. */
  async renew() {
    const { member } = this.people;
    const stage = {};
    for (const name of ['live', 'commented', 'saved']) {
      const { id, entry } = await this.#made(member, 'text', `/groups/${GROUP}/contributions`, { title: 'MARK', kind: 'note', body: SENTENCE });
      stage[name] = id;
      this.#saved = { title: entry.mark, version: 1 };
    }
    const thread = { subject: 'Une discussion', body: 'MARK' };
    stage.thread = (await this.#made(member, 'message', `/groups/${GROUP}/discussions`, thread)).id;
    this.#stage = stage;
    this.typed = [];
    while (this.#proposed.length < PROPOSED) await this.#propose();
  }

  get liveText() {
    return this.#stage.live;
  }

  text = () => this.#made(this.people.facilitator, 'text', `/groups/${GROUP}/contributions`, { title: 'MARK', kind: 'note', body: SENTENCE });

  message = () => this.#made(this.people.member, 'message', `/discussions/${this.#stage.thread}/messages`, { body: 'MARK' });

  /** Saves over the version that was read; reads it again when that is not known. */
  save = async () => {
    const { member } = this.people;
    const path = `/contributions/${this.#stage.saved}`;
    this.#saved.version ??= JSON.parse((await member.ask('GET', path)).text).version;
    const { version } = this.#saved;
    this.#saved.version = undefined;
    const entry = this.ledger.begin('save');
    const json = { title: this.#saved.title, kind: 'note', body: `${SENTENCE} ${entry.mark}` };
    const answer = await this.#change(entry, [200], () => member.ask('PUT', path, { json, headers: { 'if-match': `"${version}"` } }));
    if (answer) this.#saved.version = JSON.parse(answer.text).version;
  };

  comment = async () => {
    const entry = this.ledger.begin('comment');
    const fields = { id: this.#stage.commented, base: 1, start: 0, end: 14, words: 'Quatre trajets', body: entry.mark };
    await this.#change(entry, [303], () => this.people.facilitator.post('/api/comments/make', fields));
  };

  document = async () => {
    const { facilitator } = this.people;
    const entry = this.ledger.begin('document');
    const body = `Un document déposé, ${entry.mark}.\n`.repeat(200);
    const path = `/library/groupe-${GROUP}/documents?name=${entry.mark}.txt`;
    const headers = { 'content-type': 'application/octet-stream' };
    const answer = await this.#change(entry, [200, 201], () => facilitator.ask('POST', path, { body, headers }));
    if (answer) Object.assign(entry, { id: JSON.parse(answer.text).id, body });
  };

  /** Leaves a mail to be written. */
  invitation = async () => {
    const entry = this.ledger.begin('invitation');
    const fields = { email: `${entry.mark}@epreuve.example`, name: 'Une personne invitée' };
    await this.#change(entry, [303], () => this.people.administrator.post('/api/administration/invite', fields));
  };

  /** Joins a group or leaves it; what is known of it is what was acknowledged last, or nothing if no answer came. */
  membership = async () => {
    const { someoneElse } = this.people;
    if (this.#joined === undefined) {
      const page = await someoneElse.ask('GET', `/groups/${OPEN_GROUP}`);
      this.#joined = JSON.parse(page.text).role !== null;
    }
    const joined = !this.#joined;
    this.#joined = undefined;
    const entry = this.ledger.begin('membership');
    const answer = await this.#change(entry, [303], () => someoneElse.post(`/api/groups/${joined ? 'join' : 'leave'}`, { slug: OPEN_GROUP }));
    if (answer) this.#joined = joined;
  };

  /** Whether the person who joins and leaves is in the group, as far as one was told. */
  get joined() {
    return this.#joined;
  }

  /** Takes a text from its first word to where it waits to be adopted. */
  async #propose() {
    const { member, facilitator } = this.people;
    const begun = await this.#made(member, 'text', `/groups/${GROUP}/contributions`, { title: 'MARK', kind: 'contribution', body: SENTENCE });
    if (!begun) return;
    const { id } = begun;
    const step = (kind, person, path, fields) => this.#change(this.ledger.begin(kind), [303], () => person.post(`/api/contributions/${path}`, { id, ...fields }));
    if (!(await step('submission', member, 'submit', {}))) return;
    if (!(await step('review', facilitator, 'review', { version: 1, verdict: 'approve' }))) return;
    if (await step('proposal', facilitator, 'propose', { anyway: 'oui' })) this.#proposed.push(id);
  }

  /** Adopts a text, brought there first when none waits. */
  adoption = async () => {
    if (this.#proposed.length === 0) await this.#propose();
    const id = this.#proposed.pop();
    if (id === undefined) return;
    const entry = this.ledger.begin('adoption', { id });
    await this.#change(entry, [303], () => this.people.chair.post('/api/contributions/adopt', adoptionForm(id)));
  };

  /** Puts a question to the vote, takes ballots, and proclaims the result. */
  poll = async () => {
    const { chair, member, facilitator, someoneElse } = this.people;
    const prepared = await this.#change(this.ledger.begin('poll'), [303], () => chair.post('/api/polls/prepare', pollForm()));
    if (!prepared) return;
    const id = Number(prepared.location.match(/\/(\d+)/)[1]);
    const voters = [[chair, 'for'], [member, 'against'], [facilitator, 'for'], [someoneElse, 'abstain']];
    const poll = { id, ballots: [] };
    this.polls.push(poll);
    const cast = async ([person, choice]) => {
      const answer = await this.#change(this.ledger.begin('ballot'), [303], () => person.post('/api/polls/cast', { id, choice }));
      if (answer) poll.ballots.push({ email: person.email, choice });
    };
    const all = await Promise.allSettled(voters.map(cast));
    const failed = all.find(({ status }) => status === 'rejected');
    if (failed) throw failed.reason;
    if (!(await this.#change(this.ledger.begin('closing'), [303], () => chair.post('/api/polls/close', { id })))) return;
    poll.proclaimed = Boolean(await this.#change(this.ledger.begin('proclamation'), [303], () => chair.post('/api/polls/proclaim', { id })));
  };

  /** Types in the shared text until told to stop, or until the connection ends. */
  async typing(person, goesOn) {
    const { typed, liveText } = this;
    const opening = openEditor(person.url, person.cookie, liveText).catch(() => undefined);
    const editor = await Promise.race([opening, wait(OPEN_MS)]);
    if (!editor) return; // the node ended meanwhile
    editor.onReceipt = (words) => {
      typed.push(words);
      this.asked.add('insertion acknowledged');
    };
    while (goesOn() && editor.code === undefined) {
      const { mark } = this.ledger.begin('insertion');
      // At either end: nobody types inside the words of others.
      editor.type(Math.random() < 0.5 ? 0 : editor.text.length, `[${mark}]`);
      await wait(20 + Math.random() * 30);
    }
    editor.socket.terminate();
  }
}

export const adoptionForm = (id, version = 1) => ({
  id,
  version,
  body: 'Assemblée plénière',
  adopted_on: today(),
  votes_for: 31,
  votes_against: 2,
  votes_abstaining: 1,
});

/** A question whose vote begins at once and lasts until tomorrow. */
export const pollForm = (more = {}) => ({
  question: 'Faut-il un deuxième pont ?',
  body: 'Assemblée plénière',
  secrecy: 'open',
  quorum: 'none',
  majority: 'simple',
  proxies: 0,
  closes_on: today(1),
  closes_at: '18:00',
  ...more,
});

/** The day in Paris, or one that follows. */
export const today = (days = 0) => new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv', { timeZone: 'Europe/Paris' });

/** What an answer says, in a few words. */
export const said = ({ text }) => {
  const alert = text.match(/role="alert"[^>]*>([\s\S]{0,600})/)?.[1] ?? text.match(/<h1[^>]*>([\s\S]{0,300})/)?.[1] ?? text;
  return alert.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim().slice(0, 200);
};
