//! One's own record.

use domain::{
    Language, Refusal, Version,
    ids::UserId,
    people::{ProfileForm, ShownTo},
    refusal::Forbidden,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};

use crate::{
    Cx, Found, Result,
    entities::user,
    events::{Event, EventKind},
};

/// One's own record, to be shown and changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnProfile {
    /// One's address.
    pub email: String,
    /// One's name.
    pub name: String,
    /// One's college, which the council gives.
    pub college: String,
    /// Whom one represents, or empty.
    pub organisation: String,
    /// Where one lives or works, or empty.
    pub commune: String,
    /// The language chosen, if any.
    pub language: Option<Language>,
    /// A few words about oneself; may be empty.
    pub about: String,
    /// One's telephone number, or empty.
    pub phone: String,
    /// To whom one shows one's address.
    pub email_shown_to: ShownTo,
    /// To whom one shows one's telephone number.
    pub phone_shown_to: ShownTo,
    /// Who one is.
    pub id: UserId,
    /// What tells one's photo from another, if one has one.
    pub portrait: Option<String>,
    /// For the next change.
    pub version: Version,
}

/// One's own record.
///
/// # Errors
/// `SignInRequired`.
pub async fn own_profile(cx: &Cx) -> Result<OwnProfile> {
    cx.require_oneself(Forbidden::OnBehalf)?;
    let user = user::Entity::find_by_id(cx.person()?.id).one(cx.reader()).await?.found()?;
    Ok(OwnProfile {
        email: user.email,
        name: user.name,
        college: user.college,
        organisation: user.organisation,
        commune: user.commune,
        language: user.language.as_deref().and_then(Language::from_tag),
        about: user.about,
        phone: user.phone,
        email_shown_to: user.email_shown_to,
        phone_shown_to: user.phone_shown_to,
        id: user.id,
        portrait: user.portrait,
        version: user.version,
    })
}

/// Changes one's own record.
///
/// # Errors
/// `SignInRequired`; `Invalid`; `Conflict` if it was changed since `version`.
pub async fn change_own_profile(cx: &Cx, version: Version, form: &ProfileForm) -> Result<()> {
    cx.require_oneself(Forbidden::OnBehalf)?;
    let person = cx.person()?;
    let profile = form.check()?;
    let tx = cx.begin().await?;
    let user = user::Entity::find_by_id(person.id).one(&tx).await?.found()?;
    if user.version != version {
        return Err(Refusal::Conflict.into());
    }
    let mut user: user::ActiveModel = user.into();
    user.name = Set(profile.name);
    user.organisation = Set(profile.organisation);
    user.commune = Set(profile.commune);
    user.language = Set(Some(profile.language.tag().to_owned()));
    user.about = Set(profile.about);
    user.phone = Set(profile.phone);
    user.email_shown_to = Set(profile.email_shown_to);
    user.phone_shown_to = Set(profile.phone_shown_to);
    user.version = Set(version.next());
    user.update(&tx).await?;
    crate::contributions::name_again(&tx, person.id).await?;
    Event::new(EventKind::PersonChanged).user(person.id).record(cx, &tx).await?;
    cx.commit(tx).await
}

/// Chooses the language of one's pages and mails.
///
/// # Errors
/// `SignInRequired`.
pub async fn choose_language(cx: &Cx, language: Language) -> Result<()> {
    cx.require_oneself(Forbidden::OnBehalf)?;
    let person = cx.person()?;
    let tx = cx.begin().await?;
    user::Entity::update_many()
        .col_expr(user::Column::Language, Expr::value(language.tag()))
        .filter(user::Column::Id.eq(person.id))
        .exec(&tx)
        .await?;
    cx.commit(tx).await
}
