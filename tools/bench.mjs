// `make bench`: what Préau costs, beside what the machine could do at best.
//
// A council is made up (20 groups, 1,000 texts of about 8 kB, 50 people; `BENCH_SIZE` gives a larger one), imported
// in a release build, and asked by wrk, signed in. Every figure is the median of three rounds; the references
// (crates/reference) run in turn in the same minutes, because only ratios mean
// something on a machine one knows nothing about. Nothing here fails on a time.

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { measureExamination } from './bench/amendments.mjs';
import { makeCouncil, SIZES } from './bench/council.mjs';
import { measureEditors, PEOPLE } from './bench/editors.mjs';
import * as library from './bench/library.mjs';
import { mebibytes, processorMilliseconds } from './bench/processes.mjs';
import { BARE_SEARCHES, SEARCHES } from './bench/search.mjs';
import { openBrowser } from '../end2end/fixtures/browser.mjs';
import { signIn } from '../end2end/fixtures/people.mjs';
import { createUser, freePort, startServer } from '../end2end/fixtures/server.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

/**
 * What is asked. `{text}` and `{number}` stand for one found by `discover`. `as: 'visitor'` is not signed in.
 * `form` is the page of a form: its address and hidden fields are read there, `values` filled in.
 * `against` names the reference the rate is compared with.
 */
const REQUESTS = [
  { name: 'read a text', url: '/contributions/{text}', against: 'one row' },
  { name: 'read a publication, visitor', url: '/publications/{number}', as: 'visitor', against: 'one row' },
  { name: 'list of a group', url: '/groupes/groupe-7', against: 'read a text' },
  { name: 'home', url: '/', against: 'read a text' },
  { name: 'all the texts', url: '/textes', against: 'read a text' },
  {
    name: 'save a new text',
    form: '/groupes/groupe-7/contributions/nouvelle',
    values: { title: 'Texte mesuré', kind: 'note', body: 'Une phrase de plus. '.repeat(400) },
    against: 'durable commits',
  },
  ...library.LISTINGS,
  ...SEARCHES,
];
const REFERENCES = [
  { name: 'bytes from memory', url: '/bytes' },
  { name: 'one row', url: '/row/500' },
  ...BARE_SEARCHES,
];
/** Pages opened in a browser with an empty cache. */
const FIRST_VIEWS = ['/contributions/{text}', '/contributions/{text}/modifier', '/publications/{number}', '/connexion'];
const DISCOVER = {
  text: { page: '/textes', link: /href="\/contributions\/([^"/?#]+)"/ },
  number: { page: '/publications', link: /href="\/publications\/([0-9]{4}-[0-9]+)"/ },
  ...library.DISCOVER,
};
const CONNECTIONS = [1, 8, 32];
const SIZE = SIZES[process.env.BENCH_SIZE ?? 'usual'];
/** Only what has one of these words in its name. */
const ONLY = (process.env.BENCH_ONLY ?? '').split(',').filter(Boolean);
const SETTINGS = { PREAU_LOG: 'warn', ...library.SETTINGS };
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 3);
const PERSON = { email: 'mesure@bench.example', name: 'Mesure', password: 'une-mesure-reproductible', admin: true };

const chosen = (name) => ONLY.length === 0 || ONLY.some((word) => name.includes(word));

const folder = mkdtempSync(join(tmpdir(), 'preau-bench-'));
const processes = [];

