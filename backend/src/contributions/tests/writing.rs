use domain::{
    FieldProblem,
    people::ProfileForm,
    policy::ContributionAction,
    refusal::{Forbidden, Transition},
};
use sea_orm::{EntityTrait, sea_query::Expr};

use super::*;
use crate::{PageNumber, entities::group, people};

#[tokio::test]
async fn a_new_text_is_a_draft_by_the_person_who_began_it() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = draft(&test, &cast).await;
    let member = test.as_user(cast.member.id).await;
    let view = show(&member, id).await.expect("read");
    assert_eq!((view.facts.state, view.revision.version), (State::Draft, Version(1)));
    assert!(view.facts.own);
    assert_eq!(view.authors, ["Gérard Pontivy"]);
    assert_eq!(test.journal().await.last().map(String::as_str), Some("contribution.created"));
    test.finish().await;
}

#[tokio::test]
async fn only_members_and_facilitators_write_in_a_group() {
    let (test, cast) = TestBackend::with_cast().await;
    let observer = test.as_user(cast.observer.id).await;
    let forbidden = Refusal::Forbidden(Forbidden::GroupMembersOnly);
    assert_eq!(refused(create(&observer, "mobilites", &form("Titre", "x")).await), forbidden);
    let other = test.as_user(cast.other.id).await;
    assert_eq!(refused(create(&other, "mobilites", &form("Titre", "x")).await), forbidden);
    assert_eq!(refused(create(&other, "bureau", &form("Titre", "x")).await), Refusal::NotFound);
    assert_eq!(refused(create(&other, "nulle-part", &form("Titre", "x")).await), Refusal::NotFound);
    test.finish().await;
}

#[tokio::test]
async fn nothing_is_written_in_a_closed_group() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = draft(&test, &cast).await;
    group::Entity::update_many()
        .col_expr(group::Column::State, Expr::value(domain::groups::GroupState::Closed))
        .exec(test.backend.db().writer())
        .await
        .expect("closed");
    let member = test.as_user(cast.member.id).await;
    let closed = Refusal::Transition(Transition::GroupClosed);
    assert_eq!(refused(create(&member, "mobilites", &form("Titre", "x")).await), closed);
    assert_eq!(refused(save(&member, id, Version(1), &form("Titre", "x")).await), closed);
    assert_eq!(refused(submit(&member, id).await), closed);
    test.finish().await;
}

#[tokio::test]
async fn a_form_with_errors_writes_nothing() {
    let (test, cast) = TestBackend::with_cast().await;
    let member = test.as_user(cast.member.id).await;
    let before = test.journal().await.len();
    let refusal = refused(create(&member, "mobilites", &ContributionForm::default()).await);
    let Refusal::Invalid(errors) = refusal else { panic!("{refusal:?}") };
    assert_eq!(errors[0].problem, FieldProblem::Missing);
    assert_eq!(test.journal().await.len(), before);
    test.finish().await;
}

#[tokio::test]
async fn each_save_is_a_version_with_who_when_and_why() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = draft(&test, &cast).await;
    let facilitator = test.as_user(cast.facilitator.id).await;
    let mut next = form(TITLE, "Quatre trajets sur dix, vraiment.");
    next.reason = "Chiffres vérifiés".into();
    let saved = save(&facilitator, id, Version(1), &next).await.expect("saved");
    assert!(matches!(saved, Saved::Version(Version(2))), "{saved:?}");
    let page = history(&facilitator, id, PageNumber::FIRST).await.expect("history").page;
    let line = &page.rows[0];
    assert_eq!((line.revision.version, line.revision.by.as_str()), (Version(2), "Maryse Belvaux"));
    assert_eq!(line.revision.reason, "Chiffres vérifiés");
    assert!(line.words_added > 0 && line.words_removed > 0, "{line:?}");
    assert_eq!(page.total, 2);
    let comparison = compare(&facilitator, id, Version(1), Version(2)).await.expect("compared");
    assert!(!comparison.is_same());
    assert_eq!(refused(compare(&facilitator, id, Version(1), Version(9)).await), Refusal::NotFound);
    assert!(show(&facilitator, id).await.expect("read").html.contains("vraiment"));
    test.finish().await;
}

