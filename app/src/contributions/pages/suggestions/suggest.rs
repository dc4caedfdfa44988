//! `/contributions/{id}/suggerer`: choosing a paragraph, then wording it otherwise; or a copy of the whole text.

use backend::contributions::{
    TextParagraph,
    suggestions::{self, Workshop},
};
use domain::{
    Refusal,
    ids::{ContributionId, SuggestionId},
};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::super::{choosing, deeper};
use crate::{
    contributions::actions::{AmendText, MakeSuggestion, RewordSuggestion},
    paths,
    request::Request,
    ui::{Document, Form, FormView, Notice, NoticeTone, PageResult, Place, TextArea},
};

/// Lines of a field that holds a paragraph, at least and at most.
const ROWS: (usize, usize) = (4, 18);
/// Characters of a line of such a field.
const LINE: usize = 70;

/// `/contributions/{id}/suggerer`
pub async fn suggest(rq: Request) -> PageResult {
    let id: ContributionId = rq.id("id")?;
    let asked = choosing::asked(&rq);
    if let Some((base, words)) = asked.on_the_page() {
        let range = suggestions::chosen(&rq.cx, id, base, words).await?;
        return Ok(Document::redirect(paths::suggest_on(id, base, &range)));
    }
    let which = |name: &str| rq.query(name).and_then(|value| value.parse::<SuggestionId>().ok());
    let (again, answered) = (which("suggestion"), which("reponse"));
    let shop = suggestions::workshop(&rq.cx, id, asked.base, again.or(answered)).await?;
    if let Some((_, paragraph)) = &shop.about {
        let form = rq.form(if again.is_some() { RewordSuggestion::PATH } else { MakeSuggestion::PATH });
        return Ok(wording(&rq, &shop, paragraph, (form, again, answered)));
    }
    let Some(range) = asked.range else { return Ok(choose(&rq, &shop)) };
    let text = shop.body.get(range.clone()).filter(|text| !text.is_empty()).ok_or(Refusal::NotFound)?;
    let paragraph = TextParagraph { text: text.to_owned(), range, waiting: 0 };
    Ok(wording(&rq, &shop, &paragraph, (rq.form(MakeSuggestion::PATH), None, None)))
}

/// The text, paragraph by paragraph.
fn choose(rq: &Request, shop: &Workshop) -> Document {
    let words = rq.words.clone();
    let id = shop.head.facts.id;
    let title = words.t("suggestions-choose-title");
    let paragraphs = || {
        choosing::list(
            &words,
            &shop.paragraphs,
            &words.t("suggestions-do"),
            |range| paths::suggest_on(id, shop.base, range),
            |count| (paths::suggestions(id), say!(words, "suggestions-here", count = count)),
        )
    };
    let content = if shop.paragraphs.is_empty() {
        view! { <p class="muted">{words.t("suggestions-choose-empty")}</p> }.into_any()
    } else {
        let copy = paths::suggest_copy(id);
        view! {
            <p class="acts"><a class="go" href=copy>{words.t("suggestions-copy-do")}</a></p>
            {paragraphs()}
        }
        .into_any()
    };
    let view = view! {
        {deeper(rq, &shop.head, title.clone())}
        <p class="lead">{words.t("suggestions-choose-lead")}</p>
        {content}
    };
    Document::new(title, view).at(Place::Texts).unlisted()
}

