// <shared-editor>: around the field of a text, a sheet with its toolbar, its preview, and the others who write.
// The field stays the one that the form sends. A text that is not one of a group (`data-bare`) has no images and nothing is
// put aside for it: its room keeps it or, where it has none, its form only.

import { applyUpdate } from 'yjs';

import { ACTS, holding, image, link, nextLine, shifted } from './acts.js';
import { Area } from './area.js';
import { afterPause } from './ask.js';
import { cursor, people } from './carets.js';
import { askLink, askText } from './dialogs.js';
import { Draft, merged } from './draft.js';
import { askImage, imageOf } from './image.js';
import { Keep } from './keep.js';
import { icon, make } from './make.js';
import { Copy } from './offline.js';
import { toMarkdown } from './paste.js';
import { Preview } from './preview.js';
import { Room } from './room.js';
import { Sheet } from './sheet.js';
import { Status } from './status.js';
import { Toolbar, asked } from './toolbar.js';
import { Words } from './words.js';

const PLAIN = 'preau-zone-simple';
/** How long a form waits for what was just typed to be stored. */
const PATIENCE = 2_000;

export class SharedEditor extends HTMLElement {
  #leaving = false;
  #sending = false;

  connectedCallback() {
    this.area = this.querySelector('textarea');
    this.form = this.closest('form');
    if (!this.area || !this.form || this.draft) return;
    const { words, icons, live, id, slug, base, typedOver, person, name, max, bare } = this.dataset;
    this.bare = bare !== undefined;
    this.language = document.documentElement.lang;
    this.words = new Words(JSON.parse(words), this.language);
    this.max = Number(max);
    const [came, there] = [this.area.defaultValue, this.area.value].map(lines);
    this.start = typedOver === undefined ? came : lines(typedOver);
    // What a browser put back of an earlier visit may be in the room already.
    this.draft = Draft.of(live && !typedHere() ? came : there);
    const typing = document.activeElement === this.area && { from: this.area.selectionStart, to: this.area.selectionEnd };
    this.#build(icons);
    if (!this.bare) this.keep = new Keep({ form: this.form, id, slug, body: () => (this.room?.draft ? this.start : this.surface.text), told: (said) => this.room?.draft || this.status.kept(said) });
    this.#write(recall(PLAIN) === '1');
    this.#listen();
    this.#models();
    // Who was typing already goes on where they were.
    if (typing) {
      this.surface.edit({ changes: [], selection: typing });
      this.surface.focus();
    }
    if (live) this.#join(live, { id: person, name }, new Copy(person, id ?? live), base);
    this.#show();
    if (this.surface.text !== came) this.#changed();
  }

  #build(sprite) {
    const { words, area } = this;
    this.label = this.form.querySelector(`label[for="${area.id}"]`);
    this.label.id = `${area.id}-nom`;
    this.hint = this.querySelector('.hint');
    this.leave = make('p', { id: `${area.id}-sortir`, className: 'vh', textContent: words.say('leave') });
    this.toolbar = new Toolbar({ words, sprite, controls: `${area.id}-feuille`, without: this.bare ? ['image'] : [], act: (name) => this.#act(name) });
    const editor = this.closest('.editor');
    this.preview = new Preview({ section: editor.querySelector('.preview'), around: this, words, sprite });
    this.status = new Status({ words, sprite, max: words.number(this.max) });
    this.sheet = make('div', { id: `${area.id}-feuille`, className: 'paper' });
    this.plain = make('button', { type: 'button', className: 'switch', attributes: { role: 'switch' } }, make('span', { className: 'switch-mark' }), make('span', { textContent: words.say('plain') }));
    this.plain.addEventListener('click', () => {
      const plain = this.plain.getAttribute('aria-checked') !== 'true';
      remember(PLAIN, plain ? '1' : '0');
      this.#write(plain);
      this.surface.focus();
    });
    const field = this.querySelector('.field');
    const top = make('div', { className: 'desk-top' }, this.label.closest('.named') ?? this.label, this.preview.element);
    field.prepend(top);
    this.board = make('div', { className: 'board' }, this.toolbar.element, make('div', { className: 'desk' }, this.sheet, this.preview.section), this.status.element);
    area.before(this.leave, this.board);
    this.sheet.append(area);
    field.append(make('div', { className: 'desk-foot' }, this.plain, Toolbar.keys(words)));
    editor.classList.add('awake');
    this.live = make('input', { type: 'hidden', name: 'live', value: '1', disabled: true });
    this.form.append(this.live);
    this.sprite = sprite;
  }

  /** Takes the sheet, or the plain area. */
  #write(plain) {
    const { selection } = this.surface ?? {};
    this.surface?.destroy();
    const told = {
      changed: () => this.#changed(),
      moved: () => this.#moved(),
      keys: (event) => this.#keys(event),
      paste: (event) => this.#paste(event),
      fits: (length, before) => length <= this.max || length <= before || this.status.refuse('too-long'),
    };
    this.area.hidden = !plain;
    // Of a text of its own kind, it says how that one is written.
    if (!this.bare) this.hint.hidden = !plain;
    this.plain.setAttribute('aria-checked', plain);
    if (plain) {
      this.label.htmlFor = this.area.id;
      this.surface = new Area({ area: this.area, draft: this.draft, told });
    } else {
      this.label.removeAttribute('for');
      const described = [this.leave.id, this.querySelector('.error')?.id].filter(Boolean).join(' ');
      this.surface = new Sheet({ draft: this.draft, language: this.language, label: this.label.id, described, nonce: SharedEditor.nonce, told });
      this.sheet.append(this.surface.dom);
    }
    if (selection) this.surface.edit({ changes: [], selection });
    this.#people();
  }

