use chrono::TimeDelta;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};

use super::*;
use crate::entities::group;

#[tokio::test]
async fn a_discussion_is_begun_answered_and_told_in_the_journal() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = begun(&test, &cast).await;
    test.wait(TimeDelta::hours(2));
    let reviewer = test.as_user(cast.reviewer.id).await;
    assert_eq!(answer(&reviewer, id, Some(1), &says("Pas le vendredi.")).await.expect("answered"), 2);
    let view = read(&reviewer, id).await;
    assert_eq!(view.head.subject.as_deref(), Some("Le dernier car du soir"));
    assert_eq!((view.by.as_str(), view.messages.total), ("Gérard Pontivy", 2));
    let [first, second] = &view.messages.rows[..] else { panic!("two messages") };
    assert_eq!(first.html.as_deref(), Some("<p>Il part <em>trop tôt</em>.</p>\n"));
    let quoted = second.answers.as_ref().expect("quotes whom it answers");
    assert_eq!((quoted.position, quoted.by.as_str()), (1, "Gérard Pontivy"));
    assert_eq!(quoted.excerpt.as_deref(), Some("Il part trop tôt."));
    let row = rows(&reviewer, "mobilites").await.remove(0);
    assert_eq!((row.messages, row.last_by.as_str(), row.answered), (2, "Odile Rambert", true));
    assert_eq!(test.journal().await[1..], ["discussion.opened", "discussion.answered"]);
    test.finish().await;
}

#[tokio::test]
async fn a_hostile_message_is_harmless() {
    let (test, cast) = TestBackend::with_cast().await;
    let member = test.as_user(cast.member.id).await;
    let body = "<script>alert(1)</script>\n\n[ici](javascript:alert(1)) ![](https://ailleurs.example/x.png)";
    let id = begin(&member, "mobilites", &opening("<b>Gras</b>", body)).await.expect("begun");
    let html = at(&member, id, 1).await.html.expect("read");
    for harm in ["<script", "href=\"javascript", "<img", "src="] {
        assert!(!html.contains(harm), "{html}");
    }
    test.finish().await;
}

#[tokio::test]
async fn what_is_refused_says_everything_at_once() {
    let (test, cast) = TestBackend::with_cast().await;
    let member = test.as_user(cast.member.id).await;
    let Refusal::Invalid(errors) = refused(begin(&member, "mobilites", &opening("", " ")).await) else {
        panic!("invalid")
    };
    assert_eq!(errors.iter().map(|e| e.field.as_str()).collect::<Vec<_>>(), ["subject", "body"]);
    let elsewhere = ThreadForm { text: "404".into(), ..opening("Un sujet", "Bonjour.") };
    let Refusal::Invalid(errors) = refused(begin(&member, "mobilites", &elsewhere).await) else {
        panic!("invalid")
    };
    assert_eq!(errors[0].field, "text");
    assert_eq!(test.journal().await.len(), 1, "nothing was written");
    test.finish().await;
}

#[tokio::test]
async fn the_same_answer_sent_twice_is_one() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = begun(&test, &cast).await;
    let cx = test.as_user(cast.reviewer.id).await;
    assert_eq!(answer(&cx, id, None, &says("Oui.")).await.expect("answered"), 2);
    assert_eq!(answer(&cx, id, None, &says("Oui.")).await.expect("answered"), 2);
    test.wait(TimeDelta::minutes(5));
    let later = test.as_user(cast.reviewer.id).await;
    assert_eq!(answer(&later, id, None, &says("Oui.")).await.expect("answered"), 3);
    test.finish().await;
}

#[tokio::test]
async fn the_council_discusses_in_an_open_group_and_members_only_elsewhere() {
    let (test, cast) = TestBackend::with_cast().await;
    let member = test.as_user(cast.member.id).await;
    begin(&member, "alimentation", &opening("Les cantines", "Bonjour.")).await.expect("the group is open");
    let observer = test.as_user(cast.observer.id).await;
    let only_members = Refusal::Forbidden(Forbidden::GroupMembersOnly);
    let form = opening("Les cantines", "Bonjour.");
    assert_eq!(refused(begin(&observer, "mobilites", &form).await), only_members);
    assert_eq!(refused(begin(&test.as_user(cast.chair.id).await, "mobilites", &form).await), only_members);
    assert_eq!(refused(begin(&member, "bureau", &form).await), Refusal::NotFound);
    assert_eq!(refused(begin(&test.visitor(), "alimentation", &form).await), Refusal::SignInRequired);
    test.finish().await;
}

