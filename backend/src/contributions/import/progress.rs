//! What is under way on a text that a council already has: its deadline, who reviews it, its consultation.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    FieldProblem, Refusal,
    contributions::{CONSULTED, Consultation, State},
    ids::{ContributionId, UserId},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, sea_query::Expr};

use super::ImportedContribution;
use crate::{
    Result,
    entities::{contribution, contribution_reviewer},
};

/// What is under way on an imported text, checked. Read once, when the text is brought in: here it then goes on.
#[derive(Clone, Debug, Default)]
pub struct ImportedProgress {
    /// The day by which it is due.
    pub due_on: Option<NaiveDate>,
    /// Who is to review it, and by when.
    pub reviewers: Vec<(UserId, Option<NaiveDate>)>,
    /// The consultation that goes on.
    pub consultation: Option<Consultation>,
}

impl ImportedProgress {
    /// Whether it goes with the state and the authors of the text.
    pub(super) fn check(&self, state: State, authors: &[UserId]) -> Result<()> {
        let refuse = |field, problem| Err(Refusal::field(field, problem).into());
        if !state.is_writable() && self.due_on.is_some() {
            return refuse("due_on", FieldProblem::NotAChoice);
        }
        if !state.is_writable() && !self.reviewers.is_empty() {
            return refuse("reviewers", FieldProblem::NotAChoice);
        }
        if self.reviewers.iter().any(|(id, _)| authors.contains(id)) {
            return refuse("reviewers", FieldProblem::IsAuthor);
        }
        if self.consultation.is_some() && !CONSULTED.contains(&state) {
            return refuse("consultation", FieldProblem::NotAChoice);
        }
        Ok(())
    }
}

/// Writes it beside the text, as of its last moment.
pub(super) async fn write(
    tx: &impl ConnectionTrait,
    id: ContributionId,
    imported: &ImportedContribution,
    at: DateTime<Utc>,
) -> Result<()> {
    let progress = &imported.progress;
    for (user, due_on) in &progress.reviewers {
        let row = contribution_reviewer::ActiveModel {
            contribution_id: Set(id),
            user_id: Set(*user),
            due_on: Set(*due_on),
            named_by: Set(imported.recorded_by),
            named_at: Set(at),
        };
        contribution_reviewer::Entity::insert(row).exec_without_returning(tx).await?;
    }
    let question = progress.consultation.as_ref().map(|asked| asked.question.clone()).unwrap_or_default();
    let until = progress.consultation.as_ref().map(|asked| asked.until);
    contribution::Entity::update_many()
        .col_expr(contribution::Column::DueOn, Expr::value(progress.due_on))
        .col_expr(contribution::Column::ConsultedUntil, Expr::value(until))
        .col_expr(contribution::Column::Consultation, Expr::value(question))
        .col_expr(contribution::Column::ConsultedAt, Expr::value(until.map(|_| at)))
        .filter(contribution::Column::Id.eq(id))
        .exec(tx)
        .await?;
    Ok(())
}
