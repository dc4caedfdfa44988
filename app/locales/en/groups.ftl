# Groups: list, page, people, settings.

groups-title = Groups
groups-lead = Each group studies a question, writes texts and puts them to the council.
groups-new = Create a group
groups-search = Search
groups-search-none = No group has this name.
groups-search-one = One group found.
groups-search-many = # groups found.
groups-filters = Filters
groups-filter-all = All
groups-filter-mine = My groups
groups-empty = A group studies a question, writes a text and puts it to the council. There is none yet.
groups-empty-public = No group is open to the public at the moment. Adopted texts are in the publications.
groups-empty-public-action = Read the publications
groups-none-found = No group matches.
groups-none-found-action = See all the groups
groups-members-count =
    { $count ->
        [one] { $count } member
       *[other] { $count } members
    }
groups-texts-count =
    { $count ->
        [one] { $count } text
       *[other] { $count } texts
    }
groups-mine-facilitator = You run it
groups-mine-member = You are a member
groups-mine-observer = You observe it
groups-state-setting-up = Being set up
groups-state-closed = Work completed
groups-visibility-open = Open
groups-visibility-closed = Closed
groups-visibility-secret = Secret
groups-visibility-hint-open = Every member of the council reads it and may join it. The public knows its name and its mission.
groups-visibility-hint-closed = The council knows its name, its mission and who runs it. The group and the chair read its texts.
groups-visibility-hint-secret = Only the people of the group know of it, and those who run the site.

groups-eyebrow = { $kind }, { $visibility }
groups-opened = Opened on { $day }
groups-ended = Work completed on { $day }
groups-no-mandate = The mission of the group is not written yet.
groups-no-facilitator = Nobody runs this group any more: the chair or those who run the site can name a facilitator.
groups-closed-notice = This group has completed its work: its texts can still be read.
groups-join-title = This group is open
groups-join-text = By joining it, you will write its texts and review those of others.
groups-join = Join the group
groups-door-title = This group is closed
groups-door-text = You can ask to join it: the people who run it will answer you.
groups-public-title = Its work in progress is for the council
groups-public-text = What it writes appears in the publications once adopted.
groups-public-action = Read the publications

groups-next-about = { $about } { $text }

groups-texts = Texts
groups-write = Write a new text
groups-texts-empty = The texts of the group are written here: a draft, a review, then adoption by the council.
groups-texts-empty-reader = This group has not written any text yet.
groups-texts-empty-outside = No text of this group is put to you at the moment.


groups-thread = Where it stands: step { $step } of { $steps }
groups-thread-all = See all
groups-thread-done = Done:{ " " }
groups-thread-now = Now:{ " " }
groups-thread-next = Next:{ " " }
groups-step-opened = Group set up
groups-step-writing = Writing
groups-step-review = Review
groups-step-adoption = Adoption
groups-step-publication = Publication
groups-count-draft =
    { $count ->
        [one] { $count } draft
       *[other] { $count } drafts
    }
groups-count-in-review =
    { $count ->
        [one] { $count } text in review
       *[other] { $count } texts in review
    }
groups-count-changes-requested =
    { $count ->
        [one] { $count } text to revise
       *[other] { $count } texts to revise
    }
groups-count-ready-for-adoption =
    { $count ->
        [one] { $count } text ready for adoption
       *[other] { $count } texts ready for adoption
    }
groups-count-adopted =
    { $count ->
        [one] { $count } text adopted
       *[other] { $count } texts adopted
    }
groups-count-published =
    { $count ->
        [one] { $count } text published
       *[other] { $count } texts published
    }

groups-aside = Beside
groups-people = People
groups-facilitators = They run the group
groups-others = They belong to it
groups-all-people = See everyone
groups-you = (you)
groups-actions = Other actions
groups-edit = Edit the group
groups-manage = Manage its people
groups-leave = Leave the group

groups-people-since = since { $day }
groups-suspended = Account suspended
groups-mandate-over = Mandate over
groups-unled = Nobody runs it
groups-unled-none = Every group has at least one facilitator.
groups-second-facilitator = One person alone runs this group.
groups-name-second = Name a second one
groups-people-in = In the group
groups-letter = Mandate letter
groups-asked-by = Asked by
groups-asked-by-hint = Such as the local authority, or the council itself.
groups-due-on = For
groups-due-late = { $day }, now past
groups-due-on-hint = Such as 30/04/2027.
groups-deliverable = What the group must hand in
groups-deliverable-hint = Such as an opinion, a report, a series of meetings.
groups-how = How
groups-how-add = Add them at once
groups-how-add-hint = The person belongs to the group straight away.
groups-how-invite = Invite them
groups-how-invite-hint = The person accepts or declines.
groups-how-message = Your message
groups-how-message-hint = Read by the person invited.
groups-change-role = Change the role
groups-change-role-of = Change the role of { $person }
groups-remove = Remove from the group
groups-remove-of = Remove from the group { $person }
groups-act-on = Act
groups-act-on-person = Act for { $person }
groups-add-title = Add or invite somebody
groups-add-search-hint = By name, or by e-mail address.
groups-add-person = Person to add
groups-add-role = Role in the group
groups-add = Add or invite
groups-add-none = Nobody of that name among the members of the council who are not in the group already.
groups-add-everybody = Every member of the council already belongs to the group.
groups-add-first = The first twenty names only: search for a name to see the others.
groups-role-hint-facilitator = Runs the group, manages its people, proposes its texts for adoption.
groups-role-hint-member = Writes and reviews.
groups-role-hint-observer = Reads everything and writes nothing; the group sees it.
groups-remove-title = Remove { $person } from the group “{ $group }”
groups-remove-text = This person will no longer read what is reserved for the group. What they wrote stays, under their name.
groups-remove-confirm = Remove { $person }
groups-keep = Change nothing
groups-role-title = Change the role of { $person }
groups-leave-title = Leave the group “{ $group }”
groups-leave-text = Nothing more will be asked of you for this group. What you wrote in it stays, under your name.
groups-leave-last = Nobody else runs this group: to leave it, first pass it on to somebody.
groups-stay = Stay in the group

groups-create-title = Create a group
groups-name = Name of the group
groups-name-hint = It is read everywhere: short and clear.
groups-kind = Kind of group
groups-visibility = Who sees this group
groups-mandate = Mission
groups-mandate-hint = What is asked of the group, by whom and by when, in a few sentences.
groups-facilitator-first = Who runs it
groups-facilitator-first-hint = This person looks after the group without those who run the site.
groups-facilitator-second = Who runs it too
groups-facilitator-second-hint = With two, the group goes on when one of them is away.
groups-create = Create the group
groups-cancel = Back to the groups
groups-edit-title = Edit the group
groups-save = Save
groups-back = Back to the group

groups-done-created = The group is created. Add the people who will work in it.
groups-done-changed = The changes are saved.
groups-done-joined = You now belong to the group.
groups-done-left = You no longer belong to the group.
groups-done-added = { $person } now belongs to the group.
groups-done-role = The role of { $person } is changed.
groups-done-removed = This person no longer belongs to the group.
groups-name-title = Name who runs the group
groups-name-text = Nobody can run this group any more: their mandate is over, or their access is suspended.
groups-name-person = The person who will run it
groups-name-person-hint = Somebody of the group first. Another person of the council comes in by being named.
groups-name-inside = { $person } (already in the group)
groups-name-button = Name this person
groups-done-named = { $person } now runs the group.
