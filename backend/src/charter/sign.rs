//! Signing the version in force of a text that members sign, and writing down a signature given on paper.

use bytes::Bytes;
use chrono::NaiveDate;
use domain::{
    FieldProblem, Refusal,
    charter::Standing,
    form,
    ids::UserId,
    library::Media,
    policy::{CharterAction, Permission},
    refusal::{Forbidden, Transition},
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait,
    sea_query::{OnConflict, SelectStatement},
};

use super::{
    articles::{Reading, read},
    compare::{ArticleComparison, ArticleFate, between},
    load::{TextHead, VersionHead, head, words_of},
};
use crate::{
    Cx, Found, Result,
    contributions::apart,
    entities::{framing_signature, user},
    events::{Event, EventKind},
    files::Staged,
    library::{self, FileView, Room, keep_made, kept_as, room_of, still_kept},
    people,
};

/// The largest scan received, in megabytes.
pub const SCAN_MEGABYTES: u64 = 20;

/// What somebody signs.
#[derive(Clone, Debug)]
pub struct ToSign {
    /// The text and its versions.
    pub head: TextHead,
    /// The version in force.
    pub version: VersionHead,
    /// When the person asking signed it, if they did.
    pub signed_on: Option<NaiveDate>,
    /// The last version that they signed before, and what changed since: that alone is read again.
    pub since: Option<(VersionHead, Vec<ArticleComparison>)>,
    /// All that it says, for who signs for the first time.
    pub reading: Option<Reading>,
}

/// What the person asking signs.
///
/// # Errors
/// `Forbidden` but for members of the council; `NotFound`; `NotToBeSigned`, `NotInForce`.
pub async fn to_sign(cx: &Cx, slug: &str) -> Result<ToSign> {
    cx.require_oneself(Forbidden::SignatureOnBehalf)?;
    cx.require(Permission::Charter(CharterAction::Sign))?;
    let me = cx.person()?.id;
    let head = head(cx, slug).await?;
    let version = signable(&head, None)?.clone();
    let mine = framing_signature::Entity::find()
        .filter(framing_signature::Column::UserId.eq(me))
        .filter(framing_signature::Column::VersionId.is_in(head.versions.iter().map(|one| one.id)))
        .all(cx.reader())
        .await?;
    let signed_on = mine.iter().find(|one| one.version_id == version.id).map(|one| one.signed_on);
    let earlier = head
        .versions
        .iter()
        .filter(|one| one.id != version.id && mine.iter().any(|signed| signed.version_id == one.id));
    let earlier = earlier.max_by_key(|one| (one.in_force_on, one.number)).cloned();
    let ids = [Some(version.id), earlier.as_ref().map(|one| one.id)];
    let words = words_of(cx.reader(), ids.into_iter().flatten()).await?;
    let body = |of: &VersionHead| words.iter().find(|(id, _)| *id == of.id).map(|(_, body)| body.clone());
    let now = body(&version).found()?;
    let (since, reading) = match earlier.and_then(|earlier| Some((body(&earlier)?, earlier))) {
        Some((before, earlier)) => {
            let mut changed = apart(before.len() + now.len(), move || between(&before, &now)).await?;
            changed.retain(|article| article.fate != ArticleFate::Same);
            (Some((earlier, changed)), None)
        }
        None => (None, Some(read(&now).await?)),
    };
    Ok(ToSign { head, version, signed_on, since, reading })
}

/// The version that is signed: the one in force, and no other.
fn signable(head: &TextHead, number: Option<i32>) -> Result<&VersionHead> {
    if !head.to_sign {
        return Err(Refusal::Transition(Transition::NotToBeSigned).into());
    }
    let wanted = match number {
        Some(number) => head.number(number),
        None => head.in_force(),
    };
    let not_in_force = || Refusal::Transition(Transition::NotInForce).into();
    wanted.filter(|version| version.standing == Standing::InForce).ok_or_else(not_in_force)
}

/// Signs a version, which must be the one in force. A refusal leaves a line in the journal, and nothing else.
///
/// # Errors
/// `Forbidden` but for members of the council; `NotFound`; `NotToBeSigned`, `NotInForce`, `AlreadySigned`.
pub async fn sign(cx: &Cx, slug: &str, number: i32) -> Result<()> {
    let outcome = try_sign(cx, slug, number).await;
    if let Err(crate::Error::Refused(why @ Refusal::Transition(_))) = &outcome {
        let tx = cx.begin().await?;
        let data = serde_json::json!({ "framing": slug, "number": number, "why": why });
        Event::new(EventKind::FramingSignatureRefused).data(&data)?.record(cx, &tx).await?;
        cx.commit(tx).await?;
    }
    outcome
}

async fn try_sign(cx: &Cx, slug: &str, number: i32) -> Result<()> {
    cx.require_oneself(Forbidden::SignatureOnBehalf)?;
    cx.require(Permission::Charter(CharterAction::Sign))?;
    let me = cx.person()?;
    let head = head(cx, slug).await?;
    let version = signable(&head, Some(number))?;
    let tx = cx.begin().await?;
    let signature = Signature { of: me.id, name: &me.name, on: cx.today(), scan: None };
    write(cx, &tx, version, signature).await?;
    told(cx, &tx, EventKind::FramingSigned, slug, number, me.id).await?;
    cx.commit(tx).await
}

struct Signature<'a> {
    of: UserId,
    name: &'a str,
    on: NaiveDate,
    scan: Option<String>,
}

