//! What the page of a sound or a film shows of its captions.

use backend::library::{CAPTION_MEGABYTES, CaptionsView, DocumentView, Spoken};
use domain::library::CaptionLanguage;
use leptos::prelude::*;
use server_fn::ServerFn;

use super::actions::{RemoveCaptions, TakeUpCaptions};
use crate::{
    library::pages::piece::files_field,
    paths,
    request::Request,
    ui::{Choice, ErrorSummary, Facts, FormView, Select},
    words::Words,
};

/// What is accepted, for browsers that choose among files.
const ACCEPTED: &str = ".vtt,.srt,text/vtt,application/x-subrip";

/// Captions as a player takes them.
pub(in crate::library) struct Track {
    language: CaptionLanguage,
    src: String,
}

/// The captions of a document, each read at the address that `at` gives.
pub(in crate::library) fn tracks(
    captions: &[CaptionsView],
    at: impl Fn(CaptionLanguage) -> String,
) -> Vec<Track> {
    captions.iter().map(|one| Track { language: one.language, src: at(one.language) }).collect()
}

impl Track {
    /// The element of a player; the first one is shown unless one chooses otherwise.
    pub fn element(&self, words: &Words, first: bool) -> impl IntoView + use<> {
        let (src, code) = (self.src.clone(), self.language.code());
        view! { <track kind="captions" src=src srclang=code label=name(words, self.language) default=first/> }
    }
}

/// The name of a language.
fn name(words: &Words, language: CaptionLanguage) -> String {
    words.t(&format!("captions-language-{}", language.code()))
}

/// What is said, with its times, for those who read rather than listen.
pub(in crate::library) fn transcription(words: &Words, captions: &[CaptionsView]) -> Option<AnyView> {
    let several = captions.len() > 1;
    let all = captions
        .iter()
        .map(|one| {
            let summary = match several {
                true => say!(words, "captions-read-in", language = name(words, one.language)),
                false => words.t("captions-read"),
            };
            let lines = one.spoken.iter().map(line).collect_view();
            view! {
                <details class="unfold">
                    <summary class="button">{summary}</summary>
                    <ul class="spoken" lang=one.language.code() dir="auto">{lines}</ul>
                </details>
            }
        })
        .collect_view();
    (!captions.is_empty()).then(|| view! { <div class="stack">{all}</div> }.into_any())
}

fn line(said: &Spoken) -> impl IntoView + use<> {
    let voice = said.voice.clone().map(|voice| view! { <b>{voice}</b>" " });
    let (moment, read) = (format!("PT{}S", said.at / 1_000), clock(said.at));
    view! { <li><time class="muted num" datetime=moment>{read}</time><p>{voice}{said.words.clone()}</p></li> }
}

/// A moment as players write it: `0:07`, `1:02:03`.
fn clock(thousandths: u32) -> String {
    let seconds = thousandths / 1_000;
    let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    match hours {
        0 => format!("{minutes}:{seconds:02}"),
        _ => format!("{hours}:{minutes:02}:{seconds:02}"),
    }
}

/// The captions there are and how to add some, for those who may change the document.
pub(in crate::library) fn part(rq: &Request, found: &DocumentView) -> Option<AnyView> {
    if !found.media.is_heard() || !found.may.change {
        return None;
    }
    let words = &rq.words;
    let rows = found.captions.iter().map(|one| row(rq, found, one)).collect_view();
    let rows = (!found.captions.is_empty()).then(|| view! { <ul class="rows">{rows}</ul> });
    let lead = found.captions.is_empty().then(|| view! { <p class="muted">{words.t("captions-lead")}</p> });
    let take_up = words.t("captions-take-up");
    let former = found.former_captions.then(|| {
        let (id, form) = (found.id.to_string(), rq.form(TakeUpCaptions::PATH));
        view! {
            <div class="notices"><div class="notice"><div>
                <p>{words.t("captions-former")}</p>
                <FormView form=form class="">
                    <input type="hidden" name="document" value=id/>
                    <button class="button link">{take_up}</button>
                </FormView>
            </div></div></div>
        }
    });
    Some(
        view! {
            <section class="part no-print" aria-labelledby="sous-titres">
                <header><h2 id="sous-titres">{words.t("captions-title")}</h2></header>
                {lead}
                {rows}
                {former}
                {adding(rq, found)}
            </section>
        }
        .into_any(),
    )
}

fn row(rq: &Request, found: &DocumentView, one: &CaptionsView) -> impl IntoView + use<> {
    let words = &rq.words;
    let language = name(words, one.language);
    let day = words.day_of(one.at);
    let said = match one.by.clone() {
        Some(by) => say!(words, "library-by-on", name = by, day = day),
        None => day,
    };
    let facts = vec![view! { {one.file_name.clone()} }.into_any(), view! { {said} }.into_any()];
    let href = format!("{}?telecharger=oui", paths::document_captions(found.id, one.language));
    let label = say!(words, "captions-remove-label", language = language.clone());
    let [id, code] = [found.id.to_string(), one.language.code().to_owned()];
    let (form, remove, lang) =
        (rq.form(RemoveCaptions::PATH), words.t("captions-remove"), one.language.code());
    view! {
        <li>
            <a class="row-title" href=href download hreflang=lang>{language}</a>
            <Facts facts=facts/>
            <div class="row-acts">
                <FormView form=form class="one" summary=false>
                    <input type="hidden" name="document" value=id/>
                    <input type="hidden" name="language" value=code/>
                    <button class="button link" aria-label=label>{remove}</button>
                </FormView>
            </div>
        </li>
    }
}

/// The form, which opens: most documents have captions once.
fn adding(rq: &Request, found: &DocumentView) -> impl IntoView + use<> {
    let words = &rq.words;
    let here = paths::document(found.id);
    let form = rq.form(paths::CAPTIONS).shown_at(here.clone());
    let action = format!("{}&document={}", rq.posting_from(paths::CAPTIONS, &here), found.id);
    let choices: Vec<Choice> =
        CaptionLanguage::ALL.iter().map(|one| Choice::new(one.code(), name(words, *one))).collect();
    let hint = say!(words, "captions-file-hint", megabytes = CAPTION_MEGABYTES);
    let open = form.is_refused();
    // The language first: it is read before the file comes.
    let language = view! {
        <Select
            form=form.clone()
            name="language"
            label=words.t("captions-language")
            hint=words.t("captions-language-hint")
            choices=choices
            value=CaptionLanguage::French.code()
        />
    };
    let field = files_field(&form, words.t("captions-file"), hint, false, Some(ACCEPTED));
    view! {
        <details class="unfold" open=open>
            <summary class="button">{words.t("captions-add")}</summary>
            <form class="form" method="post" action=action enctype="multipart/form-data">
                <ErrorSummary form=form/>
                {language}
                {field}
                <p class="acts"><button class="button">{words.t("captions-save")}</button></p>
            </form>
        </details>
    }
}

#[cfg(test)]
mod tests {
    use super::clock;

    #[test]
    fn moments_are_read_as_on_a_player() {
        assert_eq!([7_900, 65_000, 3_723_004].map(clock), ["0:07", "1:05", "1:02:03"]);
    }
}
