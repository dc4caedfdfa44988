// What the editor says. The sentences are the page's, in its language; only what fills them is made here.

export class Words {
  #said;

  constructor(said, language) {
    this.#said = said;
    this.language = language;
  }

  /** A sentence; each `#name` in it is replaced by the value of that name. */
  say(name, values = {}) {
    const filled = (text, [key, value]) => text.replace(`#${key}`, value);
    return Object.entries(values).reduce(filled, this.#said[name] ?? '');
  }

  number(value) {
    return new Intl.NumberFormat(this.language).format(value);
  }

  /** An hour as the pages write it: 18 h 04, 18:04. */
  time(date) {
    const [hours, minutes] = [date.getHours(), String(date.getMinutes()).padStart(2, '0')];
    return this.language.startsWith('fr') ? `${hours}\u00a0h\u00a0${minutes}` : `${hours}:${minutes}`;
  }

  /** Names in a row: « Odile, Paul et Fatou ». */
  list(names) {
    if (names.length < 2) return names.join('');
    return `${names.slice(0, -1).join(', ')} ${this.say('and')} ${names.at(-1)}`;
  }

  /** How long a text is: « 1 240 mots, 6 minutes de lecture ». */
  length(text) {
    const count = text.match(/[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
    if (count === 0) return this.say('words-none');
    const words = count === 1 ? this.say('words-one') : this.say('words', { words: this.number(count) });
    const minutes = Math.max(1, Math.round(count / WORDS_A_MINUTE));
    const reading = minutes === 1 ? this.say('minutes-one') : this.say('minutes', { minutes: this.number(minutes) });
    return `${words}, ${reading}`;
  }
}

/** As the pages count: see `Head::minutes`. */
const WORDS_A_MINUTE = 200;
