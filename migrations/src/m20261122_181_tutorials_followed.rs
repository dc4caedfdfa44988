//! What people did of tutorials: the steps they took, what they think of them, where they are stuck.

use sea_orm_migration::prelude::*;

use crate::columns::{
    id, index, instant, key, number, optional_instant, optional_reference, owner, reference, words,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

fn of_somebody(table: &'static str) -> TableCreateStatement {
    Table::create()
        .table(table)
        .col(id())
        .col(reference("tutorial_id"))
        .col(reference("user_id"))
        .foreign_key(&mut owner("tutorial_id", "tutorials"))
        .foreign_key(&mut key("user_id", "users"))
        .take()
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let marks = of_somebody("tutorial_marks").col(number("step")).col(instant("at")).take();
        schema.create_table(marks).await?;
        let once = index("tutorial_marks", &["user_id", "tutorial_id", "step"]).unique().take();
        schema.create_index(once).await?;
        let opinions = of_somebody("tutorial_opinions")
            .col(ColumnDef::new("useful").boolean().not_null())
            .col(words("words"))
            .col(instant("at"))
            .take();
        schema.create_table(opinions).await?;
        schema.create_index(index("tutorial_opinions", &["tutorial_id", "user_id"]).unique().take()).await?;
        let pleas = of_somebody("tutorial_pleas")
            .col(number("step"))
            .col(words("words"))
            .col(instant("at"))
            .col(optional_instant("settled_at"))
            .col(optional_reference("settled_by"))
            .foreign_key(&mut key("settled_by", "users"))
            .take();
        schema.create_table(pleas).await?;
        schema.create_index(index("tutorial_pleas", &["tutorial_id", "user_id"]).unique().take()).await
    }
}
