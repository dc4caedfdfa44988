//! Comments, played by the cast.

use chrono::TimeDelta;
use domain::{
    FieldProblem, Refusal, Version,
    contributions::{
        AdoptionForm, CommentForm, CommentState, ConsultationForm, ContributionForm, Place, ReviewForm,
    },
    discussions::{MessageForm, MessageState},
    home::AskedKind,
    ids::{CommentId, CommentMessageId, ContributionId},
    refusal::{Forbidden, Transition},
};

use super::{show as one, *};
use crate::{
    Cx, PageNumber,
    contributions::{self, Marked, create, save, submit},
    home::{Subject, asked_of_me},
    testing::{Cast, Person, TestBackend, refused},
};

const BODY: &str = "## Le chemin\n\nOuvrir un chemin bientôt, vers la gare.\n\n## Les haies\n\nPlanter des haies. Poser des bancs.";
const PATH: &str = "Ouvrir un chemin bientôt, vers la gare.";

fn form(body: &str) -> ContributionForm {
    ContributionForm {
        title: "Rejoindre la gare".into(),
        kind: "opinion".into(),
        summary: String::new(),
        body: body.into(),
        reason: String::new(),
    }
}

/// A draft of `mobilites`, by its member.
async fn draft(test: &TestBackend, cast: &Cast) -> ContributionId {
    let member = test.as_user(cast.member.id).await;
    create(&member, "mobilites", &form(BODY)).await.expect("begun")
}

fn said(words: &str, body: &str) -> CommentForm {
    CommentForm { words: words.into(), body: body.into() }
}

fn message(body: &str) -> MessageForm {
    MessageForm { body: body.into(), ..Default::default() }
}

/// The paragraph about the path, in a version that holds it at its first place.
fn path(base: i32) -> Target {
    let start = BODY.find(PATH).expect("there");
    Target { base: Version(base), range: start..start + PATH.len() }
}

/// A comment on the station, in the paragraph about the path.
async fn says(test: &TestBackend, person: Person, id: ContributionId, body: &str) -> CommentId {
    let cx = test.as_user(person.id).await;
    comment(&cx, id, &path(1), &said("vers la GARE", body)).await.expect("commented")
}

async fn read(cx: &Cx, id: ContributionId, which: CommentId) -> CommentView {
    one(cx, id, which).await.expect("read").1
}

async fn first(cx: &Cx, id: ContributionId, which: CommentId) -> CommentMessageId {
    read(cx, id, which).await.messages[0].id
}

async fn asked(cx: &Cx, kind: AskedKind) -> Vec<(Subject, usize)> {
    let asked = asked_of_me(cx).await.expect("asked").now;
    asked.into_iter().filter(|ask| ask.kind == kind).map(|ask| (ask.subject, ask.count)).collect()
}

#[tokio::test]
async fn a_passage_is_commented_answered_resolved_and_opened_again() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = draft(&test, &cast).await;
    let made = says(&test, cast.reviewer, id, "Laquelle ?\n\n- Celle du *haut*").await;
    let member = test.as_user(cast.member.id).await;
    let view = read(&member, id, made).await;
    assert_eq!(
        (view.words.as_str(), view.number, view.section.as_deref()),
        ("vers la gare", Some(1), Some("Le chemin"))
    );
    assert_eq!(
        (view.by.as_str(), view.place, view.state),
        ("Odile Rambert", Place::Here, CommentState::Open)
    );
    let html = view.messages[0].html.as_deref().expect("read");
    assert!(html.contains("<em>haut</em>"), "{html}");
    // The authors of the text are told, in one line for the text, and no longer once one of them answered.
    assert_eq!(asked(&member, AskedKind::Comments).await, [(Subject::Text(id), 1)]);
    says(&test, cast.facilitator, id, "Il y en a deux.").await;
    assert_eq!(asked(&member, AskedKind::Comments).await, [(Subject::Text(id), 2)]);
    test.wait(TimeDelta::minutes(5));
    let member = test.as_user(cast.member.id).await;
    answer(&member, id, made, &message("Celle du haut.")).await.expect("answered");
    assert_eq!(asked(&member, AskedKind::Comments).await, [(Subject::Text(id), 1)]);
    let reviewer = test.as_user(cast.reviewer.id).await;
    answer(&reviewer, id, made, &message("Merci.")).await.expect("answered");
    assert_eq!(asked(&member, AskedKind::Comments).await, [(Subject::Text(id), 2)]);
    resolve(&member, id, made).await.expect("resolved");
    resolve(&member, id, made).await.expect("and once is enough");
    let view = read(&reviewer, id, made).await;
    assert_eq!(
        (view.state, view.answers, view.settles, view.number),
        (CommentState::Resolved, false, true, None)
    );
    assert_eq!(view.settled.map(|settled| settled.by).as_deref(), Some("Gérard Pontivy"));
    let resolved = Refusal::Transition(Transition::CommentResolved);
    assert_eq!(refused(answer(&reviewer, id, made, &message("Encore.")).await), resolved);
    reopen(&reviewer, id, made).await.expect("open again");
    answer(&reviewer, id, made, &message("Encore.")).await.expect("answered");
    let journal = test.journal().await;
    let told: Vec<&str> =
        journal.iter().map(String::as_str).filter(|kind| kind.starts_with("comment.")).collect();
    assert_eq!(
        told,
        [
            "comment.made",
            "comment.made",
            "comment.answered",
            "comment.answered",
            "comment.resolved",
            "comment.reopened",
            "comment.answered"
        ]
    );
    test.finish().await;
}

