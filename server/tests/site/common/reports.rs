//! What was reported, for tables of expected answers.

use std::collections::BTreeMap;

use backend::{
    discussions::{answer, show},
    moderation::{act, appeal, case, report},
};
use domain::{
    discussions::MessageForm,
    ids::UserId,
    moderation::{ReportForm, Reported, ReportedKind},
};

use super::Visit;

/// Messages of the other member of the closed group: one that its member may report, one reported, one hidden, one whose
/// author appealed. One reported in the open group.
pub async fn reports_of(visit: &Visit, things: &mut BTreeMap<String, String>) {
    let cast = &visit.cast;
    let [member, reviewer, facilitator] =
        [cast.member, cast.reviewer, cast.facilitator].map(|person| visit.test.as_user(person.id));
    let (member, reviewer, facilitator) = (member.await, reviewer.await, facilitator.await);
    let ground = ReportForm { ground: "attack".into(), ..Default::default() };
    for name in ["free", "reported", "acted", "appealed"] {
        let what = said(visit, "mobilites", cast.reviewer.id, things).await;
        things.insert(format!("report.{name}"), what.to_string());
        if name == "free" {
            continue;
        }
        let id = report(&member, what, &ground).await.expect("reported");
        things.insert(format!("case.{name}"), id.to_string());
        if name == "reported" {
            continue;
        }
        let found = case(&facilitator, id).await.expect("read");
        let content = found.content.expect("there").version;
        act(&facilitator, id, found.version, content, "Une personne est nommée.", "").await.expect("hidden");
        if name == "appealed" {
            appeal(&reviewer, what, "C’est public.").await.expect("appealed");
        }
    }
    let own = said(visit, "mobilites", cast.member.id, things).await;
    things.insert("report.own".to_owned(), own.to_string());
    let open = said(visit, "alimentation", cast.member.id, things).await;
    things.insert("report.open".to_owned(), open.to_string());
    let id = report(&reviewer, open, &ground).await.expect("reported");
    things.insert("case.open".to_owned(), id.to_string());
    let form = domain::declarations::DeclarationForm {
        kind: "conflict".into(),
        subject: "La ligne de car".into(),
        ..Default::default()
    };
    let id = backend::declarations::declare(&member, &form).await.expect("declared");
    things.insert("declaration".to_owned(), id.to_string());
}

async fn said(visit: &Visit, slug: &str, by: UserId, things: &BTreeMap<String, String>) -> Reported {
    let thread = things[&format!("thread.{slug}")].parse().expect("a number");
    let cx = visit.test.as_user(by).await;
    // Never twice the same: the second would be the first, sent again.
    let body = format!("Untel est un voleur ({}).", things.len());
    let form = MessageForm { body, ..Default::default() };
    let position = answer(&cx, thread, None, &form).await.expect("answered");
    let page = show(&cx, slug, thread, backend::PageNumber::FIRST, None).await.expect("read");
    let id = page.messages.rows.iter().find(|row| row.position == position).expect("there").id;
    Reported { kind: ReportedKind::Message, id: id.0 }
}
