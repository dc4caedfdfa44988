// <name-people>: around the field of a comment. After an @, those who read the text are offered; the field stays a field,
// and what is typed is what is sent. Nothing is chosen before somebody goes down into the list: Enter is a new line.

import { afterPause, ask } from './editor/ask.js';
import { make } from './editor/make.js';

const PAUSE = 120;
/** An @ that begins a word, then the beginning of a name: a few words at most. */
const TYPED = /(?<![\p{L}\p{N}])@(\p{L}[^\s@]*(?: [^\s@]+){0,2} ?)$/u;

let count = 0;

class NamePeople extends HTMLElement {
  #offered = [];
  #at = -1;
  #asked = '';

  connectedCallback() {
    this.field = this.querySelector('textarea');
    if (!this.field || this.list) return;
    this.words = JSON.parse(this.dataset.words);
    const id = `noms-${(count += 1)}`;
    this.list = make('ul', { id, className: 'name-choices', hidden: true, attributes: { role: 'listbox', 'aria-label': this.words.list } });
    this.told = make('p', { className: 'vh', attributes: { role: 'status' } });
    this.field.after(this.list, this.told);
    for (const [name, value] of [['aria-autocomplete', 'list'], ['aria-haspopup', 'listbox'], ['autocomplete', 'off']]) {
      this.field.setAttribute(name, value);
    }
    this.soon = afterPause(PAUSE, () => this.#look());
    this.field.addEventListener('input', (event) => event.isComposing || this.soon());
    this.field.addEventListener('compositionend', () => this.soon());
    this.field.addEventListener('keydown', (event) => this.#key(event));
    this.field.addEventListener('blur', () => this.#close());
    // The caret went elsewhere.
    this.field.addEventListener('click', () => this.#close());
    // A press on a name leaves the field its focus.
    this.list.addEventListener('pointerdown', (event) => event.preventDefault());
    this.list.addEventListener('click', ({ target }) => {
      const option = target.closest('[role=option]');
      if (option) this.#put([...this.list.children].indexOf(option));
    });
  }

  /** What is typed after the last @ before the caret, if a name may be; and where that @ is. */
  #typed() {
    const { selectionStart: caret, selectionEnd, value } = this.field;
    const found = caret === selectionEnd ? value.slice(Math.max(0, caret - 100), caret).match(TYPED) : null;
    return found && { name: found[1], from: caret - found[0].length, to: caret };
  }

  async #look() {
    const typed = this.#typed();
    this.#asked = typed?.name ?? '';
    if (!typed) return this.#close();
    let names = [];
    try {
      names = await ask('comments/people', { id: this.dataset.text, q: typed.name });
    } catch {
      // Who may not, or asks too often, types the name whole.
    }
    // Something else was typed meanwhile, or somewhere else.
    if (this.#typed()?.name !== this.#asked || document.activeElement !== this.field) return;
    const whole = names.length === 1 && names[0].toLowerCase() === typed.name.trim().toLowerCase();
    this.#show(whole ? [] : names);
  }

  #show(names) {
    if (names.length === 0) return this.#close();
    this.#offered = names;
    const option = (name, at) => make('li', { id: `${this.list.id}-${at}`, textContent: name, attributes: { role: 'option', 'aria-selected': 'false' } });
    this.list.replaceChildren(...names.map(option));
    this.list.hidden = false;
    this.field.setAttribute('aria-controls', this.list.id);
    this.#move(-1);
    const { one, many } = this.words;
    this.told.textContent = names.length === 1 ? one : many.replace('#count', names.length);
  }

  #close() {
    this.soon.never();
    if (this.list.hidden) return;
    this.list.hidden = true;
    this.#offered = [];
    this.#move(-1);
    this.field.removeAttribute('aria-controls');
    this.told.textContent = '';
  }

  #move(at) {
    this.#at = at;
    [...this.list.children].forEach((option, i) => option.setAttribute('aria-selected', String(i === at)));
    const option = this.list.children[at];
    if (!option) return this.field.removeAttribute('aria-activedescendant');
    this.field.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  }

  #key(event) {
    if (this.list.hidden || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const { length } = this.#offered;
    if (event.key === 'ArrowDown') this.#move((this.#at + 1) % length);
    else if (event.key === 'ArrowUp') this.#move(this.#at <= 0 ? length - 1 : this.#at - 1);
    else if (event.key === 'Escape') this.#close();
    else if (event.key === 'Enter' && this.#at >= 0) this.#put(this.#at);
    else {
      if (event.key.startsWith('Arrow') || event.key === 'Home' || event.key === 'End' || event.key === 'Enter') this.#close();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  /** Puts a name in place of what was typed, as if it had been typed: it can be undone. */
  #put(at) {
    const [typed, name] = [this.#typed(), this.#offered[at]];
    if (!typed || !name) return this.#close();
    this.field.focus();
    this.field.setSelectionRange(typed.from, typed.to);
    const put = `@${name} `;
    if (!document.execCommand('insertText', false, put)) this.field.setRangeText(put, typed.from, typed.to, 'end');
    this.#close();
    this.told.textContent = this.words.put.replace('#name', name);
  }
}

customElements.define('name-people', NamePeople);