#[tokio::test]
async fn who_may_comment_answer_and_resolve() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = draft(&test, &cast).await;
    let made = says(&test, cast.reviewer, id, "Laquelle ?").await;
    // Staff who follow the group read, and say nothing.
    let observer = test.as_user(cast.observer.id).await;
    let outside = Refusal::Forbidden(Forbidden::GroupMembersOnly);
    assert_eq!(refused(comment(&observer, id, &path(1), &said("", "Non.")).await), outside);
    assert_eq!(refused(answer(&observer, id, made, &message("Non.")).await), outside);
    let view = read(&observer, id, made).await;
    assert_eq!((view.answers, view.settles, view.messages[0].may), (false, false, MessageRights::default()));
    let settlers = Refusal::Forbidden(Forbidden::CommentSettlersOnly);
    assert_eq!(refused(resolve(&observer, id, made).await), settlers);
    let facilitator = test.as_user(cast.facilitator.id).await;
    resolve(&facilitator, id, made).await.expect("whoever runs the group resolves it");
    let other = test.as_user(cast.other.id).await;
    assert_eq!(refused(one(&other, id, made).await), Refusal::NotFound);
    assert_eq!(refused(comment(&other, id, &path(1), &said("", "Non.")).await), Refusal::NotFound);
    // In consultation, all the members do.
    let member = test.as_user(cast.member.id).await;
    submit(&member, id).await.expect("submitted");
    let asked = ConsultationForm { until: "2026-12-20".into(), question: "Qu’en dites-vous ?".into() };
    contributions::consult(&facilitator, id, &asked).await.expect("consulted");
    let told = says(&test, cast.other, id, "J’y passe tous les jours.").await;
    assert_eq!(comments(&other, id, PageNumber::FIRST).await.expect("read").comments.total, 2);
    assert_eq!(refused(resolve(&other, id, made).await), settlers);
    resolve(&other, id, told).await.expect("one's own");
    assert_eq!(contributions::show(&other, id).await.expect("read").comments.len(), 2);
    let administrator = test.as_user(cast.administrator.id).await;
    assert_eq!(refused(comments(&administrator, id, PageNumber::FIRST).await), Refusal::NotFound);
    test.finish().await;
}

