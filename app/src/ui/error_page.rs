//! What a person reads when something is not done.

use domain::{
    Language, Refusal,
    refusal::{Forbidden, StorageTrouble, Transition},
};
use leptos::prelude::*;

use super::{document::Document, field::in_textarea, shell::door};
use crate::{
    error::AppError,
    paths,
    request::{Refused, Request, Site},
    words::Words,
};

pub use super::document::plain_policy;

/// A title and a sentence for a failure.
pub fn sentences(words: &Words, error: &AppError) -> (String, String) {
    let (title, text) = match error {
        AppError::Unexpected { reference } if reference.is_empty() => {
            ("error-unexpected", "error-unexpected-text")
        }
        AppError::Unexpected { reference } => {
            let text = say!(words, "error-unexpected-reference", reference = reference.clone());
            return (words.t("error-unexpected"), text);
        }
        AppError::Refused(refusal) => match refusal {
            Refusal::NotFound => ("error-not-found", "error-not-found-text"),
            Refusal::SignInRequired => ("error-sign-in", "error-sign-in-text"),
            Refusal::ProofRequired => ("error-proof", "error-proof-text"),
            Refusal::Forbidden(why) => ("error-forbidden", forbidden(*why)),
            Refusal::Invalid(_) => ("error-invalid", "error-invalid-text"),
            Refusal::Transition(why) => ("error-transition", transition(*why)),
            Refusal::Conflict => ("error-conflict", "error-conflict-text"),
            Refusal::TooMany { retry_after_seconds } => {
                let minutes = retry_after_seconds.div_ceil(60);
                return (words.t("error-too-many"), say!(words, "error-too-many-text", minutes = minutes));
            }
            Refusal::TooLarge { limit } => {
                let text = say!(words, "error-too-large-text", kilobytes = limit / 1000);
                return (words.t("error-too-large"), text);
            }
            Refusal::Malformed => ("error-malformed", "error-malformed-text"),
            Refusal::LinkExpired => ("error-link-expired", "error-link-expired-text"),
            Refusal::Storage(StorageTrouble::Full) => ("error-storage", "error-storage-full"),
            Refusal::Storage(StorageTrouble::Away) => ("error-storage", "error-storage-away"),
            Refusal::Storage(StorageTrouble::Database) => ("error-database", "error-database-away"),
        },
    };
    (words.t(title), words.t(text))
}

/// The sentence of what somebody may not do.
pub(crate) fn forbidden(why: Forbidden) -> &'static str {
    match why {
        Forbidden::AdministratorOnly => "forbidden-administrator-only",
        Forbidden::ChairOnly => "forbidden-chair-only",
        Forbidden::ChairOrAdministratorOnly => "forbidden-chair-or-administrator-only",
        Forbidden::FacilitatorOnly => "forbidden-facilitator-only",
        Forbidden::GroupMembersOnly => "forbidden-group-members-only",
        Forbidden::CouncilMembersOnly => "forbidden-council-members-only",
        Forbidden::OwnText => "forbidden-own-text",
        Forbidden::CrossSite => "forbidden-cross-site",

        Forbidden::OthersMessage => "forbidden-others-message",
        Forbidden::OwnMessage => "forbidden-own-message",
        Forbidden::AuthorsOrFacilitatorsOnly => "forbidden-authors-or-facilitators-only",
        Forbidden::SecretGroup => "forbidden-secret-group",
        Forbidden::DepositorsOnly => "forbidden-depositors-only",
        Forbidden::OthersDocument => "forbidden-others-document",
        Forbidden::OthersBallot => "forbidden-others-ballot",
        Forbidden::KeepersOnly => "forbidden-keepers-only",
        Forbidden::ChairOrStaffOnly => "forbidden-chair-or-staff-only",
        Forbidden::StaffOnly => "forbidden-staff-only",
        Forbidden::OthersAmendment => "forbidden-others-amendment",
        Forbidden::OwnAmendment => "forbidden-own-amendment",
        Forbidden::TutorialWritersOnly => "forbidden-tutorial-writers-only",
        Forbidden::MethodWritersOnly => "forbidden-method-writers-only",
        Forbidden::OthersSuggestion => "forbidden-others-suggestion",
        Forbidden::CommentSettlersOnly => "forbidden-comment-settlers-only",
        Forbidden::OwnContent => "forbidden-own-content",
        Forbidden::OwnReport => "forbidden-own-report",
        Forbidden::OwnDecision => "forbidden-own-decision",
        Forbidden::OthersOffice => "forbidden-others-office",
        Forbidden::AdministratorOrStaffOnly => "forbidden-administrator-or-staff-only",
        Forbidden::OnBehalf => "forbidden-on-behalf",
        Forbidden::BallotOnBehalf => "forbidden-ballot-on-behalf",
        Forbidden::SignatureOnBehalf => "forbidden-signature-on-behalf",
        Forbidden::BehalfOfOneself => "forbidden-behalf-of-oneself",
        Forbidden::OthersDeclaration => "forbidden-others-declaration",
    }
}

