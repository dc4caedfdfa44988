//! `/contributions/{id}`: the text, where it stands, what is asked of the person who reads.

use backend::contributions::{self, ContributionView, ReviewView};
use domain::{
    contributions::{State, Verdict},
    declarations::{Target, TargetKind},
    moderation::{Reported, ReportedKind},
    policy::{ContributionAction, Permission},
};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::{
    adoption::adoption,
    choosing::chooser,
    comments, dissents, done_in, intake, marks,
    next_step::{button, changes_are_due, may, next_step},
    review_parts, suggestions,
    thread::thread,
    way_back,
};
use crate::{
    behalf,
    contributions::{
        actions::{ProposeContribution, PublishContribution, ReviewContribution, SubmitContribution},
        parts,
    },
    glossary::marks::{self as acronyms, Marked},
    paths,
    printing::parts::downloads,
    request::Request,
    ui::{Breadcrumb, Document, ErrorSummary, Facts, FormView, Icon, PageResult, Place, TextArea},
};

/// `/contributions/{id}`
pub async fn show(rq: Request) -> PageResult {
    let text = contributions::show(&rq.cx, rq.id("id")?).await?;
    // Those who read only the result read it where it is public.
    if let Some(adopted) = text.adoption.as_ref().filter(|_| !text.inside) {
        return Ok(Document::redirect(paths::publication(adopted.number)));
    }
    let html = marks::marked(&rq.words, &text);
    let marked = acronyms::of_text(&rq, text.facts.id, html).await?;
    let discussions = crate::discussions::pages::about(&rq, &text).await?;
    let poll = match text.facts.state {
        State::ReadyForAdoption => backend::polls::of_text(&rq.cx, text.facts.id).await?,
        _ => None,
    };
    let target = Target { kind: TargetKind::Text, id: text.facts.id.0 };
    let declared = crate::declarations::part::on(&rq, target).await?;
    let words = rq.words.clone();
    let title = text.title.clone();
    let refused: Vec<AnyView> =
        [SubmitContribution::PATH, ProposeContribution::PATH, PublishContribution::PATH]
            .into_iter()
            .map(|action| rq.form(action))
            .filter(|form| form.is_refused())
            .map(|form| view! { <ErrorSummary form=form/> }.into_any())
            .collect();
    let view = view! {
        <Breadcrumb rq=rq.clone() ancestors=way_back(&rq, text.group.as_ref())/>
        <header class="page-head">
            <p class="eyebrow">{words.kind(text.kind)}</p>
            <h1 lang=words.council_language()>{title.clone()}</h1>
            {facts(&rq, &text)}
            {declared}
        </header>
        {done_in(&rq, text.facts.group.visibility)}
        {review_parts::since(&rq, &text)}
        {review_parts::consultation(&rq, &text)}
        {refused}
        {intake::report(&rq, text.facts.id, &text.brought)}
        <div class="two">
            {thread(&rq, &text)}
            <div class="body">
                {next_step(&rq, &text, poll.as_ref())}
                <div class="acts">{menu(&rq, &text)}{documents(&rq, &text)}{suggestions::beside(&rq, &text)}{comments::beside(&rq, &text)}</div>
                {body(&rq, &text, marked)}
                {dissents::section(&rq, &text)}
                {adoption(&rq, &text, poll.as_ref())}
                {review_parts::reviewers(&rq, &text)}
                {review_parts::checklist(&rq, &text)}
                {reviews(&rq, &text)}
                {discussions}
            </div>
            {comments::aside(&rq, &text)}
        </div>
    };
    let document = Document::new(title, view).at(Place::Texts).unlisted();
    // Words chosen on the page are of use to those who may say something of them.
    let chooses =
        !text.html.is_empty() && (comments::may_comment(&rq, &text) || suggestions::may_suggest(&rq, &text));
    Ok(if chooses { document.with_script("passages.js") } else { document })
}