#[tokio::test]
async fn comments_follow_their_words_and_say_when_they_are_gone() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = draft(&test, &cast).await;
    let station = says(&test, cast.reviewer, id, "Laquelle ?").await;
    let reviewer = test.as_user(cast.reviewer.id).await;
    let start = BODY.find("Planter").expect("there");
    let hedges = Target { base: Version(1), range: start..BODY.len() };
    let hedges = comment(&reviewer, id, &hedges, &said("", "De quelle hauteur ?")).await.expect("commented");
    let member = test.as_user(cast.member.id).await;
    let moved = BODY.replace("## Le chemin", "Un mot d’abord.\n\n## Le chemin").replace("bancs", "tables");
    save(&member, id, Version(1), &form(&moved)).await.expect("saved");
    let (_, view, around) = one(&member, id, station).await.expect("read");
    assert_eq!(view.place, Place::Here);
    let around = around.expect("around");
    assert_eq!(around.each_ref().map(String::as_str), ["Ouvrir un chemin bientôt, ", "vers la gare", "."]);
    let (_, view, around) = one(&member, id, hedges).await.expect("read");
    assert_eq!((view.place, view.words.as_str()), (Place::Changed, "Planter des haies. Poser des bancs."));
    assert_eq!(around.expect("around")[1], "Planter des haies. Poser des tables.");
    save(&member, id, Version(2), &form(&moved.replace(", vers la gare", ""))).await.expect("saved");
    let (_, view, around) = one(&member, id, station).await.expect("read");
    assert_eq!(
        (view.place, view.number, view.words.as_str(), around),
        (Place::Gone, None, "vers la gare", None)
    );
    assert!(view.answers, "what was said is still answered");
    // On the page of the text, one is marked and the other is not.
    let text = contributions::show(&member, id).await.expect("read");
    assert_eq!((&text.commented[..], text.comments.len()), (&[0, 0, 1][..], 2));
    let marks: Vec<(&str, Marked)> =
        text.marks.iter().map(|m| (&text.html[m.range.clone()], m.what)).collect();
    assert_eq!(marks, [("Planter des haies. Poser des tables", Marked::Comment(hedges, 1))]);
    // What was taken away before it was sent is told, and what has moved is followed.
    assert_eq!(
        refused(comment(&reviewer, id, &path(1), &said("vers la gare", "Non.")).await),
        Refusal::Conflict
    );
    let bench = comment(&reviewer, id, &path(1), &said("Ouvrir un chemin", "Où ?")).await.expect("commented");
    assert_eq!(read(&member, id, bench).await.place, Place::Here);
    test.finish().await;
}

#[tokio::test]
async fn a_text_without_comments_costs_nothing_more_and_one_with_many_a_fixed_number_of_queries() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = draft(&test, &cast).await;
    let member = test.as_user(cast.member.id).await;
    contributions::show(&member, id).await.expect("read");
    let (_, without) = test.reads(&member, async |cx| contributions::show(&cx, id).await).await;
    for n in 0..3 {
        says(&test, cast.reviewer, id, &format!("Remarque {n}")).await;
    }
    let (text, with) = test.reads(&member, async |cx| contributions::show(&cx, id).await).await;
    assert_eq!(
        (text.expect("read").comments.len(), with - without),
        (3, 2),
        "the comments, and the text as typed"
    );
    let (_, few) = test.reads(&member, async |cx| comments(&cx, id, PageNumber::FIRST).await).await;
    for n in 3..9 {
        let made = says(&test, cast.facilitator, id, &format!("Remarque {n} @")).await;
        answer(&member, id, made, &message("Oui.")).await.expect("answered");
    }
    let (all, many) = test.reads(&member, async |cx| comments(&cx, id, PageNumber::FIRST).await).await;
    assert_eq!(all.expect("read").comments.total, 9);
    assert!(many <= few + 1, "{few} then {many}");
    test.finish().await;
}

#[tokio::test]
async fn a_form_says_what_is_wrong_and_a_button_pressed_twice_makes_one_comment() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = draft(&test, &cast).await;
    let reviewer = test.as_user(cast.reviewer.id).await;
    let elsewhere = Refusal::field("words", FieldProblem::NotInPassage);
    assert_eq!(refused(comment(&reviewer, id, &path(1), &said("des haies", "Non.")).await), elsewhere);
    let missing = Refusal::field("body", FieldProblem::Missing);
    assert_eq!(refused(comment(&reviewer, id, &path(1), &said("", " ")).await), missing);
    let nowhere = Target { base: Version(1), range: 0..9_999 };
    assert_eq!(refused(comment(&reviewer, id, &nowhere, &said("", "Non.")).await), Refusal::Malformed);
    let made = says(&test, cast.reviewer, id, "Laquelle ?").await;
    assert_eq!(says(&test, cast.reviewer, id, "Laquelle ?").await, made);
    let member = test.as_user(cast.member.id).await;
    let answered = answer(&member, id, made, &message("Celle-ci.")).await.expect("answered");
    assert_eq!(answer(&member, id, made, &message("Celle-ci.")).await.expect("the same"), answered);
    assert_eq!(refused(answer(&member, id, made, &message("")).await), missing);
    assert_eq!(comments(&member, id, PageNumber::FIRST).await.expect("read").comments.total, 1);
    test.finish().await;
}

