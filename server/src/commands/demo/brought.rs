//! A draft of the demonstration that came from a document of Word, and a text with an image.

use anyhow::{Context, Result, anyhow};
use backend::{
    Backend,
    contributions::{self, Arrived, IntakeForm},
};
use domain::contributions::ImageForm;
use extraction::{Limits, draft};

use super::{
    library::{office, picture},
    life::{People, actor},
};
use crate::state::plain;

const FILE: &str = "Visite du dépôt des cars.docx";

/// Brings them.
///
/// # Errors
/// The document is not read, or the database failed.
pub async fn fill(backend: &Backend, people: &People) -> Result<()> {
    let member = actor(backend, people, "membre@demo.example").await?;
    let content = office::written(&document());
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("file");
    std::fs::write(&path, &content)?;
    let draft = draft::read(&path, FILE, &Limits::default(), None)?;
    let draft = draft.map_err(|state| anyhow!("{FILE}: {state:?}"))?;
    let form = IntakeForm { kind: "minutes".into(), ..IntakeForm::default() };
    let arrived = Arrived { name: FILE.into(), content: content.into(), draft, images: Vec::new() };
    contributions::begin_from_file(&member, "mobilites", &form, arrived).await.map_err(plain)?;

    let author = actor(backend, people, "solange.pradier@demo.example").await?;
    let found =
        contributions::by_title(&author, "Les dents et les yeux : note préparatoire").await.map_err(plain)?;
    let text = found.context("the text with an image is missing")?.id;
    let form = ImageForm {
        alt: "Trois barres : sur dix familles, huit ont vu un médecin dans l’année, cinq un dentiste, trois un ophtalmologue.".into(),
        after: "2".into(),
        ..ImageForm::default()
    };
    contributions::put_image(&author, text, &form, picture::drawn("bars 8 5 3").into())
        .await
        .map_err(plain)?;
    Ok(())
}

/// What somebody typed at home, with what a word processor adds.
fn document() -> String {
    let paragraph = |style: &str, inside: &str| {
        let style = match style {
            "" => String::new(),
            style => format!("<w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>"),
        };
        format!("<w:p>{style}{inside}</w:p>")
    };
    let run = |look: &str, words: &str| {
        format!("<w:r><w:rPr>{look}</w:rPr><w:t xml:space=\"preserve\">{words}</w:t></w:r>")
    };
    let plain = |words: &str| paragraph("", &run("", words));
    let row = |cells: [&str; 3]| {
        let cells: String = cells.iter().map(|cell| format!("<w:tc>{}</w:tc>", plain(cell))).collect();
        format!("<w:tr>{cells}</w:tr>")
    };
    [
        paragraph("Heading1", &run("", "Visite du dépôt des cars")),
        plain(
            "Nous étions six. La responsable du dépôt nous a reçus une heure et demie, et a répondu à tout.",
        ),
        paragraph("Heading2", &run("", "Ce que nous avons vu")),
        [
            "<w:p>",
            &run("", "Quarante-deux cars, dont "),
            &run("<w:b/>", "onze ont plus de douze ans"),
            &run("", ". Les plus vieux font les tournées les plus longues, "),
            &run("<w:u w:val=\"single\"/><w:color w:val=\"C00000\"/>", "faute de mieux"),
            &run("", "."),
            "</w:p>",
        ]
        .concat(),
        format!(
            "<w:tbl>{}{}{}</w:tbl>",
            row(["Âge du car", "Combien", "Tournées"]),
            row(["moins de 6 ans", "14", "en ville"]),
            row(["plus de 12 ans", "11", "hameaux"])
        ),
        paragraph("Heading2", &run("", "Ce que nous retenons")),
        [
            "<w:p>",
            &run("", "Le dépôt demande un plan d’achat sur "),
            "<w:del>",
            &run("", "cinq"),
            "</w:del><w:ins>",
            &run("", "huit"),
            "</w:ins>",
            &run("", " ans, et nous le comprenons."),
            "</w:p>",
        ]
        .concat(),
        plain("Prochaine visite : l’atelier, si le groupe le souhaite."),
    ]
    .concat()
}
