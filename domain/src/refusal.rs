//! Everything a person can be refused, as data. The sentences are in `app`.

mod field;
mod making;

use serde::{Deserialize, Serialize};

pub use field::{FieldError, FieldProblem};

/// Why a request was not carried out. Nothing was written when one is returned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Refusal {
    /// It does not exist, or this person may not know that it does.
    #[error("not found")]
    NotFound,
    /// They must sign in first.
    #[error("sign-in required")]
    SignInRequired,
    /// They are signed in, and must prove again that it is them: this opens doors.
    #[error("a proof is required")]
    ProofRequired,
    /// They may see it, and may not do this.
    #[error("forbidden: {0:?}")]
    Forbidden(Forbidden),
    /// The form has errors, each beside its field.
    #[error("invalid: {0:?}")]
    Invalid(Vec<FieldError>),
    /// The thing is not in a state where this can be done.
    #[error("not possible now: {0:?}")]
    Transition(Transition),
    /// Somebody changed it in the meantime.
    #[error("changed in the meantime")]
    Conflict,
    /// Too many tries; try again after so many seconds.
    #[error("too many tries, wait {retry_after_seconds} s")]
    TooMany {
        /// Seconds to wait.
        retry_after_seconds: u32,
    },
    /// What was sent is larger than what is accepted, in bytes.
    #[error("larger than {limit} bytes")]
    TooLarge {
        /// The limit, in bytes.
        limit: u64,
    },
    /// The request could not be read at all.
    #[error("malformed")]
    Malformed,
    /// A one-time link that was used, has expired or never existed.
    #[error("link no longer valid")]
    LinkExpired,

    /// Nothing can be kept or read at the moment.
    #[error("storage: {0:?}")]
    Storage(StorageTrouble),
}

/// Why nothing can be kept or read at the moment; nobody did anything wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum StorageTrouble {
    /// There is no room left.
    Full,
    /// Where files are kept does not answer.
    Away,
    /// The database does not answer.
    Database,
}

/// Why somebody who sees a thing may not act on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Forbidden {
    /// Only an administrator may.
    AdministratorOnly,
    /// Only the chair may.
    ChairOnly,
    /// Only the chair or an administrator may.
    ChairOrAdministratorOnly,
    /// Only a facilitator of the group may.
    FacilitatorOnly,
    /// Only members of the group may.
    GroupMembersOnly,
    /// Only members of the council may.
    CouncilMembersOnly,
    /// Authors do not review their own text.
    OwnText,
    /// The post came from another site.
    CrossSite,

    /// Only its author corrects a message or takes it back.
    OthersMessage,
    /// Nobody decides about their own message.
    OwnMessage,
    /// Only the authors of the text and the facilitators of its group may.
    AuthorsOrFacilitatorsOnly,
    /// A secret group does not consult the whole council.
    SecretGroup,

    /// Only those whom the council named deposit in the common library.
    DepositorsOnly,
    /// Only who deposited it, and those who look after the library, may.
    OthersDocument,

    /// Somebody's ballot is theirs, or of who represents them.
    OthersBallot,
    /// Only the chair, the staff and the administrators may.
    KeepersOnly,
    /// Only they and whoever runs a group write method sheets.
    MethodWritersOnly,
    /// Only they and whoever runs a group write tutorials and help those who are stuck.
    TutorialWritersOnly,
    /// Only who made a suggestion words it again or takes it back.
    OthersSuggestion,
    /// Only the chair, the vice-chairs and the staff may.
    ChairOrStaffOnly,
    /// Only the staff may.
    StaffOnly,
    /// Only who proposed an amendment words it again or takes it back.
    OthersAmendment,
    /// Nobody supports their own amendment.
    OwnAmendment,
    /// Only who began a comment, the authors of the text and the facilitators resolve it and open it again.
    CommentSettlersOnly,
    /// Nobody reports what they wrote themselves.
    OwnContent,
    /// Nobody decides about what they reported themselves.
    OwnReport,
    /// Who decided does not hear the appeal, when somebody else can.
    OwnDecision,
    /// Only who made a declaration ends it.
    OthersDeclaration,
    /// Nobody gives a role that is not theirs, nor one that they have in the place of somebody else.
    OthersOffice,
    /// Only the staff and the administrators may.
    AdministratorOrStaffOnly,
    /// It is one's own alone: it is not done on behalf of somebody.
    OnBehalf,
    /// A ballot is not cast on behalf of somebody: one that came on paper is noted with its trace.
    BallotOnBehalf,
    /// Nothing is signed on behalf of somebody: what was signed by hand is noted with its scan.
    SignatureOnBehalf,
    /// Nobody acts on behalf of themselves.
    BehalfOfOneself,
}

