/** Asks the browser for a passkey and puts its answer into the form. As long as this has not run, the form says how else one signs in. */

const form = document.querySelector('form[data-passkey]');

const bytesOf = (text) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
const textOf = (bytes) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const named = (credentials = []) => credentials.map(({ id, ...rest }) => ({ ...rest, id: bytesOf(id) }));

/** By hand, for browsers that cannot read and write the JSON of WebAuthn themselves. */
const publicKey = ({ challenge, user, excludeCredentials, ...rest }) => ({
  ...rest,
  challenge: bytesOf(challenge),
  ...(user && { user: { ...user, id: bytesOf(user.id) } }),
  ...(excludeCredentials && { excludeCredentials: named(excludeCredentials) }),
});

const PARTS = ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle'];

function answerOf({ id, type, response }) {
  const parts = PARTS.filter((part) => response[part]).map((part) => [part, textOf(response[part])]);
  const transports = response.getTransports?.();
  return {
    ...{ id, rawId: id, type, clientExtensionResults: {} },
    response: { ...Object.fromEntries(parts), ...(transports && { transports }) },
  };
}

function say(name) {
  const said = [...form.querySelectorAll('[data-when]')];
  const fitting = said.find((one) => one.dataset.when === name) ?? said.at(-1);
  for (const one of said) one.hidden = one !== fitting;
}

form.querySelector('[data-plain]').hidden = true;
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  try {
    const options = { publicKey: publicKey(JSON.parse(form.dataset.options)) };
    const credential = await navigator.credentials[form.dataset.passkey](options);
    form.elements.answer.value = JSON.stringify(answerOf(credential));
    form.submit();
  } catch (error) {
    say(error.name);
  }
});
