// The sheet on which one writes: CodeMirror over a draft.

import { standardKeymap } from '@codemirror/commands';
import { Annotation, EditorSelection, EditorState } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';

import { carets, showCarets } from './carets.js';
import { HERE, changesOf } from './draft.js';
import { formatting } from './format.js';

/** What did not come from the hands of the person. */
const elsewhere = Annotation.define();

/** The sheets of CodeMirror stand outside the layers of ours: only what must win over its own is said here. */
const look = EditorView.theme({
  '&': { fontSize: 'inherit', backgroundColor: 'transparent' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'inherit', lineHeight: 'inherit', overflowX: 'hidden' },
  '.cm-content': { padding: '1.5rem 0 0', caretColor: 'var(--text)' },
  '.cm-line': { padding: '0' },
  '.cm-line.md-item, .cm-line.md-quote': { paddingInlineStart: 'var(--hang, 0em)', textIndent: 'calc(-1 * var(--hang, 0em))' },
  '.cm-line.md-quote': { paddingInlineStart: 'calc(var(--hang, 0em) + .75em)' },
  '.cm-line.md-h1, .cm-line.md-h2, .cm-line.md-h3': { paddingBlockStart: '.35em' },
});

/**
 * Puts in what is typed, instead of the browser: Chromium would write the style of the letters around it into the
 * page, which lets no style in. Composed letters, and what a phone proposes, are left to the browser.
 */
const insert = (event, view) => {
  const [range] = event.getTargetRanges?.() ?? [];
  if (event.inputType !== 'insertText' || event.isComposing || view.composing || !event.data || !range) return false;
  const from = view.posAtDOM(range.startContainer, range.startOffset);
  const to = Math.max(from, view.posAtDOM(range.endContainer, range.endOffset));
  event.preventDefault();
  view.dispatch({ changes: { from, to, insert: event.data }, selection: { anchor: from + event.data.length }, scrollIntoView: true, userEvent: 'input.type' });
  return true;
};

export class Sheet {
  #draft;
  #follow = (event, { origin }) => origin !== HERE && this.#fromElsewhere(changesOf(event), origin === this.#draft.undoing);

  /** `told`: `changed()`, `moved()`, `keys(event)`, `paste(event)`, `fits(length)`. */
  constructor({ draft, language, label, described, nonce, told }) {
    this.#draft = draft;
    const attributes = {
      spellcheck: 'true',
      autocorrect: 'on',
      autocapitalize: 'sentences',
      translate: 'no',
      lang: language,
      'aria-labelledby': label,
      'aria-describedby': described,
    };
    this.view = new EditorView({
      doc: draft.toString(),
      extensions: [
        EditorState.lineSeparator.of('\n'),
        nonce ? EditorView.cspNonce.of(nonce) : [],
        look,
        EditorView.lineWrapping,
        EditorView.contentAttributes.of(attributes),
        formatting,
        carets,
        EditorView.domEventHandlers({ keydown: told.keys, beforeinput: insert, paste: told.paste, drop: told.paste, blur: told.moved, focus: told.moved }),
        EditorState.transactionFilter.of((one) => (one.docChanged && !one.annotation(elsewhere) && !told.fits(one.newDoc.length, one.startState.doc.length) ? [] : one)),
        keymap.of(standardKeymap),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) this.#fromHere(update);
          if (update.docChanged) told.changed();
          if (update.docChanged || update.selectionSet) told.moved();
        }),
      ],
    });
    this.dom = this.view.dom;
    draft.text.observe(this.#follow);
  }

  get text() {
    return this.view.state.doc.toString();
  }

  get selection() {
    const { from, to } = this.view.state.selection.main;
    return { from, to };
  }

  get hasFocus() {
    return this.view.hasFocus;
  }

  focus() {
    this.view.focus();
  }

  edit({ changes, selection }) {
    this.view.dispatch({
      changes,
      selection: selection && EditorSelection.range(selection.from, selection.to),
      scrollIntoView: true,
      userEvent: 'input',
    });
  }

  /** Writes in another draft from now on. What is chosen stays where it was, as far as it can. */
  bind(draft) {
    this.#draft.text.unobserve(this.#follow);
    this.#draft = draft;
    draft.text.observe(this.#follow);
    const now = draft.toString();
    const { from, to } = typedOver(this.text, now);
    if (now !== this.text) {
      const insert = now.slice(from, now.length - (this.text.length - to));
      this.view.dispatch({ changes: { from, to, insert }, annotations: elsewhere.of(true) });
    }
  }

  showCarets(awareness) {
    showCarets(this.view, this.#draft, awareness);
  }

  lock() {
    this.view.contentDOM.contentEditable = 'false';
  }

  destroy() {
    this.#draft.text.unobserve(this.#follow);
    this.view.destroy();
  }

  #fromHere(update) {
    if (update.transactions.some((one) => one.annotation(elsewhere))) return;
    const changes = [];
    update.changes.iterChanges((from, to, _from, _to, inserted) => changes.push({ from, to, insert: inserted.toString() }));
    this.#draft.apply(changes);
  }

  #fromElsewhere(told, undone) {
    const changes = this.view.state.changes(told);
    const last = told.at(-1);
    // What was undone is shown.
    const shown = undone && last ? { selection: { anchor: changes.mapPos(last.to ?? last.from, 1) }, scrollIntoView: true } : {};
    this.view.dispatch({ changes, annotations: elsewhere.of(true), ...shown });
  }
}

/** What differs between two texts: one piece. */
const typedOver = (before, after) => {
  const least = Math.min(before.length, after.length);
  let start = 0;
  while (start < least && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < least - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return { from: start, to: before.length - end };
};
