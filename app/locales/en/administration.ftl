# People, invitations, mails and journal, as administrators and the chair see them.

administration-members = People and invitations
administration-members-text = Invite, keep records and mandates up to date, suspend an access.
administration-all = All
administration-states = State of the account
administration-state-active = Account open
administration-state-invited = Account to open
administration-state-suspended = Suspended
administration-administrator = administers the site
administration-invite = Invite
administration-resend = Send an invitation
administration-resend-who = to { $person }
administration-resent = The invitation was sent. A link sent earlier no longer works.
administration-resent-here = The invitation is prepared, but this site sends no mail: whoever administers it will hand it over. An older link works no more.
administration-invite-title = Invite people
administration-waiting = People already recorded
administration-waiting-lead =
    { $count ->
        [one] One person of the council has a record, but was sent no link to open their account.
       *[other] { $count } people of the council have a record, but were sent no link to open their accounts.
    }
administration-waiting-button =
    { $count ->
        [one] Invite this person
       *[other] Invite these { $count } people
    }
administration-waiting-invited = The invitations are on their way: each person receives a link to open their account.
administration-waiting-invited-here = The invitations are prepared, but this site sends no mail: whoever administers it will hand over to each person their link.
administration-invite-one = One person
administration-invite-button = Invite this person
administration-invited = The person is invited: a link to open their account has just left.
administration-invited-here = The person is invited. Their link is prepared, but this site sends no mail: whoever administers it will hand it over.
administration-mails-stay-here = No mail server is set: read the invitations in “Mail”, and pass them on yourself.
administration-invite-list = A whole list
administration-list = One person a line
administration-list-hint = “address; name”, “Name <address>”, or the columns of a spreadsheet with their header line (email, name, college, organisation, commune, role, mandate_start, mandate_end). Up to 500 lines.
administration-invite-list-button = Invite the list
administration-list-invited =
    { $count ->
        [0] Nobody was invited.
        [one] One person is invited.
       *[other] { $count } people are invited.
    }
administration-list-refused =
    { $count ->
        [0] No line was left aside.
        [one] One line was left aside; correct it below.
       *[other] { $count } lines were left aside; correct them below.
    }
administration-line = Line { $line }, “{ $text }”: { $why }
administration-line-and = ; { "" }
administration-line-college = the council has no college of this name. It has: { $colleges }
administration-list-column = “{ $name }”
administration-list-unknown =
    { $count ->
        [one] This column was not read: { $names }.
       *[other] These columns were not read: { $names }.
    }
