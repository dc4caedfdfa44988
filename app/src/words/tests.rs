use std::collections::BTreeSet;

use super::*;

fn keys(language: &str) -> BTreeSet<String> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(language);
    let mut keys = BTreeSet::new();
    for file in std::fs::read_dir(folder).expect("the locale folder").flatten() {
        let text = std::fs::read_to_string(file.path()).expect("a locale file");
        for line in text.lines() {
            let key: String = line.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
            if !key.is_empty() && line[key.len()..].trim_start().starts_with('=') {
                assert!(keys.insert(key.clone()), "{language}: {key} is written twice");
            }
        }
    }
    keys
}

fn sources(folder: &std::path::Path, all: &mut String) {
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            sources(&path, all);
        } else if path.extension().is_some_and(|e| e == "rs") && !path.ends_with("tests.rs") {
            all.push_str(&std::fs::read_to_string(&path).expect("a source file"));
        }
    }
}

#[test]
fn every_sentence_exists_in_both_languages() {
    assert_eq!(keys("fr"), keys("en"));
}

#[test]
fn every_sentence_can_be_read() {
    let values: Values = variables().into_iter().map(|name| (name.into(), value(1))).collect();
    for (language, locale) in [("fr", &FRENCH), ("en", &ENGLISH)] {
        for key in keys(language) {
            let said = SENTENCES.try_lookup_with_args(locale, &key, &values);
            assert!(said.is_some(), "{language}: {key}");
        }
    }
}

/// The names of all the values that sentences are filled with.
fn variables() -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for language in ["fr", "en"] {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(language);
        for file in std::fs::read_dir(folder).expect("the locale folder").flatten() {
            let text = std::fs::read_to_string(file.path()).expect("a locale file");
            let word =
                |rest: &str| rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
            names.extend(text.split('$').skip(1).map(word));
        }
    }
    names
}

/// Keys made from codes are found by their beginning, such as `kind-`.
#[test]
fn every_sentence_is_said_somewhere_and_everything_said_exists() {
    let mut code = String::new();
    sources(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut code);
    let keys = keys("fr");
    let quoted: BTreeSet<&str> = code.split('"').collect();
    let made: Vec<String> = quoted
        .iter()
        .filter_map(|text| text.split_once('{').map(|(start, _)| start.to_owned()))
        .filter(|start| start.ends_with('-') && start.len() > 2)
        .chain(
            ["kind-", "group-", "framing-", "role-", "accessibility-", "personal-data-", "legal-"]
                .map(String::from),
        )
        .collect();
    let unused: Vec<_> = keys
        .iter()
        .filter(|key| {
            // What is said of mails has a second form, for a site that sends none.
            let first = key.strip_suffix("-here").unwrap_or(key);
            !quoted.contains(key.as_str())
                && !quoted.contains(first)
                && !made.iter().any(|start| key.starts_with(start.as_str()))
        })
        .collect();
    assert!(unused.is_empty(), "sentences that nothing says: {unused:?}");

    let said = regex_like_keys(&code);
    let missing: Vec<_> = said.iter().filter(|key| !keys.contains(**key)).collect();
    assert!(missing.is_empty(), "sentences said but not written: {missing:?}");
}

/// The literal keys given to `t("…")` and `say!(…, "…"`.
fn regex_like_keys(code: &str) -> BTreeSet<&str> {
    let after = |marker: &str| -> Vec<&str> {
        code.split(marker)
            .skip(1)
            .filter_map(|rest| rest.trim_start().strip_prefix('"')?.split('"').next())
            .collect()
    };
    let mut said: BTreeSet<&str> = after(".t(").into_iter().collect();
    for call in code.split("say!(").skip(1) {
        // The first argument is an expression without quotes; the second is the key.
        if let Some(key) = call.split('"').nth(1) {
            said.insert(key);
        }
    }
    said.retain(|key| !key.contains('{') && !key.is_empty());
    said
}

