// The plain text area over a draft: the same room, for those who prefer it or whose reader of screens does.

import { moved } from './acts.js';
import { HERE, changesOf, typed } from './draft.js';

export class Area {
  #draft;
  #area;
  #text;
  #listening = new AbortController();
  #follow = (event, { origin }) => origin !== HERE && this.#fromElsewhere(changesOf(event), origin === this.#draft.undoing);

  constructor({ area, draft, told }) {
    this.#area = area;
    this.#draft = draft;
    this.#text = draft.toString();
    this.told = told;
    area.value = this.#text;
    const on = (name, then) => area.addEventListener(name, then, { signal: this.#listening.signal });
    on('input', () => this.#fromHere());
    on('keydown', (event) => told.keys(event));
    on('paste', (event) => told.paste(event));
    on('drop', (event) => told.paste(event));
    for (const name of ['select', 'keyup', 'pointerup', 'focus', 'blur']) on(name, () => told.moved());
    on('beforeinput', (event) => {
      // The browser's own undoing knows nothing of what the others wrote.
      const act = { historyUndo: 'undo', historyRedo: 'redo' }[event.inputType];
      if (act) {
        event.preventDefault();
        draft.undoing[act]();
      }
    });
    draft.text.observe(this.#follow);
  }

  get text() {
    return this.#area.value;
  }

  get selection() {
    return { from: this.#area.selectionStart, to: this.#area.selectionEnd };
  }

  get hasFocus() {
    return document.activeElement === this.#area;
  }

  focus() {
    this.#area.focus();
  }

  edit({ changes, selection }) {
    let text = this.#text;
    for (const { from, to = from, insert = '' } of [...changes].reverse()) text = text.slice(0, from) + insert + text.slice(to);
    if (!this.told.fits(text.length, this.#text.length)) return;
    this.#draft.apply(changes);
    this.#show(text, selection ?? { from: moved(this.selection.from, changes), to: moved(this.selection.to, changes) });
    this.told.changed();
  }

  bind(draft) {
    this.#draft.text.unobserve(this.#follow);
    this.#draft = draft;
    draft.text.observe(this.#follow);
    const now = draft.toString();
    if (now !== this.#text) {
      const change = typed(this.#text, now, now.length);
      this.#show(now, { from: moved(this.selection.from, [change]), to: moved(this.selection.to, [change]) });
    }
  }

  showCarets() {
    // A plain area has one caret; the others are in the list of names.
  }

  lock() {
    this.#area.readOnly = true;
  }

  destroy() {
    this.#draft.text.unobserve(this.#follow);
    this.#listening.abort();
  }

  #fromHere() {
    const now = this.#area.value;
    const change = typed(this.#text, now, this.#area.selectionEnd);
    if (!this.told.fits(now.length, this.#text.length)) {
      this.#show(this.#text, { from: change.from, to: change.from });
      return;
    }
    this.#text = now;
    this.#draft.apply([change]);
    this.told.changed();
    this.told.moved();
  }

  #fromElsewhere(changes, undone) {
    const { from, to } = this.selection;
    const after = undone ? moved(changes.at(-1).to ?? changes.at(-1).from, changes) : undefined;
    this.#show(this.#draft.toString(), { from: after ?? moved(from, changes, from !== to), to: after ?? moved(to, changes, false) });
    this.told.changed();
  }

  #show(text, { from, to }) {
    const { scrollTop } = this.#area;
    this.#text = text;
    this.#area.value = text;
    // Choosing takes the focus in some browsers, and belongs to whoever has it.
    if (this.hasFocus) this.#area.setSelectionRange(from, Math.max(from, to));
    this.#area.scrollTop = scrollTop;
  }
}
