//! `/groupes/{slug}`

use backend::{
    Page,
    contributions::Row,
    feed::Line,
    groups::{GroupView, HandedIn},
    home::Asked,
};
use domain::{
    declarations::{Target, TargetKind},
    groups::{GroupState, Visibility},
    home::AskedKind,
};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::{aside::aside, done, next_step::next_step, thread::thread, visibility_word};
use crate::{
    contributions::parts,
    feed,
    groups::actions::{AnswerInvitation, BeginGroup, JoinGroup, WithdrawRequest},
    paths,
    portraits::face::Face,
    request::Request,
    ui::{
        Breadcrumb, Document, Empty, ErrorSummary, Icon, Notice, NoticeTone, PageResult, Pager, State,
        document::Place,
    },
    words::Words,
};

/// News shown.
const SHOWN: usize = 6;

/// One group: what is asked of it, what is next, its texts, its people.
pub async fn show(rq: Request) -> PageResult {
    let rq = rq.reading_together().await?;
    let cx = &rq.cx;
    let group = backend::groups::show(cx, rq.param("slug")).await?;
    let total = group.texts.values().sum();
    let texts = backend::contributions::list_of_group(cx, group.id, total, rq.page_number()).await?;
    let asked = backend::home::asked_in(cx, &group).await?;
    let discussions = crate::discussions::pages::part(&rq, &group).await?;
    let library = crate::library::pages::part(&rq, &group).await?;
    let news = match group.may.read_work {
        true => Some(backend::feed::latest(cx, group.id, SHOWN).await?),
        false => None,
    };
    let target = Target { kind: TargetKind::Group, id: group.id.0 };
    let declared = crate::declarations::part::on(&rq, target).await?;
    let standing_in = crate::delegations::part::of_group(&rq, group.id).await?;
    let words = &rq.words;
    let kind = words.group_kind(group.kind);
    let visibility = visibility_word(words, group.visibility).to_lowercase();
    let thread = group.may.read_work.then(|| thread(words, &group));
    let eyebrow = say!(words, "groups-eyebrow", kind = kind, visibility = visibility);
    let setting_up = (group.state == GroupState::SettingUp)
        .then(|| view! { " "<State name="setting-up" label=words.t("groups-state-setting-up")/> });
    let named = view! { <p class="eyebrow">{eyebrow}{setting_up}</p><h1>{group.name.clone()}</h1> };
    let named = match &group.portrait {
        Some(mark) => {
            let portrait = Some(paths::group_portrait(&group.slug, mark));
            view! {
                <div class="person-head">
                    <Face name=group.name.clone() portrait=portrait group=true large=true/>
                    <div>{named}</div>
                </div>
            }
            .into_any()
        }
        None => named.into_any(),
    };
    let view = view! {
        <Breadcrumb rq=rq.clone() ancestors=vec![(paths::GROUPS.to_owned(), words.t("groups-title"))]/>
        <header class="page-head">
            {named}
            {mandate(words, &group)}
            {declared}
        </header>
        {done(&rq, None)}
        {standing_in}
        {warnings(words, &group, asked.as_ref())}
        <ErrorSummary form=rq.form(JoinGroup::PATH)/>
        <ErrorSummary form=rq.form(AnswerInvitation::PATH)/>
        <ErrorSummary form=rq.form(WithdrawRequest::PATH)/>
        <ErrorSummary form=rq.form(BeginGroup::PATH)/>
        <div class="two">
            {thread}
            <div class="body">
                {outcome(words, &group)}
                {next_step(&rq, &group, asked)}
                {menu(words, &group)}
                {texts_part(&rq, &group, texts)}
                {discussions}
                {library}
                {news.map(|news| news_part(words, &group, &news))}
            </div>
            {aside(&rq, &group)}
        </div>
    };
    let description = group.mandate.lines().next().unwrap_or_default().to_owned();
    let document = Document::new(group.name.clone(), view).at(Place::Groups).described(description);
    Ok(if group.visibility == Visibility::Open { document } else { document.unlisted() })
}

fn mandate(words: &Words, group: &GroupView) -> impl IntoView + use<> {
    let lines = if group.mandate.is_empty() {
        view! { <p class="muted">{words.t("groups-no-mandate")}</p> }.into_any()
    } else {
        let paragraphs = group.mandate.split('\n').map(str::trim).filter(|line| !line.is_empty());
        paragraphs.map(|line| view! { <p>{line.to_owned()}</p> }).collect_view().into_any()
    };
    let dates = group.may.read_work.then(|| {
        let opened = say!(words, "groups-opened", day = words.day_of(group.created_at));
        let text = match group.closed_at {
            Some(at) => say!(words, "groups-ended", day = words.day_of(at)),
            None => opened,
        };
        view! { <p class="muted">{text}</p> }
    });
    view! { <div class="mandate">{lines}{dates}</div> }
}

