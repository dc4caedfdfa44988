// `make trials name=… times=…`: what Préau is worth when things go wrong.
//
//     PREAU_BIN=target/release/preau node tools/trials.mjs kill database=sqlite times=1000
//
// Each trial is a file of tools/trials: it serves a council of its own on the loopback, ill-treats it, prints figures, and
// says what must hold and does not. Ends with 1 if anything is broken.

import { existsSync } from 'node:fs';

import { program } from './trials/node.mjs';
import { Findings } from './trials/report.mjs';

const NAMES = ['kill', 'soak', 'faults', 'histories'];

const [name, ...given] = process.argv.slice(2);
if (!NAMES.includes(name)) {
  console.error('usage: node tools/trials.mjs NAME [setting=value…]');
  for (const known of NAMES) console.error(`  ${known.padEnd(10)} ${(await import(`./trials/${known}.mjs`)).about}`);
  process.exit(2);
}
if (!existsSync(program)) throw new Error(`${program} is missing: run “make trials”`);

const settings = Object.fromEntries(given.map((pair) => pair.split('=')).filter(([, value]) => value));
const trial = await import(`./trials/${name}.mjs`);
const findings = new Findings();
const began = Date.now();
await trial.run(settings, findings);
console.log(`\n${name} took ${((Date.now() - began) / 60_000).toFixed(1)} minutes`);
findings.print();
process.exit(findings.count === 0 ? 0 : 1);
