//! What several pages about amendments show: what one changes, its facts, what became of it.

use backend::{
    charter::{
        VersionView,
        amendments::{AmendmentView, Outcome},
    },
    contributions::{Block, Change, Comparison, Span},
};
use domain::{
    charter::{AmendmentKind, AmendmentState, ArticleNumber, Hands},
    policy::{CharterAction, Permission},
};
use leptos::prelude::*;

use crate::{
    behalf,
    charter::pages::parts::article_name,
    contributions::parts::spans,
    paths,
    request::Request,
    ui::{Facts, State},
    words::Words,
};

/// What is shown of amendments beside each article of a version.
pub struct Amending {
    slug: String,
    number: i32,
    /// Whether the person reading may propose one today.
    may_propose: bool,
    counts: Vec<(Option<ArticleNumber>, u64)>,
}

impl Amending {
    /// Of a version that is, or was, open to amendments.
    pub fn of(rq: &Request, view: &VersionView) -> Option<Amending> {
        let may_propose = may_propose(rq, view.version.is_amendable_on(rq.cx.today()));
        if !may_propose && view.amendments.is_empty() {
            return None;
        }
        let (slug, number) = (view.head.slug.clone(), view.version.number);
        Some(Amending { slug, number, may_propose, counts: view.amendments.clone() })
    }

    /// How many there are, and the way to propose one.
    pub fn beside(&self, words: &Words, article: ArticleNumber) -> AnyView {
        let count = self.counts.iter().find(|(of, _)| *of == Some(article)).map(|(_, count)| *count);
        let name = article_name(words, article);
        let count = count.map(|count| {
            let href = paths::amendments_to(&self.slug, self.number, article);
            let label = say!(words, "amendments-count-of", count = count, article = name.clone());
            view! { <a href=href aria-label=label>{say!(words, "amendments-count", count = count)}</a> }
        });
        let propose = self.may_propose.then(|| {
            let href = paths::amend(&self.slug, self.number, article);
            let label = say!(words, "amendments-propose-to", article = name);
            view! { <a href=href aria-label=label>{words.t("amendments-propose")}</a> }
        });
        view! { {propose}{count} }.into_any()
    }
}

/// Whether the person reading may propose amendments to a version that is open to them, or not.
pub fn may_propose(rq: &Request, is_open: bool) -> bool {
    is_open && rq.cx.may(Permission::Charter(CharterAction::Amend))
}

/// « Amendement 12 », « Sous-amendement 13 ».
pub fn name(words: &Words, number: i32, is_below: bool) -> String {
    if is_below {
        say!(words, "amendments-sub-one", number = number)
    } else {
        say!(words, "amendments-one", number = number)
    }
}

/// What an amendment would do, and to which article.
pub fn aim(words: &Words, kind: AmendmentKind, article: Option<ArticleNumber>) -> String {
    let Some(article) = article else { return words.t("amendments-add-first") };
    let article = article.to_string();
    match kind {
        AmendmentKind::Change => say!(words, "amendments-change", article = article),
        AmendmentKind::Add => say!(words, "amendments-add", article = article),
        AmendmentKind::Remove => say!(words, "amendments-remove", article = article),
    }
}

/// Where an amendment stands: an icon and a word.
pub fn state(words: &Words, state: AmendmentState) -> AnyView {
    let name = match state {
        AmendmentState::Open => "waiting",
        AmendmentState::Adopted => "done",
        AmendmentState::Rejected => "refused",
        AmendmentState::Withdrawn | AmendmentState::Fallen => "withdrawn",
    };
    view! { <State name=name label=words.t(&format!("amendments-state-{}", state.code()))/> }.into_any()
}

/// Where it stands, what it would do, who proposed and supports it.
pub fn facts(words: &Words, view: &AmendmentView, slug: &str, version: i32) -> AnyView {
    let mut facts = vec![state(words, view.facts.state)];
    match view.parent {
        Some(parent) => {
            let href = paths::amendment(slug, version, parent);
            let name = say!(words, "amendments-of", number = parent);
            facts.push(view! { <a href=href>{name}</a> }.into_any());
        }
        None => facts.push(aim(words, view.kind, view.article).into_any()),
    }
    facts.push(view.by.clone().into_any());
    facts.extend(behalf::part::hand(words, view.entered_by.as_ref()));
    if !view.supporters.is_empty() {
        facts.push(say!(words, "amendments-supports", count = view.supporters.len()).into_any());
    }
    facts.push(words.day_of(view.at).into_any());
    view! { <Facts facts=facts/> }.into_any()
}

