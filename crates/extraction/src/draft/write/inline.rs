//! Words, links and notes of a line of Markdown; what was written is read again, and written plainer if it reads
//! otherwise.

use std::{collections::HashMap, rc::Rc};

use super::{
    back::reads,
    guard::{destination, guarded},
};
use crate::draft::{
    IMAGE,
    losses::{Loss, Losses},
    tree::{Look, Run, What},
};

/// Where a line stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Spot {
    Paragraph,
    Heading,
    Cell,
}

/// A letter, or something that stands for one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    Letter(char),
    Code(String),
    Image(usize, String),
    Note(usize),
    Break,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Atom {
    pub sign: Sign,
    pub look: Look,
}

impl Atom {
    fn is_blank(&self) -> bool {
        matches!(self.sign, Sign::Letter(' ') | Sign::Break)
    }

    /// Whether a mark of emphasis beside it sees a letter.
    fn is_word(&self) -> bool {
        matches!(self.sign, Sign::Letter(c) if c.is_alphanumeric())
    }

    fn is_space(&self) -> bool {
        matches!(self.sign, Sign::Break) || matches!(self.sign, Sign::Letter(c) if c.is_whitespace())
    }
}

/// What is known while lines are written.
pub(super) struct Inlines {
    anchors: HashMap<String, String>,
    /// The notes in the order of their calls.
    order: Vec<usize>,
    notes: usize,
}

impl Inlines {
    pub fn new(anchors: HashMap<String, String>, notes: usize) -> Inlines {
        Inlines { anchors, order: Vec::new(), notes }
    }

    /// The note that is called in this place.
    pub fn called(&self, at: usize) -> Option<usize> {
        self.order.get(at).copied()
    }

    /// Writes a line.
    pub fn line(&mut self, runs: &[Run], spot: Spot, lost: &mut Losses) -> String {
        let mut atoms = self.atoms(runs, lost);
        settle(&mut atoms);
        if atoms.is_empty() {
            return String::new();
        }
        flank(&mut atoms);
        let said = self.write(&atoms, spot, false);
        if reads(&said, &atoms, spot) {
            return if spot == Spot::Cell { self.write(&atoms, spot, true) } else { said };
        }
        lost.one(Loss::Emphasis);
        for atom in &mut atoms {
            atom.look = Look { link: atom.look.link.clone(), ..Look::default() };
        }
        let said = self.write(&atoms, spot, true);
        if spot == Spot::Cell || reads(&said, &atoms, spot) {
            return said;
        }
        atoms.iter_mut().for_each(|atom| atom.look = Look::default());
        self.write(&atoms, spot, true)
    }

    fn atoms(&mut self, runs: &[Run], lost: &mut Losses) -> Vec<Atom> {
        let mut atoms = Vec::new();
        let mut led: Option<(Rc<str>, Option<Rc<str>>)> = None;
        for run in runs {
            let mut look = run.look.clone();
            if let Some(link) = &look.link {
                let known = led.as_ref().filter(|(asked, _)| asked == link).map(|(_, leads)| leads.clone());
                look.link = known.unwrap_or_else(|| {
                    let leads = self.leads(link);
                    if leads.is_none() {
                        lost.one(Loss::Links);
                    }
                    led = Some((link.clone(), leads.clone()));
                    leads
                });
            }
            let sign = match &run.what {
                What::Text(text) => {
                    let letters = text.chars().map(|c| Atom { sign: Sign::Letter(c), look: look.clone() });
                    atoms.extend(letters);
                    continue;
                }
                What::Code(code) if code.trim().is_empty() => continue,
                What::Code(code) => Sign::Code(code.split_whitespace().collect::<Vec<_>>().join(" ")),
                What::Image { number, alt } => {
                    Sign::Image(*number, alt.split_whitespace().collect::<Vec<_>>().join(" "))
                }
                What::Note(note) if *note < self.notes => Sign::Note(self.number(*note)),
                What::Note(_) => continue,
                What::Break => Sign::Break,
            };
            atoms.push(Atom { sign, look });
        }
        atoms
    }

    fn number(&mut self, note: usize) -> usize {
        let place = self.order.iter().position(|known| *known == note).unwrap_or_else(|| {
            self.order.push(note);
            self.order.len() - 1
        });
        place + 1
    }

