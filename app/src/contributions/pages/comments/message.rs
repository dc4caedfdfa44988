//! A message of a comment: who wrote it, what it says, what its author or a facilitator may do about it.

use backend::contributions::comments::{CommentView, MessageView};
use domain::{
    discussions::MessageState,
    groups::GroupRole,
    ids::ContributionId,
    moderation::{Reported, ReportedKind},
};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::naming::naming;
use crate::{
    behalf,
    contributions::actions::{EditComment, HideComment, ShowComment, WithdrawComment},
    moderation::pages::go_report,
    paths,
    request::Request,
    ui::{Both, Facts, Form, FormView, Icon, Meanwhile, TextArea, document::initials},
    words::Words,
};

/// The value of the query that asks to hide one message.
const HIDING: &str = "masquer";

/// The level of the heading that names the author.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// On the page of the comment.
    Second,
    /// Under the heading of the comment, in a list.
    Third,
}

/// The message, without what may be done.
pub fn message(words: &Words, message: &MessageView, level: Level) -> AnyView {
    let id = format!("m-{}", message.id);
    let author = match message.own {
        true => say!(words, "discussions-by-you", name = message.by.clone()),
        false => message.by.clone(),
    };
    let heading = match level {
        Level::Second => view! { <h2 id=id.clone()>{author}</h2> }.into_any(),
        Level::Third => view! { <h3 id=id.clone()>{author}</h3> }.into_any(),
    };
    let mut facts: Vec<AnyView> = Vec::new();
    if message.role == Some(GroupRole::Facilitator) {
        facts.push(words.group_role(GroupRole::Facilitator).into_any());
    }
    facts.extend(behalf::part::hand(words, message.entered_by.as_ref()));
    let moment = words.moment(message.at);
    facts.push(view! { <time datetime=message.at.to_rfc3339()>{moment}</time> }.into_any());
    if let Some(at) = message.edited_at {
        facts.push(say!(words, "discussions-edited", moment = words.moment(at)).into_any());
    }
    let named = (!message.named.is_empty()).then(|| {
        let named = say!(words, "comments-named", names = words.list(&message.named));
        view! { <p class="muted">{named}</p> }
    });
    let hidden = (message.state == MessageState::Hidden).then(|| hidden(words, message));
    let said = message.html.clone().map(|html| {
        view! { <div class="prose small" lang=words.council_language() inner_html=html></div> }
    });
    view! {
        <article class="message" aria-labelledby=id>
            <header>
                <span class="face" aria-hidden="true">{initials(&message.by)}</span>
                <div>{heading}<Facts facts=facts/></div>
            </header>
            {hidden}
            {said}
            {named}
        </article>
    }
    .into_any()
}

/// That it is hidden, and why for those who read it all the same.
fn hidden(words: &Words, message: &MessageView) -> AnyView {
    if message.html.is_none() {
        let text = words.t("discussions-hidden");
        return view! { <p class="gone muted"><Icon name="hide"/>" "{text}</p> }.into_any();
    }
    let key = if message.own { "discussions-hidden-own" } else { "discussions-hidden-moderator" };
    view! {
        <div class="panel warm">
            <p><b><Icon name="hide"/>" "{words.t(key)}</b></p>
            <dl class="facts-list"><dt>{words.t("discussions-reason")}</dt><dd>{message.reason.clone()}</dd></dl>
        </div>
    }
    .into_any()
}

/// What may be done about it, folded until it is asked for or was refused.
pub fn acts(rq: &Request, id: ContributionId, comment: &CommentView, message: &MessageView) -> AnyView {
    let here = paths::comment(id, comment.id);
    let forms = Forms { rq, id, here, comment, message };
    view! { {forms.edit()}{forms.withdraw()}{forms.report()}{forms.appeal()}{forms.hide()}{forms.show()} }
        .into_any()
}

struct Forms<'a> {
    rq: &'a Request,
    id: ContributionId,
    here: String,
    comment: &'a CommentView,
    message: &'a MessageView,
}