#[tokio::test]
async fn one_s_message_is_changed_or_taken_back_while_nobody_answered() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = draft(&test, &cast).await;
    let made = says(&test, cast.reviewer, id, "Laquelle ?").await;
    let (reviewer, member) = (test.as_user(cast.reviewer.id).await, test.as_user(cast.member.id).await);
    let question = first(&reviewer, id, made).await;
    let edited = |cx: Cx, read: i32| async move {
        edit(&cx, id, made, question, Version(read), &message("Laquelle des deux ?")).await
    };
    assert_eq!(refused(edited(member.clone(), 1).await), Refusal::Forbidden(Forbidden::OthersMessage));
    edited(reviewer.clone(), 1).await.expect("changed");
    assert_eq!(refused(edited(reviewer.clone(), 1).await), Refusal::Conflict);
    let view = read(&member, id, made).await;
    assert!(view.messages[0].edited_at.is_some() && view.messages[0].source.is_none());
    let reply = answer(&member, id, made, &message("Celle du haut.")).await.expect("answered");
    let answered = Refusal::Transition(Transition::CommentAnswered);
    assert_eq!(refused(edited(reviewer.clone(), 2).await), answered);
    assert_eq!(refused(withdraw(&reviewer, id, made, question).await), answered);
    assert!(withdraw(&member, id, made, reply).await.expect("taken back"), "the comment remains");
    assert_eq!(asked(&member, AskedKind::Comments).await, [(Subject::Text(id), 1)]);
    assert!(!withdraw(&reviewer, id, made, question).await.expect("taken back"), "nothing remains");
    assert_eq!(refused(one(&reviewer, id, made).await), Refusal::NotFound);
    assert_eq!(contributions::show(&member, id).await.expect("read").comments, []);
    test.finish().await;
}

#[tokio::test]
async fn a_hidden_message_is_read_by_its_author_and_those_who_look_after_the_discussions() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = draft(&test, &cast).await;
    let made = says(&test, cast.reviewer, id, "Un mot de trop.").await;
    let (reviewer, member) = (test.as_user(cast.reviewer.id).await, test.as_user(cast.member.id).await);
    let facilitator = test.as_user(cast.facilitator.id).await;
    let which = first(&reviewer, id, made).await;
    let judges = Refusal::Forbidden(Forbidden::FacilitatorOnly);
    assert_eq!(refused(hide(&member, id, made, which, Version(1), "Non.").await), judges);
    let why = Refusal::field("reason", FieldProblem::Missing);
    assert_eq!(refused(hide(&facilitator, id, made, which, Version(1), " ").await), why);
    hide(&facilitator, id, made, which, Version(1), "Une personne est visée.").await.expect("hidden");
    let seen = async |cx: &Cx| {
        let message = read(cx, id, made).await.messages.remove(0);
        let row = contributions::show(cx, id).await.expect("read").comments.remove(0);
        (message.state, message.html.is_some(), message.reason, row.excerpt.is_some())
    };
    let (hidden, why) = (MessageState::Hidden, "Une personne est visée.".to_owned());
    assert_eq!(seen(&member).await, (hidden, false, String::new(), false));
    assert_eq!(seen(&reviewer).await, (hidden, true, why.clone(), true));
    assert_eq!(seen(&facilitator).await, (hidden, true, why, true));
    let state = Refusal::Transition(Transition::MessageState);
    assert_eq!(refused(edit(&reviewer, id, made, which, Version(2), &message("Autre.")).await), state);
    assert_eq!(refused(show_again(&facilitator, id, made, which, Version(1)).await), Refusal::Conflict);
    show_again(&facilitator, id, made, which, Version(2)).await.expect("shown");
    assert_eq!(seen(&member).await, (MessageState::Shown, true, String::new(), true));
    // Those who run a group do not judge each other.
    let own = says(&test, cast.facilitator, id, "Un mot.").await;
    let own_message = first(&facilitator, id, own).await;
    let oneself = Refusal::Forbidden(Forbidden::OwnMessage);
    assert_eq!(refused(hide(&facilitator, id, own, own_message, Version(1), "Non.").await), oneself);
    test.finish().await;
}

