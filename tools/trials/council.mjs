// The demonstration council, served for a trial: one node or several, on either database, and people signed in.

import { chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import * as people from '../../end2end/fixtures/people.mjs';
import * as databases from './database.mjs';
import { atTheEnd } from './ending.mjs';
import { Node } from './node.mjs';
import { Person } from './person.mjs';
import { Postgres } from './postgres.mjs';

/** An ordinary user, who is denied what a folder denies. */
export const NOBODY = 65_534;

/**
 * Opens the council.
 *
 * `nodes` is how many processes serve it; `settings` are more PREAU_* variables; `through` is a command that runs the
 * program; `asNobody` has it run as an ordinary user, even where the trial is root.
 */
export const openCouncil = async ({ database = 'sqlite', nodes: count = 1, settings = {}, through = [], asNobody = false } = {}) => {
  const folder = mkdtempSync(join(tmpdir(), 'preau-trial-'));
  atTheEnd(() => rmSync(folder, { recursive: true, force: true }));
  const postgres = database === 'postgres' ? await Postgres.start() : undefined;
  const all = { PREAU_DATA_DIR: folder, ...(postgres && { PREAU_DATABASE_URL: postgres.url }), ...settings };
  const ordinary = asNobody && process.getuid() === 0;
  if (ordinary) chownSync(folder, NOBODY, NOBODY);
  const as = ordinary ? ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'] : [];
  const nodes = await Promise.all(Array.from({ length: count }, () => Node.with(all, [...as, ...through])));
  const close = async () => {
    for (const node of nodes) await node.stop();
    await postgres?.remove();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    if (postgres) await nodes[0].run(['migrate']);
    await nodes[0].run(['demo', '--password', people.PASSWORD]);
    for (const node of nodes) await node.start();
    const db = postgres ? databases.postgres(postgres.url) : databases.sqlite(join(folder, 'preau.db'));
    return { folder, nodes, db, postgres, close, outbox: () => outbox(folder) };
  } catch (error) {
    await close();
    throw error;
  }
};

/** Those who play, signed in, each with a token. */
export const comeIn = async (nodes) => {
  const roles = ['administrator', 'chair', 'facilitator', 'member', 'someoneElse'];
  const entries = roles.map(async (role) => [role, await (await Person.signedIn(nodes, people[role])).makeToken()]);
  return Object.fromEntries(await Promise.all(entries));
};

/** A program may ask so much a minute; a trial asks more. */
export const letThemAsk = (db) => db.change('UPDATE api_tokens SET requests = 0');

const outbox = (folder) => {
  try {
    return readdirSync(join(folder, 'outbox')).map((name) => join(folder, 'outbox', name));
  } catch {
    return []; // no mail was ever written
  }
};
