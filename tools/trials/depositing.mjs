// Deposits of files while where they are kept fails: what is answered, and what is left behind.

import { isExplained } from './person.mjs';
import { said } from './writing.mjs';

const PLACE = '/library/groupe-mobilites';
/** Held in memory as it comes; in parts. */
const SMALL = 2_000;
const LARGE = 7 << 20;

let deposited = 0;

/** Deposits a small file and a large one, or only the first; gives the answers, with what was sent. */
export const deposit = async (person, sizes = [SMALL, LARGE]) =>
  Promise.all(
    sizes.map(async (size) => {
      deposited += 1;
      const name = `depot-${String(deposited).padStart(4, '0')}.txt`;
      const line = `Une ligne du fichier ${name}.\n`;
      const body = line.repeat(Math.ceil(size / line.length));
      const headers = { 'content-type': 'application/octet-stream' };
      const began = performance.now();
      const answer = await person.ask('POST', `${PLACE}/documents?name=${name}`, { body, headers });
      return { ...answer, name, body, size, ms: performance.now() - began };
    }),
  );

/** They are refused as they should be: said in a sentence, with the right status, and nothing is there of them. */
export const areRefused = async (answers, { db, findings, when }) => {
  for (const answer of answers) {
    const told = `${when}: ${answer.status} after ${answer.ms.toFixed(0)} ms, ${said(answer)}`;
    console.log(`  ${told}`);
    findings.holds('a deposit that cannot be kept gets another answer than 503', answer.status === 503, told);
    findings.holds('a failure is not explained', isExplained(answer), told);
    const rows = await db.rows(`SELECT count(*) AS n FROM documents WHERE file_name = '${answer.name}'`);
    findings.holds('a document is there without its file', rows[0].n === 0, answer.name);
  }
};

/** They are kept, and given back as they were sent. */
export const areKept = async (answers, person, { findings, when }) => {
  for (const { status, text, name, body, ms } of answers) {
    console.log(`  ${when}: ${status} after ${ms.toFixed(0)} ms`);
    if (!findings.holds('a deposit is refused', status === 201, `${when}, ${name}: ${status} ${text.slice(0, 200)}`)) continue;
    const given = await person.ask('GET', `/documents/${JSON.parse(text).id}/file`);
    findings.holds('a deposited file is not what was sent', given.text === body, `${when}, ${name}: ${given.status}`);
  }
};

export const ONLY_SMALL = [SMALL];
