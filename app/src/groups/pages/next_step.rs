//! What somebody can do first in a group.

use backend::{groups::GroupView, home::Asked};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::admissions;
use crate::{
    groups::actions::{BeginGroup, JoinGroup},
    home::asks::{about, ask_href, ask_words},
    paths,
    request::Request,
    ui::FormView,
};

/// What this person can do here first: what is asked of them, or else how to come in.
pub(super) fn next_step(rq: &Request, group: &GroupView, asked: Option<Asked>) -> Option<AnyView> {
    let words = &rq.words;
    let step = |title: String, text: AnyView, action: AnyView| {
        view! {
            <section class="next-step" aria-labelledby="suite">
                <div><h2 id="suite">{title}</h2><p class="muted">{text}</p></div>
                {action}
            </section>
        }
        .into_any()
    };
    if let Some(ask) = asked {
        let (title, text, action) = ask_words(words, ask.kind);
        let text = say!(words, "groups-next-about", about = about(words, &ask, true), text = text);
        let link = view! { <a class="button next" href=ask_href(&ask)>{action}</a> }.into_any();
        return Some(step(title, text.into_any(), link));
    }
    if let Some((title, text, act)) = admissions::at_the_door(rq, group) {
        return Some(step(title, text, act));
    }
    if group.may.begin && group.may.manage_members {
        let form = rq.form(BeginGroup::PATH);
        let (slug, name) = (group.slug.clone(), words.t("life-begin"));
        let begin = view! {
            <FormView form=form class="inline" summary=false>
                <input type="hidden" name="slug" value=slug/>
                <button class="button next">{name}</button>
            </FormView>
        };
        return Some(step(
            words.t("life-begin-title"),
            words.t("life-begin-text").into_any(),
            begin.into_any(),
        ));
    }
    if group.may.join {
        let form = rq.form(JoinGroup::PATH);
        let (slug, name) = (group.slug.clone(), words.t("groups-join"));
        let join = view! {
            <FormView form=form class="inline" summary=false>
                <input type="hidden" name="slug" value=slug/>
                <button class="button next">{name}</button>
            </FormView>
        };
        return Some(step(
            words.t("groups-join-title"),
            words.t("groups-join-text").into_any(),
            join.into_any(),
        ));
    }
    if group.may.read_work || group.role.is_some() {
        return None;
    }
    let link =
        view! { <a class="button" href=paths::PUBLICATIONS>{words.t("groups-public-action")}</a> }.into_any();
    (!group.may.see_people)
        .then(|| step(words.t("groups-public-title"), words.t("groups-public-text").into_any(), link))
}
