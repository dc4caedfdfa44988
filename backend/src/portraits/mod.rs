//! Photos of people and pictures of groups: optional, square, small.
//!
//! What is kept is what the program drew, never what was sent: nothing of what a camera notes is in it. Who sees the
//! person or the group sees the picture. Not here: drawing, which is done by a process that `server` starts.

mod change;
mod show;
mod whose;

pub use change::{MEGABYTES, change, may_be, remove, room};
pub use show::{of, present};
pub use whose::Whose;

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait, sea_query::SelectStatement};

use crate::entities::{group, user};

/// The contents that people and groups name: they are kept.
pub(crate) fn named() -> [SelectStatement; 2] {
    let people = user::Entity::find().select_only().column(user::Column::Portrait);
    let groups = group::Entity::find().select_only().column(group::Column::Portrait);
    [
        people.filter(user::Column::Portrait.is_not_null()).into_query(),
        groups.filter(group::Column::Portrait.is_not_null()).into_query(),
    ]
}

#[cfg(test)]
mod tests;
