//! Every address of the product, typed: links, mails and tests use these and nothing else.

mod accounts;
mod administration;
mod api;
mod behalf;
mod beside_texts;
mod charter;
mod declarations;
mod delegations;
mod library;
mod moderation;
mod polls;
mod toolbox;
mod tutorials;

use domain::{
    Version,
    contributions::PublicationNumber,
    ids::{CommentId, ContributionId, MessageId, SuggestionId, ThreadId, UserId},
};

pub use accounts::*;
pub use administration::*;
pub use api::*;
pub use behalf::*;
pub use beside_texts::*;
pub use charter::*;
pub use declarations::*;
pub use delegations::*;
pub use library::*;
pub use moderation::*;
pub use polls::*;
pub use toolbox::*;
pub use tutorials::*;

/// Home.
pub const HOME: &str = "/";
/// The first-run page.
pub const INSTALLATION: &str = "/installation";
/// Signing in.
pub const SIGN_IN: &str = "/connexion";
/// Asking for another password.
pub const PASSWORD: &str = "/mot-de-passe";
/// One's own account.
pub const ACCOUNT: &str = "/mon-compte";
/// The groups.
pub const GROUPS: &str = "/groupes";
/// Opening a group.
pub const NEW_GROUP: &str = "/groupes/nouveau";
/// All the texts one may see.
pub const TEXTS: &str = "/textes";
/// What happened in the groups one reads.
pub const NEWS: &str = "/actualites";
/// Handing over presiding.
pub const CHAIR_HANDOVER: &str = "/mon-compte/passation";
/// One's requests to join groups, and the invitations received.
pub const MY_GROUPS: &str = "/mon-compte/groupes";
/// What the council published.
pub const PUBLICATIONS: &str = "/publications";
/// The feed of what the council publishes.
pub const FEED: &str = "/publications.atom";
/// The directory.
pub const MEMBERS: &str = "/membres";
/// The statement of accessibility.
pub const ACCESSIBILITY: &str = "/accessibilite";
/// The criteria of accessibility, one by one.
pub const CRITERIA: &str = "/accessibilite/criteres";
/// What is kept about people, and why.
pub const PERSONAL_DATA: &str = "/donnees-personnelles";
/// One's own data.
pub const MY_DATA: &str = "/mon-compte/donnees";
/// The copy of one's own data.
pub const MY_DATA_FILE: &str = "/mon-compte/donnees/copie.zip";
/// Who publishes the site.
pub const LEGAL: &str = "/mentions";

/// What is read once a change of address was confirmed.
pub const ADDRESS_CONFIRMED: &str = "/mon-compte/adresse";
/// `path`, which says once that something was done.
pub fn done(path: &str, code: &str) -> String {
    format!("{path}?fait={code}")
}

/// `path`, which says once that something was done to somebody.
pub fn done_to(path: &str, code: &str, who: UserId) -> String {
    format!("{}&qui={who}", done(path, code))
}

/// Searching everything one may read.
pub const SEARCH: &str = "/recherche";
/// The identifier of the field of a page that searches.
pub const SEARCH_FIELD: &str = "q";

/// Searching for these words.
pub fn search(words: &str) -> String {
    format!("{SEARCH}?q={}", segment(words))
}

/// Accepting an invitation.
pub fn invitation(token: &str) -> String {
    format!("/invitation/{token}")
}

/// Choosing another password.
pub fn password_reset(token: &str) -> String {
    format!("{PASSWORD}/{token}")
}

/// Confirming a change of address.
pub fn address_confirmation(token: &str) -> String {
    format!("{ACCOUNT}/adresse/{token}")
}

/// Signing in, then going on to `next`.
pub fn sign_in_then(next: &str) -> String {
    format!("{SIGN_IN}?vers={}", segment(next))
}

/// A person's page.
pub fn member(id: UserId) -> String {
    format!("{MEMBERS}/{id}")
}

/// A person's photo; `mark` tells it from another.
pub fn member_portrait(id: UserId, mark: &str) -> String {
    format!("{}/photo?v={}", member(id), mark.get(..12).unwrap_or(mark))
}

/// A group's picture; `mark` tells it from another.
pub fn group_portrait(slug: &str, mark: &str) -> String {
    format!("{}/image?v={}", group(slug), mark.get(..12).unwrap_or(mark))
}

/// The same picture, larger.
pub fn larger(portrait: &str) -> String {
    format!("{portrait}&taille=grande")
}

/// Where a photo or a picture of a group is sent.
pub const PORTRAIT: &str = "/api/portraits/change";

/// A group's home.
pub fn group(slug: &str) -> String {
    format!("{GROUPS}/{}", segment(slug))
}

/// A group's people.
pub fn group_members(slug: &str) -> String {
    format!("{}/membres", group(slug))
}

/// What happened in a group.
pub fn group_feed(slug: &str) -> String {
    format!("{}/fil", group(slug))
}

/// Handing over running a group.
pub fn group_handover(slug: &str) -> String {
    format!("{}/passation", group(slug))
}

