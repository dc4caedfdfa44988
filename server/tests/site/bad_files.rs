//! Files that are broken, made to harm, or that do not come to their end: a clear sentence for each, nothing half kept,
//! and the rest of the batch goes on.

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use backend::{files::FileStore, testing::full_disk};
use bytes::Bytes;
use futures::{StreamExt, stream};
use server::{own_process::OwnProcess, reader};

use crate::{
    common::{
        Answer, Visit,
        files::{BOUNDARY, PNG, multipart, pdf, post},
    },
    extraction::{docx, pages},
};

const HERE: &str = "/groupes/mobilites/bibliotheque";

fn to_deposit() -> String {
    format!("{}&dans=groupe-mobilites", app::paths::posting_from("/api/library/deposit", HERE))
}

async fn deposit(visit: &Visit, cookie: &str, files: &[(&str, &[u8])]) -> Answer {
    let fields: Vec<_> = files.iter().map(|(name, content)| ("files", Some(*name), *content)).collect();
    post(visit, &to_deposit(), Some(cookie), multipart(&fields)).await
}

/// The address of the document of that title.
fn address(page: &str, title: &str) -> String {
    let at = page.find(&format!("{title}</a>")).unwrap_or_else(|| panic!("{title} is not in the list"));
    let start = page[..at].rfind("href=\"/documents/").expect("a link") + 6;
    page[start..].split('"').next().unwrap_or_default().to_owned()
}

/// A PDF under a password.
fn locked() -> Vec<u8> {
    let mut objects = pages(1);
    let secret = "61".repeat(32);
    objects.push(format!("<</Filter/Standard/V 1/R 2/O<{secret}>/U<{secret}>/P -4>>"));
    pdf(&objects, &format!("/Encrypt {} 0 R/ID[<61><61>]", objects.len()))
}

#[tokio::test]
async fn a_batch_of_bad_files_is_kept_as_far_as_it_harms_nobody_and_each_says_what_it_is() {
    let visit = Visit::new().await;
    let member = visit.session(visit.cast.member.id).await;
    let whole = pdf(&pages(3), "");
    let mut picture = PNG.to_vec();
    // Its header says 60,000 by 60,000 dots.
    picture[16..24].copy_from_slice(&[0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60]);
    let (locked, bomb) = (locked(), docx(&" ".repeat(20 << 20)));
    let long = format!("{}.txt", "é".repeat(300));
    let batch = [
        ("Sain.pdf", &whole[..]),
        ("Programme.pdf", b"MZ\x90\0\x03\0\0\0\x04\0\0\0"),
        ("Vide.pdf", b""),
        ("Coupe.pdf", &whole[..whole.len() / 3]),
        ("Secret.pdf", &locked[..]),
        ("Bombe.docx", &bomb[..]),
        ("Geante.png", &picture[..]),
        ("../../etc/Chemin.txt", b"un chemin"),
        ("Facture\u{202e}txt.fdp", b"un sens"),
        (&long, b"un nom"),
        ("..", b"rien"),
        ("Encore.pdf", &whole[..]),
        ("Sain.pdf", &whole[..]),
    ];
    let answer = deposit(&visit, &member, &batch).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    for (name, why) in [
        ("Programme.pdf", "les programmes ne sont pas acceptés"),
        ("Vide.pdf", "ce fichier est vide"),
        ("..", "ce fichier n’a pas de nom"),
        ("Sain.pdf", "il est déjà là"),
    ] {
        assert!(answer.text.contains(name) && answer.text.contains(why), "{name}: {}", answer.text);
    }
    let listed = visit.get(HERE, Some(&member)).await.text;
    for refused in ["Programme</a>", "Vide</a>", "\u{202e}", "../"] {
        assert!(!listed.contains(refused), "{refused}");
    }
    assert_eq!(listed.matches("Sain</a>").count(), 1, "the same file twice is one");
    assert!(listed.contains("etc</a>"), "the folders of a path are made, and never lead out");
    for kept in ["Facture txt", "Encore", &"é".repeat(196)] {
        address(&listed, kept);
    }
    visit.test.do_jobs().await;
    let program = OwnProcess::new(env!("CARGO_BIN_EXE_preau").into());
    reader::read_all(&visit.test.backend, &program).await.expect("read");
    for (title, said) in [
        ("Sain", "Lire le texte"),
        ("Coupe", "Fichier endommagé"),
        ("Secret", "Protégé par un mot de passe"),
        ("Bombe", "le fichier est trop volumineux"),
    ] {
        let page = visit.get(&address(&listed, title), Some(&member)).await;
        assert_eq!(page.status, StatusCode::OK, "{title}");
        assert!(page.text.contains(said), "{title}: {}", page.text);
    }
    let picture = address(&listed, "Geante");
    assert_eq!(visit.get(&picture, Some(&member)).await.status, StatusCode::OK);
    assert_eq!(visit.get(&format!("{picture}/image"), Some(&member)).await.status, StatusCode::NOT_FOUND);
    visit.test.finish().await;
}

