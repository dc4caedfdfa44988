//! `/publications` and `/publications/{number}`.

use backend::{
    contributions::Heading,
    printing::{self, MadeView},
    publications::{self, Publication, PublicationView},
};
use domain::contributions::{PublicationNumber, Standing, State};
use leptos::prelude::*;

use super::notices::{done, editions, notices};
use crate::{
    contributions::{pages::dissents, parts},
    glossary::marks::{self, Marked},
    paths,
    printing::parts::downloads,
    request::Request,
    ui::{Document, Empty, Facts, Icon, Notice, NoticeTone, PageResult, Pager, Place},
    words::Words,
};

/// `/publications`
pub async fn list(rq: Request) -> PageResult {
    let words = rq.words.clone();
    let page = publications::list(&rq.cx, rq.page_number()).await?;
    let title = words.t("publications-title");
    let content = if page.rows.is_empty() {
        view! { <Empty text=words.t("publications-none") action=None/> }.into_any()
    } else {
        page.rows
            .chunk_by(|a, b| a.number.year == b.number.year)
            .map(|year| year_of(&words, year))
            .collect_view()
            .into_any()
    };
    let view = view! {
        <header class="page-head">
            <h1>{title.clone()}</h1>
            <p class="muted">{words.t("publications-lead")}</p>
            <p><a class="go" href=paths::FEED><Icon name="feed"/>" "{words.t("publications-follow")}</a></p>
        </header>
        {content}
        <Pager rq=rq.clone() number=page.number.get() pages=page.pages()/>
    };
    let description = words.t("publications-lead");
    Ok(Document::new(title, view).at(Place::Publications).described(description))
}

fn year_of(words: &Words, rows: &[Publication]) -> AnyView {
    let year = rows.first().map(|row| row.number.year.to_string()).unwrap_or_default();
    let id = format!("annee-{year}");
    let rows = rows.iter().map(|publication| row(words, publication)).collect_view();
    view! {
        <section class="part" aria-labelledby=id.clone()>
            <header><h2 id=id.clone()>{year}</h2></header>
            <ul class="rows">{rows}</ul>
        </section>
    }
    .into_any()
}

/// A publication in a list.
pub fn row(words: &Words, row: &Publication) -> AnyView {
    let mut facts = vec![
        view! { {numbered(words, row.kind, row.number)} }.into_any(),
        view! { {say!(words, "publications-adopted-by", body = row.body.clone(), day = words.day(row.adopted_on))} }
            .into_any(),
    ];
    if row.standing.standing != Standing::InForce {
        facts.insert(0, parts::state_or_standing(words, State::Published, Some(row.standing.standing)));
    }
    if let Some((at, _)) = &row.corrected {
        facts.push(view! { {say!(words, "publications-corrected-on", day = words.day_of(*at))} }.into_any());
    }
    let summary = (!row.summary_html.is_empty())
        .then(|| view! { <p class="row-text" lang=words.council_language() inner_html=row.summary_html.clone()></p> });
    view! {
        <li>
            <a class="row-title" href=paths::publication(row.number)>{row.title.clone()}</a>
            <Facts facts=facts/>
            {summary}
        </li>
    }
    .into_any()
}

/// « Avis n° 2026-04 ».
pub fn numbered(
    words: &Words,
    kind: domain::contributions::ContributionKind,
    number: PublicationNumber,
) -> String {
    say!(words, "publications-numbered", kind = words.kind(kind), number = number.to_string())
}

/// `/publications/{number}`
pub async fn show(rq: Request) -> PageResult {
    let number: PublicationNumber = rq.id("number")?;
    let publication = publications::show(&rq.cx, number, None).await?;
    let made = made(&rq, &publication).await?;
    let marked = marks::of_text(&rq, publication.text.facts.id, publication.text.html.clone()).await?;
    let marked = with_images(number, &publication, marked);
    booklet(&rq, publication, made, marked)
}

/// `/publications/{number}/versions/{edition}`
pub async fn edition(rq: Request) -> PageResult {
    let number: PublicationNumber = rq.id("number")?;
    let edition: u32 = rq.id("edition")?;
    let publication = publications::show(&rq.cx, number, Some(edition)).await?;
    let made = made(&rq, &publication).await?;
    // Former editions are read rarely: the current one stays remembered.
    let html = marks::of_part(&rq, "", publication.text.html.clone()).await?;
    let marked = with_images(number, &publication, Marked { html, used: None });
    let former = booklet(&rq, publication, made, marked)?;
    // The address to cite and to index is that of the publication.
    Ok(former.unlisted())
}

