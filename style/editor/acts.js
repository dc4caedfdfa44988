// What the toolbar does to Markdown: from a text and what is chosen in it, the changes to make and what to choose next.
// Each act is undone by being asked again. Nothing here knows in what one writes.

const LINE = { heading: /^## +/, subheading: /^###+ +/, list: /^\s*[-*+] +/, numbered: /^\s*\d+[.)] +/, quote: /^> ?/ };
const START = { heading: () => '## ', subheading: () => '### ', list: () => '- ', numbered: (rank) => `${rank}. `, quote: () => '> ' };
/** Beginnings that cannot stand together: one takes the place of the other. */
const KIN = [['heading', 'subheading'], ['list', 'numbered'], ['quote']];
const AROUND = { bold: '**', italic: '*' };

/** The beginnings of the lines that hold something chosen. */
const lines = (text, { from, to }) => {
  const found = [];
  for (let at = text.lastIndexOf('\n', from - 1) + 1; at <= to; ) {
    const next = text.indexOf('\n', at);
    const end = next < 0 ? text.length : next;
    found.push({ from: at, to: end, text: text.slice(at, end) });
    at = end + 1;
  }
  // A choice that ends at the very beginning of a line leaves that line out.
  if (found.length > 1 && found.at(-1).from === to) found.pop();
  return found;
};

/** Moves a place of the text before `changes` to where it is after. */
export const moved = (place, changes, after = true) => {
  let shift = 0;
  for (const { from, to = from, insert = '' } of changes) {
    if (to < place || (to === place && (after || to > from))) shift += insert.length - (to - from);
    else if (from < place) return from + shift + insert.length;
  }
  return place + shift;
};

const beginLines = (name) => (text, chosen) => {
  const kin = KIN.find((names) => names.includes(name));
  const all = lines(text, chosen);
  // A quotation holds its empty lines; a list has none.
  const filled = name === 'quote' ? all : all.filter((line) => line.text.trim());
  const some = filled.length > 0 ? filled : all.slice(0, 1);
  const undo = some.every((line) => LINE[name].test(line.text));
  const changes = some.map((line, rank) => {
    const there = kin.map((other) => line.text.match(LINE[other])?.[0]).find(Boolean) ?? '';
    return { from: line.from, to: line.from + there.length, insert: undo ? '' : START[name](rank + 1) };
  });
  return { changes, selection: { from: moved(chosen.from, changes), to: moved(chosen.to, changes) } };
};

/** Whether `mark` stands there, and is not a piece of a longer one: an asterisk of two. */
const stands = (text, at, mark) => {
  if (text.slice(at, at + mark.length) !== mark) return false;
  const [before, after] = [text[at - 1] === '*', text[at + mark.length] === '*'];
  const run = text.slice(0, at).match(/\**$/)[0].length + text.slice(at).match(/^\**/)[0].length;
  return (!before && !after) || run === 3;
};

/** The word in which the caret is. */
const word = (text, at) => {
  const before = text.slice(0, at).match(/[\p{L}\p{N}’'-]*$/u)[0].length;
  const after = text.slice(at).match(/^[\p{L}\p{N}’'-]*/u)[0].length;
  return before > 0 && after > 0 ? { from: at - before, to: at + after } : { from: at, to: at };
};

const surround = (name) => (text, chosen) => {
  const mark = AROUND[name];
  let { from, to } = chosen.from === chosen.to ? word(text, chosen.from) : chosen;
  // The spaces at the ends of a choice stay outside.
  while (from < to && /\s/.test(text[from])) from += 1;
  while (to > from && /\s/.test(text[to - 1])) to -= 1;
  const size = mark.length;
  const cut = (places) => {
    const changes = places.map((at) => ({ from: at, to: at + size }));
    return { changes, selection: { from: moved(chosen.from, changes), to: moved(chosen.to, changes) } };
  };
  if (stands(text, from - size, mark) && stands(text, to, mark)) return cut([from - size, to]);
  if (to - from >= 2 * size && stands(text, from, mark) && stands(text, to - size, mark)) return cut([from, to - size]);
  const paragraphs = text.slice(from, to).split(/(\n+)/);
  const changes = [];
  let at = from;
  for (const piece of paragraphs) {
    const start = piece.match(/^(?:#{1,6} +|\s*[-*+] +|\s*\d+[.)] +|> ?)*/)[0].length;
    const whole = piece.trim() && !/^\n+$/.test(piece);
    if (whole || from === to) changes.push({ from: at + (whole ? start : 0), insert: mark }, { from: at + piece.length, insert: mark });
    at += piece.length;
  }
  if (from === to) return { changes: [{ from, insert: mark + mark }], selection: { from: from + size, to: from + size } };
  const last = changes.at(-1)?.from ?? to;
  const first = changes[0]?.from ?? from;
  const caret = chosen.from === chosen.to;
  const end = moved(last, changes) - size;
  const place = { from: moved(chosen.from, changes), to: moved(chosen.to, changes) };
  return { changes, selection: caret ? place : { from: first + size, to: end } };
};

/** A block of its own, parted from its neighbours by empty lines. */
const block = (text, at, insert) => {
  const end = text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at);
  const place = text.slice(text.lastIndexOf('\n', at - 1) + 1, end).trim() ? end : at;
  const [before, after] = [text.slice(0, place), text.slice(place)];
  const above = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const below = after === '' || after.startsWith('\n\n') ? '\n' : after.startsWith('\n') ? '\n' : '\n\n';
  return { place, insert: above + insert + below, start: place + above.length };
};

const table = (text, { to }, words) => {
  const [head, cell] = [words.say('table-head'), words.say('table-cell')];
  const row = (what) => `| ${what} | ${what} | ${what} |`;
  const { place, insert, start } = block(text, to, [row(head), '| --- | --- | --- |', row(cell), row(cell)].join('\n'));
  return { changes: [{ from: place, insert }], selection: { from: start + 2, to: start + 2 + head.length } };
};

const note = (text, { to }) => {
  const taken = [...text.matchAll(/\[\^(\d+)\]/g)].map(([, number]) => Number(number));
  const number = Math.max(0, ...taken) + 1;
  const call = `[^${number}]`;
  const kept = text.replace(/\s+$/, '');
  const listed = /(?:^|\n)\[\^[^\]\n]+\]:[^\n]*$/.test(kept);
  const above = kept === '' && to === 0 ? '\n\n' : listed ? '\n' : '\n\n';
  const at = Math.max(kept.length, to);
  const changes = [
    { from: to, insert: call },
    { from: at, to: text.length, insert: `${above}${call}: \n` },
  ];
  const end = at + call.length + above.length + call.length + 2;
  return { changes, selection: { from: end, to: end } };
};

/** A recommendation: of the lines that hold something chosen, or one to be written. */
const recommendation = (text, chosen, words) => {
  if (!text.slice(chosen.from, chosen.to).trim()) {
    const said = words.say('recommendation-said');
    const { place, insert, start } = block(text, chosen.to, [':::recommandation', said, ':::'].join('\n'));
    const from = start + ':::recommandation\n'.length;
    return { changes: [{ from: place, insert }], selection: { from, to: from + said.length } };
  }
  const all = lines(text, chosen);
  const [from, to] = [all[0].from, all.at(-1).to];
  const above = from === 0 || text.slice(0, from).endsWith('\n\n') ? '' : '\n';
  const below = to === text.length || text.slice(to).startsWith('\n\n') ? '' : '\n';
  const changes = [
    { from, insert: `${above}:::recommandation\n` },
    { from: to, insert: `\n:::${below}` },
  ];
  return { changes, selection: { from: moved(chosen.from, changes), to: moved(chosen.to, changes, false) } };
};

/** A link: `label` takes the place of what is chosen. */
export const link = (label, address) => (_text, { from, to }) => {
  const shown = label.replace(/([[\]\\])/g, '\\$1');
  const reached = /[\s()<>]/.test(address) ? `<${address.replace(/[<>]/g, encodeURIComponent)}>` : address;
  const insert = `[${shown}](${reached})`;
  return { changes: [{ from, to, insert }], selection: { from: from + insert.length, to: from + insert.length } };
};

/** An image, on a line of its own. */
export const image = (alt, address) => (text, { to }) => {
  const said = alt.replace(/([\\[\]*_`<&~!])/g, '\\$1');
  const { place, insert, start } = block(text, to, `![${said}](${address})`);
  const end = start + insert.trim().length;
  return { changes: [{ from: place, insert }], selection: { from: end, to: end } };
};

/** After a line of a list or a quotation, another one; after an empty one, none. Nothing elsewhere. */
export const nextLine = (text, { from, to }) => {
  if (from !== to) return null;
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const line = text.slice(start, text.indexOf('\n', from) < 0 ? text.length : text.indexOf('\n', from));
  const mark = line.match(/^(\s*(?:[-*+]|\d+[.)]) +(?:\[[ xX]\] +)?|> ?)/)?.[0];
  if (!mark || from < start + mark.length) return null;
  if (!line.slice(mark.length).trim()) {
    return { changes: [{ from: start, to: start + line.length }], selection: { from: start, to: start } };
  }
  const next = mark.replace(/\d+/, (number) => Number(number) + 1).replace(/\[[xX]\]/, '[ ]');
  return { changes: [{ from, insert: `\n${next}` }], selection: { from: from + 1 + next.length, to: from + 1 + next.length } };
};

/** Moves the lines of a list to the right or the left. Nothing elsewhere. */
export const shifted = (text, chosen, left) => {
  const all = lines(text, chosen);
  if (!all.every(({ text: line }) => LINE.list.test(line) || LINE.numbered.test(line))) return null;
  const changes = all
    .map((line) => {
      const by = LINE.numbered.test(line.text) ? 3 : 2;
      const there = Math.min(by, line.text.match(/^ */)[0].length);
      return left ? { from: line.from, to: line.from + there } : { from: line.from, insert: ' '.repeat(by) };
    })
    .filter(({ from, to = from, insert }) => insert || to > from);
  if (changes.length === 0) return null;
  return { changes, selection: { from: moved(chosen.from, changes), to: moved(chosen.to, changes) } };
};

/** Every act that needs nothing but the text. */
export const ACTS = {
  heading: beginLines('heading'),
  subheading: beginLines('subheading'),
  bold: surround('bold'),
  italic: surround('italic'),
  list: beginLines('list'),
  numbered: beginLines('numbered'),
  quote: beginLines('quote'),
  table,
  note,
  recommendation,
};

/** Which acts hold where one is: they show as pressed. */
export const holding = (text, chosen) => {
  const held = new Set();
  const all = lines(text, chosen);
  const filled = all.filter((line) => line.text.trim());
  for (const name of Object.keys(LINE)) {
    if (filled.length > 0 && filled.every((line) => LINE[name].test(line.text))) held.add(name);
  }
  const [line] = all;
  const [from, to] = [chosen.from - line.from, Math.min(chosen.to, line.to) - line.from];
  const inside = (pattern) => [...line.text.matchAll(pattern)].some(({ index, 0: whole }) => index < Math.max(from, 1) && from >= index && to <= index + whole.length && from < index + whole.length);
  if (inside(/\*\*(?=\S)[^\n]+?\*\*/g)) held.add('bold');
  if (inside(/(?<!\*)\*(?=[^\s*])[^*\n]+?\*(?!\*)/g)) held.add('italic');
  return held;
};
