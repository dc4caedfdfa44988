# The news feed, of one group and of all those one reads.

feed-title = News of the groups
feed-lead = What happened in the groups you read, the latest first.
feed-group = News of the group
feed-now = What is going on
feed-all = All the news of the group
feed-older = See older
feed-none = Nothing has happened yet in what you read.
feed-none-action = See the groups
feed-council = See the members.
feed-hidden-subject = a discussion
feed-others = { $count } others
feed-line-group-created = { $who } opened the group { $link }.
feed-line-group-changed = { $who } changed the settings of the group { $link }.
feed-line-group-mandate-changed = { $who } changed the mandate letter of the group { $link }.
feed-line-group-begun = { $who } began the work of the group { $link }.
feed-line-group-closed = { $who } closed the group { $link }.
feed-line-group-reopened = { $who } reopened the group { $link }.
feed-line-group-member-joined = { $who } joined the group { $link }.
feed-line-group-member-added = { $who } brought { $whom } into the group { $link }.
feed-line-group-member-added-me = { $who } brought you into the group { $link }.
feed-line-group-member-left = { $who } left the group { $link }.
feed-line-group-member-role-changed = { $who } changed the role of { $whom } in the group { $link }.
feed-line-group-member-role-changed-me = { $who } changed your role in the group { $link }.
feed-line-handover-accepted = { $who } took over from { $whom } in the group { $link }.
feed-line-handover-accepted-me = { $who } took over from you in the group { $link }.
feed-line-discussion-opened = { $who } opened the discussion { $link }.
feed-line-discussion-closed = { $who } closed the discussion { $link }.
feed-line-discussion-reopened = { $who } reopened the discussion { $link }.
feed-line-contribution-created = { $who } began a text: { $link }.
feed-line-contribution-revised = { $who } worked on { $link }.
feed-line-contribution-submitted = { $who } sent for review { $link }.
feed-line-contribution-reviewer-named = { $who } asked { $whom } to review { $link }.
feed-line-contribution-reviewer-named-me = { $who } asked you to review { $link }.
feed-line-contribution-reviewer-named-self = { $who } will review { $link }.
feed-line-contribution-reviewed = { $who } reviewed { $link }.
feed-line-contribution-deadline-set = { $who } set the deadline of { $link } to { $day }.
feed-line-contribution-deadline-set-none = { $who } took away the deadline of { $link }.
feed-line-contribution-consultation-opened = { $who } asks the whole council, until { $day }, about { $link }.
feed-line-contribution-consultation-ended = { $who } ended the consultation of the council about { $link }.
feed-line-contribution-proposed = { $who } proposed for adoption { $link }.
feed-line-contribution-sent-back = { $who } sent back to the group { $link }.
feed-line-discussion-answered =
    { $times ->
        [one] { $who } answered in { $link }.
       *[other] { $times } answers in { $link }: { $who }.
    }
feed-line-handover-accepted-chair = { $who } now presides over the council, after { $whom }. { $link }
feed-line-contribution-adopted = The council adopted { $link }.
feed-line-contribution-published = The council published { $link }.
feed-line-contribution-record-mended = The record of adoption of { $link } was mended.
feed-line-contribution-corrected = The council published a corrected version of { $link }.
feed-line-contribution-superseded = The council replaced { $link } with another text.
feed-line-contribution-withdrawn = The council withdrew { $link }.
feed-line-contribution-reinstated = The council put { $link } back in force.
feed-line-handover-accepted-chair-me = { $who } now presides over the council, after you. { $link }
feed-line-dossier-created =
    { $count ->
        [one] { $who } made the resource file { $link }.
       *[other] { $who } made the resource file { $link }.
    }
feed-line-dossier-element-added =
    { $times ->
        [one] { $who } added to the resource file { $link }.
       *[other] { $times } additions to the resource file { $link }: { $who }.
    }

feed-line-group-member-role-changed-self = { $who } took another role in the group { $link }.
feed-line-discussion-opened-hidden = { $who } opened { $link }.
feed-line-discussion-closed-hidden = { $who } closed { $link }.
feed-line-discussion-reopened-hidden = { $who } reopened { $link }.

feed-line-suggestion-made = { $who } suggested changes to { $link }.
feed-line-suggestion-accepted = { $who } accepted what { $whom } suggested for { $link }.
feed-line-suggestion-accepted-me = { $who } accepted what you suggested for { $link }.
feed-line-suggestion-accepted-self = { $who } took a suggestion into { $link }.
feed-line-suggestion-refused = { $who } answered what { $whom } suggested for { $link }.
feed-line-suggestion-refused-me = { $who } answered what you suggested for { $link }.
feed-line-suggestion-refused-self = { $who } set a suggestion aside for { $link }.

feed-line-comment-made =
    { $count ->
        [one] { $who } commented on a passage of { $link }.
       *[other] { $who } commented on passages of { $link }.
    }
feed-line-comment-answered =
    { $count ->
        [one] { $who } answered a comment on { $link }.
       *[other] { $who } answered comments on { $link }.
    }
feed-line-comment-resolved =
    { $count ->
        [one] { $who } resolved a comment on { $link }.
       *[other] { $who } resolved comments on { $link }.
    }

feed-line-poll-opened = A vote is open: “{ $link }”.
feed-line-poll-cancelled = A vote was called off: “{ $link }”.
feed-line-poll-proclaimed = The result of a vote is known: “{ $link }”.
feed-line-tutorials-added = { $who } published a tutorial: { $link }.
