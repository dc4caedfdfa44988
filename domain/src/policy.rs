//! Who may do what: the one place that decides.
//!
//! A permission names what is being done and carries the few facts the answer depends on. Pages ask the same
//! function whether to show a button. `domain/tests/policy_matrix.txt` is the table of expected answers, written by
//! hand; lists and filters are compared with it too.

mod charter;
mod library;
mod moderation;
mod toolbox;
mod tutorials;

use crate::{
    actor::{Actor, Person},
    contributions::{ContributionFacts, State},
    discussions::MessageFacts,
    groups::{GroupFacts, GroupRole, GroupState, Visibility},
    library::{DocumentFacts, LibraryFacts},
    moderation::ReportFacts,
    people::CouncilRole,
    refusal::{Forbidden, Refusal, Transition},
};

pub use charter::CharterAction;
pub use library::{DocumentAction, LibraryAction};
pub use moderation::ReportAction;
pub use toolbox::ToolboxAction;
pub use tutorials::TutorialAction;

/// The answer to "may they?".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// They may.
    Allow,
    /// They know of it, and may not.
    Refuse(Forbidden),
    /// They may not know that it exists.
    Hide,
}

impl Decision {
    /// Whether the answer is yes.
    pub fn is_allowed(self) -> bool {
        self == Decision::Allow
    }

    /// `Ok` if allowed.
    ///
    /// # Errors
    /// `Forbidden` or `NotFound`.
    pub fn into_result(self) -> Result<(), Refusal> {
        match self {
            Decision::Allow => Ok(()),
            Decision::Refuse(why) => Err(Refusal::Forbidden(why)),
            Decision::Hide => Err(Refusal::NotFound),
        }
    }
}