/// The images of a publication are under its own address, for good.
fn with_images(number: PublicationNumber, publication: &PublicationView, marked: Marked) -> Marked {
    let text = format!(" src=\"{}/", paths::contribution_images(publication.text.facts.id));
    let own = format!(" src=\"{}/images/", paths::publication(number));
    Marked { html: marked.html.replace(&text, &own), ..marked }
}

async fn made(rq: &Request, publication: &PublicationView) -> backend::Result<Vec<MadeView>> {
    printing::made(&rq.cx, publication.text.facts.id, publication.text.revision.version).await
}

fn booklet(rq: &Request, publication: PublicationView, made: Vec<MadeView>, marked: Marked) -> PageResult {
    let number = publication.adoption.number;
    let words = rq.words.clone();
    let text = &publication.text;
    let title = text.title.clone();
    let name = numbered(&words, text.kind, number);
    let not_yet = publication.adoption.published_at.is_none().then(|| {
        let text = words.t("publications-not-yet");
        view! { <Notice tone=NoticeTone::Warning><p>{text}</p></Notice> }
    });
    let gather = rq.cx.actor.person().map(|_| {
        let href = paths::dossier_for_text(text.facts.id);
        view! { <a class="go" href=href>{words.t("dossiers-gather")}</a> }
    });
    let follow = text.inside.then(|| {
        let href = paths::contribution(text.facts.id);
        view! { <a class="go" href=href>{words.t("publications-follow-work")}</a> }
    });
    let former = publication.former.as_ref().map(|former| former.number);
    let downloads = downloads(&words, |ending| paths::publication_print(number, former, ending), &made);
    let adopted = say!(
        words,
        "publications-adopted-by",
        body = publication.adoption.body.clone(),
        day = words.day(publication.adoption.adopted_on)
    );
    let minutes = say!(words, "contributions-minutes", minutes = text.words.div_ceil(200).max(1));
    let view = view! {
        {done(rq)}
        {not_yet}
        {notices(&words, &publication)}
        <article class="booklet">
            <header>
                <p class="number"><b>{name.clone()}</b>" "<span>{adopted.clone()}</span></p>
                <h1 lang=words.council_language()>{title.clone()}</h1>
                <ul class="facts">
                    <li>{parts::state_or_standing(&words, text.facts.state, Some(publication.adoption.standing.standing))}</li>
                    <li>{minutes}</li>
                </ul>
                <div class="acts">
                    {downloads}
                    {follow}
                    " "
                    {gather}
                </div>
            </header>
            {brief(&words, &publication)}
            {contents(&words, &publication)}
            <div class="prose">
                <div class="prose" lang=words.council_language() inner_html=marked.html></div>
                {marked.used}
                {minority(&words, &publication)}
                {colophon(rq, &publication)}
            </div>
        </article>
    };
    let description = format!("{name}, {adopted}");
    Ok(Document::new(say!(words, "publications-entry", name = name, title = title), view)
        .at(Place::Publications)
        .described(description))
}

fn contents(words: &Words, publication: &PublicationView) -> Option<AnyView> {
    let brief = (!publication.text.summary_html.is_empty())
        .then(|| ("en-bref".to_owned(), words.t("contributions-brief")));
    let (recommended, headings): (Vec<_>, Vec<_>) =
        publication.text.headings.iter().partition(|h| h.recommends);
    let entry = |heading: &Heading| (heading.id.clone(), heading.text.clone());
    let headings = headings.into_iter().filter(|h| h.level == 2).map(entry);
    let dissents =
        (!publication.text.dissents.is_empty()).then(|| ("opinions".to_owned(), words.t("dissents-title")));
    let adoption = ("adoption".to_owned(), words.t("publications-how-adopted"));
    let contents = brief.into_iter().chain(headings).chain(dissents).chain([adoption]).collect();
    parts::contents(words, contents, recommended.into_iter().map(entry).collect())
}

