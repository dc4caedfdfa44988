//! One type per identifier, so that a group is never looked up with a person's number.

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "sea-orm", derive(sea_orm::DeriveValueType))]
        #[cfg_attr(feature = "sea-orm", sea_orm(try_from_u64))]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = std::num::ParseIntError;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.trim().parse().map($name)
            }
        }
    )*};
}

ids! {
    /// A person's record, whether or not they have an account yet.
    UserId;
    /// A mandate: a role in the council between two dates.
    MandateId;
    /// A one-time link sent by mail.
    OneTimeLinkId;
    /// The secret that somebody's application makes codes with.
    CodeSecretId;
    /// A recovery code.
    RecoveryCodeId;
    /// A browser in which somebody signed in.
    KnownDeviceId;
    /// A passkey.
    PasskeyId;
    /// An account elsewhere that opens one here.
    LinkedAccountId;
    /// A role given to somebody for a time.
    DelegationId;
    /// That somebody takes part on paper.
    PaperConsentId;
    /// Somebody of the staff acting on behalf of somebody, from a moment to another.
    ActingId;
    /// That something was written by the hand of somebody else.
    BehalfMarkId;
    /// A token by which a program asks in the name of a person.
    ApiTokenId;
    /// Another program that is told of what becomes public.
    WebhookId;
    /// A message to it.
    WebhookMessageId;
    /// A change of address waiting for its confirmations.
    EmailChangeId;
    /// A working group.
    GroupId;
    /// A person in a group.
    MembershipId;
    /// A request to join a group, or an invitation to it.
    AdmissionId;
    /// A task being handed over to somebody.
    HandoverId;
    /// A text written by a group.
    ContributionId;
    /// One saved state of a contribution.
    RevisionId;
    /// What several people are writing together.
    LiveTextId;
    /// What a reviewer said of a revision.
    ReviewId;
    /// A line of the journal.
    EventId;
    /// Work to do after a change.
    JobId;
    /// A mail, sent or to be sent.
    MailId;

    /// A backup that was made by itself.
    BackupId;

    /// A document made of a text.
    PrintId;

    /// A minority opinion on a text.
    DissentId;
    /// Another wording proposed for a passage of a text.
    SuggestionId;
    /// A comment on a passage of a text, with what was answered to it.
    CommentId;
    /// One message of a comment.
    CommentMessageId;

    /// A discussion of a group.
    ThreadId;
    /// A message of a discussion.
    MessageId;

    /// What stands in a folder of a library: another folder, or a document.
    EntryId;
    /// A document of a library.
    DocumentId;
    /// A link for people outside.
    LibraryLinkId;
    /// A line of the index of the search.
    SearchDocumentId;

    /// An element of a dossier.
    ElementId;
    /// A keyword of the vocabulary.
    TagId;

    /// A question put to the vote.
    PollId;
    /// An acronym of the glossary.
    AcronymId;
    /// A sheet of the toolbox.
    MethodId;
    /// What somebody told of a method.
    MethodUseId;

    /// A framing text of the council, such as its charter.
    FramingTextId;
    /// A version of a framing text.
    FramingVersionId;
    /// An article of an adopted version.
    FramingArticleId;
    /// An amendment to a version of a framing text.
    AmendmentId;
    /// A tutorial.
    TutorialId;
    /// A sequence of tutorials.
    TutorialPathId;
    /// What one says when one is stuck in a tutorial.
    PleaId;
    /// Who accompanies a new member, or offers to.
    SponsorId;
    /// All that is reported about one content, and what was decided.
    CaseId;
    /// What one person reported.
    ReportId;
    /// What a member declares.
    DeclarationId;
}
