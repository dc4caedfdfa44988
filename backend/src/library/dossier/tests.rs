use chrono::TimeDelta;
use domain::{
    Refusal, Version,
    contributions::{ContributionForm, State},
    ids::{ContributionId, DocumentId, EntryId},
    library::{DocumentForm, ELEMENTS_MAX, ElementForm, LinkForm, LinkKind},
    refusal::{Forbidden, Transition},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set};

use super::*;
use crate::{
    Cx, PageNumber, contributions,
    entities::contribution,
    events::EventKind,
    feed,
    library::{
        Inside, Place, SharedView, bin, change, copy_to, create_folder, create_note, move_to, open_link,
        pieces, purge, selection, shared, shared_file, shared_pieces, show,
    },
    search,
    testing::{Cast, TestBackend, refused},
};

fn group(slug: &str) -> Place {
    Place::Group(slug.to_owned())
}

fn titled(title: &str) -> DocumentForm {
    DocumentForm { title: title.into(), ..Default::default() }
}

fn commented(comment: &str) -> ElementForm {
    ElementForm { comment: comment.into(), ..Default::default() }
}

fn link(title: &str) -> ElementForm {
    ElementForm { title: title.into(), address: "https://exemple.fr/plan".into(), ..Default::default() }
}

async fn note(cx: &Cx, place: &Place, title: &str) -> DocumentId {
    let form = DocumentForm { body: format!("Le texte de {title}."), ..titled(title) };
    create_note(cx, place, &form).await.expect("made")
}

async fn text(cx: &Cx, slug: &str, title: &str) -> ContributionId {
    let form = ContributionForm {
        title: title.into(),
        kind: "note".into(),
        body: "Un texte.".into(),
        ..Default::default()
    };
    contributions::create(cx, slug, &form).await.expect("written")
}

async fn titles(cx: &Cx, id: DocumentId) -> Vec<String> {
    let seen = dossier(cx, id).await.expect("read").elements;
    seen.into_iter().map(|element| element.title).collect()
}

async fn version(cx: &Cx, id: DocumentId) -> Version {
    show(cx, id).await.expect("read").version
}

async fn entry_of(cx: &Cx, id: DocumentId) -> EntryId {
    show(cx, id).await.expect("read").stands[0].entry
}

async fn element(cx: &Cx, id: DocumentId, title: &str) -> domain::ids::ElementId {
    let seen = dossier(cx, id).await.expect("read").elements;
    seen.into_iter().find(|element| element.title == title).expect("there").id
}

/// A dossier of the closed group: a note, a draft, a link.
async fn filled(cx: &Cx) -> (DocumentId, DocumentId, ContributionId) {
    let place = group("mobilites");
    let form = DocumentForm { audience: "Les nouveaux membres".into(), ..titled("Se déplacer") };
    let id = create_dossier(cx, &place, &form).await.expect("made");
    let note = note(cx, &place, "Enquête").await;
    let text = text(cx, "mobilites", "Notre projet").await;
    add_element(cx, id, Chosen::Document(note), &commented("À lire **d’abord**.")).await.expect("added");
    add_element(cx, id, Chosen::Text(text), &commented("")).await.expect("added");
    add_link(cx, id, &link("Le plan vélo")).await.expect("added");
    (id, note, text)
}

#[tokio::test]
async fn a_dossier_holds_documents_texts_and_links_commented_and_in_order() {
    let (test, cast) = TestBackend::with_cast().await;
    let cx = test.as_user(cast.member.id).await;
    let (id, note, _) = filled(&cx).await;
    let found = dossier(&cx, id).await.expect("read");
    assert_eq!(found.document.audience, "Les nouveaux membres");
    assert_eq!(titles(&cx, id).await, ["Enquête", "Notre projet", "Le plan vélo"]);
    assert!(found.elements[0].html.as_ref().is_some_and(|html| html.contains("<strong>d’abord</strong>")));
    assert!(matches!(found.elements[1].what, Element::Text { state: State::Draft, number: None, .. }));
    let plan = element(&cx, id, "Le plan vélo").await;
    move_element(&cx, plan, version(&cx, id).await, "up").await.expect("moved");
    assert_eq!(titles(&cx, id).await, ["Enquête", "Le plan vélo", "Notre projet"]);
    let first = element(&cx, id, "Enquête").await;
    move_element(&cx, first, version(&cx, id).await, "down").await.expect("moved");
    assert_eq!(titles(&cx, id).await, ["Le plan vélo", "Enquête", "Notre projet"]);
    let renamed = ElementForm { comment: "Adopté en mai.".into(), ..link("Le plan cyclable") };
    change_element(&cx, plan, version(&cx, id).await, &renamed).await.expect("changed");
    remove_element(&cx, first, version(&cx, id).await).await.expect("removed");
    assert_eq!(titles(&cx, id).await, ["Le plan cyclable", "Notre projet"]);
    assert!(show(&cx, note).await.is_ok(), "what it led to stays");
    let shown = change(&cx, id, version(&cx, id).await, &titled("Se déplacer autrement")).await;
    shown.expect("renamed");
    assert_eq!(dossier(&cx, id).await.expect("read").document.title, "Se déplacer autrement");
    let journal = test.journal().await;
    for kind in [EventKind::DossierCreated, EventKind::DossierElementAdded, EventKind::DossierArranged] {
        assert!(journal.iter().any(|line| line.contains(kind.code())), "{kind:?}");
    }
    test.do_jobs().await;
    test.finish().await;
}

