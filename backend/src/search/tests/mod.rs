//! The table of French searches, and who finds what.

mod documents;
mod french;
mod index;
mod inside;
mod rights;

use domain::{
    contributions::{ContributionForm, ReviewForm},
    discussions::{MessageForm, ThreadForm},
    ids::{ContributionId, ThreadId},
};

use super::*;
use crate::{Cx, PageNumber, contributions, discussions, testing::TestBackend};

/// What is found, page after page, as the words it is known by.
async fn found(cx: &Cx, typed: &str) -> Vec<Found> {
    narrowed(cx, typed, Filter::default()).await
}

async fn narrowed(cx: &Cx, typed: &str, filter: Filter) -> Vec<Found> {
    let mut all = Vec::new();
    for page in 1..=50 {
        let number = PageNumber::parse(Some(&page.to_string()));
        let results = find(cx, typed, &filter, number).await.expect("found");
        let last = page >= results.page.pages();
        all.extend(results.page.rows);
        if last {
            break;
        }
    }
    all
}

/// The titles of what is found, in their order.
async fn titles(cx: &Cx, typed: &str) -> Vec<String> {
    found(cx, typed).await.iter().map(|found| said(&found.title)).collect()
}

fn said(pieces: &[Piece]) -> String {
    pieces.iter().map(|piece| piece.text.as_str()).collect()
}

fn marked(pieces: &[Piece]) -> Vec<&str> {
    pieces.iter().filter(|piece| piece.marked).map(|piece| piece.text.as_str()).collect()
}

async fn read(test: &TestBackend) -> u64 {
    catch_up(&test.backend).await.expect("the index follows")
}

fn text(title: &str, body: &str) -> ContributionForm {
    ContributionForm { title: title.into(), kind: "note".into(), body: body.into(), ..Default::default() }
}

async fn write(cx: &Cx, slug: &str, title: &str, body: &str) -> ContributionId {
    contributions::create(cx, slug, &text(title, body)).await.expect("begun")
}

async fn begin(cx: &Cx, slug: &str, subject: &str, body: &str) -> ThreadId {
    let form = ThreadForm { subject: subject.into(), body: body.into(), text: String::new() };
    discussions::begin(cx, slug, &form).await.expect("begun")
}

async fn answer(cx: &Cx, thread: ThreadId, body: &str) -> i32 {
    let form = MessageForm { body: body.into(), ..Default::default() };
    discussions::answer(cx, thread, None, &form).await.expect("answered")
}

fn review(verdict: &str, comment: &str) -> ReviewForm {
    ReviewForm { verdict: verdict.into(), comment: comment.into() }
}
