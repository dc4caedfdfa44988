//! The journal: every change leaves a line, in its own transaction.
//!
//! Activity, notifications and audit read it. An event carries codes and identifiers; the sentence is made by `app`.

use domain::{
    Actor,
    ids::{ContributionId, GroupId, UserId},
};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait, QueryTrait, Statement};
use serde::Serialize;

use crate::{Cx, entities::event, error::Result};

/// What happened. The code is stable: it is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each name is its own sentence")]
pub enum EventKind {
    CouncilInstalled,
    CouncilChanged,
    PersonInvited,
    PersonChanged,
    PersonSuspended,
    PersonRestored,
    AccountOpened,
    PasswordChanged,
    AddressChanged,
    SignedIn,
    SessionsRevoked,
    GroupCreated,
    GroupChanged,
    MemberJoined,
    MemberAdded,
    MemberRemoved,
    MemberLeft,
    MemberRoleChanged,
    ContributionCreated,
    ContributionRevised,
    ContributionAuthorsChanged,
    ContributionSubmitted,
    ContributionReviewed,
    ContributionProposed,
    ContributionSentBack,
    ContributionAdopted,
    ContributionPublished,
    CouncilImported,

    ThreadOpened,
    ThreadAnswered,
    ThreadClosed,
    ThreadReopened,
    MessageEdited,
    MessageWithdrawn,
    MessageHidden,
    MessageAskedAgain,
    MessageShownAgain,
    MessageKeptHidden,
    JoinAsked,
    JoinRefused,
    JoinWithdrawn,
    MemberInvited,
    InvitationDeclined,
    InvitationWithdrawn,
    GroupBegun,
    GroupClosed,
    GroupReopened,
    HandoverOffered,
    HandoverAccepted,
    HandoverDeclined,
    HandoverWithdrawn,
    ContributionReviewerNamed,
    ContributionReviewerRemoved,
    ContributionCorrected,
    ContributionRecordMended,
    ContributionSuperseded,
    ContributionWithdrawn,
    ContributionReinstated,
    ContributionConsultationOpened,
    ContributionConsultationEnded,
    ContributionDeadlineSet,
    ContributionChecked,
    ContributionVersionNamed,

    FolderCreated,
    FolderRenamed,
    DocumentDeposited,
    DocumentChanged,
    DocumentVersionAdded,
    DocumentVersionRestored,
    LibraryMoved,
    LibraryCopied,
    LibraryPlaced,
    LibraryBinned,
    LibraryRestored,
    LibraryPurged,
    LibrarySettingsChanged,
    LibraryLinkOpened,
    LibraryLinkClosed,
    LibraryReceived,
    GroupMandateChanged,

    DossierCreated,
    DossierElementAdded,
    DossierArranged,

    CaptionsChanged,
    CaptionsRemoved,

    TagAdded,
    TagRenamed,
    TagsMerged,
    TagRemoved,

    PollPrepared,
    PollChanged,
    PollClosed,
    PollCancelled,
    PollProclaimed,
    BallotCast,
    BallotRefused,
    PaperBallotTaken,
    PaperCounted,
    ProxyGiven,
    ProxyTakenBack,
    AcronymAdded,
    AcronymChanged,
    AcronymSetAside,
    AcronymTakenUp,
    MethodAdded,
    MethodChanged,
    MethodSetAside,
    MethodTakenUp,
    MethodTold,
    MethodUntold,
    ShippedBrought,
    TutorialAdded,
    TutorialChanged,
    TutorialSetAside,
    TutorialTakenUp,
    TutorialStuck,
    TutorialSettled,
    SponsorNamed,
    SponsorOffered,
    SponsorAccepted,
    SponsorEnded,
    SponsorMet,
    TextTemplateChanged,
    DissentOpened,
    DissentReworded,
    DissentSigned,
    DissentUnsigned,
    DissentWithdrawn,
    SuggestionMade,
    FramingTextAdded,
    FramingTextChanged,
    FramingVersionBegun,
    FramingVersionSaved,
    FramingAmendmentsOpened,
    FramingVersionExamined,
    FramingVersionResumed,
    FramingVersionAbandoned,
    FramingVersionPutToVote,
    FramingVoteCalledOff,
    FramingVersionAdopted,
    FramingVersionRejected,
    FramingSigned,
    FramingSignatureTaken,
    FramingSignatureRefused,
    FramingAmendmentProposed,
    FramingAmendmentReworded,
    FramingAmendmentWithdrawn,
    FramingAmendmentSupported,
    FramingAmendmentUnsupported,
    FramingSupportLapsed,
    FramingAmendmentAdopted,
    FramingAmendmentRejected,
    FramingAmendmentFallen,
    FramingAmendmentReopened,
    FramingAmendmentsIntegrated,
    SuggestionReworded,
    SuggestionWithdrawn,
    SuggestionAccepted,
    SuggestionRefused,
    SuggestionFallen,
    CommentMade,
    CommentAnswered,
    CommentEdited,
    CommentWithdrawn,
    CommentResolved,
    CommentReopened,
    CommentHidden,
    CommentShownAgain,
}