fn facts(rq: &Request, text: &ContributionView) -> impl IntoView + use<> {
    let words = &rq.words;
    let version = say!(
        words,
        "contributions-version-of",
        version = text.revision.version.to_string(),
        day = words.day_of(text.revision.at)
    );
    let standing = text.adoption.as_ref().map(|adopted| adopted.standing.standing);
    let mut facts = vec![parts::state_or_standing(words, text.facts.state, standing)];
    if let Some(expected) = text.due {
        facts.push(parts::due(words, expected));
    }
    if !text.authors.is_empty() {
        facts.push(view! { {words.list(&text.authors)} }.into_any());
    }
    facts.push(view! { {version} }.into_any());
    if text.words > 0 {
        let minutes = text.words.div_ceil(200);
        facts.push(view! { {say!(words, "contributions-minutes", minutes = minutes)} }.into_any());
    }
    view! { <Facts facts=facts/> }
}

/// What else may be done, quietly.
fn menu(rq: &Request, text: &ContributionView) -> Option<AnyView> {
    let words = &rq.words;
    let id = text.facts.id;
    let mut items: Vec<AnyView> = Vec::new();
    let mut item = |href: String, icon: &'static str, key: &str| {
        items.push(view! { <li><a href=href><Icon name=icon/>" "{words.t(key)}</a></li> }.into_any());
    };
    if text.facts.state.is_writable() && may(rq, text, ContributionAction::Write) {
        item(paths::contribution_edit(id), "draft", "contributions-edit-do");
        item(paths::contribution_files(id), "file", "intake-files-do");
        item(paths::contribution_authors(id), "users", "contributions-authors-do");
        item(paths::contribution_organise(id), "calendar", "contributions-organise-do");
    }
    if text.inside {
        item(paths::contribution_history(id), "history", "contributions-history-do");
        let version = text.revision.version.0;
        if version > 1 {
            item(
                paths::contribution_compare(id, version - 1, version),
                "compare",
                "contributions-compare-do",
            );
        }
    }
    if rq.cx.actor.person().is_some() {
        item(paths::dossier_for_text(id), "book", "dossiers-gather");
        if rq.cx.may(Permission::Vote) {
            item(
                paths::declare_about(Target { kind: TargetKind::Text, id: id.0 }),
                "users",
                "declarations-declare-here",
            );
        }
        if !text.facts.own {
            let what = Reported { kind: ReportedKind::Text, id: id.0 };
            item(paths::report(what), "warning", "moderation-report");
        }
    }
    if text.facts.state == State::Published && may(rq, text, ContributionAction::Correct) {
        item(paths::contribution_correct(id), "draft", "contributions-correct-do");
        item(paths::contribution_withdraw(id), "withdrawn", "contributions-withdraw-do");
    }
    if text.adoption.as_ref().is_some_and(|adopted| !adopted.by_poll)
        && may(rq, text, ContributionAction::Correct)
    {
        item(paths::contribution_record(id), "check", "contributions-mend-do");
    }
    if changes_are_due(text) && may(rq, text, ContributionAction::Submit) {
        // As it is, without a change: the authors may have answered in words.
        let label = words.t("contributions-submit-do");
        let form = button(rq, text, SubmitContribution::PATH, label, "plain");
        items.push(view! { <li>{form}</li> }.into_any());
    }
    (!items.is_empty()).then(|| {
        view! {
            <details class="menu">
                <summary class="button">{words.t("contributions-menu")}" "<Icon name="down"/></summary>
                <ul>{items}</ul>
            </details>
        }
        .into_any()
    })
}

/// The version that is read, as a document.
fn documents(rq: &Request, text: &ContributionView) -> AnyView {
    let (id, version) = (text.facts.id, text.revision.version);
    let adopted = text.adoption.as_ref().map(|adopted| adopted.number);
    let at = |ending: &str| match adopted {
        Some(number) => paths::publication_print(number, None, ending),
        None => paths::contribution_print(id, version, ending),
    };
    downloads(&rq.words, at, &[])
}

fn body(rq: &Request, text: &ContributionView, marked: Marked) -> AnyView {
    let words = &rq.words;
    let summary = parts::brief(words, &text.summary_html);
    let empty = text.html.is_empty().then(|| view! { <p class="muted">{words.t("contributions-empty")}</p> });
    view! {
        <div class="stack reading">
            {summary}
            <article aria-label=words.t("contributions-text")>
                <div class="prose" id="texte" lang=words.council_language() inner_html=marked.html></div>
                {chooser(rq, text)}
            </article>
            {marked.used}
            {empty}
        </div>
    }
    .into_any()
}

