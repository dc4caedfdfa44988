//! `/votes/{id}`: a poll, for who votes in it and for who runs it.

use backend::{
    clock,
    polls::{self, PollView},
};
use domain::{
    declarations::{Target, TargetKind},
    ids::PollId,
    policy::Permission,
    polls::{Phase, Secrecy},
};
use leptos::prelude::*;
use server_fn::ServerFn;

use super::{back, counts, majority, phase, quorum, run, voting, when};
use crate::{
    accounts::done,
    declarations, paths,
    polls::actions::{
        CancelPoll, CastBallot, ClosePoll, CountPaper, GiveProxy, ProclaimPoll, TakeBackProxy, TakePaper,
        TypeInProxy,
    },
    request::Request,
    ui::{Document, ErrorSummary, Facts, Form, PageResult, Place},
    words::Words,
};

/// `/votes/{id}`
pub async fn show(rq: Request) -> PageResult {
    let id: PollId = rq.id("id")?;
    let rq = rq.reading_together().await?;
    let poll = polls::show(&rq.cx, id).await?;
    let w = rq.words.clone();
    let secrecy = w.t(&format!("polls-secrecy-{}", poll.secrecy.code()));
    let facts = vec![
        phase(&w, poll.phase, poll.tally.as_ref()),
        when(&w, &poll.times, poll.phase).into_any(),
        secrecy.into_any(),
    ];
    let details = (!poll.details.is_empty()).then(
        || view! { <div class="prose" lang=w.council_language() inner_html=poll.details.clone()></div> },
    );
    let text = poll.text.as_ref().map(|text| {
        let href = paths::contribution(text.id);
        let version = say!(w, "polls-text-version", version = text.version.to_string());
        view! { <p>{w.t("polls-about-text")}" "<a href=href>{text.title.clone()}</a>" ("{version}")."</p> }
    });
    let framing = poll.framing.as_ref().map(|framing| {
        let href = paths::framing_version(&framing.slug, framing.number);
        let name = say!(w, "charter-version-of", title = framing.title.clone(), number = framing.number);
        view! { <p>{w.t("charter-poll-about")}" "<a href=href>{name}</a>"."</p> }
    });
    let runs = rq.cx.may(Permission::RunPolls);
    // Made before the summary of their errors, which names their fields.
    let forms = Forms::new(&rq);
    let mine = voting::part(&rq, &poll, &forms);
    let running = runs.then(|| run::part(&rq, &poll, &forms));
    let title = poll.question.clone();
    let target = Target { kind: TargetKind::Poll, id: id.0 };
    let days = (clock::day(poll.times.opens_at), clock::day(poll.times.closes_at));
    let declared = match matches!(poll.phase, Phase::ToCome | Phase::Open | Phase::ToCount) {
        true => declarations::part::on_poll(&rq, target, days, poll.phase == Phase::Open).await?,
        false => declarations::part::on(&rq, target).await?,
    };
    let view = view! {
        {back(&rq, None)}
        <header class="page-head">
            <p class="eyebrow">{poll.body.clone()}</p>
            <h1 lang=w.council_language()>{title.clone()}</h1>
            <Facts facts=facts/>
        </header>
        {notices(&rq, &forms)}
        {cancelled(&w, &poll)}
        {declared}
        {result(&w, &poll)}
        <div class="two">
            <div class="body">
                {mine}
                <section class="part" aria-labelledby="question">
                    <header><h2 id="question">{w.t("polls-what")}</h2></header>
                    <div class="stack">
                        {details}
                        {text}
                        {framing}
                        {rules(&w, &poll)}
                        {secret(&w, &poll)}
                    </div>
                </section>
            </div>
            {running}
        </div>
    };
    Ok(Document::new(title, view).at(Place::Polls).unlisted())
}

/// The forms of the page, each in one place of it; what is wrong with them is told on top.
pub(super) struct Forms {
    pub cast: Form,
    pub give_proxy: Form,
    pub take_back_proxy: Form,
    pub paper: Form,
    pub count: Form,
    pub proxy_on_paper: Form,
    pub close: Form,
    pub cancel: Form,
    pub proclaim: Form,
}

impl Forms {
    fn new(rq: &Request) -> Forms {
        Forms {
            cast: rq.form(CastBallot::PATH),
            give_proxy: rq.form(GiveProxy::PATH),
            take_back_proxy: rq.form(TakeBackProxy::PATH),
            paper: rq.form(TakePaper::PATH),
            count: rq.form(CountPaper::PATH),
            proxy_on_paper: rq.form(TypeInProxy::PATH),
            close: rq.form(ClosePoll::PATH),
            cancel: rq.form(CancelPoll::PATH),
            proclaim: rq.form(ProclaimPoll::PATH),
        }
    }

