// What must hold in the database whatever happened: nothing half-written, numbers in a row, counts that are right.

import { readFileSync } from 'node:fs';

/** Rows that only a change cut in two leaves; each question finds none where all is well. */
const HALVES = {
  'a text without a version': `SELECT c.id FROM contributions c WHERE NOT EXISTS (SELECT 1 FROM revisions r WHERE r.contribution_id = c.id)`,
  'a text without an author': `SELECT c.id FROM contributions c WHERE NOT EXISTS (SELECT 1 FROM contribution_authors a WHERE a.contribution_id = c.id)`,
  'a text whose version is not its last': `SELECT c.id FROM contributions c JOIN revisions r ON r.id = c.revision_id
    WHERE r.position <> (SELECT max(position) FROM revisions o WHERE o.contribution_id = c.id)`,
  'versions that are not numbered in a row': `SELECT contribution_id FROM revisions GROUP BY contribution_id
    HAVING count(*) <> max(position) OR count(DISTINCT position) <> count(*)`,
  'a text whose count of comments is wrong': `SELECT c.id FROM contributions c
    WHERE c.comments <> (SELECT count(*) FROM comments o WHERE o.contribution_id = c.id)`,
  'a comment whose count of messages is wrong': `SELECT c.id FROM comments c
    WHERE c.messages <> (SELECT count(*) FROM comment_messages m WHERE m.comment_id = c.id)`,
  'a discussion whose count of messages is wrong': `SELECT t.id FROM threads t
    WHERE t.messages <> (SELECT count(*) FROM messages m WHERE m.thread_id = t.id)`,
  'messages that are not numbered in a row': `SELECT thread_id FROM messages GROUP BY thread_id HAVING count(*) <> max(position)`,
  'an adopted text whose state is another': `SELECT a.contribution_id FROM adoptions a JOIN contributions c ON c.id = a.contribution_id
    WHERE c.state NOT IN ('adopted', 'published')`,
  'a text said to be adopted without a number': `SELECT c.id FROM contributions c
    WHERE c.state IN ('adopted', 'published') AND NOT EXISTS (SELECT 1 FROM adoptions a WHERE a.contribution_id = c.id)`,
  'somebody who voted and has no ballot': `SELECT v.poll_id, v.user_id FROM poll_voters v JOIN polls p ON p.id = v.poll_id
    WHERE p.secrecy = 'open' AND v.has_voted AND NOT EXISTS (SELECT 1 FROM poll_open_ballots b WHERE b.poll_id = v.poll_id AND b.user_id = v.user_id)`,
  'a ballot of somebody who did not vote': `SELECT b.poll_id, b.user_id FROM poll_open_ballots b WHERE NOT EXISTS
    (SELECT 1 FROM poll_voters v WHERE v.poll_id = b.poll_id AND v.user_id = b.user_id AND v.has_voted)`,
  'a document whose file is not known': `SELECT d.id FROM documents d
    WHERE d.kind = 'file' AND NOT EXISTS (SELECT 1 FROM files f WHERE f.sha256 = d.sha256)`,
  'a document that stands nowhere': `SELECT d.id FROM documents d WHERE NOT EXISTS (SELECT 1 FROM library_entries e WHERE e.document_id = d.id)`,
  'a text that the journal does not tell of': `SELECT c.id FROM contributions c WHERE c.title LIKE 'repere-%'
    AND 1 <> (SELECT count(*) FROM events e WHERE e.contribution_id = c.id AND e.kind = 'contribution.created')`,
  'an adoption that the journal does not tell of': `SELECT c.id FROM adoptions a JOIN contributions c ON c.id = a.contribution_id WHERE c.title LIKE 'repere-%'
    AND 1 <> (SELECT count(*) FROM events e WHERE e.contribution_id = c.id AND e.kind = 'contribution.adopted')`,
  'somebody who is twice in a group': `SELECT group_id, user_id FROM memberships GROUP BY group_id, user_id HAVING count(*) > 1`,
};