/// Asking to join a group.
pub fn group_ask(slug: &str) -> String {
    format!("{}/demande", group(slug))
}

/// Closing a group.
pub fn group_close(slug: &str) -> String {
    format!("{}/clore", group(slug))
}

/// Putting a closed group back to work.
pub fn group_reopen(slug: &str) -> String {
    format!("{}/reprise", group(slug))
}

/// A group's settings.
pub fn group_edit(slug: &str) -> String {
    format!("{}/modifier", group(slug))
}

/// A new text in a group.
pub fn new_contribution(slug: &str) -> String {
    format!("{}/contributions/nouvelle", group(slug))
}

/// A text.
pub fn contribution(id: ContributionId) -> String {
    format!("/contributions/{id}")
}

/// Writing a text.
pub fn contribution_edit(id: ContributionId) -> String {
    format!("{}/modifier", contribution(id))
}

/// Where people write one text together, over a WebSocket.
pub fn contribution_live(id: ContributionId) -> String {
    format!("{}/direct", contribution(id))
}

/// The authors of a text.
pub fn contribution_authors(id: ContributionId) -> String {
    format!("{}/auteurs", contribution(id))
}

/// Who reviews a text, by when; its deadline, its consultation.
pub fn contribution_organise(id: ContributionId) -> String {
    format!("{}/organiser", contribution(id))
}

/// Confirming that a text is proposed although points of the checklist are not ticked.
pub fn contribution_propose(id: ContributionId) -> String {
    format!("{}/proposer", contribution(id))
}

/// Correcting a published text.
pub fn contribution_correct(id: ContributionId) -> String {
    format!("{}/corriger", contribution(id))
}

/// Mending the record of an adoption.
pub fn contribution_record(id: ContributionId) -> String {
    format!("{}/proces-verbal", contribution(id))
}

/// Saying that a published text is replaced or withdrawn.
pub fn contribution_withdraw(id: ContributionId) -> String {
    format!("{}/retirer", contribution(id))
}

/// What was put together of two changes: version `merged`, typed over `base` and put together with `theirs`.
pub fn contribution_merged(id: ContributionId, base: Version, theirs: Version, merged: Version) -> String {
    format!("{}&fait=fusionne&depuis={base}", contribution_compare(id, theirs.0, merged.0))
}

/// The texts in consultation of the whole council.
pub fn texts_in_consultation() -> String {
    format!("{TEXTS}?consultation=oui")
}

/// One edition of a published text.
pub fn publication_edition(number: PublicationNumber, edition: u32) -> String {
    format!("{}/versions/{edition}", publication(number))
}

/// The exact bytes of one edition of a published text.
pub fn publication_edition_source(number: PublicationNumber, edition: u32) -> String {
    format!("{}.md", publication_edition(number, edition))
}

/// The versions of a text.
pub fn contribution_history(id: ContributionId) -> String {
    format!("{}/historique", contribution(id))
}

/// One version of a text.
pub fn contribution_version(id: ContributionId, version: Version) -> String {
    format!("{}/{version}", contribution_history(id))
}

/// Who wrote what of a text.
pub fn contribution_passages(id: ContributionId) -> String {
    format!("{}/passages", contribution(id))
}

/// Two versions of a text, compared.
pub fn contribution_compare(id: ContributionId, from: i32, to: i32) -> String {
    format!("{}/comparer?de={from}&a={to}", contribution(id))
}

/// The suggestions on a text.
pub fn suggestions(id: ContributionId) -> String {
    format!("{}/suggestions", contribution(id))
}

/// One suggestion.
pub fn suggestion(id: ContributionId, which: SuggestionId) -> String {
    format!("{}/{which}", suggestions(id))
}

/// Choosing the passage of a text that one would word otherwise.
pub fn suggest(id: ContributionId) -> String {
    format!("{}/suggerer", contribution(id))
}

/// Wording otherwise these bytes of a version.
pub fn suggest_on(id: ContributionId, base: Version, passage: &std::ops::Range<usize>) -> String {
    format!("{}?version={base}&debut={}&fin={}", suggest(id), passage.start, passage.end)
}

/// The comments on a text.
pub fn comments(id: ContributionId) -> String {
    format!("{}/commentaires", contribution(id))
}

/// One comment.
pub fn comment(id: ContributionId, which: CommentId) -> String {
    format!("{}/{which}", comments(id))
}

/// Choosing the passage of a text of which one would say something.
pub fn comment_do(id: ContributionId) -> String {
    format!("{}/commenter", contribution(id))
}

/// Saying something of these bytes of a version.
pub fn comment_on(id: ContributionId, base: Version, passage: &std::ops::Range<usize>) -> String {
    format!("{}?version={base}&debut={}&fin={}", comment_do(id), passage.start, passage.end)
}

/// Wording one's own suggestion again.
pub fn suggest_again(id: ContributionId, which: SuggestionId) -> String {
    format!("{}?suggestion={which}", suggest(id))
}

/// Answering a suggestion with another one.
pub fn counter_proposal(id: ContributionId, which: SuggestionId) -> String {
    format!("{}?reponse={which}", suggest(id))
}

