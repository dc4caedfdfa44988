# The texts: lists, pages, forms, reviews, adoption.

contributions-title = Texts
contributions-lead = The texts you may read, the latest first.
contributions-count =
    { $count ->
        [0] No text
        [one] One text
       *[other] { $count } texts
    }
contributions-count-more = At least { $count } texts. To find one, look for a word of its title, or choose a state.
contributions-none = The texts of the groups are read here as soon as one of them is begun. A text is begun in a group.
contributions-none-found = No text matches this search.
contributions-all = See all the texts
contributions-see-groups = See the groups
contributions-search = Search
contributions-search-do = Search
contributions-search-found = Texts found:
contributions-by-state = By step
contributions-by-kind = By kind
contributions-any-state = All steps
contributions-any-kind = All kinds
contributions-named-none-title = This text does not exist yet
contributions-named-none = Nobody has written it yet, or you may not read it.

contributions-state-draft = Draft
contributions-state-in-review = In review
contributions-state-changes-requested = Changes requested
contributions-state-ready = Ready for adoption
contributions-state-adopted = Adopted
contributions-state-published = Published

contributions-number = no. { $number }
contributions-version = Version { $version }
contributions-version-of = Version { $version }, { $day }
contributions-minutes =
    { $minutes ->
        [one] One minute to read
       *[other] { $minutes } minutes to read
    }
contributions-brief = In brief
contributions-text = Text of the contribution
contributions-empty = Nothing is written yet.
contributions-contents = Contents
contributions-recommendations = The recommendations
contributions-menu = Other actions

contributions-done-cree-open = Your text is begun. The whole council can already read it; the group writes it with you.
contributions-done-cree-closed = Your text is begun. The group and the chair can already read it.
contributions-done-cree-secret = Your text is begun. The group can already read it.
contributions-done-enregistre = Your text is saved.
contributions-done-inchange = The text already said this: no version was added.
contributions-done-auteurs = The authors are saved.
contributions-done-envoye = The text is in review. Members of the group can comment on it and approve it.
contributions-done-relu = Your review is saved.
contributions-done-relu-avant = Your review is kept with the version you read. A newer version came in the meantime: read it, and say what you think of it.
contributions-done-propose = The text is proposed for adoption.
contributions-done-renvoye = The text is back with its authors, with your reason.
contributions-done-adopte = The text is adopted, numbered and frozen.
contributions-done-publie = The text is public.

contributions-thread = Where it stands: step { $step } of { $total }
contributions-thread-all = See all
contributions-thread-done = Done:
contributions-thread-now = Now:
contributions-thread-next = Next:
contributions-thread-writing = Writing
contributions-thread-written = version { $version }, { $day }
contributions-thread-review = Review
contributions-thread-review-next = by somebody else in the group
contributions-thread-review-now = under way
contributions-thread-approved =
    { $count ->
        [0] done
        [one] one approval
       *[other] { $count } approvals
    }
contributions-thread-adoption = Adoption
contributions-thread-adoption-now = proposed to the chair
contributions-thread-adoption-next = after the review
contributions-thread-adopted = no. { $number }, { $day }
contributions-thread-publication = Publication
contributions-thread-publication-next = after the adoption

contributions-next-write = The text remains to be written
contributions-next-write-text = Once it is ready, you will send it for review.
contributions-next-submit = Is the text ready for review?
contributions-next-submit-text = Members of the group will be able to comment on it, approve it or ask for changes. You will still be able to edit it.
contributions-next-draft = This text is a draft
contributions-next-draft-text = Its authors will send it for review once it is ready.
contributions-next-changes = Changes are requested
contributions-next-changes-text = Read the reviews under the text, edit it, then send it for review again.
contributions-next-resubmit = The text has changed since
contributions-next-resubmit-text = Send it for review again once it answers what was asked.
contributions-next-changes-wait = Changes are requested
contributions-next-changes-wait-text = The text is in the hands of its authors.
contributions-next-propose = This version is approved
contributions-next-propose-text = You may propose it to the chair. It can no longer be edited then, unless it is sent back.
contributions-next-approved = This version is approved
contributions-next-approved-text = A facilitator of the group may propose it for adoption.
contributions-next-review = Your review is awaited
contributions-next-review-text = Read the text. Then say under it whether you approve it, or what should change.
contributions-next-review-wait = The text is in review
contributions-next-review-wait-text = Somebody else in the group must approve it before it is proposed for adoption.
contributions-next-adopt = This text is proposed to you
contributions-next-adopt-text = Once the vote is over, record the adoption: the text gets its number and no longer changes.
contributions-next-adopt-wait = The text is proposed for adoption
contributions-next-adopt-wait-text = What follows is up to the chair: to adopt the text, or to send it back to its authors.
contributions-next-publish = This text is adopted
contributions-next-publish-text = Publish it: it will have a permanent page that anyone can read and cite.
contributions-next-publish-wait = This text is adopted
contributions-next-publish-wait-text = Its publication is up to the chair.
contributions-next-published = This text is public
contributions-next-published-text = It has a permanent page that anyone can read, print and cite.

