//! What the people of the demonstration did of the tutorials; two new members, and those who accompany them.

use anyhow::Result;
use backend::{
    Backend,
    tutorials::{self, PleaForm},
    welcome,
};

use super::life::{People, actor};
use crate::state::plain;

/// Who took how many steps of which tutorial of the council.
const TAKEN: [(&str, &str, u32); 6] = [
    ("membre@demo.example", "venir-aux-reunions", 4),
    ("membre@demo.example", "se-faire-rembourser", 3),
    ("membre@demo.example", "tenir-le-compte-rendu", 3),
    ("membre@demo.example", "deposer-les-photos", 1),
    ("autre@demo.example", "venir-aux-reunions", 2),
    ("referente@demo.example", "accueillir-en-pleniere", 3),
];

/// What they think of them.
const SAID: [(&str, &str, &str, &str); 4] = [
    ("membre@demo.example", "venir-aux-reunions", "yes", "J’ai trouvé une place dès la première fois."),
    ("autre@demo.example", "venir-aux-reunions", "no", "Il manque les horaires du samedi."),
    ("referente@demo.example", "tenir-le-compte-rendu", "yes", ""),
    ("presidence@demo.example", "accueillir-en-pleniere", "yes", "À relire la veille de chaque plénière."),
];

/// Fills what is around the tutorials.
///
/// # Errors
/// The database failed.
pub async fn fill(backend: &Backend, people: &People) -> Result<()> {
    for (who, slug, steps) in TAKEN {
        let cx = actor(backend, people, who).await?;
        for step in 1..=steps {
            tutorials::mark(&cx, slug, step, true).await.map_err(plain)?;
        }
    }
    for (who, slug, useful, words) in SAID {
        let cx = actor(backend, people, who).await?;
        tutorials::say(&cx, slug, useful, words).await.map_err(plain)?;
    }
    let member = actor(backend, people, "membre@demo.example").await?;
    let plea = PleaForm {
        step: "2".into(),
        words: "Je ne sais pas comment demander l’accord de personnes que je ne connais pas.".into(),
        agreed: "yes".into(),
    };
    tutorials::stuck(&member, "deposer-les-photos", &plea).await.map_err(plain)?;
    newcomers(backend, people).await
}

async fn newcomers(backend: &Backend, people: &People) -> Result<()> {
    let id = |email: &str| people.get(email).copied().ok_or_else(|| anyhow::anyhow!("{email} is missing"));
    let (first, second) = (id("annick.souverbie@demo.example")?, id("gilbert.trouvinel@demo.example")?);
    let cx = backend.system();
    let tx = cx.begin().await.map_err(plain)?;
    for new in [first, second] {
        welcome::begin(&cx, &tx, new).await.map_err(plain)?;
    }
    cx.commit(tx).await.map_err(plain)?;
    let chair = actor(backend, people, "presidence@demo.example").await?;
    let sponsor = id("referente@demo.example")?.to_string();
    welcome::name(&chair, first, &sponsor).await.map_err(plain)?;
    let other = actor(backend, people, "autre@demo.example").await?;
    welcome::offer(&other, second).await.map_err(plain)
}
