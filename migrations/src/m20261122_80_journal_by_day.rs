//! What people did, by its day and by group: news are read without what came before, nor what the program did when a
//! council was brought in.

use sea_orm_migration::prelude::*;

use crate::columns::index;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let by_people = || Expr::col("actor_id").is_not_null();
        schema.create_index(index("events", &["at", "id"]).and_where(by_people()).take()).await?;
        let of_group = Index::create()
            .name("events_by_people_group_id_id_idx")
            .table("events")
            .col("group_id")
            .col("id")
            .and_where(by_people())
            .take();
        schema.create_index(of_group).await
    }
}
