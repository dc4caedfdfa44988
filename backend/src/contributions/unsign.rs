//! Taking somebody's name away where the product wrote it: where they sign, and where a comment names them.

use domain::{
    ids::{ContributionId, UserId},
    personal_data::FORMER_MEMBER,
};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    sea_query::Expr,
};

use super::{authors::set_byline, comments, list::names};
use crate::{
    Result,
    entities::{contribution, contribution_author, dissent, dissent_signature, print},
};

/// Has somebody sign as a former member, in what was adopted too: the frozen text itself names nobody. The documents
/// that say their name are forgotten, to be made again if somebody asks: gives their contents.
pub(crate) async fn unsign(tx: &impl ConnectionTrait, person: UserId, name: &str) -> Result<Vec<String>> {
    let signed: Vec<ContributionId> = contribution_author::Entity::find()
        .select_only()
        .column(contribution_author::Column::ContributionId)
        .filter(contribution_author::Column::UserId.eq(person))
        .into_tuple()
        .all(tx)
        .await?;
    for text in &signed {
        unsign_text(tx, *text, person, name).await?;
    }
    dissent_signature::Entity::update_many()
        .col_expr(dissent_signature::Column::Name, Expr::value(FORMER_MEMBER))
        .filter(dissent_signature::Column::UserId.eq(person))
        .exec(tx)
        .await?;
    let opinions = dissent_signature::Entity::find()
        .select_only()
        .column(dissent_signature::Column::DissentId)
        .filter(dissent_signature::Column::UserId.eq(person))
        .into_query();
    let about = dissent::Entity::find()
        .select_only()
        .column(dissent::Column::ContributionId)
        .filter(dissent::Column::Id.in_subquery(opinions))
        .into_query();
    let say = Condition::any()
        .add(print::Column::ContributionId.is_in(signed))
        .add(print::Column::ContributionId.in_subquery(about))
        .add(print::Column::Proof.contains(name));
    let contents: Vec<Option<String>> = print::Entity::find()
        .select_only()
        .column(print::Column::Sha256)
        .filter(say.clone())
        .into_tuple()
        .all(tx)
        .await?;
    print::Entity::delete_many().filter(say).exec(tx).await?;
    Ok(contents.into_iter().flatten().collect())
}

/// The line of a byline that is somebody's is known by their place among the authors: what was adopted bears the name
/// that they had then.
async fn unsign_text(
    tx: &impl ConnectionTrait,
    text: ContributionId,
    person: UserId,
    name: &str,
) -> Result<()> {
    use contribution_author::Column;

    let byline: Option<String> = contribution::Entity::find_by_id(text)
        .select_only()
        .column(contribution::Column::Byline)
        .into_tuple()
        .one(tx)
        .await?;
    let authors: Vec<UserId> = contribution_author::Entity::find()
        .select_only()
        .column(Column::UserId)
        .filter(Column::ContributionId.eq(text))
        .order_by_asc(Column::Position)
        .into_tuple()
        .all(tx)
        .await?;
    let mut lines = names(&byline.unwrap_or_default());
    let place = authors.iter().position(|author| *author == person);
    let same = lines.len() == authors.len();
    for (at, line) in lines.iter_mut().enumerate() {
        if line == name || (same && place == Some(at)) {
            FORMER_MEMBER.clone_into(line);
        }
    }
    set_byline(tx, text, &lines.join("\n")).await
}

/// Takes somebody's name away where comments name them.
pub(crate) async fn unname(tx: &impl ConnectionTrait, person: UserId, name: &str) -> Result<()> {
    comments::unname(tx, person, name).await
}
