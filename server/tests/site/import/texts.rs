//! Texts, with what their heads say of their life.

use super::*;

#[tokio::test]
async fn refused_texts_are_named_by_the_line_of_their_key() {
    let test = TestBackend::empty().await;
    let council = Council::new();
    let text = |name: &str, head: &str, body: &str| {
        council.with(&format!("contributions/{name}.md"), format!("---\n{head}\n---\n{body}\n"));
    };
    text("b", "title: Sans groupe", "x");
    text("c", "title: Groupe inconnu\ngroup: feu", "x");
    text("d", "title: L’eau du Val\ngroup: eau", "le même titre que le brouillon, plus loin");
    text("e", "title: Bientôt\ngroup: eau\nstatus: adopté\nadopted_on: 2030-01-01", "x");
    text("f", "title: Adopté\ngroup: eau\nstatus: adopted", "x");
    text("g", "title: Numéro\ngroup: eau\nstatus: adopted\nadopted_on: 2025-01-01\nnumber: 2025-1", "x");
    text("h", "title: Numéroté\ngroup: eau\nstatus: draft\nnumber: 2025-01", "x");
    text("i", "title: Vide\ngroup: eau\nstatus: en relecture", "");
    text("j", "title: Poème\ngroup: eau\nkind: poème", "x");
    text("k", "title: \"Ouvert\ngroup: eau", "x");
    text("l", "title: Relu\ngroup: eau\nreview:\n  - by: anne@val.fr\n    verdict: approve", "x");
    text("m", "title: Inconnue\ngroup: eau\nauthors: zoe@val.fr\nodd: 1", "x");
    council.with("contributions/n.md", "# Pas de tête\n").with("contributions/o.md", "");
    council.with("contributions/p.md", b"---\ntitle: \xe9\n---\n");
    let report = council.import(&test).await;
    assert_refused(
        &report,
        &[
            "contributions/b.md: group: is missing",
            "contributions/c.md, line 3: group: there is no group « feu »",
            "contributions/e.md, line 5: adopted_on: is in the future",
            "contributions/eau.md, line 2: the same group has this title in contributions/d.md too",
            "contributions/f.md, line 4: adopted_on: is missing",
            "contributions/g.md, line 6: number: « 2025-1 »",
            "contributions/h.md, line 5: number: goes with",
            "contributions/i.md: there is no text",
            "contributions/j.md, line 4: kind: « poème »",
            "contributions/k.md",
            "contributions/l.md, line 4: review: each needs",
            "contributions/n.md, line 1: the file does not begin",
            "contributions/o.md: the file is empty",
            "contributions/p.md, line 2: some letters",
            "contributions/m.md, line 4: nobody has the address zoe@val.fr",
        ],
    );
    assert_eq!(report.counts(Kind::Contributions), Counts { created: 2, refused: 14, ..Default::default() });
    assert_eq!(report.notes.len(), 1, "{:?}", report.notes);
    test.finish().await;
}

#[tokio::test]
async fn a_text_comes_with_its_life() {
    let test = TestBackend::empty().await;
    let council = Council::new();
    council.with(
        "contributions/eau.md",
        "---\r\ntitle: L’eau du Val\r\nkind: avis\r\ngroup: eau\r\nstatus: prêt pour adoption\r\n\
         authors: bruno@val.fr\r\nsummary: En bref.\r\ncreated_on: 01/02/2026\r\n\
         review:\r\n  - by: anne@val.fr\r\n    on: 2026-03-01\r\n    verdict: approve\r\n\
         revisions:\r\n  - by: bruno@val.fr\r\n    on: 20/02/2026\r\n    reason: Chiffres\r\n---\r\n\r\n## Un\r\n\r\nTexte.\r\n",
    );
    assert_eq!(refused(&council.import(&test).await), [""; 0]);
    let cx = test.backend.system();
    let tx = cx.begin().await.expect("a transaction");
    let anne = people::addresses(&cx, &tx).await.expect("read")["anne@val.fr"];
    tx.rollback().await.expect("ended");
    let anne = test.as_user(anne).await;
    let id = contributions::by_title(&anne, "L’eau du Val").await.expect("read").expect("there").id;
    let view = contributions::show(&anne, id).await.expect("read");
    assert_eq!(view.authors, ["Bruno Tual"]);
    assert_eq!(view.revision.reason, "Chiffres");
    assert_eq!(view.reviews[0].version, view.revision.version, "the approval is of the current version");
    assert!(view.html.contains("Texte."));
    assert_eq!(contributions::history(&anne, id, PageNumber::FIRST).await.expect("read").page.total, 2);
    test.finish().await;
}

