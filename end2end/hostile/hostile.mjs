// Puts every hostile input, once rendered, in a real browser, and looks for any sign of life:
// a script that runs, a dialog, a request, a navigation, another page.
//
//   node hostile/hostile.mjs               renders the inputs with cargo first
//   node hostile/hostile.mjs inputs.json   takes a JSON array of {class, input, html}
//
// The page has an https address, which the script itself answers for, so that `//host/x` and
// `/x` mean what they mean on the site. It has no content security policy: in the application
// the policy is one more lock, here the HTML is alone.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

// Unlike an import, this also finds packages through NODE_PATH.
const { chromium } = createRequire(import.meta.url)("playwright-core");

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const site = "https://site.test/";
const wait = 15;

// These must be noticed, or the check sees nothing.
const controls = [
  ["script", "<script>canary(1)</script>"],
  ["handler", "<img src=/x onerror=canary(1)>"],
  ["alert", "<svg onload=alert(1)>"],
  ["late handler", "<a href=/x onmouseover=canary(1)>x</a>"],
  ["javascript address", "<a href='java&#10;script:canary(1)'>x</a>"],
  ["request", "<img src=//evil.example/x.png>"],
  ["style", "<style>@import url(https://evil.example/x.css)</style>"],
  ["own script", "<script src=/x.js></script>"],
  ["frame", "<iframe src=https://evil.example/></iframe>"],
  ["refresh", "<meta http-equiv=refresh content='0;url=/away'>"],
  ["console", "<script>console.log('canary')</script>"],
  ["window", "<script>window.open('/x')</script>"],
];

// Runs before anything else in each page. Not `eval`: Playwright needs it.
function hook() {
  window.signs = [];
  for (const name of ["canary", "alert", "confirm", "prompt", "print", "open", "fetch"]) {
    Object.defineProperty(window, name, {
      value: () => void window.signs.push(`${name} was called`),
    });
  }
}

// Plays a visitor who touches everything, without following ordinary links.
function touch() {
  const quiet = (event) => {
    const link = event.target.closest?.("a[href]");
    if (link && /^(https?|mailto|tel):$/.test(link.protocol)) event.preventDefault();
  };
  document.addEventListener("click", quiet, true);
  const kinds = ["mouseover", "pointerenter", "focus", "toggle", "animationstart", "load", "click"];
  // The longest texts hold thousands of equal elements.
  for (const element of [...document.querySelectorAll("body, body *")].slice(0, 400)) {
    for (const attribute of element.getAttributeNames()) {
      if (/^on/i.test(attribute)) window.signs.push(`${attribute} is set`);
    }
    const address = element.href ?? element.src ?? "";
    if (/^(javascript|data|vbscript|blob|file):/i.test(String(address.baseVal ?? address))) {
      window.signs.push(`leads to ${address}`);
    }
    for (const kind of kinds) {
      element.dispatchEvent(new Event(kind, { bubbles: true, cancelable: true }));
    }
  }
  document.removeEventListener("click", quiet, true);
}

async function open(context, signs) {
  const page = await context.newPage();
  page.on("dialog", (dialog) => {
    signs.push(`dialog: ${dialog.message()}`);
    dialog.dismiss().catch(() => {});
  });
  page.on("popup", (popup) => {
    signs.push("another page opened");
    popup.close().catch(() => {});
  });
  page.on("console", (message) => {
    if (message.type() === "log" || message.text().includes("canary")) {
      signs.push(`console: ${message.text()}`);
    }
  });
  page.on("pageerror", (error) => signs.push(`a script failed: ${error.message}`));
  page.on("request", (request) => {
    const ownImage = request.resourceType() === "image" && request.url().startsWith(site);
    if (request.url() !== site && !ownImage) signs.push(`request: ${request.url()}`);
  });
  page.on("framenavigated", (frame) => {
    if (frame.url() !== site) signs.push(`navigation: ${frame.url()}`);
  });
  await page.addInitScript(hook);
  await page.goto(site);
  return page;
}

// What an HTML gave away; a page which did anything is not used again.
async function signsOf(pages, context, html) {
  pages.last ??= await (async () => {
    const signs = [];
    return { signs, page: await open(context, signs) };
  })();
  const { signs, page } = pages.last;
  const seen = [];
  try {
    await page.setContent(`<!doctype html><html lang="fr"><body><main>${html}</main>`, {
      timeout: 20_000,
    });
    await page.evaluate(touch);
    await page.waitForTimeout(wait);
    seen.push(...(await page.evaluate(() => window.signs)));
    if (page.url() !== site) seen.push(`the page is now ${page.url()}`);
  } catch (error) {
    seen.push(`the page was lost: ${error.message.split("\n")[0]}`);
  }
  seen.push(...signs);
  if (seen.length > 0) {
    await page.close().catch(() => {});
    pages.last = undefined;
  }
  return seen;
}

function inputs() {
  const file = process.argv[2];
  const cargo = ["run", "--quiet", "-p", "markdown", "--example", "render_hostile"];
  const json = file
    ? readFileSync(file, "utf8")
    : execFileSync("cargo", cargo, { cwd: root, encoding: "utf8", maxBuffer: 2 ** 28 });
  return JSON.parse(json);
}

const all = inputs();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-dev-shm-usage"],
});
const context = await browser.newContext();
// Nothing leaves this machine.
await context.route("**", (route) =>
  route.request().url() === site
    ? route.fulfill({ contentType: "text/html", body: "<!doctype html>" })
    : route.abort(),
);

let passed = 0;
let failed = 0;
const pages = {};
const judge = (good, name, detail) => {
  if (good) {
    passed += 1;
  } else {
    failed += 1;
    console.log(`FAILED ${name}: ${detail}`);
  }
};

for (const [name, html] of controls) {
  const signs = await signsOf(pages, context, html);
  const noticed = signs.some((sign) => !sign.startsWith("the page was lost"));
  judge(noticed, `control "${name}"`, "not noticed");
}
for (const { class: name, input, html } of all) {
  const signs = await signsOf(pages, context, html);
  const start = JSON.stringify(input.slice(0, 120));
  judge(signs.length === 0, `${name} ${start}`, signs.slice(0, 3).join("; "));
}

await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || all.length === 0 ? 1 : 0;
