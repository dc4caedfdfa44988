// Markdown shown as what it means, while it stays what is typed: titles larger, signs dimmed, lists set in.

import { Language, defineLanguageFacet, languageDataProp, syntaxHighlighting, syntaxTree } from '@codemirror/language';
import { RangeSetBuilder } from '@codemirror/state';
import { Decoration, ViewPlugin } from '@codemirror/view';
import { tagHighlighter, tags } from '@lezer/highlight';
import { Strikethrough, Table, TaskList, parser } from '@lezer/markdown';

const facet = defineLanguageFacet();
const markdown = new Language(
  facet,
  // A note begins as the definition of a link would, and is a text.
  parser.configure([Table, Strikethrough, TaskList, { remove: ['LinkReference'] }, { props: [languageDataProp.add({ Document: facet })] }]),
  [],
  'markdown',
);

const words = tagHighlighter([
  { tag: tags.strong, class: 'md-strong' },
  { tag: tags.emphasis, class: 'md-emphasis' },
  { tag: tags.strikethrough, class: 'md-struck' },
  { tag: tags.link, class: 'md-link' },
  { tag: tags.url, class: 'md-sign' },
  { tag: tags.monospace, class: 'md-code' },
  { tag: tags.processingInstruction, class: 'md-sign' },
  { tag: tags.labelName, class: 'md-sign' },
  { tag: tags.contentSeparator, class: 'md-sign' },
]);

/** The line that begins or ends a recommendation. */
const MARK = /^ {0,3}:{3,}(?:\s*$|\s*recomm[ae]ndation(?:[\s:]|$))/i;
const HEADING = /^(?:ATX|Setext)Heading(\d)$/;
/** How wide the beginning of a line is, in hundredths of the size of its letters. */
const WIDTHS = { '-': 42, '*': 42, '+': 58, ' ': 25, '.': 28, ')': 34, '>': 60 };

const width = (text) => [...text].reduce((sum, sign) => sum + (WIDTHS[sign] ?? 58), 0) / 100;

const classes = new Map();
const line = (name, hang = 0) => {
  const key = `${name} ${hang}`;
  if (!classes.has(key)) {
    const style = hang > 0 ? { style: `--hang: ${hang.toFixed(2)}em` } : {};
    classes.set(key, Decoration.line({ attributes: { class: name, ...style } }));
  }
  return classes.get(key);
};

/** The class of each line in view that is not a plain paragraph. */
const decorate = (view) => {
  const found = new Map();
  const add = (at, name, hang) => {
    const there = found.get(at);
    found.set(at, { name: there ? `${there.name} ${name}` : name, hang: Math.max(there?.hang ?? 0, hang ?? 0) });
  };
  const each = (from, to, then) => {
    for (let at = from; at <= to; ) {
      const line = view.state.doc.lineAt(at);
      then(line);
      at = line.to + 1;
    }
  };
  for (const { from, to } of view.visibleRanges) {
    each(from, to, (line) => MARK.test(line.text) && add(line.from, 'md-mark'));
    syntaxTree(view.state).iterate({
      from,
      to,
      enter: ({ name, from, to }) => {
        const heading = name.match(HEADING);
        if (heading) each(from, to, (line) => add(line.from, `md-h${heading[1]}`));
        if (name === 'ListItem') {
          const first = view.state.doc.lineAt(from);
          const mark = first.text.match(/^[\s>]*(?:[-*+]|\d+[.)]) +/)?.[0] ?? '';
          add(first.from, 'md-item', width(mark));
        }
        if (name === 'Blockquote') each(from, Math.max(from, to - 1), (line) => add(line.from, 'md-quote', width(line.text.match(/^[> ]*/)[0])));
        if (name === 'Table') each(from, Math.max(from, to - 1), (line) => add(line.from, 'md-table'));
        if (name === 'FencedCode') each(from, Math.max(from, to - 1), (line) => add(line.from, 'md-block'));
      },
    });
  }
  const builder = new RangeSetBuilder();
  for (const [at, { name, hang }] of [...found].sort(([a], [b]) => a - b)) builder.add(at, at, line(name, hang));
  return builder.finish();
};

const lines = ViewPlugin.fromClass(
  class {
    constructor(view) {
      this.decorations = decorate(view);
    }

    update({ docChanged, viewportChanged, view, startState, state }) {
      if (docChanged || viewportChanged || syntaxTree(startState) !== syntaxTree(state)) this.decorations = decorate(view);
    }
  },
  { decorations: ({ decorations }) => decorations },
);

export const formatting = [markdown, syntaxHighlighting(words), lines];
