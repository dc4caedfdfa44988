//! The demonstration council: what the outside contract promises of it.

use std::collections::BTreeSet;

use backend::{
    PageNumber, accounts, contributions, groups,
    home::{asked_of_me, since_last_visit},
    people::{self, DirectoryFilter},
    publications,
    testing::TestBackend,
};
use domain::{
    contributions::{State, Verdict},
    home::AskedKind,
};
use server::commands::demo::{ACCOUNTS, fill};

const PASSWORD: &str = "trois rivieres et un pont";

#[tokio::test]
async fn the_demonstration_is_what_the_contract_says() {
    let test = TestBackend::empty().await;
    fill(&test.backend, PASSWORD).await.expect("filled");
    let again = fill(&test.backend, PASSWORD).await.expect_err("refused").to_string();
    assert!(again.contains("not empty"), "{again}");

    let cx = test.backend.system();
    let tx = cx.begin().await.expect("a transaction");
    let known = people::addresses(&cx, &tx).await.expect("read");
    let slugs: Vec<String> = groups::addresses(&cx, &tx).await.expect("read").into_keys().collect();
    tx.rollback().await.expect("ended");
    assert!(known.len() >= 40, "{} people", known.len());
    assert_eq!(
        slugs,
        ["alimentation", "bureau", "habitat", "jeunesses", "mobilites", "sante", "sejours"],
        "six groups at work or being set up, and one that has ended"
    );
    let council = backend::council::current(&cx).await.expect("read").expect("there");
    assert_eq!(council.colleges.len(), 4);
    let (sheets, _) = backend::toolbox::all(&cx, Default::default()).await.expect("read");
    assert!(
        sheets.len() >= 30,
        "twenty sheets come with the program, ten are the council's own: {}",
        sheets.len()
    );
    assert!(sheets.iter().filter(|sheet| sheet.told > 0).count() >= 5);
    assert!(backend::glossary::all(&cx, "").await.expect("read").len() >= 60);

    let guides = backend::tutorials::all(&cx, None).await.expect("read");
    let all = guides.paths.iter().flat_map(|(_, rows)| rows).chain(&guides.others);
    let own =
        all.filter(|row| std::path::Path::new("demo/tutorials").join(format!("{}.md", row.slug)).exists());
    assert_eq!(own.count(), 5, "tutorials of the council's own");

    for (email, _) in ACCOUNTS {
        let signed_in = accounts::sign_in(&test.visitor(), email, PASSWORD, "127.0.0.1").await;
        assert_eq!(signed_in.is_ok(), email != "suspendu@demo.example", "{email}: {signed_in:?}");
    }
    let of = |email: &str| known[email];
    let member = test.as_user(of("membre@demo.example")).await;
    let other = test.as_user(of("autre@demo.example")).await;
    let chair = test.as_user(of("presidence@demo.example")).await;
    let administrator = test.as_user(of("administration@demo.example")).await;
    assert!(administrator.require(domain::policy::Permission::Administer).is_ok());
    assert!(groups::show(&other, "bureau").await.is_err(), "the bureau is secret");
    assert!(groups::show(&chair, "bureau").await.is_ok());
    let directory = people::directory(&member, &DirectoryFilter::default(), PageNumber::FIRST).await;
    let colleges: BTreeSet<String> =
        directory.expect("read").rows.into_iter().map(|row| row.college).filter(|c| !c.is_empty()).collect();
    assert!(colleges.len() >= 3, "{colleges:?}");
    assert!(!since_last_visit(&member).await.expect("read").news.is_empty(), "there is news for the member");
    assert!(!since_last_visit(&chair).await.expect("read").news.is_empty(), "there is news for the chair");

    assert!(
        backend::tutorials::certificate(&member, "vie-du-conseil").await.is_ok(),
        "a sequence is finished"
    );
    let facilitator = test.as_user(of("referente@demo.example")).await;
    assert_eq!(backend::tutorials::waiting(&facilitator).await.expect("read").len(), 1, "somebody is stuck");
    assert_eq!(backend::welcome::newcomers(&facilitator).await.expect("read").len(), 1, "somebody is new");
    let asked = asked_of_me(&chair).await.expect("read").now;
    assert!(asked.iter().any(|ask| ask.kind == AskedKind::Finish), "a draft of the chair is due soon");
    discussions_are_alive(&test, &member, &other).await;
    libraries_are_filled(&member, &chair).await;
    texts_are_real(&test, &[chair, member]).await;
    assert!(publications::list(&test.visitor(), PageNumber::FIRST).await.expect("read").total >= 5);
    assert!(test.do_jobs().await >= 60, "what is in the files is read");
    test.finish().await;
}

