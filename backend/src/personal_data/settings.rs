//! Who answers for the data, and the times that the council chose.

use domain::{
    Refusal, Version,
    personal_data::{DataForm, Keeping, Kept, Responsible},
    policy::Permission,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectionTrait, EntityTrait};

use crate::{
    Cx, Result,
    entities::data_setting,
    events::{Event, EventKind},
};

const ROW: i64 = 1;

/// Who answers for the data, and how long things are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataSettings {
    /// Who answers.
    pub responsible: Responsible,
    /// How long.
    pub keeping: Keeping,
    /// For the next change.
    pub version: Version,
}

/// The settings as they are, for administrators.
///
/// # Errors
/// `Forbidden` but for administrators.
pub async fn settings(cx: &Cx) -> Result<DataSettings> {
    cx.require(Permission::Administer)?;
    read(cx.reader()).await
}

/// Who answers for the data and how long it is kept: everybody may know.
///
/// # Errors
/// The database cannot be read.
pub async fn who_answers(cx: &Cx) -> Result<(Responsible, Keeping)> {
    let settings = read(cx.reader()).await?;
    Ok((settings.responsible, settings.keeping))
}

pub(super) async fn read(db: &impl ConnectionTrait) -> Result<DataSettings> {
    let Some(row) = data_setting::Entity::find_by_id(ROW).one(db).await? else {
        return Ok(DataSettings {
            responsible: Responsible::default(),
            keeping: Keeping::default(),
            version: Version(0),
        });
    };
    Ok(DataSettings {
        responsible: Responsible {
            responsible: row.responsible,
            contact: row.contact,
            officer: row.officer,
            officer_contact: row.officer_contact,
        },
        keeping: serde_json::from_str(&row.keeping)?,
        version: row.version,
    })
}

/// Changes the settings.
///
/// # Errors
/// `Forbidden` but for administrators; `Invalid`; `Conflict` if somebody changed them since `version`.
pub async fn change_settings(
    cx: &Cx,
    version: Version,
    form: &DataForm,
    days: &[(Kept, String)],
) -> Result<()> {
    cx.require(Permission::Administer)?;
    let (who, keeping) = form.check(days)?;
    let tx = cx.begin().await?;
    if read(&tx).await?.version != version {
        return Err(Refusal::Conflict.into());
    }
    let row = data_setting::ActiveModel {
        id: Set(ROW),
        responsible: Set(who.responsible),
        contact: Set(who.contact),
        officer: Set(who.officer),
        officer_contact: Set(who.officer_contact),
        keeping: Set(serde_json::to_string(&keeping)?),
        version: Set(version.next()),
    };
    if version == Version(0) {
        data_setting::Entity::insert(row).exec_without_returning(&tx).await?;
    } else {
        row.update(&tx).await?;
    }
    Event::new(EventKind::DataSettingsChanged).record(cx, &tx).await?;
    cx.commit(tx).await
}
