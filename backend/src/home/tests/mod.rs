mod asked;
mod cost;
mod news;

use chrono::TimeDelta;
use domain::{
    Refusal, Version,
    contributions::{ContributionKind, State, Verdict},
    groups::GroupRole,
    home::AskedKind,
    ids::{ContributionId, RevisionId, UserId},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set};

use super::*;
use crate::{
    Cx,
    entities::{contribution, contribution_author, review, revision, unsaved_text},
    groups,
    testing::{Cast, Group, Person, TestBackend},
};

/// Texts as they would be, whatever the way that led there.
struct Shelf<'a> {
    test: &'a TestBackend,
}

impl Shelf<'_> {
    async fn text(
        &self,
        group: Group,
        author: Person,
        state: State,
        title: &str,
    ) -> (ContributionId, RevisionId) {
        let cx = self.test.backend.system();
        let db = cx.backend.db().writer();
        let text = contribution::ActiveModel {
            group_id: Set(group.id()),
            kind: Set(ContributionKind::Contribution),
            state: Set(state),
            title: Set(title.to_owned()),
            summary: Set(String::new()),
            byline: Set(String::new()),
            created_by: Set(author.id),
            created_at: Set(cx.now),
            updated_at: Set(cx.now),
            state_since: Set(cx.now),
            version: Set(Version::FIRST),
            ..Default::default()
        };
        let text = text.insert(db).await.expect("a text");
        let written = revision::ActiveModel {
            contribution_id: Set(text.id),
            position: Set(1),
            title: Set(title.to_owned()),
            summary: Set(String::new()),
            body: Set("Un texte.".to_owned()),
            reason: Set(String::new()),
            author_id: Set(author.id),
            at: Set(cx.now),
            ..Default::default()
        };
        let written = written.insert(db).await.expect("a revision");
        let id = text.id;
        let mut text: contribution::ActiveModel = text.into();
        text.revision_id = Set(Some(written.id));
        text.update(db).await.expect("the current revision");
        let own = contribution_author::ActiveModel {
            contribution_id: Set(id),
            user_id: Set(author.id),
            position: Set(0),
        };
        own.insert(db).await.expect("an author");
        (id, written.id)
    }

    async fn verdict(&self, text: (ContributionId, RevisionId), reviewer: Person, verdict: Verdict) {
        let cx = self.test.backend.system();
        let row = review::ActiveModel {
            contribution_id: Set(text.0),
            revision_id: Set(text.1),
            reviewer_id: Set(reviewer.id),
            verdict: Set(verdict),
            comment: Set(String::new()),
            at: Set(cx.now),
            ..Default::default()
        };
        row.insert(cx.backend.db().writer()).await.expect("a review");
    }

    async fn unsaved(&self, group: Group, text: Option<ContributionId>, user: Person, title: &str) {
        let cx = self.test.backend.system();
        let row = unsaved_text::ActiveModel {
            user_id: Set(user.id),
            group_id: Set(group.id()),
            contribution_id: Set(text),
            base_version: Set(Version::FIRST),
            title: Set(title.to_owned()),
            kind: Set(String::new()),
            summary: Set(String::new()),
            body: Set("Des mots".to_owned()),
            at: Set(cx.now),
            ..Default::default()
        };
        row.insert(cx.backend.db().writer()).await.expect("an unsaved text");
    }

    async fn asked(&self, person: Person) -> Vec<(AskedKind, String)> {
        let cx = self.test.as_user(person.id).await;
        let asked = asked_of_me(&cx).await.expect("what is asked");
        asked.now.into_iter().map(|ask| (ask.kind, ask.title)).collect()
    }
}

fn asks(expected: &[(AskedKind, &str)]) -> Vec<(AskedKind, String)> {
    expected.iter().map(|(kind, title)| (*kind, (*title).to_owned())).collect()
}