/// What a closed group handed in, and why one that was closed is at work again.
fn outcome(words: &Words, group: &GroupView) -> Option<AnyView> {
    if !group.reopening_reason.is_empty() {
        let text = say!(words, "life-reopened-because", reason = group.reopening_reason.clone());
        return Some(view! { <p class="muted">{text}</p> }.into_any());
    }
    let handed_in = group.handed_in.as_ref().map(|handed_in| match handed_in {
        HandedIn::Text(id, title) => {
            view! { <p><a href=paths::contribution(*id)>{title.clone()}</a></p> }.into_any()
        }
        HandedIn::Sentence(sentence) => view! { <p>{sentence.clone()}</p> }.into_any(),
    });
    let note = group.closing_note.lines().map(str::trim).filter(|line| !line.is_empty());
    let note: Vec<_> = note.map(|line| view! { <p class="muted">{line.to_owned()}</p> }).collect();
    (handed_in.is_some() || !note.is_empty()).then(|| {
        view! {
            <section class="panel warm" aria-labelledby="remis">
                <h2 id="remis">{words.t("life-handed-in")}</h2>
                {handed_in}
                {note}
            </section>
        }
        .into_any()
    })
}

fn warnings(words: &Words, group: &GroupView, asked: Option<&Asked>) -> Vec<AnyView> {
    let mut warnings = Vec::new();
    // Nothing is said twice: the next step may be about it already.
    let said = |kind| asked.is_some_and(|ask| ask.kind == kind);
    if group.state == GroupState::Closed {
        let text = words.t("groups-closed-notice");
        warnings.push(view! { <Notice tone=NoticeTone::Info><p>{text}</p></Notice> }.into_any());
    } else if group.unled && !said(AskedKind::Lead) {
        let text = words.t("groups-no-facilitator");
        warnings.push(view! { <Notice tone=NoticeTone::Warning><p>{text}</p></Notice> }.into_any());
    }
    if group.requests > 0 && !said(AskedKind::Request) {
        let href = paths::group_members(&group.slug);
        let text = say!(words, "admissions-requests-wait", count = group.requests);
        warnings
            .push(view! { <Notice tone=NoticeTone::Info><p><a href=href>{text}</a></p></Notice> }.into_any());
    }
    warnings
}

/// The last things that happened.
fn news_part(words: &Words, group: &GroupView, news: &[Line]) -> Option<impl IntoView + use<>> {
    (!news.is_empty()).then(|| {
        let all = paths::group_feed(&group.slug);
        view! {
            <section class="part" aria-labelledby="actualites">
                <header>
                    <h2 id="actualites">{words.t("feed-now")}</h2>
                    " "
                    <a class="go" href=all>{words.t("feed-all")}</a>
                </header>
                {feed::pages::short(words, news)}
            </section>
        }
    })
}

/// The quiet actions.
fn menu(words: &Words, group: &GroupView) -> Option<impl IntoView + use<>> {
    let may = group.may;
    if !(may.edit || may.manage_members || may.leave || may.close || may.reopen) {
        return None;
    }
    let members = paths::group_members(&group.slug);
    let item = |allowed: bool, href: String, icon: &'static str, key: &str| {
        allowed.then(|| view! { <li><a href=href><Icon name=icon/>" "{words.t(key)}</a></li> })
    };
    Some(view! {
        <details class="menu">
            <summary class="button">{words.t("groups-actions")}" "<Icon name="down"/></summary>
            <ul>
                {item(may.manage_members, members.clone(), "users", "groups-manage")}
                {item(may.edit, paths::group_edit(&group.slug), "settings", "groups-edit")}
                {item(may.hand_over, paths::group_handover(&group.slug), "arrow", "handovers-menu")}
                {item(may.close, paths::group_close(&group.slug), "closed", "life-close")}
                {item(may.reopen, paths::group_reopen(&group.slug), "restore", "life-reopen")}
                {item(may.leave, format!("{members}?quitter=oui"), "logout", "groups-leave")}
            </ul>
        </details>
    })
}

fn texts_part(rq: &Request, group: &GroupView, texts: Page<Row>) -> Option<AnyView> {
    let words = &rq.words;
    // For who knows only the name and the mandate, a list that is always empty would say nothing.
    if texts.rows.is_empty() && !group.may.read_work && !rq.cx.actor.is_council_member() {
        return None;
    }
    let new = paths::new_contribution(&group.slug);
    let write = group.may.write.then(|| {
        view! {
            <a class="go" href=new.clone()>{words.t("groups-write")}</a>
            " "
            <a class="go" href=paths::new_from_file(&group.slug)>{words.t("intake-start")}</a>
        }
    });
    let header = (!texts.rows.is_empty()).then_some(write);
    let (number, pages) = (texts.number.get(), texts.pages());
    let list = if texts.rows.is_empty() {
        let (text, action) = match (group.may.write, group.may.read_work) {
            (true, _) => ("groups-texts-empty", Some((new, words.t("groups-write")))),
            (false, true) => ("groups-texts-empty-reader", None),
            (false, false) => ("groups-texts-empty-outside", None),
        };
        view! { <Empty text=words.t(text) action=action/> }.into_any()
    } else {
        // All of one group: naming it in each row would say nothing.
        let rows =
            texts.rows.into_iter().map(|row| parts::row(words, &Row { group: None, ..row })).collect_view();
        view! { <ul class="rows">{rows}</ul> }.into_any()
    };
    Some(
        view! {
            <section class="part" aria-labelledby="textes">
                <header><h2 id="textes">{words.t("groups-texts")}</h2>" "{header}</header>
                {list}
                <Pager rq=rq.clone() number=number pages=pages/>
            </section>
        }
        .into_any(),
    )
}