/// Suggesting changes by changing a copy of the whole text.
pub fn suggest_copy(id: ContributionId) -> String {
    format!("{}/copie", suggest(id))
}

/// The text of that title, wherever it is.
pub fn contribution_named(title: &str) -> String {
    format!("{TEXTS}/nomme/{}", segment(title))
}

/// A published text.
pub fn publication(number: PublicationNumber) -> String {
    format!("{PUBLICATIONS}/{number}")
}

/// The exact bytes of a published text.
pub fn publication_source(number: PublicationNumber) -> String {
    format!("{}.md", publication(number))
}

/// What is read while a document is made of a text, which one goes back to.
pub const PRINTING: &str = "/telechargement";

/// What is read while a document is made of a text, or when it cannot be.
pub fn printing(text: &str, failed: bool) -> String {
    let state = if failed { "&etat=impossible" } else { "" };
    format!("{PRINTING}?de={}{state}", segment(text))
}

/// A publication, or one of its former editions, as a document whose name ends so.
pub fn publication_print(number: PublicationNumber, former: Option<u32>, ending: &str) -> String {
    match former {
        Some(edition) => format!("{}.{ending}", publication_edition(number, edition)),
        None => format!("{}.{ending}", publication(number)),
    }
}

/// A version of a text as a document whose name ends so.
pub fn contribution_print(id: ContributionId, version: Version, ending: &str) -> String {
    format!("{}/versions/{version}.{ending}", contribution(id))
}

/// The discussions of a group.
pub fn discussions(slug: &str) -> String {
    format!("{}/discussions", group(slug))
}

/// Beginning a discussion in a group.
pub fn new_discussion(slug: &str) -> String {
    format!("{}/nouvelle", discussions(slug))
}

/// A discussion.
pub fn discussion(slug: &str, id: ThreadId) -> String {
    format!("{}/{id}", discussions(slug))
}

/// A discussion at one of its messages, by its number; `done` says once what was done.
pub fn discussion_at(slug: &str, id: ThreadId, position: i32, done: Option<&str>) -> String {
    let page = (position.max(1) - 1) / domain::discussions::MESSAGES_A_PAGE + 1;
    let page = (page > 1).then(|| format!("page={page}"));
    let done = done.map(|code| format!("fait={code}"));
    let query: Vec<String> = page.into_iter().chain(done).collect();
    let sign = if query.is_empty() { "" } else { "?" };
    format!("{}{sign}{}#message-{position}", discussion(slug, id), query.join("&"))
}

/// Answering in a discussion, perhaps one message by its number.
pub fn discussion_answer(slug: &str, id: ThreadId, to: i32) -> String {
    format!("{}?repondre={to}#repondre", discussion(slug, id))
}

/// A discussion with what one is about to answer, as it will look.
pub fn discussion_preview(slug: &str, id: ThreadId, to: Option<i32>) -> String {
    let to = to.map(|to| format!("&repondre={to}")).unwrap_or_default();
    format!("{}{to}#apercu", done(&discussion(slug, id), "apercu"))
}

/// One message of a discussion, with what one may do about it.
pub fn message(slug: &str, id: ThreadId, message: MessageId) -> String {
    format!("{}/messages/{message}", discussion(slug, id))
}

/// What is hidden in the discussions of a group.
pub fn moderation(slug: &str) -> String {
    format!("{}/moderation", group(slug))
}

/// The address of a server function, for a form of `page`: where that form is shown again if it is refused, or if the
/// answer is asked for once more by its address.
pub fn posting_from(action: &str, page: &str) -> String {
    format!("{action}?page={}", segment(page))
}

/// An address of this site that somebody typed or posted, made safe to go back to: always local.
pub fn local(path: &str) -> &str {
    let local = path.starts_with('/') && !path.starts_with("//") && !path.contains(['\\', '\r', '\n', '\0']);
    if local { path } else { HOME }
}

/// One segment of an address, or one value of a query, percent-encoded.
pub fn segment(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_local_addresses_are_gone_back_to() {
        assert_eq!(local("/textes?page=2"), "/textes?page=2");
        for elsewhere in
            ["https://ailleurs.example/", "//ailleurs.example", "/\\ailleurs.example", "", "x", "/a\nb"]
        {
            assert_eq!(local(elsewhere), HOME, "{elsewhere:?}");
        }
    }

    #[test]
    fn a_message_is_found_on_its_page() {
        let at = |position| discussion_at("eau", ThreadId(7), position, None);
        assert_eq!(at(50), "/groupes/eau/discussions/7#message-50");
        assert_eq!(at(51), "/groupes/eau/discussions/7?page=2#message-51");
        let said = discussion_at("eau", ThreadId(7), 101, Some("repondu"));
        assert_eq!(said, "/groupes/eau/discussions/7?page=3&fait=repondu#message-101");
    }

    #[test]
    fn titles_are_encoded() {
        assert_eq!(contribution_named("L’été / 2"), "/textes/nomme/L%E2%80%99%C3%A9t%C3%A9%20%2F%202");
    }
}
