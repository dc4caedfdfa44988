// Asking the server functions that the pages use too.

/** What a server function answers; it fails with the status of a refusal. */
export const ask = async (endpoint, values, options = {}) => {
  const response = await fetch(`/api/${endpoint}`, {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: new URLSearchParams(values),
    credentials: 'same-origin',
    ...options,
  });
  if (!response.ok) throw Object.assign(new Error(endpoint), { status: response.status });
  return response.json();
};

/** Calls `then` once nothing was asked for `pause` milliseconds. */
export const afterPause = (pause, then) => {
  let timer;
  const soon = (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => then(...values), pause);
  };
  soon.never = () => clearTimeout(timer);
  return soon;
};
