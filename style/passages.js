// Words chosen in a text, with a pointer or by keyboard: what may be done with them is shown, and its addresses say which
// words they are. Words are counted as the server counts them, in each piece of text; what was added beside the text is
// left out. The page works without this, paragraph by paragraph.

const WORD = /[\p{Alphabetic}\p{N}]+/gu;
const BESIDE = '[data-beside], [popover]';
const PAUSE = 150;

/** The pieces of text of an element, in order. */
const pieces = (text) => {
  const accept = (node) =>
    node.parentElement.closest(BESIDE) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT, accept);
  const found = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  return found;
};

/** The first and the last word of the text that are within a range, counted from 0; nothing if there are none. */
const chosen = (text, range) => {
  let count = 0;
  let first = null;
  let last = null;
  for (const node of pieces(text)) {
    const touched = range.intersectsNode(node);
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : node.data.length;
    for (const { index, 0: word } of node.data.matchAll(WORD)) {
      if (touched && index < to && from < index + word.length) {
        first ??= count;
        last = count;
      }
      count += 1;
    }
  }
  return first === null ? null : [first, last];
};

const start = (chooser) => {
  const text = document.getElementById(chooser.dataset.of);
  const links = [...chooser.querySelectorAll('a')].map((link) => [link, link.getAttribute('href')]);
  let timer;

  const look = () => {
    const selection = document.getSelection();
    const range = selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : null;
    // A paragraph pressed three times ends where the next thing begins, which may be out of the text.
    const within = range && (text.contains(range.startContainer) || text.contains(range.endContainer));
    const words = within ? chosen(text, range) : null;
    // Whoever has gone to the links with the keyboard keeps them.
    if (!words && chooser.contains(document.activeElement)) return;
    chooser.hidden = !words;
    if (!words) return;
    for (const [link, href] of links) link.href = `${href}&de=${words[0]}&a=${words[1]}`;
  };

  document.addEventListener('selectionchange', () => {
    clearTimeout(timer);
    timer = setTimeout(look, PAUSE);
  });
  // Pressing on a link is not choosing other words.
  chooser.addEventListener('pointerdown', (event) => event.preventDefault());
  chooser.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    document.getSelection().removeAllRanges();
    chooser.hidden = true;
  });
};

document.querySelectorAll('.chooser').forEach(start);
