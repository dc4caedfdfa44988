use super::*;

fn read_all(text: &str) -> Vec<Line> {
    read(text, crate::form::date("2026-11-22").expect("a date")).expect("a list").lines
}

fn people(text: &str) -> Vec<(String, String)> {
    read_all(text)
        .into_iter()
        .map(|(_, line, person)| person.unwrap_or_else(|p| panic!("{line}: {p:?}")))
        .map(|person| (person.email, person.name))
        .collect()
}

#[test]
fn people_are_read_in_the_three_shapes() {
    let odile = [("odile@exemple.fr".to_owned(), "Odile Rambert".to_owned())];
    for text in [
        "odile@exemple.fr; Odile Rambert",
        "Odile Rambert, Odile@Exemple.fr",
        "Odile Rambert <odile@exemple.fr>",
        "\"Odile Rambert\" <odile@exemple.fr>,",
        "odile@exemple.fr\tOdile Rambert",
        "email;name\nodile@exemple.fr;Odile Rambert",
        "Nom;Prénom;Téléphone;Courriel\r\nRambert;Odile;0102030405;odile@exemple.fr\r\n",
    ] {
        assert_eq!(people(text), odile, "{text}");
    }
}

#[test]
fn columns_after_the_name_are_those_of_the_import() {
    let lines = read_all("odile@exemple.fr; Odile; Habitants; ; Valcendre; chair; 01/02/2026");
    let person = lines[0].2.clone().expect("a person");
    assert_eq!((person.college.as_str(), person.commune.as_str()), ("Habitants", "Valcendre"));
    assert_eq!(person.role, crate::people::CouncilRole::Chair);
}

#[test]
fn refused_lines_keep_their_number() {
    let lines = read_all("a@exemple.fr; Anne\n\nb@exemple; Bruno\nc@exemple.fr\nA@exemple.fr; Anne encore");
    let told: Vec<_> = lines.into_iter().map(|(n, _, p)| (n, p.err())).collect();
    assert_eq!(
        told,
        [
            (1, None),
            (3, Some(vec![LineProblem::Field(FieldError::new("email", FieldProblem::NotAnEmail))])),
            (4, Some(vec![LineProblem::Field(FieldError::new("name", FieldProblem::Missing))])),
            (5, Some(vec![LineProblem::SameAsLine(1)])),
        ]
    );
}

#[test]
fn an_empty_or_endless_list_is_refused() {
    let today = crate::form::date("2026-11-22").expect("a date");
    assert_eq!(read(" \n", today), Err(Refusal::field("list", FieldProblem::Missing)));
    assert_eq!(
        read(&"a@exemple.fr; Anne\n".repeat(501), today),
        Err(Refusal::field("list", FieldProblem::TooManyLines { max: 500 }))
    );
}

#[test]
fn nothing_is_dropped_without_a_word() {
    let today = crate::form::date("2026-11-22").expect("a date");
    let list = read("Courriel;Nom;Téléphone\na@exemple.fr;Anne;05;trop;;", today).expect("a list");
    assert_eq!(list.unknown, ["Téléphone"]);
    let extra = |count| LineProblem::Field(FieldError::new("list", FieldProblem::ExtraCells { count }));
    assert_eq!(list.lines[0].2, Err(vec![extra(1)]));
    let line = |text: &str| read_all(text).remove(0).2;
    assert_eq!(line("a@exemple.fr;Anne;;;;;;;trop"), Err(vec![extra(1)]));
    let field = |field, problem| LineProblem::Field(FieldError::new(field, problem));
    assert_eq!(
        line("a@exemple; ; ; ; ; roi ; hier"),
        Err(vec![
            field("role", FieldProblem::NotARole),
            field("email", FieldProblem::NotAnEmail),
            field("name", FieldProblem::Missing),
            field("mandate_start", FieldProblem::NotADate),
        ])
    );
}

#[test]
fn roles_are_read_in_the_words_of_the_import() {
    let role = |word: &str| read_all(&format!("a@exemple.fr; Anne; ; ; ; {word}")).remove(0).2;
    assert_eq!(role("Vice-président").expect("known").role, crate::people::CouncilRole::ViceChair);
    assert_eq!(role("chargée de mission").expect("known").role, crate::people::CouncilRole::Staff);
    // A list gives nobody the keys of the site.
    assert!(role("administratrice").is_err());
}

#[test]
fn a_sign_that_parts_nothing_is_said() {
    let today = crate::form::date("2026-11-22").expect("a date");
    let unknown = |refused| Refusal::field(refused, FieldProblem::UnknownSeparator);
    assert_eq!(read("email|nom\na@exemple.fr|Anne", today), Err(unknown("list")));
    let told = read_all("a@exemple.fr | Anne").remove(0).2;
    assert_eq!(told, Err(vec![LineProblem::Field(FieldError::new("list", FieldProblem::UnknownSeparator))]));
}
