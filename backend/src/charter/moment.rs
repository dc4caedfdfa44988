//! A version as its room asks for it, and what is typed in it as a save.

use domain::{
    Refusal, Version,
    charter::VersionState,
    ids::{FramingTextId, FramingVersionId, UserId},
    policy::{CharterAction, Permission},
    refusal::Transition,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder,
    QuerySelect,
};

use super::write::{Writing, write_over};
use crate::{
    Cx, Found, Result,
    entities::{framing_revision, framing_text, framing_version, join, live_text},
    events::{Event, EventKind},
    live::{Kept, Part, Written},
};

/// A version that may be written, without its words.
#[derive(Debug, FromQueryResult)]
pub(crate) struct Drafted {
    id: FramingVersionId,
    text_id: FramingTextId,
    number: i32,
    state: VersionState,
    version: Version,
    /// Of its shared text, if it has one: the last update, and the last one that a save holds.
    live_seq: Option<i64>,
    live_named_seq: Option<i64>,
}

/// The version of this number of a text, for somebody who follows what is prepared: its room has no other address.
///
/// # Errors
/// `NotFound`, also for those who do not follow the framing texts.
pub async fn written_at(cx: &Cx, slug: &str, number: i32) -> Result<FramingVersionId> {
    if !cx.may(Permission::Charter(CharterAction::Follow)) {
        return Err(Refusal::NotFound.into());
    }
    framing_version::Entity::find()
        .select_only()
        .column(framing_version::Column::Id)
        .join(
            JoinType::InnerJoin,
            join::<framing_version::Entity, framing_text::Entity>(
                framing_version::Column::TextId,
                framing_text::Column::Id,
            ),
        )
        .filter(framing_text::Column::Slug.eq(slug))
        .filter(framing_version::Column::Number.eq(number))
        .into_tuple()
        .one(cx.reader())
        .await?
        .found()
}

/// What a version said when it had come to `version`: the last save by then.
pub(super) async fn saved_at(
    db: &impl ConnectionTrait,
    id: FramingVersionId,
    version: Version,
) -> Result<Option<framing_revision::Model>> {
    let found = framing_revision::Entity::find()
        .filter(framing_revision::Column::VersionId.eq(id))
        .filter(framing_revision::Column::Number.lte(version))
        .order_by_desc(framing_revision::Column::Number)
        .one(db)
        .await?;
    Ok(found)
}

impl Written for Drafted {
    type Id = FramingVersionId;

    async fn find(cx: &Cx, id: FramingVersionId) -> Result<Drafted> {
        use framing_version::Column as V;
        let found: Drafted = framing_version::Entity::find_by_id(id)
            .select_only()
            .columns([V::Id, V::TextId, V::Number, V::State, V::Version])
            .column_as(live_text::Column::Seq, "live_seq")
            .column_as(live_text::Column::NamedSeq, "live_named_seq")
            .join(
                JoinType::LeftJoin,
                join::<framing_version::Entity, live_text::Entity>(
                    V::Id,
                    live_text::Column::FramingVersionId,
                ),
            )
            .into_model()
            .one(cx.reader())
            .await?
            .found()?;
        // Others read what is in force, which nobody writes.
        if found.may_be_read(cx) { Ok(found) } else { Err(Refusal::NotFound.into()) }
    }

    fn version(&self) -> Version {
        self.version
    }

    fn is_ahead(&self) -> bool {
        self.live_seq > self.live_named_seq
    }

    fn may_have_versions(&self) -> bool {
        self.state.is_writable()
    }

    fn still_written(&self) -> Result<()> {
        if self.state.is_writable() {
            Ok(())
        } else {
            Err(Refusal::Transition(Transition::FramingState).into())
        }
    }

    fn may_be_read(&self, cx: &Cx) -> bool {
        cx.may(Permission::Charter(CharterAction::Follow))
    }

    fn part(&self, cx: &Cx) -> Result<Part> {
        if cx.may(Permission::Charter(CharterAction::Prepare)) {
            return Ok(Part::Writes);
        }
        cx.require(Permission::Charter(CharterAction::Follow))?;
        Ok(Part::Reads)
    }

    async fn words(&self, cx: &Cx, version: Version) -> Result<String> {
        if version < self.version
            && let Some(saved) = saved_at(cx.reader(), self.id, version).await?
        {
            return Ok(saved.body);
        }
        let found = framing_version::Entity::find_by_id(self.id)
            .select_only()
            .column(framing_version::Column::Body)
            .into_tuple()
            .one(cx.reader())
            .await?;
        found.found()
    }

    async fn is_current(&self, tx: &impl ConnectionTrait) -> Result<bool> {
        let version: Option<Version> = framing_version::Entity::find_by_id(self.id)
            .select_only()
            .column(framing_version::Column::Version)
            .lock_exclusive()
            .into_tuple()
            .one(tx)
            .await?;
        Ok(version == Some(self.version))
    }

    async fn keep(&self, cx: &Cx, typed: &str, by: &[UserId]) -> Result<Kept> {
        let tx = cx.begin().await?;
        // In the order in which all who change a version take these.
        let text = framing_text::Entity::find_by_id(self.text_id).lock_exclusive().one(&tx).await?.found()?;
        let row = framing_version::Entity::find_by_id(self.id).lock_exclusive().one(&tx).await?.found()?;
        if row.version != self.version {
            tx.rollback().await?;
            return Ok(Kept::Meanwhile);
        }
        if row.body == typed {
            tx.rollback().await?;
            return Ok(Kept::Same);
        }
        let by = by.last().copied();
        // As it was typed: articles get their numbers when somebody saves, not while somebody is in the middle of a title.
        let writing = Writing { by, shared: Some(typed) };
        let saved = write_over(cx, &tx, row.into(), typed.to_owned(), &writing).await?;
        let data = serde_json::json!({ "framing": text.slug, "number": self.number });
        let event = Event::new(EventKind::FramingVersionSaved).data(&data)?;
        match by {
            Some(by) => event.by(by),
            None => event,
        }
        .record(cx, &tx)
        .await?;
        cx.commit(tx).await?;
        cx.backend.rooms().look(self.id);
        Ok(Kept::Version(saved.version))
    }
}
