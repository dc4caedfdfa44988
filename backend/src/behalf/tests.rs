use chrono::TimeDelta;
use domain::{
    Refusal,
    behalf::{ActingEnd, AskedBy, PaperForm},
    contributions::ContributionForm,
    discussions::ThreadForm,
    groups::GroupRole,
    ids::UserId,
    journal::JournalFilter,
    policy::Permission,
    polls::{PollForm, Secrecy},
    refusal::{Forbidden, Transition},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};

use super::*;
use crate::{
    Cx, Error, PageNumber, accounts, api, contributions, declarations, delegations, discussions,
    entities::{acting, event, session, user},
    feed, groups, journal, live, people, personal_data, polls,
    testing::{Cast, TestBackend},
};

fn refusal<T>(outcome: crate::Result<T>) -> Refusal {
    match outcome {
        Err(Error::Refused(refusal)) => refusal,
        Err(other) => panic!("refused otherwise: {other}"),
        Ok(_) => panic!("not refused"),
    }
}

fn asked(test: &TestBackend) -> PaperForm {
    PaperForm {
        asked_on: test.visitor().today().to_string(),
        asked_by: "letter".into(),
        note: "Classeur bleu".into(),
    }
}

/// The member takes part on paper.
async fn noted(test: &TestBackend, cast: &Cast) {
    let staff = test.as_user(cast.administrator.id).await;
    note(&staff, cast.member.id, &asked(test)).await.expect("noted");
}

/// Opens a session, and gives its key.
async fn session_of(test: &TestBackend, user: UserId) -> String {
    let key = format!("session-{user}-{}", test.backend.token());
    let now = test.backend.now();
    let row = session::ActiveModel {
        id: Set(key.clone()),
        user_id: Set(Some(user)),
        data: Set("{}".into()),
        device: Set(String::new()),
        created_at: Set(now),
        last_seen_at: Set(now),
        expires_at: Set(now + TimeDelta::days(2)),
        ..Default::default()
    };
    session::Entity::insert(row).exec_without_returning(test.backend.db().writer()).await.expect("open");
    key
}

/// What a request of this session is made with, as the web makes it.
async fn request(test: &TestBackend, key: &str) -> Cx {
    let mut cx = test.visitor();
    if let Some(known) = people::signed_in(&cx, key).await.expect("read") {
        cx.actor = known.actor;
        cx.acts(known.acting);
    }
    cx
}

/// The administrator acts for the member, in a session of this key.
async fn acting(test: &TestBackend, cast: &Cast) -> String {
    noted(test, cast).await;
    let key = session_of(test, cast.administrator.id).await;
    begin(&request(test, &key).await, &key, cast.member.id).await.expect("begun");
    key
}

async fn ends(test: &TestBackend) -> Vec<Option<ActingEnd>> {
    let rows = acting::Entity::find().all(test.backend.db().reader()).await.expect("read");
    rows.into_iter().map(|row| row.ended_how).collect()
}

fn thread() -> ThreadForm {
    ThreadForm {
        subject: "Le car de huit heures".into(),
        body: "Il part avant l’étude.".into(),
        ..ThreadForm::default()
    }
}