administration-line-same = the same address as at line { $line }
administration-line-known = this address is already that of a person of the council
administration-record = Record
administration-see-page = See their page
administration-email-hint = Changing it here takes effect at once; a message is prepared for the former address.
administration-add-mandate = Give a mandate
administration-add-mandate-button = Add the mandate
administration-end = Extend or end this mandate
administration-end-label = Last day ({ $role })
administration-end-button = Save the last day
administration-keys = Administration of the site
administration-keys-held = This person has the keys of the site: settings, people, journal. They do not read what groups write for all that.
administration-keys-not-held = Giving the keys of the site gives access to settings, people and the journal, not to what groups write.
administration-keys-give = Give the keys of the site to { $name }
administration-keys-take = Take the keys of the site back from { $name }
administration-access = Access
administration-invited-lead = The account is not open yet.
administration-oneself = This is your own account: another administrator of the site can suspend it.
administration-suspend = Suspend { $name }
administration-suspend-lead = Their devices are signed out at once. Their texts and mandates stay. The access can be restored at any time.
administration-restore = Restore the access of { $name }
administration-restore-lead = This person can no longer sign in. Their password has stayed the same.
administration-done-record = The record is saved.
administration-done-mandate = The mandate is added.
administration-done-end = The end of the mandate is saved.
administration-done-suspended = The access is suspended, and their devices are signed out.
administration-done-restored = The access is restored.
administration-done-keys = The keys of the site have changed hands.
administration-mails = Mail
administration-mails-text = The mail written by the site: invitations, passwords, addresses.
administration-mails-here = No mail server is set: nothing leaves. Read the messages here, and pass them on to the person concerned, and to nobody else.
administration-mails-sent = Messages leave through your mail server. Only their subject and recipient are kept, for the time set among the times of personal data.
administration-mails-none = The site has not written to anybody yet.
administration-mail = Message
administration-mail-to = To
administration-mail-at = On
administration-journal = Journal
administration-journal-text = What happened on the site, and who did it.
administration-journal-lead = What happened, the latest first. The contents of texts are not in it.
administration-the-program = The site
administration-somebody = somebody
administration-journal-subjects = What it is about
administration-journal-all = Everything
journal-subject-personnes = People
journal-subject-groupes = Groups
journal-subject-textes = Texts
journal-subject-discussions = Discussions
journal-subject-bibliotheque = Library
journal-subject-votes = Votes
journal-subject-site = The site
administration-journal-find = Look for a person or a date
administration-journal-who = Name of the person
administration-journal-from = From
administration-journal-to = To
administration-journal-day-hint = For instance 22/11/2026, that day included.
administration-journal-search = Search the journal
administration-journal-none = No line of the journal answers this search.
journal-council-installed = The site was installed.
journal-council-changed = { $actor } changed the settings of the council.
journal-council-imported = { $actor } imported the data of the council.
journal-person-invited = { $actor } invited { $user }.
journal-person-changed = { $actor } updated the record or the mandates of { $user }.
journal-person-suspended = { $actor } suspended { $user }.
journal-person-restored = { $actor } restored the access of { $user }.
journal-data-taken = { $actor } asked for a copy of their data.
journal-data-erasure-asked = { $actor } asked to be erased.
journal-data-erasure-withdrawn = { $actor } asks to be erased no more.
journal-data-erased = { $actor } erased a person, who asked for it.
journal-data-settings-changed = { $actor } changed how long data is kept or who answers for it.
journal-account-opened = { $actor } opened their account.
journal-account-password-changed = { $actor } changed their password.
journal-account-address-changed = { $actor } changed their e-mail address.
journal-account-address-changed-by = { $actor } changed the e-mail address of { $user }.
journal-account-signed-in = { $actor } signed in.
journal-account-everybody-signed-out = { $actor } signed everybody out, on every device.
journal-account-sessions-revoked = { $actor } signed out one or more of their devices.
journal-group-created = { $actor } opened a group.
journal-group-changed = { $actor } changed the settings of a group.
journal-group-mandate-changed = { $actor } changed the mandate letter of a group.
journal-group-member-joined = { $actor } joined a group.
journal-group-member-added = { $actor } added { $user } to a group.
journal-group-member-removed = { $actor } removed { $user } from a group.
journal-group-member-left = { $actor } left a group.
journal-group-member-role-changed = { $actor } changed the role of { $user } in a group.
journal-contribution-created = { $actor } began a text.
journal-contribution-revised = { $actor } saved a version of a text.
journal-contribution-submitted = { $actor } sent a text for review.
journal-contribution-reviewed = { $actor } reviewed a text.
journal-contribution-proposed = { $actor } proposed a text for adoption.
journal-contribution-sent-back = { $actor } sent a text back to its group.
journal-contribution-adopted = { $actor } recorded the adoption of a text.
journal-contribution-published = { $actor } published a text.
journal-group-join-asked = { $actor } asked to join a group.
journal-group-join-refused = { $actor } refused the request of { $user } to join a group.
journal-group-join-withdrawn = { $actor } withdrew a request to join a group.
journal-group-member-invited = { $actor } invited { $user } to a group.
journal-group-invitation-declined = { $actor } declined an invitation to a group.
journal-group-invitation-withdrawn = { $actor } withdrew the invitation of { $user } to a group.
journal-group-begun = { $actor } began the work of a group.
journal-group-closed = { $actor } closed a group.
journal-group-reopened = { $actor } reopened a group.
journal-handover-offered = { $actor } asked { $user } to take over.
journal-handover-accepted = { $actor } took over from { $user }.
journal-handover-declined = { $actor } declined to take over from { $user }.
journal-handover-withdrawn = { $actor } withdrew the handover offered to { $user }.
administration-ending = Mandate about to end
administration-ends = mandate ends on { $day }

