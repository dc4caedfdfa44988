//! Articles: how they are read in the Markdown of a version, and how they get their numbers.
//!
//! A title of the second level is an article: `## Article 4. Les séances`. A title of the first level right above
//! an article is a part, to which the articles after it belong. What comes before the first article is the preamble. An article keeps the number
//! written in its title; one without gets its own when the version is saved, and it is then written too.

use std::{collections::BTreeSet, fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::refusal::FieldProblem;

mod becomes;

pub use becomes::{Becomes, become_all, one_article};

/// What an article that was put in after another is called by, in order.
const RANKS: [&str; 9] =
    ["bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "nonies", "decies"];

/// The number of an article, such as `4` or `4 bis`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct ArticleNumber {
    /// From 1.
    pub main: u32,
    /// 0, or 1 for *bis*, 2 for *ter* and so on.
    pub rank: u8,
}

impl ArticleNumber {
    /// A number without a rank.
    pub fn plain(main: u32) -> ArticleNumber {
        ArticleNumber { main, rank: 0 }
    }

    /// Its anchor in pages: `article-4-bis`.
    pub fn anchor(self) -> String {
        format!("article-{}", self.segment())
    }

    /// In an address: `4-bis`.
    pub fn segment(self) -> String {
        self.to_string().replace(' ', "-")
    }
}

impl fmt::Display for ArticleNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.rank.checked_sub(1).and_then(|rank| RANKS.get(usize::from(rank))) {
            Some(rank) => write!(f, "{} {rank}", self.main),
            None => write!(f, "{}", self.main),
        }
    }
}

/// Not a number such as `4 bis`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the number of an article")]
pub struct NotAnArticle;

impl FromStr for ArticleNumber {
    type Err = NotAnArticle;
    fn from_str(text: &str) -> Result<Self, NotAnArticle> {
        // `04` or `4-1er` would be a second address for the same article.
        let spaced = text.replace('-', " ");
        match read_number(&spaced) {
            Some((number, "")) if number.to_string() == spaced => Ok(number),
            _ => Err(NotAnArticle),
        }
    }
}

impl From<ArticleNumber> for String {
    fn from(number: ArticleNumber) -> String {
        number.to_string()
    }
}

impl TryFrom<String> for ArticleNumber {
    type Error = NotAnArticle;
    fn try_from(text: String) -> Result<Self, NotAnArticle> {
        text.parse()
    }
}

/// An article of a version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// Its number, for good once a version that holds it was in force.
    pub number: ArticleNumber,
    /// What it is about; may be empty.
    pub title: String,
    /// What it says, in Markdown, without its title.
    pub body: String,
    /// The title of the part that begins with it, if one does.
    pub part: Option<String>,
}

impl Article {
    /// All that it says, for those who compare.
    pub fn said(&self) -> [&str; 2] {
        [&self.title, &self.body]
    }
}

/// A version, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Articles {
    /// What comes before the first article, in Markdown; may be empty.
    pub preamble: String,
    /// In the order of the text.
    pub articles: Vec<Article>,
}

impl Articles {
    /// Reads a version; an article without a number has that of its place. While a version is written, two may bear the
    /// same number: the second is read as if it had none, so that each has an anchor of its own.
    pub fn read(body: &str) -> Articles {
        let (preamble, mut found) = found(body);
        let mut written: BTreeSet<ArticleNumber> = BTreeSet::new();
        for one in &mut found {
            one.number = one.number.filter(|number| written.insert(*number));
        }
        let numbers = numbers(&found, &written, &BTreeSet::new());
        let articles = found.into_iter().zip(numbers).map(|(one, number)| Article {
            number,
            title: one.title,
            body: one.body,
            part: one.part,
        });
        Articles { preamble, articles: articles.collect() }
    }

    /// The article of this number.
    pub fn get(&self, number: ArticleNumber) -> Option<&Article> {
        self.articles.iter().find(|article| article.number == number)
    }

