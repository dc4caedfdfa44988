//! `/contributions/{id}/commentaires/{comment}`: one comment, to read, answer and resolve it.

use backend::contributions::comments::{self, CommentView};
use domain::{contributions::CommentState, ids::ContributionId};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::{
    super::way_back,
    card::{quoted, standing, title},
    done,
    message::{Level, acts, message},
    naming::{SCRIPT, naming},
};
use crate::{
    contributions::actions::{AnswerComment, SettleComment},
    paths,
    request::Request,
    ui::{Breadcrumb, Document, FormView, Icon, PageResult, Place, TextArea},
};

/// `/contributions/{id}/commentaires/{comment}`
pub async fn one(rq: Request) -> PageResult {
    let id: ContributionId = rq.id("id")?;
    let (head, comment, around) = comments::show(&rq.cx, id, rq.id("comment")?).await?;
    let words = rq.words.clone();
    let title = title(&words, &comment);
    let mut ancestors = way_back(&rq, head.group.as_ref());
    ancestors.push((paths::contribution(id), head.title.clone()));
    ancestors.push((paths::comments(id), words.t("comments-title")));
    let passage = around.map(|[before, passage, after]| {
        let key = comment.section.as_ref();
        let under = key.map(|section| {
            view! { <p class="muted">{say!(words, "suggestions-under", section = section.clone())}</p> }
        });
        let back = comment.number.map(|_| {
            let href = format!("{}#passage-{}", paths::contribution(id), comment.id);
            view! { <p class="acts no-print"><a class="go" href=href>{words.t("comments-to-passage")}</a></p> }
        });
        view! {
            <section class="passages" aria-labelledby="passage">
                <h2 id="passage" class="vh">{words.t("comments-passage")}</h2>
                {under}
                <p class="source" lang=words.council_language()>
                    {before}<mark class="passage">{passage}</mark>{after}
                </p>
                {back}
            </section>
        }
    });
    let was = (comment.place != domain::contributions::Place::Here).then(|| quoted(&words, &comment));
    let said = comment
        .messages
        .iter()
        .map(|said| view! { <li>{message(&words, said, Level::Second)}{acts(&rq, id, &comment, said)}</li> })
        .collect_view();
    let page = view! {
        <Breadcrumb rq=rq.clone() ancestors=ancestors/>
        <header class="page-head"><h1>{title.clone()}</h1></header>
        {done(&rq)}
        <div class="narrow stack">
            {passage}
            {was}
            {standing(&words, &comment)}
            <ol class="messages">{said}</ol>
            {comment.answers.then(|| answer(&rq, id, &comment))}
            {comment.settles.then(|| settle(&rq, id, &comment))}
        </div>
    };
    Ok(Document::new(title, page).at(Place::Texts).unlisted().with_script(SCRIPT))
}

fn answer(rq: &Request, id: ContributionId, comment: &CommentView) -> AnyView {
    let words = &rq.words;
    let form = rq.form(AnswerComment::PATH).shown_at(paths::comment(id, comment.id));
    let [title, label, hint, act] =
        ["comments-answer-title", "comments-answer-label", "comments-body-hint", "comments-answer-do"]
            .map(|key| words.t(key));
    let field = view! { <TextArea form=form.clone() name="body" label=label hint=hint rows=4/> };
    let field = naming(words, id, field.into_any());
    let which = comment.id.to_string();
    view! {
        <section class="part" id="repondre" aria-labelledby="t-repondre">
            <header><h2 id="t-repondre">{title}</h2></header>
            <FormView form=form>
                <input type="hidden" name="id" value=id.to_string()/>
                <input type="hidden" name="comment" value=which/>
                {field}
                <p class="acts"><button class="button main">{act}</button></p>
            </FormView>
        </section>
    }
    .into_any()
}

fn settle(rq: &Request, id: ContributionId, comment: &CommentView) -> AnyView {
    let words = &rq.words;
    let form = rq.form(SettleComment::PATH).shown_at(paths::comment(id, comment.id));
    let (key, text, icon, state) = match comment.state {
        CommentState::Open => ("comments-resolve", "comments-resolve-text", "done", CommentState::Resolved),
        CommentState::Resolved => ("comments-reopen", "comments-reopen-text", "restore", CommentState::Open),
    };
    let [act, text] = [key, text].map(|key| words.t(key));
    let which = comment.id.to_string();
    view! {
        <FormView form=form>
            <input type="hidden" name="id" value=id.to_string()/>
            <input type="hidden" name="comment" value=which/>
            <p class="muted">{text}</p>
            <p class="acts">
                <button class="button" name="state" value=state.code()><Icon name=icon/>" "{act}</button>
            </p>
        </FormView>
    }
    .into_any()
}