fn transition(why: Transition) -> &'static str {
    match why {
        Transition::ContributionState => "transition-contribution-state",
        Transition::NotApproved => "transition-not-approved",
        Transition::EmptyText => "transition-empty-text",
        Transition::LastFacilitator => "transition-last-facilitator",
        Transition::AlreadyMember => "transition-already-member",
        Transition::GroupNotOpen => "transition-group-not-open",
        Transition::GroupClosed => "transition-group-closed",
        Transition::AlreadyInstalled => "transition-already-installed",
        Transition::LastAdministrator => "transition-last-administrator",
        Transition::AlreadyActive => "transition-already-active",
        Transition::Oneself => "transition-oneself",

        Transition::MessageState => "transition-message-state",
        Transition::ThreadClosed => "transition-thread-closed",
        Transition::ThreadOpen => "transition-thread-open",
        Transition::GroupIsOpen => "transition-group-is-open",
        Transition::AdmissionWaiting => "transition-admission-waiting",
        Transition::AdmissionOver => "transition-admission-over",
        Transition::GroupStep => "transition-group-step",
        Transition::UnfinishedTexts => "transition-unfinished-texts",
        Transition::HandoverOver => "transition-handover-over",
        Transition::IntoItself => "transition-into-itself",
        Transition::TooDeep => "transition-too-deep",
        Transition::StandsThere => "transition-stands-there",
        Transition::FolderGone => "transition-folder-gone",
        Transition::GroupIsLed => "transition-group-is-led",
        Transition::DossierFull => "transition-dossier-full",
        Transition::PollNotOpen => "transition-poll-not-open",
        Transition::PollRunning => "transition-poll-running",
        Transition::PollOver => "transition-poll-over",
        Transition::PollCancelled => "transition-poll-cancelled",
        Transition::AlreadyVoted => "transition-already-voted",
        Transition::NotAVoter => "transition-not-a-voter",
        Transition::ProxyChain => "transition-proxy-chain",
        Transition::TooManyProxies => "transition-too-many-proxies",
        Transition::NoProxies => "transition-no-proxies",
        Transition::Represented => "transition-represented",
        Transition::PaperCount => "transition-paper-count",
        Transition::PollOnText => "transition-poll-on-text",
        Transition::CountedByPoll => "transition-counted-by-poll",
        Transition::SignedByOthers => "transition-signed-by-others",
        Transition::SuggestionOver => "transition-suggestion-over",
        Transition::PassageChanged => "transition-passage-changed",
        Transition::FramingState => "transition-framing-state",
        Transition::FramingArticles => "transition-framing-articles",
        Transition::JustTyped => "transition-just-typed",
        Transition::FramingPrepared => "transition-framing-prepared",
        Transition::NotInForce => "transition-not-in-force",
        Transition::AlreadySigned => "transition-already-signed",
        Transition::NotToBeSigned => "transition-not-to-be-signed",
        Transition::AmendmentsClosed => "transition-amendments-closed",
        Transition::AmendmentOver => "transition-amendment-over",
        Transition::ArticleReplaced => "transition-article-replaced",
        Transition::AmendmentDepth => "transition-amendment-depth",
        Transition::AlreadySupported => "transition-already-supported",
        Transition::SubAmendmentsFirst => "transition-sub-amendments-first",
        Transition::AmendmentsMeet => "transition-amendments-meet",
        Transition::AmendmentsLeft => "transition-amendments-left",
        Transition::NothingToIntegrate => "transition-nothing-to-integrate",
        Transition::CommentResolved => "transition-comment-resolved",
        Transition::ReportState => "transition-report-state",
        Transition::AlreadyReported => "transition-already-reported",
        Transition::DelegationOver => "transition-delegation-over",
        Transition::DelegatedAlready => "transition-delegated-already",
        Transition::NotOnPaper => "transition-not-on-paper",
        Transition::OnPaperAlready => "transition-on-paper-already",
        Transition::ActingOver => "transition-acting-over",
        Transition::ActingSince => "transition-acting-since",
        Transition::DeclarationOver => "transition-declaration-over",
        Transition::CommentAnswered => "transition-comment-answered",
        Transition::CodesAreOn => "transition-codes-are-on",
        Transition::CodesAreOff => "transition-codes-are-off",
        Transition::OwnCodesFirst => "transition-own-codes-first",
        Transition::PasskeyRefused => "transition-passkey-refused",
        Transition::TooManyPasskeys => "transition-too-many-passkeys",
        Transition::ProviderAway => "transition-provider-away",
        Transition::ProviderDeclined => "transition-provider-declined",
        Transition::ProviderOver => "transition-provider-over",
        Transition::ProviderNotTrusted => "transition-provider-not-trusted",
        Transition::ProviderClock => "transition-provider-clock",
        Transition::ProviderUnknown => "transition-provider-unknown",
        Transition::ProviderTaken => "transition-provider-taken",
        Transition::TooManyTokens => "transition-too-many-tokens",
        Transition::TooManyWebhooks => "transition-too-many-webhooks",
        Transition::WebhookStopped => "transition-webhook-stopped",
    }
}

