use super::*;

fn day(text: &str) -> NaiveDate {
    form::date(text).expect("a date")
}

fn form() -> PersonForm {
    PersonForm { email: "Odile.R@Exemple.fr ".into(), name: " Odile  Rambert ".into(), ..Default::default() }
}

#[test]
fn a_missing_role_is_a_member_from_today() {
    let person = form().check(day("2026-11-22")).expect("valid");
    assert_eq!(person.email, "odile.r@exemple.fr");
    assert_eq!(person.name, "Odile Rambert");
    assert_eq!(person.role, CouncilRole::Member);
    assert_eq!(person.period, Period { from: day("2026-11-22"), to: None });
}

#[test]
fn a_mandate_cannot_end_before_it_begins() {
    let form = PersonForm { mandate_start: "01/02/2026".into(), mandate_end: "2026-01-31".into(), ..form() };
    assert_eq!(
        form.check(day("2026-11-22")),
        Err(Refusal::field("mandate_end", FieldProblem::EndsBeforeStart))
    );
}

#[test]
fn every_problem_is_told_at_once() {
    let form = PersonForm { role: "roi".into(), mandate_start: "hier".into(), ..Default::default() };
    let Err(Refusal::Invalid(errors)) = form.check(day("2026-11-22")) else { panic!("refused") };
    let fields: Vec<_> = errors.iter().map(|e| e.field.as_str()).collect();
    assert_eq!(fields, ["email", "name", "role", "mandate_start"]);
}

#[test]
fn the_last_day_of_a_mandate_counts() {
    let period = Period { from: day("2026-01-01"), to: Some(day("2026-12-31")) };
    assert!(period.contains(day("2026-01-01")) && period.contains(day("2026-12-31")));
    assert!(!period.contains(day("2027-01-01")) && !period.contains(day("2025-12-31")));
}