    /// The address that a link may have in a text of ours.
    fn leads(&self, link: &str) -> Option<Rc<str>> {
        let link = link.trim();
        if let Some(name) = link.strip_prefix('#') {
            let title = self.anchors.get(name)?;
            return (!title.is_empty()).then(|| format!("#{title}").into());
        }
        let (scheme, rest) = link.split_once(':')?;
        let known = ["http", "https", "mailto", "tel"].contains(&scheme.to_ascii_lowercase().as_str());
        let sound = !rest.is_empty() && link.len() <= 2_000 && !link.chars().any(char::is_control);
        (known && sound).then(|| link.into())
    }

    fn write(&self, atoms: &[Atom], spot: Spot, last: bool) -> String {
        let mut out = Out { text: String::new(), cell: last && spot == Spot::Cell };
        out.links(atoms);
        let mut lines: Vec<String> = out.text.split('\n').map(guarded).collect();
        if spot == Spot::Heading
            && let Some(line) = lines.last_mut()
        {
            if line.ends_with('}') {
                line.pop();
                line.push_str("&#125;");
            } else if line.ends_with('#') {
                line.pop();
                line.push_str("\\#");
            }
        }
        lines.join("\n")
    }
}

/// Blanks are one, and look as what is on both sides; none at the ends.
fn settle(atoms: &mut Vec<Atom>) {
    let mut settled: Vec<Atom> = Vec::with_capacity(atoms.len());
    for atom in atoms.drain(..) {
        let Some(last) = settled.last_mut() else {
            if !atom.is_blank() {
                settled.push(atom);
            }
            continue;
        };
        if atom.is_blank() && last.is_blank() {
            // A new line wins over a blank; two of them are one.
            if atom.sign == Sign::Break {
                last.sign = Sign::Break;
            }
            continue;
        }
        settled.push(atom);
    }
    while settled.last().is_some_and(Atom::is_blank) {
        settled.pop();
    }
    for i in 0..settled.len() {
        if settled[i].is_blank() || settled[i].is_space() {
            let before = i.checked_sub(1).map(|i| settled[i].look.clone()).unwrap_or_default();
            let after = settled[i + 1..].iter().find(|atom| !atom.is_space());
            let after = after.map(|atom| atom.look.clone()).unwrap_or_default();
            let mut look = before.and(&after);
            // Where an outer mark ends or begins, those inside do too.
            let mut parted = before.link != after.link;
            for (has, drop) in MARKS {
                if parted {
                    drop(&mut look);
                }
                parted |= has(&before) != has(&after);
            }
            settled[i].look = look;
        }
    }
    *atoms = settled;
}

type Mark = (fn(&Look) -> bool, fn(&mut Look));
const MARKS: [Mark; 3] = [
    (|look| look.bold, |look| look.bold = false),
    (|look| look.italic, |look| look.italic = false),
    (|look| look.struck, |look| look.struck = false),
];

/// A mark between a letter and a sign of punctuation is not one: the sign stays outside.
fn flank(atoms: &mut [Atom]) {
    for (has, drop) in MARKS {
        for i in 0..atoms.len() {
            let opens = has(&atoms[i].look) && !(i > 0 && has(&atoms[i - 1].look));
            if opens && !atoms[i].is_word() && i > 0 && atoms[i - 1].is_word() {
                drop(&mut atoms[i].look);
            }
        }
        for i in (0..atoms.len()).rev() {
            let closes = has(&atoms[i].look) && !atoms.get(i + 1).is_some_and(|next| has(&next.look));
            if closes && !atoms[i].is_word() && atoms.get(i + 1).is_some_and(Atom::is_word) {
                drop(&mut atoms[i].look);
            }
        }
        // What is left of a blank at an edge.
        for i in 0..atoms.len() {
            let alone = |j: Option<usize>| j.and_then(|j| atoms.get(j)).is_none_or(|atom| !has(&atom.look));
            let edge = alone(i.checked_sub(1)) || alone(Some(i + 1));
            if edge && atoms[i].is_space() {
                drop(&mut atoms[i].look);
            }
        }
    }
}

struct Out {
    text: String,
    cell: bool,
}