#[tokio::test]
async fn a_store_that_is_full_or_away_is_said_so_and_nothing_is_half_kept() {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let nobody = "s3://conseil?endpoint=http://127.0.0.1:9&region=r&allow_http=true&access_key_id=a\
                  &secret_access_key=b&connect_timeout=200ms&timeout=200ms";
    for (store, said) in [
        (full_disk(), "Il n’y a plus de place sur le serveur"),
        (FileStore::s3(nobody).expect("an address"), "Le serveur de fichiers ne répond pas"),
    ] {
        let visit = Visit::new().await.with_files(store);
        let member = visit.session(visit.cast.member.id).await;
        let before = visit.test.journal().await.len();
        let large = [b'x'; 200_000];
        let answer = deposit(&visit, &member, &[("Un.txt", b"un"), ("Grand.txt", &large)]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{said}");
        assert_eq!(answer.text.matches(said).count(), 2, "{said}: {}", answer.text);
        let listed = visit.get(HERE, Some(&member)).await.text;
        assert!(!listed.contains("Un</a>") && !listed.contains("Grand</a>"), "{said}");
        assert_eq!(visit.test.journal().await.len(), before, "{said}");
        visit.test.finish().await;
    }
}

#[tokio::test]
async fn a_connection_cut_at_ninety_nine_per_cent_leaves_what_had_come_whole() {
    let visit = Visit::new().await;
    let member = visit.session(visit.cast.member.id).await;
    let large = vec![b'x'; 3_000_000];
    let sent = multipart(&[("files", Some("Entier.txt"), b"entier"), ("files", Some("Coupe.txt"), &large)]);
    let most = sent.len() * 99 / 100;
    let mut pieces: Vec<_> =
        sent[..most].chunks(50_000).map(|piece| Ok(Bytes::copy_from_slice(piece))).collect();
    pieces.push(Err(std::io::Error::other("cut")));
    let request = Request::post(to_deposit())
        .header(header::CONTENT_TYPE, format!("multipart/form-data; boundary={BOUNDARY}"))
        .header("sec-fetch-site", "same-origin");
    // They come one after the other, as over a network.
    let coming = stream::iter(pieces).then(async |piece| {
        tokio::task::yield_now().await;
        piece
    });
    let body = Body::from_stream(coming);
    let answer = visit.ask(request, Some(&member), "text/html", body).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    for said in ["Coupe.txt", "l’envoi s’est arrêté avant la fin"] {
        assert!(answer.text.contains(said), "{said}: {}", answer.text);
    }
    let listed = visit.get(HERE, Some(&member)).await.text;
    assert!(listed.contains("Entier</a>") && !listed.contains("Coupe</a>"));
    let again = deposit(&visit, &member, &[("Coupe.txt", &large)]).await;
    assert_eq!(again.location(), format!("{HERE}?fait=depose&n=1"), "it is sent again");
    visit.test.do_jobs().await;
    visit.test.finish().await;
}
