//! A poll from its preparation to its result, and what it refuses.

use chrono::TimeDelta;
use domain::{
    Refusal, Version,
    contributions::{AdoptionForm, ContributionForm, ReviewForm, State},
    home::AskedKind,
    ids::{ContributionId, PollId},
    polls::{Choice, Count, CountForm, PollForm, Secrecy, UsualForm},
    refusal::{FieldProblem, Forbidden, Transition},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

use super::*;
use crate::{
    Cx, contributions,
    entities::{mandate, poll_secret_ballot, poll_voter},
    home,
    page::PageNumber,
    testing::{Cast, Person, TestBackend, refused},
};

fn state(why: Transition) -> Refusal {
    Refusal::Transition(why)
}

fn form(secrecy: Secrecy) -> PollForm {
    PollForm {
        question: "Adoptez-vous le rapport annuel ?".into(),
        details: "Le rapport a été **envoyé** le 2 novembre.".into(),
        body: "Assemblée plénière".into(),
        secrecy: secrecy.code().into(),
        quorum: "half".into(),
        majority: "absolute".into(),
        proxies: "1".into(),
        closes_on: "24/11/2026".into(),
        closes_at: "18:00".into(),
        ..PollForm::default()
    }
}

async fn prepared(test: &TestBackend, cast: &Cast, form: &PollForm) -> PollId {
    prepare(&test.as_user(cast.chair.id).await, None, form).await.expect("prepared")
}

/// Casts the ballot of somebody; the receipt is not looked at for an open poll.
async fn votes(test: &TestBackend, poll: PollId, person: Person, choice: Choice) -> Result<()> {
    let cx = test.as_user(person.id).await;
    let receipt = receipt(&test.backend).to_string();
    cast(&cx, poll, None, choice.code(), &receipt).await
}

async fn view(test: &TestBackend, person: Person, poll: PollId) -> PollView {
    show(&test.as_user(person.id).await, poll).await.expect("shown")
}

/// Until after the end of what [`form`] prepares.
fn end(test: &TestBackend) {
    test.wait(TimeDelta::days(3));
}

fn counted(count: Count) -> [u32; 3] {
    [count.votes_for, count.votes_against, count.votes_abstaining]
}

#[tokio::test]
async fn an_open_poll_from_its_question_to_the_register() {
    let (test, cast) = TestBackend::with_cast().await;
    let poll = prepared(&test, &cast, &form(Secrecy::Open)).await;
    let seen = view(&test, cast.member, poll).await;
    assert_eq!((seen.entitled, seen.voted, seen.mine.is_voter, seen.mine.has_voted), (5, 0, true, false));
    assert!(seen.details.contains("<strong>envoyé</strong>"), "{}", seen.details);
    assert!(!view(&test, cast.administrator, poll).await.mine.is_voter);
    votes(&test, poll, cast.member, Choice::For).await.expect("cast");
    votes(&test, poll, cast.chair, Choice::For).await.expect("cast");
    votes(&test, poll, cast.other, Choice::Abstain).await.expect("cast");
    let staff = test.as_user(cast.administrator.id).await;
    take_paper(&staff, poll, cast.reviewer.id, "against", "post").await.expect("typed in");
    assert_eq!(refused(ballots(&staff, poll).await), Refusal::NotFound, "nothing is shown meanwhile");
    assert_eq!(refused(proclaim(&staff, poll).await), state(Transition::PollRunning));
    end(&test);
    let chair = test.as_user(cast.chair.id).await;
    let number = proclaim(&chair, poll).await.expect("proclaimed");
    assert_eq!(number.to_string(), "D2026-01");
    let result = view(&test, cast.other, poll).await.tally.expect("a result");
    // Two of four is not more than half.
    assert_eq!((counted(result.count), result.is_quorate(), result.is_carried()), ([2, 1, 1], true, false));
    let published = ballots(&test.as_user(cast.facilitator.id).await, poll).await.expect("shown");
    let said: Vec<_> = published
        .rows
        .iter()
        .map(|row| (row.voter.as_deref().unwrap_or_default(), row.choice, row.cast_by.as_deref()))
        .collect();
    assert_eq!(
        said,
        [
            ("Armelle Goasdoué", Choice::For, None),
            ("Gérard Pontivy", Choice::For, None),
            ("Odile Rambert", Choice::Against, Some("Nadège Corvaisier")),
            ("Simone Tréguier", Choice::Abstain, None),
        ]
    );
    let register = register(&chair, PageNumber::FIRST).await.expect("read");
    assert_eq!(
        register.rows[0].decided.as_ref().map(|(number, _)| number.to_string()).as_deref(),
        Some("D2026-01")
    );
    assert_eq!(refused(proclaim(&chair, poll).await), state(Transition::PollOver));
    test.finish().await;
}

#[tokio::test]
async fn what_is_refused_changes_nothing_and_leaves_a_line_in_the_journal() {
    let (test, cast) = TestBackend::with_cast().await;
    let poll = prepared(&test, &cast, &form(Secrecy::Open)).await;
    votes(&test, poll, cast.member, Choice::For).await.expect("cast");
    let lines = test.journal().await.len();
    let twice = votes(&test, poll, cast.member, Choice::Against).await;
    assert_eq!(refused(twice), state(Transition::AlreadyVoted));
    let staff = test.as_user(cast.administrator.id).await;
    let on_paper = take_paper(&staff, poll, cast.member.id, "against", "present").await;
    assert_eq!(refused(on_paper), state(Transition::AlreadyVoted));
    for (person, why) in [
        (cast.administrator, Refusal::Forbidden(Forbidden::CouncilMembersOnly)),
        (cast.former, Refusal::Forbidden(Forbidden::CouncilMembersOnly)),
        (cast.observer, Refusal::Forbidden(Forbidden::CouncilMembersOnly)),
        (cast.suspended, Refusal::SignInRequired),
    ] {
        assert_eq!(refused(votes(&test, poll, person, Choice::For).await), why, "{}", person.email);
    }
    let of_another = cast_for(&test, poll, cast.other, cast.reviewer).await;
    assert_eq!(refused(of_another), Refusal::Forbidden(Forbidden::OthersBallot));
    // A mandate that ended yesterday, in a poll that began before.
    mandate::Entity::update_many()
        .col_expr(mandate::Column::EndsOn, sea_orm::sea_query::Expr::value(staff.today().pred_opt()))
        .filter(mandate::Column::UserId.eq(cast.reviewer.id))
        .exec(test.backend.db().writer())
        .await
        .expect("ended");
    let ended = votes(&test, poll, cast.reviewer, Choice::For).await;
    assert_eq!(refused(ended), Refusal::Forbidden(Forbidden::CouncilMembersOnly));
    let paper = take_paper(&staff, poll, cast.reviewer.id, "for", "post").await;
    assert_eq!(refused(paper), state(Transition::NotAVoter));
    end(&test);
    let late = votes(&test, poll, cast.other, Choice::For).await;
    assert_eq!(refused(late), state(Transition::PollOver));
    let journal = test.journal().await;
    // Suspended, nobody is signed in: nobody is named.
    assert_eq!(journal.len() - lines, 9, "{journal:?}");
    assert!(journal[lines..].iter().all(|line| line == "poll.ballot_refused"), "{journal:?}");
    let seen = view(&test, cast.member, poll).await;
    assert_eq!((seen.voted, seen.entitled), (1, 5));
    test.finish().await;
}

async fn cast_for(test: &TestBackend, poll: PollId, holder: Person, of: Person) -> Result<()> {
    let cx = test.as_user(holder.id).await;
    cast(&cx, poll, Some(of.id), "for", &receipt(&test.backend).to_string()).await
}

#[tokio::test]
async fn proxies_are_given_used_and_taken_back() {
    let (test, cast) = TestBackend::with_cast().await;
    let poll = prepared(&test, &cast, &form(Secrecy::Secret)).await;
    let member = test.as_user(cast.member.id).await;
    give_proxy(&member, poll, None, cast.other.id).await.expect("given");
    assert_eq!(refused(votes(&test, poll, cast.member, Choice::For).await), state(Transition::Represented));
    let reviewer = test.as_user(cast.reviewer.id).await;
    let too_many = give_proxy(&reviewer, poll, None, cast.other.id).await;
    assert_eq!(refused(too_many), state(Transition::TooManyProxies));
    let chain = give_proxy(&test.as_user(cast.other.id).await, poll, None, cast.chair.id).await;
    assert_eq!(refused(chain), state(Transition::ProxyChain));
    let to_represented = give_proxy(&reviewer, poll, None, cast.member.id).await;
    assert_eq!(refused(to_represented), state(Transition::ProxyChain));
    let to_stranger = give_proxy(&reviewer, poll, None, cast.former.id).await;
    assert_eq!(refused(to_stranger), Refusal::field("to", FieldProblem::NotAChoice));
    take_back_proxy(&member, poll, None).await.expect("taken back");
    // Typed in for somebody who gave it on paper.
    let staff = test.as_user(cast.administrator.id).await;
    give_proxy(&staff, poll, Some(cast.reviewer.id), cast.other.id).await.expect("given");
    let meddling = give_proxy(&member, poll, Some(cast.facilitator.id), cast.chair.id).await;
    assert_eq!(refused(meddling), Refusal::Forbidden(Forbidden::ChairOrAdministratorOnly));
    assert_eq!(view(&test, cast.other, poll).await.mine.represents.len(), 1);
    cast_for(&test, poll, cast.other, cast.reviewer).await.expect("cast");
    let used = take_back_proxy(&reviewer, poll, None).await;
    assert_eq!(refused(used), state(Transition::AlreadyVoted));
    assert_eq!(view(&test, cast.other, poll).await.voted, 1);
    test.finish().await;
}

#[tokio::test]
async fn a_secret_ballot_is_not_tied_to_who_cast_it() {
    let (test, cast) = TestBackend::with_cast().await;
    let poll = prepared(&test, &cast, &form(Secrecy::Secret)).await;
    let before = test.journal().await.len();
    let mut receipts = Vec::new();
    for (person, choice) in [
        (cast.other, Choice::Against),
        (cast.chair, Choice::For),
        (cast.reviewer, Choice::Abstain),
        (cast.facilitator, Choice::For),
    ] {
        let receipt = receipt(&test.backend);
        let cx = test.as_user(person.id).await;
        super::cast(&cx, poll, None, choice.code(), &receipt.to_string()).await.expect("cast");
        receipts.push((receipt, choice));
        follows_no_order(&test, poll).await;
    }
    assert_eq!(test.journal().await.len(), before, "no line of the journal tells when somebody voted");
    let chair = test.as_user(cast.chair.id).await;
    take_paper(&chair, poll, cast.member.id, "", "present").await.expect("noted");
    end(&test);
    let chair = test.as_user(cast.chair.id).await;
    assert_eq!(refused(proclaim(&chair, poll).await), state(Transition::PaperCount));
    let count = CountForm { votes_for: "1".into(), ..CountForm::default() };
    set_paper_count(&chair, poll, &count).await.expect("counted");
    proclaim(&chair, poll).await.expect("proclaimed");
    follows_no_order(&test, poll).await;
    let published = ballots(&test.as_user(cast.member.id).await, poll).await.expect("shown");
    assert_eq!(counted(published.total), [3, 1, 1]);
    // Each finds theirs in the list, where no name stands.
    for (receipt, choice) in &receipts {
        let found: Vec<_> =
            published.rows.iter().filter(|row| row.receipt.as_ref() == Some(receipt)).collect();
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].choice, *choice);
    }
    assert!(published.rows.iter().all(|row| row.voter.is_none() && row.cast_by.is_none()));
    test.finish().await;
}

