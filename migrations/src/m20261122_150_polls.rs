//! Polls: what is put to the vote, who may vote, their ballots, and what was decided.
//!
//! The ballots of a secret poll name nobody and have no time; who has voted is said apart, without time either.

use sea_orm_migration::prelude::*;

use crate::columns::{
    id, index, instant, key, number, optional_instant, optional_reference, owner, reference, words,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let flag = |name: &'static str| ColumnDef::new(name).boolean().not_null().take();
        let polls = Table::create()
            .table("polls")
            .col(id())
            .col(words("question"))
            .col(words("details"))
            .col(words("body"))
            .col(words("secrecy"))
            .col(words("quorum"))
            .col(words("majority"))
            .col(number("proxies"))
            .col(instant("opens_at"))
            .col(instant("closes_at"))
            .col(optional_reference("contribution_id"))
            .col(number("contribution_version"))
            .col(reference("created_by"))
            .col(instant("created_at"))
            .col(flag("has_electorate"))
            .col(number("paper_for"))
            .col(number("paper_against"))
            .col(number("paper_abstaining"))
            .col(optional_instant("proclaimed_at"))
            .col(optional_reference("proclaimed_by"))
            .col(number("entitled"))
            .col(number("votes_for"))
            .col(number("votes_against"))
            .col(number("votes_abstaining"))
            .col(flag("carried"))
            .col(ColumnDef::new("year").integer())
            .col(ColumnDef::new("sequence").integer())
            .col(optional_instant("cancelled_at"))
            .col(words("cancelled_reason"))
            .col(number("version"))
            .foreign_key(&mut owner("contribution_id", "contributions"))
            .foreign_key(&mut key("created_by", "users"))
            .foreign_key(&mut key("proclaimed_by", "users"))
            .take();
        schema.create_table(polls).await?;
        schema.create_index(index("polls", &["closes_at"])).await?;
        schema.create_index(index("polls", &["contribution_id"])).await?;
        schema.create_index(index("polls", &["year", "sequence"]).unique().take()).await?;
        let pair = || Index::create().col("poll_id").col("user_id").primary().take();
        let voters = Table::create()
            .table("poll_voters")
            .col(reference("poll_id"))
            .col(reference("user_id"))
            .col(flag("has_voted"))
            .col(words("manner"))
            .col(optional_reference("proxy_id"))
            .col(optional_reference("proxy_by"))
            .primary_key(&mut pair())
            .foreign_key(&mut owner("poll_id", "polls"))
            .foreign_key(&mut key("user_id", "users"))
            .foreign_key(&mut key("proxy_id", "users"))
            .foreign_key(&mut key("proxy_by", "users"))
            .take();
        schema.create_table(voters).await?;
        schema.create_index(index("poll_voters", &["user_id", "has_voted"])).await?;
        let open = Table::create()
            .table("poll_open_ballots")
            .col(reference("poll_id"))
            .col(reference("user_id"))
            .col(words("choice"))
            .col(words("manner"))
            .col(reference("cast_by"))
            .col(instant("cast_at"))
            .primary_key(&mut pair())
            .foreign_key(&mut owner("poll_id", "polls"))
            .foreign_key(&mut key("user_id", "users"))
            .foreign_key(&mut key("cast_by", "users"))
            .take();
        schema.create_table(open).await?;
        let secret = Table::create()
            .table("poll_secret_ballots")
            .col(reference("poll_id"))
            .col(words("receipt"))
            .col(words("choice"))
            .primary_key(&mut Index::create().col("poll_id").col("receipt").primary().take())
            .foreign_key(&mut owner("poll_id", "polls"))
            .take();
        schema.create_table(secret).await
    }
}