#[tokio::test]
async fn what_one_may_not_see_is_neither_named_nor_counted_nor_taken_away() {
    let (test, cast) = TestBackend::with_cast().await;
    let cx = test.as_user(cast.facilitator.id).await;
    let id = create_dossier(&cx, &Place::Common, &titled("Pour tous")).await.expect("made");
    let own = note(&cx, &group("mobilites"), "Réservé").await;
    let draft = text(&cx, "mobilites", "Brouillon").await;
    let common = note(&cx, &Place::Common, "Ouvert à tous").await;
    for chosen in [Chosen::Document(own), Chosen::Document(common), Chosen::Text(draft)] {
        add_element(&cx, id, chosen, &commented("Réservé, dit-on.")).await.expect("added");
    }
    let other = test.as_user(cast.other.id).await;
    assert_eq!(titles(&cx, id).await, ["Réservé", "Ouvert à tous", "Brouillon"]);
    assert_eq!(titles(&other, id).await, ["Ouvert à tous"]);
    let (name, taken) = dossier_pieces(&other, id).await.expect("taken");
    let paths: Vec<&str> = taken.iter().map(|piece| piece.path.as_str()).collect();
    assert_eq!((name.as_str(), paths), ("Pour tous", vec!["Pour tous.md", "01 Ouvert à tous.md"]));
    let Inside::Text(list) = &taken[0].inside else { panic!("a list") };
    assert!(list.contains("1. Ouvert à tous") && !list.contains("2. ") && !list.contains("Brouillon"));
    assert_eq!(dossier_pieces(&cx, id).await.expect("taken").1.len(), 3);
    // Nor is it moved past, nor touched.
    let hidden = element(&cx, id, "Réservé").await;
    let look = test.as_user(cast.administrator.id).await;
    assert_eq!(titles(&look, id).await, ["Ouvert à tous"]);
    let version = version(&look, id).await;
    assert_eq!(refused(remove_element(&look, hidden, version).await), Refusal::NotFound);
    // Nothing is added that one does not see.
    let theirs = create_dossier(&other, &group("alimentation"), &titled("Le leur")).await.expect("made");
    for chosen in [Chosen::Document(own), Chosen::Text(draft), Chosen::Document(theirs)] {
        assert_eq!(refused(add_element(&other, theirs, chosen, &commented("")).await), Refusal::NotFound);
        assert_eq!(refused(dossiers_to_fill(&other, chosen).await), Refusal::NotFound);
    }
    test.do_jobs().await;
    test.finish().await;
}

#[tokio::test]
async fn those_who_write_where_it_stands_fill_it_and_the_others_read_it() {
    let (test, cast) = TestBackend::with_cast().await;
    let (id, note, _) = filled(&test.as_user(cast.member.id).await).await;
    for (person, expected) in [
        (cast.reviewer, None),
        (cast.facilitator, None),
        (cast.observer, Some(Refusal::Forbidden(Forbidden::GroupMembersOnly))),
        (cast.chair, Some(Refusal::Forbidden(Forbidden::GroupMembersOnly))),
        (cast.other, Some(Refusal::NotFound)),
        (cast.administrator, Some(Refusal::NotFound)),
    ] {
        let cx = test.as_user(person.id).await;
        let added = add_link(&cx, id, &link("Un autre plan")).await;
        assert_eq!(added.err().map(|error| refused(Err::<(), _>(error))), expected, "{}", person.email);
        let proposed = match dossiers_to_fill(&cx, Chosen::Document(note)).await {
            Ok(found) => found.dossiers.iter().any(|one| one.id == id),
            Err(_) => false,
        };
        assert_eq!(proposed, expected.is_none(), "{}", person.email);
    }
    test.finish().await;
}