#[tokio::test]
async fn only_the_staff_and_administrators_note_it_and_never_of_themselves() {
    let (test, cast) = TestBackend::with_cast().await;
    let form = asked(&test);
    for who in [cast.member, cast.facilitator, cast.chair, cast.former] {
        let cx = test.as_user(who.id).await;
        let why = Refusal::Forbidden(Forbidden::AdministratorOrStaffOnly);
        assert_eq!(refusal(note(&cx, cast.reviewer.id, &form).await), why);
        let key = session_of(&test, who.id).await;
        assert_eq!(refusal(begin(&cx, &key, cast.reviewer.id).await), why);
    }
    assert_eq!(refusal(note(&test.visitor(), cast.member.id, &form).await), Refusal::SignInRequired);
    let staff = test.as_user(cast.administrator.id).await;
    let own = refusal(note(&staff, cast.administrator.id, &form).await);
    assert_eq!(own, Refusal::Forbidden(Forbidden::BehalfOfOneself));
    for not_a_member in [cast.former, cast.observer, cast.suspended] {
        let why = refusal(note(&staff, not_a_member.id, &form).await);
        assert_eq!(why, Refusal::Transition(Transition::NotOnPaper));
    }
    assert_eq!(refusal(note(&staff, UserId(9_999), &form).await), Refusal::NotFound);
    note(&staff, cast.member.id, &form).await.expect("noted");
    let again = refusal(note(&staff, cast.member.id, &form).await);
    assert_eq!(again, Refusal::Transition(Transition::OnPaperAlready));
    // Staff without the keys too.
    note(&test.as_user(cast.observer.id).await, cast.reviewer.id, &form).await.expect("noted");
    test.do_jobs().await;
    let told = test.letterbox.mails();
    assert_eq!(told.iter().filter(|mail| mail.contains("on_paper letter")).count(), 2, "{told:?}");
    let seen =
        sheet(&test.as_user(cast.chair.id).await, cast.member.id, PageNumber::FIRST).await.expect("seen");
    assert_eq!(seen.consent.as_ref().map(|asked| asked.asked_by), Some(AskedBy::Letter));
    assert!(!seen.may_act, "those who preside see it");
    assert!(refusal(list(&test.as_user(cast.other.id).await).await) != Refusal::NotFound);
    test.finish().await;
}

#[tokio::test]
async fn who_acts_has_the_rights_of_the_other_and_none_of_their_own() {
    let (test, cast) = TestBackend::with_cast().await;
    let key = acting(&test, &cast).await;
    let cx = request(&test, &key).await;
    assert_eq!(cx.actor.user_id(), Some(cast.member.id));
    assert_eq!(cx.acting().map(|acting| acting.by.0), Some(cast.administrator.id));
    assert!(cx.may(Permission::ReadDirectory) && cx.may(Permission::Vote));
    for never in [Permission::Administer, Permission::ManagePeople, Permission::Invite, Permission::RunPolls]
    {
        assert!(!cx.may(never), "{never:?}");
        assert_eq!(refusal(cx.require(never)), Refusal::Forbidden(Forbidden::OnBehalf));
    }
    assert_eq!(cx.actor.role_in(cast.mobilites.id()), Some(GroupRole::Member));
    // What the other loses is lost at the very next request.
    let facilitator = test.as_user(cast.facilitator.id).await;
    groups::remove_member(&facilitator, "mobilites", cast.member.id).await.expect("removed");
    assert_eq!(request(&test, &key).await.actor.role_in(cast.mobilites.id()), None);
    // Nobody acts for yet another one.
    note(&test.as_user(cast.observer.id).await, cast.reviewer.id, &asked(&test)).await.expect("noted");
    let cx = request(&test, &key).await;
    let again = refusal(begin(&cx, &key, cast.reviewer.id).await);
    assert_eq!(again, Refusal::Forbidden(Forbidden::OnBehalf));
    stop(&cx).await.expect("ended");
    let cx = request(&test, &key).await;
    assert!(cx.acting().is_none() && cx.may(Permission::Administer));
    assert_eq!(stop(&cx).await.expect("nothing to end"), None);
    test.do_jobs().await;
    test.finish().await;
}

#[tokio::test]
async fn an_office_is_not_lent() {
    let (test, cast) = TestBackend::with_cast().await;
    let staff = test.as_user(cast.administrator.id).await;
    for who in [cast.chair, cast.facilitator] {
        note(&staff, who.id, &asked(&test)).await.expect("noted");
        let cx = play(&staff, who.id).await.expect("begun");
        assert!(!cx.actor.presides() && !cx.actor.facilitates_a_group() && cx.actor.is_council_member());
        assert!(!cx.may(Permission::CreateGroup) && !cx.may(Permission::FollowBehalf));
        stop(&cx).await.expect("ended");
    }
    test.do_jobs().await;
    test.finish().await;
}