journal-contribution-reviewer-named = { $actor } asked { $user } to review a text.
journal-contribution-reviewer-removed = { $actor } no longer asks { $user } to review a text.
journal-contribution-record-mended = { $actor } mended the record of an adoption.
journal-contribution-corrected = { $actor } corrected a published text.
journal-contribution-superseded = { $actor } said that a published text is replaced.
journal-contribution-withdrawn = { $actor } withdrew a published text.
journal-contribution-reinstated = { $actor } put a published text back in force.
journal-contribution-consultation-opened = { $actor } put a text to the whole council.
journal-contribution-consultation-ended = { $actor } ended the consultation on a text.
journal-contribution-deadline-set = { $actor } changed the deadline of a text.
journal-contribution-checked = { $actor } updated the checklist of a text.
journal-contribution-authors-changed = { $actor } changed who signs a text.
journal-contribution-version-named = { $actor } named a version of a text.

# Ending several mandates at once.
mandates-title = End mandates
mandates-lead = Tick the people who leave the council. Nothing is saved before the next page, which says what it changes.
mandates-people = The people who leave
mandates-none = Nobody has a mandate today. Invite the members of the council.
mandates-no-college = Without a college
mandates-last-day = Last day of the mandate
mandates-last-day-hint = For instance 30/04/2026. Rights end the day after: for them to end at once, give yesterday’s date.
mandates-prolong-title = Prolong mandates
mandates-prolong-lead = Tick the people whose mandate goes on, and give the new last day. What they do in the council does not change.
mandates-prolong-people = The people who stay
mandates-prolong-day = New last day
mandates-prolong-day-hint = For instance 30/04/2029. A mandate without an end, or that ends later, does not change.
mandates-prolong-do = Prolong these mandates
mandates-prolonged = The mandates are prolonged.
problem-ends-later = these mandates already end on that day or later
mandates-see = See what it changes
mandates-back-to-members = Back to people
mandates-confirm-title =
    { $count ->
        [one] End one mandate
       *[other] End { $count } mandates
    }
mandates-confirm-lead = Last day: { $day }. Nothing is saved yet.
mandates-confirm-effect = From the day after, these people no longer read or write in their groups. Their texts stay, with their names.
mandates-confirm-button =
    { $count ->
        [one] End this mandate
       *[other] End these { $count } mandates
    }
mandates-confirm-back = Back to the choice
mandates-nobody-presides = Nobody would preside over the council any more: first give a mandate to who takes over.
mandates-keep-keys =
    { $count ->
        [one] { $names } keeps the keys of the site. Take them back on their record if they should no longer have them.
       *[other] { $names } keep the keys of the site. Take them back on their records if they should no longer have them.
    }
mandates-already =
    { $count ->
        [one] One chosen mandate already ends earlier and does not change: { $names }.
       *[other] { $count } chosen mandates already end earlier and do not change: { $names }.
    }
mandates-left = What it leaves in the groups
mandates-left-lead = The chair will see on their home page the groups without a facilitator, and may name one.
mandates-left-nothing = Each group keeps a facilitator, and each text in progress keeps an author.
mandates-left-texts =
    { $count ->
        [one] one text in progress without an author
       *[other] { $count } texts in progress without an author
    }
mandates-left-reviews =
    { $count ->
        [one] one review asked of somebody who leaves
       *[other] { $count } reviews asked of people who leave
    }
mandates-done = The mandates end on that day. What remains is to invite those who arrive, then to name who runs the groups without a facilitator.