async fn write(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    version: &VersionHead,
    signature: Signature<'_>,
) -> Result<()> {
    let recorded_by = if signature.scan.is_some() { cx.actor.user_id() } else { None };
    let row = framing_signature::ActiveModel {
        version_id: Set(version.id),
        user_id: Set(signature.of),
        name: Set(signature.name.to_owned()),
        signed_on: Set(signature.on),
        fingerprint: Set(version.fingerprint.clone()),
        scan: Set(signature.scan),
        recorded_at: Set(cx.now),
        recorded_by: Set(recorded_by),
    };
    let key = [framing_signature::Column::VersionId, framing_signature::Column::UserId];
    let once = OnConflict::columns(key).do_nothing().to_owned();
    let written = framing_signature::Entity::insert(row).on_conflict(once).exec_without_returning(tx).await?;
    if written == 0 { Err(Refusal::Transition(Transition::AlreadySigned).into()) } else { Ok(()) }
}

async fn told(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    kind: EventKind,
    slug: &str,
    number: i32,
    of: UserId,
) -> Result<()> {
    let data = serde_json::json!({ "framing": slug, "number": number });
    Event::new(kind).user(of).data(&data)?.record(cx, tx).await
}

/// What may be received of a scan.
///
/// # Errors
/// `Forbidden` but for the staff.
pub async fn room_for_scan(cx: &Cx) -> Result<Room> {
    cx.require(Permission::Charter(CharterAction::TakePaper))?;
    let Room { file, left } = room_of(cx, None).await?;
    Ok(Room { file: file.min(SCAN_MEGABYTES * 1_000_000), left })
}

/// Whether what has arrived may be a scan: a PDF or a picture.
///
/// # Errors
/// `Invalid` on the field `files`.
pub fn may_be_scan(staged: &Staged) -> Result<()> {
    let media_type = library::recognised(&staged.head).unwrap_or_default();
    if media_type == "application/pdf" || Media::of(media_type) == Media::Image {
        Ok(())
    } else {
        Err(Refusal::field("files", FieldProblem::NotAScan).into())
    }
}

/// Writes down a signature given on paper, with its scan.
///
/// # Errors
/// `Forbidden` but for the staff; `NotFound`; `Invalid`; `NotToBeSigned`, `NotInForce`, `AlreadySigned`.
pub async fn take_paper_signature(
    cx: &Cx,
    slug: &str,
    number: i32,
    who: &str,
    signed_on: &str,
    scan: Bytes,
) -> Result<()> {
    cx.require(Permission::Charter(CharterAction::TakePaper))?;
    let head = head(cx, slug).await?;
    let version = signable(&head, Some(number))?;
    let who: Option<UserId> = who.trim().parse().ok();
    let known = match who {
        Some(who) => people::members_among(cx, cx.reader(), &[who]).await?.first().copied(),
        None => None,
    };
    let who = known.ok_or(FieldProblem::NotAChoice);
    let on = form::date(signed_on).and_then(|day| match (day, version.in_force_on) {
        (day, _) if day > cx.today() => Err(FieldProblem::InTheFuture),
        (day, Some(from)) if day < from => Err(FieldProblem::BeforeInForce),
        (day, _) => Ok(day),
    });
    let mut problems = form::Problems::new();
    let who = problems.check("who", who);
    let on = problems.check("signed_on", on);
    problems.into_result()?;
    let (who, on) = who.zip(on).ok_or(Refusal::Malformed)?;
    let signed = framing_signature::Entity::find_by_id((version.id, who)).one(cx.reader()).await?;
    if signed.is_some() {
        return Err(Refusal::Transition(Transition::AlreadySigned).into());
    }
    let name = user::Entity::find_by_id(who).one(cx.reader()).await?.found()?.name;
    let media_type = library::recognised(&scan).unwrap_or("application/octet-stream");
    let sha256 = keep_made(cx, scan, media_type).await?;
    let tx = cx.begin().await?;
    still_kept(&tx, &sha256).await?;
    let signature = Signature { of: who, name: &name, on, scan: Some(sha256) };
    write(cx, &tx, version, signature).await?;
    told(cx, &tx, EventKind::FramingSignatureTaken, slug, number, who).await?;
    cx.commit(tx).await
}

/// The scan of a signature, for the staff and whoever signed.
///
/// # Errors
/// `NotFound`, also for everybody else; `SignInRequired`.
pub async fn scan(cx: &Cx, slug: &str, number: i32, of: UserId) -> Result<FileView> {
    let mine = cx.person()?.id == of;
    if !mine && !cx.may(Permission::Charter(CharterAction::TakePaper)) {
        return Err(Refusal::NotFound.into());
    }
    let head = head(cx, slug).await?;
    let version = head.number(number).ok_or(Refusal::NotFound)?;
    let row = framing_signature::Entity::find_by_id((version.id, of)).one(cx.reader()).await?.found()?;
    let sha256 = row.scan.ok_or(Refusal::NotFound)?;
    Ok(FileView { name: format!("{slug}-signature-{of}"), ..kept_as(cx, &sha256).await? })
}

/// The contents that are scans of signatures: they are kept.
pub(crate) fn scans() -> SelectStatement {
    framing_signature::Entity::find()
        .select_only()
        .column(framing_signature::Column::Scan)
        .filter(framing_signature::Column::Scan.is_not_null())
        .into_query()
}