const main = async () => {
  const council = join(folder, 'council');
  makeCouncil(council, PERSON, SIZE);
  const server = await startServer({ settings: SETTINGS });
  try {
    await createUser(server, PERSON); // before the import, which makes them a member
    if (chosen('editors')) {
      for (const email of PEOPLE) await createUser(server, { email, name: email, password: PERSON.password });
    }
    const { seconds, peak } = await importing(server, council);
    console.log(`import of ${SIZE.people} people, ${SIZE.groups} groups, ${SIZE.texts} texts: ${seconds} s, ${peak} MiB at most`);
    library.makeLibrary(join(folder, 'library'));
    const files = await importing(server, join(folder, 'library'));
    console.log(`import of the documents: ${files.seconds} s, ${files.peak} MiB at most`);
    const cookie = await sessionCookie(server.url);
    const found = await discover(server.url, cookie);
    const reference = await startReference(join(council, 'contributions'), await page(server.url, cookie, found));

    const targets = [
      ...REFERENCES.map((request) => ({ ...request, base: reference.url, pid: reference.pid })),
      ...REQUESTS.map((request) => ({ ...request, base: server.url, pid: server.pid, cookie })),
    ].filter(({ name }) => chosen(name));
    const results = new Map([['durable commits', await durableCommits()]]);
    for (const target of targets) {
      const prepared = await prepare(target, found);
      for (const connections of CONNECTIONS) {
        const rounds = [];
        for (let round = 0; round < ROUNDS; round++) rounds.push(await measure(prepared, connections));
        results.set(`${target.name} ×${connections}`, middle(rounds));
      }
    }
    report(targets, results);
    console.log(`\nmemory after load: ${mebibytes(server.pid)} MiB (PSS)`);
    if (chosen('gigabyte')) await library.gigabyte(server, cookie, folder, (pid) => Number(mebibytes(pid)));
    if (chosen('amendments')) await measureExamination(server, cookie, ROUNDS);
    if (chosen('editors')) {
      await measureEditors(server, PERSON.password, { processor: processorMilliseconds, memory: mebibytes });
    }
    await firstViews(server.url, found);
    console.log(`\nstart to first answer: ${await timeToStart(server)} ms, with ${SIZE.texts} texts`);
  } finally {
    for (const child of processes) child.kill();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};

// --- What is asked -------------------------------------------------------------------------------

const sessionCookie = async (url) => {
  const browser = await openBrowser(url);
  const tab = await browser.page();
  await signIn(tab, PERSON.email, PERSON.password);
  const cookies = await tab.context().cookies();
  await browser.close();
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
};

const discover = async (url, cookie) => {
  const found = {};
  for (const [name, { page, link }] of Object.entries(DISCOVER)) {
    const html = await (await fetch(url + page, { headers: { cookie } })).text();
    found[name] = html.match(link)?.[1];
    if (!found[name]) console.warn(`no ${name} found in ${page}: what needs it is left out`);
  }
  return found;
};

/** The path with what was discovered in it; undefined if that was not found. */
const fill = (path, found) => {
  const filled = path.replace(/{(\w+)}/g, (_, name) => found[name] ?? '{}');
  return filled.includes('{}') ? undefined : filled;
};

/** The page that the reference serves from memory. */
const page = async (url, cookie, found) => {
  const file = join(folder, 'page.html');
  const path = fill('/contributions/{text}', found) ?? '/';
  writeFileSync(file, await (await fetch(url + path, { headers: { cookie } })).text());
  return file;
};

/** Adds to a target the script that makes wrk ask what it describes. */
const prepare = async (target, found) => {
  const headers = target.cookie && target.as !== 'visitor' ? { cookie: target.cookie } : {};
  let { url, method = 'GET', body } = target;
  if (target.form) {
    const html = await (await fetch(target.base + target.form, { headers })).text();
    const form = [...html.matchAll(/<form[^>]*method="post"[\s\S]*?<\/form>/gi)]
      .map(([form]) => form)
      .find((form) => Object.keys(target.values).every((name) => form.includes(`name="${name}"`)));
    if (!form) return undefined;
    const attribute = (tag, name) => unescape(tag.match(new RegExp(`\\s${name}="([^"]*)"`))?.[1] ?? '');
    const hidden = [...form.matchAll(/<input[^>]*type="hidden"[^>]*>/gi)].map(([tag]) => [attribute(tag, 'name'), attribute(tag, 'value')]);
    url = attribute(form, 'action') || target.form;
    method = 'POST';
    body = new URLSearchParams([...hidden, ...Object.entries(target.values)]).toString();
    Object.assign(headers, { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded', origin: target.base });
  }
  url = fill(url, found);
  if (!url) return undefined;
  const script = join(folder, `${target.name.replace(/\W+/g, '-')}.lua`);
  const lines = [`wrk.method = ${JSON.stringify(method)}`];
  if (body) lines.push(`wrk.body = ${JSON.stringify(body)}`);
  for (const [name, value] of Object.entries(headers)) lines.push(`wrk.headers[${JSON.stringify(name)}] = ${JSON.stringify(value)}`);
  writeFileSync(script, lines.join('\n'));
  return { url: target.base + url, pid: target.pid, script };
};

const unescape = (text) => text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

// --- How it is measured --------------------------------------------------------------------------

const measure = async (prepared, connections) => {
  if (!prepared) return undefined;
  const before = processorMilliseconds(prepared.pid);
  const threads = Math.min(connections, 2);
  const output = await outputOf('wrk', ['-t', threads, '-c', connections, '-d', `${SECONDS}s`, '--latency', '-s', prepared.script, prepared.url]);
  const processor = processorMilliseconds(prepared.pid) - before;
  const number = (pattern) => Number(output.match(pattern)?.[1] ?? NaN);
  const requests = number(/(\d+) requests in/);
  return {
    rate: number(/Requests\/sec:\s+([\d.]+)/),
    p50: milliseconds(output.match(/^\s+50%\s+(\S+)/m)?.[1]),
    p99: milliseconds(output.match(/^\s+99%\s+(\S+)/m)?.[1]),
    processor: processor / requests,
    refused: number(/Non-2xx or 3xx responses: (\d+)/) || 0,
  };
};

const milliseconds = (text = '') => {
  const [, value, unit] = text.match(/([\d.]+)(us|ms|s|m)/) ?? [];
  return value * { us: 0.001, ms: 1, s: 1000, m: 60_000 }[unit];
};

const middle = (rounds) => {
  if (rounds.includes(undefined)) return undefined;
  const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
  return Object.fromEntries(Object.keys(rounds[0]).map((key) => [key, median(rounds.map((round) => round[key]))]));
};

const outputOf = (command, args) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args.map(String), { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (text) => (output += text));
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve(output) : reject(new Error(`${command} failed:\n${output}`))));
  });