#[tokio::test]
async fn two_people_at_once_do_not_undo_each_other_and_nothing_is_there_twice() {
    let (test, cast) = TestBackend::with_cast().await;
    let cx = test.as_user(cast.member.id).await;
    let (id, note, text) = filled(&cx).await;
    let first = element(&cx, id, "Enquête").await;
    let read = version(&cx, id).await;
    move_element(&cx, first, read, "down").await.expect("moved");
    assert_eq!(refused(move_element(&cx, first, read, "down").await), Refusal::Conflict);
    assert_eq!(refused(remove_element(&cx, first, read).await), Refusal::Conflict);
    assert_eq!(refused(change_element(&cx, first, read, &commented("Non.")).await), Refusal::Conflict);
    let version = version(&cx, id).await;
    assert_eq!(refused(move_element(&cx, first, version, "ailleurs").await), Refusal::Malformed);
    for chosen in [Chosen::Document(note), Chosen::Text(text)] {
        let again = add_element(&cx, id, chosen, &commented("")).await;
        assert_eq!(refused(again), Refusal::Transition(Transition::StandsThere));
    }
    for number in 4..=ELEMENTS_MAX {
        add_link(&cx, id, &link(&format!("Lien {number}"))).await.expect("added");
    }
    assert_eq!(
        refused(add_link(&cx, id, &link("Un de trop")).await),
        Refusal::Transition(Transition::DossierFull)
    );
    let (found, reads) = test.reads(&cx, async |cx| dossier(&cx, id).await.expect("read")).await;
    assert!(found.full && found.elements.len() == 100 && reads < 12, "{reads} queries");
    test.finish().await;
}

#[tokio::test]
async fn what_is_gone_leaves_a_line_without_a_name() {
    let (test, cast) = TestBackend::with_cast().await;
    let cx = test.as_user(cast.facilitator.id).await;
    let (id, note, _) = filled(&cx).await;
    bin(&cx, entry_of(&cx, note).await).await.expect("in the bin");
    let gone = async |cx: &Cx| {
        let first = dossier(cx, id).await.expect("read").elements.swap_remove(0);
        first.what == Element::Gone && first.title.is_empty() && first.html.is_none()
    };
    assert!(gone(&cx).await);
    test.wait(TimeDelta::days(31));
    purge(&test.backend).await.expect("purged");
    let cx = test.as_user(cast.facilitator.id).await;
    assert!(gone(&cx).await, "for good too");
    let (_, taken) = dossier_pieces(&cx, id).await.expect("taken");
    assert!(matches!(&taken[0].inside, Inside::Text(list) if list.contains("## 1. Notre projet")));
    let line = dossier(&cx, id).await.expect("read").elements[0].id;
    remove_element(&cx, line, version(&cx, id).await).await.expect("removed");
    assert_eq!(titles(&cx, id).await, ["Notre projet", "Le plan vélo"]);
    test.do_jobs().await;
    test.finish().await;
}

fn for_outside() -> LinkForm {
    LinkForm {
        kind: LinkKind::Read.code().into(),
        name: "La préfecture".into(),
        until: "30/11/2026".into(),
        ..Default::default()
    }
}

async fn publish(test: &TestBackend, id: ContributionId) {
    let state = contribution::ActiveModel { id: Set(id), state: Set(State::Published), ..Default::default() };
    state.update(test.backend.db().writer()).await.expect("published");
}