#[tokio::test]
async fn numbers_follow_the_order_of_adoption() {
    let test = TestBackend::empty().await;
    let council = Council::new();
    for (name, day, number) in
        [("a", "2025-09-01", ""), ("b", "2025-03-01", ""), ("c", "2025-10-01", "number: 2025-01\n")]
    {
        let head = format!("title: Texte {name}\ngroup: eau\nstatus: publié\npublished_on: {day}\n{number}");
        council.with(&format!("contributions/{name}.md"), format!("---\n{head}---\nTexte.\n"));
    }
    assert_eq!(refused(&council.import(&test).await), [""; 0]);
    let list = publications::list(&test.visitor(), PageNumber::FIRST).await.expect("read").rows;
    let list: Vec<String> = list.iter().map(|text| format!("{} {}", text.number, text.title)).collect();
    assert_eq!(list, ["2025-03 Texte a", "2025-02 Texte b", "2025-01 Texte c"]);
    council.with(
        "contributions/a.md",
        "---\ntitle: Texte a\ngroup: eau\nstatus: publié\npublished_on: 2025-09-01\n---\nAutre.\n",
    );
    assert_refused(&council.import(&test).await, &["contributions/a.md: this text is there already"]);
    test.finish().await;
}

#[tokio::test]
async fn a_text_comes_with_its_deadline_its_reviewers_and_its_consultation() {
    let test = TestBackend::empty().await;
    let council = Council::new();
    council.with(
        "contributions/eau.md",
        "---\ntitle: L’eau du Val\ngroup: eau\nstatus: en relecture\nauthors: [bruno@val.fr]\ndue_on: 2027-01-31\n\
         reviewers:\n  - who: anne@val.fr\n    due_on: 15/01/2027\n  - inconnue@val.fr\nconsulted_until: 2027-01-20\n\
         consultation: Que changeriez-vous ?\n---\n\nUn texte.\n",
    );
    let report = council.import(&test).await;
    assert_refused(&report, &["contributions/eau.md, line 7: nobody has the address inconnue@val.fr"]);

    let cx = test.backend.system();
    let tx = cx.begin().await.expect("a transaction");
    let known = people::addresses(&cx, &tx).await.expect("read");
    tx.rollback().await.expect("ended");
    let anne = test.as_user(known["anne@val.fr"]).await;
    let id = contributions::by_title(&anne, "L’eau du Val").await.expect("read").expect("there").id;
    let view = contributions::show(&anne, id).await.expect("read");
    assert_eq!(view.due.map(|due| due.on.to_string()).as_deref(), Some("2027-01-31"));
    let asked = view.consultation.expect("in consultation");
    assert_eq!(
        (asked.until.to_string().as_str(), asked.question.as_str()),
        ("2027-01-20", "Que changeriez-vous ?")
    );
    let reviewers = contributions::reviewers(&anne, id).await.expect("read");
    let named: Vec<_> =
        reviewers.iter().map(|row| (row.name.as_str(), row.due.map(|due| due.on.to_string()))).collect();
    assert_eq!(named, [("Anne Orsel", Some("2027-01-15".to_owned()))]);
    // Twice changes nothing twice.
    assert_eq!(council.import(&test).await.counts(Kind::Contributions).unchanged, 1);
    test.finish().await;
}

#[tokio::test]
async fn what_does_not_go_with_a_text_is_refused_at_its_line() {
    let test = TestBackend::empty().await;
    let council = Council::new();
    let text = |name: &str, status: &str, more: &str| {
        let head = format!("title: Un texte {name}\ngroup: eau\nstatus: {status}\nauthors: [bruno@val.fr]");
        council.with(&format!("contributions/{name}.md"), format!("---\n{head}\n{more}\n---\n\nUn texte.\n"));
    };
    text("a", "publié", "adopted_on: 2026-04-30\ndue_on: 2027-01-31");
    text("b", "publié", "adopted_on: 2026-04-30\nreviewers: [anne@val.fr]");
    text("c", "brouillon", "consulted_until: 2027-01-20");
    text("d", "en relecture", "consulted_until: 2026-01-20\nconsultation: Votre avis ?");
    text("e", "en relecture", "consulted_until: 2027-01-20");
    text("f", "en relecture", "reviewers: [bruno@val.fr]");
    text("g", "en relecture", "reviewers: [pas une adresse]");
    text("h", "en relecture", "due_on: bientôt");
    let report = council.import(&test).await;
    assert_refused(
        &report,
        &[
            "a.md, line 7: due_on: goes with a text that is still written",
            "b.md, line 7: reviewers: goes with a text that is still written",
            "c.md, line 6: consulted_until: goes with the status in_review",
            "d.md, line 6: consulted_until",
            "e.md: consultation",
            "f.md, line 6: reviewers: bruno@val.fr is an author",
            "g.md, line 6: reviewers: « pas une adresse »",
            "h.md, line 6: due_on: « bientôt »",
        ],
    );
    test.finish().await;
}