/// What changes, in one column: words that go and words that come, where they stand. What stays is only counted.
pub fn changes(words: &Words, compared: &Comparison) -> AnyView {
    let mut shown: Vec<AnyView> = Vec::new();
    let language = words.council_language();
    if !matches!(&compared.title, Block::Same(_)) {
        let label = words.t("amendments-title-changes");
        let title = spans(words, &block(&compared.title));
        shown.push(view! { <p class="source"><b>{label}</b>" "{title}</p> }.into_any());
    }
    let mut same = 0_usize;
    let count = |same: &mut usize| {
        let count = std::mem::take(same);
        (count > 0).then(|| {
            let text = say!(words, "contributions-compare-same", count = count);
            view! { <p class="muted">{text}</p> }.into_any()
        })
    };
    for one in &compared.blocks {
        if matches!(one, Block::Same(_)) {
            same += 1;
            continue;
        }
        shown.extend(count(&mut same));
        shown.push(view! { <p class="source">{spans(words, &block(one))}</p> }.into_any());
    }
    shown.extend(count(&mut same));
    view! { <div class="stack" lang=language>{shown}</div> }.into_any()
}

fn block(block: &Block) -> Vec<Span> {
    let one = |change, text: &str| vec![Span { change, text: text.to_owned() }];
    match block {
        Block::Same(text) => one(Change::Equal, text),
        Block::Changed(spans) => spans.clone(),
        Block::Inserted(text) => one(Change::Inserted, text),
        Block::Deleted(text) => one(Change::Deleted, text),
    }
}

/// Why it is proposed.
pub fn reasons(words: &Words, view: &AmendmentView) -> AnyView {
    let html = view.reasons_html.clone();
    view! {
        <div class="prose" lang=words.council_language()>
            <p><b>{words.t("amendments-reasons")}</b></p>
            <div inner_html=html></div>
        </div>
    }
    .into_any()
}

/// What became of it, once it was examined or taken back.
pub fn outcome(words: &Words, view: &AmendmentView, slug: &str, version: i32) -> Option<AnyView> {
    let outcome = view.outcome.as_ref()?;
    let told = told(words, outcome);
    let fell_for = outcome.fell_for.map(|number| {
        let href = paths::amendment(slug, version, number);
        view! { <p><a href=href>{say!(words, "amendments-fell-for", number = number)}</a></p> }
    });
    let hands = outcome.hands.map(|counted| view! { <p>{hands(words, counted)}</p> });
    let note = (!outcome.note.is_empty())
        .then(|| view! { <p lang=words.council_language()>{outcome.note.clone()}</p> });
    let settled = outcome.settled.as_ref().map(|compared| {
        view! { <p><b>{words.t("amendments-settled-words")}</b></p>{changes(words, compared)} }
    });
    let integrated =
        view.is_integrated.then(|| view! { <p class="muted">{words.t("amendments-integrated")}</p> });
    Some(
        view! {
            <div class="reply">
                <p>{state(words, view.facts.state)}" "<span class="muted">{told}</span></p>
                {fell_for}
                {hands}
                {note}
                {settled}
                {integrated}
            </div>
        }
        .into_any(),
    )
}

fn told(words: &Words, outcome: &Outcome) -> String {
    let moment = words.moment(outcome.at);
    if outcome.is_taken_back {
        say!(words, "amendments-taken-back", moment = moment)
    } else {
        say!(words, "amendments-settled", name = outcome.by.clone(), moment = moment)
    }
}

fn hands(words: &Words, hands: Hands) -> String {
    let (for_it, against, neither) = (hands.in_favour, hands.against, hands.abstained);
    say!(words, "amendments-hands", infavour = for_it, against = against, abstained = neither)
}

/// An amendment among others, at a level of titles.
pub fn card(rq: &Request, view: &AmendmentView, slug: &str, version: i32) -> AnyView {
    let words = &rq.words;
    let id = format!("amendement-{}", view.number);
    let titled = format!("{id}-titre");
    let labelled = titled.clone();
    let href = paths::amendment(slug, version, view.number);
    view! {
        <article class="talk" id=id aria-labelledby=labelled>
            <h3 id=titled><a class="row-title" href=href>{name(words, view.number, view.parent.is_some())}</a></h3>
            {facts(words, view, slug, version)}
            {changes(words, &view.compared)}
            {reasons(words, view)}
            {outcome(words, view, slug, version)}
        </article>
    }
    .into_any()
}