/// The tables give their rows as they stand in the file: in the order of receipts and of people, whatever the order in
/// which they voted.
async fn follows_no_order(test: &TestBackend, poll: PollId) {
    let db = test.backend.db();
    let receipts: Vec<String> = poll_secret_ballot::Entity::find()
        .select_only()
        .column(poll_secret_ballot::Column::Receipt)
        .column(poll_secret_ballot::Column::Choice)
        .into_tuple::<(String, String)>()
        .all(db.reader())
        .await
        .expect("read")
        .into_iter()
        .map(|(receipt, _)| receipt)
        .collect();
    assert!(receipts.is_sorted(), "{receipts:?}");
    let voters: Vec<i64> = poll_voter::Entity::find()
        .filter(poll_voter::Column::PollId.eq(poll))
        .all(db.reader())
        .await
        .expect("read")
        .into_iter()
        .map(|voter| voter.user_id.0)
        .collect();
    assert!(voters.is_sorted(), "{voters:?}");
}

/// A text of `mobilites`, proposed for adoption.
async fn proposed(test: &TestBackend, cast: &Cast) -> ContributionId {
    let member = test.as_user(cast.member.id).await;
    let text = ContributionForm {
        title: "Un chemin continu".into(),
        kind: "opinion".into(),
        body: "Nous demandons un chemin.".into(),
        ..ContributionForm::default()
    };
    let id = contributions::create(&member, "mobilites", &text).await.expect("begun");
    contributions::submit(&member, id).await.expect("submitted");
    let reviewer = test.as_user(cast.reviewer.id).await;
    let approval = ReviewForm { verdict: "approve".into(), comment: String::new() };
    contributions::review(&reviewer, id, Version(1), &approval).await.expect("approved");
    contributions::propose(&test.as_user(cast.facilitator.id).await, id).await.expect("proposed");
    id
}

