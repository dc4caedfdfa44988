use super::*;

fn amendment(kind: &str, article: &str, body: &str, reasons: &str) -> AmendmentForm {
    AmendmentForm {
        kind: kind.into(),
        article: article.into(),
        title: "Séances".into(),
        body: body.into(),
        reasons: reasons.into(),
    }
}

#[test]
fn an_amendment_says_what_the_article_would_say_and_why() {
    let checked = amendment("change", "4 bis", "Deux. \r\n", "Trop court.").check().expect("checked");
    assert_eq!((checked.title.as_str(), checked.body.as_str()), ("Séances", "Deux."));
    assert_eq!(checked.article, "4 bis".parse().ok());
    let Err(Refusal::Invalid(errors)) = amendment("change", "4", " ", " ").check() else { panic!("checked") };
    let fields: Vec<_> = errors.into_iter().map(|error| error.field).collect();
    assert_eq!(fields, ["body", "reasons"]);
    let nowhere = amendment("change", "", "Deux.", "Parce que.");
    assert_eq!(nowhere.check(), Err(Refusal::Malformed));
    let below = nowhere.check_below().expect("what it amends says which article it is about");
    assert_eq!((below.kind, below.article), (AmendmentKind::Change, None));
    assert_eq!(amendment("change", "quatre", "Deux.", "Parce que.").check(), Err(Refusal::Malformed));
    assert_eq!(amendment("dream", "4", "Deux.", "Parce que.").check(), Err(Refusal::Malformed));
}

#[test]
fn an_article_taken_away_says_nothing_and_one_added_may_come_before_all() {
    let gone = amendment("remove", "4", "Deux.", "Inutile.").check().expect("checked");
    assert_eq!((gone.title.as_str(), gone.body.as_str()), ("", ""));
    let first = amendment("add", "", "Deux.", "Il manquait.").check().expect("checked");
    assert_eq!((first.kind, first.article), (AmendmentKind::Add, None));
}

#[test]
fn an_amendment_is_about_one_article_and_cannot_swallow_the_next() {
    let refused = Err(Refusal::field("body", FieldProblem::SeveralArticles));
    for body in ["Un.\n\n## Autre\n\nDeux.", "Un.\n\n```\ncode sans fin", "Un.\n\n# Une partie"] {
        assert_eq!(amendment("change", "4", body, "Parce que.").check(), refused, "{body}");
    }
    for body in ["Un.\n\n### Détail\n\nDeux.", "Un.\n\n```\n## code\n```", "- un\n- deux"] {
        assert!(amendment("change", "4", body, "Parce que.").check().is_ok(), "{body}");
    }
}

fn examination(outcome: &str, hands: [&str; 3]) -> ExaminationForm {
    let [in_favour, against, abstained] = hands.map(str::to_owned);
    ExaminationForm { outcome: outcome.into(), in_favour, against, abstained, ..Default::default() }
}

#[test]
fn hands_are_counted_or_not_and_agree_with_the_outcome() {
    assert_eq!(examination("adopted", ["", "", ""]).check().expect("checked").hands, None);
    let hands = examination("adopted", ["12", "", "3"]).check().expect("checked").hands;
    assert_eq!(hands, Some(Hands { in_favour: 12, against: 0, abstained: 3 }));
    let against = Err(Refusal::field("outcome", FieldProblem::AgainstTheHands));
    assert_eq!(examination("adopted", ["3", "12", ""]).check(), against);
    assert!(examination("rejected", ["12", "3", ""]).check().is_ok(), "two thirds may be asked for");
    assert!(examination("adopted", ["6", "6", ""]).check().is_ok(), "the chair may decide between equals");
    let not = Err(Refusal::field("against", FieldProblem::NotANumber));
    assert_eq!(examination("rejected", ["", "douze", ""]).check(), not);
}

#[test]
fn an_outcome_is_one_of_four() {
    let not = Err(Refusal::field("outcome", FieldProblem::NotAChoice));
    for outcome in ["", "open", "dream"] {
        assert_eq!(examination(outcome, [""; 3]).check(), not, "{outcome}");
    }
    for outcome in ["adopted", "rejected", "withdrawn", "fallen"] {
        assert!(examination(outcome, [""; 3]).check().is_ok(), "{outcome}");
    }
}

#[test]
fn words_are_settled_on_only_for_what_is_adopted() {
    let form = |outcome: &str| ExaminationForm {
        outcome: outcome.into(),
        title: "Séances".into(),
        body: "Trois.".into(),
        ..Default::default()
    };
    let settled = form("adopted").check().expect("checked").settled;
    assert_eq!(settled, Some(("Séances".to_owned(), "Trois.".to_owned())));
    assert_eq!(form("rejected").check().expect("checked").settled, None);
}

#[test]
fn what_may_be_done_with_an_amendment_depends_on_whose_it_is_and_when() {
    let facts = |own, state, version, is_open_today| AmendmentFacts { own, state, version, is_open_today };
    let open = AmendmentState::Open;
    let closed = Err(Refusal::Transition(Transition::AmendmentsClosed));
    let over = Err(Refusal::Transition(Transition::AmendmentOver));
    let mine = facts(true, open, VersionState::Amending, true);
    assert_eq!((mine.may_be_reworded(), mine.may_be_withdrawn()), (Ok(()), Ok(())));
    assert_eq!(mine.may_be_supported(), Err(Refusal::Forbidden(Forbidden::OwnAmendment)));
    let late = facts(true, open, VersionState::Examined, false);
    assert_eq!((late.may_be_reworded(), late.may_be_withdrawn()), (closed.clone(), Ok(())));
    let voted = facts(true, open, VersionState::Voting, false);
    assert_eq!(voted.may_be_withdrawn(), closed.clone());
    let other = facts(false, open, VersionState::Amending, true);
    assert_eq!(other.may_be_supported(), Ok(()));
    assert_eq!(other.may_be_withdrawn(), Err(Refusal::Forbidden(Forbidden::OthersAmendment)));
    assert_eq!(facts(false, open, VersionState::Amending, false).may_be_supported(), closed);
    for state in AmendmentState::ALL.iter().copied().filter(|state| *state != open) {
        assert_eq!(facts(true, state, VersionState::Amending, true).may_be_reworded(), over, "{state:?}");
        assert_eq!(facts(false, state, VersionState::Amending, true).may_be_supported(), over, "{state:?}");
    }
    for version in VersionState::ALL {
        let may = facts(false, open, *version, false).must_be_under_examination().is_ok();
        assert_eq!(may, *version == VersionState::Examined, "{version:?}");
    }
}
