//! `/bibliotheque`, `/groupes/{slug}/bibliotheque`, `/bibliotheque/dossiers/{id}`

use backend::{
    contributions::GroupRef,
    library::{FolderView, LibraryRef, Place},
};
use leptos::prelude::*;

use super::{done, library_name, menu, piece, place_path, way_back};
use crate::{
    library::report,
    paths,
    request::Request,
    ui::{Breadcrumb, Document, Empty, ErrorSummary, Icon, Notice, NoticeTone, PageResult},
    words::Words,
};

/// The top of the common library.
pub async fn common(rq: Request) -> PageResult {
    let rq = rq.reading_together().await?;
    let groups = backend::library::libraries(&rq.cx).await?;
    show(rq, Place::Common, groups).await
}

/// The top of the library of a group.
pub async fn of_group(rq: Request) -> PageResult {
    let rq = rq.reading_together().await?;
    let place = Place::Group(rq.param("slug").to_owned());
    show(rq, place, Vec::new()).await
}

/// A folder.
pub async fn folder(rq: Request) -> PageResult {
    let rq = rq.reading_together().await?;
    let place = Place::Folder(rq.id("id")?);
    show(rq, place, Vec::new()).await
}

async fn show(rq: Request, place: Place, groups: Vec<GroupRef>) -> PageResult {
    let after = rq.query("apres").and_then(|id| id.parse().ok());
    let found = backend::library::folder(&rq.cx, &place, after).await?;
    let words = &rq.words;
    let top = found.folder.is_none();
    let title = match &found.folder {
        Some((_, name)) => name.clone(),
        None => library_name(words, &found.library),
    };
    let mut ancestors = way_back(words, &found.library, &found.ancestors);
    if top {
        ancestors.pop();
    }
    let breadcrumb =
        (!ancestors.is_empty()).then(|| view! { <Breadcrumb rq=rq.clone() ancestors=ancestors/> });
    let eyebrow = (!top).then(|| {
        view! { <p class="eyebrow">{library_name(words, &found.library)}</p> }
    });
    let lead = (top && found.library == LibraryRef::Common)
        .then(|| view! { <p class="muted">{words.t("library-lead")}</p> });
    let rows = found.rows.iter().map(|row| piece::row_to_choose(words, row)).collect_view();
    let list = match (found.rows.is_empty(), found.may.deposit) {
        (false, _) => view! {
            <form class="choosing" action=paths::LIBRARY_SELECTION>
                <input type="hidden" name="dans" value=found.place.to_string()/>
                <ul class="rows shelf">{rows}</ul>
                <p class="acts">
                    <button class="button"><Icon name="download"/>" "{words.t("library-selection")}</button>
                </p>
            </form>
        }
        .into_any(),
        (true, true) => view! { <Empty text=words.t("library-empty")/> }.into_any(),
        (true, false) => view! { <Empty text=words.t("library-empty-reader")/> }.into_any(),
    };
    let view = view! {
        {breadcrumb}
        {report::told(&rq)}
        <ErrorSummary form=rq.form(paths::DEPOSIT)/>
        <header class="page-head">
            {eyebrow}
            <h1>{title.clone()}</h1>
            {lead}
        </header>
        {done(&rq)}
        {nothing_chosen(&rq)}
        <div class="two">
            <div class="body">
                {tools(words, &found)}
                {list}
                {pages(&rq, &found, after.is_some())}
                {deposit(&rq, &found)}
            </div>
            {aside(words, &groups)}
        </div>
    };
    let document_title = match &found.library {
        LibraryRef::Group(group) if !top => format!("{title}, {}", group.name),
        _ => title,
    };
    let document = Document::new(document_title, view).at(menu(&found.library)).unlisted();
    Ok(if found.may.deposit { document.with_script("deposit.js") } else { document })
}

/// Somebody asked for what is chosen, and nothing was.
fn nothing_chosen(rq: &Request) -> Option<AnyView> {
    (rq.query("fait") == Some("rien")).then(|| {
        let text = rq.words.t("library-selection-none");
        view! { <Notice tone=NoticeTone::Info><p>{text}</p></Notice> }.into_any()
    })
}

