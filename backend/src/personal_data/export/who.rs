//! Who one is, and what was noted of what one did.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    groups::GroupRole,
    ids::UserId,
    people::CouncilRole,
    polls::{Choice, Secrecy},
};
use sea_orm::{ColumnTrait, Condition, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect};

use super::{Cell, Line, Part, by_me, code, line, moment, part, text};
use crate::{
    Cx, Found, Result,
    entities::{
        admission, dissent_signature, event, framing_signature, framing_text, framing_version, group, join,
        mail, mandate, membership, poll, poll_open_ballot, poll_voter, session, snooze, sponsor, tutorial,
        tutorial_mark, tutorial_opinion, user,
    },
};

/// Lines of the journal at most: years of work.
const JOURNAL: u64 = 20_000;

pub(super) async fn parts(cx: &Cx, me: UserId) -> Result<Vec<Part>> {
    Ok(vec![
        part("profile", profile(cx, me).await?),
        part("mandates", mandates(cx, me).await?),
        part("groups", groups(cx, me).await?),
        part("admissions", admissions(cx, me).await?),
        part("sponsors", sponsors(cx, me).await?),
        part("votes", votes(cx, me).await?),
        part("signatures", signatures(cx, me).await?),
        part("tutorials", tutorials(cx, me).await?),
        part("snoozes", snoozes(cx, me).await?),
        part("sessions", sessions(cx, me).await?),
        part("mails", mails(cx, me).await?),
        part("journal", journal(cx, me).await?),
    ])
}

async fn profile(cx: &Cx, me: UserId) -> Result<Vec<Line>> {
    let user = user::Entity::find_by_id(me).one(cx.reader()).await?.found()?;
    Ok(vec![line([
        ("name", text(user.name)),
        ("email", text(user.email)),
        ("email_shown_to", code(user.email_shown_to.code())),
        ("phone", text(user.phone)),
        ("phone_shown_to", code(user.phone_shown_to.code())),
        ("college", text(user.college)),
        ("organisation", text(user.organisation)),
        ("commune", text(user.commune)),
        ("about", text(user.about)),
        ("language", user.language.as_deref().and_then(code)),
        ("administrator", Some(Cell::Flag(user.is_administrator))),
        ("since", moment(user.created_at)),
        ("last_visit", user.last_visit_at.and_then(moment)),
    ])])
}

async fn mandates(cx: &Cx, me: UserId) -> Result<Vec<Line>> {
    let rows: Vec<(CouncilRole, NaiveDate, Option<NaiveDate>)> = mandate::Entity::find()
        .select_only()
        .columns([mandate::Column::Role, mandate::Column::StartsOn, mandate::Column::EndsOn])
        .filter(mandate::Column::UserId.eq(me))
        .order_by_asc(mandate::Column::StartsOn)
        .into_tuple()
        .all(cx.reader())
        .await?;
    let said = |(role, from, to): (CouncilRole, NaiveDate, Option<NaiveDate>)| {
        line([("role", code(role.code())), ("from", Some(Cell::Day(from))), ("to", to.map(Cell::Day))])
    };
    Ok(rows.into_iter().map(said).collect())
}

async fn groups(cx: &Cx, me: UserId) -> Result<Vec<Line>> {
    let rows: Vec<(String, GroupRole, DateTime<Utc>)> = membership::Entity::find()
        .select_only()
        .column(group::Column::Name)
        .columns([membership::Column::Role, membership::Column::Since])
        .join(
            JoinType::InnerJoin,
            join::<membership::Entity, group::Entity>(membership::Column::GroupId, group::Column::Id),
        )
        .filter(membership::Column::UserId.eq(me))
        .order_by_asc(membership::Column::Since)
        .into_tuple()
        .all(cx.reader())
        .await?;
    let said = |(name, role, since): (String, GroupRole, DateTime<Utc>)| {
        line([("group", text(name)), ("role", code(role.code())), ("since", moment(since))])
    };
    Ok(rows.into_iter().map(said).collect())
}

