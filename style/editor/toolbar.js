// The bar of what can be done to the text: one stop of the Tab key, arrows from one button to the next.

import { make, icon } from './make.js';

/** What each key does, with Ctrl (⌘ on a Mac). The digits are those of the keyboard, whatever they write. */
const KEYS = {
  bold: { code: 'KeyB', shown: 'B', key: 'b' },
  italic: { code: 'KeyI', shown: 'I', key: 'i' },
  link: { code: 'KeyK', shown: 'K', key: 'k' },
  undo: { code: 'KeyZ', shown: 'Z', key: 'z' },
  redo: { code: 'KeyY', shown: 'Y', key: 'y' },
  heading: { code: 'Digit5', shown: '5', shift: true },
  subheading: { code: 'Digit6', shown: '6', shift: true },
  numbered: { code: 'Digit7', shown: '7', shift: true },
  list: { code: 'Digit8', shown: '8', shift: true },
  quote: { code: 'Digit9', shown: '9', shift: true },
};
const GROUPS = [
  ['heading', 'subheading'],
  ['bold', 'italic'],
  ['list', 'numbered', 'quote'],
  ['table', 'note', 'recommendation'],
  ['link', 'text-link', 'image'],
  ['undo', 'redo'],
];
const TOGGLES = new Set(['heading', 'subheading', 'bold', 'italic', 'list', 'numbered', 'quote']);
const ICONS = { note: 'footnote', recommendation: 'flag', 'text-link': 'texts', undo: 'restore', table: 'sheet' };
const MAC = /Mac|iP(?:hone|ad)/.test(navigator.platform);

/** What somebody asks by the keyboard: the name of an act, or nothing. */
export const asked = (event) => {
  if (event.altKey || !(MAC ? event.metaKey : event.ctrlKey)) return undefined;
  if (event.shiftKey && event.key.toLowerCase() === 'z') return 'redo';
  const is = ({ code, key, shift = false }) => shift === event.shiftKey && (key ? event.key.toLowerCase() === key : event.code === code);
  return Object.keys(KEYS).find((name) => is(KEYS[name]));
};

const shown = (words, { shown, shift }) => {
  const command = MAC ? '⌘' : words.say('ctrl');
  return [command, shift && words.say('shift'), shown].filter(Boolean).join(' + ');
};

export class Toolbar {
  #buttons = new Map();

  constructor({ words, sprite, controls, without, act }) {
    const groups = GROUPS.map((names) => names.filter((name) => !without.includes(name))).map((names) => make('div', { className: 'tools', attributes: { role: 'presentation' } }, ...names.map((name) => this.#button(name, words, sprite, act))));
    this.element = make('div', {
      className: 'toolbar',
      attributes: { role: 'toolbar', 'aria-label': words.say('toolbar'), 'aria-controls': controls },
    }, ...groups);
    this.element.addEventListener('keydown', (event) => this.#walk(event));
    this.element.addEventListener('focusin', ({ target }) => this.#stopAt(target));
    this.#stopAt(this.#buttons.get('heading'));
  }

  /** The table of the keys, for those who want to learn them. */
  static keys(words) {
    const rows = Object.entries(KEYS).flatMap(([name, key]) => [make('dt', { textContent: words.say(name) }), make('dd', {}, make('kbd', { textContent: shown(words, key) }))]);
    return make('details', { className: 'unfold keys' },
      make('summary', { textContent: words.say('keys') }),
      make('dl', { className: 'facts-list' }, ...rows),
      make('p', { className: 'hint', textContent: words.say('key-continue') }));
  }

  /** Shows which acts hold where one is, and which cannot be done. */
  show(held, undoing) {
    for (const name of TOGGLES) this.#set(name, 'aria-pressed', held.has(name));
    this.#set('undo', 'aria-disabled', !undoing.canUndo());
    this.#set('redo', 'aria-disabled', !undoing.canRedo());
  }

  #set(name, attribute, value) {
    const button = this.#buttons.get(name);
    if (button.getAttribute(attribute) !== String(value)) button.setAttribute(attribute, value);
  }

  #button(name, words, sprite, act) {
    const key = KEYS[name];
    const label = words.say(name);
    const button = make('button', { type: 'button', tabIndex: -1 }, icon(sprite, ICONS[name] ?? name), make('span', { textContent: label }));
    button.title = key ? `${label} (${shown(words, key)})` : label;
    if (key) button.setAttribute('aria-keyshortcuts', [MAC ? 'Meta' : 'Control', key.shift && 'Shift', key.shown].filter(Boolean).join('+'));
    // The text keeps what is chosen in it.
    button.addEventListener('pointerdown', (event) => event.preventDefault());
    button.addEventListener('click', () => button.getAttribute('aria-disabled') !== 'true' && act(name));
    this.#buttons.set(name, button);
    return button;
  }

  #stopAt(target) {
    for (const button of this.#buttons.values()) button.tabIndex = button === target ? 0 : -1;
  }

  #walk(event) {
    const buttons = [...this.#buttons.values()];
    const at = buttons.indexOf(document.activeElement);
    const next = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (next === undefined || at < 0) return;
    event.preventDefault();
    buttons.at(next === buttons.length ? 0 : next).focus();
  }
}
