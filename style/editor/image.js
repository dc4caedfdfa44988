// An image for the text: chosen, dropped or pasted, described before it is added, sent with its progress in view.

import { dialog, field } from './dialogs.js';
import { icon, make } from './make.js';

const KINDS = /^image\/(?:png|jpeg|webp|gif)$/;

/** The first image among files. */
export const imageOf = (files) => [...(files ?? [])].find(({ type }) => KINDS.test(type));

/** Sends an image for a text (`texte=7`), or for one begun in a group (`groupe=eau`); gives its address, or fails with a sentence. */
const send = (whose, file, progress) =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const form = new FormData();
    form.append('files', file, file.name || 'image');
    request.open('POST', `/api/contributions/images?${whose}`);
    request.setRequestHeader('accept', 'application/json');
    request.responseType = 'json';
    request.upload.addEventListener('progress', ({ loaded, total }) => total && progress(Math.floor((100 * loaded) / total)));
    request.addEventListener('load', () => {
      const { address, why } = request.response ?? {};
      if (request.status === 200 && address) resolve(address);
      else reject(new Error(why ?? ''));
    });
    request.addEventListener('error', () => reject(new Error('')));
    request.send(form);
  });

/** Asks for an image and what it shows; gives both, once it is sent. */
export const askImage = (words, sprite, whose, file) =>
  dialog(words, sprite, words.say('image-title'), (name, answered, cancel) => {
    const chosen = field(`${name}-fichier`, words.say('image-file'), words.say('image-file-hint'));
    chosen.input.type = 'file';
    chosen.input.accept = 'image/png,image/jpeg,image/webp,image/gif';
    const shown = file && make('p', { className: 'muted', textContent: words.say('image-chosen', { name: file.name || words.say('image-pasted') }) });
    const alt = field(`${name}-description`, words.say('image-alt'), words.say('image-alt-hint'));
    alt.input.maxLength = 500;
    const decorative = make('input', { type: 'checkbox', id: `${name}-decorative` });
    const tick = make('div', { className: 'field' }, make('label', { className: 'choice' }, decorative, ' ', make('span', { textContent: words.say('image-decorative') })));
    const said = make('span');
    const wrong = make('p', { id: `${name}-erreur`, className: 'error', hidden: true, attributes: { role: 'alert' } }, icon(sprite, 'error'), said);
    const status = make('p', { className: 'muted', attributes: { role: 'status' } });
    const add = make('button', { className: 'button main', textContent: words.say('image-do') });
    const form = make('form', { className: 'form', noValidate: true }, wrong, file ? shown : chosen.element, alt.element, tick, status, make('p', { className: 'acts' }, add, cancel));
    const refuse = (sentence, input) => {
      said.textContent = sentence;
      wrong.hidden = false;
      status.textContent = '';
      add.disabled = false;
      input?.focus();
    };
    decorative.addEventListener('change', () => (alt.input.disabled = decorative.checked));
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      if (add.disabled) return;
      const image = file ?? chosen.input.files[0];
      const description = decorative.checked ? '' : alt.input.value.trim();
      if (!image) return refuse(words.say('image-none'), chosen.input);
      if (!description && !decorative.checked) return refuse(words.say('image-undescribed'), alt.input);
      wrong.hidden = true;
      add.disabled = true;
      status.textContent = words.say('image-sending', { percent: 0 });
      try {
        const address = await send(whose, image, (percent) => (status.textContent = words.say('image-sending', { percent })));
        answered({ alt: description, address });
      } catch ({ message }) {
        refuse(message || words.say('image-failed'), add);
      }
    });
    (file ? alt : chosen).input.setAttribute('autofocus', '');
    return [form];
  });