fn brief(words: &Words, publication: &PublicationView) -> Option<AnyView> {
    let html = publication.text.summary_html.clone();
    (!html.is_empty()).then(|| {
        view! {
            <div class="prose">
                <section class="panel" id="en-bref" aria-labelledby="t-bref">
                    <h2 id="t-bref">{words.t("contributions-brief")}</h2>
                    <p lang=words.council_language() inner_html=html></p>
                </section>
            </div>
        }
        .into_any()
    })
}

/// What some members say beside the text.
fn minority(words: &Words, publication: &PublicationView) -> Option<AnyView> {
    let all = &publication.text.dissents;
    (!all.is_empty()).then(|| {
        view! {
            <section class="part" id="opinions" aria-labelledby="t-opinions">
                <header><h2 id="t-opinions">{words.t("dissents-title")}</h2></header>
                <div class="stack">
                    <p class="muted">{words.t("dissents-published")}</p>
                    {dissents::told(words, all, |_| None)}
                </div>
            </section>
        }
        .into_any()
    })
}

/// How the text was adopted, by whom it was written, how it is cited and checked.
fn colophon(rq: &Request, publication: &PublicationView) -> AnyView {
    let words = &rq.words;
    let (text, adopted) = (&publication.text, &publication.adoption);
    let council = rq.council.as_ref().map(|c| c.name.clone()).unwrap_or_default();
    let votes = say!(
        words,
        "publications-votes",
        for = adopted.votes_for,
        against = adopted.votes_against,
        abstaining = adopted.votes_abstaining
    );
    let counted = adopted.votes_for + adopted.votes_against + adopted.votes_abstaining > 0;
    let vote = counted.then(|| view! { <dt>{words.t("publications-vote")}</dt><dd>{votes}</dd> });
    let written = written(words, publication);
    let published = adopted
        .published_at
        .map(|at| view! { <dt>{words.t("publications-published")}</dt><dd>{words.day_of(at)}</dd> });
    let citation = say!(
        words,
        "publications-citation",
        council = council,
        text = numbered(words, text.kind, adopted.number).to_lowercase(),
        title = text.title.clone(),
        day = words.day(adopted.adopted_on)
    );
    let (path, file) = match &publication.former {
        Some(former) => {
            let file = format!("{}-version-{}.md", adopted.number, former.number);
            (paths::publication_edition(adopted.number, former.number), file)
        }
        None => (paths::publication(adopted.number), format!("{}.md", adopted.number)),
    };
    let address = format!("{}{path}", rq.site.base_url);
    let mended = adopted.mended.as_ref().map(|(at, reason)| {
        let told = say!(words, "publications-mended", day = words.day_of(*at), reason = reason.clone());
        view! { <p class="muted">{told}</p> }
    });
    view! {
        <section class="colophon" aria-labelledby="adoption">
            <h2 id="adoption">{words.t("publications-how-adopted")}</h2>
            <dl class="facts-list">
                <dt>{words.t("publications-adoption")}</dt>
                <dd>
                    {say!(words, "publications-adopted-by", body = adopted.body.clone(), day = words.day(adopted.adopted_on))}
                    {mended}
                </dd>
                {vote}
                {written}
                {published}
                {editions(words, publication)}
                <dt>{words.t("publications-cite")}</dt>
                <dd>{citation}" "<span class="mono">{address}</span></dd>
                <dt>{words.t("publications-fingerprint")}</dt>
                <dd>
                    <span class="mono">{adopted.fingerprint.clone()}</span>
                    <p class="muted no-print">{words.t("publications-fingerprint-why")}</p>
                    <details class="muted no-print">
                        <summary>{words.t("publications-check-how")}</summary>
                        <p>
                            {words.t("publications-check")}
                            " "
                            <span class="mono">{format!("sha256sum {file}")}</span>
                        </p>
                    </details>
                </dd>
            </dl>
        </section>
    }
    .into_any()
}

fn written(words: &Words, publication: &PublicationView) -> Option<AnyView> {
    let text = &publication.text;
    let people = words.list(&text.authors);
    let by = match (&text.group, text.authors.is_empty()) {
        (Some(group), true) => say!(words, "publications-by-group", group = group.name.clone()),
        (Some(group), false) => {
            say!(words, "publications-by-people-of", people = people, group = group.name.clone())
        }
        (None, false) => people,
        (None, true) => return None,
    };
    Some(view! { <dt>{words.t("publications-written-by")}</dt><dd>{by}</dd> }.into_any())
}
