// Prepares what browsers download, in `target/site/`:
//
//     assets/main.HASH.css              style/main.css and all it imports, joined and minified
//     assets/icons.HASH.svg             one sprite of the icons named in style/icons.txt
//     assets/mark.HASH.svg, favicon…    the drawings of style/
//     assets/NAME.HASH.js               each script style/NAME.ts or style/NAME.js
//     assets/atkinson….HASH.woff2       the fonts
//     assets/app.HASH.js, app.HASH_bg.wasm   the islands: the crate `islands`, in the browser
//     manifest.json                     which name stands for what; the server reads it at start
//
// A name changes with its content, so browsers keep a file for ever. Beside each compressible file
// are `.br` and `.gz`, made once here rather than at each visit.
//
//     node tools/assets.mjs --quick     to develop: the wasm is quick to build, and large
//     node tools/assets.mjs             to publish: the wasm is small, and long to build
//
// `--no-islands` leaves the wasm of an earlier run as it is. Cargo knows what changed in the Rust
// sources; a file whose name is already there is not written or compressed again; what no name
// leads to any more is removed.

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build } from 'esbuild';

const { values: options } = parseArgs({
  options: { quick: { type: 'boolean' }, 'no-islands': { type: 'boolean' } },
});
process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const SITE = 'target/site';
const ASSETS = join(SITE, 'assets');
// Of their own, so that building for the browser does not wait for building the server.
const WASM_TARGET = 'target/wasm';
const TOOLS_TARGET = 'target/tools';
const FONT = 'atkinson-hyperlegible-next';
// What browsers on offer for five years read.
const BROWSERS = ['chrome111', 'firefox114', 'safari16.4'];
const COMPRESSIBLE = new Set(['.css', '.js', '.svg', '.wasm']);

const manifest = {};
const kept = new Set();

const main = async () => {
  const started = performance.now();
  await mkdir(ASSETS, { recursive: true });
  const [fonts] = await Promise.all([publishFonts(), publishDrawings(), publishIcons(), publishScripts()]);
  await publishStyle(fonts);
  await publishIslands();
  await removeOthers();
  await replace(join(SITE, 'manifest.json'), JSON.stringify(sorted(manifest), null, 2) + '\n');
  console.log(`${SITE} is ready (${((performance.now() - started) / 1000).toFixed(1)} s)`);
};

/** Copies the fonts beside the style sheet that names them, and publishes them. */
const publishFonts = async () => {
  const published = {};
  await mkdir('style/fonts', { recursive: true });
  for (const subset of ['latin', 'latin-ext']) {
    const name = `${FONT}-${subset}.woff2`;
    const copy = join('style/fonts', name);
    await copyFile(`node_modules/@fontsource-variable/${FONT}/files/${FONT}-${subset}-wght-normal.woff2`, copy);
    published[name] = await publish(name, await readFile(copy));
  }
  // The one to preload: French is all in it.
  manifest.font = published[`${FONT}-latin.woff2`];
  return published;
};

const publishDrawings = async () => {
  for (const name of ['mark.svg', 'favicon.svg']) {
    manifest[name] = await publish(name, await readFile(join('style', name)));
  }
};