async fn state_of(cx: &Cx, id: ContributionId) -> State {
    contributions::show(cx, id).await.expect("shown").facts.state
}

#[tokio::test]
async fn a_text_put_to_the_vote_is_adopted_by_its_result() {
    let (test, cast) = TestBackend::with_cast().await;
    let text = proposed(&test, &cast).await;
    let chair = test.as_user(cast.chair.id).await;
    let poll = prepare(&chair, Some(text), &form(Secrecy::Open)).await.expect("prepared");
    let again = prepare(&chair, Some(text), &form(Secrecy::Open)).await;
    assert_eq!(refused(again), state(Transition::PollOnText));
    let by_hand_form = AdoptionForm {
        body: "Bureau".into(),
        adopted_on: "22/11/2026".into(),
        votes_for: "9".into(),
        votes_against: "0".into(),
        votes_abstaining: "0".into(),
    };
    let by_hand = contributions::adopt(&chair, text, Version(1), &by_hand_form).await;
    assert_eq!(refused(by_hand), state(Transition::PollOnText));
    let back = contributions::send_back(&chair, text, "Revoir la fin.").await;
    assert_eq!(refused(back), state(Transition::PollOnText));
    let kinds = async |person: Person| -> Vec<AskedKind> {
        let asked = home::asked_of_me(&test.as_user(person.id).await).await.expect("read");
        asked.now.iter().map(|ask| ask.kind).collect()
    };
    assert_eq!(kinds(cast.chair).await, [AskedKind::Vote]);
    for person in [cast.chair, cast.member, cast.other] {
        votes(&test, poll, person, Choice::For).await.expect("cast");
    }
    assert!(!kinds(cast.chair).await.contains(&AskedKind::Vote));
    assert!(kinds(cast.facilitator).await.contains(&AskedKind::Vote));
    end(&test);
    assert_eq!(kinds(cast.chair).await, [AskedKind::Proclaim]);
    let staff = test.as_user(cast.administrator.id).await;
    assert_eq!(refused(proclaim(&staff, poll).await), Refusal::Forbidden(Forbidden::ChairOnly));
    proclaim(&test.as_user(cast.chair.id).await, poll).await.expect("proclaimed");
    let chair = test.as_user(cast.chair.id).await;
    let adopted = contributions::show(&chair, text).await.expect("shown");
    assert_eq!(adopted.facts.state, State::Adopted);
    let adoption = adopted.adoption.expect("adopted");
    assert_eq!((adoption.number.to_string().as_str(), adoption.votes_for), ("2026-01", 3));
    let mending = domain::contributions::MendingForm {
        record: AdoptionForm { votes_for: "9".into(), ..by_hand_form },
        reason: "Une erreur".into(),
    };
    let mended = contributions::mend(&chair, text, &mending).await;
    assert_eq!(refused(mended), state(Transition::CountedByPoll));
    test.finish().await;
}

