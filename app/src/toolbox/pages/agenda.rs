//! `/outils/{slug}/ordre-du-jour`: preparing a meeting with a method.

use backend::toolbox;
use domain::{groups::GroupState, refusal::FieldProblem};
use leptos::prelude::*;

use super::way_back;
use crate::{
    paths,
    request::Request,
    toolbox::agenda::{minutes_in_words, outline, time, time_in_words, typed_time},
    ui::{Document, Icon, PageResult, Place, form::problem, in_textarea},
};

/// `/outils/{slug}/ordre-du-jour`
pub async fn agenda(rq: Request) -> PageResult {
    let method = toolbox::show(&rq.cx, rq.param("slug")).await?;
    let groups = backend::home::my_groups(&rq.cx).await?;
    let words = &rq.words;
    let slug = method.row.slug.clone();
    let title = say!(words, "toolbox-agenda-title", title = method.row.title.clone());
    let typed = rq.query("debut");
    let read = time(typed);
    let wrong = read.is_err().then(|| problem(words, &FieldProblem::NotATime));
    let start = read.or_else(|_| time(None)).unwrap_or_default();
    let shown = match &wrong {
        Some(_) => typed.unwrap_or_default().to_owned(),
        None => typed_time(start),
    };
    let text = outline(words, &method, start);
    let (_, end) = domain::toolbox::timetable(start, &method.steps);
    let times = say!(
        words,
        "toolbox-agenda-times",
        from = time_in_words(words, start),
        to = time_in_words(words, end),
        length = minutes_in_words(words, method.row.minutes)
    );
    let error = wrong.clone().map(|text| {
        view! { <p class="error" id="debut-erreur"><Icon name="error"/>" "<span>{crate::words::capital(&text)}</span></p> }
    });
    let begin = groups
        .iter()
        .filter(|group| group.role.writes() && group.state != GroupState::Closed)
        .map(|group| {
            let label = say!(words, "toolbox-minutes-in", group = group.name.clone());
            view! { <li><a class="go" href=paths::minutes_with(&group.slug, &slug, &typed_time(start))>{label}</a></li> }
        })
        .collect::<Vec<_>>();
    let begin = (!begin.is_empty()).then(|| {
        view! {
            <section class="part no-print" aria-labelledby="compte-rendu">
                <header><h2 id="compte-rendu">{words.t("toolbox-minutes-begin")}</h2></header>
                <p class="muted">{words.t("toolbox-minutes-lead")}</p>
                <ul class="plain">{begin}</ul>
            </section>
        }
    });
    let rows = text.lines().count() + 2;
    let view = view! {
        {way_back(&rq, Some((&slug, &method.row.title)))}
        <div class="narrow stack">
            <header class="page-head">
                <h1>{title.clone()}</h1>
                <p class="muted">{times}</p>
            </header>
            <form class="search" action=paths::method_agenda(&slug)>
                <div class=if wrong.is_some() { "field short wrong" } else { "field short" }>
                    <label for="debut">{words.t("toolbox-start")}</label>
                    {error}
                    <input
                        id="debut"
                        name="debut"
                        value=shown
                        autocomplete="off"
                        aria-invalid=wrong.is_some().then_some("true")
                        aria-describedby=wrong.is_some().then_some("debut-erreur")
                    />
                </div>
                <button class="button">{words.t("toolbox-start-do")}</button>
            </form>
            <div class="field">
                <label for="ordre-du-jour">{words.t("toolbox-agenda-text")}</label>
                <p class="hint" id="ordre-du-jour-aide">{words.t("toolbox-agenda-hint")}</p>
                <textarea id="ordre-du-jour" readonly=true rows=rows.min(28) aria-describedby="ordre-du-jour-aide">{in_textarea(&text)}</textarea>
            </div>
            <p class="acts">
                <a class="button" href=paths::method_agenda_file(&slug, &typed_time(start))><Icon name="download"/>" "{words.t("toolbox-download")}</a>
            </p>
            {begin}
        </div>
    };
    Ok(Document::new(title, view).at(Place::Tools).unlisted())
}
