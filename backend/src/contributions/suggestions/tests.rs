//! Suggestions, played by the cast.

use chrono::TimeDelta;
use domain::{
    FieldProblem, Refusal, Version,
    contributions::{ConsultationForm, ContributionForm, Place, SuggestionForm, SuggestionState},
    home::AskedKind,
    ids::{ContributionId, SuggestionId},
    refusal::{Forbidden, Transition},
};

use super::*;
use crate::{
    Cx,
    contributions::{self, Change, create, save, show, submit, version},
    home::asked_of_me,
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

fn wording(words: &str, reason: &str) -> SuggestionForm {
    SuggestionForm { words: words.into(), reason: reason.into() }
}

/// The paragraph about the path, in a version that holds it at its first place.
fn path(base: i32) -> Target {
    let start = BODY.find(PATH).expect("there");
    Target { base: Version(base), range: start..start + PATH.len() }
}

/// A suggestion on the paragraph about the path.
async fn says(test: &TestBackend, person: Person, id: ContributionId, words: &str) -> SuggestionId {
    let cx = test.as_user(person.id).await;
    suggest(&cx, id, &path(1), &wording(words, "Pour être précis."), None).await.expect("suggested")
}

async fn only(cx: &Cx, id: ContributionId) -> SuggestionView {
    let read = suggestions(cx, id).await.expect("read");
    let mut all = read.passages.into_iter().flat_map(|passage| passage.suggestions).chain(read.lost);
    let one = all.next().expect("a suggestion");
    assert!(all.next().is_none(), "and only one");
    one
}

async fn body(cx: &Cx, id: ContributionId) -> String {
    workshop(cx, id, None, None).await.expect("read").body
}

async fn asked(cx: &Cx, id: ContributionId) -> Vec<(AskedKind, usize)> {
    let asked = asked_of_me(cx).await.expect("asked").now;
    asked.into_iter().filter(|ask| ask.subject.text() == Some(id)).map(|ask| (ask.kind, ask.count)).collect()
}

#[tokio::test]
async fn a_reader_of_a_draft_proposes_words_and_its_author_takes_them_in() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = draft(&test, &cast).await;
    let made = says(&test, cast.observer, id, "Ouvrir un chemin en 2027, vers la gare.").await;
    let member = test.as_user(cast.member.id).await;
    let one = only(&member, id).await;
    assert_eq!((one.quoted.as_str(), one.proposed.as_str()), ("bientôt", "en 2027"));
    assert_eq!((one.by.as_str(), one.reason.as_str()), ("Lise Ormeau", "Pour être précis."));
    assert_eq!(asked(&member, id).await, [(AskedKind::Examine, 1)]);
    test.wait(TimeDelta::minutes(5));
    let member = test.as_user(cast.member.id).await;
    let accepted = accept(&member, id, made, one.version, "").await.expect("accepted");
    assert_eq!(accepted, Accepted { version: Version(2), fallen: 0 });
    assert_eq!(body(&member, id).await, BODY.replace("bientôt", "en 2027"));
    // Both are named, the reason is kept.
    let written = version(&member, id, Version(2)).await.expect("read");
    assert_eq!(
        (written.revision.by.as_str(), &written.with[..]),
        ("Gérard Pontivy", &["Lise Ormeau".to_owned()][..])
    );
    assert_eq!(written.revision.reason, "Pour être précis.");
    assert_eq!(asked(&member, id).await, []);
    assert_eq!(show(&member, id).await.expect("read").suggestions, 0);
    let journal = test.journal().await;
    assert!(journal.ends_with(&["suggestion.accepted".into(), "contribution.revised".into()]), "{journal:?}");
    // The one who made it is told, once.
    let observer = test.as_user(cast.observer.id).await;
    assert_eq!(asked(&observer, id).await, [(AskedKind::Outcome, 1)]);
    let read = suggestions(&observer, id).await.expect("read");
    let settled = &read.settled[0];
    assert_eq!((settled.state, settled.own), (SuggestionState::Accepted, true));
    let told = settled.settled.as_ref().expect("settled");
    assert_eq!((told.by.as_str(), told.version), ("Gérard Pontivy", Some(Version(2))));
    assert_eq!(asked(&observer, id).await, []);
    assert_eq!(
        refused(accept(&member, id, made, one.version, "").await),
        Refusal::Transition(Transition::SuggestionOver)
    );
    test.finish().await;
}