impl Out {
    fn links(&mut self, atoms: &[Atom]) {
        for (i, group) in grouped(atoms, |a, b| a.look.link == b.look.link) {
            match &group[0].look.link {
                Some(address) => {
                    self.mind_the_mark();
                    self.text.push('[');
                    self.marks(group, 0, Some(']'), Some('['));
                    self.text.push_str("](");
                    self.text.push_str(&destination(address));
                    self.text.push(')');
                }
                None => {
                    let next = atoms.get(i + group.len());
                    let after = next.map(|_| '[');
                    self.marks(group, 0, after, self.text.chars().last());
                }
            }
        }
    }

    /// Writes marks of emphasis, the outermost first.
    fn marks(&mut self, atoms: &[Atom], depth: usize, after: Option<char>, before: Option<char>) {
        let Some((has, _)) = MARKS.get(depth) else { return self.signs(atoms) };
        let groups: Vec<_> = grouped(atoms, |a, b| has(&a.look) == has(&b.look)).collect();
        let mut before = before;
        for (i, group) in groups {
            let next = atoms.get(i + group.len()).map(seen);
            let next = next.or(after);
            if has(&group[0].look) {
                let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
                let mark = match depth {
                    0 => "**",
                    1 if letter(before) || letter(next) => "*",
                    1 => "_",
                    _ => "~~",
                };
                self.text.push_str(mark);
                let edge = mark.chars().next();
                self.marks(group, depth + 1, edge, edge);
                self.text.push_str(mark);
            } else {
                self.marks(group, depth + 1, next, before);
            }
            before = self.text.chars().last();
        }
    }

    fn signs(&mut self, atoms: &[Atom]) {
        for (i, atom) in atoms.iter().enumerate() {
            match &atom.sign {
                Sign::Letter(c) => {
                    let before = match i {
                        0 => self.text.chars().last(),
                        i => Some(seen(&atoms[i - 1])),
                    };
                    self.letter(*c, before, atoms.get(i + 1).map(seen));
                }
                Sign::Code(code) => self.code(code),
                Sign::Image(number, alt) => {
                    self.text.push_str("![");
                    alt.chars().for_each(|c| self.letter(c, None, Some('a')));
                    self.text.push_str(&format!("]({IMAGE}{number}{IMAGE})"));
                }
                Sign::Note(number) => {
                    self.mind_the_mark();
                    self.text.push_str(&format!("[^{number}]"));
                }
                Sign::Break => self.text.push_str("\\\n"),
            }
        }
    }

    fn letter(&mut self, c: char, before: Option<char>, after: Option<char>) {
        let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let escaped = match c {
            '\\' | '`' | '*' | '[' | ']' | '<' | '~' | '|' => true,
            '_' => !(letter(before) && letter(after)),
            '&' => after.is_none_or(|c| c.is_ascii_alphanumeric() || c == '#'),
            _ => false,
        };
        if escaped {
            self.text.push('\\');
        }
        self.text.push(c);
    }

    fn code(&mut self, code: &str) {
        let longest = code.split(|c| c != '`').map(str::len).max().unwrap_or_default();
        let fence = "`".repeat(longest + 1);
        let blank = if code.starts_with('`') || code.ends_with('`') { " " } else { "" };
        let code = if self.cell { code.replace('|', "\\|") } else { code.to_owned() };
        self.text.push_str(&format!("{fence}{blank}{code}{blank}{fence}"));
    }

    /// « ! » before a bracket would make an image of it.
    fn mind_the_mark(&mut self) {
        if self.text.ends_with('!') {
            self.text.pop();
            self.text.push_str("\\!");
        }
    }
}

/// The sign one meets in the source.
fn seen(atom: &Atom) -> char {
    match &atom.sign {
        Sign::Letter(c) => *c,
        Sign::Code(_) => '`',
        Sign::Image(..) | Sign::Note(_) => '[',
        Sign::Break => ' ',
    }
}

/// Runs of atoms that are alike, each with where it begins.
fn grouped(atoms: &[Atom], alike: impl Fn(&Atom, &Atom) -> bool) -> impl Iterator<Item = (usize, &[Atom])> {
    let mut at = 0;
    atoms.chunk_by(move |a, b| alike(a, b)).map(move |group| {
        let start = at;
        at += group.len();
        (start, group)
    })
}