#[tokio::test]
async fn what_is_one_s_own_is_refused_with_a_reason() {
    let (test, cast) = TestBackend::with_cast().await;
    let key = acting(&test, &cast).await;
    let cx = request(&test, &key).await;
    let own = Refusal::Forbidden(Forbidden::OnBehalf);
    assert_eq!(refusal(accounts::change_password(&cx, None, "a", "b", "b").await), own);
    assert_eq!(refusal(accounts::ask_email_change(&cx, "a@b.example", "a").await), own);
    assert_eq!(refusal(accounts::prove_again(&cx, "a").await), own);
    assert_eq!(refusal(accounts::sessions(&cx, None).await), own);
    assert_eq!(refusal(accounts::revoke_other_sessions(&cx, None).await), own);
    assert_eq!(refusal(accounts::renew_recovery_codes(&cx).await), own);
    assert_eq!(refusal(accounts::passkeys::passkeys(&cx).await), own);
    assert_eq!(refusal(accounts::second_factor(&cx).await), own);
    assert_eq!(refusal(api::mine(&cx).await), own);
    assert_eq!(refusal(api::make(&cx, &domain::api::TokenForm::default()).await), own);
    assert_eq!(refusal(personal_data::ask_export(&cx).await), own);
    assert_eq!(refusal(personal_data::ask_erasure(&cx, "Adieu").await), own);
    assert_eq!(refusal(people::own_profile(&cx).await), own);
    assert_eq!(refusal(journal::own(&cx, PageNumber::FIRST).await), own);
    assert_eq!(refusal(journal::list(&cx, &JournalFilter::default(), PageNumber::FIRST).await), own);
    assert_eq!(refusal(delegations::mine(&cx).await), own);
    assert_eq!(refusal(withdraw_mine(&cx).await), own);
    assert_eq!(refusal(withdraw(&cx, cast.member.id).await), own);
    assert_eq!(refusal(mine(&cx, PageNumber::FIRST).await), own);
    let text = ContributionForm {
        title: "Rejoindre la gare".into(),
        kind: "note".into(),
        body: "À pied, dix minutes.".into(),
        ..ContributionForm::default()
    };
    let id = contributions::create(&cx, "mobilites", &text).await.expect("written by the form");
    assert_eq!(refusal(live::may_join(&cx, id).await), own, "nobody types in a room so");
    assert!(declarations::choices(&cx, None).await.is_ok(), "what a letter can say is not refused");
    test.do_jobs().await;
    test.finish().await;
}

#[tokio::test]
async fn no_ballot_is_cast_on_behalf_of_somebody_open_or_secret() {
    for secrecy in [Secrecy::Open, Secrecy::Secret] {
        let (test, cast) = TestBackend::with_cast().await;
        let chair = test.as_user(cast.chair.id).await;
        let form = PollForm {
            question: "Faut-il se réunir le jeudi ?".into(),
            secrecy: secrecy.code().into(),
            quorum: "half".into(),
            majority: "absolute".into(),
            proxies: "1".into(),
            body: "Assemblée plénière".into(),
            closes_on: "24/11/2026".into(),
            closes_at: "18:00".into(),
            ..PollForm::default()
        };
        let poll = polls::prepare(&chair, None, &form).await.expect("prepared");
        let key = acting(&test, &cast).await;
        let cx = request(&test, &key).await;
        let why = Refusal::Forbidden(Forbidden::BallotOnBehalf);
        let receipt = polls::receipt(&test.backend).to_string();
        assert_eq!(refusal(polls::cast(&cx, poll, None, "for", &receipt).await), why);
        assert_eq!(refusal(polls::give_proxy(&cx, poll, None, cast.reviewer.id).await), why);
        test.do_jobs().await;
        test.finish().await;
    }
}