    /// Whether articles stand under parts.
    pub fn has_parts(&self) -> bool {
        self.articles.iter().any(|article| article.part.is_some())
    }

    /// The Markdown that reads so: each article under its number.
    pub fn write(&self) -> String {
        let mut out = vec![self.preamble.clone()];
        for article in &self.articles {
            out.extend(article.part.as_ref().map(|part| format!("# {part}")));
            let number = article.number;
            out.push(match article.title.as_str() {
                "" => format!("## Article {number}"),
                title => format!("## Article {number}. {title}"),
            });
            out.push(article.body.clone());
        }
        out.retain(|block| !block.is_empty());
        out.join("\n\n")
    }
}

/// The Markdown of a version with the number of each article written in its title.
///
/// `gone` are the numbers of articles that were in force and are no longer: they never serve again. An article without a
/// number gets, between two others, that of the one before it with *bis*, *ter*…; after the last, the next one.
///
/// # Errors
/// `NoArticle`, `SameArticle` or `ArticleGone`.
pub fn numbered(body: &str, gone: &BTreeSet<ArticleNumber>) -> Result<String, FieldProblem> {
    let (preamble, found) = found(body);
    if found.is_empty() {
        return Err(FieldProblem::NoArticle);
    }
    let mut written = BTreeSet::new();
    for number in found.iter().filter_map(|one| one.number) {
        if gone.contains(&number) {
            return Err(FieldProblem::ArticleGone { number });
        }
        if !written.insert(number) {
            return Err(FieldProblem::SameArticle { number });
        }
    }
    let numbers = numbers(&found, &written, gone);
    let articles = found.into_iter().zip(numbers).map(|(one, number)| Article {
        number,
        title: one.title,
        body: one.body,
        part: one.part,
    });
    Ok(Articles { preamble, articles: articles.collect() }.write())
}

/// An article as it is written.
struct Found {
    number: Option<ArticleNumber>,
    title: String,
    body: String,
    part: Option<String>,
}

fn numbers(
    found: &[Found],
    written: &BTreeSet<ArticleNumber>,
    gone: &BTreeSet<ArticleNumber>,
) -> Vec<ArticleNumber> {
    let mut used: BTreeSet<ArticleNumber> = written | gone;
    let mut before: Option<ArticleNumber> = None;
    let mut all = Vec::with_capacity(found.len());
    for (at, one) in found.iter().enumerate() {
        let is_between = found[at + 1..].iter().any(|later| later.number.is_some());
        let number = one.number.unwrap_or_else(|| match before {
            Some(before) if is_between => inserted(before, &used),
            _ => next(&used),
        });
        used.insert(number);
        before = Some(number);
        all.push(number);
    }
    all
}

/// The number after the greatest.
fn next(used: &BTreeSet<ArticleNumber>) -> ArticleNumber {
    ArticleNumber::plain(used.last().map_or(0, |last| last.main) + 1)
}

/// The first rank that is free after a number.
fn inserted(before: ArticleNumber, used: &BTreeSet<ArticleNumber>) -> ArticleNumber {
    let ranks = 1..=u8::try_from(RANKS.len()).unwrap_or(u8::MAX);
    let free = ranks
        .skip_while(|rank| *rank <= before.rank)
        .map(|rank| ArticleNumber { rank, ..before })
        .find(|number| !used.contains(number));
    free.unwrap_or_else(|| next(used))
}

