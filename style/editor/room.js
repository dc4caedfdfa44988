// The room where people write one text together: its wire is that of y-websocket. What one does here is stored once
// the room has sent it back.

import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate, removeAwarenessStates } from 'y-protocols/awareness';
import { Doc, applyUpdate, decodeStateVector, encodeStateAsUpdate, encodeStateVector } from 'yjs';

import { Draft } from './draft.js';
import { decoding, encoding } from './wire.js';

const [SYNC, AWARENESS, QUERY_AWARENESS] = [0, 1, 3];
const [STEP_ONE, STEP_TWO, UPDATE] = [0, 1, 2];
/** Why the room closed its door; see `server/src/routes/live.rs`. */
const WHY = { 4401: 'signed-out', 4403: 'withdrawn', 4404: 'gone', 4409: 'closed', 4413: 'large' };
const TOO_FAST = 4429;
/** What was kept here is not of their text any more, or was not understood: it begins again, by its words. */
const AFRESH = [4400, 4410];
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 15_000;
/** So many refused attempts in a row, never having been in: there is no room to be had. */
const ATTEMPTS = 3;
/** What was not sent back after so long is sent again by another socket. */
const PATIENCE = 12_000;
/** A caret that moves is told that often. */
const CARET = 150;

export class Room {
  /** `joining`, `live`, `cut`, `alone` (never been in), or `over`. */
  state = 'joining';
  /** Why it is over. */
  why = '';
  draft;
  awareness;
  /** When what was done here was last stored. */
  savedAt;
  /** Whether something done here is not stored yet. */
  dirty = false;
  /** The text as it was last known to be stored. */
  base = '';
  #address;
  #me;
  #heard;
  #socket;
  #attempts = 0;
  #pause = FIRST_PAUSE;
  #pending = [];
  #known = new Map();
  #afresh = false;
  #caret;
  #patience;
  #retry;

