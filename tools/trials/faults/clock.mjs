// The clock of the machine steps back by two hours while the program runs, then forward again.

import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { Mails, nothingIsHalf, numbersAreInARow } from '../checks.mjs';
import { comeIn, letThemAsk, openCouncil } from '../council.mjs';
import { Ledger } from '../ledger.mjs';
import { Tally } from '../report.mjs';
import { Writers } from '../writing.mjs';

const LIBRARIES = '/usr/lib';
/** Lies about the time to a process that has threads. */
const NAME = 'libfaketimeMT.so.1';
const BACK = '-7200';
const ROUNDS = 10;
/** A mail waits no longer, whatever the clock says. */
const MAIL_MS = 30_000;

export const about = 'the clock steps back by two hours, then forward again';

export const run = async (findings) => {
  const library = readdirSync(LIBRARIES)
    .map((folder) => join(LIBRARIES, folder, 'faketime', NAME))
    .find(existsSync);
  if (!library) return console.log('  left out: faketime is not installed');
  const folder = mkdtempSync(join(tmpdir(), 'preau-trial-clock-'));
  const clock = join(folder, 'clock');
  const setTo = (offset) => writeFileSync(clock, `${offset}\n`);
  setTo('+0');
  const lies = [`LD_PRELOAD=${library}`, `FAKETIME_TIMESTAMP_FILE=${clock}`, 'FAKETIME_NO_CACHE=1', 'FAKETIME_DONT_FAKE_MONOTONIC=1', 'DONT_FAKE_MONOTONIC=1'];
  const council = await openCouncil({ through: ['env', ...lies] });
  try {
    const { db, nodes } = council;
    const people = await comeIn(nodes);
    const known = await nothingIsHalf(db);
    const [ledger, asked, mails] = [new Ledger(), new Tally(), new Mails()];
    await ledger.open(db);
    const writers = new Writers({ people, ledger, findings, asked });
    for (const [when, offset] of [['before', '+0'], ['stepped back', BACK], ['forward again', '+0']]) {
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
    rmSync(folder, { recursive: true, force: true });
  }
};
