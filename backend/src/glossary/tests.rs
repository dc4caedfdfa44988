use domain::{FieldProblem, Refusal, Version, contributions::ContributionForm, glossary::AcronymForm};

use super::*;
use crate::{
    Cx, Outcome, PageNumber, contributions, search,
    testing::{Cast, TestBackend, refused},
};

fn form(term: &str, expansion: &str) -> AcronymForm {
    AcronymForm {
        term: term.into(),
        expansion: expansion.into(),
        explanation: "Un document du territoire.".into(),
        ..Default::default()
    }
}

async fn keeper(test: &TestBackend, cast: &Cast) -> Cx {
    test.as_user(cast.chair.id).await
}

async fn terms(cx: &Cx, words: &str) -> Vec<String> {
    all(cx, words).await.expect("read").into_iter().map(|row| row.term).collect()
}

async fn explained(cx: &Cx, html: &str) -> String {
    let glossary = current(cx).await.expect("read");
    let reading = glossary.explain(html.to_owned(), |entry, _, word, out| {
        out.push_str(&format!("[{word}: {}]", entry.expansion));
    });
    reading.html.replace("<span class=\"acronym\">", "").replace("</span>", "")
}

#[tokio::test]
async fn the_glossary_is_kept_by_the_chair_and_the_staff_and_read_by_everybody() {
    let (test, cast) = TestBackend::with_cast().await;
    let chair = keeper(&test, &cast).await;
    add(&chair, &form("SCoT", "schéma de cohérence territoriale")).await.expect("added");
    add(&chair, &form("PAT", "projet alimentaire territorial")).await.expect("added");
    let again = add(&chair, &form("SCOT", "autre chose")).await;
    assert_eq!(refused(again), Refusal::field("term", FieldProblem::Taken));
    for person in [cast.member, cast.facilitator, cast.other] {
        let cx = test.as_user(person.id).await;
        assert!(matches!(refused(add(&cx, &form("PLU", "plan")).await), Refusal::Forbidden(_)));
        assert!(matches!(refused(put_aside(&cx, "scot", Version(1)).await), Refusal::Forbidden(_)));
        assert!(matches!(refused(one(&cx, "scot").await), Refusal::Forbidden(_)));
    }
    let visitor = test.visitor();
    assert_eq!(terms(&visitor, "").await, ["PAT", "SCoT"]);
    assert_eq!(terms(&visitor, "coherence").await, ["SCoT"]);
    assert_eq!(
        explained(&visitor, "<p>Le SCoT</p>").await,
        "<p>Le [SCoT: schéma de cohérence territoriale]</p>"
    );
    put_aside(&chair, "scot", Version(1)).await.expect("put aside");
    assert_eq!(refused(put_aside(&chair, "scot", Version(1)).await), Refusal::Conflict);
    assert_eq!(terms(&visitor, "").await, ["PAT"]);
    assert_eq!(terms(&chair, "").await, ["PAT", "SCoT"]);
    assert_eq!(explained(&visitor, "<p>Le SCoT</p>").await, "<p>Le SCoT</p>", "at once");
    take_up(&chair, "scot", Version(2)).await.expect("taken up");
    let slug = change(&chair, "scot", Version(3), &form("SCoT-AEC", "schéma")).await.expect("changed");
    assert_eq!(slug, "scot-aec");
    assert_eq!(refused(change(&chair, "scot", Version(3), &form("SCoT", "x")).await), Refusal::NotFound);
    test.finish().await;
}

#[tokio::test]
async fn explaining_a_text_reads_nothing_more_and_says_what_the_text_now_says() {
    let (test, cast) = TestBackend::with_cast().await;
    let chair = keeper(&test, &cast).await;
    add(&chair, &form("PAT", "projet alimentaire territorial")).await.expect("added");
    let member = test.as_user(cast.member.id).await;
    let written = ContributionForm {
        title: "La cantine".into(),
        kind: "note".into(),
        body: "Le PAT, et encore le PAT.".into(),
        ..Default::default()
    };
    let id = contributions::create(&member, "mobilites", &written).await.expect("written");
    let twice = async |cx: Cx| {
        current(&cx).await.expect("read");
        let text = contributions::show(&cx, id).await.expect("read");
        let glossary = current(&cx).await.expect("kept");
        let reading = glossary.explain_text(id, text.html, |_, _, word, out| out.push_str(word));
        (reading.html, reading.used.len())
    };
    let (_, with) = test.reads(&member, twice).await;
    let (_, without) =
        test.reads(&member, async |cx| contributions::show(&cx, id).await.expect("read")).await;
    assert_eq!(with, without + 1, "the glossary is read once, then kept");
    let glossary = current(&member).await.expect("read");
    let said = |html: &str| {
        let reading = glossary.explain_text(id, html.to_owned(), |_, _, word, out| out.push_str(word));
        (reading.html.matches("acronym").count(), reading.used.len())
    };
    assert_eq!(said("<p>Le PAT, et encore le PAT.</p>"), (1, 1));
    assert_eq!(said("<p>Le PAT, et encore le PAT.</p>"), (1, 1));
    assert_eq!(said("<p>É</p>"), (0, 0), "another text under the same number is read again");
    test.do_jobs().await;
    test.finish().await;
}

