# The life of a group: its work begins, closes with its deliverable, goes on again.

life-begin = Begin the work
life-begin-title = This group is being set up
life-begin-text = Once its people are there and its mission is written, its work can begin.
life-close = Close the group
life-close-title = Close the group “{ $group }”
life-close-lead = Say what the group hands in. After that nothing is written in it; all that it wrote can still be read.
life-keep-open = Leave the group open
life-handed-in-legend = What the group hands in: choose a text or write a sentence
life-text = Text handed in
life-text-hint = One of the published texts of the group.
life-sentence = Or what the group hands in, in a sentence
life-sentence-only = What the group hands in, in a sentence
life-sentence-hint = Such as a guide, an exhibition, a report handed over in person.
life-note = Closing words
life-note-hint = What to remember of its work.
life-unfinished =
    { $count ->
        [one] One text is not finished
       *[other] { $count } texts are not finished
    }
life-unfinished-hidden =
    { $count ->
        [one] One text of the group that you do not read is not finished.
       *[other] { $count } texts of the group that you do not read are not finished.
    }
life-confirm =
    { $count ->
        [one] This text stays as it is: it will not be changed any more.
       *[other] These { $count } texts stay as they are: they will not be changed any more.
    }
life-reopen = Reopen the group
life-reopen-title = Reopen the group “{ $group }”
life-reopen-lead = The group will be able to write and review again. The reason will be read on its page.
life-reason = Reason
life-reason-hint = In a sentence.
life-reopened-because = Group reopened: { $reason }
life-handed-in = What the group handed in
life-done-begun = The work of the group begins.
life-done-closed = The group is closed. Its texts can still be read.
life-done-reopened = The group is reopened: its work can go on.