#[tokio::test]
async fn what_is_done_is_the_other_s_with_whose_hand_did_it() {
    let (test, cast) = TestBackend::with_cast().await;
    let key = acting(&test, &cast).await;
    let cx = request(&test, &key).await;
    let begun = discussions::begin(&cx, "mobilites", &thread()).await.expect("begun");
    groups::join(&cx, "alimentation").await.expect("joined");
    let reader = test.as_user(cast.reviewer.id).await;
    let read = discussions::show(&reader, "mobilites", begun, PageNumber::FIRST, None).await.expect("read");
    let message = &read.messages.rows[0];
    let hand = message.entered_by.clone().expect("by whose hand");
    assert_eq!(message.by, "Gérard Pontivy");
    let lines = feed::of_group(&reader, "mobilites", None).await.expect("read").lines;
    assert_eq!(lines[0].entered_by.len(), 1, "{lines:?}");
    let journal = {
        let keys = test.as_user(cast.administrator.id).await;
        let filter = JournalFilter { on_behalf: true, ..JournalFilter::default() };
        journal::list(&keys, &filter, PageNumber::FIRST).await.expect("read").rows
    };
    let kinds: Vec<&str> = journal.iter().map(|line| line.kind.as_str()).collect();
    assert_eq!(kinds, ["group.member_joined", "discussion.opened", "behalf.begun", "behalf.paper_noted"]);
    assert_eq!(journal[1].actor.as_ref().map(|(id, _)| *id), Some(cast.member.id));
    assert_eq!(journal[1].entered_by, Some((cast.administrator.id, hand.clone())));
    // The chain covers it: whoever takes the hand away shows.
    journal::seal(&test.backend, journal::Reach::Everywhere).await.expect("sealed");
    let keys = test.as_user(cast.administrator.id).await;
    assert_eq!(journal::verify(&keys).await.expect("verified").broken, None);
    event::Entity::update_many()
        .col_expr(event::Column::Data, Expr::value("{\"thread\":1}"))
        .filter(event::Column::Kind.eq("discussion.opened"))
        .exec(test.backend.db().writer())
        .await
        .expect("changed");
    assert!(journal::verify(&keys).await.expect("verified").broken.is_some());
    stop(&cx).await.expect("ended");
    test.do_jobs().await;
    let mails = test.letterbox.mails();
    assert_eq!(mails.iter().filter(|mail| mail.contains("acted ")).count(), 1, "one mail for all of it");
    let own = mine(&test.as_user(cast.member.id).await, PageNumber::FIRST).await.expect("read");
    assert_eq!((own.acts.total, own.actings[0].acts), (2, 2));
    assert_eq!(own.actings[0].ended.map(|(_, how)| how), Some(ActingEnd::Stopped));
    test.finish().await;
}