/// The preamble, and the articles as they are written.
fn found(body: &str) -> (String, Vec<Found>) {
    let mut preamble: Vec<&str> = Vec::new();
    let mut found: Vec<(Found, Vec<&str>)> = Vec::new();
    let mut part = None;
    let mut fence: Option<&str> = None;
    let lines: Vec<&str> = body.lines().collect();
    for (at, line) in lines.iter().copied().enumerate() {
        let heading = if fence.is_none() { heading(line) } else { None };
        fence = fenced(fence, line);
        match heading {
            Some((2, title)) => {
                let (number, title) = titled(title);
                let part = part.take();
                found.push((Found { number, title, body: String::new(), part }, Vec::new()));
            }
            // What is not right above an article stays where it was written.
            Some((1, title)) if !title.is_empty() && is_above_an_article(&lines[at + 1..]) => {
                part = Some(title.to_owned());
            }
            _ => found.last_mut().map_or(&mut preamble, |(_, lines)| lines).push(line),
        }
    }
    let joined = |lines: Vec<&str>| lines.join("\n").trim_matches('\n').trim_end().to_owned();
    let found = found.into_iter().map(|(one, lines)| Found { body: joined(lines), ..one });
    (joined(preamble), found.collect())
}

/// Whether the first words after a line are the title of an article.
fn is_above_an_article(after: &[&str]) -> bool {
    let next = after.iter().find(|line| !line.trim().is_empty());
    next.and_then(|line| heading(line)).is_some_and(|(level, _)| level == 2)
}

/// The level and the words of a title.
fn heading(line: &str) -> Option<(usize, &str)> {
    let indent = line.len() - line.trim_start_matches(' ').len();
    let rest = line.trim_start_matches(' ');
    let level = rest.len() - rest.trim_start_matches('#').len();
    let words = &rest[level..];
    let is_title =
        indent < 4 && (1..=6).contains(&level) && (words.is_empty() || words.starts_with([' ', '\t']));
    let words = words.trim();
    // Marks that close a title stand after a blank.
    let closed = words.trim_end_matches('#');
    let words = if closed.is_empty() || closed.ends_with([' ', '\t']) { closed.trim_end() } else { words };
    is_title.then_some((level, words))
}

/// What is open after a line: a block of code begins and ends with the same marks.
fn fenced<'a>(open: Option<&'a str>, line: &'a str) -> Option<&'a str> {
    let line = line.trim();
    let marks = |mark: char| &line[..line.len() - line.trim_start_matches(mark).len()];
    match open {
        Some(open) => {
            let closes = line.len() >= open.len()
                && line.starts_with(open)
                && line.chars().all(|mark| open.starts_with(mark));
            if closes { None } else { Some(open) }
        }
        None => [marks('`'), marks('~')].into_iter().find(|marks| marks.len() >= 3),
    }
}

/// The number written in the title of an article, and what it is about.
fn titled(words: &str) -> (Option<ArticleNumber>, String) {
    let named = ["article", "art."].iter().find_map(|name| {
        let start = words.get(..name.len())?;
        start.to_lowercase().eq(name).then(|| words[name.len()..].trim_start())
    });
    match named.and_then(read_number) {
        Some((number, rest)) => (
            Some(number),
            rest.trim_start_matches(['.', ':', '–', '—', '-', ' ', '\u{a0}', '\u{202f}']).to_owned(),
        ),
        None => (None, words.to_owned()),
    }
}

/// `4 bis. Les séances`: the number, and what follows.
fn read_number(text: &str) -> Option<(ArticleNumber, &str)> {
    let text = text.trim_start();
    let (main, rest) = match text.get(..7) {
        Some(word) if word.to_lowercase() == "premier" => (1, &text[7..]),
        _ => {
            let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
            let main: u32 = text[..digits].parse().ok().filter(|main| (1..=9_999).contains(main))?;
            (main, text[digits..].strip_prefix("er").unwrap_or(&text[digits..]))
        }
    };
    let spaced = rest.trim_start();
    let ranked = RANKS.iter().zip(1..).find_map(|(name, rank)| {
        let word = spaced.get(..name.len())?;
        let after = &spaced[name.len()..];
        (word.to_lowercase() == **name && !after.starts_with(char::is_alphanumeric)).then_some((rank, after))
    });
    let (rank, rest) = ranked.unwrap_or((0, rest));
    if rest.starts_with(char::is_alphanumeric) {
        return None;
    }
    Some((ArticleNumber { main, rank }, rest.trim()))
}

#[cfg(test)]
mod tests;
