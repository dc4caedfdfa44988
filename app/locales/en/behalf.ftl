# On behalf: those who take part on paper, and what the staff enter for them.

behalf-title = On paper
behalf-lead = Some members write, telephone or come by rather than use a computer. The staff enter here what they ask, on their behalf.
behalf-index-text = The members who take part on paper, and what is entered on their behalf.
behalf-people = Who takes part on paper
behalf-none = Nobody takes part on paper at the moment.
behalf-since-how = since { $day }, asked { $how }
behalf-acted-now = { $name } is acting on their behalf now
behalf-part = Taking part on paper
behalf-part-go = See taking part on paper
behalf-is-on-paper = Takes part on paper
behalf-is-not-on-paper = This person has not asked to take part on paper.
behalf-not-a-member = Only a member of the council, during their mandate, takes part on paper.
behalf-person = { $name }, on paper
behalf-since = Since
behalf-how = Asked
behalf-asked-letter = by letter
behalf-asked-phone = by telephone
behalf-asked-in-person = in person
behalf-noted-label = Noted
behalf-noted = by { $name }, on { $day }
behalf-note = Note that somebody takes part on paper
behalf-note-text = Note it only if they asked for it. They are told by mail if they have an address, they read it on their account, and can end it at any time.
behalf-field-person = Person
behalf-field-asked-on = Asked on
behalf-field-asked-on-hint = For example 20/11/2026.
behalf-field-asked-by = How
behalf-field-note = Note
behalf-field-note-hint = For example where the letter is kept. The person reads this note.
behalf-note-do = Note taking part on paper
behalf-end-text = If they no longer wish it, end it: nothing more can be entered on their behalf.
behalf-end-do = End taking part on paper
behalf-begin-title = Act on their behalf
behalf-begin-text = For { $minutes } minutes at most, you will have their rights as a member, and none of yours. All that you do will be recorded in their name, with yours, and shown to them.
behalf-begin-never = You will not be able to vote, sign the charter, open their account or their data, or administer the site. Offices given by the council, such as presiding or running a group, are not lent this way.
behalf-begin = Act on behalf of { $name }
behalf-actings = When the staff acted
behalf-actings-none = Nobody has acted this way yet.
behalf-acting = { $name }, on { $moment }
behalf-of = on behalf of { $name }
behalf-ended = Ended at { $time }, { $how }
behalf-runs = Under way, until { $time }
behalf-end-stopped = by who was acting
behalf-end-expired = the time being over
behalf-end-signed-out = the session being closed
behalf-end-withdrawn = taking part on paper having ended
behalf-end-rights-lost = one of the two having lost the right
behalf-acts =
    { $count ->
        [0] nothing done
        [one] { $count } thing done
       *[other] { $count } things done
    }
behalf-acts-title = What was done
behalf-acts-none = Nothing has been done so far.
behalf-print = This page can be printed, to be handed or sent to { $name }.
behalf-done-noted = Taking part on paper is noted.
behalf-done-ended = Taking part on paper has ended.
behalf-done-stopped = You are acting in your own name again.
behalf-done-mine = You no longer take part on paper. Nobody acts on your behalf any more.

behalf-mine-title = Done on your behalf
behalf-mine-text = You asked to take part on paper: see what the staff entered on your behalf.
behalf-mine-go = See what was done on my behalf
behalf-mine-lead = What the staff entered for you: when, by whom, and what. This page can be printed.
behalf-mine-not = You do not take part on paper: nobody acts on your behalf.
behalf-mine-end-text = You can end it now. Whoever were acting on your behalf would stop at once.
behalf-mine-end = Stop taking part on paper
behalf-mine-reports =
    { $count ->
        [one] One content was reported on your behalf.
       *[other] { $count } contents were reported on your behalf.
    }

behalf-banner-label = You are acting on behalf of somebody
behalf-banner = You are acting on behalf of { $name }.
behalf-banner-until = Until { $time } at most. What you do bears their name, and yours: entered by { $by }.
behalf-stop = Stop
behalf-entered = on their behalf, entered by { $name }
behalf-entered-line = (entered by { $names }, on their behalf)
behalf-journal = On behalf of somebody

forbidden-administrator-or-staff-only = Only the staff and the administrators may do this.
forbidden-on-behalf = This is not done on behalf of somebody else. Stop first, if it is for yourself.
forbidden-ballot-on-behalf = A ballot is not entered on behalf of somebody. One that came on paper is noted from the page of the vote, with its trace, by those who run it.
forbidden-signature-on-behalf = Nobody signs on behalf of somebody. A signature given by hand is noted from the page of the signatures, with its picture.
forbidden-behalf-of-oneself = Nobody acts on behalf of themselves.
transition-not-on-paper = This person does not take part on paper, or is not a member of the council today.
transition-on-paper-already = This person takes part on paper already.
transition-acting-over = You no longer act on behalf of the person for whom this form was filled in. Nothing is saved. Act on their behalf again, then send it again.
transition-acting-since = This page was opened before you acted on behalf of somebody. Nothing is saved. Stop first, or open the page again.

journal-behalf-paper-noted = { $actor } noted that { $user } takes part on paper.
journal-behalf-paper-ended = { $actor } ended taking part on paper for { $user }.
journal-behalf-begun = { $actor } began to act on behalf of { $user }.
journal-behalf-ended = { $actor } stopped acting on behalf of { $user }.

mail-on-paper-subject = You take part on paper
mail-on-paper =
    { $by } noted that you asked to take part on paper, { $how }, on { $day }. The staff can therefore enter on your behalf what you ask of them.

    You see all that is done this way, and you can end it at any time:
    { $link }

    If you asked for nothing, end it and tell those who preside over the council.
mail-acted-subject = What was done on your behalf
mail-acted =
    { $by } acted on your behalf, from { $from } to { $to }. This is what was done:

    { $lines }

    You find it on your account, where you can stop taking part on paper:
    { $link }
mail-acted-nothing = Nothing was changed.
mail-acted-more =
    { $count ->
        [one] And one more thing.
       *[other] And { $count } more things.
    }
