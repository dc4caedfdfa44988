// What is typed and that no room keeps: put aside by the council at each pause, and given back to its author.

import { afterPause, ask } from './ask.js';

const PAUSE = 1_500;

export class Keep {
  /** `body()` is the text to put aside; `told(sentence)` hears when it was, or nothing when it could not be. */
  constructor({ form, id, slug, body, told }) {
    this.soon = afterPause(PAUSE, () => this.now());
    Object.assign(this, { form, id, slug, body, told });
    form.addEventListener('input', ({ target }) => target.name && target.name !== 'body' && this.soon());
  }

  async now() {
    const value = (name) => new FormData(this.form).get(name) ?? '';
    const place = this.id ? { id: this.id } : { slug: this.slug };
    const fields = Object.fromEntries(['title', 'kind', 'summary', 'reason'].map((name) => [name, value(name)]));
    const kept = ask('contributions/autosave', { ...place, base: value('base') || '0', ...fields, body: this.body() }, { keepalive: false });
    this.told(await kept.catch(() => null));
  }
}