#[tokio::test]
async fn a_correction_keeps_what_was_said_before() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = begun(&test, &cast).await;
    test.wait(TimeDelta::hours(1));
    let member = test.as_user(cast.member.id).await;
    let first = at(&member, id, 1).await;
    let form = MessageForm { subject: "Le dernier car".into(), ..says("Il part à 18 h 10.") };
    edit(&member, first.id, first.version, &form).await.expect("corrected");
    let now = at(&member, id, 1).await;
    assert!(now.html.as_deref().is_some_and(|html| html.contains("18") && !html.contains("trop tôt")));
    assert_eq!((now.edited_at, now.version), (Some(member.now), Version(2)));
    assert_eq!(read(&member, id).await.head.subject.as_deref(), Some("Le dernier car"));
    assert_eq!(refused(edit(&member, first.id, first.version, &form).await), Refusal::Conflict);
    let page = message(&member, "mobilites", id, first.id).await.expect("read");
    assert_eq!(page.former.len(), 1);
    assert_eq!(page.former[0].subject, "Le dernier car du soir");
    assert!(page.former[0].html.contains("trop tôt"));
    // Its author and those who look after the discussion only.
    let reviewer = test.as_user(cast.reviewer.id).await;
    let page = message(&reviewer, "mobilites", id, first.id).await.expect("read");
    assert_eq!((page.former, page.source, page.subject), (Vec::new(), None, None));
    assert_eq!(
        refused(edit(&reviewer, first.id, Version(2), &form).await),
        Refusal::Forbidden(Forbidden::OthersMessage)
    );
    // The same words again change nothing.
    edit(&member, first.id, Version(2), &form).await.expect("nothing to do");
    assert_eq!(test.journal().await[1..], ["discussion.opened", "discussion.message_edited"]);
    test.finish().await;
}

#[tokio::test]
async fn what_is_taken_back_leaves_the_pages_and_stays_in_the_history() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = begun(&test, &cast).await;
    let said = answered(&test, cast.reviewer.id, id, "Une bêtise.").await;
    let member = test.as_user(cast.member.id).await;
    answer(&member, id, Some(2), &says("Tout à fait.")).await.expect("answered");
    let reviewer = test.as_user(cast.reviewer.id).await;
    keep_unsent(&reviewer, &Place::Message(said), "", "Une autre bêtise.", "").await.expect("kept");
    withdraw(&reviewer, said).await.expect("taken back");
    let left = crate::entities::unsent_message::Entity::find().all(reviewer.reader()).await.expect("read");
    assert_eq!(left, [], "nor what was about to replace it");
    for person in [cast.reviewer, cast.member, cast.facilitator, cast.chair] {
        let cx = test.as_user(person.id).await;
        let view = format!("{:?}", read(&cx, id).await);
        assert!(!view.contains("bêtise"), "{view}");
        let page = format!("{:?}", message(&cx, "mobilites", id, said).await.expect("its place remains"));
        assert!(!page.contains("bêtise"), "{page}");
    }
    assert_eq!(at(&member, id, 2).await.state, MessageState::Withdrawn);
    let kept = crate::entities::message_version::Entity::find().one(member.reader()).await.expect("read");
    assert_eq!(kept.map(|row| row.body), Some("Une bêtise.".to_owned()));
    assert_eq!(refused(withdraw(&reviewer, said).await), not_now(Transition::MessageState));
    // The only answer by somebody else was taken back: the discussion waits again.
    assert!(!rows(&member, "mobilites").await[0].answered);
    test.finish().await;
}

