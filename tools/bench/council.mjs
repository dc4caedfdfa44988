// Makes up the council that is measured: the same bytes at each run, in the import format.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** How much there is of each thing: the goals are set at the usual size, the others show what grows. */
export const SIZES = {
  usual: { people: 50, groups: 20, texts: 1_000 },
  large: { people: 2_000, groups: 60, texts: 3_000 },
  huge: { people: 2_000, groups: 60, texts: 100_000 },
};

/** Of 1,000 texts: half are published, a third in review, the rest drafts. */
const STATUSES = ['published', 'published', 'published', 'in_review', 'in_review', 'draft'];
/** In every text, and in one in a hundred: what searches look for. */
export const COMMON = 'territoire';
export const RARE = 'hydraulique';

const WORDS = `accueil accès action adaptation agriculture aide aménagement animation appui arbre association atelier
avenir bâtiment besoin bourg budget bureau cadre calendrier campagne chemin citoyenne collège commune concertation
confiance conseil coopération culture débat décision déplacement diagnostic diversité donnée durée eau école économie
écoute effort élue emploi énergie enfance enquête enjeu entretien environnement équipe espace étude évaluation exemple
expérience famille ferme forêt formation gare habitante habitat histoire idée initiative jeunesse jour lecture lieu
logement maison marché mesure mobilité nature œuvre outil parole partage paysage place plan population pratique
priorité projet proposition quartier question rencontre réponse réseau rivière route santé saison semaine service
solidarité sol source temps terre transition transport travail usage vallée village ville voisinage`.split(/\s+/);

const person = (n) => `personne-${n}@bench.example`;
const group = (n) => `groupe-${n}`;

/** `reader` is the person who asks, a member of the council and of `groupe-7`. */
export const makeCouncil = (folder, reader, size = SIZES.usual) => {
  const random = generator(20260430);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const sentence = () => {
    const words = Array.from({ length: 8 + Math.floor(random() * 14) }, () => pick(WORDS)).join(' ');
    return `${words[0].toUpperCase()}${words.slice(1)}.`;
  };
  const paragraph = () => Array.from({ length: 5 }, sentence).join(' ');

  mkdirSync(join(folder, 'contributions'), { recursive: true });
  const write = (name, text) => writeFileSync(join(folder, name), text);

  write('council.toml', 'name = "Conseil mesuré"\nterritory = "Pays mesuré"\n');
  const members = Array.from({ length: size.people }, (_, n) => `${person(n)};Personne ${n};Habitants;;Bourg;member;2026-01-01;2028-12-31`);
  members.push(`${reader.email};${reader.name};Habitants;;Bourg;member;2026-01-01;2028-12-31`);
  write('members.csv', ['email;name;college;organisation;commune;role;mandate_start;mandate_end', ...members, ''].join('\n'));
  const groups = Array.from({ length: size.groups }, (_, n) => {
    const people = Array.from({ length: 8 }, (_, i) => person((n * 5 + i) % size.people));
    // More people write together there than are in a group otherwise.
    if (n === 7) people.push(reader.email, ...[0, 1, 2, 3, 4].map(person));
    return `${group(n)};Groupe ${n};working_group;open;${sentence()};${people[0]};${people.slice(1).join(' ')}`;
  });
  write('groups.csv', ['slug;name;kind;visibility;mandate;facilitators;members', ...groups, ''].join('\n'));

  for (let n = 0; n < size.texts; n++) {
    const status = STATUSES[n % STATUSES.length];
    const published = status === 'published';
    const front = [
      `title: "Texte ${n}, ${pick(WORDS)} et ${pick(WORDS)}"`,
      'kind: opinion',
      `group: ${group(n % size.groups)}`,
      `status: ${status}`,
      `authors: [${person(((n % size.groups) * 5) % size.people)}]`,
      `summary: "${sentence()}"`,
      ...(published ? [`number: "2025-${String(n + 1).padStart(2, '0')}"`, 'adopted_on: 2025-11-20', 'published_on: 2025-12-01'] : []),
    ];
    const body = [`Le ${COMMON} ${n % 100 === 0 ? RARE : 'rural'} d’abord.`];
    for (let i = 0; body.join('\n\n').length < 7600; i++) body.push(...(i % 4 === 0 ? [`## ${sentence()}`] : []), paragraph());
    body.push(['- ', '- ', '- '].map((bullet) => bullet + sentence()).join('\n'), `| Mesure | Année |\n| --- | --- |\n| ${pick(WORDS)} | 2025 |`);
    write(join('contributions', `texte-${String(n).padStart(6, '0')}.md`), `---\n${front.join('\n')}\n---\n${body.join('\n\n')}\n`);
  }
};

/** Always the same numbers from 0 to 1 for one seed (mulberry32). */
const generator = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let bits = Math.imul(seed ^ (seed >>> 15), seed | 1);
  bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
  return ((bits ^ (bits >>> 14)) >>> 0) / 4294967296;
};
