// A passkey, made or shown: what the server asks is given to the browser, and its answer fills in the form, which is then
// sent as any other. Pages say what to do without this.

const bytes = (text) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));

const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

const known = (credentials) => (credentials ?? []).map((credential) => ({ ...credential, id: bytes(credential.id) }));

const make = async (asked) => {
  const { challenge, user, excludeCredentials, ...rest } = asked;
  const publicKey = {
    ...rest,
    challenge: bytes(challenge),
    user: { ...user, id: bytes(user.id) },
    excludeCredentials: known(excludeCredentials),
  };
  const made = await navigator.credentials.create({ publicKey });
  return [made, { attestationObject: text(made.response.attestationObject) }];
};

const show = async (asked) => {
  const { challenge, allowCredentials, ...rest } = asked;
  const publicKey = { ...rest, challenge: bytes(challenge), allowCredentials: known(allowCredentials) };
  const shown = await navigator.credentials.get({ publicKey });
  const { authenticatorData, signature, userHandle } = shown.response;
  return [
    shown,
    {
      authenticatorData: text(authenticatorData),
      signature: text(signature),
      userHandle: userHandle && text(userHandle),
    },
  ];
};

const answer = async (place) => {
  const begun = await fetch(place.dataset.begin, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
  });
  // The proof is too old: the page asks for it again.
  if (begun.status === 403) {
    location.reload();
    return null;
  }
  if (!begun.ok) throw new Error(`asked for a passkey: ${begun.status}`);
  const { publicKey } = JSON.parse(await begun.json());
  const [credential, response] = await (place.dataset.passkey === 'make' ? make(publicKey) : show(publicKey));
  const { id, rawId, type } = credential;
  const clientDataJSON = text(credential.response.clientDataJSON);
  return JSON.stringify({ id, rawId: text(rawId), type, extensions: {}, response: { ...response, clientDataJSON } });
};

const start = (place) => {
  const form = place.querySelector('form');
  const refused = place.querySelector('[data-passkey-refused]');
  const button = form.querySelector('button');
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    refused.hidden = true;
    button.disabled = true;
    try {
      const credential = await answer(place);
      if (credential === null) return;
      form.elements.credential.value = credential;
      form.submit();
    } catch {
      // The person gave up, or the device did not answer in time.
      refused.hidden = false;
      button.focus();
    } finally {
      button.disabled = false;
    }
  });
  place.hidden = false;
  place.previousElementSibling?.remove();
};

if (window.PublicKeyCredential) document.querySelectorAll('[data-passkey]').forEach(start);
