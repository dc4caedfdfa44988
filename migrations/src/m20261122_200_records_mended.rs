//! A record of adoption that was typed in wrongly is mended: when, and why. What a poll counted is not typed in.

use sea_orm_migration::prelude::*;

use crate::columns::{optional_instant, words};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let additions = [
            ColumnDef::new("by_poll").boolean().not_null().default(false).take(),
            optional_instant("mended_at"),
            words("mending").default("").take(),
        ];
        for column in additions {
            schema.alter_table(Table::alter().table("adoptions").add_column(column).take()).await?;
        }
        let carried = Query::select()
            .column("contribution_id")
            .from("polls")
            .and_where(Expr::col("carried").eq(true))
            .and_where(Expr::col("proclaimed_at").is_not_null())
            .and_where(Expr::col("contribution_id").is_not_null())
            .to_owned();
        let counted = Query::update()
            .table("adoptions")
            .value("by_poll", true)
            .and_where(Expr::col("contribution_id").in_subquery(carried))
            .to_owned();
        schema.get_connection().execute(&counted).await?;
        Ok(())
    }
}
