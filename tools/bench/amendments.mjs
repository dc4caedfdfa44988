// An examination: 300 amendments on 40 articles, proposed, examined, and how long its page takes.

/** What is amended, and how much of it. */
const ARTICLES = 40;
const AMENDMENTS = 300;
const WORDS = 120;
const SLUG = 'reglement';
const VERSION = `/charte/${SLUG}/versions/1`;
const SESSION = `${VERSION}/examen`;
/** Pages that are asked: the first amendment that waits, one in the middle, the last one, what follows an article. */
const PAGES = [SESSION, `${SESSION}?amendement=150`, `${SESSION}?amendement=${AMENDMENTS}`, `${SESSION}?apres=${ARTICLES}`, `${VERSION}/amendements`];

const article = (number) => Array.from({ length: WORDS }, (_, word) => `mot${number}x${word}`).join(' ');

/** Proposes them, and prints the median and the longest time of each page, in milliseconds. */
export const measureExamination = async ({ url }, cookie, rounds) => {
  const post = async (action, values) => {
    const answer = await fetch(`${url}/api/${action}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, accept: 'text/html', origin: url },
      body: new URLSearchParams(values),
    });
    if (answer.status !== 303) throw new Error(`${action}: ${answer.status}\n${(await answer.text()).slice(0, 400)}`);
  };
  const at = (version) => ({ slug: SLUG, number: '1', version: String(version) });
  await post('charter/add', { kind: 'rules', title: 'Règlement' });
  const body = Array.from({ length: ARTICLES }, (_, n) => `## Article ${n + 1}. Sujet ${n + 1}\n\n${article(n + 1)}`).join('\n\n');
  await post('charter/save', { ...at(1), body });
  const until = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  await post('charter/open-amendments', { ...at(2), until });
  for (let n = 0; n < AMENDMENTS; n++) {
    const number = 1 + (n % ARTICLES);
    const word = `mot${number}x${Math.floor(n / ARTICLES) * 9 + 2} `;
    await post('amendments/propose', {
      ...at(3),
      kind: 'change',
      article: String(number),
      title: `Sujet ${number}`,
      body: article(number).replace(word, `proposé${n} et${n} `),
      reasons: `Motif ${n}.`,
    });
  }
  await post('charter/examine', at(3));
  console.log(`\nexamination of ${AMENDMENTS} amendments on ${ARTICLES} articles          p50 ms    most ms        kB`);
  for (const path of PAGES) {
    const times = [];
    let bytes = 0;
    for (let round = 0; round < 10 * rounds; round++) {
      const start = performance.now();
      const answer = await fetch(url + path, { headers: { cookie } });
      bytes = (await answer.arrayBuffer()).byteLength;
      times.push(performance.now() - start);
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
    }
    times.sort((a, b) => a - b);
    const cells = [times[Math.floor(times.length / 2)], times.at(-1), bytes / 1000].map((figure) => figure.toFixed(1).padStart(10));
    console.log(path.padEnd(51) + cells.join(' '));
  }
};