#[tokio::test]
async fn a_refusal_is_told_with_its_reason_and_writes_nothing() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = draft(&test, &cast).await;
    let made = says(&test, cast.reviewer, id, "Ouvrir un sentier bientôt, vers la gare.").await;
    let observer = test.as_user(cast.observer.id).await;
    let outside = Refusal::Forbidden(Forbidden::GroupMembersOnly);
    assert_eq!(refused(refuse(&observer, id, made, Version(1), "Non.").await), outside);
    assert_eq!(refused(accept(&observer, id, made, Version(1), "").await), outside);
    let member = test.as_user(cast.member.id).await;
    refuse(&member, id, made, Version(1), "Un chemin est plus large.").await.expect("refused");
    assert_eq!(body(&member, id).await, BODY);
    let reviewer = test.as_user(cast.reviewer.id).await;
    assert_eq!(asked(&reviewer, id).await, [(AskedKind::Outcome, 1)]);
    let (_, _, view) = suggestion(&reviewer, id, made).await.expect("read");
    assert_eq!(view.settled.expect("settled").answer, "Un chemin est plus large.");
    assert_eq!(asked(&reviewer, id).await, []);
    test.finish().await;
}

#[tokio::test]
async fn edits_around_a_suggestion_move_it_and_edits_of_its_words_are_told() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = draft(&test, &cast).await;
    let made = says(&test, cast.reviewer, id, "Ouvrir un chemin en 2027, vers la gare.").await;
    let member = test.as_user(cast.member.id).await;
    let moved = BODY.replace("## Le chemin", "Un mot d’abord.\n\n## Le chemin").replace("bancs", "tables");
    save(&member, id, Version(1), &form(&moved)).await.expect("saved");
    let one = only(&member, id).await;
    assert_eq!((one.place, one.version), (Place::Here, Version(1)), "only its place changed");
    // Its words are taken away: it says so, and cannot be accepted.
    let without = moved.replace(" bientôt", "");
    save(&member, id, Version(2), &form(&without)).await.expect("saved");
    let one = only(&member, id).await;
    assert_eq!((one.place, one.quoted.as_str()), (Place::Gone, "bientôt"));
    let changed = Refusal::Transition(Transition::PassageChanged);
    assert_eq!(refused(accept(&member, id, made, one.version, "").await), changed);
    assert_eq!(body(&member, id).await, without, "nothing was written");
    // Its author words it again on what is there.
    let reviewer = test.as_user(cast.reviewer.id).await;
    let start = without.find("Ouvrir un chemin").expect("there");
    let target = Target { base: Version(3), range: start..start + "Ouvrir un chemin, vers la gare.".len() };
    let again = wording("Ouvrir un chemin en 2027, vers la gare.", "");
    reword(&reviewer, id, made, one.version, &target, &again).await.expect("worded");
    let one = only(&member, id).await;
    assert_eq!((one.place, one.version), (Place::Here, Version(2)));
    accept(&member, id, made, one.version, "").await.expect("accepted");
    assert!(body(&member, id).await.contains("Ouvrir un chemin en 2027, vers la gare."));
    test.finish().await;
}

#[tokio::test]
async fn accepting_one_settles_the_others_on_the_same_words() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = draft(&test, &cast).await;
    let taken = says(&test, cast.reviewer, id, "Ouvrir un chemin en 2027, vers la gare.").await;
    let falls = says(&test, cast.observer, id, "Ouvrir un chemin demain, vers la gare.").await;
    let rests = says(&test, cast.facilitator, id, "Ouvrir une voie bientôt, vers la halte.").await;
    let stays = {
        let cx = test.as_user(cast.reviewer.id).await;
        let start = BODY.find("Planter").expect("there");
        let target = Target { base: Version(1), range: start..BODY.len() };
        suggest(&cx, id, &target, &wording("Planter des haies. Poser des tables.", ""), None)
            .await
            .expect("made")
    };
    let member = test.as_user(cast.member.id).await;
    let read = suggestions(&member, id).await.expect("read");
    assert_eq!(read.passages.len(), 2, "those on one paragraph are together");
    assert_eq!(read.passages[0].section.as_deref(), Some("Le chemin"));
    let view = read.passages[0].suggestions.iter().find(|view| view.id == taken).expect("there");
    let mut others = view.others.clone();
    others.sort();
    assert_eq!(others, [("Lise Ormeau".into(), Fate::Falls), ("Maryse Belvaux".into(), Fate::Rests)]);
    let accepted = accept(&member, id, taken, view.version, "").await.expect("accepted");
    assert_eq!(accepted.fallen, 1);
    let read = suggestions(&member, id).await.expect("read");
    let state =
        |which: SuggestionId| read.settled.iter().find(|view| view.id == which).map(|view| view.state);
    assert_eq!(
        (state(falls), state(taken)),
        (Some(SuggestionState::Fallen), Some(SuggestionState::Accepted))
    );
    let waiting: Vec<SuggestionId> =
        read.passages.iter().flat_map(|passage| &passage.suggestions).map(|view| view.id).collect();
    assert_eq!(waiting, [rests, stays]);
    let rested = &read.passages[0].suggestions[0];
    assert_eq!(rested.quoted, "un chemin en 2027, vers la gare");
    assert_eq!(rested.proposed, "une voie en 2027, vers la halte");
    let old = refused(accept(&member, id, rests, Version(1), "").await);
    assert_eq!(old, Refusal::Conflict, "what was read before is read again");
    accept(&member, id, rests, rested.version, "").await.expect("accepted");
    accept(&member, id, stays, Version(1), "").await.expect("accepted");
    let said = body(&member, id).await;
    assert!(said.contains("Ouvrir une voie en 2027, vers la halte.") && said.ends_with("Poser des tables."));
    assert_eq!(show(&member, id).await.expect("read").suggestions, 0);
    test.finish().await;
}

