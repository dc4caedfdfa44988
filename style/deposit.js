// Depositing many files, or whole folders: a bar for each and for all, pause, resume, cancel.
// The form around works without this; files go in parts, and go on from where a cut left them.

const PART = 4_000_000;
const AT_ONCE = 2;
const TRIES = 6;

class DepositFiles extends HTMLElement {
  #files = [];
  #paused = false;
  #running = 0;

  connectedCallback() {
    this.form = this.querySelector('form');
    this.input = this.querySelector('input[type=file]');
    if (!this.form || !window.fetch) return;
    this.words = this.dataset;
    this.input.required = false;
    this.#build();
    this.form.addEventListener('submit', (event) => {
      if (this.input.files.length === 0) return;
      event.preventDefault();
      this.#add([...this.input.files].map((file) => ({ file, path: file.name })));
      this.input.value = '';
    });
    this.folder.addEventListener('change', () => {
      this.#add([...this.folder.files].map((file) => ({ file, path: file.webkitRelativePath || file.name })));
      this.folder.value = '';
    });
    const drop = this.querySelector('.drop');
    drop.addEventListener('dragover', (event) => {
      event.preventDefault();
      drop.classList.add('over');
    });
    drop.addEventListener('dragleave', () => drop.classList.remove('over'));
    drop.addEventListener('drop', async (event) => {
      event.preventDefault();
      drop.classList.remove('over');
      this.#add(await dropped(event.dataTransfer));
    });
    addEventListener('beforeunload', (event) => {
      if (this.#left().length > 0) event.preventDefault();
    });
  }

  #build() {
    const { words } = this;
    const acts = this.form.querySelector('.acts');
    const label = make('label', { className: 'button', textContent: words.folder });
    this.folder = make('input', { type: 'file', webkitdirectory: true, multiple: true, className: 'vh' });
    label.append(this.folder);
    acts.append(' ', label);
    this.board = make('section', { className: 'sending stack', hidden: true });
    this.board.setAttribute('aria-label', words.board);
    this.total = make('progress', { max: 1, value: 0 });
    this.total.setAttribute('aria-label', words.total);
    this.status = make('p', { className: 'muted' });
    this.status.setAttribute('role', 'status');
    this.pause = make('button', { type: 'button', className: 'button', textContent: words.pause });
    this.pause.addEventListener('click', () => this.#setPaused(!this.#paused));
    this.cancel = make('button', { type: 'button', className: 'button', textContent: words.cancel });
    this.cancel.addEventListener('click', () => this.#left().forEach((item) => this.#drop(item)));
    this.see = make('a', { className: 'button main', textContent: words.see, href: this.dataset.page, hidden: true });
    const bar = make('p', { className: 'acts' });
    bar.append(this.pause, ' ', this.cancel, ' ', this.see);
    this.list = make('ul', { className: 'rows' });
    this.board.append(this.total, this.status, bar, this.list);
    this.append(this.board);
  }

  #add(entries) {
    for (const { file, path } of entries) {
      const item = { file, path, sent: 0, state: 'waiting', row: make('li'), bar: make('progress', { max: file.size || 1, value: 0 }) };
      item.bar.setAttribute('aria-label', path);
      item.note = make('p', { className: 'facts' });
      const name = make('p', { className: 'row-title', textContent: path });
      const stop = make('button', { type: 'button', className: 'button link', textContent: this.words.stop });
      stop.setAttribute('aria-label', `${this.words.stop} ${path}`);
      stop.addEventListener('click', () => this.#drop(item));
      item.acts = make('div', { className: 'row-acts' });
      item.acts.append(stop);
      item.row.append(name, item.bar, item.note, item.acts);
      this.list.append(item.row);
      this.#files.push(item);
    }
    this.board.hidden = this.#files.length === 0;
    this.#setPaused(false);
    this.#show();
  }

  #left() {
    return this.#files.filter(({ state }) => state === 'waiting' || state === 'sending');
  }

  #setPaused(paused) {
    this.#paused = paused;
    this.pause.textContent = paused ? this.words.resume : this.words.pause;
    if (!paused) while (this.#running < AT_ONCE && this.#next()) this.#run();
  }

  #next() {
    return this.#files.find(({ state }) => state === 'waiting');
  }

  async #run() {
    this.#running += 1;
    for (let item = this.#next(); item && !this.#paused; item = this.#next()) await this.#send(item);
    this.#running -= 1;
    this.#show();
  }