#[tokio::test]
async fn it_ends_in_each_way_at_the_very_next_request() {
    for how in [
        "hour",
        "withdrawn by them",
        "withdrawn by staff",
        "signed out",
        "mandate",
        "suspended",
        "staff suspended",
    ] {
        let (test, cast) = TestBackend::with_cast().await;
        let key = acting(&test, &cast).await;
        let second = test.as_user(cast.observer.id).await;
        let member = test.as_user(cast.member.id).await;
        let keys = test.as_user(cast.administrator.id).await;
        let expected = match how {
            "hour" => {
                test.wait(TimeDelta::minutes(60));
                ActingEnd::Expired
            }
            "withdrawn by them" => {
                withdraw_mine(&member).await.expect("ended");
                ActingEnd::Withdrawn
            }
            "withdrawn by staff" => {
                withdraw(&second, cast.member.id).await.expect("ended");
                ActingEnd::Withdrawn
            }
            "signed out" => {
                session::Entity::delete_by_id(key.clone())
                    .exec(test.backend.db().writer())
                    .await
                    .expect("closed");
                ActingEnd::SignedOut
            }
            "mandate" => {
                let mandates = people::show(&keys, cast.member.id).await.expect("shown").mandates;
                let yesterday = keys.today().pred_opt().expect("a day").to_string();
                people::end_mandate(&keys, mandates[0].id, &yesterday).await.expect("ended");
                ActingEnd::RightsLost
            }
            "suspended" => {
                accounts::suspend(&keys, cast.member.id).await.expect("suspended");
                ActingEnd::RightsLost
            }
            _ => {
                // Whose session is not closed, as if nobody had looked.
                user::Entity::update_many()
                    .col_expr(user::Column::SuspendedAt, Expr::value(Some(test.backend.now())))
                    .filter(user::Column::Id.eq(cast.administrator.id))
                    .exec(test.backend.db().writer())
                    .await
                    .expect("suspended");
                ActingEnd::RightsLost
            }
        };
        let cx = request(&test, &key).await;
        assert!(cx.acting().is_none(), "{how}");
        assert_ne!(cx.actor.user_id(), Some(cast.member.id), "{how}");
        end_over(&test.backend).await.expect("looked at");
        end_over(&test.backend).await.expect("once");
        assert_eq!(ends(&test).await, [Some(expected)], "{how}");
        test.do_jobs().await;
        let mails = test.letterbox.mails();
        assert_eq!(mails.iter().filter(|mail| mail.contains("acted ")).count(), 1, "{how}");
        assert_eq!(test.journal().await.iter().filter(|kind| *kind == "behalf.ended").count(), 1, "{how}");
        test.finish().await;
    }
}

#[tokio::test]
async fn a_form_filled_in_for_one_is_never_taken_for_another() {
    let (test, cast) = TestBackend::with_cast().await;
    let key = acting(&test, &cast).await;
    let mut cx = request(&test, &key).await;
    let now = cx.acting().map(|acting| acting.id);
    // Of before one began.
    cx.filled_in_for(None);
    let stale = refusal(discussions::begin(&cx, "mobilites", &thread()).await);
    assert_eq!(stale, Refusal::Transition(Transition::ActingSince));
    cx.filled_in_for(now);
    discussions::begin(&cx, "mobilites", &thread()).await.expect("theirs");
    stop(&cx).await.expect("ended");
    // Of before it ended.
    let mut cx = request(&test, &key).await;
    cx.filled_in_for(now);
    let stale = refusal(groups::join(&cx, "alimentation").await);
    assert!(
        matches!(stale, Refusal::Transition(Transition::ActingOver) | Refusal::Forbidden(_)),
        "{stale:?}"
    );
    assert_eq!(refusal(cx.begin().await.map(drop)), Refusal::Transition(Transition::ActingOver));
    cx.filled_in_for(None);
    assert!(cx.begin().await.is_ok());
    test.do_jobs().await;
    test.finish().await;
}

#[tokio::test]
async fn nothing_is_sent_to_an_address_that_is_nobody_s() {
    let (test, cast) = TestBackend::with_cast().await;
    user::Entity::update_many()
        .col_expr(user::Column::Email, Expr::value("gerard@sans-adresse.invalid"))
        .filter(user::Column::Id.eq(cast.member.id))
        .exec(test.backend.db().writer())
        .await
        .expect("changed");
    let key = acting(&test, &cast).await;
    stop(&request(&test, &key).await).await.expect("ended");
    test.do_jobs().await;
    assert_eq!(test.letterbox.mails(), Vec::<String>::new());
    test.finish().await;
}

#[tokio::test]
async fn a_token_acts_for_its_own_person_whatever_their_sessions_do() {
    let (test, cast) = TestBackend::with_cast().await;
    let _ = acting(&test, &cast).await;
    let (actor, _) = people::actor_of(&test.visitor(), cast.administrator.id).await.expect("read");
    assert_eq!(actor.user_id(), Some(cast.administrator.id));
    assert!(actor.is_administrator(), "what asks without the session is itself");
    test.do_jobs().await;
    test.finish().await;
}
