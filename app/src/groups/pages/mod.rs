//! The pages of groups: list, one group, its people, its settings.

mod admissions;
mod aside;
mod confirm;
mod life;
mod list;
mod members;
mod next_step;
mod settings;
mod show;
mod thread;

pub use admissions::{ask, mine};
pub use life::{close, reopen};
pub use list::{hit, list};
pub use members::members;
pub use settings::{edit, new};
pub use show::show;

use domain::{
    contributions,
    groups::{GroupRole, Visibility},
};
use leptos::prelude::*;

use crate::{
    paths,
    request::Request,
    ui::{Notice, NoticeTone, State},
    words::Words,
};

/// Where one goes after opening a group: to its people, unless one may not see it.
pub(super) async fn after(cx: &backend::Cx, slug: &str, done: &str) -> String {
    // The chair who opens a secret group is not in it.
    let path = match backend::groups::show(cx, slug).await {
        Ok(group) if group.may.manage_members => paths::group_members(slug),
        Ok(_) => paths::group(slug),
        Err(_) => paths::GROUPS.to_owned(),
    };
    paths::done(&path, done)
}

/// What was just done, said once on the page that follows.
fn done(rq: &Request, person: Option<String>) -> Option<AnyView> {
    let words = &rq.words;
    let text = match (rq.query("fait")?, person) {
        ("created", _) => words.t("groups-done-created"),
        ("changed", _) => words.t("groups-done-changed"),
        ("joined", _) => words.t("groups-done-joined"),
        ("left", _) => words.t("groups-done-left"),
        ("asked", _) => words.t("admissions-done-asked"),
        ("withdrawn", _) => words.t("admissions-done-withdrawn"),
        ("declined", _) => words.t("admissions-done-declined"),
        ("refused", _) => words.t("admissions-done-refused"),
        ("invited", _) => words.t("admissions-done-invited"),
        ("uninvited", _) => words.t("admissions-done-uninvited"),
        ("taken-over", _) => words.t("handovers-done-accepted"),
        ("not-taken-over", _) => words.t("handovers-done-declined"),
        ("begun", _) => words.t("life-done-begun"),
        ("closed", _) => words.t("life-done-closed"),
        ("reopened", _) => words.t("life-done-reopened"),
        ("removed", _) => words.t("groups-done-removed"),
        ("added", Some(person)) => say!(words, "groups-done-added", person = person),
        ("named", Some(person)) => say!(words, "groups-done-named", person = person),
        ("role", Some(person)) => say!(words, "groups-done-role", person = person),
        _ => return None,
    };
    Some(view! { <Notice tone=NoticeTone::Success><p>{text}</p></Notice> }.into_any())
}

/// Who sees a group: an icon and a word.
fn visibility_sign(words: &Words, visibility: Visibility) -> AnyView {
    let name = match visibility {
        Visibility::Open => "open",
        Visibility::Closed => "restricted",
        Visibility::Secret => "secret",
    };
    view! { <State name=name label=visibility_word(words, visibility)/> }.into_any()
}

/// The word for a visibility.
pub fn visibility_word(words: &Words, visibility: Visibility) -> String {
    words.t(&format!("groups-visibility-{}", visibility.code()))
}

/// What one is in a group, said to oneself.
pub(crate) fn my_role(words: &Words, role: GroupRole) -> String {
    words.t(&format!("groups-mine-{}", role.code()))
}

/// « 2 textes en relecture »
pub(crate) fn text_count(words: &Words, state: contributions::State, count: u64) -> String {
    let mut values = crate::words::Values::new();
    values.insert("count".into(), crate::words::value(count));
    words.fill(&format!("groups-count-{}", state.code().replace('_', "-")), &values)
}