impl EventKind {
    /// The stable code, such as `contribution.adopted`.
    pub fn code(self) -> &'static str {
        match self {
            EventKind::CouncilInstalled => "council.installed",
            EventKind::CouncilChanged => "council.changed",
            EventKind::PersonInvited => "person.invited",
            EventKind::PersonChanged => "person.changed",
            EventKind::PersonSuspended => "person.suspended",
            EventKind::PersonRestored => "person.restored",
            EventKind::AccountOpened => "account.opened",
            EventKind::PasswordChanged => "account.password_changed",
            EventKind::AddressChanged => "account.address_changed",
            EventKind::SignedIn => "account.signed_in",
            EventKind::SessionsRevoked => "account.sessions_revoked",
            EventKind::GroupCreated => "group.created",
            EventKind::GroupChanged => "group.changed",
            EventKind::MemberJoined => "group.member_joined",
            EventKind::MemberAdded => "group.member_added",
            EventKind::MemberRemoved => "group.member_removed",
            EventKind::MemberLeft => "group.member_left",
            EventKind::MemberRoleChanged => "group.member_role_changed",
            EventKind::ContributionCreated => "contribution.created",
            EventKind::ContributionRevised => "contribution.revised",
            EventKind::ContributionAuthorsChanged => "contribution.authors_changed",
            EventKind::ContributionSubmitted => "contribution.submitted",
            EventKind::ContributionReviewed => "contribution.reviewed",
            EventKind::ContributionProposed => "contribution.proposed",
            EventKind::ContributionSentBack => "contribution.sent_back",
            EventKind::ContributionAdopted => "contribution.adopted",
            EventKind::ContributionPublished => "contribution.published",
            EventKind::CouncilImported => "council.imported",

            EventKind::ThreadOpened => "discussion.opened",
            EventKind::ThreadAnswered => "discussion.answered",
            EventKind::ThreadClosed => "discussion.closed",
            EventKind::ThreadReopened => "discussion.reopened",
            EventKind::MessageEdited => "discussion.message_edited",
            EventKind::MessageWithdrawn => "discussion.message_withdrawn",
            EventKind::MessageHidden => "discussion.message_hidden",
            EventKind::MessageAskedAgain => "discussion.message_asked_again",
            EventKind::MessageShownAgain => "discussion.message_shown_again",
            EventKind::MessageKeptHidden => "discussion.message_kept_hidden",
            EventKind::JoinAsked => "group.join_asked",
            EventKind::JoinRefused => "group.join_refused",
            EventKind::JoinWithdrawn => "group.join_withdrawn",
            EventKind::MemberInvited => "group.member_invited",
            EventKind::InvitationDeclined => "group.invitation_declined",
            EventKind::InvitationWithdrawn => "group.invitation_withdrawn",
            EventKind::GroupBegun => "group.begun",
            EventKind::GroupClosed => "group.closed",
            EventKind::GroupReopened => "group.reopened",
            EventKind::HandoverOffered => "handover.offered",
            EventKind::HandoverAccepted => "handover.accepted",
            EventKind::HandoverDeclined => "handover.declined",
            EventKind::HandoverWithdrawn => "handover.withdrawn",
            EventKind::ContributionReviewerNamed => "contribution.reviewer_named",
            EventKind::ContributionReviewerRemoved => "contribution.reviewer_removed",
            EventKind::ContributionCorrected => "contribution.corrected",
            EventKind::ContributionRecordMended => "contribution.record_mended",
            EventKind::ContributionSuperseded => "contribution.superseded",
            EventKind::ContributionWithdrawn => "contribution.withdrawn",
            EventKind::ContributionReinstated => "contribution.reinstated",
            EventKind::ContributionConsultationOpened => "contribution.consultation_opened",
            EventKind::ContributionConsultationEnded => "contribution.consultation_ended",
            EventKind::ContributionDeadlineSet => "contribution.deadline_set",
            EventKind::ContributionChecked => "contribution.checked",
            EventKind::ContributionVersionNamed => "contribution.version_named",

            EventKind::FolderCreated => "library.folder_created",
            EventKind::FolderRenamed => "library.folder_renamed",
            EventKind::DocumentDeposited => "library.deposited",
            EventKind::DocumentChanged => "library.changed",
            EventKind::DocumentVersionAdded => "library.version_added",
            EventKind::DocumentVersionRestored => "library.version_restored",
            EventKind::LibraryMoved => "library.moved",
            EventKind::LibraryCopied => "library.copied",
            EventKind::LibraryPlaced => "library.placed",
            EventKind::LibraryBinned => "library.binned",
            EventKind::LibraryRestored => "library.restored",
            EventKind::LibraryPurged => "library.purged",
            EventKind::LibrarySettingsChanged => "library.settings_changed",
            EventKind::LibraryLinkOpened => "library.link_opened",
            EventKind::LibraryLinkClosed => "library.link_closed",
            EventKind::LibraryReceived => "library.received",
            EventKind::DossierCreated => "dossier.created",
            EventKind::DossierElementAdded => "dossier.element_added",
            EventKind::DossierArranged => "dossier.arranged",
            EventKind::CaptionsChanged => "library.captions_changed",
            EventKind::CaptionsRemoved => "library.captions_removed",
            EventKind::TagAdded => "keyword.added",
            EventKind::TagRenamed => "keyword.renamed",
            EventKind::TagsMerged => "keyword.merged",
            EventKind::TagRemoved => "keyword.removed",

            EventKind::PollPrepared => "poll.prepared",
            EventKind::PollChanged => "poll.changed",
            EventKind::PollClosed => "poll.closed",
            EventKind::PollCancelled => "poll.cancelled",
            EventKind::PollProclaimed => "poll.proclaimed",
            EventKind::BallotCast => "poll.ballot_cast",
            EventKind::BallotRefused => "poll.ballot_refused",
            EventKind::PaperBallotTaken => "poll.paper_ballot_taken",
            EventKind::PaperCounted => "poll.paper_counted",
            EventKind::ProxyGiven => "poll.proxy_given",
            EventKind::ProxyTakenBack => "poll.proxy_taken_back",
            EventKind::TextTemplateChanged => "template.changed",
            EventKind::DissentOpened => "dissent.opened",
            EventKind::DissentReworded => "dissent.reworded",
            EventKind::DissentSigned => "dissent.signed",
            EventKind::DissentUnsigned => "dissent.unsigned",
            EventKind::DissentWithdrawn => "dissent.withdrawn",
            EventKind::SuggestionMade => "suggestion.made",
            EventKind::SuggestionReworded => "suggestion.reworded",
            EventKind::SuggestionWithdrawn => "suggestion.withdrawn",
            EventKind::SuggestionAccepted => "suggestion.accepted",
            EventKind::SuggestionRefused => "suggestion.refused",
            EventKind::SuggestionFallen => "suggestion.fallen",
            EventKind::CommentMade => "comment.made",
            EventKind::CommentAnswered => "comment.answered",
            EventKind::CommentEdited => "comment.edited",
            EventKind::CommentWithdrawn => "comment.withdrawn",
            EventKind::CommentResolved => "comment.resolved",
            EventKind::CommentReopened => "comment.reopened",
            EventKind::CommentHidden => "comment.hidden",
            EventKind::CommentShownAgain => "comment.shown_again",
            EventKind::GroupMandateChanged => "group.mandate_changed",

            EventKind::AcronymAdded => "glossary.added",
            EventKind::AcronymChanged => "glossary.changed",
            EventKind::AcronymSetAside => "glossary.set_aside",
            EventKind::AcronymTakenUp => "glossary.taken_up",
            EventKind::MethodAdded => "toolbox.added",
            EventKind::MethodChanged => "toolbox.changed",
            EventKind::MethodSetAside => "toolbox.set_aside",
            EventKind::MethodTakenUp => "toolbox.taken_up",
            EventKind::MethodTold => "toolbox.told",
            EventKind::MethodUntold => "toolbox.untold",
            EventKind::ShippedBrought => "toolbox.shipped",
            EventKind::FramingTextAdded => "charter.added",
            EventKind::FramingTextChanged => "charter.changed",
            EventKind::FramingVersionBegun => "charter.begun",
            EventKind::FramingVersionSaved => "charter.saved",
            EventKind::FramingAmendmentsOpened => "charter.amendments",
            EventKind::FramingVersionExamined => "charter.examined",
            EventKind::FramingVersionResumed => "charter.resumed",
            EventKind::FramingVersionAbandoned => "charter.abandoned",
            EventKind::FramingVersionPutToVote => "charter.put_to_vote",
            EventKind::FramingVoteCalledOff => "charter.vote_called_off",
            EventKind::FramingVersionAdopted => "charter.adopted",
            EventKind::FramingVersionRejected => "charter.rejected",
            EventKind::FramingSigned => "charter.signed",
            EventKind::FramingSignatureTaken => "charter.signature_taken",
            EventKind::FramingSignatureRefused => "charter.signature_refused",
            EventKind::FramingAmendmentProposed => "charter.amendment_proposed",
            EventKind::FramingAmendmentReworded => "charter.amendment_reworded",
            EventKind::FramingAmendmentWithdrawn => "charter.amendment_withdrawn",
            EventKind::FramingAmendmentSupported => "charter.amendment_supported",
            EventKind::FramingAmendmentUnsupported => "charter.amendment_unsupported",
            EventKind::FramingSupportLapsed => "charter.support_lapsed",
            EventKind::FramingAmendmentAdopted => "charter.amendment_adopted",
            EventKind::FramingAmendmentRejected => "charter.amendment_rejected",
            EventKind::FramingAmendmentFallen => "charter.amendment_fallen",
            EventKind::FramingAmendmentReopened => "charter.amendment_reopened",
            EventKind::FramingAmendmentsIntegrated => "charter.amendments_integrated",
            EventKind::TutorialAdded => "tutorials.added",
            EventKind::TutorialChanged => "tutorials.changed",
            EventKind::TutorialSetAside => "tutorials.set_aside",
            EventKind::TutorialTakenUp => "tutorials.taken_up",
            EventKind::TutorialStuck => "tutorials.stuck",
            EventKind::TutorialSettled => "tutorials.settled",
            EventKind::SponsorNamed => "welcome.sponsor_named",
            EventKind::SponsorOffered => "welcome.sponsor_offered",
            EventKind::SponsorAccepted => "welcome.sponsor_accepted",
            EventKind::SponsorEnded => "welcome.sponsor_ended",
            EventKind::SponsorMet => "welcome.sponsor_met",
        }
    }
}