#[tokio::test]
async fn a_text_that_is_not_carried_stays_proposed() {
    let (test, cast) = TestBackend::with_cast().await;
    let text = proposed(&test, &cast).await;
    let chair = test.as_user(cast.chair.id).await;
    let poll = prepare(&chair, Some(text), &form(Secrecy::Open)).await.expect("prepared");
    votes(&test, poll, cast.member, Choice::For).await.expect("cast");
    end(&test);
    let chair = test.as_user(cast.chair.id).await;
    // One of five: the quorum is three.
    proclaim(&chair, poll).await.expect("proclaimed");
    assert_eq!(state_of(&chair, text).await, State::ReadyForAdoption);
    contributions::send_back(&chair, text, "Revoir la fin.").await.expect("sent back");
    let note = ContributionForm {
        title: "Une note du bureau".into(),
        kind: "note".into(),
        body: "Rien.".into(),
        ..ContributionForm::default()
    };
    let secret = contributions::create(&chair, "bureau", &note).await.expect("begun");
    assert!(prepare(&chair, Some(secret), &form(Secrecy::Open)).await.is_err());
    test.finish().await;
}

#[tokio::test]
async fn a_ballot_and_the_result_at_the_same_moment_lose_nothing() {
    let (test, cast) = TestBackend::with_cast().await;
    let poll = prepared(&test, &cast, &form(Secrecy::Secret)).await;
    for person in [cast.chair, cast.member] {
        votes(&test, poll, person, Choice::For).await.expect("cast");
    }
    // Its request began before the end, and comes to the database together with the result.
    let late = test.as_user(cast.other.id).await;
    end(&test);
    let chair = test.as_user(cast.chair.id).await;
    let receipt = receipt(&test.backend).to_string();
    let (cast, result) =
        tokio::join!(super::cast(&late, poll, None, "for", &receipt), proclaim(&chair, poll));
    result.expect("proclaimed");
    let counted = ballots(&chair, poll).await.expect("shown");
    let expected = if cast.is_ok() { 3 } else { 2 };
    assert_eq!((counted.rows.len(), counted.total.votes_for), (expected, expected as u32));
    let (a, b) = tokio::join!(proclaim(&chair, poll), proclaim(&chair, poll));
    assert!(a.is_err() && b.is_err());
    test.finish().await;
}

