//! Who deposits in the common library: decided by administrators.

use domain::{FieldProblem, Refusal, Version, library::Depositors, policy::Permission};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectionTrait, EntityTrait};

use crate::{
    Cx, Result,
    entities::library_setting,
    events::{Event, EventKind},
};

const ROW: i64 = 1;

/// The settings of the common library.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Who deposits in it.
    pub depositors: Depositors,
    /// For the next change.
    pub version: Version,
}

/// The settings as they are, for administrators.
///
/// # Errors
/// `Forbidden` but for administrators.
pub async fn settings(cx: &Cx) -> Result<Settings> {
    cx.require(Permission::Administer)?;
    read(cx.reader()).await
}

/// The settings as they are; those of the product until somebody changes them.
pub(super) async fn read(db: &impl ConnectionTrait) -> Result<Settings> {
    let row = library_setting::Entity::find_by_id(ROW).one(db).await?;
    Ok(row.map_or(Settings { depositors: Depositors::Few, version: Version(0) }, |row| Settings {
        depositors: row.depositors,
        version: row.version,
    }))
}

/// Changes the settings.
///
/// # Errors
/// `Forbidden` but for administrators; `Invalid`; `Conflict` if somebody changed them since `version`.
pub async fn change_settings(cx: &Cx, version: Version, depositors: &str) -> Result<()> {
    cx.require(Permission::Administer)?;
    let chosen = Depositors::from_code(depositors)
        .ok_or_else(|| Refusal::field("depositors", FieldProblem::NotAChoice))?;
    let tx = cx.begin().await?;
    if read(&tx).await?.version != version {
        return Err(Refusal::Conflict.into());
    }
    let row =
        library_setting::ActiveModel { id: Set(ROW), depositors: Set(chosen), version: Set(version.next()) };
    if version == Version(0) {
        library_setting::Entity::insert(row).exec_without_returning(&tx).await?;
    } else {
        row.update(&tx).await?;
    }
    Event::new(EventKind::LibrarySettingsChanged).record(cx, &tx).await?;
    cx.commit(tx).await
}
