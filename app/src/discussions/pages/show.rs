//! `/groupes/{slug}/discussions/{id}`

use backend::discussions::{MessageView, ThreadView};
use domain::{
    discussions::MessageState,
    moderation::{Reported, ReportedKind},
};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::{done, piece, subject, way_back_to_all};
use crate::{
    discussions::actions::{AnswerDiscussion, CloseDiscussion, ReopenDiscussion},
    paths,
    request::Request,
    ui::{
        Breadcrumb, Document, ErrorSummary, Facts, Form, FormView, Notice, NoticeTone, PageResult, Pager,
        Place, State, TextArea,
    },
    words::Words,
};

/// A discussion: its messages in order, then the form to answer.
pub async fn show(rq: Request) -> PageResult {
    let answering = rq.query("repondre").and_then(|number| number.parse().ok());
    let slug = rq.param("slug").to_owned();
    let thread = backend::discussions::show(&rq.cx, &slug, rq.id("id")?, rq.page_number(), answering).await?;
    let words = &rq.words;
    let title = subject(words, thread.head.subject.as_ref());
    let (answering, closing) = forms(&rq, &thread);
    let answer = answer_form(&rq, &thread, &answering).await;
    let close = closing_form(&rq, &thread, &closing);
    let messages =
        thread.messages.rows.iter().map(|message| message_item(&rq, &thread, message)).collect_view();
    let view = view! {
        <Breadcrumb rq=rq.clone() ancestors=way_back_to_all(words, &thread.head.group)/>
        <header class="page-head">
            <h1>{title.clone()}</h1>
            {facts(words, &thread)}
        </header>
        // The forms are far below: what is wrong with them is said here.
        <ErrorSummary form=answering/>
        <ErrorSummary form=closing/>
        {done(&rq)}
        {standing(words, &thread)}
        <ol class="messages">{messages}</ol>
        <Pager rq=rq.clone() number=thread.messages.number.get() pages=thread.messages.pages()/>
        {answer}
        {close}
    };
    let document_title = format!("{title}, {}", thread.head.group.name);
    let document = Document::new(document_title, view).at(Place::Groups).unlisted();
    Ok(if thread.may.answer { document.with_islands() } else { document })
}

fn facts(words: &Words, thread: &ThreadView) -> impl IntoView + use<> {
    let mut facts: Vec<AnyView> = Vec::new();
    if thread.closing.is_some() {
        facts.push(view! { <State name="closed" label=words.t("discussions-closed")/> }.into_any());
    }
    let day = words.day_of(thread.created_at);
    facts.push(say!(words, "discussions-begun", name = thread.by.clone(), day = day).into_any());
    facts.push(say!(words, "discussions-messages", count = thread.messages.total).into_any());
    if let Some(text) = &thread.text {
        let name = say!(words, "discussions-about", title = text.title.clone());
        facts.push(view! { <a href=paths::contribution(text.id)>{name}</a> }.into_any());
    }
    view! { <Facts facts=facts/> }
}

/// How the discussion was closed, or opened again.
fn standing(words: &Words, thread: &ThreadView) -> Option<AnyView> {
    let (told, said) = match &thread.closing {
        Some(closing) => {
            let day = words.day_of(closing.at);
            (say!(words, "discussions-closed-by", name = closing.by.clone(), day = day), closing.word.clone())
        }
        None if thread.reopening.is_empty() => return None,
        None => (words.t("discussions-reopened"), thread.reopening.clone()),
    };
    Some(view! { <Notice tone=NoticeTone::Info><p>{told}</p><p>{said}</p></Notice> }.into_any())
}

fn message_item(rq: &Request, thread: &ThreadView, message: &MessageView) -> AnyView {
    let words = &rq.words;
    let group = &thread.head.group;
    let id = format!("message-{}", message.position);
    let named = format!("m-{}", message.position);
    let href = paths::discussion_at(&group.slug, thread.head.id, message.position, None);
    let mut facts = piece::facts(words, message, href);
    // One knows what one wrote oneself; at the very first visit everything is new, and nothing needs to say it.
    if thread.read > 0 && message.position > thread.read && !message.own {
        facts.insert(0, view! { <State name="comment" label=words.t("discussions-new")/> }.into_any());
    }
    let quoted = message.answers.as_ref().map(|quoted| piece::quote(words, group, thread.head.id, quoted));
    let labelled_by = named.clone();
    view! {
        <li id=id>
            <article aria-labelledby=labelled_by>
                {piece::head(words, message, facts, named)}
                {quoted}
                {piece::content(words, message)}
                {acts(rq, thread, message)}
            </article>
        </li>
    }
    .into_any()
}