#[tokio::test]
async fn saving_the_same_text_makes_no_version() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = draft(&test, &cast).await;
    let member = test.as_user(cast.member.id).await;
    let saved = save(&member, id, Version(1), &form(TITLE, body())).await.expect("saved");
    assert!(matches!(saved, Saved::Unchanged(Version(1))), "{saved:?}");
    assert_eq!(history(&member, id, PageNumber::FIRST).await.expect("history").page.total, 1);
    test.finish().await;
}

#[tokio::test]
async fn a_save_over_an_older_version_is_put_aside_beside_the_newer_one() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = draft(&test, &cast).await;
    let member = test.as_user(cast.member.id).await;
    let facilitator = test.as_user(cast.facilitator.id).await;
    save(&facilitator, id, Version(1), &form(TITLE, "Leur texte.")).await.expect("saved");
    let late = save(&member, id, Version(1), &form(TITLE, "Mon texte.")).await.expect("put aside");
    let Saved::Conflicting(view) = late else { panic!("{late:?}") };
    assert_eq!((view.base, view.head.version), (Version(1), Version(2)));
    assert_eq!((view.their_text.body.as_str(), view.yours.body.as_str()), ("Leur texte.", "Mon texte."));
    assert_eq!(view.theirs.by, "Maryse Belvaux");
    assert!(show(&member, id).await.expect("read").html.contains("Leur texte"));
    // The page can be read again, and tells the same.
    let again = conflict(&member, id).await.expect("read").expect("still there");
    assert_eq!(again.yours, view.yours);
    assert!(
        conflict(&facilitator, id).await.expect("read").is_none(),
        "it is between the member and the text"
    );
    // What should stand is saved over the newer version.
    let settled =
        save(&member, id, view.head.version, &form(TITLE, "Nos deux textes.")).await.expect("saved");
    assert!(matches!(settled, Saved::Version(Version(3))), "{settled:?}");
    assert!(conflict(&member, id).await.expect("read").is_none());
    test.finish().await;
}

#[tokio::test]
async fn two_saves_at_the_same_moment_both_survive() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = draft(&test, &cast).await;
    let member = test.as_user(cast.member.id).await;
    let facilitator = test.as_user(cast.facilitator.id).await;
    let (mine, theirs) = (form(TITLE, "Mon texte."), form(TITLE, "Leur texte."));
    let (a, b) =
        tokio::join!(save(&member, id, Version(1), &mine), save(&facilitator, id, Version(1), &theirs));
    let outcomes = [a.expect("answered"), b.expect("answered")];
    assert_eq!(
        outcomes.iter().filter(|o| matches!(o, Saved::Version(Version(2)))).count(),
        1,
        "{outcomes:?}"
    );
    assert_eq!(outcomes.iter().filter(|o| matches!(o, Saved::Conflicting(_))).count(), 1, "{outcomes:?}");
    test.finish().await;
}

#[tokio::test]
async fn whoever_changed_nothing_is_in_nobody_s_way() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = draft(&test, &cast).await;
    let member = test.as_user(cast.member.id).await;
    let facilitator = test.as_user(cast.facilitator.id).await;
    save(&facilitator, id, Version(1), &form(TITLE, "Leur texte.")).await.expect("saved");
    let same = save(&member, id, Version(1), &form(TITLE, body())).await.expect("saved");
    assert!(matches!(same, Saved::Unchanged(Version(2))), "{same:?}");
    test.finish().await;
}

