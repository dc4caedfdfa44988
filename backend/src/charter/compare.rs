//! Two versions of a text, compared article by article.

use domain::{
    Refusal,
    charter::{Article, ArticleNumber, Articles},
    policy::{CharterAction, Permission},
};

use super::load::{TextHead, VersionHead, head, words_of};
use crate::{
    Cx, Found, Result,
    contributions::{Comparison, apart, typeset},
};

/// What became of an article between two versions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ArticleFate {
    /// It says the same.
    Same,
    /// It says something else.
    Changed(Comparison),
    /// It was not there.
    Added(Comparison),
    /// It is no longer there.
    Removed(Comparison),
}

/// An article in two versions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleComparison {
    /// Its number; none for the preamble.
    pub number: Option<ArticleNumber>,
    /// What it is about, typeset; in the later version if it is there.
    pub title: String,
    /// What became of it.
    pub fate: ArticleFate,
}

/// Two versions, compared.
#[derive(Clone, Debug)]
pub struct Compared {
    /// The text and its versions.
    pub head: TextHead,
    /// The earlier one.
    pub from: VersionHead,
    /// The later one.
    pub to: VersionHead,
    /// In the order of the later one, each article that is gone where it stood.
    pub articles: Vec<ArticleComparison>,
}

impl Compared {
    /// How many articles changed, came and went; the preamble counts.
    pub fn changed(&self) -> usize {
        self.articles.iter().filter(|article| article.fate != ArticleFate::Same).count()
    }
}

/// Compares two versions of a text.
///
/// # Errors
/// `Forbidden`, `SignInRequired` but for who follows the framing texts; `NotFound`.
pub async fn compare(cx: &Cx, slug: &str, from: i32, to: i32) -> Result<Compared> {
    cx.require(Permission::Charter(CharterAction::Follow))?;
    let head = head(cx, slug).await?;
    let one = |number: i32| head.number(number).cloned().ok_or(Refusal::NotFound);
    let (from, to) = (one(from)?, one(to)?);
    let words = words_of(cx.reader(), [from.id, to.id]).await?;
    let body =
        |version: &VersionHead| words.iter().find(|(id, _)| *id == version.id).map(|(_, body)| body.clone());
    let (old, new) = (body(&from).found()?, body(&to).found()?);
    let articles = apart(old.len() + new.len(), move || between(&old, &new)).await?;
    Ok(Compared { head, from, to, articles })
}

/// What became of each article.
pub(super) fn between(old: &str, new: &str) -> Vec<ArticleComparison> {
    let (old, new) = (Articles::read(old), Articles::read(new));
    let mut all = Vec::new();
    if !old.preamble.is_empty() || !new.preamble.is_empty() {
        let fate = fate(&["", &old.preamble], &["", &new.preamble]);
        all.push(ArticleComparison { number: None, title: String::new(), fate });
    }
    let gone = |article: &Article| ArticleComparison {
        number: Some(article.number),
        title: typeset(&article.title),
        fate: ArticleFate::Removed(Comparison::new([&article.title, "", &article.body], ["", "", ""])),
    };
    // An article that is gone is told after the one that stood before it, or at the beginning.
    let mut after: Vec<(Option<ArticleNumber>, ArticleComparison)> = Vec::new();
    let mut last = None;
    for article in &old.articles {
        if new.get(article.number).is_some() {
            last = Some(article.number);
        } else {
            after.push((last, gone(article)));
        }
    }
    let taken = |after: &mut Vec<(Option<ArticleNumber>, ArticleComparison)>, number| {
        let (here, later) = std::mem::take(after).into_iter().partition(|(place, _)| *place == number);
        *after = later;
        let here: Vec<(Option<ArticleNumber>, ArticleComparison)> = here;
        here.into_iter().map(|(_, told)| told).collect::<Vec<_>>()
    };
    all.extend(taken(&mut after, None));
    for article in &new.articles {
        let fate = match old.get(article.number) {
            Some(before) => fate(&before.said(), &article.said()),
            None => ArticleFate::Added(Comparison::new(["", "", ""], [&article.title, "", &article.body])),
        };
        all.push(ArticleComparison { number: Some(article.number), title: typeset(&article.title), fate });
        all.extend(taken(&mut after, Some(article.number)));
    }
    all
}

fn fate(old: &[&str; 2], new: &[&str; 2]) -> ArticleFate {
    if old == new {
        return ArticleFate::Same;
    }
    let compared = Comparison::new([old[0], "", old[1]], [new[0], "", new[1]]);
    if old[1].is_empty() && old[0].is_empty() {
        ArticleFate::Added(compared)
    } else if new[1].is_empty() && new[0].is_empty() {
        ArticleFate::Removed(compared)
    } else {
        ArticleFate::Changed(compared)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(old: &str, new: &str) -> Vec<String> {
        let name = |one: &ArticleComparison| {
            let fate = match &one.fate {
                ArticleFate::Same => "same",
                ArticleFate::Changed(_) => "changed",
                ArticleFate::Added(_) => "added",
                ArticleFate::Removed(_) => "removed",
            };
            format!("{} {fate}", one.number.map_or("preamble".to_owned(), |number| number.to_string()))
        };
        between(old, new).iter().map(name).collect()
    }

    #[test]
    fn an_article_is_compared_with_the_one_of_its_number() {
        let old = "Avant.\n\n## Article 1. A\n\nUn.\n\n## Article 2. B\n\nDeux.\n\n## Article 3. C\n\nTrois.";
        let new =
            "Avant.\n\n## Article 1. A\n\nUn.\n\n## Article 1 bis. N\n\nNeuf.\n\n## Article 3. C\n\nQuatre.";
        assert_eq!(told(old, new), ["preamble same", "1 same", "2 removed", "1 bis added", "3 changed"]);
    }

    #[test]
    fn an_article_that_moved_did_not_change() {
        let (old, new) =
            ("## Article 1\n\nUn.\n\n## Article 2\n\nDeux.", "## Article 2\n\nDeux.\n\n## Article 1\n\nUn.");
        assert_eq!(told(old, new), ["2 same", "1 same"]);
    }

    #[test]
    fn articles_gone_from_the_beginning_come_first() {
        assert_eq!(
            told("## Article 1\n\nUn.\n\n## Article 2\n\nDeux.", "## Article 2\n\nDeux."),
            ["1 removed", "2 same"]
        );
    }
}