#[tokio::test]
async fn what_the_program_brings_never_takes_the_place_of_what_the_council_wrote() {
    let (test, cast) = TestBackend::with_cast().await;
    let chair = keeper(&test, &cast).await;
    add(&chair, &form("PAT", "le nôtre")).await.expect("added");
    let system = test.backend.system();
    let bring = async |expansion: &str| {
        let shipped: Vec<AcronymForm> = ["PAT", "SCoT", "PLU"].map(|term| form(term, expansion)).into();
        let tx = system.begin().await.expect("begun");
        let brought = install(&system, &tx, &shipped).await.expect("brought");
        system.commit(tx).await.expect("kept");
        brought
    };
    assert_eq!(bring("un").await, 2);
    assert_eq!(bring("un").await, 0, "twice changes nothing twice");
    change(&chair, "plu", Version(1), &form("PLU", "à nous")).await.expect("changed");
    assert_eq!(bring("deux").await, 1);
    let expansions: Vec<String> =
        all(&chair, "").await.expect("read").into_iter().map(|row| row.expansion).collect();
    assert_eq!(expansions, ["le nôtre", "à nous", "deux"]);
    let tx = chair.begin().await.expect("begun");
    assert!(matches!(refused(install(&chair, &tx, &[]).await), Refusal::Forbidden(_)));
    drop(tx);
    let tx = system.begin().await.expect("begun");
    let acronym = form("PAT", "importé").check().expect("checked");
    assert_eq!(upsert(&system, &tx, &acronym).await.expect("imported"), Outcome::Changed);
    assert_eq!(upsert(&system, &tx, &acronym).await.expect("imported"), Outcome::Unchanged);
    drop(tx);
    test.finish().await;
}

#[tokio::test]
async fn an_entry_is_explained_in_english_to_those_who_read_it_where_it_is() {
    use domain::Language;

    let (test, cast) = TestBackend::with_cast().await;
    let chair = keeper(&test, &cast).await;
    let both = AcronymForm { explanation_en: "A document of the area.".into(), ..form("SCoT", "schéma") };
    add(&chair, &both).await.expect("added");
    add(&chair, &form("PAT", "projet")).await.expect("added");
    let rows = all(&chair, "").await.expect("read");
    let told = |language: Language| -> Vec<_> { rows.iter().map(|row| row.explained(language)).collect() };
    let french = (Language::French, "Un document du territoire.");
    assert_eq!(told(Language::French), [french, french]);
    assert_eq!(told(Language::English), [french, (Language::English, "A document of the area.")]);
    assert_eq!(terms(&chair, "area").await, ["SCoT"]);
    assert_eq!(one(&chair, "scot").await.expect("read").1, both, "as it was typed");
    test.finish().await;
}

#[tokio::test]
async fn acronyms_are_found_by_everybody_until_they_are_put_aside() {
    let (test, cast) = TestBackend::with_cast().await;
    let chair = keeper(&test, &cast).await;
    add(&chair, &form("SCoT", "schéma de cohérence territoriale")).await.expect("added");
    let count = async || {
        search::catch_up(&test.backend).await.expect("read");
        let filter = search::Filter::default();
        search::find(&test.visitor(), "cohérence", &filter, PageNumber::FIRST)
            .await
            .expect("found")
            .page
            .total
    };
    assert_eq!(count().await, 1);
    put_aside(&chair, "scot", Version(1)).await.expect("put aside");
    assert_eq!(count().await, 0);
    test.finish().await;
}
