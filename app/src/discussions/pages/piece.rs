//! What several pages of discussions show: a row, a message, what was decided about it, a preview.

use backend::{
    contributions::GroupRef,
    discussions::{Hiding, MessageView, Quoted, ThreadRow, Unsent},
};
use domain::{
    discussions::MessageState,
    groups::GroupRole,
    ids::{MessageId, ThreadId},
};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::subject;
use crate::{
    behalf,
    discussions::{actions::DiscardMessage, islands::KeepTyping},
    paths,
    request::Request,
    ui::{Facts, Form, FormView, Icon, Notice, NoticeTone, State, document::initials},
    words::Words,
};

/// A discussion in a list.
pub(crate) fn row(words: &Words, slug: &str, row: &ThreadRow) -> AnyView {
    let mut facts: Vec<AnyView> = Vec::new();
    if row.unread > 0 {
        let unread = say!(words, "discussions-unread", count = row.unread);
        facts.push(view! { <State name="comment" label=unread/> }.into_any());
    }
    if row.closed {
        facts.push(view! { <State name="closed" label=words.t("discussions-closed")/> }.into_any());
    } else if !row.answered {
        facts.push(view! { <State name="waiting" label=words.t("discussions-unanswered")/> }.into_any());
    }
    facts.push(say!(words, "discussions-messages", count = row.messages).into_any());
    let day = words.day_of(row.last_at);
    facts.push(say!(words, "discussions-last", name = row.last_by.clone(), day = day).into_any());
    let href = match row.first_unread().and_then(|number| i32::try_from(number).ok()) {
        Some(number) => paths::discussion_at(slug, row.id, number, None),
        None => paths::discussion(slug, row.id),
    };
    view! {
        <li>
            <a class="row-title" href=href>{subject(words, row.subject.as_ref())}</a>
            <Facts facts=facts/>
        </li>
    }
    .into_any()
}

/// Who wrote a message, and when.
pub(super) fn author(words: &Words, message: &MessageView) -> String {
    match message.own {
        true => say!(words, "discussions-by-you", name = message.by.clone()),
        false => message.by.clone(),
    }
}

/// The facts of a message: the role of its author, its date, its corrections.
pub(super) fn facts(words: &Words, message: &MessageView, href: String) -> Vec<AnyView> {
    let mut facts: Vec<AnyView> = Vec::new();
    if message.role == Some(GroupRole::Facilitator) {
        facts.push(words.group_role(GroupRole::Facilitator).into_any());
    }
    facts.extend(behalf::part::hand(words, message.entered_by.as_ref()));
    let moment = words.moment(message.at);
    let label = say!(words, "discussions-link", number = message.position, moment = moment.clone());
    facts.push(
        view! { <a href=href aria-label=label><time datetime=message.at.to_rfc3339()>{moment}</time></a> }
            .into_any(),
    );
    if let Some(at) = message.edited_at {
        facts.push(say!(words, "discussions-edited", moment = words.moment(at)).into_any());
    }
    facts
}

/// The head of a message: a face, a name, facts.
pub(super) fn head(words: &Words, message: &MessageView, facts: Vec<AnyView>, id: String) -> AnyView {
    view! {
        <header>
            <span class="face" aria-hidden="true">{initials(&message.by)}</span>
            <div>
                <h2 id=id>{author(words, message)}</h2>
                <Facts facts=facts/>
            </div>
        </header>
    }
    .into_any()
}

/// What a message says, or what stands in its place.
pub(super) fn content(words: &Words, message: &MessageView) -> AnyView {
    let gone = |key: &str, icon: &'static str| {
        view! { <p class="gone muted"><Icon name=icon/>" "{words.t(key)}</p> }.into_any()
    };
    match (&message.html, message.state) {
        (_, MessageState::Withdrawn) => gone("discussions-withdrawn", "withdrawn"),
        (None, _) => gone("discussions-hidden", "hide"),
        (Some(html), _) => {
            let hidden = message.hiding.as_ref().map(|hiding| hiding_panel(words, message, hiding));
            view! {
                {hidden}
                <div class="prose small" lang=words.council_language() inner_html=html.clone()></div>
            }
            .into_any()
        }
    }
}