async fn admissions(cx: &Cx, me: UserId) -> Result<Vec<Line>> {
    let rows = admission::Entity::find()
        .select_also(group::Entity)
        .join(
            JoinType::InnerJoin,
            join::<admission::Entity, group::Entity>(admission::Column::GroupId, group::Column::Id),
        )
        .filter(admission::Column::UserId.eq(me))
        .order_by_asc(admission::Column::At)
        .all(cx.reader())
        .await?;
    let said = |(row, group): (admission::Model, Option<group::Model>)| {
        // What somebody else wrote is theirs.
        let (message, answer) =
            if row.by_id == me { (row.message, String::new()) } else { (String::new(), row.answer) };
        line([
            ("group", group.and_then(|group| text(group.name))),
            ("kind", code(row.kind.code())),
            ("state", code(row.state.code())),
            ("message", text(message)),
            ("answer", text(answer)),
            ("at", moment(row.at)),
        ])
    };
    Ok(rows.into_iter().map(said).collect())
}

async fn sponsors(cx: &Cx, me: UserId) -> Result<Vec<Line>> {
    let either = Condition::any().add(sponsor::Column::UserId.eq(me)).add(sponsor::Column::SponsorId.eq(me));
    let rows =
        sponsor::Entity::find().filter(either).order_by_asc(sponsor::Column::At).all(cx.reader()).await?;
    let said = |row: sponsor::Model| {
        line([
            ("accompanied", by_me(row.user_id, me)),
            ("state", code(row.state.code())),
            ("at", moment(row.at)),
            ("met_at", row.met_at.and_then(moment)),
        ])
    };
    Ok(rows.into_iter().map(said).collect())
}

/// What one voted in the open; of a secret vote, that one took part.
async fn votes(cx: &Cx, me: UserId) -> Result<Vec<Line>> {
    let rows = poll_voter::Entity::find()
        .select_also(poll::Entity)
        .join(
            JoinType::InnerJoin,
            join::<poll_voter::Entity, poll::Entity>(poll_voter::Column::PollId, poll::Column::Id),
        )
        .filter(poll_voter::Column::UserId.eq(me))
        .order_by_asc(poll_voter::Column::PollId)
        .all(cx.reader())
        .await?;
    let mut cast: BTreeMap<_, (Choice, DateTime<Utc>)> = poll_open_ballot::Entity::find()
        .filter(poll_open_ballot::Column::UserId.eq(me))
        .all(cx.reader())
        .await?
        .into_iter()
        .map(|row| (row.poll_id, (row.choice, row.cast_at)))
        .collect();
    let said = |(row, poll): (poll_voter::Model, Option<poll::Model>)| {
        let ballot = cast.remove(&row.poll_id);
        let poll = poll?;
        let secret = poll.secrecy == Secrecy::Secret;
        let ballot = ballot.filter(|_| !secret);
        Some(line([
            ("question", text(poll.question)),
            ("secret", Some(Cell::Flag(secret))),
            ("took_part", Some(Cell::Flag(row.has_voted))),
            ("represented", Some(Cell::Flag(row.proxy_id.is_some()))),
            ("choice", ballot.and_then(|(choice, _)| code(choice.code()))),
            ("at", ballot.and_then(|(_, at)| moment(at))),
        ]))
    };
    Ok(rows.into_iter().filter_map(said).collect())
}

async fn signatures(cx: &Cx, me: UserId) -> Result<Vec<Line>> {
    let of_version = join::<framing_signature::Entity, framing_version::Entity>(
        framing_signature::Column::VersionId,
        framing_version::Column::Id,
    );
    let of_text = join::<framing_version::Entity, framing_text::Entity>(
        framing_version::Column::TextId,
        framing_text::Column::Id,
    );
    let rows: Vec<(String, i32, String, NaiveDate, Option<String>)> = framing_signature::Entity::find()
        .select_only()
        .column(framing_text::Column::Title)
        .column(framing_version::Column::Number)
        .columns([
            framing_signature::Column::Name,
            framing_signature::Column::SignedOn,
            framing_signature::Column::Scan,
        ])
        .join(JoinType::InnerJoin, of_version)
        .join(JoinType::InnerJoin, of_text)
        .filter(framing_signature::Column::UserId.eq(me))
        .into_tuple()
        .all(cx.reader())
        .await?;
    let framing = |(title, number, name, on, scan): (String, i32, String, NaiveDate, Option<String>)| {
        line([
            ("title", text(title)),
            ("version", super::number(number)),
            ("name", text(name)),
            ("on", Some(Cell::Day(on))),
            ("on_paper", Some(Cell::Flag(scan.is_some()))),
        ])
    };
    let opinions = dissent_signature::Entity::find()
        .filter(dissent_signature::Column::UserId.eq(me))
        .all(cx.reader())
        .await?;
    let opinion = |row: dissent_signature::Model| {
        line([("opinion", super::number(row.dissent_id.0)), ("name", text(row.name)), ("at", moment(row.at))])
    };
    Ok(rows.into_iter().map(framing).chain(opinions.into_iter().map(opinion)).collect())
}

