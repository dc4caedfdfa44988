// What was asked of the program and what it acknowledged, each change with a mark of its own in its words, so that it is
// found again in the database: once if it was acknowledged, once at most otherwise.

const MARK = /repere-\d{7}/g;

/** Where the marks of each kind of change are: a table whose rows come in the order of their identifiers, and a column. */
const PLACES = {
  text: ['contributions', 'title'],
  save: ['revisions', 'body'],
  comment: ['comment_messages', 'body'],
  message: ['messages', 'body'],
  document: ['documents', 'file_name'],
  invitation: ['users', 'email'],
};

export class Ledger {
  #count = 0;
  #entries = new Map();
  #seen = new Map(Object.keys(PLACES).map((kind) => [kind, 0]));
  #fresh = [];
  #found = new Map(Object.keys(PLACES).map((kind) => [kind, new Map()]));

  /** What the database holds already is none of the trial. */
  async open(db) {
    for (const [kind, [table]] of Object.entries(PLACES)) {
      const [{ last }] = await db.rows(`SELECT coalesce(max(id), 0) AS last FROM ${table}`);
      this.#seen.set(kind, last);
    }
  }

  /** A change that is about to be asked. */
  begin(kind, more = {}) {
    this.#count += 1;
    const entry = { kind, mark: `repere-${String(this.#count).padStart(7, '0')}`, acknowledged: false, ...more };
    this.#entries.set(entry.mark, entry);
    this.#fresh.push(entry);
    return entry;
  }

  /** What was asked since the last time this was called. */
  takeFresh() {
    const fresh = this.#fresh;
    this.#fresh = [];
    return fresh;
  }

  get entries() {
    return [...this.#entries.values()];
  }

  /** Reads what is new in the database, and says what is there twice or was never asked. */
  async read(db, findings) {
    for (const [kind, [table, column]] of Object.entries(PLACES)) {
      const rows = await db.rows(`SELECT id, ${column} AS words FROM ${table} WHERE id > ${this.#seen.get(kind)} ORDER BY id`);
      const found = this.#found.get(kind);
      for (const { id, words } of rows) {
        for (const mark of words.match(MARK) ?? []) {
          if (this.#entries.get(mark)?.kind !== kind) continue;
          if (found.has(mark)) findings.broken(`a ${kind} is there twice`, `${mark}: ${found.get(mark)} and ${id}`);
          found.set(mark, id);
        }
        this.#seen.set(kind, id);
      }
    }
  }

  /** Where a change is in the database; undefined if it is not there. */
  place({ kind, mark }) {
    return this.#found.get(kind)?.get(mark);
  }

  /** Says which of these were acknowledged and are not there. */
  check(entries, findings) {
    for (const entry of entries) {
      if (!(entry.kind in PLACES) || !entry.acknowledged) continue;
      findings.holds(`an acknowledged ${entry.kind} is lost`, this.place(entry) !== undefined, entry.mark);
    }
  }
}
