//! `/votes/{id}/bulletins`: every ballot, for anybody to count again.

use backend::polls::{self, BallotRow};
use domain::{ids::PollId, polls::Secrecy};
use leptos::prelude::*;

use super::{back, counts, vote};
use crate::{
    paths,
    request::Request,
    ui::{Document, PageResult, Place},
    words::Words,
};

/// `/votes/{id}/bulletins`
pub async fn ballots(rq: Request) -> PageResult {
    let id: PollId = rq.id("id")?;
    let list = polls::ballots(&rq.cx, id).await?;
    let w = rq.words.clone();
    let title = say!(w, "polls-ballots-of", number = list.number.to_string());
    let (lead, first) = match list.secrecy {
        Secrecy::Open => ("polls-ballots-open", "polls-ballots-voter"),
        Secrecy::Secret => ("polls-ballots-secret", "polls-ballots-receipt"),
    };
    let how =
        (list.secrecy == Secrecy::Open).then(|| view! { <th scope="col">{w.t("polls-ballots-manner")}</th> });
    let rows = list.rows.iter().map(|row| line(&w, row)).collect_view();
    let paper = (list.paper.total() > 0)
        .then(|| view! { <p>{say!(w, "polls-ballots-paper", counts = counts(&w, &list.paper))}</p> });
    let total = say!(w, "polls-ballots-total", counts = counts(&w, &list.total));
    let table = (!list.rows.is_empty()).then(|| {
        view! {
            <table>
                <caption class="vh">{title.clone()}</caption>
                <thead><tr><th scope="col">{w.t(first)}</th><th scope="col">{w.t("polls-ballots-choice")}</th>{how}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        }
    });
    let further = Some((paths::poll(id), list.question.clone()));
    let view = view! {
        {back(&rq, further)}
        <header class="page-head">
            <h1>{title.clone()}</h1>
            <p>{list.question.clone()}</p>
            <p class="muted">{w.t(lead)}</p>
        </header>
        <div class="narrow stack">
            {table}
            {paper}
            <p><strong>{total}</strong></p>
        </div>
    };
    Ok(Document::new(title, view).at(Place::Polls).unlisted())
}

fn line(w: &Words, row: &BallotRow) -> impl IntoView + use<> {
    let first = match (&row.voter, &row.receipt) {
        (Some(voter), _) => view! { <th scope="row">{voter.clone()}</th> }.into_any(),
        (None, Some(receipt)) => {
            view! { <th scope="row"><span class="mono">{receipt.to_string()}</span></th> }.into_any()
        }
        (None, None) => ().into_any(),
    };
    let how = row.manner.map(|manner| {
        let key = format!("polls-manner-{}", manner.code());
        let how = match &row.cast_by {
            Some(name) if manner == domain::polls::Manner::Online => {
                say!(w, "polls-manner-proxy", name = name.clone())
            }
            Some(name) => say!(w, "polls-manner-typed", manner = w.t(&key), name = name.clone()),
            None => w.t(&key),
        };
        view! { <td>{how}</td> }
    });
    view! { <tr>{first}<td>{vote(w, row.choice)}</td>{how}</tr> }
}