async fn discussions_are_alive(test: &TestBackend, member: &backend::Cx, other: &backend::Cx) {
    use backend::discussions::{Filter, list, unanswered};

    let threads = list(member, "mobilites", Filter::All, PageNumber::FIRST).await.expect("read").page.rows;
    assert!(threads.len() >= 4, "{threads:?}");
    assert!(threads.iter().any(|row| row.closed) && threads.iter().any(|row| row.unread > 0));
    assert!(!unanswered(member, "mobilites").await.expect("read").rows.is_empty());
    let open = list(other, "alimentation", Filter::All, PageNumber::FIRST).await.expect("read").page.rows;
    assert!(open.iter().any(|row| row.answered), "{open:?}");
    let journal = test.journal().await;
    for told in ["discussion.opened", "discussion.message_hidden", "discussion.message_asked_again"] {
        assert!(journal.iter().any(|kind| kind == told), "{told}");
    }
}

async fn libraries_are_filled(member: &backend::Cx, chair: &backend::Cx) {
    use backend::library::{Inside, Place, folder, pieces};

    let groups = ["mobilites", "alimentation", "habitat", "sante", "jeunesses", "sejours", "bureau"];
    let places = groups.map(|slug| Place::Group(slug.into())).into_iter().chain([Place::Common]);
    let mut endings = BTreeSet::new();
    let mut count = 0;
    for place in places {
        let (_, files) = pieces(chair, &place).await.expect("the chair reads them all");
        assert!(!files.is_empty(), "{place} is empty");
        count += files.len();
        for file in files {
            match &file.inside {
                Inside::File(_, 60..) => {}
                Inside::Text(captions) if captions.starts_with("WEBVTT\n") => {}
                // The list of a dossier.
                Inside::Text(list) if list.contains("## 5. ") => {}
                _ => panic!("{}", file.path),
            }
            endings.extend(file.path.rsplit('.').next().map(str::to_owned));
        }
    }
    assert!(count >= 60, "{count} files");
    let expected = ["csv", "docx", "md", "odt", "pdf", "png", "vtt", "wav", "xlsx"];
    assert!(expected.iter().all(|ending| endings.contains(*ending)), "{endings:?}");
    let view = folder(member, &Place::Group("mobilites".into()), None).await.expect("read");
    assert!(view.rows.len() >= 5);
    assert!(folder(member, &Place::Group("bureau".into()), None).await.is_err(), "the bureau is secret");
}

async fn texts_are_real(test: &TestBackend, readers: &[backend::Cx]) {
    let mut states = BTreeSet::new();
    let mut seen = BTreeSet::new();
    for reader in readers {
        let mut page = PageNumber::FIRST;
        loop {
            let listed =
                contributions::list(reader, &contributions::Filter::default(), page).await.expect("read");
            let last = listed.rows.is_empty();
            for row in listed.rows {
                if !seen.insert(row.id) {
                    continue;
                }
                states.insert(row.state);
                let view = contributions::show(reader, row.id).await.expect("read");
                assert!(!view.html.contains("{{"), "{} has a date left", view.title);
                assert!(
                    (4_500..30_000).contains(&view.html.len()),
                    "{}: {} bytes",
                    view.title,
                    view.html.len()
                );
                assert!(!view.authors.is_empty(), "{} has authors", view.title);
                if row.state == State::ReadyForAdoption {
                    let approved = view.reviews.iter().any(|said| {
                        said.verdict == Verdict::Approve && said.version == view.revision.version
                    });
                    assert!(approved, "{} is approved as it stands", view.title);
                }
            }
            if last {
                break;
            }
            page = PageNumber::parse(Some(&(page.get() + 1).to_string()));
        }
    }
    assert!(seen.len() >= 30, "{} texts", seen.len());
    assert_eq!(states.len(), State::ALL.len(), "{states:?}");
    let journal = test.journal().await;
    assert!(journal.iter().filter(|kind| *kind == "contribution.reviewed").count() > 10);
}

#[tokio::test]
async fn a_weak_password_is_refused_before_anything_is_written() {
    let test = TestBackend::empty().await;
    let refused = fill(&test.backend, "court").await.expect_err("refused").to_string();
    assert_eq!(refused, "password: is shorter than 12 characters");
    for weak in ["123456789012", "gérard lestampe"] {
        assert!(fill(&test.backend, weak).await.is_err(), "{weak}");
    }
    assert!(backend::council::current(&test.backend.system()).await.expect("read").is_none());
    test.finish().await;
}
