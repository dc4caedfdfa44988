//! Declarations where they matter: on the page of a person, of a text, of a group, of a vote.

use backend::declarations::{self, DeclarationView, Declared, Stage};
use chrono::NaiveDate;
use domain::{
    actor::Period,
    declarations::{DeclarationKind, Target, TargetKind},
    ids::UserId,
    policy::Permission,
};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::actions::EndDeclaration;
use crate::{
    paths,
    request::Request,
    ui::{Facts, FormView, Notice, NoticeTone, State},
    words::{Values, Words},
};

/// From when until when, in words.
fn period(words: &Words, period: Period) -> String {
    let from = words.day(period.from);
    match period.to {
        Some(to) => say!(words, "declarations-from-to", from = from, to = words.day(to)),
        None => say!(words, "declarations-from", from = from),
    }
}

/// One declaration, with its end for whose it is.
pub(super) fn row(rq: &Request, view: &DeclarationView) -> AnyView {
    let words = &rq.words;
    let (icon, key) = match view.stage {
        Stage::Now => ("waiting", "declarations-now"),
        Stage::Later => ("calendar", "declarations-later"),
        Stage::Over => ("done", "declarations-over"),
    };
    let facts: Vec<AnyView> = vec![
        view! { <State name=icon label=words.t(key)/> }.into_any(),
        words.t(&format!("declarations-kind-{}", view.kind.code())).into_any(),
        period(words, view.period).into_any(),
    ];
    let more = (!view.words.is_empty()).then(|| view! { <p class="row-text">{view.words.clone()}</p> });
    let about = view.targets.iter().map(|named| {
        let href = match (named.target.kind, &named.slug) {
            (TargetKind::Group, Some(slug)) => paths::group(slug),
            (TargetKind::Poll, _) => paths::poll(domain::ids::PollId(named.target.id)),
            _ => paths::contribution(domain::ids::ContributionId(named.target.id)),
        };
        view! { <li><a href=href>{named.name.clone()}</a></li> }
    });
    let about: Vec<_> = about.collect();
    let about = (!about.is_empty()).then(|| view! { <ul>{about}</ul> });
    let end = view.end.then(|| {
        let form = rq.form(EndDeclaration::PATH).shown_at(paths::DECLARATIONS.to_owned());
        let which = say!(words, "declarations-end-which", subject = view.subject.clone());
        let name = words.t("declarations-end");
        let id = view.id.to_string();
        view! {
            <FormView form=form class="inline" summary=false>
                <input type="hidden" name="declaration" value=id/>
                <p class="acts no-print"><button class="button">{name}<span class="vh">{which}</span></button></p>
            </FormView>
        }
    });
    view! { <li><b class="row-title">{view.subject.clone()}</b><Facts facts=facts/>{more}{about}{end}</li> }
        .into_any()
}

/// What somebody declared, on their page; nothing when it is nothing, but for themselves.
pub(crate) async fn of_person(rq: &Request, id: UserId) -> backend::Result<Option<AnyView>> {
    if !rq.cx.may(Permission::ReadDirectory) {
        return Ok(None);
    }
    let found = declarations::of_person(&rq.cx, id).await?;
    let own = rq.cx.actor.user_id() == Some(id) && rq.cx.may(Permission::Vote);
    if found.is_empty() && !own {
        return Ok(None);
    }
    let words = &rq.words;
    let rows: Vec<_> = found.iter().map(|view| row(rq, view)).collect();
    let list = match rows.is_empty() {
        true => view! { <p class="muted">{words.t("declarations-none")}</p> }.into_any(),
        false => view! { <ul class="rows">{rows}</ul> }.into_any(),
    };
    let go = own.then(|| {
        let name = words.t("declarations-go");
        view! { <p class="acts no-print"><a class="button" href=paths::DECLARATIONS>{name}</a></p> }
    });
    Ok(Some(
        view! {
            <section class="part" aria-labelledby="declarations">
                <header><h2 id="declarations">{words.t("declarations-title")}</h2></header>
                {list}
                {go}
            </section>
        }
        .into_any(),
    ))
}

/// Who declared a link with what is read: a quiet line, and nothing when nobody did.
pub(crate) async fn on(rq: &Request, target: Target) -> backend::Result<Option<AnyView>> {
    let found = declarations::declared_on(&rq.cx, target).await?;
    if found.is_empty() {
        return Ok(None);
    }
    let names = named(&rq.words, &found);
    let said = say!(rq.words, "declarations-here", count = found.len(), names = names);
    Ok(Some(view! { <p class="muted">{said}</p> }.into_any()))
}

fn named(words: &Words, found: &[Declared]) -> String {
    let mut names: Vec<String> = found.iter().map(|row| row.name.clone()).collect();
    names.dedup();
    words.list(&names)
}

/// On a vote: who stands back on its days, for whoever runs it; a word to the person asking about what they declared.
pub(crate) async fn on_poll(
    rq: &Request,
    target: Target,
    days: (NaiveDate, NaiveDate),
    votes: bool,
) -> backend::Result<Option<AnyView>> {
    let words = &rq.words;
    let back = match rq.cx.may(Permission::RunPolls) {
        true => declarations::standing_back(&rq.cx, days.0, days.1).await?,
        false => Vec::new(),
    };
    let mine = if votes { declarations::mine_on(&rq.cx, target).await? } else { Vec::new() };
    let here = on(rq, target).await?;
    if back.is_empty() && mine.is_empty() && here.is_none() {
        return Ok(None);
    }
    let back = (!back.is_empty()).then(|| {
        let said = say!(words, "declarations-back", count = back.len(), names = named(words, &back));
        view! { <Notice tone=NoticeTone::Info><p>{said}</p></Notice> }
    });
    let mine = mine.first().map(|(kind, declared)| {
        let key = match kind {
            DeclarationKind::Conflict => "declarations-warn-conflict",
            DeclarationKind::Withdrawal => "declarations-warn-withdrawal",
        };
        let values = Values::from([("subject".into(), declared.subject.clone().into())]);
        let said = words.fill(key, &values);
        view! { <Notice tone=NoticeTone::Warning><p>{said}</p></Notice> }
    });
    Ok(Some(view! { {mine}{back}{here} }.into_any()))
}
