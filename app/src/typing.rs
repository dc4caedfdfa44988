//! Listening, in the browser, to the fields that the server wrote.

use std::future::Future;

use gloo_timers::future::TimeoutFuture;
use leptos::{
    ev, leptos_dom::helpers::WindowListenerHandle, prelude::*, task::spawn_local, wasm_bindgen::JsCast,
};
use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

/// A pause after which what is typed is put aside, in milliseconds.
pub const KEEP: u32 = 1_500;

/// Whether nothing was typed since.
pub type Still = Box<dyn Fn() -> bool>;

/// What is in a field, whatever its kind; nothing if there is none.
pub fn value(id: &str) -> String {
    let Some(element) = document().get_element_by_id(id) else { return String::new() };
    if let Some(area) = element.dyn_ref::<HtmlTextAreaElement>() {
        return area.value();
    }
    if let Some(list) = element.dyn_ref::<HtmlSelectElement>() {
        return list.value();
    }
    element.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value).unwrap_or_default()
}

/// The identifier of another field of the form of `body`, whose identifier ends with its name.
pub fn beside(body: &str, name: &str) -> String {
    body.strip_suffix("body").map(|start| format!("{start}{name}")).unwrap_or_default()
}

/// Whether something was typed in a field before the script woke up, or was kept by the browser of an earlier visit.
fn typed_already(id: &str) -> bool {
    let Some(element) = document().get_element_by_id(id) else { return false };
    let area =
        |area: &HtmlTextAreaElement| area.default_value().is_ok_and(|at_first| at_first != area.value());
    let line = |line: &HtmlInputElement| line.default_value() != line.value();
    element.dyn_ref().is_some_and(area) || element.dyn_ref().is_some_and(line)
}

/// At each pause of `pause` milliseconds in the form of `field`, does `work`, which may ask whether the pause goes on.
/// What was typed before the script woke up counts.
pub fn at_each_pause<Fut>(field: String, pause: u32, work: impl Fn(Still) -> Fut + Clone + 'static)
where
    Fut: Future<Output = ()> + 'static,
{
    let strokes = StoredValue::new(0_u64);
    let stroke = move || {
        strokes.update_value(|n| *n += 1);
        let stroke = strokes.get_value();
        let still = move || strokes.try_get_value() == Some(stroke);
        let work = work.clone();
        spawn_local(async move {
            TimeoutFuture::new(pause).await;
            if still() {
                work(Box::new(still)).await;
            }
        });
    };
    if typed_already(&field) {
        stroke();
    }
    let handle = on_typing(field, stroke);
    // What is sent is no longer put aside.
    let sending = window_event_listener(ev::submit, move |_| {
        strokes.try_update_value(|n| *n += 1);
    });
    on_cleanup(move || {
        handle.remove();
        sending.remove();
    });
}

/// Calls `then` each time something is typed in the form of `field`.
fn on_typing(field: String, then: impl Fn() + 'static) -> WindowListenerHandle {
    window_event_listener(ev::input, move |event| {
        let form =
            document().get_element_by_id(&field).and_then(|field| field.closest("form").ok().flatten());
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
        if form.is_some_and(|form| form.contains(target.as_ref())) {
            then();
        }
    })
}