#[tokio::test]
async fn a_poll_to_come_is_changed_and_its_people_are_settled_when_it_begins() {
    let (test, cast) = TestBackend::with_cast().await;
    let later = PollForm { opens_on: "23/11/2026".into(), opens_at: "9:00".into(), ..form(Secrecy::Open) };
    let poll = prepared(&test, &cast, &later).await;
    assert_eq!(refused(votes(&test, poll, cast.member, Choice::For).await), state(Transition::PollNotOpen));
    let chair = test.as_user(cast.chair.id).await;
    let (mut form, version) = typed(&chair, poll).await.expect("read");
    assert_eq!((form.opens_on.as_str(), form.closes_at.as_str()), ("23/11/2026", "18:00"));
    form.question = "Adoptez-vous le rapport de l’année ?".into();
    change(&chair, poll, version, &form).await.expect("changed");
    assert_eq!(refused(change(&chair, poll, version, &form).await), Refusal::Conflict);
    // A proxy is given beforehand; who received it leaves before the poll begins.
    give_proxy(&test.as_user(cast.member.id).await, poll, None, cast.other.id).await.expect("given");
    mandate::Entity::update_many()
        .col_expr(mandate::Column::EndsOn, sea_orm::sea_query::Expr::value(Some(chair.today())))
        .filter(mandate::Column::UserId.eq(cast.other.id))
        .exec(test.backend.db().writer())
        .await
        .expect("ends today");
    test.wait(TimeDelta::days(1));
    open_due(&test.backend).await.expect("begun");
    let seen = view(&test, cast.member, poll).await;
    assert_eq!((seen.entitled, seen.mine.proxy.is_none()), (4, true));
    votes(&test, poll, cast.member, Choice::For).await.expect("cast");
    let chair = test.as_user(cast.chair.id).await;
    assert_eq!(refused(change(&chair, poll, version.next(), &form).await), state(Transition::PollRunning));
    close_now(&chair, poll).await.expect("closed");
    assert_eq!(refused(votes(&test, poll, cast.reviewer, Choice::For).await), state(Transition::PollOver));
    test.finish().await;
}

