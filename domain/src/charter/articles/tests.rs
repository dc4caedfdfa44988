use super::*;

fn number(text: &str) -> ArticleNumber {
    text.parse().expect("a number")
}

fn none() -> BTreeSet<ArticleNumber> {
    BTreeSet::new()
}

fn numbers_of(body: &str) -> Vec<String> {
    Articles::read(body).articles.iter().map(|article| article.number.to_string()).collect()
}

#[test]
fn a_title_of_the_second_level_is_an_article_and_what_comes_before_the_preamble() {
    let read = Articles::read(
        "Nous, membres.\n\n## Article 1. Les principes\n\nUn.\n\n### Détail\n\n## Art. 2 – Les séances\nDeux.",
    );
    assert_eq!(read.preamble, "Nous, membres.");
    let [one, two] = &read.articles[..] else { panic!("{read:?}") };
    assert_eq!((one.title.as_str(), one.body.as_str()), ("Les principes", "Un.\n\n### Détail"));
    assert_eq!((two.number, two.title.as_str(), two.body.as_str()), (number("2"), "Les séances", "Deux."));
}

#[test]
fn a_title_of_the_first_level_is_a_part() {
    let read = Articles::read("# Titre Ier\n\n## Un\n\n# Titre II\n\n## Deux\n\n## Trois");
    let parts: Vec<_> = read.articles.iter().map(|article| article.part.as_deref()).collect();
    assert_eq!(parts, [Some("Titre Ier"), Some("Titre II"), None]);
    assert!(read.has_parts());
}

#[test]
fn a_title_of_the_first_level_that_is_above_no_article_stays_where_it_was_written() {
    let body = "## Article 1. Objet\n\nUn.\n\n# Annexe\n\nUn plan.";
    let read = Articles::read(body);
    assert_eq!((read.articles[0].body.as_str(), read.has_parts()), ("Un.\n\n# Annexe\n\nUn plan.", false));
    assert_eq!(read.write(), body);
}

#[test]
fn the_marks_that_close_a_title_are_no_part_of_it() {
    let titles: Vec<_> =
        Articles::read("## Objet ##\n\n## Le langage C#").articles.into_iter().map(|one| one.title).collect();
    assert_eq!(titles, ["Objet", "Le langage C#"]);
}

#[test]
fn what_is_shown_as_code_is_no_title() {
    let read = Articles::read("## Un\n\n```\n## Deux\n```\n\n~~~~\n```\n## Trois\n~~~~\n\n## Quatre");
    assert_eq!(read.articles.len(), 2);
    assert!(read.articles[0].body.contains("## Trois"));
}

#[test]
fn numbers_are_read_as_people_write_them() {
    let titles = [
        ("Article premier. Objet", Some("1"), "Objet"),
        ("Article 1er – Objet", Some("1"), "Objet"),
        ("ARTICLE 12 : Objet", Some("12"), "Objet"),
        ("Article 4 bis. Objet", Some("4 bis"), "Objet"),
        ("Article 4 ter", Some("4 ter"), ""),
        ("Article 4 bison", Some("4"), "bison"),
        ("Article 2026b", None, "Article 2026b"),
        ("Articles de presse", None, "Articles de presse"),
        ("Les articles", None, "Les articles"),
        ("Article 0", None, "Article 0"),
    ];
    for (typed, expected, title) in titles {
        assert_eq!(titled(typed), (expected.map(number), title.to_owned()), "{typed}");
    }
    assert_eq!(number("4-bis").anchor(), "article-4-bis");
    assert_eq!(number("4 bis").segment(), "4-bis");
    assert_eq!("4 bis".parse::<ArticleNumber>().map(String::from), Ok("4 bis".to_owned()));
    assert!(["", "bis", "4 bis.", "-1", "99999"].iter().all(|text| text.parse::<ArticleNumber>().is_err()));
}

#[test]
fn a_first_version_is_numbered_by_the_place_of_its_articles() {
    assert_eq!(
        numbered("Avant.\n\n## Objet\n\nUn.\n\n## Séances\n\nDeux.", &none()).as_deref(),
        Ok("Avant.\n\n## Article 1. Objet\n\nUn.\n\n## Article 2. Séances\n\nDeux.")
    );
}

#[test]
fn an_article_put_in_between_takes_a_rank_and_one_at_the_end_the_next_number() {
    let body = "## Article 1. A\n\n## Neuf\n\n## Autre\n\n## Article 2. B\n\n## Fin";
    let saved = numbered(body, &none()).expect("numbered");
    assert_eq!(numbers_of(&saved), ["1", "1 bis", "1 ter", "2", "3"]);
    // Saved again, nothing moves.
    assert_eq!(numbered(&saved, &none()), Ok(saved));
}

#[test]
fn the_number_of_an_article_that_is_gone_never_serves_again() {
    let gone = BTreeSet::from([number("3"), number("1 bis")]);
    let saved = numbered("## Article 1\n\n## Neuf\n\n## Article 2\n\n## Fin", &gone).expect("numbered");
    assert_eq!(numbers_of(&saved), ["1", "1 ter", "2", "4"]);
    assert_eq!(
        numbered("## Article 3. Retour", &gone),
        Err(FieldProblem::ArticleGone { number: number("3") })
    );
}

#[test]
fn two_articles_of_one_number_and_a_text_without_any_are_refused() {
    let twice = numbered("## Article 1\n\n## Article premier", &none());
    assert_eq!(twice, Err(FieldProblem::SameArticle { number: number("1") }));
    assert_eq!(numbered("Un texte.", &none()), Err(FieldProblem::NoArticle));
}

#[test]
fn what_is_read_and_written_again_is_the_same() {
    let body = "Avant.\n\n# Titre Ier\n\n## Article 1. Objet\n\nUn.\n\n## Article 1 bis\n\nDeux.";
    assert_eq!(Articles::read(body).write(), body);
}

#[test]
fn two_articles_that_bear_one_number_while_they_are_written_have_an_anchor_each() {
    let read = Articles::read("## Article 1. A\n\n## Article 2. B\n\n## Article 2. C\n\n## Article 3. D");
    let numbers: Vec<String> = read.articles.iter().map(|article| article.number.to_string()).collect();
    assert_eq!(numbers, ["1", "2", "2 bis", "3"]);
}