contributions-submit-do = Send for review
contributions-propose-do = Propose for adoption
contributions-publish-do = Publish
contributions-publication-read = Read the publication
contributions-review-go = Give my review
contributions-adopt-go = Record the adoption
contributions-edit-do = Edit the text
contributions-authors-do = Choose the authors
contributions-history-do = See the history
contributions-compare-do = Compare with the version before

contributions-reviews = Reviews
contributions-reviews-none = Nobody has said anything about this text yet.
contributions-review-comment = { $name } comments on version { $version }
contributions-review-approve = { $name } approves version { $version }
contributions-review-changes = { $name } asks for changes to version { $version }
contributions-review-older = the text has changed since
contributions-review-field = Your review of this version
contributions-comment-field = Your comment
contributions-review-hint = You are reading version { $version }. A comment is needed, except to approve.
contributions-comment-hint = You are reading version { $version }. The group will read your comment.
contributions-comment-do = Comment
contributions-approve-do = Approve
contributions-changes-do = Ask for changes

contributions-adopt-title = Adopt this text
contributions-adopt-lead = The text is frozen as you read it. It gets the next number of the year, and a fingerprint that proves it has not changed.
contributions-adopt-body = Body
contributions-adopt-body-hint = Who voted: the plenary assembly, the bureau…
contributions-adopt-day = Day of the adoption
contributions-adopt-day-hint = For example 17/09/2026.
contributions-adopt-for = Votes for
contributions-adopt-against = Votes against
contributions-adopt-abstaining = Abstentions
contributions-adopt-do = Adopt
contributions-send-back-title = Send back to the authors
contributions-send-back-reason = Reason
contributions-send-back-hint = The authors and the group will read it with the reviews.
contributions-send-back-do = Send the text back

contributions-new-title = Write a new text
contributions-new-do = Save
contributions-edit-title = Edit the text
contributions-edit-name = Title
contributions-edit-name-hint = A short sentence that one understands without knowing the matter.
contributions-edit-kind = Kind of text
contributions-edit-summary = Summary
contributions-edit-summary-hint = Three sentences: they will open the public page.
contributions-edit-body = Text
contributions-edit-body-hint = A blank line parts two paragraphs. “##” at the start of a line makes a heading, “-” a list, “**word**” bold, “[^1]” a note. A recommendation stands between a line “:::recommandation” and a line “:::”.
contributions-edit-reason = What changes
contributions-edit-reason-hint = A few words for the history, such as “Figures of the station checked”.
contributions-edit-save = Save
contributions-edit-preview = Preview
contributions-edit-preview-empty = The preview of the text will be shown here.
contributions-edit-back = Go back without saving
contributions-edit-autosaved = Put aside at { $time }. You may close this page and come back.
contributions-edit-unsaved = We kept what you wrote without saving it, on { $moment }. The form holds it.
contributions-edit-discard = Drop what I had written

contributions-conflict-title = The text changed while you were writing
contributions-conflict-told = { $name } saved version { $version } on { $moment }. You were writing over version { $base }.
contributions-conflict-reason = Their reason: “{ $reason }”
contributions-conflict-way-out = Nothing is lost. Compare the two texts, then save the one that should stand.
contributions-conflict-differences = The differences
contributions-conflict-yours = Your text
contributions-conflict-settle = Your text, to complete and save
contributions-conflict-theirs = The saved text
contributions-conflict-theirs-open = See the saved text, to copy passages from it
contributions-conflict-discard = Keep the saved text and drop mine

