//! `/groupes/{slug}/discussions/{id}/messages/{message}`: one message, what one may do about it, what it said before.

use backend::discussions::{FormerVersion, MessagePage};
use domain::{
    discussions::MessageState,
    moderation::{Reported, ReportedKind},
};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::{done, piece, subject, way_back_to_all};
use crate::{
    discussions::actions::{AskAgain, EditMessage, HideMessage, KeepHidden, ShowMessage, WithdrawMessage},
    moderation::pages::quote,
    paths,
    request::Request,
    ui::{Breadcrumb, Document, Form, FormView, PageResult, Place, TextArea, TextField},
    words::Words,
};

/// One message.
pub async fn message(rq: Request) -> PageResult {
    let slug = rq.param("slug").to_owned();
    let found = backend::discussions::message(&rq.cx, &slug, rq.id("id")?, rq.id("message")?).await?;
    let words = &rq.words;
    let group = &found.head.group;
    let mut ancestors = way_back_to_all(words, group);
    let thread = paths::discussion_at(&slug, found.head.id, found.message.position, None);
    ancestors.push((thread.clone(), subject(words, found.head.subject.as_ref())));
    let title = match found.message.own {
        true => words.t("discussions-message-own"),
        false => say!(words, "discussions-message-of", name = found.message.by.clone()),
    };
    let page = Page { rq: &rq, here: paths::message(&slug, found.head.id, found.message.id), found: &found };
    let quoted =
        found.message.answers.as_ref().map(|quoted| piece::quote(words, group, found.head.id, quoted));
    let article = found.article.as_ref().map(|article| quote(words, article));
    let forms = [
        page.appeal(),
        page.correct().await,
        page.show_again(),
        page.keep_hidden(),
        page.hide(),
        page.withdraw(),
        former(words, &found.former),
    ];
    let facts = piece::facts(words, &found.message, thread.clone());
    let view = view! {
        <Breadcrumb rq=rq.clone() ancestors=ancestors/>
        <header class="page-head"><h1>{title.clone()}</h1></header>
        {done(&rq)}
        <div class="narrow stack">
            <article class="message" aria-labelledby="m-auteur">
                {piece::head(words, &found.message, facts, "m-auteur".to_owned())}
                {quoted}
                {piece::content(words, &found.message)}
                {article}
                <p class="acts"><a class="go" href=thread>{words.t("discussions-message-back")}</a></p>
            </article>
            {forms.into_iter().flatten().collect_view()}
        </div>
    };
    let writes = found.source.is_some();
    let document = Document::new(title, view).at(Place::Groups).unlisted();
    Ok(if writes { document.with_islands() } else { document })
}

/// What the forms of the page share.
struct Page<'a> {
    rq: &'a Request,
    here: String,
    found: &'a MessagePage,
}

