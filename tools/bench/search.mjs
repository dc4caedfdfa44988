// What is searched, beside bare FTS5 on the same texts in the same run: a word in one text of a hundred, a word in all
// of them, two words, a phrase, the beginning of a word; and as somebody who may read only half of the texts.

import { COMMON, RARE } from './council.mjs';

const KINDS = [
  ['a word in 1 %', RARE, RARE],
  ['a word everywhere', COMMON, COMMON],
  ['two words', `${RARE} rivière`, `${RARE} AND rivière`],
  ['a phrase', `"${COMMON} ${RARE}"`, `"${COMMON} ${RARE}"`],
  ['a beginning', RARE.slice(0, 6), `${RARE.slice(0, 6)}*`],
];
const query = (words) => encodeURIComponent(words);

/** The page of the search, as a member and, for one word, as a visitor, who reads what is published. */
export const SEARCHES = [
  ...KINDS.map(([name, typed]) => ({ name: `search ${name}`, url: `/recherche?q=${query(typed)}`, against: `FTS5 ${name}` })),
  ...KINDS.slice(0, 2).map(([name, typed]) => ({
    name: `search ${name}, visitor`,
    url: `/recherche?q=${query(typed)}`,
    as: 'visitor',
    against: `FTS5 ${name}`,
  })),
];
export const BARE_SEARCHES = KINDS.map(([name, , bare]) => ({ name: `FTS5 ${name}`, url: `/search?q=${query(bare)}` }));
