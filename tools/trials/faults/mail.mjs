// The mail server is away, then says to come back later, then takes mails: they wait, and leave once.

import { setTimeout as wait } from 'node:timers/promises';

import { freePort } from '../../../end2end/fixtures/server.mjs';
import { comeIn, openCouncil } from '../council.mjs';
import { MailServer } from '../mail-server.mjs';
import { said } from '../writing.mjs';

const INVITED = 10;
/** A job that failed waits for minutes: it is made due, and the program looks twice a minute at least. */
const LOOK_MS = 30_000;

export const about = 'the mail server is away, then refuses for a time, then takes mails';

export const run = async (findings) => {
  const port = await freePort();
  const council = await openCouncil({ settings: { PREAU_SMTP_URL: `smtp://127.0.0.1:${port}` } });
  const { db, nodes } = council;
  const server = new MailServer(port);
  const waiting = () => db.rows("SELECT attempts, last_error FROM jobs WHERE kind = 'send_link'");
  const dueNow = () => db.change("UPDATE jobs SET run_at = (SELECT min(at) FROM events) WHERE kind = 'send_link'");
  try {
    const { administrator } = await comeIn(nodes);
    const addresses = Array.from({ length: INVITED }, (_, n) => `invitee-${n}@epreuve.example`);
    for (const email of addresses) {
      const answer = await administrator.post('/api/administration/invite', { email, name: 'Une personne invitée' });
      findings.holds('inviting fails because the mail server is away', answer.status === 303, `${answer.status} ${said(answer)}`);
    }
    const tried = async (times) => {
      const until = Date.now() + LOOK_MS;
      while ((await waiting()).some(({ attempts }) => attempts < times) && Date.now() < until) await wait(250);
      const jobs = await waiting();
      findings.holds('a mail does not wait', jobs.length === INVITED, `${jobs.length} wait`);
      findings.holds('a mail is not tried again', jobs.every(({ attempts }) => attempts >= times), JSON.stringify(jobs[0]));
      console.log(`  ${server.mode}: ${jobs.length} mails wait, ${jobs[0]?.last_error}`);
    };
    await tried(1);
    await server.open('later');
    await dueNow();
    await tried(2);
    server.mode = 'takes';
    await dueNow();
    const until = Date.now() + LOOK_MS * 2;
    while ((await waiting()).length > 0 && Date.now() < until) await wait(250);
    for (const email of addresses) {
      const times = server.taken.filter((to) => to === email).length;
      findings.holds('a mail leaves once', times === 1, `${email}: ${times}`);
    }
    const [{ n }] = await db.rows("SELECT count(*) AS n FROM mails WHERE recipient LIKE 'invitee-%' AND state = 'sent'");
    findings.holds('a mail that left is not noted', n === INVITED, String(n));
    findings.holds('jobs are left', (await waiting()).length === 0);
    console.log(`  takes: ${server.taken.length} mails taken in all, refused for a time ${server.refused} times`);
  } finally {
    await server.close();
    await council.close();
  }
};