/// A paragraph, as it is and in a field.
fn wording(
    rq: &Request,
    shop: &Workshop,
    paragraph: &TextParagraph,
    (form, again, answered): (Form, Option<SuggestionId>, Option<SuggestionId>),
) -> Document {
    let words = rq.words.clone();
    let id = shop.head.facts.id;
    let title = match (again, answered) {
        (Some(_), _) => words.t("suggestions-reword"),
        (None, Some(_)) => words.t("suggestions-counter"),
        (None, None) => words.t("suggestions-do"),
    };
    let act = if again.is_some() { words.t("suggestions-reword-save") } else { words.t("suggestions-do") };
    let now = shop.body.get(paragraph.range.clone()).unwrap_or_default().to_owned();
    let lines = paragraph.text.lines().map(|line| 1 + line.chars().count() / LINE).sum::<usize>() + 1;
    let rows = u32::try_from(lines.clamp(ROWS.0, ROWS.1)).unwrap_or(4);
    let reason = match &shop.about {
        Some((view, _)) if again.is_some() => view.reason.clone(),
        _ => String::new(),
    };
    let version = shop.about.as_ref().map(|(view, _)| form.version(view.version));
    let hidden = hidden(shop, paragraph, (again, answered), version);
    let changed = form.is_conflict().then(|| changed(rq, id));
    let fields =
        fields(&form, paragraph.text.clone(), rows, ("suggestions-words", "suggestions-words-hint"), reason);
    let [now_title, back] = ["suggestions-now", "suggestions-back"].map(|key| words.t(key));
    let view = view! {
        {deeper(rq, &shop.head, title.clone())}
        <div class="narrow stack">
            {changed}
            <section class="passages" aria-labelledby="aujourd-hui">
                <h2 id="aujourd-hui">{now_title}</h2>
                <p class="source" lang=words.council_language()>{now}</p>
            </section>
            <FormView form=form>
                {hidden}
                {fields}
                <p class="acts">
                    <button class="button main">{act}</button>
                    " "
                    <a class="go" href=paths::suggest(id)>{back}</a>
                </p>
            </FormView>
        </div>
    };
    Document::new(title, view).at(Place::Texts).unlisted()
}

fn hidden(
    shop: &Workshop,
    paragraph: &TextParagraph,
    (again, answered): (Option<SuggestionId>, Option<SuggestionId>),
    version: Option<String>,
) -> AnyView {
    let [id, base] = [shop.head.facts.id.to_string(), shop.base.to_string()];
    let [start, end] = [paragraph.range.start, paragraph.range.end].map(|at| at.to_string());
    let which = again.map(|id| {
        let version = version.clone().unwrap_or_default();
        view! {
            <input type="hidden" name="suggestion" value=id.to_string()/>
            <input type="hidden" name="version" value=version/>
        }
    });
    let answered = answered.map(|id| view! { <input type="hidden" name="answers" value=id.to_string()/> });
    view! {
        <input type="hidden" name="id" value=id/>
        <input type="hidden" name="base" value=base/>
        <input type="hidden" name="start" value=start/>
        <input type="hidden" name="end" value=end/>
        {which}
        {answered}
    }
    .into_any()
}

/// The words, and why.
fn fields(
    form: &Form,
    value: String,
    rows: u32,
    (label, hint): (&'static str, &'static str),
    reason: String,
) -> AnyView {
    let words = &form.words;
    let [label, hint, why, why_hint] =
        [label, hint, "suggestions-why", "suggestions-why-hint"].map(|key| words.t(key));
    view! {
        <TextArea form=form.clone() name="words" label=label hint=hint value=value rows=rows/>
        <TextArea form=form.clone() name="reason" label=why hint=why_hint value=reason rows=3 optional=true/>
    }
    .into_any()
}

/// The text was changed while words were typed: where to read it.
fn changed(rq: &Request, id: ContributionId) -> AnyView {
    let [text, link] = ["suggestions-changed", "suggestions-choose-again"].map(|key| rq.words.t(key));
    view! {
        <Notice tone=NoticeTone::Warning>
            <p>{text}" "<a href=paths::suggest(id)>{link}</a></p>
        </Notice>
    }
    .into_any()
}

/// `/contributions/{id}/suggerer/copie`
pub async fn copy(rq: Request) -> PageResult {
    let id: ContributionId = rq.id("id")?;
    let shop = suggestions::workshop(&rq.cx, id, None, None).await?;
    let words = rq.words.clone();
    let title = words.t("suggestions-copy-do");
    let form = rq.form(AmendText::PATH);
    // What was typed stands over the version that was read.
    let base = form.value("base", &shop.base.to_string());
    let changed = form.is_conflict().then(|| changed(&rq, id));
    let labels = ("suggestions-copy-words", "suggestions-copy-hint");
    let fields = fields(&form, shop.body.clone(), 24, labels, String::new());
    let act = words.t("suggestions-do");
    let view = view! {
        {deeper(&rq, &shop.head, title.clone())}
        <p class="lead">{words.t("suggestions-copy-lead")}</p>
        <div class="stack">
            {changed}
            <FormView form=form>
                <input type="hidden" name="id" value=id.to_string()/>
                <input type="hidden" name="base" value=base/>
                {fields}
                <p class="acts"><button class="button main">{act}</button></p>
            </FormView>
        </div>
    };
    Ok(Document::new(title, view).at(Place::Texts).unlisted())
}
