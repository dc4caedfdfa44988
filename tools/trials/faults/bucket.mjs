// The bucket of S3 is slow, fails, then says nothing at all, while files are deposited.

import { Bucket } from '../bucket.mjs';
import { comeIn, openCouncil } from '../council.mjs';
import { areKept, areRefused, deposit, ONLY_SMALL } from '../depositing.mjs';

/** Whoever deposits is answered within so long, however the bucket behaves. */
const PATIENCE_MS = 60_000;

export const about = 'the bucket of S3 is slow, fails, then is silent, while files are deposited';

export const run = async (findings) => {
  const bucket = await Bucket.open();
  let council;
  try {
    council = await openCouncil({ settings: { PREAU_FILES_URL: bucket.address } });
    const { db, nodes } = council;
    const { facilitator, member } = await comeIn(nodes);
    await areKept(await deposit(facilitator), facilitator, { findings, when: 'before' });
    bucket.mode = 'slow';
    const slow = await deposit(facilitator);
    bucket.mode = 'answers';
    await areKept(slow, facilitator, { findings, when: 'slow' });
    for (const mode of ['fails', 'silent']) {
      const before = [...bucket.objects.keys()].toSorted();
      bucket.mode = mode;
      const waiting = deposit(facilitator, mode === 'silent' ? ONLY_SMALL : undefined);
      const page = await member.page('/groupes/mobilites');
      findings.holds('pages fail with the bucket', page.status === 200, `${mode}: ${page.status}`);
      const text = await member.ask('POST', '/groups/mobilites/contributions', { json: { title: 'Un texte', kind: 'note', body: 'Des mots.' } });
      findings.holds('what needs no file fails', text.status === 201, `${mode}: ${text.status}`);
      const answers = await waiting;
      for (const { ms } of answers) findings.holds('whoever deposits waits too long', ms < PATIENCE_MS, `${mode}: ${ms.toFixed(0)} ms`);
      await areRefused(answers, { db, findings, when: mode });
      findings.holds('it says that it is ready', !(await nodes[0].answers('/readyz')), mode);
      bucket.mode = 'answers';
      const after = [...bucket.objects.keys()].toSorted();
      findings.holds('something is left behind', String(after) === String(before), `${mode}: ${after.filter((key) => !before.includes(key))}`);
      await areKept(await deposit(facilitator), facilitator, { findings, when: `after it ${mode === 'fails' ? 'failed' : 'was silent'}` });
    }
    console.log(`  uploads begun and never finished: ${bucket.unfinished}`);
    findings.holds('the program panics', nodes[0].panics === 0, nodes[0].output.slice(-500));
  } finally {
    await council?.close();
    await bucket.close();
  }
};