#[tokio::test]
async fn who_is_named_is_told_once_if_they_read_the_text() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = draft(&test, &cast).await;
    // Somebody of the group, somebody who does not read it, somebody unknown, oneself.
    let made = says(
        &test,
        cast.member,
        id,
        "@Odile Rambert, @odile rambert : qu’en disent @Simone Tréguier, @Personne et @Gérard Pontivy ?",
    )
    .await;
    let reviewer = test.as_user(cast.reviewer.id).await;
    let member = test.as_user(cast.member.id).await;
    assert_eq!(asked(&reviewer, AskedKind::Mentioned).await, [(Subject::Comment(id, made), 1)]);
    assert_eq!(asked(&member, AskedKind::Mentioned).await, []);
    let other = test.as_user(cast.other.id).await;
    assert_eq!(asked(&other, AskedKind::Mentioned).await, []);
    let view = read(&member, id, made).await;
    assert_eq!(view.messages[0].named, ["Odile Rambert"]);
    // A word changed in the message does not ask again; taking the name away asks nothing any more.
    let which = view.messages[0].id;
    edit(&member, id, made, which, Version(1), &message("Bonjour.")).await.expect("changed");
    assert_eq!(asked(&reviewer, AskedKind::Mentioned).await, []);
    edit(&member, id, made, which, Version(2), &message("@Odile Rambert ?")).await.expect("changed");
    assert_eq!(asked(&reviewer, AskedKind::Mentioned).await, [(Subject::Comment(id, made), 1)]);
    read(&reviewer, id, made).await;
    assert_eq!(asked(&reviewer, AskedKind::Mentioned).await, []);
    edit(&member, id, made, which, Version(3), &message("@Odile Rambert !")).await.expect("changed");
    assert_eq!(asked(&reviewer, AskedKind::Mentioned).await, [], "once");
    answer(&member, id, made, &message("Encore @Odile Rambert.")).await.expect("answered");
    assert_eq!(asked(&reviewer, AskedKind::Mentioned).await, [(Subject::Comment(id, made), 1)]);
    comments(&reviewer, id, PageNumber::FIRST).await.expect("read");
    assert_eq!(asked(&reviewer, AskedKind::Mentioned).await, []);
    test.finish().await;
}

#[tokio::test]
async fn an_adopted_text_shows_its_comments_and_takes_no_more() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = draft(&test, &cast).await;
    let made = says(&test, cast.reviewer, id, "Laquelle ?").await;
    let member = test.as_user(cast.member.id).await;
    submit(&member, id).await.expect("submitted");
    let reviewer = test.as_user(cast.reviewer.id).await;
    let approve = ReviewForm { verdict: "approve".into(), comment: String::new() };
    contributions::review(&reviewer, id, Version(1), &approve).await.expect("approved");
    let facilitator = test.as_user(cast.facilitator.id).await;
    contributions::propose_anyway(&facilitator, id).await.expect("proposed");
    answer(&member, id, made, &message("Celle du haut.")).await.expect("answered until it is adopted");
    let chair = test.as_user(cast.chair.id).await;
    let adoption = AdoptionForm {
        body: "Assemblée plénière".into(),
        adopted_on: chair.today().to_string(),
        votes_for: "31".into(),
        votes_against: "2".into(),
        votes_abstaining: "1".into(),
    };
    contributions::adopt(&chair, id, Version(1), &adoption).await.expect("adopted");
    let frozen = Refusal::Transition(Transition::ContributionState);
    assert_eq!(refused(comment(&member, id, &path(1), &said("", "Non.")).await), frozen);
    assert_eq!(refused(answer(&member, id, made, &message("Non.")).await), frozen);
    assert_eq!(refused(resolve(&member, id, made).await), frozen);
    let view = read(&reviewer, id, made).await;
    assert_eq!((view.answers, view.settles, view.messages.len()), (false, false, 2));
    assert!(view.messages.iter().all(|said| said.may == MessageRights::default()));
    assert_eq!(asked(&member, AskedKind::Comments).await, []);
    let other = test.as_user(cast.other.id).await;
    assert_eq!(refused(one(&other, id, made).await), Refusal::NotFound);
    test.do_jobs().await;
    test.finish().await;
}

#[tokio::test]
async fn words_chosen_on_the_page_are_found_in_the_text() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = draft(&test, &cast).await;
    let reviewer = test.as_user(cast.reviewer.id).await;
    // « Le chemin Ouvrir un chemin bientôt vers la gare… »
    let range = chosen(&reviewer, id, Version(1), (6, 8)).await.expect("there");
    assert_eq!(&BODY[range], "vers la gare");
    let range = contributions::suggestions::chosen(&reviewer, id, Version(1), (5, 5)).await.expect("there");
    assert_eq!(&BODY[range], "bientôt");
    assert_eq!(refused(chosen(&reviewer, id, Version(1), (8, 6)).await), Refusal::NotFound);
    assert_eq!(refused(chosen(&reviewer, id, Version(1), (900, 901)).await), Refusal::NotFound);
    assert_eq!(refused(chosen(&reviewer, id, Version(9), (1, 2)).await), Refusal::NotFound);
    let other = test.as_user(cast.other.id).await;
    assert_eq!(refused(chosen(&other, id, Version(1), (1, 2)).await), Refusal::NotFound);
    test.finish().await;
}
