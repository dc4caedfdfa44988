//! Taking somebody's name away where a comment names them: the product wrote it, or knew it for theirs.

use domain::{ids::UserId, personal_data::FORMER_MEMBER};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait, sea_query::Expr,
};

use super::messages::render;
use crate::{
    Result,
    entities::{comment_mention, comment_message},
    fold::fold,
};

/// In every message in which `person`, of this name, is known to be named.
pub(in crate::contributions) async fn unname(
    tx: &impl ConnectionTrait,
    person: UserId,
    name: &str,
) -> Result<()> {
    let naming = comment_mention::Entity::find()
        .select_only()
        .column(comment_mention::Column::MessageId)
        .filter(comment_mention::Column::UserId.eq(person))
        .into_query();
    let rows = comment_message::Entity::find()
        .filter(comment_message::Column::Id.in_subquery(naming))
        .all(tx)
        .await?;
    for row in rows {
        let body = without(&row.body, name);
        if body == row.body {
            continue;
        }
        let (html, excerpt) = render(row.comment_id, row.position, &body);
        comment_message::Entity::update_many()
            .col_expr(comment_message::Column::Body, Expr::value(body))
            .col_expr(comment_message::Column::Html, Expr::value(html))
            .col_expr(comment_message::Column::Excerpt, Expr::value(excerpt))
            .col_expr(comment_message::Column::Version, Expr::value(row.version.next()))
            .filter(comment_message::Column::Id.eq(row.id))
            .exec(tx)
            .await?;
    }
    Ok(())
}

/// The same words, where what follows a sign `@` and reads as this name is that of a former member.
fn without(body: &str, name: &str) -> String {
    let (name, mut said, mut rest) = (fold(name), String::with_capacity(body.len()), body);
    while let Some((before, after)) = rest.split_once('@') {
        said.push_str(before);
        said.push('@');
        let ends = after.char_indices().map(|(at, c)| at + c.len_utf8());
        let end = ends.take_while(|end| fold(&after[..*end]).len() <= name.len());
        // Signs that fold to nothing after the name are not of it.
        let end = end.filter(|end| fold(&after[..*end]) == name).min();
        let whole = end.filter(|end| !after[*end..].starts_with(char::is_alphanumeric));
        match whole {
            Some(end) => {
                said.push_str(FORMER_MEMBER);
                rest = &after[end..];
            }
            None => rest = after,
        }
    }
    said + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_goes_where_it_is_called_and_nowhere_else() {
        let said = "Merci @gerard pontivy, et @Gérard Pontivyen ; Gérard Pontivy dit oui. @Gérard Pontivy";
        let left = "Merci @Ancien membre, et @Gérard Pontivyen ; Gérard Pontivy dit oui. @Ancien membre";
        assert_eq!(without(said, "Gérard Pontivy"), left);
        assert_eq!(without("a@b", "Gérard Pontivy"), "a@b");
    }
}
