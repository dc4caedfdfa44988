//! A text as its room asks for it, and what is typed in it as a version.

use domain::{
    Version,
    contributions::ContributionText,
    ids::{ContributionId, UserId},
    policy::{ContributionAction, GroupAction, Permission},
};

use super::{
    load::{Loaded, load, source},
    write::{Writing, write},
};
use crate::{
    Cx, Result,
    live::{self, Kept, Part, Written},
};

/// The text, for somebody who may do this to it, once what is typed together is a version.
pub(super) async fn load_whole(cx: &Cx, id: ContributionId, action: ContributionAction) -> Result<Loaded> {
    let text = load(cx, id, action).await?;
    if text.is_ahead() && live::keep(cx, id).await?.is_some() {
        return load(cx, id, action).await;
    }
    Ok(text)
}

impl Written for Loaded {
    type Id = ContributionId;

    async fn find(cx: &Cx, id: ContributionId) -> Result<Loaded> {
        load(cx, id, ContributionAction::Read).await
    }

    fn version(&self) -> Version {
        self.version
    }

    fn is_ahead(&self) -> bool {
        Loaded::is_ahead(self)
    }

    fn may_have_versions(&self) -> bool {
        // What was typed until its group closed is kept.
        self.state.is_writable()
    }

    fn still_written(&self) -> Result<()> {
        self.require_writable()
    }

    fn may_be_read(&self, cx: &Cx) -> bool {
        cx.may(Permission::Contribution(ContributionAction::Read, &self.facts()))
    }

    fn part(&self, cx: &Cx) -> Result<Part> {
        let facts = self.facts();
        if cx.may(Permission::Contribution(ContributionAction::Write, &facts)) {
            return Ok(Part::Writes);
        }
        cx.require(Permission::Group(GroupAction::ReadDrafts, &facts.group))?;
        Ok(Part::Reads)
    }

    async fn words(&self, cx: &Cx, version: Version) -> Result<String> {
        Ok(source(cx.reader(), self.id, version).await?.body)
    }

    async fn keep(&self, cx: &Cx, typed: &str, by: &[UserId]) -> Result<Kept> {
        let current = source(cx.reader(), self.id, self.version).await?;
        if typed == current.body {
            return Ok(Kept::Same);
        }
        let (by, with) = match by.split_last() {
            Some((last, others)) => (*last, others),
            None => (current.author_id, &[][..]),
        };
        let text = ContributionText {
            title: current.title.clone(),
            kind: self.kind,
            summary: current.summary.clone(),
            body: typed.to_owned(),
            reason: String::new(),
        };
        let writing =
            Writing { by, merged_from: None, shared: Some(typed), with, accepting: None, intake: None };
        let written = write(cx, self, &current, &text, &writing).await?;
        Ok(written.map_or(Kept::Meanwhile, Kept::Version))
    }
}
