use super::*;

#[test]
fn a_slug_is_plain_ascii() {
    assert_eq!(slug("Mobilités du quotidien"), "mobilites-du-quotidien");
    assert_eq!(slug("  L’œuvre & l’été !"), "l-oeuvre-l-ete");
    assert_eq!(slug("Nouveau"), "nouveau-groupe");
    assert_eq!(slug("日本"), "groupe");
    assert!(slug(&"très long ".repeat(20)).len() <= 60);
}

#[test]
fn the_last_facilitator_names_another_first() {
    let (odile, paul) = (UserId(1), UserId(2));
    assert_eq!(may_stop_facilitating(odile, &[odile]), Err(Refusal::Transition(Transition::LastFacilitator)));
    assert_eq!(may_stop_facilitating(odile, &[odile, paul]), Ok(()));
    assert_eq!(may_stop_facilitating(paul, &[odile]), Ok(()));
}

#[test]
fn a_group_needs_a_name_and_known_choices() {
    let form = GroupForm { visibility: "ouverte".into(), ..Default::default() };
    let Err(Refusal::Invalid(errors)) = form.check() else { panic!("refused") };
    assert_eq!(errors.iter().map(|e| e.field.as_str()).collect::<Vec<_>>(), ["name", "kind", "visibility"]);
}

#[test]
fn a_group_is_where_its_most_advanced_text_is() {
    assert_eq!(Stage::of([]), Stage::Writing);
    assert_eq!(Stage::of([State::Published, State::Draft]), Stage::Writing);
    assert_eq!(Stage::of([State::Draft, State::ChangesRequested]), Stage::Review);
    assert_eq!(Stage::of([State::Published, State::Adopted, State::InReview]), Stage::Publication);
    assert_eq!(Stage::of([State::Published]), Stage::Published);
}

#[test]
fn codes_are_read_back() {
    for kind in GroupKind::ALL {
        assert_eq!(GroupKind::from_code(kind.code()), Some(*kind));
    }
    assert_eq!(Visibility::from_code("public"), None);
}
