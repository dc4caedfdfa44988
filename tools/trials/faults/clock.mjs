// The clock of the machine steps back by two hours while the program runs, then forward again.

import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { Mails, nothingIsHalf, numbersAreInARow } from '../checks.mjs';
import { comeIn, letThemAsk, openCouncil } from '../council.mjs';
import { Ledger } from '../ledger.mjs';
import { Tally } from '../report.mjs';
import { Writers } from '../writing.mjs';

const SOURCE = fileURLToPath(new URL('../clock.c', import.meta.url));
const BACK = -7_200;
const ROUNDS = 10;
/** A mail waits no longer, whatever the clock says. */
const MAIL_MS = 30_000;

export const about = 'the clock steps back by two hours, then forward again';

export const run = async (findings) => {
  const folder = mkdtempSync(join(tmpdir(), 'preau-trial-clock-'));
  const [library, clock] = [join(folder, 'clock.so'), join(folder, 'clock')];
  execFileSync('cc', ['-O2', '-Wall', '-shared', '-fPIC', '-o', library, SOURCE]);
  writeFileSync(clock, Buffer.alloc(8));
  const file = openSync(clock, 'r+');
  const setTo = (seconds) => {
    const bytes = Buffer.alloc(8);
    bytes.writeBigInt64LE(BigInt(seconds));
    writeSync(file, bytes, 0, 8, 0);
  };
  const council = await openCouncil({ through: ['env', `LD_PRELOAD=${library}`, `TRIAL_CLOCK=${clock}`] });
  try {
    const { db, nodes } = council;
    const people = await comeIn(nodes);
    const known = await nothingIsHalf(db);
    const [ledger, asked, mails] = [new Ledger(), new Tally(), new Mails()];
    await ledger.open(db);
    const writers = new Writers({ people, ledger, findings, asked });
    for (const [when, offset] of [['before', 0], ['stepped back', BACK], ['forward again', 0]]) {
      setTo(offset);
      await letThemAsk(db);
      await writers.renew();
      const { text, message, save, comment, document, invitation, membership, adoption, poll } = writers;
      for (let round = 0; round < ROUNDS; round++) {
        await letThemAsk(db);
        for (const change of [text, message, save, comment, document, invitation, membership, adoption, poll]) await change();
      }
      const shown = await people.member.page('/');
      findings.holds('a session ends with the clock', shown.status === 200, `${when}: ${shown.status}`);
      const until = Date.now() + MAIL_MS;
      const unwritten = () => ledger.entries.filter(({ kind, mark }) => kind === 'invitation' && !mails.byAddress.has(`${mark}@epreuve.example`));
      for (mails.read(council.outbox()); unwritten().length > 0 && Date.now() < until; mails.read(council.outbox())) await wait(250);
      findings.holds('a mail does not leave', unwritten().length === 0, `${when}: ${unwritten().length} wait`);
      const [{ at }] = await db.rows('SELECT max(id), at FROM events');
      console.log(`  ${when}: last line of the journal at ${at}`);
    }
    await ledger.read(db, findings);
    ledger.check(ledger.entries, findings);
    await numbersAreInARow(db, findings);
    await nothingIsHalf(db, findings, known);
    const checked = await nodes[0].run(['check']).catch(({ message }) => message);
    findings.holds('the journal is not whole', /^ok +journal/m.test(checked), checked);
    console.log(`  ${asked}`);
  } finally {
    await council.close();
    closeSync(file);
    rmSync(folder, { recursive: true, force: true });
  }
};
