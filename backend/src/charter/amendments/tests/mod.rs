//! Amendments, played by the cast.

mod cost;
mod examining;
mod proposing;

use chrono::Days;
use domain::{
    Refusal, Version,
    charter::{Amendable, AmendmentForm, ExaminationForm, FramingForm, VersionForm},
    polls::PollForm,
    refusal::{FieldProblem, Transition},
};

use super::*;
use crate::{
    Cx, PageNumber, Result,
    charter::{self, VersionHead},
    polls,
    testing::{Cast, TestBackend, refused},
};

const FIRST: &str = "Avant.\n\n## Article 1. Objet\n\nNous écoutons.\n\n## Article 2. Séances\n\nNous venons aux réunions. Nous prévenons de nos absences. Nous lisons les documents.\n\n## Article 3. Fin\n\nTrois.";

fn state(why: Transition) -> Refusal {
    Refusal::Transition(why)
}

async fn head(cx: &Cx) -> VersionHead {
    charter::version(cx, "charte", 1).await.expect("read").version
}

/// A first version with these words, that is open to amendments for ten days.
async fn open_with(test: &TestBackend, cast: &Cast, body: &str) {
    let chair = test.as_user(cast.chair.id).await;
    let form = FramingForm {
        kind: "charter".into(),
        title: "Charte".into(),
        aim: String::new(),
        to_sign: "oui".into(),
    };
    charter::add(&chair, &form).await.expect("added");
    let words = VersionForm { body: body.into(), ..VersionForm::default() };
    charter::save(&chair, "charte", 1, Version(1), &words).await.expect("saved");
    let until = chair.today().checked_add_days(Days::new(10)).expect("a day").to_string();
    let days = Amendable { from: String::new(), until };
    charter::open_amendments(&chair, "charte", 1, Version(2), &days).await.expect("opened");
}

async fn open(test: &TestBackend, cast: &Cast) {
    open_with(test, cast, FIRST).await;
}

/// The examination begins.
async fn examined(cx: &Cx) {
    let version = head(cx).await.version;
    charter::examine(cx, "charte", 1, version).await.expect("examined");
}

/// Other words for an article: what is said of it in [`FIRST`], with a word for another.
fn instead(article: &str, was: &str, is: &str) -> AmendmentForm {
    let read = domain::charter::Articles::read(FIRST);
    let found = read.get(article.parse().expect("a number")).expect("an article");
    AmendmentForm {
        kind: "change".into(),
        article: article.into(),
        title: found.title.clone(),
        body: found.body.replace(was, is),
        reasons: "Parce que.".into(),
    }
}

async fn proposed(cx: &Cx, form: &AmendmentForm) -> i32 {
    let version = head(cx).await.version;
    propose(cx, "charte", 1, version, None, form).await.expect("proposed")
}

async fn view(cx: &Cx, amendment: i32) -> AmendmentView {
    super::amendment(cx, "charte", 1, amendment).await.expect("read").amendment
}

fn answer(outcome: &str) -> ExaminationForm {
    ExaminationForm { outcome: outcome.into(), ..ExaminationForm::default() }
}

async fn settled(cx: &Cx, amendment: i32, form: &ExaminationForm) -> Result<()> {
    let version = view(cx, amendment).await.version;
    settle(cx, "charte", 1, amendment, version, form).await
}

async fn source(cx: &Cx) -> String {
    charter::edit_view(cx, "charte", 1).await.expect("read").saved.body
}

/// Puts the version to the vote; the chair alone votes, for it.
async fn carried(cx: &Cx) {
    let form = PollForm {
        question: "Adoptez-vous la charte ?".into(),
        body: "Assemblée plénière".into(),
        secrecy: "open".into(),
        quorum: "none".into(),
        majority: "simple".into(),
        proxies: "0".into(),
        closes_on: cx.today().checked_add_days(Days::new(1)).expect("a day").to_string(),
        closes_at: "18:00".into(),
        ..PollForm::default()
    };
    let version = head(cx).await.id;
    let poll = polls::prepare_on_framing(cx, version, &form).await.expect("prepared");
    polls::cast(cx, poll, None, "for", "").await.expect("cast");
    polls::close_now(cx, poll).await.expect("closed");
    polls::proclaim(cx, poll).await.expect("proclaimed");
}