  #listen() {
    this.label.addEventListener('click', () => this.surface.focus());
    document.addEventListener('click', (event) => {
      if (!event.target.closest?.(`a[href="#${this.area.id}"]`)) return;
      event.preventDefault();
      this.surface.focus();
    });
    this.form.addEventListener('submit', (event) => this.#submit(event));
    addEventListener('pageshow', () => (this.#sending = false));
    addEventListener('beforeunload', (event) => this.bare && !this.room?.draft && !this.#sending && this.surface.text !== this.start && event.preventDefault());
    addEventListener('beforeunload', (event) => this.room?.dirty && !this.#sending && this.room.state !== 'over' && event.preventDefault());
    this.copying = afterPause(300, () => this.#copy());
    this.showing = afterPause(80, () => this.#show());
  }

  /** Choosing a kind fills an empty text with its model, or puts it in place of another one left as it was. */
  #models() {
    const models = JSON.parse(this.dataset.models ?? '{}');
    for (const kind of this.form.querySelectorAll('input[name="kind"]')) {
      kind.addEventListener('change', () => {
        const { text } = this.surface;
        const insert = models[kind.value];
        if (insert === undefined || (text.trim() && !Object.values(models).includes(text))) return;
        this.surface.edit({ changes: [{ from: 0, to: text.length, insert }], selection: { from: 0, to: 0 } });
      });
    }
  }

  async #join(address, me, copy, version) {
    this.copy = copy;
    this.room = new Room(address, me, {
      joined: (draft, continues, before) => this.#joined(draft, continues, before),
      changed: () => this.#roomChanged(),
      people: () => this.#people(),
    });
    const found = await Promise.race([copy.read(), new Promise((resolve) => setTimeout(resolve, 1_000))]);
    // What was sent with the form meanwhile, and saved, is in their text.
    this.found = found?.sent && found.version !== version ? undefined : found;
    if (found && !this.found) copy.forget();
    this.version = version;
    this.room.open();
  }

  /** There is another draft to write in: what was typed in the one before goes into it. */
  #joined(draft, continues, before) {
    const { found } = this;
    this.found = undefined;
    if (found && continues(new Map(found.known))) applyUpdate(draft.doc, found.state, 'copy');
    else if (found) draft.apply(merged(found.base, found.text, draft.toString()), 'copy');
    const typed = merged(before ?? this.start, this.surface.text, draft.toString());
    draft.apply(typed, 'joining');
    if (this.dataset.typedOver !== undefined && before === undefined) this.toSettle = true;
    this.draft = draft;
    this.surface.bind(draft);
    this.#show();
  }

  #roomChanged() {
    const { room } = this;
    this.status.room(room);
    this.#people();
    if (room.state === 'over') {
      this.surface.lock();
      this.status.rescue(this.surface.text);
    }
    if (room.state === 'alone') {
      if (this.keep) this.keep.soon();
      else this.status.kept();
    }
    if (room.dirty) this.copying();
    else if (room.inSync) {
      this.copying.never();
      this.copy.forget();
      // What was put aside is in the room now: only the other fields wait.
      if (this.toSettle) this.keep?.now();
      this.toSettle = false;
    }
    this.settled?.();
  }

  async #copy(sent = false) {
    if (!this.room?.draft || !this.room.dirty) return;
    const kept = await this.copy.write({ ...this.room.copy(), version: this.version, sent });
    this.status.copied(kept);
  }

  #people() {
    const { awareness } = this.room ?? {};
    if (!awareness) return;
    this.surface.showCarets(awareness);
    const names = people(awareness).filter(({ own }) => !own).map(({ name }) => name);
    this.status.people([...new Set(names)]);
  }