  async #send(item) {
    item.state = 'sending';
    if (item.file.size === 0) return this.#end(item, 'refused', this.words.empty);
    if (item.file.size > Number(this.words.max)) return this.#end(item, 'refused', this.words.large);
    try {
      let offset = await this.#begin(item);
      for (let again = 0; ; ) {
        this.#sent(item, offset);
        if (item.state !== 'sending') return;
        if (this.#paused) {
          item.state = 'waiting';
          return;
        }
        const part = item.file.slice(offset, offset + PART);
        try {
          const answer = await this.#ask(this.#at(item), { method: 'POST', headers: { 'upload-offset': offset }, body: part });
          if (answer.done) {
            this.#sent(item, item.file.size);
            return this.#end(item, answer.done === 'there' ? 'there' : 'done', answer.done === 'there' ? this.words.there : this.words.done);
          }
          offset = answer.offset;
        } catch (error) {
          // A part that had arrived although its answer had not.
          if (error.status !== 409 || (again += 1) > 2) throw error;
          offset = await this.#begin(item);
        }
      }
    } catch (error) {
      if (item.state === 'sending') this.#end(item, 'refused', error.why ?? this.words.failed);
    }
  }

  async #begin(item) {
    const { id, offset } = await this.#ask(this.dataset.to, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: item.path, bytes: item.file.size }),
    });
    item.id = id;
    return offset;
  }

  #at(item) {
    const to = new URL(this.dataset.to, location.href);
    return `${to.pathname}/${item.id}`;
  }

  /** Tries again while the network is away; a refusal is an answer. */
  async #ask(url, options) {
    for (let tries = 1; ; tries += 1) {
      try {
        const response = await fetch(url, { ...options, credentials: 'same-origin' });
        if (response.ok) return await response.json();
        if (response.status < 500 || tries >= TRIES) {
          const told = await response.json().catch(() => ({}));
          throw Object.assign(new Error('refused'), told, { status: response.status });
        }
      } catch (error) {
        if (error.message === 'refused' || tries >= TRIES) throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, 500 * 2 ** tries));
    }
  }

  #drop(item) {
    if (item.id) fetch(this.#at(item), { method: 'DELETE', credentials: 'same-origin' }).catch(() => {});
    this.#end(item, 'cancelled', this.words.cancelled);
  }

  #sent(item, bytes) {
    item.sent = bytes;
    item.bar.value = bytes;
    this.#show();
  }

  #end(item, state, note) {
    item.state = state;
    item.note.textContent = note;
    item.acts.remove();
    if (state !== 'done' && state !== 'there') item.bar.remove();
    this.#show();
  }

  #show() {
    const kept = this.#files.filter(({ state }) => state !== 'cancelled');
    const of = (state) => kept.filter((item) => item.state === state).length;
    const all = kept.reduce((sum, { file }) => sum + (file.size || 1), 0);
    this.total.value = all === 0 ? 1 : kept.reduce((sum, item) => sum + (item.state === 'sending' || item.state === 'waiting' ? item.sent : item.file.size || 1), 0) / all;
    const [done, refused, left] = [of('done') + of('there'), of('refused'), this.#left().length];
    const text = this.words.status.replace('#done', done).replace('#all', kept.length);
    this.status.textContent = refused > 0 ? `${text} ${this.words.refused.replace('#count', refused)}` : text;
    this.pause.hidden = this.cancel.hidden = left === 0;
    this.see.hidden = left > 0 || done === 0;
    if (left === 0 && refused === 0 && done > 0 && done === kept.length && !this.gone) {
      this.gone = true;
      location.assign(`${this.dataset.page}?fait=depose&n=${of('done')}`);
    }
  }
}

/** What was dropped: files, and folders with all they hold. */
const dropped = async (transfer) => {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (entries.length === 0) return [...transfer.files].map((file) => ({ file, path: file.name }));
  return (await Promise.all(entries.map((entry) => walk(entry, '')))).flat();
};

const walk = async (entry, around) => {
  const path = `${around}${entry.name}`;
  if (entry.isFile) return [{ path, file: await new Promise((resolve, reject) => entry.file(resolve, reject)) }];
  const reader = entry.createReader();
  const inside = [];
  for (;;) {
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) break;
    inside.push(...some);
  }
  return (await Promise.all(inside.map((inner) => walk(inner, `${path}/`)))).flat();
};

const make = (tag, properties = {}) => Object.assign(document.createElement(tag), properties);

customElements.define('deposit-files', DepositFiles);