#[tokio::test]
async fn people_outside_see_the_documents_of_its_library_and_what_is_published() {
    let (test, cast) = TestBackend::with_cast().await;
    let cx = test.as_user(cast.facilitator.id).await;
    let (id, note, text_id) = filled(&cx).await;
    let elsewhere = self::note(&cx, &Place::Common, "Ailleurs").await;
    add_element(&cx, id, Chosen::Document(elsewhere), &commented("")).await.expect("added");
    let beside = self::note(&cx, &group("mobilites"), "À côté").await;
    // A member shares what they put there, and nothing that others did.
    let member = test.as_user(cast.member.id).await;
    let theirs = create_dossier(&member, &group("mobilites"), &titled("À moi")).await.expect("made");
    let own = self::note(&member, &group("mobilites"), "Le mien").await;
    for chosen in [note, own] {
        add_element(&member, theirs, Chosen::Document(chosen), &commented("")).await.expect("added");
    }
    let (_, token) = open_link(&member, entry_of(&member, theirs).await, &for_outside()).await.expect("made");
    match shared(&test.visitor(), &token, &[], None).await.expect("opened") {
        SharedView::Dossier { elements, hidden: 1, .. } if elements[0].title == "Le mien" => {}
        other => panic!("only their own was expected: {other:?}"),
    }
    let one = shared(&test.visitor(), &token, &[], Some(note)).await.map(|_| ());
    assert_eq!(refused(one), Refusal::NotFound);
    let (_, token) = open_link(&cx, entry_of(&cx, id).await, &for_outside()).await.expect("made");
    let outside = test.visitor();
    let seen = async || match shared(&outside, &token, &[], None).await.expect("opened") {
        SharedView::Dossier { elements, hidden, folder: None, .. } => {
            (elements.into_iter().map(|e| e.title).collect::<Vec<_>>(), hidden)
        }
        other => panic!("a dossier was expected: {other:?}"),
    };
    let found =
        |titles: &[&str], hidden| (titles.iter().map(|t| (*t).to_owned()).collect::<Vec<_>>(), hidden);
    assert_eq!(seen().await, found(&["Enquête", "Le plan vélo"], 2));
    publish(&test, text_id).await;
    assert_eq!(seen().await, found(&["Enquête", "Notre projet", "Le plan vélo"], 1));
    let one = shared(&outside, &token, &[], Some(note)).await.expect("opened");
    assert!(matches!(one, SharedView::Document { folder: Some(name), .. } if name == "Se déplacer"));
    for hidden in [elsewhere, beside] {
        let one = shared(&outside, &token, &[], Some(hidden)).await.map(|_| ());
        assert_eq!(refused(one), Refusal::NotFound);
        assert_eq!(refused(shared_file(&outside, &token, &[], hidden).await), Refusal::NotFound);
    }
    let (_, taken) = shared_pieces(&outside, &token, &[]).await.expect("taken");
    let paths: Vec<&str> = taken.iter().map(|piece| piece.path.as_str()).collect();
    assert_eq!(paths, ["Se déplacer.md", "01 Enquête.md"]);
    bin(&cx, entry_of(&cx, note).await).await.expect("in the bin");
    assert_eq!(seen().await.1, 1, "what is gone is for nobody");
    bin(&cx, entry_of(&cx, id).await).await.expect("in the bin");
    assert_eq!(refused(shared(&outside, &token, &[], None).await.map(|_| ())), Refusal::NotFound);
    test.do_jobs().await;
    test.finish().await;
}

#[tokio::test]
async fn a_dossier_in_a_shared_folder_shows_what_the_folder_holds() {
    let (test, cast) = TestBackend::with_cast().await;
    let cx = test.as_user(cast.facilitator.id).await;
    let (id, note, _) = filled(&cx).await;
    let folder = create_folder(&cx, &group("mobilites"), "À partager").await.expect("made");
    move_to(&cx, entry_of(&cx, id).await, &Place::Folder(folder)).await.expect("moved");
    let (_, token) = open_link(&cx, folder, &for_outside()).await.expect("made");
    let outside = test.visitor();
    let hidden = async || match shared(&outside, &token, &[], Some(id)).await.expect("opened") {
        SharedView::Dossier { hidden, folder: Some(name), .. } if name == "À partager" => hidden,
        other => panic!("a dossier was expected: {other:?}"),
    };
    assert_eq!(hidden().await, 2, "the note is not in the folder, the text is no publication");
    move_to(&cx, entry_of(&cx, note).await, &Place::Folder(folder)).await.expect("moved");
    assert_eq!(hidden().await, 1);
    let (_, taken) = shared_pieces(&outside, &token, &[]).await.expect("taken");
    let list = taken.iter().find(|piece| piece.path == "Se déplacer.md").expect("its list");
    assert!(
        matches!(&list.inside, Inside::Text(text) if text.contains("Enquête") && !text.contains("projet"))
    );
    test.do_jobs().await;
    test.finish().await;
}

