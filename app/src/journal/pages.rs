//! `/administration/journal/verification` and `/mon-compte/journal`

use backend::journal::{self, Break, Chain, LastSeal, Wrong};
use domain::policy::Permission;
use leptos::prelude::*;
use server_fn::ServerFn;

use super::actions::KeepJournal;
use crate::{
    administration::pages::days,
    paths,
    request::Request,
    ui::{Breadcrumb, Document, Empty, FormView, Notice, NoticeTone, PageResult, Pager, Place, TextField},
    words::{Values, Words},
};

/// What one looks a hash up by.
const NOTED: &str = "empreinte";
/// What asks for the whole chain to be gone through.
const VERIFY: &str = "verifier";

/// Whether the journal is whole, its last hash, the files of it, how long it is kept.
pub async fn chain(rq: Request) -> PageResult {
    rq.cx.require(Permission::Administer)?;
    let words = &rq.words;
    let verified = match rq.query(VERIFY) {
        Some(_) => Some(journal::verify(&rq.cx).await?),
        None => None,
    };
    let last = journal::last_seal(&rq.cx).await?;
    let typed = rq.query(NOTED).unwrap_or_default().trim().to_owned();
    let found = match typed.is_empty() {
        true => None,
        false => Some(journal::noted(&rq.cx, &typed).await?),
    };
    let title = words.t("journal-chain-title");
    let ancestors = vec![
        (paths::ADMINISTRATION.to_owned(), words.t("menu-administration")),
        (paths::ADMINISTRATION_JOURNAL.to_owned(), words.t("administration-journal")),
    ];
    let done = (rq.query("fait") == Some("garde")).then(|| {
        let text = words.t("journal-done-garde");
        view! { <Notice tone=NoticeTone::Success><p>{text}</p></Notice> }
    });
    let view = view! {
        <Breadcrumb rq=rq.clone() ancestors=ancestors/>
        <header class="page-head">
            <h1>{title.clone()}</h1>
            <p class="muted">{words.t("journal-chain-lead")}</p>
        </header>
        {done}
        {verified.map(|chain| verdict(words, &chain))}
        {seal(words, last.as_ref())}
        {noted(&rq, &typed, found)}
        {files(words)}
        {keep(&rq).await?}
    };
    Ok(Document::new(title, view).at(Place::Administration).unlisted())
}

/// What was found of the whole chain.
fn verdict(words: &Words, chain: &Chain) -> AnyView {
    let Some(broken) = chain.broken else {
        let since = chain.since.map(|at| words.day_of(at)).unwrap_or_default();
        let whole = match chain.lines {
            0 => words.t("journal-chain-none"),
            lines => say!(words, "journal-chain-whole", day = since, count = lines),
        };
        let waiting =
            (chain.unsealed > 0).then(|| say!(words, "journal-chain-unsealed", count = chain.unsealed));
        let emptied =
            (chain.emptied > 0).then(|| say!(words, "journal-chain-emptied", count = chain.emptied));
        return view! {
            <Notice tone=NoticeTone::Success>
                <p>{whole}</p>
                {waiting.map(|text| view! { <p>{text}</p> })}
                {emptied.map(|text| view! { <p>{text}</p> })}
            </Notice>
        }
        .into_any();
    };
    let (what, next) = (broken_at(words, broken), words.t("journal-chain-broken-next"));
    view! { <Notice tone=NoticeTone::Warning><p>{what}</p><p>{next}</p></Notice> }.into_any()
}

fn broken_at(words: &Words, broken: Break) -> String {
    let key = match broken.wrong {
        Wrong::Removed => "journal-chain-removed",
        Wrong::Changed => "journal-chain-changed",
        Wrong::Cut => "journal-chain-cut",
    };
    let values = Values::from([
        ("place".into(), broken.sequence.to_string().into()),
        ("line".into(), broken.event.to_string().into()),
        ("moment".into(), words.moment(broken.sealed_at).into()),
    ]);
    words.fill(key, &values)
}

