use chrono::{Days, TimeDelta};
use domain::{
    Version,
    people::ShownTo,
    personal_data::{DataForm, Kept},
    refusal::{FieldProblem, Forbidden},
};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter,
    sea_query::Expr,
};

use super::*;
use crate::entities::{event, mail, mandate, reading, user};

#[tokio::test]
async fn what_has_served_its_time_goes_once_a_night_and_is_counted() {
    let (test, cast) = scene().await;
    let administrator = test.as_user(cast.administrator.id).await;
    let sent = mail::ActiveModel {
        user_id: Set(Some(cast.member.id)),
        recipient: Set("x@demo.example".into()),
        subject: Set(String::new()),
        body: Set(String::new()),
        state: Set("sent".into()),
        at: Set(administrator.now),
        ..Default::default()
    };
    sent.insert(test.backend.db().writer()).await.expect("noted");
    assert!(tidy_up(&test.backend).await.expect("done"));
    assert!(!tidy_up(&test.backend).await.expect("looked at"), "once a night");
    test.wait(TimeDelta::days(60));
    let form = DataForm { responsible: "Communauté de communes".into(), ..DataForm::default() };
    change_settings(&administrator, Version(0), &form, &[(Kept::Mails, "30".into())]).await.expect("kept");
    assert!(tidy_up(&test.backend).await.expect("done"));
    assert_eq!(mail::Entity::find().count(test.backend.db().reader()).await.expect("counted"), 0);
    let report = report(&test.as_user(cast.administrator.id).await).await.expect("read");
    assert_eq!(report.len(), 2);
    assert_eq!(report[0].removed, [(Kept::Mails, 1)]);
    assert_eq!(report[1].removed, []);
    let member = test.as_user(cast.member.id).await;
    assert_eq!(refused(super::report(&member).await), Refusal::Forbidden(Forbidden::AdministratorOnly));
    test.finish().await;
}

#[tokio::test]
async fn nothing_goes_before_three_in_the_morning() {
    let (test, _) = scene().await;
    // Nine in the morning, then half past one.
    test.wait(TimeDelta::minutes(16 * 60 + 30));
    assert!(!tidy_up(&test.backend).await.expect("looked at"));
    test.wait(TimeDelta::hours(2));
    assert!(tidy_up(&test.backend).await.expect("done"));
    test.finish().await;
}

#[tokio::test]
async fn the_journal_of_accounts_goes_and_the_history_of_texts_stays() {
    let (test, _) = scene().await;
    let before = test.journal().await;
    assert!(before.contains(&"account.opened".to_owned()));
    test.wait(TimeDelta::days(366));
    tidy_up(&test.backend).await.expect("done");
    assert_eq!(test.journal().await, ["council.installed"]);
    test.finish().await;
}

#[tokio::test]
async fn how_to_reach_those_who_left_goes_a_year_after_their_last_mandate() {
    let (test, cast) = scene().await;
    let member = unmistakable(&test, &cast).await;
    let known = async || user::Entity::find_by_id(cast.member.id).one(test.backend.db().reader()).await;
    mandate::Entity::update_many()
        .col_expr(mandate::Column::EndsOn, Expr::value(Some(member.today())))
        .filter(mandate::Column::UserId.eq(cast.member.id))
        .exec(test.backend.db().writer())
        .await
        .expect("ended");
    test.wait(TimeDelta::days(365));
    tidy_up(&test.backend).await.expect("done");
    assert_eq!(known().await.expect("read").expect("there").phone, "06 99 88 77 66");
    test.wait(TimeDelta::days(1));
    tidy_up(&test.backend).await.expect("done");
    let left = known().await.expect("read").expect("there");
    assert_eq!((left.phone.as_str(), left.about.as_str(), left.phone_shown_to), ("", "", ShownTo::Nobody));
    assert_eq!(left.name, "Zéphyrine Quillcoat", "what they signed bears their name");
    test.do_jobs().await;
    test.finish().await;
}

#[tokio::test]
async fn a_time_out_of_its_bounds_is_refused_and_nothing_is_written() {
    let (test, cast) = scene().await;
    let administrator = test.as_user(cast.administrator.id).await;
    let change = async |days: &str| {
        change_settings(&administrator, Version(0), &DataForm::default(), &[(Kept::Journal, days.into())])
            .await
    };
    let out = FieldProblem::OutOfBounds(180, 1_825);
    assert_eq!(refused(change("3").await), Refusal::field("journal", out));
    assert_eq!(settings(&administrator).await.expect("read").version, Version(0));
    change("200").await.expect("kept");
    assert_eq!(refused(change("300").await), Refusal::Conflict);
    let days = settings(&administrator).await.expect("read").keeping;
    assert_eq!((days.days(Kept::Journal), days.days(Kept::Mails)), (200, 90));
    test.finish().await;
}

#[tokio::test]
async fn which_version_somebody_read_goes_after_two_years() {
    let (test, cast) = scene().await;
    let member = test.as_user(cast.member.id).await;
    let form = domain::contributions::ContributionForm {
        title: "Rejoindre la gare".into(),
        kind: "note".into(),
        body: "À pied, dix minutes.".into(),
        ..Default::default()
    };
    let id = crate::contributions::create(&member, "mobilites", &form).await.expect("begun");
    let row = reading::ActiveModel {
        user_id: Set(cast.reviewer.id),
        contribution_id: Set(id),
        version: Set(Version(1)),
        at: Set(member.now.checked_sub_days(Days::new(731)).expect("a day")),
    };
    reading::Entity::insert(row).exec_without_returning(test.backend.db().writer()).await.expect("noted");
    tidy_up(&test.backend).await.expect("done");
    let left = reading::Entity::find()
        .filter(reading::Column::UserId.eq(cast.reviewer.id))
        .count(test.backend.db().reader());
    assert_eq!(left.await.expect("counted"), 0);
    assert!(event::Entity::find().count(test.backend.db().reader()).await.expect("counted") > 0);
    test.finish().await;
}