#[tokio::test]
async fn a_closed_discussion_is_read_and_no_longer_answered() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = begun(&test, &cast).await;
    let member = test.as_user(cast.member.id).await;
    assert_eq!(refused(close(&member, id, "Fini.").await), Refusal::Forbidden(Forbidden::FacilitatorOnly));
    let facilitator = test.as_user(cast.facilitator.id).await;
    assert!(matches!(refused(close(&facilitator, id, " ").await), Refusal::Invalid(_)));
    close(&facilitator, id, "Nous avons la réponse.").await.expect("closed");
    assert_eq!(refused(close(&facilitator, id, "Encore.").await), not_now(Transition::ThreadClosed));
    let closing = read(&member, id).await.closing.expect("closed");
    assert_eq!((closing.by.as_str(), closing.word.as_str()), ("Maryse Belvaux", "Nous avons la réponse."));
    let closed = not_now(Transition::ThreadClosed);
    assert_eq!(refused(answer(&member, id, None, &says("Si.")).await), closed);
    let first = at(&member, id, 1).await;
    assert!(!first.may.edit && first.may.withdraw);
    let form = MessageForm { subject: "Le car".into(), ..says("Si.") };
    assert_eq!(refused(edit(&member, first.id, Version(1), &form).await), closed);
    reopen(&facilitator, id, "Un nouvel horaire est annoncé.").await.expect("reopened");
    assert_eq!(refused(reopen(&facilitator, id, "Encore.").await), not_now(Transition::ThreadOpen));
    answer(&member, id, None, &says("Merci.")).await.expect("answered");
    assert_eq!(
        test.journal().await[1..],
        ["discussion.opened", "discussion.closed", "discussion.reopened", "discussion.answered"]
    );
    test.finish().await;
}

#[tokio::test]
async fn the_discussions_of_a_group_that_has_ended_are_read_only() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = begun(&test, &cast).await;
    let system = test.backend.system();
    group::Entity::update_many()
        .col_expr(group::Column::State, Expr::value(domain::groups::GroupState::Closed))
        .filter(group::Column::Slug.eq("mobilites"))
        .exec(system.backend.db().writer())
        .await
        .expect("ended");
    let ended = not_now(Transition::GroupClosed);
    let member = test.as_user(cast.member.id).await;
    let facilitator = test.as_user(cast.facilitator.id).await;
    let view = read(&member, id).await;
    assert!(!view.may.answer && !view.messages.rows[0].may.edit);
    let first = view.messages.rows[0].id;
    assert_eq!(refused(begin(&member, "mobilites", &opening("Un sujet", "Bonjour.")).await), ended);
    assert_eq!(refused(answer(&member, id, None, &says("Oui.")).await), ended);
    assert_eq!(refused(close(&facilitator, id, "Fini.").await), ended);
    let form = MessageForm { subject: "Le car".into(), ..says("Si.") };
    assert_eq!(refused(edit(&member, first, Version(1), &form).await), ended);
    // What somebody wrote remains their own, and what should not stay may still be hidden.
    hide(&facilitator, first, Version(1), "Un nom y est donné.").await.expect("hidden");
    withdraw(&member, first).await.expect("taken back");
    test.finish().await;
}

#[tokio::test]
async fn what_is_looked_at_before_being_sent_is_given_back_until_it_is_sent() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = begun(&test, &cast).await;
    let cx = test.as_user(cast.reviewer.id).await;
    keep_unsent(&cx, &Place::Answer(id), "", "Je **pense**", "").await.expect("kept");
    keep_unsent(&cx, &Place::New("mobilites".into()), "Un sujet", "Un début", "").await.expect("kept");
    assert_eq!(read(&cx, id).await.unsent.expect("given back").body, "Je **pense**");
    let new = new_view(&cx, "mobilites").await.expect("the page").unsent.expect("given back");
    assert_eq!((new.subject.as_str(), new.body.as_str()), ("Un sujet", "Un début"));
    let member = test.as_user(cast.member.id).await;
    assert_eq!(read(&member, id).await.unsent, None, "one's own only");
    answer(&cx, id, None, &says("Je pense.")).await.expect("sent");
    assert_eq!(read(&cx, id).await.unsent, None);
    discard_unsent(&cx, &Place::New("mobilites".into())).await.expect("forgotten");
    assert_eq!(new_view(&cx, "mobilites").await.expect("the page").unsent, None);
    let outsider = test.as_user(cast.other.id).await;
    assert_eq!(refused(keep_unsent(&outsider, &Place::Answer(id), "", "x", "").await), Refusal::NotFound);
    test.finish().await;
}
