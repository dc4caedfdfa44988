// The line that is always in view: what is stored, who writes along, how long the text is. It speaks when something
// changes, never at each stroke.

import { afterPause } from './ask.js';
import { icon, make } from './make.js';

/** A text that is stored sooner than that is not said to be on its way. */
const SOON = 1_000;
/** How long a sentence about what was just refused stays. */
const REFUSED = 12_000;

export class Status {
  #said = '';
  #saving = afterPause(SOON, () => this.#say('waiting', 'saving'));
  #refused;
  #copied = false;

  constructor({ words, sprite, max }) {
    this.words = words;
    this.sprite = sprite;
    this.max = max;
    this.line = make('p', { className: 'saved', attributes: { role: 'status' } });
    this.with = make('p', { className: 'with', hidden: true });
    this.count = make('p', { className: 'count' });
    this.element = make('div', { className: 'save-line desk-line' }, this.line, this.with, this.count);
  }

  room(room) {
    const { state, dirty, why, savedAt } = room;
    if (!(state === 'live' && dirty)) this.#saving.never();
    if (state === 'cut') this.#say('waiting', 'cut', this.#copied && dirty ? 'kept' : undefined);
    else if (state === 'over') this.#say('error', why);
    else if (state === 'joining') this.#say('waiting', 'joining');
    else if (state === 'live' && dirty) this.#saving();
    else if (state === 'live') this.#told('done', savedAt ? this.words.say('saved', { time: this.words.time(savedAt) }) : this.words.say('all-saved'));
    this.element.classList.toggle('away', state === 'cut' || state === 'over');
    if (state !== 'cut') this.#copied = false;
    this.state = room;
  }

  /** The browser keeps what is not stored. */
  copied(kept) {
    this.#copied = kept;
    if (this.state?.state === 'cut') this.room(this.state);
  }

  /** What the council put aside, in its own words. */
  kept(said) {
    if (said) this.#told('done', said);
    else this.#say('error', 'unkept');
  }

  /** Says why something was not done, for a while. */
  refuse(name) {
    clearTimeout(this.#refused);
    const notice = this.refusal ?? make('p', { className: 'error', attributes: { role: 'alert' } });
    this.refusal = notice;
    this.element.before(notice);
    notice.replaceChildren(icon(this.sprite, 'error'), make('span', { textContent: this.words.say(name, { max: this.max }) }));
    this.#refused = setTimeout(() => notice.remove(), REFUSED);
    return false;
  }

  people(names) {
    const said = names.length ? this.words.say('with-you', { names: this.words.list(names) }) : '';
    if (this.with.textContent.trim() === said) return;
    this.with.hidden = !said;
    this.with.replaceChildren(icon(this.sprite, 'users'), make('span', { textContent: said }));
  }

  length(text) {
    this.count.textContent = this.words.length(text);
  }

  /** Gives back what was written to somebody who may not write here any more. */
  rescue(text) {
    if (this.rescued) return;
    const { words, sprite } = this;
    const id = 'ce-que-vous-aviez-ecrit';
    const area = make('textarea', { id, readOnly: true, rows: 10, value: text });
    const copy = make('button', { type: 'button', className: 'button main' }, icon(sprite, 'copy'), make('span', { textContent: words.say('copy') }));
    const told = make('p', { className: 'muted', attributes: { role: 'status' } });
    copy.addEventListener('click', async () => {
      area.select();
      await navigator.clipboard?.writeText(text).catch(() => document.execCommand('copy'));
      told.textContent = words.say('copied');
    });
    this.rescued = make('section', { className: 'rescued notice error' }, icon(sprite, 'error'), make('div', {},
      make('p', { textContent: this.line.textContent, attributes: { role: 'alert' } }),
      make('div', { className: 'field' }, make('label', { htmlFor: id, textContent: words.say('rescued') }), area),
      make('p', { className: 'acts' }, copy), told));
    this.element.after(this.rescued);
  }

  #say(sign, ...names) {
    this.#told(sign, names.filter(Boolean).map((name) => this.words.say(name, { max: this.max })).join(' '));
  }

  #told(sign, said) {
    if (said === this.#said) return;
    this.#said = said;
    this.line.replaceChildren(icon(this.sprite, sign), make('span', { textContent: said }));
  }
}
