use super::*;

#[test]
fn addresses_are_trimmed_and_lower_cased() {
    assert_eq!(email(" Odile.Rambert@Exemple.FR "), Ok("odile.rambert@exemple.fr".into()));
    assert_eq!(
        email("d'aubigné+conseil@mairie-des-essarts.example"),
        Ok("d'aubigné+conseil@mairie-des-essarts.example".into())
    );
}

#[test]
fn what_cannot_be_delivered_is_refused() {
    for bad in [
        "odile",
        "odile@",
        "@exemple.fr",
        "odile@exemple",
        "o dile@exemple.fr",
        "odile@-exemple.fr",
        "a..b@exemple.fr",
        "a@b@exemple..fr",
        "x\u{202e}y@exemple.fr",
    ] {
        assert_eq!(email(bad), Err(FieldProblem::NotAnEmail), "{bad}");
    }
    assert_eq!(email("  "), Err(FieldProblem::Missing));
    assert_eq!(email(&format!("{}@exemple.fr", "a".repeat(250))), Err(FieldProblem::TooLong { max: 254 }));
}

#[test]
fn a_password_is_judged_on_length_alone() {
    assert_eq!(password("trois petits chats", &[]), Ok(()));
    assert_eq!(password("ééééaaaaüüüü oo", &[]), Ok(()));
    assert_eq!(password("court", &[]), Err(FieldProblem::TooShort { min: 12 }));
    assert_eq!(password("", &[]), Err(FieldProblem::Missing));
    assert_eq!(password(&"ab cd ef".repeat(40), &[]), Err(FieldProblem::TooLong { max: 256 }));
}

#[test]
fn a_password_made_of_ones_own_name_is_too_common() {
    let own = ["odile.rambert@exemple.fr", "Odile Rambert"];
    for bad in [
        "odilerambert",
        "OdileRambert1",
        "rambert-odile-12",
        "motdepasse1234",
        "aaaaaaaaaaaaaa",
        "121212121212",
    ] {
        assert_eq!(password(bad, &own), Err(FieldProblem::TooCommon), "{bad}");
    }
    assert_eq!(password("odile aime les chemins creux", &own), Ok(()));
}