#[tokio::test]
async fn what_is_typed_is_kept_until_it_is_saved() {
    let (test, cast) = TestBackend::with_cast().await;
    let member = test.as_user(cast.member.id).await;
    let new = Place::New("mobilites".into());
    autosave(&member, &new, Version(0), &form("Un ti", "au fil\0 de la")).await.expect("kept");
    autosave(&member, &new, Version(0), &form("Un titre", "au fil de la plume")).await.expect("kept");
    let view = new_view(&member, "mobilites").await.expect("read");
    assert_eq!(view.unsaved.expect("kept").form.body, "au fil de la plume");
    let facilitator = test.as_user(cast.facilitator.id).await;
    assert!(new_view(&facilitator, "mobilites").await.expect("read").unsaved.is_none());

    let id = create(&member, "mobilites", &form("Un titre", "x")).await.expect("begun");
    assert!(new_view(&member, "mobilites").await.expect("read").unsaved.is_none());
    autosave(&member, &Place::Of(id), Version(1), &form("Un titre", "xy")).await.expect("kept");
    assert!(edit_view(&member, id).await.expect("read").unsaved.is_some());
    save(&member, id, Version(1), &form("Un titre", "xyz")).await.expect("saved");
    assert!(edit_view(&member, id).await.expect("read").unsaved.is_none());
    autosave(&member, &Place::Of(id), Version(2), &form("Un titre", "xyzt")).await.expect("kept");
    discard(&member, &Place::Of(id)).await.expect("forgotten");
    assert!(edit_view(&member, id).await.expect("read").unsaved.is_none());
    test.finish().await;
}

#[tokio::test]
async fn a_preview_is_safe_bounded_and_writes_nothing() {
    let (test, cast) = TestBackend::with_cast().await;
    let member = test.as_user(cast.member.id).await;
    let html = preview(&member, "**gras** <script>alert(1)</script>").await.expect("rendered");
    assert!(html.contains("<strong>gras</strong>") && !html.contains("<script"), "{html}");
    let huge = "é".repeat(400_001);
    assert!(matches!(refused(preview(&member, &huge).await), Refusal::TooLarge { .. }));
    assert_eq!(refused(preview(&test.visitor(), "x").await), Refusal::SignInRequired);
    test.finish().await;
}

#[tokio::test]
async fn the_authors_are_members_of_the_group_and_one_at_least() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = draft(&test, &cast).await;
    let member = test.as_user(cast.member.id).await;
    set_authors(&member, id, &[cast.facilitator.id, cast.member.id]).await.expect("named");
    assert_eq!(show(&member, id).await.expect("read").authors, ["Maryse Belvaux", "Gérard Pontivy"]);
    let field = |problem| Refusal::field("authors", problem);
    assert_eq!(refused(set_authors(&member, id, &[]).await), field(FieldProblem::Missing));
    assert_eq!(refused(set_authors(&member, id, &[cast.other.id]).await), field(FieldProblem::NotAChoice));
    assert_eq!(refused(set_authors(&member, id, &[cast.observer.id]).await), field(FieldProblem::NotAChoice));
    let names: Vec<_> =
        authors(&member, id).await.expect("read").into_iter().map(|a| (a.name, a.is_author)).collect();
    let name = |name: &str, is| (name.to_owned(), is);
    assert_eq!(
        names,
        [name("Gérard Pontivy", true), name("Maryse Belvaux", true), name("Odile Rambert", false)]
    );
    test.finish().await;
}

#[tokio::test]
async fn a_text_that_is_proposed_is_no_longer_written() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = text_in(&test, &cast, State::ReadyForAdoption).await;
    let member = test.as_user(cast.member.id).await;
    let refusal = Refusal::Transition(Transition::ContributionState);
    assert_eq!(refused(save(&member, id, Version(1), &form(TITLE, "x")).await), refusal);
    assert_eq!(refused(edit_view(&member, id).await), refusal);
    assert_eq!(refused(set_authors(&member, id, &[cast.member.id]).await), refusal);
    assert_eq!(refused(autosave(&member, &Place::Of(id), Version(1), &form(TITLE, "x")).await), refusal);
    let head = head(&member, id, ContributionAction::Read).await.expect("read");
    assert_eq!(head.version, Version(1));
    test.finish().await;
}

#[tokio::test]
async fn an_empty_text_is_not_sent_for_review() {
    let (test, cast) = TestBackend::with_cast().await;
    let member = test.as_user(cast.member.id).await;
    let id = create(&member, "mobilites", &form("Un titre", "")).await.expect("begun");
    assert_eq!(refused(submit(&member, id).await), Refusal::Transition(Transition::EmptyText));
    test.finish().await;
}

