// PostgreSQL is stopped, then started again, then killed, under load.

import { setTimeout as wait } from 'node:timers/promises';

import { nothingIsHalf, numbersAreInARow } from '../checks.mjs';
import { comeIn, letThemAsk, openCouncil } from '../council.mjs';
import { Ledger } from '../ledger.mjs';
import { Load } from '../load.mjs';

const CALM_MS = 3_000;
const AWAY_MS = 6_000;
const FAILING = ['stopped', 'killed', 'back', 'back again'];

export const about = 'PostgreSQL is stopped, then killed, while people read and write';

export const run = async (findings) => {
  const council = await openCouncil({ database: 'postgres' });
  const { db, postgres, nodes } = council;
  try {
    const people = await comeIn(nodes);
    const known = await nothingIsHalf(db);
    const ledger = new Ledger();
    await ledger.open(db);
    const load = new Load({ people, ledger, findings }, FAILING);
    const refill = setInterval(() => letThemAsk(db).catch(() => {}), 2_000);
    load.start('before');
    await wait(CALM_MS);
    for (const [mode, away, back] of [['fast', 'stopped', 'back'], ['immediate', 'killed', 'back again']]) {
      load.phase(away);
      await postgres.stop(mode);
      await wait(AWAY_MS);
      findings.holds('it says that it is ready', !(await nodes[0].answers('/readyz')), away);
      findings.holds('it says that it is dead', await nodes[0].answers('/healthz'), away);
      load.phase(back);
      await postgres.resume();
      const began = Date.now();
      const ms = await load.allIsWell();
      findings.holds('it does not say that it is ready', await nodes[0].answers('/readyz'), back);
      console.log(`${away}: serves again ${Date.now() - began > ms ? ms : Date.now() - began} ms after the database is back`);
      load.phase(`after ${away}`);
      await wait(CALM_MS);
    }
    await load.stop();
    clearInterval(refill);
    load.print();
    await ledger.read(db, findings);
    ledger.check(ledger.entries, findings);
    await nothingIsHalf(db, findings, known);
    await numbersAreInARow(db, findings);
    findings.holds('the program panics', nodes[0].panics === 0, nodes[0].output.slice(-500));
  } finally {
    await council.close();
  }
};