contributions-history-title = History of the text
contributions-history-first = first version
contributions-history-changed =
    { $added ->
        [0] no word added
        [one] one word added
       *[other] { $added } words added
    }, { $removed ->
        [0] none removed
        [one] one removed
       *[other] { $removed } removed
    }
contributions-history-reason = “{ $reason }”
contributions-history-compare-before = Compare with the one before
contributions-history-compare-now = Compare with the current one

contributions-compare-title = From version { $from } to version { $to }
contributions-compare-identical = The two versions say the same.
contributions-compare-same =
    { $count ->
        [one] One paragraph unchanged
       *[other] { $count } paragraphs unchanged
    }
contributions-compare-none = Nothing in this version
contributions-compare-inserted = Added:
contributions-compare-deleted = Removed:

contributions-authors-title = Authors of the text
contributions-authors-who = Who signs this text
contributions-authors-hint = Members of the group. Authors do not review their own text.
contributions-authors-save = Save

contributions-done-relecteur = The review is asked for.
contributions-done-relecteur-retire = This person is no longer asked for a review. What they already said stays.
contributions-done-echeance = The deadline is saved.
contributions-done-sans-echeance = This text no longer has a deadline.
contributions-done-consultation = The text is put to the whole council.
contributions-done-consultation-finie = The consultation is over. The comments stay.
contributions-done-coche = The list is saved.

contributions-due =
    by { $day }, { $days ->
        [0] today
        [1] tomorrow
       *[other] in { $days } days
    }
contributions-late =
    { $days ->
        [1] One day late
       *[other] { $days } days late
    }
contributions-due-late = , expected on { $day }
contributions-standing-superseded = Replaced
contributions-standing-withdrawn = Withdrawn

contributions-since =
    Since you read it (version { $version }), { $count ->
        [one] one version was saved.
       *[other] { $count } versions were saved.
    }
contributions-since-see = See what changed
contributions-since-row =
    { $count ->
        [one] One version since you read it
       *[other] { $count } versions since you read it
    }
contributions-merged = Your text is saved. While you were writing from version { $base }, somebody else saved version { $theirs }: your changes and theirs are in different places, and both are kept. Here is what yours adds to theirs.
contributions-merged-read = Read the text
contributions-merged-theirs = See what the other person had changed
contributions-history-merged = Two pieces of work put together: this one, begun from version { $base }, and version { $theirs }.

contributions-organise-do = Organise the review
contributions-organise-title = Organise the review
contributions-deadline = Deadline
contributions-deadline-day = When the text is expected
contributions-deadline-hint = For example 30/04/2027. Everybody who reads the text sees this date. Leave it blank to give none.
contributions-deadline-save = Save the deadline

contributions-reviewers = Reviews asked for
contributions-reviewers-none = No review is asked for in particular: anyone in the group who did not write the text may review it.
contributions-reviewers-by-whom = The people who sign the text and the facilitators of the group ask for reviews.
contributions-reviewers-told =
    { $approved ->
        [0] Nobody has approved this version yet,
        [one] One person has approved this version,
       *[other] { $approved } people have approved this version,
    } { $count ->
        [one] out of one review asked for.
       *[other] out of { $count } reviews asked for.
    }
contributions-reviewer-waiting = Has not reviewed it yet
contributions-reviewer-approved = Approves this version
contributions-reviewer-changes = Asks for changes
contributions-reviewer-earlier = Reviewed version { $version }
contributions-reviewer-gone = No longer counts
contributions-reviewer-author = now signs this text
contributions-reviewer-not-in-council = mandate over
contributions-reviewer-not-in-group = no longer in the group
contributions-reviewer-due = asked for by { $day }
contributions-reviewer-day = Change the date
contributions-reviewer-day-of = Change the date for { $person }
contributions-reviewer-day-save = Save the date
contributions-reviewer-dismiss = Stop asking
contributions-reviewer-dismiss-of = Stop asking { $person } for a review
contributions-reviewer-name-title = Ask for a review
contributions-reviewer-name = Ask for this review
contributions-reviewer-search = Look for somebody
contributions-reviewer-who = From whom
contributions-reviewer-first = These are the first twenty people. Look for a name to find others.
contributions-reviewer-none-found = Nobody of that name can review this text.
contributions-reviewer-nobody = Everybody who can review this text is already named, or signs it.
contributions-reviewer-due-on = By which date
contributions-reviewer-due-hint = For example 30/04/2027. The person will see it with the text.