/** Nothing is half there. What the demonstration itself holds, as given by the first call, does not count. */
export const nothingIsHalf = async (db, findings, known = new Set()) => {
  const found = new Set();
  for (const [what, sql] of Object.entries(HALVES)) {
    for (const row of await db.rows(sql)) {
      const line = `${what}: ${JSON.stringify(row)}`;
      found.add(line);
      if (findings && !known.has(line)) findings.broken(what, JSON.stringify(row));
    }
  }
  return found;
};

/** Numbers of adopted texts and of decisions are given once, and none is missing. */
export const numbersAreInARow = async (db, findings) => {
  for (const [table, what, where] of [['adoptions', 'numbers of adopted texts', ''], ['polls', 'numbers of decisions', 'WHERE sequence IS NOT NULL']]) {
    const rows = await db.rows(`SELECT year, count(*) AS n, count(DISTINCT sequence) AS distinct_n, max(sequence) AS last FROM ${table} ${where} GROUP BY year`);
    for (const { year, n, distinct_n: distinct, last } of rows) {
      findings.holds(`${what} are given once`, n === distinct, `${year}: ${n} for ${distinct}`);
      findings.holds(`${what} have no hole`, n === last, `${year}: ${n} up to ${last}`);
    }
  }
};

/** Every adoption that was acknowledged is there. */
export const adoptionsAreThere = async (db, findings, entries) => {
  const wanted = entries.filter(({ kind, acknowledged }) => kind === 'adoption' && acknowledged);
  if (wanted.length === 0) return;
  const rows = await db.rows(`SELECT contribution_id AS id FROM adoptions WHERE contribution_id IN (${wanted.map(({ id }) => id).join()})`);
  const there = new Set(rows.map(({ id }) => id));
  for (const { id } of wanted) findings.holds('an acknowledged adoption is lost', there.has(id), `text ${id}`);
};

/** Every ballot that was acknowledged is there, as it was cast; a proclaimed result counts the ballots there are. */
export const ballotsAreThere = async (db, findings, polls) => {
  if (polls.length === 0) return;
  const which = polls.map(({ id }) => id).join();
  const ballots = await db.rows(`SELECT b.poll_id, u.email, b.choice FROM poll_open_ballots b JOIN users u ON u.id = b.user_id WHERE b.poll_id IN (${which})`);
  const counts = await db.rows(`SELECT id, proclaimed_at, votes_for, votes_against, votes_abstaining FROM polls WHERE id IN (${which})`);
  for (const poll of polls) {
    const cast = ballots.filter(({ poll_id: id }) => id === poll.id);
    for (const { email, choice } of poll.ballots) {
      const kept = cast.find((ballot) => ballot.email === email);
      findings.holds('an acknowledged ballot is lost', kept?.choice === choice, `poll ${poll.id}, ${email}: ${kept?.choice}`);
    }
    const count = counts.find(({ id }) => id === poll.id);
    if (poll.proclaimed) findings.holds('an acknowledged proclamation is lost', count?.proclaimed_at, `poll ${poll.id}`);
    if (!count?.proclaimed_at) continue;
    const of = (choice) => cast.filter((ballot) => ballot.choice === choice).length;
    const right = count.votes_for === of('for') && count.votes_against === of('against') && count.votes_abstaining === of('abstain');
    findings.holds('a result is not what was voted', right, JSON.stringify(count));
  }
};

/** Mails by the address they are for, each with how many there are; one without an address is cut short. */
export class Mails {
  #read = new Set();
  byAddress = new Map();
  cutShort = [];

  read(files) {
    for (const file of files) {
      if (this.#read.has(file)) continue;
      const words = readFileSync(file, 'utf8');
      const address = words.match(/^To: [\s\S]*?([\w.+-]+@[\w.-]+)/m)?.[1];
      if (!address || !words.includes('\r\n\r\n')) {
        this.cutShort.push(file);
        continue;
      }
      this.#read.add(file);
      this.byAddress.set(address, (this.byAddress.get(address) ?? 0) + 1);
    }
    this.cutShort = this.cutShort.filter((file) => !this.#read.has(file));
  }
}