/// Why a thing cannot be done in the present state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Transition {
    /// The text is not in a state that allows this.
    ContributionState,
    /// Nobody has approved this version yet.
    NotApproved,
    /// The text is empty.
    EmptyText,
    /// The last facilitator cannot leave without naming another.
    LastFacilitator,
    /// They already belong to the group.
    AlreadyMember,
    /// Nobody joins this group by themselves.
    GroupNotOpen,
    /// The group is closed with its deliverable.
    GroupClosed,
    /// The installation already has its council.
    AlreadyInstalled,
    /// The last administrator stays.
    LastAdministrator,
    /// This person already has a password.
    AlreadyActive,
    /// People do not suspend themselves.
    Oneself,

    /// The message is not in a state that allows this.
    MessageState,
    /// The discussion is closed.
    ThreadClosed,
    /// The discussion is not closed.
    ThreadOpen,
    /// Anybody of the council joins this group without asking.
    GroupIsOpen,
    /// A request or an invitation waits for this person already.
    AdmissionWaiting,
    /// The request or the invitation was answered or withdrawn in the meantime.
    AdmissionOver,
    /// The group is not in a state that allows this.
    GroupStep,
    /// Texts of the group are not finished: closing it must be confirmed.
    UnfinishedTexts,
    /// What was handed over was answered or withdrawn in the meantime.
    HandoverOver,

    /// A folder cannot stand in itself.
    IntoItself,
    /// Too many folders within each other.
    TooDeep,
    /// It stands there already.
    StandsThere,
    /// The folder in which it stood is gone.
    FolderGone,
    /// Somebody runs the group: naming who does is theirs.
    GroupIsLed,

    /// A dossier holds as many elements as it may.
    DossierFull,

    /// The poll has not begun.
    PollNotOpen,
    /// The poll is still going on.
    PollRunning,
    /// The poll is over.
    PollOver,
    /// The poll was called off.
    PollCancelled,
    /// There is a ballot of this person already.
    AlreadyVoted,
    /// This person is not among those who may vote in this poll.
    NotAVoter,
    /// Who represents somebody is not represented, and who is represented represents nobody.
    ProxyChain,
    /// This person represents as many others as they may.
    TooManyProxies,
    /// Nobody is represented in this poll.
    NoProxies,
    /// Somebody else votes in the name of this person, by proxy.
    Represented,
    /// As many ballots on paper must be counted as there are people who gave one.
    PaperCount,
    /// A poll about this text goes on.
    PollOnText,
    /// The record of this adoption is the result of a poll.
    CountedByPoll,
    /// Others signed these words.
    SignedByOthers,
    /// The suggestion was answered or withdrawn in the meantime.
    SuggestionOver,
    /// The words that the suggestion was about have changed, or are gone.
    PassageChanged,
    /// The version of a framing text is not in a state that allows this.
    FramingState,
    /// Two articles of the version have the same number, or one has a number that no longer serves.
    FramingArticles,
    /// Somebody wrote in it since it was read, or writes at this very moment.
    JustTyped,
    /// Another version of this text is being prepared already.
    FramingPrepared,
    /// The version is not in force: another took its place, or its day has not come.
    NotInForce,
    /// This person has signed this version.
    AlreadySigned,
    /// The text is not one that members sign.
    NotToBeSigned,
    /// Amendments to this version cannot be proposed, or changed, today.
    AmendmentsClosed,
    /// The amendment was examined or taken back in the meantime.
    AmendmentOver,
    /// The article is not in this version, or no longer.
    ArticleReplaced,
    /// A sub-amendment, or an amendment that takes an article away, is not amended.
    AmendmentDepth,
    /// This person supports this amendment already.
    AlreadySupported,
    /// The sub-amendments are examined before the amendment.
    SubAmendmentsFirst,
    /// It touches words that were changed by another amendment that was adopted: somebody settles on the words.
    AmendmentsMeet,
    /// Amendments to this version were not examined, or were adopted and are not in its words.
    AmendmentsLeft,
    /// No adopted amendment waits to be put in the words.
    NothingToIntegrate,
    /// The comment is resolved: nothing is added to it until it is opened again.
    CommentResolved,
    /// Somebody answered since: the message stays as it is.
    CommentAnswered,

    /// A code is asked of them already.
    CodesAreOn,
    /// No code is asked of them.
    CodesAreOff,
    /// Whoever requires codes of others gives one already.
    OwnCodesFirst,
    /// What the browser sent of a passkey is not what was asked, or nobody's.
    PasskeyRefused,
    /// They have as many passkeys as one may.
    TooManyPasskeys,
    /// The sign-in service does not answer, or what it answers cannot be understood.
    ProviderAway,
    /// They, or the sign-in service, said no.
    ProviderDeclined,
    /// It took too long, was begun in another browser, or was answered already.
    ProviderOver,
    /// What the sign-in service sent is not signed by it, or is not about what was asked.
    ProviderNotTrusted,
    /// What the sign-in service sent is out of date: one of the two clocks is wrong.
    ProviderClock,
    /// Nobody here is joined to this account of the sign-in service.
    ProviderUnknown,
    /// This account of the sign-in service, or theirs here, is joined to another one.
    ProviderTaken,
    /// They have as many tokens as one may.
    TooManyTokens,
    /// The council tells as many other programs as it may.
    TooManyWebhooks,
    /// Another program is told of nothing as long as its webhook is stopped.
    WebhookStopped,
    /// This was decided in the meantime, or cannot be decided now.
    ReportState,
    /// This person has reported this already.
    AlreadyReported,
    /// The declaration is over.
    DeclarationOver,
    /// The delegation was answered, taken back or ended in the meantime, or its days are over.
    DelegationOver,
    /// The same is given to somebody on some of these days already.
    DelegatedAlready,
    /// This person did not ask to take part on paper, or does not any more, or is not a member of the council.
    NotOnPaper,
    /// This person takes part on paper already.
    OnPaperAlready,
    /// The form was filled in on behalf of somebody for whom one does not act any more.
    ActingOver,
    /// The form was filled in before one began to act for somebody, or for somebody else.
    ActingSince,
}
