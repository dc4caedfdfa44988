//! The dossiers of the demonstration: `demo/dossiers.toml`, which an import knows nothing of.

use anyhow::{Context, Result, bail};
use backend::{
    Backend, Cx, contributions,
    library::{self, Chosen, Place, RowKind},
};
use domain::{
    ids::DocumentId,
    library::{DocumentForm, ElementForm},
};
use serde::Deserialize;

use super::life::{People, actor};
use crate::state::plain;

/// The file.
pub const FILE: &str = "dossiers.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Dossiers {
    dossier: Vec<Dossier>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Dossier {
    library: String,
    folder: String,
    by: String,
    title: String,
    audience: String,
    #[serde(default)]
    tags: String,
    description: String,
    element: Vec<Element>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Element {
    document: Option<String>,
    text: Option<String>,
    link: Option<String>,
    #[serde(default)]
    address: String,
    #[serde(default)]
    comment: String,
}

/// Makes the dossiers, by these people.
///
/// # Errors
/// The file is not right, or the database failed.
pub async fn fill(backend: &Backend, file: &str, people: &People) -> Result<()> {
    let read: Dossiers = toml::from_str(file).context(FILE)?;
    for dossier in read.dossier {
        let cx = actor(backend, people, &dossier.by).await?;
        make(&cx, &dossier).await.with_context(|| dossier.title.clone())?;
    }
    Ok(())
}

async fn make(cx: &Cx, dossier: &Dossier) -> Result<()> {
    let top = match dossier.library.as_str() {
        "commun" => Place::Common,
        slug => Place::Group(slug.to_owned()),
    };
    let place = match dossier.folder.as_str() {
        "" => top.clone(),
        name => inside(cx, &top, name).await?,
    };
    let described = DocumentForm {
        title: dossier.title.clone(),
        audience: dossier.audience.clone(),
        description: dossier.description.trim().to_owned(),
        tags: dossier.tags.clone(),
        ..Default::default()
    };
    let id = library::create_dossier(cx, &place, &described).await.map_err(plain)?;
    if !dossier.tags.is_empty() {
        let version = library::show(cx, id).await.map_err(plain)?.version;
        library::change(cx, id, version, &described).await.map_err(plain)?;
    }
    for element in &dossier.element {
        let form = ElementForm {
            title: element.link.clone().unwrap_or_default(),
            address: element.address.clone(),
            comment: element.comment.trim().to_owned(),
        };
        let chosen = match (&element.document, &element.text) {
            (Some(path), _) => Chosen::Document(document(cx, &top, path).await?),
            (None, Some(title)) => {
                let found = contributions::by_title(cx, title).await.map_err(plain)?;
                Chosen::Text(found.with_context(|| format!("{title} is missing"))?.id)
            }
            (None, None) if element.link.is_some() => {
                library::add_link(cx, id, &form).await.map_err(plain)?;
                continue;
            }
            (None, None) => bail!("{FILE}: an element leads nowhere"),
        };
        library::add_element(cx, id, chosen, &form).await.map_err(plain)?;
    }
    Ok(())
}

async fn inside(cx: &Cx, place: &Place, name: &str) -> Result<Place> {
    let found = library::folder(cx, place, None).await.map_err(plain)?;
    let row = found.rows.into_iter().find(|row| row.name == name && row.what == RowKind::Folder);
    Ok(Place::Folder(row.with_context(|| format!("{name} is missing"))?.id))
}

/// The document at the end of these folders.
pub(super) async fn document(cx: &Cx, top: &Place, path: &str) -> Result<DocumentId> {
    let mut place = top.clone();
    let (folders, title) = path.rsplit_once('/').context("a document stands in a folder")?;
    for folder in folders.split('/') {
        place = inside(cx, &place, folder).await?;
    }
    let found = library::folder(cx, &place, None).await.map_err(plain)?;
    let row = found.rows.into_iter().find(|row| row.name == title);
    match row.with_context(|| format!("{path} is missing"))?.what {
        RowKind::Document { id, .. } => Ok(id),
        RowKind::Folder => bail!("{path} is a folder"),
    }
}