#[tokio::test]
async fn a_poll_called_off_keeps_its_reason_and_no_ballot() {
    let (test, cast) = TestBackend::with_cast().await;
    let poll = prepared(&test, &cast, &form(Secrecy::Secret)).await;
    votes(&test, poll, cast.member, Choice::For).await.expect("cast");
    let chair = test.as_user(cast.chair.id).await;
    assert_eq!(refused(cancel(&chair, poll, " ").await), Refusal::field("reason", FieldProblem::Missing));
    let member = test.as_user(cast.member.id).await;
    let not_theirs = cancel(&member, poll, "Non.").await;
    assert_eq!(refused(not_theirs), Refusal::Forbidden(Forbidden::ChairOrAdministratorOnly));
    cancel(&chair, poll, "La question était mal posée.").await.expect("called off");
    let seen = view(&test, cast.member, poll).await;
    assert_eq!((seen.voted, seen.cancelled_reason.as_str()), (0, "La question était mal posée."));
    assert_eq!(refused(votes(&test, poll, cast.other, Choice::For).await), state(Transition::PollCancelled));
    assert_eq!(refused(cancel(&chair, poll, "Encore.").await), state(Transition::PollCancelled));
    test.finish().await;
}

#[tokio::test]
async fn the_usual_rules_fill_the_next_poll_and_change_no_other() {
    let (test, cast) = TestBackend::with_cast().await;
    let chair = test.as_user(cast.chair.id).await;
    assert_eq!(usual(&chair).await.expect("read"), (UsualForm::default(), Version(0)));
    let before = prepared(&test, &cast, &form(Secrecy::Open)).await;
    let wanted = UsualForm {
        body: "Bureau".into(),
        secrecy: "secret".into(),
        quorum: "third".into(),
        majority: "absolute".into(),
        proxies: "2".into(),
    };
    let wrong = UsualForm { quorum: "presque".into(), proxies: "99".into(), ..wanted.clone() };
    let Refusal::Invalid(problems) = refused(change_usual(&chair, Version(0), &wrong).await) else {
        panic!("invalid")
    };
    assert_eq!(problems.len(), 2);
    change_usual(&chair, Version(0), &wanted).await.expect("changed");
    assert_eq!(usual(&chair).await.expect("read"), (wanted.clone(), Version(1)));
    assert_eq!(refused(change_usual(&chair, Version(0), &wanted).await), Refusal::Conflict);
    change_usual(&chair, Version(1), &UsualForm::default()).await.expect("changed");
    assert_eq!(view(&test, cast.chair, before).await.rules.proxies, 1);
    let member = test.as_user(cast.member.id).await;
    for answer in [usual(&member).await.map(|_| ()), change_usual(&member, Version(2), &wanted).await] {
        assert!(matches!(refused(answer), Refusal::Forbidden(_)));
    }
    let told = test.journal().await.into_iter().filter(|kind| kind == "poll.rules").count();
    assert_eq!(told, 2);
    test.finish().await;
}