  /** `heard` is told: `joined(draft, continues, before)` when there is another draft to write in, in place of one that
   *  was stored up to `before`; `changed()`; `people()`. */
  constructor(address, me, heard) {
    this.#address = new URL(address, location.href);
    this.#address.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
    this.#me = me;
    this.#heard = heard;
    addEventListener('online', () => this.open());
    addEventListener('offline', () => this.#socket?.close());
    addEventListener('pagehide', () => this.#socket?.close());
    addEventListener('pageshow', ({ persisted }) => persisted && this.open());
  }

  /** All that was done here is stored. */
  get inSync() {
    return this.state === 'live' && !this.dirty;
  }

  open() {
    if (this.#socket || this.state === 'over') return;
    clearTimeout(this.#retry);
    const socket = new WebSocket(this.#address);
    socket.binaryType = 'arraybuffer';
    let joined = false;
    this.#socket = socket;
    // The whole of their text is asked for: it may be another text than the one left, begun afresh meanwhile.
    socket.onopen = () => this.#tell(SYNC, STEP_ONE, encodeStateVector(new Doc()));
    socket.onmessage = ({ data }) => {
      const message = decoding(new Uint8Array(data));
      const kind = message.number();
      if (kind === AWARENESS) {
        if (this.awareness) applyAwarenessUpdate(this.awareness, message.bytes(), this);
      } else if (kind === QUERY_AWARENESS) {
        if (this.awareness) this.#present([this.awareness.clientID]);
      } else if (kind === SYNC) {
        const step = message.number();
        // What they lack is sent unasked, once what they have is known.
        if (step === STEP_ONE) return;
        const update = message.bytes();
        if (!joined && step === STEP_TWO) {
          joined = true;
          this.#join(update);
        } else if (joined) {
          applyUpdate(this.draft.doc, update, this);
          this.#acknowledge(update);
        }
      }
    };
    socket.onclose = ({ code }) => this.#closed(code);
  }

  /** Tells where one is, once in a while. */
  moveTo(cursor) {
    this.cursor = cursor;
    this.#caret ??= setTimeout(() => {
      this.#caret = undefined;
      if (this.awareness) this.awareness.setLocalStateField('cursor', this.cursor);
    }, CARET);
  }

  /** What is kept in case this page goes: the text, and from what it came. */
  copy() {
    return { state: encodeStateAsUpdate(this.draft.doc), known: [...this.#known], base: this.base, text: this.draft.toString() };
  }

  /** Whether something known so is part of their text, or of another one. */
  #continues(known, vector) {
    return [...known].every(([client, clock]) => (vector.get(client) ?? 0) >= clock);
  }

  #join(update) {
    const theirs = new Doc();
    applyUpdate(theirs, update);
    const vector = encodeStateVector(theirs);
    const clocks = decodeStateVector(vector);
    const rejoined = this.draft && !this.#afresh && this.#continues(this.#known, clocks);
    this.#afresh = false;
    this.state = 'live';
    this.#attempts = 0;
    this.#pause = FIRST_PAUSE;
    this.#pending = [];
    if (rejoined) {
      applyUpdate(this.draft.doc, update, this);
      if (this.dirty) this.#send(encodeStateAsUpdate(this.draft.doc, vector));
      this.#present([this.awareness.clientID]);
    } else {
      this.#begin(new Draft(theirs), clocks);
    }
    if (!this.dirty) this.#settle();
    this.#heard.changed();
  }

  #begin(draft, clocks) {
    const before = this.draft && this.base;
    this.awareness?.destroy();
    this.dirty = false;
    this.draft = draft;
    this.base = draft.toString();
    this.#known = clocks;
    draft.doc.on('update', (update, origin) => origin !== this && this.draft === draft && this.#send(update));
    this.awareness = new Awareness(draft.doc);
    this.awareness.on('change', () => this.#heard.people());
    this.awareness.on('update', ({ added, updated, removed }, origin) => {
      if (origin !== this) this.#present([...added, ...updated, ...removed]);
    });
    this.awareness.setLocalState({ user: this.#me, cursor: this.cursor ?? null });
    // Those who were there were told before there was where to note them.
    this.#tell(QUERY_AWARENESS);
    this.#heard.joined(draft, (known) => this.#continues(known, clocks), before);
  }

  #send(update) {
    this.dirty = true;
    if (this.state === 'live') {
      this.#pending.push(update);
      this.#tell(SYNC, UPDATE, update);
      this.#wait();
    }
    this.#heard.changed();
  }

  #wait() {
    clearTimeout(this.#patience);
    if (this.#pending.length > 0) this.#patience = setTimeout(() => this.#socket?.close(), PATIENCE);
  }

  /** They send back what they stored, in the order in which it came. */
  #acknowledge(update) {
    const at = this.#pending.findIndex((sent) => sent.length === update.length && sent.every((byte, i) => byte === update[i]));
    if (at < 0) return;
    this.#pending.splice(0, at + 1);
    this.#wait();
    this.savedAt = new Date();
    if (this.#pending.length === 0) {
      this.dirty = false;
      this.#settle();
    }
    this.#heard.changed();
  }

  #settle() {
    this.#known = decodeStateVector(encodeStateVector(this.draft.doc));
    this.base = this.draft.toString();
  }

  #present(clients) {
    if (this.state === 'live') this.#tell(AWARENESS, encodeAwarenessUpdate(this.awareness, clients));
  }

  #tell(...parts) {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(encoding(parts));
  }

  #closed(code) {
    this.#socket = undefined;
    clearTimeout(this.#patience);
    if (this.awareness) {
      const others = [...this.awareness.getStates().keys()].filter((client) => client !== this.awareness.clientID);
      removeAwarenessStates(this.awareness, others, this);
      // They are seen again as soon as the room says that they are there, even if they have not moved.
      for (const client of others) this.awareness.meta.delete(client);
    }
    if (WHY[code]) {
      this.state = 'over';
      this.why = WHY[code];
    } else {
      this.#attempts += 1;
      this.#afresh ||= AFRESH.includes(code);
      if (this.draft) this.state = 'cut';
      else if (this.#attempts >= ATTEMPTS) this.state = 'alone';
      const pause = code === TOO_FAST ? LONGEST_PAUSE / 3 : this.#pause * (0.75 + Math.random() / 2);
      this.#pause = Math.min(LONGEST_PAUSE, this.#pause * 2);
      this.#retry = setTimeout(() => this.open(), pause);
    }
    this.#heard.changed();
  }
}
