//! The libraries, played by the cast.

mod arranging;
mod binning;
mod captions;
mod depositing;
mod inside;
mod reading;
mod sending;
mod tagging;

use bytes::Bytes;
use domain::{
    FieldProblem, Refusal, Version,
    ids::{DocumentId, EntryId},
    library::DocumentForm,
    refusal::{Forbidden, Transition},
};
use futures::stream;

use super::*;
use crate::{
    Cx, Error, PageNumber, Result,
    testing::{Cast, TestBackend, refused},
};

fn group(slug: &str) -> Place {
    Place::Group(slug.to_owned())
}

/// Sends a file as a browser does.
async fn send(cx: &Cx, place: &Place, name: &str, content: &[u8]) -> Result<Deposited> {
    let room = room(cx, place).await?;
    let coming = stream::iter([Ok::<_, std::io::Error>(Bytes::copy_from_slice(content))]);
    let staged = receive(cx, room, coming).await?;
    deposit(cx, place, name, staged).await
}

/// The same, which is a new document.
async fn sent(cx: &Cx, place: &Place, name: &str, content: &[u8]) -> DocumentId {
    match send(cx, place, name, content).await {
        Ok(Deposited::New(id)) => id,
        other => panic!("a new document was expected: {other:?}"),
    }
}

async fn names(cx: &Cx, place: &Place) -> Vec<String> {
    let view = folder(cx, place, None).await.expect("a folder");
    view.rows.into_iter().map(|row| row.name).collect()
}

/// The entry of that name at a place.
async fn named(cx: &Cx, place: &Place, name: &str) -> EntryId {
    let view = folder(cx, place, None).await.expect("a folder");
    view.rows.into_iter().find(|row| row.name == name).expect("there").id
}

fn titled(title: &str) -> DocumentForm {
    DocumentForm { title: title.into(), ..Default::default() }
}

fn about_files(problem: FieldProblem) -> Refusal {
    Refusal::field("files", problem)
}
