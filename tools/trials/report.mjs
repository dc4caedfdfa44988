// What a trial says: figures, and what must hold and does not.

/** Broken invariants: each is told once as it is found, and again at the end. */
export class Findings {
  #found = new Map();

  broken(what, detail = '') {
    const details = this.#found.get(what) ?? [];
    if (details.length === 0) console.error(`BROKEN: ${what}: ${detail}`);
    this.#found.set(what, [...details, detail]);
  }

  /** Says what is broken unless it holds. */
  holds(what, condition, detail = '') {
    if (!condition) this.broken(what, detail);
    return condition;
  }

  get count() {
    return this.#found.size;
  }

  print() {
    if (this.count === 0) return console.log('Everything that must hold held.');
    console.log('\nBroken:');
    for (const [what, details] of this.#found) {
      console.log(`  ${what}: ${details.length} times`);
      for (const detail of details.slice(0, 5)) console.log(`    ${detail}`);
    }
  }
}

/** Rows of cells, aligned: the first column to the left. */
export const table = (rows) => {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => String(row[column] ?? '').length)));
  for (const row of rows) console.log(row.map((cell, i) => (i === 0 ? String(cell).padEnd(widths[i]) : String(cell).padStart(widths[i]))).join('  '));
};

/** Counts by name. */
export class Tally extends Map {
  add(name, count = 1) {
    this.set(name, (this.get(name) ?? 0) + count);
  }

  toString() {
    return [...this].map(([name, count]) => `${name} ${count}`).join(', ') || 'none';
  }
}

/** The value below which a part of the others are. */
export const quantile = (values, part) => {
  const sorted = Float64Array.from(values).sort();
  return sorted.length === 0 ? NaN : sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
};

export const milliseconds = (value) => (Number.isNaN(value) ? '–' : value.toFixed(value < 10 ? 1 : 0));
