// What a trial started and wrote is ended and removed however it ends, also when somebody interrupts it.

const endings = new Set();

/** Has this done when the trial ends; gives what takes it back. It may not wait for anything. */
export const atTheEnd = (end) => {
  endings.add(end);
  return () => endings.delete(end);
};

process.on('exit', () => {
  for (const end of [...endings].reverse()) {
    try {
      end();
    } catch {
      // It was gone already: the others are to be ended all the same.
    }
  }
});
for (const [signal, code] of [['SIGINT', 130], ['SIGTERM', 143]]) process.once(signal, () => process.exit(code));
