use domain::{
    Actor,
    contributions::{CONSULTED, ContributionFacts, ContributionKind},
    policy::{self, ContributionAction, Permission},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait};

use super::*;
use crate::{PageNumber, entities::contribution, testing::Group};

/// The last day of the consultation of some texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Until {
    Never,
    Today,
    Yesterday,
}

/// A text without a word.
fn row(
    test: &TestBackend,
    cast: &Cast,
    group: Group,
    state: State,
    title: &str,
) -> contribution::ActiveModel {
    let now = test.backend.now();
    contribution::ActiveModel {
        group_id: Set(group.id()),
        kind: Set(ContributionKind::Note),
        state: Set(state),
        title: Set(title.to_owned()),
        title_folded: Set(title.to_owned()),
        summary: Set(String::new()),
        byline: Set(String::new()),
        revision_id: Set(None),
        created_by: Set(cast.member.id),
        created_at: Set(now),
        updated_at: Set(now),
        state_since: Set(now),
        version: Set(Version::FIRST),
        consultation: Set(String::new()),
        ..Default::default()
    }
}

/// A text in every state in every group, written straight into the tables.
async fn every_text(test: &TestBackend, cast: &Cast, consultation: Until) -> Vec<ContributionFacts> {
    let today = test.visitor().today();
    let until = match consultation {
        Until::Never => None,
        Until::Today => Some(today),
        Until::Yesterday => today.pred_opt(),
    };
    let mut all = Vec::new();
    for group in [cast.mobilites, cast.alimentation, cast.bureau] {
        for state in State::ALL {
            let consulted = consultation == Until::Today && CONSULTED.contains(state);
            let title = format!("{} {}", group.slug, state.code());
            let row = contribution::ActiveModel {
                consulted_until: Set(until),
                ..row(test, cast, group, *state, &title)
            };
            let id = row.insert(test.backend.db().writer()).await.expect("a text").id;
            let (own, named) = (false, false);
            all.push(ContributionFacts { id, group: group.facts, state: *state, own, named, consulted });
        }
    }
    all
}

#[tokio::test]
async fn the_list_holds_what_the_policy_lets_each_person_read_and_nothing_else() {
    let (test, cast) = TestBackend::with_cast().await;
    let mut texts = Vec::new();
    for consultation in [Until::Never, Until::Today, Until::Yesterday] {
        texts.extend(every_text(&test, &cast, consultation).await);
    }
    let mut people = vec![("visitor", test.visitor()), ("system", test.backend.system())];
    for (name, person) in cast.everybody() {
        people.push((name, test.as_user(person.id).await));
    }
    for (name, cx) in people {
        let mut rows = Vec::new();
        let first = list(&cx, &Filter::default(), PageNumber::FIRST).await.expect("listed");
        for number in 1..=first.pages() {
            let number = PageNumber::parse(Some(&number.to_string()));
            rows.extend(list(&cx, &Filter::default(), number).await.expect("listed").rows);
        }
        assert_eq!(first.total, rows.len() as u64, "{name}");
        for text in &texts {
            let decided = policy::decide(&cx.actor, Permission::Contribution(ContributionAction::Read, text));
            let listed = rows.iter().any(|row| row.id == text.id);
            assert_eq!(listed, decided.is_allowed(), "{name}: {text:?}");
        }
    }
    test.finish().await;
}

#[tokio::test]
async fn titles_are_found_without_case_or_accents() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = draft(&test, &cast).await;
    let member = test.as_user(cast.member.id).await;
    for (q, found) in [("ECOLE", true), ("l’École gare", true), ("100%", false), ("g_re", false), ("", true)]
    {
        let filter = Filter { q: q.into(), ..Default::default() };
        let page = list(&member, &filter, PageNumber::FIRST).await.expect("listed");
        assert_eq!(page.rows.iter().any(|row| row.id == id), found, "{q}");
    }
    test.finish().await;
}