#[test]
fn french_has_its_spaces_and_apostrophes() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("locales/fr");
    for file in std::fs::read_dir(folder).expect("the locale folder").flatten() {
        let text = std::fs::read_to_string(file.path()).expect("a locale file");
        for (number, line) in text.lines().enumerate() {
            if line.starts_with('#') {
                continue;
            }
            let place = format!("{}:{}", file.path().display(), number + 1);
            let shown = line.split_once('=').map_or(line, |(_, shown)| shown);
            for sign in [" ;", " !", " ?", " :", "« ", " »"] {
                assert!(!shown.contains(sign), "{place}: an ordinary space in {sign:?}");
            }
            assert!(!shown.contains('\''), "{place}: a straight apostrophe");
        }
    }
}

/// « Le rôle de Odile » is not French: before what a person or a place is called, the sentences write `DE($name)`.
#[test]
fn no_name_comes_after_an_unelided_word() {
    let named = ["actor", "by", "name", "names", "person", "territory", "user", "who", "whom", "whose"];
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("locales/fr");
    for file in std::fs::read_dir(folder).expect("the locale folder").flatten() {
        let text = std::fs::read_to_string(file.path()).expect("a locale file");
        for (number, line) in text.lines().enumerate() {
            for word in named.iter().flat_map(|name| {
                ["de", "que", "parce que", "lorsque", "puisque"].map(|word| format!("{word} {{ ${name} }}"))
            }) {
                let place = format!("{}:{}", file.path().display(), number + 1);
                assert!(!line.contains(&format!(" {word}")), "{place}: {word}");
            }
        }
    }
}

#[test]
fn french_elides_before_a_vowel_and_parts_its_thousands() {
    let french = Words::new(Language::French, None);
    let of = |name: &str| say!(french, "groups-done-role", person = name.to_owned());
    assert_eq!(of("Odile Rambert"), "Le rôle d’Odile Rambert est changé.");
    assert_eq!(of("Paul"), "Le rôle de Paul est changé.");
    for name in ["Élise", "Hélène", "Yves", "Anne"] {
        assert!(french::elides(name), "{name}");
    }
    for name in ["Yann", "Hamid", "Léa", "", "2026"] {
        assert!(!french::elides(name), "{name}");
    }
    let long = |words: &Words| say!(words, "problem-too-long", max = 400_000);
    assert!(
        long(&french).starts_with("400\u{202f}000\u{a0}") || long(&french).starts_with("400\u{202f}000 ")
    );
    assert!(long(&Words::new(Language::English, None)).contains("400,000"));
    assert_eq!((french.figures(8000), french.figures(12)), ("8\u{202f}000".into(), "12".into()));
    assert_eq!(french.before("l’échéance de ", "Eau"), "l’échéance d’");
}

#[test]
fn dates_are_read_aloud() {
    let french = Words::new(Language::French, None);
    let english = Words::new(Language::English, None);
    let at = DateTime::from_timestamp(1_795_366_200, 0).expect("a moment");
    let hour = DateTime::from_timestamp(1_795_363_200, 0).expect("a moment");
    assert_eq!(french.moment(at), "22\u{a0}novembre 2026 à 17\u{a0}h\u{a0}50");
    assert_eq!(english.moment(at), "22\u{a0}November 2026 at 17:50");
    assert_eq!(french.time(hour), "17\u{a0}h");
    assert_eq!(english.time(hour), "17:00");
    assert_eq!(french.day(NaiveDate::from_ymd_opt(2026, 4, 1).expect("a day")), "1er\u{a0}avril 2026");
    assert_eq!(
        french.weekday(NaiveDate::from_ymd_opt(2026, 11, 26).expect("a day")),
        "jeudi 26\u{a0}novembre"
    );
    assert_eq!(french.list(&["Odile".into(), "Paul".into(), "Fatou".into()]), "Odile, Paul et Fatou");
}