const firstViews = async (url, found) => {
  console.log('\nfirst view                                   requests   kB compressed');
  const browser = await openBrowser(url);
  const signedIn = await browser.page();
  await signIn(signedIn, PERSON.email, PERSON.password);
  const state = await signedIn.context().storageState();
  for (const path of FIRST_VIEWS.map((path) => fill(path, found)).filter(Boolean)) {
    const tab = await browser.page(path === '/connexion' ? {} : { storageState: state });
    const network = await tab.context().newCDPSession(tab);
    let bytes = 0;
    let requests = 0;
    await network.send('Network.enable');
    network.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
      requests += 1;
    });
    await tab.goto(url + path, { waitUntil: 'networkidle' });
    console.log(`${path.padEnd(44)} ${String(requests).padStart(8)}   ${(bytes / 1000).toFixed(1).padStart(13)}`);
    await tab.context().close();
  }
  await browser.close();
};

/** How long the import takes, and the most memory it held. */
const importing = async ({ folder: data, url }, council) => {
  const env = { ...process.env, PREAU_BASE_URL: url, PREAU_DATA_DIR: data, ...SETTINGS };
  delete env.PREAU_BIN;
  const started = performance.now();
  const child = spawn(process.env.PREAU_BIN, ['import', council], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  let peak = 0;
  const watch = setInterval(() => {
    try {
      peak = Number(readFileSync(`/proc/${child.pid}/status`, 'utf8').match(/^VmHWM:\s+(\d+)/m)[1]);
    } catch {
      clearInterval(watch); // it is over
    }
  }, 20);
  const code = await new Promise((resolve) => child.once('exit', resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error(`the import ended with ${code}`);
  return { seconds: ((performance.now() - started) / 1000).toFixed(1), peak: (peak / 1024).toFixed(0) };
};

const answers = (url, path = '/healthz') => fetch(url + path).then(({ ok }) => ok, () => false);

/** Starts the program again on the same data, and asks until it answers. */
const timeToStart = async ({ folder: data, pid, url }) => {
  process.kill(pid, 'SIGTERM'); // one program at a time on a database
  while (await answers(url)) await wait(50);
  const times = [];
  for (let round = 0; round < ROUNDS; round++) {
    const listen = `127.0.0.1:${await freePort()}`;
    const env = { ...process.env, PREAU_LISTEN: listen, PREAU_BASE_URL: `http://${listen}`, PREAU_DATA_DIR: data, ...SETTINGS };
    delete env.PREAU_BIN;
    const started = performance.now();
    const child = spawn(process.env.PREAU_BIN, ['serve'], { env, stdio: 'ignore' });
    while (!(await answers(`http://${listen}`))) {
      if (child.exitCode !== null || performance.now() - started > 30_000) break;
      await wait(1);
    }
    times.push(performance.now() - started);
    child.kill();
    await new Promise((resolve) => (child.exitCode === null ? child.once('exit', resolve) : resolve()));
  }
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)].toFixed(0);
};

// --- The references ------------------------------------------------------------------------------

const REFERENCE = 'target/release/reference';

const startReference = async (texts, bytes) => {
  const listen = `127.0.0.1:${await freePort()}`;
  const database = join(folder, 'reference.sqlite');
  const child = spawn(REFERENCE, ['--listen', listen, '--database', database, '--texts', texts, '--bytes', bytes], { stdio: 'inherit' });
  processes.push(child);
  const url = `http://${listen}`;
  while (!(await answers(url, '/bytes'))) {
    if (child.exitCode !== null) throw new Error('the reference does not start');
    await wait(50);
  }
  return { url, pid: child.pid };
};

const durableCommits = async () => {
  const rates = [];
  for (let round = 0; round < ROUNDS; round++) {
    rates.push(Number(await outputOf(REFERENCE, ['--database', join(folder, `commits-${round}.sqlite`), '--commits'])));
  }
  return { rate: rates.toSorted((a, b) => a - b)[Math.floor(rates.length / 2)] };
};

// --- What is printed -----------------------------------------------------------------------------

const report = (targets, results) => {
  const columns = ['', 'requests/s', 'p50 ms', 'p99 ms', 'processor ms', 'ratio', 'to'];
  const rows = [columns];
  for (const { name, against } of targets) {
    for (const connections of CONNECTIONS) {
      const result = results.get(`${name} ×${connections}`);
      const reference = results.get(`${against} ×${connections}`) ?? results.get(against);
      rows.push([
        `${name} ×${connections}`,
        ...(result ? [result.rate.toFixed(0), result.p50.toFixed(2), result.p99.toFixed(2), result.processor.toFixed(3)] : ['not there']),
        ...(result && reference ? [(result.rate / reference.rate).toFixed(3), against] : []),
        ...(result?.refused ? [`${result.refused} refused`] : []),
      ]);
    }
  }
  rows.push(['durable commits', results.get('durable commits').rate.toFixed(0)]);
  const widths = columns.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  for (const row of rows) console.log(row.map((cell, i) => (i === 0 || i > 5 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  '));
};

// Set by the Makefile: fixtures read it as they are loaded.
for (const file of [process.env.PREAU_BIN ?? 'PREAU_BIN', REFERENCE]) {
  if (!existsSync(file)) throw new Error(`${file} is missing: run “make bench”`);
}
await main();
