// The text as it will be read, beside what one types or in its place.

import { afterPause, ask } from './ask.js';
import { icon, make } from './make.js';

const PAUSE = 400;
const MODES = ['write', 'preview', 'both'];
const KEPT = 'preau-affichage';
const ICONS = { write: 'draft', preview: 'show', both: 'columns' };

export class Preview {
  #buttons = new Map();
  #asked = 0;

  /** `section` is the preview that the page has; `around` is marked with the way it is shown. */
  constructor({ section, around, words, sprite }) {
    this.section = section;
    this.around = around;
    this.prose = section.querySelector('.prose');
    this.empty = section.querySelector('.muted') ?? make('p', { className: 'muted', textContent: words.say('preview-empty') });
    this.empty.hidden = this.prose.childElementCount > 0;
    this.prose.before(this.empty);
    const buttons = MODES.map((mode) => {
      const button = make('button', { type: 'button', className: `seen-${mode}` }, icon(sprite, ICONS[mode]), make('span', { textContent: words.say(`view-${mode}`) }));
      button.addEventListener('click', () => this.#show(mode, true));
      this.#buttons.set(mode, button);
      return button;
    });
    this.element = make('div', { className: 'seen', attributes: { role: 'group', 'aria-label': words.say('view') } }, ...buttons);
    this.follow = afterPause(PAUSE, (text) => this.#draw(text));
    this.wide = matchMedia('(min-width: 80rem)');
    this.wide.addEventListener('change', () => this.#choose());
    this.#choose();
  }

  /** What was chosen last, as far as the screen has room for it. */
  #choose() {
    let kept = null;
    try {
      kept = localStorage.getItem(KEPT);
    } catch {
      // A browser that keeps nothing.
    }
    if (this.wide.matches) this.#show(MODES.includes(kept) ? kept : 'both');
    else this.#show('write');
  }

  #show(mode, chosen = false) {
    this.around.dataset.seen = mode;
    for (const [name, button] of this.#buttons) button.setAttribute('aria-pressed', name === mode);
    if (!chosen || !this.wide.matches) return;
    try {
      localStorage.setItem(KEPT, mode);
    } catch {
      // It is chosen again next time.
    }
  }

  async #draw(text) {
    const asked = (this.#asked += 1);
    const html = await ask('contributions/preview', { body: text }).catch(() => null);
    if (html === null || asked !== this.#asked) return;
    this.prose.innerHTML = html;
    this.empty.hidden = html !== '';
  }
}
