// Somebody who uses the site without a browser: forms with a session, the API with a token.

import { session } from '../../end2end/fixtures/editors.mjs';
import { PASSWORD } from '../../end2end/fixtures/people.mjs';

const FORM = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', accept: 'text/html' };
const SCOPES = ['texts-read', 'texts-write', 'groups-read', 'groups-write', 'library-read', 'library-write'];
/** Nobody waits longer. */
const PATIENCE_MS = 60_000;

/** No answer came from this node: what was asked may have been done or not. */
export class Unanswered extends Error {
  constructor(message, node) {
    super(message);
    this.node = node;
  }
}

export class Person {
  #nodes;
  #at;
  cookie;
  token;

  /** Somebody who is signed in; with several nodes, they go to the next when one does not answer. */
  static async signedIn(nodes, email, at = 0, password = PASSWORD) {
    const cookie = await session(nodes[0].url, email, password);
    return new Person(nodes, email, cookie, at);
  }

  constructor(nodes, email, cookie, at = 0) {
    this.#nodes = nodes;
    this.#at = at;
    this.email = email;
    this.cookie = cookie;
  }

  /** The same person at another window, whose requests go to another node first. */
  elsewhere(at) {
    const other = new Person(this.#nodes, this.email, this.cookie, at);
    other.token = this.token;
    return other;
  }

  get url() {
    return this.#nodes[this.#at % this.#nodes.length].url;
  }

  /** The node that this person's requests go to. */
  get node() {
    return this.#nodes[this.#at % this.#nodes.length];
  }

  /** Whatever is asked: the answer, with its text read. */
  async send(path, options = {}) {
    const node = this.node;
    try {
      const answer = await fetch(node.url + path, { redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS), ...options });
      const text = await answer.text();
      return { status: answer.status, text, headers: answer.headers, location: answer.headers.get('location') ?? '', path };
    } catch (error) {
      if (this.node === node) this.#at += 1;
      throw new Unanswered(`${path}: ${error.cause?.code ?? error.name}`, node);
    }
  }

  page(path) {
    return this.send(path, { headers: { cookie: this.cookie, accept: 'text/html' } });
  }

  /** A form, as a browser without script posts it: 303 is a success. */
  post(path, fields) {
    return this.send(path, { method: 'POST', headers: { ...FORM, cookie: this.cookie }, body: new URLSearchParams(fields) });
  }

  /** A request of the API. */
  async ask(method, path, { json, body, headers = {} } = {}) {
    const sent = json === undefined ? body : JSON.stringify(json);
    const type = json === undefined ? {} : { 'content-type': 'application/json' };
    return this.send(`/api/v1${path}`, { method, body: sent, headers: { authorization: `Bearer ${this.token}`, ...type, ...headers } });
  }

  /** Makes a token from its page. */
  async makeToken() {
    const fields = [['name', 'Épreuve'], ['days', '30'], ...SCOPES.map((scope) => ['scopes[]', scope])];
    const made = await this.post('/api/api/make-token', fields);
    const shown = made.status === 303 ? await this.page(made.location) : made;
    this.token = shown.text.match(/preau_[\w-]{20,}/)?.[0];
    if (!this.token) throw new Error(`${this.email} has no token: ${made.status} ${shown.status}`);
    return this;
  }
}

/** Whether a failure is told as it should be: in a sentence, with a reference to give to whoever runs the site. */
export const isExplained = ({ status, text, headers, path }) => {
  if (status < 500) return true;
  if (path.startsWith('/api/v1/')) return headers.get('content-type')?.startsWith('application/problem+json') && /"detail":"[^"]{10,}/.test(text);
  if (status === 503) return text.length > 20;
  return /\b[A-Z0-9]{10}\b/.test(text);
};
