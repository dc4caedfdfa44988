//! The cast: who plays the tests, the same people and groups as the demonstration's.

use chrono::{Days, NaiveDate};
use domain::{
    Version,
    council::{CouncilSettings, Words},
    groups::{GroupFacts, GroupKind, GroupRole, GroupState, Visibility},
    ids::{GroupId, UserId},
    people::CouncilRole,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ConnectionTrait};

use super::TestBackend;
use crate::{
    Cx, council,
    entities::{group, mandate, membership, user},
};

/// A person of the cast.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Person {
    /// Their record.
    pub id: UserId,
    /// Their address.
    pub email: &'static str,
}

/// A group of the cast.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its facts, for the policy.
    pub facts: GroupFacts,
    /// Its address.
    pub slug: &'static str,
}

impl Group {
    /// Its identifier.
    pub fn id(&self) -> GroupId {
        self.facts.id
    }
}

/// The people and groups of every test.
#[derive(Clone, Copy, Debug)]
pub struct Cast {
    /// Runs the installation; staff of the council.
    pub administrator: Person,
    /// Presides; member and facilitator of the secret `bureau`.
    pub chair: Person,
    /// Facilitator of `mobilites`.
    pub facilitator: Person,
    /// Member of `mobilites`.
    pub member: Person,
    /// Member of `mobilites` too: a second pair of eyes.
    pub reviewer: Person,
    /// Observer of `mobilites`.
    pub observer: Person,
    /// Member and facilitator of `alimentation` only.
    pub other: Person,
    /// A member whose mandate is over and who belongs to no group.
    pub former: Person,
    /// Suspended, otherwise a member of `mobilites`.
    pub suspended: Person,
    /// A closed group.
    pub mobilites: Group,
    /// An open group.
    pub alimentation: Group,
    /// A secret group.
    pub bureau: Group,
}

impl Cast {
    /// Everybody, with the name used in tables of expected answers.
    pub fn everybody(&self) -> [(&'static str, Person); 9] {
        [
            ("other member", self.other),
            ("member", self.member),
            ("reviewer", self.reviewer),
            ("observer", self.observer),
            ("facilitator", self.facilitator),
            ("chair", self.chair),
            ("administrator", self.administrator),
            ("former member", self.former),
            ("suspended", self.suspended),
        ]
    }
}

pub(super) async fn arrive(test: &TestBackend) -> Cast {
    let cx = &test.backend.system();
    let tx = cx.begin().await.expect("a transaction");
    let settings = CouncilSettings {
        name: "Conseil de développement du Pays des Trois Rivières".into(),
        territory: "Pays des Trois Rivières".into(),
        presentation: "Des habitants qui étudient les questions du pays.".into(),
        joining: "Écrivez-nous.".into(),
        contact_email: "contact@conseil.example".into(),
        colleges: vec!["Habitants".into(), "Associations".into()],
        checklist: Vec::new(),
    };
    council::install(cx, &tx, &settings, &Words::default()).await.expect("the council is installed");

    let person =
        async |email, name, role, admin| Person { id: user(cx, &tx, email, name, role, admin).await, email };
    use CouncilRole::{Chair, Member, Staff};
    let administrator = person("administration@demo.example", "Nadège Corvaisier", Staff, true).await;
    let chair = person("presidence@demo.example", "Armelle Goasdoué", Chair, false).await;
    let facilitator = person("referente@demo.example", "Maryse Belvaux", Member, false).await;
    let member = person("membre@demo.example", "Gérard Pontivy", Member, false).await;
    let reviewer = person("odile.rambert@demo.example", "Odile Rambert", Member, false).await;
    let observer = person("observation@demo.example", "Lise Ormeau", Staff, false).await;
    let other = person("autre@demo.example", "Simone Tréguier", Member, false).await;
    let former = person("ancien@demo.example", "Lucien Faugère", Member, false).await;
    let suspended = person("suspendu@demo.example", "René Lambron", Member, false).await;

    let yesterday = cx.today().checked_sub_days(Days::new(1)).expect("a day before");
    end_mandates(&tx, former.id, yesterday).await;
    let suspension =
        user::ActiveModel { id: Set(suspended.id), suspended_at: Set(Some(cx.now)), ..Default::default() };
    suspension.update(&tx).await.expect("suspended");

    let mobilites = group(cx, &tx, "mobilites", "Mobilités du quotidien", Visibility::Closed).await;
    let alimentation =
        group(cx, &tx, "alimentation", "Alimentation et terres agricoles", Visibility::Open).await;
    let bureau = group(cx, &tx, "bureau", "Bureau", Visibility::Secret).await;
    for (group, person, role) in [
        (mobilites, facilitator, GroupRole::Facilitator),
        (mobilites, member, GroupRole::Member),
        (mobilites, reviewer, GroupRole::Member),
        (mobilites, observer, GroupRole::Observer),
        (mobilites, suspended, GroupRole::Member),
        (alimentation, other, GroupRole::Facilitator),
        (bureau, chair, GroupRole::Facilitator),
    ] {
        let row = membership::ActiveModel {
            group_id: Set(group.id()),
            user_id: Set(person.id),
            role: Set(role),
            since: Set(cx.now),
            ..Default::default()
        };
        row.insert(&tx).await.expect("a member");
    }
    cx.commit(tx).await.expect("the cast arrives");
    Cast {
        administrator,
        chair,
        facilitator,
        member,
        reviewer,
        observer,
        other,
        former,
        suspended,
        mobilites,
        alimentation,
        bureau,
    }
}

async fn user(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    email: &str,
    name: &str,
    role: CouncilRole,
    is_administrator: bool,
) -> UserId {
    let row = user::ActiveModel {
        email: Set(email.to_owned()),
        name: Set(name.to_owned()),
        is_administrator: Set(is_administrator),
        college: Set("Habitants".to_owned()),
        organisation: Set(String::new()),
        commune: Set("Valcendre".to_owned()),
        created_at: Set(cx.now),
        version: Set(Version::FIRST),
        ..Default::default()
    };
    let id = row.insert(tx).await.expect("a person").id;
    let mandate = mandate::ActiveModel {
        user_id: Set(id),
        role: Set(role),
        starts_on: Set(cx.today().checked_sub_days(Days::new(300)).expect("a day before")),
        ends_on: Set(None),
        ..Default::default()
    };
    mandate.insert(tx).await.expect("a mandate");
    id
}

async fn end_mandates(tx: &impl ConnectionTrait, id: UserId, day: NaiveDate) {
    use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};
    mandate::Entity::update_many()
        .col_expr(mandate::Column::EndsOn, Expr::value(Some(day)))
        .filter(mandate::Column::UserId.eq(id))
        .exec(tx)
        .await
        .expect("the mandate ends");
}

async fn group(
    cx: &Cx,
    tx: &impl ConnectionTrait,
    slug: &'static str,
    name: &str,
    visibility: Visibility,
) -> Group {
    let row = group::ActiveModel {
        slug: Set(slug.to_owned()),
        name: Set(name.to_owned()),
        name_folded: Set(crate::fold::fold(name)),
        kind: Set(GroupKind::WorkingGroup),
        visibility: Set(visibility),
        state: Set(GroupState::Active),
        mandate: Set("Dire ce qui change pour les habitants.".to_owned()),
        created_at: Set(cx.now),
        version: Set(Version::FIRST),
        ..Default::default()
    };
    let row = row.insert(tx).await.expect("a group");
    Group { facts: row.facts(), slug }
}
