// What the two links ask before they are added: an address, or a text of the council found by its title.

import { afterPause, ask } from './ask.js';
import { icon, make } from './make.js';

let made = 0;

/** A dialog in the page; what `fill` puts in it may close it with an answer. Gives the answer, or nothing. */
export const dialog = (words, sprite, title, fill) =>
  new Promise((resolve) => {
    const id = `dialogue-${(made += 1)}`;
    const box = make('dialog', { className: 'dialog', attributes: { 'aria-labelledby': id } });
    let answer;
    const answered = (value) => {
      answer = value;
      box.close();
    };
    const cancel = make('button', { type: 'button', className: 'button', textContent: words.say('cancel') });
    cancel.addEventListener('click', () => box.close());
    box.append(make('h2', { id, textContent: title }), ...fill(id, answered, cancel));
    box.addEventListener('close', () => {
      box.remove();
      resolve(answer);
    });
    document.body.append(box);
    box.showModal();
  });

/** A field with its label and its hint. */
export const field = (id, label, hint) => {
  const input = make('input', { id, autocomplete: 'off' });
  const hinted = hint && make('p', { id: `${id}-aide`, className: 'hint', textContent: hint });
  if (hinted) input.setAttribute('aria-describedby', hinted.id);
  return { input, element: make('div', { className: 'field' }, make('label', { htmlFor: id, textContent: label }), hinted, input) };
};

/** An address as one may follow it: `www.` gets its beginning, `a@b` becomes a mail. Nothing if it leads nowhere. */
export const address = (typed) => {
  const text = typed.trim();
  if (/^(?:https?:\/\/|mailto:)\S+$/i.test(text) || /^[/#][^\s/]?\S*$/.test(text)) return text;
  if (/^[^\s@/]+@[^\s@/]+\.\w+$/.test(text)) return `mailto:${text}`;
  if (/^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:[/?#]\S*)?$/i.test(text)) return `https://${text}`;
  return undefined;
};

/** Asks for a link: its words and its address. */
export const askLink = (words, sprite, chosen) =>
  dialog(words, sprite, words.say('link-title'), (id, answered, cancel) => {
    const isAddress = address(chosen) !== undefined && /[./]/.test(chosen);
    const label = field(`${id}-mots`, words.say('link-words'));
    const where = field(`${id}-adresse`, words.say('link-address'), words.say('link-address-hint'));
    if (isAddress) where.input.value = chosen;
    else label.input.value = chosen;
    where.input.inputMode = 'url';
    const wrong = make('p', { id: `${id}-erreur`, className: 'error', hidden: true }, icon(sprite, 'error'), make('span', { textContent: words.say('link-wrong') }));
    wrong.setAttribute('role', 'alert');
    where.input.before(wrong);
    const form = make('form', { className: 'form', noValidate: true }, label.element, where.element,
      make('p', { className: 'acts' }, make('button', { className: 'button main', textContent: words.say('link-do') }), cancel));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const to = address(where.input.value);
      wrong.hidden = to !== undefined;
      where.element.classList.toggle('wrong', to === undefined);
      if (to === undefined) {
        where.input.setAttribute('aria-invalid', 'true');
        where.input.setAttribute('aria-describedby', `${id}-adresse-aide ${id}-erreur`);
        return where.input.focus();
      }
      answered({ label: label.input.value.trim() || where.input.value.trim(), to });
    });
    (chosen && !isAddress ? where : label).input.setAttribute('autofocus', '');
    return [form];
  });

/** Asks for a text of the council. */
export const askText = (words, sprite, chosen) =>
  dialog(words, sprite, words.say('text-title'), (id, answered, cancel) => {
    const { input, element } = field(`${id}-titre`, words.say('text-search'));
    input.type = 'search';
    input.value = chosen;
    input.setAttribute('autofocus', '');
    const status = make('p', { className: 'muted', attributes: { role: 'status' } });
    const list = make('ul', { className: 'rows' });
    const look = async () => {
      const q = input.value.trim();
      const found = q ? await ask('contributions/search', { q }).catch(() => []) : [];
      if (q !== input.value.trim()) return;
      const count = found.length === 1 ? 'text-found-one' : found.length ? 'text-found' : 'text-nothing';
      status.textContent = q ? words.say(count, { count: found.length }) : '';
      list.replaceChildren(...found.map(({ href, title, facts }) => {
        const choose = make('button', { type: 'button', className: 'button link row-title', textContent: title });
        choose.addEventListener('click', () => answered({ label: chosen || title, to: href }));
        return make('li', {}, choose, make('p', { className: 'facts' }, make('span', { textContent: facts })));
      }));
    };
    input.addEventListener('input', afterPause(200, look));
    if (chosen) look();
    return [element, status, list, make('p', { className: 'acts' }, cancel)];
  });
