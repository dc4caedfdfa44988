// How numbers and bytes are written on the wire: numbers by seven bits, the least first; bytes after their length.

export const encoding = (parts) => {
  const bytes = [];
  for (const part of parts) {
    if (typeof part === 'number') bytes.push(...number(part));
    else bytes.push(...number(part.length), part);
  }
  const length = bytes.reduce((sum, part) => sum + (part.length ?? 1), 0);
  const message = new Uint8Array(length);
  let at = 0;
  for (const part of bytes) {
    if (typeof part === 'number') message[at] = part;
    else message.set(part, at);
    at += part.length ?? 1;
  }
  return message;
};

const number = (value) => {
  const bytes = [];
  for (; value > 127; value = Math.floor(value / 128)) bytes.push(128 | (value % 128));
  return [...bytes, value];
};

export const decoding = (message) => {
  let at = 0;
  const number = () => {
    let value = 0;
    for (let weight = 1; at < message.length; weight *= 128) {
      const byte = message[at++];
      value += (byte & 127) * weight;
      if (byte < 128) break;
    }
    return value;
  };
  const bytes = () => {
    const length = number();
    at += length;
    return message.slice(at - length, at);
  };
  return { number, bytes };
};