#[tokio::test]
async fn a_copy_leads_to_the_same_things_and_a_selection_is_taken_away_alone() {
    let (test, cast) = TestBackend::with_cast().await;
    let cx = test.as_user(cast.facilitator.id).await;
    let (id, _, _) = filled(&cx).await;
    let place = group("mobilites");
    let folder = create_folder(&cx, &place, "Annexes").await.expect("made");
    note(&cx, &Place::Folder(folder), "Détail").await;
    let copy = copy_to(&cx, entry_of(&cx, id).await, &Place::Folder(folder)).await.expect("copied");
    let view = crate::library::folder(&cx, &Place::Folder(folder), None).await.expect("read");
    let copied = view.rows.iter().find(|row| row.id == copy).expect("there");
    let crate::library::RowKind::Document { id: copied, .. } = copied.what else { panic!("a dossier") };
    assert_eq!(titles(&cx, copied).await, titles(&cx, id).await);
    let paths = |(_, pieces): (Option<String>, Vec<crate::library::Piece>)| {
        pieces.into_iter().map(|piece| piece.path).collect::<Vec<_>>()
    };
    let all = paths(pieces(&cx, &place).await.expect("taken"));
    assert_eq!(all, ["Annexes/Détail.md", "Enquête.md", "Se déplacer.md", "Annexes/Se déplacer.md"]);
    let some = paths(selection(&cx, &place, &[folder]).await.expect("taken"));
    assert_eq!(some, ["Annexes/Détail.md", "Annexes/Se déplacer.md"]);
    let some =
        paths(selection(&cx, &place, &[entry_of(&cx, id).await, EntryId(9_999)]).await.expect("taken"));
    assert_eq!(some, ["Se déplacer.md"]);
    // Only what stands there, for those who read it.
    assert_eq!(refused(selection(&cx, &place, &[copy]).await.map(|_| ())), Refusal::NotFound);
    let other = test.as_user(cast.other.id).await;
    let refusal = Refusal::Forbidden(Forbidden::GroupMembersOnly);
    assert_eq!(refused(selection(&other, &place, &[folder]).await.map(|_| ())), refusal);
    test.do_jobs().await;
    test.finish().await;
}

#[tokio::test]
async fn a_dossier_is_told_and_found_by_those_who_read_it() {
    let (test, cast) = TestBackend::with_cast().await;
    let cx = test.as_user(cast.facilitator.id).await;
    let (id, _, _) = filled(&cx).await;
    let common = create_dossier(&cx, &Place::Common, &titled("Bienvenue")).await.expect("made");
    let told = async |cast: &Cast, one: fn(&Cast) -> crate::testing::Person| {
        let lines = feed::everywhere(&test.as_user(one(cast).id).await, None).await.expect("read").lines;
        let titles = lines.into_iter().filter_map(|line| match line.about {
            feed::About::Dossier(_, title) => Some((line.kind, title, line.times)),
            _ => None,
        });
        titles.collect::<Vec<_>>()
    };
    let created = |title: &str| (EventKind::DossierCreated, title.to_owned(), 1);
    let added = (EventKind::DossierElementAdded, "Se déplacer".to_owned(), 3);
    let all = vec![created("Bienvenue"), added, created("Se déplacer")];
    assert_eq!(told(&cast, |cast| cast.member).await, all);
    assert_eq!(told(&cast, |cast| cast.other).await, [created("Bienvenue")]);
    search::catch_up(&test.backend).await.expect("read");
    let found = async |cx: &Cx, typed: &str| {
        let results = search::find(cx, typed, &search::Filter::default(), PageNumber::FIRST).await;
        let rows = results.expect("found").page.rows;
        let ids = rows.into_iter().filter_map(|row| match row.subject {
            search::Subject::Document { id, kind: domain::library::DocumentKind::Dossier, .. } => Some(id),
            _ => None,
        });
        ids.collect::<Vec<_>>()
    };
    let other = test.as_user(cast.other.id).await;
    assert_eq!((found(&cx, "déplacer").await, found(&other, "déplacer").await), (vec![id], vec![]));
    assert_eq!(found(&cx, "cyclable vélo").await, [], "both words");
    assert_eq!(found(&cx, "plan vélo").await, [id], "by a link that it holds");
    assert_eq!(found(&cx, "nouveaux membres").await, [id], "by those it is for");
    assert_eq!(found(&cx, "projet").await, [], "not by what keeps its own rights");
    assert_eq!(found(&other, "bienvenue").await, [common]);
    let plan = element(&cx, id, "Le plan vélo").await;
    remove_element(&cx, plan, version(&cx, id).await).await.expect("removed");
    search::catch_up(&test.backend).await.expect("read");
    assert_eq!(found(&cx, "plan vélo").await, []);
    bin(&cx, entry_of(&cx, common).await).await.expect("in the bin");
    assert_eq!(found(&other, "bienvenue").await, []);
    assert_eq!(told(&cast, |cast| cast.other).await, []);
    test.do_jobs().await;
    test.finish().await;
}