fn reviews(rq: &Request, text: &ContributionView) -> Option<AnyView> {
    if !text.inside && text.consultation.is_none() {
        return None;
    }
    let words = &rq.words;
    let said = text.reviews.iter().map(|review| one_review(rq, text, review)).collect_view();
    let none = text
        .reviews
        .is_empty()
        .then(|| view! { <p class="muted">{words.t("contributions-reviews-none")}</p> });
    Some(
        view! {
            <section class="part" aria-labelledby="relectures">
                <header><h2 id="relectures">{words.t("contributions-reviews")}</h2></header>
                <div class="stack">
                    {none}
                    {said}
                    {review_form(rq, text)}
                </div>
            </section>
        }
        .into_any(),
    )
}

fn one_review(rq: &Request, text: &ContributionView, review: &ReviewView) -> impl IntoView + use<> {
    let words = &rq.words;
    let (icon, key) = match review.verdict {
        Verdict::Comment => ("comment", "contributions-review-comment"),
        Verdict::Approve => ("done", "contributions-review-approve"),
        Verdict::RequestChanges => ("changes-requested", "contributions-review-changes"),
    };
    let values = [("name", review.by.clone()), ("version", review.version.to_string())];
    let values = values.into_iter().map(|(name, v)| (name.into(), crate::words::value(v))).collect();
    let title = words.fill(key, &values);
    let id = format!("relecture-{}", review.id);
    let hand = behalf::part::hand(words, review.entered_by.as_ref()).map(|hand| view! { " · "{hand} });
    let older = (review.version != text.revision.version).then(|| words.t("contributions-review-older"));
    view! {
        <section class="talk" id=id.clone() aria-labelledby=format!("t-{id}")>
            <h3 id=format!("t-{id}")><Icon name=icon/>" "{title}</h3>
            <div class="prose small" lang=words.council_language() inner_html=review.comment_html.clone()></div>
            <p class="muted">{words.moment(review.at)}{hand}{older.map(|text| format!(" · {text}"))}</p>
        </section>
    }
}

/// What one thinks of this version: one field, up to three buttons.
fn review_form(rq: &Request, text: &ContributionView) -> Option<AnyView> {
    let words = &rq.words;
    if text.facts.state.is_frozen() || !may(rq, text, ContributionAction::Comment) {
        return None;
    }
    let reviews = text.facts.state == State::InReview && may(rq, text, ContributionAction::Review);
    let form = rq.form(ReviewContribution::PATH).shown_at(paths::contribution(text.facts.id));
    let verdicts = reviews.then(|| {
        view! {
            <button class="button" name="verdict" value=Verdict::Approve.code()>
                <Icon name="done"/>" "{words.t("contributions-approve-do")}
            </button>
            " "
            <button class="button" name="verdict" value=Verdict::RequestChanges.code()>
                <Icon name="changes-requested"/>" "{words.t("contributions-changes-do")}
            </button>
            " "
        }
    });
    let key = if reviews { "contributions-review-field" } else { "contributions-comment-field" };
    let version = text.revision.version.to_string();
    let hint = if reviews {
        say!(words, "contributions-review-hint", version = version)
    } else {
        say!(words, "contributions-comment-hint", version = version)
    };
    let hint = match &text.consultation {
        Some(_) if !text.inside => words.t("contributions-consulted-hint"),
        _ => hint,
    };
    let label = words.t(key);
    let field = view! { <TextArea form=form.clone() name="comment" label=label hint=hint/> };
    let [id, version] = [text.facts.id.to_string(), text.revision.version.to_string()];
    let comment = words.t("contributions-comment-do");
    Some(
        view! {
            <div id="relire">
                <FormView form=form>
                    <input type="hidden" name="id" value=id/>
                    <input type="hidden" name="version" value=version/>
                    {field}
                    <p class="acts">
                        {verdicts}
                        <button class="button" name="verdict" value=Verdict::Comment.code()>
                            <Icon name="comment"/>" "{comment}
                        </button>
                    </p>
                </FormView>
            </div>
        }
        .into_any(),
    )
}