impl Page<'_> {
    fn words(&self) -> &Words {
        &self.rq.words
    }

    fn form(&self, action: &'static str) -> Form {
        self.rq.form(action).shown_at(self.here.clone())
    }

    /// What every form of the page says: where to come back, which message, as it was read.
    fn hidden(&self) -> AnyView {
        let [id, version] = [self.found.message.id.to_string(), self.found.message.version.to_string()];
        view! {
            <input type="hidden" name="page" value=self.here.clone()/>
            <input type="hidden" name="message" value=id/>
            <input type="hidden" name="version" value=version/>
        }
        .into_any()
    }

    fn section(&self, title: String, id: &'static str, inner: AnyView) -> AnyView {
        let named = format!("t-{id}");
        let labelled_by = named.clone();
        view! {
            <section class="part" id=id aria-labelledby=labelled_by>
                <header><h2 id=named>{title}</h2></header>
                <div class="stack">{inner}</div>
            </section>
        }
        .into_any()
    }

    /// Correcting one's message; when it is hidden, correcting it and asking for it again.
    async fn correct(&self) -> Option<AnyView> {
        let words = self.words();
        let source = self.found.source.clone()?;
        let asks = self.found.message.state == MessageState::Hidden;
        let form = self.form(if asks { AskAgain::PATH } else { EditMessage::PATH });
        let unsent = self.found.unsent.as_ref();
        let body = unsent.map_or(source, |unsent| unsent.body.clone());
        let preview = piece::preview(self.rq, &form.value("body", &body)).await;
        let id = self.found.message.id.to_string();
        let place = view! { <input type="hidden" name="message" value=id/> }.into_any();
        let given_back = piece::given_back(self.rq, unsent, place, self.here.clone());
        let subject = self.found.subject.clone().map(|saved| {
            let value = unsent.map_or(saved, |unsent| unsent.subject.clone());
            view! {
                <TextField form=form.clone() name="subject" label=words.t("discussions-subject") value=value/>
            }
        });
        let field = view! {
            <TextArea
                form=form.clone()
                name="body"
                label=words.t("discussions-message")
                hint=words.t("discussions-body-hint")
                value=body
                rows=8
            />
        };
        let plea = asks.then(|| {
            view! {
                <TextArea
                    form=form.clone()
                    name="plea"
                    label=words.t("discussions-plea")
                    hint=words.t("discussions-plea-hint")
                    value=unsent.map(|unsent| unsent.about.clone()).unwrap_or_default()
                    rows=3
                    optional=true
                />
            }
        });
        let (title, button) = match asks {
            true => (words.t("discussions-ask-title"), words.t("discussions-ask")),
            false => (words.t("discussions-edit-title"), words.t("discussions-edit")),
        };
        let look = words.t("discussions-preview");
        let keep = piece::keep(words, &form, "", None, Some(self.found.message.id));
        let hidden = self.hidden();
        let inner = view! {
            {given_back}
            {preview}
            <FormView form=form>
                {hidden}
                {subject}
                {field}
                {plea}
                {keep}
                <p class="acts">
                    <button class="button main">{button}</button>
                    " "
                    <button class="button" name="go" value="preview">{look}</button>
                </p>
            </FormView>
        };
        Some(self.section(title, "corriger", inner.into_any()))
    }

    /// Appealing, for whose message is hidden.
    fn appeal(&self) -> Option<AnyView> {
        let message = &self.found.message;
        if !message.own || message.hiding.is_none() {
            return None;
        }
        let words = self.words();
        let what = Reported { kind: ReportedKind::Message, id: message.id.0 };
        let (text, name, href) =
            (words.t("moderation-may-appeal"), words.t("moderation-appeal-go"), paths::appeal(what));
        Some(view! { <p>{text}" "<a class="go" href=href>{name}</a></p> }.into_any())
    }

    /// Hiding a message that is shown.
    fn hide(&self) -> Option<AnyView> {
        let words = self.words();
        let message = &self.found.message;
        if !message.may.judge || message.state != MessageState::Shown {
            return None;
        }
        let form = self.form(HideMessage::PATH);
        let reason = view! {
            <TextArea
                form=form.clone()
                name="reason"
                label=words.t("discussions-hide-reason")
                hint=words.t("discussions-hide-hint")
                rows=3
            />
        };
        let title = say!(words, "discussions-hide-title", name = message.by.clone());
        let (text, button) = (words.t("discussions-hide-text"), words.t("discussions-hide"));
        let hidden = self.hidden();
        Some(
            view! {
                <FormView form=form class="confirm">
                    <h2>{title}</h2>
                    <p>{text}</p>
                    {hidden}
                    {reason}
                    <p class="acts"><button class="button danger">{button}</button></p>
                </FormView>
            }
            .into_any(),
        )
    }

    /// Showing a hidden message again.
    fn show_again(&self) -> Option<AnyView> {
        let words = self.words();
        let message = &self.found.message;
        if !message.may.judge || message.state == MessageState::Shown {
            return None;
        }
        let form = self.form(ShowMessage::PATH);
        let (hidden, button) = (self.hidden(), words.t("discussions-show"));
        let inner = view! {
            <p>{words.t("discussions-show-text")}</p>
            <FormView form=form>
                {hidden}
                <p class="acts"><button class="button main">{button}</button></p>
            </FormView>
        };
        let title = say!(words, "discussions-show-title", name = message.by.clone());
        Some(self.section(title, "montrer", inner.into_any()))
    }

    /// Keeping hidden a message that its author asked for.
    fn keep_hidden(&self) -> Option<AnyView> {
        let words = self.words();
        let message = &self.found.message;
        if !message.may.judge || message.state != MessageState::Asked {
            return None;
        }
        let form = self.form(KeepHidden::PATH);
        let answer = view! {
            <TextArea
                form=form.clone()
                name="answer"
                label=words.t("discussions-keep-answer")
                hint=words.t("discussions-keep-hint")
                rows=3
            />
        };
        let (hidden, button) = (self.hidden(), words.t("discussions-keep"));
        let inner = view! {
            <FormView form=form>
                {hidden}
                {answer}
                <p class="acts"><button class="button">{button}</button></p>
            </FormView>
        };
        Some(self.section(words.t("discussions-keep-title"), "garder", inner.into_any()))
    }

    /// Taking back one's message.
    fn withdraw(&self) -> Option<AnyView> {
        let words = self.words();
        if !self.found.message.may.withdraw {
            return None;
        }
        let form = self.form(WithdrawMessage::PATH);
        let (title, text) = (words.t("discussions-withdraw-title"), words.t("discussions-withdraw-text"));
        let (hidden, button) = (self.hidden(), words.t("discussions-withdraw"));
        Some(
            view! {
                <FormView form=form class="confirm">
                    <h2>{title}</h2>
                    <p>{text}</p>
                    {hidden}
                    <p class="acts"><button class="button danger">{button}</button></p>
                </FormView>
            }
            .into_any(),
        )
    }
}

/// What the message said before.
fn former(words: &Words, versions: &[FormerVersion]) -> Option<AnyView> {
    if versions.is_empty() {
        return None;
    }
    let items = versions
        .iter()
        .map(|version| {
            let subject =
                (!version.subject.is_empty()).then(|| view! { <p><b>{version.subject.clone()}</b></p> });
            view! {
                <li>
                    <p class="muted">{say!(words, "discussions-former-at", moment = words.moment(version.at))}</p>
                    {subject}
                    <div class="prose small" lang=words.council_language() inner_html=version.html.clone()></div>
                </li>
            }
        })
        .collect_view();
    Some(
        view! {
            <section class="part" aria-labelledby="avant">
                <header><h2 id="avant">{words.t("discussions-former")}</h2></header>
                <p class="muted">{words.t("discussions-former-text")}</p>
                <ol class="rows" reversed>{items}</ol>
            </section>
        }
        .into_any(),
    )
}
