//! Making a token, seeing those there are, revoking one.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::{
    Refusal,
    accounts::WayChange,
    api::{KEY_HOURS, Scopes, TOKEN_PREFIX, TOKEN_SHOWN, TOKENS_MAX, TokenForm},
    ids::{ApiTokenId, UserId},
    policy::Permission,
    refusal::{Forbidden, Transition},
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, EntityTrait, FromQueryResult, JoinType,
    PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};

use crate::{
    Backend, Cx, Found, Page, PageNumber, Result,
    entities::{api_answer, api_token, join, user},
    events::{Event, EventKind},
    files::Fingerprint,
    jobs::{self, Job},
};

/// Rows a page, of all the tokens.
const SIZE: u64 = 40;
/// Days during which a token that is over is still shown.
const DAYS_SHOWN: i64 = 30;

/// A token, without what it opens with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenView {
    /// Which.
    pub id: ApiTokenId,
    /// What it is used for.
    pub name: String,
    /// Its first characters.
    pub shown: String,
    /// What it is for.
    pub scopes: Scopes,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it ends.
    pub expires_at: DateTime<Utc>,
    /// The day on which it was last used.
    pub used_on: Option<NaiveDate>,
    /// When it was revoked, if it was.
    pub revoked_at: Option<DateTime<Utc>>,
}

impl TokenView {
    /// Whether it opens something at this moment.
    pub fn is_valid_at(&self, now: DateTime<Utc>) -> bool {
        self.revoked_at.is_none() && now < self.expires_at
    }
}

impl From<api_token::Model> for TokenView {
    fn from(row: api_token::Model) -> TokenView {
        TokenView {
            id: row.id,
            name: row.name,
            shown: row.shown,
            scopes: Scopes::stored(&row.scopes),
            created_at: row.created_at,
            expires_at: row.expires_at,
            used_on: row.used_on,
            revoked_at: row.revoked_at,
        }
    }
}

/// A token, and whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenOfPerson {
    /// Whose.
    pub user: (UserId, String),
    /// The token.
    pub token: TokenView,
}

/// How a token is kept.
pub(super) fn hashed(token: &str) -> String {
    Fingerprint::of(token.as_bytes()).to_string()
}

/// Makes a token, and gives it this once. That who asks proved who they are is seen to above.
///
/// # Errors
/// `SignInRequired`; `Invalid`; `TooManyTokens`.
pub async fn make(cx: &Cx, form: &TokenForm) -> Result<String> {
    cx.require_oneself(Forbidden::OnBehalf)?;
    let me = cx.person()?.id;
    let new = form.check()?;
    let token = format!("{TOKEN_PREFIX}{}", cx.backend.token());
    let tx = cx.begin().await?;
    user::Entity::find_by_id(me).lock_exclusive().one(&tx).await?.found()?;
    let valid = api_token::Entity::find()
        .filter(api_token::Column::UserId.eq(me))
        .filter(api_token::Column::RevokedAt.is_null())
        .filter(api_token::Column::ExpiresAt.gt(cx.now));
    if valid.count(&tx).await? >= TOKENS_MAX {
        return Err(Refusal::Transition(Transition::TooManyTokens).into());
    }
    let row = api_token::ActiveModel {
        user_id: Set(me),
        name: Set(new.name),
        token_hash: Set(hashed(&token)),
        shown: Set(token.chars().take(TOKEN_SHOWN).collect()),
        scopes: Set(new.scopes.to_string()),
        created_at: Set(cx.now),
        expires_at: Set(cx.now + TimeDelta::days(new.days.into())),
        used_on: Set(None),
        revoked_at: Set(None),
        minute: Set(0),
        requests: Set(0),
        ..Default::default()
    };
    let id = row.insert(&tx).await?.id;
    let data = serde_json::json!({ "made": id, "scopes": new.scopes.to_string() });
    Event::new(EventKind::TokenMade).user(me).data(&data)?.record(cx, &tx).await?;
    jobs::enqueue(cx, &tx, &Job::TellWayChanged { user: me, change: WayChange::TokenMade }).await?;
    cx.commit(tx).await?;
    Ok(token)
}

