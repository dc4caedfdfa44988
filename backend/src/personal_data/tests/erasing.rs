use std::collections::BTreeSet;

use bytes::Bytes;
use domain::{
    FieldProblem, Version,
    api::TokenForm,
    behalf::{ActingEnd, AskedBy, Entered},
    charter::{FramingKind, VersionState},
    contributions::{CommentForm, ContributionForm},
    delegations::DelegationState,
    discussions::ThreadForm,
    groups::HandoverState,
    ids::ContributionId,
    people::CouncilRole,
    personal_data::FORMER_MEMBER,
    refusal::{Forbidden, Transition},
    welcome::SponsorState,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait};

use super::*;
use crate::{
    accounts::{ask_email_change, ask_password_reset, sign_in},
    api,
    backups::{self, Erasures},
    contributions::{self, comments},
    db::Db,
    discussions,
    entities::{
        acting, begun_image, behalf_mark, code_secret, delegation, dissent, dissent_signature, document,
        framing_signature, framing_text, framing_version, handover, known_device, linked_account,
        paper_consent, passkey, recovery_code, session, sponsor, user, welcome,
    },
    files::FileStore,
    home, library, portraits, search,
    testing::traces_in,
};

const SCAN: Bytes = Bytes::from_static(b"%PDF-1.7\nquillcoat");
const DRAWN: Bytes = Bytes::from_static(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR quillcoat");

fn text(title: &str, body: &str) -> ContributionForm {
    ContributionForm { title: title.into(), kind: "opinion".into(), body: body.into(), ..Default::default() }
}

/// Somebody who did a bit of everything, and whom others name; the text they wrote.
async fn lived(test: &TestBackend, cast: &Cast) -> ContributionId {
    let member = unmistakable(test, cast).await;
    accounts::give_password(&test.backend.system(), cast.member.id, PASSWORD).await.expect("given");
    let body = "Ouvrir un chemin, vers la gare.";
    let id = contributions::create(&member, "mobilites", &text("Un chemin", body)).await.expect("begun");
    // Another names them in a comment, as the product proposes it.
    let reviewer = test.as_user(cast.reviewer.id).await;
    let target = comments::Target { base: Version(1), range: 0..body.len() };
    let said =
        CommentForm { words: "vers la gare".into(), body: "Qu’en dis-tu, @Zéphyrine Quillcoat ?".into() };
    comments::comment(&reviewer, id, &target, &said).await.expect("commented");
    let message =
        ThreadForm { subject: "Les haies".into(), body: "Plantons-en.".into(), ..Default::default() };
    discussions::begin(&member, "mobilites", &message).await.expect("begun");
    portraits::change(&member, &portraits::Whose::Person(cast.member.id), DRAWN).await.expect("given");
    home::put_off(
        &member,
        &domain::home::SnoozeForm {
            kind: "finish".into(),
            subject: id.0.to_string(),
            until: "29/11/2026".into(),
        },
    )
    .await
    .expect("put off");
    let draft = text("Un chemin large", "Plus large.");
    let place = contributions::Place::Of(id);
    contributions::autosave(&member, &place, Version(1), &draft).await.expect("typed");
    // Mails, a change of address that is not confirmed, tries.
    ask_email_change(&member, "autre.quillcoat@nullepart.example", PASSWORD).await.expect("asked");
    ask_password_reset(&test.visitor(), "zephyrine.quillcoat@nullepart.example", "").await.expect("asked");
    let visitor = test.visitor();
    let wrong = sign_in(&visitor, "zephyrine.quillcoat@nullepart.example", "mauvais", "203.0.113.9");
    wrong.await.expect_err("wrong");
    let row = session::ActiveModel {
        id: Set("clé".into()),
        user_id: Set(Some(cast.member.id)),
        data: Set("{\"typed\":\"Zéphyrine Quillcoat\"}".into()),
        device: Set("Firefox".into()),
        created_at: Set(member.now),
        last_seen_at: Set(member.now),
        expires_at: Set(member.now + chrono::TimeDelta::days(3)),
        ..Default::default()
    };
    session::Entity::insert(row).exec_without_returning(test.backend.db().writer()).await.expect("open");
    // A file of theirs, of which they are said to be the author.
    let place = library::Place::Group("mobilites".into());
    let room = library::room(&member, &place).await.expect("room");
    let coming = futures::stream::iter([Ok::<_, std::io::Error>(Bytes::from_static(b"des haies"))]);
    let staged = library::receive(&member, room, coming).await.expect("received");
    library::deposit(&member, &place, "Haies.txt", staged).await.expect("deposited");
    let rows = document::Entity::find().all(test.backend.db().reader()).await.expect("read");
    let said = document::ActiveModel {
        id: Set(rows[0].id),
        author: Set("Zéphyrine Quillcoat, habitante".into()),
        ..Default::default()
    };
    said.update(test.backend.db().writer()).await.expect("said");
    signs(test, cast, id).await;
    comes_in(test, cast).await;
    ask_export(&member).await.expect("asked");
    ask_erasure(&member, "Je pars.").await.expect("asked");
    test.do_jobs().await;
    search::catch_up(&test.backend).await.expect("read");
    id
}

/// Signs the charter, on paper, and an opinion; hands a group over, accompanies somebody, was welcomed.
async fn signs(test: &TestBackend, cast: &Cast, text: ContributionId) {
    let (db, me, at) = (test.backend.db().writer(), cast.member.id, test.backend.now());
    let framing = framing_text::ActiveModel {
        slug: Set("charte".into()),
        kind: Set(FramingKind::Charter),
        title: Set("Charte".into()),
        aim: Set(String::new()),
        to_sign: Set(true),
        version: Set(Version(1)),
        changed_at: Set(at),
        ..Default::default()
    };
    let framing = framing.insert(db).await.expect("a charter").id;
    let version = framing_version::ActiveModel {
        text_id: Set(framing),
        number: Set(1),
        state: Set(VersionState::Adopted),
        motives: Set(String::new()),
        body: Set("## Objet\n\nUn.".into()),
        decision: Set(String::new()),
        decided_by: Set(String::new()),
        fingerprint: Set(String::new()),
        version: Set(Version(1)),
        begun_at: Set(at),
        ..Default::default()
    };
    let version = version.insert(db).await.expect("a version").id;
    let scan = library::keep_made(&test.backend.system(), SCAN, "application/pdf").await.expect("kept");
    let signature = framing_signature::ActiveModel {
        version_id: Set(version),
        user_id: Set(me),
        name: Set("Zéphyrine Quillcoat".into()),
        signed_on: Set(crate::clock::day(at)),
        fingerprint: Set(String::new()),
        scan: Set(Some(scan)),
        recorded_at: Set(at),
        recorded_by: Set(None),
    };
    framing_signature::Entity::insert(signature).exec_without_returning(db).await.expect("signed");
    let opinion = dissent::ActiveModel {
        contribution_id: Set(text),
        title: Set("Autrement".into()),
        body: Set("Par le pont.".into()),
        html: Set("<p>Par le pont.</p>".into()),
        version: Set(Version(1)),
        created_at: Set(at),
        updated_at: Set(at),
        ..Default::default()
    };
    let opinion = opinion.insert(db).await.expect("an opinion").id;
    let row = dissent_signature::ActiveModel {
        dissent_id: Set(opinion),
        user_id: Set(me),
        name: Set("Zéphyrine Quillcoat".into()),
        at: Set(at),
    };
    dissent_signature::Entity::insert(row).exec_without_returning(db).await.expect("signed");
    let handed = handover::ActiveModel {
        group_id: Set(Some(cast.mobilites.id())),
        from_id: Set(cast.facilitator.id),
        to_id: Set(me),
        state: Set(HandoverState::Waiting),
        note: Set("À Zéphyrine Quillcoat, merci.".into()),
        at: Set(at),
        ..Default::default()
    };
    handed.insert(db).await.expect("handed over");
    let lent = delegation::ActiveModel {
        from_id: Set(cast.chair.id),
        to_id: Set(me),
        role: Set(Some(CouncilRole::Chair)),
        group_id: Set(None),
        starts_on: Set(at.date_naive()),
        ends_on: Set(at.date_naive()),
        reason: Set("Zéphyrine Quillcoat me remplace".into()),
        state: Set(DelegationState::Accepted),
        at: Set(at),
        ended_by: Set(Some(me)),
        ..Default::default()
    };
    lent.insert(db).await.expect("lent");
    // They took part on paper, and wrote by the hand of somebody.
    let asked = paper_consent::ActiveModel {
        user_id: Set(me),
        asked_on: Set(at.date_naive()),
        asked_by: Set(AskedBy::Letter),
        note: Set("La lettre de Zéphyrine Quillcoat est au bureau".into()),
        at: Set(at),
        recorded_by: Set(cast.administrator.id),
        ended_by: Set(Some(me)),
        ..Default::default()
    };
    asked.insert(db).await.expect("noted");
    let acted = acting::ActiveModel {
        for_id: Set(me),
        by_id: Set(cast.administrator.id),
        begun_at: Set(at),
        until_at: Set(at),
        ended_at: Set(Some(at)),
        ended_how: Set(Some(ActingEnd::Stopped)),
        ..Default::default()
    };
    let acted = acted.insert(db).await.expect("acted");
    let mark = behalf_mark::ActiveModel {
        acting_id: Set(acted.id),
        kind: Set(Entered::Message),
        subject: Set(1),
        ..Default::default()
    };
    mark.insert(db).await.expect("marked");
    let sponsor = sponsor::ActiveModel {
        user_id: Set(cast.other.id),
        sponsor_id: Set(me),
        state: Set(SponsorState::Offered),
        at: Set(at),
        ..Default::default()
    };
    sponsor.insert(db).await.expect("offered");
    let first = welcome::ActiveModel { user_id: Set(me), begun_at: Set(at), put_away_at: Set(None) };
    welcome::Entity::insert(first).exec_without_returning(db).await.expect("welcomed");
}

/// Signs in with codes, a key and a browser that is known, and begins a text with an image.
async fn comes_in(test: &TestBackend, cast: &Cast) {
    let (db, me, at) = (test.backend.db().writer(), cast.member.id, test.backend.now());
    let secret = code_secret::ActiveModel {
        user_id: Set(me),
        secret: Set("secret".into()),
        last_step: Set(0),
        created_at: Set(at),
        confirmed_at: Set(Some(at)),
        ..Default::default()
    };
    secret.insert(db).await.expect("codes");
    let recovery = recovery_code::ActiveModel {
        user_id: Set(me),
        code_hash: Set("empreinte".into()),
        created_at: Set(at),
        ..Default::default()
    };
    recovery.insert(db).await.expect("a recovery code");
    let key = passkey::ActiveModel {
        user_id: Set(me),
        handle: Set("poignée".into()),
        credential: Set("clé".into()),
        name: Set("Téléphone de Zéphyrine Quillcoat".into()),
        data: Set("{}".into()),
        created_at: Set(at),
        ..Default::default()
    };
    key.insert(db).await.expect("a key");
    let browser = known_device::ActiveModel {
        user_id: Set(me),
        token_hash: Set("empreinte".into()),
        first_seen_at: Set(at),
        last_seen_at: Set(at),
        ..Default::default()
    };
    browser.insert(db).await.expect("a browser");
    let elsewhere = linked_account::ActiveModel {
        user_id: Set(me),
        issuer: Set("https://connexion.example".into()),
        subject: Set("zephyrine.quillcoat".into()),
        created_at: Set(at),
        ..Default::default()
    };
    elsewhere.insert(db).await.expect("an account elsewhere");
    let token = TokenForm {
        name: "Script de Zéphyrine Quillcoat".into(),
        scopes: vec!["texts-read".into()],
        days: String::new(),
    };
    api::make(&test.as_user(me).await, &token).await.expect("a token");
    let image = library::keep_made(&test.backend.system(), DRAWN, "image/png").await.expect("kept");
    let begun = begun_image::ActiveModel {
        user_id: Set(me),
        name: Set("haie.png".into()),
        sha256: Set(image),
        at: Set(at),
    };
    begun_image::Entity::insert(begun).exec_without_returning(db).await.expect("begun");
    for table in [
        "api_tokens",
        "begun_images",
        "code_secrets",
        "known_devices",
        "linked_accounts",
        "passkeys",
        "recovery_codes",
    ] {
        assert!(test.tables_naming(me).await.contains(table), "{table} does not name them");
    }
}

#[tokio::test]
async fn nothing_anywhere_tells_who_somebody_was() {
    let (test, cast) = scene().await;
    let id = lived(&test, &cast).await;
    // The walk sees what is there: otherwise it would prove nothing.
    let before = test.traces_of(&WORDS).await;
    for place in [
        "users.name",
        "contributions.byline",
        "mails.recipient",
        "comment_messages.html",
        "search_words.word",
    ] {
        assert!(before.iter().any(|trace| trace.starts_with(place)), "{place} is not seen: {before:?}");
    }
    assert!(before.iter().any(|trace| trace.starts_with("file ")), "no file is seen");
    assert!(before.iter().any(|trace| trace.starts_with("search_index")), "the index is not seen");
    let administrator = test.as_user(cast.administrator.id).await;
    let view = to_erase(&administrator, cast.member.id).await.expect("shown");
    assert_eq!((view.texts, view.messages, view.documents), (1, 1, 1));
    assert_eq!(view.asked.map(|(_, words)| words), Some("Je pars.".into()));
    let journal = test.journal().await;
    erase(&administrator, cast.member.id, PASSWORD).await.expect("erased");
    assert_eq!(test.traces_of(&WORDS).await, [""; 0]);
    for table in test.tables_naming(cast.member.id).await {
        let goes = domain::personal_data::register::table(table).is_some_and(|table| table.goes());
        assert!(!goes, "a row of {table} stays");
    }
    // What they wrote stays, and every line of the journal.
    let reviewer = test.as_user(cast.reviewer.id).await;
    let shown = contributions::show(&reviewer, id).await.expect("read");
    assert_eq!(shown.authors, [FORMER_MEMBER]);
    assert!(shown.html.contains("Ouvrir un chemin, vers la gare."));
    assert_eq!(test.journal().await, [journal, vec!["data.erased".to_owned()]].concat());
    let shell = user::Entity::find_by_id(cast.member.id).one(test.backend.db().reader()).await;
    let shell = shell.expect("read").expect("there");
    assert_eq!((shell.name.as_str(), shell.password_hash), (FORMER_MEMBER, None));
    test.finish().await;
}

#[tokio::test]
async fn who_was_erased_is_not_found_nor_brought_back() {
    let (test, cast) = scene().await;
    let administrator = test.as_user(cast.administrator.id).await;
    erase(&administrator, cast.member.id, PASSWORD).await.expect("erased");
    assert_eq!(refused(erase(&administrator, cast.member.id, PASSWORD).await), Refusal::NotFound);
    assert_eq!(refused(people::show(&administrator, cast.member.id).await.map(|_| ())), Refusal::NotFound);
    assert_eq!(refused(accounts::restore(&administrator, cast.member.id).await), Refusal::NotFound);
    assert_eq!(refused(people::name_administrator(&administrator, cast.member.id).await), Refusal::NotFound);
    let all =
        people::managed(&administrator, &Default::default(), crate::PageNumber::FIRST).await.expect("read");
    assert!(all.rows.iter().all(|person| person.id != cast.member.id));
    assert!(test.as_user(cast.member.id).await.person().is_err(), "nobody signs in as a shell");
    test.finish().await;
}

#[tokio::test]
async fn an_administrator_types_their_password_and_erases_neither_themselves_nor_the_last() {
    let (test, cast) = scene().await;
    let administrator = test.as_user(cast.administrator.id).await;
    let wrong = refused(erase(&administrator, cast.member.id, "mauvais").await);
    assert_eq!(wrong, Refusal::field("password", FieldProblem::Wrong));
    let none = refused(erase(&administrator, cast.member.id, "").await);
    assert_eq!(none, Refusal::field("password", FieldProblem::Missing));
    let oneself = refused(erase(&administrator, cast.administrator.id, PASSWORD).await);
    assert_eq!(oneself, Refusal::Transition(Transition::Oneself));
    for person in [cast.chair, cast.member] {
        let other = refused(erase(&test.as_user(person.id).await, cast.other.id, PASSWORD).await);
        assert_eq!(other, Refusal::Forbidden(Forbidden::AdministratorOnly));
    }
    assert_eq!(test.journal().await.last().map(String::as_str), Some("account.opened"));
    test.finish().await;
}

#[tokio::test]
async fn a_name_of_one_word_is_not_taken_out_of_the_words_of_others() {
    let (test, cast) = scene().await;
    let named = user::ActiveModel { id: Set(cast.member.id), name: Set("Ba".into()), ..Default::default() };
    named.update(test.backend.db().writer()).await.expect("named");
    let member = test.as_user(cast.member.id).await;
    let id =
        contributions::create(&member, "mobilites", &text("Bassins", "Un bassin.")).await.expect("begun");
    let administrator = test.as_user(cast.administrator.id).await;
    erase(&administrator, cast.member.id, PASSWORD).await.expect("erased");
    let shown = contributions::show(&test.as_user(cast.reviewer.id).await, id).await.expect("read");
    assert_eq!((shown.title.as_str(), shown.authors), ("Bassins", vec![FORMER_MEMBER.to_owned()]));
    test.finish().await;
}

#[tokio::test]
async fn an_older_backup_that_is_restored_is_without_those_who_were_erased_since() {
    let (test, cast) = scene().await;
    lived(&test, &cast).await;
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("sauvegarde");
    backups::make(&test.backend, &file, None).await.expect("made");
    let administrator = test.as_user(cast.administrator.id).await;
    erase(&administrator, cast.member.id, PASSWORD).await.expect("erased");
    let marks = marks(&test.backend).await.expect("read");
    assert_eq!(marks.len(), 1);
    for (marks, erased) in [(BTreeSet::from(["d’un autre conseil".to_owned()]), 0), (marks, 1)] {
        let there = tempfile::tempdir().expect("a folder");
        let url = format!("sqlite://{}", there.path().join("new.db").display());
        let db = Db::connect(&url).await.expect("opened");
        let store = FileStore::folder(&there.path().join("files")).expect("a store");
        let erasures = Erasures { marks, at: test.backend.now() };
        let restored = backups::restore(&file, None, &erasures, &db, &store).await.expect("restored");
        assert_eq!(restored.erased, erased);
        let traces = traces_in(&db, &WORDS).await;
        assert_eq!(traces.is_empty(), erased == 1, "{traces:?}");
        db.close().await.expect("closed");
    }
    test.finish().await;
}