/// A hash in groups that can be copied by hand.
fn grouped(hash: &str) -> String {
    let letters: Vec<char> = hash.chars().collect();
    letters.chunks(8).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

fn seal(words: &Words, last: Option<&LastSeal>) -> AnyView {
    let inner = match last {
        None => view! { <p class="muted">{words.t("journal-chain-none")}</p> }.into_any(),
        Some(last) => {
            let at = say!(
                words,
                "journal-seal-at",
                place = last.sequence.to_string(),
                moment = words.moment(last.at)
            );
            view! {
                <p><code class="anywhere">{grouped(&last.hash)}</code></p>
                <p class="muted">{at}</p>
                <p>{words.t("journal-seal-note")}</p>
            }
            .into_any()
        }
    };
    let href = format!("{}?{VERIFY}=oui", paths::ADMINISTRATION_JOURNAL_CHAIN);
    view! {
        <section class="part" aria-labelledby="empreinte">
            <header><h2 id="empreinte">{words.t("journal-seal")}</h2></header>
            {inner}
            <p class="acts no-print"><a class="button main" href=href>{words.t("journal-verify")}</a></p>
        </section>
    }
    .into_any()
}

/// Whether a hash that was noted is in the chain.
fn noted(rq: &Request, typed: &str, found: Option<Option<LastSeal>>) -> AnyView {
    let words = &rq.words;
    let answer = found.map(|found| match found {
        Some(seal) => {
            let text = say!(
                words,
                "journal-noted-found",
                place = seal.sequence.to_string(),
                moment = words.moment(seal.at)
            );
            view! { <Notice tone=NoticeTone::Success><p>{text}</p></Notice> }.into_any()
        }
        None => {
            let text = words.t("journal-noted-missing");
            view! { <Notice tone=NoticeTone::Warning><p>{text}</p></Notice> }.into_any()
        }
    });
    let form = rq.form(paths::ADMINISTRATION_JOURNAL_CHAIN);
    let [title, label, hint, button] =
        ["journal-noted", "journal-noted-field", "journal-noted-hint", "journal-noted-do"]
            .map(|key| words.t(key));
    let field = view! {
        <TextField form=form name=NOTED label=label hint=hint value=typed.to_owned() autocomplete="off"/>
    };
    view! {
        <section class="part no-print" aria-labelledby="notee">
            <header><h2 id="notee">{title}</h2></header>
            {answer}
            <form class="form narrow" method="get" action=paths::ADMINISTRATION_JOURNAL_CHAIN novalidate>
                {field}
                <p class="acts"><button class="button">{button}</button></p>
            </form>
        </section>
    }
    .into_any()
}

/// The journal, to take away.
fn files(words: &Words) -> AnyView {
    view! {
        <section class="part no-print" aria-labelledby="fichiers">
            <header><h2 id="fichiers">{words.t("journal-files")}</h2></header>
            <p>{words.t("journal-files-text")}</p>
            <p class="acts">
                <a class="button" href=paths::JOURNAL_CSV download>{words.t("journal-files-csv")}</a>
                " "
                <a class="button" href=paths::JOURNAL_LINES download>{words.t("journal-files-lines")}</a>
            </p>
        </section>
    }
    .into_any()
}

/// How long it is kept.
async fn keep(rq: &Request) -> backend::Result<AnyView> {
    let words = &rq.words;
    let (kept, version) = journal::kept(&rq.cx).await?;
    let here = paths::ADMINISTRATION_JOURNAL_CHAIN.to_owned();
    let form = rq.form(KeepJournal::PATH).shown_at(here);
    let [title, years, years_hint, months, months_hint, button] = [
        "journal-keep",
        "journal-keep-years",
        "journal-keep-years-hint",
        "journal-keep-months",
        "journal-keep-months-hint",
        "journal-keep-do",
    ]
    .map(|key| words.t(key));
    let number = kept.years.map(|years| years.to_string()).unwrap_or_default();
    let fields = view! {
        <TextField
            form=form.clone() name="years" label=years hint=years_hint value=number
            inputmode="numeric" short=true optional=true autocomplete="off"
        />
        <TextField
            form=form.clone() name="origin_months" label=months hint=months_hint
            value=kept.origin_months.to_string() inputmode="numeric" short=true autocomplete="off"
        />
    };
    let version = form.version(version);
    Ok(view! {
        <section class="part no-print" aria-labelledby="duree">
            <header><h2 id="duree">{title}</h2></header>
            <FormView form=form>
                <input type="hidden" name="version" value=version/>
                {fields}
                <p class="acts"><button class="button">{button}</button></p>
            </FormView>
        </section>
    }
    .into_any())
}

/// What the journal says of the person asking.
pub async fn own(rq: Request) -> PageResult {
    let lines = journal::own(&rq.cx, rq.page_number()).await?;
    let words = &rq.words;
    let title = words.t("journal-own-title");
    let list = match lines.rows.is_empty() {
        true => view! { <Empty text=words.t("journal-own-none") action=None/> }.into_any(),
        false => days(words, &lines.rows),
    };
    let ancestors = vec![(paths::ACCOUNT.to_owned(), words.t("menu-account"))];
    let view = view! {
        <Breadcrumb rq=rq.clone() ancestors=ancestors/>
        <header class="page-head">
            <h1>{title.clone()}</h1>
            <p class="muted">{words.t("journal-own-lead")}</p>
        </header>
        {list}
        <Pager rq=rq.clone() number=lines.number.get() pages=lines.pages()/>
    };
    Ok(Document::new(title, view).at(Place::Account).unlisted())
}