/// What was decided about a message, as its author and those who look after the discussion read it.
fn hiding_panel(words: &Words, message: &MessageView, hiding: &Hiding) -> AnyView {
    let key = match (message.own, message.state) {
        (true, MessageState::Asked) => "discussions-hidden-own-asked",
        (true, _) => "discussions-hidden-own",
        (false, MessageState::Asked) => "discussions-hidden-asked",
        (false, _) => "discussions-hidden-moderator",
    };
    let line = |key: &str, said: &str| {
        let said = said.to_owned();
        (!said.is_empty()).then(|| view! { <dt>{words.t(key)}</dt><dd>{said}</dd> })
    };
    let by =
        hiding.by.clone().map(|name| view! { <dt>{words.t("discussions-hidden-by")}</dt><dd>{name}</dd> });
    view! {
        <div class="panel warm">
            <p><b><Icon name="hide"/>" "{words.t(key)}</b></p>
            <dl class="facts-list">
                {line("discussions-reason", &hiding.reason)}
                {by}
                {line("discussions-plea-said", &hiding.plea)}
                {line("discussions-answer-said", &hiding.answer)}
            </dl>
        </div>
    }
    .into_any()
}

/// The message that another one answers: whose it is, and how it begins.
pub(super) fn quote(words: &Words, group: &GroupRef, thread: ThreadId, quoted: &Quoted) -> AnyView {
    let href = paths::discussion_at(&group.slug, thread, quoted.position, None);
    let link = say!(words, "discussions-in-answer", name = quoted.by.clone());
    let excerpt = quoted.excerpt.clone().map(|text| {
        view! { <blockquote lang=words.council_language()>{say!(words, "discussions-excerpt", text = text)}</blockquote> }
    });
    view! { <div class="quoted"><p><a href=href>{link}</a></p>{excerpt}</div> }.into_any()
}

/// What is about to be sent, as it will look.
pub(super) async fn preview(rq: &Request, body: &str) -> Option<AnyView> {
    if rq.query("fait") != Some("apercu") || body.trim().is_empty() {
        return None;
    }
    // Too long to be sent is too long to be shown: the error beside the field says so.
    let html = backend::contributions::preview(&rq.cx, body).await.unwrap_or_default();
    let title = rq.words.t("discussions-preview");
    Some(
        view! {
            <section class="panel card" id="apercu" aria-labelledby="t-apercu" tabindex="-1">
                <h2 id="t-apercu">{title}</h2>
                <div class="prose small" inner_html=html></div>
            </section>
        }
        .into_any(),
    )
}

/// With a script, what is typed is put aside at each pause.
pub(super) fn keep(
    words: &Words,
    form: &Form,
    slug: &str,
    thread: Option<ThreadId>,
    message: Option<MessageId>,
) -> impl IntoView + use<> {
    let (body, slug, failed) = (form.input_id("body"), slug.to_owned(), words.t("discussions-not-kept"));
    view! { <KeepTyping body=body slug=slug thread=thread message=message failed=failed/> }
}

/// What was typed earlier is back in the form; it can be dropped.
pub(super) fn given_back(
    rq: &Request,
    unsent: Option<&Unsent>,
    place: AnyView,
    back: String,
) -> Option<AnyView> {
    // Right after « Aperçu », the person knows.
    let unsent = unsent.filter(|_| rq.query("fait") != Some("apercu"))?;
    let words = &rq.words;
    let told = say!(words, "discussions-unsent", moment = words.moment(unsent.at));
    let discard = words.t("discussions-discard");
    let form = rq.form(DiscardMessage::PATH);
    Some(
        view! {
            <Notice tone=NoticeTone::Info>
                <p>{told}</p>
                <FormView form=form class="one">
                    {place}
                    <input type="hidden" name="page" value=back/>
                    <button class="button link">{discard}</button>
                </FormView>
            </Notice>
        }
        .into_any(),
    )
}