/** Joins the icons of style/icons.txt, one `our-name lucide-name` a line, and the mark into one file. */
const publishIcons = async () => {
  const lines = (await readFile('style/icons.txt', 'utf8')).split('\n').map((line) => line.replace(/#.*/, '').trim());
  const symbols = lines.filter(Boolean).map(async (line) => {
    const [ours, theirs = ours] = line.split(/\s+/);
    const file = `node_modules/lucide-static/icons/${theirs}.svg`;
    if (!existsSync(file)) throw new Error(`style/icons.txt: lucide has no icon “${theirs}”`);
    const drawing = (await readFile(file, 'utf8')).match(/<svg[^>]*>([\s\S]*)<\/svg>/)[1];
    return `<symbol id="${ours}" viewBox="0 0 24 24">${drawing.replace(/\s*\n\s*/g, '')}</symbol>`;
  });
  const mark = (await readFile('style/mark.svg', 'utf8')).match(/<svg[^>]*>([\s\S]*)<\/svg>/)[1];
  symbols.push(`<symbol id="mark" viewBox="0 0 48 48" fill="currentColor">${mark}</symbol>`);
  const sprite = `<svg xmlns="http://www.w3.org/2000/svg">${(await Promise.all(symbols)).join('')}</svg>\n`;
  manifest['icons.svg'] = await publish('icons.svg', sprite);
};

const publishScripts = async () => {
  const scripts = (await readdir('style')).filter((name) => /\.(ts|js)$/.test(name));
  for (const script of scripts) {
    const name = script.replace(/\.ts$/, '.js');
    manifest[name] = await publish(name, await bundle(join('style', script)));
  }
};

const publishStyle = async (fonts) => {
  const hashedFonts = {
    name: 'hashed-fonts',
    setup: ({ onResolve }) =>
      onResolve({ filter: /\.woff2$/ }, ({ path }) => {
        const hashed = fonts[basename(path)];
        return hashed ? { path: `./${hashed}`, external: true } : { errors: [{ text: `no font ${basename(path)}` }] };
      }),
  };
  manifest['main.css'] = await publish('main.css', await bundle('style/main.css', { plugins: [hashedFonts] }));
};

/** Builds the islands: Rust to wasm, then wasm and the script that loads it to a pair of files. */
const publishIslands = async () => {
  if (options['no-islands']) return keepIslands();
  const profile = options.quick ? 'wasm-quick' : 'wasm-release';
  const compiled = join(WASM_TARGET, 'wasm32-unknown-unknown', profile, 'islands.wasm');
  const bound = join(WASM_TARGET, 'bound', profile);

  // Two programs at once: while one links, the other has the second core.
  await Promise.all([
    cargo(WASM_TARGET, options.quick ? {} : OWN_TYPES, [
      ...['--profile', profile, '--package', 'islands', '--target', 'wasm32-unknown-unknown'],
    ]),
    cargo(TOOLS_TARGET, OWN_TYPES, ['--profile', 'quick', '--package', 'wasm-bindgen-tool']),
  ]);
  if (await isOlder(join(bound, 'app_bg.wasm'), [compiled])) {
    await rm(bound, { recursive: true, force: true });
    const names = options.quick ? ['--keep-names'] : [];
    await run(join(TOOLS_TARGET, 'quick/wasm-bindgen-tool'), [compiled, '--out-dir', bound, '--out-name', 'app', ...names]);
  }

  const wasm = await readFile(join(bound, 'app_bg.wasm'));
  const script = await bundle(join(bound, 'app.js'), { format: 'esm' });
  // Leptos derives both names from one, so they share one hash.
  const stem = `app.${hash(script, wasm)}`;
  await write(`${stem}.js`, script);
  await write(`${stem}_bg.wasm`, wasm);
  manifest.islands = stem;
};

const keepIslands = async () => {
  const earlier = join(SITE, 'manifest.json');
  const { islands } = existsSync(earlier) ? JSON.parse(await readFile(earlier, 'utf8')) : {};
  if (!islands) throw new Error('no islands from an earlier run: leave --no-islands out');
  manifest.islands = islands;
  for (const name of [`${islands}.js`, `${islands}_bg.wasm`]) keep(name);
};

/** Joins and minifies a script or style sheet with all it imports. */
const bundle = async (entry, more = {}) => {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'iife',
    legalComments: 'none',
    target: BROWSERS,
    loader: { '.svg': 'dataurl' },
    logLevel: 'warning',
    write: false,
    ...more,
  });
  return outputFiles[0].contents;
};

/** Writes `name` under a name that tells its content, and returns that name. */
const publish = async (name, content) => {
  const extension = extname(name);
  return write(`${basename(name, extension)}.${hash(content)}${extension}`, content);
};

const write = async (name, content) => {
  keep(name);
  const file = join(ASSETS, name);
  if (COMPRESSIBLE.has(extname(name))) {
    // The wasm of the quick build is large, and read on this machine only.
    const quality = options.quick && name.endsWith('.wasm') ? 4 : constants.BROTLI_MAX_QUALITY;
    await unlessThere(`${file}.br`, () => brotli(content, quality));
    await unlessThere(`${file}.gz`, () => promisify(gzip)(content, { level: 9 }));
  }
  await unlessThere(file, () => content);
  return name;
};

const brotli = (content, quality) =>
  promisify(brotliCompress)(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
  });

const unlessThere = async (file, content) => {
  if (!existsSync(file)) await replace(file, await content());
};

/** A file is there whole or not at all, even if we are interrupted. */
const replace = async (file, content) => {
  const same = existsSync(file) && (await readFile(file)).equals(Buffer.from(content));
  if (same) return;
  await writeFile(`${file}.new`, content);
  await rename(`${file}.new`, file);
};

const keep = (name) => ['', '.br', '.gz'].forEach((suffix) => kept.add(name + suffix));

const removeOthers = async () => {
  const others = (await readdir(ASSETS)).filter((name) => !kept.has(name));
  await Promise.all(others.map((name) => rm(join(ASSETS, name), { recursive: true })));
};

const hash = (...contents) => {
  const sha256 = createHash('sha256');
  for (const content of contents) sha256.update(content);
  return sha256.digest('hex').slice(0, 10);
};

const isOlder = async (file, sources) => {
  if (!existsSync(file)) return true;
  const { mtimeMs } = await stat(file);
  const times = await Promise.all(sources.map(async (source) => (await stat(source)).mtimeMs));
  return times.some((time) => time > mtimeMs);
};

const sorted = (object) => Object.fromEntries(Object.entries(object).sort());

/** For a release, views have types of their own in a browser: see .cargo/config.toml. */
const OWN_TYPES = { RUSTFLAGS: '' };

const cargo = (targetFolder, settings, args) =>
  run('cargo', ['build', '--locked', '--target-dir', targetFolder, ...args], settings);

const run = (command, args, settings = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...settings } });
    process.once('SIGTERM', () => child.kill());
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${command} ${args.join(' ')} failed`))));
  });

main().catch((error) => {
  console.error(`assets: ${error.message}`);
  process.exitCode = 1;
});