    fn all(&self) -> [Form; 9] {
        let Forms {
            cast,
            give_proxy,
            take_back_proxy,
            paper,
            count,
            proxy_on_paper,
            close,
            cancel,
            proclaim,
        } = self;
        [cast, give_proxy, take_back_proxy, paper, count, proxy_on_paper, close, cancel, proclaim]
            .map(Form::clone)
    }
}

fn notices(rq: &Request, forms: &Forms) -> impl IntoView + use<> {
    let said = done(
        rq,
        &[
            ("prepared", "polls-done-prepared"),
            ("changed", "polls-done-changed"),
            ("cast", "polls-done-cast"),
            ("typed-in", "polls-done-typed-in"),
            ("counted", "polls-done-counted"),
            ("proxy-given", "polls-done-proxy-given"),
            ("proxy-typed-in", "polls-done-proxy-typed-in"),
            ("proxy-taken-back", "polls-done-proxy-taken-back"),
            ("closed", "polls-done-closed"),
            ("cancelled", "polls-done-cancelled"),
            ("proclaimed", "polls-done-proclaimed"),
        ],
    );
    let errors = forms.all().map(|form| view! { <ErrorSummary form=form/> });
    view! { {said}{errors.into_iter().collect_view()} }
}

fn cancelled(w: &Words, poll: &PollView) -> Option<impl IntoView + use<>> {
    (poll.phase == Phase::Cancelled).then(|| {
        let why = say!(w, "polls-cancelled-because", reason = poll.cancelled_reason.clone());
        view! { <p class="lead">{why}</p> }
    })
}

/// The result, in words.
fn result(w: &Words, poll: &PollView) -> Option<impl IntoView + use<>> {
    let (tally, number) = (poll.tally?, poll.number?);
    let number = number.to_string();
    let title = if tally.is_carried() {
        say!(w, "polls-result-carried", number = number)
    } else {
        say!(w, "polls-result-rejected", number = number)
    };
    let quorum = (tally.quorum > 0).then(|| {
        let (voted, entitled, quorum) = (tally.count.total(), tally.entitled, tally.quorum);
        let told = if tally.is_quorate() {
            say!(w, "polls-result-quorate", voted = voted, entitled = entitled, quorum = quorum)
        } else {
            say!(w, "polls-result-not-quorate", voted = voted, entitled = entitled, quorum = quorum)
        };
        view! { <p>{told}</p> }
    });
    let needed = say!(w, "polls-result-needed", count = tally.needed);
    let ballots = paths::poll_ballots(poll.id);
    Some(view! {
        <section class="panel card" aria-labelledby="resultat">
            <h2 id="resultat">{title}</h2>
            <p>{counts(w, &tally.count)}</p>
            {quorum}
            <p class="muted">{needed}</p>
            <p><a class="go" href=ballots>{w.t("polls-see-ballots")}</a></p>
        </section>
    })
}

fn rules(w: &Words, poll: &PollView) -> impl IntoView + use<> {
    let taken = say!(w, "polls-voted", voted = poll.voted, entitled = poll.entitled);
    view! {
        <dl class="facts-list">
            <dt>{w.t("polls-opens")}</dt><dd>{w.moment(poll.times.opens_at)}</dd>
            <dt>{w.t("polls-closes")}</dt><dd>{w.moment(poll.times.closes_at)}</dd>
            <dt>{w.t("polls-participation")}</dt><dd>{taken}</dd>
            <dt>{w.t("polls-quorum")}</dt><dd>{quorum(w, poll.rules.quorum)}</dd>
            <dt>{w.t("polls-majority")}</dt><dd>{majority(w, poll.rules.majority)}</dd>
            <dt>{w.t("polls-proxies")}</dt><dd>{say!(w, "polls-proxies-most", count = poll.rules.proxies)}</dd>
        </dl>
    }
}

/// From whom a secret ballot is kept, and from whom it cannot be.
fn secret(w: &Words, poll: &PollView) -> Option<impl IntoView + use<>> {
    (poll.secrecy == Secrecy::Secret).then(|| {
        view! {
            <details class="unfold">
                <summary class="button">{w.t("polls-secret-how")}</summary>
                <p>{w.t("polls-secret-protects")}</p>
                <p>{w.t("polls-secret-limits")}</p>
            </details>
        }
    })
}