/// Something one may or may not do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Permission<'a> {
    /// Change the council's settings and words; read the journal and the mails.
    Administer,
    /// Suspend, restore, change somebody's record.
    ManagePeople,
    /// Invite people to the council.
    Invite,
    /// Read the directory of the members.
    ReadDirectory,
    /// Open a new group.
    CreateGroup,
    /// Hand over presiding.
    HandOverChair,
    /// Read what was put to the vote, and what was decided.
    ReadPolls,
    /// Prepare a poll, type in what came on paper, proclaim its result.
    RunPolls,
    /// Cast a ballot, for oneself or for somebody one represents.
    Vote,
    /// Note that somebody takes part on paper, and act on their behalf.
    ActOnBehalf,
    /// See who takes part on paper, and who acted for them.
    FollowBehalf,
    /// Act on a group.
    Group(GroupAction, &'a GroupFacts),
    /// Act on a contribution.
    Contribution(ContributionAction, &'a ContributionFacts),

    /// Act on a message of a discussion.
    Message(MessageAction, &'a MessageFacts),

    /// Act on a library.
    Library(LibraryAction, &'a LibraryFacts),
    /// Act on something that stands in a library.
    Document(DocumentAction, &'a DocumentFacts),

    /// Act on the toolbox.
    Toolbox(ToolboxAction),
    /// Act on the tutorials.
    Tutorial(TutorialAction),
    /// Add, change, put aside acronyms of the glossary, which everybody reads.
    KeepGlossary,
    /// Act on the framing texts of the council.
    Charter(CharterAction),
    /// Act on what is reported.
    Report(ReportAction, &'a ReportFacts),
}

/// Something done to a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum GroupAction {
    /// Know that it exists: its name, its mandate.
    See,
    /// Know who runs it.
    SeeFacilitators,
    /// See its page and its people.
    SeePeople,
    /// Read its texts from *in review* on, its library, its conversations.
    ReadWork,
    /// Read its drafts.
    ReadDrafts,
    /// Join it by oneself.
    Join,
    /// Write a new text in it.
    Write,
    /// Add and remove people, name facilitators.
    ManageMembers,
    /// Change its name, mandate, visibility.
    Edit,

    /// Begin a discussion in it, and answer.
    Discuss,
    /// Look after its discussions: close them, hide a message, see what was hidden and by whom.
    Moderate,
    /// Ask to join it.
    AskToJoin,
    /// Begin its work, and close it with its deliverable.
    Close,
    /// Put it back to work once closed.
    Reopen,
    /// Hand over running it.
    HandOver,

    /// Name who runs it, when nobody does any more.
    NameFacilitator,
}

impl GroupAction {
    /// Every action, in the order of the matrix.
    pub const ALL: [GroupAction; 16] = [
        GroupAction::See,
        GroupAction::SeeFacilitators,
        GroupAction::SeePeople,
        GroupAction::ReadWork,
        GroupAction::ReadDrafts,
        GroupAction::Join,
        GroupAction::Write,
        GroupAction::ManageMembers,
        GroupAction::Edit,
        GroupAction::Discuss,
        GroupAction::Moderate,
        GroupAction::AskToJoin,
        GroupAction::Close,
        GroupAction::Reopen,
        GroupAction::HandOver,
        GroupAction::NameFacilitator,
    ];
}

/// Something done to a contribution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ContributionAction {
    /// Read it and its history.
    Read,
    /// Save a new version.
    Write,
    /// Send it for review.
    Submit,
    /// Leave a remark.
    Comment,
    /// Approve it or ask for changes.
    Review,
    /// Propose it for adoption.
    Propose,
    /// Send it back after it was proposed.
    SendBack,
    /// Adopt, freeze and number it.
    Adopt,
    /// Make it public.
    Publish,
    /// Name who reviews it.
    NameReviewers,
    /// Put it in consultation of the whole council.
    Consult,
    /// Correct it once public.
    Correct,
    /// Say that it is replaced, withdrawn, or in force again.
    Withdraw,

    /// Open or sign a minority opinion on it.
    Dissent,
    /// Propose another wording for a passage.
    Suggest,
}

impl ContributionAction {
    /// Every action, in the order of the matrix.
    pub const ALL: [ContributionAction; 15] = [
        ContributionAction::Read,
        ContributionAction::Write,
        ContributionAction::Submit,
        ContributionAction::Comment,
        ContributionAction::Review,
        ContributionAction::Propose,
        ContributionAction::SendBack,
        ContributionAction::Adopt,
        ContributionAction::Publish,
        ContributionAction::NameReviewers,
        ContributionAction::Consult,
        ContributionAction::Correct,
        ContributionAction::Withdraw,
        ContributionAction::Dissent,
        ContributionAction::Suggest,
    ];
}

/// Something done to a message of a discussion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MessageAction {
    /// Read the discussion it is in.
    Read,
    /// Correct it.
    Edit,
    /// Take it back.
    Withdraw,
    /// Hide it, show it again, keep it hidden.
    Judge,
}

impl MessageAction {
    /// Every action, in the order of the matrix.
    pub const ALL: [MessageAction; 4] =
        [MessageAction::Read, MessageAction::Edit, MessageAction::Withdraw, MessageAction::Judge];
}

/// Decides.
pub fn decide(actor: &Actor, permission: Permission<'_>) -> Decision {
    if matches!(actor, Actor::System) {
        return Decision::Allow;
    }
    match permission {
        Permission::Administer | Permission::ManagePeople => {
            only(actor.is_administrator(), Forbidden::AdministratorOnly)
        }
        Permission::Invite | Permission::CreateGroup | Permission::RunPolls => {
            only(actor.is_administrator() || actor.presides(), Forbidden::ChairOrAdministratorOnly)
        }
        Permission::ReadDirectory | Permission::ReadPolls => {
            only(actor.is_council_member() || actor.is_administrator(), Forbidden::CouncilMembersOnly)
        }
        Permission::Vote => only(actor.is_council_member(), Forbidden::CouncilMembersOnly),
        Permission::ActOnBehalf => only(looks_after_paper(actor), Forbidden::AdministratorOrStaffOnly),
        Permission::FollowBehalf => {
            only(looks_after_paper(actor) || actor.presides(), Forbidden::AdministratorOrStaffOnly)
        }
        Permission::HandOverChair => only(actor.is_the_chair(), Forbidden::ChairOnly),
        Permission::Group(action, group) => group_decision(actor, action, group),
        Permission::Contribution(action, text) => contribution_decision(actor, action, text),
        Permission::Message(action, message) => message_decision(actor, action, message),
        Permission::Library(action, library) => library::library_decision(actor, action, library),
        Permission::Document(action, document) => library::document_decision(actor, action, document),

        Permission::Toolbox(action) => toolbox::toolbox_decision(actor, action),
        Permission::Tutorial(action) => tutorials::tutorial_decision(actor, action),
        Permission::KeepGlossary => toolbox::glossary_decision(actor),
        Permission::Charter(action) => charter::charter_decision(actor, action),
        Permission::Report(action, about) => moderation::report_decision(actor, action, about),
    }
}

/// Administrators, and whoever works for the council by a mandate of theirs: not in the place of somebody else.
fn looks_after_paper(actor: &Actor) -> bool {
    let works = |person: &Person| person.own_roles().any(|role| role == CouncilRole::Staff);
    actor.is_administrator() || actor.person().is_some_and(works)
}

fn only(allowed: bool, otherwise: Forbidden) -> Decision {
    if allowed { Decision::Allow } else { Decision::Refuse(otherwise) }
}

fn group_decision(actor: &Actor, action: GroupAction, group: &GroupFacts) -> Decision {
    let role = actor.role_in(group.id);
    let inside = role.is_some();
    let council = actor.is_council_member();
    let administrator = actor.is_administrator();
    // The chair reads every group but the secret ones, which exist only for those who are in them.
    let chair = actor.presides() && group.visibility != Visibility::Secret;

    let sees = match group.visibility {
        Visibility::Open => true,
        Visibility::Closed => inside || council || administrator,
        Visibility::Secret => inside || administrator,
    };
    if !sees {
        return Decision::Hide;
    }
    let open_to_council = group.visibility == Visibility::Open && council;
    let facilitates = role == Some(GroupRole::Facilitator);
    match action {
        GroupAction::See => Decision::Allow,
        GroupAction::SeeFacilitators => {
            only(inside || council || administrator, Forbidden::CouncilMembersOnly)
        }
        GroupAction::SeePeople => {
            only(inside || open_to_council || chair || administrator, Forbidden::GroupMembersOnly)
        }
        GroupAction::ReadWork | GroupAction::ReadDrafts => {
            only(inside || open_to_council || chair, Forbidden::GroupMembersOnly)
        }
        GroupAction::Join => only(open_to_council && !inside, Forbidden::CouncilMembersOnly),
        GroupAction::Write => only(role.is_some_and(GroupRole::writes), Forbidden::GroupMembersOnly),
        GroupAction::ManageMembers | GroupAction::Edit => {
            only(facilitates || administrator, Forbidden::FacilitatorOnly)
        }
        // Members of the council comment in an open group as they comment its texts.
        GroupAction::Discuss => {
            only(role.is_some_and(GroupRole::writes) || open_to_council, Forbidden::GroupMembersOnly)
        }
        GroupAction::Moderate => {
            only(facilitates || chair || (actor.presides() && inside), Forbidden::FacilitatorOnly)
        }
        GroupAction::AskToJoin => only(council && !inside, Forbidden::CouncilMembersOnly),
        GroupAction::Close => {
            only(facilitates || actor.presides() || administrator, Forbidden::FacilitatorOnly)
        }
        GroupAction::Reopen => only(actor.presides() || administrator, Forbidden::ChairOrAdministratorOnly),
        // What one does in the place of somebody else is not one's to hand over.
        GroupAction::HandOver => only(actor.facilitates_by_themselves(group.id), Forbidden::FacilitatorOnly),
        GroupAction::NameFacilitator => {
            only(actor.presides() || administrator, Forbidden::ChairOrAdministratorOnly)
        }
    }
}

fn message_decision(actor: &Actor, action: MessageAction, message: &MessageFacts) -> Decision {
    let in_group = |action| group_decision(actor, action, &message.group);
    if !in_group(GroupAction::ReadWork).is_allowed() {
        return Decision::Hide;
    }
    match action {
        MessageAction::Read => Decision::Allow,
        MessageAction::Edit | MessageAction::Withdraw if !message.own => {
            Decision::Refuse(Forbidden::OthersMessage)
        }
        MessageAction::Edit => in_group(GroupAction::Discuss),
        MessageAction::Withdraw => Decision::Allow,
        MessageAction::Judge if message.own => Decision::Refuse(Forbidden::OwnMessage),
        // Those who run a group are equals: only the chair decides about what one of them wrote.
        MessageAction::Judge if message.by_facilitator && !actor.presides() => {
            Decision::Refuse(Forbidden::ChairOnly)
        }
        MessageAction::Judge => in_group(GroupAction::Moderate),
    }
}

fn contribution_decision(actor: &Actor, action: ContributionAction, text: &ContributionFacts) -> Decision {
    if !reads(actor, text) {
        return Decision::Hide;
    }
    let role = actor.role_in(text.group.id);
    let writes = role.is_some_and(GroupRole::writes);
    // Drafts of an open group are read by the council; from *in review* on it comments, and the chair takes part.
    let open = text.group.visibility == Visibility::Open && text.state != State::Draft;
    let open_to_council = open && actor.is_council_member();
    let open_to_chair = open && actor.presides();
    let consulted =
        text.consulted && actor.is_council_member() && text.group.visibility != Visibility::Secret;
    match action {
        ContributionAction::Read => Decision::Allow,
        ContributionAction::Write | ContributionAction::Submit => only(writes, Forbidden::GroupMembersOnly),
        ContributionAction::Comment => {
            only(writes || open_to_council || consulted, Forbidden::GroupMembersOnly)
        }
        ContributionAction::Review if text.own => Decision::Refuse(Forbidden::OwnText),
        // Whoever is named for a text of an open group reviews it, in the group or not.
        ContributionAction::Review => {
            only(writes || open_to_chair || (text.named && open_to_council), Forbidden::GroupMembersOnly)
        }
        ContributionAction::Propose => only(role == Some(GroupRole::Facilitator), Forbidden::FacilitatorOnly),
        ContributionAction::SendBack | ContributionAction::Adopt | ContributionAction::Publish => {
            only(actor.presides(), Forbidden::ChairOnly)
        }
        ContributionAction::NameReviewers => only(
            role == Some(GroupRole::Facilitator) || (writes && text.own),
            Forbidden::AuthorsOrFacilitatorsOnly,
        ),
        ContributionAction::Consult if text.group.visibility == Visibility::Secret => {
            Decision::Refuse(Forbidden::SecretGroup)
        }
        ContributionAction::Consult => only(role == Some(GroupRole::Facilitator), Forbidden::FacilitatorOnly),
        ContributionAction::Correct | ContributionAction::Withdraw => {
            only(actor.presides(), Forbidden::ChairOnly)
        }
        ContributionAction::Dissent => only(actor.is_council_member(), Forbidden::CouncilMembersOnly),
        // Whoever reads a draft may say how they would put it: staff who follow the group, the chair, those consulted.
        ContributionAction::Suggest => only(
            role.is_some() || actor.is_council_member() || actor.presides(),
            Forbidden::CouncilMembersOnly,
        ),
    }
}

/// Whether somebody reads a text. Written once; the lists' filter is compared with it, person by person.
fn reads(actor: &Actor, text: &ContributionFacts) -> bool {
    if text.state == State::Published {
        return true;
    }
    let read_work = group_decision(actor, GroupAction::ReadWork, &text.group).is_allowed();
    let council = actor.is_council_member();
    match (text.state, text.group.visibility) {
        // What is in consultation is read by those who are consulted; a secret group consults nobody.
        (State::InReview | State::ChangesRequested, Visibility::Open | Visibility::Closed)
            if text.consulted =>
        {
            read_work || council
        }
        (State::Draft | State::ChangesRequested, _) => {
            read_work && group_decision(actor, GroupAction::ReadDrafts, &text.group).is_allowed()
        }
        // What is proposed to the whole council, and what it adopted, is read by the whole council.
        (State::ReadyForAdoption | State::Adopted, Visibility::Open | Visibility::Closed) => {
            read_work || council
        }
        _ => read_work,
    }
}

/// Whether work goes on in the group.
///
/// # Errors
/// `GroupClosed`, once it has handed in its deliverable.
pub fn group_is_at_work(group: &GroupFacts) -> Result<(), Refusal> {
    if group.state == GroupState::Closed { Err(Refusal::Transition(Transition::GroupClosed)) } else { Ok(()) }
}
