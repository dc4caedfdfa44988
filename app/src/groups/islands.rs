//! The search that follows what is typed. Without script it is a plain form, and the list below answers it.
#![expect(missing_docs, reason = "the properties of an island become the fields of a struct")]

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::actions::GroupHit;
#[cfg(feature = "hydrate")]
use super::actions::search_groups;

/// The sentences of the search.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SearchLabels {
    /// The label of the field, and of the button.
    pub search: String,
    /// When nothing is found.
    pub none: String,
    /// When one group is found.
    pub one: String,
    /// When several are, with `#` for how many.
    pub many: String,
}

impl SearchLabels {
    /// How many were found, in words.
    fn found(&self, count: usize) -> String {
        match count {
            0 => self.none.clone(),
            1 => self.one.clone(),
            many => self.many.replace('#', &many.to_string()),
        }
    }
}

/// A search form whose answers come while typing, in place of the list `list_id`.
#[island]
pub fn GroupSearch(
    /// Where the form leads without script.
    action: String,
    /// What is looked for already.
    value: String,
    /// The identifier of the list that the answers replace.
    list_id: String,
    /// The sentences.
    labels: SearchLabels,
) -> impl IntoView {
    let hits = RwSignal::new(None::<Vec<GroupHit>>);
    let typed = follow(hits, list_id);
    let (field_label, button_label) = (labels.search.clone(), labels.search.clone());
    let status = move || hits.with(|hits| hits.as_ref().map(|hits| labels.found(hits.len())));
    let rows = move || {
        hits.get().filter(|hits| !hits.is_empty()).map(|hits| {
            let rows = hits
                .into_iter()
                .map(|hit| {
                    view! {
                        <li>
                            <a class="row-title" href=hit.href>{hit.name}</a>
                            <ul class="facts"><li>{hit.facts}</li></ul>
                        </li>
                    }
                })
                .collect_view();
            view! { <ul class="rows">{rows}</ul> }
        })
    };
    view! {
        <form class="search" role="search" action=action>
            <div class="field">
                <label for="q">{field_label}</label>
                <input id="q" type="search" name="q" value=value autocomplete="off" on:input=move |event| typed(event_target_value(&event))/>
            </div>
            <button class="button">{button_label}</button>
        </form>
        <p role="status" class="muted">{status}</p>
        {rows}
    }
}

/// What to do with what is typed: look for it once the hand rests, and show the answers in place of the list.
#[cfg(feature = "hydrate")]
fn follow(hits: RwSignal<Option<Vec<GroupHit>>>, list_id: String) -> impl Fn(String) + Clone {
    use leptos::task::spawn_local;

    let latest = StoredValue::new(0_u32);
    move |typed: String| {
        let list_id = list_id.clone();
        latest.update_value(|n| *n += 1);
        let mine = latest.get_value();
        spawn_local(async move {
            gloo_timers::future::TimeoutFuture::new(250).await;
            if latest.get_value() != mine {
                return;
            }
            let found = match typed.trim() {
                "" => None,
                // A search that fails leaves the list as it is: the button still works.
                words => search_groups(words.to_owned()).await.ok(),
            };
            if latest.get_value() == mine {
                if let Some(list) = document().get_element_by_id(&list_id) {
                    let _ = list.toggle_attribute_with_force("hidden", found.is_some());
                }
                hits.set(found);
            }
        });
    }
}

/// On the server nothing is typed.
#[cfg(not(feature = "hydrate"))]
fn follow(_: RwSignal<Option<Vec<GroupHit>>>, _: String) -> impl Fn(String) + Clone {
    |_| ()
}
