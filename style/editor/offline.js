// What was typed and not yet stored by the council, kept in this browser until it is. Nothing else is kept; what is
// somebody else's, or two weeks old, goes at the next opening, and all of it when one signs out.

const NAME = 'preau-texts';
const DAYS = 14 * 24 * 3_600_000;

const open = () =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open(NAME, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('texts');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });

const ended = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

export class Copy {
  #store;
  #key;

  constructor(person, text) {
    this.person = person;
    this.#key = `${person} ${text}`;
  }

  /** What was kept of this text; nothing if the browser keeps nothing. */
  async read() {
    try {
      const base = await open();
      this.#store = () => base.transaction('texts', 'readwrite').objectStore('texts');
      const keys = await ended(this.#store().getAllKeys());
      for (const key of keys) {
        const { at } = await ended(this.#store().get(key));
        if (!key.startsWith(`${this.person} `) || Date.now() - at > DAYS) await ended(this.#store().delete(key));
      }
      return await ended(this.#store().get(this.#key));
    } catch {
      return undefined;
    }
  }

  async write(copy) {
    try {
      if (this.#store) await ended(this.#store().put({ ...copy, at: Date.now() }, this.#key));
      return Boolean(this.#store);
    } catch {
      return false;
    }
  }

  async forget() {
    try {
      if (this.#store) await ended(this.#store().delete(this.#key));
    } catch {
      // What cannot be removed is too old at its next reading.
    }
  }
}