contributions-consulted = In consultation
contributions-consulted-until = until { $day }
contributions-consulted-hint = Your comment will be read by the group and by the members of the council.
contributions-consultation-told = This text is in consultation: all the members of the council may read it and comment on it until { $day }.
contributions-next-asked = You are asked to review this text
contributions-next-asked-text = Read the text. Then say under it whether you approve it, or what should change.
contributions-next-consulted = Your opinion is asked for
contributions-next-consulted-text = Read the text. Then say under it what you think of it.
contributions-consult-title = Consult the whole council
contributions-consult-lead = All the members of the council will be able to read this text and comment on it until the date you choose. The rest of the group’s work stays among you.
contributions-consult-lead-open = The members of the council read this text already. A consultation points it out to them and asks them a question, until the date you choose.
contributions-consult-not-yet = A text is put to the council once it was sent for review.
contributions-consult-until = Last day
contributions-consult-until-hint = For example 30/04/2027. The consultation ends by itself at the end of this day.
contributions-consult-question = Question asked
contributions-consult-question-hint = What you expect of the members, such as “Do these measures suit your town?”.
contributions-consult-do = Open the consultation
contributions-consult-change = Save
contributions-consult-end = End the consultation now

contributions-checklist = To be checked before adoption
contributions-checklist-label = What is done
contributions-checklist-hint = The points come from the council’s settings. Ticking commits your name; nothing is blocked.
contributions-checklist-save = Save the list
contributions-checklist-done = { $name }, { $moment }
contributions-checklist-ticked = Done:
contributions-checklist-unticked = To do:
contributions-propose-title = Before the text is proposed
contributions-propose-confirm = Propose “{ $title }” for adoption
contributions-propose-unticked =
    { $count ->
        [0] Every point to be checked is ticked.
        [one] One point to be checked is not ticked:
       *[other] { $count } points to be checked are not ticked:
    }
contributions-propose-awaited =
    { $count ->
        [one] One person has not reviewed this version yet:
       *[other] { $count } people have not reviewed this version yet:
    }
contributions-propose-against =
    { $count ->
        [one] One person asks for changes:
       *[other] { $count } people ask for changes:
    }
contributions-propose-anyway = Propose the text anyway
contributions-propose-back = Back to the list

contributions-mend-do = Mend the record of adoption
contributions-mend-title = Mend the record of an adoption
contributions-mend-of = Adoption of “{ $title }”
contributions-mend-lead = Here you put right what was typed in wrongly: who adopted text no. { $number }, on which day, with which votes. The text, its number and its fingerprint do not change. The journal keeps what was written before.
contributions-mend-day-hint = For instance 22/11/2026, in the same year: it is part of the number.
contributions-mend-reason = What was wrong
contributions-mend-reason-hint = Readers will see it beside the vote, for instance “Two abstentions had been forgotten”.
contributions-mend-save = Mend the record
contributions-correct-do = Correct this text
contributions-correct-title = Correct a published text
contributions-correct-lead = The corrected version takes the place of text no. { $number } and keeps its number. The former version stays readable at its own address.
contributions-correct-reason = Reason for the correction
contributions-correct-reason-hint = The public will read it above the text, such as “The number of pupils was wrong”.
contributions-correct-save = Publish the corrected version
contributions-withdraw-do = Replace or withdraw this text
contributions-withdraw-title = Replace or withdraw a published text
contributions-withdraw-of = “{ $title }” stays readable at the same address: its page will first say what became of it, and why.
contributions-withdraw-what = What becomes of the text
contributions-withdraw-in-force = In force again
contributions-withdraw-in-force-hint = The warning disappears from its page.
contributions-withdraw-superseded = Replaced
contributions-withdraw-superseded-hint = Another publication now states the council’s position.
contributions-withdraw-withdrawn = Withdrawn
contributions-withdraw-withdrawn-hint = The council no longer stands by this text.
contributions-withdraw-by = Number of the text that replaces it
contributions-withdraw-by-hint = For a replaced text, such as 2026-04.
contributions-withdraw-reason = Reason
contributions-withdraw-reason-hint = The public will read it above the text.
contributions-withdraw-save = Save
