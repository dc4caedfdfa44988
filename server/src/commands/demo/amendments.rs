//! The amendments of the demonstration: two that touch the same words, one that is amended itself, an article that would
//! come, and who supports them.

use anyhow::{Context, Result};
use backend::{
    Backend,
    charter::{self, amendments},
};
use domain::charter::{AmendmentForm, ArticleNumber};

use super::{
    life::{People, actor},
    polls::after,
};
use crate::state::plain;

const MEMBER: &str = "membre@demo.example";
const OTHER: &str = "autre@demo.example";
const FACILITATOR: &str = "referente@demo.example";
const CHAIR: &str = "presidence@demo.example";

/// Other words for an article.
struct Change {
    by: &'static str,
    /// The days since.
    on: i64,
    article: &'static str,
    /// The amendment that it amends.
    parent: Option<i32>,
    /// What is replaced, and by what.
    words: [&'static str; 2],
    reasons: &'static str,
}

const CHANGES: [Change; 4] = [
    Change {
        by: MEMBER,
        on: -4,
        article: "5",
        parent: None,
        words: ["Après trois absences de suite sans un mot", "Après quatre absences de suite sans un mot"],
        reasons: "Trois soirées d’affilée, c’est vite passé pour qui travaille en équipe ou soigne un proche.",
    },
    Change {
        by: OTHER,
        on: -4,
        article: "5",
        parent: None,
        words: [
            "une vice-présidence appelle la personne",
            "la référente ou le référent de son groupe appelle la personne",
        ],
        reasons: "On répond plus volontiers à quelqu’un que l’on connaît. La vice-présidence ne connaît pas tout le monde.",
    },
    Change {
        by: FACILITATOR,
        on: -3,
        article: "5",
        parent: None,
        words: ["Après trois absences de suite sans un mot", "Après deux absences de suite sans un mot"],
        reasons: "Appeler tôt, c’est prendre des nouvelles ; appeler tard, c’est demander des comptes.",
    },
    Change {
        by: MEMBER,
        on: -2,
        article: "5",
        parent: Some(2),
        words: ["la référente ou le référent de son groupe", "un membre de son groupe"],
        reasons: "N’importe quel membre du groupe peut prendre des nouvelles : n’en faisons pas une fonction.",
    },
];

/// Who supports which amendment.
const SUPPORTS: [(&str, i32); 5] = [(OTHER, 1), (CHAIR, 1), (MEMBER, 2), (FACILITATOR, 2), (CHAIR, 3)];

/// Proposes the amendments, and supports them.
///
/// # Errors
/// The database failed; an article no longer says what is replaced.
pub async fn fill(backend: &Backend, people: &People, slug: &str, number: i32) -> Result<()> {
    let chair = actor(backend, people, CHAIR).await?;
    let version = charter::version(&chair, slug, number).await.map_err(plain)?.version.version;
    for change in &CHANGES {
        let cx = after(&actor(backend, people, change.by).await?, change.on);
        let article: ArticleNumber = change.article.parse()?;
        let about = (domain::charter::AmendmentKind::Change, Some(article));
        let now = amendments::proposal(&cx, slug, number, about, change.parent).await.map_err(plain)?.now;
        let [was, is] = change.words;
        if !now.body.contains(was) {
            anyhow::bail!("article {article} no longer says “{was}”");
        }
        let form = AmendmentForm {
            kind: "change".into(),
            article: change.article.into(),
            body: now.body.replace(was, is),
            title: now.title,
            reasons: change.reasons.into(),
        };
        let proposed = amendments::propose(&cx, slug, number, version, change.parent, &form).await;
        proposed.map_err(plain)?;
    }
    let form = AmendmentForm {
        kind: "add".into(),
        article: "9".into(),
        title: "La clarté".into(),
        body: "Un avis se comprend à la première lecture. Nous le faisons relire par une personne qui n’a pas suivi nos \
               travaux, et nous récrivons ce qu’elle n’a pas compris."
            .into(),
        reasons: "Deux avis de l’an dernier ont dû être expliqués aux communes : autant les écrire pour elles.".into(),
    };
    let cx = after(&actor(backend, people, OTHER).await?, -2);
    amendments::propose(&cx, slug, number, version, None, &form).await.map_err(plain)?;
    for (email, amendment) in SUPPORTS {
        let cx = after(&actor(backend, people, email).await?, -1);
        let supported = amendments::support(&cx, slug, number, amendment).await.map_err(plain);
        supported.with_context(|| format!("{email} supports amendment {amendment}"))?;
    }
    Ok(())
}