/// What can be added besides files, and the quiet ways.
fn tools(words: &Words, found: &FolderView) -> Option<AnyView> {
    if !found.may.bin && found.rows.is_empty() {
        return None;
    }
    let place = found.place.to_string();
    let item = |what: &str, icon: &'static str, key: &str| {
        view! { <li><a href=paths::library_add(&place, what)><Icon name=icon/>" "{words.t(key)}</a></li> }
    };
    let add = found.may.deposit.then(|| {
        view! {
            <details class="menu">
                <summary class="button">{words.t("library-add")}" "<Icon name="down"/></summary>
                <ul>
                    {item("dossier", "folder", "library-add-folder")}
                    {item("note", "texts", "library-add-note")}
                    {item("lien", "link", "library-add-link")}
                    {item("ressources", "book", "dossiers-add-one")}
                </ul>
            </details>
        }
    });
    let files = found.may.deposit.then(|| {
        view! { <a class="go" href="#deposer"><Icon name="upload"/>" "{words.t("library-to-deposit")}</a> }
    });
    let bin = found.may.bin.then(|| {
        let href = paths::library_bin(&place_path(&found.top));
        view! { <a class="go" href=href><Icon name="trash"/>" "{words.t("library-bin")}</a> }
    });
    let archive = (!found.rows.is_empty()).then(|| {
        let href = paths::library_archive(&place);
        view! { <a class="go" href=href download><Icon name="download"/>" "{words.t("library-archive")}</a> }
    });
    let share = found.folder.as_ref().filter(|_| found.may.share).map(|(id, _)| {
        view! { <a class="go" href=paths::links(*id)><Icon name="link"/>" "{words.t("library-share")}</a> }
    });
    let tags = (found.folder.is_none() && found.library == LibraryRef::Common).then(|| {
        view! { <a class="go" href=paths::TAGS><Icon name="filter"/>" "{words.t("keywords-see")}</a> }
    });
    Some(view! { <div class="acts no-print">{add}{files}{archive}{share}{tags}{bin}</div> }.into_any())
}

/// The way to what follows, and back to the beginning.
fn pages(rq: &Request, found: &FolderView, later: bool) -> Option<AnyView> {
    let words = &rq.words;
    let next = found.next.map(|id| {
        let href = rq.with_query("apres", Some(&id.to_string()));
        view! { <li><a href=href rel="next">{words.t("pager-next")}" "<Icon name="forward"/></a></li> }
    });
    let first = later.then(|| {
        let href = rq.with_query("apres", None);
        view! { <li><a href=href><Icon name="back"/>" "{words.t("library-first-page")}</a></li> }
    });
    (next.is_some() || later).then(|| {
        view! { <nav class="pager" aria-label=words.t("pager")><ul>{first}{next}</ul></nav> }.into_any()
    })
}

/// Depositing files, several at once.
fn deposit(rq: &Request, found: &FolderView) -> Option<AnyView> {
    if !found.may.deposit {
        return None;
    }
    let words = &rq.words;
    let here = place_path(&found.place);
    let form = rq.form(paths::DEPOSIT).shown_at(here.clone());
    let place = paths::segment(&found.place.to_string());
    let action = format!("{}&dans={place}", rq.posting_from(paths::DEPOSIT, &here));
    let hint = say!(words, "library-files-hint", size = piece::size(words, found.largest));
    let field = piece::files_field(&form, words.t("library-files"), hint, true, None);
    Some(
        view! {
            <section class="part no-print" id="deposer" aria-labelledby="t-deposer">
                <header><h2 id="t-deposer">{words.t("library-deposit-title")}</h2></header>
                <deposit-files
                    data-to=format!("{}?dans={place}", paths::UPLOADS)
                    data-page=here
                    data-folder=words.t("library-send-folder")
                    data-board=words.t("library-send-board")
                    data-total=words.t("library-send-total")
                    data-pause=words.t("library-send-pause")
                    data-resume=words.t("library-send-resume")
                    data-cancel=words.t("library-send-cancel")
                    data-stop=words.t("library-send-stop")
                    data-see=words.t("library-send-see")
                    data-done=words.t("library-send-done")
                    data-there=words.t("library-file-there")
                    data-failed=words.t("library-send-failed")
                    data-cancelled=words.t("library-send-cancelled")
                    data-empty=words.t("problem-empty-file")
                    data-max=found.largest.to_string()
                    data-large=say!(words, "problem-file-too-large", megabytes = found.largest / 1_000_000)
                    data-status=words.t("library-send-status")
                    data-refused=words.t("library-send-refused")
                >
                    <form class="form" method="post" action=action enctype="multipart/form-data">
                        {field}
                        <p class="acts"><button class="button main">{words.t("library-deposit")}</button></p>
                    </form>
                </deposit-files>
            </section>
        }
        .into_any(),
    )
}

/// The libraries of the groups that one reads.
fn aside(words: &Words, groups: &[GroupRef]) -> Option<AnyView> {
    let items = groups
        .iter()
        .map(|group| {
            let href = paths::group_library(&group.slug);
            view! { <li><a class="row-title" href=href>{group.name.clone()}</a></li> }
        })
        .collect_view();
    (!groups.is_empty()).then(|| {
        view! {
            <aside class="aside" aria-label=words.t("library-groups")>
                <section class="part" aria-labelledby="groupes">
                    <header><h2 id="groupes">{words.t("library-groups")}</h2></header>
                    <ul class="rows">{items}</ul>
                </section>
            </aside>
        }
        .into_any()
    })
}
