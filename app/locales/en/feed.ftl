# The news feed, of one group and of all those one reads.

feed-title = News of the groups
feed-lead = What happened in the groups you read, the latest first.
feed-group = News of the group
feed-now = What is going on
feed-all = All the news of the group
feed-older = See older
feed-none = Nothing has happened yet in what you read.
feed-none-action = See the groups
feed-line-group-created = { $who } opened the group { $link }.
feed-line-group-changed = { $who } changed the settings of the group { $link }.
feed-line-group-begun = { $who } began the work of the group { $link }.
feed-line-group-closed = { $who } closed the group { $link }.
feed-line-group-reopened = { $who } reopened the group { $link }.
feed-line-group-member-joined = { $who } joined the group { $link }.
feed-line-group-member-added = { $who } brought { $whom } into the group { $link }.
feed-line-group-member-left = { $who } left the group { $link }.
feed-line-group-member-role-changed = { $who } changed the role of { $whom } in the group { $link }.
feed-line-handover-accepted = { $who } took over from { $whom } in the group { $link }.
feed-line-contribution-created = { $who } began a text: { $link }.
feed-line-contribution-revised = { $who } worked on { $link }.
feed-line-contribution-submitted = { $who } sent for review { $link }.
feed-line-contribution-reviewed = { $who } reviewed { $link }.
feed-line-contribution-proposed = { $who } proposed for adoption { $link }.
feed-line-contribution-sent-back = { $who } sent back to the group { $link }.
feed-line-contribution-adopted = The council adopted { $link }.
feed-line-contribution-published = The council published { $link }.
