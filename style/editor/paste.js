// What is pasted from Word, LibreOffice, a mail or a page of the web becomes Markdown: titles, bold, lists, tables,
// links and notes stay, and nothing else.

import TurndownService from 'turndown';

/** The Markdown of a piece of HTML; nothing if it says no more than its plain text. */
export const toMarkdown = (html) => {
  // The page lets no style in, even in a piece that is only read.
  const still = html.replace(/<style[\s\S]*?<\/style>/gi, '').replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle\s*=/gi, ' data-style='));
  const { body } = new DOMParser().parseFromString(still, 'text/html');
  if (!body.querySelector(MEANING) && !/mso-|font-weight|font-style/.test(html)) return null;
  clean(body);
  notes(body);
  lists(body);
  titles(body);
  const text = service.turndown(body).replace(/\u00a0(?![:;!?»%€])/g, (space, at, all) => (/[«\d]$/.test(all.slice(0, at)) ? space : ' '));
  return text.replace(/[ \t]+$/gm, '').replace(/\n{3,}/g, '\n\n').trim();
};

const MEANING = 'h1, h2, h3, h4, h5, h6, b, strong, i, em, a[href], ul, ol, table, blockquote, del, s, p + p, br';

const service = new TurndownService({ headingStyle: 'atx', bulletListMarker: '-', codeBlockStyle: 'fenced', emDelimiter: '*', strongDelimiter: '**', hr: '---' });
service.escape = (text) => text.replace(/([\\*_[\]`])/g, '\\$1').replace(/^(#{1,6} |[-+] |> |=+$)/gm, '\\$1').replace(/^(\d+)\. /gm, '$1\\. ');
service.remove(['style', 'script', 'title', 'head', 'img', 'picture', 'svg', 'video', 'audio', 'iframe', 'object', 'button', 'input']);
service.addRule('item', {
  filter: 'li',
  replacement: (content, node) => {
    const list = node.parentNode;
    const rank = Number(list.getAttribute('start') || 1) + [...list.children].filter(({ nodeName }) => nodeName === 'LI').indexOf(node);
    const mark = list.nodeName === 'OL' ? `${rank}. ` : '- ';
    const inside = content.trim().replace(/\n/g, `\n${' '.repeat(mark.length)}`).replace(/\n\s*\n(\s*(?:-|\d+\.) )/g, '\n$1');
    return `${mark}${inside}${node.nextElementSibling ? '\n' : ''}`;
  },
});
service.addRule('link', {
  filter: (node) => node.nodeName === 'A' && node.hasAttribute('href'),
  replacement: (content, node) => {
    const to = node.getAttribute('href');
    return content.trim() && /^(?:https?:|mailto:)/i.test(to) ? `[${content.trim()}](${to.replace(/[()\s]/g, encodeURIComponent)})` : content;
  },
});
service.addRule('struck', { filter: ['del', 's', 'strike'], replacement: (content) => (content.trim() ? `~~${content}~~` : '') });
service.addRule('note', { filter: (node) => node.hasAttribute?.('data-note'), replacement: (content, node) => node.getAttribute('data-note') });
service.addRule('table', {
  filter: 'table',
  replacement: (_content, table) => {
    const rows = [...table.rows].map((row) => [...row.cells].flatMap((cell) => [inCell(cell), ...Array(Math.min(20, cell.colSpan) - 1).fill('')]));
    const wide = Math.max(0, ...rows.map((row) => row.length));
    if (wide === 0) return '';
    // A table of one column is how some pages are laid out.
    if (wide === 1) return `\n\n${rows.map(([cell]) => cell).join('\n\n')}\n\n`;
    const line = (row) => `| ${[...row, ...Array(wide - row.length).fill('')].join(' | ')} |`;
    const [head, ...rest] = rows;
    return `\n\n${[line(head), line(Array(wide).fill('---')), ...rest.map(line)].join('\n')}\n\n`;
  },
});

const inCell = (cell) => {
  const copy = cell.cloneNode(true);
  for (const inner of copy.querySelectorAll('p, div, li, br')) inner.append(' ');
  // The first row is in bold by itself.
  if (cell.parentNode.rowIndex === 0) copy.querySelectorAll('b, strong').forEach(unwrap);
  return service.turndown(copy.innerHTML).replace(/\s*\n\s*/g, ' ').replace(/\|/g, '\\|').trim();
};

const unwrap = (node) => node.replaceWith(...node.childNodes);
const rename = (node, name) => {
  const other = node.ownerDocument.createElement(name);
  other.append(...node.childNodes);
  node.replaceWith(other);
  return other;
};

/** Takes out what programs write for themselves, and says plainly what they say by style. */
const clean = (body) => {
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_COMMENT);
  const comments = [];
  while (walker.nextNode()) comments.push(walker.currentNode);
  for (const comment of comments) comment.remove();
  for (const node of [...body.querySelectorAll('*')]) {
    const style = node.getAttribute('data-style') ?? '';
    if (node.nodeName.includes(':')) unwrap(node);
    else if (/mso-list:\s*ignore/i.test(style)) node.setAttribute('data-mark', node.textContent.trim());
    else if (/display:\s*none|mso-hide:\s*all|mso-element:\s*comment/i.test(style)) node.remove();
    else if (/^(?:B|STRONG)$/.test(node.nodeName) && /font-weight:\s*(?:normal|400)/.test(style)) unwrap(node);
    else if (/^(?:SPAN|FONT)$/.test(node.nodeName)) {
      const bold = /font-weight:\s*(?:bold|[6-9]00)/.test(style) && !node.closest('h1, h2, h3, h4, h5, h6, b, strong');
      const italic = /font-style:\s*italic/.test(style) && !node.closest('i, em');
      let now = node;
      if (italic) now = rename(now, 'em');
      if (bold) {
        const strong = body.ownerDocument.createElement('strong');
        now.before(strong);
        strong.append(now);
      }
    }
  }
  for (const line of body.querySelectorAll('[data-style*="footnote-list"] > hr, [data-style*="endnote-list"] > hr')) line.remove();
  // Bold titles are titles.
  for (const bold of body.querySelectorAll(':is(h1, h2, h3, h4, h5, h6) :is(b, strong)')) unwrap(bold);
};

const CALL = 'a[href^="#_ftn"]:not([href^="#_ftnref"]), a[href^="#_edn"]:not([href^="#_ednref"]), a.sdfootnoteanc, a.sdendnoteanc';
const BACK = 'a[href^="#_ftnref"], a[href^="#_ednref"], a.sdfootnotesym, a.sdendnotesym';

/** Notes of Word and LibreOffice: their calls, and their texts at the end. */
const notes = (body) => {
  const named = new Map();
  for (const call of body.querySelectorAll(CALL)) {
    const target = call.getAttribute('href').replace(/^#/, '').replace(/sym$/, '');
    if (!named.has(target)) named.set(target, named.size + 1);
    (call.closest('sup') ?? call).replaceWith(noted(body, `[^${named.get(target)}]`));
  }
  for (const back of [...body.querySelectorAll(BACK)]) {
    const target = (back.getAttribute('href') ?? '').replace(/^#/, '').replace('ref', '').replace(/anc$/, '');
    const text = back.closest('p') ?? back.parentElement;
    (back.closest('sup') ?? back).replaceWith(named.has(target) ? noted(body, `[^${named.get(target)}]: `) : '');
    const first = text.querySelector('[data-note]')?.nextSibling;
    if (first?.nodeType === Node.TEXT_NODE) first.data = first.data.replace(/^[\s.]+/, '');
  }
};

const noted = (body, text) => {
  const node = body.ownerDocument.createElement('code');
  node.setAttribute('data-note', text.trim());
  node.textContent = text;
  return node;
};

/** Lists that Word writes as paragraphs with a mark. */
const lists = (body) => {
  const isItem = (node) => /^P$/.test(node?.nodeName) && /mso-list:\s*l\d/i.test(node.getAttribute('data-style') ?? '');
  for (const first of [...body.querySelectorAll('p')].filter(isItem)) {
    if (!first.isConnected || isItem(first.previousElementSibling)) continue;
    const items = [];
    for (let node = first; isItem(node); node = node.nextElementSibling) items.push(node);
    const stack = [];
    for (const item of items) {
      const level = Number(item.getAttribute('data-style').match(/level(\d)/i)?.[1] ?? 1);
      const mark = item.querySelector('[data-mark]');
      const name = /^[\p{L}\d]+[.)]/u.test(mark?.dataset.mark ?? '') ? 'ol' : 'ul';
      mark?.remove();
      while (stack.length > level) stack.pop();
      while (stack.length < level) {
        const list = body.ownerDocument.createElement(name);
        const parent = stack.at(-1);
        if (parent) (parent.lastElementChild ?? parent.appendChild(body.ownerDocument.createElement('li'))).append(list);
        else item.before(list);
        stack.push(list);
      }
      const li = body.ownerDocument.createElement('li');
      li.append(...item.childNodes);
      stack.at(-1).append(li);
      item.remove();
    }
  }
};

/** The highest title pasted is a title of the text: the page has its own. */
const titles = (body) => {
  const all = [...body.querySelectorAll('h1, h2, h3, h4, h5, h6, p[class*="MsoTitle"]')];
  const level = ({ nodeName }) => (nodeName === 'P' ? 1 : Number(nodeName[1]));
  const shift = 2 - Math.min(...all.map(level), 9);
  for (const title of all) {
    const name = title.textContent.trim() ? `h${Math.min(6, Math.max(2, level(title) + shift))}` : 'p';
    if (name.toUpperCase() !== title.nodeName) rename(title, name);
  }
};