/// The page of a failure.
pub fn document(rq: &Request, error: &AppError) -> Document {
    let (title, text) = sentences(&rq.words, error);
    let visitor = rq.cx.actor.person().is_none();
    let sign_in = (visitor && error.status() != 500).then(|| {
        view! { <a class="go" href=paths::sign_in_then(rq.path())>{rq.words.t("error-sign-in-action")}</a> }
    });
    let home = rq.words.t("error-home-action");
    let typed = typed(&rq.words, &rq.refused().map(Refused::texts).unwrap_or_default());
    let view = view! {
        <header class="page-head"><h1>{title.clone()}</h1></header>
        <p class="lead">{text}</p>
        <p class="acts"><a class="button main" href=paths::HOME>{home}</a>" "{sign_in}</p>
        {typed}
    };
    let document = Document::new(title, view).unlisted();
    if visitor { document.door() } else { document }
}

/// What somebody had written in a form that can no longer be shown to them, so that they can keep it.
fn typed(words: &Words, texts: &[&str]) -> Option<impl IntoView + use<>> {
    let areas = texts
        .iter()
        .map(|text| {
            let label = words.t("error-typed");
            view! { <textarea class="large" rows="12" readonly aria-label=label>{in_textarea(text)}</textarea> }
        })
        .collect_view();
    (!texts.is_empty()).then(|| {
        view! {
            <section class="part narrow stack" aria-labelledby="ecrit">
                <header><h2 id="ecrit">{words.t("error-typed")}</h2></header>
                <p class="muted">{words.t("error-typed-text")}</p>
                {areas}
            </section>
        }
    })
}

/// The plainest page, when not even the name of the council can be read, with what was typed. Its policy is
/// [`plain_policy`].
pub fn bare(
    site: &Site,
    language: Language,
    error: &AppError,
    refused: Option<&Refused>,
) -> impl IntoView + use<> {
    let words = Words::new(language, None);
    let (title, text) = sentences(&words, error);
    let typed = typed(&words, &refused.map(Refused::texts).unwrap_or_default());
    view! {
        <!DOCTYPE html>
        <html lang=language.tag()>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <meta name="robots" content="noindex"/>
                <title>{title.clone()}</title>
                <link rel="stylesheet" href=site.assets.style.clone()/>
                <link rel="icon" href=site.assets.favicon.clone() type="image/svg+xml"/>
            </head>
            <body class="door">
                {door(&words.t("product"))}
                <main id="contenu" tabindex="-1">
                    <header class="page-head"><h1>{title}</h1></header>
                    <p class="lead">{text}</p>
                    {typed}
                </main>
            </body>
        </html>
    }
}
