//! A text to print, and how what came of it is read.

use std::io::Read;

use press::{Format, Proof, Words};
use quick_xml::{Reader, events::Event};

pub fn proof(body: &str) -> Proof {
    Proof {
        council: "Conseil citoyen du Pays des Trois Rivières".into(),
        reference: "Avis n° 2026-04".into(),
        title: "Pour des rivières vivantes : ce que le conseil demande".into(),
        lead: vec![
            "Adopté par l’assemblée plénière, 17 septembre 2026".into(),
            "31 pour, 4 contre, 2 abstentions".into(),
        ],
        notices: vec!["Version corrigée le 2 octobre 2026 : une date était fausse.".into()],
        facts: vec![
            ("Écrit par".into(), "Odile Marchand et Karim Benali".into()),
            (
                "Empreinte du texte (SHA-256)".into(),
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".into(),
            ),
        ],
        authors: vec!["Odile Marchand".into(), "Karim Benali".into()],
        language: "fr".into(),
        day: (2026, 9, 17),
        address: "https://conseil.example/publications/2026-04".into(),
        site: "https://conseil.example".into(),
        named: "https://conseil.example/textes/nomme/".into(),
        summary: "En *bref* : des rivières propres, et des berges ouvertes.".into(),
        body: body.into(),
        short: false,
        beside: Vec::new(),
        images: Vec::new(),
        words: Words {
            contents: "Sommaire".into(),
            brief: "En bref".into(),
            beside: "Opinions minoritaires".into(),
            about: "Comment ce texte a été adopté".into(),
            notes: "Notes".into(),
            note: "Note".into(),
            back: "Revenir au texte".into(),
            image: "Image : ".into(),
            image_untold: "Image sans description".into(),
            page: "Page".into(),
            of: "sur".into(),
        },
    }
}

/// Left for other tools to look at: see `tools/documents.sh`.
pub fn keep(name: &str, format: Format, bytes: &[u8]) {
    if let Some(folder) = std::env::var_os("PREAU_TEST_DOCUMENTS") {
        let file = std::path::Path::new(&folder).join(format!("{name}.{}", format.code()));
        std::fs::write(file, bytes).expect("kept");
    }
}

pub fn part(zip: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(zip)).expect("a zip");
    let mut text = String::new();
    zip.by_name(name).expect("a part").read_to_string(&mut text).expect("words");
    text
}

/// The words of some XML, which must be well-formed.
pub fn words_of(xml: &str) -> String {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let (mut said, mut apart) = (String::new(), 0);
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Text(text) => said.push_str(&text.decode().expect("utf-8")),
            Event::GeneralRef(name) => said.push_str(match &*name.decode().expect("utf-8") {
                "amp" => "&",
                "lt" => "<",
                "gt" => ">",
                "quot" => "\"",
                other => panic!("an entity {other}"),
            }),
            Event::Start(_) => apart += 1,
            Event::End(_) => {
                apart -= 1;
                said.push(' ');
            }
            Event::Empty(_) => said.push(' '),
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(apart, 0);
    said.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub fn holds(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}