/// What one may do about a message: answer it here, the rest on its page.
fn acts(rq: &Request, thread: &ThreadView, message: &MessageView) -> Option<AnyView> {
    let words = &rq.words;
    let slug = &thread.head.group.slug;
    let mut links: Vec<(String, String, String)> = Vec::new();
    if thread.may.answer && message.state == MessageState::Shown {
        let href = paths::discussion_answer(slug, thread.head.id, message.position);
        // The page of the list that is read stays.
        let page = rq.page_number().get();
        let href = if page > 1 { href.replacen('?', &format!("?page={page}&"), 1) } else { href };
        let label = say!(words, "discussions-answer-to", name = message.by.clone());
        links.push((href, words.t("discussions-answer"), label));
    }
    let hidden = matches!(message.state, MessageState::Hidden | MessageState::Asked);
    let key = match (message.may.edit, message.may.withdraw, message.may.judge) {
        (true, ..) if message.state == MessageState::Hidden => Some("discussions-do-ask"),
        (true, ..) => Some("discussions-do-edit"),
        (_, true, _) => Some("discussions-do-withdraw"),
        (_, _, true) if hidden => Some("discussions-do-judge"),
        (_, _, true) => Some("discussions-do-hide"),
        _ => None,
    };
    if let Some(key) = key {
        let name = words.t(key);
        let label = say!(words, "discussions-do-label", act = name.clone(), number = message.position);
        links.push((paths::message(slug, thread.head.id, message.id), name, label));
    }
    let me = rq.cx.actor.person().is_some();
    if me && !message.own && !message.may.judge && message.state == MessageState::Shown {
        let what = Reported { kind: ReportedKind::Message, id: message.id.0 };
        let name = words.t("moderation-report");
        let label = say!(words, "discussions-do-label", act = name.clone(), number = message.position);
        links.push((paths::report(what), name, label));
    }
    if links.is_empty() {
        return None;
    }
    let links = links
        .into_iter()
        .map(|(href, name, label)| view! { <a class="go" href=href aria-label=label>{name}</a>" " })
        .collect_view();
    Some(view! { <p class="acts no-print">{links}</p> }.into_any())
}

/// The state of the two forms of the page: to answer; to close, or to open again.
fn forms(rq: &Request, thread: &ThreadView) -> (Form, Form) {
    let (slug, id) = (&thread.head.group.slug, thread.head.id);
    let here = paths::discussion(slug, id);
    let answering = match &thread.answering {
        Some(quoted) => format!("{here}?repondre={}", quoted.position),
        None => here.clone(),
    };
    let turn = if thread.closing.is_none() { CloseDiscussion::PATH } else { ReopenDiscussion::PATH };
    (rq.form(AnswerDiscussion::PATH).shown_at(answering), rq.form(turn).shown_at(here))
}

/// The form to answer, at the end of every page.
async fn answer_form(rq: &Request, thread: &ThreadView, form: &Form) -> Option<AnyView> {
    let words = &rq.words;
    if !thread.may.answer {
        return None;
    }
    let slug = thread.head.group.slug.clone();
    let id = thread.head.id;
    let form = form.clone();
    let typed = thread.unsent.as_ref().map(|unsent| unsent.body.clone()).unwrap_or_default();
    let preview = piece::preview(rq, &form.value("body", &typed)).await;
    let place = view! { <input type="hidden" name="thread" value=id.to_string()/> }.into_any();
    let given_back = piece::given_back(rq, thread.unsent.as_ref(), place, paths::discussion(&slug, id));
    let to = thread.answering.as_ref().map(|quoted| quoted.position.to_string()).unwrap_or_default();
    let quoted = thread.answering.as_ref().map(|quoted| {
        let none = format!("{}#repondre", paths::discussion(&slug, id));
        view! {
            {piece::quote(words, &thread.head.group, id, quoted)}
            <p><a class="go" href=none>{words.t("discussions-answer-nobody")}</a></p>
        }
    });
    let field = view! {
        <TextArea
            form=form.clone()
            name="body"
            label=words.t("discussions-your-answer")
            hint=words.t("discussions-body-hint")
            value=typed
            rows=6
        />
        {piece::keep(words, &form, "", Some(id), None)}
    };
    let (send, look) = (words.t("discussions-answer-do"), words.t("discussions-preview"));
    Some(
        view! {
            <section class="part no-print" id="repondre" aria-labelledby="t-repondre">
                <header><h2 id="t-repondre">{words.t("discussions-answer")}</h2></header>
                <div class="stack">
                    {given_back}
                    {preview}
                    {quoted}
                    <FormView form=form summary=false>
                        <input type="hidden" name="slug" value=slug/>
                        <input type="hidden" name="thread" value=id.to_string()/>
                        <input type="hidden" name="to" value=to/>
                        {field}
                        <p class="acts">
                            <button class="button main">{send}</button>
                            " "
                            <button class="button" name="go" value="preview">{look}</button>
                        </p>
                    </FormView>
                </div>
            </section>
        }
        .into_any(),
    )
}

/// Closing the discussion, or opening it again: folded, with the word it asks for.
fn closing_form(rq: &Request, thread: &ThreadView, form: &Form) -> Option<AnyView> {
    if !thread.may.close {
        return None;
    }
    let words = &rq.words;
    let slug = thread.head.group.slug.clone();
    let id = thread.head.id.to_string();
    let (title, label, hint) = match thread.closing {
        None => ("discussions-close", "discussions-close-word", "discussions-close-hint"),
        Some(_) => ("discussions-reopen", "discussions-reopen-word", "discussions-reopen-hint"),
    };
    let form = form.clone();
    let open = form.is_refused();
    let field = view! {
        <TextArea form=form.clone() name="word" label=words.t(label) hint=words.t(hint) rows=3/>
    };
    let (title, button) = (words.t(title), words.t(title));
    Some(
        view! {
            <details class="unfold no-print" open=open>
                <summary class="button">{title}</summary>
                <FormView form=form summary=false>
                    <input type="hidden" name="slug" value=slug/>
                    <input type="hidden" name="thread" value=id/>
                    {field}
                    <p class="acts"><button class="button">{button}</button></p>
                </FormView>
            </details>
        }
        .into_any(),
    )
}
