# What a person reads when something is not done: what happened, and the way out.

error-home-action = Back to the home page
error-typed = What you had written
error-typed-text = This text was not saved. Copy it before you leave this page.
error-sign-in-action = Sign in

error-not-found = Page not found
error-not-found-text = This page does not exist, or you do not have access to it.
error-sign-in = Please sign in
error-sign-in-text = Sign in to go on: what you are looking for is not public.
error-forbidden = You cannot do this
error-invalid = Some answers need correcting
error-invalid-text = Go back to the form and correct the answers pointed out.
error-transition = This is not possible for now
error-conflict = Somebody changed this page in the meantime
error-conflict-text = Nothing was lost: read what changed, then save again what you had written.
error-too-many = Too many tries
error-too-many-text =
    { $minutes ->
        [one] Wait for one minute before trying again.
       *[other] Wait for { $minutes } minutes before trying again.
    }
error-too-large = Too much was sent
error-too-large-text = At most { $kilobytes } kB are accepted here. Shorten the text, then send it again.
error-malformed = Incomplete request
error-malformed-text = What was sent could not be read. Go back to the previous page and start again.
error-link-expired = This link no longer works
error-link-expired-text = It was already used, or it has expired. Ask the person who sent it for a new one.
error-unexpected = Something did not work
error-unexpected-text = It is not your fault. Try again in a moment.
error-unexpected-reference = It is not your fault. Try again in a moment. If it happens again, give the reference { $reference } to the council staff.
error-database = The site cannot read its data at the moment
error-database-away = It is not your doing. Wait a minute, then load the page again. What was saved is not lost; if you were saving just now, check whether it was done before you do it again.

forbidden-administrator-only = Only the administrators of the site can do this.
forbidden-chair-only = Only the chair can do this.
forbidden-chair-or-administrator-only = Only the chair and the administrators of the site can do this.
forbidden-facilitator-only = Only the facilitators of the group can do this.
forbidden-group-members-only = You need to belong to the group to do this.
forbidden-council-members-only = You need to be a member of the council to do this.
forbidden-own-text = People do not review their own text: leave that to somebody else of the group.
forbidden-cross-site = This came from another site: for safety, it was not taken into account. Go back to the council's site and start again.

transition-contribution-state = The text is no longer at this step: read its page again, it has moved on in the meantime.
transition-not-approved = Nobody has approved this version yet. Ask somebody else of the group to review it.
transition-empty-text = The text is empty: write it before sending it.
transition-last-facilitator = This is the last facilitator of the group: name another one first.
transition-already-member = This person already belongs to the group.
transition-group-not-open = People do not join this group by themselves: ask one of its facilitators.
transition-group-closed = This group has finished its work: nothing more is written in it.
transition-already-installed = The site is already installed. Sign in.
transition-last-administrator = This is the last administrator of the site: name another one first.
transition-already-active = This person has already opened their account: they can ask for another password.
transition-oneself = You cannot do this to yourself.
transition-group-is-open = This group is open: join it directly from its page.
transition-admission-waiting = A request or an invitation is already waiting for an answer for this person.
transition-admission-over = This request or this invitation no longer waits for an answer.
transition-group-step = The group is no longer at this step: read its page again, it has moved on in the meantime.
transition-unfinished-texts = Some texts of the group are not finished: read their list again, then confirm.
transition-handover-over = This handover no longer waits for an answer.

problem-missing = an answer is needed
problem-too-long =
    { $max ->
        [one] one character at most
       *[other] { $max } characters at most
    }
problem-too-short =
    { $min ->
        [one] at least one character
       *[other] at least { $min } characters
    }
problem-not-an-email = write a complete address, such as odile@example.org
problem-not-a-phone = write a telephone number, such as 05 55 00 00 00
problem-not-a-date = write a complete date, such as 30/04/2026
problem-not-a-time = write a time, such as 18:30
problem-not-a-number = write a whole number, such as 31
problem-not-a-choice = choose one of the answers offered
problem-taken = already taken, choose something else
problem-ends-before-start = the end comes before the beginning
problem-mandate-runs = a mandate for this role runs already at that time: extend it, or choose a later beginning
problem-in-the-past = choose a day to come
problem-out-of-bounds = write a number from { $min } to { $max }
problem-too-far = choose a day within { $days } days
problem-in-the-future = this date has not come yet
problem-too-common = too easy to guess, choose another one
problem-does-not-match = the two answers are not the same
problem-wrong = the address or the password is not right
problem-bad-characters = hidden characters cannot be kept, erase and write again
problem-other-year = the day must stay in the same year, which is part of the number
problem-unchanged = this is already what is saved
problem-bad-line = line { $line } cannot be read
problem-not-a-role = write one of these words: member, chair, vice-chair, staff, guest
problem-unknown-separator = part the pieces of information by a semicolon, a comma or a tabulation
problem-extra-cells =
    { $count ->
        [one] one piece of information too many on the line: it belongs to no column
       *[other] { $count } pieces of information too many on the line: they belong to no column
    }

problem-is-author = this person signs the text: nobody reviews their own text, choose somebody else
problem-not-a-publication = write the number of another publication, such as 2026-04
problem-not-in-passage = these words are not in the passage: copy them as they stand there
problem-too-many-lines =
    { $max ->
        [one] one line at most
       *[other] { $max } lines at most
    }
forbidden-authors-or-facilitators-only = Only the people who sign the text and the facilitators of the group may do this.
forbidden-secret-group = This group is secret: its texts are not put to the whole council.
transition-group-is-led = Somebody already runs this group: it is for them to name who runs it with them.

# Two people changed the same thing.
meanwhile-title = What differs
meanwhile-lead = Keep in the form what should stay, then save: it will replace what is saved now.
meanwhile-saved = Saved now
meanwhile-typed = What you wrote
meanwhile-empty = Nothing
meanwhile-same = What you wrote is already what is saved.