/// A line of the journal being written.
#[derive(Clone, Debug)]
pub struct Event {
    kind: EventKind,
    group: Option<GroupId>,
    contribution: Option<ContributionId>,
    user: Option<UserId>,
    data: String,
    by: Option<UserId>,
}

impl Event {
    /// Something of this kind happened.
    pub fn new(kind: EventKind) -> Event {
        Event { kind, group: None, contribution: None, user: None, data: "{}".to_owned(), by: None }
    }

    /// In this group.
    #[must_use]
    pub fn group(mut self, group: GroupId) -> Event {
        self.group = Some(group);
        self
    }

    /// To this contribution.
    #[must_use]
    pub fn contribution(mut self, contribution: ContributionId) -> Event {
        self.contribution = Some(contribution);
        self
    }

    /// To this person.
    #[must_use]
    pub fn user(mut self, user: UserId) -> Event {
        self.user = Some(user);
        self
    }

    /// Done by this person, when the program writes down what they did.
    #[must_use]
    pub fn by(mut self, person: UserId) -> Event {
        self.by = Some(person);
        self
    }

    /// With these details, small and without personal data beyond identifiers.
    ///
    /// # Errors
    /// The details cannot be written as JSON.
    pub fn data(mut self, data: &impl Serialize) -> Result<Event> {
        self.data = serde_json::to_string(data)?;
        Ok(self)
    }

    /// Writes the line, in the transaction of the change it tells.
    ///
    /// # Errors
    /// The database refused it.
    pub async fn record(self, cx: &Cx, tx: &impl ConnectionTrait) -> Result<()> {
        tx.execute_raw(self.line(cx, tx)).await?;
        Ok(())
    }

    /// The same, for [`crate::db::execute_all`].
    pub(crate) fn line(self, cx: &Cx, tx: &impl ConnectionTrait) -> Statement {
        let actor_id = match &cx.actor {
            Actor::Person(person) => Some(person.id),
            Actor::Visitor | Actor::System => self.by,
        };
        let line = event::ActiveModel {
            at: Set(cx.now),
            actor_id: Set(actor_id),
            kind: Set(self.kind.code().to_owned()),
            group_id: Set(self.group),
            contribution_id: Set(self.contribution),
            user_id: Set(self.user),
            data: Set(self.data),
            ..Default::default()
        };
        event::Entity::insert(line).build(tx.get_database_backend())
    }
}
