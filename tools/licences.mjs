// Refuses a dependency, of Rust or of Node, whose licence is not in tools/licences.txt.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const lines = readFileSync('tools/licences.txt', 'utf8').split('\n');
const allowed = new Set(lines.filter((line) => line && !line.startsWith('#')));

/** Whether we may use something under `expression`: SPDX, or the older `MIT/Apache-2.0`. */
const accepts = (expression) => {
  const tokens = expression.replaceAll('/', ' OR ').match(/[()]|[^\s()]+(?: WITH [^\s()]+)?/g) ?? [];
  const any = () => {
    let accepted = all();
    while (tokens[0] === 'OR') accepted = next(all) || accepted;
    return accepted;
  };
  const all = () => {
    let accepted = one();
    while (tokens[0] === 'AND') accepted = next(one) && accepted;
    return accepted;
  };
  const one = () => {
    const token = tokens.shift();
    if (token !== '(') return allowed.has(token);
    const accepted = any();
    tokens.shift();
    return accepted;
  };
  const next = (operand) => (tokens.shift(), operand());
  return any();
};

const crates = () => {
  const options = { encoding: 'utf8', maxBuffer: 1 << 28 };
  const { packages } = JSON.parse(execFileSync('cargo', ['metadata', '--locked', '--format-version', '1'], options));
  return packages.map(({ name, version, license }) => ({ name: `crate ${name} ${version}`, licence: license }));
};

const nodePackages = (folder) => {
  const { packages } = JSON.parse(readFileSync(`${folder}/package-lock.json`, 'utf8'));
  return Object.entries(packages).map(([name, { version, license }]) => ({
    name: `node package ${name || folder} ${version ?? ''}`,
    licence: license,
  }));
};

const dependencies = [...crates(), ...nodePackages('.'), ...nodePackages('end2end')];
const refused = dependencies.filter(({ licence }) => !accepts(licence ?? ''));
for (const { name, licence } of refused) console.error(`${name}: ${licence ?? 'no licence'}`);
if (refused.length > 0) {
  console.error('Choose another dependency, or add its licence to tools/licences.txt and say why in docs/decisions/.');
  process.exit(1);
}
console.log(`${dependencies.length} dependencies, all under licences of tools/licences.txt`);
