// The folder of files can no longer be written; the program runs as an ordinary user.

import { chmodSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { comeIn, openCouncil } from '../council.mjs';
import { areKept, areRefused, deposit } from '../depositing.mjs';
import { adoptionForm, said } from '../writing.mjs';
import { isExplained } from '../person.mjs';

export const about = 'the folder of files becomes read-only';

export const run = async (findings) => {
  const council = await openCouncil({ asNobody: true });
  const { db, nodes, folder } = council;
  try {
    const { facilitator, member, chair } = await comeIn(nodes);
    await areKept(await deposit(facilitator), facilitator, { findings, when: 'before' });
    const files = join(folder, 'files');
    const before = inside(files);
    const modes = folders(files).map((path) => [path, statSync(path).mode]);
    for (const [path] of modes) chmodSync(path, 0o555);
    await areRefused(await deposit(facilitator), { db, findings, when: 'read-only' });
    // What needs no file goes on.
    const text = await member.ask('POST', '/groups/mobilites/contributions', { json: { title: 'Un texte', kind: 'note', body: 'Des mots.' } });
    findings.holds('what needs no file fails', text.status === 201, `${text.status} ${text.text.slice(0, 200)}`);
    // Adopting writes a file first: it is refused whole, and the number is for the next.
    const [{ id, version }] = await db.rows(`SELECT c.id, r.position AS version FROM contributions c JOIN revisions r ON r.id = c.revision_id WHERE c.state = 'ready_for_adoption' LIMIT 1`);
    const adopted = await chair.post('/api/contributions/adopt', adoptionForm(id, version));
    console.log(`  adopting, read-only: ${adopted.status} ${said(adopted)}`);
    findings.holds('an adoption that cannot be kept gets another answer than 503', adopted.status === 503, `${adopted.status}`);
    findings.holds('a failure is not explained', isExplained(adopted), said(adopted));
    const [{ state }] = await db.rows(`SELECT state FROM contributions WHERE id = ${id}`);
    findings.holds('a text is adopted without its file', state === 'ready_for_adoption', state);
    findings.holds('something is left behind', String(inside(files)) === String(before), `${inside(files).length} files, ${before.length} before`);
    for (const [path, mode] of modes) chmodSync(path, mode);
    await areKept(await deposit(facilitator), facilitator, { findings, when: 'after' });
    const again = await chair.post('/api/contributions/adopt', adoptionForm(id, version));
    findings.holds('it does not come back by itself', again.status === 303, `${again.status} ${said(again)}`);
  } finally {
    await council.close();
  }
};

const folders = (root) => [root, ...readdirSync(root, { withFileTypes: true, recursive: true }).filter((entry) => entry.isDirectory()).map((entry) => join(entry.path, entry.name))];

const inside = (root) => readdirSync(root, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.path, entry.name)).toSorted();
