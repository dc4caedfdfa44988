//! Discussions, played by the cast.

mod anything;
mod judging;
mod reading;
mod writing;

use domain::{
    Refusal, Version,
    discussions::{MessageForm, MessageState, ThreadForm},
    ids::{MessageId, ThreadId, UserId},
    refusal::{Forbidden, Transition},
};

use super::*;
use crate::{
    Cx, PageNumber, Result,
    testing::{Cast, TestBackend, refused},
};

fn opening(subject: &str, body: &str) -> ThreadForm {
    ThreadForm { subject: subject.into(), body: body.into(), text: String::new() }
}

fn says(body: &str) -> MessageForm {
    MessageForm { body: body.into(), ..Default::default() }
}

/// A discussion of `mobilites` begun by its member.
async fn begun(test: &TestBackend, cast: &Cast) -> ThreadId {
    let member = test.as_user(cast.member.id).await;
    begin(&member, "mobilites", &opening("Le dernier car du soir", "Il part *trop tôt*."))
        .await
        .expect("begun")
}

/// An answer by somebody, and which message it is.
async fn answered(test: &TestBackend, by: UserId, id: ThreadId, body: &str) -> MessageId {
    let cx = test.as_user(by).await;
    let position = answer(&cx, id, None, &says(body)).await.expect("answered");
    at(&cx, id, position).await.id
}

async fn read(cx: &Cx, id: ThreadId) -> ThreadView {
    show(cx, "mobilites", id, PageNumber::FIRST, None).await.expect("read")
}

async fn at(cx: &Cx, id: ThreadId, position: i32) -> MessageView {
    let view = read(cx, id).await;
    view.messages.rows.into_iter().find(|message| message.position == position).expect("there")
}

async fn rows(cx: &Cx, slug: &str) -> Vec<ThreadRow> {
    list(cx, slug, Filter::All, PageNumber::FIRST).await.expect("a list").page.rows
}

fn not_now(why: Transition) -> Refusal {
    Refusal::Transition(why)
}