async fn tutorials(cx: &Cx, me: UserId) -> Result<Vec<Line>> {
    let rows: Vec<(String, i32, DateTime<Utc>)> = tutorial_mark::Entity::find()
        .select_only()
        .column(tutorial::Column::Title)
        .columns([tutorial_mark::Column::Step, tutorial_mark::Column::At])
        .join(
            JoinType::InnerJoin,
            join::<tutorial_mark::Entity, tutorial::Entity>(
                tutorial_mark::Column::TutorialId,
                tutorial::Column::Id,
            ),
        )
        .filter(tutorial_mark::Column::UserId.eq(me))
        .order_by_asc(tutorial_mark::Column::Id)
        .into_tuple()
        .all(cx.reader())
        .await?;
    let step = |(title, step, at): (String, i32, DateTime<Utc>)| {
        line([("title", text(title)), ("step", super::number(step)), ("at", moment(at))])
    };
    let opinions = tutorial_opinion::Entity::find()
        .select_also(tutorial::Entity)
        .join(
            JoinType::InnerJoin,
            join::<tutorial_opinion::Entity, tutorial::Entity>(
                tutorial_opinion::Column::TutorialId,
                tutorial::Column::Id,
            ),
        )
        .filter(tutorial_opinion::Column::UserId.eq(me))
        .all(cx.reader())
        .await?;
    let opinion = |(row, tutorial): (tutorial_opinion::Model, Option<tutorial::Model>)| {
        line([
            ("title", tutorial.and_then(|tutorial| text(tutorial.title))),
            ("useful", Some(Cell::Flag(row.useful))),
            ("words", text(row.words)),
            ("at", moment(row.at)),
        ])
    };
    Ok(rows.into_iter().map(step).chain(opinions.into_iter().map(opinion)).collect())
}

async fn snoozes(cx: &Cx, me: UserId) -> Result<Vec<Line>> {
    let rows = snooze::Entity::find().filter(snooze::Column::UserId.eq(me)).all(cx.reader()).await?;
    let said =
        |row: snooze::Model| line([("kind", code(row.kind.code())), ("until", Some(Cell::Day(row.until)))]);
    Ok(rows.into_iter().map(said).collect())
}

async fn sessions(cx: &Cx, me: UserId) -> Result<Vec<Line>> {
    let rows = session::Entity::find()
        .filter(session::Column::UserId.eq(me))
        .filter(session::Column::ExpiresAt.gt(cx.now))
        .order_by_asc(session::Column::CreatedAt)
        .all(cx.reader())
        .await?;
    let said = |row: session::Model| {
        line([
            ("device", text(row.device)),
            ("since", moment(row.created_at)),
            ("last_visit", moment(row.last_seen_at)),
        ])
    };
    Ok(rows.into_iter().map(said).collect())
}

/// Not their text, which may hold a link that opens an account.
async fn mails(cx: &Cx, me: UserId) -> Result<Vec<Line>> {
    let rows = mail::Entity::find()
        .filter(mail::Column::UserId.eq(me))
        .order_by_asc(mail::Column::Id)
        .all(cx.reader())
        .await?;
    let said = |row: mail::Model| {
        line([("email", text(row.recipient)), ("subject", text(row.subject)), ("at", moment(row.at))])
    };
    Ok(rows.into_iter().map(said).collect())
}

/// The lines of the journal about what one did, or what was done to one's account or place.
async fn journal(cx: &Cx, me: UserId) -> Result<Vec<Line>> {
    let either = Condition::any().add(event::Column::ActorId.eq(me)).add(event::Column::UserId.eq(me));
    let rows: Vec<(String, DateTime<Utc>, Option<UserId>)> = event::Entity::find()
        .select_only()
        .columns([event::Column::Kind, event::Column::At, event::Column::ActorId])
        .filter(either)
        .order_by_desc(event::Column::Id)
        .limit(JOURNAL)
        .into_tuple()
        .all(cx.reader())
        .await?;
    let said = |(kind, at, actor): (String, DateTime<Utc>, Option<UserId>)| {
        line([("at", moment(at)), ("kind", code(&kind)), ("by_me", Some(Cell::Flag(actor == Some(me))))])
    };
    Ok(rows.into_iter().map(said).collect())
}