#[tokio::test]
async fn a_person_renamed_signs_with_their_new_name_what_is_not_adopted_yet() {
    let (test, cast) = TestBackend::with_cast().await;
    let adopted = text_in(&test, &cast, State::Adopted).await;
    let written = draft(&test, &cast).await;
    let member = test.as_user(cast.member.id).await;
    let form =
        ProfileForm { name: "Gérard Pontivy-Legal".into(), language: "fr".into(), ..Default::default() };
    let profile = people::own_profile(&member).await.expect("read");
    people::change_own_profile(&member, profile.version, &form).await.expect("renamed");
    let signed = async |id| show(&member, id).await.expect("read").authors;
    assert_eq!(signed(written).await, ["Gérard Pontivy-Legal"]);
    assert_eq!(signed(adopted).await, [profile.name.as_str()]);
    test.finish().await;
}

#[tokio::test]
async fn a_save_over_an_older_version_is_merged_where_the_two_do_not_meet() {
    let (test, cast) = TestBackend::with_cast().await;
    let member = test.as_user(cast.member.id).await;
    let facilitator = test.as_user(cast.facilitator.id).await;
    let base = "Deux personnes sur trois viennent seules.\n\nLe pont est étroit.";
    let id = create(&member, "mobilites", &form(TITLE, base)).await.expect("begun");
    let theirs = base.replace("étroit", "trop étroit");
    save(&facilitator, id, Version(1), &form(TITLE, &theirs)).await.expect("saved");
    let mut mine = form("Rejoindre la gare sans voiture", &base.replace("seules", "seules en voiture"));
    mine.reason = "Un complément".into();
    let saved = save(&member, id, Version(1), &mine).await.expect("merged");
    let expected = Saved::Merged { version: Version(3), base: Version(1), theirs: Version(2) };
    assert_eq!(format!("{saved:?}"), format!("{expected:?}"));
    let text = edit_view(&member, id).await.expect("read").saved;
    assert_eq!(text.body, "Deux personnes sur trois viennent seules en voiture.\n\nLe pont est trop étroit.");
    assert_eq!(text.title, "Rejoindre la gare sans voiture");
    let line = &history(&member, id, PageNumber::FIRST).await.expect("history").page.rows[0];
    assert_eq!((line.merged_from, line.revision.reason.as_str()), (Some(Version(1)), "Un complément"));
    assert!(conflict(&member, id).await.expect("read").is_none(), "nothing waits to be settled");
    // The kind is not kept version by version: whoever changed it decides with open eyes.
    let kind = ContributionForm { kind: "note".into(), ..form(TITLE, &theirs.replace("Deux", "Trois")) };
    assert!(matches!(save(&member, id, Version(2), &kind).await.expect("answered"), Saved::Conflicting(_)));
    test.finish().await;
}

#[tokio::test]
async fn many_saves_at_the_same_moment_in_different_places_are_all_kept() {
    let (test, cast) = TestBackend::with_cast().await;
    let member = test.as_user(cast.member.id).await;
    let base = "Un chemin.\n\nUn pont.\n\nUne gare.";
    let id = create(&member, "mobilites", &form(TITLE, base)).await.expect("begun");
    let people = [cast.member, cast.reviewer, cast.facilitator];
    let texts = [("chemin", "chemin creux"), ("pont", "pont neuf"), ("gare", "gare fermée")];
    let mut saves = Vec::new();
    for (person, (from, to)) in people.into_iter().zip(texts) {
        let (cx, typed) = (test.as_user(person.id).await, form(TITLE, &base.replace(from, to)));
        saves.push(async move { save(&cx, id, Version(1), &typed).await.expect("saved") });
    }
    let saved = futures::future::join_all(saves).await;
    assert!(!saved.iter().any(|saved| matches!(saved, Saved::Conflicting(_))), "{saved:?}");
    let text = edit_view(&member, id).await.expect("read").saved.body;
    assert_eq!(text, "Un chemin creux.\n\nUn pont neuf.\n\nUne gare fermée.");
    assert_eq!(history(&member, id, PageNumber::FIRST).await.expect("history").page.total, 4);
    test.finish().await;
}
