//! `/groupes/{slug}`

use backend::{
    Page,
    contributions::Row,
    feed::Feed,
    groups::{GroupPerson, GroupView, HandedIn},
    home::Asked,
};
use domain::{
    groups::{GroupRole, GroupState, Visibility},
    home::AskedKind,
};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::{admissions, done, thread::thread, visibility_word};
use crate::{
    contributions::parts,
    feed,
    groups::actions::{AnswerInvitation, BeginGroup, JoinGroup, WithdrawRequest},
    home::asks::{about, ask_href, ask_words},
    paths,
    request::Request,
    ui::{
        Breadcrumb, Document, Empty, ErrorSummary, FormView, Icon, Notice, NoticeTone, PageResult, Pager,
        State,
        document::{Place, initials},
    },
    words::Words,
};

/// News shown.
const SHOWN: u64 = 6;

/// One group: what is asked of it, what is next, its texts, its people.
pub async fn show(rq: Request) -> PageResult {
    let cx = &rq.cx;
    let group = backend::groups::show(cx, rq.param("slug")).await?;
    let texts = backend::contributions::list_of_group(cx, group.id, rq.page_number()).await?;
    let asked = match cx.actor.person() {
        Some(_) => backend::home::asked_of_me(cx).await?.now.into_iter().find(|ask| ask.is_of(&group.slug)),
        None => None,
    };
    let discussions = crate::discussions::pages::part(&rq, &group).await?;
    let library = crate::library::pages::part(&rq, &group).await?;
    let news = match group.may.read_work {
        true => Some(backend::feed::latest(cx, group.id, SHOWN).await?),
        false => None,
    };
    let words = &rq.words;
    let kind = words.group_kind(group.kind);
    let visibility = visibility_word(words, group.visibility).to_lowercase();
    let thread = group.may.read_work.then(|| thread(words, &group));
    let eyebrow = say!(words, "groups-eyebrow", kind = kind, visibility = visibility);
    let setting_up = (group.state == GroupState::SettingUp)
        .then(|| view! { " "<State name="setting-up" label=words.t("groups-state-setting-up")/> });
    let view = view! {
        <Breadcrumb rq=rq.clone() ancestors=vec![(paths::GROUPS.to_owned(), words.t("groups-title"))]/>
        <header class="page-head">
            <p class="eyebrow">{eyebrow}{setting_up}</p>
            <h1>{group.name.clone()}</h1>
            {mandate(words, &group)}
        </header>
        {done(&rq, None)}
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
            {people_part(&rq, &group)}
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

/// The mandate letter beyond the question itself: by whom, for when, what is to be handed in.
fn letter(rq: &Request, group: &GroupView) -> Option<impl IntoView + use<>> {
    let words = &rq.words;
    let today = rq.cx.today();
    let due = group.due_on.map(|day| {
        let late = day < today && group.state != GroupState::Closed;
        if late { say!(words, "groups-due-late", day = words.day(day)) } else { words.day(day) }
    });
    let facts: Vec<_> = [
        ("groups-asked-by", Some(group.asked_by.clone())),
        ("groups-due-on", due),
        ("groups-deliverable", Some(group.deliverable.clone())),
    ]
    .into_iter()
    .filter_map(|(name, said)| said.filter(|said| !said.is_empty()).map(|said| (name, said)))
    .map(|(name, said)| view! { <dt>{words.t(name)}</dt><dd>{said}</dd> })
    .collect();
    (!facts.is_empty()).then(|| {
        view! {
            <section class="part" aria-labelledby="lettre">
                <h2 id="lettre">{words.t("groups-letter")}</h2>
                <dl class="facts-list tall">{facts}</dl>
            </section>
        }
    })
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
    if group.state == GroupState::Closed {
        let text = words.t("groups-closed-notice");
        warnings.push(view! { <Notice tone=NoticeTone::Info><p>{text}</p></Notice> }.into_any());
    } else if group.unled {
        let text = words.t("groups-no-facilitator");
        warnings.push(view! { <Notice tone=NoticeTone::Warning><p>{text}</p></Notice> }.into_any());
    }
    // Nothing is said twice: the next step may be about them already.
    let said = asked.is_some_and(|ask| ask.kind == AskedKind::Request);
    if group.requests > 0 && !said {
        let href = paths::group_members(&group.slug);
        let text = say!(words, "admissions-requests-wait", count = group.requests);
        warnings
            .push(view! { <Notice tone=NoticeTone::Info><p><a href=href>{text}</a></p></Notice> }.into_any());
    }
    warnings
}

/// What this person can do here first: what is asked of them, or else how to come in.
fn next_step(rq: &Request, group: &GroupView, asked: Option<Asked>) -> Option<AnyView> {
    let words = &rq.words;
    let step = |title: String, text: String, action: AnyView| {
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
        let text = say!(words, "groups-next-about", about = about(words, &ask), text = text);
        let link = view! { <a class="button next" href=ask_href(&ask)>{action}</a> }.into_any();
        return Some(step(title, text, link));
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
        return Some(step(words.t("life-begin-title"), words.t("life-begin-text"), begin.into_any()));
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
        return Some(step(words.t("groups-join-title"), words.t("groups-join-text"), join.into_any()));
    }
    if group.may.read_work || group.role.is_some() {
        return None;
    }
    let link =
        view! { <a class="button" href=paths::PUBLICATIONS>{words.t("groups-public-action")}</a> }.into_any();
    (!group.may.see_people).then(|| step(words.t("groups-public-title"), words.t("groups-public-text"), link))
}

/// The last things that happened.
fn news_part(words: &Words, group: &GroupView, news: &Feed) -> Option<impl IntoView + use<>> {
    (!news.lines.is_empty()).then(|| {
        let all = paths::group_feed(&group.slug);
        view! {
            <section class="part" aria-labelledby="actualites">
                <header>
                    <h2 id="actualites">{words.t("feed-now")}</h2>
                    " "
                    <a class="go" href=all>{words.t("feed-all")}</a>
                </header>
                {feed::pages::short(words, &news.lines)}
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
    let write =
        group.may.write.then(|| view! { <a class="go" href=new.clone()>{words.t("groups-write")}</a> });
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

fn people_part(rq: &Request, group: &GroupView) -> Option<AnyView> {
    let words = &rq.words;
    let facilitators = group.facilitators.as_ref()?;
    let me = rq.cx.actor.user_id();
    let list = |people: &[GroupPerson]| {
        let items = people
            .iter()
            .map(|person| {
                let you = (Some(person.id) == me).then(|| format!(" {}", words.t("groups-you")));
                let observer = (person.role == GroupRole::Observer).then(|| {
                    view! { " "<small>{words.group_role(person.role)}</small> }
                });
                view! {
                    <li>
                        <span class="face" aria-hidden="true">{initials(&person.name)}</span>
                        <span>{person.name.clone()}{you}{observer}</span>
                    </li>
                }
            })
            .collect_view();
        view! { <ul class="people">{items}</ul> }
    };
    let runs = (!facilitators.is_empty()).then(|| {
        view! { <h3 class="eyebrow">{words.t("groups-facilitators")}</h3>{list(facilitators)} }
    });
    // Two run a group better than one.
    let alone = facilitators.len() == 1 && group.may.manage_members && group.state != GroupState::Closed;
    let second = alone.then(|| {
        let href = paths::group_members(&group.slug);
        view! { <p class="muted">{words.t("groups-second-facilitator")}" "<a href=href>{words.t("groups-name-second")}</a></p> }
    });
    let others = group.people.as_ref().filter(|people| !people.is_empty()).map(|people| {
        view! { <h3 class="eyebrow">{words.t("groups-others")}</h3>{list(people)} }
    });
    let all = group.may.see_people.then(|| {
        view! { <p><a class="go" href=paths::group_members(&group.slug)>{words.t("groups-all-people")}</a></p> }
    });
    Some(
        view! {
            <aside class="aside" aria-label=words.t("groups-aside")>
                {letter(rq, group)}
                <section class="part" aria-labelledby="gens">
                    <h2 id="gens">{words.t("groups-people")}</h2>
                    {runs}
                    {second}
                    {others}
                    {all}
                </section>
            </aside>
        }
        .into_any(),
    )
}