#[tokio::test]
async fn lists_are_narrowed_by_state_kind_and_group() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = draft(&test, &cast).await;
    let member = test.as_user(cast.member.id).await;
    let count = async |filter: Filter| list(&member, &filter, PageNumber::FIRST).await.expect("listed").total;
    assert_eq!(count(Filter { state: Some(State::Draft), ..Default::default() }).await, 1);
    assert_eq!(count(Filter { state: Some(State::InReview), ..Default::default() }).await, 0);
    assert_eq!(count(Filter { kind: Some(ContributionKind::Note), ..Default::default() }).await, 0);
    assert_eq!(count(Filter { group: Some(cast.bureau.id()), ..Default::default() }).await, 0);
    let page = list_of_group(&member, cast.mobilites.id(), 1, PageNumber::FIRST).await.expect("listed");
    assert_eq!(page.rows[0].id, id);
    assert_eq!(page.rows[0].authors, ["Gérard Pontivy"]);
    assert_eq!(page.rows[0].group.as_ref().map(|g| g.slug.as_str()), Some("mobilites"));
    assert_eq!(page.rows[0].title, "Rejoindre la gare et l’école sans voiture");
    test.finish().await;
}

#[tokio::test]
async fn a_text_is_read_in_two_queries() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = text_in(&test, &cast, State::Published).await;
    let member = test.as_user(cast.member.id).await;
    let (view, reads) = test.reads(&member, async |cx| show(&cx, id).await).await;
    let view = view.expect("read");
    assert_eq!(reads, 2);
    assert_eq!(view.revision.by, "Gérard Pontivy");
    assert!(view.summary_html.contains("<em>continu</em>"));
    assert_eq!(view.headings[0].id, format!("t{id}-ce-que-nous-avons-constate"));
    assert!(view.html.contains(r#"href="/publications/2026-04""#), "{}", view.html);
    assert!(view.html.contains(r#"href="/textes/nomme/Plan%20v%C3%A9lo""#), "{}", view.html);
    assert!(view.is_approved());
    let (page, reads) =
        test.reads(&member, async |cx| list(&cx, &Filter::default(), PageNumber::FIRST).await).await;
    assert_eq!((page.expect("listed").total, reads), (1, 2));
    test.finish().await;
}

#[tokio::test]
async fn a_rendering_of_an_older_pipeline_is_made_again_when_it_is_read() {
    use sea_orm::{EntityTrait, sea_query::Expr};

    use crate::entities::rendering;
    let (test, cast) = TestBackend::with_cast().await;
    let id = draft(&test, &cast).await;
    let member = test.as_user(cast.member.id).await;
    let fresh = show(&member, id).await.expect("read").html;
    rendering::Entity::update_many()
        .col_expr(rendering::Column::Pipeline, Expr::value(0))
        .col_expr(rendering::Column::Html, Expr::value("old"))
        .exec(test.backend.db().writer())
        .await
        .expect("aged");
    assert_eq!(show(&member, id).await.expect("read").html, fresh);
    let (_, reads) = test.reads(&member, async |cx| show(&cx, id).await).await;
    assert_eq!(reads, 1, "and kept; what the text has none of is not asked for");
    test.finish().await;
}

#[tokio::test]
async fn what_one_may_not_read_does_not_exist() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = draft(&test, &cast).await;
    for person in [cast.other, cast.administrator, cast.former, cast.suspended] {
        let cx = test.as_user(person.id).await;
        assert_eq!(refused(show(&cx, id).await), Refusal::NotFound);
        assert_eq!(refused(history(&cx, id, PageNumber::FIRST).await), Refusal::NotFound);
        assert_eq!(refused(edit_view(&cx, id).await), Refusal::NotFound);
        assert_eq!(refused(save(&cx, id, Version(1), &form("Autre", "x")).await), Refusal::NotFound);
        assert!(by_title(&cx, TITLE).await.expect("looked for").is_none());
    }
    assert_eq!(refused(show(&test.visitor(), id).await), Refusal::NotFound);
    test.finish().await;
}

#[tokio::test]
async fn those_who_read_the_result_do_not_read_the_work_behind_it() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = text_in(&test, &cast, State::Published).await;
    for cx in [test.visitor(), test.as_user(cast.other.id).await] {
        let view = show(&cx, id).await.expect("a published text");
        assert!(!view.inside && view.reviews.is_empty());
        assert_eq!(refused(history(&cx, id, PageNumber::FIRST).await), Refusal::NotFound);
        assert_eq!(refused(compare(&cx, id, Version(1), Version(1)).await), Refusal::NotFound);
    }
    assert!(
        show(&test.visitor(), id).await.expect("read").group.is_none(),
        "a closed group is not named to visitors"
    );
    test.finish().await;
}

#[tokio::test]
async fn a_title_leads_to_the_published_text_first() {
    let (test, cast) = TestBackend::with_cast().await;
    let published = text_in(&test, &cast, State::Published).await;
    let later = draft(&test, &cast).await;
    let member = test.as_user(cast.member.id).await;
    let found = by_title(&member, "REJOINDRE la gare et l’ecole sans voiture").await.expect("looked for");
    assert_eq!(found.map(|row| row.id), Some(published));
    assert_ne!(published, later);
    assert!(matches!(member.actor, Actor::Person(_)));
    test.finish().await;
}

#[tokio::test]
async fn somebody_who_comes_back_is_told_how_many_versions_came_since() {
    let (test, cast) = TestBackend::with_cast().await;
    let id = draft(&test, &cast).await;
    let reviewer = test.as_user(cast.reviewer.id).await;
    let facilitator = test.as_user(cast.facilitator.id).await;
    let first = show(&reviewer, id).await.expect("read");
    assert_eq!((first.read_before, first.versions_since()), (None, 0), "never read, nothing changed since");
    save(&facilitator, id, Version(1), &form(TITLE, "Un.")).await.expect("saved");
    save(&facilitator, id, Version(2), &form(TITLE, "Un, deux.")).await.expect("saved");
    let listed = async |cx: &Cx| list(cx, &Filter::default(), PageNumber::FIRST).await.expect("listed").rows;
    assert_eq!(listed(&reviewer).await[0].versions_since, 2);
    assert_eq!(listed(&facilitator).await[0].versions_since, 0, "one's own versions are not news");
    let ((back, again), reads) = test
        .reads(&reviewer, async |cx| (show(&cx, id).await.expect("read"), show(&cx, id).await.expect("read")))
        .await;
    assert_eq!((back.read_before, back.versions_since()), (Some(Version(1)), 2));
    assert_eq!(again.versions_since(), 0);
    assert_eq!(reads, 2, "one query a reading");
    assert_eq!(listed(&reviewer).await[0].versions_since, 0);
    test.finish().await;
}

#[tokio::test]
async fn of_very_many_texts_the_first_are_counted() {
    let (test, cast) = TestBackend::with_cast().await;
    let cx = test.as_user(cast.member.id).await;
    let listed = async |number: &str| {
        list(&cx, &Filter::default(), PageNumber::parse(Some(number))).await.expect("listed")
    };
    let add = async |from: u64, to: u64| {
        let rows = (from..to).map(|n| row(&test, &cast, cast.mobilites, State::Draft, &format!("Texte {n}")));
        let rows: Vec<_> = rows.collect();
        for rows in rows.chunks(100) {
            let rows = rows.iter().cloned();
            let db = test.backend.db().writer();
            contribution::Entity::insert_many(rows).exec_without_returning(db).await.expect("written");
        }
    };
    add(0, COUNTED - 1).await;
    assert_eq!(listed("1").await.total, COUNTED - 1);
    add(COUNTED, COUNTED + 3).await;
    let first = listed("1").await;
    assert_eq!((first.total, first.pages(), first.rows.len()), (COUNTED, 50, 20));
    assert_eq!(listed("51").await.rows.len(), 2, "those that are not counted can be read");
    test.finish().await;
}
