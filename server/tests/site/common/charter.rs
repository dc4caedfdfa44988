//! The framing texts that tables of expected answers name.

use std::collections::BTreeMap;

use domain::Version;

use super::{Visit, files::PNG};

/// A charter in force that some have signed, with a version in preparation; rules that are still written; a guide that
/// may be put to the vote.
pub async fn charter_of(visit: &Visit, things: &mut BTreeMap<String, String>) {
    use backend::{charter, polls};
    use domain::{
        charter::{FramingForm, VersionForm},
        polls::PollForm,
    };

    let chair = visit.test.as_user(visit.cast.chair.id).await;
    let body = "## Objet\n\nUn.\n\n## Séances\n\nDeux.";
    for (kind, title, to_sign) in
        [("charter", "Charte", "oui"), ("rules", "Règlement", ""), ("guide", "Guide", "")]
    {
        let form = FramingForm {
            kind: kind.into(),
            title: title.into(),
            aim: String::new(),
            to_sign: to_sign.into(),
        };
        let (slug, number) = charter::add(&chair, &form).await.expect("added");
        if kind == "rules" {
            continue;
        }
        let form = VersionForm { body: body.into(), ..Default::default() };
        charter::save(&chair, &slug, number, Version(1), &form).await.expect("saved");
        charter::examine(&chair, &slug, number, Version(2)).await.expect("examined");
    }
    let version = |slug: &'static str| {
        let chair = chair.clone();
        async move { charter::version(&chair, slug, 1).await.expect("read").version.id }
    };
    things.insert("framing.guide".to_owned(), version("guide").await.to_string());
    let form = PollForm {
        question: "Adoptez-vous la charte ?".into(),
        body: "Assemblée plénière".into(),
        secrecy: "open".into(),
        quorum: "none".into(),
        majority: "simple".into(),
        proxies: "0".into(),
        closes_on: things["tomorrow"].clone(),
        closes_at: "18:00".into(),
        ..Default::default()
    };
    let poll = polls::prepare_on_framing(&chair, version("charte").await, &form).await.expect("prepared");
    polls::cast(&chair, poll, None, "for", "").await.expect("cast");
    polls::close_now(&chair, poll).await.expect("closed");
    polls::proclaim(&chair, poll).await.expect("proclaimed");
    let reviewer = visit.test.as_user(visit.cast.reviewer.id).await;
    charter::sign(&reviewer, "charte", 1).await.expect("signed");
    let staff = visit.test.as_user(visit.cast.administrator.id).await;
    let who = visit.cast.facilitator.id.to_string();
    charter::take_paper_signature(&staff, "charte", 1, &who, &things["today"], PNG.into())
        .await
        .expect("taken");
    assert_eq!(charter::begin(&chair, "charte").await.expect("begun"), 2);
    amendments_of(visit, things).await;
}

/// Three texts, each with an amendment of a member: one is open to amendments, two are examined; in the last one it was
/// adopted.
async fn amendments_of(visit: &Visit, things: &BTreeMap<String, String>) {
    use backend::charter::{self, amendments};
    use domain::charter::{Amendable, AmendmentForm, ExaminationForm, FramingForm, VersionForm};

    let chair = visit.test.as_user(visit.cast.chair.id).await;
    let member = visit.test.as_user(visit.cast.member.id).await;
    let facilitator = visit.test.as_user(visit.cast.facilitator.id).await;
    for title in ["Protocole", "Livret", "Carnet"] {
        let form = FramingForm { kind: "protocol".into(), title: title.into(), ..Default::default() };
        let (slug, number) = charter::add(&chair, &form).await.expect("added");
        let body = "## Objet\n\nUn.\n\n## Séances\n\nDeux.".into();
        let form = VersionForm { body, ..Default::default() };
        charter::save(&chair, &slug, number, Version(1), &form).await.expect("saved");
        let days = Amendable { from: String::new(), until: things["tomorrow"].clone() };
        charter::open_amendments(&chair, &slug, number, Version(2), &days).await.expect("opened");
        let form = AmendmentForm {
            kind: "change".into(),
            article: "1".into(),
            title: "Objet".into(),
            body: "Deux.".into(),
            reasons: "Parce que.".into(),
        };
        amendments::propose(&member, &slug, number, Version(3), None, &form).await.expect("proposed");
        if title == "Protocole" {
            amendments::support(&facilitator, &slug, number, 1).await.expect("supported");
            continue;
        }
        charter::examine(&chair, &slug, number, Version(3)).await.expect("examined");
        if title == "Carnet" {
            let adopted = ExaminationForm { outcome: "adopted".into(), ..Default::default() };
            amendments::settle(&chair, &slug, number, 1, Version(1), &adopted).await.expect("settled");
        }
    }
}