  #changed() {
    this.showing();
    if (!this.room || this.room.state === 'alone') this.keep?.soon();
  }

  #moved() {
    this.showing();
    if (this.room?.draft === this.draft) this.room.moveTo(this.surface.hasFocus ? cursor(this.draft, this.surface.selection) : null);
  }

  #show() {
    const { text, selection } = this.surface;
    if (this.area.value !== text) this.area.value = text;
    this.toolbar.show(holding(text, selection), this.draft.undoing);
    if (this.shown === text) return;
    this.status.length(text);
    // The page came with the preview of what it came with.
    if (this.shown !== undefined) this.preview.follow(text);
    this.shown = text;
  }

  async #act(name) {
    const { surface, words } = this;
    if (name === 'undo' || name === 'redo') this.draft.undoing[name]();
    else if (name === 'link' || name === 'text-link') {
      const { from, to } = surface.selection;
      const ask = name === 'link' ? askLink : askText;
      const answer = await ask(words, this.sprite, surface.text.slice(from, to).replace(/\s+/g, ' ').trim());
      if (answer) surface.edit(link(answer.label, answer.to)(surface.text, surface.selection));
    } else if (name === 'image') await this.#image();
    else surface.edit(ACTS[name](surface.text, surface.selection, words));
    surface.focus();
    this.showing();
  }

  /** Adds an image to a text: it belongs to it, or to who writes as long as the text is not saved. */
  async #image(file) {
    const { id, slug } = this.dataset;
    if (!id && !slug) return this.status.refuse('image-first');
    const whose = new URLSearchParams(id ? { texte: id } : { groupe: slug });
    const answer = await askImage(this.words, this.sprite, whose, file);
    if (answer) this.surface.edit(image(answer.alt, answer.address)(this.surface.text, this.surface.selection));
    this.surface.focus();
    return true;
  }

  #keys(event) {
    const leaving = this.#leaving;
    this.#leaving = event.key === 'Escape' || (leaving && event.key === 'Shift');
    if (event.isComposing) return false;
    const name = asked(event);
    if (name) {
      event.preventDefault();
      this.#act(name);
      return true;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    const { text, selection } = this.surface;
    const edit =
      event.key === 'Enter' && !event.shiftKey ? nextLine(text, selection)
      : event.key === 'Tab' && !leaving ? shifted(text, selection, event.shiftKey)
      : null;
    if (!edit) return false;
    event.preventDefault();
    this.surface.edit(edit);
    return true;
  }

  #paste(event) {
    const data = event.clipboardData ?? event.dataTransfer;
    const [html, plain] = [data.getData('text/html'), data.getData('text/plain')];
    if (!html && !plain) {
      if (data.files.length === 0) return false;
      event.preventDefault();
      const file = imageOf(data.files);
      if (this.bare) this.status.refuse('paste-none');
      else if (file) this.#image(file);
      else this.status.refuse('paste-picture');
      return true;
    }
    if (event.type === 'drop') return false;
    event.preventDefault();
    const insert = lines((plain.length <= this.max && html.length <= 20 * this.max && html && toMarkdown(html)) || plain);
    const { from, to } = this.surface.selection;
    this.surface.edit({ changes: [{ from, to, insert }], selection: { from: from + insert.length, to: from + insert.length } });
    return true;
  }

  /** The form goes with the text as it is; if it is all in the room, it says so. */
  #submit(event) {
    const { room } = this;
    this.area.value = this.surface.text;
    if (room?.state === 'cut' && !navigator.onLine) {
      event.preventDefault();
      this.status.refuse('cut');
      return;
    }
    if (room?.state === 'live' && room.dirty && !this.settled) {
      event.preventDefault();
      this.#settle().then(() => this.form.requestSubmit(event.submitter));
      return;
    }
    this.settled = undefined;
    this.live.disabled = !room?.inSync;
    this.#sending = true;
    this.keep?.soon.never();
    this.#copy(true);
  }

  #settle() {
    return new Promise((resolve) => {
      const late = setTimeout(resolve, PATIENCE);
      this.settled = () => {
        if (this.room.dirty) return;
        clearTimeout(late);
        resolve();
      };
    });
  }
}

/** The same text, its lines ended as they are in a draft. */
const lines = (text) => text.replace(/\r\n?/g, '\n');

/** Whether what is in a field was typed since this page came: a browser puts back what was typed in it before when it
 *  is opened again, and nobody has touched it yet. */
const typedHere = () =>
  performance.getEntriesByType('navigation')[0]?.type === 'navigate' || navigator.userActivation?.hasBeenActive === true;

const recall = (name) => {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
};

const remember = (name, value) => {
  try {
    localStorage.setItem(name, value);
  } catch {
    // It is asked again next time.
  }
};