#[tokio::test]
async fn a_counter_proposal_answers_one_and_takes_its_place() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = draft(&test, &cast).await;
    let first = says(&test, cast.reviewer, id, "Ouvrir un chemin en 2027, vers la gare.").await;
    let member = test.as_user(cast.member.id).await;
    // Words that the first one does not touch: it falls all the same, since this one answers it.
    let counter = wording("Ouvrir un chemin bientôt, vers la halte.", "Mieux ainsi.");
    let counter = suggest(&member, id, &path(1), &counter, Some(first)).await.expect("answered");
    let (_, _, view) = suggestion(&member, id, counter).await.expect("read");
    assert_eq!(view.answers, Some((first, "Odile Rambert".into())));
    let facilitator = test.as_user(cast.facilitator.id).await;
    accept(&facilitator, id, counter, Version(1), "").await.expect("accepted");
    let (_, _, view) = suggestion(&member, id, first).await.expect("read");
    assert_eq!(view.state, SuggestionState::Fallen);
    let over = Refusal::Transition(Transition::SuggestionOver);
    let late = suggest(&member, id, &path(1), &wording("Ouvrir un pont.", ""), Some(first)).await;
    assert!(matches!(refused(late), refusal if refusal == over || refusal == Refusal::Conflict));
    test.finish().await;
}

#[tokio::test]
async fn a_copy_of_the_text_gives_a_suggestion_for_each_passage() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = draft(&test, &cast).await;
    let reviewer = test.as_user(cast.reviewer.id).await;
    let copy = BODY.replace("bientôt", "en 2027").replace("Planter", "Tailler").replace("bancs", "tables");
    assert_eq!(amend(&reviewer, id, Version(1), &wording(&copy, "Relecture.")).await.expect("amended"), 3);
    let unchanged = Refusal::field("words", FieldProblem::Unchanged);
    assert_eq!(refused(amend(&reviewer, id, Version(1), &wording(BODY, "")).await), unchanged);
    assert_eq!(refused(suggest(&reviewer, id, &path(1), &wording(PATH, ""), None).await), unchanged);
    let member = test.as_user(cast.member.id).await;
    assert_eq!(asked(&member, id).await, [(AskedKind::Examine, 3)]);
    let view = show(&member, id).await.expect("read");
    assert_eq!((view.suggestions, &view.suggested[..]), (3, &[0, 1, 2][..]));
    while let Some(next) = suggestions(&member, id).await.expect("read").passages.first() {
        let next = &next.suggestions[0];
        accept(&member, id, next.id, next.version, "").await.expect("accepted");
    }
    assert_eq!(body(&member, id).await, copy);
    assert_eq!(test.journal().await.iter().filter(|kind| *kind == "suggestion.made").count(), 1);
    test.finish().await;
}

#[tokio::test]
async fn one_takes_back_and_words_again_only_one_s_own() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = draft(&test, &cast).await;
    let made = says(&test, cast.reviewer, id, "Ouvrir un chemin en 2027, vers la gare.").await;
    let member = test.as_user(cast.member.id).await;
    let others = Refusal::Forbidden(Forbidden::OthersSuggestion);
    assert_eq!(refused(withdraw(&member, id, made, Version(1)).await), others);
    let words = wording("Ouvrir un chemin demain, vers la gare.", "");
    assert_eq!(refused(reword(&member, id, made, Version(1), &path(1), &words).await), others);
    let reviewer = test.as_user(cast.reviewer.id).await;
    reword(&reviewer, id, made, Version(1), &path(1), &words).await.expect("worded");
    assert_eq!(refused(accept(&member, id, made, Version(1), "").await), Refusal::Conflict);
    withdraw(&reviewer, id, made, Version(2)).await.expect("withdrawn");
    assert_eq!(asked(&reviewer, id).await, [], "one is not told what one did");
    assert_eq!(asked(&member, id).await, []);
    test.finish().await;
}

