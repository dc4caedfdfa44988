// A text being written: the Y.Text named `text` of a document, and the undoing of what was done here.

import { diff } from '@codemirror/merge';
import { ChangeSet } from '@codemirror/state';
import { Doc, UndoManager } from 'yjs';

/** The origin of what is done in this page by hand. */
export const HERE = 'here';

export class Draft {
  constructor(doc = new Doc()) {
    this.doc = doc;
    this.text = doc.getText('text');
    this.undoing = new UndoManager(this.text, { trackedOrigins: new Set([HERE]) });
  }

  /** A draft of its own, that nobody else sees. */
  static of(content) {
    const draft = new Draft();
    draft.text.insert(0, content);
    return draft;
  }

  toString() {
    return this.text.toString();
  }

  /** Makes changes whose positions are those of the text before them, in order. */
  apply(changes, origin = HERE) {
    this.doc.transact(() => {
      for (const { from, to = from, insert = '' } of [...changes].reverse()) {
        if (to > from) this.text.delete(from, to - from);
        if (insert) this.text.insert(from, insert);
      }
    }, origin);
  }
}

/** The changes that an event of a Y.Text tells, at positions of the text before it. */
export const changesOf = (event) => {
  const changes = [];
  let at = 0;
  for (const { retain, insert, delete: gone } of event.delta) {
    if (retain) at += retain;
    // Another editor may have put something that is not text: it has the length of a sign.
    if (insert) changes.push({ from: at, insert: typeof insert === 'string' ? insert : '\ufffc' });
    if (gone) {
      changes.push({ from: at, to: at + gone });
      at += gone;
    }
  }
  return changes;
};

export const changesBetween = (before, after) =>
  diff(before, after).map(({ fromA, toA, fromB, toB }) => ({ from: fromA, to: toA, insert: after.slice(fromB, toB) }));

/** The changes that put into `theirs` what was written from `base` to `mine`. */
export const merged = (base, mine, theirs) => {
  const others = changesBetween(base, theirs);
  const isTheirs = (change) => others.some((other) => other.from === change.from && other.to === change.to && other.insert === change.insert);
  const own = changesBetween(base, mine).filter((change) => !isTheirs(change));
  const changes = [];
  ChangeSet.of(own, base.length, '\n')
    .map(ChangeSet.of(others, base.length, '\n'))
    .iterChanges((from, to, _from, _to, inserted) => changes.push({ from, to, insert: inserted.toString() }), true);
  return changes;
};

/** The one change from `before` to `after` that ends at the caret, where one types. */
export const typed = (before, after, caret) => {
  const least = Math.min(before.length, after.length);
  let end = 0;
  const tail = Math.min(least, Math.max(0, after.length - caret));
  while (end < tail && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  let start = 0;
  while (start < least - end && before[start] === after[start]) start += 1;
  if (end === tail) while (end < least - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
};