impl Forms<'_> {
    fn form(&self, action: &'static str) -> Form {
        self.rq.form(action).shown_at(self.here.clone())
    }

    fn hidden(&self, form: &Form) -> AnyView {
        let [id, comment, message] =
            [self.id.to_string(), self.comment.id.to_string(), self.message.id.to_string()];
        let version = form.version(self.message.version);
        view! {
            <input type="hidden" name="id" value=id/>
            <input type="hidden" name="comment" value=comment/>
            <input type="hidden" name="message" value=message/>
            <input type="hidden" name="version" value=version/>
        }
        .into_any()
    }

    fn folded(&self, form: &Form, title: &str, inner: AnyView) -> AnyView {
        let label = self.rq.words.t(title);
        let which = say!(self.rq.words, "comments-of-message", number = self.message.position);
        view! {
            <details class="unfold" open=form.is_refused()>
                <summary class="button link">{label}<span class="vh">{which}</span></summary>
                {inner}
            </details>
        }
        .into_any()
    }

    fn edit(&self) -> Option<AnyView> {
        let source = self.message.source.clone()?;
        let words = &self.rq.words;
        let form = self.form(EditComment::PATH);
        let [label, act] = ["comments-body", "comments-edit-save"].map(|key| words.t(key));
        let hidden = self.hidden(&form);
        let both = vec![Both::new(&form, "body", label.clone(), &source)];
        let meanwhile = view! { <Meanwhile form=form.clone() fields=both/> };
        let field = view! { <TextArea form=form.clone() name="body" label=label value=source rows=5/> };
        let field = naming(words, self.id, field.into_any());
        let inner = view! {
            {meanwhile}
            <FormView form=form.clone()>
                {hidden}
                {field}
                <p class="acts"><button class="button main">{act}</button></p>
            </FormView>
        };
        Some(self.folded(&form, "comments-edit", inner.into_any()))
    }

    fn withdraw(&self) -> Option<AnyView> {
        if !self.message.may.withdraw {
            return None;
        }
        let words = &self.rq.words;
        let form = self.form(WithdrawComment::PATH);
        let alone = self.comment.messages.len() == 1;
        let text = words.t(if alone { "comments-withdraw-all" } else { "comments-withdraw-text" });
        let act = words.t("discussions-withdraw");
        let hidden = self.hidden(&form);
        let inner = view! {
            <FormView form=form.clone()>
                <p>{text}</p>
                {hidden}
                <p class="acts"><button class="button danger">{act}</button></p>
            </FormView>
        };
        Some(self.folded(&form, "comments-withdraw", inner.into_any()))
    }

    fn what(&self) -> Reported {
        Reported { kind: ReportedKind::Comment, id: self.message.id.0 }
    }

    /// Reporting what somebody else said, for who does not decide about it.
    fn report(&self) -> Option<AnyView> {
        let message = self.message;
        if message.own || message.may.judge || message.state != MessageState::Shown {
            return None;
        }
        let which = say!(self.rq.words, "comments-of-message", number = message.position);
        let link = go_report(&self.rq.words, self.what(), which);
        Some(view! { <p class="no-print">{link}</p> }.into_any())
    }

    /// Appealing, for whose message is hidden.
    fn appeal(&self) -> Option<AnyView> {
        if !self.message.own || self.message.state != MessageState::Hidden {
            return None;
        }
        let (href, name) = (paths::appeal(self.what()), self.rq.words.t("moderation-appeal-go"));
        Some(view! { <p class="no-print"><a class="go" href=href>{name}</a></p> }.into_any())
    }

    fn hide(&self) -> Option<AnyView> {
        if !self.message.may.judge || self.message.state != MessageState::Shown {
            return None;
        }
        let words = &self.rq.words;
        let which = self.message.id.to_string();
        let asked = format!("{}?{HIDING}={which}", self.here);
        if self.rq.query(HIDING) != Some(which.as_str()) {
            // One form a page: its reason is that of one message.
            let label = words.t("comments-hide");
            let which = say!(words, "comments-of-message", number = self.message.position);
            let href = format!("{asked}#m-{}", self.message.id);
            return Some(
                view! { <p><a class="go" href=href>{label}<span class="vh">{which}</span></a></p> }
                    .into_any(),
            );
        }
        let form = self.rq.form(HideComment::PATH).shown_at(asked);
        let [text, label, hint, act, cancel] = [
            "comments-hide-text",
            "discussions-hide-reason",
            "comments-hide-hint",
            "discussions-hide",
            "comments-hide-cancel",
        ]
        .map(|key| words.t(key));
        let hidden = self.hidden(&form);
        let reason = view! { <TextArea form=form.clone() name="reason" label=label hint=hint rows=3/> };
        let back = self.here.clone();
        Some(
            view! {
                <FormView form=form class="confirm">
                    <p>{text}</p>
                    {hidden}
                    {reason}
                    <p class="acts">
                        <button class="button danger">{act}</button>
                        " "
                        <a class="go" href=back>{cancel}</a>
                    </p>
                </FormView>
            }
            .into_any(),
        )
    }

    fn show(&self) -> Option<AnyView> {
        if !self.message.may.judge || self.message.state != MessageState::Hidden {
            return None;
        }
        let words = &self.rq.words;
        let form = self.form(ShowComment::PATH);
        let act = words.t("discussions-show");
        let hidden = self.hidden(&form);
        Some(
            view! {
                <FormView form=form class="inline">
                    {hidden}
                    <p class="acts"><button class="button">{act}</button></p>
                </FormView>
            }
            .into_any(),
        )
    }
}