#[tokio::test]
async fn those_who_do_not_read_a_text_suggest_nothing_and_a_frozen_text_takes_none() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = draft(&test, &cast).await;
    let words = wording("Ouvrir un chemin en 2027, vers la gare.", "");
    for (name, person) in cast.everybody() {
        let cx = test.as_user(person.id).await;
        let answer = suggest(&cx, id, &path(1), &words, None).await;
        let reads = ["member", "reviewer", "observer", "facilitator", "chair"].contains(&name);
        assert_eq!(answer.is_ok(), reads, "{name}: {answer:?}");
        assert_eq!(suggestions(&cx, id).await.is_ok(), reads, "{name}");
        if !reads {
            assert_eq!(refused(answer), Refusal::NotFound, "{name}");
        }
    }
    // All the members once they are consulted.
    let member = test.as_user(cast.member.id).await;
    submit(&member, id).await.expect("submitted");
    let facilitator = test.as_user(cast.facilitator.id).await;
    let asked = ConsultationForm { until: "2026-12-20".into(), question: "Qu’en dites-vous ?".into() };
    contributions::consult(&facilitator, id, &asked).await.expect("consulted");
    let other = test.as_user(cast.other.id).await;
    suggest(&other, id, &path(1), &words, None).await.expect("suggested");
    assert!(suggestions(&other, id).await.is_ok());
    let reviewer = test.as_user(cast.reviewer.id).await;
    let approve = domain::contributions::ReviewForm { verdict: "approve".into(), comment: String::new() };
    contributions::review(&reviewer, id, Version(1), &approve).await.expect("approved");
    contributions::propose_anyway(&facilitator, id).await.expect("proposed");
    let state = Refusal::Transition(Transition::ContributionState);
    assert_eq!(refused(suggest(&reviewer, id, &path(1), &words, None).await), state);
    let waiting = only_of(&suggestions(&member, id).await.expect("read"), "Odile Rambert");
    assert_eq!(refused(accept(&member, id, waiting, Version(1), "").await), state);
    assert_eq!(refused(refuse(&member, id, waiting, Version(1), "Non.").await), state);
    // Who reads only what is proposed does not read how it was worked on.
    assert_eq!(refused(suggestions(&other, id).await), Refusal::NotFound);
    test.finish().await;
}

fn only_of(read: &SuggestionsView, name: &str) -> SuggestionId {
    let mut all = read.passages.iter().flat_map(|passage| &passage.suggestions);
    all.find(|view| view.by == name).expect("theirs").id
}

#[tokio::test]
async fn however_many_suggestions_there_are_a_page_asks_as_many_questions() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = draft(&test, &cast).await;
    let reviewer = test.as_user(cast.reviewer.id).await;
    let member = test.as_user(cast.member.id).await;
    let (_, without) = test.reads(&member, async |cx| show(&cx, id).await.expect("read")).await;
    let one = wording(&BODY.replace("bientôt", "en 2027"), "");
    amend(&reviewer, id, Version(1), &one).await.expect("amended");
    let (_, few) = test.reads(&member, async |cx| suggestions(&cx, id).await.expect("read")).await;
    let (_, page) = test.reads(&member, async |cx| show(&cx, id).await.expect("read")).await;
    for words in ["demain", "hier", "un jour", "jamais"] {
        let copy = BODY.replace("bientôt", words).replace("bancs", words).replace("Planter", words);
        amend(&reviewer, id, Version(1), &wording(&copy, "")).await.expect("amended");
    }
    let (read, many) = test.reads(&member, async |cx| suggestions(&cx, id).await.expect("read")).await;
    assert_eq!(read.passages.iter().map(|passage| passage.suggestions.len()).sum::<usize>(), 13);
    assert_eq!(few, many);
    let (_, page_of_many) = test.reads(&member, async |cx| show(&cx, id).await.expect("read")).await;
    assert_eq!((page, page_of_many), (without + 2, without + 2));
    test.finish().await;
}

#[tokio::test]
async fn words_are_shown_in_place_as_removed_and_added() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = draft(&test, &cast).await;
    says(&test, cast.reviewer, id, "Ouvrir un chemin en 2027, vers la gare.").await;
    let member = test.as_user(cast.member.id).await;
    let passage = suggestions(&member, id).await.expect("read").passages.remove(0);
    let told: Vec<(Change, &str)> =
        passage.spans.iter().map(|span| (span.change, span.text.as_str())).collect();
    let expected = [
        (Change::Equal, "Ouvrir un chemin "),
        (Change::Deleted, "bientôt"),
        (Change::Inserted, "en 2027"),
        (Change::Equal, ", vers la gare."),
    ];
    assert_eq!(told, expected);
    test.finish().await;
}
