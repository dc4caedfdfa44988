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

/// What the document tells, part by part.
const TOLD: [(&str, [&str; 3]); 4] = [
    (
        "Ce qui nous a été montré",
        [
            "La visite commence par la cour, où les cars dorment dehors, sauf huit d’entre eux. Le toit de l’ancien hangar a été fermé il y a trois ans : l’eau tombait sur les batteries. L’hiver, deux mécaniciens arrivent à quatre heures du matin pour mettre les moteurs en route, car les plus anciens ne partent plus seuls quand il gèle.",
            "L’atelier est propre et bien tenu, mais il n’a que deux fosses. Un car immobilisé attend en moyenne quatre jours qu’une fosse se libère. Les pièces des modèles de plus de douze ans ne sont plus fabriquées : on les prend sur deux cars arrêtés au fond de la cour, que les conducteurs appellent « la réserve ».",
            "La salle des conducteurs tient dans une ancienne loge. Il y a une table pour huit, un tableau de service écrit à la main, et la liste des arrêts où l’abri manque. Plusieurs nous ont dit qu’ils connaissent par leur nom les personnes qu’ils transportent, et qu’ils les attendent quand elles sont en retard.",
        ],
    ),
    (
        "Ce que les conducteurs nous ont dit",
        [
            "Ils sont vingt-neuf, pour trente et un postes. Deux annonces sont restées sans réponse depuis le printemps. Les horaires coupés, avec un service le matin et un autre le soir, découragent ceux qui habitent loin : ils restent au dépôt entre les deux, sans être payés pour ce temps.",
            "Tous demandent la même chose pour les tournées des hameaux : cinq minutes de plus. L’horaire a été calculé avec une voiture, en été. En hiver, avec un fauteuil à faire monter ou un sac à porter, le retard pris à Froidelande ne se rattrape plus avant la gare, et la correspondance du train de 7 h 42 est manquée un jour sur cinq.",
            "Ils souhaitent aussi être prévenus quand un arrêt est déplacé. Deux fois cette année, ils l’ont appris par les habitants.",
        ],
    ),
    (
        "Ce qu’il faudrait vérifier",
        [
            "La responsable nous a promis trois chiffres pour la fin du mois : les retards par tournée depuis janvier, le coût d’un car immobilisé une semaine, et le nombre de personnes prises en charge avec la rampe. Sans eux, nous ne pouvons pas dire si l’achat de trois petits cars vaut mieux que celui de deux grands.",
            "Nous voulons aussi entendre la commune de Saint-Aubin, qui prête sa salle des fêtes comme abri le matin et voudrait arrêter. Si l’abri disparaît, dix-sept collégiens attendront dehors.",
            "Enfin, une question reste ouverte : le dépôt appartient au département, les cars à l’entreprise, et l’atelier aux deux. Qui décide d’une troisième fosse ? Personne, ce jour-là, n’a su nous répondre.",
        ],
    ),
    (
        "Ce qui nous a surpris",
        [
            "Le car qui roule le moins est le plus neuf. Il est trop long pour tourner devant l’école de Froidelande, et reste donc sur la ligne de la gare, où il fait deux allers-retours par jour, presque vide entre neuf heures et midi.",
            "Les conducteurs tiennent eux-mêmes un cahier des passages sans voyageur. Il est précis, commune par commune, depuis quatre ans. Personne ne le leur avait demandé, et personne ne l’avait encore lu. La responsable accepte que le groupe le recopie.",
            "Enfin, le dépôt dispose d’une salle de réunion que personne n’utilise le samedi. Elle nous est proposée pour rencontrer les voyageurs des premiers cars, qui ne viennent jamais à nos réunions du soir parce qu’ils se lèvent à cinq heures.",
        ],
    ),
];

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
        TOLD.map(|(title, words)| {
            let words: String = words.iter().map(|words| plain(words)).collect();
            paragraph("Heading2", &run("", title)) + &words
        })
        .concat(),
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