/// Revokes a token: one's own, or anybody's for an administrator. It opens nothing at the next request.
///
/// # Errors
/// `SignInRequired`; `NotFound`, also of what is another's, but for administrators.
pub async fn revoke(cx: &Cx, id: ApiTokenId) -> Result<()> {
    cx.require_oneself(Forbidden::OnBehalf)?;
    let me = cx.person()?.id;
    let tx = cx.begin().await?;
    let row = api_token::Entity::find_by_id(id).lock_exclusive().one(&tx).await?.found()?;
    if row.user_id != me && !cx.may(Permission::Administer) {
        return Err(Refusal::NotFound.into());
    }
    if row.revoked_at.is_some() {
        return Ok(());
    }
    let user = row.user_id;
    let next = api_token::ActiveModel { revoked_at: Set(Some(cx.now)), ..row.into() };
    next.update(&tx).await?;
    api_answer::Entity::delete_many().filter(api_answer::Column::TokenId.eq(id)).exec(&tx).await?;
    let data = serde_json::json!({ "revoked": id });
    Event::new(EventKind::TokenRevoked).user(user).data(&data)?.record(cx, &tx).await?;
    cx.commit(tx).await
}

/// One's tokens, the latest first; those that are over for a while.
///
/// # Errors
/// `SignInRequired`.
pub async fn mine(cx: &Cx) -> Result<Vec<TokenView>> {
    cx.require_oneself(Forbidden::OnBehalf)?;
    let me = cx.person()?.id;
    let rows = api_token::Entity::find()
        .filter(api_token::Column::UserId.eq(me))
        .order_by_desc(api_token::Column::Id)
        .all(cx.reader())
        .await?;
    Ok(rows.into_iter().map(TokenView::from).collect())
}

/// Everybody's tokens, the latest first.
///
/// # Errors
/// `Forbidden` but for administrators.
pub async fn all(cx: &Cx, page: PageNumber) -> Result<Page<TokenOfPerson>> {
    #[derive(FromQueryResult)]
    struct Line {
        person: String,
        #[sea_orm(nested)]
        row: api_token::Model,
    }
    cx.require(Permission::Administer)?;
    let total = api_token::Entity::find().count(cx.reader()).await?;
    let people = join::<api_token::Entity, user::Entity>(api_token::Column::UserId, user::Column::Id);
    let lines: Vec<Line> = api_token::Entity::find()
        .column_as(user::Column::Name, "person")
        .join(JoinType::InnerJoin, people)
        .order_by_desc(api_token::Column::Id)
        .offset(page.offset(SIZE))
        .limit(SIZE)
        .into_model()
        .all(cx.reader())
        .await?;
    let view = |line: Line| TokenOfPerson {
        user: (line.row.user_id, line.person),
        token: TokenView::from(line.row),
    };
    Ok(Page { rows: lines.into_iter().map(view).collect(), number: page, total, size: SIZE })
}

/// Forgets answers that were kept long enough, and tokens that have been over for a while.
///
/// # Errors
/// The database refused it.
pub async fn tidy_up(backend: &Backend) -> Result<()> {
    let (db, now) = (backend.db().writer(), backend.now());
    let old = now - TimeDelta::hours(KEY_HOURS);
    api_answer::Entity::delete_many().filter(api_answer::Column::At.lt(old)).exec(db).await?;
    let over = now - TimeDelta::days(DAYS_SHOWN);
    let over = Condition::any()
        .add(api_token::Column::ExpiresAt.lt(over))
        .add(api_token::Column::RevokedAt.lt(over));
    api_token::Entity::delete_many().filter(over).exec(db).await?;
    Ok(())
}
