// Where the others are in the text: a caret with a name, and what they have chosen. Each has a number, which gives a
// colour and a dash: neither tells alone, the name does.

import { StateEffect, StateField } from '@codemirror/state';
import { Decoration, EditorView, WidgetType } from '@codemirror/view';
import { createAbsolutePositionFromRelativePosition, createRelativePositionFromTypeIndex } from 'yjs';

const KINDS = 6;

class Caret extends WidgetType {
  constructor(name, kind) {
    super();
    Object.assign(this, { name, kind });
  }

  eq(other) {
    return other.name === this.name && other.kind === this.kind;
  }

  toDOM() {
    const caret = document.createElement('span');
    caret.className = `caret caret-${this.kind}`;
    caret.setAttribute('aria-hidden', 'true');
    const name = document.createElement('span');
    name.className = 'caret-name';
    name.textContent = this.name;
    caret.append('\u2060', name, '\u2060');
    return caret;
  }

  ignoreEvent() {
    return true;
  }

  get estimatedHeight() {
    return -1;
  }
}

const others = StateEffect.define();

export const carets = StateField.define({
  create: () => Decoration.none,
  update: (marks, transaction) => {
    let now = marks.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (!effect.is(others)) continue;
      const length = transaction.newDoc.length;
      const found = effect.value
        .filter(({ anchor, head }) => anchor <= length && head <= length)
        .flatMap(({ name, kind, anchor, head }) => {
          const caret = Decoration.widget({ widget: new Caret(name, kind), side: head < anchor ? -1 : 1 }).range(head);
          if (anchor === head) return [caret];
          const chosen = Decoration.mark({ class: `chosen chosen-${kind}` });
          return [chosen.range(Math.min(anchor, head), Math.max(anchor, head)), caret];
        });
      now = Decoration.set(found, true);
    }
    return now;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** Shows where the others are now. */
export const showCarets = (view, draft, awareness) => {
  view.dispatch({ effects: others.of(people(awareness).map((person) => ({ ...person, ...placed(draft, person.cursor) })).filter(({ head }) => head !== undefined)) });
};

/** The others in the room, each named, in the order of their coming. */
export const people = (awareness) =>
  [...(awareness?.getStates() ?? [])]
    .filter(([client, { user }]) => client !== awareness.clientID && user?.name)
    .sort(([a], [b]) => a - b)
    .map(([client, { user, cursor }]) => ({ client, name: String(user.name).slice(0, 80), kind: client % KINDS, own: user.id !== undefined && String(user.id) === String(mine(awareness)), cursor }));

const mine = (awareness) => awareness.getLocalState()?.user.id;

const placed = (draft, cursor) => {
  const place = (relative) => relative && createAbsolutePositionFromRelativePosition(relative, draft.doc);
  try {
    const [anchor, head] = [place(cursor?.anchor), place(cursor?.head)];
    if (anchor?.type !== draft.text || head?.type !== draft.text) return {};
    return { anchor: anchor.index, head: head.index };
  } catch {
    // Somebody else's program said where they are in a way that means nothing here.
    return {};
  }
};

/** Where one is, so that the others find it whatever is typed before. */
export const cursor = (draft, { from, to }) => {
  const at = (index) => createRelativePositionFromTypeIndex(draft.text, Math.min(index, draft.text.length));
  return { anchor: at(from), head: at(to) };
};
