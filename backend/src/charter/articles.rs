//! A version as it is read: each article rendered on its own, so that its anchors and notes are its own.

use domain::charter::{ArticleNumber, Articles};
use markdown::{Options, Typography};

use crate::{
    Result,
    contributions::{apart, typeset, wikilink},
};

/// What a version says, rendered.
#[derive(Clone, Debug)]
pub struct Reading {
    /// What comes before the first article; may be empty.
    pub preamble_html: String,
    /// In the order of the text.
    pub articles: Vec<ArticleView>,
    /// Whether articles stand under parts.
    pub has_parts: bool,
}

/// An article, rendered.
#[derive(Clone, Debug)]
pub struct ArticleView {
    /// Its number.
    pub number: ArticleNumber,
    /// What it is about, typeset; may be empty.
    pub title: String,
    /// What it says.
    pub html: String,
    /// The part that begins with it, typeset.
    pub part: Option<String>,
}

/// Renders a version.
pub(super) async fn read(body: &str) -> Result<Reading> {
    let text = body.to_owned();
    apart(body.len(), move || rendered(&text)).await
}

fn rendered(body: &str) -> Reading {
    let articles = Articles::read(body);
    let has_parts = articles.has_parts();
    // Under the title of the article, and that of its part.
    let under = if has_parts { 2 } else { 1 };
    let html = |prefix: &str, text: &str, under: usize| {
        let options = Options { language: Typography::French, id_prefix: prefix, wikilink: &wikilink };
        markdown::render_under(text, &options, under).html
    };
    Reading {
        preamble_html: html("preambule-", &articles.preamble, 0),
        has_parts,
        articles: articles
            .articles
            .iter()
            .map(|article| ArticleView {
                number: article.number,
                title: typeset(&article.title),
                html: html(&format!("{}-", article.number.anchor()), &article.body, under),
                part: article.part.as_deref().map(typeset),
            })
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_and_titles_of_an_article_are_its_own() {
        let read = rendered(
            "## Article 1. Un\n\n### Detail\n\nIci.[^a]\n\n[^a]: Note.\n\n## Article 2. Deux\n\nLà.[^a]\n\n[^a]: Autre.",
        );
        let [one, two] = &read.articles[..] else { panic!("{read:?}") };
        assert!(one.html.contains("<h3 id=\"article-1-detail\">"), "{}", one.html);
        assert!(two.html.contains("Autre") && !two.html.contains("Detail"));
        let ids = |html: &str| {
            html.split("id=\"")
                .skip(1)
                .map(|rest| rest.split('"').next().unwrap_or_default().to_owned())
                .collect::<Vec<_>>()
        };
        assert!(ids(&one.html).iter().all(|id| id.starts_with("article-1-")), "{:?}", ids(&one.html));
        assert!(ids(&two.html).iter().all(|id| id.starts_with("article-2-")), "{:?}", ids(&two.html));
    }
}
